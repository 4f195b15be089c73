"""instrument: kisi-kisi and guides, answers linked to their questions, Matriks wawancara, and silence told apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kualcode.cli import instrument_change
from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, machine, note, out, records, shown
from kualcode.cli.instrument_change import Force
from kualcode.cli.language import LANG, page, t
from kualcode.cli.shell import Command, Group
from kualcode.errors import Bi, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kualcode.analysis.instrument.guides import Guide
    from kualcode.document import Matrix
    from kualcode.store import Store

_ABREAST = 3  # informants side by side on a page

Target = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help=t(
            "Berkas tujuan: docx, xlsx, html, md, csv, atau json.", "File to write: docx, xlsx, html, md, csv or json."
        ),
    ),
]
app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    invoke_without_command=True,
    help=page(
        (
            "Instrumen penelitian: kisi-kisi dengan jumlah jawaban tiap pertanyaan, pedoman, matriks wawancara, dan "
            "siapa yang diam atau tidak ditanya."
        ),
        (
            "The research instrument: its grid with the answers to each question, guides, interview matrix, and who "
            "was silent or not asked."
        ),
        "kualcode instrument --guide wawancara -o pedoman.docx",
        "kualcode instrument --guide interview -o guide.docx",
    ),
)


@app.callback()
def instrument(
    context: typer.Context,
    guide: Annotated[
        str | None,
        typer.Option(
            "--guide",
            metavar=t("JENIS", "KIND"),
            help=t(
                "wawancara, observasi, dokumentasi, atau kisi-kisi.", "interview, observation, documentation or grid."
            ),
        ),
    ] = None,
    matrix: Annotated[
        bool,
        typer.Option(
            "--matrix",
            help=t(
                "Matriks wawancara: pertanyaan x informan, jawaban apa adanya.",
                "Interview matrix: question x informant, answers verbatim.",
            ),
        ),
    ] = False,
    silence: Annotated[
        bool,
        typer.Option(
            "--silence",
            help=t(
                "Tiap informan dan kode: disampaikan, diam, atau tidak ditanyakan.",
                "By informant and code: said, silent or not asked.",
            ),
        ),
    ] = False,
    links: Annotated[
        bool,
        typer.Option(
            "--links",
            help=t("Setiap jawaban dengan butir yang dijawabnya.", "Every answer with the item it answers."),
        ),
    ] = False,
    target: Target = None,
    semicolon: Annotated[
        bool,
        typer.Option(
            "--semicolon",
            help=t(
                "csv dengan titik koma, untuk Excel berbahasa Indonesia.",
                "csv with semicolons, for an Indonesian Excel.",
            ),
        ),
    ] = False,
    force: Force = False,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    if context.invoked_subcommand is not None:
        if any((guide, matrix, silence, links, target, project_file)):
            raise UsageError(_AFTER, _AFTER_EXAMPLE)
        return
    if sum((guide is not None, matrix, silence, links)) > 1:
        raise UsageError(_ONE)
    if as_json and target is not None:
        raise UsageError(_JSON_FILE, _JSON_NAME)
    asked = _Asked(target, as_json, force, semicolon)
    with shown(project_file, quiet=quiet) as store:
        if matrix or silence:
            asked.show(_matrix(store, target) if matrix else _silence(store, target))
        elif links:
            _links(store, asked)
        else:
            _guide(store, guide, asked)
    if target is not None:
        note(_WRITTEN.fill(path=target), quiet=quiet)


class _Asked(NamedTuple):
    """Where what is asked for goes, as it was typed."""

    target: Path | None
    as_json: bool
    force: bool
    semicolon: bool

    def show(self, made: Sequence[Matrix]) -> None:
        """Tables into the file, or as JSON or as they are on the screen."""
        from kualcode.cli import render_matrix
        from kualcode.exports.matrices import render
        from kualcode.workflow.triangulate_tables import write

        if self.target is not None:
            write(self.target, made, LANG, force=self.force, semicolon=self.semicolon)
        elif self.as_json:
            out([render(made, "json", LANG).decode("utf-8")])
        else:
            for table in made:
                render_matrix.matrix(table)


def _guide(store: Store, word: str | None, asked: _Asked) -> None:
    """The grid with its answers, or one of the guides."""
    from kualcode.cli.filters import one_of
    from kualcode.workflow import instrument_guides as guides

    which = "grid" if word is None else one_of("--guide", word, _GUIDES)
    if asked.target is not None:
        guides.write(store, which, asked.target, LANG, force=asked.force, semicolon=asked.semicolon)
    elif word is not None:
        asked.show([guides.table(store, which, whole=asked.as_json)])
    elif asked.as_json:
        machine(guides.as_json(store))
    else:
        asked.show([guides.overview(store)])


def _matrix(store: Store, target: Path | None) -> Sequence[Matrix]:
    """On paper a few informants at a time, and no list of quotes, which would say everything again."""
    from kualcode.workflow.interview_matrix import matrices

    return matrices(store, columns=_ABREAST, quoted=False) if _is_paper(target) else matrices(store)


def _silence(store: Store, target: Path | None) -> Sequence[Matrix]:
    from kualcode.workflow.silence import silence

    return [silence(store, quoted=not _is_paper(target))]


def _links(store: Store, asked: _Asked) -> None:
    from kualcode.workflow.instrument_links import interviews, links_matrix, links_records

    found = interviews(store)
    if asked.as_json:
        records(links_records(found), "kualcode.links/1")
    else:
        asked.show([links_matrix(found)])


def _is_paper(target: Path | None) -> bool:
    """Whether a file is to be read on paper; its format is checked before anything is made. Raises UsageError."""
    from kualcode.workflow.triangulate_tables import form_of

    return target is not None and form_of(target) in ("docx", "md")


_GUIDES: dict[Guide, Bi] = {
    "grid": Bi("kisi-kisi", "grid"),
    "interview": Bi("wawancara", "interview"),
    "observation": Bi("observasi", "observation"),
    "documentation": Bi("dokumentasi", "documentation"),
}
_AFTER = Bi("Pilihan berdiri sesudah nama perintahnya.", "Options stand after the command.")
_AFTER_EXAMPLE = Bi(
    "Contoh: kualcode instrument import --project studi.kual instrumen.xlsx",
    "Example: kualcode instrument import --project study.kual instrument.xlsx",
)
_ONE = Bi(
    "Pilih satu dari --guide, --matrix, --silence, --links.", "Choose one of --guide, --matrix, --silence, --links."
)
_JSON_FILE = Bi("--json mencetak ke layar.", "--json prints to the screen.")
_JSON_NAME = Bi("Untuk berkas, beri nama berakhiran .json.", "For a file, give a name that ends in .json.")
_WRITTEN = Bi("Ditulis: {path}", "Written: {path}")

app.command("import", cls=Command, help=instrument_change.HELP["import"])(instrument_change.import_)
app.command("export", cls=Command, help=instrument_change.HELP["export"])(instrument_change.export)
app.command("link", cls=Command, help=instrument_change.HELP["link"])(instrument_change.link)
