"""Agreement between coders, in exact fractions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction


def alpha_nominal(units: Iterable[Sequence[Hashable | None]]) -> Fraction | None:
    """Krippendorff's alpha for nominal data.

    `units` holds the values that the coders gave to each unit, None where a coder gave none; a unit with fewer
    than two values is not pairable and is left out. None when all pairable values are equal (undefined).
    Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
    """
    totals: Counter[Hashable] = Counter()
    observed = Fraction(0)
    for unit in units:
        values = Counter(value for value in unit if value is not None)
        size = values.total()
        if size < 2:
            continue
        totals.update(values)
        observed += Fraction(sum(count * (size - count) for count in values.values()), size - 1)
    n = totals.total()
    expected = sum(count * (n - count) for count in totals.values())
    return None if expected == 0 else 1 - (n - 1) * observed / expected
