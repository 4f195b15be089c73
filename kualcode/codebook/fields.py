"""The table of all that a codebook file may hold: a row for a key; checks and JSON Schema come from it.

After MacQueen, McLellan, Kay & Milstein (1998, Codebook development for team-based qualitative analysis) a
code has a brief and a full definition, when to use it, when not to, and examples.
"""

from __future__ import annotations

from typing import get_args

from kualcode.codebook.records import Either, Field, Keyed, PerLanguage, Record, TermsRecord
from kualcode.codebook.shapes import LANGUAGES, Anything, Choice, Flag, Fraction, Items, Number, Shape, Text
from kualcode.errors import Bi
from kualcode.model import SOURCE_TYPES, STANCES, Direction, Kind

CODE_ID = r"[A-Z]{2,5}(?:\.[A-Z]{2,4})?"
VERSION = r"(?:0|[1-9][0-9]{0,5})(?:\.(?:0|[1-9][0-9]{0,5})){2}"
SHORT_LIMIT = 120
SCHEMA_VERSION = "1.0"


def _must(shape: Shape, indonesian: str = "", english: str = "", alias: str = "") -> Field:
    """A key that has to be there, with what an editor says about it."""
    return Field(shape, Bi(indonesian, english), required=True, alias=alias)


def _may(shape: Shape, indonesian: str = "", english: str = "") -> Field:
    """A key that may be left out."""
    return Field(shape, Bi(indonesian, english))


