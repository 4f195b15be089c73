"""What must hold between the parts of a codebook: codes and parents, rules, facets, examples, tensions.

Every check yields flaws and takes the same two views of the file: its values by key, and the Codebook made of
them (items keep their number in both, so a path can be named). A blank is "already reported" and is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kualcode.codebook.checks_head import HEAD_CHECKS
from kualcode.codebook.checks_terms import TERM_CHECKS
from kualcode.codebook.fields import CODE_ID
from kualcode.codebook.shapes import Flaw, Path, shown
from kualcode.errors import Bi
from kualcode.model import Code, Codebook, Kind, Tension

MAX_DEPTH = 3
LEAST_EXAMPLES = 3
_PARENT_KINDS: dict[Kind, tuple[Kind, ...]] = {
    "indicator": (),
    "factor_group": (),
    "sub_indicator": ("indicator", "sub_indicator"),
    "factor": ("factor_group", "factor"),
}
_ARROW = re.compile(r"(?:->|→)\s*(.*)", re.DOTALL)
_TARGET = re.compile(r"(\S+?)[.,;]?(?:\s*\(.*\))?\s*", re.DOTALL)
_NO_CODE = ("NONE", "MEMO")

Tree = dict[str, Any]


def flaws(tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """Every flaw between the parts, from all checks."""
    for check in (*HEAD_CHECKS, *_CODE_CHECKS, *TERM_CHECKS):
        yield from check(tree, book)


def _unique_ids(_tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """No id stands twice."""
    seen: set[str] = set()
    for index, code in enumerate(book.codes):
        if code.id and code.id in seen:
            yield Flaw(("codes", index, "id"), _SAME_ID.fill(code=code.id), _OTHER_ID)
        seen.add(code.id)


def _parents(tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """Parents exist, fit the kind, make no circle and are not too deep."""
    for index, code in enumerate(book.codes):
        path = ("codes", index, "parent")
        kind_given, fitting = bool(tree["codes"][index]["kind"]), _PARENT_KINDS[code.kind]
        parent = book.by_id.get(code.parent or "")
        if code.parent and parent is None:
            yield from _no_code(path, code.parent, book, _NO_PARENT.fill(code=code.id, parent=code.parent))
        elif not kind_given:
            continue
        elif code.parent and not fitting:
            yield Flaw(path, _NO_PARENT_HERE.fill(code=code.id, kind=code.kind), _REMOVE_PARENT)
        elif fitting and parent is None:
            yield Flaw(
                ("codes", index), _NEEDS_PARENT.fill(code=code.id, kind=code.kind), _ADD_PARENT.fill(kind=fitting[0])
            )
        elif parent and parent.kind not in fitting:
            yield Flaw(
                path,
                _WRONG_PARENT.fill(code=code.id, kind=code.kind, other=parent.kind),
                _PUT_UNDER.fill(kind=fitting[0]),
            )
        yield from _depth(path, code, book)


def _depth(path: Path, code: Code, book: Codebook) -> Iterator[Flaw]:
    chain, above = [code.id], code.parent
    while above in book.by_id and above not in chain:
        chain.append(above)
        above = book.by_id[above].parent
    if above == code.id:
        yield Flaw(path, _CIRCLE.fill(chain=" > ".join([*chain, code.id])), _BREAK_CIRCLE)
    elif len(chain) > MAX_DEPTH and above is None:
        yield Flaw(path, _DEEP.fill(code=code.id, depth=len(chain), most=MAX_DEPTH), _FLATTER)


def _directions(tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """Factors have a direction, that of their group; other kinds have none."""
    for index, code in enumerate(book.codes):
        if not tree["codes"][index]["kind"]:
            continue
        path = ("codes", index, "direction")
        parent = book.by_id.get(code.parent or "")
        if code.kind in ("factor", "factor_group") and not code.direction:
            yield Flaw(path, _NO_DIRECTION.fill(code=code.id), _GIVE_DIRECTION)
        elif code.kind in ("indicator", "sub_indicator") and code.direction:
            yield Flaw(path, _DIRECTION_HERE.fill(code=code.id, kind=code.kind), _REMOVE_DIRECTION)
        elif code.direction and parent and parent.direction and parent.direction != code.direction:
            what = _OTHER_WAY.fill(code=code.id, parent=parent.id, direction=parent.direction)
            yield Flaw(path, what, _SAME_WAY)


def _rules(tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """use_when and not_when say the same in both languages, and point to codes that exist."""
    for index, code in enumerate(tree["codes"]):
        for key in ("use_when", "not_when"):
            counts = [len(code[key][lang]) for lang in ("id", "en")]
            if counts[0] != counts[1]:
                what = _UNEQUAL.fill(key=key, id=counts[0], en=counts[1])
                yield Flaw(("codes", index, key), what, _SAME_COUNT)
        for lang in book.languages:
            for number, rule in enumerate(code["not_when"].get(lang, ())):
                yield from _target_flaws(("codes", index, "not_when", lang, number), rule, book)
        for number, pair in enumerate(book.codes[index].not_when):
            first, second = target(pair.id), target(pair.en)
            if first != second and {first, second} <= {*book.by_id, *_NO_CODE, None}:
                path = ("codes", index, "not_when", book.primary_language or "id", number)
                yield Flaw(path, _DIFFER, _SAME_TARGET)


def target(rule: str) -> str | None:
    """The code after the arrow of a `not_when` entry: KUAN for "Jumlah -> KUAN (catatan)"; None without."""
    arrow = _ARROW.search(rule)
    if arrow is None:
        return None
    found = _TARGET.fullmatch(arrow[1])
    return found[1] if found else ""


def _target_flaws(path: Path, rule: str, book: Codebook) -> Iterator[Flaw]:
    code = target(rule)
    if code == "":
        yield Flaw(path, _BAD_ARROW, _ARROW_SO)
    elif code is not None and code not in book.by_id and code not in _NO_CODE:
        yield from _no_code(path, code, book)


def _examples(tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """Enough examples for a code that takes evidence, each translated; none for one that does not."""
    translated = book.primary_language == "id" and "en" in book.languages
    for index, code in enumerate(book.codes):
        path, count = ("codes", index, "examples"), len(code.examples)
        if code.codable and not code.retired and count < LEAST_EXAMPLES:
            yield Flaw(path, _FEW.fill(code=code.id, count=count, least=LEAST_EXAMPLES), _ADD_EXAMPLES)
        elif not code.codable and count:
            yield Flaw(path, _NOT_CODABLE.fill(code=code.id), _MOVE_EXAMPLES)
        for number, example in enumerate(tree["codes"][index]["examples"]):
            if translated and example["text"] and not example["en"]:
                yield Flaw((*path, number, "en"), _NO_ENGLISH, _ADD_ENGLISH)


def _facets(_tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """Facets are unique; examples use only them; each facet has an example or says that it has none."""
    for index, code in enumerate(book.codes):
        ids = [facet.id for facet in code.facets]
        shown_by_example = {example.facet for example in code.examples}
        for number, facet in enumerate(code.facets):
            path = ("codes", index, "facets", number)
            if not facet.id:
                continue
            if facet.id in ids[:number]:
                yield Flaw(path, _SAME_FACET.fill(facet=facet.id), _ONE_FACET)
            elif facet.has_example and facet.id not in shown_by_example and not code.retired:
                yield Flaw(path, _BARE_FACET.fill(facet=facet.id), _SHOW_FACET.fill(facet=facet.id))
            elif not facet.has_example and facet.id in shown_by_example:
                yield Flaw(path, _FACET_SHOWN.fill(facet=facet.id), _REMOVE_NONE)
        for number, example in enumerate(code.examples):
            if example.facet and example.facet not in ids:
                yield Flaw(
                    ("codes", index, "examples", number, "facet"),
                    _NO_FACET.fill(facet=example.facet, code=code.id),
                    _known(ids),
                )


def _tensions(_tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """Tensions name another code and facets that both have, once."""
    declared: set[frozenset[tuple[str, str]]] = set()
    for index, code in enumerate(book.codes):
        for number, tension in enumerate(code.tensions):
            path = ("codes", index, "tension_with", number)
            yield from _tension_sides(path, code, tension, book)
            pair = frozenset({(code.id, tension.own_facet), (tension.code, tension.other_facet)})
            if pair in declared:
                yield Flaw(path, _TWICE_TENSION, _ONE_SIDE)
            declared.add(pair)


def _tension_sides(path: Path, code: Code, tension: Tension, book: Codebook) -> Iterator[Flaw]:
    other = book.by_id.get(tension.code)
    if tension.code and other is None:
        yield from _no_code((*path, "code"), tension.code, book)
    elif other is code:
        yield Flaw((*path, "code"), _OWN_TENSION, _OTHER_CODE)
    sides = ((code, tension.own_facet, "own_facet"), (other, tension.other_facet, "other_facet"))
    for side, facet, key in sides:
        known = [own.id for own in side.facets] if side else []
        if side and facet and facet not in known:
            yield Flaw((*path, key), _NO_FACET.fill(facet=facet, code=side.id), _known(known))


def _replacements(_tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """Only a retired code is replaced, and by one that is in use."""
    for index, code in enumerate(book.codes):
        path = ("codes", index, "replaced_by")
        if not code.replaced_by:
            continue
        if code.replaced_by not in book.by_id:
            yield from _no_code(path, code.replaced_by, book)
        elif code.replaced_by == code.id or book.by_id[code.replaced_by].retired:
            yield Flaw(path, _RETIRED_TOO.fill(code=code.replaced_by), _LIVING)
        if not code.retired:
            yield Flaw(path, _NOT_RETIRED, _SAY_RETIRED)


def _no_code(path: Path, word: str, book: Codebook, what: Bi | None = None) -> Iterator[Flaw]:
    """The flaw of a word that should be a code; none if it means a code whose own id is already reported."""
    from kualcode.yamlsafe import nearest

    guess = nearest(word, [code.id for code in book.codes if code.id])
    if guess is None or re.fullmatch(CODE_ID, guess):
        yield Flaw(path, what or _NO_TARGET.fill(code=shown(word)), _MEANT.fill(guess=guess) if guess else _USE_CODE)


def _known(ids: list[str]) -> Bi:
    names = [name for name in ids if name]
    return _FACETS_ARE.fill(names=", ".join(names)) if names else _NO_FACETS


_CODE_CHECKS = (_unique_ids, _parents, _directions, _rules, _examples, _facets, _tensions, _replacements)

_SAME_ID = Bi("Kode {code} dipakai dua kali.", "The code {code} is used twice.")
_OTHER_ID = Bi("Beri kode lain; kode tidak pernah dipakai ulang.", "Give it another code; a code is never used again.")
_NO_PARENT = Bi("Induk {parent} dari {code} tidak ada.", "The parent {parent} of {code} does not exist.")
_NO_PARENT_HERE = Bi("{code} adalah {kind} dan tidak punya induk.", "{code} is of kind {kind} and takes no parent.")
_REMOVE_PARENT = Bi("Hapus parent, atau ubah kind.", "Remove parent, or change kind.")
_NEEDS_PARENT = Bi("{code} adalah {kind} dan belum punya induk.", "{code} is of kind {kind} and has no parent.")
_ADD_PARENT = Bi("Tambahkan parent: kode {kind}-nya.", "Add parent: the code of its {kind}.")
_WRONG_PARENT = Bi(
    "{code} ({kind}) tidak dapat berada di bawah {other}.", "{code} ({kind}) cannot stand under a code of kind {other}."
)
_PUT_UNDER = Bi("Pilih induk berjenis {kind}.", "Choose a parent of kind {kind}.")
_CIRCLE = Bi("Induk berputar: {chain}.", "The parents go in a circle: {chain}.")
_BREAK_CIRCLE = Bi("Lepaskan salah satu parent.", "Remove one of the parents.")
_DEEP = Bi("{code} berada di tingkat {depth}; paling banyak {most}.", "{code} is at level {depth}; at most {most}.")
_FLATTER = Bi("Naikkan satu tingkat, atau jadikan faset.", "Move it up a level, or make it a facet.")
_NO_DIRECTION = Bi("Faktor {code} belum punya direction.", "The factor {code} has no direction.")
_GIVE_DIRECTION = Bi(
    "Tambahkan “direction: hindering” (menghambat) atau “direction: driving” (mendorong).",
    "Add “direction: hindering” or “direction: driving”.",
)
_DIRECTION_HERE = Bi(
    "{code} adalah {kind}; direction hanya untuk faktor.", "{code} is of kind {kind}; direction is for factors only."
)
_REMOVE_DIRECTION = Bi("Hapus direction.", "Remove direction.")
_OTHER_WAY = Bi(
    "Arah {code} berbeda dari induknya {parent} ({direction}).",
    "The direction of {code} differs from that of its parent {parent} ({direction}).",
)
_SAME_WAY = Bi("Samakan, atau pindahkan ke kelompok lain.", "Make them the same, or move it to the other group.")
_UNEQUAL = Bi("{key} berisi {id} butir dalam id dan {en} dalam en.", "{key} has {id} entries in id and {en} in en.")
_SAME_COUNT = Bi("Tulis butir yang sama dalam kedua bahasa.", "Write the same entries in both languages.")
_DIFFER = Bi(
    "Butir not_when ini menunjuk kode yang berbeda dalam id dan en.",
    "This not_when entry points to different codes in id and en.",
)
_SAME_TARGET = Bi(
    "Samakan kode sesudah “->”, dan urutan butirnya.",
    "Make the code after “->” the same, and the order of the entries.",
)
_BAD_ARROW = Bi("Sesudah “->” harus ada satu kode.", "One code must follow “->”.")
_ARROW_SO = Bi(
    "Tulis “X -> KODE” atau “X -> KODE (catatan)”; NONE dan MEMO juga boleh.",
    "Write “X -> CODE” or “X -> CODE (remark)”; NONE and MEMO are allowed too.",
)
_NO_TARGET = Bi("Kode {code} tidak ada dalam buku kode ini.", "There is no code {code} in this codebook.")
_USE_CODE = Bi("Pakai kode yang ada di bawah codes.", "Use a code that stands under codes.")
_MEANT = Bi("Mungkin maksudnya “{guess}”?", "Did you mean “{guess}”?")
_FEW = Bi(
    "{code} punya {count} contoh; perlu paling sedikit {least}.",
    "{code} has {count} example(s); it needs at least {least}.",
)
_ADD_EXAMPLES = Bi(
    "Tambahkan contoh karangan sendiri, termasuk yang tidak lazim.",
    "Add examples of your own making, an unusual one among them.",
)
_NOT_CODABLE = Bi(
    "{code} tidak menerima bukti (codable: false) tetapi punya contoh.",
    "{code} takes no evidence (codable: false) but has examples.",
)
_MOVE_EXAMPLES = Bi("Pindahkan contoh ke kode di bawahnya.", "Move the examples to the codes under it.")
_NO_ENGLISH = Bi("Contoh ini belum punya terjemahan “en”.", "This example has no translation “en”.")
_ADD_ENGLISH = Bi("Tambahkan “en: …”.", "Add “en: …”.")
_SAME_FACET = Bi("Faset {facet} ditulis dua kali.", "The facet {facet} is written twice.")
_ONE_FACET = Bi("Hapus salah satunya.", "Remove one of them.")
_BARE_FACET = Bi("Faset {facet} belum punya contoh.", "The facet {facet} has no example.")
_SHOW_FACET = Bi(
    "Beri contoh dengan “facet: {facet}”, atau tulis {{id: {facet}, example: none}}.",
    "Give an example with “facet: {facet}”, or write {{id: {facet}, example: none}}.",
)
_FACET_SHOWN = Bi(
    "Faset {facet} bertanda example: none, tetapi ada contohnya.", "The facet {facet} says example: none, but has one."
)
_REMOVE_NONE = Bi("Hapus “example: none”.", "Remove “example: none”.")
_NO_FACET = Bi("{code} tidak punya faset {facet}.", "{code} has no facet {facet}.")
_FACETS_ARE = Bi("Fasetnya: {names}.", "Its facets: {names}.")
_NO_FACETS = Bi("Tambahkan ke facets kode itu.", "Add it to the facets of that code.")
_OWN_TENSION = Bi("Kode tidak dapat berlawanan dengan dirinya sendiri.", "A code cannot be in tension with itself.")
_OTHER_CODE = Bi("Sebut kode lain.", "Name another code.")
_TWICE_TENSION = Bi("Pasangan faset ini sudah dinyatakan.", "This pair of facets is already declared.")
_ONE_SIDE = Bi(
    "Nyatakan pada satu sisi saja; berlaku untuk keduanya.", "Declare it on one side only; it holds for both."
)
_RETIRED_TOO = Bi("{code} tidak dapat menggantikan kode ini.", "{code} cannot replace this code.")
_LIVING = Bi("Sebut kode lain yang masih dipakai.", "Name another code that is in use.")
_NOT_RETIRED = Bi("replaced_by tanpa retired.", "replaced_by without retired.")
_SAY_RETIRED = Bi("Tambahkan “retired: versi”.", "Add “retired: version”.")
