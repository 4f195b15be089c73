"""A Reason as compact JSON and back.

{"hits":[["KODE","istilah","lemma",10,17]],"stance_rule":"cue","stance_cues":[[4,9]],"negations":[[0,3]],
"contrast":[5,9],"norm":[5,9],"question":3}; what is empty is left out. Written by hand: json.dumps of
dataclasses takes longer than storing the row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kualcode.model import Hit, Reason


@lru_cache(maxsize=8192)
def _hit_head(code: str, term: str, rule: str) -> str:
    return json.dumps([code, term, rule], ensure_ascii=False, separators=(",", ":"))[:-1]


@lru_cache(maxsize=256)
def _rule(stance_rule: str) -> str:
    return f'"stance_rule":{json.dumps(stance_rule, ensure_ascii=False)}'


def _spans(spans: Iterable[tuple[int, int]]) -> str:
    return ",".join([f"[{start},{end}]" for start, end in spans])


def reason_json(reason: Reason) -> str:
    """The reason as one line of JSON; the same reason is always the same text."""
    hits = ",".join([f"{_hit_head(h.code, h.term, h.rule)},{h.start},{h.end}]" for h in reason.hits])
    parts = f'{{"hits":[{hits}],{_rule(reason.stance_rule)}'
    if reason.stance_cues:
        parts += f',"stance_cues":[{_spans(reason.stance_cues)}]'
    if reason.negations:
        parts += f',"negations":[{_spans(reason.negations)}]'
    if reason.contrast is not None:
        parts += f',"contrast":[{reason.contrast[0]},{reason.contrast[1]}]'
    if reason.norm is not None:
        parts += f',"norm":[{reason.norm[0]},{reason.norm[1]}]'
    if reason.question is not None:
        parts += f',"question":{reason.question}'
    return parts + "}"


def reason_from_json(text: str) -> Reason:
    """The reason of a machine's row. Raises ValueError when the text is a person's words."""
    try:
        data = json.loads(text)
        return Reason(
            hits=tuple(Hit(*hit) for hit in data["hits"]),
            stance_rule=data["stance_rule"],
            stance_cues=_pairs(data.get("stance_cues", ())),
            negations=_pairs(data.get("negations", ())),
            contrast=_pair(data.get("contrast")),
            norm=_pair(data.get("norm")),
            question=data.get("question"),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not the JSON of a reason") from error


def _pair(span: Sequence[int] | None) -> tuple[int, int] | None:
    return None if span is None else (span[0], span[1])


def _pairs(spans: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((span[0], span[1]) for span in spans)
