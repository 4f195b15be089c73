"""Suggestions against gold codings: a door that works without a project."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from kualcode import codebook as books
from kualcode.analysis.scores import CodeScore, Judged, Scores, nearest, roll_up, score
from kualcode.errors import Bi, Problem, SourceError
from kualcode.model import STANCES, Codebook, Grid, Stance
from kualcode.sources import read
from kualcode.tagging.tagger import Tagger
from kualcode.workflow.codebooks import locate

SCHEMA = "kualcode.evaluate/1"


@dataclass(frozen=True, slots=True)
class Gold:
    """One statement with the codes that people gave it."""

    id: str
    text: str
    question: str
    codes: Mapping[str, Stance]
    optional: frozenset[str]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores, and every statement as it was judged."""

    scores: Scores
    judged: tuple[Judged, ...]
    statements: tuple[Gold, ...]


def evaluate(gold: Path, codebook: str, *, parents: bool = False) -> Evaluation:
    """Tag every statement and compare. `parents` counts sub-codes as their parent on both sides.

    Raises SourceError with every bad line of the gold file, InvalidFile for a broken codebook.
    """
    book, _ = books.read(locate(codebook, Path.cwd()))
    statements = load_gold(gold, book)
    used = _used(statements, book, parents=parents)
    tagger = Tagger(book)
    judged = tuple(_judge(statement, tagger, used) for statement in statements)
    return Evaluation(score(judged, [code.id for code in book.codes]), judged, tuple(statements))


def _used(statements: Iterable[Gold], book: Codebook, *, parents: bool) -> frozenset[str]:
    used = frozenset(code for s in statements for code in (*s.codes, *s.optional))
    if not parents:
        return used
    return frozenset(nearest(code, frozenset(), book) for code in used)


def _judge(statement: Gold, tagger: Tagger, used: frozenset[str]) -> Judged:
    book = tagger.codebook
    suggested: dict[str, Stance] = {}
    for made in tagger.tag_statement(statement.text, statement.question):
        suggested = _merged(suggested, {made.code: made.stance})
    return Judged(statement.id, roll_up(statement.codes, used, book),
                  frozenset(nearest(code, used, book) for code in statement.optional),
                  roll_up(suggested, used, book))


def _merged(one: Mapping[str, Stance], more: Mapping[str, Stance]) -> dict[str, Stance]:
    """Stances of one code over several sentences: equal stays, opposite is mixed, neutral yields."""
    result = dict(one)
    for code, stance in more.items():
        before = result.get(code, "neutral")
        result[code] = stance if before in ("neutral", stance) else before if stance == "neutral" else "mixed"
    return result


def load_gold(path: Path, book: Codebook) -> list[Gold]:
    """Statements of a jsonl or csv file; csv holds codes as "CODE:stance CODE:stance"."""
    found, problems = [], []
    rows = _csv(path) if path.suffix.lower() == ".csv" else _jsonl(path)
    for where, row in rows:
        problem = None if isinstance(row, str) else _wrong(row, book)
        if isinstance(row, str) or problem:
            problems.append(Problem(f"{path.name}:{where}", _NOT_JSON if isinstance(row, str) else problem or _NOT_JSON,
                                    Bi("", "")))
            continue
        found.append(Gold(str(row.get("id", where)), row["text"], row.get("question") or "", row["codes"],
                          frozenset(row.get("optional") or ())))
    if problems or not found:
        lines = problems or [Problem(path.name, Bi("tidak ada pernyataan.", "no statements."), Bi("", ""))]
        raise SourceError(Bi("Berkas emas tidak dapat dipakai:\n{lines}", "The gold file cannot be used:\n{lines}").fill(
            lines=Bi("\n".join(p.line("id") for p in lines), "\n".join(p.line("en") for p in lines))),
            Bi("Isi yang diperlukan: id, text, codes {kode: sikap}; question dan optional bila ada.",
               "Needed: id, text, codes {code: stance}; question and optional where there are any."))
    return found


_NOT_JSON = Bi("bukan objek JSON.", "not a JSON object.")


def _wrong(row: Mapping[str, Any], book: Codebook) -> Bi | None:
    if not isinstance(row.get("text"), str) or not row["text"].strip():
        return Bi("tidak ada teks.", "there is no text.")
    codes = row.get("codes")
    if not isinstance(codes, dict):
        return Bi("codes harus berupa {kode: sikap}.", "codes must be {code: stance}.")
    unknown = [code for code in codes if code not in book.by_id]
    if unknown:
        return Bi("kode {codes} tidak ada di codebook.", "the codebook has no code {codes}.").fill(codes=", ".join(unknown))
    odd = [stance for stance in codes.values() if stance not in STANCES]
    if odd:
        return Bi("sikap {odd} tidak dikenal.", "the stance {odd} is unknown.").fill(odd=", ".join(map(str, odd)))
    return None


