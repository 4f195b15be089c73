"""What one group of the axis shows on a code: how many speak, how they lean, which aspects, and their quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kualcode.analysis import words as shown
from kualcode.analysis.evidence import Axis, Evidence
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.findings.quotes import Cited
from kualcode.analysis.layouts.quotes import inside, quote, who
from kualcode.analysis.narrative.said import Part, Sentence, paragraph
from kualcode.analysis.narrative.verdicts import counted, nothing_said, noun, silence_of, silent
from kualcode.analysis.narrative.words import (
    NOTHING,
    facet_name,
    group_name,
    joined,
    listed,
    number,
    sentence,
)
from kualcode.analysis.verdicts import Group, Sign
from kualcode.document import Quote
from kualcode.errors import Bi
from kualcode.model import Codebook
from kualcode.text import squash

_SIGNS: tuple[Sign, ...] = ("POS", "NEG", "MIX", "NEU")
_FACETS = 4  # aspects that a sentence names
_GISTS = 3


def speaks(finding: Finding, group: Group, axis: Axis, topic: Bi | None = None) -> Sentence:
    """ "Tujuh informan berbicara tentang hal ini (lima positif dan dua negatif)." Counts, never means.

    `topic` stands in the place of "hal ini"; a silent group is named by its heading.
    """
    if not group.voices:
        return Sentence(sentence(nothing_said(finding, group)), finding.id, ("SILENCE",))
    told = _judging(finding, group, axis, topic or _THIS) or _speaking(finding, group, axis, topic or _THIS)
    tally = Counter(voice.sign for voice in group.voices)
    return Sentence(
        sentence(told),
        finding.id,
        (f"{group.name}={group.sign}",),
        tuple(one for voice in group.voices for one in voice.evidence),
        numbers=(
            (f"voices.{group.name}", str(len(group.voices))),
            *((f"voices.{group.name}.{sign}", str(tally[sign])) for sign in _SIGNS if tally[sign]),
        ),
    )


def _speaking(finding: Finding, group: Group, axis: Axis, topic: Bi) -> Bi:
    """How many speak of it, and how they lean."""
    kind, leaning = noun(axis, group), _leaning(finding, group)
    named = _single(finding, group)
    one = _HOLDS if len(group.voices) == 1 else _HOLD
    frame = _SPEAK if kind == "interview" else one
    told = frame if leaning.id else _bare(frame)
    return told.fill(voices=named or counted(axis, group), leaning=leaning, topic=topic)


def _judging(finding: Finding, group: Group, axis: Axis, topic: Bi) -> Bi | None:
    """The same where all lean one way: "lima informan menilai hal ini secara positif"; None for factors.

    One record or document is called by its name, and says "the same" where a group before it is told to lean so.
    """
    signs = {voice.sign for voice in group.voices}
    if finding.code.kind == "factor" or finding.verdict.verdict == "NEUTRAL_ONLY" or signs not in _ONE_WAY:
        return None
    (sign,) = signs
    if noun(axis, group) == "interview":
        frame = _JUDGES if len(group.voices) == 1 else _JUDGE
        return frame.fill(voices=counted(axis, group), topic=topic, manner=_MANNERS[sign])
    named = _single(finding, group)
    if named is None:
        return None
    frame = _SHOWS_THE_SAME if _told_before(finding, group, sign) else _SHOWS
    return frame.fill(who=named, sign=lean(finding, sign), topic=topic)


def _told_before(finding: Finding, group: Group, sign: Sign) -> bool:
    """Whether the nearest group before it that speaks leans that way as a whole."""
    groups = finding.verdict.groups
    before = [one for one in groups[: groups.index(group)] if one.voices]
    return bool(before) and {voice.sign for voice in before[-1].voices} == {sign}


def _single(finding: Finding, group: Group) -> Bi | None:
    """The one record or document that a group consists of, by its name; None for informants, and for several."""
    own = [finding.evidence[one] for voice in group.voices for one in voice.evidence if one in finding.evidence]
    if len(group.voices) != 1 or len({one.doc_id for one in own}) != 1 or own[0].source_type not in NAMED:
        return None
    return NAMED[own[0].source_type].fill(who=who(own[0]))


def silences(finding: Finding, axis: Axis) -> list[Sentence]:
    """Silent groups by their names, a sentence a reason: "Tidak ada data dari observasi dan dokumentasi." """
    by_reason: dict[str, list[Group]] = {}
    for group in finding.verdict.groups:
        if not group.voices:
            by_reason.setdefault(silence_of(finding, group), []).append(group)
    return [Sentence(sentence(silent(finding, group, axis)), finding.id, ("SILENCE",)) for group in by_reason.values()]


def _leaning(finding: Finding, group: Group) -> Bi:
    """ "lima positif dan dua negatif"; nothing where the data are only described."""
    if finding.verdict.verdict == "NEUTRAL_ONLY":
        return NOTHING
    tally = Counter(voice.sign for voice in group.voices)
    if len(tally) == 1:
        sign = next(iter(tally))
        one = _THE_FACTOR if finding.code.kind == "factor" else _ONE
        return (_ALL if len(group.voices) > 1 else one).fill(sign=lean(finding, sign))
    return listed(joined([number(tally[sign]), lean(finding, sign)]) for sign in _SIGNS if tally[sign])


def lean(finding: Finding, sign: Sign) -> Bi:
    """Which way a voice leans, as running text has it."""
    return (_FACTOR_LEANS if finding.code.kind == "factor" else shown.SIGNS)[sign]


def aspects(finding: Finding, group: Group) -> Sentence | None:
    """The gists that a person typed, else the aspects of which the group speaks; none where neither is known."""
    own = [finding.evidence[one] for voice in group.voices for one in voice.evidence if one in finding.evidence]
    gists = list(dict.fromkeys(one.gist for one in sorted(own, key=lambda one: one.id) if one.gist))[:_GISTS]
    facets = _facets(finding, own)
    if gists:
        text = _GIST.fill(gists=joined([Bi(gist, gist) for gist in gists], "; "))
    elif facets:
        text = _ASPECTS.fill(facets=listed(facet_name(finding.code, facet) for facet in facets))
    else:
        return None
    return Sentence(sentence(text), finding.id, ("FACETS",), tuple(one.id for one in own if one.facet or one.gist))


def _facets(finding: Finding, own: list[Evidence]) -> list[str]:
    """The aspects of the code itself that are spoken of most, in codebook order."""
    counts = Counter(one.facet for one in own if one.facet and one.code == finding.code.id)
    order = {facet.id: n for n, facet in enumerate(finding.code.facets)}
    often = sorted(counts, key=lambda f: (-counts[f], order.get(f, len(order)), f))[:_FACETS]
    return sorted(often, key=lambda f: (order.get(f, len(order)), f))


def quotes(finding: Finding, group: str, book: Codebook) -> Iterator[Part]:
    """The quotes of a group, each a paragraph of its own."""
    for cited in finding.quotes:
        if cited.group == group:
            yield quoted(finding, cited, book)


def quoted(finding: Finding, cited: Cited, book: Codebook) -> Part:
    """“...” (I-03, unsur staf, wawancara 12 Januari 2024, brs. 41-44), and a person's translation below."""
    text = line(quote(book, cited.evidence))
    return paragraph([Sentence(text, finding.id, ("QUOTE", cited.why), (cited.evidence.id,))], "quote")


