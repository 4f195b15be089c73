"""What the project can answer to an item of a checklist; None where it shows that there is nothing."""

from __future__ import annotations

from collections.abc import Mapping

from kualcode.analysis import words
from kualcode.analysis.trustworthiness.criteria import tests
from kualcode.analysis.trustworthiness.traces import Traces
from kualcode.errors import Bi


def _said(condition: object, text: Bi, **values: object) -> Bi | None:
    return text.fill(**values) if condition else None


def _listed(counts: Mapping[str, int], names: Mapping[str, Bi] | None = None) -> Bi:
    shown = [((names or {}).get(name, Bi(name, name)), n) for name, n in counts.items()]
    return Bi(", ".join(f"{name.id} {n}" for name, n in shown), ", ".join(f"{name.en} {n}" for name, n in shown))


_VERDICTS: Mapping[str, Bi] = {str(verdict): name for verdict, name in words.VERDICTS.items()}
_CONSENTS: Mapping[str, Bi] = {
    "recorded": Bi("tercatat", "recorded"),
    "declared": Bi("dinyatakan", "declared"),
    "unrecorded": Bi("belum dicatat", "not recorded"),
}


def sample_size(t: Traces) -> Bi | None:
    """Informants."""
    return _said(t.informants, Bi("{n} informan", "{n} informants"), n=t.informants)


def sampling(t: Traces) -> Bi | None:
    """How informants were chosen."""
    return _said(t.chosen, Bi("cara memilih: {how}", "how chosen: {how}"), how=_listed(t.chosen))


def refusals(t: Traces) -> Bi | None:
    """Who refused or withdrew."""
    return _said(t.refused, Bi("{n} menolak atau menarik diri", "{n} refused or withdrew"), n=t.refused)


def sample(t: Traces) -> Bi | None:
    """Role groups and categories."""
    return _said(
        t.role_groups,
        Bi("kelompok peran: {groups}; kategori: {kinds}", "role groups: {groups}; categories: {kinds}"),
        groups=_listed(t.role_groups),
        kinds=_listed(t.categories) if t.categories else "-",
    )


def guide(t: Traces) -> Bi | None:
    """Items of the instrument."""
    return _said(
        t.instrument or t.asked_codes,
        Bi("{n} butir instrumen; {codes} kode ditanyakan", "{n} items in the instrument; {codes} codes asked for"),
        n=t.instrument,
        codes=t.asked_codes,
    )


def repeats(t: Traces) -> Bi | None:
    """Informants met again."""
    return _said(
        t.interviews,
        Bi("{n} informan diwawancarai lebih dari satu hari", "{n} informants interviewed on more than one day"),
        n=len(t.returned),
    )


def recording(t: Traces) -> Bi | None:
    """Timed transcripts."""
    return _said(t.recordings, Bi("{n} transkrip berwaktu", "{n} timed transcripts"), n=t.recordings)


def field_notes(t: Traces) -> Bi | None:
    """Observations."""
    return _said(t.observations, Bi("{n} catatan lapangan", "{n} sets of field notes"), n=t.observations)


def duration(t: Traces) -> Bi | None:
    """Lengths of interviews."""
    return _said(
        t.lengths,
        Bi("lama tercatat untuk {n} dari {all} informan", "length known for {n} of {all} informants"),
        n=t.lengths,
        all=t.informants,
    )


def coders(t: Traces) -> Bi | None:
    """Who coded."""
    return _said(
        t.coders,
        Bi(
            "{n} pengode; {double} kutipan dibaca lebih dari satu orang",
            "{n} coders; {double} quotes read by more than one",
        ),
        n=len(t.coders),
        double=t.double_coded,
    )


def tree(t: Traces) -> Bi | None:
    """The codebook."""
    return _said(
        t.codes,
        Bi("{book}: {codes} kode, {facets} faset", "{book}: {codes} codes, {facets} facets"),
        book=t.codebook,
        codes=t.codes,
        facets=t.facets,
    )


def derivation(t: Traces) -> Bi | None:
    """Where codes and facets come from, as the codebook says."""
    return t.derivation


