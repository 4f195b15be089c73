"""A small study with an instrument, for the tests of what is made of the two."""

from __future__ import annotations

from study_values import Study

from kualcode.document import Matrix
from kualcode.exports.labels import value
from kualcode.model import Informant
from kualcode.store import Store
from kualcode.workflow import instrument
from kualcode.workflow.instrument_links import Said, interviews

GRID = """\
Indikator;No;Pertanyaan/Aspek/Dokumen;Teknik;Informan
Kecepatan;1;Apakah warga mengantri lama di loket?;Wawancara;semua
Alat;2;Bagaimana keadaan komputer di kantor?;Wawancara;pimpinan
Alat;1;Keadaan printer;Observasi;
"""
TALK = """\
Kode: I-03
Jabatan: Staf
Tanggal: 11 Februari 2026

P: Apakah warga mengantri lama di loket?
I: Antri sejam, tiap Senin.
P: Kenapa begitu?
I: Printernya satu.
P: Bapak suka memancing?
I: Suka sekali.
"""


def write(study: Study) -> None:
    """A third interview beside those of the small study."""
    study.put("wawancara/I-03.txt", TALK)
    people = (study.folder / "informants.csv").read_text(encoding="utf-8")
    study.put("informants.csv", people + "I-03,Staf,staf,tertulis\n")


def take(store: Store, text: str = GRID, name: str = "grid.csv") -> instrument.Taken:
    path = store.path.parent / "kisi" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return instrument.take(store, path, by="Ani")


def guides(store: Store, yaml: str) -> None:
    with store.atomic():
        store.put_setting("kualcode.yaml", f"guides: {yaml}\n")


def consent(store: Store, state: str, *codes: str) -> None:
    with store.atomic():
        store.put_informants([Informant(code, consent=state) for code in codes])


def told(store: Store) -> dict[str, list[str]]:
    """By informant, the item of each answer: + follow-up, ! by hand."""
    return {who: [_short(one) for one in said] for who, said in interviews(store).by_informant().items()}


def _short(one: Said) -> str:
    item = one.link.item
    return f"{item.id if item else '-'}{'+' * one.link.follow_up}{'!' * one.link.by_hand}"


def cells(matrix: Matrix) -> list[list[str]]:
    return [[value(entry, "id") for entry in row] for row in matrix.rows]
