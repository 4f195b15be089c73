"""Figures of statements and their keys: what is counted, how often, of what, for when, planned or reached."""

from __future__ import annotations

from fractions import Fraction

import pytest
from claims_values import key_of, one
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.analysis.claims.facts import compare_claims
from kualcode.analysis.claims.reading import Context, read


def shown(text: str, **more: str) -> list[str]:
    """Every claim of a text as "figure: measure / subject (modality, role)"."""
    return [
        f"{claim.quantity.raw}: {claim.measure or '?'} / {claim.subject} ({claim.modality}, {claim.role})"
        for claim in read(text, code="X", **more)  # type: ignore[arg-type]
    ]


# ---- the same thing in other words has the same key


@pytest.mark.parametrize(
    "text",
    [
        "Sekitar 20 sampai 25 tamu sehari.",
        "Ada 20-25 orang per hari yang datang.",
        "Pengunjung yang dilayani di kantor ini rata-rata 22 orang setiap hari.",
        "Selama Tahun 2025 jumlah masyarakat yang dilayani di kantor kecamatan rata-\nrata 31 orang per hari kerja.",
        "Kami menerima tamu sekitar 10-15 orang per hari dengan berbagai keperluan, seperti meminjam gedung.",
        "Sebanyak 10-15 orang datang setiap hari untuk keperluan seperti stempel.",
        "Ramai juga, dua puluhan orang lah sehari.",
        "Satu hari itu rata-rata 20 tamu.",
    ],
)
def test_visitors_a_day_in_many_words(text: str) -> None:
    assert key_of(one(text)) == ("tamu per hari", "", "realised")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Realisasi mushola sudah 92,40%.", "musala"),
        ("Uangnya terserap delapan puluh tujuh koma enam persen.", "anggaran"),
        ("Anggaran terserap 87,6 persen.", "anggaran"),
        ("Realisasi keuangan 87,6%.", "anggaran"),
        ("Capaian keseluruhan 92,40%.", "keseluruhan"),
    ],
)
def test_a_share_is_of_something(text: str, subject: str) -> None:
    claim = one(text)
    assert (claim.measure, claim.subject, claim.unit) == ("persen", subject, "percent")


@pytest.mark.parametrize(
    "text",
    [
        "Dari 6 unit komputer yang ada, 2 unit dalam keadaan rusak dan belum dapat dipergunakan.",
        "Komputer ada enam, dua rusak dari September.",
        "Ada komputer dua ndak nyala, ditumpuki kardus.",
    ],
)
def test_broken_computers(text: str) -> None:
    assert key_of(read(text, code="X")[-1]) == ("komputer", "rusak", "realised")


def test_a_denied_word_is_another_subject() -> None:
    assert one("Ada lima komputer yang menyala.").subject == "hidup"
    assert one("Ada lima komputer yang tidak menyala.").subject == "rusak"
    assert one("Ada lima komputer yang tidak dipakai.").subject == "tidak dipakai"


# ---- what is not the same keeps apart


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Bagian Keuangan menerima 5 tamu per hari.", ("tamu per hari", "bagian keuangan", "realised")),
        ("Ada 5 orang sehari yang mengurus KK.", ("orang per hari", "kk", "realised")),
        ("Yang terlambat itu paling dua tiga orang dalam sebulan.", ("orang per bulan", "terlambat", "realised")),
        ("Sebanyak 30 berkas per hari diproses.", ("berkas per hari", "diproses", "realised")),
    ],
)
def test_what_is_more_than_the_number_of_visitors_has_a_subject(text: str, key: tuple[str, str, str]) -> None:
    assert key_of(one(text)) == key


@pytest.mark.parametrize(
    "text",
    [
        "Empat hari.",  # of what?
        "Senin itu bisa tiga puluh orang.",
        "Dua puluh lima lah kalau ramai.",
        "Pernah empat hari baru jadi.",
        "Tadi ada tiga surat.",
        "Sekarang 87,6 persen.",
        "Tiga dari sepuluh SPJ dikembalikan.",
    ],
)
def test_a_figure_of_unknown_matter_or_of_one_occasion_is_compared_with_nothing(text: str) -> None:
    assert {claim.measure for claim in read(text, code="X")} == {""}


