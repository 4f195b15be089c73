"""The label of the study as a whole, suggested from the labels of its indicators (never an average)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kualcode.errors import Bi
from kualcode.model import Label

_HELD = 2  # indicators that must hold a label before it can stand for the whole


@dataclass(frozen=True, slots=True)
class Overall:
    """What the study as a whole may be called, with everything that it comes from."""

    label: str | None
    rule: Literal["held", "median", "few", "none"]
    labels: tuple[tuple[str, str], ...]  # (indicator, label), in codebook order
    blocked: tuple[str, ...] = ()  # indicators that may not be stated, and so do not count
    unlabelled: tuple[str, ...] = ()  # indicators that may be stated but carry no label

    missing: tuple[str, ...] = ()  # both of them, in codebook order

    def why(self, label: Bi) -> Bi:
        """How the suggestion came about, or why there is none, in one clause; `label` is its name in both languages."""
        held = len(self.labels)
        return _WHY[self.rule].fill(label=label, n=held, of=held + len(self.missing), missing=", ".join(self.missing))


def overall(indicators: Iterable[tuple[str, str | None]], blocked: Sequence[str], scale: Sequence[Label]) -> Overall:
    """The lowest label that at least two indicators hold, else the median of the ordered labels.

    `indicators` are (code, label) in codebook order; blocked ones are left out and named. With an even number of
    labels the lower of the two middle ones is taken: a tie goes to the cautious side. [method 5.3] No label stands
    for the whole while half of the indicators or more hold none that may be stated.
    """
    indicators = list(indicators)
    level = {label.id: label.level for label in scale}
    listed = [(code, label) for code, label in indicators if code not in blocked]
    held = [(code, label) for code, label in listed if label is not None]
    rest = tuple(code for code, label in listed if label is None)
    ordered = sorted((label for _, label in held), key=level.__getitem__)
    known = {code for code, _ in held}
    missing = tuple(code for code, _ in indicators if code not in known)
    often = [label for label in ordered if ordered.count(label) >= _HELD]
    if not ordered:
        return Overall(None, "none", (), tuple(blocked), rest, missing)
    if len(held) <= len(missing):
        return Overall(None, "few", tuple(held), tuple(blocked), rest, missing)
    chosen = often[0] if often else ordered[(len(ordered) - 1) // 2]
    return Overall(chosen, "held" if often else "median", tuple(held), tuple(blocked), rest, missing)


_WHY = {
    "held": Bi(
        "“{label}” ialah kategori terendah yang dimiliki sedikitnya dua indikator",
        "“{label}” is the lowest label that at least two indicators hold",
    ),
    "median": Bi(
        "tidak ada kategori yang dimiliki dua indikator, sehingga dipakai mediannya, yaitu “{label}”",
        "no label is held by two indicators, so the median of the labels is taken: “{label}”",
    ),
    "few": Bi(
        "baru {n} dari {of} indikator berkategori yang dapat dinyatakan; belum: {missing}",
        "only {n} of {of} indicators hold a label that may be stated; not yet: {missing}",
    ),
    "none": Bi(
        "belum ada indikator yang berkategori",
        "no indicator carries a label yet",
    ),
}
