"""Pages from an instrument: the grid (kisi-kisi) and the guides for interview, observation and documentation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kualcode.analysis.evidence import Technique
from kualcode.analysis.instrument.grid import HEADS, levels
from kualcode.analysis.instrument.items import Item
from kualcode.analysis.instrument.names import GENERAL_HEAD
from kualcode.analysis.instrument.table import EVERYBODY, TECHNIQUES
from kualcode.document import NOTHING, Block, Bullet, Entry, Heading, Matrix, Paragraph
from kualcode.errors import Bi
from kualcode.model import Codebook

Guide = Literal["grid", "interview", "observation", "documentation"]
TITLES: dict[Guide, Bi] = {
    "grid": Bi("Kisi-kisi instrumen penelitian", "Grid of the research instrument"),
    "interview": Bi("Pedoman wawancara", "Interview guide"),
    "observation": Bi("Pedoman observasi", "Observation guide"),
    "documentation": Bi("Pedoman dokumentasi", "Documentation guide"),
}
_ANSWERS = Bi("Jawaban tertaut", "Linked answers")
_COUNT = Bi("{n} ({people} informan)", "{n} ({people} informants)")
_GENERAL = Bi("{name} (umum)", "{name} (general)")
_DOTS = " " + "." * 40


@dataclass(frozen=True, slots=True)
class About:
    """What the head of a guide says of the study."""

    title: str = ""
    researcher: str = ""

    def lines(self) -> list[Bi]:
        """What is known, a line each."""
        told = ((_STUDY, self.title), (_RESEARCHER, self.researcher))
        return [label.fill(value=value) for label, value in told if value]


def grid(
    items: Sequence[Item], book: Codebook, answers: Mapping[str, tuple[int, int]] | None = None, *, whole: bool = False
) -> Matrix:
    """The grid as a table; `answers` gives, by item, how many answers are linked to it and of how many informants.

    A name that stands above stands once, unless rows are to be read alone (`whole`).
    """
    counted = (_ANSWERS,) if answers is not None else ()
    rows = []
    above: tuple[Bi, ...] = ()
    for item in items:
        names = levels(book, item.code)
        shown = _names(names, above, whole=whole)
        rows.append((*shown, *_line(item), *(_count(item, answers or {}) for _ in counted)))
        above = names
    return Matrix("grid", TITLES["grid"], (*HEADS, *counted), tuple(rows))


def table(items: Sequence[Item], book: Codebook, technique: Technique) -> Matrix:
    """The part of one technique as it goes to the field: questions, or lines with room to fill in."""
    room = (HEADS[5],) if technique == "interview" else _EMPTY[technique]
    rows = []
    for item in items:
        if item.technique == technique:
            above, own = levels(book, item.code)
            name = _GENERAL.fill(name=above) if own == GENERAL_HEAD else own
            rest = [Entry(_who(item))] if technique == "interview" else [Entry("")] * len(room)
            rows.append((Entry(item.number), Entry(name), Entry(item.text), *rest))
    columns = (HEADS[2], HEADS[1], _TEXTS[technique], *room)
    return Matrix(f"{technique}_guide", TITLES[technique], columns, tuple(rows))


def guide(items: Sequence[Item], book: Codebook, technique: Technique, about: About) -> list[Block]:
    """A page to print below its title: the study, what to do, and the table. The same items give the same blocks."""
    return [
        *(Paragraph(line) for line in about.lines()),
        Heading(2, _IDENTITY),
        *(Bullet(Bi(f"{line.id}:{_DOTS}", f"{line.en}:{_DOTS}")) for line in _FIELDS[technique]),
        Heading(2, _STEPS),
        *(Bullet(line) for line in _DO[technique]),
        Heading(2, _TEXTS[technique]),
        table(items, book, technique),
    ]


def _names(names: tuple[Bi, Bi], above: tuple[Bi, ...], *, whole: bool) -> tuple[Entry, Entry]:
    """Sub-variable and indicator, empty where the row above has them."""
    if whole or not above or names[0] != above[0]:
        return Entry(names[0]), Entry(names[1])
    return Entry(NOTHING), Entry(NOTHING if names[1] == above[1] else names[1])


def _line(item: Item) -> tuple[Entry, ...]:
    return Entry(item.number), Entry(item.text), Entry(TECHNIQUES[item.technique]), Entry(_who(item))


def _who(item: Item) -> Bi:
    listed = ", ".join(item.informants)
    return Bi(listed, listed) if listed else EVERYBODY if item.technique == "interview" else Bi("-", "-")


def _count(item: Item, answers: Mapping[str, tuple[int, int]]) -> Entry:
    """How many answers are linked to a question; only interviews have them."""
    if item.technique != "interview":
        return Entry(Bi("-", "-"))
    n, people = answers.get(item.id, (0, 0))
    return Entry(_COUNT.fill(n=n, people=people)) if n else Entry(0)


_STUDY = Bi("Judul penelitian: {value}", "Study: {value}")
_RESEARCHER = Bi("Peneliti: {value}", "Researcher: {value}")
_IDENTITY = Bi("Identitas", "Identity")
_STEPS = Bi("Petunjuk", "Directions")
_WHEN = (Bi("Hari, tanggal", "Day, date"), Bi("Waktu", "Time"), Bi("Tempat", "Place"))
_TEXTS: dict[Technique, Bi] = {
    "interview": Bi("Pertanyaan", "Question"),
    "observation": Bi("Aspek yang diamati", "Aspect observed"),
    "documentation": Bi("Dokumen", "Document"),
}
_EMPTY: dict[Technique, tuple[Bi, ...]] = {
    "observation": (Bi("Hasil pengamatan", "What was observed"),),
    "documentation": (Bi("Ada/tidak", "There or not"), Bi("Keterangan", "Remarks")),
}
_FIELDS: dict[Technique, tuple[Bi, ...]] = {
    "interview": (Bi("Kode informan", "Informant code"), Bi("Jabatan", "Position"), *_WHEN),
    "observation": (Bi("Kode sesi", "Session code"), *_WHEN, Bi("Pengamat", "Observer")),
    "documentation": (*_WHEN[:1], *_WHEN[2:], Bi("Pemberi dokumen (jabatan)", "Document given by (position)")),
}
_DO: dict[Technique, tuple[Bi, ...]] = {
    "interview": (
        Bi(
            "Jelaskan tujuan penelitian dan mintalah persetujuan tertulis atau terekam sebelum wawancara dimulai "
            "(UU 27/2022 Pasal 22). Informan boleh tidak menjawab dan boleh menarik persetujuannya.",
            "Explain the purpose of the study and ask for consent, written or recorded, before the interview begins "
            "(UU 27/2022, article 22). The informant need not answer and may withdraw consent.",
        ),
        Bi(
            "Sebutkan nomor pertanyaan dalam transkrip; kalimatnya boleh disesuaikan dengan informan.",
            "Give the number of the question in the transcript; its wording may be adapted to the informant.",
        ),
        Bi(
            "Ajukan pertanyaan lanjutan hanya untuk memperjelas, tanpa mengarahkan jawaban.",
            "Ask follow-up questions only to make an answer clear, and do not lead it.",
        ),
        Bi(
            "Tutup dengan pertanyaan: adakah yang ingin ditambahkan?",
            "End with the question: is there anything to add?",
        ),
    ),
    "observation": (
        Bi(
            "Catat apa yang terlihat dan terdengar beserta jamnya; pisahkan dari tafsiran.",
            "Write down what is seen and heard, with the time; keep it apart from its interpretation.",
        ),
        Bi("Jangan mencatat nama orang; pakai kode.", "Do not write down names of people; use codes."),
    ),
    "documentation": (
        Bi(
            "Catat judul, nomor, tanggal, dan periode setiap dokumen; bedakan rencana dari realisasi.",
            "Write down title, number, date and period of each document; tell plans from what was done.",
        ),
        Bi(
            "Dokumen yang dicari tetapi tidak ada juga dicatat.",
            "Write down also which document was looked for and is not there.",
        ),
    ),
}
