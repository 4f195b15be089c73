"""Golden readings: what a correct reader must find in each file, made from the material alone."""

from __future__ import annotations

import json
from typing import Any

from demo_material import GOLDEN, Talk, iso, meta, paragraphs, sheet, table, talk

INTERVIEWS = {
    "I-01": "I-01 Camat.docx",
    "I-02": "I-02 Sekretaris Camat.docx",
    "I-03": "I-03 Kasubbag Umum.txt",
    "I-04": "I-04 Kasubbag Keuangan.pdf",
    "I-05": "I-05 Kasi Pelayanan.md",
    "I-06": "I-06 Staf Loket.srt",
    "I-07": "I-07 Staf Keuangan.xlsx",
    "I-08": "I-08 Operator.csv",
    "I-09": "I-09 Kepala Desa.docx",
    "I-10": "I-10 Warga.txt",
}
OBSERVATIONS = {"O-1": "O-1 Catatan Lapangan.docx", "O-2": "O-2 Loket.txt", "O-3": "O-3 Ruang Kerja.md"}
DOCUMENTS = {
    "D-1": "D-1 Rencana Kerja 2025.docx",
    "D-2": "D-2 Realisasi 2025.xlsx",
    "D-3": "D-3 Buku Tamu Februari 2026.csv",
    "D-4": "D-4 Rekap Absensi 2026.csv",
    "D-5": "D-5 Laporan Tahunan 2025.pdf",
}
HEADLESS = {"I-06", "I-08"}  # subtitles and a bare table: the file has no room for a date or a position
DATED = {"D-1": "2025-01-06", "D-2": "2025-12-31", "D-5": "2026-01-19"}  # as the documents say in their text
SPEAKERS = {"P": "interviewer", "I": "informant", "T": "third"}


def turns(source: Talk) -> list[list[str | int | None]]:
    """Speaker, text on one line, and the interviewer's turn that was last before it (null for a question)."""
    rows: list[list[str | int | None]] = []
    asked: int | None = None
    for index, turn in enumerate(source.turns):
        asked = index if turn.who == "P" else asked
        rows.append([SPEAKERS[turn.who], turn.text, None if turn.who == "P" else asked])
    return rows


def interview(code: str) -> dict[str, Any]:
    """The golden reading of an interview."""
    source = talk(code)
    bare = code in HEADLESS
    return {
        "file": f"wawancara/{INTERVIEWS[code]}",
        "source_type": "interview",
        "informant": code,
        "date": None if bare else iso(source.head["tanggal"]),
        "role": None if bare else source.head["jabatan"],
        "turns": turns(source),
    }


def observation(code: str) -> dict[str, Any]:
    """The golden reading of an observation: its rows, paragraphs or entries in order."""
    source = sheet(code)
    rows = [" ".join(row.removeprefix("- ").replace(" | ", " ").split()) for row in source.body]
    return {
        "file": f"observasi/{OBSERVATIONS[code]}",
        "source_type": "observation",
        "informant": None,
        "date": iso(source.head["tanggal"]),
        "role": None,
        "optional": ["No Waktu Kronologis"],
        "turns": [["observer", row, None] for row in rows],
    }


def document(code: str) -> dict[str, Any]:
    """The golden reading of a document; `optional` are title and header rows, no evidence themselves."""
    optional, rows = [], paragraphs(f"{code}.txt") if code in {"D-1", "D-5"} else []
    if not rows:
        cells = table(f"{code}.csv")
        optional, rows = [" ".join(cells[0])], [" ".join(" ".join(row).split()) for row in cells[1:]]
    if code == "D-2":
        optional, rows = realisation(cells)
    return {
        "file": f"dokumentasi/{DOCUMENTS[code]}",
        "source_type": "documentation",
        "informant": None,
        "date": DATED.get(code),
        "role": None,
        "optional": optional,
        "turns": [["document", " ".join(row.split()), None] for row in rows],
    }


def percent(capaian: str) -> str:
    """An achievement as the spreadsheet shows it: one decimal and the sign."""
    return f"{float(capaian.replace(',', '.')):.1f}%".replace(".", ",")


def realisation(cells: list[list[str]]) -> tuple[list[str], list[str]]:
    """Title and header rows, and data rows with the note on the budget below them."""
    about = meta("D-2.meta")
    optional = [
        "PEMERINTAH KABUPATEN RIMBA LESTARI",
        "KECAMATAN TELAGA MERBAU",
        about["judul"].upper(),
        f"Sumber: {about['sumber']}",
        " ".join(cells[0]),
    ]
    rows = [" ".join([*row[:5], percent(row[5]), row[6]]) for row in cells[1:]]
    return optional, [*rows, f"Anggaran: {about['anggaran']}"]


def everything() -> dict[str, dict[str, Any]]:
    """All golden readings, by the name of the file they belong to."""
    readings = [*map(interview, INTERVIEWS), *map(observation, OBSERVATIONS), *map(document, DOCUMENTS)]
    return {reading["file"].split("/")[1]: reading for reading in readings}


def write() -> None:
    """Write tests/data/golden, one JSON a file, one turn a line."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name, reading in everything().items():
        rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in reading["turns"])
        head = json.dumps({k: v for k, v in reading.items() if k != "turns"}, ensure_ascii=False)
        text = f'{head[:-1]},\n "turns": [\n{rows}\n ]}}\n'
        (GOLDEN / f"{name}.json").write_text(text, encoding="utf-8", newline="")
