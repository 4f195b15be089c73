"""A draft's paragraphs to statements: every sentence with its codes, labels, credit, lists, advice and causes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from kualcode.analysis.drafts import lexicon
from kualcode.analysis.drafts.advice import advice, causes
from kualcode.analysis.drafts.aspects import Aspects
from kualcode.analysis.drafts.attribution import credits, names_people, sums_up
from kualcode.analysis.drafts.enumerations import Line, Lister
from kualcode.analysis.drafts.labels import Scale, Spot, labelled_scopes
from kualcode.analysis.drafts.scopes import Scopes, factor_topic
from kualcode.analysis.drafts.sections import Block
from kualcode.analysis.statements import (
    FINDINGS,
    OVERALL,
    SUMMARIES,
    Attribution,
    Enumeration,
    Labelled,
    Statement,
)
from kualcode.language.sentences import split
from kualcode.model import Codebook, Suggestion
from kualcode.text import line_of, line_starts, squash

CodesOf = Callable[[str], tuple[str, ...]]

_QUOTE = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|«[^«»]*»")
_MARKUP = re.compile(r"[*_`]+|<[^<>\n]{1,20}>|\[|\](?:\([^()\s]*\))?|^#+", re.M)
_CITATION = re.compile(r"\((?:[^()]*[^()\d])?(?:19|20)\d\d[a-z]?(?:\s*[:,;][^()]*)?\)")
_TABLE = re.compile(r"\t|^\s*\|", re.M)
_BLOCK_QUOTE = re.compile(r"\s*(?:>|[“\"«])")
_EARLY = 4  # words at a sentence's head within which "menurut" or "penelitian" makes it a report of others
_LABEL = 8  # words at a point's head within which a colon makes it a label
_SHORT_QUOTE = 3  # words of a quotation that is only a term


class Sentence(NamedTuple):
    """A sentence as it was read, and the line in which its words are searched."""

    statement: Statement
    line: Line


class Tools(NamedTuple):
    """What a tagger lends to the reader of drafts."""

    tag: Callable[[str], Sequence[Suggestion]]  # of a clause by itself
    codes_of: CodesOf  # the factors that a few words name
    touches: CodesOf  # the codes whose terms stand in a text


class Reader:
    """Reads drafts with the names, labels and codes of one codebook."""

    def __init__(self, book: Codebook, scopes: Scopes, tools: Tools) -> None:
        self._scopes, self._touches = scopes, tools.touches
        self._main = book.primary_language
        self._scale = Scale(book.label_scale)
        self._aspects = Aspects(book, scopes, self._scale, tools.tag)
        self._lister = Lister(book, scopes, tools.codes_of)
        self._measures = frozenset(code.id for code in book.codes if code.kind in ("indicator", "sub_indicator"))

    def read(
        self,
        text: str,
        blocks: Sequence[Block],
        suggestions: Sequence[Suggestion],
        progress: Callable[[int, int, str], None] = lambda done, total, name: None,
    ) -> list[Sentence]:
        """Every sentence of the blocks, in order; tables say nothing here. `progress` is told of each paragraph."""
        self._main = lexicon.language_of(text)
        starts = line_starts(text)
        made: dict[int, list[Suggestion]] = {}
        for one in suggestions:
            made.setdefault(one.turn, []).append(one)
        found: list[Sentence] = []
        for number, block in enumerate(blocks):
            progress(number + 1, len(blocks), "")
            if _TABLE.search(text, block.start, block.end) or block.section is None:
                continue
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            quoted = (
                following is not None and following.part == block.part and _BLOCK_QUOTE.match(text, following.start)
            )
            found += self._block(text, number, block, made.get(number, []), starts, found, bool(quoted))
        return self._with_points(found, blocks)

    # ---------------------------------------------------------------- one paragraph
    def _block(
        self,
        text: str,
        number: int,
        block: Block,
        suggestions: Sequence[Suggestion],
        starts: Sequence[int],
        before: Sequence[Sentence],
        quoted: bool,
    ) -> list[Sentence]:
        spans = split(text, block.start, block.end)
        raw = [text[start:end] for start, end in spans]
        code = lexicon.language_of(text[block.start : block.end], self._main)
        lines = [_line(one, code) for one in raw]
        named = [names_people(one, line.words) for one, line in zip(raw, lines, strict=True)]
        named[-1:] = [named[-1] or quoted] if named else []
        beside = [any(named[max(0, at - 1) : at + 2]) for at in range(len(named))]
        credit = credits([line.words for line in lines], beside)
        runs = self._lister.ordinals(lines) if block.section != "introduction" else {}
        found: list[Sentence] = []
        for at, (start, end) in enumerate(spans):
            made = [one for one in suggestions if start <= one.start < end]
            last = (found or before or (None,))[-1]
            statement = self._statement(block, lines[at], made, credit[at], _follows(last, block))
            statement = _placed(statement, f"S-{number + 1}.{at + 1}", line_of(starts, start), number, raw[at])
            if at in runs:
                statement = _listing(statement, runs[at])
            found.append(Sentence(statement, lines[at]))
        return found

    def _statement(
        self, block: Block, line: Line, made: Sequence[Suggestion], credit: Attribution, follows: bool
    ) -> Statement:
        section = block.section or "results"
        cited = _cited_from(line)
        advised = advice(line, section, self._touches, follows=follows)
        heading = block.heading if block.heading in self._scopes.codes else None
        named = [m.scope for m in self._scopes.mentions(line.words) if self._scopes.is_specific(m.scope)]
        lists = self._lists(line) if section not in ("introduction", "recommendations") and not advised else ()
        return Statement(
            id="",
            section=section,
            language=line.language,
            heading=heading,
            codes=tuple(dict.fromkeys([*(s.code for s in made), *named])),
            stances={s.code: s.stance for s in made},
            facets={s.code: s.facet for s in made if s.facet},
            labels=() if advised else tuple(self._labels(block, line, made, cited)),
            readings=self._aspects.of(line, credit) if section in FINDINGS | SUMMARIES and cited is None else (),
            attribution=credit,
            enumerations=() if cited == 0 else lists,
            advice=advised,
            causes=causes(line) if section in FINDINGS and cited is None else (),
            factor=factor_topic(line.words) or block.factor,
            cited=cited is not None and cited <= _EARLY,
            summing=sums_up(line.words),
        )

    def _lists(self, line: Line) -> tuple[Enumeration, ...]:
        found = self._lister.of(line)
        if any(one.topic in ("hindering", "driving", "factors") for one in found):
            return found
        single = self._lister.factors(line)
        return (*found, single) if single else found

    # ---------------------------------------------------------------- labels
    def _labels(self, block: Block, line: Line, made: Sequence[Suggestion], cited: int | None) -> Iterator[Labelled]:
        mentions = self._scopes.mentions(line.words)
        before = 0
        told = names_people(line.text, line.words) and not sums_up(line.words)  # an informant's label, not the author's
        for spot in self._scale.spots(line.words, self._scopes):
            named = labelled_scopes(line.words, spot, before, mentions, self._scopes)
            before = spot.last
            if cited is not None and spot.first >= cited:
                continue
            for scope in self._resolved(named, block, line, made, spot):
                words = line.text[line.words[spot.first].start : line.words[spot.last - 1].end]
                yield Labelled(scope, spot.label, words, spot.reserved or told, spot.weak)

    def _resolved(
        self, named: tuple[str, ...], block: Block, line: Line, made: Sequence[Suggestion], spot: Spot
    ) -> tuple[str, ...]:
        """What a label is on: what the sentence names, else its one code, else the matter of its heading."""
        heading = block.heading if block.heading in self._measures else None
        if named and named != (OVERALL,):
            return named
        if named:
            return (heading,) if heading else named
        if spot.weak or spot.reserved:
            return ()
        codes = list(dict.fromkeys(s.code for s in made if s.code in self._measures))
        if heading:
            inside = [code for code in codes if self._scopes.within(code, heading)]
            return (inside[0],) if len(inside) == 1 and not sums_up(line.words) else (heading,)
        if len(codes) == 1:
            return (codes[0],)
        return (OVERALL,) if block.section in SUMMARIES and sums_up(line.words) else ()

    # ---------------------------------------------------------------- points of a list
    def _with_points(self, found: list[Sentence], blocks: Sequence[Block]) -> list[Sentence]:
        """Points of a list on factors, a paragraph each, as one enumeration at the first of them."""
        firsts = {s.statement.paragraph: n for n, s in reversed(list(enumerate(found)))}
        for listed, run in groupby(
            range(len(blocks)), key=lambda n: (blocks[n].part, blocks[n].item and blocks[n].section != "introduction")
        ):
            numbers = [firsts[n] for n in run if n in firsts] if listed[1] else []
            if len(numbers) < 2:
                continue
            first = numbers[0]
            intro = (
                found[first - 1]
                if first and found[first - 1].statement.section == found[first].statement.section
                else None
            )
            items = tuple(self._lister.head(found[n].line) for n in numbers)
            topic = factor_topic(intro.line.words) if intro else None
            told = [not item.codes and _labelled(found[n].line) for item, n in zip(items, numbers, strict=True)]
            if topic is None and sum(told) * 2 < len(told):
                topic = blocks[found[first].statement.paragraph].factor  # else the points tell of one factor
            if topic:
                found[first] = found[first]._replace(
                    statement=_listing(found[first].statement, Enumeration(topic, items))
                )
        return found


def _line(raw: str, code: str) -> Line:
    """A sentence to be searched: quotations and marks of layout are blanked, offsets stay."""
    clean = _MARKUP.sub(lambda found: " " * len(found[0]), raw)
    clean = _QUOTE.sub(lambda f: f[0] if len(f[0].split()) < _SHORT_QUOTE else " " * len(f[0]), clean)
    return Line(clean, lexicon.words(clean), code)


def _labelled(line: Line) -> bool:
    """Whether a point opens with what it tells, not with what it names: "Tingkat keyakinan: sedang"."""
    return any(word.text == ":" for word in line.words[1:_LABEL])


def _cited_from(line: Line) -> int | None:
    """Number of the word from which a sentence reports another study or a theory; None where it does not."""
    words = line.words
    that = next((first for first, _ in lexicon.spots(words, "study_that")), None)
    if that is not None:
        return 0 if that <= _EARLY else that
    if not _CITATION.search(line.text) or lexicon.has(words, "own_study"):
        return None
    found = [first for kind in ("study", "theory") for first, _ in lexicon.spots(words, kind)]
    if not found:
        return None
    return 0 if min(found) <= _EARLY else min(found)


def _follows(last: Sentence | None, block: Block) -> bool:
    return last is not None and last.statement.section == block.section and last.statement.advice is not None


def _placed(statement: Statement, id_: str, line: int, paragraph: int, raw: str) -> Statement:
    roots = lexicon.roots(raw, statement.language)  # what informants are quoted with is there too
    stems = lexicon.stems(raw, statement.language)
    return replace(statement, id=id_, line=line, paragraph=paragraph, text=squash(raw), roots=roots, stems=stems)


def _listing(statement: Statement, listed: Enumeration) -> Statement:
    others = tuple(one for one in statement.enumerations if one.topic != listed.topic)
    return replace(statement, enumerations=(*others, listed))
