"""COREQ (Tong, Sainsbury & Craig 2007, 32 items) and SRQR (O'Brien et al. 2014, 21 items), filled from the project.

Titles of items are shortened. An item is filled from data, written by the researcher (temuan.yaml, `method`), still
to be written, or not met: the project shows that there is nothing. An answer is never invented.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from kualcode.analysis.trustworthiness import answers as say
from kualcode.analysis.trustworthiness.traces import Traces
from kualcode.errors import Bi

State = Literal["filled", "written", "to_fill", "unmet"]
Answer = Callable[[Traces], Bi | None]  # None: the project shows that there is nothing
STATES: Mapping[State, Bi] = {
    "filled": Bi("terisi otomatis", "filled automatically"),
    "written": Bi("diisi peneliti", "written by the researcher"),
    "to_fill": Bi("perlu diisi", "to be filled in"),
    "unmet": Bi("tidak terpenuhi", "not met"),
}


class Item(NamedTuple):
    """One line of a checklist as it stands; `pointer` says where the answer comes from or what to do."""

    id: str
    title: Bi
    state: State
    answer: Bi
    pointer: Bi


def coreq(traces: Traces) -> tuple[Item, ...]:
    """All 32 items of COREQ."""
    return tuple(_item("COREQ", number, *row, traces=traces) for number, row in enumerate(_COREQ, 1))


def srqr(traces: Traces) -> tuple[Item, ...]:
    """All 21 standards of SRQR."""
    return tuple(_item("SRQR", number, *row, traces=traces) for number, row in enumerate(_SRQR, 1))


def _item(
    name: str, number: int, title: Bi, answer: Answer | None = None, pointer: Bi | None = None, *, traces: Traces
) -> Item:
    id_ = f"{name}-{number}"
    written = traces.written.get(id_)
    found = answer(traces) if answer else None
    if written is not None:
        both = written if found is None else Bi(f"{written.id} ({found.id})", f"{written.en} ({found.en})")
        return Item(id_, title, "written", both, _IN_FILE)
    if answer is None:
        return Item(id_, title, "to_fill", Bi("", ""), _WRITE.fill(id=id_))
    where = pointer or Bi("", "")
    if found is None:
        return Item(id_, title, "to_fill" if number in _FORM[name] else "unmet", Bi("", ""), where)
    return Item(id_, title, "filled", found, where)


_IN_FILE = Bi("temuan.yaml", "temuan.yaml")
_WRITE = Bi("tulis di temuan.yaml, metode: {id}", "write it in temuan.yaml, method: {id}")
_PEOPLE = Bi("informants.csv", "informants.csv")
_CONFIG = Bi("kualcode.yaml", "kualcode.yaml")
_CHECKS = Bi("member check", "member check")
_QUOTES = Bi("kualcode quotes, jejak.json", "kualcode quotes, jejak.json")
# Items that only the researcher can answer in full; without data they are open, not failed (method 3.2).
_FORM = {"COREQ": frozenset({*range(1, 12), 13, 14, 15, 17}), "SRQR": frozenset({*range(1, 10), 16, *range(18, 22)})}
_Row = tuple[Bi] | tuple[Bi, Answer] | tuple[Bi, Answer, Bi]
_COREQ: tuple[_Row, ...] = (
    (Bi("Pewawancara", "Interviewer or facilitator"), say.interviewer, _CONFIG),
    (Bi("Gelar peneliti", "Credentials"),),
    (Bi("Pekerjaan peneliti saat penelitian", "Occupation at the time of the study"),),
    (Bi("Jenis kelamin peneliti", "Gender of the researcher"),),
    (Bi("Pengalaman dan pelatihan peneliti", "Experience and training"),),
    (Bi("Hubungan sebelum penelitian", "Relationship before the study"),),
    (Bi("Yang diketahui informan tentang peneliti", "What participants knew of the interviewer"),),
    (Bi("Ciri dan bias pewawancara", "Characteristics of the interviewer"),),
    (Bi("Pendekatan dan teori", "Methodological orientation and theory"),),
    (Bi("Cara memilih informan", "Sampling"), say.sampling, _PEOPLE),
    (Bi("Cara mendekati informan", "Method of approach"),),
    (Bi("Jumlah informan", "Sample size"), say.sample_size, _PEOPLE),
    (Bi("Yang menolak atau berhenti", "Non-participation"), say.refusals, _PEOPLE),
    (Bi("Tempat pengumpulan data", "Setting of data collection"), say.setting, _IN_FILE),
    (Bi("Orang lain yang hadir", "Presence of non-participants"),),
    (Bi("Ciri informan", "Description of the sample"), say.sample, _PEOPLE),
    (Bi("Pedoman wawancara", "Interview guide"), say.guide, Bi("kualcode instrument", "kualcode instrument")),
    (Bi("Wawancara ulang", "Repeat interviews"), say.repeats, Bi("tanggal sumber", "dates of the sources")),
    (Bi("Perekaman", "Audio or visual recording"), say.recording, Bi("berkas .srt", ".srt files")),
    (Bi("Catatan lapangan", "Field notes"), say.field_notes, Bi("observasi", "observations")),
    (Bi("Lama wawancara", "Duration"), say.duration, _PEOPLE),
    (Bi("Kejenuhan data", "Data saturation"), say.saturation, Bi("kualcode saturation", "kualcode saturation")),
    (Bi("Transkrip dikembalikan kepada informan", "Transcripts returned"), say.checked, _CHECKS),
    (Bi("Jumlah pengode", "Number of coders"), say.coders, Bi("kualcode codes", "kualcode codes")),
    (
        Bi("Pohon kode", "Description of the coding tree"),
        say.tree,
        Bi("kualcode codebook show", "kualcode codebook show"),
    ),
    (Bi("Asal tema", "Derivation of themes"), say.derivation, Bi("codebook: derivation", "codebook: derivation")),
    (Bi("Perangkat lunak", "Software"), say.software, Bi("", "")),
    (Bi("Pengecekan oleh informan", "Participant checking"), say.checked, _CHECKS),
    (Bi("Kutipan yang disajikan", "Quotations presented"), say.quotations, _QUOTES),
    (Bi("Kesesuaian data dan temuan", "Data and findings consistent"), say.consistent, _QUOTES),
    (
        Bi("Kejelasan tema utama", "Clarity of major themes"),
        say.themes,
        Bi("kualcode triangulate", "kualcode triangulate"),
    ),
    (
        Bi("Kejelasan tema kecil dan kasus menyimpang", "Clarity of minor themes"),
        say.minor,
        Bi("kualcode findings", "kualcode findings"),
    ),
)
_SRQR: tuple[_Row, ...] = (
    (Bi("Judul", "Title"), say.title, _CONFIG),
    (Bi("Abstrak", "Abstract"),),
    (Bi("Rumusan masalah penelitian", "Problem formulation"),),
    (Bi("Tujuan atau pertanyaan penelitian", "Purpose or research question"), say.questions, _CONFIG),
    (Bi("Pendekatan dan paradigma", "Qualitative approach and paradigm"),),
    (Bi("Ciri dan refleksi peneliti", "Researcher characteristics and reflexivity"),),
    (Bi("Konteks", "Context"), say.setting, _IN_FILE),
    (Bi("Strategi pemilihan sampel", "Sampling strategy"), say.sampling, _PEOPLE),
    (Bi("Etika", "Ethical issues"), say.consent, _PEOPLE),
    (
        Bi("Cara mengumpulkan data", "Data collection methods"),
        say.collection,
        Bi("tanggal sumber", "dates of the sources"),
    ),
    (Bi("Instrumen", "Data collection instruments"), say.guide, Bi("kualcode instrument", "kualcode instrument")),
    (Bi("Satuan penelitian", "Units of study"), say.units, Bi("kualcode sources", "kualcode sources")),
    (Bi("Pengolahan data", "Data processing"), say.processing, Bi("kualcode status", "kualcode status")),
    (Bi("Analisis data", "Data analysis"), say.tree, Bi("kualcode triangulate", "kualcode triangulate")),
    (
        Bi("Teknik keabsahan", "Techniques to enhance trustworthiness"),
        say.trust,
        Bi("kualcode trustworthiness", "kualcode trustworthiness"),
    ),
    (
        Bi("Sintesis dan tafsiran", "Synthesis and interpretation"),
        say.themes,
        Bi("kualcode findings", "kualcode findings"),
    ),
    (Bi("Kaitan dengan data", "Links to empirical data"), say.quotations, _QUOTES),
    (Bi("Kaitan dengan penelitian terdahulu", "Integration with prior work"),),
    (Bi("Keterbatasan", "Limitations"),),
    (Bi("Konflik kepentingan", "Conflicts of interest"),),
    (Bi("Pendanaan", "Funding"),),
)
