"""What a person types to resolve a contradiction: signs that do not belong there, and items of a member check."""

from __future__ import annotations

import re
import unicodedata

from kualcode import segment
from kualcode.errors import Bi, UsageError
from kualcode.store import Store
from kualcode.text import normalise, squash
from kualcode.workflow.words import shown

_ITEM = re.compile(r"MC-R\d{1,2}-(.+)-\d{3,4}")  # method 2.3: MC-R1-I03-007
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # they turn round what is printed


def clean(text: str, option: str) -> str:
    """The text on one line. Raises UsageError for control characters, which a screen or file would obey."""
    if any(_controls(char) for char in text):
        raise UsageError(
            Bi("{option} memuat karakter kendali.", "{option} has control characters.").fill(option=option),
            Bi("Ketik ulang tanpa karakter itu.", "Type it again without them."),
        )
    return squash(normalise(text))


def _controls(char: str) -> bool:
    return char not in "\t\n\r" and (unicodedata.category(char) in ("Cc", "Cs") or char in _TURNING)


def check_item(store: Store, reference: str | None) -> None:
    """Whether a reference can be an item of a member check with an informant of the project. Raises UsageError."""
    from kualcode.workflow.judged import voices

    if reference is None:
        return
    item = _ITEM.fullmatch(reference)
    if item is None:
        raise UsageError(_NO_ITEM.fill(item=shown(reference)), _WRITE_ITEM)
    if segment.code_key(item[1]) not in {segment.code_key(one) for one in voices(store)}:
        raise UsageError(_NOBODY.fill(who=item[1][:_SHOWN]), _WRITE_ITEM)


_SHOWN = 12
_NO_ITEM = Bi("{item} bukan butir member check.", "{item} is no item of a member check.")
_NOBODY = Bi(
    "--member-check menyebut informan yang tidak ada di proyek: {who}.",
    "--member-check names an informant whom the project does not know: {who}.",
)
_WRITE_ITEM = Bi("Tulis seperti MC-R1-I03-007.", "Write it like MC-R1-I03-007.")
