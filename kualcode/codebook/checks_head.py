"""What must hold in the head of a codebook: languages, version, label scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from kualcode.codebook.fields import VERSION
from kualcode.codebook.shapes import Flaw
from kualcode.errors import Bi
from kualcode.model import Codebook

Tree = dict[str, Any]


def _languages(_tree: Tree, book: Codebook) -> Iterator[Flaw]:
    given = [lang for lang in book.languages if lang]
    path = ("codebook", "languages")
    if len(given) != len(set(given)):
        yield Flaw(path, _TWICE, _ONCE)
    if given and book.primary_language and book.primary_language not in given:
        yield Flaw(
            ("codebook", "primary_language"),
            _NOT_IN.fill(lang=book.primary_language),
            _CHOOSE.fill(langs=", ".join(given)),
        )


def _changelog(tree: Tree, book: Codebook) -> Iterator[Flaw]:
    """The last entry is the version, and every date exists."""
    entries = tree["codebook"]["changelog"]
    last = entries[-1]["version"] if entries else ""
    if last and _is_version(book.version) and last != book.version:
        yield Flaw(
            ("codebook", "changelog", len(entries) - 1, "version"),
            _LAST.fill(last=last, version=book.version),
            _ADD_ENTRY.fill(version=book.version),
        )
    for index, entry in enumerate(entries):
        if len(entry["date"]) == 10 and not _is_date(entry["date"]):
            yield Flaw(("codebook", "changelog", index, "date"), _NO_DATE.fill(date=entry["date"]), _FIX_DATE)


def _is_version(text: str) -> bool:
    return bool(re.fullmatch(VERSION, text))


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _label_scale(tree: Tree, _book: Codebook) -> Iterator[Flaw]:
    """Four positions from best to worst; the favourable ones come first."""
    labels, path = tree["label_scale"], ("label_scale",)
    levels = [label["level"] for label in labels]
    if labels and len(labels) != 4:
        yield Flaw(path, _FOUR.fill(count=len(labels)), _FOUR_SO)
    elif labels and all(levels) and levels != [4, 3, 2, 1]:
        yield Flaw(path, _ORDER, _ORDER_SO)
    sides = [label["favourable"] for label in labels]
    if len(labels) == 4 and (sides != sorted(sides, reverse=True) or len(set(sides)) == 1):
        yield Flaw(path, _SIDES, _SIDES_SO)


def _label_names(tree: Tree, _book: Codebook) -> Iterator[Flaw]:
    """No word stands for two positions."""
    owner: dict[str, int] = {}
    for index, label in enumerate(tree["label_scale"]):
        words = [(label["id"], ("id",)), *((word, ("aliases", n)) for n, word in enumerate(label["aliases"]))]
        for word, step in words:
            if word and owner.setdefault(word.casefold(), index) != index:
                yield Flaw(("label_scale", index, *step), _SHARED_LABEL.fill(word=word), _ONE_POSITION)


HEAD_CHECKS = (_languages, _changelog, _label_scale, _label_names)

_TWICE = Bi("Ada bahasa yang ditulis dua kali.", "A language is written twice.")
_ONCE = Bi("Tulis tiap bahasa sekali.", "Write each language once.")
_NOT_IN = Bi("primary_language “{lang}” tidak ada dalam languages.", "primary_language “{lang}” is not in languages.")
_CHOOSE = Bi("Pilih: {langs}.", "Choose: {langs}.")
_LAST = Bi(
    "Catatan perubahan terakhir ({last}) bukan versi buku kode ({version}).",
    "The last changelog entry ({last}) is not the codebook's version ({version}).",
)
_ADD_ENTRY = Bi("Tambahkan catatan untuk {version} di akhir changelog.", "Add an entry for {version} at the end.")
_NO_DATE = Bi("Tanggal {date} tidak ada.", "There is no date {date}.")
_FIX_DATE = Bi("Tulis tanggal yang benar (TTTT-BB-HH).", "Write the right date (YYYY-MM-DD).")
_FOUR = Bi("label_scale berisi {count} posisi; harus empat.", "label_scale has {count} positions; there must be four.")
_FOUR_SO = Bi("Tulis empat posisi, terbaik ke terburuk.", "Write four positions, best to worst.")
_ORDER = Bi("Urutan label_scale bukan dari terbaik ke terburuk.", "label_scale does not go from best to worst.")
_ORDER_SO = Bi("Urutkan dengan level 4, 3, 2, 1.", "Order it by level 4, 3, 2, 1.")
_SIDES = Bi(
    "favourable harus true di atas dan false di bawah garis tengah.",
    "favourable must be true above and false below the middle.",
)
_SIDES_SO = Bi("Biasanya true untuk dua posisi teratas.", "Usually it is true for the upper two.")
_SHARED_LABEL = Bi("“{word}” dipakai untuk dua posisi label.", "“{word}” stands for two label positions.")
_ONE_POSITION = Bi("Hapus dari salah satunya.", "Remove it from one of them.")
