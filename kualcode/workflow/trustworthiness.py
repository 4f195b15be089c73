"""What the project can show of its own trustworthiness: the tests, COREQ and SRQR, filled from what it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from kualcode import __version__
from kualcode.analysis.evidence import AXES, Case, Evidence
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation.negative_cases import explained, unexplained
from kualcode.analysis.triangulation.parents import below, children
from kualcode.analysis.trustworthiness.checklists import STATES, Item, coreq, srqr
from kualcode.analysis.trustworthiness.criteria import AUTOMATIC, tests, traced
from kualcode.analysis.trustworthiness.traces import Traces
from kualcode.analysis.verdicts import CodeVerdict
from kualcode.document import Block, Entry, Heading, Matrix, Paragraph
from kualcode.errors import Bi, InvalidFile, Lang, UsageError
from kualcode.model import Informant
from kualcode.store import Query, Store
from kualcode.workflow.records import Record, Records
from kualcode.workflow.study import stored_config

_LOOKED_AT = ("accepted", "rejected", "disputed")


def traces(store: Store) -> Traces:
    """Everything that the checklists are filled from. Raises InvalidFile without a sound codebook."""
    from kualcode.workflow import judged, triangulate

    study = triangulate.from_project(store)
    said, config = judged.stored(store), stored_config(store)
    sources = list(Records(store).sources())
    people = [one for one in store.informants().values() if one.consent not in ("refused", "withdrawn")]
    accepted = [one for one in study.case.evidence if one.counts]
    runs = {axis: study.over(axis) for axis in AXES}
    gating = next(run for run in runs.values() if run.gates)
    cases = _negative_cases(study.case, gating.codes)
    return Traces(
        informants=len(people),
        refused=len(store.informants()) - len(people),
        lengths=sum(bool(one.length) for one in people),
        consents=_counted(one.consent for one in people),
        **_chosen(people),
        **_field(sources),
        **_coding(store),
        **_codebook(store),
        **_asking(store, study.case.asked),
        axes=tuple(axis for axis, run in runs.items() if _comparable(run.codes)),
        design=tuple(_AXIS[one] for one in study.case.design),
        verdicts=_counted(row.verdict for row in gating.codes if row.verdict),
        themes=len({one.code for one in accepted}),
        deviant=len(cases),
        unexplained=sum(not explained for explained in cases),
        **_quoted(accepted),
        saturation=_saturation(store),
        declared=said.credibility,
        debriefings=len(said.peer_debriefing),
        debriefing_codes=len({code for one in said.peer_debriefing for code in one.changed_codes}),
        reflections=len(said.reflexivity),
        written=dict(said.method),
        setting=said.setting,
        title=config.title,
        questions=len(config.research_questions),
        interviewers=len(config.interviewers),
        tool=__version__,
    )


def m1(store: Store, found: Traces) -> list[Flag]:
    """Techniques that were declared and left no trace, or were used and not declared."""
    from kualcode.analysis.rules.method import m1 as rule

    return rule(found.declared, traced(found), used(found)) if found.declared else []


def used(found: Traces) -> frozenset[str]:
    """Techniques that a study plainly used: those it logged, several ways of collecting data, the axes of its design.

    That every axis can be computed is no use of it.
    """
    axes = {axis for axis in found.axes if axis == "technique" or axis in found.design}
    return traced(found) & {"peer_debriefing", "member_check", *(f"{axis}_triangulation" for axis in axes)}


# ---------------------------------------------------------------- gathering
def _negative_cases(case: Case, rows: Sequence[CodeVerdict]) -> list[bool]:
    """Of each negative case that findings list whether it is explained; an indicator does not repeat its parts'."""
    book, family, written = case.book, children(case.book), explained(case)
    found = [row for row in rows if (code := book.by_id[row.code]).kind != "factor_group" and code.retired is None]
    deviants = {row.code: {voice.id for voice in row.deviant} for row in rows}
    told = {(book.by_id[row.code].parent, voice.id) for row in found for voice in row.deviant}
    waiting = {
        row.code: {voice.id for voice in unexplained(row, row.code, below(family, row.code), deviants, written)}
        for row in found
    }
    return [
        voice.id not in waiting[row.code] for row in found for voice in row.deviant if (row.code, voice.id) not in told
    ]


def _counted(values: Iterable[str | None]) -> dict[str, int]:
    return dict(sorted(Counter(value for value in values if value).items()))


def _chosen(people: Sequence[Informant]) -> dict[str, Any]:
    return {
        "role_groups": _counted(one.role_group for one in people),
        "categories": _counted(one.category for one in people),
        "chosen": _counted(one.chosen for one in people),
    }


