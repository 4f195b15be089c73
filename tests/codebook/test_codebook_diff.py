"""What a new version changes, and whether its number admits it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from codebook_base import BASE

from kualcode.codebook import Change, diff, load, version_problems
from kualcode.errors import Bi
from kualcode.model import Code, Codebook, Facet, Lexicon, StanceCues, Terms

OLD = replace(load(BASE, "b.yaml"), version="1.2.3")


def edited(code_id: str, **parts: Any) -> Codebook:
    """OLD with parts of one code exchanged."""
    codes = (replace(code, **parts) if code.id == code_id else code for code in OLD.codes)
    return replace(OLD, codes=tuple(codes))


def short(changes: tuple[Change, ...]) -> list[tuple[str, str, str, bool]]:
    return [(change.kind, change.code, change.level, change.reread) for change in changes]


def test_a_codebook_does_not_differ_from_itself() -> None:
    assert diff(OLD, OLD) == ()
    assert version_problems(OLD, OLD) == ()


@pytest.mark.parametrize(
    ("parts", "kind", "level", "reread"),
    [
        ({"parent": "HMB"}, "moved", "MAJOR", True),
        ({"codable": False}, "definition", "MAJOR", True),
        ({"retired": "2.0.0"}, "retired", "MAJOR", True),
        ({"definition": Bi("Mutu layanan.", "How good service is.")}, "definition", "MAJOR", True),
        ({"not_when": ()}, "definition", "MINOR", True),
        ({"criterion": None}, "rules", "MINOR", True),
        ({"tensions": ()}, "rules", "MINOR", False),
        ({"name": Bi("Cepat", "Fast")}, "renamed", "PATCH", False),
        ({"examples": ()}, "text", "PATCH", False),
        ({"terms": Terms(lemmas=("kilat",))}, "terms", "PATCH", False),
        ({"stance_cues": StanceCues()}, "terms", "PATCH", False),
    ],
)
def test_one_part_of_a_code(parts: dict[str, Any], kind: str, level: str, reread: bool) -> None:
    assert short(diff(OLD, edited("LAY.CPT", **parts))) == [(kind, "LAY.CPT", level, reread)]


def test_a_definition_that_only_gains_a_comma_is_the_same() -> None:
    comma = Bi("Lama, waktu  layanan", "How long service takes")
    assert diff(OLD, edited("LAY.CPT", definition=comma)) == ()


def test_facets_come_go_and_change_their_words() -> None:
    antrean, jam = OLD.by_id["LAY.CPT"].facets
    new = Facet("ramah", Bi("Ramah", "Kind"))
    changes = diff(OLD, edited("LAY.CPT", facets=(new, replace(jam, terms=("libur",)))))
    assert [(change.level, change.reread, change.what.en) for change in changes] == [
        ("MINOR", False, "The facet ramah was added to LAY.CPT."),
        ("PATCH", False, "The name or terms of the facet jam_buka of LAY.CPT changed."),
        ("MAJOR", True, f"The facet {antrean.id} was removed from LAY.CPT."),
    ]


def test_codes_come_and_go() -> None:
    new = Code("LAY.RMH", "LAY", "sub_indicator", None, True, Bi("R", "K"), Bi("R", "K"), Bi("R", "K"))
    changes = diff(OLD, replace(OLD, codes=(*OLD.codes[:3], new)))
    assert short(changes) == [("added", "LAY.RMH", "MINOR", False), ("removed", "HMB.ALT", "MAJOR", True)]
    assert changes[1].what.id == "HMB.ALT dihapus; lebih baik dipensiunkan (retired, replaced_by)."


def test_parts_outside_the_codes_touch_no_coding() -> None:
    new = replace(OLD, lexicon=Lexicon(), title=Bi("A", "A"), triangulation=())
    assert short(diff(OLD, new)) == [
        ("terms", "", "PATCH", False),
        ("text", "", "PATCH", False),
        ("rules", "", "MINOR", False),
    ]


def test_the_order_of_codes_is_not_a_change() -> None:
    assert diff(OLD, replace(OLD, codes=OLD.codes[::-1])) == ()


MAJOR, MINOR, PATCH = {"parent": "HMB"}, {"not_when": ()}, {"name": Bi("Cepat", "Fast")}


@pytest.mark.parametrize(
    ("parts", "version", "problem"),
    [
        (MAJOR, "2.0.0", None),
        (MINOR, "1.3.0", None),
        (PATCH, "1.2.4", None),
        (PATCH, "1.3.0", None),
        (MAJOR, "1.2.4", "The changes are of level MAJOR, yet the version only went from 1.2.3 to 1.2.4."),
        (MAJOR, "1.3.0", "The changes are of level MAJOR, yet the version only went from 1.2.3 to 1.3.0."),
        (MINOR, "1.2.4", "The changes are of level MINOR, yet the version only went from 1.2.3 to 1.2.4."),
        (PATCH, "1.2.3", "There are 1 change(s), yet the version is still 1.2.3."),
        (MAJOR, "1.2.2", "Version 1.2.2 is lower than 1.2.3."),
    ],
)
def test_the_version_must_fit_the_changes(parts: dict[str, Any], version: str, problem: str | None) -> None:
    found = version_problems(OLD, replace(edited("LAY.CPT", **parts), version=version))
    assert [one.what.en for one in found] == ([problem] if problem else [])
    assert all(one.where == "codebook.version" and one.fix.id for one in found)


def test_versions_count_as_numbers_not_as_text() -> None:
    old, new = replace(OLD, version="1.2.9"), replace(edited("LAY.CPT", **PATCH), version="1.2.10")
    assert version_problems(old, new) == ()


def test_before_the_first_release_minor_stands_for_major() -> None:
    old = replace(OLD, version="0.2.0")
    assert version_problems(old, replace(edited("LAY.CPT", **MAJOR), version="0.3.0")) == ()
    (problem,) = version_problems(old, replace(edited("LAY.CPT", **MAJOR), version="0.2.1"))
    assert problem.fix.en == "Raise the MINOR place of the version, and note it in changelog."


def test_a_frozen_codebook_takes_patches_only() -> None:
    frozen = replace(OLD, status="frozen")
    patch, minor = edited("LAY.CPT", **PATCH), edited("LAY.CPT", **MINOR)
    assert version_problems(frozen, replace(patch, version="1.2.4", status="frozen")) == ()
    (problem,) = version_problems(frozen, replace(minor, version="1.3.0", status="frozen"))
    assert problem.line("en") == (
        "codebook.status: A frozen codebook takes PATCH only; here is MINOR: LAY.CPT. "
        "Set the status back to draft or piloted for the new version, and state recode_needed."
    )
    assert version_problems(frozen, replace(minor, version="1.3.0", status="piloted")) == ()
