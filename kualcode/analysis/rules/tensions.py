"""T2, T3, T4: one behaviour or one condition read in opposite directions; techniques that differ on a facet.

Which codes are in tension the codebook says (`tension_with`). A reading's effect on the work: an indicator's and a
driving factor's is its stance, a hindering factor's the opposite (method 1.6).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from kualcode.analysis.evidence import Case, Evidence
from kualcode.analysis.rules.flags import Flag, Severity
from kualcode.analysis.rules.opposites import opposed
from kualcode.analysis.statements import FINDINGS, SUMMARIES, Statement, place, refs, scope_name
from kualcode.analysis.verdicts import Triangulation
from kualcode.errors import Bi
from kualcode.model import Codebook, Stance, Tension

_SHARED = 2  # content words by which two sentences are on one matter
_NONE = ("tidak ada", "tidak seorang pun", "tidak satu pun", "tidak pernah", "nobody", "no one", "never", "none of")
_IN_FULL = frozenset(("sepenuhnya", "seluruhnya", "semuanya", "fully", "entirely"))
_DENIED = frozenset(("tidak", "belum", "not"))
_SIGNS: dict[Stance, int] = {"positive": 1, "negative": -1}
_SAME_BEHAVIOUR = Bi(
    "Satu perilaku dibaca berlawanan: {one} dinilai {left}, {other} dinilai {right}. {note} Jelaskan bedanya, atau "
    "pilih satu tafsir.",
    "One behaviour is read in opposite directions: {one} counts as {left}, {other} as {right}. {note} Explain the "
    "difference, or choose one reading.",
)
_SAME_CONDITION = Bi(
    "Satu keadaan dibaca berlawanan: {one} dinilai {left}, {other} dinilai {right}. {note} Tunjukkan bagian mana yang "
    "mendukung dan mana yang menghambat, atau perbaiki salah satunya.",
    "One condition is read in opposite directions: {one} counts as {left}, {other} as {right}. {note} Show which part "
    "helps and which hinders, or mend one of the two.",
)
_EFFECTS = {1: Bi("mendukung kinerja", "helping performance"), -1: Bi("menghambat kinerja", "hindering performance")}
_CLASH = Bi(
    "Teknik berbeda arah tentang {facet} pada {code}. Telusuri sebabnya (siapa, kapan, bagian mana), dan jangan "
    "simpulkan tentang hal itu sebelum jelas.",
    "Techniques differ on {facet} of {code}. Find out why (who, when, which part), and conclude nothing on it until "
    "that is clear.",
)


class _Said(NamedTuple):
    """One reading of a facet of a code: its direction, and what says so."""

    code: str
    facet: str
    stance: Stance
    by: Evidence | Statement


class _OfText(NamedTuple):
    """The same, of a sentence."""

    code: str
    facet: str
    stance: Stance
    by: Statement
    technique: str = ""


def evidence_tensions(case: Case) -> list[Flag]:
    """T2 and T4 on a project's evidence: every pair of the codebook for which opposite effects are found."""
    said = [_Said(e.code, e.facet, e.stance, e) for e in case.evidence if e.counts and e.facet]
    return _tensions(said, case.book)


def statement_tensions(statements: Sequence[Statement], book: Codebook) -> list[Flag]:
    """T2 and T4 on the sentences of a text."""
    said = [r for r in _readings(statements) if not (book.by_id[r.code].direction == "hindering" and _absent(r))]
    return _tensions(said, book)


def _absent(reading: _OfText) -> bool:
    """Whether a sentence says that there is none of what it is read as: "tidak ada pegawai yang menitipkan"."""
    text = f" {reading.by.text.casefold()} "
    return reading.stance == "positive" and any(f" {words} " in text for words in _NONE)


def _in_part(statement: Statement) -> bool:
    """Whether a sentence denies only that something holds in full: "tidak tercapai sepenuhnya"."""
    words = {word.strip(".,;") for word in statement.text.casefold().split()}
    return bool(words & _IN_FULL) and bool(words & _DENIED)


def evidence_clashes(case: Case, weighed: Triangulation) -> list[Flag]:
    """T3 on a project: the facets on which techniques clash; BLOCK where a sentence of a finding rests on one."""
    rests = {(j.code, facet) for j in case.judgements for facet in j.rests_on}
    return [
        _clash(code, facet, [e for e in case.evidence if _on(e, code, facet)], (code, facet) in rests, case.book)
        for code, facet in ((row.code, facet) for row in weighed.codes for facet in row.facet_clashes)
    ]


