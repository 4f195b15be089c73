"""A codebook file's values (already of the right types) as the frozen Codebook of the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kualcode.errors import Bi
from kualcode.model import (
    Code,
    Codebook,
    Example,
    Facet,
    Label,
    Lexicon,
    StanceCues,
    Tension,
    Terms,
)

# The customary four positions; a codebook may bring its own (project method, section on the label scale).
DEFAULT_LABELS = (
    Label("baik", 4, True, "good", ("sudah baik", "sangat baik", "optimal", "sudah optimal", "memadai")),
    Label("cukup baik", 3, True, "fairly good", ("cukup", "cukup optimal", "lumayan")),
    Label(
        "kurang baik",
        2,
        False,
        "less than good",
        ("kurang optimal", "belum optimal", "belum baik", "belum memadai", "masih kurang"),
    ),
    Label("tidak baik", 1, False, "poor", ("buruk", "tidak optimal", "sangat kurang")),
)


def codebook_of(tree: dict[str, Any], sha256: str) -> Codebook:
    """The whole file; blanks stand where the file was flawed."""
    head = tree["codebook"]
    levels = tree["names_of_levels"]
    return Codebook(
        id=head["id"],
        version=head["version"],
        status=head["status"],
        languages=tuple(head["languages"]),
        primary_language=head["primary_language"],
        title=_bi(head["title"]),
        sha256=sha256,
        codes=tuple(_code(code, head["primary_language"]) for code in tree["codes"]),
        lexicon=_lexicon(tree["lexicon"]),
        label_scale=tuple(_label(label) for label in tree["label_scale"]) or DEFAULT_LABELS,
        levels=tuple((kind, _bi(levels[kind])) for kind in levels if levels[kind]["id"]),
        triangulation=tuple(_flat(tree["triangulation"])),
    )


def _bi(pair: dict[str, Any]) -> Bi:
    return Bi(pair["id"], pair["en"])


def _code(tree: dict[str, Any], primary: str) -> Code:
    return Code(
        id=tree["id"],
        parent=tree["parent"] or None,
        kind=tree["kind"] or "indicator",
        direction=tree["direction"] or None,
        codable=tree["codable"],
        name=_bi(tree["name"]),
        short=_bi(tree["short"]),
        definition=_bi(tree["definition"]),
        use_when=_rules(tree["use_when"]),
        not_when=_rules(tree["not_when"]),
        terms=_terms(tree["terms"]),
        stance_cues=StanceCues(**{side: tuple(words) for side, words in tree["stance_cues"].items()}),
        facets=tuple(_facet(facet) for facet in tree["facets"]),
        examples=tuple(_example(example) for example in tree["examples"]),
        tensions=tuple(Tension(**tension) for tension in tree["tension_with"]),
        claim_required=tree["claim_required"],
        criterion=_criterion(tree["criterion"]),
        retired=tree["retired"] or None,
        replaced_by=tree["replaced_by"] or None,
    )


def _rules(lists: dict[str, list[str]]) -> tuple[Bi, ...]:
    return tuple(Bi(*pair) for pair in zip(lists["id"], lists["en"], strict=False))


def _terms(tree: dict[str, Any]) -> Terms:
    return Terms(
        lemmas=tuple(tree["lemmas"]),
        phrases=tuple(tree["phrases"]),
        colloquial=tuple(tree["colloquial"]),
        hints=tuple(tree["hints"]),
        dialects=tuple(_checked(tree["dialects"])),
    )


def _checked(dialects: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Only the dialects that a speaker has checked, by name; a plain list is off."""
    for name, words in sorted(dialects.items()):
        if isinstance(words, dict):
            yield name, tuple(words["words"])


def _facet(tree: str | dict[str, Any]) -> Facet:
    if isinstance(tree, str):
        return Facet(tree, Bi(tree, tree))
    name = _bi(tree["name"]) if tree["name"]["id"] else Bi(tree["id"], tree["id"])
    return Facet(tree["id"], name, tuple(tree["terms"]), has_example=tree["example"] != "none")


def _example(tree: dict[str, Any]) -> Example:
    return Example(
        text=tree["text"],
        en=tree["en"] or tree["text"],
        source=tree["source"] or "unattributed",
        stance=tree["polarity"] or "neutral",
        strength=tree["strength"],
        facet=tree["facet"] or None,
    )


def _criterion(tree: dict[str, str]) -> Bi | None:
    """The yardstick with its source in brackets, as it is printed under a table."""
    return Bi(f"{tree['id']} ({tree['source']})", f"{tree['en']} ({tree['source']})") if tree["id"] else None


def _lexicon(tree: dict[str, Any]) -> Lexicon:
    spoken = [word for _, words in _checked(tree["negation_dialects"]) for word in words]
    return Lexicon(
        negation=(*tree["negation"], *spoken),
        negation_exceptions=tuple(tree["negation_exceptions"]),
        negation_scope_tokens=tree["negation_scope_tokens"],
        adversative=tuple(tree["adversative"]),
        concessive=tuple(tree["concessive"]),
        approximators=tuple(tree["approximators"]),
    )


def _label(tree: dict[str, Any]) -> Label:
    return Label(tree["id"], tree["level"], tree["favourable"], tree["en"], tuple(tree["aliases"]))


def _flat(tree: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Settings as text under dotted names, in file order: ("prominence.high", "1/2")."""
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield above + key, str(value).lower() if isinstance(value, bool) else str(value)
