"""Speaker labels: what a short stretch before a colon says about who speaks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from kualcode.segment.headers import meaning
from kualcode.text import squash

Kind = Literal["asks", "answers", "p", "i", "t", "bracket", "person", "name", "header"]

# One line's label. The label itself has no colon; a time before it may.
LINE = re.compile(
    r"^[^\S\n]*(?P<time>[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?[\])]?[^\S\n]+)?"
    r"(?P<label>[^\s:][^\n:]{0,70}):(?:[*_]{1,3}(?=\s))?",
    re.M,
)

_NUMBER = r"(?:[\s.\-]*(?:\d{1,3}[a-z]?|[ivx]{1,4}))?"
_PERSON = r"(?:informan|informant|narasumber|responden|respondent|partisipan|participant)"
_ASKS = re.compile(
    rf"(?:q|(?:peneliti|pewawancara|penanya|tanya|pertanyaan|interviewer|int|question|researcher"
    rf"|moderator|fasilitator|pemandu|enumerator){_NUMBER})\Z",
    re.I,
)
_ANSWERS = re.compile(
    rf"(?:(?:[rnaj]|in|inf)(?:[\s.\-]*\d{{1,3}})?|(?:jawab|jawaban|answer|informan|informant|narasumber"
    rf"|nara sumber"
    rf"|responden|respondent|interviewee|partisipan|participant|subjek|subyek|subject|key informant"
    rf"|informan (?:kunci|utama|pendukung|tambahan)){_NUMBER}|{_PERSON}[\s.\-]+(?-i:[A-H]))\Z",
    re.I,
)
_ANSWER_OF = re.compile(r"(?:Jawab(?:an)?|JAWAB(?:AN)?)\s+(?=(?:informan|narasumber|responden)\b)", re.I)
_LETTER = re.compile(r"([pit])(?:[\s.\-]*\d{1,3})?\Z", re.I)
_HAS_NUMBER = re.compile(r"(?:\d[a-z]?|[\s.\-](?:[ivx]{1,4}|(?-i:[A-H])))\Z", re.I)
_LEAD = re.compile(r"(?:(?:[-–•>]|\*(?=\s))\s*)?[*_]{0,3}(?:\d{1,3}[.)]\s*)?[*_]{0,3}\s*")
_REMARK = re.compile(r"\s*\([^()]*\)\Z")

_DEGREE = re.compile(
    r"(?:S\.? ?(?:Sos|E|H|Pd|Kom|T|IP|AP|STP|Ag|Si|Ak|Kep|KM|Farm|Psi|Hut|Pt|P|I\.?Kom|I\.?P|A\.?P|Tr\.?IP)"
    r"|M\.? ?(?:Si|M|AP|Pd|H|Kom|T|E|Ag|Kes|PA|Sc|A|Ec|I\.?Kom|A\.?P)|A\.? ?Md(?:\.? ?\w+)?|B\.?A|BBA|MBA"
    r"|Ph\.? ?D"
    r"|Drs|Dra|Dr|Ir|Prof|SH|SE|MM|MH|ST|MT|SAP|SIP|MAP)\.?",
    re.I,
)
# How a person is called: enough to tell a speaker. A position alone ("Kasi: tiga orang") may be an entry.
_HONORIFIC_TEXT = (
    "pak bu bapak ibu mas mbak mba bang kak abang kakak adik h hj haji hajah drs dra dr ir prof gusti "
    "ustadz ustad mr mrs ms miss istri suami anak teman rekan third other wife husband colleague"
)
_POSITION_TEXT = (
    "camat lurah sekcam kasubag kasubbag kasi kabag kabid kadis kades kaur sekdes kepala sekretaris bendahara staf "
    "pegawai warga tamu atasan bawahan orang ketua wakil petugas operator guru dosen dokter perawat bidan "
    "pustakawan analis pengelola koordinator pendamping"
)
_GROUP_TEXT = (
    "peserta anggota kader tokoh pemuda pemudi petani nelayan pedagang siswa siswi murid mahasiswa pelanggan pasien "
    "pengunjung penduduk masyarakat karyawan buruh lansia remaja perempuan nasabah pengguna penerima ibu bapak "
    "participant resident villager member teacher student farmer"
)
_HONORIFICS = frozenset(_HONORIFIC_TEXT.split())
_POSITIONS = frozenset(_POSITION_TEXT.split())
_TITLES = _HONORIFICS | _POSITIONS
_GROUP = frozenset(_GROUP_TEXT.split()) | _POSITIONS
_MEMBER = re.compile(r"(?P<group>.+?)[\s.\-]*(?:\d{1,3}|(?<=[\s.\-])(?:[IVX]{1,4}|[A-Z]))\Z")
_NO_NAME_TEXT = (
    "catatan ket keterangan contoh contohnya misalnya misal yang jadi jadinya pertama kedua ketiga "
    "keempat kelima alasan alasannya senin selasa rabu kamis jumat jum'at sabtu minggu note notes nb ps "
    "hasil hasilnya target realisasi kesimpulan simpulan intinya pokoknya maksudnya artinya terus lalu "
    "satu dua tiga empat lima begini gini januari februari maret april mei juni juli agustus september "
    "oktober november desember total jumlah tahun bulan hari lampiran tabel gambar bab the example first "
    "second third reason monday tuesday wednesday thursday friday saturday sunday http https www "
    "perhatian penting pengumuman pertanyaannya jawabannya ini itu kalau karena sebab tapi tetapi dan "
    "indikator indicator subindikator aspek aspect dimensi dimension variabel variable fokus tema topik "
    "atau saya kami kita dia mereka assalamualaikum assalamu'alaikum waalaikumsalam permisi halo selamat silakan "
    "baik iya ya tidak maaf oh hello yes no"
)
_NO_NAME = frozenset(_NO_NAME_TEXT.split())
_PARTICLES = frozenset(["bin", "binti", "al", "el", "van", "der", "de", "dan"])


class Label(NamedTuple):
    """A label without decoration, what kind it is, and the informant's code when it is numbered."""

    base: str
    kind: Kind
    key: str  # what two spellings of one label share
    code: str | None = None


