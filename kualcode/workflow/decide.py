"""Decisions of named coders, one by one or in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Unpack

from kualcode.errors import Bi, UsageError
from kualcode.model import Codebook, Coding
from kualcode.store import Decision, Query, Store
from kualcode.text import squash
from kualcode.workflow import codebooks
from kualcode.workflow.tables import STATUS_NAMES
from kualcode.workflow.tag import kept
from kualcode.workflow.words import STANCE_WORDS, choices, near

_SEE = Bi("Lihat: kualcode codebook show", "See: kualcode codebook show")
_PERHAPS = Bi("Mungkin {near}? Lihat: kualcode codebook show", "Perhaps {near}? See: kualcode codebook show")
_NAMED = 10  # decided codings that an answer lists
_QUOTED = 60  # characters of a quote in it


def chosen(store: Store, ids: Sequence[str], query: Query) -> list[Coding]:
    """The codings named by id, each once, or those that a query finds: open suggestions unless it names a status.

    Raises NotFound for an unknown id, UsageError for an unknown code.
    """
    if ids:
        return list({coding.id: coding for coding in map(store.coding, ids)}.values())
    check_query(store, query)
    return list(store.codings(query if query.status else replace(query, status=frozenset({"suggested"}))))


def decide(
    store: Store, ids: Sequence[str], query: Query, *, coder: str, dry_run: bool = False, **decision: Unpack[Decision]
) -> list[Coding]:
    """One decision on each of the codings chosen by ids or query, all or none; nobody can write in between.

    Raises NotFound for an unknown id; UsageError for an unknown code, and for another code under which the
    stance would mean something else, unless a stance is given.
    """
    with kept(store, dry_run=dry_run), store.atomic():
        found = chosen(store, ids, query)
        if "code" in decision:
            book = codebooks.stored(store)[0]
            check_code(book, decision["code"])
            if "stance" not in decision:
                _check_meaning(book, found, decision["code"])
        return [store.decide(coding.id, coder=coder, **decision) for coding in found]


def told(done: Sequence[Coding], *, dry_run: bool = False) -> list[Bi]:
    """What became of the first codings, a line each, and how many more there are."""
    head = Bi("akan ", "would be ") if dry_run else Bi("", "")
    lines = [
        Bi("  {head}{status} [{id}] {code} “{quote}”", "  {head}{status} [{id}] {code} “{quote}”").fill(
            head=head, status=STATUS_NAMES[c.status], id=c.id[:8], code=c.code, quote=_short(c.quote)
        )
        for c in done[:_NAMED]
    ]
    rest = len(done) - _NAMED
    return [*lines, Bi("  dan {n} lagi", "  and {n} more").fill(n=rest)] if rest > 0 else lines


def _short(quote: str) -> str:
    line = squash(quote)
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1].rstrip()}…"


def check_query(store: Store, query: Query) -> None:
    """Raises UsageError when a query asks for a code that neither the codebook nor any coding has."""
    if query.code is not None and not store.count_codings(Query(code=query.code)):
        check_code(codebooks.stored(store)[0], query.code, parents=True)


def check_code(book: Codebook, code: str, *, parents: bool = False, named: Bi | None = None) -> None:
    """Raises UsageError unless the codebook has the code and lets it be used (`parents`: or has it at all).

    `named` is the code as the message may show it, where it comes from a file.
    """
    known = [c.id for c in book.codes if parents or (c.codable and c.retired is None)]
    if code in known:
        return
    guess = near(code, known)
    what = (
        Bi("Kode {code} tidak dipakai untuk mengodekan.", "The code {code} is not for coding.")
        if code in book.by_id
        else Bi("Kode {code} tidak ada di codebook.", "The codebook has no code {code}.")
    )
    raise UsageError(what.fill(code=named or code), _PERHAPS.fill(near=guess) if guess else _SEE)


def _check_meaning(book: Codebook, codings: Sequence[Coding], to: str) -> None:
    """A stance says whether an indicator is met, or whether a factor hinders or drives: never both."""
    turned = sorted({c.code for c in codings if stance_meaning(book, c.code) != stance_meaning(book, to)})
    if turned:
        raise UsageError(
            Bi(
                "Sikap pada {old} berarti lain pada {new}: indikator, faktor penghambat, dan faktor pendorong dibaca "
                "berbeda.",
                "The stance of {old} means something else for {new}: indicators, hindering and driving factors are "
                "read differently.",
            ).fill(old=", ".join(turned), new=to),
            Bi("Beri sikap yang baru: --to-stance {known}.", "Give the new stance: --to-stance {known}.").fill(
                known=choices(STANCE_WORDS)
            ),
        )


def stance_meaning(book: Codebook, code: str) -> tuple[bool | None, str | None]:
    """What a stance says of a code: whether it is a factor, and in which direction it works.

    None for a code that left the codebook, of which it is not known.
    """
    if code not in book.by_id:
        return None, None
    own = book.by_id[code]
    return own.kind in ("factor", "factor_group"), own.direction or book.by_id[book.top(code)].direction
