"""Figures of a project: read where they stand, counted up from tables, corrected by people, listed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from study_values import Study
from typer.testing import CliRunner, Result

from kualcode.analysis.claims.facts import facts
from kualcode.analysis.evidence import Case
from kualcode.cli.claims import app
from kualcode.errors import KualcodeError, NotFound, UsageError
from kualcode.store import Store, open_store
from kualcode.workflow import codebooks
from kualcode.workflow.claim_edits import edit, pairs, reset
from kualcode.workflow.claim_files import write
from kualcode.workflow.claims import as_grid, as_records, claims, listing, table_records
from kualcode.workflow.evidence import evidence

INTERVIEW = """\
Kode: I-03
Jabatan: Staf
Tanggal: 10 Februari 2026

P: Yang datang ke sini berapa orang sehari?
I: Satu sampai dua orang. Anggaran terserap 80 persen. Pernah tiga kali.
P: Kegiatannya bagaimana?
I: Kita merencanakan tiga kegiatan. Dua tercapai.
"""
SAID = {
    "Satu sampai dua orang.": "LAY.CPT",
    "Anggaran terserap 80 persen.": "LAY.CPT",
    "Dua tercapai.": "LAY.CPT",
    "Pernah tiga kali.": "HMB.ALT",
}
REPORT = "Laporan tahunan 2025. Rata-rata 9 tamu per hari. Tahun lalu anggaran terserap 70 persen.\n"
GUESTS = "No,Tanggal,Nama,Keperluan\n1,2 Februari 2026,A,KTP\n2,,B,KK\n3,03/02/2026,C,KTP\n"
RESULTS = (
    "Realisasi;;;;\n;;;;\nNo;Kegiatan;Satuan;Target;Realisasi\n1;Pelayanan keliling;kali;6;6\n"
    "2;Rapat;kali;4;5\n3;Perbaikan drainase;meter;85;40\n"
)
SOURCES = "berkas;periode\nD-5 Laporan 2025.txt;2025\nD-2 Realisasi 2025.csv;2025\n"
NAMES = {
    "sources.csv": SOURCES,
    "wawancara/I-03.txt": INTERVIEW,
    "dokumentasi/D-5 Laporan 2025.txt": REPORT,
    "dokumentasi/D-3 Buku Tamu.csv": GUESTS,
    "dokumentasi/D-2 Realisasi 2025.csv": RESULTS,
}


@pytest.fixture
def counted(study: Study) -> Iterator[Store]:
    """The small study with figures in it, coded by a person."""
    for name, text in NAMES.items():
        study.put(name, text)
    study.ok("tag", ".", "-q")
    with open_store(study.project) as store:
        code(store, "wawancara/I-03.txt", SAID)
        code(
            store,
            "dokumentasi/D-5 Laporan 2025.txt",
            dict.fromkeys(("Rata-rata 9 tamu per hari.", "Tahun lalu anggaran terserap 70 persen."), "LAY.CPT"),
        )
        yield store


def code(store: Store, name: str, quotes: dict[str, str]) -> None:
    """Passages coded as neutral by one coder."""
    text = store.source(name).text
    with store.atomic():
        for quote, under in quotes.items():
            start = text.index(quote)
            store.add_coding(name, start, start + len(quote), under, "neutral", "Dwi")


def found(store: Store) -> list[str]:
    """Claims that can be compared, as "code measure subject [period]: figure"."""
    return sorted(
        f"{c.code} {c.measure}/{c.subject} [{c.period}]: {c.quantity.raw}"
        for c in claims(store, tuple(evidence(store)))
    )


def status_of(store: Store) -> dict[str, str]:
    """What came of each fact, by measure, subject and period."""
    statements = tuple(evidence(store))
    case = Case(book=codebooks.stored(store)[0], evidence=statements, claims=claims(store, statements))
    return {f"{f.measure}/{f.subject} [{f.period}]": f.status for f in facts(case)}


# ---- where figures come from


def test_statements_are_read_with_their_question_and_what_was_said_before(counted: Store) -> None:
    assert [line for line in found(counted) if "[None]" in line] == [
        "LAY.CPT kegiatan/mencapai target [None]: Dua",
        "LAY.CPT persen/anggaran [None]: 80 persen",
        "LAY.CPT tamu per hari/ [None]: Satu sampai dua",
    ]


def test_what_people_say_meets_the_book_and_contradicts_the_report(counted: Store) -> None:
    assert status_of(counted) == {
        "tamu per hari/ [2026-02]": "CONFIRMED",
        "tamu per hari/ [2025]": "CONTRADICTED",
        "jumlah tamu/ [2026-02]": "SINGLE",
        "kegiatan/mencapai target [2025]": "CONTRADICTED",
        "kegiatan/melebihi target [2025]": "SINGLE",
        "kegiatan/tidak mencapai target [2025]": "SINGLE",
        "kegiatan/ [2025]": "SINGLE",
        "persen/anggaran [None]": "SINGLE",
        "persen/anggaran [tahun lalu]": "SINGLE",  # no date: nobody knows which year
    }


def test_a_table_speaks_of_the_codes_whose_figures_it_meets_and_is_no_coding(counted: Store) -> None:
    statements = tuple(evidence(counted))
    tables = [claim for claim in claims(counted, statements) if claim.evidence.startswith("tabel:")]
    assert {claim.code for claim in tables} == {"LAY.CPT"}
    assert not {one.id for one in statements} & {claim.evidence for claim in tables}
    (book,) = (one for one in table_records(counted, statements) if one.id.endswith(":buku-tamu"))
    assert (book.doc_id, book.stance) == ("dokumentasi/D-3 Buku Tamu.csv", "neutral")


def test_a_table_of_results_has_the_code_of_targets_and_never_that_of_a_factor(counted: Store) -> None:
    with counted.atomic():
        for one in evidence(counted):
            counted.put_note("claim", "unused", None, by="Dwi")
            if one.doc_id.startswith("wawancara"):
                counted.decide(one.id, coder="Dwi", status="rejected")
    tables = {claim.code for claim in claims(counted, tuple(evidence(counted))) if ":realisasi" in claim.evidence}
    assert tables == {""}
    code(counted, "dokumentasi/D-2 Realisasi 2025.csv", {"2\tRapat\tkali\t4\t5": "HMB.ALT"})
    tables = {claim.code for claim in claims(counted, tuple(evidence(counted))) if ":realisasi" in claim.evidence}
    assert tables == {""}  # a factor; the codebook has no code of targets
    code(counted, "dokumentasi/D-2 Realisasi 2025.csv", {"1\tPelayanan keliling\tkali\t6\t6": "LAY.CPT"})
    tables = {claim.code for claim in claims(counted, tuple(evidence(counted))) if ":realisasi" in claim.evidence}
    assert tables == {"LAY.CPT"}


def test_a_coded_row_of_results_is_a_target_and_a_result(counted: Store) -> None:
    code(counted, "dokumentasi/D-2 Realisasi 2025.csv", {"2\tRapat\tkali\t4\t5": "HMB.ALT"})
    rows = [claim for claim in claims(counted, tuple(evidence(counted))) if claim.code == "HMB.ALT"]
    assert sorted((c.measure, c.subject, str(c.quantity.lo), c.modality, c.period) for c in rows) == [
        ("kali", "rapat", "4", "target", "2025"),
        ("kali", "rapat", "5", "realised", "2025"),
        ("persen", "rapat", "125", "realised", "2025"),
    ]


def test_what_an_observer_counts_holds_for_that_day(counted: Store, study: Study) -> None:
    study.put("observasi/O-2.txt", "Tanggal: 12 Februari 2026\n\nKomputer yang rusak ada 2.\n")
    study.put("observasi/O-3.txt", "Tanggal: 13 Februari 2026\n\nKomputer yang rusak ada 3.\n")
    study.ok("tag", ".", "-q")
    for name, words in (("O-2", "Komputer yang rusak ada 2."), ("O-3", "Komputer yang rusak ada 3.")):
        code(counted, f"observasi/{name}.txt", {words: "HMB.ALT"})
    assert {key: status for key, status in status_of(counted).items() if "komputer" in key} == {
        "komputer/rusak [2026-02-12]": "SINGLE",
        "komputer/rusak [2026-02-13]": "SINGLE",
    }


def test_only_evidence_that_counts_is_read(counted: Store) -> None:
    with counted.atomic():
        for one in evidence(counted):
            counted.decide(one.id, coder="Dwi", status="rejected")
    assert [line for line in found(counted) if "tabel" not in line and "[None]" in line] == []


def test_the_same_project_gives_the_same_claims(counted: Store) -> None:
    statements = tuple(evidence(counted))
    assert claims(counted, statements) == claims(counted, tuple(reversed(statements)))


# ---- corrections


def first(store: Store, raw: str) -> str:
    """The id of the figure that is written so."""
    return next(row.known.claim.id for row in listing(store) if row.known.claim.quantity.raw == raw)


def test_a_correction_wins_over_the_reading(counted: Store) -> None:
    id_ = first(counted, "80 persen")
    line, compared = edit(
        counted, id_[:8], {"subject": "Belanja Modal", "period": "tahun 2024", "modality": "rencana"}, by="Dwi"
    )
    assert line.id == f"{id_}: 3 keterangan dari Dwi. Sekarang: persen belanja modal, rencana, 2024"
    assert compared.en.startswith("Compared as “persen” of “")
    (claim,) = (c for c in claims(counted, tuple(evidence(counted))) if c.id == id_)
    assert (claim.subject, claim.period, claim.modality, claim.edited_by) == ("belanja modal", "2024", "planned", "Dwi")


def test_a_later_correction_keeps_the_earlier_one(counted: Store) -> None:
    id_ = first(counted, "80 persen")
    edit(counted, id_, {"subject": "belanja"}, by="Dwi")
    edit(counted, id_, {"period": "2024", "role": "bagian", "unit": "%"}, by="Sari")
    (claim,) = (c for c in claims(counted, tuple(evidence(counted))) if c.id == id_)
    assert (claim.subject, claim.period, claim.role, claim.unit) == ("belanja", "2024", "part", "percent")
    assert edit(counted, id_, {"period": "2024"}, by="Dwi")[0].en == f"{id_}: nothing changed."
    edit(counted, id_, {"period": "", "subject": ""}, by="Dwi")
    (claim,) = (c for c in claims(counted, tuple(evidence(counted))) if c.id == id_)
    assert (claim.period, claim.subject) == (None, "")


def test_a_figure_of_unknown_matter_can_be_given_one(counted: Store) -> None:
    id_ = first(counted, "tiga")
    assert id_ not in {claim.id for claim in claims(counted, tuple(evidence(counted)))}
    edit(counted, id_, {"measure": "Printer macet"}, by="Dwi")
    assert "HMB.ALT printer macet/ [None]: tiga" in [line.replace("pernah", "").strip() for line in found(counted)]


def test_a_figure_can_be_set_aside_and_taken_back(counted: Store) -> None:
    id_ = first(counted, "80 persen")
    assert edit(counted, id_, {"ignore": "ya"}, by="Dwi")[0].en == f"{id_}: set aside by Dwi."
    assert id_ not in {claim.id for claim in claims(counted, tuple(evidence(counted)))}
    assert {row.status for row in listing(counted) if row.known.claim.id == id_} == {"IGNORED"}
    assert reset(counted, id_, by="Dwi")[0].en == f"{id_}: back to what was read."
    assert reset(counted, id_, by="Dwi")[0].en == f"{id_}: nothing changed."
    assert id_ in {claim.id for claim in claims(counted, tuple(evidence(counted)))}


def test_a_figure_of_a_table_is_corrected_as_any(counted: Store) -> None:
    (mean,) = (row for row in listing(counted) if row.known.claim.quantity.raw == "1,5")
    edit(counted, mean.known.claim.id, {"subject": "loket dua"}, by="Dwi")
    assert status_of(counted)["tamu per hari/loket dua [2026-02]"] == "SINGLE"


def test_a_part_is_given_its_whole(counted: Store) -> None:
    whole, part = first(counted, "80 persen"), first(counted, "tiga")
    edit(counted, part, {"measure": "persen", "partition_of": whole[:9], "role": "part"}, by="Dwi")
    assert next(c for c in claims(counted, tuple(evidence(counted))) if c.id == part).partition_of == whole


@pytest.mark.parametrize(
    ("id_", "fields", "error"),
    [
        ("CL-ffffffffff", {"period": "2025"}, NotFound),
        ("CL-", {"period": "2025"}, NotFound),
        ("", {"period": "2025"}, NotFound),
        ("*", {"period": "kemarin"}, UsageError),
        ("*", {"modality": "mungkin"}, UsageError),
        ("*", {"role": "raja"}, UsageError),
        ("*", {"ignore": "entah"}, UsageError),
        ("*", {"partition_of": "CL-ffffffffff"}, NotFound),
        ("*", {"measure": "x" * 201}, UsageError),
    ],
)
def test_what_will_not_do_is_told_and_changes_nothing(
    counted: Store, id_: str, fields: dict[str, str], error: type[KualcodeError]
) -> None:
    before = found(counted)
    with pytest.raises(error) as told:
        edit(counted, id_.replace("*", first(counted, "80 persen")), fields, by="Dwi")
    assert told.value.fix.id
    assert told.value.fix.en
    assert found(counted) == before


def test_words_that_are_no_field() -> None:
    assert pairs(["period=2025", "measure=tamu = orang", "subject="]) == {
        "period": "2025",
        "measure": "tamu = orang",
        "subject": "",
    }
    with pytest.raises(UsageError) as told:
        pairs(["mesure=tamu"])
    assert "Perhaps measure?" in told.value.message("en")
    with pytest.raises(UsageError):
        pairs(["2025"])
    with pytest.raises(UsageError):
        pairs(["qqqqqqqqqq=2025"])


# ---- corrections over a contradiction

WHY = "Yang dimaksud kali kunjungan, bukan tamu."
VISITORS = "LAY.CPT (tamu per hari, 2025)"


def test_a_figure_in_a_contradiction_is_changed_only_with_a_reason(counted: Store) -> None:
    id_ = first(counted, "Satu sampai dua")
    before = found(counted)
    for fields in ({"measure": "kunjungan per hari"}, {"ignore": "ya"}, {"period": "2024"}):
        for reason in ("", "salah ketik saja"):
            with pytest.raises(UsageError) as told:
                edit(counted, id_, fields, by="Dwi", reason=reason)
            assert "--reason" in told.value.fix.id
    assert found(counted) == before
    done = edit(counted, id_, {"measure": "kunjungan per hari"}, by="Dwi", reason=WHY)
    assert [line.id for line in done[1:-1]] == [f"Pertentangan N5 pada {VISITORS} tidak ada lagi."]
    assert f"{id_}: alasan Dwi: {WHY}" in [note.id for note in as_grid(listing(counted)).notes]
    assert {record["id"]: record["reason"] for record in as_records(listing(counted))}[id_] == WHY
    assert [line.en for line in reset(counted, id_, by="Dwi")[1:]] == [
        "A new contradiction: N5 on LAY.CPT (tamu per hari, 2025)."
    ]


def test_what_leaves_the_key_as_it_is_needs_no_reason(counted: Store) -> None:
    id_ = first(counted, "Satu sampai dua")
    for of, fields in ((id_, {"measure": "tamu per hari"}), (first(counted, "80 persen"), {"subject": "belanja"})):
        assert not any("Pertentangan" in line.id for line in edit(counted, of, fields, by="Dwi"))


def test_an_edit_that_makes_two_figures_meet_tells_what_it_opens(counted: Store) -> None:
    done = edit(counted, first(counted, "80 persen"), {"period": "tahun 2025"}, by="Dwi")
    assert not any("Pertentangan" in line.id for line in done)
    other = first(counted, "70 persen")
    assert [line.id for line in edit(counted, other, {"period": "2025"}, by="Dwi")[1:-1]] == [
        "Pertentangan baru: N5 pada LAY.CPT (persen anggaran, 2025)."
    ]


def test_a_table_stays_under_its_code_when_the_figure_that_it_met_is_edited(counted: Store) -> None:
    tables = [row.known.claim.id for row in listing(counted, "LAY.CPT") if row.line == 0]
    edit(counted, first(counted, "Satu sampai dua"), {"measure": "kunjungan per hari"}, by="Dwi", reason=WHY)
    edit(counted, first(counted, "Rata-rata 9"), {"measure": "kunjungan"}, by="Dwi", reason=WHY)
    assert [row.known.claim.id for row in listing(counted, "LAY.CPT") if row.line == 0] == tables
    assert len(tables) > 2


# ---- what is listed


def test_by_default_only_figures_that_meet_others_or_stand_in_documents_or_were_edited(counted: Store) -> None:
    def ids() -> set[object]:
        return {row[0] for row in as_grid(listing(counted)).rows}

    lone, unclear = first(counted, "80 persen"), first(counted, "tiga")
    assert not {lone, unclear} & ids()
    assert {first(counted, "70 persen"), first(counted, "Satu sampai dua")} <= ids()
    hidden = len(listing(counted)) - len(ids())
    assert any(note.en.startswith(f"{hidden} figures are not shown") for note in as_grid(listing(counted)).notes)
    edit(counted, lone, {"subject": "belanja"}, by="Dwi")
    assert lone in ids()


def test_the_list_is_written_as_a_file(counted: Store, tmp_path: Path) -> None:
    rows = listing(counted)
    shown_ids = [str(row[0]) for row in as_grid(rows).rows]
    write(tmp_path / "a.csv", rows, "id")
    lines = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert [line[0] for line in lines[1 : len(shown_ids) + 1]] == shown_ids
    write(tmp_path / "a.json", rows, "id")
    held = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (held["schema"], held["records"]) == ("kualcode.claims/1", list(as_records(rows)))
    write(tmp_path / "a.xlsx", rows, "en", everything=True)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert {row.known.claim.id for row in rows} <= {str(cell.value) for line in sheet.iter_rows() for cell in line}
    with pytest.raises(UsageError):
        write(tmp_path / "a.pdf", rows, "id")
    with pytest.raises(UsageError):
        write(tmp_path / "a.csv", rows, "id")


def test_the_table_says_what_came_of_each_figure(counted: Store) -> None:
    rows = listing(counted)
    grid = as_grid(rows)
    assert {row[5].en for row in grid.rows if not isinstance(row[5], str | int)} == {
        "confirmed",
        "contradictory",
        "one technique only",
    }
    assert ("dokumentasi/D-3 Buku Tamu.csv: 3 visitors on 2 recorded days = 1.5 a day.") in {n.en for n in grid.notes}
    assert len(as_grid(rows, everything=True).rows) == len(rows) > 0
    assert {row.known.claim.code for row in listing(counted, "HMB")} == {"HMB.ALT"}
    with pytest.raises(UsageError):
        listing(counted, "ZZZ")


def test_records_for_machines(counted: Store) -> None:
    by_raw = {str(record["raw"]): record for record in as_records(listing(counted))}
    assert by_raw["80 persen"] | {"id": "", "evidence": ""} == by_raw["80 persen"] | {
        "id": "",
        "evidence": "",
        "code": "LAY.CPT",
        "measure": "persen",
        "subject": "anggaran",
        "lo": "80",
        "source": "wawancara/I-03.txt",
        "line": 6,
        "status": "SINGLE",
        "edited_by": None,
        "reason": None,
        "derivation": None,
    }
    assert by_raw["1,5"]["derivation"] == "3 visitors on 2 recorded days = 1.5 a day."
    assert by_raw["1,5"]["line"] is None


# ---- the command


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_the_command_lists_and_corrects(counted: Store, study: Study) -> None:
    listed = json.loads(run("--json", "-q").stdout)
    assert listed["schema"] == "kualcode.claims/1"
    id_ = next(record["id"] for record in listed["records"] if record["raw"] == "80 persen")
    done = run("set", id_, "period=2024", "--coder", "Sari", "-q")
    assert (done.exit_code, done.stdout) == (0, "")
    (after,) = (record for record in json.loads(run("--json", "-q").stdout)["records"] if record["id"] == id_)
    assert (after["period"], after["edited_by"]) == ("2024", "Sari")
    assert run("set", id_, "--undo", "-q").exit_code == 0
    assert id_ in run("--all").stdout
    assert run("-o", str(study.project.parent / "angka.csv"), "-q").exit_code == 0
    assert (study.project.parent / "angka.csv").stat().st_size > 100
    assert "HMB.ALT" not in run("--code", "LAY").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("set", "CL-4f0a91b2c7"), "--undo"),
        (("set", "CL-4f0a91b2c7", "period=2025", "--undo"), "--undo"),
        (("set", "CL-4f0a91b2c7", "period=2025"), "claims --all"),
        (("set", "CL-4f0a91b2c7", "perio=2025"), "Mungkin period?"),
        (("--project", "x.kual", "set", "CL-4f0a91b2c7", "period=2025"), "sesudah nama perintah"),
    ],
)
def test_the_command_says_what_is_wrong(counted: Store, words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert isinstance(done.exception, KualcodeError)
    text = done.exception.message("id")
    assert told in text or told in str(done.exception.what.id)


@pytest.mark.parametrize(
    "field", ["period=2025-02-31", "period=٢٠٢٥", "period=2026-03/2026-01", "period=2026-2021", "period=2025-13"]
)
def test_a_period_must_be_one_of_the_calendar(counted: Store, field: str) -> None:
    one = claims(counted, tuple(evidence(counted)))[0]
    with pytest.raises(UsageError):
        edit(counted, one.id, pairs([field]), by="Dwi")


def test_a_field_is_given_once_and_a_coder_is_a_name(counted: Store) -> None:
    one = claims(counted, tuple(evidence(counted)))[0]
    with pytest.raises(UsageError):
        pairs(["measure=tamu", "measure=surat"])
    with pytest.raises(UsageError):
        edit(counted, one.id, {"measure": "tamu"}, by="Dwi\nSari")


def test_a_figure_is_no_part_of_itself_nor_in_a_round(counted: Store) -> None:
    one, other = claims(counted, tuple(evidence(counted)))[:2]
    why = "Keseluruhan ini memuat angka yang lain (baris 3)"
    with pytest.raises(UsageError):
        edit(counted, one.id, {"partition_of": one.id}, by="Dwi", reason=why)
    edit(counted, one.id, {"partition_of": other.id}, by="Dwi", reason=why)
    with pytest.raises(UsageError):
        edit(counted, other.id, {"partition_of": one.id}, by="Dwi", reason=why)


def test_an_edit_tells_the_key_and_which_figures_share_it_or_nearly_do(counted: Store) -> None:
    made = [claim for claim in claims(counted, tuple(evidence(counted))) if claim.code == "LAY.CPT"][:3]
    fields = {"measure": "berkas", "unit": "berkas", "modality": "realised"}
    why = "Angka ini tentang kunjungan, bukan tamu (baris 3)"
    for claim, subject in zip(made, ("kunjungan", "kunjungan", "surat"), strict=True):
        told = [line.id for line in edit(counted, claim.id, {**fields, "subject": subject}, by="Dwi", reason=why)]
        if claim is made[1]:
            assert any("“berkas”" in line and f": 1 ({made[0].id})" in line for line in told)
    assert any("Hampir sama" in line and made[0].id in line and made[1].id in line for line in told)
