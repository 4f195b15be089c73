"""Contradictions are resolved by a written rationale: found, written once, changed, undone, listed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

import pytest
from study_values import Study

from kualcode.analysis.evidence import Resolution
from kualcode.analysis.rules.flags import RESOLVABLE
from kualcode.cli import resolve as command
from kualcode.errors import Bi, KualcodeError, NotFound, UsageError
from kualcode.store import Query, Store, open_store
from kualcode.workflow import resolve as work
from kualcode.workflow.resolve import Answer, Contradiction, answer
from kualcode.workflow.resolve_shown import as_json, grid

WHY = "Pimpinan melihat loket pada pagi hari, warga pada siang hari."
CLASH = Contradiction("DISSONANCE", "LAY.CPT", "BLOCK", Bi("Wawancara dan observasi bertentangan.", "They differ."))
SUM = Contradiction("N1", "N1-3f9a2c", "BLOCK", Bi("41 + 8 + 5 = 54.", "41 + 8 + 5 = 54."), codes=("LAY.CPT", "LAY"))
LATER = Contradiction("N1", "N1-77aa00", "BLOCK", Bi("3 + 4 = 8.", "3 + 4 = 8."), codes=("LAY",))
ENUM = Contradiction("T8", "T8-0a0a0a", "WARN", Bi("Rincian berbeda.", "The lists differ."), codes=("HMB.ALT",))
EVIDENCE = Contradiction("T5", "HMB", "BLOCK", Bi("Tanpa bukti.", "No evidence."))
FAR = Contradiction("LABEL", "LAY.CPT", "BLOCK", Bi("Kategori jauh dari saran.", "The label is far off."))
ALL = (CLASH, SUM, LATER, ENUM, EVIDENCE, FAR)


@pytest.fixture
def project(tagged: Study) -> Iterator[Store]:
    """The small study, tagged, open for writing."""
    with open_store(tagged.project) as store:
        yield store


@pytest.fixture
def torn(tagged: Study) -> Study:
    """The small study, where an interview and an observation contradict each other."""
    with open_store(tagged.project) as store, store.atomic():
        for coding in store.codings(Query(code="LAY.CPT")):
            store.decide(coding.id, coder="Ani", status="accepted" if coding.stance == "negative" else "rejected")
        name = "observasi/O-1.txt"
        start = store.source(name).text.index("warga")
        store.add_coding(name, start, start + 31, "LAY.CPT", "positive", "Ani")
    return tagged


def found(store: Store) -> Sequence[Contradiction]:
    """The invented contradictions, each with what has been written about it."""
    said = {(one.rule, one.target): one for one in work.resolutions(store)}
    return [one._replace(resolved=said.get((one.rule, one.target))) for one in ALL]


def resolve(store: Store, target: str, decision: str = "both_true", why: str = WHY, **more: str) -> Resolution:
    said = answer(decision, why, date=more.pop("date", None), member_check=more.pop("member_check", None))
    more = {"by": "Ani", "today": "2026-02-01", **more}
    return work.resolve(store, target, said, find=found, **more)


def refused(kind: type[KualcodeError], call: Callable[[], object]) -> str:
    with pytest.raises(kind) as caught:
        call()
    return caught.value.message("en")


# ---------------------------------------------------------------- written
def test_a_resolution_is_written_and_read(project: Store) -> None:
    done = resolve(project, "lay.cpt", "keduanya_benar", f"  {WHY} \n", rule="dissonance")
    assert done == Resolution("DISSONANCE", "LAY.CPT", "both_true", WHY, "Ani", "2026-02-01")
    dated = resolve(project, "n1-3F9A2C", "tarik", date="2026-01-31", member_check="MC-R1-I01-007")
    assert dated == Resolution("N1", "N1-3f9a2c", "retract", WHY, "Ani", "2026-01-31", "MC-R1-I01-007")
    assert work.resolutions(project) == (done, dated)
    assert list(project.notes("resolution")) == ["DISSONANCE:LAY.CPT", "N1:N1-3f9a2c"]
    assert [entry.action for entry in project.journal()].count("resolution") == 2
    assert project.check(deep=True) == ()


def test_the_same_again_changes_nothing_not_even_on_another_day(project: Store) -> None:
    done = resolve(project, "LAY.CPT", rule="DISSONANCE")
    head = project.head()
    assert resolve(project, "LAY.CPT", rule="DISSONANCE", today="2026-03-01") == done
    assert project.head() == head
    other = resolve(project, "LAY.CPT", "split", rule="DISSONANCE", today="2026-03-01", by="Budi")
    assert (other.decision, other.by, other.date) == ("split", "Budi", "2026-03-01")
    moved = resolve(project, "LAY.CPT", "split", rule="DISSONANCE", date="2026-02-28", by="Budi")
    assert moved.date == "2026-02-28"
    assert len(work.resolutions(project)) == 1


@pytest.mark.parametrize(
    ("word", "decision"),
    [
        ("prefer", "prefer"),
        ("pilih_satu", "prefer"),
        ("Pilih Satu", "prefer"),
        ("both-true", "both_true"),
        ("KEDUANYA_BENAR", "both_true"),
        ("pisah", "split"),
        ("split", "split"),
        ("tarik", "retract"),
    ],
)
def test_decisions_in_both_languages(word: str, decision: str) -> None:
    side = "observasi" if decision == "prefer" else None
    assert answer(word, WHY, side=side) == Answer(decision, WHY, side=side)  # type: ignore[arg-type]


def test_a_rationale_of_forty_characters_will_do_and_blanks_do_not_count() -> None:
    forty = "e\u0301 " + "satu dua tiga empat lima " + "x" * 13  # composed: one character
    assert len(answer("split", forty).rationale) == 40
    for short in ("x" * 39, "", "x   \n" * 20, f"{'x' * 39}{' ' * 9}"):
        said = refused(UsageError, lambda short=short: answer("split", short))  # type: ignore[misc]
        assert "at least 40 are needed" in said
    assert "39 characters" in refused(UsageError, lambda: answer("split", "x" * 39))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"decision": "both_ture"}, "The decision both_ture is not known. Did you mean both_true?"),
        ({"decision": "?"}, "Choose: prefer, both_true, split, retract."),
        ({"date": "2026-02-30"}, "Write a date such as 2026-01-31."),
        ({"date": "20260131"}, "Write a date such as 2026-01-31."),
    ],
)
def test_words_that_will_not_do(words: dict[str, str], said: str) -> None:
    assert said in refused(UsageError, lambda: answer(words.pop("decision", "split"), WHY, **words))


def test_a_rationale_has_five_different_words() -> None:
    same = "kata " * 10
    assert "1 different words; at least 5 are needed" in refused(UsageError, lambda: answer("split", same))
    assert "0 different words" in refused(UsageError, lambda: answer("split", "a" + " b 1 _2" * 10))
    assert answer("split", same + "satu dua tiga empat").decision == "split"
    assert "4 different words" in refused(UsageError, lambda: answer("split", same + "Kata satu dua tiga"))


# ---------------------------------------------------------------- the side that is preferred
def test_a_preference_names_its_side_and_no_other_decision_does() -> None:
    assert "Which side is preferred?" in refused(UsageError, lambda: answer("prefer", WHY))
    assert "Which side is preferred?" in refused(UsageError, lambda: answer("prefer", WHY, side="  "))
    assert "--side goes with the decision prefer only." in refused(
        UsageError, lambda: answer("split", WHY, side="observasi")
    )


def prefer(store: Store, side: str, rule: str = "DISSONANCE") -> Resolution:
    """A preference of one side on LAY.CPT."""
    said = answer("prefer", WHY, side=side)
    return work.resolve(store, "LAY.CPT", said, by="Ani", today="2026-02-01", rule=rule, find=found)


@pytest.mark.parametrize(
    ("word", "kept", "shown"),
    [
        ("Observasi", "observation", "observasi"),
        ("interview", "interview", "wawancara"),
        ("i-01", "I-01", "I-01"),
        ("Pimpinan", "pimpinan", "pimpinan"),
        ("O-1", "O-1", "O-1"),
    ],
)
def test_a_side_is_kept_and_printed_with_the_rationale(torn: Study, word: str, kept: str, shown: str) -> None:
    with open_store(torn.project) as store:
        done = prefer(store, word)
        assert done.rationale == f"(yang dipilih: {shown}) {WHY}"
        assert store.notes("resolution")["DISSONANCE:LAY.CPT"].value["side"] == kept
        assert grid(store, found(store)).rows[0][4].id == f"pilih satu (Ani, 2026-02-01): {done.rationale}"  # type: ignore[union-attr]
        told = json.loads(json.dumps(as_json(store, found(store))))["contradictions"][0]
        assert (told["resolution"]["side"], told["resolution"]["rationale"]) == (kept, WHY)
        head = store.head()
        assert prefer(store, word.upper()) == done
        assert store.head() == head


def test_a_side_that_does_not_speak_there_is_refused_with_those_that_do(torn: Study) -> None:
    with open_store(torn.project) as store:
        for word in ("dokumentasi", "staf", "peneliti"):
            said = refused(UsageError, lambda word=word: prefer(store, word))  # type: ignore[misc]
            assert f"{word} is no side of this contradiction. Choose: interview, observation, " in said
            assert said.endswith("pimpinan, I-01, O-1.")
        assert work.resolutions(store) == ()


def test_of_a_label_the_sides_are_the_researcher_s_and_the_suggested_one(torn: Study) -> None:
    with open_store(torn.project) as store:
        assert prefer(store, "Peneliti", "LABEL").rationale == f"(yang dipilih: label peneliti) {WHY}"
        assert prefer(store, "suggestion", "LABEL").rationale == f"(yang dipilih: label yang disarankan) {WHY}"
        said = refused(UsageError, lambda: prefer(store, "observasi", "LABEL"))
        assert said.endswith("Choose: the researcher's label, the suggested label.")


def test_codes_above_that_still_contradict_are_named(project: Store) -> None:
    done = resolve(project, "LAY.CPT", rule="DISSONANCE")
    above = CLASH._replace(target="LAY")
    assert work.open_above(project, done, find=lambda _: [above]) == ("LAY",)
    assert work.open_above(project, done, find=lambda _: [above._replace(resolved=done)]) == ()
    assert work.open_above(project, done, find=lambda _: [above._replace(rule="LABEL"), FAR]) == ()
    other = resolve(project, "LAY.CPT", rule="N1")
    assert work.open_above(project, other, find=lambda _: [above, SUM]) == ()


# ---------------------------------------------------------------- which is meant
@pytest.mark.parametrize(
    ("kind", "target", "rule", "said"),
    [
        (
            UsageError,
            "LAY.CPT",
            None,
            "2 contradictions concern LAY.CPT. Choose one: LAY.CPT --rule DISSONANCE; LAY.CPT --rule LABEL.",
        ),
        (
            UsageError,
            "LAY",
            "N1",
            "2 contradictions concern LAY. Choose one: N1-3f9a2c --rule N1; N1-77aa00 --rule N1.",
        ),
        (UsageError, "HMB", None, "No rationale lifts the rule T5. Evidence alone lifts it."),
        (UsageError, "T8-0a0a0a", None, "No rationale lifts the rule T8."),
        (UsageError, "LAY.CPT", "NO_DATA", "No rationale lifts the rule NO_DATA."),
        (UsageError, "LAY.CPT", "N3", "A rationale can resolve: DISSONANCE, LABEL, N1, N2, N5, T1, T3."),
        (UsageError, "LAY.CPT", "DISONANCE", "The rule DISONANCE is not known. Did you mean DISSONANCE?"),
        (UsageError, "LAY.CPT", "XYZ", "The rule XYZ is not known. Choose: DISSONANCE, LABEL,"),
        (NotFound, "LAY.CPT", "N5", "There is no such contradiction on LAY.CPT. See all of them: kualcode resolve"),
        (NotFound, "n1-3f9a2c", "N5", "There is no such contradiction on n1-3f9a2c."),
        (NotFound, "LAY.CPTT", None, "There is no code or contradiction LAY.CPTT. Did you mean LAY.CPT?"),
        (NotFound, "N1-3f9a2d", None, "Did you mean N1-3f9a2c?"),
        (NotFound, "kutipan warga", None, "There is no code or contradiction (13 characters). See all of them"),
    ],
)
def test_what_cannot_be_resolved_stores_nothing(
    project: Store, kind: type[KualcodeError], target: str, rule: str | None, said: str
) -> None:
    more = {"rule": rule} if rule else {}
    assert said in refused(kind, lambda: resolve(project, target, **more))
    assert work.resolutions(project) == ()
    assert "Ani" not in [coder.name for coder in project.coders()]


def test_a_code_without_contradictions_is_said(project: Store) -> None:
    said = refused(
        NotFound, lambda: work.resolve(project, "LAY", answer("split", WHY), by="A", today="", find=lambda _: ())
    )
    assert said.startswith("There is no such contradiction on LAY.")


@pytest.mark.parametrize("rule", sorted(RESOLVABLE))
def test_every_resolvable_rule_can_be_resolved_by_target_alone(project: Store, rule: str) -> None:
    one = Contradiction(rule, f"{rule}-x", "BLOCK", Bi("a", "a"))
    done = work.resolve(project, f"{rule}-X", answer("split", WHY), by="Ani", today="2026-02-01", find=lambda _: [one])
    assert (done.rule, done.target) == (rule, f"{rule}-x")


def test_an_empty_rule_is_none(project: Store) -> None:
    assert resolve(project, "N1-3f9a2c", rule=" ").rule == "N1"


def test_a_note_of_nobody_on_no_day_has_the_day_on_which_it_was_stored(project: Store) -> None:
    with project.atomic():
        project.put_note("resolution", "N1:x:y", {"decision": "split", "rationale": WHY})
    at = project.notes("resolution")["N1:x:y"].at
    assert work.resolutions(project) == (Resolution("N1", "x:y", "split", WHY, "", at[:10]),)
    assert len(at[:10]) == len("2026-01-31")


def test_a_flag_is_meant_by_its_code_where_it_is_the_only_one(project: Store) -> None:
    assert resolve(project, "LAY.CPT", rule="N1").target == "N1-3f9a2c"


def test_what_bears_the_name_goes_before_what_only_touches_it(project: Store) -> None:
    done = work.resolve(project, "LAY.CPT", answer("split", WHY), by="Ani", today="", find=lambda _: [SUM, CLASH])
    assert done.rule == "DISSONANCE"
    work.resolve(project, "LAY.CPT", answer("split", WHY), by="Ani", today="", rule="N1", find=lambda _: [SUM, CLASH])
    assert work.undo(project, "LAY.CPT", by="Ani", find=lambda _: [SUM, CLASH]).rule == "DISSONANCE"
    assert work.undo(project, "LAY.CPT", by="Ani", find=lambda _: [SUM, CLASH]).rule == "N1"


# ---------------------------------------------------------------- undone
def test_a_resolution_is_undone_by_its_target_or_a_code_that_it_touches(project: Store) -> None:
    done = resolve(project, "N1-3f9a2c")
    assert work.undo(project, "lay.cpt", by="Budi", find=found) == done
    assert work.resolutions(project) == ()
    assert project.display(list(project.journal())[-1].actor) == "Budi"
    resolve(project, "N1-3f9a2c")
    assert work.undo(project, "N1-3F9A2C", by="Budi", find=lambda _: ()) == done  # its contradiction is gone


def test_undoing_says_what_is_not_there_or_not_clear(project: Store) -> None:
    resolve(project, "LAY.CPT", rule="DISSONANCE")
    resolve(project, "LAY.CPT", rule="N1")
    resolve(project, "LAY.CPT", rule="LABEL")
    undo = work.undo
    assert "2 contradictions concern LAY.CPT" in refused(
        UsageError, lambda: undo(project, "LAY.CPT", by="A", find=found)
    )
    assert undo(project, "LAY.CPT", by="Ani", rule="n1", find=found).rule == "N1"
    said = refused(NotFound, lambda: undo(project, "LAY.CPD", by="A", find=found))
    assert said == "There is no resolution for LAY.CPD. Did you mean LAY.CPT?"
    assert "no resolution for HMB" in refused(NotFound, lambda: undo(project, "HMB", by="A", find=found))


# ---------------------------------------------------------------- shown
def test_all_are_listed_with_what_was_written(project: Store) -> None:
    resolve(project, "LAY.CPT", rule="DISSONANCE")
    table = grid(project, found(project))
    assert [row[:2] for row in table.rows] == [(one.rule, one.target) for one in ALL]
    assert [row[2] for row in table.rows[2:4]] == [Bi("menghalangi", "blocks"), Bi("peringatan", "warning")]
    assert [row[4] for row in table.rows] == [
        Bi(f"keduanya benar (Ani, 2026-02-01): {WHY}", f"both true (Ani, 2026-02-01): {WHY}"),
        Bi("belum diselesaikan", "not resolved"),
        Bi("belum diselesaikan", "not resolved"),
        Bi("hanya terangkat oleh bukti", "lifted by evidence alone"),
        Bi("hanya terangkat oleh bukti", "lifted by evidence alone"),
        Bi("belum diselesaikan", "not resolved"),
    ]
    assert table.notes == ()
    assert grid(project, ALL[1:]).notes[0].en == "Resolutions whose contradiction is gone: DISSONANCE LAY.CPT."


def test_the_same_for_machines(project: Store) -> None:
    resolve(project, "LAY.CPT", rule="DISSONANCE")
    told = json.loads(json.dumps(as_json(project, found(project)[:1])))
    resolution: dict[str, object] = {
        "rule": "DISSONANCE",
        "target": "LAY.CPT",
        "decision": "both_true",
        "rationale": WHY,
        "by": "Ani",
        "date": "2026-02-01",
        "member_check_ref": None,
        "side": None,
        "also": [],
        "of": "",
    }
    assert told == {
        "schema": "kualcode.resolve/1",
        "contradictions": [
            {
                "rule": "DISSONANCE",
                "target": "LAY.CPT",
                "codes": [],
                "severity": "BLOCK",
                "message": {"id": "Wawancara dan observasi bertentangan.", "en": "They differ."},
                "resolvable": True,
                "resolution": resolution,
            }
        ],
        "without_contradiction": [],
    }
    assert json.loads(json.dumps(as_json(project, [])))["without_contradiction"] == [resolution]


# ---------------------------------------------------------------- the command
Run = Callable[..., tuple[str, str]]


@pytest.fixture
def run(torn: Study, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in that study."""
    assert torn.project.exists()

    def call(**words: object) -> tuple[str, str]:
        capsys.readouterr()
        command.resolve(**words)  # type: ignore[arg-type]
        done = capsys.readouterr()
        return done.out, done.err

    return call


