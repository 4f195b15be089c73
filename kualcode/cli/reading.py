"""why, codes, quotes, search, informants: looking at what is coded."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kualcode.cli import filters
from kualcode.cli.common import AsJson, Language, ProjectFile, Quiet, machine, note, records, shown, take_in
from kualcode.cli.language import LANG, page, say, t, visible
from kualcode.errors import Bi

if TYPE_CHECKING:
    from kualcode.model import Coding
    from kualcode.workflow.search import Place


def why(
    coding: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=t(
                "ID kode, atau awalnya (paling sedikit 4 huruf); atau temuan, misalnya T-KUAL.KMP.",
                "Id of a coding, or its beginning (at least 4 letters); or a finding, such as T-KUAL.KMP.",
            ),
        ),
    ],
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    import json

    from kualcode.workflow.why import decided
    from kualcode.workflow.why import why as explain

    if coding.upper().startswith("T-"):  # a finding; ids of codings have no hyphen
        _why_finding(coding, project_file, for_machines=as_json, quiet=quiet)
        return
    with shown(project_file, quiet=quiet) as store:
        found = explain(store, coding)
    if as_json:
        machine(
            {
                "schema": "kualcode.why/1",
                "id": found.coding.id,
                "source": found.coding.source,
                "line": found.place.line,
                "quote": found.coding.quote,
                "question": found.place.question,
                "code": found.coding.code,
                "stance": found.coding.stance,
                "status": found.coding.status,
                "why": found.sentence.get("en"),
                "why_id": found.sentence.get("id"),
                "reason": json.loads(found.machine_reason),
                "decisions": [_decision(own) for own in found.decisions],
            }
        )
        return
    _place(found.coding, found.place, decided=bool(found.decisions))
    for line in (*decided(found), found.sentence):
        print_line(say(line))
    if found.code is not None:
        print_line(f"{found.code.id} {say(found.code.name)}: {say(found.code.definition)}")


def _why_finding(finding: str, project_file: Path | None, *, for_machines: bool, quiet: bool) -> None:
    """From a finding's sentence back to every quote and rule."""
    from kualcode.workflow.why_finding import as_json, lines, why_finding

    take_in(project_file, quiet=quiet)
    with shown(project_file, quiet=quiet) as store:
        if for_machines:
            machine(as_json(store, finding))
            return
        for line in lines(why_finding(store, finding), LANG):
            print_line(line)


