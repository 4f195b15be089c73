"""The identity block of a source: "Nama : ...", aligned, wrapped or run in on one line, and front matter."""

from __future__ import annotations

import re

from kualcode.text import squash

Pair = tuple[str, str]

# What a key means -> how papers write it, Indonesian and English.
KEYS: dict[str, tuple[str, ...]] = {
    "name": (
        "nama",
        "informan",
        "narasumber",
        "responden",
        "informant",
        "respondent",
        "nama lengkap",
        "nama informan",
        "nama narasumber",
        "nama responden",
        "name",
        "full name",
    ),
    "code": (
        "kode",
        "kode informan",
        "kode responden",
        "kode narasumber",
        "code",
        "informant code",
        "participant code",
        "kode sumber",
    ),
    "role": ("jabatan", "jabatan informan", "pekerjaan", "position", "role", "occupation", "jabatan/posisi"),
    "sex": ("jenis kelamin", "sex", "gender"),
    "age": ("umur", "usia", "age"),
    "education": ("pendidikan", "pendidikan terakhir", "education"),
    "service": ("masa kerja", "lama kerja", "lama bekerja", "years of service", "length of service"),
    "date": (
        "tanggal",
        "tgl",
        "hari/tanggal",
        "tanggal/hari",
        "tanggal/jam",
        "hari/tanggal/jam",
        "hari, tanggal",
        "hari dan tanggal",
        "hari/tgl",
        "tanggal wawancara",
        "tanggal observasi",
        "tanggal pengamatan",
        "waktu wawancara",
        "waktu observasi",
        "waktu pengamatan",
        "hari/tanggal observasi",
        "hari/tanggal pengamatan",
        "hari/tanggal wawancara",
        "observation date",
        "date of observation",
        "date",
        "hari",
        "day",
        "tanggal/waktu",
        "hari/tanggal/waktu",
        "interview date",
        "waktu dan tanggal",
    ),
    "time": ("waktu", "pukul", "jam", "time", "waktu pelaksanaan", "jam observasi", "jam pengamatan"),
    "place": (
        "tempat",
        "lokasi",
        "tempat wawancara",
        "lokasi wawancara",
        "lokasi observasi",
        "lokasi pengamatan",
        "tempat observasi",
        "tempat pengamatan",
        "lokasi/tempat",
        "tempat/lokasi",
        "place",
        "location",
        "venue",
        "tempat penelitian",
    ),
    "source": ("sumber", "source", "sumber data"),
    "interviewer": ("pewawancara", "interviewer", "nama peneliti", "nama pewawancara", "researcher", "pemandu"),
    "observer": ("pengamat", "observer", "nama pengamat", "nama observer", "pengamat/observer"),
    "title": ("judul", "title", "judul penelitian", "judul dokumen"),
    "period": ("periode", "period", "tahun", "tahun anggaran", "year"),
    "session": ("sesi", "session", "wawancara ke", "observasi ke", "observasi ke-", "kode observasi", "kode sesi"),
    "other": (
        "nip",
        "nik",
        "pangkat",
        "golongan",
        "pangkat/golongan",
        "pangkatgolongan ruang",
        "agama",
        "alamat",
        "unit kerja",
        "instansi",
        "durasi",
        "duration",
        "topik",
        "topic",
        "no. hp",
        "no hp",
        "telepon",
        "tempat/tanggal lahir",
        "tempat, tanggal lahir",
        "lama wawancara",
        "status",
        "unit",
        "bagian",
        "objek observasi",
        "objek pengamatan",
        "fokus observasi",
        "fokus pengamatan",
    ),
}
MEANING: dict[str, str] = {word: meaning for meaning, words in KEYS.items() for word in words}

_SLASH = re.compile(r"\s*/\s*")
_WORDS = "|".join(
    re.escape(_SLASH.sub("/", word)).replace("\\ ", r"[^\S\n]+").replace("/", r"[^\S\n]*/[^\S\n]*")
    for word in sorted(MEANING, key=len, reverse=True)
)
_KEY = re.compile(rf"(?<![\w/])[*_]{{0,3}}(?P<key>{_WORDS})[*_]{{0,3}}[^\S\n]*:[*_]{{0,3}}", re.I)
_LEAD = re.compile(r"[^\S\n]*(?:(?:\d{1,2}[.)]|[-•*>|])[^\S\n]+)?")
_NEXT_PERSON = re.compile(r"\s+\d{1,2}[.)]?\s+(?:informan|narasumber|responden)\b.*\Z", re.I)
_FRONT = re.compile(r"\A---[^\S\n]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)")
_TITLE = re.compile(
    r"(?:transkrip(?:si)?(?:\s+hasil)?\s+(?:wawancara|interview|fgd|diskusi)|hasil\s+wawancara|interview\s+transcript"
    r"|catatan\s+lapangan|field\s*notes?"
    r"|(?:lembar|hasil|catatan|laporan|protokol)(?:\s+(?:hasil|catatan))?\s+(?:observasi|pengamatan)"
    r"|observation\s+(?:sheet|notes?|protocol|record)|pedoman\s+(?:wawancara|observasi)|data\s+collection)\b",
    re.I,
)