def test_from_a_contradiction_to_its_resolution_and_back(run: Run) -> None:
    out, err = run()
    assert "DISSONANCE" in out
    assert "belum diselesaikan" in out
    before = json.loads(run(as_json=True)[0])["contradictions"]
    on_codes = {one["target"] for one in before if one["rule"] == "DISSONANCE"}
    assert "LAY.CPT" in on_codes
    assert f"{len(before)} pertentangan belum diselesaikan.\n" in err
    _, err = run(target="LAY.CPT", decision="keduanya_benar", rationale=WHY, coder="Ani", date="2026-01-31")
    assert "DISSONANCE pada LAY.CPT: keduanya benar, menurut Ani." in err
    (done,) = [one for one in json.loads(run(as_json=True)[0])["contradictions"] if one["target"] == "LAY.CPT"]
    assert (done["resolution"]["decision"], done["resolution"]["date"]) == ("both_true", "2026-01-31")
    _, err = run(target="LAY.CPT", undo=True, coder="Ani")
    assert "Penyelesaian DISSONANCE pada LAY.CPT dihapus" in err
    assert json.loads(run(as_json=True)[0])["contradictions"] == before


def test_what_is_retracted_is_withdrawn_and_no_longer_open(run: Run) -> None:
    before = len(json.loads(run(as_json=True)[0])["contradictions"])
    _, err = run(target="LAY.CPT", decision="tarik", rationale=WHY, coder="Ani")
    assert "DISSONANCE pada LAY.CPT: tarik, menurut Ani. Temuannya ditarik: tetap belum dapat disimpulkan" in err
    out, err = run()
    assert "tarik (Ani" in " ".join(out.split())
    assert f"{before} pertentangan belum diselesaikan.\n" not in err


