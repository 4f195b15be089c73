"""A researcher's corrections to what is known about a source."""

from __future__ import annotations

from collections.abc import Sequence

from kualcode.errors import Bi, UsageError
from kualcode.store import Store


def set_info(store: Store, name: str, values: Sequence[str], *, by: str) -> Bi:
    """Take FIELD=VALUE corrections for one source. An empty value means not known.

    Raises UsageError for an unknown field or value, NotFound for an unknown source.
    """
    changes = dict(_pair(value) for value in values)
    with store.atomic():
        store.set_info(name, changes, by)
    return Bi("{name}: {n} keterangan dibetulkan oleh {by}.", "{name}: {n} facts corrected by {by}.").fill(
        name=name, n=len(changes), by=by)


def _pair(text: str) -> tuple[str, str | None]:
    field, sign, value = text.partition("=")
    if not sign:
        raise UsageError(Bi("{text!r} bukan FIELD=VALUE.", "{text!r} is not FIELD=VALUE.").fill(text=text),
                         Bi("Contoh: informant=I-03", "Example: informant=I-03"))
    return field.strip(), value.strip() or None
