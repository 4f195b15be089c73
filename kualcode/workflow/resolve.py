"""Contradictions, and what the researcher writes about them: a resolution lowers BLOCK to QUALIFY, never further.

The four decisions follow Sugiyono: where techniques disagree, find out which is right, or all are right because
viewpoints differ (method 1.1 and 1.7). To retract withdraws the finding, which then stays blocked. A note
"resolution" with the key RULE:TARGET holds each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar
from typing import Literal, NamedTuple, TypeVar, cast, get_args

from kualcode.analysis.evidence import Resolution
from kualcode.analysis.rules.flags import RESOLVABLE, Severity
from kualcode.analysis.triangulation.parents import above, children
from kualcode.errors import Bi, NotFound, UsageError
from kualcode.store import Note, Store
from kualcode.workflow import codebooks
from kualcode.workflow import resolve_sides as sides
from kualcode.workflow.resolve_together import EVERY, all_of, same
from kualcode.workflow.resolve_words import check_item, clean
from kualcode.workflow.study import stored_config
from kualcode.workflow.words import near, shown

NOTE = "resolution"
MIN_RATIONALE = 40  # characters, blanks folded (method 1.7)
MIN_WORDS = 5  # different ones: forty times the same letter is no reason
Decision = Literal["prefer", "both_true", "split", "retract"]
DECISIONS: dict[Decision, Bi] = {
    "prefer": Bi("pilih satu", "prefer one"),
    "both_true": Bi("keduanya benar", "both true"),
    "split": Bi("pisah", "split"),
    "retract": Bi("tarik", "retract"),
}
_CHOICES = Bi(", ".join(words.id.replace(" ", "_") for words in DECISIONS.values()), ", ".join(DECISIONS))
_WORDS: dict[str, Decision] = {
    **{word: word for word in get_args(Decision)},
    **{words.id.replace(" ", "_"): word for word, words in DECISIONS.items()},
}
_WORD = re.compile(r"[^\W\d_]{2,}")
_ALL = "ALL"
_BY_EVIDENCE = re.compile(r"[NTM][0-9]|NO_DATA|UNATTRIBUTED|SILENCE|NEUTRAL_ONLY|PARTIAL")


class Contradiction(NamedTuple):
    """Something that does not fit, and what was written about it."""

    rule: str  # DISSONANCE, N1 ..., LABEL
    target: str  # a code, or the id of a flag
    severity: Severity
    message: Bi
    resolved: Resolution | None = None
    codes: tuple[str, ...] = ()  # where the target is a flag: the codes that it touches


Finder = Callable[[Store], Sequence[Contradiction]]


def contradictions(store: Store) -> Sequence[Contradiction]:
    """Every contradiction of the project as it now stands, those with a resolution too."""
    from kualcode.workflow.triangulate import open_contradictions

    return open_contradictions(store)


# ---------------------------------------------------------------- what is written
def resolutions(store: Store) -> tuple[Resolution, ...]:
    """Every resolution of the project, by rule and target; the rationale says which side is preferred."""
    found = store.notes(NOTE).values()
    language = stored_config(store).language if found else ""
    written = tuple(_resolution(note, language) for note in found)
    own = {_key(one) for one in written}
    return (*written, *(copy for one in written for copy in _copies(one) if _key(copy) not in own))


def _copies(one: Resolution) -> Iterator[Resolution]:
    """The same decision for every other contradiction that it was written for."""
    for name in one.also:
        rule, _, target = name.partition(":")
        yield replace(one, rule=rule, target=target, also=(), of=_key(one))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person decides on a contradiction, found good."""

    decision: Decision
    rationale: str
    date: str | None = None
    member_check_ref: str | None = None
    side: str | None = None  # of "prefer": as it was typed


