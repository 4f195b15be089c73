"""A researcher's word on a figure: what it measures, of what, for when; or that it is to be set aside."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping, Sequence
from typing import Any, cast

from kualcode.analysis.claims.keys import is_read, key
from kualcode.analysis.claims.partitions import Role
from kualcode.analysis.claims.shown import MODALITIES, thing
from kualcode.analysis.evidence import Claim
from kualcode.errors import Bi, NotFound, UsageError
from kualcode.segment.dates import period as said_period
from kualcode.store import Store
from kualcode.text import normalise, squash
from kualcode.workflow.claim_conflicts import changes, standing
from kualcode.workflow.claims import EDITABLE, NOTE, Known, every
from kualcode.workflow.study import stored_config
from kualcode.workflow.words import choices, meant, near

_DATE = re.compile(r"\d{4}(?:-\d{1,2}){0,2}(?!\d)")
_SHOWN = 6  # other figures that are named
_SHORTEST = 6  # characters of an id: "CL-4f0"
_LONGEST = 200  # characters of a word of a key
_REASON = 20  # characters of a reason, as of a rationale
_MOST = 2000
ROLES: dict[Role, Bi] = {
    "value": Bi("nilai", "value"),
    "total": Bi("keseluruhan", "total"),
    "part": Bi("bagian", "part"),
    "exception": Bi("pengecualian", "exception"),
    "all": Bi("semua", "all"),
    "deferred": Bi("ditunda", "deferred"),
}
_YES_NO = {"ya": Bi("ya", "yes"), "tidak": Bi("tidak", "no")}
_UNITS = {"%": "percent", "persen": "percent", "rp": "rupiah"}


def edit(store: Store, claim_id: str, fields: Mapping[str, str], *, by: str, reason: str = "") -> list[Bi]:
    """Take what a person says of a claim over what was read; what was done, line by line.

    `fields` are measure, subject, unit, period, modality, partition_of, role and ignore; an empty value means not
    known. What was said before stays unless it is said anew. A claim that stands in a contradiction is given another
    key, or set aside, only with a `reason` of at least 20 characters, which is kept and shown; the lines tell which
    contradictions the edit closes and opens. Raises NotFound for an unknown claim, UsageError.
    """
    from kualcode.workflow.evidence import evidence

    _check_name(by)
    with store.atomic():
        statements = tuple(evidence(store))
        known = every(store, statements)
        found, before = _by_prefix(known, claim_id), standing(store, statements, known)
        values = {name: _value(name, said, known) for name, said in fields.items()}
        if "partition_of" in values:
            _check_whole(found.claim.id, values["partition_of"], known)
        why = squash(normalise(reason))
        note = store.notes(NOTE).get(found.claim.id)
        said = {**(note.value if note else {}), **values, **({"reason": why} if why else {})}
        changed = store.put_note(NOTE, found.claim.id, said, by=by)
        edited = every(store, statements)
        after = _by_prefix(edited, found.claim.id)
        if found.claim.id in before.claims and _moved(found, after, stored_config(store).language):
            _check_reason(why)
        told = changes(before, standing(store, statements, edited)) if changed else []
        beside = company(after, edited, stored_config(store).language) if changed and not after.ignored else []
    return [_done(after, len(values), by) if changed else _SAME.fill(id=after.claim.id), *told, *beside]


def company(of: Known, known: Sequence[Known], language: str) -> list[Bi]:
    """The key of a figure as it is compared, and the figures that share it or differ from it in its subject alone."""
    mine = key(of.claim, language)
    if mine is None:
        return [_UNKEYED]
    others = [one for one in known if one.claim.id != of.claim.id and not one.ignored]
    keyed = [(one.claim, found) for one in others if (found := key(one.claim, language))]
    same = [claim for claim, found in keyed if found == mine]
    nearly = [claim for claim, found in keyed if found != mine and found._replace(subject=mine.subject) == mine]
    subject = " ".join(sorted(mine.subject))
    lines = [_KEY.fill(measure=mine.measure, subject=subject or "-", n=len(same), shared=_listed(same) or "-")]
    if nearly:
        lines.append(_NEARLY.fill(listed="; ".join(f"{one.id} ({thing(one).id})" for one in nearly[:_SHOWN])))
    return lines


def _listed(claims: Sequence[Claim]) -> str:
    more = f" +{len(claims) - _SHOWN}" if len(claims) > _SHOWN else ""
    return ", ".join(claim.id for claim in claims[:_SHOWN]) + more


def _check_name(by: str) -> None:
    if not squash(by) or any(unicodedata.category(char).startswith("C") for char in by):
        raise UsageError(_NO_NAME, _NAME_EXAMPLE)


def _check_whole(part: str, whole: str | None, known: Sequence[Known]) -> None:
    """A part is neither its own whole nor, by any number of steps, the whole of its whole."""
    wholes = {one.claim.id: one.claim.partition_of for one in known}
    seen: set[str] = set()
    while whole is not None and whole not in seen:
        if whole == part:
            raise UsageError(_CYCLE.fill(id=part), _ANOTHER_WHOLE)
        seen.add(whole)
        whole = wholes.get(whole)


def _moved(before: Known, after: Known, language: str) -> bool:
    """Whether an edit changes what a figure is held against."""
    one, other = (
        (key(known.claim, language), known.claim.period, known.claim.partition_of, known.claim.role, known.ignored)
        for known in (before, after)
    )
    return one != other


def _check_reason(reason: str) -> None:
    if not _REASON <= len(reason) <= _MOST:
        raise UsageError(_NEEDS_REASON.fill(n=_REASON), _REASON_EXAMPLE)


def reset(store: Store, claim_id: str, *, by: str) -> list[Bi]:
    """Take back everything that people said of a claim; which contradictions that closes and opens is told.

    Raises NotFound for an unknown claim.
    """
    from kualcode.workflow.evidence import evidence

    with store.atomic():
        statements = tuple(evidence(store))
        known = every(store, statements)
        found = _by_prefix(known, claim_id)
        if not store.put_note(NOTE, found.claim.id, None, by=by):
            return [_SAME.fill(id=found.claim.id)]
        told = changes(standing(store, statements, known), standing(store, statements, every(store, statements)))
    return [_RESET.fill(id=found.claim.id), *told]


def pairs(values: Sequence[str]) -> dict[str, str]:
    """FIELD=VALUE words as a mapping. Raises UsageError for another word, and for a field that is unknown."""
    found = {}
    for text in values:
        name, sign, value = text.partition("=")
        if not sign:
            raise UsageError(_NO_PAIR.fill(text=text), _EXAMPLE)
        field = _field(name.strip())
        if field in found:
            raise UsageError(_TWICE.fill(name=field), _ONCE)
        found[field] = value.strip()
    return found


def _field(name: str) -> str:
    if name in EDITABLE:
        return name
    guess = near(name, EDITABLE)
    known = ", ".join(EDITABLE)
    fix = _PERHAPS.fill(guess=guess, known=known) if guess else _CHOOSE.fill(known=known)
    raise UsageError(_UNKNOWN_FIELD.fill(name=name), fix)


def _by_prefix(known: Sequence[Known], prefix: str) -> Known:
    """The one claim whose id begins so."""
    wanted = prefix.strip().lower()
    fitting = [one for one in known if one.claim.id.lower().startswith(wanted)] if len(wanted) >= _SHORTEST else []
    exact = [one for one in fitting if one.claim.id.lower() == wanted]
    if len(exact or fitting) != 1:
        raise NotFound((_SEVERAL if fitting else _NO_CLAIM).fill(id=prefix), _SEE)
    return (exact or fitting)[0]


def _value(name: str, said: str, known: Sequence[Known]) -> Any:  # noqa: ANN401 - text, None or a boolean
    """A value in stored form."""
    plain = squash(normalise(said))
    if len(plain) > _LONGEST:
        raise UsageError(_TOO_LONG.fill(name=name, n=_LONGEST), _SHORTER)
    if name == "period":
        return _period(plain) if plain else None
    if name == "partition_of":
        return _by_prefix(known, plain).claim.id if plain else None
    if name in ("modality", "role", "ignore"):
        return _chosen(name, plain)
    folded = plain.casefold()
    return _UNITS.get(folded, folded) if name == "unit" else folded


def _period(said: str) -> str:
    plain = said.isascii() or not any(char.isdigit() and not char.isascii() for char in said)
    found = (_DATE.fullmatch(said) and said) or said_period(said) or said if plain else ""
    if not is_read(found) or not all(_is_day(end) for end in _DATE.findall(found)):
        raise UsageError(_NO_PERIOD.fill(value=said), _PERIODS)
    ends = re.split(r"\s*[/–]\s*", found)
    if re.fullmatch(r"\d{4}-\d{4}", found):
        ends = found.split("-")
    if len(ends) == 2 and not ends[0] <= ends[1] and not ends[0].startswith(ends[1]):
        raise UsageError(_REVERSED.fill(value=said), _PERIODS)
    return found


def _is_day(said: str) -> bool:
    """Whether a year, month or day is one of the calendar: there is no 2025-02-31."""
    year, month, day = (int(part) for part in (*said.split("-"), "1", "1")[:3])
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _chosen(name: str, said: str) -> str | bool:
    words = cast("Mapping[str, Bi]", {"modality": MODALITIES, "role": ROLES, "ignore": _YES_NO}[name])
    found = meant(said, words)
    if found is None:
        raise UsageError(_UNKNOWN_VALUE.fill(name=name, value=said), _CHOOSE.fill(known=choices(words)))
    return found == "ya" if name == "ignore" else found


def _done(after: Known, n: int, by: str) -> Bi:
    claim = after.claim
    if after.ignored:
        return _IGNORED.fill(id=claim.id, by=by)
    return _EDITED.fill(id=claim.id, n=n, by=by, thing=thing(claim))


_TWICE = Bi("Keterangan {name} diberikan dua kali.", "The field {name} is given twice.")
_ONCE = Bi("Berikan satu nilai saja.", "Give one value only.")
_CYCLE = Bi("{id} tidak dapat menjadi bagian dari dirinya sendiri.", "{id} cannot be a part of itself.")
_ANOTHER_WHOLE = Bi(
    "Sebutkan keseluruhan yang bukan bagian dari angka ini, atau kosongkan: partition_of=",
    "Name a whole that is no part of this figure, or leave it empty: partition_of=",
)
_NO_NAME = Bi(
    "Nama pengode kosong atau memuat baris baru atau tanda kendali.",
    "The coder's name is empty or holds a line end or control character.",
)
_NAME_EXAMPLE = Bi("Contoh: --coder Dwi", "Example: --coder Dwi")
_REVERSED = Bi("Periode {value!r} berakhir sebelum mulai.", "The period {value!r} ends before it begins.")
_KEY = Bi(
    "Dibandingkan sebagai “{measure}” tentang “{subject}”; angka lain dengan kunci yang sama: {n} ({shared}).",
    "Compared as “{measure}” of “{subject}”; other figures with the same key: {n} ({shared}).",
)
_NEARLY = Bi(
    "Hampir sama, tetapi perihalnya (subject) berbeda, jadi tidak dibandingkan: {listed}.",
    "Nearly the same, but with another subject, hence not compared: {listed}.",
)
_UNKEYED = Bi(
    "Angka ini belum dibandingkan dengan apa pun: beri measure=...",
    "This figure is compared with nothing yet: give measure=...",
)
_SEE = Bi("Lihat ID-nya: kualcode claims --all", "See the ids: kualcode claims --all")
_NO_CLAIM = Bi("Tidak ada angka dengan ID {id}.", "There is no figure with the id {id}.")
_SEVERAL = Bi("ID {id} cocok dengan beberapa angka.", "The id {id} fits several figures.")
_NO_PAIR = Bi("{text!r} bukan KETERANGAN=NILAI.", "{text!r} is not FIELD=VALUE.")
_EXAMPLE = Bi('Contoh: measure="tamu per hari"', 'Example: measure="visitors per day"')
_UNKNOWN_FIELD = Bi("Keterangan angka {name!r} tidak dikenal.", "The field {name!r} of a figure is unknown.")
_PERHAPS = Bi("Mungkin {guess}? Pilih: {known}.", "Perhaps {guess}? Choose: {known}.")
_CHOOSE = Bi("Pilih: {known}.", "Choose: {known}.")
_UNKNOWN_VALUE = Bi("Nilai {value!r} untuk {name} tidak dikenal.", "The value {value!r} of {name} is unknown.")
_TOO_LONG = Bi("Nilai {name} lebih dari {n} huruf.", "The value of {name} has more than {n} characters.")
_SHORTER = Bi("Pakai beberapa kata saja.", "A few words will do.")
_NO_PERIOD = Bi("Periode {value!r} tidak dapat dibaca.", "The period {value!r} cannot be read.")
_PERIODS = Bi("Tulis 2025, 2026-02, atau 2026-01/2026-03.", "Write 2025, 2026-02, or 2026-01/2026-03.")
_NEEDS_REASON = Bi(
    "Angka ini bagian dari pertentangan; mengubah atau mengesampingkannya perlu alasan, paling sedikit {n} huruf.",
    "This figure stands in a contradiction; to change it or set it aside needs a reason of at least {n} characters.",
)
_REASON_EXAMPLE = Bi(
    'Contoh: --reason "Camat berbicara tentang kali terlambat, bukan orang (baris 34)"',
    'Example: --reason "The head speaks of times late and not of people (line 34)"',
)
_SAME = Bi("{id}: tidak ada yang berubah.", "{id}: nothing changed.")
_RESET = Bi("{id}: kembali seperti yang dibaca.", "{id}: back to what was read.")
_IGNORED = Bi("{id}: dikesampingkan oleh {by}.", "{id}: set aside by {by}.")
_EDITED = Bi("{id}: {n} keterangan dari {by}. Sekarang: {thing}", "{id}: {n} fields from {by}. Now: {thing}")
