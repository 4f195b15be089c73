"""temuan.yaml in the project: kept with it, read back, and handed to the analysis."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kualcode import judgements as written
from kualcode.analysis.evidence import VOICE_FIELD, Case, Judgement, NegativeCase, Recommended, Technique
from kualcode.analysis.triangulation.negative_cases import unclear
from kualcode.analysis.words import TECHNIQUES
from kualcode.config import UNREADABLE
from kualcode.errors import Bi, InvalidFile, Problem
from kualcode.judgements import Finding, Judgements, Negative, facet_of, facets_of, label_of
from kualcode.model import Codebook
from kualcode.store import Query, Store
from kualcode.text import normalise, squash
from kualcode.workflow.project import root
from kualcode.workflow.study import closed, spelled, stored_config
from kualcode.workflow.voices import VOICE

FILES = ("temuan.yaml", "findings.yaml")  # the Indonesian and the English name of one file


# ---------------------------------------------------------------- kept in the project
def keep(store: Store, folder: Path, *, by: str | None = None) -> bool:
    """Take the study folder's file into the project, inside atomic(); whether anything in it is new.

    Without a file, what the project holds stays: it may have been moved without its folder. An empty file
    clears it. Raises InvalidFile for a broken file and where both names are there; then nothing is stored.
    """
    found = _found(folder)
    if found is None:
        return False
    text = _text(found)
    written.load(text, found.name)
    new = {name: text if name == found.name else None for name in FILES}
    if {name: store.setting(name) for name in FILES} == new:
        return False
    for name, value in new.items():
        store.put_setting(name, value, by=by)
    return True


def changed(store: Store, folder: Path) -> bool:
    """Whether the study folder's file differs from what the project holds. Raises InvalidFile."""
    found = _found(folder)
    return found is not None and store.setting(found.name) != _text(found)


def stored(store: Store) -> Judgements:
    """The researcher's judgements as the project holds them."""
    for name in FILES:
        text = store.setting(name)
        if text is not None:
            return written.load(text, name)
    return Judgements()


def gone(store: Store, folder: Path) -> Problem | None:
    """That the study folder has no such file any more, so that the project's own text is used; None where it has.

    Raises InvalidFile where something stands in its place that is no file.
    """
    name = next((name for name in FILES if store.setting(name)), None)
    if name is None or _found(folder) is not None:
        return None
    days = [entry.ts[:10] for entry in store.journal() if entry.object == f"setting:{name}"]
    return Problem(name, _GONE.fill(name=name, day=days[-1] if days else "?"), _GET_BACK)


_GONE = Bi(
    "{name} tidak ada lagi di folder studi; yang dipakai ialah teks yang disimpan di proyek pada {day}.",
    "{name} is no longer in the study folder; the text kept in the project on {day} is used.",
)
_GET_BACK = Bi("Kembalikan berkasnya: kualcode findings --template", "Get the file back: kualcode findings --template")


def _found(folder: Path) -> Path | None:
    there = [folder / name for name in FILES if os.path.lexists(folder / name)]
    for path in there:
        if not path.is_file():  # a folder, a pipe, a link to nothing: never read, and never taken for "not there"
            raise InvalidFile(_NO_FILE.fill(name=path.name), fix=_PUT_FILE.fill(name=path.name))
    if len(there) > 1:
        raise InvalidFile(
            Bi("{a} dan {b} ada dua-duanya.", "Both {a} and {b} are there.").fill(a=FILES[0], b=FILES[1]),
            fix=Bi("Gabungkan isinya, lalu sisakan satu.", "Merge them and keep one."),
        )
    return there[0] if there else None


_NO_FILE = Bi("{name} bukan berkas biasa.", "{name} is not a regular file.")
_PUT_FILE = Bi(
    "Pindahkan, lalu simpan {name} sebagai berkas; teks yang disimpan di proyek tidak diubah.",
    "Move it away, then save {name} as a file; the text kept in the project is unchanged.",
)


