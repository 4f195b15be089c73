"""What stands under every table of triangulation: the axis, the thresholds, what is not counted, consent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kualcode.analysis import words
from kualcode.analysis.evidence import AXES, Case, Thresholds
from kualcode.analysis.layouts.chosen import limit_note
from kualcode.analysis.times import apart, finer_than_weeks
from kualcode.analysis.triangulation.axes import frame
from kualcode.analysis.triangulation.voices import voice_of
from kualcode.analysis.verdicts import Triangulation
from kualcode.errors import Bi

if TYPE_CHECKING:
    from kualcode.analysis.layouts.cells import Cells

_COMPARED = {
    "technique": Bi(
        "Sumbu: triangulasi teknik; sumber yang sama ialah unit yang diteliti, dilihat dengan beberapa teknik.",
        "Axis: triangulation by technique; the same source is the unit studied, seen by several techniques.",
    ),
    "source": Bi(
        "Sumbu: triangulasi sumber; yang dibandingkan kelompok peran para informan (hanya wawancara).",
        "Axis: triangulation by source; role groups of informants are compared (interviews only).",
    ),
    "time": Bi(
        "Sumbu: triangulasi waktu; yang dibandingkan data dari waktu pengumpulan yang berbeda.",
        "Axis: triangulation by time; data gathered at different times are compared.",
    ),
}
_GATES = Bi("Sumbu ini menentukan apa yang boleh dinyatakan.", "This axis decides what may be stated.")
_SHOWN = Bi(
    "Sumbu ini ditampilkan sebagai pandangan lain dan tidak menentukan apa yang boleh dinyatakan.",
    "This axis is shown as another view and does not decide what may be stated.",
)
_THRESHOLDS = Bi(
    "Ambang: suara dominan {voice}, mayoritas kelompok {group}, paling sedikit {least} {what}. Suara dihitung, tidak "
    "dirata-ratakan.",
    "Thresholds: voice dominance {voice}, group majority {group}, at least {least} {what}. Voices are counted, never "
    "averaged.",
)
_HALVED = Bi(
    "Suara campuran dihitung separuh untuk tiap arah: a positif, b campuran, dan c negatif memberi P = 2a + b dan "
    "N = 2c + b; satu arah menonjol bila bagiannya dari P + N mencapai {voice}.",
    "A mixed voice counts half for either side: a positive, b mixed and c negative give P = 2a + b and N = 2c + b; a "
    "side prevails if its share of P + N reaches {voice}.",
)
_PARTS = Bi(
    "Arah kode yang mempunyai bagian diambil dari arah bagian-bagiannya, bukan dari jumlah suaranya.",
    "The direction of a code that has parts comes from the directions of its parts, not from the number of voices.",
)
_LINES = Bi("brs. = baris pada sumber.", "Lines are those of the source.")
_BOTH = Bi("Dilihat dengan dua teknik atau lebih: {who}.", "Seen by two or more techniques: {who}.")
_OPEN = Bi(
    "Tidak dihitung: {n} usulan mesin yang belum dibaca orang.",
    "Not counted: {n} suggestions that nobody has read yet.",
)
_DISPUTED = Bi("Tidak dihitung: {n} pernyataan yang disengketakan.", "Not counted: {n} statements that are disputed.")
_EACH_DATE = Bi(
    "Setiap tanggal dihitung sebagai kurun waktu tersendiri ({n} tanggal); untuk membandingkan minggu atau bulan, "
    "tulis “time_bucket: week” atau “month” pada bagian triangulation di codebook.",
    "Each date counts as a stretch of time of its own ({n} dates); to compare weeks or months, write “time_bucket: "
    "week” or “month” in the section triangulation of the codebook.",
)
_APART = Bi(
    "Pandangan bertentangan pada triangulasi {axis}, sehingga keyakinannya paling tinggi sedang: {codes}.",
    "Views contradict in the triangulation of {axis}, so confidence is moderate at most: {codes}.",
)
_STRANGERS = Bi(
    "Tidak dihitung: kode yang tidak ada di codebook ({codes}).", "Not counted: codes not in the codebook ({codes})."
)
_NOT_ASKED = Bi(
    "Tidak ditanyakan: hal ini tidak ada dalam pedoman teknik itu, sehingga diamnya data tidak berarti apa-apa.",
    "Not asked: the guide of that technique does not ask for it, so that its silence means nothing.",
)
_DIRECTION = Bi(
    "Tanpa ukuran (SOP, target, standar) pada codebook, label dibaca sebagai arah temuan, bukan kategori.",
    "Without a criterion (SOP, target, standard) in the codebook a label is a direction, not a category.",
)
_CONSENT = {
    "unrecorded": Bi("Persetujuan belum dicatat: {who}", "Consent not recorded: {who}"),
    "declared": Bi(
        "Persetujuan dinyatakan, bukti belum dilampirkan: {who}", "Consent declared, proof not attached: {who}"
    ),
}


def notes(cells: Cells, *, judged: bool = False) -> tuple[Bi, ...]:
    """All of them, in reading order, those that say nothing left out; `judged` where silence and labels are shown."""
    return tuple(_notes(cells, judged=judged))


def _notes(cells: Cells, *, judged: bool) -> Iterator[Bi]:
    case, run = cells.case, cells.run
    yield axis_note(run)
    yield from dates_note(cells)
    yield thresholds_note(run, cells.limits)
    if run.axis == "technique" and (both := _seen_twice(case)):
        yield _BOTH.fill(who=", ".join(both))
    if judged:
        yield from direction_notes(case, run, cells.limits)
        yield from asked_note(run)
        yield from criterion_note(case, run)
    if cells.quoted and any(one.line_from > 0 for one in case.evidence):
        yield _LINES
    if cells.quoted and cells.most is not None:
        yield limit_note(cells.most)
    if run.strangers:
        yield _STRANGERS.fill(codes=", ".join(run.strangers))
    yield from uncounted(case)
    yield from consent(case)


def axis_note(run: Triangulation) -> Bi:
    """What is compared, and whether that decides."""
    return words.joined([_COMPARED[run.axis], _GATES if run.gates else _SHOWN], " ")


def dates_note(cells: Cells) -> Iterator[Bi]:
    """That dates are compared one by one, and how to compare longer stretches (method 1.4, step 3)."""
    if cells.run.axis == "time" and finer_than_weeks(cells.book) and len(cells.run.names) > 1:
        yield _EACH_DATE.fill(n=len(cells.run.names))


def other_axes(cells: Cells) -> Iterator[Bi]:
    """Codes on which another axis shows a contradiction, all in one sentence an axis, and what to do about dates."""
    for axis in AXES:
        held = [one.code for one in cells.run.codes if any(apart(reason, axis) for reason in one.gate_reasons)]
        if held:
            yield _APART.fill(axis=words.AXES[axis], codes=", ".join(held))
            if axis == "time" and finer_than_weeks(cells.book):
                yield _EACH_DATE.fill(n=len(frame(cells.case, "time").names))


def thresholds_note(run: Triangulation, limits: Thresholds) -> Bi:
    """The numbers by which voices become stances and stances a verdict."""
    return _THRESHOLDS.fill(
        voice=limits.voice_dominance,
        group=limits.source_majority,
        least=limits.min_source_types,
        what=words.GROUPS[run.axis],
    )


def direction_notes(case: Case, run: Triangulation, limits: Thresholds) -> Iterator[Bi]:
    """How mixed voices count, where there are some, and from what a parent's direction comes, where there is one."""
    if any(voice.sign == "MIX" for one in run.codes for group in one.groups for voice in group.voices):
        yield _HALVED.fill(voice=limits.voice_dominance)
    parents = {code.parent for code in case.book.codes}
    if any(one.code in parents and one.verdict not in (None, "NO_DATA") for one in run.codes):
        yield _PARTS


