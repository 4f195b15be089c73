"""What cells say beyond counts: parts of a parent, the researcher's label, figures of tables, and how many quotes."""

from __future__ import annotations

import pytest
from layouts_cases import CODES, book, case, code, opened, row, run, said, seen, written

from kualcode.analysis.evidence import Case, Claim, Evidence, Judgement
from kualcode.analysis.layouts import techniques as layouts
from kualcode.analysis.layouts import themes
from kualcode.analysis.layouts.chosen import chosen, rest
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation.algorithm import judge, weigh
from kualcode.analysis.triangulation.reasons import GROUPS, OTHER_AXIS_CAP, VERDICTS
from kualcode.document import Matrix
from kualcode.errors import Bi
from kualcode.language.numbers import parse

TABLE = "tabel:dokumentasi/D-4 Rekap Absensi 2026.csv:absensi"


def l1(study: Case, axis: str = "technique", most: int | None = None) -> Matrix:
    """L1 of a case."""
    return layouts.technique(study, run(study, axis), most=most)


def notes(matrix: Matrix) -> str:
    """All notes, in Indonesian."""
    return "\n".join(note.id for note in matrix.notes)


# ---------------------------------------------------------------- parents
TORN = case(
    said(1, "LAY.CPT", "negative"),
    said(2, "LAY.RMH", "positive"),
    said(3, "LAY", "positive", "I-02"),
    seen(4, "LAY.CPT", "negative"),
)


def test_a_parent_names_the_directions_of_its_parts_and_not_of_its_voices() -> None:
    cells = row(l1(TORN), "LAY")
    assert cells["Wawancara"] == (
        "campuran menurut bagiannya (LAY.CPT negatif, LAY.RMH positif, pernyataan umum positif); 2 informan"
    )
    assert row(l1(TORN), "LAY", "en")["Observation"] == (
        "negative by its parts (LAY.CPT negative); 1 session\nquotes at 1.1"
    )
    assert cells["Dokumentasi"] == "tidak ada data"
    assert row(l1(TORN), "LAY.RMH")["Wawancara"] == "positif (1 informan)"
    assert "Arah kode yang mempunyai bagian" in notes(l1(TORN))
    childless = case(said(1, "HMB.ALT", "positive"))
    assert "Arah kode yang mempunyai bagian" not in notes(l1(childless))


def test_a_parent_of_which_no_part_speaks_counts_its_voices() -> None:
    study = case(said(1, "LAY", "positive"), said(2, "LAY", "mixed", "I-02"), seen(3, "LAY.CPT", "positive"))
    assert row(l1(study), "LAY")["Wawancara"] == "positif (2 informan: 1 positif, 1 campuran)"


def test_parts_of_a_factor_support_or_deny_it() -> None:
    deeper = (*CODES, code("HMB.ALT.PC", "factor", ("Komputer", "Computers"), direction="hindering"))
    study = case(said(1, "HMB.ALT.PC", "negative"), book=book(deeper))
    assert row(l1(study), "HMB.ALT")["Wawancara"] == (
        "membantah adanya faktor menurut bagiannya (HMB.ALT.PC membantah); 1 informan\nkutipan pada 2.1.1"
    )


def test_a_parent_without_statements_of_its_own_says_where_its_quotes_are() -> None:
    study = case(said(1, "LAY.CPT", "positive"), said(2, "LAY.RMH", "positive"), seen(3, "LAY.RMH", "positive"))
    cells = row(l1(study), "LAY")
    assert str(cells["Wawancara"]).endswith("\nkutipan pada 1.1, 1.2")
    assert str(cells["Observasi"]).endswith("\nkutipan pada 1.2")
    unquoted = layouts.technique(study, run(study), quoted=False)
    assert "kutipan" not in str(row(unquoted, "LAY")["Wawancara"])


def test_the_same_on_other_axes_and_where_sources_are_held_side_by_side() -> None:
    study = case(
        said(1, "LAY.CPT", "negative", role_group="staf", date="2024-01-15"),
        said(2, "LAY.RMH", "positive", role_group="staf", date="2024-01-15"),
        said(3, "LAY.RMH", "mixed", "I-02", role_group="warga", date="2024-02-15"),
    )
    told = "campuran menurut bagiannya (LAY.CPT negatif, LAY.RMH positif); 1 suara"
    assert str(row(l1(study, "time"), "LAY")["15 Januari 2024"]).startswith(told)
    made = themes.consistency(study, run(study, "source"))
    assert row(made, "LAY")["Staf"] == told.replace("suara", "informan")
    assert "Suara campuran dihitung separuh" in notes(made)


