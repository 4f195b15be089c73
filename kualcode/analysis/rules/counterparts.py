"""T5: what the abstract or the conclusion says and the results never do (method 1.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kualcode.analysis.rules.factors import around, listed, said
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import FINDINGS, OVERALL, SUMMARIES, Item, Statement, place, refs, scope_name, where
from kualcode.errors import Bi
from kualcode.model import Codebook

_FACTOR = Bi(
    "Faktor “{item}” disebut di {where}, tetapi tidak muncul sebagai faktor di bagian hasil. Tambahkan datanya di "
    "hasil, atau hapus dari {where}.",
    "The factor “{item}” stands in {where} but is no factor in the results. Add its data there, or remove it here.",
)
_LABEL = Bi(
    "{scope} diberi label “{label}” di {where}, padahal bagian hasil tidak membahasnya. Tambahkan hasilnya, atau hapus "
    "label itu.",
    "{scope} is labelled “{label}” in {where}, but the results never deal with it. Add the results, or drop the label.",
)
_CLAIM = Bi(
    "Pernyataan tentang {codes} di {where} tidak punya padanan di bagian hasil. Tambahkan datanya, atau hapus.",
    "What {where} says on {codes} has no counterpart in the results. Add its data, or remove it.",
)
_EXPLAINS = ("namely", "as", "because", "since", "yaitu", "yakni", "karena", "sebab", "berupa")
_NO_MATTER = frozenset(("hinder", "drive", "hambat", "dorong", "name", "faktor"))
_FEW, _SHARE = 3, 4  # content words of a sentence; at most one of so many may stand in the results


def t5(statements: Sequence[Statement], book: Codebook) -> list[Flag]:
    """A BLOCK for every factor, label or claim of the abstract or conclusion without a counterpart in the results."""
    results = [s for s in statements if s.section in FINDINGS]
    if not results:
        return []
    summaries = [s for s in statements if s.section in SUMMARIES and not s.cited and not s.is_recommendation]
    found = [*_factors(statements, results), *_labels(summaries, results, book), *_claims(summaries, results, book)]
    return _once(found)


def _factors(statements: Sequence[Statement], results: Sequence[Statement]) -> Iterator[Flag]:
    """Listed factors that no sentence of the results on factors holds."""
    spoken = around(statements, FINDINGS) or list(results)
    text, coded = said(spoken), frozenset(code for s in results for code in s.codes)
    for one in listed(statements, SUMMARIES):
        if one.statement.language != results[0].language:
            continue  # words of two languages have no roots in common
        told = text.holds(one.item) or not coded.isdisjoint(one.item.codes)
        if not told and not _explained(one.statement, one.item, text.roots | said(results).roots):
            message = _FACTOR.fill(item=one.item.words, where=where([one.statement]))
            yield _flag(message, one.item.codes, one.statement, ("factor", one.item.words.casefold()))


def _explained(statement: Statement, item: Item, known: frozenset[str]) -> bool:
    """Whether a summary says what its only factor consists of, and the results tell that: "namely old computers"."""
    _, _, behind = statement.text.casefold().partition(item.words.casefold())
    said_so = any(f" {word} " in f" {behind.replace(',', ' ')} " for word in _EXPLAINS)
    rest = set(statement.roots) - set(item.roots) - _NO_MATTER
    only = all(len(one.items) == 1 for one in statement.enumerations if item in one.items)
    return only and said_so and not rest.isdisjoint(known)


def _labels(summaries: Sequence[Statement], results: Sequence[Statement], book: Codebook) -> Iterator[Flag]:
    dealt = {code for s in results for code in (*s.codes, s.heading or "", *(label.scope for label in s.labels))}
    for s in summaries:
        for label in s.labels:
            if label.scope == OVERALL or label.scope not in book.by_id or _deals(label.scope, dealt, book):
                continue
            message = _LABEL.fill(
                scope=scope_name(label.scope, book), label=label.words or label.label, where=where([s])
            )
            yield _flag(message, (label.scope,), s, ("label", label.scope))


def _claims(summaries: Sequence[Statement], results: Sequence[Statement], book: Codebook) -> Iterator[Flag]:
    """Sentences with codes that the results do not deal with, of whose words hardly any stand there."""
    dealt = {code for s in results for code in (*s.codes, s.heading or "")}
    known = said(results).roots
    for s in summaries:
        codes = [code for code in s.codes if code in book.by_id and s.stance(code) in ("positive", "negative", "mixed")]
        if (
            not codes
            or s.enumerations
            or s.language != results[0].language
            or any(_deals(code, dealt, book) for code in codes)
        ):
            continue
        if len(s.roots) >= _FEW and sum(root in known for root in s.roots) * _SHARE <= len(s.roots):
            names = [scope_name(code, book) for code in codes]
            shown = Bi(", ".join(n.id for n in names), ", ".join(n.en for n in names))
            yield _flag(_CLAIM.fill(codes=shown, where=where([s])), tuple(codes), s, ("claim", " ".join(codes)))


def _deals(code: str, dealt: set[str], book: Codebook) -> bool:
    """Whether the results deal with a code: itself, a part of it, or that of which it is a part."""
    return any(
        book.top(other) == book.top(code) for other in dealt if other in book.by_id and _related(code, other, book)
    )


def _related(code: str, other: str, book: Codebook) -> bool:
    factor = book.by_id[code].direction is not None
    return other == code if factor else True


def _flag(message: Bi, codes: Sequence[str], statement: Statement, detail: tuple[str, str]) -> Flag:
    shown = place(statement) if codes else f"{place(statement)} ({detail[1]})"
    return Flag("T5", "BLOCK", tuple(codes) or ("*",), message, places=(shown,), details=(detail, *refs([statement])))


def _once(flags: Sequence[Flag]) -> list[Flag]:
    """One flag for each factor, label or claim, at the first place that holds it."""
    kept: dict[tuple[tuple[str, ...], str], Flag] = {}
    for flag in flags:
        kept.setdefault((flag.targets, flag.details[0][1] if flag.targets == ("*",) else ""), flag)
    return list(kept.values())
