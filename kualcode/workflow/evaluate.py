"""Suggestions against gold codings: a door that works without a project."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from kualcode import codebook as books
from kualcode.analysis.scores import CodeScore, Judged, Scores, met, nearest, roll_up, score
from kualcode.errors import Bi
from kualcode.model import Codebook, Grid, Stance, Suggestion
from kualcode.tagging.explain import sentence
from kualcode.tagging.tagger import Tagger
from kualcode.workflow.codebooks import locate
from kualcode.workflow.gold import Gold, load_gold
from kualcode.workflow.tables import STANCE_NAMES

SCHEMA = "kualcode.evaluate/1"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores, and every statement as it was judged, with the suggestions made for it."""

    scores: Scores
    judged: tuple[Judged, ...]
    statements: tuple[Gold, ...]
    made: tuple[tuple[Suggestion, ...], ...]
    used: frozenset[str]  # the codes that figures are given for
    tagger: Tagger


def evaluate(gold: Path, codebook: str, *, parents: bool = False) -> Evaluation:
    """Read a gold file and a codebook, and compare.

    Raises SourceError with every bad line of the gold file, InvalidFile for a broken codebook.
    """
    book, _ = books.read(locate(codebook, Path.cwd()))
    return compare(load_gold(gold, book), book, parents=parents)


def compare(statements: Sequence[Gold], book: Codebook, *, parents: bool = False) -> Evaluation:
    """Tag every statement and score. `parents` counts sub-codes as their parent on both sides."""
    used = _used(statements, book, parents=parents)
    tagger = Tagger(book)
    made = tuple(tuple(tagger.tag_statement(s.text, s.question)) for s in statements)
    judged = tuple(_judge(s, suggested, used, book) for s, suggested in zip(statements, made, strict=True))
    return Evaluation(score(judged, [code.id for code in book.codes]), judged, tuple(statements), made, used, tagger)


def _used(statements: Iterable[Gold], book: Codebook, *, parents: bool) -> frozenset[str]:
    used = frozenset(code for s in statements for code in (*s.codes, *s.optional))
    if not parents:
        return used
    return frozenset(nearest(code, frozenset(), book) for code in used)


def _judge(statement: Gold, made: Iterable[Suggestion], used: frozenset[str], book: Codebook) -> Judged:
    suggested: dict[str, Stance] = {}
    for one in made:
        suggested[one.code] = met(suggested[one.code], one.stance) if one.code in suggested else one.stance
    return Judged(
        statement.id,
        roll_up(statement.codes, used, book),
        frozenset(nearest(code, used, book) for code in statement.optional),
        roll_up(suggested, used, book),
    )


# ---------------------------------------------------------------- shown
def as_json(result: Evaluation) -> dict[str, Any]:
    """The contract `kualcode.evaluate/1`; an undefined figure is null."""
    scores = result.scores
    micro = scores.micro
    return {
        "schema": SCHEMA,
        "n": scores.n,
        "overall": {
            "micro_precision": _float(micro.precision),
            "micro_recall": _float(micro.recall),
            "micro_f1": _float(micro.f1),
            "macro_f1": _float(scores.macro_f1()),
            "mean_alpha": _float(scores.mean_alpha()),
            "stance_agreement": _float(micro.stance_agreement),
            "codeless_clean": _float(scores.codeless_clean),
            "macro_f1_n10": _float(scores.macro_f1(10)),
            "mean_alpha_n10": _float(scores.mean_alpha(10)),
        },
        "codes": {
            c.code: {
                "n": c.n,
                "predicted": c.predicted,
                "precision": _float(c.precision),
                "recall": _float(c.recall),
                "f1": _float(c.f1),
                "alpha": _float(c.alpha),
                "stance_agreement": _float(c.stance_agreement),
            }
            for c in scores.codes
        },
    }


def _float(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 6)


def as_grid(result: Evaluation) -> Grid:
    """Per code and overall, for people."""
    scores = result.scores
    columns = (
        Bi("Kode", "Code"),
        Bi("n", "n"),
        Bi("Usulan", "Suggested"),
        Bi("Presisi", "Precision"),
        Bi("Recall", "Recall"),
        Bi("F1", "F1"),
        Bi("Alpha", "Alpha"),
        Bi("Sikap sama", "Stance equal"),
    )
    rows = [_row(c.code, c) for c in scores.codes]
    notes = (
        Bi(
            "Rata-rata F1 {f1}, rata-rata alpha {alpha} (kode dengan n >= 10: {f10}, {a10}).",
            "Macro F1 {f1}, mean alpha {alpha} (codes with n >= 10: {f10}, {a10}).",
        ).fill(
            f1=_two(scores.macro_f1()),
            alpha=_two(scores.mean_alpha()),
            f10=_two(scores.macro_f1(10)),
            a10=_two(scores.mean_alpha(10)),
        ),
        Bi(
            "Pernyataan tanpa kode yang dibiarkan bersih: {share} dari {n}.",
            "Statements without a code left clean: {share} of {n}.",
        ).fill(share=_two(scores.codeless_clean), n=scores.codeless),
    )
    return Grid(
        Bi("Usulan mesin dibanding kode emas, {n} pernyataan", "Suggestions against gold, {n} statements").fill(
            n=scores.n
        ),
        columns,
        (*rows, _row(Bi("semua (mikro)", "all (micro)"), scores.micro)),
        notes,
    )


