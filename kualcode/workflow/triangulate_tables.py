"""The layouts of triangulation by name, and a file of them in the format that its name says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict, get_args

from kualcode.analysis.evidence import AXES, Axis
from kualcode.analysis.layouts import data, people, themes
from kualcode.analysis.layouts import techniques as layouts
from kualcode.analysis.triangulation.axes import gating
from kualcode.document import Blocks, Matrix
from kualcode.errors import Bi, Lang, UsageError
from kualcode.exports import blocks
from kualcode.exports import matrices as exported
from kualcode.exports.labels import PROVISIONAL_NOTE, BlockForm, MatrixForm
from kualcode.workflow.triangulate import Study
from kualcode.workflow.writing import write_bytes

LAYOUTS = ("L1", "L2", "L3", "L4", "L5", "L6", "summary")
FORMS: tuple[MatrixForm, ...] = get_args(MatrixForm)
_WORDS = {**{name.casefold(): name for name in LAYOUTS}, "ringkasan": "summary"}
_ALL = ("all", "semua")
ON_PAPER = 3  # quotes to which a cell opens where all of them would fill a hundred pages
_PAPER: tuple[MatrixForm, ...] = ("docx", "md")


def chosen(asked: str | None, form: MatrixForm | None = None) -> tuple[str, ...]:
    """The layouts of "L1,L3", of "semua", or those of a command that names none. Raises UsageError.

    L1 is what is printed; a file adds the summary as its appendix, but csv holds one table well and not two.
    """
    if asked is None:
        return ("L1", "summary") if form not in (None, "csv") else ("L1",)
    given = [word.strip() for word in asked.split(",") if word.strip()]
    words = [word.casefold() for word in given]
    if any(word in _ALL for word in words):
        return LAYOUTS
    if wrong := [word for word in given if word.casefold() not in _WORDS]:
        raise UsageError(
            Bi("Bentuk tabel {word!r} tidak dikenal.", "The layout {word!r} is unknown.").fill(word=wrong[0][:20]),
            _CHOOSE,
        )
    return tuple(dict.fromkeys(_WORDS[word] for word in words)) or chosen(None, form)


def most(form: MatrixForm | None) -> int | None:
    """How many quotes a cell may open to in a format; None is no limit."""
    return ON_PAPER if form in _PAPER else None


def tables(
    study: Study, names: Sequence[str], axis: Axis | None = None, *, quoted: bool = True, most: int | None = None
) -> list[Matrix]:
    """The layouts that are named; L1 and the summary over an axis, all three of them where every layout is asked for.

    `most` limits the quotes of a cell.

    Without an axis it is the one that decides, and L4 compares sources. L2, L3, L5 and L6 know no axis but technique.
    """
    every = set(LAYOUTS) <= set(names) and axis is None
    made = _Layouts(study, axis, _Manner(provisional=study.provisional, quoted=quoted, most=most), every)
    return [matrix for name in names for matrix in made.of(name)]


class _Manner(TypedDict):
    """What all layouts take alike."""

    provisional: bool
    quoted: bool
    most: int | None


class _Layouts(NamedTuple):
    """Makes layouts of one study in one manner."""

    study: Study
    axis: Axis | None
    manner: _Manner
    every: bool

    def of(self, name: str) -> list[Matrix]:
        """A layout; of L1 a table an axis where every layout is asked for."""
        case, over, manner = self.study.case, self.study.over, self.manner
        decides = self.axis or gating(case.design)
        if name == "L1":
            return [layouts.technique(case, over(axis), **manner) for axis in (AXES if self.every else (decides,))]
        if name == "summary":
            return [layouts.summary(case, over(decides), **manner)]
        if name == "L4":
            return [themes.consistency(case, over(self.axis or "source"), **manner)]
        if name == "L2":
            return [themes.by_question(case, over("technique"), self.study.questions, **manner)]
        return [_BY_TECHNIQUE[name](case, over("technique"), **manner)]


_BY_TECHNIQUE = {"L3": people.by_informant, "L5": data.by_fact, "L6": people.by_term}


# ---------------------------------------------------------------- files
def form_of(target: Path) -> MatrixForm:
    """The format that a file's name says. Raises UsageError."""
    form = target.suffix.lower().lstrip(".")
    if form not in FORMS:
        raise UsageError(
            Bi("Format {form!r} tidak dikenal.", "The format {form!r} is unknown.").fill(form=form or target.name),
            Bi("Pilih: {known}.", "Choose: {known}.").fill(known=", ".join(FORMS)),
        )
    return form


def write(target: Path, made: Sequence[Matrix], lang: Lang, *, force: bool = False, semicolon: bool = False) -> None:
    """Tables as a file; csv starts with a BOM, so that Excel reads it as UTF-8. Raises UsageError, KualcodeError."""
    form = form_of(target)
    data = exported.render(made, form, lang, semicolon=semicolon)
    write_bytes(target, b"\xef\xbb\xbf" + data if form == "csv" else data, force=force)


_CHOOSE = Bi("Pilih: {known}, ringkasan, semua.", "Choose: {known}, summary, all.").fill(known=", ".join(LAYOUTS[:-1]))


def write_text(target: Path, text: Blocks, code: str, lang: Lang, *, provisional: bool, force: bool) -> None:
    """One code opened, as md, docx or html. Raises UsageError, KualcodeError."""
    form = target.suffix.lower().lstrip(".")
    known: tuple[BlockForm, ...] = get_args(BlockForm)
    if form not in known:
        raise UsageError(
            Bi("Satu kode ditulis sebagai {known}.", "One code is written as {known}.").fill(known=", ".join(known)),
            Bi("Beri nama berkas seperti itu, atau tanpa kode.", "Give such a file name, or no code."),
        )
    title = Bi("Triangulasi {code}", "Triangulation of {code}").fill(code=code)
    banner = PROVISIONAL_NOTE if provisional else None
    write_bytes(target, blocks.render(text, form, lang, title=title, banner=banner), force=force)
