"""What cannot be concluded yet: every reason with what would lift it, and whether words can do it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from findings_values import Made, made, own, said

from kualcode.analysis.evidence import Resolution
from kualcode.analysis.narrative.lifting import lift
from kualcode.analysis.narrative.not_yet import not_yet
from kualcode.analysis.rules.flags import Flag
from kualcode.document import Heading, Matrix
from kualcode.errors import Bi

SUM = Flag("N1", "BLOCK", ("LAY.CPT",), Bi("Bagian {a} tidak pas.", "Part {a} does not fit."))
DRAFT = Flag("T5", "BLOCK", ("LAY.CPT",), Bi("Tanpa bukti.", "Without evidence."))


def lifted(found: Made, code: str = "LAY.CPT") -> dict[str, str]:
    """What would lift each reason that blocks a code, in English."""
    finding = found.of(code)
    reasons = [reason for reason in finding.verdict.gate_reasons if reason.gate == "BLOCK"]
    return {reason.id: lift(found.study, finding, reason).en for reason in reasons}


def told(found: Made) -> list[str]:
    """The text, in Indonesian."""
    return [part.block.text.id for part in not_yet(found.study) if not isinstance(part.block, Matrix)]


def test_each_reason_says_what_would_lift_it() -> None:
    assert "accept the codings" in lifted(made())["NO_DATA"]
    loose = [replace(one, source_type="unattributed", informant=None) for one in said("I1+ I2+")]
    assert "attributed evidence" in lifted(made(*loose))["UNATTRIBUTED"]
    assert "kualcode resolve LAY.CPT" in lifted(made(*said("I1+ I2+ I3+ O1-")))["DISSONANCE"]
    assert "written decision does not do" in lifted(made(*said("I1+")))["1 of 2 voices"]
    moved = [replace(one, quote_found=False) for one in said("I1+ I2+ O1+")]
    assert "kualcode check" in lifted(made(*moved))["QUOTE"]
    far = made(*said("I1+ I2+ I3+ O1+ D1+"), judgements=(own("LAY.CPT", "tidak baik"),))
    assert "kualcode resolve LAY.CPT --rule LABEL" in lifted(far)["LABEL"]
    nobody = [replace(one, role_group=None) for one in said("I1+ I2+")]
    assert "role group" in lifted(made(*nobody, design=("sumber",)))["not placed"]
    one_group = lifted(made(*said("I1+ I2+"), design=("sumber",)))
    assert "at least two role groups" in one_group["fewer than 2 role groups"]


def test_a_rule_is_resolved_by_the_id_of_its_flag_and_some_by_evidence_alone() -> None:
    twin = replace(SUM, message=Bi("Lain.", "Other."), places=("x",))
    found = made(*said("I1+ I2+ I3+ O1+"), flags=(SUM, twin, DRAFT))
    reasons = [reason for reason in found.of("LAY.CPT").verdict.gate_reasons if reason.gate == "BLOCK"]
    lifts = [lift(found.study, found.of("LAY.CPT"), reason).en for reason in reasons]
    assert sorted(text.partition("resolve ")[2].partition(".")[0] for text in lifts) == sorted(["", SUM.id, twin.id])
    assert "Only evidence" in lifted(found)["T5"]


def test_a_parent_points_to_what_lies_below_it() -> None:
    found = made(*said("I1+ I2+ I3+ O1-"), *said("I1+ I2+ I3+ O1+", "LAY.RMH"), flags=(SUM,))
    below = lifted(found, "LAY")
    assert below["DISSONANCE"] == "Settle the contradictions below it first: speed/queue."
    assert "kualcode resolve LAY.CPT" in below["N1 on LAY.CPT"]
    assert "its own part in this file" in lifted(made(*said("I1+ I2+ I3+ O1-")), "LAY")["all children BLOCK"]


def test_the_text_has_every_blocked_finding_and_no_other() -> None:
    found = made(*said("I1+ I2+ I3+ I4- O1-"), *said("I1+ I2+ I3+ O1+", "MUTU"))
    heads = [p.block.text.id for p in not_yet(found.study) if isinstance(p.block, Heading)]
    assert heads == [
        "Layanan (LAY)",
        "Kecepatan/antrean (LAY.CPT)",
        "Keramahan (LAY.RMH)",
        "Kurangnya alat (HMB.ALT)",
        "Kerja tim (DRG.TIM)",
    ]
    lines = told(found)
    assert (
        "Dalam triangulasi teknik, terdapat pertentangan antara wawancara (positif) dan observasi (negatif); belum "
        "dapat disimpulkan." in lines
    )
    record = "Hasil observasi: catatan observasi O-1 memuat penilaian negatif tentang hal ini"
    assert any(line.startswith(record) for line in lines)
    assert sum("Pernyataan nomor" in line for line in lines) == 4  # its quotes, to go on from


def test_where_nothing_is_blocked_it_says_so() -> None:
    book = replace(made().study.book, codes=(made().study.book.by_id["MUTU"],))
    assert told(made(*said("I1+ I2+ I3+ O1+", "MUTU"), book=book)) == ["Tidak ada temuan yang tertahan."]


def test_a_parent_of_settled_parts_is_itself_to_be_settled() -> None:
    why = "Camat hanya melihat rekap bulanan, sedangkan petugas mencatat setiap hari."
    decided = Resolution("DISSONANCE", "LAY.CPT", "both_true", why, "Sari", "2026-03-01")
    found = made(*said("I1+ I2+ I3+ O1-"), *said("I1+ D1+", "LAY"), resolutions=(decided,))
    assert not found.of("LAY.CPT").blocked and found.of("LAY").blocked
    assert "kualcode resolve LAY." in lifted(found, "LAY")["DISSONANCE"]


def test_a_parent_names_the_parts_to_which_the_researcher_gave_another_label() -> None:
    evidence = [*said("I1+ I2+ I3+ O1-"), *said("I1+ I2+ I3+ O1+", "LAY.RMH")]
    found = made(*evidence, judgements=(own("LAY.RMH", "cukup baik"),))
    assert (
        "Usulan untuk keseluruhan bertumpu pada bukti, bukan pada kategori dari peneliti yang berbeda untuk bagiannya: "
        "keramahan (peneliti: cukup baik; usulan: baik)." in told(found)
    )
    same = made(*evidence, judgements=(own("LAY.RMH", "baik"),))
    assert not any("bertumpu pada bukti" in line for line in told(same))


@pytest.mark.parametrize("gate", ["QUALIFY", "DESCRIBE", "EMIT"])
def test_only_blocked_findings_are_in_it(gate: str) -> None:
    evidence = {"QUALIFY": "I1+ I2+ I3+ O1~", "DESCRIBE": "I10 I20", "EMIT": "I1+ I2+ I3+ O1+ D1+"}[gate]
    found = made(*said(evidence))
    assert found.of("LAY.CPT").verdict.gate == gate
    assert not any("(LAY.CPT)" in line for line in told(found))
