"""Rules N2 and N3: what is said of all and of a target, against the figures beside it (method 1.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import replace
from fractions import Fraction

from kualcode.analysis.claims.asserted import met
from kualcode.analysis.claims.shown import shown, told
from kualcode.analysis.evidence import Claim
from kualcode.analysis.rules.flags import Flag
from kualcode.analysis.rules.given import Given, flag
from kualcode.analysis.rules.shortfall import Met, Shortfall
from kualcode.errors import Bi

_WHOLE = Fraction(100)
_DENIED = ("tidak ", "not ")


def n2(known: Given) -> Iterator[Flag]:
    """ "All of it" said of a thing of which exceptions are counted (method 1.6, N2).

    Said in so many words, or by a part as large as its whole. One flag a code.
    """
    found: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for said, exception in (*_all_and_exceptions(known), *_full_parts(known)):
        found[said.code] |= {said.id: said, exception.id: exception}
    for claims in found.values():
        exceptions = [claim for claim in claims.values() if claim.role == "exception" or _is_denied(claim)]
        first = min(exceptions or claims.values(), key=lambda claim: claim.id)
        message = _ALL_BUT.fill(figure=told(first))
        yield flag("N2", "BLOCK", claims.values(), message, [("exceptions", str(first.quantity.lo))])


def _all_and_exceptions(known: Given) -> Iterator[tuple[Claim, Claim]]:
    """What is said of all, with each exception to the same."""
    everything = [claim for claim in known.claims if claim.role == "all" and claim.modality == "realised"]
    exceptions: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in known.claims:
        if claim.role == "exception" and claim.id in known.keys and (claim.quantity.lo or 0) > 0:
            exceptions[claim.code, known.keys[claim.id].measure].append(claim)
    for said in everything:
        for exception in exceptions.get((said.code, known.keys[said.id].measure), []) if said.id in known.keys else []:
            same = _affirmed(known, said) == _affirmed(known, exception)
            if same and known.same_time(said, exception):
                yield said, exception


def _affirmed(known: Given, claim: Claim) -> frozenset[str]:
    """The subject without its denials: "tidak mencapai target" is an exception to "mencapai target"."""
    return frozenset(word.removeprefix(_DENIED[0]).removeprefix(_DENIED[1]) for word in known.keys[claim.id].subject)


def _full_parts(known: Given) -> Iterator[tuple[Claim, Claim]]:
    """A part as large as its whole, with each exception beside it."""
    for whole, parts in known.parts():
        full = [part for part in parts if part.role == "part" and not _is_denied(part) and _equal(part, whole)]
        others = [part for part in parts if part.role == "exception" or _is_denied(part)]
        for said in full:
            yield from ((said, exception) for exception in others if (exception.quantity.lo or 0) > 0)


def _is_denied(claim: Claim) -> bool:
    return any(word in f"{claim.measure} {claim.subject} " for word in (" tidak ", " belum ", " not ")) or (
        claim.subject.startswith(("tidak ", "belum ", "not "))
    )


def _equal(one: Claim, other: Claim) -> bool:
    return one.quantity.is_single and other.quantity.is_single and one.quantity.lo == other.quantity.lo


def n3(known: Given) -> Iterator[Flag]:
    """ "The target is met", beside a result below it or a part put off (method 1.6, N3).

    The target of a share is 100% where none is given. A result counts where it is of the same thing, or a share in
    the same sentence; what is put off, where it is told in the same place. One flag a code.
    """
    by_code: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in known.claims:
        by_code[claim.code].append(claim)
    said = _statements(known, by_code)
    for code, claims in sorted(by_code.items()):
        seen = Shortfall(known, claims, said.get(code, []))
        if seen.is_contrary:
            yield _n3(code, seen)


def _statements(known: Given, codes: Container[str]) -> dict[str, list[Met]]:
    """Statements that a target is met, by code; only of codes that have figures."""
    found: defaultdict[str, list[Met]] = defaultdict(list)
    for one in known.counted:
        text = (one.quote or one.gist) if one.code in codes else ""
        for span in met(text, known.lex) if text else ():
            found[one.code].append(Met(one, span))
    return dict(found)


def _n3(code: str, seen: Shortfall) -> Flag:
    """All of it as one flag on the code."""
    pairs = [(one.result, one.target) for _, one in sorted(seen.below.items())]
    late = [claim for _, claim in sorted(seen.late.items())]
    below = [claim for pair in pairs for claim in pair if claim is not None]
    claims = {claim.id: claim for claim in (*seen.said.values(), *below, *late)}
    parts = [*(_short(result, target) for result, target in pairs), *(told(claim) for claim in late)]
    parts += [_SOMETHING_LATE] if seen.is_put_off and not late else []
    each = list(dict.fromkeys(parts))
    what = Bi("; ".join(part.id for part in each), "; ".join(part.en for part in each))
    rows = [
        (("realised", str(result.quantity.lo)), ("target", str(target.quantity.lo if target else _WHOLE)))
        for result, target in pairs
    ]
    details = [pair for row in rows for pair in row] + [("deferred", str(len(late)))] * bool(late)
    made = flag("N3", "WARN", claims.values(), _NOT_MET.fill(what=what), details)
    return replace(made, targets=(code or "*",), evidence=tuple(sorted({*made.evidence, *seen.evidence})))


def _short(result: Claim, target: Claim | None) -> Bi:
    aim = shown(target.quantity, target.unit) if target else Bi("100%", "100%")
    return _BELOW.fill(figure=told(result), target=aim)


_ALL_BUT = Bi(
    "Dikatakan semua tercapai, padahal ada pengecualian: {figure}.",
    "All are said to have reached it, yet there are exceptions: {figure}.",
)
_NOT_MET = Bi("Dikatakan mencapai target, padahal {what}.", "The target is said to be met, yet {what}.")
_BELOW = Bi("{figure} (target {target})", "{figure} (target {target})")
_SOMETHING_LATE = Bi("ada yang ditunda", "something was put off")
