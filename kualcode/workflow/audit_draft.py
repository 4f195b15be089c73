"""audit-draft: an existing paper or chapter, sentence by sentence, held against the rules that run on text.

Nothing of it is stored, and it needs no project; with one, the draft is also held against its findings (P1 to P3), and
declared tests of credibility are looked for there too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from kualcode import codebook as books
from kualcode.analysis.drafts import sections
from kualcode.analysis.drafts.claims import figure_rules, figures_told
from kualcode.analysis.drafts.method import credibility
from kualcode.analysis.drafts.reading import Reader, Sentence, Tools
from kualcode.analysis.drafts.scopes import Scopes
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.rules import method
from kualcode.analysis.rules.against_project import against_project
from kualcode.analysis.rules.flags import Flag, ordered
from kualcode.analysis.rules.texts import statement_rules
from kualcode.analysis.statements import FINDINGS, SECTION_NAMES, Section, Statement, scope_name
from kualcode.errors import Bi, SourceError
from kualcode.model import Codebook, Extract, Grid, Turn
from kualcode.sources import read
from kualcode.store import Query, Store
from kualcode.tagging.tagger import Tagger
from kualcode.tagging.vocabulary import FACET, TERM
from kualcode.workflow.codebooks import locate, stored

SCHEMA = "kualcode.audit-draft/1"
Progress = Callable[[int, int, str], None]  # so many of so many paragraphs, of this step
_DEFAULT = "asn-kinerja"
_LONG = 40_000  # characters of a draft from which progress is shown
_QUOTED = 300  # characters of a sentence that are shown
_SEVERITIES = {"BLOCK": Bi("PERBAIKI", "MEND"), "WARN": Bi("PERIKSA", "CHECK")}
RULES: dict[str, Bi] = {
    "N1": Bi("Bagian tidak sama dengan jumlahnya", "Parts do not come to their total"),
    "N2": Bi("“Semua” padahal ada yang tidak", "“All”, yet there are exceptions"),
    "N3": Bi("Dikatakan mencapai target, padahal di bawahnya", "Said to meet the target, yet below it"),
    "N4": Bi("Angka yang sama untuk dua hal", "One figure for two things"),
    "N5": Bi("Angka bertentangan", "Figures that contradict each other"),
    "N6": Bi(
        "Hasil diambil dari rencana, atau dokumen dikutip lewat wawancara", "A result from a plan or a quoted paper"
    ),
    "N7": Bi("Periode tidak cocok", "Periods do not fit"),
    "N8": Bi("Bagian melebihi keseluruhan", "A part beyond its whole"),
    "P1": Bi("Label berbeda dari temuan proyek", "Labels that differ from the project's findings"),
    "P2": Bi("Belum dapat disimpulkan di proyek", "Not yet to be concluded in the project"),
    "P3": Bi("Angka berbeda dari fakta proyek", "Figures that differ from the project's facts"),
    "T1": Bi("Label berbeda antarbagian", "Labels differ between sections"),
    "T2": Bi("Satu perilaku, dua tafsir berlawanan", "One behaviour, two opposite readings"),
    "T3": Bi("Teknik berbeda arah", "Techniques differ"),
    "T4": Bi("Satu keadaan, dua arah", "One condition in two directions"),
    "T5": Bi("Tanpa padanan di hasil", "No counterpart in the results"),
    "T6": Bi("Hambatan dan saran tidak bertemu", "Hindrances and advice do not meet"),
    "T7": Bi("Sumber tidak dipisahkan", "Sources not kept apart"),
    "T8": Bi("Daftar tidak sama", "Lists that differ"),
    "T9": Bi("Saran juga disebut penyebab", "Advice that is also a cause"),
    "M1": Bi("Uji kredibilitas", "Tests of credibility"),
}


class Audit(NamedTuple):
    """What was read of a draft, and what the rules raise on it."""

    name: str
    book: Codebook
    flags: tuple[Flag, ...]
    statements: tuple[Statement, ...]
    notes: tuple[Bi, ...]


class Beside(NamedTuple):
    """What a project says beside a draft: tests of credibility that it shows, and its findings."""

    traced: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    notes: tuple[Bi, ...] = ()


class Auditor:
    """A codebook made ready to check any number of drafts."""

    def __init__(self, book: Codebook) -> None:
        self.book = book
        self._tagger, self._scopes = Tagger(book), Scopes(book)
        self.progress: Progress = lambda done, total, name: None
        self._reader = Reader(book, self._scopes, Tools(self._tagger.tag_statement, self._factors, self._touched))

    def check(self, extract: Extract, name: str = "", beside: Beside | None = None) -> Audit:
        """What a draft says and what the rules raise on it, alone and beside a project."""
        beside = beside or Beside()
        found, known = self.sentences(extract)
        statements = tuple(one.statement for one in found)
        own = credibility(found)
        flags = [
            *statement_rules(statements, self.book),
            *figure_rules(found, self.book),
            *method.m1(own.declared, own.traced | beside.traced, own.used),
        ]
        if beside.findings:
            flags += against_project(statements, figures_told(found, self.book), beside.findings, self.book)
        untold = () if known and any(s.section in FINDINGS for s in statements) else (_NO_RESULTS,)
        notes = (*extract.notes, *beside.notes, *(untold if known else (_NO_SECTIONS,)))
        return Audit(name, self.book, ordered(flags), statements, notes)

    def sentences(self, extract: Extract) -> tuple[list[Sentence], bool]:
        """The sentences of a draft with all that is read of them, and whether any section was recognised."""
        blocks = sections.blocks(extract.text, extract.format, self._scopes, extract.headings)
        turns = [Turn(number, "document", "", block.start, block.end) for number, block in enumerate(blocks)]
        made = self._tagger.tag(extract.text, turns)
        return self._reader.read(extract.text, blocks, made, self.progress), sections.known(blocks)

    def _factors(self, words: str) -> tuple[str, ...]:
        """The factors of which any word stands in a few words: an item of a list is too short for more."""
        found = self._tagger.finder.scan(words).terms(0, len(words))
        return tuple(sorted({m.payload.code for m in found if self.book.by_id[m.payload.code].kind == "factor"}))

    def _touched(self, words: str) -> tuple[str, ...]:
        """The codes of which a term, or of factors an aspect's word, stands in a text."""
        scan = self._tagger.finder.scan(words)
        terms = [m.payload.code for m in scan.terms(0, len(words)) if m.payload.role == TERM]
        facets = [m.payload.code for m in scan.shades(0, len(words)) if m.payload.role == FACET]
        return tuple(sorted({*terms, *(code for code in facets if self.book.by_id[code].kind == "factor")}))


