"""Suggestions against a gold file, without a project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kualcode import codebook as books
from kualcode.errors import Bi, InvalidFile, SourceError
from kualcode.workflow.codebooks import locate
from kualcode.workflow.evaluate import as_grid, as_json, compare, differences, evaluate, in_words
from kualcode.workflow.gold import Gold

RAPI = "Laporan kegiatan rapi dan lengkap, tidak pernah direvisi."
TELAT = "Dia sering telat datang."
KOSONG = "Hari ini hujan turun."


def gold_file(folder: Path, *rows: dict[str, object] | str, name: str = "emas.jsonl") -> Path:
    path = folder / name
    path.write_text(
        "\n".join(row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows),
        encoding="utf-8",
        newline="",
    )
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return gold_file(
        tmp_path,
        {"id": "s1", "text": RAPI, "codes": {"KUAL.HAS": "positive"}},
        {"id": "s2", "text": TELAT, "codes": {"FH.DIS": "negative"}},
        {"id": "s3", "text": KOSONG, "codes": {"TEPAT.PEN": "neutral"}},
        {"id": "s4", "text": "Komputernya rusak.", "codes": {}},
        "",
        {"id": "s5", "text": "Masih ada.", "question": "Apakah komputernya rusak?", "codes": {"FH.SAR": "positive"}},
    )


def test_the_contract(small: Path) -> None:
    shown = as_json(evaluate(small, "asn-kinerja"))
    assert shown["schema"] == "kualcode.evaluate/1"
    assert shown["n"] == 5
    assert list(shown["overall"]) == [
        "micro_precision",
        "micro_recall",
        "micro_f1",
        "macro_f1",
        "mean_alpha",
        "stance_agreement",
        "codeless_clean",
        "macro_f1_n10",
        "mean_alpha_n10",
    ]
    assert shown["codes"]["FH.DIS"] == {
        "n": 1,
        "predicted": 1,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "alpha": 1.0,
        "stance_agreement": 0.0,
    }
    assert shown["codes"]["TEPAT.PEN"]["precision"] is None
    assert shown["overall"]["micro_precision"] == 0.75  # s1 s2 s5 right, s4 too much
    assert shown["overall"]["codeless_clean"] == 0.0
    assert shown["overall"]["macro_f1_n10"] is None
    assert json.loads(json.dumps(shown)) == shown


def test_codes_come_in_codebook_order(small: Path) -> None:
    assert list(as_json(evaluate(small, "asn-kinerja"))["codes"]) == ["KUAL.HAS", "TEPAT.PEN", "FH.SAR", "FH.DIS"]


def test_sub_codes_count_as_their_parent_where_the_gold_holds_parents(tmp_path: Path) -> None:
    path = gold_file(tmp_path, {"id": "1", "text": RAPI, "codes": {"KUAL": "positive"}})
    assert list(as_json(evaluate(path, "asn-kinerja"))["codes"]) == ["KUAL"]


def test_parents_on_both_sides_when_asked(small: Path) -> None:
    assert list(as_json(evaluate(small, "asn-kinerja", parents=True))["codes"]) == ["KUAL", "TEPAT", "FH.SAR", "FH.DIS"]


def test_an_optional_code_is_left_out(tmp_path: Path) -> None:
    path = gold_file(tmp_path, {"id": "1", "text": TELAT, "codes": {}, "optional": ["FH.DIS"]})
    assert as_json(evaluate(path, "asn-kinerja"))["codes"] == {}
    assert as_json(evaluate(path, "asn-kinerja"))["overall"]["codeless_clean"] == 1.0
    assert differences(evaluate(path, "asn-kinerja")).rows == ()


def test_opposite_sentences_of_one_statement_are_mixed(tmp_path: Path) -> None:
    path = gold_file(
        tmp_path, {"id": "1", "text": "Laporannya rapi. Suratnya banyak salah ketik.", "codes": {"KUAL.HAS": "mixed"}}
    )
    assert as_json(evaluate(path, "asn-kinerja"))["codes"]["KUAL.HAS"]["stance_agreement"] == 1.0


def test_a_csv_holds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "emas.csv"
    path.write_text(
        "Id,Text,Question,Codes,Optional\n"
        f's1,"{RAPI}",,KUAL.HAS:positive KUAN:neutral,KUAN\n'
        's2,"Masih ada.","Apakah komputernya rusak?",FH.SAR:positive,\n'
        f's3,"{KOSONG}",,,\n',
        encoding="utf-8",
        newline="",
    )
    result = evaluate(path, "asn-kinerja")
    assert [(s.id, dict(s.codes), set(s.optional)) for s in result.statements] == [
        ("s1", {"KUAL.HAS": "positive", "KUAN": "neutral"}, {"KUAN"}),
        ("s2", {"FH.SAR": "positive"}, set()),
        ("s3", {}, set()),
    ]
    assert as_json(result)["overall"]["micro_f1"] == 1.0


def test_a_csv_may_give_one_code_a_row(tmp_path: Path) -> None:
    """Rows of one id, or without one of one text, are one statement; a code with two stances is mixed."""
    path = tmp_path / "emas.csv"
    path.write_text(
        "id;text;code;stance\n"
        f"s1;{RAPI};KUAL.HAS;positif\n"
        f"s1;{RAPI};KUAN;netral\n"
        f"s2;{KOSONG};;\n"
        f";{TELAT};FH.DIS;negatif\n"
        f";{TELAT};FH.DIS;positif\n",
        encoding="utf-8",
        newline="",
    )
    assert [(s.id, dict(s.codes)) for s in evaluate(path, "asn-kinerja").statements] == [
        ("s1", {"KUAL.HAS": "positive", "KUAN": "neutral"}),
        ("s2", {}),
        ("5", {"FH.DIS": "mixed"}),
    ]


def test_figures_end_in_plain_words_and_a_warning_where_they_are_low(small: Path, tmp_path: Path) -> None:
    assert [line.id for line in in_words(evaluate(small, "asn-kinerja"))] == [
        "Dari 4 usulan mesin, 3 benar (presisi); dari 4 kode yang diberi orang, 3 ditemukan (recall)."
    ]
    path = gold_file(tmp_path, {"text": KOSONG, "codes": {"KUAL": "positif"}}, name="lain.jsonl")
    lines = in_words(evaluate(path, "asn-kinerja"))
    assert (
        lines[0].en == "Of 0 suggestions, 0 are right (precision); of 1 codes that people gave, 0 were found (recall)."
    )
    assert "satu per satu; yang tidak diusulkan harus dicari sendiri" in lines[1].id


def test_statements_are_compared_without_a_file() -> None:
    book, _ = books.read(locate("asn-kinerja", Path.cwd()))
    statement = Gold("1", TELAT, "", {"FH.DIS": "positive"}, frozenset())
    assert compare([statement], book).scores.micro.hits == 1


def test_text_is_normalised_as_everywhere(tmp_path: Path) -> None:
    path = gold_file(tmp_path, {"text": "Cafe\u0301\r\nrapi.", "codes": {"KUAL": "positive"}})
    statement = evaluate(path, "asn-kinerja").statements[0]
    assert (statement.id, statement.text) == ("1", "Caf\u00e9\nrapi.")


def test_every_bad_line_is_named_in_both_languages(tmp_path: Path) -> None:
    path = gold_file(
        tmp_path,
        {"id": "1", "text": RAPI, "codes": {"KUAL": "positive"}},
        "{tidak json",
        "[1, 2]",
        {"id": "4", "text": " ", "codes": {}},
        {"id": "5", "text": RAPI},
        {"id": "6", "text": RAPI, "codes": ["KUAL"]},
        {"id": "7", "text": RAPI, "codes": {"KUALI": "positive"}},
        {"id": "8", "text": RAPI, "codes": {"KUAL": "baik"}},
        {"id": "9", "text": RAPI, "codes": {}, "optional": 5},
        {"id": "10", "text": RAPI, "codes": {}, "optional": ["X"]},
        {"id": "11", "text": RAPI, "codes": {}, "optional": [1]},
        {"id": "12", "text": RAPI, "codes": {}, "question": 5},
    )
    with pytest.raises(SourceError) as caught:
        evaluate(path, "asn-kinerja")
    message = caught.value.message("en").splitlines()
    assert message[1:-1] == [
        "emas.jsonl:2: not a JSON object.",
        "emas.jsonl:3: not a JSON object.",
        "emas.jsonl:4: there is no text.",
        "emas.jsonl:5: codes must be {code: stance}.",
        "emas.jsonl:6: codes must be {code: stance}.",
        "emas.jsonl:7: the codebook has no code KUALI.",
        "emas.jsonl:8: the stance baik is unknown; choose positive, negative, mixed, neutral.",
        "emas.jsonl:9: optional must be a list of codes.",
        "emas.jsonl:10: the codebook has no code X.",
        "emas.jsonl:11: optional must be a list of codes.",
        "emas.jsonl:12: question must be text.",
    ]
    indonesian = caught.value.message("id")
    assert "emas.jsonl:4: tidak ada teks." in indonesian
    assert "Isi yang diperlukan" in indonesian
    assert RAPI not in indonesian + caught.value.message("en")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("id,text\n1,Rapi.\n", "emas.csv: there is neither codes nor code."),
        ("id,text,codes\n1,Rapi.,\n", "emas.csv: there is no gold code at all."),
        ("id,text,code,stance\n1,Rapi.,,\n2,Bagus.,,\n", "emas.csv: there is no gold code at all."),
        ("id,text,code,stance\n1,Rapi.,KUALI,positif\n", "emas.csv:2: the codebook has no code KUALI."),
        ("id,text,code,stance\n1,Rapi.,KUAL,\n", 'emas.csv:2: the stance "" is unknown'),
        ("id,text,code,stance\n1,Rapi.,KUAL,positif\n1,Lain.,KUAL,positif\n", "emas.csv:3: this id has been used"),
        ("id,text,code,stance\n1,KUAL,Rapi sekali.,positif\n", "emas.csv:2: the codebook has no code (12 characters)."),
        ("id,text,codes\n1,Rapi.,KUAL\n", 'emas.csv:2: the stance "" is unknown'),
        ("id,teks,codes\n1,Rapi.,\n2,Rapi.,\n", "emas.csv:3: there is no text."),
        ("id,text,codes\n", "emas.csv: no statements."),
    ],
)
def test_a_csv_that_lacks_something(tmp_path: Path, content: str, expected: str) -> None:
    path = tmp_path / "emas.csv"
    path.write_text(content, encoding="utf-8", newline="")
    with pytest.raises(SourceError) as caught:
        evaluate(path, "asn-kinerja")
    message = caught.value.message("en")
    assert expected in message
    assert "id, text, code, stance" in message


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe\x00"])
def test_a_file_without_statements_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "emas.jsonl"
    path.write_bytes(content)
    with pytest.raises(SourceError):
        evaluate(path, "asn-kinerja")


def test_a_missing_file_or_codebook_is_named(tmp_path: Path, small: Path) -> None:
    with pytest.raises(SourceError, match="tiada"):
        evaluate(tmp_path / "tiada.jsonl", "asn-kinerja")
    with pytest.raises(InvalidFile, match="asn-kinerj"):
        evaluate(small, "asn-kinerj")


def test_the_table_has_a_row_a_code_and_one_for_all(small: Path) -> None:
    grid = as_grid(evaluate(small, "asn-kinerja"))
    assert [str(row[0]) for row in grid.rows[:-1]] == ["KUAL.HAS", "TEPAT.PEN", "FH.SAR", "FH.DIS"]
    assert grid.rows[1][1:] == (1, 0, "-", "0.00", "0.00", "0.00", "-")
    assert grid.title.en == "Suggestions against gold, 5 statements"
    assert grid.notes[1].id == "Pernyataan tanpa kode yang dibiarkan bersih: 0.00 dari 1."


def test_every_difference_stands_with_its_reason(small: Path) -> None:
    grid = differences(evaluate(small, "asn-kinerja"))
    shown = [tuple(cell.en if isinstance(cell, Bi) else str(cell) for cell in row) for row in grid.rows]
    assert [row[:5] for row in shown] == [
        ("s2", "FH.DIS", "stance", "negative", "positive"),
        ("s3", "TEPAT.PEN", "missed", "neutral", "-"),
        ("s4", "FH.SAR", "too much", "-", "positive"),
    ]
    assert shown[0][5].startswith("FH.DIS (Lack of discipline) is suggested because of ")
    assert "“telat datang”" in shown[0][5]
    assert shown[1][5] == "It holds no term of this code."
    assert shown[1][6] == KOSONG
    assert grid.title.id == "Selisih: 3"


def test_a_missed_code_whose_words_are_there_names_them(tmp_path: Path) -> None:
    path = gold_file(tmp_path, {"id": "1", "text": "Laporan di meja.", "codes": {"KUAL.HAS": "neutral"}})
    reason = differences(evaluate(path, "asn-kinerja")).rows[0][5]
    assert getattr(reason, "id", "") == (
        "Istilahnya ada (“Laporan”), tetapi terlalu lemah, kalah dari kode lain, atau bagian dari frasa lain."
    )


def test_the_reason_of_an_answer_quotes_its_question(tmp_path: Path) -> None:
    path = gold_file(
        tmp_path,
        {"id": "1", "text": "Masih ada.", "question": "Apakah komputernya rusak?", "codes": {"FH.SAR": "negative"}},
    )
    reason = differences(evaluate(path, "asn-kinerja")).rows[0][5]
    assert "its question, which names “komputernya rusak”" in getattr(reason, "en", "")


def test_an_english_gold_file_is_scored_by_the_english_codebook(tmp_path: Path) -> None:
    path = gold_file(tmp_path, {"id": "1", "text": "I had far too much work.", "codes": {"DEM.WL": "positive"}})
    assert as_json(evaluate(path, "remote-work"))["codes"]["DEM.WL"]["stance_agreement"] == 1.0
