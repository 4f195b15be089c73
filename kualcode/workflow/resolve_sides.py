"""The side that a researcher prefers where two contradict each other: a technique, a role group or a voice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kualcode.analysis.evidence import TECHNIQUES, VOICE_FIELD
from kualcode.analysis.layouts.quotes import sheet
from kualcode.analysis.triangulation.parents import below, children
from kualcode.analysis.words import TECHNIQUES as NAMES
from kualcode.errors import Bi, UsageError
from kualcode.store import Store
from kualcode.workflow.words import shown

# Of a label that is far from the suggested one: whose label it is.
_LABELS = {
    "researcher": Bi("label peneliti", "the researcher's label"),
    "suggestion": Bi("label yang disarankan", "the suggested label"),
}
_LABEL_WORDS = {"peneliti": "researcher", "researcher": "researcher", "saran": "suggestion", "suggestion": "suggestion"}
_PREFERRED = Bi("(yang dipilih: {side}) {why}", "(preferred: {side}) {why}")


def told(side: str) -> Bi:
    """A side as it is read: "observasi", "pimpinan", "I-03"."""
    names: dict[str, Bi] = {**{kind: NAMES[kind] for kind in TECHNIQUES}, **_LABELS}
    return names.get(side, Bi(side, side))


def with_side(rationale: str, side: str, language: str) -> str:
    """The rationale as it is printed: which side is preferred, and why, in the language of the study."""
    line = _PREFERRED.fill(side=told(side), why=rationale)
    return line.en if language == "en" else line.id


def check_given(side: str, *, preferring: bool) -> str | None:
    """The side as it is typed, there for a preference and for no other decision. Raises UsageError."""
    named = " ".join(side.split())
    if preferring and not named:
        raise UsageError(_WHICH, _NAME)
    if named and not preferring:
        raise UsageError(
            Bi("--side hanya untuk keputusan pilih_satu.", "--side goes with the decision prefer only."),
            Bi("Hapus --side, atau pilih pilih_satu.", "Leave out --side, or decide on prefer."),
        )
    return named or None


def side(store: Store, word: str, rule: str, codes: Collection[str]) -> str:
    """The side that a word names among those that speak of the codes, of all where there is none.

    Raises UsageError for a word that names none, with the sides that there are.
    """
    known = _known(store, rule, codes)
    found = known.get(word.casefold())
    if found is not None:
        return found
    raise UsageError(
        Bi("Pihak {word} tidak ada pada pertentangan ini.", "{word} is no side of this contradiction.").fill(
            word=shown(word)
        ),
        Bi("Pilih: {choices}.", "Choose: {choices}.").fill(choices=_read(known)),
    )


def speaks(store: Store, word: str, rule: str, codes: Collection[str]) -> bool:
    """Whether a word names a side that speaks of the codes."""
    return word.casefold() in _known(store, rule, codes)


def _known(store: Store, rule: str, codes: Collection[str]) -> Mapping[str, str]:
    return _LABEL_WORDS if rule == "LABEL" else dict(_sides(store, codes))


def _read(known: Mapping[str, str]) -> Bi:
    named = [told(one) for one in dict.fromkeys(known.values())]
    return Bi(", ".join(one.id for one in named), ", ".join(one.en for one in named))


def _sides(store: Store, codes: Collection[str]) -> Iterator[tuple[str, str]]:
    """Techniques, role groups and voices by every word for them, in this order."""
    from kualcode.workflow.codebooks import stored
    from kualcode.workflow.evidence import evidence

    family = children(stored(store)[0])
    wanted = {name for code in codes for name in (code, *below(family, code))}
    heard = [one for one in evidence(store) if one.counts and (not wanted or one.code in wanted)]
    for kind in TECHNIQUES:
        if any(one.source_type == kind for one in heard):
            yield from ((word.casefold(), kind) for word in (kind, *NAMES[kind]))
    groups = {one.role_group for one in heard if one.source_type == "interview" and one.role_group}
    voices = {sheet(one) for one in heard if one.source_type in VOICE_FIELD and not one.aggregate}
    yield from ((name.casefold(), name) for name in (*sorted(groups), *sorted(voices)))


_WHICH = Bi("Pihak mana yang dipilih?", "Which side is preferred?")
_NAME = Bi(
    "Beri --side: teknik, kelompok peran, atau suaranya, misalnya --side observasi atau --side I-03.",
    "Give --side: a technique, role group or voice, for instance --side observation or --side I-03.",
)