def audit(
    path: Path,
    codebook: str | None = None,
    store: Store | None = None,
    *,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> Audit:
    """Read a draft (docx, md, txt, pdf) and check it; `store` is a project whose findings and traces count too.

    Without `codebook` the project's own is used, else asn-kinerja. `encoding` is that of a text file; `progress` is
    told how much of a long draft (over 40 KB) is read. Raises SourceError for a file that cannot be read, with its
    name, InvalidFile for the codebook or temuan.yaml.
    """
    book = _book(codebook, store)
    try:
        extract = read(path, encoding=encoding)
    except SourceError as error:
        named = Bi(f"{path.name}: {error.what.id}", f"{path.name}: {error.what.en}")
        raise SourceError(named, error.fix) from error
    auditor = Auditor(book)
    if progress is not None and len(extract.text) > _LONG:
        auditor.progress = progress
    return auditor.check(extract, path.name, None if store is None else _beside(store, book))


def _book(codebook: str | None, store: Store | None) -> Codebook:
    """The codebook that is asked for, else that of the project."""
    if codebook is None and store is not None:
        return stored(store)[0]
    return books.read(locate(codebook or _DEFAULT, Path()))[0]


def _beside(store: Store, book: Codebook) -> Beside:
    """What a project says; findings of another codebook do not meet a draft's labels, nor do open suggestions."""
    from kualcode.analysis.trustworthiness.criteria import traced
    from kualcode.workflow.findings import found
    from kualcode.workflow.trustworthiness import traces

    shown = traced(traces(store))
    if not store.count_codings(Query(status=frozenset({"accepted"}))):
        return Beside(shown, notes=(_NOTHING_ACCEPTED,))
    if book.sha256 != stored(store)[0].sha256:
        return Beside(shown, notes=(_OTHER_BOOK,))
    return Beside(shown, found(store).study.findings)


# ---------------------------------------------------------------- shown
def as_json(result: Audit) -> dict[str, object]:
    """The audit for machines."""
    return {
        "schema": SCHEMA,
        "flags": [
            {
                "rule": flag.rule,
                "severity": flag.severity,
                "targets": list(flag.targets),
                "places": list(flag.places),
                "message": {"id": flag.message.id, "en": flag.message.en},
                "details": [list(pair) for pair in flag.details],
            }
            for flag in result.flags
        ],
        "sentences": len(result.statements),
    }


def report(result: Audit) -> list[Bi]:
    """What was found, line by line: grouped by rule, with the sentences of the draft that each flag is on."""
    lines: list[Bi] = []
    rule = ""
    for flag in result.flags:
        if flag.rule != rule:
            rule = flag.rule
            lines += [Bi("", ""), Bi(f"{rule}  {RULES[rule].id}", f"{rule}  {RULES[rule].en}")]
        name = _SEVERITIES[flag.severity]
        lines.append(Bi(f"  {name.id}: {flag.message.id}", f"  {name.en}: {flag.message.en}"))
        lines += [_quoted(s) for s in _at(result.statements, flag)]
    return [*lines, Bi("", ""), summary(result)]


def summary(result: Audit) -> Bi:
    """How much was read and found."""
    blocks = sum(flag.severity == "BLOCK" for flag in result.flags)
    filled = _SUMMARY if result.flags else _CLEAN
    return filled.fill(
        name=result.name,
        n=len(result.statements),
        flags=len(result.flags),
        block=blocks,
        warn=len(result.flags) - blocks,
    )


def labels(result: Audit) -> Grid:
    """Labels by scope and section, as the draft writes them."""
    said: dict[str, dict[Section, dict[str, None]]] = {}
    for s in result.statements:
        if s.section not in ("introduction", "methods") and not s.is_recommendation:
            for label in s.labels:
                if not label.weak:
                    said.setdefault(label.scope, {}).setdefault(s.section, {})[label.words or label.label] = None
    shown = [name for name in SECTION_NAMES if any(name in by for by in said.values())]
    order = ["overall", *(code.id for code in result.book.codes)]
    rows: tuple[tuple[Bi | str, ...], ...] = tuple(
        (scope_name(scope, result.book), *(", ".join(said[scope].get(name, ())) for name in shown))
        for scope in sorted(said, key=order.index)
    )
    columns = (Bi("Tentang", "On"), *(SECTION_NAMES[name] for name in shown))
    return Grid(Bi("Label menurut bagian", "Labels by section"), columns, rows)


def _at(statements: Sequence[Statement], flag: Flag) -> list[Statement]:
    """The sentences on which a flag is."""
    ids = {*flag.evidence, *(value for name, value in flag.details if name == "statement")}
    return [s for s in statements if s.id in ids]


def _quoted(statement: Statement) -> Bi:
    text = statement.text if len(statement.text) <= _QUOTED else f"{statement.text[: _QUOTED - 1]}…"
    name = SECTION_NAMES[statement.section]
    return Bi(f"    {name.id}, brs. {statement.line}: “{text}”", f"    {name.en}, line {statement.line}: “{text}”")


_NO_RESULTS = Bi(
    "Naskah ini tidak memuat bagian hasil (Hasil, Pembahasan, BAB IV): angka, label, dan faktor di bagian hasil tidak "
    "dapat diperiksa. Periksa judul bagiannya.",
    "This draft has no section of results (Results, Discussion, Chapter IV): figures, labels and factors of results "
    "cannot be checked. Look at the headings of its sections.",
)
_NO_SECTIONS = Bi(
    "Tidak ada bagian yang dikenali (Abstrak, Metode, Pembahasan, Simpulan, ...): semua teks dibaca sebagai hasil. "
    "Beri judul bagian agar pertentangan antarbagian dapat diperiksa.",
    "No section was recognised (Abstract, Methods, Results, Conclusion, ...): all text was read as results. Give the "
    "sections their headings so that contradictions between them can be found.",
)
_OTHER_BOOK = Bi(
    "Naskah diperiksa dengan codebook lain daripada milik proyek: temuan proyek tidak dibandingkan. Hilangkan "
    "--codebook untuk membandingkannya.",
    "The draft is checked by another codebook than the project's: its findings are not compared. Leave --codebook out "
    "to compare them.",
)
_NOTHING_ACCEPTED = Bi(
    "Proyek belum memuat kode yang diterima orang: temuannya belum ada untuk dibandingkan. Terima dengan kualcode code "
    "accept.",
    "The project holds no coding that a person has accepted: there are no findings yet to compare with. Accept some "
    "with kualcode code accept.",
)
_SUMMARY = Bi(
    "{name}: {n} kalimat dibaca, {flags} temuan ({block} harus diperbaiki, {warn} perlu diperiksa). Aturan membaca "
    "kata, bukan maksud: periksa setiap temuan pada naskah.",
    "{name}: {n} sentences read, {flags} findings ({block} to mend, {warn} to check). Rules read words, not what is "
    "meant: look each finding up in the draft.",
)
_CLEAN = Bi(
    "{name}: {n} kalimat dibaca, tidak ada pertentangan yang ditemukan. Itu bukan jaminan bahwa naskah bebas dari "
    "kesalahan.",
    "{name}: {n} sentences read, no contradiction found. That is no guarantee that the draft is free of errors.",
)
