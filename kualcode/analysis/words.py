"""On-screen names of what triangulation says, in both languages; in data they stay short and English (method 1.2)."""

from __future__ import annotations

from collections.abc import Iterable

from kualcode.analysis.evidence import Axis, EvidenceType, Thresholds
from kualcode.analysis.verdicts import Gate, Level, Pair, Sign, Silence, Verdict
from kualcode.errors import Bi
from kualcode.model import Codebook, Stance

STANCES: dict[Stance, Bi] = {
    "positive": Bi("positif", "positive"),
    "negative": Bi("negatif", "negative"),
    "mixed": Bi("campuran", "mixed"),
    "neutral": Bi("netral", "neutral"),
}
FACTOR_STANCES: dict[Stance, Bi] = {
    "positive": Bi("mendukung adanya faktor", "supports the factor"),
    "negative": Bi("membantah adanya faktor", "denies the factor"),
    "mixed": Bi("mendukung dan membantah", "supports and denies"),
    "neutral": Bi("menyebut tanpa menilai", "mentions without judging"),
}
SIGNS: dict[Sign, Bi] = {
    "POS": STANCES["positive"],
    "NEG": STANCES["negative"],
    "MIX": STANCES["mixed"],
    "NEU": STANCES["neutral"],
    "SIL": Bi("tidak ada data", "no data"),
}
FACTOR_SIGNS: dict[Sign, Bi] = {
    "POS": FACTOR_STANCES["positive"],
    "NEG": FACTOR_STANCES["negative"],
    "MIX": FACTOR_STANCES["mixed"],
    "NEU": FACTOR_STANCES["neutral"],
    "SIL": SIGNS["SIL"],
}
FACTOR_BRIEF: dict[Sign, Bi] = {
    "POS": Bi("mendukung", "for"),
    "NEG": Bi("membantah", "against"),
    "MIX": Bi("keduanya", "both"),
    "NEU": Bi("netral", "neutral"),
    "SIL": SIGNS["SIL"],
}
# For narrow cells. In brackets, since a cell that starts with + or - is a formula to a spreadsheet.
MARKS: dict[Sign, str] = {"POS": "(+)", "NEG": "(-)", "MIX": "(\u00b1)", "NEU": "(0)", "SIL": "\u2013"}
SILENCES: dict[Silence | None, Bi] = {
    None: SIGNS["SIL"],
    "expected": Bi("tidak ada data (wajar)", "no data (as expected)"),
    "surprising": Bi("tidak ada data, padahal ditanyakan", "no data, though it was asked"),
    "not_asked": Bi("tidak ditanyakan", "not asked"),
}
PAIRS: dict[Pair, Bi] = {
    "AGREEMENT": Bi("sejalan", "in agreement"),
    "PARTIAL": Bi("sebagian sejalan", "in partial agreement"),
    "DISSONANCE": Bi("bertentangan", "contradictory"),
    "SILENCE": Bi("tidak ada data", "no data"),
    "INCONCLUSIVE": Bi("belum dapat dibandingkan", "not comparable"),
}
VERDICTS: dict[Verdict, Bi] = {
    "AGREEMENT": PAIRS["AGREEMENT"],
    "PARTIAL": PAIRS["PARTIAL"],
    "DISSONANCE": PAIRS["DISSONANCE"],
    "SILENCE": Bi("belum tertriangulasi", "not yet triangulated"),
    "NEUTRAL_ONLY": Bi("bersifat deskriptif", "descriptive only"),
    "UNATTRIBUTED": Bi("tanpa sumber yang jelas", "unattributed"),
    "NO_DATA": Bi("tidak ada data", "no data"),
}
# Consistency at a glance (layout L4): a mark, and the word for it beside it.
TICKS: dict[Verdict, str] = {"AGREEMENT": "\u2713", "PARTIAL": "\u00b1", "DISSONANCE": "\u2717"}
GATES: dict[Gate, Bi] = {
    "EMIT": Bi("dapat dinyatakan", "may be stated"),
    "QUALIFY": Bi("dapat dinyatakan dengan catatan", "may be stated with reservations"),
    "DESCRIBE": Bi("hanya dideskripsikan", "described only"),
    "BLOCK": Bi("belum dapat disimpulkan", "no conclusion yet"),
}
# Borrowed from GRADE-CERQual, which is for review findings: adapted only, and named so wherever it is cited.
CONFIDENCE = Bi("Tingkat keyakinan terhadap temuan", "Confidence in the finding")
LEVELS: dict[Level, Bi] = {
    "HIGH": Bi("tinggi", "high"),
    "MODERATE": Bi("sedang", "moderate"),
    "LOW": Bi("rendah", "low"),
    "VERY_LOW": Bi("sangat rendah", "very low"),
}
STATUSES: dict[str, Bi] = {
    "supported": Bi("terdukung", "supported"),
    "refuted": Bi("terbantah", "refuted"),
    "disputed": Bi("diperdebatkan", "disputed"),
}
# Whether the figures of several techniques agree (method 1.5).
FACTS = {
    "CONFIRMED": Bi("terkonfirmasi", "confirmed"),
    "SINGLE": Bi("satu teknik saja", "one technique only"),
    "CONTRADICTED": Bi("bertentangan", "contradicted"),
}
TECHNIQUES: dict[EvidenceType, Bi] = {
    "interview": Bi("wawancara", "interview"),
    "observation": Bi("observasi", "observation"),
    "documentation": Bi("dokumentasi", "documentation"),
    "pooled": Bi("beberapa teknik sekaligus", "several techniques at once"),
    "unattributed": Bi("tanpa sumber yang jelas", "unattributed"),
}
VOICES: dict[str, Bi] = {
    "interview": Bi("informan", "informants"),
    "observation": Bi("sesi", "sessions"),
    "documentation": Bi("dokumen", "documents"),
}
AXES: dict[Axis, Bi] = {
    "technique": Bi("teknik", "technique"),
    "source": Bi("sumber", "source"),
    "time": Bi("waktu", "time"),
}
GROUPS: dict[Axis, Bi] = {
    "technique": Bi("teknik", "techniques"),
    "source": Bi("kelompok peran", "role groups"),
    "time": Bi("kurun waktu", "stretches of time"),
}
_BUCKETS = {"session": Bi("sesi", "session"), "week": Bi("minggu", "week"), "month": Bi("bulan", "month")}
_ROLE_GROUPS = {
    "pimpinan": "leadership",
    "staf": "staff",
    "pegawai": "employees",
    "masyarakat": "the public",
    "warga": "residents",
}
CATEGORY = Bi("Kategori", "Category")
DIRECTION = Bi("Arah temuan", "Direction of the finding")
_BOTH = Bi("Kategori atau arah temuan", "Category or direction of the finding")
UNCONFIRMED = Bi("belum terkonfirmasi lewat triangulasi sumber", "not yet confirmed by triangulation of sources")
NOT_CONCLUDED = Bi("belum dapat disimpulkan", "no conclusion yet")