def test_how_mixed_voices_count_is_said_where_there_are_some() -> None:
    study = case(
        *(said(n, "LAY.RMH", "mixed" if n > 2 else "negative", f"I-0{n}") for n in range(1, 7)),
        book=book(voice_dominance="2/3"),
    )
    made = l1(study)
    assert row(made, "LAY.RMH")["Wawancara"] == "negatif (6 informan: 4 campuran, 2 negatif)"
    assert "P = 2a + b dan N = 2c + b; satu arah menonjol bila bagiannya dari P + N mencapai 2/3." in notes(made)
    assert "P = 2a + b" not in notes(l1(case(said(1, "LAY.RMH", "negative"))))


# ---------------------------------------------------------------- labels
AGREED = (said(1, "LAY.RMH", "positive"), seen(2, "LAY.RMH", "positive"))


@pytest.mark.parametrize(
    ("mine", "told"),
    [
        ("cukup baik", Bi("cukup baik (peneliti; saran: baik)", "fairly good (researcher; suggested: good)")),
        ("baik", Bi("baik (peneliti; saran sama)", "good (researcher; suggested too)")),
        (None, Bi("baik", "good")),
    ],
)
def test_the_researcher_s_label_stands_before_the_suggested_one(mine: str | None, told: Bi) -> None:
    study = case(*AGREED, judgements=(Judgement("LAY.RMH", mine),))
    assert f"Arah temuan: {told.id}" in str(row(l1(study), "LAY.RMH")["Kesimpulan"]).split("\n")
    made = layouts.summary(study, run(study))
    assert row(made, "LAY.RMH", "en")["Direction of the finding"] == told.en
    assert "peneliti" not in str(row(l1(study, "source"), "LAY.RMH")["Kesimpulan"])


def test_where_nothing_is_concluded_or_suggested_that_is_said_beside_it() -> None:
    torn = case(
        said(1, "LAY.RMH", "positive"), seen(2, "LAY.RMH", "negative"), judgements=(Judgement("LAY.RMH", "baik"),)
    )
    lines = str(row(l1(torn), "LAY.RMH")["Kesimpulan"]).split("\n")
    assert "Arah temuan: belum dapat disimpulkan (label peneliti: baik)" in lines
    neutral = case(said(1, "LAY.RMH", "neutral"), judgements=(Judgement("LAY.RMH", "baik"),))
    lines = str(row(l1(neutral), "LAY.RMH")["Kesimpulan"]).split("\n")
    assert "Arah temuan: baik (peneliti; saran: tidak ada)" in lines


# ---------------------------------------------------------------- figures
def figure(number: int, words: str, evidence: str = TABLE, **more: str) -> Claim:
    """A figure of latecomers."""
    (quantity,) = parse(words)
    return Claim(f"C{number}", evidence, quantity, **{"measure": "kali terlambat", "code": "LAY.CPT", **more})  # type: ignore[arg-type]


def test_a_document_that_gives_figures_only_is_not_silent_and_takes_no_side() -> None:
    study = case(
        said(1, "LAY.CPT", "negative"),
        claims=(
            figure(1, "13 kali", period="2026-01"),
            figure(2, "47 kali", period="2026-01/2026-03"),
            figure(3, "20 kali", "E1", period="2026-02"),
        ),
    )
    made = l1(study)
    assert row(made, "LAY.CPT")["Dokumentasi"] == (
        "hanya angka: kali terlambat, Januari–Maret 2026: 47 (D-4); kali terlambat, Januari 2026: 13 (D-4)"
    )
    assert str(row(made, "LAY.CPT", "en")["Documentation"]).startswith("figures only: ")
    assert "1 dari 3 teknik" in str(row(made, "LAY.CPT")["Kesimpulan"])
    assert row(made, "LAY.CPT")["Observasi"] == "tidak ada data"
    assert "angka" not in str(row(made, "LAY.CPT")["Wawancara"])
    assert "angka" not in str(l1(study, "source").rows)


