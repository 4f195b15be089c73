"""triangulate: on the screen, in files, for machines, of a project and of a file of evidence."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer
from study_values import Study
from typer.testing import CliRunner

from kualcode.cli import render_matrix
from kualcode.cli.triangulate import triangulate
from kualcode.document import Bullet, Entry, Heading, Matrix, Paragraph, Quote
from kualcode.errors import Bi, KualcodeError

APP = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
APP.command()(triangulate)
ROWS: tuple[dict[str, Any], ...] = (
    {"id": "E1", "source_type": "interview", "informant": "I-01", "stance": "positive"},
    {"id": "E2", "source_type": "interview", "informant": "I-02", "stance": "positive"},
    {"id": "E3", "source_type": "observation", "session_id": "O-1", "stance": "positive", "facet": "antrean"},
)


class Done(NamedTuple):
    """How a run ended: its exit code, what it wrote, and what went wrong in Indonesian."""

    code: int
    out: str
    err: str


def ran(*words: str, given: str | bytes = "") -> Done:
    """The command with these words; an error ends as the program would end it."""
    result = CliRunner().invoke(APP, words, input=given)
    if isinstance(result.exception, KualcodeError):
        return Done(result.exception.exit_code, result.stdout, result.stderr + result.exception.message("id"))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def ok(*words: str, given: str | bytes = "") -> Done:
    """A run that must go well."""
    done = ran(*words, given=given)
    assert done.code == 0, done.err
    return done


def evidence(*changes: Mapping[str, Any]) -> str:
    """A file of evidence on LAY.CPT, with changes to its lines in order."""
    rows = [{"code": "LAY.CPT", **row} for row in ROWS]
    for row, change in zip(rows, changes, strict=False):
        row.update(change)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def door(study: Study, *words: str, given: str | None = None) -> Done:
    """The door without a project, on evidence that is piped in."""
    return ran("--evidence", "-", "--codebook", "buku.yaml", *words, given=evidence() if given is None else given)


@pytest.fixture
def accepted(tagged: Study) -> Study:
    """The small study with its suggestions accepted."""
    tagged.ok("code", "accept", "--code", "LAY", "--coder", "Dwi")
    tagged.ok("code", "accept", "--code", "HMB", "--coder", "Dwi")
    return tagged


# ---------------------------------------------------------------- a project
def test_without_accepted_codings_it_says_what_to_do(tagged: Study) -> None:
    done = ran()
    assert done.code == 1
    assert done.out == ""
    assert "Belum ada kode yang diterima: 4 usulan mesin belum dibaca orang" in done.err
    assert "kualcode triangulate --provisional" in done.err
    told = json.loads(ok("--json").out)
    assert {row["verdict"] for row in told["codes"].values()} == {"NO_DATA", None}


def test_provisional_tables_are_marked_in_every_cell(tagged: Study) -> None:
    out = ok("--provisional").out
    lines = out.splitlines()
    assert lines[0].endswith("[sementara]")
    assert "~1.1" in out
    assert "~LAY.CPT" in out
    assert "~ sementara" in lines
    assert json.loads(ok("--provisional", "--json").out)["provisional"] is True
    ok("--provisional", "-o", "matriks.json")
    cells = [
        cell
        for matrix in json.loads(Path("matriks.json").read_text(encoding="utf-8"))["matrices"]
        for row in matrix["rows"]
        for cell in row
    ]
    assert cells
    assert all(cell["provisional"] for cell in cells)
    assert "Sementara: " in ok("LAY.CPT", "--provisional").out


def test_l1_is_printed_with_axis_thresholds_and_consent_below(accepted: Study) -> None:
    out = ok().out
    assert out.startswith("Triangulasi teknik (wawancara, observasi, dokumentasi)\n")
    assert "LAY.CPT" in out
    assert "Kesimpulan" in out
    assert "Sumbu: triangulasi teknik" in out
    assert "suara dominan 2/3" in out
    assert "Persetujuan belum dicatat: I-02" in out
    assert "SEMENTARA" not in out.upper()


def test_axis_and_layout_are_chosen_in_either_language(accepted: Study) -> None:
    assert ok("--axis", "sumber").out.startswith("Triangulasi sumber (kelompok peran)\n")
    assert ok("--axis", "time").out.startswith("Triangulasi waktu (sesi)\n")
    assert ok("--layout", "L3").out.startswith("Kode menurut informan\n")
    both = ok("--layout", "L2,ringkasan").out
    assert both.startswith("Matriks triangulasi menurut rumusan masalah\n")
    assert "\nRingkasan triangulasi teknik" in both
    assert ran("--axis", "rasa").code == 2
    assert ran("--layout", "L7").code == 2


def test_quotes_open_below_the_table_as_they_stand(accepted: Study) -> None:
    out = " ".join(ok("--quotes").out.split())
    assert "- “Mereka antri lama sekali [tertawa].” (I-01, unsur pimpinan, wawancara 9 Februari 2026, brs. 6" in out
    assert "“=Komputer itu sering rusak \U0001f600 [/].”" in out
    assert "tertawa" not in ok().out


def test_one_code_shows_all_its_quotes_and_rules(accepted: Study) -> None:
    out = ok("lay.cpt").out
    assert "\nLAY.CPT Kecepatan\n" in out
    assert "antri lama sekali [tertawa]" in out
    assert "Tingkat keyakinan terhadap temuan: " in out
    assert "HMB.ALT" not in out
    assert "LAY.CPT Kecepatan: " in ok("LAY").out
    done = ran("LAY.XX")
    assert done.code == 2
    assert "Kode LAY.XX tidak ada di codebook." in done.err
    assert list(json.loads(ok("LAY.CPT", "--json").out)["codes"]) == ["LAY.CPT"]


def test_tables_are_written_as_files(accepted: Study) -> None:
    for form in ("xlsx", "docx", "html", "csv", "json", "md"):
        done = ok("-o", f"matriks.{form}", "--layout", "semua")
        assert done.out == ""
        assert f"Ditulis: matriks.{form}" in done.err
        assert Path(f"matriks.{form}").stat().st_size > 500
    assert ran("-o", "matriks.md").code == 2
    ok("-o", "matriks.md", "--force")
    assert "antri lama sekali" in Path("matriks.md").read_text(encoding="utf-8")
    ok("-o", "titik.csv", "--semicolon")
    assert Path("titik.csv").read_bytes().startswith(b"\xef\xbb\xbfNo;Indikator/Aspek;")
    ok("LAY.CPT", "-o", "satu.md")
    assert "Kecepatan" in Path("satu.md").read_text(encoding="utf-8")
    assert ran("LAY.CPT", "-o", "satu.xlsx").code == 2
    assert ran("-o", "matriks.odt").code == 2


def test_the_contract_may_be_written_to_a_file(accepted: Study) -> None:
    printed = ok("--json").out
    assert ok("--json", "-o", "hasil.json").out == ""
    assert Path("hasil.json").read_text(encoding="utf-8") == printed
    assert ran("--json", "-o", "hasil.xlsx").code == 2


def test_consent_and_what_is_not_counted_is_said_beside_json(tagged: Study) -> None:
    tagged.ok("code", "accept", "--code", "LAY", "--coder", "Dwi")
    done = ok("--json")
    assert "Persetujuan belum dicatat: I-02" in done.err
    assert "Tidak dihitung: 2 usulan mesin yang belum dibaca orang." in done.err
    json.loads(done.out)


def test_sensitivity_shows_which_verdicts_would_change(accepted: Study) -> None:
    out = ok("--sensitivity", "1/2,2/3").out
    assert "Kepekaan terhadap ambang: triangulasi teknik" in out
    assert "kode berubah hasil" in out
    assert "Kesimpulan" not in out  # the table itself only where a layout is named
    with_table = ok("--sensitivity", "1/2", "--layout", "L3").out
    assert with_table.startswith("Kode menurut informan\n")
    assert "Kepekaan terhadap ambang" in with_table
    told = json.loads(ok("--sensitivity", "3/5", "--json").out)
    assert told["sensitivity"] == {"3/5": {}}
    assert ran("--sensitivity", "1/3").code == 2
    assert ran("--sensitivity", "banyak").code == 2


# ---------------------------------------------------------------- quotes on paper
def test_on_paper_a_cell_opens_to_three_quotes_and_elsewhere_to_all(study: Study) -> None:
    rows = [{**ROWS[0], "id": f"E{n}", "turn": str(n), "code": "LAY.CPT", "quote": f"Kutipan {n}."} for n in range(5)]
    given = "".join(json.dumps(row) + "\n" for row in rows)
    for form in ("md", "html", "json"):
        assert door(study, "-o", f"m.{form}", given=given).code == 0
    texts = {form: Path(f"m.{form}").read_text(encoding="utf-8") for form in ("md", "html", "json")}
    assert "+ 2 kutipan lain" in texts["md"]
    assert "Kutipan 2." in texts["md"]
    assert "Kutipan 3." not in texts["md"]
    for form in ("html", "json"):
        assert "Kutipan 4." in texts[form]
        assert "kutipan lain" not in texts[form]


# ---------------------------------------------------------------- the door without a project
def test_the_door_reads_a_file_or_what_is_piped_in(study: Study) -> None:
    study.put("bukti.jsonl", evidence())
    by_file = ok("--evidence", "bukti.jsonl", "--codebook", "buku.yaml", "--json")
    piped = door(study, "--json")
    assert piped.out == by_file.out
    row = json.loads(piped.out)["codes"]["LAY.CPT"]
    assert (row["verdict"], row["label"], row["voices"]["interview"]) == ("AGREEMENT", "baik", 2)
    assert "Codebook: layanan-desa 0.1.0" in piped.err
    assert "Sejalan" in door(study).out


def test_every_bad_line_is_named_and_nothing_is_laid_out(study: Study) -> None:
    done = door(study, "--json", given=evidence({"stance": "?"}, {}, {"session_id": None}) + "{\n")
    assert (done.code, done.out) == (1, "")
    for number in (1, 3, 4):
        assert f"(masukan):{number}: " in done.err
    assert "(masukan):2" not in done.err


def test_unknown_fields_are_named_once_on_stderr(study: Study) -> None:
    done = door(study, "--json", "-q", given=evidence({"mood": 1}, {"mood": 2}))
    assert done.code == 0
    assert done.err.count("mood") == 1


def test_prominence_is_tested_only_with_all_voices(study: Study) -> None:
    study.put("suara.json", '{"interview": 3, "observation": 20}')
    assert json.loads(door(study, "--json").out)["codes"]["LAY.CPT"]["verdict"] == "AGREEMENT"
    with_voices = json.loads(door(study, "--json", "--voices", "suara.json").out)
    assert with_voices["codes"]["LAY.CPT"]["verdict"] == "PARTIAL"
    study.put("suara.json", '{"interview": 1}')
    done = door(study, "--voices", "suara.json")
    assert done.code == 1
    assert "wawancara berjumlah 1, padahal buktinya memuat 2 suara" in done.err


def test_the_door_needs_its_files_and_a_project_needs_none(tagged: Study) -> None:
    assert ran("--evidence", "tidak-ada.jsonl", "--codebook", "buku.yaml").code == 1
    assert ran("--evidence", "-", "--codebook", "tidak-ada.yaml").code == 3
    assert ran("--voices", "suara.json").code == 2
    assert ran("--codebook", "buku.yaml").code == 2


def test_without_a_codebook_the_door_takes_that_of_the_project_here(tagged: Study, tmp_path: Path) -> None:
    done = ran("--evidence", "-", "--json", given=evidence())
    assert "Codebook: layanan-desa 0.1.0" in done.err
    assert json.loads(done.out)["codes"]["LAY.CPT"]["verdict"] == "AGREEMENT"


def test_without_a_project_the_door_takes_the_codebook_that_comes_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = ran("--evidence", "-", "--json", given=evidence(*[{"code": "KUAL.KMP"}] * 3))
    assert "Codebook: asn-kinerja" in done.err
    assert json.loads(done.out)["codes"]["KUAL.KMP"]["verdict"] == "AGREEMENT"


def test_suggestions_of_the_file_count_only_provisionally(study: Study) -> None:
    given = evidence(*[{"status": "suggested"}] * 3)
    assert door(study, given=given).code == 1
    assert "positif" in door(study, "--provisional", given=given).out
    assert door(study, given="").code == 1
    assert json.loads(door(study, "--json", given="").out)["codes"]["LAY.CPT"]["verdict"] == "NO_DATA"


def test_what_a_project_exports_gives_the_same_through_the_door(accepted: Study) -> None:
    exported = accepted.ok("export", "jsonl").out
    accepted.put("suara.json", '{"interview": 2, "observation": 1, "documentation": 2}')
    through = json.loads(ran("--evidence", "-", "--voices", "suara.json", "--json", given=exported).out)
    direct = json.loads(ok("--json").out)
    assert through == direct


# ---------------------------------------------------------------- how a matrix is drawn
QUOTE = Quote(
    "E1",
    "Antri [tertawa] \U0001f600 [/] lama",
    Bi("I-01", "I-01"),
    Bi("wawancara, brs. 3", "interview, line 3"),
    "w/I-01.txt",
    Bi("negatif", "negative"),
    "A long queue",
)
BARE = Quote("E2", "", Bi("I-02", "I-02"), Bi("wawancara", "interview"))


def cell(text: str, *quotes: Quote) -> Entry:
    """A cell of a matrix."""
    return Entry(Bi(text, text), quotes)


def drawn(table: Matrix, width: int, monkeypatch: pytest.MonkeyPatch, *, quotes: bool = False) -> str:
    """What a matrix looks like on a screen of a width."""
    screen = io.StringIO()
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr(sys, "stdout", screen)
    render_matrix.matrix(table, quotes=quotes)
    return screen.getvalue()


WORDS = Matrix(
    "L1",
    Bi("Triangulasi [teknik]", "x"),
    tuple(Bi(head, head) for head in ("No", "Indikator", "Wawancara", "Observasi", "Kesimpulan")),
    (
        (
            Entry("1.1"),
            cell("LAY.CPT Kecepatan"),
            cell("negatif [/]\naspek: antrean", QUOTE),
            cell("", BARE),
            cell("Belum"),
        ),
        (Entry("1.2"), cell("LAY.RMH Keramahan"), cell("mempertanggungjawabkan"), cell("tidak ada data"), cell("–")),
    ),
    (Bi("Catatan [tertawa] [/]", "x"),),
)


@pytest.mark.parametrize("width", [40, 60, 80, 110, 200])
def test_nothing_is_lost_and_no_line_is_too_long(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    out = drawn(WORDS, width, monkeypatch)
    assert all(len(line) <= width for line in out.splitlines())
    words = out.replace("\n", " ").split()
    for word in ("[teknik]", "LAY.CPT", "[/]", "[tertawa]", "mempertanggungjawabkan"):
        assert word in words or width < 50, word
    assert "antrean" in out
    rows = [number for number, line in enumerate(out.splitlines()) if line.strip().startswith("1.")]
    assert out.splitlines()[rows[1] - 1].strip() == ""


def test_a_narrow_screen_shows_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = drawn(WORDS, 40, monkeypatch).splitlines()
    assert "1.1 LAY.CPT Kecepatan" in lines
    assert "  Wawancara: negatif [/]" in lines
    assert "    aspek: antrean" in lines
    assert not any(line.startswith("  Observasi: \n") for line in lines)


def test_columns_of_marks_go_on_in_a_table_below(monkeypatch: pytest.MonkeyPatch) -> None:
    heads = ("Kode", *(f"I-{n:02}" for n in range(1, 15)), "Jumlah")
    marks = Matrix("L3", Bi("Kode", "x"), tuple(Bi(h, h) for h in heads), ((cell("LAY.CPT"), *[cell("(+)")] * 15),))
    out = drawn(marks, 60, monkeypatch)
    assert out.count("LAY.CPT") == 2
    assert out.count("(+)") == 15
    assert all(len(line) <= 60 for line in out.splitlines())
    assert drawn(marks, 120, monkeypatch).count("LAY.CPT") == 1


def test_quotes_are_never_markup_and_a_bare_one_is_named_by_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    out = drawn(WORDS, 110, monkeypatch, quotes=True)
    assert "\n1.1 LAY.CPT Kecepatan\n  Wawancara:\n" in out
    assert (
        "    - “Antri [tertawa] \U0001f600 [/] lama” (I-01, wawancara, brs. 3; negatif) “A long queue” (terjemahan"
        in out
    )
    assert "    - I-02, wawancara\n" in out
    assert "1.2 LAY.RMH" not in out.split("Catatan")[1]


def test_control_characters_do_not_reach_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    bell = Matrix("L1", Bi("x", "x"), (Bi("a", "a"),), ((cell("satu\x1b[31m\x07dua"),),))
    out = drawn(bell, 80, monkeypatch)
    assert "\x1b" not in out
    assert "satu[31mdua" in out


def test_a_text_is_drawn_with_its_points_indented(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys, "stdout", screen)
    render_matrix.blocks(
        (
            Heading(1, Bi("Judul [x]", "x")),
            Paragraph(Bi("“Kutipan [/]”", "x"), "quote"),
            Bullet(Bi("satu dua tiga empat lima enam tujuh delapan", "x")),
            Bullet(Bi("dalam", "x"), 1),
            WORDS,
        )
    )
    lines = screen.getvalue().splitlines()
    assert lines[1:6] == [
        "Judul [x]",
        "    “Kutipan [/]”",
        "  - satu dua tiga empat lima enam",
        "    tujuh delapan",
        "    - dalam",
    ]
