"""Figures in English: patterns and tables."""

from __future__ import annotations

from fractions import Fraction

from kualcode.language import number_words as nw
from kualcode.language.number_patterns import YEAR, Grammar, atom, before, compiled, either, names, span

_EN_TO = r"(?:-|–|—|to|until|till)"
_EN_MONTH = (
    r"(?:january|february|march|april|(?-i:May)|june|july|august|september|october|november|december"
    r"|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_HOUR = r"(?:[01]?\d|2[0-4])"
_EN_ONE = either([*nw.EN.ones, *nw.EN.teens])
_EN_HEADS = either(
    (
        "no",
        "number",
        "article",
        "section",
        "chapter",
        "page",
        "pages",
        "pp",
        "line",
        "lines",
        "table",
        "figure",
        "room",
        "counter",
        "floor",
        "grade",
        "class",
        "item",
        "paragraph",
        "phase",
        "regulation",
        "law",
        "informant",
        "respondent",
        "question",
        "quarter",
        "appendix",
        "step",
    )
)
_EN_SKIPS = (
    ("reference", r"^[ \t]*\(?\d{1,2}[.)](?=[ \t]|$)|^[ \t]*\d{1,2}(?:\.\d{1,2})+(?=[ \t]+[A-Z])"),
    (
        "date",
        rf"(?<![\w.,])\d{{1,2}}(?:st|nd|rd|th)?(?:\s*{_EN_TO}\s*\d{{1,2}})?\s+(?:of\s+)?{_EN_MONTH}\b"
        rf"(?:,?\s+{YEAR}\b)?",
    ),
    (
        "date",
        rf"\b{_EN_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\w)(?:,?\s+{YEAR}\b)?"
        rf"|\b{_EN_MONTH}\.?\s+{YEAR}\b",
    ),
    (
        "date",
        r"(?<![\w/-])\d{1,2}([/-])\d{1,2}\1(?:\d\d){1,2}(?![\w/-])|(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\w-])",
    ),
    ("time", r"(?<![\w.,])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)(?:\s*[ap]\.?m\b)?"),
    ("time", rf"(?<![\w.,])(?:\d{{1,2}}(?:\.\d\d)?|\b(?:{_EN_ONE}))\s*(?:[ap]\.?m\b|o'?clock\b)"),
    (
        "time",
        rf"\bat\s+(?:half\s+past\s+)?(?:(?:{_HOUR})\.[0-5]\d(?![.,]?\d|\s*(?:%|percent|per\s+cent))"
        rf"|(?:{_HOUR}|{_EN_ONE})(?=\s*(?:[.,](?!\d)|[;!?]|$|in\s+the\b|sharp\b)))",
    ),
    (
        "year",
        rf"(?<![\w.,/-])(?<!idr ){YEAR}(?:\s*[-–/]\s*(?:\d\d)?\d\d)?(?!\w|[.,/]\d|-\d)"
        r"(?!\s*(?:%|percent|people|files|letters|visitors|cases|times|rupiah))",
    ),
    ("ordinal", r"(?<!\w)\d+(?:st|nd|rd|th)\b|\b(?:first|second|third|fourth|fifth)\b"),
    (
        "reference",
        rf"\b(?:{_EN_HEADS}|p)\.?\s*(?:\d[\w./]*|(?:{_EN_ONE})\b)(?:\s*(?:-|–"
        rf"|and)\s*\d[\w./]*)*(?<![.])"
        r"(?!\s*(?:%|percent|people))",
    ),
    ("reference", r"(?<![\w.,])\d+(?:/\w+)+|(?<![\w.,])\d{11,}(?!\w)|(?<![\w.,])0\d+(?![\w.])"),
    ("reference", r"(?<!\w)(?!rp\.?\d|k?m[23]\b)[^\W\d_]+[.-]?\d+(?:[.-]?\w+)*|(?<![\w.,])\d+[^\W\d_]\w*"),
    ("reference", r"\bone\s+(?:another|by\s+one|of\s+the)\b|\b(?:no|any|every|some|this|that|each)\s+one\b"),
)
_EN_BOUNDS = {
    "from": ("no less than", "no fewer than", "not less than", "at least", "a minimum of", "minimum", "≥", ">="),
    "to": ("no more than", "not more than", "at most", "up to", "a maximum of", "maximum", "≤", "<="),
    "over": ("more than", "over", "above", "in excess of", ">"),
    "under": ("less than", "fewer than", "under", "below", "<"),
    "nearly": ("nearly", "almost", "close to"),
    "about": ("about", "around", "approximately", "roughly", "some", "more or less", "±", "~"),
    "mean": ("an average of", "on average", "average of", "averaging", "average"),
    "between": ("between",),
}
_EN_SHARES = {
    **{word: span(100, 100) for word in ("all", "all of the", "all the")},
    **{word: span(50, 100, "(]") for word in ("most", "most of the", "the majority of", "a majority of")},
    **{word: span(50, 50) for word in ("half of", "half the")},
    "a third of": span(Fraction(100, 3), Fraction(100, 3)),
    "a quarter of": span(25, 25),
}
_EN_COUNTS = {
    **{word: span(2, None) for word in ("several", "a few")},
    "a couple of": span(2, 2),
    "a dozen": span(12, 12),
    "dozens of": span(20, 99),
    "dozens": span(20, 99),
    "hundreds of": span(100, 999),
}

EN = Grammar(
    words=nw.EN,
    thousands=",",
    decimal=".",
    skips=tuple((kind, compiled(pattern)) for kind, pattern in _EN_SKIPS),
    atom=atom(
        r"\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?",
        r"rp\.?|idr",
        nw.EN,
        ["a hundred", "a thousand", "a million"],
        ["hundred", "and", "a"],
        [*_EN_SHARES, *_EN_COUNTS],
    ),
    before=before(_EN_BOUNDS),
    bounds=names(_EN_BOUNDS),
    link=compiled(rf"\s*(?:{_EN_TO}\b|[-–—]|\bor\b)\s*"),
    pair=compiled(r"\s*(?:\band\b|\bto\b|[-–—])\s*"),
    percent=compiled(r"\s*(?:%|(?:percent|per\s+cent|pct)\b)"),
    money=compiled(r"\s*rupiahs?\b"),
    over=compiled(r"\s+or\s+more\b|\s+plus\b"),
    shares=_EN_SHARES,
    counts=_EN_COUNTS,
    no_noun=frozenset(
        (
            "and",
            "or",
            "of",
            "the",
            "to",
            "in",
            "on",
            "at",
            "is",
            "are",
            "was",
            "were",
            "but",
            "so",
            "because",
            "that",
            "which",
            "who",
            "for",
            "from",
            "with",
            "by",
            "per",
            "a",
            "an",
            "more",
            "less",
            "have",
            "has",
            "had",
            "not",
            "each",
            "every",
            "as",
            "than",
            "only",
            "while",
            "when",
            "if",
            "out",
            "now",
            "then",
            "last",
            "this",
        )
    ),
)
