"""One code opened: each group's voices and quotes, the views on its facets, and by which rules it was judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kualcode.analysis import words
from kualcode.analysis.evidence import Case
from kualcode.analysis.layouts import quotes
from kualcode.analysis.layouts.cells import Cells, Row
from kualcode.analysis.verdicts import CodeVerdict, Group, Reason, Triangulation, Views
from kualcode.document import NOTHING, Block, Bullet, Heading, Paragraph
from kualcode.errors import Bi
from kualcode.text import squash

SEVERITIES = {"BLOCK": Bi("menghalangi", "blocks"), "WARN": Bi("peringatan", "warning")}
_CONCLUSION, _RULES = Bi("Kesimpulan", "Conclusion"), Bi("Aturan yang menyala", "Rules that fire")
_VIEWS = Bi("Pandangan per aspek (sama, berbeda, spesifik)", "Views by aspect (same, different, specific)")
_SAME, _DIFFERENT = Bi("sama: {names}", "same: {names}"), Bi("berbeda: {names}", "different: {names}")
_SPECIFIC = Bi("spesifik: {names}", "specific: {names}")
_UNNAMED = Bi("Tanpa sumber yang jelas", "Unattributed")
_DISPUTED = Bi("Disengketakan, tidak dihitung", "Disputed, not counted")
_UNPLACED = Bi("Tidak dapat ditempatkan pada sumbu ini", "Not to be placed on this axis")
_BECAUSE = Bi("{what}, karena:", "{what}, because:")
_SURE = Bi("{head}: {level}, karena:", "{head}: {level}, because:")
_FULL = Bi("tidak ada yang mengurangi", "nothing lowers it")


def detail(case: Case, run: Triangulation, code: str) -> tuple[Block, ...]:
    """Headings, points and quotes of one code; of a parent its own statements, and then those of its children."""
    cells = Cells(case, run)
    rows = {row.code.id: row for row in cells.rows()}
    below = [row for row in rows.values() if row.code.parent == code]
    return tuple(_detail(cells, rows[code], below))


def _detail(cells: Cells, row: Row, below: Sequence[Row]) -> Iterator[Block]:
    found = row.found
    yield Heading(1, row.name)
    yield Paragraph(words.axis_title(cells.run.axis, cells.limits))
    if row.code.criterion:
        yield Paragraph(Bi("Ukuran: {what}", "Criterion: {what}").fill(what=row.code.criterion))
    for group in found.groups:
        yield from _group(cells, row, group)
    yield from _apart(cells, row, _UNNAMED, found.unattributed)
    yield from _apart(cells, row, _UNPLACED, found.unplaced)
    yield from _apart(cells, row, _DISPUTED, found.disputed)
    yield from _views(cells, row)
    yield from _concluded(cells, row)
    for child in below:
        yield Bullet(Bi("{name}: {verdict}", "{name}: {verdict}").fill(name=child.name, verdict=cells.verdict(child)))


def _group(cells: Cells, row: Row, group: Group) -> Iterator[Block]:
    """How a group leans, and each voice with its passages."""
    leaning = words.SILENCES[group.silence] if group.sign == "SIL" else cells.leaning(row, group)
    yield Heading(
        2, Bi("{group}: {leaning}", "{group}: {leaning}").fill(group=_name(cells, group.name), leaning=leaning)
    )
    for voice in group.voices:
        yield Bullet(
            Bi("{key}: {sign}", "{key}: {sign}").fill(
                key=voice.key, sign=words.sign(cells.book, row.code.id, voice.sign)
            )
        )
        yield from (_passage(cells, row, identity) for identity in voice.evidence)


def _name(cells: Cells, name: str) -> Bi:
    return words.capital(cells.group_name(name))


def _passage(cells: Cells, row: Row, identity: str) -> Block:
    """A quote on one line with who says it, where it stands, its code where that is a child, and its id."""
    one = cells.evidence[identity]
    quote = quotes.quote(cells.book, one)
    facet = cells.facet(cells.book.by_id[one.code], one.facet) if one.facet else NOTHING
    code = Bi(one.code, one.code) if one.code != row.code.id else NOTHING
    where = words.joined([quote.who, quote.place, quote.stance, facet, code], "; ")
    said = quotes.inside(squash(quote.text))
    text = Bi(f"“{said}” ", f"“{said}” ") if said else NOTHING
    tail = Bi(f"({where.id}) [{one.id[:8]}]", f"({where.en}) [{one.id[:8]}]")
    return Paragraph(Bi(text.id + tail.id, text.en + tail.en), "quote")


def _apart(cells: Cells, row: Row, head: Bi, identities: Sequence[str]) -> Iterator[Block]:
    if identities:
        yield Heading(2, head)
        yield from (_passage(cells, row, identity) for identity in identities)


# ---------------------------------------------------------------- views and conclusion
def _views(cells: Cells, row: Row) -> Iterator[Block]:
    """Sugiyono's three kinds of views, facet by facet."""
    if row.found.views:
        yield Heading(2, _VIEWS)
    for view in row.found.views:
        yield Bullet(
            Bi("{facet}: {views}", "{facet}: {views}").fill(
                facet=cells.facet(row.code, view.facet), views=words.joined(_sorted(cells, view), "; ")
            )
        )


def _sorted(cells: Cells, view: Views) -> Iterator[Bi]:
    for told, names in (
        (_SAME, view.same),
        (_DIFFERENT, view.different),
        (_SPECIFIC, (view.specific,) if view.specific else ()),
    ):
        if names:
            yield told.fill(names=words.joined(cells.group_name(name) for name in names))


def _concluded(cells: Cells, row: Row) -> Iterator[Block]:
    """Verdict, label, gate and confidence with their reasons, and every rule that fired."""
    found = row.found
    if found.verdict is None:
        return
    yield Heading(2, _CONCLUSION)
    for line in cells.conclusion_lines(row):
        yield Bullet(line)
    if found.gate is not None:
        yield Bullet(_BECAUSE.fill(what=words.capital(words.GATES[found.gate])))
        yield from _reasons(found.gate_reasons)
    if found.confidence is not None:
        yield Bullet(_SURE.fill(head=words.CONFIDENCE, level=words.LEVELS[found.confidence]))
        yield from _reasons(found.reasons)
    yield from _flags(found)


def _reasons(given: Sequence[Reason]) -> Iterator[Block]:
    for reason in given:
        yield Bullet(reason.text, 1)
    if not given:
        yield Bullet(_FULL, 1)


def _flags(found: CodeVerdict) -> Iterator[Block]:
    if found.flags:
        yield Heading(2, _RULES)
    for flag in found.flags:
        yield Bullet(
            Bi("{id} ({severity}): {message}", "{id} ({severity}): {message}").fill(
                id=flag.id, severity=SEVERITIES[flag.severity], message=flag.message
            )
        )