def test_a_resolution_without_a_date_is_of_today(run: Run, tagged: Study) -> None:
    days = [datetime.now().astimezone().date().isoformat()]
    run(target="LAY.CPT", decision="pisah", rationale=WHY, coder="Ani", quiet=True)
    days.append(datetime.now().astimezone().date().isoformat())  # midnight may have passed
    with open_store(tagged.project, readonly=True) as store:
        (found,) = store.notes("resolution").values()
    assert found.value["date"] in days


@pytest.mark.parametrize("words", [{}, {"target": "LAY.CPT", "decision": "pisah", "rationale": WHY, "coder": "Ani"}])
def test_what_the_researcher_wrote_is_taken_in_first(run: Run, tagged: Study, words: dict[str, object]) -> None:
    tagged.put("temuan.yaml", "temuan: {LAY.CPT: {catatan: x}}")
    run(**words)
    with open_store(tagged.project, readonly=True) as store:
        assert store.setting("temuan.yaml") == "temuan: {LAY.CPT: {catatan: x}}"


def test_a_study_without_contradictions_says_so(tagged: Study, capsys: pytest.CaptureFixture[str]) -> None:
    command.resolve()
    done = capsys.readouterr()
    assert "Tidak ada pertentangan.\n" in done.err
    assert done.out == ""


