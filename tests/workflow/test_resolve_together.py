"""One decision for what is one contradiction: stored once, good for all that it names; and words that will not do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from study_values import Study

from kualcode.analysis.evidence import Resolution
from kualcode.errors import Bi, UsageError
from kualcode.store import Store, open_store
from kualcode.workflow import resolve as work
from kualcode.workflow.resolve import Contradiction, answer
from kualcode.workflow.resolve_shown import as_json, grid

WHY = "Pimpinan melihat loket pada pagi hari, warga pada siang hari."
ABOVE = Contradiction("DISSONANCE", "LAY", "BLOCK", Bi("Bertentangan.", "They differ."))
CLASH = Contradiction("DISSONANCE", "LAY.CPT", "BLOCK", Bi("Bertentangan.", "They differ."))
FIGURE = Contradiction("N5", "N5-3f9a2c", "BLOCK", Bi("3 dan 9.", "3 and 9."), codes=("LAY.CPT",))
OTHER = Contradiction("N5", "N5-77aa00", "BLOCK", Bi("4 dan 8.", "4 and 8."), codes=("LAY.CPT", "HMB.ALT"))
SUM = Contradiction("N1", "N1-3f9a2c", "BLOCK", Bi("41 + 8 = 54.", "41 + 8 = 54."), codes=("LAY.CPT",))
FAR = Contradiction("LABEL", "LAY.CPT", "BLOCK", Bi("Kategori jauh.", "Far off."))
MILD = Contradiction("T3", "T3-0a0a0a", "WARN", Bi("Aspek.", "Aspect."), codes=("LAY.CPT",))
ALL = (ABOVE, CLASH, FIGURE, OTHER, SUM, FAR, MILD)


@pytest.fixture
def project(tagged: Study) -> Iterator[Store]:
    """The small study, tagged, open for writing."""
    with open_store(tagged.project) as store:
        yield store


def found(store: Store) -> Sequence[Contradiction]:
    said = {(one.rule, one.target): one for one in work.resolutions(store)}
    return [one._replace(resolved=said.get((one.rule, one.target))) for one in ALL]


def resolve(store: Store, target: str, decision: str = "both_true", rule: str | None = None, **more: str) -> Resolution:
    said = answer(decision, more.pop("why", WHY), **more)
    return work.resolve(store, target, said, by="Ani", today="2026-02-01", rule=rule, find=found)


def open_still(store: Store) -> list[str]:
    return [f"{one.rule}:{one.target}" for one in found(store) if one.resolved is None]


def test_a_decision_on_a_code_is_good_for_its_figures_and_is_stored_once(project: Store) -> None:
    done = resolve(project, "LAY.CPT", rule="DISSONANCE")
    assert done.also == ("N5:N5-3f9a2c",)  # the other figure concerns another code too
    assert list(project.notes("resolution")) == ["DISSONANCE:LAY.CPT"]
    copy = work.resolutions(project)[1]
    assert (copy.rule, copy.target, copy.of, copy.rationale) == ("N5", "N5-3f9a2c", "DISSONANCE:LAY.CPT", WHY)
    head = project.head()
    assert resolve(project, "LAY.CPT", rule="DISSONANCE") == done
    assert project.head() == head


def test_a_decision_on_a_parent_is_good_for_the_one_child_through_which_it_is_torn(project: Store) -> None:
    assert resolve(project, "LAY").also == ("DISSONANCE:LAY.CPT", "N5:N5-3f9a2c")
    assert open_still(project) == ["N5:N5-77aa00", "N1:N1-3f9a2c", "LABEL:LAY.CPT", "T3:T3-0a0a0a"]


def test_to_withdraw_a_finding_withdraws_no_other(project: Store) -> None:
    assert resolve(project, "LAY", "retract").also == ()


def test_what_was_decided_by_itself_stays_so(project: Store) -> None:
    own = resolve(project, "N5-3f9a2c", "split")
    assert resolve(project, "LAY.CPT", rule="DISSONANCE").also == ()
    assert own in work.resolutions(project)


@pytest.mark.parametrize("word", ["semua", "all", "ALL"])
def test_all_of_a_code_in_one_call_but_not_its_label(project: Store, word: str) -> None:
    done = resolve(project, "LAY.CPT", rule=word)
    assert (done.rule, done.also) == ("DISSONANCE", ("N5:N5-3f9a2c", "N5:N5-77aa00", "N1:N1-3f9a2c"))
    assert open_still(project) == ["DISSONANCE:LAY", "LABEL:LAY.CPT", "T3:T3-0a0a0a"]


def test_several_are_asked_about_and_all_at_once_is_named(project: Store) -> None:
    with pytest.raises(UsageError) as refused:
        resolve(project, "LAY.CPT")
    assert "All at once: --rule all." in refused.value.message("en")


def test_it_is_printed_once_with_what_it_covers(project: Store) -> None:
    resolve(project, "LAY.CPT", rule="DISSONANCE")
    told = [row[4].en for row in grid(project, found(project)).rows[1:3]]  # type: ignore[union-attr]
    assert told == [
        f"both true (Ani, 2026-02-01): {WHY} Also for: N5-3f9a2c.",
        "decided together with DISSONANCE on LAY.CPT",
    ]
    record = as_json(project, found(project))["contradictions"][2]["resolution"]  # type: ignore[index]
    assert (record["of"], record["rationale"]) == ("DISSONANCE:LAY.CPT", WHY)


def test_undone_by_any_name_it_is_undone_whole(project: Store) -> None:
    done = resolve(project, "LAY.CPT", rule="DISSONANCE")
    assert work.undo(project, "N5-3f9a2c", by="Ani", find=found) == done
    assert work.resolutions(project) == ()


def test_a_decision_is_not_stale_while_one_of_its_contradictions_is_there(project: Store) -> None:
    done = resolve(project, "LAY.CPT", rule="DISSONANCE")
    assert work.stale(project, [FIGURE]) == ()
    assert work.stale(project, [SUM]) == (done,)


# ---------------------------------------------------------------- words that will not do
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"why": " " * 40}, "The rationale has 0 characters"),
        ({"why": "a" * 40}, "1 different words"),
        ({"why": WHY + "\x1b[2J"}, "--rationale has control characters"),
        ({"why": WHY + "\x00"}, "--rationale has control characters"),
        ({"why": WHY + "\u202e"}, "--rationale has control characters"),
        ({"why": WHY + "\ud800"}, "--rationale has control characters"),
        ({"member_check": "\x1f"}, "--member-check has control characters"),
        ({"member_check": "kata orang"}, "is no item of a member check"),
        ({"member_check": "MC-R1-I99-001"}, "names an informant whom the project does not know: I99"),
        ({"decision": "prefer", "side": "\x07observasi"}, "--side has control characters"),
    ],
)
def test_words_that_will_not_do_store_nothing(project: Store, words: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as refused:
        resolve(project, "N1-3f9a2c", **words)
    assert said in refused.value.message("en")
    assert work.resolutions(project) == ()


@pytest.mark.parametrize("by", ["", "   ", "A\x1bni"])
def test_somebody_decides(project: Store, by: str) -> None:
    with pytest.raises(UsageError):
        work.resolve(project, "N1-3f9a2c", answer("split", WHY), by=by, today="2026-02-01", find=found)
    assert work.resolutions(project) == ()


def test_new_lines_and_emoji_are_no_control_characters(project: Store) -> None:
    assert resolve(project, "N1-3f9a2c", why=f"{WHY}\n\t\U0001f469\u200d\U0001f4bb").rationale.endswith("\U0001f4bb")
    assert resolve(project, "N1-3f9a2c", member_check="MC-R1-I01-007").member_check_ref == "MC-R1-I01-007"