def line(shown_quote: Quote) -> Bi:
    """A quote as a line of text: its words exactly, but for white space and marks of quotes within it."""
    place = joined([shown_quote.who, shown_quote.place], ", ")
    told = _QUOTE.fill(text=within(shown_quote.text), place=place)
    if not shown_quote.translation:
        return told
    return joined([told, _TRANSLATION.fill(text=within(shown_quote.translation))])


def within(text: str) -> str:
    """Words as they stand between quotation marks: on one line, their own double marks single (EYD V)."""
    return inside(squash(text))


def result_of(axis: Axis, group: str) -> Bi:
    """How a paragraph on a group is opened: "Hasil wawancara", "Unsur staf"."""
    told = group_name(axis, group)
    return shown.capital(Bi(f"hasil {told.id}", told.en) if axis == "technique" else told)


def _bare(frame: Bi) -> Bi:
    return Bi(frame.id.removesuffix(" ({leaning})"), frame.en.removesuffix(" ({leaning})"))


_THIS = Bi("hal ini", "this")
NAMED = {
    "observation": Bi("catatan observasi {who}", "observation record {who}"),
    "documentation": Bi("{who}", "{who}"),
}
_ONE_WAY: tuple[set[Sign], ...] = ({"POS"}, {"NEG"}, {"MIX"})
_JUDGE = Bi("{voices} menilai {topic} {manner}", "{voices} judge {topic} {manner}")
_JUDGES = Bi("{voices} menilai {topic} {manner}", "{voices} judges {topic} {manner}")
_MANNERS: dict[Sign, Bi] = {
    "POS": Bi("secara positif", "positively"),
    "NEG": Bi("secara negatif", "negatively"),
    "MIX": Bi("dengan penilaian campuran", "in mixed terms"),
}
_SHOWS = Bi("{who} memuat penilaian {sign} tentang {topic}", "{who} holds a {sign} view of {topic}")
_SHOWS_THE_SAME = Bi("{who} menunjukkan hal yang sama ({sign})", "{who} shows the same ({sign})")
_SPEAK = Bi("{voices} berbicara tentang {topic} ({leaning})", "{voices} spoke of {topic} ({leaning})")
_HOLD = Bi("{voices} memuat {topic} ({leaning})", "{voices} bear on {topic} ({leaning})")
_HOLDS = Bi("{voices} memuat {topic} ({leaning})", "{voices} bears on {topic} ({leaning})")
_ALL = Bi("semuanya {sign}", "all {sign}")
_ONE = Bi("arahnya {sign}", "{sign}")
_THE_FACTOR = Bi("{sign}", "{sign}")
_FACTOR_LEANS: dict[Sign, Bi] = {
    "POS": Bi("mendukung adanya faktor ini", "in support of the factor"),
    "NEG": Bi("membantah adanya faktor ini", "against the factor"),
    "MIX": Bi("mendukung sekaligus membantah", "both for and against"),
    "NEU": Bi("hanya menyebutnya", "only mentioning it"),
    "SIL": Bi("tidak ada data", "no data"),
}
_GIST = Bi("inti pernyataannya: {gists}", "the gist of it: {gists}")
_ASPECTS = Bi("aspek yang disinggung ialah {facets}", "the aspects touched on are {facets}")
_QUOTE = Bi("“{text}” ({place})", "“{text}” ({place})")
_TRANSLATION = Bi(
    "Artinya: “{text}” (terjemahan peneliti).", "In translation: “{text}” (the researcher's translation)."
)
