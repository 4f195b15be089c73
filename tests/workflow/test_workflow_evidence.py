"""A passage that people coded is one piece of evidence, however many coders hold it."""

from __future__ import annotations

import json
from typing import Any

from study_values import Study

from kualcode.analysis.evidence import Evidence
from kualcode.store import Query, open_store
from kualcode.workflow.evidence import case, counted, evidence, voice_totals

QUOTE = {"source": "wawancara/I-01.txt", "quote": "Mereka antri lama sekali [tertawa].", "code": "LAY.CPT"}


def taken(study: Study, coder: str, **row: object) -> None:
    """A coding of a person, from a file."""
    study.put(f"{coder}.jsonl", json.dumps({**QUOTE, "stance": "negative", **row}))
    study.ok("code", "import", f"{coder}.jsonl", "--coder", coder, "-q")


def passage(study: Study) -> Evidence:
    """The evidence of that quote."""
    with open_store(study.project, readonly=True) as store:
        (one,) = [e for e in evidence(store, Query(code="LAY.CPT")) if e.quote == QUOTE["quote"]]
        return one


def test_two_coders_who_agree_make_one_accepted_passage_with_what_they_share(tagged: Study) -> None:
    taken(tagged, "Ani", strength=3, causal="stated", facet="antrean")
    taken(tagged, "Budi", strength=2, causal="implied")
    one = passage(tagged)
    assert (one.status, one.coder, one.strength, one.causal, one.facet) == ("accepted", "Ani, Budi", 2, "implied", None)


def test_where_they_differ_in_stance_or_status_it_is_disputed_and_does_not_count(tagged: Study) -> None:
    taken(tagged, "Ani")
    taken(tagged, "Budi", stance="positive")
    assert (passage(tagged).status, passage(tagged).counts) == ("disputed", False)
    taken(tagged, "Budi", status="rejected")
    assert passage(tagged).status == "disputed"


def test_evidence_knows_who_when_where_and_that_its_quote_stands_there(tagged: Study) -> None:
    taken(tagged, "Ani")
    one = passage(tagged)
    assert (one.source_type, one.informant, one.role_group, one.consent) == (
        "interview",
        "I-01",
        "pimpinan",
        "declared",
    )
    assert (one.date, one.doc_id, one.line_from, one.quote_found) == ("2026-02-09", QUOTE["source"], 6, True)


def test_suggestions_count_only_in_a_provisional_case(tagged: Study) -> None:
    with open_store(tagged.project, readonly=True) as store:
        assert not any(one.counts for one in case(store).evidence)
        assert all(one.counts for one in case(store, provisional=True).evidence)
        assert counted(store) == (0, 4, 0)


def test_every_voice_counts_towards_the_totals_whether_or_not_it_was_coded(tagged: Study) -> None:
    with open_store(tagged.project, readonly=True) as store:
        assert voice_totals(store) == {"interview": 2, "observation": 1, "documentation": 2}


def test_who_refused_is_in_no_total_and_no_evidence(tagged: Study) -> None:
    taken(tagged, "Ani")
    people = (tagged.folder / "informants.csv").read_text(encoding="utf-8").replace("lisan", "menolak")
    tagged.put("informants.csv", people)
    tagged.ok("tag", ".", "-q")
    with open_store(tagged.project, readonly=True) as store:
        assert voice_totals(store)["interview"] == 1
        assert all(one.informant != "I-01" for one in evidence(store))


def test_the_door_without_a_project_gives_the_verdicts_of_the_project(tagged: Study) -> None:
    for code in ("LAY", "HMB"):
        tagged.ok("code", "accept", "--code", code, "--coder", "Dwi", "-q")
    tagged.put("bukti.jsonl", tagged.ok("export", "jsonl", "-q").out)
    tagged.put("suara.json", json.dumps({"interview": 2, "observation": 1, "documentation": 2}))
    own: dict[str, Any] = json.loads(tagged.ok("triangulate", "--json", "-q").out)
    words = ("--evidence", "bukti.jsonl", "--voices", "suara.json", "--codebook", "buku.yaml")
    assert json.loads(tagged.ok("triangulate", "--json", *words).out) == own


def test_figures_stand_with_the_codings_that_give_them(tagged: Study) -> None:
    said = "P: Berapa yang datang?\nI: Antri sekitar 20 sampai 25 orang sehari.\n"
    tagged.put("wawancara/I-01.txt", f"Kode: I-01\nTanggal: 9 Februari 2026\n\n{said}")
    tagged.ok("tag", ".", "-q")
    row = {"source": "wawancara/I-01.txt", "quote": "Antri sekitar 20 sampai 25 orang sehari.", "code": "LAY.CPT"}
    tagged.put("a.jsonl", json.dumps({**row, "stance": "neutral"}))
    tagged.ok("code", "import", "a.jsonl", "--coder", "Ani", "-q")
    lines = [json.loads(line) for line in tagged.ok("export", "jsonl", "-q").out.splitlines()]
    (claim,) = [line for line in lines if "measure" in line]
    (coding,) = [one for one in json.loads(tagged.ok("export", "json", "-q").out)["records"] if one["claims"]]
    assert coding["claims"] == [claim["id"]]
    assert coding["id"] == claim["evidence"]
    assert row["quote"][claim["start"] : claim["end"]] == claim["raw"]
