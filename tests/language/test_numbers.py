"""Figures in talk and documents: what is read, exactly, and how two figures agree."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.language.numbers import Quantity, compare, has_figure, interval, parse


def one(text: str, language: str = "id") -> Quantity:
    """The only claim of a text."""
    claims = [quantity for quantity in parse(text, language=language) if quantity.is_claim]
    assert len(claims) == 1, claims
    return claims[0]


def span(text: str, language: str = "id") -> str:
    """The only claim as brackets: "[9,33/2]"."""
    found = one(text, language)
    hi = "inf" if found.hi is None else found.hi
    closing = ")" if found.hi_open or found.hi is None else "]"
    return f"{'(' if found.lo_open else '['}{found.lo},{hi}{closing}"


# ---- what is read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("92,40%", "[462/5,462/5]"),
        ("1.250 berkas", "[1250,1250]"),
        ("10-15", "[10,15]"),
        ("10 s/d 15", "[10,15]"),
        ("10 s.d. 15", "[10,15]"),
        ("antara 10 dan 15", "[10,15]"),
        ("10 sampai 15", "[10,15]"),
        ("10 hingga 15 orang", "[10,15]"),
        ("10 orang sampai 15 orang", "[10,15]"),
        ("5 atau 6 orang", "[5,6]"),
        ("sekitar 12", "[54/5,66/5]"),
        ("kurang lebih 12", "[54/5,66/5]"),
        ("± 12 orang", "[54/5,66/5]"),
        ("kira-kira 12", "[54/5,66/5]"),
        ("kisaran 12", "[54/5,66/5]"),
        ("sekitar 10-15", "[9,33/2]"),
        ("lebih dari 10", "(10,inf)"),
        ("minimal 5", "[5,inf)"),
        ("maksimal 8", "[0,8]"),
        ("paling banyak 8 orang", "[0,8]"),
        ("hampir 100", "[90,100)"),
        ("kurang dari 5", "[0,5)"),
        ("tidak lebih dari 5 hari", "[0,5]"),
        ("tidak kurang dari 5", "[5,inf)"),
        ("sembilan ribu lebih", "(9000,inf)"),
        ("belasan", "[11,19]"),
        ("puluhan orang", "[20,99]"),
        ("dua puluhan", "[20,29]"),
        ("70-an orang", "[70,79]"),
        ("lima belasan orang", "[27/2,33/2]"),
        ("belasan ribu", "[11000,19999]"),
        ("semua pegawai", "[100,100]"),
        ("seluruh kegiatan", "[100,100]"),
        ("sebagian besar warga", "(50,100]"),
        ("beberapa berkas", "[2,inf)"),
        ("separuh pegawai", "[50,50]"),
        ("dua pertiga pegawai", "[200/3,200/3]"),
        ("hampir semua pegawai", "[90,100)"),
        ("dua puluh lima persen", "[25,25]"),
        ("seratus dua puluh kali", "[120,120]"),
        ("setengah hari", "[1/2,1/2]"),
        ("satu setengah jam", "[3/2,3/2]"),
        ("dua koma lima juta", "[2500000,2500000]"),
        ("nol", "[0,0]"),
        ("tiga-empat orang", "[3,4]"),
        ("dua tiga kali", "[2,3]"),
        ("dua tiga puluh orang", "[20,30]"),
        ("duapuluh tiga desa", "[23,23]"),
        ("sejuta", "[1000000,1000000]"),
        ("kami cuma berempat", "[4,4]"),
        ("5 (lima) hari", "[5,5]"),
        ("2-3 juta rupiah", "[2000000,3000000]"),
        ("50rb", "[50000,50000]"),
        ("10-15%", "[10,15]"),
        ("92.4%", "[462/5,462/5]"),
    ],
)
def test_indonesian_forms(text: str, expected: str) -> None:
    assert span(text) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("92,40 persen", "percent"),
        ("92%", "percent"),
        ("Rp 50.000", "rupiah"),
        ("Rp1,2 miliar", "rupiah"),
        ("2 juta rupiah", "rupiah"),
        ("12 orang pegawai", "orang"),
        ("12 Berkas", "berkas"),
        ("12 yang selesai", None),
        ("ada 12.", None),
        ("2x seminggu", "kali"),
        ("480 m2", "m2"),
        ("semua pegawai", "percent"),
    ],
)
def test_unit(text: str, unit: str | None) -> None:
    assert one(text).unit == unit


def bounds(text: str) -> tuple[str, str]:
    """The ends of the only claim's interval, in decimals."""
    lo, hi, _, _ = interval(one(text))
    assert hi is not None
    return str(float(lo)), str(float(hi))


