"""T7: several techniques credited at once, many people reported as one, a source carried on (method 1.6)."""

from __future__ import annotations

from collections.abc import Sequence

from kualcode.analysis.evidence import Case, Evidence
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.statements import FINDINGS, Statement, place, refs, scope_name, where
from kualcode.errors import Bi
from kualcode.model import Codebook

_EVIDENCE = Bi(
    "Sumber pernyataan tentang {code} tidak dipisahkan: {kinds}. Rinci siapa mengatakan apa, dan apa yang tampak dalam "
    "tiap observasi dan dokumen; yang digabung tidak dihitung sebagai teknik.",
    "Statements on {code} do not keep their sources apart: {kinds}. Say who said what, and what each observation and "
    "document shows; what is pooled does not count as a technique.",
)
_KINDS = {
    "pooled": Bi("{n} gabungan beberapa teknik", "{n} crediting several techniques at once"),
    "aggregate": Bi("{n} merangkum banyak informan sebagai satu", "{n} reporting many informants as one"),
    "inherited": Bi("{n} tanpa sumber sendiri, mengikuti kalimat sebelumnya", "{n} carrying on the source before it"),
}
_SENTENCES = Bi(
    "Sumber temuan {scope}tidak dipisahkan: {kinds}. Sebutkan informan, observasi, atau dokumennya satu per satu.",
    "The sources of what is found {scope}are not kept apart: {kinds}. Name the informants, observations or documents "
    "one by one.",
)
_POOLED = Bi(
    "beberapa teknik disebut sekaligus tanpa hasil masing-masing, {where}",
    "several techniques at once, without what each of them gave, {where}",
)
_AGGREGATE = Bi("hasil wawancara tanpa menyebut informannya, {where}", "interviews without saying whose, {where}")


def evidence_t7(case: Case) -> list[Flag]:
    """A WARN for every code with counted evidence that is pooled, aggregate or inherited."""
    found = []
    for code in case.book.codes:
        own = [(e, kind) for e in case.evidence if e.code == code.id and e.counts for kind in _kinds(e)]
        if own:
            kinds = [(k, n) for k in _KINDS if (n := sum(kind == k for _, kind in own))]
            shown = [_KINDS[k].fill(n=n) for k, n in kinds]
            message = _EVIDENCE.fill(code=scope_name(code.id, case.book), kinds=_listed(shown))
            ids = tuple(sorted({e.id for e, _ in own}))
            found.append(
                Flag("T7", "WARN", (code.id,), message, evidence=ids, details=tuple((k, str(n)) for k, n in kinds))
            )
    return found


def statement_t7(statements: Sequence[Statement], book: Codebook) -> list[Flag]:
    """A WARN for each heading of a text under which sources are not kept apart.

    A sentence on several techniques that follows sentences on each of them is a triangulation, and fine.
    """
    own = [s for s in statements if s.section in FINDINGS and not s.cited and not s.is_recommendation]
    found = []
    for heading in dict.fromkeys(s.heading for s in own):
        part = [s for s in own if s.heading == heading]
        pooled = [s for s in part if s.attribution.pooled and not _told_apart(s, part)]
        aggregate = [s for s in part if s.attribution.aggregate]
        if pooled or aggregate:
            found.append(_flag(heading, pooled, aggregate, book))
    return found


def _kinds(e: Evidence) -> list[str]:
    marks = (("pooled", e.source_type == "pooled"), ("aggregate", e.aggregate), ("inherited", e.inherited))
    return [kind for kind, holds in marks if holds]


def _told_apart(statement: Statement, part: Sequence[Statement]) -> bool:
    """Whether each technique of a pooled sentence is credited by itself under the same heading."""
    apart = {
        t for s in part if not s.attribution.pooled and not s.attribution.inherited for t in s.attribution.techniques
    }
    return apart.issuperset(statement.attribution.techniques)


def _flag(heading: str | None, pooled: list[Statement], aggregate: list[Statement], book: Codebook) -> Flag:
    kinds = [
        *([_POOLED.fill(where=where(pooled))] if pooled else []),
        *([_AGGREGATE.fill(where=where(aggregate))] if aggregate else []),
    ]
    name = scope_name(heading, book) if heading else Bi("", "")
    scope = Bi(f"tentang {name.id} ", f"on {name.en} ") if heading else name
    both = sorted([*pooled, *aggregate], key=lambda s: (s.line, s.id))
    targets = (heading,) if heading else tuple(sorted({c for s in both for c in s.codes if c in book.by_id})) or ("*",)
    return Flag(
        "T7",
        "WARN",
        targets,
        _SENTENCES.fill(scope=scope, kinds=_listed(kinds)),
        places=tuple(dict.fromkeys(place(s) for s in both)),
        details=(("pooled", str(len(pooled))), ("aggregate", str(len(aggregate))), *refs(both)),
    )


def _listed(parts: Sequence[Bi]) -> Bi:
    return Bi("; ".join(p.id for p in parts), "; ".join(p.en for p in parts))
