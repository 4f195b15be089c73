"""The JSON Schema that editors use says what the checks say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from codebook_base import BASE, changed

import kualcode
from kualcode import yamlsafe
from kualcode.codebook import schema, schema_text

SHIPPED = Path(kualcode.__file__).parent / "schemas" / "codebook.schema.json"
CODEBOOKS = Path(__file__).parents[2] / "codebooks"


def test_the_shipped_schema_is_the_generated_one() -> None:
    assert SHIPPED.read_bytes().decode("utf-8") == schema_text()


def test_every_key_with_a_meaning_has_a_description_in_both_languages() -> None:
    code = schema()["properties"]["codes"]["items"]["properties"]
    assert code["short"]["description"] == "Uraian singkat / Brief definition"
    assert all(" / " in part["description"] for part in code.values())


def test_good_codebooks_fit_and_bad_ones_do_not() -> None:
    shipped = [path.read_text(encoding="utf-8") for path in sorted(CODEBOOKS.glob("*.yaml"))]
    assert len(shipped) >= 2
    for text in (BASE, *shipped):
        assert fits(yamlsafe.load(text, "b.yaml")[0], schema())
    for swap in _MISFITS:
        assert not fits(yamlsafe.load(changed(swap), "b.yaml")[0], schema()), swap


_MISFITS = (
    ("- id: HMB.ALT", "- id: HMB.Alat"),
    ("  use_when:", "  use_wen:"),
    ("change: Rancangan", "change: 12"),
    ("polarity: neutral,", ""),
    ("polarity: neutral", "polarity: neutral, stance: neutral"),
    ("stance: negative, strength: 3", "stance: negative, strength: 4"),
    ("  title: {id: Layanan desa, en: Village services}\n", ""),
    ("lemmas: [printer]", "lemmas: printer"),
)


def fits(value: Any, rule: dict[str, Any]) -> bool:  # noqa: PLR0911 - one return a keyword
    """The part of JSON Schema that is used here."""
    if "enum" in rule:
        return value in rule["enum"]
    if "anyOf" in rule:
        return any(fits(value, part) for part in rule["anyOf"])
    kind = rule.get("type")
    if kind == "object":
        return isinstance(value, dict) and _fits_object(value, rule)
    if kind == "array":
        return (
            isinstance(value, list)
            and len(value) >= rule.get("minItems", 0)
            and all(fits(item, rule["items"]) for item in value)
        )
    if kind == "string":
        return (
            isinstance(value, str)
            and len(value) <= rule.get("maxLength", 10**6)
            and bool(re.search(rule.get("pattern", ""), value))
        )
    if kind == "integer":
        return isinstance(value, int) and rule["minimum"] <= value <= rule["maximum"]
    return kind is None or isinstance(value, bool)


def _fits_object(value: dict[str, Any], rule: dict[str, Any]) -> bool:
    known, others = rule.get("properties", {}), rule["additionalProperties"]
    if any(key not in value for key in rule.get("required", ())):
        return False
    if "oneOf" in rule and sum(all(key in value for key in part["required"]) for part in rule["oneOf"]) != 1:
        return False
    return all(
        fits(inner, known[key]) if key in known else others is not False and fits(inner, others)
        for key, inner in value.items()
    )