def test_counts_are_exact_and_other_numbers_carry_half_of_their_last_digit() -> None:
    assert one("41 kegiatan").integer
    assert one("2 juta orang").integer
    assert not one("92%").integer
    assert bounds("41 kegiatan") == ("41.0", "41.0")
    assert bounds("92%") == ("91.5", "92.5")
    assert bounds("92,40%") == ("92.395", "92.405")
    assert bounds("1,2 miliar") == ("1150000000.0", "1250000000.0")
    assert bounds("37,5 jam") == ("37.45", "37.55")
    assert bounds("10-15%") == ("10.0", "15.0")
    assert bounds("semua pegawai") == ("100.0", "100.0")


def test_a_rounded_number_ends_where_the_next_begins() -> None:
    assert interval(one("92%"))[2:] == (False, True)
    assert interval(one("92 orang"))[2:] == (False, False)
    assert interval(one("92,5%"))[2:] == (False, True)


def test_a_mean_and_an_estimate_say_so() -> None:
    mean = one("rata-rata 340 surat")
    assert mean.aggregate == "mean"
    assert (mean.lo, mean.hi) == (Fraction(340), Fraction(340))
    assert mean.unit == "surat"
    assert not mean.integer
    assert one("sekitar 12 orang").approx
    assert one("belasan orang").approx
    assert not one("12 orang").approx
    assert one("rata-rata sekitar 12").aggregate == "mean"
    assert [one(text).kind for text in ("12", "10-15", "sekitar 12")] == ["number", "range", "range"]


def test_offsets_point_into_the_text() -> None:
    text = "😀 Realisasi sekitar 92,40 persen dari 41 kegiatan."
    found = parse(text, 2, len(text))
    assert [text[q.start : q.end] for q in found] == ["sekitar 92,40 persen", "41"]
    assert [q.raw for q in found] == ["sekitar 92,40 persen", "41"]
    assert parse(text, len(text) - 13) == [found[1]]
    assert parse(text, 0, 5) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("08.00", "time"),
        ("jam 13.00", "time"),
        ("pukul 9", "time"),
        ("jam 08.00-15.00", "time"),
        ("setengah delapan", "time"),
        ("jam tujuh seperempat", "time"),
        ("pukul 07.30 s.d. 16.00 WIB", "time"),
        ("sebelum jam 8", "time"),
        ("12 Januari 2024", "date"),
        ("tanggal 5", "date"),
        ("12/01/2024", "date"),
        ("tanggal 9 s.d. 11 Oktober 2023", "date"),
        ("Maret 2024", "date"),
        ("2025", "year"),
        ("tahun 2025", "year"),
        ("1987-1992", "year"),
        ("tahun 90-an", "year"),
        ("PP 53", "reference"),
        ("No. 5", "reference"),
        ("Pasal 3", "reference"),
        ("hlm. 12", "reference"),
        ("brs. 41-44", "reference"),
        ("loket 2", "reference"),
        ("lantai dua", "reference"),
        ("S2", "reference"),
        ("F-1.02", "reference"),
        ("I-03", "reference"),
        ("1. Laporan", "reference"),
        ("Perbup 41/2021", "reference"),
        ("081234567890", "reference"),
        ("salah satu pegawai", "reference"),
        ("satu-satu", "reference"),
        ("dua-duanya", "reference"),
        ("ke-53", "ordinal"),
        ("kelima", "ordinal"),
        ("pertama", "ordinal"),
    ],
)
def test_what_is_no_claim(text: str, kind: str) -> None:
    assert [quantity.kind for quantity in parse(text)] == [kind]
    assert not has_figure(text)


