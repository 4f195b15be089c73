"""The key `draft` of seed_paper.yaml: the seed paper as sentences of a text, coded by hand."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml
from seed_fixture import FIXTURE

from kualcode.analysis.statements import Advice, Attribution, Cause, Enumeration, Item, Labelled, Reading, Statement


@cache
def tree() -> dict[str, Any]:
    """The key as it stands."""
    found: dict[str, Any] = yaml.safe_load(FIXTURE.read_text(encoding="utf-8"))["draft"]
    return found


def statements() -> list[Statement]:
    """The sentences, in order."""
    return [_statement(dict(row)) for row in tree()["statements"]]


def _statement(row: dict[str, Any]) -> Statement:
    row["text"] = row.pop("gist", "")
    row["labels"] = tuple(Labelled(**one) for one in row.pop("labels", ()))
    row["enumerations"] = tuple(_listed(dict(one)) for one in row.pop("lists", ()))
    row["causes"] = tuple(Cause(**_tuples(one)) for one in row.pop("causes", ()))
    if "readings" in row:
        row["readings"] = tuple(Reading(**one) for one in row["readings"])
    if "advice" in row:
        row["advice"] = Advice(**_tuples(row["advice"]))
    credit = row.pop("attribution", {})
    row["attribution"] = Attribution(**{**credit, "techniques": tuple(credit.get("techniques", ()))})
    return Statement(**_tuples(row))


def _listed(row: dict[str, Any]) -> Enumeration:
    items = tuple(Item(**_tuples(item)) for item in row.pop("items"))
    return Enumeration(items=items, **row)


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
