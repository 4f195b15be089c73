"""informants.csv and sources.csv: read in both languages, every problem in one go."""

from __future__ import annotations

import pytest

from kualcode.errors import InvalidFile, Problem
from kualcode.model import Cell, Extract, Informant, SourceInfo, Table
from kualcode.segment import SILENT, informants_csv, sources_csv


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


def broken(extract: Extract) -> list[str]:
    """The problems for which a list of informants is not used at all."""
    with pytest.raises(InvalidFile) as refused:
        informants_csv(extract, "informants.csv")
    return shown(refused.value.problems)


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
        Informant("I-02", "Staf", sex="P", age="37", consent=SILENT),
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
        "informants.csv:2: The consent “mungkin” is not known; this informant is hidden until it is clear. "
        "Known here: agreed, oral, written, recorded, not recorded, refused, withdrawn.",
        "informants.csv:2: The date “kemarin” cannot be read. Write it like 2026-02-09 or 9 February 2026.",
        "informants.csv:3: This row has no key. Fill in the column “kode”.",
        "informants.csv:4: “I1” is there twice. The first is at informants.csv:2; keep one.",
    ]
    assert [(person.code, person.consent, person.date) for person in people] == [("I-01", "refused", None)], (
        "what cannot be read hides the informant, and of two rows the refusal counts"
    )


def test_missing_key_column_and_empty_file() -> None:
    """From such a list nobody can tell who refused, so that nothing of it counts."""
    assert broken(table("nama;umur", "Tuti;37")) == ["informants.csv:1: The column “kode” is missing. Add that column."]
    assert broken(Extract("csv", ""))[0].startswith("informants.csv:1: There is no table.")
    assert broken(table("kode;persetujuan;kesediaan", "I-01;ya;tidak")) == [
        "informants.csv:1: There are two columns of consent. Keep one."
    ]


@pytest.mark.parametrize(
    ("word", "state"),
    [
        *((word, "declared") for word in ("bersedia", "Setuju", "ya", "lisan", "tertulis")),
        *((word, "refused") for word in ("tidak bersedia", "Tidak  Setuju.", "keberatan", "tidak", "menolak")),
        *((word, "withdrawn") for word in ("mundur", "batal", "ditarik")),
        *((word, "unrecorded") for word in ("belum", "belum dicatat")),
        *((word, SILENT) for word in ("", "-")),
        *((word, "refused") for word in ("entah", "setuju lalu mundur", "tidk")),
    ],
)
def test_consent_in_the_words_of_people(word: str, state: str) -> None:
    people, problems = informants_csv(table("kode;persetujuan", f"I-01;{word}"), "informants.csv")
    assert [person.consent for person in people] == [state]
    assert bool(problems) == (word in ("entah", "setuju lalu mundur", "tidk"))


@pytest.mark.parametrize(
    "heading",
    ["persetujuan informan", "Status Persetujuan", "kesediaan", "Informed consent", "bersedia", "consent given"],
)
def test_the_column_of_consent_by_other_names(heading: str) -> None:
    people, problems = informants_csv(table(f"kode;{heading}", "I-01;menolak"), "informants.csv")
    assert ([person.consent for person in people], problems) == (["refused"], ())


def test_a_date_of_consent_is_not_the_consent() -> None:
    people, problems = informants_csv(
        table("kode;tanggal persetujuan;persetujuan", "I-01;9 Februari 2026;tidak"), "informants.csv"
    )
    assert [person.consent for person in people] == ["refused"]
    assert [problem.what.en for problem in problems] == ["The column “tanggal persetujuan” is not known."]


def test_of_two_rows_for_one_informant_a_refusal_counts() -> None:
    people, _ = informants_csv(table("kode;persetujuan", "I-01;setuju", "I1;menolak"), "informants.csv")
    assert [(person.code, person.consent) for person in people] == [("I-01", "refused")]


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