def test_a_year_keeps_its_value_and_the_rest_has_none() -> None:
    assert parse("tahun 2025")[0].lo == 2025
    assert parse("jam 8")[0].lo is None
    with pytest.raises(ValueError, match="no interval"):
        interval(parse("jam 8")[0])


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("dua jam 15 menit", ["dua", "15"]),
        ("2015 berkas", ["2015"]),
        ("Jam 8 sampai 10 orang datang", ["10"]),
        ("loket 1, 25 orang", ["25"]),
        ("lima ribu dua ribu", ["lima ribu", "dua ribu"]),
        ("dari 210 menjadi 365", ["210", "365"]),
        ("12 - 3 di antaranya", ["12", "3"]),
        ("Dari 41 kegiatan ada delapan yang belum", ["41", "delapan"]),
        ("Rp 50.000 jadi Rp 125.000", ["Rp 50.000", "Rp 125.000"]),
    ],
)
def test_figures_beside_each_other(text: str, claims: list[str]) -> None:
    assert [quantity.raw for quantity in parse(text) if quantity.is_claim] == claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("92.4%", "[462/5,462/5]"),
        ("1,250 files", "[1250,1250]"),
        ("about 12", "[54/5,66/5]"),
        ("around 10-15", "[9,33/2]"),
        ("at least 5", "[5,inf)"),
        ("at most 8 days", "[0,8]"),
        ("up to 40", "[0,40]"),
        ("more than 10", "(10,inf)"),
        ("between ten and fifteen people", "[10,15]"),
        ("10 to 15", "[10,15]"),
        ("nearly 100", "[90,100)"),
        ("twenty-five percent", "[25,25]"),
        ("two or three times", "[2,3]"),
        ("one hundred and twenty", "[120,120]"),
        ("a thousand two hundred", "[1200,1200]"),
        ("two and a half hours", "[5/2,5/2]"),
        ("three point five", "[7/2,7/2]"),
        ("a million", "[1000000,1000000]"),
        ("all staff", "[100,100]"),
        ("most of the visitors", "(50,100]"),
        ("several files", "[2,inf)"),
        ("a dozen letters", "[12,12]"),
        ("less than 5", "[0,5)"),
        ("an average of 340 letters", "[340,340]"),
    ],
)
def test_english_forms(text: str, expected: str) -> None:
    assert span(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "8:00",
        "8 am",
        "12 January 2024",
        "January 12, 2024",
        "in 2023",
        "Article 3",
        "No. 5",
        "p. 12",
        "room 3",
        "first",
        "2nd",
        "COVID-19",
        "one of the staff",
    ],
)
def test_what_is_no_claim_in_english(text: str) -> None:
    assert not [quantity for quantity in parse(text, language="en") if quantity.is_claim]
    assert not has_figure(text, language="en")


def test_another_language_has_no_figures() -> None:
    assert parse("12 personnes", language="fr") == []
    assert not has_figure("12 personnes", language="fr")


# ---- agreement


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("10-15 orang", "12-20 orang", "PARTIAL"),  # 4/11
        ("10-15 orang", "15-20 orang", "PARTIAL"),  # 1/11
        ("10-15 orang", "16-20 orang", "DISSONANCE"),
        ("10-15 orang", "11-14 orang", "AGREEMENT"),  # 2/3
        ("10-13 orang", "12-13 orang", "AGREEMENT"),  # 1/2, ends counted
        ("12 orang", "10-15 orang", "AGREEMENT"),
        ("lebih dari 50%", "maksimal 50%", "DISSONANCE"),
        ("92%", "92,40%", "AGREEMENT"),
        ("92%", "93%", "DISSONANCE"),
        ("41 kegiatan", "42 kegiatan", "DISSONANCE"),
        ("41 kegiatan", "41 kegiatan", "AGREEMENT"),
        ("lebih dari 10 orang", "10-15 orang", "PARTIAL"),
        ("lebih dari 10 orang", "10 orang", "DISSONANCE"),
        ("lebih dari 10 orang", "11 orang", "AGREEMENT"),
        ("minimal 10", "lebih dari 5", "PARTIAL"),
        ("sebagian besar", "50%", "PARTIAL"),
        ("sebagian besar", "40%", "DISSONANCE"),
        ("semua", "100%", "AGREEMENT"),
        ("hampir semua", "semua", "DISSONANCE"),
        ("sekitar 12 orang", "13 orang", "AGREEMENT"),
        ("sekitar 12 orang", "14 orang", "DISSONANCE"),
        ("92,5%", "92%", "PARTIAL"),
        ("beberapa berkas", "1 berkas", "DISSONANCE"),
        ("rata-rata 12 orang", "10-15 orang", "AGREEMENT"),
    ],
)
def test_two_figures(a: str, b: str, verdict: str) -> None:
    assert compare(one(a), one(b)) == verdict
    assert compare(one(b), one(a)) == verdict


# ---- round trips

ONES = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def below_thousand(number: int) -> str:
    if number >= 200:
        return f"{ONES[number // 100]} ratus {below_thousand(number % 100)}"
    if number >= 100:
        return f"seratus {below_thousand(number - 100)}"
    if number >= 20:
        return f"{ONES[number // 10]} puluh {ONES[number % 10]}"
    if number > 11:
        return f"{ONES[number - 10]} belas"
    return {10: "sepuluh", 11: "sebelas"}.get(number) or ONES[number]