def answer(
    decision: str, rationale: str, *, side: str | None = None, date: str | None = None, member_check: str | None = None
) -> Answer:
    """An answer as a person types it; `date` is YYYY-MM-DD. Raises UsageError for what will not do."""
    decided = _decision(decision)
    reference = clean(member_check or "", "--member-check") or None
    named = sides.check_given(clean(side or "", "--side"), preferring=decided == "prefer")
    return Answer(decided, _rationale(rationale), None if date is None else _date(date), reference, named)


def resolve(
    store: Store,
    target: str,
    said: Answer,
    *,
    by: str,
    today: str,
    rule: str | None = None,
    find: Finder = contradictions,
) -> Resolution:
    """Write an answer to one contradiction; the same again changes nothing.

    `target` is a code or the id of a flag, `rule` chooses where several concern it; a flag is also meant by a code
    that it touches, where nothing else contradicts itself there. What is the same contradiction (the one child through
    which a parent is torn, the figures of the code) is decided with it and named in `also`; with the rule "all" every
    one of the code is, but for its label. Without a date of its own the answer is of `today`
    (YYYY-MM-DD), but one that is only repeated keeps its date. Raises NotFound where nothing contradicts itself,
    UsageError where it is not clear which is meant, where evidence alone lifts it, or for a side that is none.
    """
    wanted, who = _rule(rule), clean(by, "--coder")
    value: dict[str, object] = {name: getattr(said, name) for name in ("decision", "rationale", "member_check_ref")}
    check_item(store, said.member_check_ref)
    with store.atomic():
        meant, rest = _meant(store, find(store), target, wanted, said)
        key = _key(meant)
        if said.side is not None:
            value["side"] = sides.side(store, said.side, meant.rule, _codes(store, meant))
        if also := [_key(one) for one in rest if _follows(store, one, said, key)]:
            value["also"] = also
        before = store.note(NOTE, key)
        repeated = before is not None and {**before.value, "date": None} == {**value, "date": None}
        kept = before.value.get("date") if before and repeated else None
        store.put_note(NOTE, key, {**value, "date": said.date or kept or today}, by=who)
        return next(one for one in resolutions(store) if _key(one) == key)


def _meant(
    store: Store, found: Sequence[Contradiction], target: str, rule: str | None, said: Answer
) -> tuple[Contradiction, list[Contradiction]]:
    """The contradiction under which the answer is written, and the others that it may be good for."""
    if rule == _ALL and (fits := all_of(found, target)):
        return fits[0], fits[1:]
    meant = _chosen(store, found, target, None if rule == _ALL else rule)
    family = children(codebooks.stored(store)[0])
    return meant, [] if said.decision == "retract" else same(found, meant, family)


def _follows(store: Store, one: Contradiction, said: Answer, key: str) -> bool:
    """Whether an answer can be one to this too: nothing is written about it alone, and the side speaks there."""
    if one.resolved is not None and one.resolved.of != key:
        return False
    return said.side is None or sides.speaks(store, said.side, one.rule, _codes(store, one))


def undo(store: Store, target: str, *, by: str, rule: str | None = None, find: Finder = contradictions) -> Resolution:
    """Remove a resolution, also one whose contradiction is gone; what it was. Raises NotFound, UsageError."""
    wanted = _rule(rule)
    with store.atomic():
        named = {target.casefold(), *(one.target.casefold() for one in find(store) if _concerns(one, target))}
        there = [one for one in resolutions(store) if not one.of]
        fits = [one for one in there if named.intersection(_targets(one)) and wanted in (None, _ALL, one.rule)]
        if not fits:
            raise _nothing(_NO_RESOLUTION, target, [one.target for one in there])
        found = _only(fits, target, _ONE)
        store.put_note(NOTE, _key(found), None, by=by)
        return found


def _targets(one: Resolution) -> set[str]:
    """All that a resolution is good for, in small letters."""
    return {one.target.casefold(), *(name.partition(":")[2].casefold() for name in one.also)}


