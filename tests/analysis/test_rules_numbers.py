"""N1 to N8: contradictions among figures, each rule on its own, and what must not raise it."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from claims_values import BOOK, case, claims_of, evidence, one
from hypothesis import given as property_of
from hypothesis import settings
from hypothesis import strategies as st
from seed_fixture import seed

from kualcode.analysis.claims.tables import counted
from kualcode.analysis.evidence import Case, Claim
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.rules.given import given
from kualcode.analysis.rules.numbers import check, n4, n6, n8
from kualcode.errors import Bi
from kualcode.model import Code

RENJA = (
    "Dari 41 kegiatan dalam rancangan Renja, 41 kegiatan mencapai 100% target, 8 tidak mencapai target, "
    "dan 5 melebihi target."
)


def raised(found: Case) -> list[str]:
    """The rules that fire."""
    return sorted(flag.rule for flag in check(found))


def only(found: Case, rule: str) -> Flag:
    """The only flag of a rule."""
    (flag,) = (flag for flag in check(found) if flag.rule == rule)
    return flag


def said(*quotes: str, voice: str = "D1", **more: Any) -> Case:
    """What one document says, each statement a turn."""
    return case(*(evidence(voice, quote, turn=str(n), id=f"E{n}", **more) for n, quote in enumerate(quotes)))


# ---- the seed paper


def test_the_seed_paper_raises_what_it_has_to() -> None:
    """X1, X5, X6, X7 of method 1.10; X17 raises nothing."""
    expected = [(flag.rule, flag.severity, flag.targets) for flag in seed().flags if flag.rule.startswith("N")]
    assert [(flag.rule, flag.severity, flag.targets) for flag in check(seed().case)] == expected


def test_x1_the_excess_and_the_value_that_would_fit() -> None:
    flag = next(flag for flag in check(seed().case) if flag.rule == "N1")
    assert dict(flag.details) == {"total": "41", "sum": "54", "excess": "13", "fits": "28"}
    assert "54" in flag.message.id
    assert "28" in flag.message.en


def test_x1_and_x7_from_the_words_themselves() -> None:
    interview = evidence("I1", RENJA, aggregate=True)
    assert raised(case(interview)) == ["N1", "N2", "N6"]
    of_plan = evidence("I1", "Tahun 2024 ada 5 kegiatan melebihi target.", period="2021", doc_class="plan")
    assert raised(case(of_plan)) == ["N6", "N7"]


def test_x5_and_x6_from_the_words_themselves() -> None:
    text = (
        "Kinerja telah mencapai target, seperti pembangunan mushola yang terealisasi 92,40%, "
        "sedangkan proyek yang tertunda dikerjakan tahun depan. Capaian keseluruhan 92,40%."
    )
    found = case(evidence("I1", text, aggregate=True))
    assert raised(found) == ["N3", "N4"]
    assert "ditunda" in only(found, "N3").message.id


# ---- N1


@pytest.mark.parametrize(
    ("text", "details"),
    [
        (
            "Dari 41 kegiatan, 30 mencapai target dan 8 tidak mencapai target.",
            {"total": "41", "sum": "38", "excess": "-3"},
        ),
        (
            "Pengaduan berjumlah 49, terdiri atas 46 pengaduan lewat WhatsApp dan 5 pengaduan lewat kotak.",
            {"total": "49", "sum": "51", "excess": "2"},
        ),
        (
            "Dari 41 kegiatan, 41 mencapai target, 41 melebihi target, dan 1 tidak mencapai target.",
            {"total": "41", "sum": "83", "excess": "42"},  # two parts equal the whole: none can be told to be wrong
        ),
    ],
)
def test_n1_parts_that_do_not_come_to_the_whole(text: str, details: dict[str, str]) -> None:
    flag = only(said(text), "N1")
    assert (flag.severity, flag.targets, dict(flag.details)) == ("BLOCK", ("X",), details)


@pytest.mark.parametrize(
    "text",
    [
        "Dari 36 kegiatan, 29 mencapai target, 2 melampaui target, dan 5 belum mencapai target.",
        "Dari 36 kegiatan, 31 mencapai target, 2 di antaranya melampaui target, dan 5 belum mencapai target.",
        "Dari 36 kegiatan, 5 belum selesai dan 3 terlambat.",
        "Ada 21 pegawai, yaitu 12 PNS dan 9 PPPK.",
        "Dari 36 kegiatan, sekitar 30 mencapai target dan 5 tidak mencapai target.",  # no exact sum
    ],
)
def test_n1_is_silent(text: str) -> None:
    assert "N1" not in raised(said(text))


# ---- N2


def test_n2_all_of_it_and_exceptions_to_the_same() -> None:
    flag = only(said("Seluruh kegiatan tercapai.", "Ada 8 kegiatan yang tidak mencapai target."), "N2")
    assert (flag.severity, dict(flag.details), len(flag.claims)) == ("BLOCK", {"exceptions": "8"}, 2)


@pytest.mark.parametrize(
    "quotes",
    [
        ("Seluruh kegiatan tercapai.", "Ada 8 pengaduan yang tidak ditindaklanjuti."),
        ("Seluruh pengaduan telah ditindaklanjuti.", "Ada 8 pengaduan yang belum selesai."),
        ("Tidak semua kegiatan tercapai.", "Ada 8 kegiatan yang tidak mencapai target."),
        ("Seluruh kegiatan tercapai pada tahun 2025.", "Ada 8 kegiatan yang tidak mencapai target pada tahun 2024."),
        ("Seluruh kegiatan tercapai.", "Tahun lalu ada 8 kegiatan yang tidak mencapai target."),
        ("Seluruh kegiatan tercapai.", "Ada 0 kegiatan yang tidak mencapai target."),
        ("Seluruh kegiatan tercapai.",),
    ],
)
def test_n2_is_silent(quotes: tuple[str, ...]) -> None:
    assert raised(said(*quotes)) == []


def test_n2_a_full_part_beside_one_marked_as_an_exception() -> None:
    whole, met, missed = claims_of(evidence("D1", "Dari 5 kegiatan, 5 mencapai target dan 1 tidak mencapai target."))
    marked = [whole, met, replace(missed, subject="sisa")]
    assert "N2" in raised(
        case(evidence("D1", whole.id), claims=[replace(c, evidence="D1:" + whole.id) for c in marked])
    )
    plain = [whole, met, replace(missed, subject="sisa", role="part")]
    assert "N2" not in raised(
        case(evidence("D1", whole.id), claims=[replace(c, evidence="D1:" + whole.id) for c in plain])
    )


# ---- N3


@pytest.mark.parametrize(
    "quotes",
    [
        ("Kinerja telah mencapai target, dan anggaran terserap 87,6%.",),
        ("Anggaran terserap 87,6%, dan kinerja telah mencapai target.",),
        ("Kinerja telah mencapai target. Rapat ditargetkan 12 kali, rapat terealisasi 10 kali.",),
        ("Kinerja telah mencapai target, tetapi 2 kegiatan ditunda ke tahun depan.",),
        ("Kinerja telah mencapai target. Satu paket dipindahkan ke 2026. Anggaran Rp4 miliar.",),
    ],
)
def test_n3_a_target_said_to_be_met_beside_less(quotes: tuple[str, ...]) -> None:
    flag = only(said(*quotes), "N3")
    assert (flag.severity, flag.targets) == ("WARN", ("X",))


def test_n3_names_what_speaks_against_it() -> None:
    flag = only(said("Target sudah tercapai, yaitu kehadiran pegawai 92%."), "N3")
    assert dict(flag.details) == {"realised": "92", "target": "100"}
    assert flag.message.id == "Dikatakan mencapai target, padahal 92% kehadiran pegawai (target 100%)."


@pytest.mark.parametrize(
    "quotes",
    [
        ("Dari 36 kegiatan, 29 mencapai target, dan anggaran terserap 87,6%.",),  # a count, no claim of the whole
        ("Untuk mencapai target, anggaran 87,6% dipakai.",),
        ("Kinerja belum mencapai target, anggaran terserap 87,6%.",),
        ("Kinerja telah mencapai target, anggaran terserap 100%.",),
        ("Kinerja telah mencapai target.", "Anggaran terserap 87,6%."),  # said elsewhere
        ("Apakah sudah mencapai target? Anggaran terserap 87,6%.",),
        ("Kinerja telah mencapai target. Rapat ditargetkan 12 kali, rapat terealisasi 14 kali.",),
        ("Anggaran terserap 87,6%. Rapat ditargetkan 12 kali, rapat terealisasi 10 kali.",),  # nobody says it is met
    ],
)
def test_n3_is_silent(quotes: tuple[str, ...]) -> None:
    assert raised(said(*quotes)) == []


def test_n3_a_share_told_of_elsewhere_in_the_turn_is_not_beside_it() -> None:
    met = evidence("D1", "Kinerja telah mencapai target.")
    assert raised(case(met, evidence("D1", "Anggaran terserap 87,6%."))) == []
    assert raised(case(met, evidence("D1", "Ada 2 kegiatan ditunda ke tahun depan."))) == ["N3"]
    assert raised(case(met, evidence("D1", "Ada 2 kegiatan ditunda ke tahun depan.", turn="2"))) == []


def test_n3_all_said_to_reach_it_beside_what_was_put_off() -> None:
    assert raised(said("Seluruh kegiatan tercapai. Ada 2 kegiatan ditunda ke tahun depan.")) == ["N3"]
    assert raised(said("Seluruh kegiatan tercapai.", "Ada 2 kegiatan ditunda ke tahun depan.")) == []


def test_n3_two_results_of_one_thing_are_no_target() -> None:
    assert raised(said("Kinerja telah mencapai target. Rapat ada 12 kali.", "Rapat ada 10 kali.")) == []


# ---- N4


def shares(*subjects: str, figure: str = "92,40%", **more: Any) -> Case:
    """One figure of several subjects."""
    people = [evidence(f"I{n}", id=f"E{n}") for n, _ in enumerate(subjects)]
    claim = replace(one(f"Anggaran terserap {figure}."), **more)
    claims = [replace(claim, id=f"CL-{n}", evidence=f"E{n}", subject=subject) for n, subject in enumerate(subjects)]
    return case(*people, claims=claims)


@pytest.mark.parametrize(
    ("subjects", "fires"),
    [
        (("mushola", "keseluruhan"), True),
        (("mushola", ""), True),  # of a share, unsaid is the unit studied
        (("mushola", "pembangunan mushola"), False),
        (("anggaran", "dana"), False),
        (("mushola", "mushola"), False),
        (("", ""), False),
    ],
)
def test_n4_one_figure_of_two_subjects(subjects: tuple[str, ...], fires: bool) -> None:
    assert ("N4" in raised(shares(*subjects))) is fires


@pytest.mark.parametrize(("figure", "fires"), [("92,40%", True), ("92%", False), ("90,0%", False), ("100%", False)])
def test_n4_wants_a_precise_figure(figure: str, fires: bool) -> None:
    assert bool(list(n4(given(shares("mushola", "jalan", figure=figure))))) is fires


def test_n4_is_silent_on_a_plan_and_its_result_and_on_other_counts() -> None:
    found = shares("mushola", "jalan")
    first, other = found.claims
    assert not list(n4(given(replace(found, claims=(first, replace(other, modality="target"))))))
    counts = [
        replace(one(f"{n} surat diterbitkan."), id=f"CL-{n}", evidence="E0", subject=s)
        for n, s in ((1042, "a"), (1043, "b"))
    ]
    assert not list(n4(given(replace(found, claims=tuple(counts)))))


# ---- N5


def test_n5_figures_that_cannot_both_hold() -> None:
    found = case(evidence("I1", "Tamu 20-25 orang sehari."), evidence("D1", "Rata-rata 31 tamu per hari."))
    flag = only(found, "N5")
    assert (flag.severity, flag.targets, len(flag.claims)) == ("BLOCK", ("X",), 2)
    assert flag.message.en == (
        "These figures cannot both hold: visitors per day: 20\u201325 (interview I1); 31 on average (documentation D1)."
    )


def test_n5_names_every_side_and_what_a_table_gives_for_another_period() -> None:
    book = [
        replace(one.claim, code="X", period="2026-02")
        for one in counted(
            [["Tanggal", "Nama", "Keperluan"], *([f"{day} Februari 2026", "A", "KTP"] for day in (2, 2, 3, 3, 3))],
            source="D-3 Buku Tamu.csv",
            period="2026-02",
        )
    ]
    said = (evidence("I1", "Tamu 2-3 orang sehari."), evidence("D1", "Rata-rata 31 tamu per hari.", period="2025"))
    found = case(*said, claims=(*(claim for one in said for claim in claims_of(one)), *book))
    (flag,) = [flag for flag in check(found) if flag.rule == "N5"]
    assert flag.message.id == (
        "Angka-angka ini tidak dapat sama-sama benar: tamu per hari, 2025: 2\u20133 (wawancara I1); rata-rata 31 "
        "(dokumentasi D1). Untuk periode lain, 2026-02: rata-rata 2,5 (dokumentasi D-3: 5 tamu / 2 hari), sejalan "
        "dengan 2\u20133."
    )


def test_n5_is_silent_where_they_agree_or_differ_in_period() -> None:
    assert raised(case(evidence("I1", "Tamu 20-25 orang sehari."), evidence("D1", "Rata-rata 22 tamu per hari."))) == []
    years = [evidence(f"D{n}", f"Rata-rata {n} tamu per hari.", period=f"20{n}") for n in (20, 31)]
    assert raised(case(*years)) == []


# ---- N6


def test_n6_a_result_out_of_a_plan() -> None:
    found = case(evidence("D1", "Pembangunan aula terealisasi 92%.", doc_class="plan"))
    assert raised(found) == ["N6"]


@pytest.mark.parametrize(
    ("quote", "fires"),
    [
        ("Menurut laporan tahunan, anggaran terserap 87,6%.", True),
        ("Di rekap absensi tertulis pegawai yang terlambat ada 5.", True),
        ("Anggaran terserap 87,6%.", False),
        ("Angkanya saya ketik di empat laporan. Anggaran terserap 87,6%.", False),
        ("Menurut laporan itu baik. Anggaran terserap 87,6%.", False),  # another sentence
        ("Menurut laporan, direncanakan 36 kegiatan.", False),  # a plan may stand in a document
    ],
)
def test_n6_an_interview_that_quotes_a_document(quote: str, fires: bool) -> None:
    assert bool(list(n6(given(case(evidence("I1", quote)))))) is fires
    assert not list(n6(given(case(evidence("D1", quote)))))


# ---- N7


@pytest.mark.parametrize(
    ("quote", "period", "fires"),
    [
        ("Pada tahun 2024 anggaran terserap 85%.", "2025", True),
        ("Pada Maret 2025 anggaran terserap 85%.", "2025", False),
        ("Pada tahun 2025 anggaran terserap 85%.", "2025-03", True),
        ("Pada tahun 2024 anggaran terserap 85%.", None, False),
        ("Anggaran terserap 85%.", "2025", False),
        ("Tahun lalu anggaran terserap 85%.", "2025", False),  # not known which year
        ("Pada tahun 2026 direncanakan 36 kegiatan.", "2025", False),  # a plan may look ahead
    ],
)
def test_n7_a_result_outside_the_period_of_its_document(quote: str, period: str | None, fires: bool) -> None:
    assert raised(case(evidence("D1", quote, period=period))) == (["N7"] if fires else [])


def test_n7_a_whole_and_parts_of_different_periods() -> None:
    text = "Dari 36 kegiatan, 31 mencapai target dan 5 tidak mencapai target."
    whole, met, missed = claims_of(evidence("D1", text))
    mixed = [replace(whole, period="2025"), replace(met, period="2021-2026"), missed]
    flag = only(case(evidence("D1", text), claims=mixed), "N7")
    assert dict(flag.details) == {"period": "2025", "parts": "2021-2026"}
    vague = [replace(whole, period="tahun lalu"), replace(met, period="2025"), missed]
    assert raised(case(evidence("D1", text), claims=vague)) == []
    assert len(flag.claims) == 2  # the part whose period is not known is not among them


# ---- N8


@pytest.mark.parametrize(
    ("quote", "fires"),
    [
        ("Sebanyak 120% pegawai hadir.", True),
        ("Penerbitan surat mencapai 115,8% dari target.", False),
        ("Jumlah permohonan naik 120%.", False),
        ("Sebanyak 100% pegawai hadir.", False),
        ("Lebih dari 50% pegawai hadir.", False),
        ("Ada 120 pegawai hadir.", False),
    ],
)
def test_n8_a_share_beyond_the_whole(quote: str, fires: bool) -> None:
    assert bool(list(n8(given(case(evidence("D1", quote)))))) is fires


def test_n8_a_part_larger_than_its_whole() -> None:
    flag = only(said("Dari 5 kegiatan, 8 mencapai target dan 1 tidak mencapai target."), "N8")
    assert dict(flag.details) == {"part": "8", "total": "5"}


# ---- all together


@pytest.mark.parametrize("more", [{"status": "suggested"}, {"consent": "refused"}])
def test_only_evidence_that_counts(more: dict[str, Any]) -> None:
    assert check(case(evidence("I1", RENJA, **more))) == []


def test_a_figure_of_no_known_measure_raises_nothing_that_needs_one() -> None:
    claims: list[Claim] = [replace(claim, measure="") for claim in claims_of(evidence("I1", "Tamu 20 orang sehari."))]
    claims += [replace(claim, measure="") for claim in claims_of(evidence("I2", "Tamu 31 orang sehari."))]
    assert (
        check(case(evidence("I1", "Tamu 20 orang sehari."), evidence("I2", "Tamu 31 orang sehari."), claims=claims))
        == []
    )


def test_a_figure_without_a_code_is_of_the_study_as_a_whole() -> None:
    claims = [replace(claim, code="") for claim in claims_of(evidence("D1", RENJA))]
    assert {flag.targets for flag in check(case(evidence("D1", RENJA, code=""), claims=claims))} == {("*",)}


def test_an_empty_study() -> None:
    assert check(Case(book=BOOK, evidence=())) == []


@settings(max_examples=40, deadline=None)
@property_of(st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(shuffler: random.Random) -> None:
    found = seed().case
    statements, claims = list(found.evidence), list(found.claims)
    shuffler.shuffle(statements)
    shuffler.shuffle(claims)
    assert check(replace(found, evidence=tuple(statements), claims=tuple(claims))) == check(found)


def test_what_is_coded_under_a_retired_code_raises_nothing() -> None:
    told = [evidence("I1", "Sehari 10 sampai 12 tamu."), evidence("D1", "Rata-rata 40 tamu per hari.")]
    code = Code("X", None, "indicator", None, True, Bi("X", "X"), Bi("X", "X"), Bi("", ""))
    claims = tuple(claim for made in told for claim in claims_of(made))
    active = Case(book=replace(BOOK, codes=(code,)), evidence=tuple(told), claims=claims)
    gone = replace(active, book=replace(BOOK, codes=(replace(code, retired="2.0.0"),)))
    assert [flag.rule for flag in check(active)] == ["N5"]
    assert check(gone) == []


def test_n3_does_not_blame_what_the_sentence_itself_excepts() -> None:
    said = "Semua kegiatan mencapai target, kecuali penerbitan kartu keluarga yang hanya terealisasi 95,50 persen."
    plain = said.replace("kecuali", "tetapi")
    assert "N3" not in _rules(said)
    assert "N3" in _rules(plain)


def _rules(text: str) -> list[str]:
    made = evidence("I1", text)
    return [flag.rule for flag in check(Case(book=BOOK, evidence=(made,), claims=tuple(claims_of(made))))]
