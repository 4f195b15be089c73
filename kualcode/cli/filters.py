"""Which codings a command is about: the same options everywhere."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar

import typer

from kualcode.cli.language import t
from kualcode.errors import Bi, UsageError

if TYPE_CHECKING:
    from kualcode.model import Stance
    from kualcode.store import Query

Value = TypeVar("Value", bound=str)

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
            "wawancara, observasi, dokumentasi, atau tanpa jenis.",
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
        help=t("terbuka, diterima, ditolak, disengketakan.", "suggested (open), accepted, rejected, disputed."),
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
        help=t("positif, negatif, campuran, atau netral.", "positive, negative, mixed or neutral."),
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
    from kualcode.store import Query
    from kualcode.workflow.words import STATUS_WORDS, TYPE_WORDS

    chosen = None if status is None else one_of("--status", status, STATUS_WORDS)
    return Query(
        code=code.upper() if code else None,
        source=source,
        source_type=None if source_type is None else one_of("--source-type", source_type, TYPE_WORDS),
        informant=informant,
        status=frozenset({chosen} if chosen else ()),
        coder=by,
        stance=frozenset({meaning(stance)} if stance else ()),
        min_confidence=least,
    )


def meaning(stance: str, option: str = "--stance") -> Stance:
    """The stance that a word stands for. Raises UsageError."""
    from kualcode.workflow.words import STANCE_WORDS

    return one_of(option, stance, STANCE_WORDS)


def one_of(option: str, word: str, words: Mapping[Value, Bi]) -> Value:
    """The value that a word stands for, in either language. Raises UsageError."""
    from kualcode.workflow.words import choices, meant

    found = meant(word, words)
    if found is None:
        raise UsageError(
            Bi("{option}: {value!r} tidak dikenal.", "{option}: {value!r} is unknown.").fill(option=option, value=word),
            Bi("Pilih: {known}.", "Choose: {known}.").fill(known=choices(words)),
        )
    return found


class Chosen(NamedTuple):
    """The options by which codings are chosen for a decision, as they were typed."""

    code: str | None
    source: str | None
    source_type: str | None
    informant: str | None
    status: str | None
    stance: str | None
    least: float | None

    def query(self) -> Query:
        """The same as a query. Raises UsageError."""
        return query(**self._asdict())


_OPTIONS = {
    "code": CodeId,
    "source": SourceName,
    "source_type": Type,
    "informant": InformantCode,
    "status": StatusName,
    "stance": StanceName,
    "least": Least,
}


def choosing(command: Callable[..., None]) -> Callable[..., None]:
    """The command with these options in place of its argument `chosen`: typer reads the signature."""

    def run(**values: Any) -> None:  # noqa: ANN401 - whatever the command itself takes
        command(chosen=Chosen(*(values.pop(name) for name in _OPTIONS)), **values)

    kind = inspect.Parameter.KEYWORD_ONLY
    parameters: list[inspect.Parameter] = []
    for name, own in inspect.signature(command, eval_str=True).parameters.items():
        if name == "chosen":
            parameters += [inspect.Parameter(n, kind, default=None, annotation=a) for n, a in _OPTIONS.items()]
        else:
            parameters.append(own.replace(kind=kind))
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__name__ = command.__name__
    return run
