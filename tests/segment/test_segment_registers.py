"""informants.csv and sources.csv: read in both languages, every problem in one go."""

from __future__ import annotations

from kualcode.errors import Problem
from kualcode.model import Cell, Extract, Informant, SourceInfo, Table
from kualcode.segment import informants_csv, sources_csv


def table(*lines: str) -> Extract:
    """A table of lines whose cells are apart by semicolons."""
    text, rows = "", []
    for line in lines:
        cells = []
        for cell in line.split(";"):
            cells.append(Cell(len(text), len(text) + len(cell)))
            text += cell + ";"
        rows.append(tuple(cells))
        text += "\n"
    return Extract("csv", text, (Table("", tuple(rows)),))


def shown(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.line("en") for problem in problems]


def test_informants_in_indonesian_and_their_names_are_not_kept() -> None:
    people, problems = informants_csv(
        table(
            "Kode;Nama;Jabatan;Kelompok Peran;Jenis Kelamin;Umur;Tanggal;Persetujuan",
            "I-01;Rusmadi;Camat;pimpinan;L;52;9 Februari 2026;tertulis",
            "I-02;Tuti;Staf;;P;37;;",
        ),
        "informants.csv",
    )
    assert problems == ()
    assert people == (
        Informant("I-01", "Camat", "pimpinan", sex="L", age="52", date="2026-02-09", consent="declared"),
        Informant("I-02", "Staf", sex="P", age="37", consent="unrecorded"),
    )


def test_informants_in_english() -> None:
    people, problems = informants_csv(
        table(
            "code;position;role_group;chosen;length;consent",
            "A;Clerk;staff;snowball;45 min;recorded",
            "B;;;;;withdrawn",
        ),
        "informants.csv",
    )
    assert problems == ()
    assert people == (
        Informant("A", "Clerk", "staff", chosen="snowball", length="45 min", consent="recorded"),
        Informant("B", consent="withdrawn"),
    )


def test_all_problems_at_once_with_file_and_line() -> None:
    people, problems = informants_csv(
        table(
            "kode;jabatn;persetujuan;tanggal",
            "I-01;Camat;mungkin;kemarin",
            ";Staf;;",
            "I1;Kasi;menolak;",
            ";;;",
        ),
        "informants.csv",
    )
    assert shown(problems) == [
        "informants.csv:1: The column “jabatn” is not known. Did you mean “jabatan”?",
        "informants.csv:2: “mungkin” is not known. Known here: belum dicatat, lisan, tertulis, rekaman, "
        "tercatat, menolak, ditarik.",
        "informants.csv:2: The date “kemarin” cannot be read. Write it like 2026-02-09 or 9 February 2026.",
        "informants.csv:3: This row has no key. Fill in the column “kode”.",
        "informants.csv:4: “I1” is there twice. The first is at informants.csv:2; keep one.",
    ]
    assert [(person.code, person.consent, person.date) for person in people] == [("I-01", "unrecorded", None)]


def test_missing_key_column_and_empty_file() -> None:
    assert shown(informants_csv(table("nama;umur", "Tuti;37"), "informants.csv")[1]) == [
        "informants.csv:1: The column “kode” is missing. Add that column."
    ]
    assert shown(informants_csv(Extract("csv", ""), "informants.csv")[1])[0].startswith(
        "informants.csv:1: There is no table."
    )


def test_sources_say_what_files_are() -> None:
    sources, problems = sources_csv(
        table(
            "berkas;jenis sumber;informan;tanggal;kelas;periode",
            "wawancara\\a.docx;Wawancara;I-01;09/02/2026;;",
            "d/D-1.pdf;dokumentasi;;;laporan;Tahun 2025",
        ),
        "sources.csv",
    )
    assert problems == ()
    assert sources == {
        "wawancara/a.docx": SourceInfo(source_type="interview", informant="I-01", date="2026-02-09"),
        "d/D-1.pdf": SourceInfo(source_type="documentation", doc_class="report", period="2025"),
    }


def test_sources_with_words_that_say_nothing() -> None:
    sources, problems = sources_csv(
        table("file;source_type;doc_class;place", "a;survey;buku;aula", "a;;;"), "sources.csv"
    )
    assert [line.split(":", 2)[1] for line in shown(problems)] == ["2", "2", "3"], (
        "of two rows for one file the first counts"
    )
    assert "Use interview, observation or documentation." in shown(problems)[0]
    assert sources == {"a": SourceInfo(place="aula")}
