"""Triangulation of a project and of a file: the contract for machines, the layouts by name, contradictions."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from study_values import CODEBOOK, Study

from kualcode import codebook as books
from kualcode.analysis.evidence import Case, Judgement, Resolution
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation.algorithm import triangulate as judged
from kualcode.errors import Bi, KualcodeError, UsageError
from kualcode.store import open_store
from kualcode.workflow import resolve, sensitivity, triangulate, triangulate_tables
from kualcode.workflow.evidence_file import read_evidence
from kualcode.workflow.triangulate import Study as Triangulated
from kualcode.workflow.writing import write_bytes

BOOK = books.load(CODEBOOK, "buku.yaml")
VOICE = {"interview": "informant", "observation": "session_id", "documentation": "doc_family"}


def line(number: int, kind: str, who: str, stance: str, code: str = "LAY.CPT", **more: Any) -> dict[str, Any]:
    """One statement of an evidence file."""
    return {"id": f"E{number}", "source_type": kind, VOICE[kind]: who, "code": code, "stance": stance, **more}


def studied(*lines: dict[str, Any], **more: Any) -> Triangulated:
    """The study of these lines."""
    found = read_evidence([json.dumps(row) for row in lines], "bukti.jsonl", BOOK).sound("bukti.jsonl")
    return triangulate.from_evidence(Case(BOOK, found.evidence, found.claims, **more))


THREE = (
    line(1, "interview", "I-01", "positive"),
    line(2, "interview", "I-02", "positive"),
    line(3, "interview", "I-03", "positive"),
    line(4, "observation", "O-1", "positive"),
    line(5, "documentation", "D-1", "positive"),
)


def machine(study: Triangulated, axis: Any = "technique") -> dict[str, Any]:
    """The contract of a study, as it comes out of JSON."""
    told: dict[str, Any] = json.loads(json.dumps(triangulate.as_json(study.over(axis), study.case)))
    return told


# ---------------------------------------------------------------- the contract
def test_the_contract_lists_every_code_of_the_codebook_in_its_order() -> None:
    told = machine(studied(*THREE))
    assert (told["schema"], told["axis"]) == ("kualcode.triangulate/1", "technique")
    assert list(told["codes"]) == ["LAY", "LAY.CPT", "HMB", "HMB.ALT"]
    assert told["codes"]["LAY.CPT"] == {
        "verdict": "AGREEMENT",
        "gate": "EMIT",
        "label": "baik",
        "label_note": None,
        "status": None,
        "confidence": "HIGH",
        "reasons": [],
        "stances": {"interview": "POS", "observation": "POS", "documentation": "POS"},
        "voices": {"interview": 3, "observation": 1, "documentation": 1},
        "deviant": [],
        "camps": {},
        "facet_clashes": [],
        "gate_reasons": [],
        "flags": [],
        "same_source": [],
        "recode": [],
        "deviant_voices": [],
        "camp_voices": {},
        "chosen": None,
        "k_parts": None,
    }


def test_one_technique_has_a_note_beside_the_bare_label() -> None:
    told = machine(studied(*THREE[:3]))["codes"]["LAY.CPT"]
    assert (told["verdict"], told["label"], told["label_note"]) == ("SILENCE", "baik", "(satu teknik)")
    assert (told["gate"], told["confidence"], told["reasons"]) == ("QUALIFY", "LOW", ["1 of 3 techniques"])


def test_voices_count_neutral_ones_too_and_camps_are_told_where_no_side_prevails() -> None:
    told = machine(
        studied(
            line(1, "interview", "I-01", "positive"),
            line(2, "interview", "I-02", "negative"),
            line(3, "interview", "I-03", "neutral"),
        )
    )["codes"]["LAY.CPT"]
    assert (told["stances"]["interview"], told["voices"]["interview"]) == ("MIX", 3)
    assert (told["deviant"], told["camps"]) == ([], {"POS": ["I-01"], "NEG": ["I-02"]})


def test_factors_have_a_status_and_no_label_and_a_group_lists_them() -> None:
    told = machine(studied(line(1, "interview", "I-01", "positive", "HMB.ALT", causal="stated")))["codes"]
    assert (told["HMB.ALT"]["status"], told["HMB.ALT"]["label"]) == ("supported", None)
    group = told["HMB"]
    assert (group["verdict"], group["gate"], group["label"], group["confidence"]) == (None, None, None, None)
    assert (group["factors"], group["stances"], group["voices"]) == (["HMB.ALT"], {}, {})
    assert "factors" not in told["HMB.ALT"]


def test_without_evidence_every_code_is_without_data() -> None:
    told = machine(studied())["codes"]
    assert {code: row["verdict"] for code, row in told.items()} == {
        "LAY": "NO_DATA",
        "LAY.CPT": "NO_DATA",
        "HMB": None,
        "HMB.ALT": "NO_DATA",
    }
    assert told["LAY.CPT"]["confidence"] is None


def test_axes_that_do_not_gate_have_no_gate_label_or_confidence() -> None:
    study = studied(*(dict(row, role_group="staf", date="2024-01-01") for row in THREE))
    for axis in ("source", "time"):
        told = machine(study, axis)["codes"]["LAY.CPT"]
        assert (told["gate"], told["label"], told["confidence"]) == (None, None, None)
        assert told["verdict"] == "SILENCE"
    by_source = studied(*(dict(row, role_group="staf") for row in THREE), design=("sumber",))
    assert machine(by_source, "source")["codes"]["LAY.CPT"]["gate"] == "BLOCK"


def test_one_code_may_be_asked_for_and_provisional_is_said() -> None:
    study = studied(*THREE)
    told = triangulate.as_json(study.over("technique"), study.case, provisional=True, code="LAY.CPT")
    assert (list(told["codes"]), told["provisional"]) == (["LAY.CPT"], True)
    assert "provisional" not in triangulate.as_json(study.over("technique"), study.case)


def test_suggestions_count_only_in_a_provisional_study() -> None:
    rows = [dict(row, status="suggested") for row in THREE]
    found = read_evidence(map(json.dumps, rows), "bukti.jsonl", BOOK)
    case = Case(BOOK, found.evidence)
    assert machine(triangulate.from_evidence(case))["codes"]["LAY.CPT"]["verdict"] == "NO_DATA"
    provisional = triangulate.from_evidence(case, provisional=True)
    assert provisional.provisional
    assert machine(provisional)["codes"]["LAY.CPT"]["verdict"] == "AGREEMENT"


def test_the_order_of_the_lines_changes_no_byte() -> None:
    rows = [*THREE, line(6, "interview", "I-04", "mixed"), line(7, "documentation", "D-2", "negative", "HMB.ALT")]
    first = json.dumps(machine(studied(*rows)))
    shuffle = random.Random(4)
    for _ in range(20):
        shuffle.shuffle(rows)
        assert json.dumps(machine(studied(*rows))) == first


# ---------------------------------------------------------------- contradictions
WHY = "Diselesaikan setelah dibicarakan lagi dengan kedua informan itu."


def settled(rule: str, target: str) -> Resolution:
    """A resolution in writing."""
    return Resolution(rule, target, "both_true", WHY, "Dwi", "2026-01-05")


def test_a_flag_is_resolved_by_its_id_or_on_every_code_that_it_touches() -> None:
    flag = Flag("N1", "BLOCK", ("LAY.CPT", "HMB.ALT"), Bi("Jumlah tidak cocok.", "Parts do not sum."))

    def resolved(*resolutions: Resolution) -> Resolution | None:
        case = Case(BOOK, studied(*THREE).case.evidence, resolutions=resolutions)
        (found,) = triangulate.contradictions(case, judged(case, "technique", (flag,)))
        assert (found.rule, found.target, found.severity, found.codes) == ("N1", flag.id, "BLOCK", flag.targets)
        return found.resolved

    on_one, on_other = settled("N1", "LAY.CPT"), settled("N1", "HMB.ALT")
    assert resolved() is None
    assert resolved(settled("N1", flag.id)) == settled("N1", flag.id)
    assert resolved(on_one) is None
    assert resolved(on_one, on_other) == on_one
    assert resolved(settled("N2", flag.id)) is None


def test_a_label_far_from_the_suggestion_is_a_contradiction() -> None:
    case = Case(BOOK, studied(*THREE).case.evidence, judgements=(Judgement("LAY.CPT", "kurang baik"),))
    (found,) = triangulate.contradictions(case, judged(case))
    assert (found.rule, found.target, found.resolved) == ("LABEL", "LAY.CPT", None)
    near = Case(BOOK, case.evidence, judgements=(Judgement("LAY.CPT", "cukup baik"),))
    assert triangulate.contradictions(near, judged(near)) == ()


# ---------------------------------------------------------------- layouts by name
def test_layouts_are_asked_for_by_name() -> None:
    assert triangulate_tables.chosen(None) == ("L1",)
    assert triangulate_tables.chosen(None, "docx") == ("L1", "summary")
    assert triangulate_tables.chosen(None, "csv") == ("L1",)
    assert triangulate_tables.chosen("l3, Ringkasan,L3") == ("L3", "summary")
    assert triangulate_tables.chosen("semua") == triangulate_tables.LAYOUTS
    assert triangulate_tables.chosen(" , ") == ("L1",)
    with pytest.raises(UsageError, match="'L9' is unknown") as caught:
        triangulate_tables.chosen("L1,L9")
    assert "Pilih: L1, L2, L3, L4, L5, L6, ringkasan, semua." in caught.value.message("id")
    assert "Choose: L1, L2, L3, L4, L5, L6, summary, all." in caught.value.message("en")


def test_all_layouts_hold_all_three_axes() -> None:
    made = triangulate_tables.tables(studied(*THREE), triangulate_tables.LAYOUTS)
    assert [matrix.id for matrix in made] == [
        "L1",
        "L1-source",
        "L1-time",
        "L2",
        "L3",
        "L4",
        "L5",
        "L6",
        "summary",
    ]
    assert [m.id for m in triangulate_tables.tables(studied(*THREE), ("L1", "L4"), "time")] == ["L1-time", "L4-time"]


def test_without_an_axis_it_is_the_one_that_decides() -> None:
    by_source = studied(*(dict(row, role_group="staf") for row in THREE), design=("sumber",))
    assert [m.id for m in triangulate_tables.tables(by_source, ("L1", "summary"))] == ["L1-source", "summary-source"]


@pytest.mark.parametrize("form", triangulate_tables.FORMS)
def test_a_file_has_the_form_that_its_name_says(tmp_path: Path, form: str) -> None:
    made = triangulate_tables.tables(studied(*THREE), ("L1", "summary"))
    target = tmp_path / f"matriks.{form}"
    triangulate_tables.write(target, made, "id")
    data = target.read_bytes()
    starts = {"csv": b"\xef\xbb\xbf", "json": b"{", "xlsx": b"PK", "docx": b"PK", "html": b"<!doctype", "md": b"**"}
    assert data.lower().startswith(starts[form].lower())
    assert sorted(path.name for path in tmp_path.iterdir()) == [target.name]
    again = tmp_path / f"lagi.{form}"
    triangulate_tables.write(again, made, "id")
    assert again.read_bytes() == data
    with pytest.raises(UsageError, match="exists already"):
        triangulate_tables.write(target, made, "en")
    triangulate_tables.write(target, made, "en", force=True)
    assert (target.read_bytes() == data) == (form == "json")  # which holds both languages


def test_a_name_that_says_no_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'odt' is unknown"):
        triangulate_tables.form_of(tmp_path / "matriks.odt")
    with pytest.raises(UsageError, match="'matriks' is unknown"):
        triangulate_tables.form_of(tmp_path / "matriks")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "matriks.docx"
    folder.mkdir()
    with pytest.raises(KualcodeError, match="is a folder"):
        write_bytes(folder, b"x", force=True)
    with pytest.raises(KualcodeError, match="cannot be written"):
        write_bytes(tmp_path / "tidak" / "ada.docx", b"x", force=False)
    assert [path.name for path in tmp_path.iterdir()] == ["matriks.docx"]


# ---------------------------------------------------------------- sensitivity
def test_thresholds_are_exact_fractions() -> None:
    from fractions import Fraction

    assert sensitivity.values("3/5, 0.75,3/5") == (Fraction(3, 5), Fraction(3, 4))
    for wrong in ("", "3/0", "drei", "2/3;3/4", "-1/2", "1e9"):
        with pytest.raises(UsageError, match="is no fraction"):
            sensitivity.values(wrong)


def test_what_other_thresholds_would_change_for_machines() -> None:
    rows = [line(n, "interview", f"I-{n}", "positive" if n < 4 else "negative") for n in range(1, 6)]
    study = studied(*rows, line(6, "documentation", "D-1", "positive"))
    told = sensitivity.as_json(study, "3/5,2/3", "technique")
    assert told["2/3"] == {}
    assert told["3/5"]["LAY.CPT"] == {"verdict": "AGREEMENT", "label": "cukup baik", "status": None}
    assert [row[0].text for row in sensitivity.table(study, "3/5", "technique").rows]


# ---------------------------------------------------------------- a project
def test_nothing_accepted_says_what_to_do(tagged: Study) -> None:
    with open_store(tagged.project, readonly=True) as store:
        study = triangulate.from_project(store)
        with pytest.raises(KualcodeError, match="nobody has read 4 suggestions") as caught:
            triangulate.check_something_counts(study)
        assert "--provisional" in caught.value.message("id")
        triangulate.check_something_counts(triangulate.from_project(store, provisional=True))
    with pytest.raises(KualcodeError, match="no coded evidence"):
        triangulate.check_something_counts(studied())


def test_a_project_is_triangulated_over_what_people_accepted(tagged: Study) -> None:
    tagged.ok("code", "accept", "--code", "LAY", "--coder", "Dwi")
    with open_store(tagged.project, readonly=True) as store:
        study = triangulate.from_project(store)
        told = machine(study)["codes"]["LAY.CPT"]
        assert told["voices"] == {"interview": 2, "observation": 0, "documentation": 0}
        assert machine(study)["codes"]["HMB.ALT"]["verdict"] == "NO_DATA"
        assert study.over("technique") is study.over("technique")


def test_contradictions_of_a_project_are_listed_for_resolve(tagged: Study) -> None:
    from kualcode.store import Store

    def add(store: Store, source: str, words: str, stance: Any) -> None:
        start = store.source(source).text.index(words)
        store.add_coding(source, start, start + len(words), "LAY.CPT", stance, "Dwi")

    with open_store(tagged.project) as store:
        with store.atomic():
            add(store, "wawancara/I-01.txt", "Petugasnya ramah", "positive")
            add(store, "wawancara/I-02.txt", "antri di sini cepat", "positive")
            add(store, "observasi/O-1.txt", "Pukul 08.00 warga antri di depan loket", "negative")
        found = {(one.rule, one.target): one for one in triangulate.open_contradictions(store)}
        assert found["DISSONANCE", "LAY.CPT"].resolved is None
        assert found["DISSONANCE", "LAY.CPT"].severity == "BLOCK"
        assert ("DISSONANCE", "LAY") in found
        why = "Pengamatan dibuat pada jam sibuk, wawancara tentang hari biasa."
        value = {"decision": "both_true", "rationale": why, "date": "2026-01-05"}
        with store.atomic():
            store.put_note(resolve.NOTE, "DISSONANCE:LAY.CPT", value, by="Dwi")
        after = {(one.rule, one.target): one for one in triangulate.open_contradictions(store)}
        resolved = after["DISSONANCE", "LAY.CPT"].resolved
        assert resolved is not None
        assert resolved.rationale == why
        assert machine(triangulate.from_project(store))["codes"]["LAY.CPT"]["gate"] == "QUALIFY"