def open_above(store: Store, done: Resolution, *, find: Finder = contradictions) -> tuple[str, ...]:
    """Codes above a resolved one, nearest first, on which techniques still contradict each other."""
    book = codebooks.stored(store)[0]
    if done.rule != "DISSONANCE" or done.target not in book.by_id:
        return ()
    still = {one.target for one in find(store) if one.rule == done.rule and one.resolved is None}
    return tuple(code for code in above(book, done.target) if code in still)


def _codes(store: Store, one: Contradiction) -> tuple[str, ...]:
    """The codes that a contradiction concerns; none where it concerns the study."""
    return one.codes or ((one.target,) if one.target in codebooks.stored(store)[0].by_id else ())


def stale(store: Store, found: Iterable[Contradiction]) -> tuple[Resolution, ...]:
    """Resolutions whose contradiction is gone: they lift nothing."""
    keys = {_key(one) for one in found}
    return tuple(one for one in resolutions(store) if not one.of and keys.isdisjoint((_key(one), *one.also)))


def _key(one: Contradiction | Resolution) -> str:
    return f"{one.rule}:{one.target}"


def _resolution(note: Note, language: str) -> Resolution:
    rule, _, target = note.key.partition(":")
    value = note.value
    rationale, side = str(value.get("rationale", "")), value.get("side")
    return Resolution(
        rule,
        target,
        cast("Decision", value.get("decision")),
        sides.with_side(rationale, side, language) if side else rationale,
        note.by or "",
        str(value.get("date") or note.at[:10]),
        value.get("member_check_ref"),
        side,
        tuple(value.get("also", ())),
    )


# ---------------------------------------------------------------- which contradiction is meant
def _chosen(store: Store, found: Sequence[Contradiction], target: str, rule: str | None) -> Contradiction:
    """The one contradiction that a target (and rule) names, of a kind that words can resolve."""
    fits = [one for one in found if _concerns(one, target) and rule in (None, one.rule)]
    able = [one for one in fits if one.rule in RESOLVABLE]
    if able:
        return _only(able, target, _ONE_OR_ALL)
    if fits:
        raise _by_evidence(fits[0].rule)
    codes = [code.id for code in codebooks.stored(store)[0].codes]
    if target.casefold() in map(str.casefold, codes) or any(_concerns(one, target) for one in found):
        raise NotFound(_NOTHING.fill(target=target), _SEE)
    raise _nothing(_UNKNOWN, target, [*codes, *(one.target for one in found)])


def _concerns(one: Contradiction, target: str) -> bool:
    return target.casefold() in map(str.casefold, (one.target, *one.codes))


Either = TypeVar("Either", Contradiction, Resolution)


def _only(fits: Sequence[Either], target: str, how: Bi) -> Either:
    """The one there is; what bears the target's own name goes before what only touches it. Raises UsageError."""
    fits = [one for one in fits if one.target.casefold() == target.casefold()] or fits
    if len(fits) > 1:
        raise UsageError(
            Bi("Ada {n} pertentangan pada {target}.", "{n} contradictions concern {target}.").fill(
                n=len(fits), target=target
            ),
            how.fill(choices="; ".join(f"{one.target} --rule {one.rule}" for one in fits)),
        )
    return fits[0]


def _nothing(what: Bi, target: str, known: Iterable[str]) -> NotFound:
    guess = near(target, known)
    return NotFound(what.fill(target=shown(target)), _PERHAPS.fill(near=guess) if guess else _SEE)


def _by_evidence(rule: str) -> UsageError:
    return UsageError(
        Bi("Aturan {rule} tidak terangkat oleh alasan tertulis.", "No rationale lifts the rule {rule}.").fill(
            rule=rule
        ),
        Bi(
            "Hanya bukti yang mengangkatnya. Yang dapat diselesaikan dengan alasan: {rules}.",
            "Evidence alone lifts it. A rationale can resolve: {rules}.",
        ).fill(rules=", ".join(sorted(RESOLVABLE))),
    )


