"""The rules on texts together: T1 to T9 of method 1.6, on a project's evidence and on sentences.

Sentences come from an imported draft (kualcode.analysis.drafts.reading) or from the study's own findings; both are
Statements, so that a sentence is judged alike wherever it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kualcode.analysis.evidence import Case
from kualcode.analysis.rules import advice, attribution, counterparts, enumerations, labels, tensions
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.rules.given import in_use
from kualcode.analysis.statements import SECTIONS, Statement
from kualcode.analysis.verdicts import Triangulation
from kualcode.model import Codebook


def evidence_rules(case: Case, weighed: Triangulation) -> list[Flag]:
    """T2, T3, T4 and T7 on the evidence of a project; `weighed` gives the facet clashes."""
    case = in_use(case)
    return [
        *tensions.evidence_tensions(case),
        *tensions.evidence_clashes(case, weighed),
        *attribution.evidence_t7(case),
    ]


def statement_rules(statements: Sequence[Statement], book: Codebook) -> list[Flag]:
    """T1 to T9 on sentences, in whatever order they come.

    What a statement does not hold (no attribution, no lists) raises nothing.
    """
    statements = sorted(statements, key=_place)
    return [
        *labels.t1(statements, book),
        *tensions.statement_tensions(statements, book),
        *tensions.statement_clashes(statements, book),
        *counterparts.t5(statements, book),
        *advice.t6(statements, book),
        *attribution.statement_t7(statements, book),
        *enumerations.t8(statements, book),
        *advice.t9(statements),
    ]


def _place(statement: Statement) -> tuple[int, int, list[int], str]:
    """Where a sentence stands: by line, then section, then the numbers of its id ("S-2" before "S-10")."""
    numbers = [int(found) for found in re.findall(r"\d+", statement.id)]
    return statement.line, SECTIONS.index(statement.section), numbers, statement.id
