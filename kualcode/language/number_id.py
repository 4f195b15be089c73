"""Figures in Indonesian: patterns and tables.

Spelling of numbers, dates and times after Ejaan Bahasa Indonesia yang Disempurnakan, edition V (2022), and
the looser forms that transcripts and chats have beside it.
"""

from __future__ import annotations

from fractions import Fraction

from kualcode.language import number_words as nw
from kualcode.language.number_patterns import YEAR, Grammar, atom, before, compiled, either, names, span

_TO = r"(?:-|–|—|s\.?\s?/?\s?d\.?(?=[\s\d])|sampai(?:\s+dengan)?|sampe|hingga)"
_MONTH = either(
    (
        "januari",
        "februari",
        "pebruari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "nopember",
        "desember",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "agu",
        "agt",
        "ags",
        "sep",
        "sept",
        "okt",
        "nov",
        "des",
    )
)
_ONE = either([*nw.ID.ones, "sepuluh", "sebelas"])
_SMALL = rf"(?:(?:{_ONE})(?:\s+(?:belas|puluh))?(?:\s+(?:{_ONE}))?\b)"
_CLOCK = rf"(?:\d{{1,2}}(?:[.:]\d\d)?(?!\w|[.,:]\d)|(?:setengah\s+)?(?:dua\s+belas|{_ONE})\b)"
_PARTS = r"(?:\s*(?:wib|wita|wit|pagi|siang|sore|malam)\b)?"
_HEADS = either(
    (
        "nomor",
        "nomer",
        "no",
        "pasal",
        "ps",
        "ayat",
        "butir",
        "bab",
        "hlm",
        "hal",
        "halaman",
        "brs",
        "baris",
        "loket",
        "meja",
        "ruang",
        "kelas",
        "golongan",
        "gol",
        "eselon",
        "rt",
        "rw",
        "lantai",
        "poin",
        "lampiran",
        "tabel",
        "gambar",
        "grafik",
        "bagan",
        "triwulan",
        "semester",
        "tahap",
        "angkatan",
        "periode",
        "misi",
        "blok",
        "jalur",
        "kelompok",
        "sesi",
        "kategori",
        "tipe",
        "level",
        "grade",
        "kode",
        "informan",
        "responden",
        "perpres",
        "permen",
        "permendagri",
        "permenpan",
        "perbup",
        "perda",
        "perwali",
        "pergub",
        "kepmen",
        "keppres",
        "inpres",
        "perka",
        "iku",
        "tmt",
        "edisi",
        "jilid",
        "langkah",
        "pertanyaan",
        "negeri",
        "sdn",
        "smpn",
        "sman",
        "smkn",
        "sasaran",
        "roda",
    )
)
_COUNTED = either(
    (
        "orang",
        "berkas",
        "lembar",
        "kali",
        "unit",
        "buah",
        "jiwa",
        "kegiatan",
        "dokumen",
        "surat",
        "tamu",
        "pemohon",
        "pegawai",
        "kasus",
        "paket",
        "meter",
        "hari",
        "jam",
        "%",
        "persen",
        "rupiah",
    )
)
_ID_SCALE = either(nw.ID_SCALES)
_ID_SKIPS = (
    ("reference", r"^[ \t]*\(?\d{1,2}[.)](?=[ \t]|$)|^[ \t]*\d{1,2}(?:\.\d{1,2})+(?=[ \t]+[A-Z])"),
    ("reference", r"(?<=[;:]\s)\d{1,2}[.)](?=\s(?-i:[A-Z]))"),
    (
        "date",
        rf"\b(?:tanggal|tgl)\.?\s+(?:\d{{1,2}}(?:\s*{_TO}\s*\d{{1,2}})?(?!\d)|{_SMALL})(?:\s+"
        rf"(?:{_MONTH})\b)?"
        rf"(?:\s+{YEAR}\b)?",
    ),
    ("date", rf"(?<![\w.,])\d{{1,2}}(?:\s*{_TO}\s*\d{{1,2}})?\s+(?:{_MONTH})\b\.?(?:\s+{YEAR}\b)?"),
    (
        "date",
        rf"\b(?:{_MONTH})\.?\s+{YEAR}\b|(?<![\w/-])\d{{1,2}}([/-])\d{{1,2}}\1(?:\d\d){{1,2}}"
        rf"(?![\w/-])",
    ),
    ("date", r"(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\w-])"),
    (
        "time",
        rf"\b(?:jam|pukul|pkl)\.?\s+{_CLOCK}(?:\s+(?:lewat|kurang)\s+{_CLOCK}(?:\s+menit)?"
        rf"|\s+seperempat\b)?"
        rf"(?:\s*{_TO}\s*(?:(?:jam|pukul)\s+)?{_CLOCK}(?!\s*(?:{_COUNTED})\b))?{_PARTS}",
    ),
    (
        "time",
        rf"(?<![\w.,])(?<![^\W\d]-)(?:[01]?\d|2[0-3])[.:][0-5]\d(?![\w%]|[.,:]\d)(?!\s*(?:%|persen"
        rf"|{_ID_SCALE})){_PARTS}",
    ),
    (
        "time",
        rf"\bsetengah\s+(?:dua\s+belas|{_ONE})\b(?!\s+(?:puluh|ratus|ribu|juta))|"
        r"(?<![\w.,])\d{1,2}\s+(?:pagi|malam|sore)\b",
    ),
    ("year", rf"\b(?:tahun|thn|th|taun|t\.?a)\.?\s+(?:{YEAR}(?:\s*[-–/]\s*(?:\d\d)?\d\d)?|\d0-?an)\b"),
    ("year", rf"(?<![\w.,/-]){YEAR}\s*[-–/]\s*{YEAR}(?![\w/-])"),
    ("year", rf"(?<![\w.,/-])(?<!rp )(?<!rp\. ){YEAR}(?!\w|[.,/]\d|-\d)(?!\s*(?:{_COUNTED}|{_ID_SCALE}))"),
    (
        "ordinal",
        rf"\bke-?\d+\b|\b(?:yang|hari|minggu|bulan|tahun|urutan|peringkat)\s+ke\s+\d+\b|\bke"
        rf"(?:{_ONE})\b",
    ),
    ("ordinal", r"\bpertama\b"),
    (
        "reference",
        rf"\b(?:(?:{_HEADS})|(?-i:PP|UU|SE|SK))\.?\s*(?:no(?:mor)?\.?\s*)?(?:\(?\d+"
        rf"(?:[./]\d+)*[a-z]?\b\)?|{_SMALL}|"
        r"(?-i:[IVX]+)(?:\.\d+)*\b)(?:\s*(?:-|–|dan)\s*\d[\w./]*)*(?<![.])(?!\s*(?:%|persen"
        r"|orang))",
    ),
    (
        "reference",
        r"(?<![\w.,])\d+\s*x\s*\d+|(?<![\w.,])\d+(?:/\w+){2,}|(?<![\w.,])\d+/\d+(?![\w/])|"
        r"(?<![\w.,])\d{11,}(?!\w)",
    ),
    (
        "reference",
        r"(?<![\w.,])0\d+(?![\w,])(?!\.\d)|(?<!\w)(?!rp\.?\d|k?m[23]\b)[^\W\d_]+[.-]?\d+"
        r"(?:[.-]?\w+)*",
    ),
    ("reference", rf"(?<![\w.,])\d+(?!(?:{_ID_SCALE}|an|x)\b)[^\W\d_]\w*"),
    ("reference", rf"\b({_ONE})-\1(?:nya)?\b|\bsalah\s+satu\w*|\bsatu\s+(?:sama\s+lain|per\s+satu|pun)\b"),
    ("reference", r"\bsetengah\s+h?ati\b|\bempat\s+mata\b|\bdari\s+nol\b|\byang\s+satu\s+(?:ini|itu|lagi)\b"),
)
_ID_BOUNDS = {
    "from": (
        "tidak kurang dari",
        "minimal",
        "minimum",
        "paling sedikit",
        "paling tidak",
        "paling kurang",
        "sedikitnya",
        "sekurang-kurangnya",
        "setidaknya",
        "setidak-tidaknya",
        "≥",
        ">=",
    ),
    "to": (
        "tidak lebih dari",
        "maksimal",
        "maksimum",
        "paling banyak",
        "paling banter",
        "paling lama",
        "paling lambat",
        "paling tinggi",
        "paling",
        "selambat-lambatnya",
        "≤",
        "<=",
    ),
    "over": ("lebih dari", "di atas", ">"),
    "under": ("kurang dari", "tidak sampai", "tak sampai", "nggak sampai", "nggak sampe", "di bawah", "<"),
    "nearly": ("hampir", "nyaris", "mendekati"),
    "about": ("sekitar", "sekitaran", "kurang lebih", "lebih kurang", "kira-kira", "kira2", "kisaran", "±", "+/-", "~"),
    "mean": ("rata-rata", "rata2", "rerata"),
    "between": ("antara",),
    "": ("di", "ada", "itu", "adalah", "sebanyak", "sebesar"),  # may stand between: rata-rata ada 12
}
_HALVES = {"separuh": 50, "separuhnya": 50, "separo": 50, "setengah dari": 50, "setengahnya": 50}
_ID_SHARES = {
    **{word: span(100, 100) for word in ("semua", "semuanya", "seluruh", "seluruhnya")},
    **{word: span(50, 100, "(]") for word in ("sebagian besar", "kebanyakan", "mayoritas")},
    **{word: span(share, share) for word, share in _HALVES.items()},
    "sebagian kecil": span(0, 50, "()"),
    "sebagian": span(0, 100),
    "seperempat": span(25, 25),
    "sepertiga": span(Fraction(100, 3), Fraction(100, 3)),
}
_TOGETHER = ("berdua", "bertiga", "berempat", "berlima", "berenam", "bertujuh")
_ID_COUNTS = {"beberapa": span(2, None), **{word: span(number, number) for number, word in enumerate(_TOGETHER, 2)}}
_GLUED = [f"{one}{tail}" for one in nw.ID_ONES for tail in ("belas", "puluh", "ratus", "ribu", "juta")]

