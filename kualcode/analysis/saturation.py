"""When further interviews bring nothing new (Guest, Namey & Chen 2020, PLoS ONE 15(5):e0232076).

new_i is how many items (codes, facets) interview i is the first to hold. With a base of the first b interviews,
B = new_1 + ... + new_b; R_j = new_(j+1) + ... + new_(j+r) for j = b, b+1, ...; saturation is reached at the first
j with R_j / B <= h and is written "j+r": j interviews, r more that confirm it. All fractions are exact: 2/37 is
more than 5%.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Literal, NamedTuple

from kualcode.errors import Bi, UsageError

SEED, PERMUTATIONS = 2020, 1000
Items = frozenset[str]


class Rule(NamedTuple):
    """Base size b, run length r and threshold h."""

    base: int = 4
    run: int = 2
    threshold: Fraction = Fraction(1, 20)

    @property
    def needed(self) -> int:
        """Fewer interviews cannot be judged."""
        return self.base + self.run


class Step(NamedTuple):
    """One run: after interview j, how many items the next r brought, and that over the base."""

    j: int
    new: int
    ratio: Fraction


@dataclass(frozen=True, slots=True)
class Saturation:
    """What came of it; `reached` is j, None where it was not reached or cannot be said."""

    rule: Rule
    new: tuple[int, ...]
    base: int  # B
    steps: tuple[Step, ...]
    reached: int | None
    state: Literal["reached", "not_reached", "too_few", "empty"]  # empty: the base holds nothing

    @property
    def written(self) -> str | None:
        """As the field writes it: "6+2"."""
        return None if self.reached is None else f"{self.reached}+{self.rule.run}"


@dataclass(frozen=True, slots=True)
class OrderEffect:
    """j over shuffled orders of the same interviews; None stands for orders in which it is not reached."""

    permutations: int
    reached: int
    median: int | None
    low: int | None  # 5th percentile
    high: int | None  # 95th


def new_items(interviews: Sequence[Items]) -> tuple[int, ...]:
    """How many items each interview is the first to hold."""
    seen: set[str] = set()
    counts = []
    for items in interviews:
        counts.append(len(items - seen))
        seen |= items
    return tuple(counts)


def saturation(new: Sequence[int], rule: Rule | None = None) -> Saturation:
    """Judge the run of new items. Raises UsageError where the base holds none, or for a rule that is none."""
    asked = rule or Rule()
    check(asked)
    if len(new) < asked.needed:
        return Saturation(asked, tuple(new), sum(new[: asked.base]), (), None, "too_few")
    base = sum(new[: asked.base])
    if base == 0:
        raise UsageError(_NO_BASE.fill(n=asked.base), _CODE_FIRST)
    steps = tuple(_step(new, j, asked.run, base) for j in range(asked.base, len(new) - asked.run + 1))
    reached = next((step.j for step in steps if step.ratio <= asked.threshold), None)
    return Saturation(asked, tuple(new), base, steps, reached, "not_reached" if reached is None else "reached")


def _step(new: Sequence[int], j: int, run: int, base: int) -> Step:
    found = sum(new[j : j + run])
    return Step(j, found, Fraction(found, base))


def check(rule: Rule) -> None:
    """Raises UsageError for a rule that is none."""
    if rule.base < 1 or rule.run < 1 or not 0 <= rule.threshold < 1:
        raise UsageError(_NO_RULE, _RULE)


def order_effect(
    interviews: Sequence[Items], rule: Rule | None = None, *, permutations: int = PERMUTATIONS, seed: int = SEED
) -> OrderEffect:
    """How far the result hangs on the order in which people were interviewed; the same seed gives the same."""
    asked = rule or Rule()
    shuffler, order = Random(seed), list(interviews)  # noqa: S311 - no secret
    found: list[int] = []
    for _ in range(permutations):
        shuffler.shuffle(order)
        counts = new_items(order)
        reached = saturation(counts, asked).reached if sum(counts[: asked.base]) else None
        if reached is not None:
            found.append(reached)
    found.sort()
    at = [_quantile(found, permutations, share) for share in (Fraction(1, 2), Fraction(1, 20), Fraction(19, 20))]
    return OrderEffect(permutations, len(found), *at)


def _quantile(found: Sequence[int], n: int, share: Fraction) -> int | None:
    """The smallest j that at least this share of all orders reaches; None where fewer reach any."""
    place = -(-n * share.numerator // share.denominator) - 1  # ceiling, from 0
    return found[place] if 0 <= place < len(found) else None


_NO_BASE = Bi(
    "{n} wawancara pertama tidak memuat satu pun kode, jadi kejenuhan tidak dapat dihitung.",
    "The first {n} interviews hold no code at all, so saturation cannot be computed.",
)
_CODE_FIRST = Bi(
    "Periksa tanggal wawancara (urutannya), atau terima dahulu kode yang ada.",
    "Check the dates of the interviews (their order), or accept codings first.",
)
_NO_RULE = Bi("Aturan kejenuhan itu tidak dapat dipakai.", "That rule of saturation cannot be used.")
_RULE = Bi(
    "Beri --base dan --run paling sedikit 1, dan --threshold dari 0 sampai kurang dari 100%.",
    "Give --base and --run of at least 1, and --threshold from 0 to less than 100%.",
)
