"""What may be stated of a code, and why not more: EMIT, QUALIFY, DESCRIBE or BLOCK (method 1.7).

Every reason carries the gate that it alone would give; the gravest holds. Nothing that a researcher writes takes a
reason away that blocks: it becomes one that qualifies. Only evidence takes it away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.triangulation import reasons as say
from kualcode.analysis.triangulation.judging import Bench
from kualcode.analysis.triangulation.labels import distance
from kualcode.analysis.triangulation.pairs import opposed
from kualcode.analysis.triangulation.parents import combine
from kualcode.analysis.triangulation.voices import directional
from kualcode.analysis.verdicts import CodeVerdict, Gate, Reason
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
        *_label(bench, row),
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
    if verdict == "DISSONANCE" and _settled(bench, row, code, parts):
        yield _reason("QUALIFY", "DISSONANCE resolved", say.SETTLED, groups=groups)
    elif verdict == "DISSONANCE" and bench.written.retracts("DISSONANCE", code):
        yield _reason("BLOCK", "DISSONANCE retracted", _RETRACTED, code=code)
    elif verdict != "AGREEMENT":
        yield _reason(_BY_VERDICT[verdict], verdict, say.VERDICTS[verdict], groups=groups, k=row.k)
    if verdict == "SILENCE":
        yield from _few_voices(bench, row)
    if verdict == "NO_DATA" and row.unplaced:
        yield _reason("BLOCK", "not placed", say.NOT_PLACED, n=len(row.unplaced), axis=say.AXIS[bench.axis])
    if bench.too_few_groups and verdict != "NEUTRAL_ONLY":
        yield _reason("BLOCK", "fewer than 2 role groups", say.ROLE_GROUPS)


_RETRACTED = Bi("Temuan {code} ditarik oleh peneliti.", "The researcher has retracted the finding {code}.")
_BY_VERDICT: dict[str, Gate] = {
    "NO_DATA": "BLOCK",
    "UNATTRIBUTED": "BLOCK",
    "DISSONANCE": "BLOCK",
    "NEUTRAL_ONLY": "DESCRIBE",
    "SILENCE": "QUALIFY",
    "PARTIAL": "QUALIFY",
}


def _few_voices(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    least = bench.limits.min_voices_single_source
    spoken = len(directional(voice for group in row.groups for voice in group.voices))
    if spoken < least:
        yield _reason("BLOCK", f"{spoken} of {least} voices", say.FEW_VOICES, n=spoken, least=least)


def _settled(bench: Bench, row: CodeVerdict, code: str, parts: Sequence[CodeVerdict]) -> bool:
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
        return _reason("BLOCK", f"{name} retracted", _RETRACTED, code=code)
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
        ("QUALIFY", "unattributed beside attributed", say.LOOSE, len(row.unattributed) if known.attributed else 0),
    )
    for weight, name, text, count in amiss:
        if count:
            yield _reason(weight, name, text, n=count)


def _voices(bench: Bench, row: CodeVerdict, code: str) -> Iterator[Reason]:
    """Clashes within the code, voices to the contrary, and evidence on which people differ."""
    if row.facet_clashes:
        facets = ", ".join(row.facet_clashes)
        yield _reason("QUALIFY", "FACET", say.FACETS, groups=say.GROUPS[bench.axis], facets=facets)
    voices = unexplained(bench, row, code)
    if voices:
        yield _reason("QUALIFY", "deviant unexplained", say.DEVIANT, voices=", ".join(voices))
    if row.unplaced and row.verdict != "NO_DATA":
        yield _reason("QUALIFY", "not placed", say.NOT_PLACED, n=len(row.unplaced), axis=say.AXIS[bench.axis])
    if row.disputed:
        yield _reason("QUALIFY", "DISPUTED", say.DISPUTED, n=len(row.disputed))


def unexplained(bench: Bench, row: CodeVerdict, code: str) -> list[str]:
    """Voices to the contrary without a negative case, on the code or on one below it."""
    return [voice.key for voice in row.deviant if not bench.written.explains(_where(bench, code, voice.key), voice.key)]


def _where(bench: Bench, code: str, voice: str) -> list[str]:
    """The code, and those below it on which the voice says the contrary too."""
    return [code, *(child for child in bench.under[code] if voice in bench.deviants.get(child, ()))]


# ---------------------------------------------------------------- the researcher, the other axes, the children
def _label(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    """How far the researcher's label is from the suggestion (method 1.4, step 8); factors take no label."""
    judged = bench.judgements.get(row.code)
    if judged is None or not judged.label or bench.case.book.by_id[row.code].kind == "factor":
        return
    if row.label is None:
        if row.verdict == "NEUTRAL_ONLY":
            yield _reason("DESCRIBE", "LABEL without appraisal", say.LABEL_BARE, mine=judged.label)
        return
    steps = distance(bench.case.book.label_scale, judged.label, row.label)
    said = {"mine": judged.label, "theirs": row.label, "steps": steps}
    if steps is None:
        yield _reason("QUALIFY", "LABEL not on the scale", say.LABEL_UNKNOWN, **said)
    elif steps == 1 and not judged.memo.strip():
        yield _reason("QUALIFY", "LABEL without memo", say.LABEL_MEMO, **said)
    elif steps > 1 and bench.written.settles("LABEL", row.code):
        yield _reason("QUALIFY", "LABEL resolved", say.LABEL_FAR_SETTLED, **said)
    elif steps > 1 and bench.written.retracts("LABEL", row.code):
        yield _reason("BLOCK", "LABEL retracted", _RETRACTED, code=row.code)
    elif steps > 1:
        yield _reason("BLOCK", "LABEL", say.LABEL_FAR, **said)


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
