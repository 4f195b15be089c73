"""kualcode instrument: import, guides, matrix, silence, links and their correction, as a person types them."""

from __future__ import annotations

import json
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from study_values import Study

from kualcode.cli import instrument
from kualcode.cli.shell import COMMANDS

GRID = """\
Indikator,No,Pertanyaan,Teknik
Kecepatan,1,Apakah warga mengantri lama di loket?,Wawancara
Alat,2,Bagaimana keadaan komputer?,Wawancara
Alat,1,Keadaan printer,Observasi
"""


@pytest.fixture
def ready(tagged: Study, monkeypatch: pytest.MonkeyPatch) -> Study:
    """The small study with the command on the shelf, and a grid beside it."""
    monkeypatch.setattr(COMMANDS, "_makers", {**COMMANDS._makers})
    monkeypatch.setattr(COMMANDS, "_made", {**COMMANDS._made})
    COMMANDS.group("instrument", instrument.app)
    tagged.put("kisi/grid.csv", GRID)
    return tagged


@pytest.fixture
def taken(ready: Study) -> Study:
    ready.ok("instrument", "import", "kisi/grid.csv", "-q")
    return ready


def test_import_says_what_is_in_and_that_the_same_again_is_the_same(ready: Study) -> None:
    first = ready.ok("instrument", "import", "kisi/grid.csv", "--coder", "Ani")
    assert "Instrumen disimpan di proyek: 2 pertanyaan, 1 aspek, 0 dokumen." in first.err
    assert "Instrumen sama dengan yang sudah ada: 2 pertanyaan" in ready.ok("instrument", "import", "kisi/grid.csv").err
    assert first.out == ""


def test_import_names_every_bad_row_and_ends_with_3(ready: Study) -> None:
    ready.put("kisi/grid.csv", GRID + "Kecepatn,3,A?,Wawancara\nAlat,4,B?,Wawancra\n")
    done = ready.run("instrument", "import", "kisi/grid.csv")
    assert done.code == 3
    assert "grid.csv:5: “Kecepatn” tidak ada di codebook. Mungkin LAY.CPT (Kecepatan)?" in done.err
    assert "grid.csv:6: Teknik “Wawancra” tidak dikenal." in done.err
    assert ready.run("instrument").code == 2


def test_a_template_is_written_filled_in_and_taken_in(ready: Study) -> None:
    ready.ok("instrument", "export", "-o", "templat.xlsx")
    assert ready.run("instrument", "export", "-o", "templat.xlsx").code == 2
    ready.ok("instrument", "export", "-o", "templat.xlsx", "--force")
    assert "belum memuat pertanyaan" in ready.run("instrument", "import", "templat.xlsx").err
    book = load_workbook(ready.folder / "templat.xlsx")
    sheet = book.worksheets[0]
    row = next(n for n, row in enumerate(sheet.iter_rows(values_only=True), 1) if "Wawancara" in row)
    sheet.cell(row, 4).value = "Apakah cepat?"
    book.save(ready.folder / "templat.xlsx")
    done = ready.ok("instrument", "import", "templat.xlsx")
    assert "baris belum memuat pertanyaan dan dilewati" in done.err
    assert "1 pertanyaan, 0 aspek" in done.err
    assert ready.run("instrument", "export", "-o", "x.docx").code == 2


def test_plain_it_shows_the_grid_with_the_answers_to_each_question(taken: Study) -> None:
    done = taken.ok("instrument")
    assert "Kisi-kisi instrumen penelitian" in done.out
    assert "2 (2 informan)" in done.out
    assert "Persetujuan belum dicatat: I-02" in done.err
    rows = json.loads(taken.ok("instrument", "--json").out)
    assert rows["schema"] == "kualcode.instrument/1"
    assert [(row["id"], row["answers"]) for row in rows["items"]] == [("W-1", 2), ("W-2", 1), ("O-1", 0)]


