"""From a finding's sentence back to its rules, groups, voices and every quote with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.findings.record import record, voice_record
from kualcode.analysis.narrative.steps import walk
from kualcode.analysis.triangulation.thresholds import thresholds
from kualcode.document import Block, Bullet, Heading, Paragraph
from kualcode.errors import Bi, Lang, NotFound
from kualcode.store import Store
from kualcode.workflow.findings import Found, found
from kualcode.workflow.words import near

PREFIX = "T-"


def is_finding(identity: str) -> bool:
    """Whether an id is that of a finding and not of a coding."""
    return identity.upper().startswith(PREFIX)


def why_finding(store: Store, identity: str) -> tuple[Block, ...]:
    """The walk from a finding ("T-KUAL.KMP") to its quotes, blocked ones too. Raises NotFound, InvalidFile."""
    made = found(store)
    return tuple(walk(made.study, _chosen(made, identity), thresholds(made.study.book)))


def as_json(store: Store, identity: str) -> dict[str, Any]:
    """The record of a finding with its groups, voices and pairs, for machines. Raises NotFound, InvalidFile."""
    made = found(store)
    finding = _chosen(made, identity)
    return {
        "schema": "kualcode.why-finding/1",
        "finding": record(finding, made.study.book, made.run),
        "groups": [
            {"name": group.name, "sign": group.sign, "voices": [voice_record(voice) for voice in group.voices]}
            for group in finding.verdict.groups
        ],
        "pairs": [list(pair) for pair in finding.verdict.pairs],
    }


def lines(told: Iterable[Block], lang: Lang) -> Iterator[str]:
    """Blocks as lines for a screen."""
    for block in told:
        if isinstance(block, Heading):
            yield ""
            yield block.text.get(lang)
        elif isinstance(block, Bullet):
            yield f"{'  ' * block.depth}- {block.text.get(lang)}"
        elif isinstance(block, Paragraph):
            yield block.text.get(lang)


def _chosen(made: Found, identity: str) -> Finding:
    known = made.of(identity)
    if known is None:
        guess = near(identity, (finding.id for finding in made.study.findings))
        raise NotFound(
            Bi("Temuan {id!r} tidak ada.", "There is no finding {id!r}.").fill(id=identity[:20]),
            Bi("Mungkin {near}?", "Perhaps {near}?").fill(near=guess) if guess else _LIST,
        )
    return known


_LIST = Bi("Lihat daftarnya: kualcode findings", "See the list: kualcode findings")
