"""saturation: when further interviews brought nothing new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, machine, shown
from kualcode.cli.language import LANG, page, t
from kualcode.errors import Bi, UsageError

if TYPE_CHECKING:
    from fractions import Fraction


def saturation(
    base: Annotated[
        int | None,
        typer.Option("--base", metavar="N", help=t("Jumlah wawancara dasar.", "Interviews of the base.")),
    ] = None,
    run: Annotated[
        int | None,
        typer.Option("--run", metavar="N", help=t("Jumlah wawancara tiap putaran.", "Interviews of a run.")),
    ] = None,
    threshold: Annotated[
        str | None,
        typer.Option(
            "--threshold",
            metavar="5%",
            help=t("Ambang; 5%, 0% atau pecahan seperti 1/20.", "Threshold; 5%, 0% or a fraction such as 1/20."),
        ),
    ] = None,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.cli import render
    from kualcode.workflow import codebooks
    from kualcode.workflow.saturation import as_json as told
    from kualcode.workflow.saturation import curves, grid, rule_of

    with shown(project_file, quiet=quiet) as store:
        rule = rule_of(codebooks.stored(store)[0])
        rule = rule._replace(
            base=rule.base if base is None else base,
            run=rule.run if run is None else run,
            threshold=rule.threshold if threshold is None else _share(threshold),
        )
        found = curves(store, rule)
    if as_json:
        machine(told(found))
        return
    for curve in found:
        render.grid(grid(curve))


def _share(text: str) -> Fraction:
    """5%, 0.05, 0,05 or 1/20 as an exact fraction."""
    from fractions import Fraction

    found = _SHARE.fullmatch(text.strip().replace(",", "."))
    share = Fraction(found[1]) / (100 if found[2] else 1) if found else None
    if share is None or share > 1:
        raise UsageError(_NO_SHARE.fill(text=text[:_SHOWN]), _WRITE_SHARE)
    return share


# A share in few digits: an exact fraction of "1e999999999" would fill the memory.
_SHARE, _SHOWN = re.compile(r"(\d{1,6}(?:\.\d{1,6}|/0*[1-9]\d{0,5})?)\s*(%?)"), 30
_NO_SHARE = Bi("Ambang “{text}” bukan bagian dari 0% sampai 100%.", "The threshold “{text}” is no share of 0% to 100%.")
_WRITE_SHARE = Bi("Tulis seperti 5% atau 1/20.", "Write it like 5% or 1/20.")


COMMANDS = {
    "saturation": (
        saturation,
        page(
            "Kejenuhan data: pada wawancara ke berapa tidak ada lagi yang baru (Guest, Namey & Chen 2020).",
            "Saturation: at which interview nothing new appeared any more (Guest, Namey & Chen 2020).",
            "kualcode saturation --base 4 --run 2 --threshold 5%",
        ),
    ),
}
