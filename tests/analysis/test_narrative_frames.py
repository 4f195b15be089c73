"""Frames of sentences that a reader met: one view told as such, records by name, and who says what."""

from __future__ import annotations

from typing import Any

import pytest
from findings_values import Made, made, own, said

from kualcode.analysis.evidence import Claim
from kualcode.analysis.layouts.figures import about
from kualcode.analysis.layouts.quotes import stretch
from kualcode.analysis.narrative.groups import speaks
from kualcode.analysis.narrative.points import negative
from kualcode.analysis.narrative.verdicts import triangulation
from kualcode.errors import Bi
from kualcode.judgements import Finding as Held
from kualcode.judgements import Judgements, Negative
from kualcode.language.numbers import parse


def spoken(study: Made, code: str = "LAY.CPT") -> list[Bi]:
    """What each group says."""
    finding = study.of(code)
    return [speaks(finding, group, "technique").text for group in finding.verdict.groups]


def test_one_view_is_told_as_such_and_one_record_by_its_name() -> None:
    found = spoken(made(*said("I1+ I2+ I3+ O1+ D1-")))
    assert [one.id for one in found] == [
        "Tiga informan menilai hal ini secara positif.",
        "Catatan observasi O-1 menunjukkan hal yang sama (positif).",
        f"{found[2].id.split(' memuat')[0]} memuat penilaian negatif tentang hal ini.",
    ]
    assert found[0].en == "Three informants judge this positively."
    assert found[1].en == "Observation record O-1 shows the same (positive)."


def test_views_that_differ_and_several_documents_are_counted() -> None:
    found = spoken(made(*said("I1+ I2- D1+ D2+")))
    assert found[0].id == "Dua informan berbicara tentang hal ini (satu positif dan satu negatif)."
    assert found[2].id == "Dua dokumen memuat hal ini (semuanya positif)."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("I1+ I2+ I3+ I4+ I50", "(lima informan, empat di antaranya positif)"),
        ("I1+ I2+ I3+", "(tiga informan, semuanya positif)"),
    ],
)
def test_who_holds_a_view_is_told_of_all_who_speak(line: str, told: str) -> None:
    study = made(*said(line), judgements=(own("LAY.CPT", claim="Cepat."),))
    assert told in triangulation(study.of("LAY.CPT"), "technique", study.study.book, turn=0).text.id


@pytest.mark.parametrize(
    ("period", "indonesian", "en"),
    [
        ("2026-02", "Februari 2026", "February 2026"),
        ("2026-01/2026-03", "Januari\u2013Maret 2026", "January\u2013March 2026"),
        ("2025-12/2026-01", "Desember 2025\u2013Januari 2026", "December 2025\u2013January 2026"),
        ("2024/2025", "2024\u20132025", "2024\u20132025"),
        ("2026-04-16", "16 April 2026", "16 April 2026"),
    ],
)
def test_periods_are_read_as_people_write_them(period: str, indonesian: str, en: str) -> None:
    assert stretch(period) == Bi(indonesian, en)


@pytest.mark.parametrize(
    ("measure", "subject", "modality", "period", "told"),
    [
        ("jiwa", "perekaman ktp-el", "target", "2025", "perekaman KTP-el (jiwa), target 2025"),
        ("hari", "kartu keluarga", "realised", "2026-04-16", "kartu keluarga (hari), 16 April 2026"),
        ("tamu per hari", "", "realised", "2026-02", "tamu per hari, Februari 2026"),
        ("kegiatan", "", "planned", "2025", "kegiatan, rencana 2025"),
        ("kali", "", "realised", None, "kali"),
    ],
)
def test_what_a_figure_is_of_is_a_phrase(measure: str, subject: str, modality: Any, period: Any, told: str) -> None:
    (count,) = parse("12 orang")
    assert about(Claim("C1", "E1", count, measure, subject, period=period, modality=modality)).id == told


def test_the_researchers_explanation_is_hers_and_a_record_shows_the_opposite() -> None:
    held = Held("LAY.CPT", negative_cases=(Negative("I-4", Bi("Hari pasar.", "Market day.")),))
    study = made(*said("I1+ I2+ I3+ I4- O1+ O2+ O3+ O4-"), judged=Judgements(findings=(held,)))
    finding = study.of("LAY.CPT")
    told = {case.voice.key: negative(finding, case, "technique").text.id for case in finding.negatives}
    assert told["I-4"].endswith("I-4 (unsur staf) menilainya secara negatif. Menurut peneliti, hari pasar.")
    assert "hasil observasi O-4 menunjukkan keadaan sebaliknya, yaitu negatif." in told["O-4"]