def _jsonl(path: Path) -> Iterable[tuple[int, dict[str, Any] | str]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(Bi("{path} tidak dapat dibaca.", "{path} cannot be read.").fill(path=path),
                          Bi("Periksa namanya; simpan sebagai UTF-8.", "Check its name; save it as UTF-8.")) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                row = line
            yield number, row if isinstance(row, dict) else ""


def _csv(path: Path) -> Iterable[tuple[int, dict[str, Any] | str]]:
    extract = read(path)
    cells = [[extract.text[c.start:c.end].strip() for c in row] for row in extract.tables[0].rows]
    head = [name.casefold() for name in cells[0]]
    for number, values in enumerate(cells[1:], 2):
        row: dict[str, Any] = dict(zip(head, values, strict=False))
        row["codes"] = dict(pair.partition(":")[::2] for pair in row.get("codes", "").split())
        row["optional"] = row.get("optional", "").split()
        yield number, row


# ---------------------------------------------------------------- shown
def as_json(result: Evaluation) -> dict[str, Any]:
    """The contract `kualcode.evaluate/1`; an undefined figure is null."""
    scores = result.scores
    micro = scores.micro
    return {"schema": SCHEMA, "n": scores.n, "overall": {
        "micro_precision": _float(micro.precision), "micro_recall": _float(micro.recall),
        "micro_f1": _float(micro.f1), "macro_f1": _float(scores.macro_f1()),
        "mean_alpha": _float(scores.mean_alpha()), "stance_agreement": _float(micro.stance_agreement),
        "codeless_clean": _float(scores.codeless_clean), "macro_f1_n10": _float(scores.macro_f1(10)),
        "mean_alpha_n10": _float(scores.mean_alpha(10))},
        "codes": {c.code: {"n": c.n, "predicted": c.predicted, "precision": _float(c.precision),
                           "recall": _float(c.recall), "f1": _float(c.f1), "alpha": _float(c.alpha),
                           "stance_agreement": _float(c.stance_agreement)} for c in scores.codes}}


def _float(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 6)


def as_grid(result: Evaluation) -> Grid:
    """Per code and overall, for people."""
    scores = result.scores
    columns = (Bi("Kode", "Code"), Bi("n", "n"), Bi("Usulan", "Suggested"), Bi("Presisi", "Precision"),
               Bi("Recall", "Recall"), Bi("F1", "F1"), Bi("Alpha", "Alpha"), Bi("Sikap sama", "Stance equal"))
    rows = [_row(c.code, c) for c in scores.codes]
    notes = (
        Bi("Rata-rata F1 {f1}, rata-rata alpha {alpha} (kode dengan n >= 10: {f10}, {a10}).",
           "Macro F1 {f1}, mean alpha {alpha} (codes with n >= 10: {f10}, {a10}).").fill(
            f1=_two(scores.macro_f1()), alpha=_two(scores.mean_alpha()), f10=_two(scores.macro_f1(10)),
            a10=_two(scores.mean_alpha(10))),
        Bi("Pernyataan tanpa kode yang dibiarkan bersih: {share} dari {n}.",
           "Statements without a code left clean: {share} of {n}.").fill(
            share=_two(scores.codeless_clean), n=scores.codeless))
    return Grid(Bi("Usulan mesin dibanding kode emas, {n} pernyataan", "Suggestions against gold, {n} statements")
                .fill(n=scores.n), columns, (*rows, _row("*", scores.micro)), notes)


def _row(name: str, c: CodeScore) -> tuple[str | int | Bi, ...]:
    shown = Bi("semua (mikro)", "all (micro)") if name == "*" else name
    return (shown, c.n, c.predicted, _two(c.precision), _two(c.recall), _two(c.f1), _two(c.alpha),
            _two(c.stance_agreement))


def _two(value: Fraction | None) -> str:
    return "-" if value is None else f"{float(value):.2f}"


def differences(result: Evaluation) -> Grid:
    """Every statement where gold and suggestion differ, the code that was missed or made too much."""
    rows = []
    for judged, statement in zip(result.judged, result.statements, strict=True):
        missed = sorted(set(judged.gold) - set(judged.suggested) - judged.optional)
        wrong = sorted(set(judged.suggested) - set(judged.gold) - judged.optional)
        turned = sorted(f"{code} {judged.gold[code]}/{judged.suggested[code]}" for code in judged.gold
                        if code in judged.suggested and judged.gold[code] != judged.suggested[code])
        if missed or wrong or turned:
            rows.append((judged.id, " ".join(missed), " ".join(wrong), ", ".join(turned), statement.text))
    return Grid(Bi("Selisih", "Differences"), (Bi("Id", "Id"), Bi("Terlewat", "Missed"), Bi("Berlebih", "Too much"),
                                               Bi("Sikap emas/mesin", "Stance gold/machine"),
                                               Bi("Pernyataan", "Statement")), tuple(rows))
