"""What may be stated of a code, and why not more: EMIT, QUALIFY, DESCRIBE or BLOCK (method 1.7).

Every reason carries the gate that it alone would give; the gravest holds. Nothing that a researcher writes takes a
reason away that blocks: it becomes one that qualifies. Only evidence takes it away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kualcode.analysis import words
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation import labels_held, negative_cases
from kualcode.analysis.triangulation import reasons as say
from kualcode.analysis.triangulation.chosen import side_in_words
from kualcode.analysis.triangulation.judging import Bench
from kualcode.analysis.triangulation.pairs import opposed
from kualcode.analysis.triangulation.parents import GENERAL, combine
from kualcode.analysis.triangulation.voices import directional
from kualcode.analysis.verdicts import CodeVerdict, Gate, Reason, Voice
from kualcode.errors import Bi

GRAVITY: tuple[Gate, ...] = ("BLOCK", "DESCRIBE", "QUALIFY", "EMIT")


def gate(found: Iterable[Reason]) -> Gate:
    """The gravest gate of the reasons. DESCRIBE comes before QUALIFY: where no appraisal may stand, none may."""
    return min((one.gate for one in found if one.gate), key=GRAVITY.index, default="EMIT")


def of_row(bench: Bench, row: CodeVerdict, parts: Sequence[CodeVerdict]) -> tuple[Reason, ...]:
    """Reasons for the gate of a code, gravest first; `parts` are its judged children, "(umum)" among them."""
    found = [
        *_verdict(bench, row, row.code, parts),
        *_flags(bench, row.code),
        *(_evidence(bench, row, row.code) if row.general is None else ()),
        *_voices(bench, row, row.code),
        *_retired(bench, row),
        *labels_held.reasons(bench, row),
        *_other_axes(bench, row.code),
        *_children(parts),
    ]
    return _sorted(found)


def of_general(bench: Bench, row: CodeVerdict, parent: str) -> tuple[Reason, ...]:
    """Reasons for the gate of a parent's own evidence; flags and labels are the parent's."""
    found = [*_verdict(bench, row, parent, ()), *_evidence(bench, row, parent), *_voices(bench, row, parent)]
    return _sorted(found)


def _sorted(found: Iterable[Reason]) -> tuple[Reason, ...]:
    unique = {(one.id, one.text): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: GRAVITY.index(one.gate or "EMIT")))


def _reason(gate: Gate, name: str, text: Bi, **values: object) -> Reason:
    return Reason(name, text.fill(**values), gate=gate)


# ---------------------------------------------------------------- the verdict
def _verdict(bench: Bench, row: CodeVerdict, code: str, parts: Sequence[CodeVerdict]) -> Iterator[Reason]:
    """What the verdict alone allows."""
    groups = say.GROUPS[bench.axis]
    verdict = row.verdict or "NO_DATA"
    if verdict == "DISSONANCE" and settles(bench, row, code, parts):
        text = say.SETTLED_SIDE if row.chosen else say.SETTLED
        yield _reason(
            "QUALIFY", "DISSONANCE resolved", text, groups=groups, side=side_in_words(row, bench.case.book) or ""
        )
    elif verdict == "DISSONANCE" and bench.written.retracts("DISSONANCE", code):
        yield _reason("BLOCK", "DISSONANCE retracted", say.RETRACTED, code=code)
    elif verdict == "UNATTRIBUTED":
        yield Reason(verdict, _unsourced(bench, row.unattributed, say.UNATTRIBUTED), gate="BLOCK")
    elif verdict != "AGREEMENT":
        said = {"groups": groups, "counted": words.GROUPS[bench.axis], "k": row.k}
        yield _reason(_BY_VERDICT[verdict], verdict, verdict_text(bench, row), **said)
    if verdict == "SILENCE":
        yield from _few_voices(bench, row)
    if verdict == "NO_DATA" and row.unplaced:
        yield _reason("BLOCK", "not placed", say.NOT_PLACED[bench.axis], n=len(row.unplaced))
    if bench.too_few_groups and verdict != "NEUTRAL_ONLY":
        yield _reason("BLOCK", "fewer than 2 role groups", say.ROLE_GROUPS)


_BY_VERDICT: dict[str, Gate] = {
    "NO_DATA": "BLOCK",
    "DISSONANCE": "BLOCK",
    "NEUTRAL_ONLY": "DESCRIBE",
    "SILENCE": "QUALIFY",
    "PARTIAL": "QUALIFY",
}


def verdict_text(bench: Bench, row: CodeVerdict) -> Bi:
    """What a verdict says, with {groups}, {counted} and {k} to be filled; of a parent, on which parts it rests.

    A parent's groups may agree among themselves, and a part of it lowers the verdict.
    """
    verdict = row.verdict or "NO_DATA"
    if verdict == "NO_DATA" and bench.axis == "source":
        return say.NO_INTERVIEW
    if not row.caps or verdict not in say.CAPPED:
        return say.VERDICTS[verdict]
    names = [_GENERAL if code == GENERAL else Bi(code, code) for code in row.caps]
    text, codes = say.CAPPED[verdict], words.joined(names)
    return Bi(text.id.replace("{codes}", codes.id), text.en.replace("{codes}", codes.en))


_GENERAL = Bi(GENERAL, "(general)")


def _unsourced(bench: Bench, loose: Sequence[str], texts: tuple[Bi, Bi, Bi]) -> Bi:
    """What is so of evidence that no one technique holds: nobody is named, several techniques are, or some of both."""
    pooled = sum(one in bench.pooled for one in loose)
    told = texts[0] if not pooled else texts[1] if pooled == len(loose) else texts[2]
    return told.fill(n=len(loose) - pooled, pooled=pooled)


def _few_voices(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    least = bench.limits.min_voices_single_source
    spoken = len(directional(voice for group in row.groups for voice in group.voices))
    if spoken < least:
        yield _reason("BLOCK", f"{spoken} of {least} voices", say.FEW_VOICES, n=spoken, least=least)


def settles(bench: Bench, row: CodeVerdict, code: str, parts: Sequence[CodeVerdict]) -> bool:
    """Whether a contradiction is resolved: on the code itself, or on every child that brought it in.

    What is resolved below need not be resolved again above, if without those children nothing is opposed.
    """
    if bench.written.settles("DISSONANCE", code):
        return True
    torn = [part for part in parts if part.verdict == "DISSONANCE"]
    if not all(any(_opposed(part, one, two) for part in torn) for one, two in _own_oppositions(row)):
        return False
    sound = [part for part in parts if part.verdict != "DISSONANCE"]
    if not torn or not all(_resolved(part) for part in torn):
        return False
    return not opposed([combine([part.groups[at].sign for part in sound]) for at in range(len(row.groups))])


def _own_oppositions(row: CodeVerdict) -> list[tuple[int, int]]:
    """Pairs of groups of a row, by place, of which one is for and the other against."""
    places = range(len(row.groups))
    return [(one, two) for one in places for two in places if one < two and _opposed(row, one, two)]


def _opposed(row: CodeVerdict, one: int, two: int) -> bool:
    return {row.groups[one].sign, row.groups[two].sign} == {"POS", "NEG"}


def _resolved(part: CodeVerdict) -> bool:
    return any(one.id == "DISSONANCE resolved" for one in part.gate_reasons)


# ---------------------------------------------------------------- rules
def _flags(bench: Bench, code: str) -> Iterator[Reason]:
    """Rules that fire on the code, and contradictions of figures and text (N, T) below it."""
    for flag in bench.flags.get(code, ()):
        yield _flag(bench, flag, code, flag.rule, say.FLAG)
    for child in bench.under[code]:
        for flag in bench.flags.get(child, ()):
            if contradicts(flag):
                yield _flag(bench, flag, child, f"{flag.rule} on {child}", say.FLAG_BELOW)


def _flag(bench: Bench, flag: Flag, code: str, name: str, text: Bi) -> Reason:
    if flag.severity == "WARN":
        return _reason("QUALIFY", name, text, rule=flag.rule, code=code, message=flag.message)
    if bench.written.retracts(flag.rule, flag.id, code):
        return _reason("BLOCK", f"{name} retracted", say.RETRACTED, code=code)
    if bench.written.lifts(flag, code):
        return _reason("QUALIFY", f"{name} resolved", say.FLAG_SETTLED, rule=flag.rule, message=flag.message)
    return _reason("BLOCK", name, text, rule=flag.rule, code=code, message=flag.message)


def contradicts(flag: Flag) -> bool:
    """Whether a rule is of figures (N) or of texts (T)."""
    return flag.rule[:1] in ("N", "T")


# ---------------------------------------------------------------- evidence and voices
def _evidence(bench: Bench, row: CodeVerdict, code: str) -> Iterator[Reason]:
    """What is amiss with the evidence that the code has itself."""
    known = bench.standing(code)
    amiss: tuple[tuple[Gate, str, Bi, int], ...] = (
        ("BLOCK", "QUOTE", say.UNQUOTED, len(known.unquoted)),
        ("QUALIFY", "CONSENT", say.UNRECORDED, len(known.unrecorded)),
        ("QUALIFY", "MEMBER CHECK overdue", say.OVERDUE, len(known.overdue)),
        ("QUALIFY", "MEMBER CHECK disputed", say.CONTESTED, len(known.contested)),
    )
    for weight, name, text, count in amiss:
        if count:
            yield _reason(weight, name, text, n=count)
    if row.unattributed and known.attributed:
        text = _unsourced(bench, row.unattributed, say.LOOSE)
        yield Reason("unattributed beside attributed", text, gate="QUALIFY")


def _voices(bench: Bench, row: CodeVerdict, code: str) -> Iterator[Reason]:
    """Clashes within the code, voices to the contrary, and evidence on which people differ."""
    if row.facet_clashes:
        facets = ", ".join(row.facet_clashes)
        yield _reason("QUALIFY", "FACET", say.FACETS, groups=say.GROUPS[bench.axis], facets=facets)
    voices = unexplained(bench, row, code)
    if voices:
        yield _reason("QUALIFY", "deviant unexplained", say.DEVIANT, voices=named(voices, row))
    if row.unplaced and row.verdict != "NO_DATA":
        yield _reason("QUALIFY", "not placed", say.NOT_PLACED[bench.axis], n=len(row.unplaced))
    if row.disputed:
        yield _reason("QUALIFY", "DISPUTED", say.DISPUTED, n=len(row.disputed))


def unexplained(bench: Bench, row: CodeVerdict, code: str) -> list[Voice]:
    """Voices to the contrary without a negative case, on the code or on one below it."""
    return negative_cases.unexplained(row, code, bench.under[code], bench.deviants, bench.written.explained)


def named(voices: Sequence[Voice], row: CodeVerdict) -> Bi:
    """Voices by their names; with the technique where another one on the code has the same name."""
    alike = Counter(key for _, key in {voice.id for group in row.groups for voice in group.voices})
    return words.joined(
        _NAMED.fill(key=one.key, technique=words.TECHNIQUES[one.technique])
        if one.technique and alike[one.key] > 1
        else Bi(one.key, one.key)
        for one in voices
    )


_NAMED = Bi("{key} ({technique})", "{key} ({technique})")


def _retired(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    """Evidence under a retired code, which nobody has coded again yet: not counted, as little as what is disputed."""
    if row.recode:
        codes = ", ".join(sorted({bench.retired[one] for one in row.recode}))
        yield _reason("QUALIFY", "RETIRED", say.RETIRED, n=len(row.recode), codes=codes)


# ---------------------------------------------------------------- the other axes, the children
def _other_axes(bench: Bench, code: str) -> Iterator[Reason]:
    for axis in bench.apart.get(code, ()):
        yield _reason("QUALIFY", f"DISSONANCE on {axis}", say.OTHER_AXIS, axis=say.AXIS[axis])


def _children(parts: Sequence[CodeVerdict]) -> Iterator[Reason]:
    """Children that appraise and cannot be stated plainly; those that only describe say nothing about it."""
    appraising = [part for part in parts if part.verdict != "NEUTRAL_ONLY"]
    if appraising and all(part.gate == "BLOCK" for part in appraising):
        yield _reason("BLOCK", "all children BLOCK", say.ALL_CHILDREN)
    for part in appraising:
        if part.gate is not None and part.gate != "EMIT":
            text = say.CHILD["BLOCK" if part.gate == "BLOCK" else "QUALIFY"]
            yield _reason("QUALIFY", f"{part.code} {part.gate}", text, code=part.code)
    yield from _reserved(part for part in parts if part.verdict == "NEUTRAL_ONLY")


_PASSED_UP = ("CONSENT", "MEMBER CHECK", "unattributed beside attributed")


def _reserved(describing: Iterable[CodeVerdict]) -> Iterator[Reason]:
    """Reservations on evidence below that only describes: they qualify what rests on it too (method 1.7 and 2.6)."""
    for part in describing:
        for one in part.gate_reasons:
            if one.id.startswith(_PASSED_UP):
                yield Reason(f"{one.id.partition(' on ')[0]} on {part.code}", one.text, gate="QUALIFY")
