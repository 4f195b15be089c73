"""Which codings a command is about: the same options everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from kualcode.cli.language import t

if TYPE_CHECKING:
    from kualcode.model import SourceType, Stance, Status
    from kualcode.store import Query

SourceName = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar=t("NAMA", "NAME"),
        help=t("Nama sumber, atau pola dengan *.", "Name of a source, or a pattern with *."),
    ),
]
Type = Annotated[
    str | None,
    typer.Option(
        "--source-type",
        metavar=t("JENIS", "TYPE"),
        help=t(
            "interview, observation, documentation, atau unattributed.",
            "interview, observation, documentation or unattributed.",
        ),
    ),
]
InformantCode = Annotated[
    str | None, typer.Option("--informant", metavar="I-01", help=t("Kode informan.", "Code of an informant."))
]
StatusName = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help=t("suggested (terbuka), accepted, rejected, disputed.", "suggested (open), accepted, rejected, disputed."),
    ),
]
CoderName = Annotated[
    str | None,
    typer.Option("--by", metavar=t("NAMA", "NAME"), help=t("Pengode yang memutuskan.", "Coder who decided.")),
]
CodeId = Annotated[
    str | None,
    typer.Option(
        "--code", metavar=t("KODE", "CODE"), help=t("Kode, termasuk sub-kodenya.", "Code, with its sub-codes.")
    ),
]
StanceName = Annotated[
    str | None,
    typer.Option(
        "--stance",
        metavar=t("SIKAP", "STANCE"),
        help=t("positive, negative, mixed, atau neutral.", "positive, negative, mixed or neutral."),
    ),
]
Least = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="0-1",
        min=0,
        max=1,
        help=t("Keyakinan paling sedikit (0-1).", "Least confidence (0-1)."),
    ),
]


def query(
    *,
    code: str | None = None,
    source: str | None = None,
    source_type: str | None = None,
    informant: str | None = None,
    status: str | None = None,
    by: str | None = None,
    stance: str | None = None,
    least: float | None = None,
) -> Query:
    """The options as a query. Raises UsageError for a word that no such field has."""
    from kualcode.model import SOURCE_TYPES, STANCES, STATUSES
    from kualcode.store import Query

    _one_of("--source-type", source_type, SOURCE_TYPES)
    _one_of("--status", status, STATUSES)
    _one_of("--stance", stance, STANCES)
    return Query(
        code=code.upper() if code else None,
        source=source,
        source_type=cast("SourceType | None", source_type),
        informant=informant,
        status=frozenset({cast("Status", status)} if status else ()),
        coder=by,
        stance=frozenset({cast("Stance", stance)} if stance else ()),
        min_confidence=least,
    )


def _one_of(option: str, value: str | None, known: tuple[str, ...]) -> None:
    from kualcode.errors import Bi, UsageError

    if value is not None and value not in known:
        raise UsageError(
            Bi("{option}: {value!r} tidak dikenal.", "{option}: {value!r} is unknown.").fill(
                option=option, value=value
            ),
            Bi("Pilih: {known}.", "Choose: {known}.").fill(known=", ".join(known)),
        )
