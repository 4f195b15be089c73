"""What a project shows of its own trustworthiness, and what is declared without a trace."""

from __future__ import annotations

import json
from typing import Any

import pytest
from study_values import Study

JUDGED = """\
keabsahan: [member check, triangulasi teknik]
diskusi_sejawat:
- {tanggal: 2026-03-02, sejawat: R, topik: batas kode, keputusan: LAY.CPT dipertajam, kode_berubah: [LAY.CPT]}
refleksi:
- {tanggal: 2026-03-03, catatan: Saya pernah bekerja di kantor serupa.}
latar: Kantor kecamatan di tepi sungai.
metode:
  COREQ-2: Mahasiswa magister.
"""


@pytest.fixture
def judged(tagged: Study) -> Study:
    """The small study with codings accepted and what the researcher declares."""
    tagged.put("temuan.yaml", JUDGED)
    for code in ("LAY", "HMB"):
        tagged.ok("code", "accept", "--code", code, "--coder", "Dwi", "-q")
    tagged.ok("tag", ".", "-q")
    return tagged


def shown(study: Study) -> dict[str, Any]:
    """The result for machines."""
    found: dict[str, Any] = json.loads(study.ok("trustworthiness", "--json", "-q").out)
    return found


def test_tests_are_traced_where_the_project_holds_something_of_them(judged: Study) -> None:
    found = shown(judged)
    assert found["tests"]["triangulation"]["traced"]
    assert found["tests"]["peer_debriefing"] == {
        "traced": True,
        "declared": False,
        "automatic": "log",
        "evidence": "1 discussions logged, 1 codes changed by them; 1 coders",
    }
    assert not found["tests"]["member_check"]["traced"]
    assert found["coreq"]["COREQ-12"] == {"state": "filled", "answer": "2 informants"}
    assert found["coreq"]["COREQ-2"] == {"state": "written", "answer": "Mahasiswa magister."}
    assert found["coreq"]["COREQ-28"]["state"] == "unmet"


def test_what_is_declared_without_a_trace_is_flagged_and_so_is_what_is_used_undeclared(judged: Study) -> None:
    flags = shown(judged)["flags"]
    assert {flag["rule"] for flag in flags} == {"M1"}
    told = judged.ok("trustworthiness", "-q").err.casefold()
    assert "member check" in told
    assert "sejawat" in told


def test_the_checklists_are_written_as_files_and_never_over_others(judged: Study) -> None:
    judged.ok("trustworthiness", "-o", "keabsahan", "-q")
    made = judged.folder / "keabsahan"
    assert sorted(path.name for path in made.iterdir()) == ["coreq.md", "keabsahan.md", "srqr.md"]
    text = (made / "coreq.md").read_text(encoding="utf-8")
    assert "terisi otomatis" in text
    assert "tidak terpenuhi" in text
    before = text
    assert judged.run("trustworthiness", "-o", "keabsahan", "-q").code == 2
    judged.ok("trustworthiness", "-o", "keabsahan", "--force", "-q")
    assert (made / "coreq.md").read_text(encoding="utf-8") == before


def test_one_checklist_can_be_asked_for(judged: Study) -> None:
    assert "Pewawancara" in judged.ok("trustworthiness", "coreq", "-q").out
    assert "Pendanaan" in judged.ok("trustworthiness", "srqr", "-q").out
    assert judged.run("trustworthiness", "prisma", "-q").code == 2


def test_a_project_in_which_nothing_is_decided_still_tells_what_it_holds(tagged: Study) -> None:
    found = shown(tagged)
    assert found["coreq"]["COREQ-29"]["state"] == "unmet"
    assert not found["tests"]["triangulation"]["traced"]
    assert found["flags"] == []