def software(t: Traces) -> Bi | None:
    """This program."""
    return _said(t.tool, Bi("kualcode {v}", "kualcode {v}"), v=t.tool)


def checked(t: Traces) -> Bi | None:
    """Sheets that came back."""
    return _said(
        t.answered, Bi("{back} dari {n} lembar kembali", "{back} of {n} sheets returned"), back=t.answered, n=t.sent
    )


def quotations(t: Traces) -> Bi | None:
    """Quotes with their informants."""
    return _said(
        t.quotes_found,
        Bi(
            "{n} kutipan dengan kode informan; {people} informan terwakili",
            "{n} quotes with the informant's code; {people} informants heard",
        ),
        n=t.quotes_found,
        people=t.informants_quoted,
    )


def consistent(t: Traces) -> Bi | None:
    """Quotes that match their source, and the verdicts."""
    return _said(
        t.accepted and t.quotes_found == t.accepted,
        Bi(
            "semua {n} kutipan cocok dengan sumbernya; putusan: {verdicts}",
            "all {n} quotes match their source; verdicts: {verdicts}",
        ),
        n=t.accepted,
        verdicts=_listed(t.verdicts, _VERDICTS),
    )


def themes(t: Traces) -> Bi | None:
    """Codes with evidence."""
    return _said(t.themes, Bi("{n} kode dengan bukti yang diterima", "{n} codes with accepted evidence"), n=t.themes)


def minor(t: Traces) -> Bi | None:
    """Deviant voices."""
    return _said(
        t.themes,
        Bi("{n} suara menyimpang, {open} belum dijelaskan", "{n} deviant voices, {open} not explained yet"),
        n=t.deviant,
        open=t.unexplained,
    )


def collection(t: Traces) -> Bi | None:
    """Dates."""
    return _said(
        t.days,
        Bi("{first} sampai {last}, {n} hari", "{first} to {last}, {n} days"),
        first=t.days[0] if t.days else "",
        last=t.days[-1] if t.days else "",
        n=len(t.days),
    )


def units(t: Traces) -> Bi | None:
    """Sources by technique."""
    return _said(
        t.interviews or t.observations or t.documents,
        Bi("{i} wawancara, {o} observasi, {d} dokumen", "{i} interviews, {o} observations, {d} documents"),
        i=t.interviews,
        o=t.observations,
        d=t.documents,
    )


def processing(t: Traces) -> Bi | None:
    """How passages were handled."""
    return _said(
        t.passages,
        Bi(
            "teks disimpan sekali dengan sidiknya; {n} kutipan, {open} belum dibaca, {disputed} diperselisihkan",
            "text stored once with its hash; {n} passages, {open} not read, {disputed} disputed",
        ),
        n=t.passages,
        open=t.undecided,
        disputed=t.disputed,
    )


def trust(t: Traces) -> Bi | None:
    """Techniques with a trace."""
    shown = [test.name for test in tests(t) if test.traced]
    return _said(
        shown,
        Bi("berjejak: {what}", "traced: {what}"),
        what=Bi(", ".join(name.id for name in shown), ", ".join(name.en for name in shown)),
    )


def consent(t: Traces) -> Bi | None:
    """Consent by state."""
    return _said(t.consents, Bi("persetujuan: {what}", "consent: {what}"), what=_listed(t.consents, _CONSENTS))


def setting(t: Traces) -> Bi | None:
    """The setting, as the researcher describes it."""
    return t.setting


def saturation(t: Traces) -> Bi | None:
    """The sentence on saturation."""
    return t.saturation


def title(t: Traces) -> Bi | None:
    """The title."""
    return _said(t.title, Bi("{title}", "{title}"), title=t.title)


def questions(t: Traces) -> Bi | None:
    """Research questions."""
    return _said(t.questions, Bi("{n} rumusan masalah", "{n} research questions"), n=t.questions)


def interviewer(t: Traces) -> Bi | None:
    """Interviewers."""
    return _said(t.interviewers, Bi("{n} pewawancara", "{n} interviewers"), n=t.interviewers)
