"""audit-draft on drafts that somebody else wrote: how many planted faults it finds, and how quiet it is on clean ones.

`draft_cases.yaml` was written without sight of the checker and has since been used to develop it;
`draft_cases_held_out.yaml` was written later, likewise, and is only measured. The floors are what was measured, less a
little: they hold the ground, they are no claim.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from study_values import ROOT

from kualcode.workflow.audit_draft import audit


class Score(NamedTuple):
    """Rules found in drafts, each counted once a draft."""

    right: int
    wrong: int
    missed: int
    clean: int  # clean drafts without a flag
    all_clean: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def score(name: str, folder: Path) -> Score:
    """Run every draft of a set."""
    cases: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/fixtures" / name).read_text(encoding="utf-8"))["cases"]
    right = wrong = missed = clean = 0
    for number, case in enumerate(cases):
        draft = folder / f"{number}.md"
        draft.write_text(case["text"], encoding="utf-8")
        raised = {flag.rule for flag in audit(draft).flags}
        planted = {fault["rule"] for fault in case["planted"]}
        right += len(raised & planted)
        wrong += len(raised - planted)
        missed += len(planted - raised)
        clean += not planted and not raised
    return Score(right, wrong, missed, clean, sum(not case["planted"] for case in cases))


@pytest.mark.parametrize(
    ("name", "precision", "recall", "quiet"),
    [("draft_cases.yaml", 0.75, 0.50, 0.85), ("draft_cases_held_out.yaml", 0.70, 0.65, 0.85)],
)
def test_planted_faults_are_found_and_clean_drafts_left_alone(
    tmp_path: Path, name: str, precision: float, recall: float, quiet: float
) -> None:
    found = score(name, tmp_path)
    print(name, found, f"precision {found.precision:.3f}, recall {found.recall:.3f}")  # noqa: T201 - pytest -s shows it
    assert found.precision >= precision
    assert found.recall >= recall
    assert found.clean / found.all_clean >= quiet