# ---------------------------------------------------------------- what a person types
def _rule(word: str | None) -> str | None:
    """A rule that words can resolve. Raises UsageError."""
    rule = word and word.strip().upper()
    if rule in EVERY:
        return _ALL
    if rule and _BY_EVIDENCE.fullmatch(rule) and rule not in RESOLVABLE:
        raise _by_evidence(rule)
    if rule and rule not in RESOLVABLE:
        guess = near(rule, sorted(RESOLVABLE))
        fix = _PERHAPS.fill(near=guess) if guess else _CHOOSE.fill(names=", ".join(sorted(RESOLVABLE)))
        raise UsageError(_NO_RULE.fill(rule=shown(rule)), fix)
    return rule or None


def _decision(word: str) -> Decision:
    """One of the four decisions, in either language. Raises UsageError."""
    key = "_".join(word.casefold().replace("-", " ").replace("_", " ").split())
    if key in _WORDS:
        return _WORDS[key]
    guess = near(key, _WORDS)
    raise UsageError(
        Bi("Keputusan {word} tidak dikenal.", "The decision {word} is not known.").fill(word=shown(word)),
        _PERHAPS.fill(near=guess) if guess else _CHOOSE.fill(names=_CHOICES),
    )


def _rationale(text: str) -> str:
    """A rationale that is long enough to be one. Raises UsageError."""
    folded = clean(text, "--rationale")
    if len(folded) < MIN_RATIONALE:
        raise UsageError(
            Bi(
                "Alasannya {n} huruf; sedikitnya {least}.",
                "The rationale has {n} characters; at least {least} are needed.",
            ).fill(n=len(folded), least=MIN_RATIONALE),
            _WRITE_WHY,
        )
    different = len(set(_WORD.findall(folded.casefold())))
    if different < MIN_WORDS:
        raise UsageError(
            Bi(
                "Alasannya memuat {n} kata yang berbeda; sedikitnya {least}.",
                "The rationale has {n} different words; at least {least} are needed.",
            ).fill(n=different, least=MIN_WORDS),
            _WRITE_WHY,
        )
    return folded


def _date(text: str) -> str:
    """A date that is in the calendar. Raises UsageError."""
    try:
        if calendar.fromisoformat(text).isoformat() == text:
            return text
    except ValueError:
        pass
    raise UsageError(
        Bi("Tanggal {text} tidak dikenal.", "The date {text} is not known.").fill(text=shown(text)),
        Bi("Tulis tanggal seperti 2026-01-31.", "Write a date such as 2026-01-31."),
    )


_ONE = Bi("Pilih satu: {choices}.", "Choose one: {choices}.")
_ONE_OR_ALL = Bi(
    "Pilih satu: {choices}. Semuanya sekaligus: --rule semua.", "Choose one: {choices}. All at once: --rule all."
)
_WRITE_WHY = Bi(
    "Tulis mengapa pertentangan itu diputuskan begitu; alasan ini tercetak di temuan.",
    "Write why the contradiction is decided so; the rationale is printed in the finding.",
)
_SEE = Bi("Lihat semuanya: kualcode resolve", "See all of them: kualcode resolve")
_PERHAPS = Bi("Mungkin maksudnya {near}?", "Did you mean {near}?")
_UNKNOWN = Bi("Tidak ada kode atau pertentangan {target}.", "There is no code or contradiction {target}.")
_NOTHING = Bi("Tidak ada pertentangan seperti itu pada {target}.", "There is no such contradiction on {target}.")
_NO_RESOLUTION = Bi("Tidak ada penyelesaian untuk {target}.", "There is no resolution for {target}.")
_CHOOSE = Bi("Pilih: {names}.", "Choose: {names}.")
_NO_RULE = Bi("Aturan {rule} tidak dikenal.", "The rule {rule} is not known.")
