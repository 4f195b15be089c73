"""audit-draft on whole drafts: what it raises on the seed paper retold, on a clean paper, and on short planted ones.

The short ones were written beside the rules: they guard what works and measure nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from study_values import Study

from kualcode.analysis.rules.flags import Flag
from kualcode.cli import audit_draft as command
from kualcode.codebook import read as read_book
from kualcode.errors import SourceError
from kualcode.model import Extract
from kualcode.store import open_store
from kualcode.workflow.audit_draft import Audit, Auditor, as_json, audit, labels, report

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
SEED, CLEAN = FIXTURES / "seed_draft.md", FIXTURES / "clean_draft.md"
SHORT = yaml.safe_load((FIXTURES / "draft_regression.yaml").read_text(encoding="utf-8"))
AUDITOR = Auditor(read_book(ROOT / "codebooks" / "asn-kinerja.yaml")[0])


def checked(text: str, form: str = "md") -> Audit:
    """A draft given as text."""
    return AUDITOR.check(Extract(form, text), "naskah")


def raised(text: str, form: str = "md") -> list[str]:
    """The rules that fire, each once."""
    return sorted({flag.rule for flag in checked(text, form).flags})


def only(flags: tuple[Flag, ...], rule: str) -> list[tuple[str, tuple[str, ...]]]:
    """Severity and targets of the flags of one rule."""
    return sorted((flag.severity, flag.targets) for flag in flags if flag.rule == rule)


# ---------------------------------------------------------------- the seed paper retold (method 1.10)
@pytest.fixture(scope="module")
def seed() -> Audit:
    """The audit of the seed paper retold."""
    return audit(SEED)


# Every flag with the contradiction that it answers: severity, targets.
ANSWERS: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "N1": [("BLOCK", ("KUAL",))],  # X1: 41 + 8 + 5 = 54
    "N2": [("BLOCK", ("KUAL",))],  # X1: all of them, and 8 that did not
    "N3": [("WARN", ("KUAN",))],  # X5: target met, 92.40%, a project put off
    "N4": [("WARN", ("KUAN",))],  # X6: 92.40% twice
    "N6": [("WARN", ("KUAL",))],  # X7: a plan quoted in an interview
    "N7": [("WARN", ("KUAN.TGT",))],  # X7: 2021-2026 from a yearly plan
    "T1": [("BLOCK", ("*",)), ("BLOCK", ("TEPAT", "TEPAT.PEN")), ("WARN", ("MAND.EMP",))],  # X2, X4, X15
    "T2": [("WARN", ("EFEK.TUP", "FH.KWJ"))],  # X8
    "T3": [("WARN", ("KUAL.KMP",))],  # X3
    "T4": [
        ("WARN", ("EFEK.SDT", "FH.SAR")),
        ("WARN", ("FD.LNG", "FH.SAR")),
        ("WARN", ("FD.PDD", "KUAL.KMP")),
    ],  # X9, X10
    "T5": [("BLOCK", ("*",))],  # X11: kesadaran pegawai is no factor of the results
    "T6": [("WARN", ("FH.DIS",)), ("WARN", ("FH.KWJ",)), ("WARN", ("FH.SAR",))],  # X14
    "T7": [("WARN", (code,)) for code in ("EFEK", "KUAL", "KUAN", "MAND", "TEPAT")],  # every interview is aggregate
    "T8": [("WARN", ("FD.LNG", "FH.DIS")), ("WARN", ("TEPAT",))],  # X11, X12
    "T9": [("WARN", ("*",))],  # X13
    "M1": [("WARN", ("*",))] * 5,  # X16: four tests without a trace, triangulation not declared
}


def test_the_seed_paper_raises_exactly_its_contradictions(seed: Audit) -> None:
    rules = {flag.rule for flag in seed.flags}
    assert {rule: only(seed.flags, rule) for rule in sorted(rules)} == {r: ANSWERS[r] for r in sorted(ANSWERS)}


def test_the_excess_and_the_fitting_value_are_told(seed: Audit) -> None:
    (flag,) = [flag for flag in seed.flags if flag.rule == "N1"]
    assert {("excess", "13"), ("fits", "28")} <= set(flag.details)


def test_a_misspelling_is_told_apart_from_a_difference(seed: Audit) -> None:
    (flag,) = [flag for flag in seed.flags if flag.rule == "T8" and flag.targets == ("TEPAT",)]
    assert "ejaan “SPPD” dan “SSPD” berbeda" in flag.message.id


def test_guests_on_whose_number_two_techniques_agree_raise_nothing_of_their_own(seed: Audit) -> None:
    lines = {s.line for s in seed.statements if "10-15" in s.text}
    own = [
        flag.rule
        for flag in seed.flags
        if any(place.endswith(f"brs. {line}") for place in flag.places for line in lines)
    ]
    assert set(own) <= {"N3", "N4", "T7", "T9"}  # X17; the others are on the same paragraph, which is one line


def test_places_are_sections_and_lines_of_the_file(seed: Audit) -> None:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    for flag in seed.flags:
        for place in flag.places:
            number = int(place.split("brs. ")[1].split()[0])
            assert lines[number - 1].strip()


# ---------------------------------------------------------------- clean drafts, and one contradiction planted in one
def test_a_clean_paper_raises_nothing() -> None:
    assert audit(CLEAN).flags == ()


PLANTED = [
    ("T1", [("kinerja pegawai tergolong cukup baik. Kualitas", "kinerja pegawai masih kurang optimal. Kualitas")]),
    ("T1", [("Ketepatan waktu masih kurang optimal karena", "Ketepatan waktu sudah baik walaupun")]),
    (
        "T1",
        [
            (
                "Efektivitas cukup baik, sedangkan kemandirian pegawai",
                "Efektivitas sudah baik, sedangkan kemandirian pegawai",
            )
        ],
    ),
    ("N1", [("lima pelaksana, dan tiga pengguna", "enam pelaksana, dan tiga pengguna")]),
    (
        "N2",
        [
            (
                "capaian kegiatan sebesar 85%.",
                "capaian kegiatan sebesar 85%. Dengan demikian semua kegiatan telah mencapai target.",
            )
        ],
    ),
    (
        "N3",
        [
            (
                "capaian kegiatan sebesar 85%.",
                "capaian kegiatan sebesar 85%. I-01 menegaskan bahwa bagian ini telah mencapai target.",
            )
        ],
    ),
    (
        "N4",
        [
            (
                "#### Ketepatan Waktu\n",
                "Realisasi pengadaan lemari arsip tahun 2022 mencapai 93,75%, dan realisasi perawatan gedung tahun "
                "2022 juga 93,75%.\n\n#### Ketepatan Waktu\n",
            )
        ],
    ),
    ("N5", [("tahun 2022 sebesar 85%. Ketepatan", "tahun 2022 sebesar 89%. Ketepatan")]),
    ("N5", [("rata-rata 12 tamu per hari", "rata-rata 31 tamu per hari")]),
    ("N6", [("Laporan kinerja tahun 2022 menunjukkan bahwa 34", "Rencana kerja tahun 2022 menunjukkan bahwa 34")]),
    (
        "N7",
        [
            (
                "Laporan kinerja tahun 2022 menunjukkan bahwa 34",
                "Laporan kinerja tahun 2021 menunjukkan bahwa pada tahun 2022 sebanyak 34",
            )
        ],
    ),
    ("N8", [("mencatat 17 kali keterlambatan masuk", "mencatat kehadiran sebesar 118%")]),
    (
        "T2",
        [
            ("setiap pelaksana memegang satu bidang", "pelaksana kerap membantu rekan yang kewalahan"),
            (
                "rutin diberikan.",
                "rutin diberikan. I-04 menambahkan bahwa ada pelaksana yang menitipkan tugasnya kepada rekan.",
            ),
        ],
    ),
    (
        "T4",
        [
            (
                "#### Efektivitas\n\n",
                "#### Efektivitas\n\nMenurut I-04, aplikasi persuratan membantu pegawai menyelesaikan surat. ",
            ),
            ("komputer yang lambat", "komputer lama yang lambat"),
        ],
    ),
    (
        "T5",
        [
            (
                "berkas jarang dikembalikan. Kuantitas",
                "berkas jarang dikembalikan. Tingkat kepuasan pengguna mencapai 97,5%. Kuantitas",
            )
        ],
    ),
    (
        "T6",
        [
            (
                "2. Kepada Kepala Bagian Organisasi agar menegakkan disiplin kehadiran melalui teguran dan rekap "
                "mingguan.\n",
                "",
            )
        ],
    ),
    (
        "T6",
        [
            (
                "tidak terlambat.\n",
                "tidak terlambat.\n4. Kepada pemerintah kabupaten agar membangun taman bacaan di desa wisata.\n",
            )
        ],
    ),
    ("T7", [("I-01 menyatakan bahwa setiap pelaksana", "Hasil wawancara menunjukkan bahwa setiap pelaksana")]),
    (
        "T8",
        [
            (
                "Teknik pengumpulan data meliputi wawancara, observasi, dan dokumentasi.",
                "Teknik pengumpulan data meliputi wawancara dan observasi.",
            )
        ],
    ),
    (
        "T9",
        [
            ("karena data dari perangkat daerah masuk pada hari terakhir", "karena banyaknya rapat di luar kantor"),
            ("3. Kepada pegawai", "3. Kepada pimpinan agar menambah rapat evaluasi mingguan.\n4. Kepada pegawai"),
        ],
    ),
    (
        "M1",
        [("triangulasi teknik dan member check.", "triangulasi teknik, perpanjangan pengamatan, dan member check.")],
    ),
]


@pytest.mark.parametrize(("rule", "changes"), PLANTED, ids=[f"{rule}-{n}" for n, (rule, _) in enumerate(PLANTED)])
def test_one_contradiction_planted_in_a_clean_paper_is_the_only_one_found(
    rule: str, changes: list[tuple[str, str]]
) -> None:
    text = CLEAN.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    assert raised(text) == [rule]


@pytest.mark.parametrize("case", SHORT, ids=[case["id"] for case in SHORT])
def test_short_drafts_raise_what_was_planted_and_nothing_else(case: dict[str, Any]) -> None:
    assert raised(case["text"]) == sorted(case["expect"])


# ---------------------------------------------------------------- forms of a draft
def docx(text: str) -> bytes:
    """A Word file with a paragraph for each line, headings without their marks."""
    from docx import Document

    document = Document()
    for line in text.splitlines():
        if line.strip():
            document.add_paragraph(line.lstrip("#").replace("**", "").strip())
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file_raises_what_the_same_text_does(tmp_path: Path, seed: Audit) -> None:
    path = tmp_path / "skripsi.docx"
    path.write_bytes(docx(SEED.read_text(encoding="utf-8").split("-->", 1)[1]))
    again = audit(path)
    assert Counter((f.rule, f.severity, f.targets) for f in again.flags) == Counter(
        (f.rule, f.severity, f.targets) for f in seed.flags
    )


def test_a_draft_without_headings_is_read_as_results_and_says_so() -> None:
    found = checked("Hasil wawancara menunjukkan bahwa laporan rapi.", "txt")
    assert [s.section for s in found.statements] == ["results"]
    assert [flag.rule for flag in found.flags] == ["T7"]
    assert "Tidak ada bagian yang dikenali" in found.notes[-1].id


def test_tables_and_lists_of_references_say_nothing() -> None:
    text = "## HASIL\nI-01 menilai laporan rapi. Kualitas kerja baik.\n\n| Kualitas kerja | kurang baik |\n\n"
    assert (
        raised(text + "## SIMPULAN\nKualitas kerja baik.\n\n## DAFTAR PUSTAKA\nKualitas kerja kurang baik (2010).")
        == []
    )


def test_a_file_that_is_no_draft_is_refused_with_a_message(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        audit(tmp_path / "tidak-ada.docx")


# ---------------------------------------------------------------- what is shown
def test_json_has_the_promised_keys_and_no_text_of_the_draft(seed: Audit) -> None:
    shown = as_json(seed)
    assert shown["schema"] == "kualcode.audit-draft/1"
    assert shown["sentences"] == len(seed.statements)
    flags: Any = shown["flags"]
    assert {tuple(flag) for flag in flags} == {("rule", "severity", "targets", "places", "message", "details")}
    json.dumps(shown)


def test_the_report_quotes_the_sentences_on_which_a_flag_is(seed: Audit) -> None:
    lines = [line.id for line in report(seed)]
    start = next(n for n, line in enumerate(lines) if "cukup simpati" in line)
    assert "pegawai cukup simpati terhadap pekerjaan" in lines[start + 1]
    assert "simpati tinggi" in lines[start + 2]


def test_labels_stand_side_by_side_by_section(seed: Audit) -> None:
    grid = labels(seed)
    assert [column.en for column in grid.columns] == ["On", "Abstract", "Discussion", "Conclusion"]
    whole = grid.rows[0]
    assert whole[1] == "tergolong cukup baik, quite good"
    assert whole[3] == "dinilai belum optimal"


def test_every_message_is_filled_in_both_languages(seed: Audit) -> None:
    for flag in seed.flags:
        for text in flag.message:
            assert text.strip()
            assert "{" not in text


# ---------------------------------------------------------------- the command
def run(*, draft: Path, as_json: bool = False) -> int:
    """The exit code of the command."""
    try:
        command.audit_draft(draft, as_json=as_json)
    except typer.Exit as ended:
        return ended.exit_code
    return 0


def test_the_command_ends_with_4_where_anything_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(draft=SEED, as_json=True) == 4
    assert json.loads(capsys.readouterr().out)["schema"] == "kualcode.audit-draft/1"


def test_the_command_ends_with_0_on_a_clean_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(draft=CLEAN) == 0
    shown = capsys.readouterr()
    assert "tidak ada pertentangan yang ditemukan" in shown.out
    assert shown.err == ""


# ---------------------------------------------------------------- with a project
DECLARES = (
    "## METODE\n\nUji kredibilitas memakai diskusi sejawat dan member check.\n\n"
    "## HASIL\n\nI-01 menilai laporan rapi.\n"
)


def test_traces_of_a_project_count_where_it_is_named(tagged: Study) -> None:
    draft = tagged.put("naskah.md", DECLARES)
    tagged.put("temuan.yaml", "diskusi_sejawat:\n- {tanggal: 2026-03-02, sejawat: R, topik: kode, keputusan: dibagi}\n")
    tagged.ok("tag", ".", "-q")
    alone = [flag.details[0] for flag in audit(draft).flags]
    assert alone == [("untraced", "peer_debriefing"), ("untraced", "member_check")]
    with open_store(tagged.project, readonly=True) as store:
        assert [flag.details[0] for flag in audit(draft, store=store).flags] == [("untraced", "member_check")]


# ---------------------------------------------------------------- anything at all
@settings(max_examples=120, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["md", "txt", "docx"]))
def test_no_text_stops_the_reader(text: str, form: str) -> None:
    found = checked(f"## HASIL\n{text}\n## SIMPULAN\n{text}", form)
    assert found == checked(f"## HASIL\n{text}\n## SIMPULAN\n{text}", form)


PIECES = st.sampled_from(
    [
        *("## HASIL\n", "## SIMPULAN\n", "## SARAN\n", "### Kualitas kerja\n", "\n\n"),
        *("kualitas kerja ", "belum baik", "cukup baik", "faktor penghambat ", "adalah ", "yaitu ", "seperti ", "dan "),
        *("I-01 menyatakan ", "observasi menunjukkan ", "12 ", "85% ", ". ", ", ", "“kutipan” "),
        *("[tertawa] ", "= ", "😀", "e\u0301", "\u200f", "\x0b"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_order_of_the_usual_words_stops_the_reader(text: str) -> None:
    for statement in checked(text or "a").statements:
        assert statement.text
        assert statement.line >= 1


_TOLD = "# Hasil\n\n## Kualitas kerja\n\n{text}\n"


@pytest.mark.parametrize(
    ("text", "rule", "fires"),
    [
        ("Kepala Dinas menyatakan bahwa dokumen jarang salah, dan LKjIP 2025 mencatat kesalahan 0,8 persen.", "N6", 0),
        ("Kepala Dinas menyatakan bahwa LKjIP 2025 mencatat kesalahan sebesar 0,8 persen.", "N6", 1),
        ("Hasil kerja tergolong baik menurut wawancara dan LKjIP 2025.", "T7", 0),
        ("Hasil kerja tergolong baik menurut wawancara dan observasi.", "T7", 1),
        ("Hasil kerja cukup: wawancara menyebut satu hari, sedangkan observasi menemukan tiga hari.", "T7", 0),
        ("Hasil wawancara menunjukkan hasil kerja selesai dalam satu hari.", "T7", 1),
    ],
)
def test_two_sources_that_are_told_apart_are_no_fault(text: str, rule: str, fires: int) -> None:
    assert raised(_TOLD.format(text=text)).count(rule) == fires


def test_a_draft_without_results_is_told_so() -> None:
    assert any("bagian hasil" in one.id for one in checked("# Metode\n\nDipakai wawancara.\n").notes)
    assert not any("bagian hasil" in one.id for one in checked("# Hasil\n\nLaporan rapi.\n").notes)


def test_an_error_names_the_file_and_the_encoding_can_be_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raising:
        audit(tmp_path / "nada.md")
    assert raising.value.message("id").startswith("nada.md: ")
    (draft := tmp_path / "a.md").write_bytes("# Hasil\n\nKinerja “baik”.\n".encode("cp1252"))
    assert audit(draft).notes
    assert not audit(draft, encoding="cp1252").notes


def test_progress_is_told_of_a_long_draft_only(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    draft = tmp_path / "a.md"
    for paragraphs, told in ((3_000, [(3_000, 3_000)]), (2, [])):
        draft.write_text("# Hasil\n\n" + "Laporan rapi.\n\n" * paragraphs, encoding="utf-8", newline="")
        steps.clear()
        audit(draft, progress=lambda done, total, name: steps.append((done, total)))
        assert steps[-1:] == told