@pytest.mark.parametrize(
    "text",
    [
        "Dua kali seorang pegawai berdiri.",  # a person
        "Hari Kamis itu empat hari.",  # a day
        "Ada dua kursi panjang.",  # no noun beside it
        "Satu dua orang paham benar kantor camat ulun.",
        "Tiga map diletakkan pegawai di meja.",
        "Dua orang menunggu di loket.",
        "Yang dikembalikan tiga SPJ masuk sepuluh.",
        "Sebelas unit mesin pompa kebun kopi.",  # more than two words
    ],
)
def test_a_figure_of_no_counted_noun_is_compared_with_nothing(text: str) -> None:
    assert {claim.measure for claim in read(text, code="X")} == {""}


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Surat rekomendasi diselesaikan sesuai standar, yaitu 1 (satu) hari kerja.", Context()),
        ("Satu hari kerja.", Context(question="Kalau minta surat rekomendasi berapa lama jadinya?")),
        ("Empat hari.", Context(question="Ternyata?", topic="Surat rekomendasi. Buat pinjaman di koperasi.")),
    ],
)
def test_how_long_a_service_takes(text: str, context: Context) -> None:
    assert key_of(one(text, context=context)) == ("hari", "surat rekomendasi", "realised")


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Empat hari.", Context(question="Berapa lama?")),
        ("Empat hari.", Context(question="Surat pengantar sama surat rekomendasi berapa lama?")),  # of which?
        ("Pelatihannya empat hari.", Context(question="Surat rekomendasi berapa lama?")),
        ("Empat orang.", Context(question="Surat rekomendasi berapa lama?")),
    ],
)
def test_a_time_of_no_one_service(text: str, context: Context) -> None:
    assert "surat rekomendasi" not in one(text, context=context).subject


@pytest.mark.parametrize(
    "text",
    [
        "Tiga puluh satu?",
        "Sebagian besar pegawai paham.",
        "Beberapa berkas kembali.",
        "Tidak semua kegiatan tercapai.",
        "Di kantor ini kan satu keluarga.",
        "Bulan sepuluh kami pindah.",
        "Sebulan setengah ganti buku.",
        "Ada satu bapak di depan.",
        "Surat Nomor 12/KTM/2025 tanggal 3 Mei 2025.",
        "1\tPenyediaan alat tulis\tpaket\t4\t4\t100%",
        "Warga antre di loket.",
        "",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert read(text, code="X") == []


# ---- plans, targets, results


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peralatan kantor, rencananya sepuluh unit, yang jadi enam.",
            ["sepuluh: unit / peralatan kantor (planned, value)", "enam: unit / peralatan kantor (realised, value)"],
        ),
        (
            "pengadaan peralatan kantor, terealisasi 6 dari 10 unit;",
            ["6: unit / peralatan kantor (realised, value)", "10: unit / peralatan kantor (target, value)"],
        ),
        (
            "Gotong royong lingkungan (14 kali dari rencana 12 kali).",
            [
                "14: kali / gotong royong lingkungan (realised, value)",
                "12: kali / gotong royong lingkungan (planned, value)",
            ],
        ),
        (
            "Kehadiran pegawai ditargetkan 95 persen, tercapai 82 persen.",
            [
                "95 persen: persen / kehadiran pegawai (target, value)",
                "82 persen: persen / kehadiran pegawai (realised, value)",
            ],
        ),
        (
            "Pagu anggaran Rp3,4 miliar dengan realisasi Rp3,0 miliar atau 87,6 persen.",
            [
                "Rp3,4 miliar: rupiah / anggaran (planned, value)",
                "Rp3,0 miliar: rupiah / anggaran (realised, value)",
                "87,6 persen: persen / anggaran (realised, value)",
            ],
        ),
        ("Pada tahun ini direncanakan 36 kegiatan.", ["36: kegiatan /  (planned, value)"]),
        (
            "29 dari 36 kegiatan mencapai target.",
            ["29: kegiatan / mencapai target (realised, value)", "36: kegiatan /  (realised, value)"],
        ),
    ],
)
def test_modality(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_a_plan_speaks_of_plans() -> None:
    plan = Context(modality="planned")
    assert one("Seksi Pelayanan melaksanakan 7 kegiatan.", context=plan).modality == "planned"
    assert one("Pembangunan aula terealisasi 92%.", context=plan).modality == "realised"


# ---- wholes and parts


def test_a_whole_and_its_parts() -> None:
    text = "Dari 41 kegiatan, 41 kegiatan mencapai 100% target, 8 tidak mencapai target, dan 5 melebihi target."
    whole, met, missed, more = read(text, code="X", evidence="E1")
    assert [claim.role for claim in (whole, met, missed, more)] == ["total", "part", "exception", "part"]
    assert {claim.partition_of for claim in (met, missed, more)} == {whole.id}
    assert missed.subject == "tidak mencapai target"


def test_parts_may_follow_in_later_sentences_and_count_what_the_whole_counts() -> None:
    text = "Ada 36 kegiatan direncanakan. Yang mencapai target 29, melampaui target 2. Sisanya 5 belum mencapai target."
    whole, *parts = read(text, code="X")
    assert [(part.partition_of == whole.id, part.measure) for part in parts] == [(True, "kegiatan")] * 3


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dari 41 kegiatan, 8 belum selesai dan 3 terlambat.", 0),  # the rest is left unsaid
        ("Dari 41 kegiatan, 30 mencapai target dan 2 melampaui target.", 0),
        ("Dari 41 kegiatan, 38 mencapai target dan 5 melampaui target.", 2),  # more than there are
        ("Dari 36 kegiatan, 31 mencapai target, 2 di antaranya melampaui target, dan 5 belum mencapai target.", 2),
        ("Pengaduan berjumlah 49, terdiri atas 46 pengaduan lewat WhatsApp dan 3 pengaduan lewat kotak.", 2),
        ("Peralatan 10 unit, terdiri atas 4 unit komputer, 2 unit pencetak, dan 4 unit lemari.", 3),
        ("Ada 21 pegawai, yaitu 12 PNS dan 9 PPPK, melayani 20 tamu per hari.", 2),
        ("Dari 6 unit komputer yang ada, 2 unit rusak.", 0),
    ],
)
def test_only_parts_that_share_out_the_whole_have_one(text: str, parts: int) -> None:
    assert sum(claim.partition_of is not None for claim in read(text, code="X")) == parts


