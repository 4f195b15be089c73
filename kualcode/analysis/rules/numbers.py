"""Contradictions among figures: rules N1 to N8, each by itself, over evidence that counts (method 1.6).

The tests are kualcode's own. That parts come to their whole and shares stay within 0 and 100 are edit rules in the
sense of Fellegi & Holt 1976 (JASA 71(353):17-35); that a discrepancy is looked into and not smoothed over is O'Cathain,
Murphy & Nicholl 2010 (BMJ 341:c4587). What is not known of a figure raises nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from kualcode.analysis.claims.asserted import quoted
from kualcode.analysis.claims.facts import Fact, facts
from kualcode.analysis.claims.keys import Key, holds, is_read
from kualcode.analysis.claims.shown import number, shown, thing, told
from kualcode.analysis.claims.sides import other_periods, sides
from kualcode.analysis.evidence import Case, Claim
from kualcode.analysis.rules.flags import Flag, ordered
from kualcode.analysis.rules.given import Given, flag, given, in_use
from kualcode.analysis.rules.targets import n2, n3
from kualcode.errors import Bi

__all__ = ["check", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8"]
_PRECISE = 3  # significant digits from which two equal figures are hardly an accident
_SHARE = (Fraction(0), Fraction(100))


def check(case: Case) -> list[Flag]:
    """All that the rules on figures raise, in order."""
    case = in_use(case)
    known = given(case)
    rules = (n1, n2, n3, n4, n6, n7, n8)
    return list(ordered([*n5(case, known), *(found for rule in rules for found in rule(known))]))


def n1(known: Given) -> Iterator[Flag]:
    """Parts that do not come to their whole (method 1.6, N1; Fellegi & Holt 1976).

    Rounded figures have their tolerance: 33,3% three times is a whole. Parts told in another unit (a share of a count)
    are none of it. Where exactly one part equals the whole, the value that it should have had: 28 + 8 + 5 = 41.
    """
    for whole, listed in known.parts():
        parts = [part for part in listed if (part.quantity.unit == "percent") == (whole.quantity.unit == "percent")]
        values = [part.quantity.lo for part in parts if part.quantity.is_single]
        total = whole.quantity.lo if whole.quantity.is_single else None
        if total is None or len(values) != len(parts) or len(parts) < 2:
            continue
        added = sum((value for value in values if value is not None), Fraction(0))
        slack = sum((one.quantity.step / 2 for one in (whole, *parts)), Fraction(0))
        if abs(added - total) >= slack and added != total:
            yield _n1(whole, parts, total, added)


def _n1(whole: Claim, parts: Sequence[Claim], total: Fraction, added: Fraction) -> Flag:
    excess = added - total
    equal = [part for part in parts if part.quantity.lo == total]
    fits = 2 * total - added if len(equal) == 1 else None
    details = [("total", str(total)), ("sum", str(added)), ("excess", str(excess))]
    message = (_TOO_MUCH if excess > 0 else _TOO_LITTLE).fill(
        thing=thing(whole), sum=number(added), total=number(total), n=number(abs(excess))
    )
    if fits is not None and fits >= 0:
        details.append(("fits", str(fits)))
        hint = _FITS.fill(n=number(fits), thing=thing(equal[0]), total=number(total))
        message = Bi(f"{message.id} {hint.id}", f"{message.en} {hint.en}")
    return flag("N1", "BLOCK", [whole, *parts], message, details)


def n4(known: Given) -> Iterator[Flag]:
    """The same precise value of two different subjects (method 1.6, N4): a figure may have been copied.

    Subjects differ where they share no word; of a share, an unsaid subject is the unit studied.
    """
    groups: defaultdict[tuple[str, str, str, Fraction], list[Claim]] = defaultdict(list)
    for claim in known.claims:
        made, value = known.keys.get(claim.id), claim.quantity.lo
        row = claim.unit == "percent" and "\t" in known.words(claim)  # a share that a row is worked out to
        if made and value is not None and claim.quantity.is_single and _digits(claim) >= _PRECISE and not row:
            groups[made.code, made.measure, made.unit, value].append(claim)
    for claims in groups.values():
        alike: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
        for claim in claims:
            alike[known.keys[claim.id].subject, claim.modality, claim.period].append(claim)
        differing = [pair for pair in combinations(alike.values(), 2) if _differ(known, pair[0][0], pair[1][0])]
        if differing:
            one, other = differing[0][0][0], differing[0][1][0]
            message = _TWICE.fill(n=shown(one.quantity, one.unit), one=_subject(one), other=_subject(other))
            involved = {claim.id: claim for pair in differing for same in pair for claim in same}
            yield flag("N4", "WARN", involved.values(), message, [("value", str(one.quantity.lo))])


def _digits(claim: Claim) -> int:
    """Significant digits of a single value: 92,40% has three, 1.200 has two."""
    value, step = claim.quantity.lo or Fraction(0), claim.quantity.step
    if value.denominator > 1 and step:
        value = value / step
    return len(str(abs(value.numerator)).strip("0")) if value.denominator == 1 else 0


def _differ(known: Given, one: Claim, other: Claim) -> bool:
    here, there = known.keys[one.id].subject, known.keys[other.id].subject
    if one.modality != other.modality or not known.same_time(one, other) or here & there:
        return False
    return bool(here and there) or (bool(here or there) and one.unit == "percent")


def _subject(claim: Claim) -> Bi:
    return Bi(f"\u201c{claim.subject}\u201d", f"\u201c{claim.subject}\u201d") if claim.subject else _ALL_OF_IT


def n5(case: Case, known: Given) -> Iterator[Flag]:
    """Figures of one thing that cannot both hold (method 1.5 and 1.6, N5; O'Cathain et al. 2010)."""
    by_id = {claim.id: claim for claim in known.claims}
    found = facts(case)
    alike: defaultdict[Key, list[Fact]] = defaultdict(list)
    for fact in found:
        alike[known.keys[fact.claims[0]]].append(fact)
    for fact in found:
        if fact.status == "CONTRADICTED":
            details = [
                ("measure", fact.measure),
                ("subject", fact.subject),
                ("period", fact.period or ""),
                *(("pair", f"{pair.one} {pair.other}") for pair in fact.pairs if pair.verdict == "DISSONANCE"),
            ]
            message = _APART.fill(fact=sides(fact, by_id, known.evidence))
            others = [other for other in alike[known.keys[fact.claims[0]]] if other.period != fact.period]
            beside = other_periods(fact, others, known)
            message = Bi(f"{message.id} {beside.id}".rstrip(), f"{message.en} {beside.en}".rstrip())
            yield flag("N5", "BLOCK", [by_id[id_] for id_ in fact.disputed], message, details)


def n6(known: Given) -> Iterator[Flag]:
    """A result taken from a plan, or from a document that an interview only quotes (method 1.6, N6; Sugiyono 2016).

    The document is then the source to record. One flag for each code and document.
    """
    plans: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    quotes: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in known.claims:
        made = known.evidence[claim.id]
        if claim.modality != "realised":
            continue
        place = (claim.code, made.doc_id)
        if made.doc_class == "plan":
            plans[place].append(claim)
        elif made.source_type == "interview" and claim.id in known.keys and _is_quoted(known, claim):
            quotes[place].append(claim)
    for message, found in ((_PLAN, plans), (_QUOTED, quotes)):
        for claims in found.values():
            yield flag("N6", "WARN", claims, message.fill(figures=_figures(claims)))


def _is_quoted(known: Given, claim: Claim) -> bool:
    words, start = known.words(claim), claim.quantity.start
    return any(begin <= start < end for begin, end in quoted(words, known.lex))


def n7(known: Given) -> Iterator[Flag]:
    """A result outside the period of its document, or a whole and parts of different periods (method 1.6, N7).

    Only where both periods are known.
    """
    outside: defaultdict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in known.claims:
        said, of = claim.period, known.evidence[claim.id].period
        if claim.modality == "realised" and said and of and is_read(said) and is_read(of) and not holds(of, said):
            outside[claim.code, known.evidence[claim.id].doc_id, said, of].append(claim)
    for (_, _, said, of), claims in outside.items():
        message = _OUTSIDE.fill(figures=_figures(claims), said=said, document=of)
        yield flag("N7", "WARN", claims, message, [("period", said), ("document_period", of)])
    for whole, parts in known.parts():
        mixed = [
            part for part in parts if whole.period != part.period and is_read(whole.period) and is_read(part.period)
        ]
        if mixed:
            periods = sorted({str(part.period) for part in mixed})
            message = _MIXED.fill(thing=thing(whole), whole=whole.period, parts=", ".join(periods))
            yield flag(
                "N7", "WARN", [whole, *mixed], message, [("period", str(whole.period)), ("parts", " ".join(periods))]
            )


def n8(known: Given) -> Iterator[Flag]:
    """A part larger than its whole, or a share outside 0 to 100 (method 1.6, N8; Fellegi & Holt 1976).

    A result may go beyond its target and a growth beyond 100%: neither is a share.
    """
    for whole, parts in known.parts():
        for part in parts:
            low, high = part.quantity.lo, whole.quantity.hi
            if low is not None and high is not None and part.unit != "percent" and low > high:
                message = _LARGER.fill(part=told(part), whole=told(whole))
                yield flag("N8", "WARN", [whole, part], message, [("part", str(low)), ("total", str(high))])
    for claim in known.claims:
        low, high = claim.quantity.lo, claim.quantity.hi
        if claim.unit != "percent" or low is None or (_SHARE[0] <= low and high is not None and high <= _SHARE[1]):
            continue
        if low > _SHARE[1] and not _grows(known, claim):
            message = _NO_SHARE.fill(figure=told(claim))
            yield flag("N8", "WARN", [claim], message, [("value", str(low))])


def _grows(known: Given, claim: Claim) -> bool:
    words = known.lex.words(" ".join((claim.measure, claim.subject, known.words(claim))))
    return next(known.lex["growth"].find(words), None) is not None


def _figures(claims: Iterable[Claim]) -> Bi:
    """Figures with what they are of, each once."""
    parts = list(dict.fromkeys(told(claim) for claim in claims))
    return Bi("; ".join(part.id for part in parts), "; ".join(part.en for part in parts))


_TOO_MUCH = Bi(
    "Bagian-bagian dari {thing} berjumlah {sum}, padahal seluruhnya {total}: lebih {n}.",
    "The parts of {thing} come to {sum}, yet the whole is {total}: {n} too many.",
)
_TOO_LITTLE = Bi(
    "Bagian-bagian dari {thing} berjumlah {sum}, padahal seluruhnya {total}: kurang {n}.",
    "The parts of {thing} come to {sum}, yet the whole is {total}: {n} too few.",
)
_FITS = Bi(
    "Jumlahnya tepat dengan {n}, bukan {total}, untuk {thing}.", "They add up with {n}, not {total}, for {thing}."
)
_TWICE = Bi(
    "Angka {n} dipakai untuk dua hal yang berbeda: {one} dan {other}. Periksa apakah salah satunya tersalin.",
    "The figure {n} is given for two different things: {one} and {other}. Check whether one was copied.",
)
_ALL_OF_IT = Bi("keseluruhan", "the whole")
_APART = Bi("Angka-angka ini tidak dapat sama-sama benar: {fact}.", "These figures cannot both hold: {fact}.")
_PLAN = Bi(
    "Angka realisasi diambil dari dokumen rencana: {figures}. Rencana bukan bukti hasil.",
    "A result is taken from a plan: {figures}. A plan is no proof of a result.",
)
_QUOTED = Bi(
    "Angka dari wawancara ini mengutip dokumen: {figures}. Catat dokumennya sebagai sumber.",
    "This interview quotes a document for a figure: {figures}. Record the document as its source.",
)
_OUTSIDE = Bi(
    "Angka tentang {said} berasal dari dokumen tentang {document}: {figures}.",
    "A figure of {said} comes from a document on {document}: {figures}.",
)
_MIXED = Bi(
    "Keseluruhan dan bagiannya berbeda periode ({whole}; {parts}): {thing}.",
    "A whole and its parts are of different periods ({whole}; {parts}): {thing}.",
)
_LARGER = Bi(
    "Bagian ({part}) lebih besar daripada keseluruhannya ({whole}).",
    "A part ({part}) is larger than its whole ({whole}).",
)
_NO_SHARE = Bi(
    "{figure} tidak mungkin sebagai bagian: di luar 0\u2013100%.", "{figure} cannot be a share: outside 0\u2013100%."
)
