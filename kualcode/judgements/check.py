"""Whether the codebook and the project know the codes, labels, facets and voices that temuan.yaml names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from kualcode.errors import Bi, Problem
from kualcode.judgements.fields import folded, place, shown
from kualcode.judgements.values import Judgements, Mention
from kualcode.model import Codebook, Label
from kualcode.text import squash
from kualcode.yamlsafe import nearest

_FACTORS = ("factor", "factor_group")
Found = tuple[Bi, Bi] | None


def check(
    judgements: Judgements,
    book: Codebook,
    *,
    facets: Mapping[str, Collection[str]] | None = None,
    voices: Collection[str] | None = None,
) -> list[Problem]:
    """Every word that is not known, with the nearest one, in the order of the file.

    `facets` are those that coders gave, by code (and all below it); `voices` all that speak in the project, as
    they are written there. Voices are not looked at where None is given.
    """
    spelled = None if voices is None else {folded(voice): voice for voice in voices}
    looks: dict[str, Callable[[Mention], Found]] = {
        "code": lambda said: _code(said.word, book),
        "labelled": lambda said: _labelled(said.word, book),
        "label": lambda said: _label(said.word, book.label_scale),
        "facet": lambda said: _facet(said, book, facets or {}),
        "voice": lambda said: _voice(said.word, spelled),
    }
    found = [(said.where, looks[said.kind](said)) for said in judgements.mentions]
    return sorted((Problem(where, *wrong) for where, wrong in found if wrong is not None), key=place)


def label_of(word: str, scale: Sequence[Label]) -> str | None:
    """The position of a label scale that a word names: its id, its English name, or one of its aliases."""
    wanted = squash(word).casefold()
    return next(
        (label.id for label in scale if wanted in map(str.casefold, (label.id, label.en, *label.aliases))), None
    )


def own_word(word: str, scale: Sequence[Label]) -> str:
    """The word where it is the writer's own for a position: not its id, and not its English name; else empty."""
    plain = squash(word)
    known = {name.casefold() for label in scale for name in (label.id, label.en)}
    return "" if plain.casefold() in known else plain


def facet_of(word: str, known: Iterable[str]) -> str | None:
    """The facet that a word names: capitals, and "_", "-" and blanks between its words, make no other."""
    return next((facet for facet in sorted(known) if folded(facet) == folded(word)), None)


def facets_of(code: str, book: Codebook) -> set[str]:
    """The facets of a code and of all below it."""
    below = [one for one in book.codes if one.id == code or _under(one.id, code, book)]
    return {facet.id for one in below for facet in one.facets}


def _under(child: str, code: str, book: Codebook) -> bool:
    parent = book.by_id[child].parent
    return parent is not None and (parent == code or _under(parent, code, book))


def _code(code: str, book: Codebook) -> Found:
    if code not in book.by_id:
        return _NO_CODE.fill(code=shown(code)), _near(code, book.by_id) or _SEE
    retired = book.by_id[code]
    if retired.retired is not None:
        other = _MEANT.fill(guess=retired.replaced_by) if retired.replaced_by else _SEE
        return _RETIRED.fill(code=code), other
    return None


def _labelled(code: str, book: Codebook) -> Found:
    wrong = _code(code, book)
    if wrong is None and book.by_id[code].kind in _FACTORS:
        return _FACTOR.fill(code=code), _NO_LABEL_HERE
    return wrong


def _label(word: str, scale: Sequence[Label]) -> Found:
    if label_of(word, scale) is not None:
        return None
    known = [name for label in scale for name in (label.id, label.en, *label.aliases)]
    listed = _CHOOSE.fill(names=", ".join(label.id for label in scale))
    return _NO_LABEL.fill(label=shown(word)), _near(word, known) or listed


def _facet(said: Mention, book: Codebook, added: Mapping[str, Collection[str]]) -> Found:
    if said.code not in book.by_id:
        return None  # the code is told of already
    known = facets_of(said.code, book).union(added.get(said.code, ()))
    if facet_of(said.word, known) is not None:
        return None
    fix = _near(said.word, known) or (_CHOOSE.fill(names=", ".join(sorted(known))) if known else _NO_FACETS)
    return _NO_FACET.fill(facet=shown(said.word), code=said.code), fix


def _voice(word: str, spelled: Mapping[str, str] | None) -> Found:
    if spelled is None or folded(word) in spelled:
        return None
    return _NO_VOICE.fill(voice=shown(word)), _near(word, spelled.values()) or _WRITE_VOICE


def _near(word: str, known: Iterable[str]) -> Bi | None:
    guess = nearest(word, known)
    return _MEANT.fill(guess=guess) if guess else None


_NO_CODE = Bi("Kode “{code}” tidak ada di buku kode.", "The codebook has no code “{code}”.")
_SEE = Bi("Lihat: kualcode codebook show", "See: kualcode codebook show")
_RETIRED = Bi("Kode “{code}” sudah tidak dipakai.", "The code “{code}” is retired.")
_FACTOR = Bi(
    "“{code}” adalah faktor, dan faktor tidak diberi kategori.", "“{code}” is a factor, and factors take no label."
)
_NO_LABEL_HERE = Bi(
    "Hapus kategorinya; statusnya (terdukung, terbantah, diperdebatkan) datang dari data.",
    "Remove the label; its status (supported, refuted, disputed) comes from the data.",
)
_NO_LABEL = Bi("Kategori “{label}” tidak ada di label_scale.", "The label “{label}” is not in label_scale.")
_NO_FACET = Bi("“{facet}” bukan aspek dari {code}.", "“{facet}” is no facet of {code}.")
_NO_FACETS = Bi(
    "Kode ini belum punya aspek; hapus, atau beri aspek pada kutipannya.",
    "This code has no facets yet; remove it, or give its quotes a facet.",
)
_NO_VOICE = Bi(
    "“{voice}” bukan informan, sesi, atau dokumen di proyek ini.",
    "“{voice}” is no informant, session or document of this project.",
)
_WRITE_VOICE = Bi(
    "Tulis kode informan, sesi, atau dokumennya; lihat: kualcode sources",
    "Write the code of the informant, session or document; see: kualcode sources",
)
_MEANT = Bi("Mungkin maksudnya “{guess}”?", "Did you mean “{guess}”?")
_CHOOSE = Bi("Pilih: {names}.", "Choose: {names}.")
