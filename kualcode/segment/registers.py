"""sources.csv: rows that describe files, all problems in one go."""

from __future__ import annotations

from kualcode.errors import Bi, Problem
from kualcode.model import Extract, SourceInfo
from kualcode.segment import listing
from kualcode.segment.attributes import CLASSES, doc_class, source_type
from kualcode.segment.dates import period

_SOURCE = {
    word: field
    for field, words in {
        "file": "berkas|file|nama berkas|sumber|source|path|filename|file name",
        "source_type": "jenis sumber|source_type|source type|jenis|teknik|technique",
        "informant": "informan|informant|kode informan|kode|code",
        "name": "nama|name",
        "role": "jabatan|role|position",
        "date": "tanggal|date",
        "session_id": "sesi|session|session_id",
        "doc_family": "keluarga|family|doc_family|keluarga dokumen",
        "doc_class": "kelas|class|doc_class|jenis dokumen",
        "period": "periode|period|tahun|year",
        "place": "tempat|place|lokasi",
        "title": "judul|title",
        "": "no|nomor|catatan|keterangan",
    }.items()
    for word in words.split("|")
}

_NAMING = listing.Naming(_SOURCE, "file", lambda word: _SOURCE.get(listing.plain(word)))


def sources_csv(extract: Extract, name: str) -> tuple[dict[str, SourceInfo], tuple[Problem, ...]]:
    """What a table says about each file (path with /), and every problem with file and line."""
    rows, problems = listing.rows(extract, name, _NAMING)
    seen: dict[str, str] = {}
    sources: dict[str, SourceInfo] = {}
    for where, values in rows:
        file = values.pop("file").replace("\\", "/").removeprefix("./")
        listing.date(values, where, problems)
        _source_values(values, where, problems)
        if listing.first(seen, file, file, where, problems):
            sources[file] = SourceInfo(**values)  # type: ignore[arg-type]
    return sources, listing.in_order(problems)


def _source_values(values: dict[str, str], where: str, problems: list[Problem]) -> None:
    """Kind, class and period in stored form; a word that says none is a problem."""
    kind = values.pop("source_type", None)
    if kind is not None:
        named_type = source_type(kind)
        if named_type is None:
            problems.append(Problem(where, _VALUE.fill(value=kind), _TYPES))
        else:
            values["source_type"] = named_type
    group = values.pop("doc_class", None)
    if group is not None:
        named = group if group in CLASSES else doc_class(group)
        if named is None:
            ask = listing.ONE_OF.fill(names=", ".join(sorted(CLASSES)))
            problems.append(Problem(where, _VALUE.fill(value=group), ask))
        else:
            values["doc_class"] = named
    if "period" in values:
        values["period"] = period(values["period"]) or values["period"]


_VALUE = Bi("“{value}” tidak dikenal.", "“{value}” is not known.")
_TYPES = Bi("Pakai wawancara, observasi atau dokumentasi.", "Use interview, observation or documentation.")
