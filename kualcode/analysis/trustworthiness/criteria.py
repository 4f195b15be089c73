"""Sugiyono's tests of trustworthiness, each with what the project can show of it (method 3.1).

After Lincoln & Guba (1985) and Sugiyono (2016): credibility, transferability, dependability, confirmability. A
count is shown as a count; whether it is enough is for people to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from kualcode.analysis.trustworthiness.traces import Traces
from kualcode.errors import Bi

Automatic = Literal["yes", "partly", "log"]


class Test(NamedTuple):
    """One test: what shows it, whether there is any trace, and how far a machine can tell."""

    id: str
    name: Bi
    evidence: Bi
    traced: bool
    automatic: Automatic


def tests(traces: Traces) -> tuple[Test, ...]:
    """The whole table, in the order of method 3.1."""
    return tuple(
        Test(id_, name, shown(traces), traced(traces), automatic) for id_, name, shown, traced, automatic in _TABLE
    )


def traced(traces: Traces) -> frozenset[str]:
    """The techniques of which the project holds a trace; what M1 compares with what Metode declares."""
    found = {test.id for test in tests(traces) if test.traced}
    axes = {f"{axis}_triangulation" for axis in traces.axes}
    return frozenset(found | axes)


# ---------------------------------------------------------------- what each test can show
def _days(t: Traces) -> Bi:
    if not t.days:
        return Bi("belum ada tanggal lapangan", "no dates in the field")
    return Bi(
        "{n} hari di lapangan, {first} sampai {last}; {back} informan ditemui lebih dari satu hari",
        "{n} days in the field, {first} to {last}; {back} informants met on more than one day",
    ).fill(n=len(t.days), first=t.days[0], last=t.days[-1], back=len(t.returned))


def _care(t: Traces) -> Bi:
    return Bi(
        "{accepted} kutipan diputuskan, {recoded} keputusan diubah setelah dibaca ulang, {double} dibaca lebih dari "
        "satu orang, {memos} catatan",
        "{accepted} quotes decided, {recoded} decisions changed on re-reading, {double} read by more than one person, "
        "{memos} memos",
    ).fill(accepted=t.accepted, recoded=t.recoded, double=t.double_coded, memos=t.memos)


def _axes(t: Traces) -> Bi:
    if not t.axes:
        return Bi("belum ada yang dapat dibandingkan", "nothing can be compared yet")
    names = Bi(", ".join(_AXES[axis].id for axis in t.axes), ", ".join(_AXES[axis].en for axis in t.axes))
    return Bi(
        "dibandingkan menurut {names} ({i} wawancara, {o} observasi, {d} dokumen)",
        "compared by {names} ({i} interviews, {o} observations, {d} documents)",
    ).fill(names=names, i=t.interviews, o=t.observations, d=t.documents)


def _peers(t: Traces) -> Bi:
    return Bi(
        "{n} diskusi tercatat, {codes} kode diubah karenanya; {coders} pengode",
        "{n} discussions logged, {codes} codes changed by them; {coders} coders",
    ).fill(n=t.debriefings, codes=t.debriefing_codes, coders=len(t.coders))


def _negative(t: Traces) -> Bi:
    return Bi("{n} suara menyimpang, {open} belum dijelaskan", "{n} deviant voices, {open} not explained yet").fill(
        n=t.deviant, open=t.unexplained
    )


def _reference(t: Traces) -> Bi:
    return Bi(
        "{n} sumber tersimpan dengan sidik SHA-256; {quotes} kutipan menunjuk tempatnya; {rec} rekaman berwaktu",
        "{n} sources kept with their SHA-256; {quotes} quotes point to their place; {rec} timed recordings",
    ).fill(n=t.interviews + t.observations + t.documents, quotes=t.quotes_found, rec=t.recordings)


def _members(t: Traces) -> Bi:
    if not t.sent:
        return Bi("belum ada lembar yang dikirim", "no sheets sent yet")
    return Bi("{sent} lembar dikirim, {back} kembali", "{sent} sheets sent, {back} returned").fill(
        sent=t.sent, back=t.answered
    )


def _thick(t: Traces) -> Bi:
    missing = [name for there, name in _thick_parts(t) if not there]
    if not missing:
        return Bi("latar, tabel peran, dan kurun waktu tersedia", "setting, table of roles and period are there")
    return Bi("belum ada: {what}", "missing: {what}").fill(
        what=Bi(", ".join(m.id for m in missing), ", ".join(m.en for m in missing))
    )


def _thick_parts(t: Traces) -> tuple[tuple[bool, Bi], ...]:
    return (
        (t.setting is not None, Bi("uraian latar (temuan.yaml)", "a description of the setting (temuan.yaml)")),
        (bool(t.role_groups), Bi("kelompok peran informan", "role groups of informants")),
        (bool(t.days), Bi("kurun waktu", "the period")),
    )


def _audit(t: Traces) -> Bi:
    return Bi(
        "{n} baris jurnal berantai; codebook {book}; `kualcode reproduce` mengulang temuan byte demi byte",
        "{n} lines of a chained journal; codebook {book}; `kualcode reproduce` gives the findings again byte for byte",
    ).fill(n=t.journal, book=t.codebook or "-")


def _confirm(t: Traces) -> Bi:
    return Bi(
        "{quotes} dari {all} kutipan diterima cocok dengan sumbernya; {memos} catatan refleksi",
        "{quotes} of {all} accepted quotes match their source; {memos} reflexivity memos",
    ).fill(quotes=t.quotes_found, all=t.accepted, memos=t.reflections)


_AXES: Mapping[str, Bi] = {
    "technique": Bi("teknik", "technique"),
    "source": Bi("sumber", "source"),
    "time": Bi("waktu", "time"),
}
_Row = tuple[str, Bi, Callable[[Traces], Bi], Callable[[Traces], bool], Automatic]
_TABLE: tuple[_Row, ...] = (
    (
        "prolonged_engagement",
        Bi("Perpanjangan pengamatan", "Prolonged engagement"),
        _days,
        lambda t: bool(t.returned),
        "partly",
    ),
    (
        "persistent_observation",
        Bi("Meningkatkan ketekunan", "Persistent observation"),
        _care,
        lambda t: bool(t.recoded or t.double_coded),
        "partly",
    ),
    ("triangulation", Bi("Triangulasi sumber, teknik, waktu", "Triangulation"), _axes, lambda t: bool(t.axes), "yes"),
    (
        "peer_debriefing",
        Bi("Diskusi dengan teman sejawat", "Peer debriefing"),
        _peers,
        lambda t: bool(t.debriefings),
        "log",
    ),
    (
        "negative_cases",
        Bi("Analisis kasus negatif", "Negative case analysis"),
        _negative,
        lambda t: t.themes > 0 and not t.unexplained,
        "yes",
    ),
    (
        "reference_material",
        Bi("Menggunakan bahan referensi", "Referential adequacy"),
        _reference,
        lambda t: t.quotes_found > 0,
        "yes",
    ),
    ("member_check", Bi("Mengadakan member check", "Member check"), _members, lambda t: t.answered > 0, "yes"),
    (
        "thick_description",
        Bi("Uraian rinci (transferability)", "Thick description (transferability)"),
        _thick,
        lambda t: all(there for there, _ in _thick_parts(t)),
        "partly",
    ),
    ("audit", Bi("Audit (dependability)", "Audit trail (dependability)"), _audit, lambda t: t.journal > 0, "yes"),
    (
        "confirmability",
        Bi("Konfirmabilitas", "Confirmability"),
        _confirm,
        lambda t: t.reflections > 0 and 0 < t.accepted == t.quotes_found,
        "partly",
    ),
)
AUTOMATIC: Mapping[Automatic, Bi] = {
    "yes": Bi("ya", "yes"),
    "partly": Bi("sebagian", "partly"),
    "log": Bi("hanya catatan", "log only"),
}
