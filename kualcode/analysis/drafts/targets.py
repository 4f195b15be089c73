"""N3 by wording: a target said to be met, where what was reached of it is told and is below it (method 1.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.enumerations import Line
from kualcode.analysis.drafts.figures import (
    BESIDE,
    CONCEDED,
    DENIALS,
    NEAR,
    WHOLE,
    YEARS,
    figures,
    matter,
    one_time,
    raised,
    word_at,
)
from kualcode.analysis.drafts.lexicon import Word
from kualcode.analysis.drafts.reading import Sentence
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import where
from kualcode.errors import Bi
from kualcode.language.quantity import Quantity

_TARGETS = frozenset(("target", "targetnya", "ditargetkan", "sasaran", "targets"))
_APART_BY = frozenset(("dan", "tetapi", "namun", ",", "sedangkan", "and", "but"))
_AIMS = frozenset(("target", "targetnya", "sasaran", "targets", "sudah", "telah", "menetapkan", "tetap"))
_TURNS = frozenset(("sedangkan", "sementara", "tetapi", "namun", "while", "whereas", "but", ";"))
_UNMET = DENIALS | {"hampir", "untuk", "nearly", "to"}
_TARGET = Bi(
    "Dikatakan mencapai target, padahal {figure} ({where}). Sebutkan targetnya, atau ubah pernyataannya.",
    "Said to have met the target, yet {figure} ({where}). Give the target, or change the statement.",
)
_LATE = Bi("ada yang ditunda", "something was put off")
_FAR = 12  # words of a clause in which a predicate or an achievement is looked for


def target_rules(own: Sequence[Sentence]) -> list[Flag]:
    """A WARN for each target of some stated sentences that is said to be met and was not."""
    return [*_targets(own), *_short(own), *_late(own)]


def _targets(own: Sequence[Sentence]) -> Iterator[Flag]:
    """A target said to be met where the same part gives a share below 100% and no target, or puts something off."""
    for heading in dict.fromkeys(s.statement.heading for s in own):
        part = [s for s in own if s.statement.heading == heading]
        met = [s for s in part if _meets(s.line)]
        if not met or any(_gives_target(s.line) for s in part):
            continue
        below = [(s, q) for s in part for q in _shares(s.line)]
        late = [s for s in met if lexicon.has(s.line.words, "put_off")]
        if below or late:
            shown = Bi(below[0][1].raw, below[0][1].raw) if below else _LATE
            said = {s.statement.id: s.statement for s in (*met, *(s for s, _ in below), *late)}
            message = _TARGET.fill(figure=shown, where=where(list(said.values())))
            yield raised("N3", "WARN", message, list(said.values()))


def _short(own: Sequence[Sentence]) -> Iterator[Flag]:
    """A target said to be met, where what was reached of it is told and is below the target that is told, or 100%."""
    for met in own:
        if not _meets(met.line) or CONCEDED.intersection(w.text for w in met.line.words):
            continue
        part = [s for s in own if s.statement.heading == met.statement.heading or met.statement.heading is None]
        goal: Quantity | None = None
        for s in part:
            goals = list(_goals(s.line))
            goal = goals[0] if goals else goal
            below = [q for q in _reached(s.line, goals, goal) if _below(q, goal)]
            if below and _one_subject(met.line, s.line) and one_time(met.line.text, s.line.text):
                said = list({x.statement.id: x.statement for x in (met, s)}.values())
                figure = Bi(below[0].raw, below[0].raw)
                yield raised("N3", "WARN", _TARGET.fill(figure=figure, where=where(said)), said)
                break


def _goals(line: Line) -> Iterator[Quantity]:
    """The figures that a sentence gives as a target."""
    targets = [n for n, w in enumerate(line.words) if w.text in _TARGETS]
    for q in figures(line):
        figure = word_at(line.words, q.start)
        if any(0 < figure - at <= NEAR and not _APART_BY.intersection(_texts(line, at, figure)) for at in targets):
            yield q


def _texts(line: Line, first: int, last: int) -> set[str]:
    return {w.text for w in line.words[first:last]}


def _reached(line: Line, goals: Sequence[Quantity], goal: Quantity | None) -> Iterator[Quantity]:
    """The figures that a sentence gives as reached: shares, or counts of what the target counts."""
    told = lexicon.has(line.words, "share") or lexicon.has(line.words, "carried_out") or bool(goals)
    for q in figures(line):
        at = word_at(line.words, q.start)
        near = line.words[max(0, at - _FAR) : at]
        if q in goals or not q.is_single or q.lo is None or any(w.text in ("naik", "turun") for w in near):
            continue
        share = q.unit == "percent" and (lexicon.has(near, "share") or bool(goals))
        count = goal is not None and told and q.integer and q.unit == goal.unit and q.unit not in (None, "percent")
        if share or count:
            yield q


def _below(q: Quantity, goal: Quantity | None) -> bool:
    """Whether what was reached is below the target; a share without any target is held against 100%."""
    if goal is None:
        return q.unit == "percent" and q.lo is not None and q.lo < WHOLE
    return q.unit == goal.unit and q.lo is not None and goal.lo is not None and q.lo < goal.lo


def _one_subject(met: Line, other: Line) -> bool:
    """Whether two sentences may be on one subject: they share a word that tells, or the first has none."""
    at = _met_at(met) or 0
    begin = max((n + 1 for n in range(at) if met.words[n].text in _TURNS), default=0)
    end = next((n for n in range(at, len(met.words)) if met.words[n].text in _TURNS), len(met.words))
    told = [set(matter(words, met.language)) - _AIMS for words in (met.words[begin:end], met.words, other.words)]
    return bool((told[0] or told[1]) & told[2])


def _late(own: Sequence[Sentence]) -> Iterator[Flag]:
    """A target said to be met, where some of what it counts was put off: "dua kegiatan ditunda"."""
    for met in own:
        nouns = {w.text for w in met.line.words}
        if not _meets(met.line) or CONCEDED & nouns:
            continue
        for s in own:
            counted = [q for q in figures(s.line) if q.integer and q.unit in nouns]
            if s.statement.paragraph == met.statement.paragraph and counted and lexicon.has(s.line.words, "put_off"):
                said = list({x.statement.id: x.statement for x in (met, s)}.values())
                yield raised("N3", "WARN", _TARGET.fill(figure=_LATE, where=where(said)), said)


def _meets(line: Line) -> bool:
    """Whether a sentence says that the target is met, of the whole."""
    return _met_at(line) is not None


def _met_at(line: Line) -> int | None:
    """Where a sentence says that the target is met, of the whole: no count stands before it."""
    spots = [first for first, _ in lexicon.spots(line.words, "meets_target")]
    named = [n for n, w in enumerate(line.words) if w.text in _TARGETS]
    spots += [n for n in named if _is_attained(line.words[n + 1 : n + 1 + BESIDE])]
    for first in spots:
        before = [w.text for w in line.words[max(0, first - BESIDE) : first]]
        counted = any(
            (text[0].isdigit() and not YEARS.fullmatch(text)) or text in lexicon.entries("number") for text in before
        )
        told = before[-1:] not in (["yang"], ["that"], ["which"])
        if told and not counted and not lexicon.entries("not_stated").union(_UNMET).intersection(before):
            return first
    return None


def _is_attained(behind: Sequence[Word]) -> bool:
    """Whether "tercapai" follows "target" in its clause, undenied."""
    at = next((n for n in range(len(behind)) if lexicon.match(behind, n, "attained")), None)
    between = behind[:at] if at is not None else ()
    return at is not None and not any(w.text in DENIALS or not w.text[0].isalpha() for w in between)


def _gives_target(line: Line) -> bool:
    """Whether a sentence says how high the target is: "target 80%"."""
    given = [word_at(line.words, q.start) for q in figures(line)]
    targets = [n for n, w in enumerate(line.words) if w.text in _TARGETS]
    return any(
        0 < figure - at <= NEAR and not _APART_BY.intersection(w.text for w in line.words[at + 1 : figure])
        for figure in given
        for at in targets
    )


def _shares(line: Line) -> Iterator[Quantity]:
    """Shares below 100% of what was achieved."""
    for q in figures(line):
        at = word_at(line.words, q.start)
        achieved = lexicon.has(line.words[max(0, at - BESIDE) : at], "share")
        if achieved and q.unit == "percent" and q.lo is not None and q.is_single and q.lo < WHOLE:
            yield q
