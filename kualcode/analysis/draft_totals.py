"""N2 and N3 by wording: "semua" beside its exceptions, a target said to be met above a lower share (method 1.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kualcode.analysis import draft_lexicon as lexicon
from kualcode.analysis.draft_enumerations import Line
from kualcode.analysis.draft_figures import BESIDE, DENIALS, NEAR, WHOLE, figures, raised, states, word_at
from kualcode.analysis.draft_lexicon import Word
from kualcode.analysis.draft_reading import Sentence
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import where
from kualcode.errors import Bi
from kualcode.language.quantity import Quantity

_TARGETS = frozenset(("target", "targetnya", "ditargetkan", "sasaran", "targets"))
_APART_BY = frozenset(("dan", "tetapi", "namun", ",", "sedangkan", "and", "but"))
_UNMET = DENIALS | {"hampir", "untuk", "nearly", "to"}
_ALL = Bi(
    "Dikatakan semua {noun}, padahal ada {n} yang tidak ({where}). Perbaiki salah satunya.",
    "Said of all {noun}, yet {n} are excepted ({where}). Correct one of the two.",
)
_TARGET = Bi(
    "Dikatakan mencapai target, padahal {figure} ({where}). Sebutkan targetnya, atau ubah pernyataannya.",
    "Said to have met the target, yet {figure} ({where}). Give the target, or change the statement.",
)
_LATE = Bi("ada yang ditunda", "something was put off")
_INFORMANTS = Bi(
    "Jumlah informan berbeda: {shown}. Samakan di semua bagian.",
    "The number of informants differs: {shown}. Make it the same in every section.",
)


def total_rules(found: Sequence[Sentence]) -> list[Flag]:
    """A BLOCK for exceptions to what is said of all, a WARN for a target that was not met."""
    own = [s for s in found if states(s.statement)]
    return [*_everything(own), *_targets(own)]


# ---------------------------------------------------------------- N2
def _everything(own: Sequence[Sentence]) -> Iterator[Flag]:
    """ "Semua surat dibalas" with "7 surat belum dibalas": one noun, one verb, in one part or a summary of it."""
    alls = [(s, noun, verbs) for s in own for noun, verbs in _alls(s.line)]
    seen: set[str] = set()
    for s, noun, verbs in alls:
        for other in own:
            met = other.statement.heading == s.statement.heading or None in (
                other.statement.heading,
                s.statement.heading,
            )
            count = _exceptions(other.line, noun, verbs) if met else None
            if count is not None and noun not in seen:
                seen.add(noun)
                said = list(dict.fromkeys([s.statement.id, other.statement.id]))
                both = [x.statement for x in own if x.statement.id in said]
                message = _ALL.fill(noun=noun, n=count, where=where(both))
                yield raised("N2", "BLOCK", message, both, ("exceptions", str(count)))


def _alls(line: Line) -> Iterator[tuple[str, frozenset[str]]]:
    """Noun and roots of the predicate of what is said of all, if it is not denied."""
    for first, last in lexicon.spots(line.words, "everything"):
        if last >= len(line.words) or (first and line.words[first - 1].text in DENIALS | {"bukan"}):
            continue
        behind = line.words[last + 1 : last + 1 + BESIDE]
        end = next((n for n, w in enumerate(behind) if w.text in (",", ".", ";")), len(behind))
        if not DENIALS.intersection(w.text for w in behind[:end]):
            verbs = frozenset(_predicates(behind[:end], line.language))
            yield from [(line.words[last].text, verbs)] if verbs else []


def _predicates(words: Sequence[Word], code: str) -> Iterator[str]:
    for word in words:
        if lexicon.is_verb(word.text, code) or word.text in lexicon.entries("done_plain"):
            yield lexicon.lemma(word.text, code)


def _exceptions(line: Line, noun: str, verbs: frozenset[str]) -> Fraction | None:
    """How many of a noun are said not to have done what the verbs say."""
    for q in figures(line):
        after = (line.words[word_at(line.words, q.end) :], line.words[word_at(line.words, q.start) + 1 :])
        behind = next((words[: 2 + BESIDE] for words in after if words and words[0].text == noun), None)
        if behind is None or not q.lo or q.unit == "percent":
            continue
        denied = next((n for n, w in enumerate(behind[: NEAR + 1]) if w.text in DENIALS), None)
        if denied is not None and not verbs.isdisjoint(_predicates(behind[denied + 1 :], line.language)):
            return q.lo
    return None


# ---------------------------------------------------------------- N3
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


def _meets(line: Line) -> bool:
    """Whether a sentence says that the target is met, of the whole: no count stands before it."""
    spots = [first for first, _ in lexicon.spots(line.words, "meets_target")]
    named = [n for n, w in enumerate(line.words) if w.text in _TARGETS]
    spots += [n for n in named if _is_attained(line.words[n + 1 : n + 1 + BESIDE])]
    for first in spots:
        before = [w.text for w in line.words[max(0, first - BESIDE) : first]]
        counted = any(text[0].isdigit() or text in lexicon.entries("number") for text in before)
        told = before[-1:] not in (["yang"], ["that"], ["which"])
        if told and not counted and not lexicon.entries("not_stated").union(_UNMET).intersection(before):
            return True
    return False


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
