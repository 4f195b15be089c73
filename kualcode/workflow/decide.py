"""Decisions of named coders, one by one or in bulk."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import replace
from typing import Unpack

from kualcode.errors import Bi, UsageError
from kualcode.model import Codebook, Coding
from kualcode.store import Decision, Query, Store
from kualcode.workflow import codebooks
from kualcode.workflow.tag import kept

_SEE = Bi("Lihat: kualcode codebook show", "See: kualcode codebook show")
_PERHAPS = Bi("Mungkin {near}? Lihat: kualcode codebook show", "Perhaps {near}? See: kualcode codebook show")


def chosen(store: Store, ids: Sequence[str], query: Query) -> list[Coding]:
    """The codings named by id, each once, or those that a query finds: open suggestions unless it names a status.

    Raises NotFound for an unknown id, UsageError for an unknown code.
    """
    if ids:
        return list({coding.id: coding for coding in map(store.coding, ids)}.values())
    check_query(store, query)
    return list(store.codings(query if query.status else replace(query, status=frozenset({"suggested"}))))


def decide(
    store: Store, codings: Sequence[Coding], *, coder: str, dry_run: bool = False, **decision: Unpack[Decision]
) -> list[Coding]:
    """One decision on each of the codings, all or none. Raises UsageError for an unknown code."""
    if "code" in decision:
        check_code(codebooks.stored(store)[0], decision["code"])
    with kept(store, dry_run=dry_run), store.atomic():
        return [store.decide(coding.id, coder=coder, **decision) for coding in codings]


def check_query(store: Store, query: Query) -> None:
    """Raises UsageError when a query asks for a code that neither the codebook nor any coding has."""
    if query.code is not None and not store.count_codings(Query(code=query.code)):
        check_code(codebooks.stored(store)[0], query.code, parents=True)


def check_code(book: Codebook, code: str, *, parents: bool = False) -> None:
    """Raises UsageError unless the codebook has the code and lets it be used (`parents`: or has it at all)."""
    known = [c.id for c in book.codes if parents or (c.codable and c.retired is None)]
    if code in known:
        return
    near = difflib.get_close_matches(code.upper(), known, 1)
    if code in book.by_id:
        raise UsageError(
            Bi("Kode {code} tidak dipakai untuk mengodekan.", "The code {code} is not for coding.").fill(code=code),
            _PERHAPS.fill(near=near[0]) if near else _SEE,
        )
    raise UsageError(
        Bi("Kode {code} tidak ada di codebook.", "The codebook has no code {code}.").fill(code=code),
        _PERHAPS.fill(near=near[0]) if near else _SEE,
    )
