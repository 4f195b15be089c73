"""What another axis than the one that gates shows of a code, and how fine the stretches of time are on it."""

from __future__ import annotations

from kualcode.analysis.evidence import Axis
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.analysis.verdicts import Reason
from kualcode.model import Codebook


def apart(reason: Reason, axis: Axis) -> bool:
    """Whether a reason says that views contradict on that axis."""
    return reason.id == f"DISSONANCE on {axis}"


def finer_than_weeks(book: Codebook) -> bool:
    """Whether every date of the field work is a stretch of time of its own (method 1.4, step 3)."""
    return thresholds(book).time_bucket == "session"