def statement_clashes(statements: Sequence[Statement], book: Codebook) -> list[Flag]:
    """T3 on the sentences of a text: techniques that are credited with opposite readings of a facet."""
    said = [r for r in _readings(statements) if r.technique and r.by.section in FINDINGS and not _in_part(r.by)]
    summed = {(r.code, r.facet) for r in _readings(statements) if r.by.section in SUMMARIES}
    found = []
    for code, facet in dict.fromkeys((r.code, r.facet) for r in said):
        own = [r for r in said if (r.code, r.facet) == (code, facet)]
        signs = {
            name: {r.stance for r in own if r.technique == name} for name in dict.fromkeys(r.technique for r in own)
        }
        if {"positive"} in signs.values() and {"negative"} in signs.values():
            found.append(_clash(code, facet, [r.by for r in own], (code, facet) in summed, book))
    clashed = {flag.targets[0] for flag in found}
    found += [flag for flag in _worded(statements, book) if flag.targets[0] not in clashed]
    clashed = {flag.targets[0] for flag in found}
    for one in opposed(statements, book):
        if one.code not in clashed:
            clashed.add(one.code)
            found.append(_clash(one.code, one.words, one.by, one.rested_on, book))
    return found


def _worded(statements: Sequence[Statement], book: Codebook) -> Iterator[Flag]:
    """Clashes on no aspect that the codebook names: two techniques, one heading, one code, the same words."""
    own = [s for s in statements if s.section in FINDINGS and not s.cited and len(s.attribution.techniques) == 1]
    for one, other in combinations(own, 2):
        if one.heading != other.heading or one.attribution.techniques == other.attribution.techniques:
            continue
        shared = set(one.roots) & set(other.roots)
        stances = one.stances or {}
        codes = [c for c in stances if c in book.by_id and {stances[c], other.stance(c)} == {"positive", "negative"}]
        if codes and len(shared) >= _SHARED:
            words = " ".join(root for root in one.roots if root in shared)
            yield _clash(codes[0], words, [one, other], False, book)


def _on(e: Evidence, code: str, facet: str) -> bool:
    return e.counts and e.code == code and e.facet == facet


def _readings(statements: Iterable[Statement]) -> Iterator[_OfText]:
    """What the findings and summaries of a text say of facets; others' studies and advice are left out."""
    for s in statements:
        if s.section in FINDINGS | SUMMARIES and not s.cited and not s.is_recommendation:
            yield from (_OfText(r.code, r.facet, r.stance, s, r.technique) for r in s.aspects)


def _tensions(said: Sequence[_Said] | Sequence[_OfText], book: Codebook) -> list[Flag]:
    return [flag for code in book.codes for tension in code.tensions for flag in _tension(code.id, tension, said, book)]


def _tension(code: str, tension: Tension, said: Sequence[_Said] | Sequence[_OfText], book: Codebook) -> list[Flag]:
    """A flag where one side of a pair helps the work and the other hinders it."""
    one = [r for r in said if (r.code, r.facet) == (code, tension.own_facet)]
    other = [r for r in said if (r.code, r.facet) == (tension.code, tension.other_facet)]
    for sign in (1, -1):
        left = [r.by for r in one if _effect(r, book) == sign]
        right = [r.by for r in other if _effect(r, book) == -sign]
        if left and right:
            return [_tense(code, tension, sign, [*left, *right], book)]
    return []


def _effect(reading: _Said | _OfText, book: Codebook) -> int:
    """+1 where it helps the work, -1 where it hinders, 0 where it says both or neither."""
    turned = -1 if book.by_id[reading.code].direction == "hindering" else 1
    return turned * _SIGNS.get(reading.stance, 0)


def _tense(code: str, tension: Tension, sign: int, by: Sequence[Evidence | Statement], book: Codebook) -> Flag:
    note, _, english = tension.note.partition(" / ")
    message = (_SAME_BEHAVIOUR if tension.rule == "T2" else _SAME_CONDITION).fill(
        one=scope_name(code, book),
        other=scope_name(tension.code, book),
        left=_EFFECTS[sign],
        right=_EFFECTS[-sign],
        note=Bi(note.rstrip(". ") + "." if note else "", (english or note).rstrip(". ") + "." if note else ""),
    )
    details = (("own_facet", tension.own_facet), ("other_facet", tension.other_facet))
    return _based(Flag(tension.rule, "WARN", (code, tension.code), message, details=details), by)


def _clash(code: str, facet: str, by: Sequence[Evidence | Statement], rested_on: bool, book: Codebook) -> Flag:
    severity: Severity = "BLOCK" if rested_on else "WARN"
    name = next((f.name for f in book.by_id[code].facets if f.id == facet), Bi(facet, facet))
    message = _CLASH.fill(facet=Bi(f"“{name.id}”", f"“{name.en}”"), code=scope_name(code, book))
    return _based(Flag("T3", severity, (code,), message, details=(("facet", facet),)), by)


def _based(flag: Flag, by: Sequence[Evidence | Statement]) -> Flag:
    """A flag with what it rests on: evidence by id, sentences by place."""
    texts = [one for one in by if isinstance(one, Statement)]
    ids = tuple(sorted({one.id for one in by if isinstance(one, Evidence)}))
    places = tuple(dict.fromkeys(place(one) for one in texts))
    return replace(flag, evidence=ids, places=places, details=(*flag.details, *refs(texts)))
