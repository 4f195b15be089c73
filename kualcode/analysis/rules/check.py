"""All rules over one case: figures, evidence, and what the researcher has written down."""

from __future__ import annotations

from kualcode.analysis.evidence import Case
from kualcode.analysis.rules import finding_set, numbers, texts
from kualcode.analysis.rules.flags import Flag, ordered
from kualcode.analysis.triangulation.algorithm import weigh
from kualcode.analysis.verdicts import Triangulation


def flags(case: Case, weighed: Triangulation) -> tuple[Flag, ...]:
    """Every contradiction that the rules find, in order. `weighed` gives verdicts; facet clashes are of techniques."""
    techniques = weighed if weighed.axis == "technique" else weigh(case, "technique")
    return ordered([*numbers.check(case), *texts.evidence_rules(case, techniques), *finding_set.check(case, weighed)])
