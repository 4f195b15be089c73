"""The training material keeps its form: codes of the codebook with a stance, no doubles, enough without a code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kualcode import codebook as books

TRAINING = Path(__file__).parents[1] / "training"
CODED = re.compile(r"([A-Z]+(?:\.[A-Z]+)?)([-+~0])")
FILES = sorted((TRAINING / "statements").glob("*.tsv")) + sorted((TRAINING / "natural").glob("*.tsv"))


def rows(path: Path) -> list[dict[str, str]]:
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    names = head.split("\t")
    made = [dict(zip(names, line.split("\t"), strict=True)) for line in lines]
    assert made
    return made


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_statement_has_codes_of_the_codebook_with_a_stance(path: Path) -> None:
    book, _ = books.read(Path(__file__).parents[1] / "codebooks" / "asn-kinerja.yaml")
    for row in rows(path):
        assert row["kind"] in {"I", "O", "D"} and row["text"].strip()
        for column in ("codes", "first", "second"):
            for one in row.get(column, ".").split(",") if row.get(column, ".") not in ("", ".") else ():
                found = CODED.fullmatch(one)
                assert found is not None and found[1] in book.by_id, (row["id"], one)


def test_the_statements_are_many_differ_and_often_have_no_code() -> None:
    every = [row for path in (TRAINING / "statements").glob("*.tsv") for row in rows(path)]
    texts = {re.sub(r"\W+", " ", row["text"].casefold()).strip() for row in every}
    assert len(every) > 8_000
    assert len(texts) > 0.999 * len(every)
    assert sum(row["codes"] == "." for row in every) > 0.35 * len(every)
