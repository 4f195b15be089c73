"""Cells and notes that the layouts share: what a group says of a code, in few words, opening to its quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from kualcode.analysis import words
from kualcode.analysis.evidence import Axis, Case, Evidence
from kualcode.analysis.layouts import figures, quotes
from kualcode.analysis.layouts.chosen import chosen, rest
from kualcode.analysis.layouts.parts import Parts, quotes_at
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.analysis.triangulation.voices import AGGREGATE
from kualcode.analysis.verdicts import CodeVerdict, Group, Sign, Triangulation, Voice
from kualcode.document import NOTHING, Entry, Quote
from kualcode.errors import Bi
from kualcode.model import Code

EMPTY = Entry("")
_GISTS, _FACETS = 3, 4  # how many a cell names
_ONE = {
    "interview": Bi("informan", "informant"),
    "observation": Bi("sesi", "session"),
    "documentation": Bi("dokumen", "document"),
}
_STATUS, _HEADED = Bi("Status faktor", "Status of the factor"), Bi("{head}: {label}", "{head}: {label}")
_UNNAMED = Bi("Tanpa sumber jelas: {n} pernyataan", "Unattributed: {n} statements")
_UNPLACED: dict[Axis, Bi] = {
    "technique": Bi("Tanpa teknik: {n} pernyataan", "Without a technique: {n} statements"),
    "source": Bi("Tanpa kelompok peran: {n} pernyataan", "Without a role group: {n} statements"),
    "time": Bi("Tanpa tanggal: {n} pernyataan", "Without a date: {n} statements"),
}
_ON_GROUP = Bi("Pada kelompok faktor itu sendiri: {n} pernyataan", "On the group itself: {n} statements")
_RETIRED = Bi(
    "Berkode lama, tidak dihitung, kodekan ulang: {n} pernyataan",
    "Under a retired code, not counted, to be coded again: {n} statements",
)
_DISPUTED = Bi("Disengketakan, tidak dihitung: {n} pernyataan", "Disputed, not counted: {n} statements")
_DIVIDED = Bi("Terbelah: {camps}", "Divided: {camps}")
_NO_SIDE = Bi("Tidak ada arah yang menonjol; {camps}", "No side prevails; {camps}")
_ORDER: tuple[Sign, ...] = ("POS", "MIX", "NEG", "NEU")
_COUNT = Bi("{n} {sign}", "{n} {sign}")
_MORE = Bi("dan {n} lagi", "and {n} more")
_MINE = Bi("{mine} (peneliti; saran: {theirs})", "{mine} (researcher; suggested: {theirs})")
_SAME = Bi("{mine} (peneliti; saran sama)", "{mine} (researcher; suggested too)")
_NONE = Bi("tidak ada", "none")
_HOLDS = re.compile(r"([NTM]\d+)\b|(\S+) BLOCK\b(?<!all children BLOCK)")  # a rule, or a part that is held back itself
_HELD, _HELD_BY = Bi("ditahan", "held back"), Bi("ditahan oleh {rules}", "held back by {rules}")
_CONDITION = Bi(
    "pengaruhnya terhadap kinerja belum dinyatakan oleh sumber",
    "no source is marked as stating its effect on performance",
)
_UNCONCLUDED = Bi("{theirs} (label peneliti: {mine})", "{theirs} (the researcher's label: {mine})")


class Row(NamedTuple):
    """A code as a row: its number among its siblings ("1.2"), how it is shown, and what is said of it."""

    number: str
    code: Code
    found: CodeVerdict

    @property
    def name(self) -> Bi:
        """ "KUAL.KMP Kemampuan dan keterampilan"."""
        return Bi(f"{self.code.id} {self.code.name.id}", f"{self.code.id} {self.code.name.en}")

    @property
    def heads_factors(self) -> bool:
        """Whether it is a group of factors, which has no verdict of its own."""
        return self.found.verdict is None


class Cells:
    """Builds the cells of one run over one axis."""

    def __init__(self, case: Case, run: Triangulation, *, quoted: bool = True, most: int | None = None) -> None:
        """`most` limits the quotes of a cell; without `quoted` there are none."""
        self.case, self.run, self.book, self.quoted, self.most = case, run, case.book, quoted, most
        self.evidence = {one.id: one for one in case.evidence}
        self.limits = thresholds(case.book)
        self._parts = Parts(case.book, run)
        self._mine = {one.code: one.label for one in case.judgements if one.label} if run.gates else {}

    @cached_property
    def _tables(self) -> dict[str, tuple[Bi, ...]]:
        """Figures of documents' tables by code, which only a column of documentation shows."""
        return figures.of_tables(self.case) if self.run.axis == "technique" else {}

    # ------------------------------------------------------------ rows and heads
    def rows(self) -> list[Row]:
        """Every code in codebook order; a retired one only where there is something on it."""
        counts: Counter[str] = Counter()
        numbers: dict[str, str] = {}
        made = []
        for found in self.run.codes:
            code = self.book.by_id[found.code]
            if code.retired is not None and not found.recode and found.verdict in (None, "NO_DATA"):
                continue
            above = f"{numbers[code.parent]}." if code.parent in numbers else ""
            counts[above] += 1
            numbers[code.id] = f"{above}{counts[above]}"
            made.append(Row(numbers[code.id], code, found))
        return made

    def heads(self) -> tuple[Bi, ...]:
        """What the columns of the groups are called."""
        return tuple(words.capital(self.group_name(name)) for name in self.run.names)

    def group_name(self, name: str) -> Bi:
        """A technique, a role group or a stretch of time as it is read."""
        return quotes.stretch(name) if self.run.axis == "time" else words.group(self.run.axis, name)

    # ------------------------------------------------------------ a group's cell
    def group(self, row: Row, group: Group) -> Entry:
        """How a group leans, how many voices it has, and the gists or facets that they speak of."""
        if row.heads_factors:
            return EMPTY
        found = self._tables.get(row.code.id, ()) if group.name == "documentation" else ()
        if group.sign == "SIL":
            return Entry(figures.only(found) if found else words.SILENCES[group.silence])
        said = list(self.statements(row, group.voices))
        elsewhere = rest(said, self.most) if said else quotes_at(self._heard_below(row, group))
        lines = [self.leaning(row, group), self._said(row, said), figures.also(found)]
        if self.quoted:
            lines.append(elsewhere)
        return Entry(words.joined(lines, "\n"), self.as_quotes(said))

    def _heard_below(self, row: Row, group: Group) -> list[str]:
        """Numbers of the children's rows in which a group speaks."""
        below = self._parts.below(row.code.id)
        spoken = {one.code for voice in group.voices for one in map(self.evidence.__getitem__, voice.evidence)}
        return [f"{row.number}.{n}" for n, code in enumerate(below, 1) if self._under(code) & spoken]

    def _under(self, code: str) -> set[str]:
        """A code and all that stand below it."""
        return {code}.union(*map(self._under, self._parts.below(code)))

    def leaning(self, row: Row, group: Group) -> Bi:
        """ "positif (5 informan: 4 positif, 1 negatif)"; voices are counted, never averaged.

        A parent names its parts instead, from which its direction comes.
        """
        by_parts = self._parts.told(row.found, group, self.voices(group))
        if by_parts is not None:
            return by_parts
        signs = Counter(voice.sign for voice in group.voices)
        counted = self.voices(group)
        if set(signs) != {group.sign}:
            parts = [
                _COUNT.fill(n=signs[sign], sign=self._parts.brief(row.code.id, sign)) for sign in _ORDER if signs[sign]
            ]
            counted = words.joined([counted, words.joined(parts)], ": ")
        return Bi("{sign} ({counted})", "{sign} ({counted})").fill(
            sign=words.sign(self.book, row.code.id, group.sign), counted=counted
        )

    def voices(self, group: Group) -> Bi:
        """ "5 informan"; on other axes than technique "5 suara", unless all of them are informants."""
        kind = {"technique": group.name, "source": "interview"}.get(self.run.axis, "")
        named = sum(voice.key != AGGREGATE for voice in group.voices)
        one = _ONE.get(kind, Bi("suara", "voice"))
        many = words.VOICES.get(kind, Bi("suara", "voices"))
        told = Bi("{n} {what}", "{n} {what}").fill(n=named, what=one if named == 1 else many)
        whole = Bi("1 laporan agregat", "1 aggregate report") if len(group.voices) > named else NOTHING
        return words.joined([told if named else NOTHING, whole], " + ")

    def _said(self, row: Row, found: Sequence[Evidence]) -> Bi:
        """The gists that a person typed, else the facets of which the statements speak."""
        gists = list(dict.fromkeys(one.gist for one in found if one.gist))
        if gists:
            return _listed([Bi(gist, gist) for gist in gists], _GISTS, "; ")
        named = {one.facet for one in found if one.facet}
        if not named:
            return NOTHING
        facets = [self.facet(row.code, facet) for facet in self.facets(row.code, named)]
        return Bi("aspek: {facets}", "aspects: {facets}").fill(facets=_listed(facets, _FACETS, ", "))

    def facets(self, code: Code, named: Iterable[str]) -> list[str]:
        """Facets in codebook order; those that coders added come after, by name."""
        order = {facet.id: number for number, facet in enumerate(code.facets)}
        return sorted(named, key=lambda facet: (order.get(facet, len(order)), facet))

    def facet(self, code: Code, facet: str) -> Bi:
        """A facet by its name."""
        plain = facet.replace("_", " ")
        return next((own.name for own in code.facets if own.id == facet), Bi(plain, plain))

    # ------------------------------------------------------------ quotes
    def statements(self, row: Row, voices: Iterable[Voice]) -> Iterator[Evidence]:
        """The statements of voices on the code itself: those on its children stand in their own rows."""
        for voice in voices:
            for identity in voice.evidence:
                one = self.evidence[identity]
                if one.code == row.code.id:
                    yield one

    def quotes(self, row: Row, voices: Iterable[Voice]) -> tuple[Quote, ...]:
        """The same as quotes."""
        return self.as_quotes(self.statements(row, voices))

    def as_quotes(self, statements: Iterable[Evidence]) -> tuple[Quote, ...]:
        """Statements as quotes on one line, no more than the limit.

        None where nobody will open a cell, which spares the memory of large studies.
        """
        if not self.quoted:
            return ()
        made = (quotes.quote(self.book, one) for one in chosen(list(statements), self.most))
        return tuple(replace(one, text=quotes.on_one_line(one.text)) for one in made)

    def unattributed(self, row: Row) -> tuple[Quote, ...]:
        """Passages that no named source stands behind."""
        found = (self.evidence[identity] for identity in row.found.unattributed)
        return self.as_quotes(one for one in found if one.code == row.code.id)

    # ------------------------------------------------------------ what is concluded
    def verdict(self, row: Row) -> Bi:
        """ "sejalan (2 dari 3 teknik)"."""
        if row.found.verdict is None:
            return NOTHING
        named, k = words.VERDICTS[row.found.verdict], row.found.k
        if not k:
            return named
        return Bi("{verdict} ({k} dari {n} {what})", "{verdict} ({k} of {n} {what})").fill(
            verdict=named, k=k, n=len(self.run.names), what=words.GROUPS[self.run.axis]
        )

    def label(self, row: Row) -> Bi:
        """The suggested label with its note, or the status of a factor; empty where there is neither."""
        found = row.found
        if found.status is not None:
            told = words.STATUSES.get(found.status, Bi(found.status, found.status))
            if held := self._held_back(row):
                return held
            conditional = found.condition_only and found.status != "refuted"
            return words.joined([told, _CONDITION if conditional else NOTHING], "; ")
        suggested = words.label(self.book, found.label) if found.label is not None else NOTHING
        if found.label is not None and (held := self._held_back(row)):
            return self._with_mine(row.code.id, held, None)
        return self._with_mine(row.code.id, words.joined([suggested, found.label_note or NOTHING], " "), found.label)

    def _held_back(self, row: Row) -> Bi | None:
        """In the place of a label or status that may not be stated yet: the rules that hold it back."""
        if row.found.gate != "BLOCK":
            return None
        found = (_HOLDS.match(reason.id) for reason in row.found.gate_reasons if reason.gate == "BLOCK")
        rules = dict.fromkeys(one[1] or one[2] for one in found if one)
        return _HELD_BY.fill(rules=", ".join(rules)) if rules else _HELD

    def _with_mine(self, code: str, theirs: Bi, suggested: str | None) -> Bi:
        """The researcher's label beside the suggested one; where nothing is concluded that stands first."""
        mine = self._mine.get(code)
        if mine is None:
            return theirs
        told = _UNCONCLUDED if suggested is None and theirs.id else _SAME if mine in (suggested, theirs.id) else _MINE
        return told.fill(mine=words.label(self.book, mine), theirs=theirs if theirs.id else _NONE)

    def labelled(self, row: Row) -> bool:
        """Whether there is a label to show, suggested or the researcher's."""
        return row.found.label is not None or row.code.id in self._mine

    def conclusion(self, row: Row) -> Entry:
        """Verdict, where it differs, label with its criterion, gate; opens to what has no named source."""
        found = row.found
        if row.heads_factors:
            return Entry(_ON_GROUP.fill(n=len(found.unplaced))) if found.unplaced else EMPTY
        gate = words.capital(words.GATES[found.gate]) if found.gate else NOTHING
        return Entry(words.joined([*self.conclusion_lines(row), gate], "\n"), self.unattributed(row))

    def conclusion_lines(self, row: Row) -> Iterator[Bi]:
        """The verdict, where the data differ, and the label with its criterion or the status of a factor."""
        found = row.found
        yield words.capital(self.verdict(row))
        yield from self.differences(row)
        if self.labelled(row) or found.status:
            head = _STATUS if found.status else words.label_heading(self.book, [found.code])
            yield _HEADED.fill(head=head, label=self.label(row))
        if found.label and row.code.criterion and found.gate != "BLOCK":
            yield self.criterion(row)

    def criterion(self, row: Row) -> Bi:
        """The yardstick under the label."""
        own = row.code.criterion
        return Bi("(ukuran: {criterion})", "(criterion: {criterion})").fill(criterion=own) if own else NOTHING

    def differences(self, row: Row) -> Iterator[Bi]:
        """Facets that clash, voices that say the opposite, both camps, children that lower it, and what is unnamed."""
        found = row.found
        if found.facet_clashes:
            facets = [self.facet(row.code, facet) for facet in found.facet_clashes]
            yield Bi("Berbeda pada aspek: {facets}", "Differs on: {facets}").fill(facets=words.joined(facets))
        if found.deviant:
            keys = ", ".join(self.names(row, found.deviant))
            yield Bi("Suara berbeda: {keys}", "Deviant: {keys}").fill(keys=keys)
        if any(found.camp_voices.values()):
            sides = sorted(found.camp_voices.items(), reverse=True)
            camps = [self._camp(row, sign, voices) for sign, voices in sides if voices]
            yield (_DIVIDED if len(camps) > 1 else _NO_SIDE).fill(camps=words.joined(camps, "; "))
        if found.caps:
            yield Bi("Diturunkan oleh: {codes}", "Lowered by: {codes}").fill(codes=", ".join(found.caps))
        if found.unattributed:
            yield _UNNAMED.fill(n=len(found.unattributed))
        if found.unplaced:
            yield _UNPLACED[self.run.axis].fill(n=len(found.unplaced))
        if found.disputed:
            yield _DISPUTED.fill(n=len(found.disputed))
        if found.recode:
            yield _RETIRED.fill(n=len(found.recode))

    def _camp(self, row: Row, sign: str, voices: Sequence[Voice]) -> Bi:
        named = words.sign(self.book, row.code.id, "POS" if sign == "POS" else "NEG")
        return Bi("{sign} {keys}", "{sign} {keys}").fill(sign=named, keys=", ".join(self.names(row, voices)))

    def names(self, row: Row, voices: Iterable[Voice]) -> list[str]:
        """Voices as a reader knows them: a document by the code of its sheet."""
        found = {v.id: quotes.sheet(self.evidence[v.evidence[0]]) for g in row.found.groups for v in g.voices}
        return [found.get(voice.id, voice.key) for voice in voices]


def _listed(parts: Sequence[Bi], most: int, separator: str) -> Bi:
    """The first of them, and how many more there are."""
    rest = len(parts) - most
    return words.joined([*parts[:most], _MORE.fill(n=rest) if rest > 0 else NOTHING], separator)