def _row(name: str | Bi, c: CodeScore) -> tuple[str | int | Bi, ...]:
    return (
        name,
        c.n,
        c.predicted,
        _two(c.precision),
        _two(c.recall),
        _two(c.f1),
        _two(c.alpha),
        _two(c.stance_agreement),
    )


def in_words(result: Evaluation) -> list[Bi]:
    """What precision and recall mean here, and a warning where either is low."""
    micro = result.scores.micro
    lines = [_MEANING.fill(suggested=micro.predicted, right=micro.hits, given=micro.n)]
    if any(share is None or share < _LOW for share in (micro.precision, micro.recall)):
        lines.append(_READ_ALL)
    return lines


_LOW = Fraction(1, 2)
_MEANING = Bi(
    "Dari {suggested} usulan mesin, {right} benar (presisi); dari {given} kode yang diberi orang, {right} ditemukan "
    "(recall).",
    "Of {suggested} suggestions, {right} are right (precision); of {given} codes that people gave, {right} were found "
    "(recall).",
)
_READ_ALL = Bi(
    "Perhatian: usulan harus dibaca satu per satu; yang tidak diusulkan harus dicari sendiri.",
    "Note: suggestions must be read one by one; what was not suggested must be looked for by yourself.",
)


def _two(value: Fraction | None) -> str:
    return "-" if value is None else f"{float(value):.2f}"


# ---------------------------------------------------------------- differences and their reasons
_MISSED, _EXTRA, _TURNED = Bi("terlewat", "missed"), Bi("berlebih", "too much"), Bi("sikap", "stance")
_NOTHING_SAID = Bi("Tidak ada istilah kode ini di dalamnya.", "It holds no term of this code.")
_TOO_WEAK = Bi(
    "Istilahnya ada ({words}), tetapi terlalu lemah, kalah dari kode lain, atau bagian dari frasa lain.",
    "It holds {words}, but too weak, outranked by other codes, or part of another phrase.",
)


def differences(result: Evaluation) -> Grid:
    """One row for every code of a statement on which gold and suggestion differ, with the machine's reason."""
    columns = (
        Bi("Id", "Id"),
        Bi("Kode", "Code"),
        Bi("Selisih", "Difference"),
        Bi("Emas", "Gold"),
        Bi("Mesin", "Machine"),
        Bi("Alasan mesin", "The machine's reason"),
        Bi("Pernyataan", "Statement"),
    )
    rows = []
    order = {code.id: number for number, code in enumerate(result.tagger.codebook.codes)}
    for at, judged in enumerate(result.judged):
        for code in sorted({*judged.gold, *judged.suggested} - judged.optional, key=lambda c: order[c]):
            gold, machine = judged.gold.get(code), judged.suggested.get(code)
            if gold != machine:
                kind = _MISSED if machine is None else _EXTRA if gold is None else _TURNED
                rows.append(
                    (
                        judged.id,
                        code,
                        kind,
                        STANCE_NAMES[gold] if gold else "-",
                        STANCE_NAMES[machine] if machine else "-",
                        _reason(result, at, code),
                        result.statements[at].text,
                    )
                )
    return Grid(Bi("Selisih: {n}", "Differences: {n}").fill(n=len(rows)), columns, tuple(rows))


def _reason(result: Evaluation, at: int, code: str) -> Bi:
    """Why the machine says what it says of one code of a statement."""
    statement, book = result.statements[at], result.tagger.codebook
    text = f"{statement.question}\n{statement.text}" if statement.question else statement.text
    told = [
        sentence(text, one.code, one.stance, one.reason, book)
        for one in result.made[at]
        if nearest(one.code, result.used, book) == code
    ]
    if told:
        return Bi(" ".join(t.id for t in told), " ".join(t.en for t in told))
    words = dict.fromkeys(
        f"\u201c{statement.text[m.start : m.end]}\u201d"
        for m in result.tagger.finder.scan(statement.text).terms(0, len(statement.text))
        if nearest(m.payload.code, result.used, book) == code
    )
    return _TOO_WEAK.fill(words=", ".join(words)) if words else _NOTHING_SAID
