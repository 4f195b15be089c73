"""why, codes, quotes, search, informants: looking at what is coded."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kualcode.cli import filters
from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, note, project
from kualcode.cli.language import LANG, say, t
from kualcode.errors import Bi

if TYPE_CHECKING:
    from kualcode.model import Coding
    from kualcode.workflow.search import Place


def why(
    coding: Annotated[str, typer.Argument(metavar="ID", help=t(
        "ID kode, atau awalnya (paling sedikit 4 huruf).", "Id of a coding, or its beginning (at least 4 letters)."))],
    project_file: ProjectFile = None, as_json: AsJson = False, lang: Language = LANG, quiet: Quiet = False,
) -> None:
    from kualcode.workflow.why import why as explain

    with project(project_file, quiet=quiet, readonly=True) as store:
        found = explain(store, coding)
    if as_json:
        sys.stdout.write(json.dumps({
            "schema": "kualcode.why/1", "id": found.coding.id, "source": found.coding.source,
            "line": found.place.line, "quote": found.coding.quote, "question": found.place.question,
            "code": found.coding.code, "stance": found.coding.stance, "status": found.coding.status,
            "why": found.sentence.get("en"), "why_id": found.sentence.get("id"),
            "reason": json.loads(found.machine_reason)}, ensure_ascii=False, indent=2) + "\n")
        return
    _place(found.coding, found.place)
    print_line(say(found.sentence))
    if found.code is not None:
        print_line(f"{found.code.id} {say(found.code.name)}: {say(found.code.definition)}")


def codes(
    source: filters.SourceName = None, source_type: filters.Type = None, status: filters.StatusName = None,
    by: filters.CoderName = None, project_file: ProjectFile = None, as_json: AsJson = False, lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.cli import render
    from kualcode.workflow import codebooks, tables

    asked = filters.query(source=source, source_type=source_type, status=status, by=by)
    with project(project_file, quiet=quiet, readonly=True) as store:
        book, _ = codebooks.stored(store)
        if as_json:
            sys.stdout.write(json.dumps(tables.as_json(store, book, asked), ensure_ascii=False, indent=2) + "\n")
            return
        render.grid(tables.by_source_type(store, book, asked))
        render.grid(tables.by_informant(store, book, asked))


def quotes(
    code: Annotated[str, typer.Argument(metavar="KODE", help=t(
        "Kode, termasuk sub-kodenya.", "Code, with its sub-codes."))],
    source: filters.SourceName = None, source_type: filters.Type = None, informant: filters.InformantCode = None,
    status: filters.StatusName = None, stance: filters.StanceName = None, by: filters.CoderName = None,
    project_file: ProjectFile = None, as_json: AsJson = False, lang: Language = LANG, quiet: Quiet = False,
) -> None:
    from kualcode.workflow import codebooks
    from kualcode.workflow.decide import check_code
    from kualcode.workflow.search import quotes as find

    asked = filters.query(code=code, source=source, source_type=source_type, informant=informant, status=status,
                          stance=stance, by=by)
    with project(project_file, quiet=quiet, readonly=True) as store:
        check_code(codebooks.stored(store)[0], code.upper(), parents=True)
        count = 0
        for count, (coding, place) in enumerate(find(store, asked), 1):
            if as_json:
                sys.stdout.write(json.dumps(_record(coding, place), ensure_ascii=False) + "\n")
            else:
                _place(coding, place)
                print_line("")
    note(Bi("{n} kutipan.", "{n} quotes.").fill(n=count), quiet=quiet)


def search(
    text: Annotated[str, typer.Argument(help=t(
        "Kata, dicari menurut kata dasarnya; dalam tanda kutip ganda, persis.",
        "Words, found by their root; in double quotes, exactly."))],
    project_file: ProjectFile = None, as_json: AsJson = False, lang: Language = LANG, quiet: Quiet = False,
) -> None:
    from kualcode.workflow.search import search as find
    from kualcode.workflow.study import stored_config

    with project(project_file, quiet=quiet, readonly=True) as store:
        count = 0
        for count, place in enumerate(find(store, text, lang=stored_config(store).language), 1):
            if as_json:
                sys.stdout.write(json.dumps(_record(None, place), ensure_ascii=False) + "\n")
            else:
                print_line(f"{_where(place)}: {_squashed(place.text)}")
    note(Bi("{n} temuan.", "{n} found.").fill(n=count), quiet=quiet)


def _place(coding: Coding, place: Place) -> None:
    from kualcode.workflow.tables import STANCE_NAMES, STATUS_NAMES

    sure = "" if coding.confidence is None else f" {coding.confidence:.2f}"
    decided = "" if coding.coder is None else f" ({coding.coder})"
    print_line(f"[{coding.id[:8]}] {coding.code} {say(STANCE_NAMES[coding.stance])}{sure}, "
               f"{say(STATUS_NAMES[coding.status])}{decided}")
    if place.question:
        print_line(t("  Tanya: ", "  Q: ") + _squashed(place.question))
    print_line(f"  \u201c{_squashed(place.text)}\u201d")
    print_line(f"  {_where(place)}")


def _where(place: Place) -> str:
    info = place.source.info
    who = place.turn.informant or info.informant or ""
    at = f", {place.turn.at}" if place.turn.at else ""
    return f"{place.source.name}, {t('brs.', 'line')} {place.line}{at}" + (f" ({who})" if who else "")


def _record(coding: Coding | None, place: Place) -> dict[str, object]:
    record: dict[str, object] = {
        "source": place.source.name, "line": place.line, "at": place.turn.at, "speaker": place.turn.speaker,
        "informant": place.turn.informant or place.source.info.informant, "question": place.question,
        "text": place.text, "start": place.start, "end": place.end}
    if coding is not None:
        record |= {"id": coding.id, "code": coding.code, "stance": coding.stance, "status": coding.status,
                   "coder": coding.coder, "confidence": coding.confidence}
    return record


def _squashed(text: str) -> str:
    from kualcode.text import squash

    return squash(text)


def print_line(text: str) -> None:
    """One line of data."""
    sys.stdout.write(text + "\n")


COMMANDS = {
    "why": (why, t("Mengapa sebuah kode diusulkan: kutipan, tempatnya, kata dan aturannya.\n\nContoh: kualcode why k3f2",
                   "Why a code was suggested: quote, place, words and rule.\n\nExample: kualcode why k3f2")),
    "codes": (codes, t("Hitung kode menurut jenis sumber dan menurut informan.\n\nContoh: kualcode codes",
                       "Count codes by source type and by informant.\n\nExample: kualcode codes")),
    "quotes": (quotes, t("Kutipan sebuah kode dalam konteksnya.\n\nContoh: kualcode quotes TEPAT --stance negative",
                         "Quotes of a code in their context.\n\nExample: kualcode quotes TEPAT --stance negative")),
    "search": (search, t("Cari menurut kata dasar: antri menemukan mengantri.\n\nContoh: kualcode search antri",
                         "Search by root: antri finds mengantri.\n\nExample: kualcode search antri")),
}