def codes(
    source: filters.SourceName = None,
    source_type: filters.Type = None,
    informant: filters.InformantCode = None,
    status: filters.StatusName = None,
    by: filters.CoderName = None,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.cli import render
    from kualcode.workflow import codebooks, tables

    asked = filters.query(source=source, source_type=source_type, informant=informant, status=status, by=by)
    with shown(project_file, quiet=quiet) as store:
        book, _ = codebooks.stored(store)
        if as_json:
            machine(tables.as_json(store, book, asked))
            return
        render.grid(tables.by_source_type(store, book, asked))
        render.grid(tables.by_informant(store, book, asked))


def quotes(
    code: Annotated[
        str,
        typer.Argument(metavar=t("KODE", "CODE"), help=t("Kode, termasuk sub-kodenya.", "Code, with its sub-codes.")),
    ],
    source: filters.SourceName = None,
    source_type: filters.Type = None,
    informant: filters.InformantCode = None,
    status: filters.StatusName = None,
    stance: filters.StanceName = None,
    by: filters.CoderName = None,
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.workflow.decide import check_query
    from kualcode.workflow.search import quotes as find

    asked = filters.query(
        code=code, source=source, source_type=source_type, informant=informant, status=status, stance=stance, by=by
    )
    with shown(project_file, quiet=quiet) as store:
        check_query(store, asked)
        if as_json:
            records((_record(coding, place) for coding, place in find(store, asked)), "kualcode.quotes/1")
            return
        count = 0
        for coding, place in find(store, asked):
            count += 1
            _place(coding, place)
            print_line("")
        note(Bi("{n} kutipan.", "{n} quotes.").fill(n=count), quiet=quiet)


def search(
    text: Annotated[
        str,
        typer.Argument(
            metavar=t("KATA", "WORDS"),
            help=t(
                "Kata, dicari menurut kata dasarnya; dalam tanda kutip ganda, persis.",
                "Words, found by their root; in double quotes, exactly.",
            ),
        ),
    ],
    project_file: ProjectFile = None,
    as_json: AsJson = False,
    lang: Language = LANG,
    quiet: Quiet = False,
) -> None:
    from kualcode.workflow.search import search as find
    from kualcode.workflow.study import stored_config

    with shown(project_file, quiet=quiet) as store:
        found: Iterator[Place] = find(store, text, lang=stored_config(store).language)
        if as_json:
            records((_record(None, place) for place in found), "kualcode.search/1")
            return
        count = 0
        for place in found:
            count += 1
            print_line(f"{_where(place)}: {_squashed(place.text)}")
        note(Bi("{n} temuan.", "{n} found.").fill(n=count), quiet=quiet)


def _decision(own: Coding) -> dict[str, object]:
    return {
        "id": own.id,
        "coder": own.coder,
        "status": own.status,
        "code": own.code,
        "stance": own.stance,
        "decided_at": own.decided_at,
        "reason": own.reason,
    }


def _place(coding: Coding, place: Place, *, decided: bool = False) -> None:
    from kualcode.workflow.tables import STANCE_NAMES, STATUS_NAMES

    sure = "" if coding.confidence is None else f" {coding.confidence:.2f}"
    status = STATUS_NAMES[coding.status]
    if decided and coding.status == "suggested":
        status = Bi("usulan yang sudah diputuskan", "a suggestion that is decided")
    who = "" if coding.coder is None else f" ({coding.coder})"
    print_line(f"[{coding.id[:8]}] {coding.code} {say(STANCE_NAMES[coding.stance])}{sure}, {say(status)}{who}")
    if place.question:
        print_line(t("  Tanya: ", "  Q: ") + _squashed(place.question))
    print_line(f"  \u201c{_squashed(place.text)}\u201d")
    print_line(f"  {_where(place)}")


def _where(place: Place) -> str:
    who = t("pewawancara", "interviewer") if place.turn.speaker == "interviewer" else place.informant or ""
    at = f", {place.turn.at}" if place.turn.at else ""
    return f"{place.source.name}, {t('brs.', 'line')} {place.line}{at}" + (f" ({who})" if who else "")


def _record(coding: Coding | None, place: Place) -> dict[str, object]:
    record: dict[str, object] = {
        "source": place.source.name,
        "line": place.line,
        "at": place.turn.at,
        "speaker": place.turn.speaker,
        "informant": place.informant,
        "question": place.question,
        "text": place.text,
        "start": place.start,
        "end": place.end,
    }
    if coding is not None:
        record |= {
            "id": coding.id,
            "code": coding.code,
            "stance": coding.stance,
            "status": coding.status,
            "coder": coding.coder,
            "confidence": coding.confidence,
        }
    return record


def _squashed(text: str) -> str:
    from kualcode.text import squash

    return squash(text)


def print_line(text: str) -> None:
    """One line of data."""
    sys.stdout.write(visible(text) + "\n")


COMMANDS = {
    "why": (
        why,
        page(
            "Mengapa sebuah kode diusulkan: kutipan, tempatnya, kata dan aturannya.",
            "Why a code was suggested: quote, place, words and rule.",
            "kualcode why k3f2",
        ),
    ),
    "codes": (
        codes,
        page(
            "Hitung kode menurut jenis sumber dan menurut informan.",
            "Count codes by source type and by informant.",
            "kualcode codes",
        ),
    ),
    "quotes": (
        quotes,
        page(
            "Kutipan sebuah kode dalam konteksnya.",
            "Quotes of a code in their context.",
            "kualcode quotes TEPAT --stance negatif",
            "kualcode quotes TEPAT --stance negative",
        ),
    ),
    "search": (
        search,
        page(
            "Cari menurut kata dasar: antri menemukan mengantri.",
            "Search by root: antri finds mengantri.",
            "kualcode search antri",
        ),
    ),
}
