"""temuan.yaml (findings.yaml): what the researcher writes beside the machine, read, checked, and templated."""

from kualcode.judgements.check import check, facet_of, facets_of, label_of, own_word
from kualcode.judgements.load import load
from kualcode.judgements.template import template
from kualcode.judgements.values import (
    Debriefing,
    Earlier,
    Finding,
    Judgements,
    Mention,
    Negative,
    Overall,
    Recommendation,
    Reflection,
)

__all__ = [
    "Debriefing",
    "Earlier",
    "Finding",
    "Judgements",
    "Mention",
    "Negative",
    "Overall",
    "Recommendation",
    "Reflection",
    "check",
    "facet_of",
    "facets_of",
    "label_of",
    "load",
    "own_word",
    "template",
]