ID = Grammar(
    words=nw.ID,
    thousands=".",
    decimal=",",
    skips=tuple((kind, compiled(pattern)) for kind, pattern in _ID_SKIPS),
    atom=atom(
        r"\d{1,3}(?:\.\d{3}){1,5}(?!\d)(?:,\d{1,9})?|\d{1,15}(?:[.,]\d{1,9})?",
        r"rp\.?|idr",
        nw.ID,
        [*nw.VAGUE, *_GLUED],
        ["belas", "puluh", "ratus", "pertiga", "perempat", "perlima"],
        [*_ID_SHARES, *_ID_COUNTS],
    ),
    before=before(_ID_BOUNDS),
    bounds=names(_ID_BOUNDS),
    link=compiled(rf"\s*(?:{_TO}|\batau\b)\s*"),
    pair=compiled(rf"\s*(?:{_TO}|\bdan\b|\batau\b)\s*"),
    percent=compiled(r"\s*(?:%|(?:persen|prosen|pct)\b)"),
    money=compiled(r"\s*rupiah\b"),
    over=compiled(
        r"(?:-?an)?\s+lebih\b"
        r"(?!\s+(?:dari|lambat|cepat|baik|dulu|dahulu|banyak|sedikit|tinggi|rendah))"
    ),
    shares=_ID_SHARES,
    counts=_ID_COUNTS,
    no_noun=frozenset(
        (
            "yang",
            "dan",
            "di",
            "ke",
            "dari",
            "itu",
            "ini",
            "lebih",
            "saja",
            "aja",
            "sampai",
            "atau",
            "tapi",
            "tetapi",
            "juga",
            "pun",
            "sih",
            "lah",
            "kok",
            "ya",
            "sudah",
            "udah",
            "belum",
            "masih",
            "tidak",
            "nggak",
            "karena",
            "sehingga",
            "jadi",
            "untuk",
            "dengan",
            "pada",
            "oleh",
            "per",
            "sama",
            "lagi",
            "kalau",
            "kalo",
            "hingga",
            "dalam",
            "doang",
            "mas",
            "mbak",
            "pak",
            "bu",
            "kak",
            "adalah",
            "akan",
            "dapat",
            "bisa",
            "menjadi",
            "hanya",
            "cuma",
            "malah",
            "bukan",
            "yg",
            "dgn",
            "kemudian",
            "lalu",
            "padahal",
            "sedangkan",
            "namun",
            "setiap",
            "tiap",
            "sebulan",
            "sehari",
            "seminggu",
            "setahun",
            "dulu",
            "sekarang",
            "tadi",
            "nanti",
            "sekian",
        )
    ),
)