def label(base: str, kind: Kind, code: str | None = None) -> Label:
    """A label with its key."""
    return Label(base, kind, base.casefold(), code)


@lru_cache(maxsize=4096)
def classify(raw: str) -> Label | None:
    """The label in a stretch before a colon; None when it cannot be one."""
    bare = squash(_LEAD.sub("", raw, count=1)).strip("*_ ")
    if not bare:
        return None
    if bare[0] in "[(" and bare[-1] in "])":
        inner = bare[1:-1].strip()
        return label(inner, "bracket") if _name_like(inner) else None
    base = _ANSWER_OF.sub("", _REMARK.sub("", bare))
    return _fixed(base) or _free(base)


def _fixed(base: str) -> Label | None:
    letter = _LETTER.match(base)
    code = code_of(base)
    if letter:
        letters: dict[str, Kind] = {"p": "p", "i": "i", "t": "t"}
        return label(base, letters[letter[1].lower()], code) if base[0].isupper() or code else None
    if _ASKS.match(base):
        return label(base, "asks") if base[0].isupper() else None
    if _ANSWERS.match(base):
        return label(base, "answers", code) if base[0].isupper() else None
    return None


def _free(base: str) -> Label | None:
    if meaning(base):
        return label(base, "header")
    if not _name_like(base):
        return None
    return label(base, "person" if _titled(base) else "name")


def _name_like(text: str) -> bool:
    """Whether every word could stand in a person's name or position: capitals, initials, degrees."""
    front, *degrees = text.split(",")
    words = front.split()
    if not 0 < len(words) <= 7 or words[0].casefold().strip(".") in _NO_NAME:
        return False
    if len(words) > 1 and words[-1].isdecimal() and len(words[-1]) < 4:  # "Ketua RW 03", "Guru 2"
        words.pop()
    return all(_capital(word) or word in _PARTICLES for word in words) and all(
        part.strip()[:1].isupper() and len(part) < 16 for part in degrees
    )


def _capital(word: str) -> bool:
    return word[0].isupper() and all(char.isalnum() or char in ".'’`-/" for char in word)


def is_person(text: str) -> bool:
    """Whether a stretch is a person's name by its honorific or degree ("Bapak Joko", "Siti, S.E.")."""
    return _name_like(text) and _titled(text)


def is_position(text: str) -> bool:
    """Whether a stretch opens with the word of a position ("Kasubbag Umum", "kepala desa")."""
    return text.partition(" ")[0].casefold() in _POSITIONS


def is_group(text: str) -> bool:
    """Whether a label opens with a word for a person in a talk of many ("Warga 2", "Kader", "Ketua RT")."""
    return text.partition(" ")[0].casefold() in _GROUP


def group_of(text: str) -> str | None:
    """The group whose member a numbered or lettered label is ("Warga 2" -> "warga"); None for any other label."""
    found = _MEMBER.match(text)
    return found["group"].casefold() if found and is_group(found["group"]) else None


def _titled(text: str) -> bool:
    """Whether a name carries an honorific or a degree."""
    front, *degrees = text.split(",")
    if any(_DEGREE.fullmatch(part.strip()) for part in degrees):
        return True
    return front.split()[0].strip(".").casefold() in _HONORIFICS


def code_of(label: str) -> str | None:
    """The informant code that a numbered label is ("I1", "Informan 2"); None for "I" or "Informan"."""
    return squash(label) if _HAS_NUMBER.search(label) else None


def is_name_value(value: str) -> bool:
    """Whether a stretch is nothing but a person's name, as in a list of people present."""
    return 0 < len(value) <= 80 and "\n" not in value and _name_like(_REMARK.sub("", value).rstrip("."))


def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell a person apart, without titles and degrees."""
    words = (word.strip(".[]()").casefold() for word in name.partition(",")[0].split())
    return frozenset(word for word in words if len(word) > 1 and word not in _TITLES)


_KEYED = re.compile(
    r"(?:i|in|inf|informan|informant|narasumber|responden|respondent|participant|partisipan)"
    r"[\s.\-]*0*(\d{1,3}|[ivx]{1,4})\Z",
    re.I,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}


def code_key(code: str) -> str:
    """What the spellings of one informant's code share: I-01, I1, Informan 1 and Informan I are all "i1"."""
    found = _KEYED.match(squash(code))
    if found is None:
        return re.sub(r"[\s.\-_]+0*(?=\w)", "", squash(code)).casefold()
    return f"i{found[1] if found[1].isdigit() else _roman(found[1].lower())}"


def _roman(digits: str) -> int:
    parts = [_ROMAN[digit] for digit in digits]
    return sum(-part if part < max(parts[index:]) else part for index, part in enumerate(parts))