@pytest.mark.parametrize(
    ("text", "role", "subject"),
    [
        ("Seluruh kegiatan tercapai.", "all", "mencapai target"),
        ("Kegiatan 100 persen tercapai.", "all", "mencapai target"),
        ("Seluruh pengaduan telah ditindaklanjuti.", "all", "ditindaklanjuti"),
        ("Ada 8 kegiatan yang tidak mencapai target.", "exception", "tidak mencapai target"),
        ("2 kegiatan ditunda ke tahun depan.", "deferred", "ditunda"),
    ],
)
def test_roles(text: str, role: str, subject: str) -> None:
    claim = one(text)
    assert (claim.role, claim.subject) == (role, subject)


@pytest.mark.parametrize(
    "text",
    [
        "Subbagian Umum melaksanakan 8 kegiatan, 7 mencapai target, dan 1 tidak mencapai target.",
        "Subbagian Umum melaksanakan 8 kegiatan, 7 kegiatan mencapai target.",
        "Subbagian Umum melaksanakan 8 kegiatan, 7 mencapai target.",
        "Subbagian Umum melaksanakan 8 kegiatan. Tujuh mencapai target, satu kegiatan tidak mencapai target.",
    ],
)
def test_what_is_told_of_a_section_is_not_told_of_the_whole(text: str) -> None:
    found = [claim for claim in read(text, code="X") if claim.measure]
    assert len(found) > 1
    assert all(claim.subject.startswith("subbagian umum") for claim in found)


def test_what_the_paper_of_a_section_tells_is_of_that_section() -> None:
    section = Context(title="Laporan Seksi Pelayanan Umum 2025")
    assert one("Ada 6 kegiatan mencapai target.", context=section).subject == "seksi pelayanan umum mencapai target"
    assert one("Anggaran terserap 80%.", context=section).subject == "seksi pelayanan umum anggaran"
    assert one("Sekitar 80%.", context=section).measure == ""


