"""Which passages a finding quotes: verbatim, fair to every technique, camp and informant, the same on every run."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

from findings_values import made, said
from hypothesis import given, settings
from hypothesis import strategies as st

from kualcode.analysis.evidence import Evidence
from kualcode.analysis.findings.quotes import Cited


def quoted(*evidence: Evidence) -> tuple[Cited, ...]:
    """The quotes of the finding on LAY.CPT."""
    return made(*evidence).of("LAY.CPT").quotes


def voices(cited: tuple[Cited, ...]) -> list[str]:
    """Who is quoted, in order."""
    return [c.evidence.informant or c.evidence.session_id or c.evidence.doc_family or "" for c in cited]


def test_every_technique_that_speaks_is_quoted_and_no_more_than_three_of_its_voices() -> None:
    cited = quoted(*said("I1+ I2+ I3+ I4+ I5+ O1+ D1+"))
    assert voices(cited) == ["I-1", "I-2", "I-3", "O-1", "D-1"]


def test_a_deviant_voice_is_quoted_beside_the_others() -> None:
    cited = quoted(*said("I1+ I2+ I3+ I4+ I5- O1+ D1+"))
    assert [c.evidence.informant for c in cited if c.why == "deviant"] == ["I-5"]


def test_both_camps_are_quoted_where_no_view_prevails() -> None:
    cited = quoted(*said("I1+ I2+ I3+ I4- I5- D1~"))
    stances = {c.evidence.stance for c in cited if c.group == "interview"}
    assert stances == {"positive", "negative"}
    assert {c.why for c in cited if c.group == "interview"} == {"camp"}


def test_the_strongest_comes_first_then_the_shortest_that_stands_by_itself_then_the_id() -> None:
    strong, short, tiny = said("I1+ I1+ I1+")
    strong = replace(strong, strength=3, quote="Ini kutipan yang kuat walaupun kalimatnya sangat panjang sekali.")
    short = replace(short, quote="Satu dua tiga empat lima enam tujuh delapan.")
    tiny = replace(tiny, quote="Masih ada.")
    others = said("I2+ O1+")
    assert quoted(strong, short, tiny, *others)[0].evidence == strong
    assert quoted(short, tiny, *others)[0].evidence == short
    twin = replace(short, id="LAY.CPT:00:I1+")
    assert quoted(short, twin, *others)[0].evidence == twin


def test_a_scrap_is_quoted_only_where_nothing_longer_speaks_for_its_side() -> None:
    scrap, longer, other = said("I1+ I1+ I2+")
    scrap = replace(scrap, strength=3, quote="Baik sekali, Pak.")
    observed = said("O1+")
    assert quoted(scrap, longer, *observed)[0].evidence == longer
    against = replace(longer, stance="neutral")
    assert quoted(scrap, against, *observed)[0].evidence == scrap  # a neutral passage does not speak for it
    assert sorted(voices(quoted(scrap, other, *said("I3+"), *observed))) == ["I-2", "I-3", "O-1"]
    assert voices(quoted(scrap, other, *observed)) == ["I-2", "I-1", "O-1"]  # two informants, where so many speak


def test_a_passage_that_is_not_in_its_span_is_never_quoted() -> None:
    first, *rest = said("I1+ I2+ O1+ D1+")
    assert voices(quoted(replace(first, quote_found=False), *rest)) == ["I-2", "O-1", "D-1"]


def test_a_record_that_alone_speaks_both_ways_is_quoted_both_ways() -> None:
    cited = quoted(*said("I1+ I2+ O1+ O1-"))
    assert [c.evidence.stance for c in cited if c.group == "observation"] == ["negative", "positive"]


def test_two_informants_are_quoted_even_if_one_takes_no_side() -> None:
    assert voices(quoted(*said("I1+ I20 O1+")))[:2] == ["I-1", "I-2"]


def test_descriptive_data_are_quoted_too() -> None:
    assert voices(quoted(*said("I10 I20 D10"))) == ["I-1", "I-2", "D-1"]


def test_no_informant_supplies_more_than_half_also_where_times_are_compared() -> None:
    days = [said(f"I1+ I{n}+", date=f"2026-02-1{n}") for n in (2, 1, 1)]
    evidence = [replace(one, id=f"{n}{one.id}") for n, day in enumerate(days) for one in day]
    cited = made(*evidence, design=("waktu",)).of("LAY.CPT").quotes
    assert sorted(voices(cited)) == ["I-1", "I-2"]


LINES = st.lists(
    st.tuples(st.sampled_from("IIIOD"), st.integers(1, 5), st.sampled_from("++--~0")), min_size=1, max_size=14
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.randoms(use_true_random=False))
def test_whatever_the_evidence_the_rules_of_5_1_hold(words: list[tuple[str, int, str]], random: Random) -> None:
    evidence = said(" ".join(f"{kind}{number}{side}" for kind, number, side in words))
    finding = made(*evidence).of("LAY.CPT")
    cited = finding.quotes
    share = Counter(c.evidence.informant for c in cited if c.evidence.informant)
    speaking = {v.key for g in finding.verdict.groups if g.name == "interview" for v in g.voices}
    assert len(share) >= min(2, len(speaking))
    assert all(2 * n <= len(cited) or n == 1 for n in share.values())
    for keys in finding.verdict.camps.values():
        assert not keys or set(keys) & set(voices(cited))
    assert {v.key for v in finding.verdict.deviant} <= set(voices(cited))
    shuffled = list(evidence)
    random.shuffle(shuffled)
    assert quoted(*shuffled) == cited
