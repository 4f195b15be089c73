"""The researcher's label and sentence against the suggestion, and against what she decided on a contradiction.

A label two steps from the suggestion blocks, and so does one on the other side of the midline from the side that a
resolution prefers, until that too is resolved in writing (method 1.4, step 8, and 1.7). Factors take no label.
"""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.analysis.evidence import Judgement
from kualcode.analysis.findings.claim import labels_in
from kualcode.analysis.triangulation import reasons as say
from kualcode.analysis.triangulation.chosen import side_in_words
from kualcode.analysis.triangulation.judging import Bench
from kualcode.analysis.triangulation.labels import distance, ordered
from kualcode.analysis.verdicts import CodeVerdict, Gate, Reason
from kualcode.errors import Bi
from kualcode.model import Label

_BOTH = ("both_true", "split")
_FAVOURABLE = {"POS": True, "NEG": False}


def reasons(bench: Bench, row: CodeVerdict) -> Iterator[Reason]:
    """What qualifies or blocks because of the label and the sentence."""
    judged = bench.judgements.get(row.code)
    if judged is None or bench.case.book.by_id[row.code].kind == "factor":
        return
    side = side_in_words(row, bench.case.book) or Bi("", "")
    if judged.label and row.label is None:
        yield from _without_suggestion(bench, row, judged.label)
    elif judged.label:
        yield from _beside_suggestion(bench, row, judged, side)
    yield from _sentence(bench, row, judged, side)


def _reason(gate: Gate, name: str, text: Bi, **values: object) -> Reason:
    return Reason(name, text.fill(**values), gate=gate)


def _without_suggestion(bench: Bench, row: CodeVerdict, mine: str) -> Iterator[Reason]:
    """Nothing is appraised; or both sides stand, and the label is one that a single side would have."""
    decided = bench.written.decision("DISSONANCE", row.code)
    scale = ordered(bench.case.book.label_scale)
    ends = {scale[0].id, scale[-1].id} if scale else set()
    known = _label(bench, mine)
    if row.verdict == "NEUTRAL_ONLY":
        yield _reason("DESCRIBE", "LABEL without appraisal", say.LABEL_BARE, mine=mine)
    elif decided is not None and decided.decision in _BOTH and known is not None and known.id in ends:
        yield _reason("QUALIFY", "LABEL of one side", say.LABEL_ONE_SIDE, mine=mine)


def _beside_suggestion(bench: Bench, row: CodeVerdict, judged: Judgement, side: Bi) -> Iterator[Reason]:
    """How far the label is from the suggestion, and whether the preferred side says the opposite."""
    mine = judged.label or ""
    steps = distance(bench.case.book.label_scale, mine, row.label or "")
    against = _against(row, _label(bench, mine))
    said: dict[str, object] = {"mine": mine, "theirs": row.label, "steps": steps, "side": side}
    if steps is None:
        yield _reason("QUALIFY", "LABEL not on the scale", say.LABEL_UNKNOWN, **said)
    elif against or steps > 1:
        yield _far(bench, row, against, said)
    elif steps == 1 and not judged.memo.strip():
        yield _reason("QUALIFY", "LABEL without memo", say.LABEL_MEMO, **said)


def _far(bench: Bench, row: CodeVerdict, against: bool, said: dict[str, object]) -> Reason:
    if bench.written.settles("LABEL", row.code):
        text = say.LABEL_AGAINST_SETTLED if against else say.LABEL_FAR_SETTLED
        return _reason("QUALIFY", "LABEL resolved", text, **said)
    if bench.written.retracts("LABEL", row.code):
        return _reason("BLOCK", "LABEL retracted", say.RETRACTED, code=row.code)
    return _reason("BLOCK", "LABEL", say.LABEL_AGAINST if against else say.LABEL_FAR, **said)


def _sentence(bench: Bench, row: CodeVerdict, judged: Judgement, side: Bi) -> Iterator[Reason]:
    """Label words in the sentence that all stand on the other side of the midline from the preferred side."""
    scale = bench.case.book.label_scale
    own = judged.claim or ("", "")
    said = [*labels_in(own[0], "id", scale), *labels_in(own[1], "en", scale)]
    if said and all(_against(row, _label(bench, name)) for _, name in said):
        yield _reason("QUALIFY", "CLAIM against the side", say.CLAIM_AGAINST, word=said[0][0], side=side)


def _against(row: CodeVerdict, held: Label | None) -> bool:
    """Whether a label is on the other side of the midline from the side that was preferred."""
    if row.chosen is None or held is None or row.chosen.sign not in _FAVOURABLE:
        return False
    return held.favourable != _FAVOURABLE[row.chosen.sign]


def _label(bench: Bench, word: str) -> Label | None:
    scale = bench.case.book.label_scale
    return next((one for one in scale if distance(scale, word, one.id) == 0), None)
