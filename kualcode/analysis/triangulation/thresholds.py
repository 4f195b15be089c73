"""The numbers that decide, read from `triangulation:` of a codebook."""

from __future__ import annotations

from fractions import Fraction

from kualcode.analysis.evidence import Thresholds
from kualcode.model import Codebook

# Fewer than two groups cannot agree: one technique alone is never more than SILENCE, whatever a codebook says.
FEWEST_GROUPS = 2


def thresholds(book: Codebook) -> Thresholds:
    """Thresholds of a codebook; what it leaves out has the method's default (2/3, 2, 3 ...). Fractions are exact."""
    says = {name: text for name, text in book.triangulation if text}
    usual = Thresholds()

    def share(name: str, default: Fraction) -> Fraction:
        return Fraction(says[name]) if name in says else default

    def count(name: str, default: int) -> int:
        return int(says[name]) if name in says else default

    return Thresholds(
        voice_dominance=share("voice_dominance", usual.voice_dominance),
        source_majority=share("source_majority", usual.source_majority),
        min_source_types=count("min_source_types", usual.min_source_types),
        min_voices_single_source=count("min_voices_single_source", usual.min_voices_single_source),
        min_informants=count("min_informants", usual.min_informants),
        prominence=says.get("prominence.enabled", "true") == "true",
        prominence_high=share("prominence.high", usual.prominence_high),
        prominence_mid=share("prominence.mid", usual.prominence_mid),
        prominence_gap=count("prominence.max_gap", usual.prominence_gap),
        prominence_voices=count("prominence.min_voices", usual.prominence_voices),
        time_bucket=says.get("time_bucket", usual.time_bucket),
    )