def asked_note(run: Triangulation) -> Iterator[Bi]:
    """What "not asked" means, where a table says it."""
    if any(group.silence == "not_asked" for one in run.codes for group in one.groups):
        yield _NOT_ASKED


def criterion_note(case: Case, run: Triangulation) -> Iterator[Bi]:
    """What a label is without a yardstick, where there is such a label."""
    if any(one.label and not words.has_criterion(case.book, one.code) for one in run.codes):
        yield _DIRECTION


def uncounted(case: Case) -> Iterator[Bi]:
    """How much is left out because nobody has decided on it, or people differ."""
    for status, told in (("suggested", _OPEN), ("disputed", _DISPUTED)):
        n = sum(one.status == status for one in case.evidence)
        if n:
            yield told.fill(n=n)


def consent(case: Case) -> Iterator[Bi]:
    """Informants whose consent is not recorded, or declared without proof (method 2.6)."""
    for state, told in _CONSENT.items():
        who = {one.informant for one in case.evidence if one.consent == state and one.source_type == "interview"}
        if named := sorted(code for code in who if code):
            yield told.fill(who=", ".join(named))


def _seen_twice(case: Case) -> list[str]:
    """Informants on whom evidence of more than one technique is counted."""
    counted = (one for one in case.evidence if one.counts and voice_of(one))
    pairs = {(one.informant, one.source_type) for one in counted if one.informant and not one.aggregate}
    seen = Counter(who for who, _ in pairs if who)
    return sorted(who for who, techniques in seen.items() if techniques > 1)