def test_a_hundred_is_no_share() -> None:
    assert one("Ada 100 kegiatan tercapai.").role == "value"
    assert shown("Ada 41 kegiatan, 5 mencapai 80% target.")[-1].startswith("80%")
    assert shown("Beberapa berkas kembali, 12 surat diterbitkan.") == ["12: surat / diterbitkan (realised, value)"]


def test_what_a_bracket_is_about() -> None:
    text = "Yang melampaui target adalah penerbitan surat rekomendasi (1.042 surat dari rencana 900 surat)."
    assert {claim.subject for claim in read(text, code="X")} == {"penerbitan surat rekomendasi"}


# ---- periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Pada Februari 2026 rata-rata 22 tamu sehari.", "2026-02"),
        ("Tahun 2025 ada 36 kegiatan direncanakan.", "2025"),
        ("Tahun lalu anggaran terserap 85 persen.", "2025"),
        ("Bulan lalu anggaran terserap 85 persen.", "2026-01"),
        ("Tahun ini anggaran terserap 85 persen.", "2026"),
        ("Anggaran terserap 85 persen.", "2030"),  # what the source is about
    ],
)
def test_the_period_said_else_that_of_the_source(text: str, period: str) -> None:
    assert one(text, period="2030", context=Context(date="2026-02-10")).period == period


def test_each_clause_has_its_own_period() -> None:
    found = read("Anggaran tahun 2024 terserap 85%, anggaran tahun 2025 terserap 92%.", code="X")
    assert [claim.period for claim in found] == ["2024", "2025"]


def test_last_year_without_a_date_is_a_period_of_its_own() -> None:
    assert one("Tahun lalu anggaran terserap 85 persen.").period == "tahun lalu"


# ---- answers


def ask(question: str, answer: str, before: str = "") -> str:
    """The key of an answer's only claim, as "measure / subject"."""
    claim = one(answer, context=Context(question=question, before=before))
    return f"{claim.measure or '?'} / {claim.subject}"


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Yang datang ke sini kira-kira berapa Bu sehari?", "Dua puluhan.", "tamu per hari / "),
        (
            "Orang yang datang ke kantor ini banyak nggak, tiap harinya?",
            "Yaa... sekitar 20 orang lah.",
            "tamu per hari / ",
        ),
        ("Pengunjung ramai tiap hari?", "Dua puluhan ai.", "tamu per hari / "),
        (
            "Kalau Bapak ke sana, ramai orangnya?",
            "Sehari berapa ya, dua puluh lah, dua puluh lima.",
            "tamu per hari / ",
        ),
        ("Rencananya ada berapa kegiatan?", "Tiga puluh enam.", "kegiatan / "),
        ("Uangnya terserap semua, Pak?", "Delapan puluh tujuh koma enam persen.", "persen / anggaran"),
        ("Komputernya di ruang depan berapa?", "Empat.", "komputer / ruang"),
        # not asked for, or not the speaker's own figure
        ("Sudah bisa pakai aplikasinya?", "Dua.", "? / "),
        ("Berapa tamu sehari? Di laporan tiga puluh satu.", "Iya, tiga puluh satu.", "? / "),
    ],
)
def test_an_answer_leans_on_its_question(question: str, answer: str, expected: str) -> None:
    assert ask(question, answer) == expected


def test_an_outcome_is_of_what_was_spoken_of() -> None:
    assert (
        ask("", "Dua puluh sembilan tercapai.", "Kita merencanakan tiga puluh enam kegiatan.")
        == "kegiatan / mencapai target"
    )
    assert ask("", "Dua puluh sembilan tercapai.", "Desanya dua belas.") == "? / mencapai target"
    assert ask("Kegiatan di seksi Bapak jalan semua?", "Enam tercapai.") == "? / mencapai target"
    assert ask("Kegiatannya bagaimana?", "Yang lima ini belum.") == "kegiatan / tidak mencapai target"


def test_a_facet_says_of_what_a_share_is() -> None:
    assert one("Sekitar 87,6 persen.", facet="serapan_dana").subject == "anggaran"


