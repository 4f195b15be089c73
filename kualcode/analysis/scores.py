"""How well suggestions agree with gold codings: per code and overall, in exact fractions.

A pair (statement, code) that experts may code either way is neither hit nor miss. A sub-code counts as the
nearest code that the gold uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kualcode.analysis.agreement import alpha_nominal
from kualcode.model import Codebook, Stance


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement: what the gold says, what may go either way, and what was suggested."""

    id: str
    gold: Mapping[str, Stance]
    optional: frozenset[str]
    suggested: Mapping[str, Stance]


@dataclass(frozen=True, slots=True)
class CodeScore:
    """Figures of one code; None where a figure is undefined."""

    code: str
    n: int
    predicted: int
    hits: int
    alpha: Fraction | None
    stance_equal: int

    @property
    def precision(self) -> Fraction | None:
        """Share of the suggestions that the gold holds."""
        return _share(self.hits, self.predicted)

    @property
    def recall(self) -> Fraction | None:
        """Share of the gold that was suggested."""
        return _share(self.hits, self.n)

    @property
    def f1(self) -> Fraction | None:
        """Harmonic mean of precision and recall; 0 when nothing was hit."""
        return _share(2 * self.hits, self.n + self.predicted)

    @property
    def stance_agreement(self) -> Fraction | None:
        """Share of the hits whose stance is the same."""
        return _share(self.stance_equal, self.hits)


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one evaluation."""

    n: int
    codes: tuple[CodeScore, ...]
    codeless: int
    codeless_clean: Fraction | None

    @property
    def micro(self) -> CodeScore:
        """All codes pooled."""
        return CodeScore(
            "",
            sum(c.n for c in self.codes),
            sum(c.predicted for c in self.codes),
            sum(c.hits for c in self.codes),
            None,
            sum(c.stance_equal for c in self.codes),
        )

    def macro_f1(self, at_least: int = 1) -> Fraction | None:
        """Mean F1 over the codes with so many gold statements."""
        return _mean([c.f1 for c in self.codes if c.n >= at_least])

    def mean_alpha(self, at_least: int = 1) -> Fraction | None:
        """Mean alpha over the codes with so many gold statements."""
        return _mean([c.alpha for c in self.codes if c.n >= at_least])


def score(judged: Sequence[Judged], order: Sequence[str]) -> Scores:
    """Figures per code, in codebook order, and overall."""
    used = {code for j in judged for code in (*j.gold, *j.suggested)}
    codes = [_score_code(code, judged) for code in order if code in used]
    codeless = [j for j in judged if not j.gold]
    clean = sum(1 for j in codeless if not set(j.suggested) - j.optional)
    return Scores(
        len(judged), tuple(c for c in codes if c.n or c.predicted), len(codeless), _share(clean, len(codeless))
    )


def _score_code(code: str, judged: Sequence[Judged]) -> CodeScore:
    counted = [j for j in judged if code not in j.optional]
    gold = [j for j in counted if code in j.gold]
    suggested = [j for j in counted if code in j.suggested]
    both = [j for j in gold if code in j.suggested]
    alpha = alpha_nominal([(code in j.gold, code in j.suggested) for j in counted])
    equal = sum(1 for j in both if j.gold[code] == j.suggested[code])
    return CodeScore(code, len(gold), len(suggested), len(both), alpha, equal)


def roll_up(codes: Mapping[str, Stance], used: frozenset[str], codebook: Codebook) -> dict[str, Stance]:
    """Each code as the nearest code that the gold uses; a meeting of different stances is mixed."""
    rolled: dict[str, Stance] = {}
    for code, stance in codes.items():
        target = nearest(code, used, codebook)
        rolled[target] = met(rolled[target], stance) if target in rolled else stance
    return rolled


def nearest(code: str, used: frozenset[str], codebook: Codebook) -> str:
    """The code itself or its closest ancestor in `used`; failing both, its outermost codable ancestor."""
    step: str | None = code
    line = []
    while step is not None and step in codebook.by_id:
        if step in used:
            return step
        if codebook.by_id[step].codable:
            line.append(step)
        step = codebook.by_id[step].parent
    return line[-1] if line else code


def met(one: Stance, other: Stance) -> Stance:
    """Two stances towards one code in one: neutral yields, opposites are mixed."""
    directional: set[Stance] = {s for s in (one, other) if s != "neutral"}
    return "neutral" if not directional else directional.pop() if len(directional) == 1 else "mixed"


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def _mean(values: Iterable[Fraction | None]) -> Fraction | None:
    known = [v for v in values if v is not None]
    return sum(known, Fraction(0)) / len(known) if known else None
