"""A small invented study for the tests of commands and use cases, and ways to run a command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from kualcode.cli.app import run

ROOT = Path(__file__).parents[1]

CODEBOOK = """\
schema_version: "1.0"
codebook:
  id: layanan-desa
  version: 0.1.0
  status: draft
  languages: [id, en]
  primary_language: id
  title: {id: Layanan desa, en: Village services}
  changelog:
  - {version: 0.1.0, date: 2026-01-05, change: Rancangan, codes: ["*"], recode_needed: false}
label_scale:
- {id: baik, level: 4, favourable: true, en: good}
- {id: cukup baik, level: 3, favourable: true, en: fairly good}
- {id: kurang baik, level: 2, favourable: false, en: less than good}
- {id: tidak baik, level: 1, favourable: false, en: poor}
lexicon:
  negation: [tidak, belum]
codes:
- id: LAY
  kind: indicator
  codable: false
  name: {id: Layanan, en: Service}
  short: {id: Mutu layanan, en: Quality of service}
  definition: {id: Baik buruknya layanan., en: How good service is.}
- id: LAY.CPT
  parent: LAY
  kind: sub_indicator
  name: {id: Kecepatan, en: Speed}
  short: {id: Cepat lambatnya, en: How fast}
  definition: {id: Lama waktu layanan., en: How long service takes.}
  use_when: {id: [Lama menunggu], en: [Waiting time]}
  not_when: {id: [Alat rusak -> HMB.ALT], en: [Broken tool -> HMB.ALT]}
  terms: {lemmas: [antri, cepat]}
  facets: [antrean]
  stance_cues: {positive: [cepat], negative: [lama]}
  examples:
  - {text: Antrinya sebentar saja., en: The queue is short., source: interview, stance: positive, strength: 2,
     facet: antrean}
  - {text: Saya antri dua jam., en: I queued two hours., source: interview, stance: negative, strength: 3}
  - {text: Antri dibuka pukul delapan., en: The queue opens at eight., source: observation, stance: neutral,
     strength: 2}
- id: HMB
  kind: factor_group
  direction: hindering
  codable: false
  name: {id: Penghambat, en: Hindrances}
  short: {id: Yang menghambat, en: What hinders}
  definition: {id: Sebab layanan terganggu., en: Causes of disrupted service.}
- id: HMB.ALT
  parent: HMB
  kind: factor
  direction: hindering
  name: {id: Alat, en: Tools}
  short: {id: Alat kurang, en: Tools lacking}
  definition: {id: Alat kurang atau rusak., en: Tools missing or broken.}
  use_when: {id: [Alat rusak], en: [A broken tool]}
  not_when: {id: [Lama menunggu -> LAY.CPT], en: [Waiting time -> LAY.CPT]}
  terms: {lemmas: [komputer, printer]}
  facets: [printer]
  examples:
  - {text: Printernya macet lagi., en: The printer jams again., source: interview, stance: positive, strength: 3,
     facet: printer}
  - {text: Satu printer untuk tiga loket., en: One printer for three desks., source: observation, stance: positive,
     strength: 3}
  - {text: Komputer sudah lengkap., en: The computers are complete., source: interview, stance: negative,
     strength: 1}
"""

I_01 = """\
Kode: I-01
Jabatan: Camat
Tanggal: 9 Februari 2026

P: Apakah warga mengantri di loket?
I: Mereka antri lama sekali [tertawa]. Petugasnya ramah.
P: Komputernya bagaimana?
I: =Komputer itu sering rusak \U0001f600 [/].
"""
I_02 = """\
Kode: I-02
Jabatan: Warga
Tanggal: 10 Februari 2026

P: Antrinya lama?
I: Tidak, antri di sini cepat, rahasianya teratur.
"""
O_1 = "Pukul 08.00 warga antri di depan loket. Printer di meja dua mati.\n"
D_1 = "Laporan tahunan. Komputer diganti pada bulan Mei.\n"
GUESTS = "No,Nama,Keperluan\n1,Tamu A,komputer rusak\n2,Tamu B,antri KTP\n"
PEOPLE = "kode,jabatan,kelompok peran,persetujuan\nI-01,Camat,pimpinan,lisan\nI-02,Warga,masyarakat,\n"
FILES = {
    "buku.yaml": CODEBOOK,
    "kualcode.yaml": "title: Layanan\ncodebook: buku.yaml\n",
    "informants.csv": PEOPLE,
    "wawancara/I-01.txt": I_01,
    "wawancara/I-02.txt": I_02,
    "observasi/O-1.txt": O_1,
    "dokumentasi/D-1 Laporan.txt": D_1,
    "dokumentasi/D-2 Buku Tamu.csv": GUESTS,
}


def write_study(folder: Path) -> Path:
    """The files of the study in a folder."""
    for name, text in FILES.items():
        put(folder, name, text)
    return folder


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """A file in a folder, whose folders are made."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass
class Study:
    """A study folder, in which commands are run as if from a shell there."""

    folder: Path
    _captured: pytest.CaptureFixture[str]

    @property
    def project(self) -> Path:
        """Its project file."""
        return next(self.folder.glob("*.kual"))

    def put(self, name: str, content: str | bytes) -> Path:
        """A file of the study."""
        return put(self.folder, name, content)

    def run(self, *words: str) -> Done:
        """A command in this process, which speaks Indonesian."""
        self._captured.readouterr()
        code = run(words)
        captured = self._captured.readouterr()
        assert "Traceback" not in captured.err
        return Done(code, captured.out, captured.err)

    def ok(self, *words: str) -> Done:
        """A command that must go well."""
        done = self.run(*words)
        assert done.code == 0, done.err
        return done

    def program(self, *words: str, **environment: str) -> Done:
        """The real program in a process of its own; `KUALCODE_LANG="en"` and the like as keywords."""
        return program(self.folder, *words, **environment)


def program(folder: Path, *words: str, **environment: str) -> Done:
    """The real program, started in a folder."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("KUALCODE_", "PYTHONIOENCODING"))}
    done = subprocess.run(
        [sys.executable, "-m", "kualcode", *words],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), **kept, **environment},
        capture_output=True,
        check=False,
    )
    out, err = (stream.decode("utf-8", "replace").replace("\r\n", "\n") for stream in (done.stdout, done.stderr))
    assert "Traceback" not in err, err
    return Done(done.returncode, out, err)


def copy_of_demonstration(folder: Path) -> Path:
    """The demonstration study in a folder of its own."""
    return Path(shutil.copytree(ROOT / "transcripts" / "kecamatan-telaga-merbau", folder / "studi"))