def _text(path: Path) -> str:
    try:
        return normalise(path.read_bytes().decode("utf-8"))
    except (UnicodeDecodeError, OSError) as error:
        raise InvalidFile(UNREADABLE.fill(name=path.name)) from error


# ---------------------------------------------------------------- for the analysis
def settled(store: Store, book: Codebook) -> Judgements:
    """The stored file with labels, facets and voices as the codebook and the project write them.

    A label that the scale does not know is left out, and so is what is held of a code that the codebook does not
    have: `problems` tells of both. Negative cases of those who refused or withdrew are left out in silence.
    """
    said = stored(store)
    heard = _heard(store, said)
    findings = tuple(
        replace(
            one,
            label=_label(one.label, book),
            rests_on=_facets(store, book, one),
            negative_cases=heard[one.code],
        )
        for one in said.findings
        if one.code in book.by_id
    )
    return replace(said, findings=findings, overall=replace(said.overall, label=_label(said.overall.label, book)))


def judgements(store: Store, book: Codebook) -> tuple[Judgement, ...]:
    """What the researcher holds of each code of the codebook, in its order, settled."""
    said = settled(store, book)
    by = stored_config(store).researcher
    found = [said.finding(code.id) for code in book.codes]
    return tuple(Judgement(one.code, one.label, one.claim, one.memo, one.rests_on, by) for one in found if one)


def negative_cases(store: Store) -> tuple[NegativeCase, ...]:
    """What the researcher made of opposite voices, each as the project spells it; none of those who withdrew."""
    heard = _heard(store, stored(store))
    return tuple(
        NegativeCase(code, case.voice, case.explanation.id, case.revised, case.technique)
        for code, cases in heard.items()
        for case in cases
    )


def _heard(store: Store, said: Judgements) -> dict[str, tuple[Negative, ...]]:
    """Negative cases by code, in the order of the file; the project's voices are asked only where there are any."""
    told = any(one.negative_cases for one in said.findings)
    known, shut = (voices(store), closed(store)) if told else ((), frozenset[str]())
    named = {
        one.code: [replace(n, voice=_spelled(n.voice, known)) for n in one.negative_cases] for one in said.findings
    }
    return {code: tuple(case for case in cases if case.voice not in shut) for code, cases in named.items()}


def _label(word: str | None, book: Codebook) -> str | None:
    return label_of(word, book.label_scale) if word else None


def recommendations(store: Store) -> tuple[Recommended, ...]:
    """The recommendations as the rules read them: which codes they answer, and which their action is about."""
    return tuple(Recommended(one.id, one.answers, one.concerns) for one in stored(store).recommendations)


def voices(store: Store) -> tuple[str, ...]:
    """Every voice of the project: informants (those who withdrew too), sessions, families of documents."""
    return tuple(sorted({voice for names in _by_technique(store).values() for voice in names}))


def _by_technique(store: Store) -> dict[Technique, set[str]]:
    infos = [store.info(name) for name in store.source_names()]
    found = {kind: {name for info in infos if (name := getattr(info, VOICE[kind]))} for kind in VOICE_FIELD}
    found["interview"] |= store.informants().keys()
    return found


def _spelled(voice: str, known: Collection[str]) -> str:
    """A voice as the project writes it, else an informant's code that is only spelt otherwise ("I1" for "I-01")."""
    same = next((one for one in known if one.casefold() == voice.casefold()), None)
    return same or spelled(voice, known) or voice