def test_guides_matrix_and_silence_are_shown_and_written(taken: Study) -> None:
    assert "Apakah warga mengantri" in taken.ok("instrument", "--guide", "wawancara").out
    assert "[tertawa]." in taken.ok("instrument", "--matrix").out
    for words, name in (
        (("--guide", "observasi"), "pedoman.docx"),
        (("--guide", "kisi-kisi"), "kisi.xlsx"),
        (("--matrix",), "matriks.xlsx"),
        (("--matrix",), "matriks.docx"),
        (("--links",), "tautan.csv"),
        ((), "grid.md"),
    ):
        done = taken.ok("instrument", *words, "-o", name)
        assert (taken.folder / name).stat().st_size > 0
        assert f"Ditulis: {name}" in done.err
        assert done.out == ""
        assert taken.run("instrument", *words, "-o", name).code == 2  # never over a file that is there
    with ZipFile(taken.folder / "matriks.docx") as paper, ZipFile(taken.folder / "matriks.xlsx") as sheets:
        said = paper.read("word/document.xml").decode()
        assert said.count("antri lama sekali") == 1  # on paper nothing is said twice
        assert "xl/worksheets/sheet2.xml" in sheets.namelist()  # the quotes to which cells lead
    assert load_workbook(taken.folder / "kisi.xlsx").sheetnames == ["Instrumen"]  # the grid that is read back
    assert "Belum ada kutipan wawancara yang diterima" in taken.run("instrument", "--silence").err
    taken.ok("code", "accept", "--code", "LAY.CPT", "--coder", "Ani", "-q")
    assert "tidak ditanyakan" in taken.ok("instrument", "--silence").out
    taken.ok("instrument", "--silence", "-o", "diam.docx")


def test_machines_get_json_and_csv(taken: Study) -> None:
    rows = json.loads(taken.ok("instrument", "--links", "--json", "-q").out)
    assert (rows["schema"], rows["records"][0]["item"]) == ("kualcode.links/1", "W-1")
    made = json.loads(taken.ok("instrument", "--matrix", "--json", "-q").out)
    assert "antri lama sekali" in json.dumps(made)
    taken.ok("instrument", "--guide", "grid", "-o", "grid.csv", "--semicolon")
    text = (taken.folder / "grid.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[1].startswith("Layanan;Kecepatan;1;")
    assert text.splitlines()[2].startswith("Penghambat;Alat;2;")
    assert text.splitlines()[3].startswith("Penghambat;Alat;1;")  # each row can be read alone


def test_a_link_is_corrected_and_given_back(taken: Study) -> None:
    done = taken.ok("instrument", "link", "I-02", "2", "W-2", "--coder", "Ani")
    assert "wawancara/I-02.txt, jawaban 2: W-2." in done.err
    assert "peneliti" in taken.ok("instrument", "--links").out
    assert "bukan butir mana pun" in taken.ok("instrument", "link", "I-02", "2", "tidak", "--coder", "Ani").err
    assert "ditautkan lagi oleh kualcode" in taken.ok("instrument", "link", "I-02", "2", "auto", "--coder", "Ani").err
    assert "peneliti" not in taken.ok("instrument", "--links").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--matrix", "--silence"), 2, "Pilih satu dari --guide, --matrix, --silence, --links."),
        (("--guide", "tanya"), 2, "Pilih: kisi-kisi, wawancara"),
        (("--matrix", "-o", "x.pdf"), 2, "Format 'pdf' tidak dikenal."),
        (("--json", "-o", "x.json"), 2, "--json mencetak ke layar."),
        (("--guide", "dokumentasi"), 2, "belum memuat butir untuk: Pedoman dokumentasi"),
        (("--matrix", "link", "I-01", "2", "W-1", "--coder", "Ani"), 2, "Pilihan berdiri sesudah nama perintahnya."),
        (("link", "I-01", "2", "W-1"), 2, "--coder"),
        (("link", "I-01", "0", "W-1", "--coder", "Ani"), 2, "NO"),
        (("link", "I-77", "2", "W-1", "--coder", "Ani"), 1, "Sumber 'I-77' tidak ada di proyek."),
        (("import", "tidak-ada.xlsx"), 1, "tidak-ada.xlsx"),
    ],
)
def test_what_is_typed_wrongly_is_said_in_one_line_or_two(
    taken: Study, words: tuple[str, ...], code: int, said: str
) -> None:
    done = taken.run("instrument", *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_the_help_has_an_example(ready: Study) -> None:
    for words in ((), ("import",), ("export",), ("link",)):
        assert "Contoh: kualcode instrument" in ready.ok("instrument", *words, "--help").out