_ANY_TEXT = Text()
_SLUG = Text(
    r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*",
    Bi("huruf kecil, angka, - atau _ (laporan_bulanan)", "lower-case letters, digits, - or _ (monthly_report)"),
)
_VERSION = Text(VERSION, Bi("versi seperti 1.2.0", "a version such as 1.2.0"))
_DATE = Text(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", Bi("tanggal seperti 2026-11-24", "a date such as 2026-11-24"))
_CODE = Text(CODE_ID, Bi("kode seperti KUAL atau KUAL.HAS", "a code such as KUAL or KUAL.HAS"))
_TERM = Text(r"=?[^\s=][\s\S]*", Bi("istilah, boleh didahului satu tanda =", "a term, with at most one = before it"))
_LEMMA = Text(
    r"=?[^\s=]\S*",
    Bi(
        "satu kata dasar; istilah beberapa kata masuk ke phrases",
        "a single base word; terms of several words go to phrases",
    ),
)
_PAIR = PerLanguage(_ANY_TEXT)
_LISTS = PerLanguage(Items(_ANY_TEXT))
_WORDS = Items(_TERM)
_DIALECTS = Keyed(
    Either(
        _WORDS,
        Record(
            {
                "checked_by": _must(_ANY_TEXT, "Penutur yang memeriksa", "The speaker who checked it"),
                "words": _must(_WORDS, "Istilah dialek", "Terms of the dialect"),
            }
        ),
    )
)

_CHANGE = Record(
    {
        "version": _must(_VERSION, "Versi sesudah perubahan", "The version after the change"),
        "date": _must(_DATE, "Tanggal, TTTT-BB-HH", "Date, YYYY-MM-DD"),
        "change": _must(_ANY_TEXT, "Apa yang berubah", "What changed"),
        "codes": _may(Items(_ANY_TEXT), 'Kode yang berubah; "*" = semua', 'Codes that changed; "*" = all'),
        "recode_needed": _must(Flag(), "Perlukah pengodean dibaca ulang?", "Must codings be read again?"),
    }
)
_HEAD = Record(
    {
        "id": _must(_SLUG, "Nama tetap buku kode", "Lasting name of the codebook"),
        "version": _must(
            _VERSION,
            "MAJOR.MINOR.PATCH: kode dihapus atau diartikan ulang, kode ditambah, kata-kata",
            "MAJOR.MINOR.PATCH: code removed or redefined, code added, wording",
        ),
        "status": _must(
            Choice(("draft", "piloted", "frozen")),
            "Tahap; frozen hanya menerima PATCH",
            "Stage; frozen takes PATCH only",
        ),
        "languages": _must(
            Items(Choice(LANGUAGES), least=1), "Bahasa yang harus lengkap", "Languages that must be complete"
        ),
        "primary_language": _must(Choice(LANGUAGES), "Bahasa penelitian", "The study's language"),
        "title": _must(_PAIR, "Judul", "Title"),
        "theory": _may(Anything(), "Dasar teori", "The theory it rests on"),
        "theory_note": _may(_PAIR, "Catatan tentang teori", "A note on the theory"),
        "derivation": _may(Anything(), "Asal kode dan faset", "Where codes and facets come from"),
        "changelog": _must(Items(_CHANGE, least=1), "Riwayat, terbaru di akhir", "History, newest last"),
    }
)
_LABEL = Record(
    {
        "id": _must(_ANY_TEXT, "Nama posisi", "Name of the position"),
        "level": _must(Number(1, 4), "4 terbaik, 1 terburuk", "4 best, 1 worst"),
        "favourable": _must(Flag(), "Di sisi baik?", "On the good side?"),
        "en": _must(_ANY_TEXT, "Nama dalam bahasa Inggris", "Its name in English"),
        "aliases": _may(Items(_ANY_TEXT), "Sebutan lain", "Other words for it"),
    }
)
_LEXICON = Record(
    {
        "negation": _may(_WORDS, "Kata penyangkal", "Negating words"),
        "negation_exceptions": _may(_WORDS, "Bukan penyangkalan (kurang lebih)", "Not a negation (more or less)"),
        "negation_scope_tokens": _may(
            Number(1, 10, default=4), "Jangkauan penyangkal, dalam kata", "Reach of a negation, in words"
        ),
        "negation_dialects": _may(
            _DIALECTS,
            "Penyangkal dialek; hanya yang diperiksa dipakai",
            "Dialect negations; only checked ones are used",
        ),
        "adversative": _may(_WORDS, "Klausa kedua yang berbobot (tetapi)", "The second clause weighs (but)"),
        "concessive": _may(_WORDS, "Klausa utama yang berbobot (meskipun)", "The main clause weighs (although)"),
        "approximators": _may(_WORDS, "Penanda kira-kira (sekitar)", "Marks of a rough figure (about)"),
        "quantifiers": _may(Keyed(Anything()), "Kata jumlah dan rentangnya", "Words of amount and their range"),
    }
)
_TERMS = TermsRecord(
    {
        "lemmas": _may(
            Items(_LEMMA), "Kata dasar tunggal; = mengunci bentuknya", "Single base words; = locks the form"
        ),
        "phrases": _may(_WORDS, "Frasa, dicocokkan apa adanya", "Phrases, matched as they stand"),
        "colloquial": _may(_WORDS, "Ragam lisan", "Spoken forms"),
        "hints": _may(_WORDS, "Petunjuk lemah; boleh dimiliki beberapa kode", "Weak hints; codes may share them"),
        "dialects": _may(
            _DIALECTS, "Istilah dialek; hanya yang diperiksa dipakai", "Dialect terms; only checked ones are used"
        ),
    }
)
_CUES = Record(
    {
        "positive": _may(_WORDS, "Kata yang berarti positif untuk kode ini", "Words that mean positive for this code"),
        "negative": _may(_WORDS, "Kata yang berarti negatif untuk kode ini", "Words that mean negative for this code"),
    }
)
_FACET = Either(
    _SLUG,
    Record(
        {
            "id": _must(_SLUG, "Nama tetap faset", "Lasting name of the facet"),
            "name": _may(_PAIR, "Nama yang dibaca orang", "Name for readers"),
            "terms": _may(_WORDS, "Kata yang menunjuk faset ini", "Words that point to this facet"),
            "example": _may(Choice(("none",)), "none: belum ada contoh", "none: no example yet"),
        }
    ),
)
_EXAMPLE = Record(
    {
        "text": _must(_ANY_TEXT, "Ujaran dalam bahasa penelitian", "Statement in the study's language"),
        "en": _may(_ANY_TEXT, "Terjemahan Inggris", "English translation"),
        "source": _must(Choice(SOURCE_TYPES), "Jenis sumber", "Type of source"),
        "polarity": _must(Choice(STANCES), "Arah pernyataan", "Direction of the statement", alias="stance"),
        "strength": _must(
            Number(1, 3),
            "1 kabar, 2 langsung, 3 langsung dengan contoh atau angka",
            "1 hearsay, 2 direct, 3 direct with instance or figure",
        ),
        "facet": _may(_SLUG, "Salah satu faset kode ini", "One of this code's facets"),
        "invented": _may(Flag(default=True), "Kutipan karangan?", "Is the quote invented?"),
    }
)
_TENSION = Record(
    {
        "code": _must(_CODE, "Kode di sisi lain", "The code on the other side"),
        "rule": _must(Choice(("T2", "T4")), "T2 perilaku, T4 keadaan", "T2 behaviour, T4 condition"),
        "own_facet": _must(_SLUG, "Faset kode ini", "Facet of this code"),
        "other_facet": _must(_SLUG, "Faset kode lain", "Facet of the other code"),
        "note": _may(_ANY_TEXT, "Penjelasan", "Explanation"),
    }
)
CODE = Record(
    {
        "id": _must(_CODE, "Kode; tidak pernah dipakai ulang", "The code; never used again"),
        "parent": _may(_CODE, "Kode induk", "The parent code"),
        "kind": _must(Choice(get_args(Kind)), "Jenis kode", "Kind of code"),
        "direction": _may(
            Choice(get_args(Direction)), "Untuk faktor: menghambat atau mendorong", "For factors: hindering or driving"
        ),
        "codable": _may(Flag(default=True), "Boleh menerima bukti?", "May it take evidence?"),
        "name": _must(_PAIR, "Nama", "Name"),
        "short": _must(PerLanguage(Text(longest=SHORT_LIMIT)), "Uraian singkat", "Brief definition"),
        "definition": _must(_PAIR, "Definisi penuh", "Full definition"),
        "use_when": _may(_LISTS, "Gunakan bila", "When to use"),
        "not_when": _may(_LISTS, "Jangan bila; “X -> KODE (catatan)”", "When not to use; “X -> CODE (remark)”"),
        "terms": _may(_TERMS, "Kata yang menyarankan kode ini", "What suggests this code"),
        "stance_cues": _may(_CUES, "Kata penentu arah", "Words that fix the stance"),
        "facets": _may(Items(_FACET), "Faset", "Facets"),
        "examples": _may(Items(_EXAMPLE), "Contoh, paling sedikit tiga", "Examples, at least three"),
        "tension_with": _may(
            Items(_TENSION), "Kode yang dapat berlawanan arah", "Codes that may read it the other way"
        ),
        "claim_required": _may(Flag(), "Kekuatan 3 hanya dengan angka", "Strength 3 only with a figure"),
        "criterion": _may(
            PerLanguage(_ANY_TEXT, {"source": _must(_ANY_TEXT, "Asal ukuran", "Its origin")}),
            "Ukuran: SOP, target, standar",
            "The yardstick: SOP, target, standard",
        ),
        "retired": _may(_VERSION, "Versi saat kode dipensiunkan", "Version in which the code was retired"),
        "replaced_by": _may(_CODE, "Kode pengganti", "The code that replaces it"),
    }
)
_COUNT = Number(0, 1000)
_TRIANGULATION = Record(
    {
        "time_bucket": _may(Choice(("session", "week", "month"))),
        "k_min": _may(_COUNT),
        "voice_dominance": _may(Fraction()),
        "source_majority": _may(Fraction()),
        "min_source_types": _may(_COUNT),
        "min_voices_single_source": _may(_COUNT),
        "min_informants": _may(_COUNT),
        "prominence": _may(
            Record(
                {
                    "enabled": _may(Flag()),
                    "high": _may(Fraction()),
                    "mid": _may(Fraction()),
                    "max_gap": _may(_COUNT),
                    "min_voices": _may(_COUNT),
                },
                sparse=True,
            )
        ),
        "range_agreement_jaccard": _may(Fraction()),
        "approx_relative": _may(Fraction()),
        "label_midline_block": _may(Flag()),
        "saturation": _may(
            Record(
                {
                    "base": _may(_COUNT),
                    "run": _may(_COUNT),
                    "threshold": _may(Fraction()),
                    "level": _may(Choice(("facets", "codes"))),
                },
                sparse=True,
            )
        ),
        "reliability": _may(
            Record(
                {
                    "coefficient": _may(_SLUG),
                    "min": _may(Fraction()),
                    "tentative": _may(Fraction()),
                    "sample_share": _may(Fraction()),
                },
                sparse=True,
            )
        ),
    },
    sparse=True,
)
CODEBOOK = Record(
    {
        "schema_version": _must(Choice((SCHEMA_VERSION,)), "Versi bentuk berkas", "Version of the file's form"),
        "codebook": _must(_HEAD, "Tentang buku kode", "About the codebook"),
        "conventions": _may(Anything(), "Aturan pengodean, dibaca orang", "Coding rules, for people"),
        "names_of_levels": _may(
            Record({kind: _may(_PAIR) for kind in get_args(Kind)}),
            "Sebutan untuk indikator dan sub-indikator dalam penelitian ini",
            "What this study calls indicator and sub-indicator",
        ),
        "label_scale": _may(Items(_LABEL), "Empat posisi, terbaik ke terburuk", "Four positions, best to worst"),
        "lexicon": _may(_LEXICON, "Kata tugas yang membalik atau menimbang", "Function words that turn or weigh"),
        "codes": _must(Items(CODE, least=1), "Kode, menurut urutan laporan", "The codes, in report order"),
        "triangulation": _may(_TRIANGULATION, "Ambang triangulasi", "Triangulation thresholds"),
    }
)