# ---- spoken figures


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Dua puluh, dua puluh lima tamu sehari.", (20, 25)),
        ("Dua puluh sampai dua lima tamu sehari.", (20, 25)),
        ("Tamu sehari itu empat orang apa lima.", (4, 5)),
        ("Warga menunggu dua hari, tiga hari.", (2, 3)),
    ],
)
def test_two_numbers_said_as_one_span(text: str, span: tuple[int, int]) -> None:
    quantity = one(text).quantity
    assert (quantity.lo, quantity.hi) == tuple(map(Fraction, span))


@pytest.mark.parametrize(
    "text", ["Komputer ada enam, printer empat.", "Ada 20, 25 surat.", "Datang dua, pulang lima orang."]
)
def test_two_numbers_that_are_no_span(text: str) -> None:
    assert len(read(text, code="X")) == 2


def test_five_that_fell_short_are_five() -> None:
    (claim,) = read("yang tidak sampai lima.", code="X", context=Context(before="Ada 36 kegiatan."))
    assert (claim.quantity.lo, claim.quantity.hi, claim.subject) == (Fraction(5), Fraction(5), "tidak mencapai target")


def test_a_single_number_of_times_a_day_is_what_is_usual() -> None:
    quantity = one("Ada 22 tamu per hari.").quantity
    assert (quantity.integer, quantity.step) == (False, Fraction(1))
    assert one("Direncanakan 36 kegiatan.").quantity.integer


# ---- places and ids


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_the_figure_stands_where_it_says(noise: str) -> None:
    text = (
        f"{noise} \U0001f600 é [tertawa] =1 Kegiatan yang direncanakan ada 36.\nAnggaran terserap 87,6 persen. {noise}"
    )
    for claim in read(text, code="X", evidence="E"):
        assert text[claim.quantity.start : claim.quantity.end] == claim.quantity.raw


def test_ids_come_from_evidence_place_and_figure() -> None:
    text = "Anggaran terserap 87,6 persen."
    ids = {one(text, evidence="E1").id, one(text, evidence="E1").id}
    assert ids == {one(text, evidence="E1").id}
    assert one(text, evidence="E2").id not in ids
    assert one(" " + text, evidence="E1").id not in ids
    assert one(text).id.startswith("CL-")


# ---- English


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 20 to 25 visitors a day.", ["About 20 to 25: visitor per day /  (realised, value)"]),
        ("10-15 people come every day.", ["10-15: visitor per day /  (realised, value)"]),
        ("The budget was 80% spent.", ["80%: percent / budget (realised, value)"]),
        ("All activities reached the target.", ["All: activity / reach the target (realised, all)"]),
        (
            "Of the 41 planned activities, 41 reached the target, 8 did not reach target and 5 exceeded the target.",
            [
                "41: activity /  (planned, total)",
                "41: activity / reach the target (realised, part)",
                "8: activity / not reach the target (realised, exception)",
                "5: activity / exceed the target (realised, part)",
            ],
        ),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert shown(text, language="en") == expected


def test_a_language_without_lists_has_no_claims() -> None:
    assert read("20 tamu sehari", code="X", language="jv") == []


@pytest.mark.parametrize(
    "text", ["Empat yang hidup untuk dua puluh satu orang.", "Di loket tu komputer satu untuk berdua."]
)
def test_people_for_whom_something_is_are_not_what_is_told_of(text: str) -> None:
    assert [claim.measure for claim in read(text, code="X")][-1] == ""


def test_shares_of_a_target_are_of_what_is_aimed_at_however_they_are_told() -> None:
    told = (
        "Pada tahun 2025 realisasi perekaman KTP-el sebanyak 13.150 jiwa dari target 12.000 jiwa atau 109,58 persen.",
        "Target perekaman KTP-el tahun 2025 itu 12.000 jiwa, realisasinya 118 persen, jadi melampaui target.",
        "Realisasi perekaman KTP-el tahun 2025 mencapai 118 persen dari target.",
    )
    shares = [claim for text in told for claim in read(text, code="X") if claim.unit == "percent"]
    assert {(c.measure, c.subject, c.period) for c in shares} == {("persen", "perekaman ktp-el", "2025")}
    assert compare_claims(shares[0], shares[1]) == "DISSONANCE"
    assert compare_claims(shares[1], shares[2]) == "AGREEMENT"
