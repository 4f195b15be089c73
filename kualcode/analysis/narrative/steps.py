"""How a verdict came about, step by step with its numbers, down to every quote and its place (method 1.4 and 1.7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kualcode.analysis import words as shown
from kualcode.analysis.evidence import Evidence, Thresholds
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.layouts.quotes import quote
from kualcode.analysis.narrative import closing, points
from kualcode.analysis.narrative.differences import part_name
from kualcode.analysis.narrative.figures import told as figure_told
from kualcode.analysis.narrative.groups import line
from kualcode.analysis.narrative.label_steps import label_steps
from kualcode.analysis.narrative.lifting import lift
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.verdicts import triangulation
from kualcode.analysis.narrative.words import clause, facet_name, group_name, joined, listed, number, sentence, title
from kualcode.analysis.verdicts import Group, Reason, SameSource, Sign, Voice
from kualcode.document import Block, Bullet, Heading, Paragraph
from kualcode.errors import Bi

_SIGNS: tuple[Sign, ...] = ("POS", "MIX", "NEG", "NEU")


def walk(study: Study, finding: Finding, limits: Thresholds) -> Iterator[Block]:
    """From the sentence back: what is stated, the rules that let it, the groups, their voices, every quote."""
    told = title(finding.code)
    yield Heading(1, Bi(*(f"{finding.id} {text}" for text in told)))
    yield Paragraph(_sentence(study, finding))
    yield Heading(2, _DECIDED)
    yield from _decided(study, finding)
    yield Heading(2, _STEPS)
    yield from _steps(study, finding, limits)
    for group in finding.verdict.groups:
        if group.voices:
            yield Heading(2, shown.capital(group_name(study.axis, group.name)))
            yield from _voices(study, finding, group, limits)
    yield from _uncounted(study, finding)


def _sentence(study: Study, finding: Finding) -> Bi:
    """What the text says of it: a blocked finding is not stated, only called by its name."""
    if finding.blocked:
        return sentence(shown.NOT_CONCLUDED)
    said = triangulation(finding, study.axis, study.book, turn=0).text
    if finding.verdict.gate == "DESCRIBE":
        return said
    return joined([said, closing.stated(study, finding).text])


# ---------------------------------------------------------------- what was decided
def _decided(study: Study, finding: Finding) -> Iterator[Block]:
    verdict = finding.verdict
    if verdict.verdict:
        yield Bullet(_VERDICT.fill(verdict=shown.VERDICTS[verdict.verdict], k=verdict.k))
    if verdict.gate:
        yield Bullet(_GATE.fill(gate=shown.GATES[verdict.gate]))
        for reason in verdict.gate_reasons:
            yield Bullet(_BECAUSE.fill(text=clause(reason.text)), 1)
            if reason.gate == "BLOCK":
                yield Bullet(_LIFT.fill(lift=lift(study, finding, reason)), 2)
    for said in closing.rated(study, finding):
        yield Bullet(said.text)
    if verdict.label:
        head = shown.label_heading(study.book, [finding.code.id])
        suggested = joined([shown.label(study.book, verdict.label), verdict.label_note or Bi("", "")])
        yield Bullet(_SUGGESTED.fill(head=head, label=suggested))
    if verdict.status:
        yield Bullet(_STATUS.fill(status=shown.STATUSES[verdict.status]))
    if verdict.confidence:
        yield Bullet(_confidence(verdict.reasons).fill(level=shown.LEVELS[verdict.confidence]))
        for reason in verdict.reasons:
            yield Bullet(_BECAUSE.fill(text=clause(reason.text)), 1)
    for found in finding.contradictions:
        yield Bullet(points.contradiction(finding, found).text)
    for case in finding.negatives:
        yield Bullet(points.negative(finding, case, study.axis).text)


def _confidence(reasons: Iterable[Reason]) -> Bi:
    """ "4 - 1 - 1 = 2", at least 1, at most 3 where a reason caps it."""
    costs = [reason.cost for reason in reasons if reason.cost]
    capped = any(reason.caps for reason in reasons)
    least = max(1, 4 - sum(costs))
    points_ = min(3, least) if capped else least
    sum_ = " - ".join(map(str, (4, *costs)))
    frame = _CAPPED if capped and points_ != least else _CONFIDENCE
    return Bi(*(text.replace("<sum>", sum_).replace("<points>", str(points_)) for text in frame))


# ---------------------------------------------------------------- the steps
def _steps(study: Study, finding: Finding, limits: Thresholds) -> Iterator[Block]:
    verdict, axis = finding.verdict, study.axis
    for group in verdict.groups:
        yield Bullet(_group(study, finding, group, limits))
    for one, other, pair in verdict.pairs:
        values = {"one": group_name(axis, one), "other": group_name(axis, other), "pair": shown.PAIRS[pair]}
        yield Bullet(_PAIR.fill(**values))
    yield from (Bullet(_same_source(study, finding, one)) for one in verdict.same_source)
    for facet in verdict.facet_clashes:
        yield Bullet(_FACET.fill(facet=facet_name(finding.code, facet)))
    for figure in finding.figures:
        yield Bullet(figure_told(finding, figure))
    for one, other in verdict.prominence_gaps:
        yield Bullet(_PROMINENCE.fill(groups=listed([group_name(axis, one), group_name(axis, other)])))
    if verdict.caps:
        yield Bullet(_CAPS.fill(names=listed(part_name(child, study.book) for child in verdict.caps)))
    yield from (Bullet(sentence(told)) for told in label_steps(study, finding))


def _same_source(study: Study, finding: Finding, found: SameSource) -> Bi:
    """ "I-03 dilihat dengan wawancara (positif) dan observasi (negatif)"."""
    stances = (
        _STANDS.fill(technique=shown.TECHNIQUES[kind], sign=shown.sign(study.book, finding.code.id, sign))
        for kind, sign in found.stances
    )
    return _SAME_SOURCE.fill(source=found.source, stances=listed(stances))


def _general_sign(study: Study, finding: Finding, name: str) -> list[Bi]:
    """How what was said of the code as a whole leans, which is one more part of it."""
    general = finding.verdict.general
    own = next((one for one in general.groups if one.name == name), None) if general else None
    if own is None or own.sign == "SIL":
        return []
    return [_GENERAL.fill(sign=shown.sign(study.book, finding.code.id, own.sign))]


_GENERAL = Bi("pernyataan umum {sign}", "general statements {sign}")


def _group(study: Study, finding: Finding, group: Group, limits: Thresholds) -> Bi:
    """The stance of a group from its voices: P = 2a + b, N = 2c + b against the threshold."""
    name = shown.capital(group_name(study.axis, group.name))
    sign = shown.sign(study.book, finding.code.id, group.sign)
    if study.parts(finding.code.id):
        parts = [_part_sign(study, one, group.name) for one in study.parts(finding.code.id)]
        signs = listed([*parts, *_general_sign(study, finding, group.name)])
        return _COMBINED.fill(group=name, signs=signs, sign=sign)
    tally = {sign_: sum(voice.sign == sign_ for voice in group.voices) for sign_ in _SIGNS}
    pro, con = 2 * tally["POS"] + tally["MIX"], 2 * tally["NEG"] + tally["MIX"]
    if not pro + con:
        return _NO_SIDE.fill(group=name, sign=sign, n=number(len(group.voices)))
    values = {"a": tally["POS"], "b": tally["MIX"], "c": tally["NEG"], "P": pro, "N": con, "all": pro + con}
    return _WEIGHED.fill(group=name, sign=sign, m=limits.source_majority, **values)


def _part_sign(study: Study, part: Finding, group: str) -> Bi:
    value: Sign = next((one.sign for one in part.verdict.groups if one.name == group), "SIL")
    sign = shown.sign(study.book, part.code.id, value)
    return Bi(f"{part.code.id} {sign.id}", f"{part.code.id} {sign.en}")


# ---------------------------------------------------------------- voices and their quotes
def _voices(study: Study, finding: Finding, group: Group, limits: Thresholds) -> Iterator[Block]:
    for voice in group.voices:
        yield Bullet(_voice(study, finding, voice, limits))
        for identity in voice.evidence:
            one = finding.evidence.get(identity)
            if one is not None:
                yield Bullet(_passage(study, one), 1)


def _voice(study: Study, finding: Finding, voice: Voice, limits: Thresholds) -> Bi:
    sign = shown.sign(study.book, finding.code.id, voice.sign)
    values = {"voice": voice.key, "sign": sign, "P": voice.positive, "N": voice.negative}
    if not voice.positive + voice.negative:
        return _VOICE_NEUTRAL.fill(**values)
    return _VOICE.fill(all=voice.positive + voice.negative, t=limits.voice_dominance, **values)


def _passage(study: Study, one: Evidence) -> Bi:
    """A quote with its place, and what the coder made of it."""
    facet = f", {one.facet}" if one.facet else ""
    told = line(quote(study.book, one)) if one.quote else Bi(one.id, one.id)
    stance = shown.stance(study.book, one.code, one.stance)
    more = _CODED.fill(
        id=one.id[:8], code=one.code, facet=facet, stance=stance, strength=one.strength, by=one.coder or "?"
    )
    return joined([told, more])


def _uncounted(study: Study, finding: Finding) -> Iterator[Block]:
    """What is there and does not count as a voice."""
    verdict = finding.verdict
    listed_ = (
        (_LOOSE, verdict.unattributed),
        (_UNPLACED, verdict.unplaced),
        (_DISPUTED, verdict.disputed),
        (_RETIRED, verdict.recode),
    )
    known = {**finding.evidence, **{one.id: one for one in finding.recode}}
    for head, identities in listed_:
        if identities:
            yield Heading(2, head)
            for identity in identities:
                one = known.get(identity)
                yield Bullet(_passage(study, one) if one else Bi(identity[:8], identity[:8]))


_DECIDED = Bi("Putusan", "What was decided")
_STEPS = Bi("Langkah dan angkanya", "Steps and their numbers")
_VERDICT = Bi("Hasil triangulasi: {verdict}, k = {k}", "Verdict: {verdict}, k = {k}")
_GATE = Bi("Dapat dinyatakan? {gate}", "May it be stated? {gate}")
_BECAUSE = Bi("Sebab: {text}.", "Because: {text}.")
_LIFT = Bi("Yang dapat mengubahnya: {lift}", "What would change it: {lift}")
_SUGGESTED = Bi("{head} yang diusulkan: {label}", "{head}, suggested: {label}")
_STATUS = Bi("Status faktor: {status}", "Status of the factor: {status}")
_CONFIDENCE = Bi(
    "Tingkat keyakinan terhadap temuan: <sum> = <points> ({level})",
    "Confidence in the finding: <sum> = <points> ({level})",
)
_CAPPED = Bi(
    "Tingkat keyakinan terhadap temuan: <sum>, paling tinggi <points> ({level})",
    "Confidence in the finding: <sum>, at most <points> ({level})",
)
_WEIGHED = Bi(
    "{group}: {a} positif, {b} campuran, {c} negatif; P = 2 x {a} + {b} = {P}, N = 2 x {c} + {b} = {N}; "
    "P : (P + N) = {P}/{all}, ambang {m}; {sign}",
    "{group}: {a} positive, {b} mixed, {c} negative; P = 2 x {a} + {b} = {P}, N = 2 x {c} + {b} = {N}; "
    "P : (P + N) = {P}/{all}, threshold {m}; {sign}",
)
_NO_SIDE = Bi("{group}: {n} suara, tidak ada yang memihak; {sign}", "{group}: {n} voices, none takes a side; {sign}")
_COMBINED = Bi("{group}: dari {signs}; {sign}", "{group}: from {signs}; {sign}")
_PAIR = Bi("{one} dan {other}: {pair}", "{one} and {other}: {pair}")
_SAME_SOURCE = Bi("Sumber yang sama, {source}: {stances}", "The same source, {source}: {stances}")
_STANDS = Bi("{technique} ({sign})", "{technique} ({sign})")
_FACET = Bi("Berlawanan pada aspek {facet}", "Opposed on the aspect of {facet}")
_PROMINENCE = Bi("Kadar pembicaraannya berbeda: {groups}", "Prominence differs: {groups}")
_CAPS = Bi("Diturunkan oleh {names}", "Lowered by {names}")
_VOICE = Bi(
    "{voice}: P = {P}, N = {N}; P : (P + N) = {P}/{all}, ambang {t}; {sign}",
    "{voice}: P = {P}, N = {N}; P : (P + N) = {P}/{all}, threshold {t}; {sign}",
)
_VOICE_NEUTRAL = Bi("{voice}: tanpa penilaian; {sign}", "{voice}: takes no side; {sign}")
_CODED = Bi(
    "[{id}] {code}{facet}; {stance}; kekuatan {strength}; {by}",
    "[{id}] {code}{facet}; {stance}; strength {strength}; {by}",
)
_LOOSE = Bi("Tanpa sumber yang jelas (tidak dihitung)", "Unattributed (not counted)")
_UNPLACED = Bi("Tidak dapat ditempatkan (tidak dihitung)", "Without a place on this axis (not counted)")
_RETIRED = Bi(
    "Dikodekan dengan kode yang sudah tidak dipakai (tidak dihitung; kodekan ulang)",
    "Coded with a retired code (not counted; code again)",
)
_DISPUTED = Bi("Disengketakan (tidak dihitung)", "Disputed (not counted)")