def problems(store: Store, book: Codebook, case: Case | None = None) -> tuple[Problem, ...]:
    """Codes, labels, facets and voices of the stored file that neither the codebook nor the project knows.

    With the `case` also negative cases of which it does not follow whose voice is meant. What is not in the folder
    any more is told of first, since the others then point into the text that the project keeps.
    """
    left = gone(store, root(store))
    said, known = stored(store), voices(store)
    alike = [m.word for m in said.mentions if m.kind == "voice" and _spelled(m.word, known) in known]
    added = {one.code: _added(store, one.code) for one in said.findings if one.rests_on}
    wrong = written.check(said, book, facets=added, voices={*known, *alike})
    return (
        *((left,) if left else ()),
        *wrong,
        *_misplaced(store, said),
        *(_unclear(said, case, known) if case else ()),
    )


def _misplaced(store: Store, said: Judgements) -> Iterator[Problem]:
    """Voices that have been given a technique which has none of that name; nothing is told of who withdrew."""
    given = [one for one in said.mentions if one.kind == "voice" and one.technique is not None]
    by_kind, shut = (_by_technique(store), closed(store)) if given else ({}, frozenset[str]())
    for one in given:
        own = [kind for kind, names in by_kind.items() if _spelled(one.word, names) in names]
        if own and one.technique not in own and _spelled(one.word, by_kind["interview"]) not in shut:
            told = _MISPLACED.fill(voice=one.word[:_SHOWN], given=TECHNIQUES[one.technique or "interview"])
            yield Problem(one.where, told, _GIVE.fill(choices=_listed(own)))


def _unclear(said: Judgements, case: Case, known: Collection[str]) -> Iterator[Problem]:
    """Voices that several techniques have; what is written of them explains none."""
    for one, kinds in unclear(case):
        told = _UNCLEAR.fill(voice=one.voice[:_SHOWN], techniques=_listed(kinds))
        for at in said.mentions:
            if at.kind == "voice" and at.code == one.code and _spelled(at.word, known) == one.voice:
                yield Problem(at.where, told, _GIVE.fill(choices=_listed(kinds)))


def _listed(kinds: Iterable[Technique]) -> Bi:
    named = [TECHNIQUES[kind] for kind in kinds]
    return Bi(", ".join(one.id for one in named), ", ".join(one.en for one in named))


def readings(store: Store, book: Codebook) -> tuple[Bi, ...]:
    """A line for every label that is neither a position of the scale nor its English name, in the order of the file."""
    found = []
    for one in stored(store).mentions:
        meant = label_of(one.word, book.label_scale) if one.kind == "label" else None
        if meant and written.own_word(one.word, book.label_scale):
            label = next(Bi(label.id, label.en) for label in book.label_scale if label.id == meant)
            found.append(_READ_AS.fill(where=one.where, word=squash(one.word)[:_SHOWN], label=label))
    return tuple(found)


def _facets(store: Store, book: Codebook, one: Finding) -> tuple[str, ...]:
    """The facets that a finding rests on, as the codebook or the coders write them."""
    known = facets_of(one.code, book)
    if any(facet_of(word, known) is None for word in one.rests_on):
        known |= _added(store, one.code)  # asked last: it reads the codings
    return tuple(dict.fromkeys(facet_of(word, known) or word for word in one.rests_on))


def _added(store: Store, code: str) -> set[str]:
    """Facets that coders gave to passages of a code and of those below it."""
    return {coding.facet for coding in store.codings(Query(code=code)) if coding.facet}


_UNCLEAR = Bi(
    "“{voice}” ialah suara pada beberapa teknik ({techniques}), sehingga penjelasannya belum dipakai.",
    "“{voice}” is a voice of several techniques ({techniques}), so that its explanation is not used yet.",
)
_MISPLACED = Bi("“{voice}” bukan suara pada {given}.", "“{voice}” is no voice of {given}.")
_GIVE = Bi("Tulis “teknik:” di bawahnya. Pilih: {choices}.", "Write “technique:” under it. Choose: {choices}.")
_SHOWN = 40  # characters of a label's word that a message shows
_READ_AS = Bi("{where}: “{word}” dibaca sebagai “{label}”.", "{where}: “{word}” is read as “{label}”.")