def _field(sources: Sequence[Record]) -> dict[str, Any]:
    """What was collected, and when: days in the field are those of interviews and observations."""
    kinds = Counter(str(row["source_type"]) for row in sources)
    interviews = [row for row in sources if row["source_type"] == "interview"]
    met: dict[str, set[str]] = {}
    for row in interviews:
        if row["informant"] and row["date"]:
            met.setdefault(str(row["informant"]), set()).add(str(row["date"]))
    days = {str(row["date"]) for row in sources if row["source_type"] in ("interview", "observation") and row["date"]}
    return {
        "interviews": kinds["interview"],
        "observations": kinds["observation"],
        "documents": kinds["documentation"],
        "recordings": sum(row["format"] == "srt" for row in interviews),
        "returned": tuple(sorted(person for person, dates in met.items() if len(dates) > 1)),
        "days": tuple(sorted(days)),
    }


def _coding(store: Store) -> dict[str, Any]:
    """How people went about it."""
    double = memos = 0
    coders: set[str] = set()
    for _, rows in groupby(store.codings(), key=lambda c: (c.source, c.start, c.end, c.code)):
        decided = [row for row in rows if row.coder is not None]
        double += len({row.coder for row in decided}) > 1
        memos += sum(bool(row.reason) for row in decided)
        coders |= {row.coder for row in decided if row.coder}
    states = store.tally(("status",), Query())
    changed = sum(
        entry.action == "recode" and entry.before_sha is not None and entry.reason != "merged"
        for entry in store.journal()
    )
    return {
        "coders": tuple(sorted(coders)),
        "passages": states.total(),
        "accepted": states[("accepted",)],
        "undecided": states[("suggested",)],
        "disputed": states[("disputed",)],
        "double_coded": double,
        "memos": memos,
        "recoded": changed,
        "journal": sum(1 for _ in store.journal()),
    }


def _codebook(store: Store) -> dict[str, Any]:
    from kualcode.workflow import codebooks
    from kualcode.yamlsafe import load

    book, text = codebooks.stored(store)
    written: Any = load(text, "codebook")[0]
    derivation = written["codebook"].get("derivation")
    shown = _derived(derivation) if isinstance(derivation, dict) else None
    return {
        "codebook": f"{book.id} {book.version}",
        "codes": sum(code.codable and code.retired is None for code in book.codes),
        "facets": sum(len(code.facets) for code in book.codes),
        "derivation": shown,
    }


def _derived(said: Mapping[str, object]) -> Bi:
    """Where codes and facets come from, in words."""
    pairs = [(_DERIVED.get(str(word), Bi(str(word), str(word))) for word in pair) for pair in said.items()]
    told = [(what.id, how.id, what.en, how.en) for what, how in pairs]
    return Bi("; ".join(f"{a}: {b}" for a, b, _, _ in told), "; ".join(f"{c}: {d}" for _, _, c, d in told))


def _asking(store: Store, asked: Mapping[str, frozenset[str]]) -> dict[str, Any]:
    from kualcode.workflow.instrument import questions

    return {"instrument": len(questions(store)), "asked_codes": len(frozenset[str]().union(*asked.values()))}


def _comparable(rows: Iterable[Any]) -> bool:
    """Whether on any code at least two groups say something that can be compared."""
    return any(row.k >= 2 for row in rows)


def _quoted(accepted: Sequence[Evidence]) -> dict[str, Any]:
    found = [one for one in accepted if one.quote_found]
    people = {one.informant for one in found if one.informant and one.source_type == "interview"}
    return {"quotes_found": len(found), "informants_quoted": len(people)}


def _saturation(store: Store) -> Bi | None:
    """The sentence over all interviews, of facets where any were given, else of codes; None where none can be made."""
    from kualcode.workflow.saturation import LEVELS, curves, sentences

    try:
        found = [one for one in curves(store) if one.group is None and one.found.steps]
    except (UsageError, InvalidFile):
        return None
    return next((_SATURATION.fill(level=LEVELS[one.level], told=sentences(one)[0]) for one in found), None)


# ---------------------------------------------------------------- for people
def tests_table(found: Traces) -> Matrix:
    """Sugiyono's tests, what the project can show of each, and whether Metode declares it."""
    rows = tuple(
        (
            Entry(test.name),
            Entry(_YES if _is_declared(test.id, found) else _NO) if found.declared else Entry(""),
            Entry(_YES if test.traced else _NO),
            Entry(test.evidence),
            Entry(AUTOMATIC[test.automatic]),
        )
        for test in tests(found)
    )
    notes = () if found.declared else (_DECLARE,)
    return Matrix("keabsahan", _TESTS, _TEST_COLUMNS, rows, notes)


