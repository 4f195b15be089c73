"""Tables of a study in the formats that people and programs read; every cell opens to its quotes."""

from __future__ import annotations

from collections.abc import Sequence

from kualcode.document import Matrix
from kualcode.errors import Lang
from kualcode.exports.labels import MatrixForm


def render(matrices: Sequence[Matrix], form: MatrixForm, lang: Lang, *, semicolon: bool = False) -> bytes:
    """Tables in one format and one language; the same tables give the same bytes.

    csv holds the cells and a last column with the ids of each row's evidence; several tables stand one after another
    with a first column that names them. It has no BOM: whoever writes the file adds it. `semicolon` parts its cells.
    json holds both languages. Raises ValueError where there is no table, no column, or a row that does not fit.
    """
    check(matrices)
    if form == "csv":
        from kualcode.exports.matrix_text import as_csv

        return as_csv(matrices, lang, ";" if semicolon else ",").encode("utf-8")
    if form == "json":
        from kualcode.exports.matrix_text import as_json

        return as_json(matrices)
    if form == "md":
        from kualcode.exports.matrix_markdown import as_markdown

        return as_markdown(matrices, lang).encode("utf-8")
    if form == "html":
        from kualcode.exports.matrix_html import as_html

        return as_html(matrices, lang).encode("utf-8")
    if form == "xlsx":
        from kualcode.exports.matrix_xlsx import as_workbook

        return as_workbook(matrices, lang)
    from kualcode.exports.matrix_docx import as_word

    return as_word(matrices, lang)


def check(matrices: Sequence[Matrix]) -> None:
    """Raise ValueError where there is no table, no column, or a row that does not fit its columns."""
    if not matrices:
        raise ValueError("no table to lay out")
    for matrix in matrices:
        if not matrix.columns:
            raise ValueError(f"{matrix.id}: no columns")
        for number, row in enumerate(matrix.rows, 1):
            if len(row) != len(matrix.columns):
                raise ValueError(f"{matrix.id}: row {number} has {len(row)} cells for {len(matrix.columns)} columns")