def test_a_resolution_that_lifts_nothing_any_more_is_named(tagged: Study, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(tagged.project) as store, store.atomic():
        store.put_note("resolution", "N1:N1-3f9a2c", {"decision": "split", "rationale": WHY}, by="Ani")
    command.resolve()
    done = capsys.readouterr()
    assert "pertentangannya sudah tidak ada: N1 N1-3f9a2c." in done.out + done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"decision": "split"}, "Which contradiction is meant?"),
        ({"undo": True}, "Which contradiction is meant?"),
        ({"rule": "N1"}, "Which contradiction is meant?"),
        ({"target": "LAY"}, "Missing: --decision, --rationale."),
        ({"target": "LAY", "decision": "split"}, "Missing: --rationale."),
        ({"target": "LAY", "undo": True, "rationale": WHY, "date": "x"}, "--undo goes without --date, --rationale."),
        ({"target": "LAY", "undo": True}, "Missing: --coder."),
        ({"target": "LAY", "decision": "split", "rationale": WHY}, "Missing: --coder."),
        ({"target": "LAY", "decision": "split", "rationale": "x", "coder": "Ani"}, "The rationale has 1 characters"),
    ],
)
def test_options_that_do_not_go_together(words: dict[str, object], said: str) -> None:
    """Said before any project is looked for."""
    assert said in refused(UsageError, lambda: command.resolve(**words))  # type: ignore[arg-type]