def _is_declared(test: str, found: Traces) -> bool:
    """Triangulation of any kind is triangulation."""
    return any(one == test or one.endswith(f"_{test}") for one in found.declared)


def checklist_table(items: Sequence[Item], title: Bi) -> Matrix:
    """One checklist with how far it is met."""
    rows = tuple(
        (
            Entry(item.id.partition("-")[2]),
            Entry(item.title),
            Entry(STATES[item.state]),
            Entry(item.answer),
            Entry(item.pointer),
        )
        for item in items
    )
    states = Counter(item.state for item in items)
    count = Bi(
        ", ".join(f"{STATES[state].id}: {states[state]}" for state in STATES),
        ", ".join(f"{STATES[state].en}: {states[state]}" for state in STATES),
    )
    return Matrix(title.en.partition(" ")[0], title, _ITEM_COLUMNS, rows, (count,))


def tables(found: Traces) -> tuple[Matrix, Matrix, Matrix]:
    """The tests, COREQ and SRQR."""
    return (tests_table(found), checklist_table(coreq(found), COREQ), checklist_table(srqr(found), SRQR))


def write(folder: Path, found: Traces, flags: Sequence[Flag], lang: Lang, *, force: bool) -> tuple[Path, ...]:
    """keabsahan.md, coreq.md and srqr.md in a folder, made if it is not there. Raises UsageError, KualcodeError."""
    from kualcode.exports import blocks
    from kualcode.workflow.writing import write_bytes

    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, matrix in zip(("keabsahan.md", "coreq.md", "srqr.md"), tables(found), strict=True):
        warned = [Paragraph(flag.message, "note") for flag in flags] if name == "keabsahan.md" else []
        text: list[Block] = [Heading(1, matrix.title), matrix, *warned]
        path = folder / name
        write_bytes(path, blocks.render(text, "md", lang, title=matrix.title), force=force)
        made.append(path)
    return tuple(made)


def as_json(found: Traces, flags: Sequence[Flag]) -> dict[str, Any]:
    """The same for machines."""
    return {
        "schema": "kualcode.trustworthiness/1",
        "tests": {
            test.id: {
                "traced": test.traced,
                "declared": _is_declared(test.id, found),
                "automatic": test.automatic,
                "evidence": test.evidence.en,
            }
            for test in tests(found)
        },
        "coreq": {item.id: {"state": item.state, "answer": item.answer.en} for item in coreq(found)},
        "srqr": {item.id: {"state": item.state, "answer": item.answer.en} for item in srqr(found)},
        "flags": [{"rule": flag.rule, "message": flag.message.en} for flag in flags],
    }


_SATURATION = Bi("{level}: {told}", "{level}: {told}")
_DERIVED = {
    "codes": Bi("kode", "codes"),
    "facets": Bi("faset", "facets"),
    "a_priori": Bi("disusun lebih dahulu (deduktif)", "a priori (deductive)"),
    "inductive": Bi("dari data (induktif)", "from the data (inductive)"),
}
_AXIS = {"teknik": "technique", "sumber": "source", "waktu": "time"}
_YES, _NO = Bi("ya", "yes"), Bi("tidak", "no")
COREQ = Bi("COREQ (Tong, Sainsbury & Craig 2007)", "COREQ (Tong, Sainsbury & Craig 2007)")
SRQR = Bi("SRQR (O'Brien dkk. 2014)", "SRQR (O'Brien et al. 2014)")
_TESTS = Bi("Uji keabsahan data (Sugiyono; Lincoln & Guba 1985)", "Trustworthiness (Sugiyono; Lincoln & Guba 1985)")
_TEST_COLUMNS = (
    Bi("Uji", "Test"),
    Bi("Dinyatakan di Metode", "Declared in Methods"),
    Bi("Ada jejaknya", "Traced"),
    Bi("Yang dapat ditunjukkan", "What can be shown"),
    Bi("Otomatis", "Automatic"),
)
_ITEM_COLUMNS = (
    Bi("No", "No"),
    Bi("Butir", "Item"),
    Bi("Keadaan", "State"),
    Bi("Isi", "Answer"),
    Bi("Asal atau tempat mengisi", "Origin, or where to fill in"),
)
_DECLARE = Bi(
    "Uji yang dinyatakan di bagian Metode belum dicatat; tulis di temuan.yaml, keabsahan: [member check, ...].",
    "What the Methods section declares is not recorded yet; write it in temuan.yaml, credibility: [member check, ...].",
)