def test_figures_stand_below_what_a_document_says_and_the_first_three_are_named() -> None:
    claims = tuple(figure(n, f"{n} kali", period=f"2026-0{n}") for n in range(1, 6))
    lines = str(row(l1(case(written(1, "LAY.CPT", "neutral"), claims=claims)), "LAY.CPT")["Dokumentasi"]).split("\n")
    assert lines[0] == "netral (1 dokumen)"
    assert lines[1].startswith("angka: kali terlambat, Januari 2026: 1 (D-4); kali terlambat, Februari 2026: 2 (D-4);")
    assert lines[1].endswith("Maret 2026: 3 (D-4); dan 2 angka lagi")


# ---------------------------------------------------------------- how many quotes
MANY = (
    said(1, "LAY.RMH", "positive", strength=2),
    said(2, "LAY.RMH", "positive", strength=3),
    said(3, "LAY.RMH", "positive", strength=3),
    said(4, "LAY.RMH", "positive", "I-02", strength=1),
    said(5, "LAY.RMH", "positive", "I-03", strength=2),
)


@pytest.mark.parametrize(
    ("most", "kept"),
    [(None, [1, 2, 3, 4, 5]), (5, [1, 2, 3, 4, 5]), (4, [2, 3, 4, 5]), (3, [2, 4, 5]), (2, [2, 5]), (1, [2])],
)
def test_the_strongest_quotes_of_different_voices_go_first(most: int | None, kept: list[int]) -> None:
    assert [one.id for one in chosen(MANY, most)] == [f"E{n}" for n in kept]


def test_how_many_more_there_are_is_said_in_the_cell_and_once_below() -> None:
    made = l1(case(*MANY), most=3)
    assert row(made, "LAY.RMH")["Wawancara"] == "positif (3 informan)\n+ 2 kutipan lain"
    assert opened(made, "LAY.RMH", "Wawancara") == ["E2", "E4", "E5"]
    assert "Tiap sel memuat paling banyak 3 kutipan" in notes(made)
    assert rest(MANY[:3], 3) == rest(MANY, None) == Bi("", "")
    whole = l1(case(*MANY))
    assert row(whole, "LAY.RMH")["Wawancara"] == "positif (3 informan)"
    assert "Tiap sel" not in notes(whole)
    unquoted = layouts.technique(case(*MANY), run(case(*MANY)), quoted=False, most=3)
    assert row(unquoted, "LAY.RMH")["Wawancara"] == "positif (3 informan)"
    assert "Tiap sel" not in notes(unquoted)


def test_quotes_of_a_cell_keep_no_line_break_and_lines_are_explained_once() -> None:
    one: Evidence = said(1, "LAY.RMH", "positive", quote="Ramah\n\nsekali [tertawa].", line_from=3, line_to=4)
    made = l1(case(one))
    (cell,) = [entry for cells in made.rows for entry in cells if entry.quotes]
    assert cell.quotes[0].text == "Ramah sekali [tertawa]."
    assert notes(made).count("brs. = baris pada sumber.") == 1
    assert "brs." not in notes(l1(case(said(1, "LAY.RMH", "positive"))))
    assert "brs." not in notes(layouts.technique(case(one), run(case(one)), quoted=False))


# ---------------------------------------------------------------- words of reasons
def test_reasons_are_spelled_as_eyd_has_it() -> None:
    spelled = [VERDICTS["DISSONANCE"].fill(groups=told).id for told in GROUPS.values()]
    assert spelled == [
        "Data antarteknik bertentangan.",
        "Data antarkelompok peran bertentangan.",
        "Data antarwaktu bertentangan.",
    ]
    assert OTHER_AXIS_CAP.fill(axis="x").id == "Pandangan bertentangan pada x: paling tinggi sedang."


def test_a_label_that_may_not_be_stated_is_held_back_with_the_rule() -> None:
    study = case(said(1, "LAY.CPT", "positive"), said(2, "LAY.CPT", "positive", "I-02"), seen(3, "LAY.CPT", "positive"))
    flag = Flag("N3", "BLOCK", ("LAY.CPT",), Bi("Angka tidak cocok.", "Figures do not fit."), ("E1",))
    weighed = judge(weigh(study, "technique"), study, (flag,))
    told = str(row(layouts.technique(study, weighed), "LAY.CPT")["Kesimpulan"])
    assert "Belum dapat disimpulkan" in told and "ditahan oleh N3" in told
    assert "baik" not in told and "SOP 15 menit" not in told
    short = row(layouts.summary(study, weighed), "LAY.CPT")
    assert "ditahan oleh N3" in str(list(short.values()))
