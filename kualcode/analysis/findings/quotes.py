"""Which passages a finding quotes: fair to every technique and to every camp, and the same on every run.

Method 5.1: at least one quote for a claim that interviews back, two informants where two speak, at least one from
each camp, and no informant supplies more than half of all. Each voice gives one quote (a record or document that
speaks both ways gives two), the strongest and shortest first, ties by id. A passage of fewer than eight words comes
last among its equals, since it does not stand by itself; one of fewer than four ("Masih ada.") only where nothing
longer speaks for the same side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from kualcode.analysis.evidence import Evidence
from kualcode.analysis.triangulation.negative_cases import Speaker
from kualcode.analysis.verdicts import CodeVerdict, Group, Sign, Voice
from kualcode.model import Stance

_INFORMANTS = 3  # quoted from interviews, beside those of another camp
_SCRAP = 4  # words below which a passage is quoted only where there is no other
_STANDS = 8  # words from which a passage mostly is understood by itself
_ENOUGH = 2  # informants who are quoted where so many speak, even if one of them takes no side
_SIDES: dict[Sign, tuple[Sign, ...]] = {
    "POS": ("POS", "MIX", "NEG"),
    "NEG": ("NEG", "MIX", "POS"),
    "MIX": ("MIX", "POS", "NEG"),
    "NEU": ("NEU",),
    "SIL": (),
}
_STANCES: dict[Sign, tuple[Stance, ...]] = {
    "POS": ("positive", "mixed", "neutral", "negative"),
    "NEG": ("negative", "mixed", "neutral", "positive"),
    "MIX": ("mixed", "negative", "positive", "neutral"),
    "NEU": ("neutral", "mixed", "negative", "positive"),
    "SIL": (),
}
Why = Literal["group", "camp", "deviant"]


class Cited(NamedTuple):
    """A passage that a finding quotes, the group it speaks for, and why it was taken."""

    evidence: Evidence
    group: str
    why: Why


def choose(verdict: CodeVerdict, known: Mapping[str, Evidence]) -> tuple[Cited, ...]:
    """The quotes of a code, group by group; `known` holds its evidence by id."""
    deviant = {voice.id for voice in verdict.deviant}
    camps = frozenset(verdict.camps)
    found: dict[str, Cited] = {}
    for group in verdict.groups:
        for cited in _of_group(group, deviant, camps, known):
            found.setdefault(cited.evidence.id, cited)
    return tuple(_fair(list(found.values())))


def _of_group(
    group: Group, deviant: Collection[Speaker], camps: Collection[str], known: Mapping[str, Evidence]
) -> Iterator[Cited]:
    """First those who hold the view of the group, then those of another camp."""
    best = {voice.id: _best(voice, known) for voice in group.voices}
    common = [v for v in group.voices if best[v.id] and v.id not in deviant]
    for voice in _spread(group.sign, common, best):
        why: Why = "camp" if voice.sign in camps else "group"
        for one in _passages(voice, best[voice.id], many=len(common) > 1):
            yield Cited(one, group.name, why)
    for voice in group.voices:
        if voice.id in deviant and best[voice.id]:
            yield Cited(best[voice.id][0], group.name, "deviant")


def _spread(sign: Sign, voices: list[Voice], best: Mapping[Speaker, list[Evidence]]) -> list[Voice]:
    """Up to three voices that take a side, one from each side before a second from any; else neutral ones."""
    order = sorted(voices, key=lambda v: (_weight(best[v.id][0]), v.key))
    scraps = [v for v in order if _weight(best[v.id][0])[0]]
    sides = [_longer([v for v in order if v.sign == side], scraps) for side in _SIDES[sign]]
    taken: list[Voice] = []
    while len(taken) < _INFORMANTS and any(sides):
        for side in sides:
            if side and len(taken) < _INFORMANTS:
                taken.append(side.pop(0))
    rest = [v for v in order if v not in taken and (v.sign == "NEU" or v in scraps)]
    return taken + rest[: max(0, _ENOUGH - len(taken))]


def _longer(side: list[Voice], scraps: list[Voice]) -> list[Voice]:
    """Voices of one side without those who are heard in scraps only, where others speak for it."""
    return [v for v in side if v not in scraps] or side


def _passages(voice: Voice, best: list[Evidence], *, many: bool) -> list[Evidence]:
    """One passage of a voice; both sides of a record or document that alone speaks for its technique."""
    if many or voice.sign != "MIX" or best[0].source_type == "interview" or best[0].stance == "mixed":
        return best[:1]
    other = next((one for one in best if one.stance not in ("neutral", best[0].stance)), None)
    return [best[0], other] if other else best[:1]


def _best(voice: Voice, known: Mapping[str, Evidence]) -> list[Evidence]:
    """What can be quoted of a voice, that which speaks for its stance first."""
    usable = [known[one] for one in voice.evidence if one in known and known[one].quote and known[one].quote_found]
    order = _STANCES[voice.sign]
    fitting = [stance for stance in order if stance == order[0] or stance == "mixed" or voice.sign == "MIX"]
    return sorted(
        usable, key=lambda one: (one.stance not in fitting, _weight(one)[0], order.index(one.stance), *_weight(one))
    )


def _weight(one: Evidence) -> tuple[bool, int, bool, int, str]:
    """Strongest, then shortest of those that stand by themselves, then by id; a scrap of speech after all others."""
    words = len(one.quote.split())
    return words < _SCRAP, -one.strength, words < _STANDS, len(one.quote), one.id


def _speaker(one: Evidence) -> str | None:
    """Whose words they are; what was observed of an informant is the observer's."""
    return one.informant if one.source_type == "interview" else None


def _fair(cited: list[Cited]) -> Iterable[Cited]:
    """Without the later quotes of an informant who would supply more than half of all."""
    while True:
        share = Counter(who for c in cited if (who := _speaker(c.evidence)))
        many = [who for who, n in share.items() if 2 * n > len(cited) and n > 1]
        if not many:
            return cited
        own = [n for n, c in enumerate(cited) if _speaker(c.evidence) == many[0]]
        del cited[max(own, key=lambda n: (cited[n].why == "group", n))]