def is_factor(book: Codebook, code: str) -> bool:
    """Whether a code is a factor or a group of them: they have a status and never a label."""
    return book.by_id[code].kind in ("factor", "factor_group")


def sign(book: Codebook, code: str, value: Sign) -> Bi:
    """How a voice or a group leans on a code; on a factor it supports or denies that there is one."""
    return (FACTOR_SIGNS if is_factor(book, code) else SIGNS)[value]


def stance(book: Codebook, code: str, value: Stance) -> Bi:
    """The stance of one statement, in the words of its code."""
    return (FACTOR_STANCES if is_factor(book, code) else STANCES)[value]


def label(book: Codebook, value: str) -> Bi:
    """A position of the label scale in both languages; a word that is none of them as it stands."""
    return next((Bi(own.id, own.en) for own in book.label_scale if own.id == value), Bi(value, value))


def has_criterion(book: Codebook, code: str) -> bool:
    """Whether a label of this code is judged by a yardstick: its own, or one for every sub-indicator below it."""
    own = book.by_id[code]
    if own.criterion is not None:
        return True
    below = [child for child in book.codes if child.parent == code and child.retired is None]
    return bool(below) and all(has_criterion(book, child.id) for child in below)


def label_heading(book: Codebook, codes: Iterable[str]) -> Bi:
    """How a column of labels is headed: *Kategori* where each has a criterion, *Arah temuan* where none has."""
    judged = {has_criterion(book, code) for code in codes}
    return _BOTH if len(judged) > 1 else CATEGORY if judged == {True} else DIRECTION


def role_group(name: str) -> Bi:
    """A group of roles as a reader is told it: "unsur staf"; one without a known English word as it stands."""
    return Bi(f"unsur {name}", _ROLE_GROUPS.get(name.casefold(), name))


def group(axis: Axis, name: str) -> Bi:
    """A column by its name: a technique, or a role group; stretches of time are named by their dates."""
    if axis == "technique":
        return next((told for kind, told in TECHNIQUES.items() if kind == name), Bi(name, name))
    return Bi(name, role_group(name).en)


def axis_title(axis: Axis, limits: Thresholds) -> Bi:
    """The name of a table of triangulation, with what is compared: "Triangulasi waktu (sesi)"."""
    compared = {
        "technique": Bi("wawancara, observasi, dokumentasi", "interview, observation, documentation"),
        "source": Bi("kelompok peran", "role groups"),
        "time": _BUCKETS.get(limits.time_bucket, Bi(limits.time_bucket, limits.time_bucket)),
    }[axis]
    return Bi("Triangulasi {axis} ({compared})", "Triangulation by {axis} ({compared})").fill(
        axis=AXES[axis], compared=compared
    )


def joined(parts: Iterable[Bi], separator: str = ", ") -> Bi:
    """Several texts as one; those that are empty are left out."""
    kept = [part for part in parts if part.id or part.en]
    return Bi(separator.join(part.id for part in kept), separator.join(part.en for part in kept))


def lowered(text: Bi) -> Bi:
    """The text with a small first letter."""
    return Bi(text.id[:1].lower() + text.id[1:], text.en[:1].lower() + text.en[1:])


def capital(text: Bi) -> Bi:
    """The text with a capital first letter."""
    return Bi(text.id[:1].upper() + text.id[1:], text.en[:1].upper() + text.en[1:])