def in_words(number: int) -> str:
    parts = []
    for value, name in ((10**9, "miliar"), (10**6, "juta"), (1000, "ribu")):
        count, number = divmod(number, value)
        if count:
            parts.append("seribu" if (count, name) == (1, "ribu") else f"{below_thousand(count)} {name}")
    return " ".join(" ".join([*parts, below_thousand(number)]).split()) or "nol"


@settings(max_examples=150)
@given(st.integers(0, 10**9))
def test_words_parse_back(number: int) -> None:
    found = one(f"sebanyak {in_words(number)} berkas")
    assert found.lo == found.hi == number
    assert found.integer
    assert found.unit == "berkas"


@settings(max_examples=150)
@given(st.integers(0, 10**9))
def test_digits_parse_back(number: int) -> None:
    found = one(f"sebanyak {number:,} berkas".replace(",", "."))
    assert found.lo == found.hi == number
    assert found.integer


@settings(max_examples=100)
@given(st.integers(0, 10**6), st.integers(1, 4))
def test_decimals_parse_back(number: int, places: int) -> None:
    value = Fraction(number, 10**places)
    printed = f"{number // 10**places},{number % 10**places:0{places}d}%"
    found = one(printed)
    assert (found.lo, found.step) == (value, Fraction(1, 10**places))
    assert compare(found, found) == "AGREEMENT"


@settings(max_examples=150)
@given(st.text(st.one_of(st.characters(), st.sampled_from("0123456789.,-%/ ()RpjamsdX")), max_size=60))
def test_any_text_is_read_with_its_offsets(text: str) -> None:
    found = parse(text)
    assert all(text[q.start : q.end] == q.raw and q.start < q.end for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_endless_digits_are_a_reference_and_not_an_error() -> None:
    digits = "9" * 5000
    for text in (digits, f"Rp{digits}", f"Rp 1,{digits}", f"{digits}%", f"1,{digits}", f"1.{digits}"):
        assert all(quantity.lo is None or quantity.lo < 10**16 for quantity in parse(text))


claims = st.sampled_from(
    [
        "10-15",
        "12",
        "sekitar 12",
        "lebih dari 10",
        "minimal 5",
        "maksimal 8",
        "hampir 100",
        "92%",
        "92,4%",
        "semua",
        "sebagian besar",
        "beberapa",
        "1",
        "rata-rata 7",
        "setengah",
    ]
)


@settings(max_examples=150)
@given(claims, claims)
def test_agreement_does_not_depend_on_the_order(a: str, b: str) -> None:
    assert compare(one(a), one(b)) == compare(one(b), one(a))


# ---- the quick look


@pytest.mark.parametrize(
    "text",
    [
        "Ada 12 orang.",
        "Realisasi 92%",
        "lima belas berkas",
        "Ada lima.",
        "tiga-empat orang",
        "separuh pegawai",
        "Kami cuma berempat",
        "satu orang saja",
        "belasan tamu",
    ],
)
def test_a_figure_is_seen(text: str) -> None:
    assert has_figure(text)
    assert has_figure("xx" + text, 2)
    assert not has_figure(text, 0, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Pegawai di sini rajin semua.",
        "beberapa warga",
        "sebagian besar warga",
        "",
        "yang satu ini",
        "cuma satu",
        "hampir semua pegawai hadir jam 8",
    ],
)
def test_no_figure(text: str) -> None:
    assert not has_figure(text)


def test_two_english_numbers_joined_by_and_are_two() -> None:
    assert [q.raw for q in parse("There were 4 and 11 visitors.", language="en")] == ["4", "11"]
    assert [q.raw for q in parse("Held on 4 and 11 June 2024.", language="en") if q.is_claim] in (["4"], [])
    assert parse("2 hundred and 5 guests", language="en")[0].lo == 200


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("The result stood at 76.4 percent.", "en", ["76.4 percent"]),
        ("It stood at 7.25%.", "en", ["7.25%"]),
        ("It stays at 12.5 days.", "en", ["12.5"]),
        ("We stopped at 1,250 letters.", "en", ["1,250"]),
        ("The queue ended at 45.", "en", ["45"]),
        ("around 8.5 percent", "en", ["around 8.5 percent"]),
        ("We open at 8.30, not at 9.", "en", []),
        ("We open at 8.30 in the morning.", "en", []),
        ("jam 8.30 mulai, pukul 08.30 tutup", "id", []),
        ("rata-rata per jam 12,5 berkas", "id", ["12,5"]),
    ],
)
def test_a_figure_behind_at_is_no_time_of_day_unless_a_clock_shows_it(
    text: str, language: str, kinds: list[str]
) -> None:
    assert [q.raw for q in parse(text, language=language) if q.is_claim] == kinds