# "4.2.1. Wawancara dengan Kepala Bagian Umum": a heading that says whose interview follows.
_WITH = re.compile(
    r"^[^\S\n]*+[#*_]{0,6}[^\S\n]*+(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[A-Z]\.)?[^\S\n]*+(?:hasil |transkrip )?"
    r"(?:wawancara dengan|interview with) (?P<who>\w[^\n:?!;]{1,70}?[^\s.,:?!;*_])[*_]{0,3}[^\S\n]*+$",
    re.I | re.M,
)
_TITLE_LINES = 8  # lines at the head of a source among which its title stands


def meaning(key: str) -> str | None:
    """What a header key means ("Hari / Tanggal" -> date), None when it is no header key."""
    folded = _SLASH.sub("/", squash(key).casefold())
    return MEANING.get(folded) or MEANING.get(folded.replace("_", " "))


def pairs(text: str, start: int, end: int) -> list[Pair]:
    """Key and value of every header entry in a stretch, one a line or run in on one line."""
    marks = list(_KEY.finditer(text, start, end))
    found = []
    for number, mark in enumerate(marks):
        stop = marks[number + 1].start() if number + 1 < len(marks) else end
        line_end = text.find("\n", mark.end(), stop)
        value = text[mark.end() : line_end if line_end != -1 else stop]
        value = _NEXT_PERSON.sub("", squash(value)).strip(" *_|;")
        if value:
            found.append((squash(mark["key"]), value))
    return found


def headed(text: str, start: int, end: int) -> list[Pair]:
    """Whose interview a heading in a stretch announces, as a header entry."""
    return [("Narasumber", squash(found["who"])) for found in _WITH.finditer(text, start, end)]


def is_pair_line(line: str) -> bool:
    """Whether a line opens with a header key and its colon."""
    lead = _LEAD.match(line)
    return _KEY.match(line, lead.end() if lead else 0) is not None


def run_in_start(text: str, start: int, end: int) -> int:
    """Where a header run in before `end` begins: two or more entries close together; else `end`."""
    begin, entries = end, 0
    for mark in reversed(list(_KEY.finditer(text, max(start, end - 600), end))):
        if begin - mark.start() > 120:
            break
        begin, entries = mark.start(), entries + 1
    return begin if entries >= 2 else end


def is_title(line: str) -> bool:
    """Whether a line is the title of a transcript or a sheet, not a sentence that speaks of one."""
    bare = line.strip().strip("#*_ ")
    found = _TITLE.match(bare)
    if found is None or len(bare) > 90 or bare[-1:] in ".?!,;":
        return False
    return found.group().isupper() or found.group().istitle() or len(bare) == found.end()


def title(text: str) -> str | None:
    """The title line at the head of a source ("TRANSKRIP WAWANCARA"), before anything but identity entries."""
    position, seen = front_matter(text), 0
    while position < len(text) and seen < _TITLE_LINES:
        newline = text.find("\n", position)
        line = text[position : newline if newline != -1 else len(text)].strip()
        position = newline + 1 if newline != -1 else len(text)
        key = _KEY.search(line)
        named = line[: key.start()].strip() if key else line
        if is_title(named):
            return named.strip("#*_ ")
        seen += bool(line)
    return None


def front_matter(text: str) -> int:
    """Offset where the front matter (between two --- lines) ends; 0 where there is none."""
    found = _FRONT.match(text)
    if found is None:
        return 0
    lines = [line for line in found.group().splitlines()[1:-1] if line.strip() and not line.startswith((" ", "-", "#"))]
    return found.end() if lines and all(":" in line for line in lines) else 0


def values(header: tuple[Pair, ...], wanted: str) -> list[str]:
    """The different values a header gives under one meaning, in order."""
    return list(dict.fromkeys(value for key, value in header if meaning(key) == wanted))
