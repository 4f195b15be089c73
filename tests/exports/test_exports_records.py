"""Records as csv, json and json lines: the same records, the same bytes, and nothing lost."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from kualcode.exports.records import as_csv, as_json, as_jsonl
from kualcode.exports.safe import cell

TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=6)


def test_csv_has_a_header_and_ends_lines_as_the_standard_says() -> None:
    made = "".join(as_csv([{"a": 1, "b": None, "c": ["x", "y"]}], ["a", "b", "c"]))
    assert made == "a,b,c\r\n1,,x y\r\n"
    assert "".join(as_csv([{"a": "1;2"}], ["a"], delimiter=";")) == 'a\r\n"1;2"\r\n'


def test_decimals_have_a_comma_where_cells_have_a_semicolon_and_text_stays() -> None:
    record = {"confidence": 0.75, "quote": "naik 0.5 \tpersen\n"}
    assert "".join(as_csv([record], list(record), delimiter=";")) == (
        'confidence;quote\r\n0,75;"naik 0.5 \tpersen\n"\r\n'
    )
    assert "".join(as_csv([record], ["confidence"])) == "confidence\r\n0.75\r\n"


@given(TEXTS)
def test_every_text_comes_back_from_csv(texts: list[str]) -> None:
    made = "".join(as_csv([{"text": text, "n": "0012"} for text in texts], ["n", "text"]))
    rows = list(csv.reader(io.StringIO(made, newline="")))
    assert rows == [["n", "text"], *(["0012", cell(text)] for text in texts)]


@given(TEXTS)
def test_every_text_comes_back_from_json(texts: list[str]) -> None:
    records = [{"text": text, "list": [text], "none": None} for text in texts]
    assert json.loads("".join(as_json(records, "kualcode.x/1"))) == {"schema": "kualcode.x/1", "records": records}
    assert [json.loads(line) for line in as_jsonl(records)] == records
    assert all(line.count("\n") == 1 for line in as_jsonl(records))
