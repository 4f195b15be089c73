"""Evidence without a named source counts apart; what informants.csv knows fills what the source leaves out."""

from __future__ import annotations

import json

from study_values import I_02, PEOPLE, Study

NAME = "wawancara/I-02.txt"
NOBODY = "P: Antrinya lama?\nI: Tidak, antri di sini cepat.\n"


def rows(study: Study, *words: str) -> list[dict[str, object]]:
    """The codings as exported."""
    found: list[dict[str, object]] = json.loads(study.ok("export", "json", "-q", *words).out)["records"]
    return found


def counts(study: Study) -> dict[str, int]:
    """Codings of LAY.CPT by source type."""
    told: dict[str, int] = json.loads(study.ok("codes", "--json").out)["codes"]["LAY.CPT"]["source_types"]
    return {kind: n for kind, n in told.items() if n}


def test_an_interview_without_its_informant_counts_as_unattributed(study: Study) -> None:
    study.put(NAME, NOBODY)
    study.ok("tag", ".")
    study.ok("sources", "set", NAME, "informant=")
    assert counts(study) == {"interview": 1, "unattributed": 1}
    assert {row["source_type"] for row in rows(study, "--source", NAME)} == {"unattributed"}
    assert "\nTanpa sumber jelas: jenis sumber, informan, sesi," in study.ok("codes").out
    assert "masuk kolom “Tanpa sumber jelas”" in study.ok("sources").err
    assert json.loads(study.ok("codes", "--json").out)["codes"]["LAY.CPT"]["informants"] == {"I-01": 1}


def test_a_source_type_that_is_asked_for_is_the_one_under_which_it_counts(study: Study) -> None:
    study.put(NAME, NOBODY)
    study.ok("tag", ".")
    study.ok("sources", "set", NAME, "informant=")
    assert {row["source"] for row in rows(study, "--source-type", "unattributed")} == {NAME}
    assert {row["source"] for row in rows(study, "--source-type", "interview")} == {"wawancara/I-01.txt"}
    quotes = json.loads(study.ok("quotes", "LAY", "--source-type", "unattributed", "--json").out)["records"]
    assert {row["source"] for row in quotes} == {NAME}


def test_so_do_an_observation_without_session_and_a_document_without_family(tagged: Study) -> None:
    tagged.ok("sources", "set", "observasi/O-1.txt", "session_id=")
    assert {row["source_type"] for row in rows(tagged, "--source", "observasi/*")} == {"unattributed"}
    tagged.ok("sources", "set", "observasi/O-1.txt", "source_type=documentation", "doc_family=")
    tagged.ok("tag")
    assert {row["source_type"] for row in rows(tagged, "--source", "observasi/*")} == {"unattributed"}
    tagged.ok("sources", "set", "observasi/O-1.txt", "doc_family=laporan")
    assert {row["source_type"] for row in rows(tagged, "--source", "observasi/*")} == {"documentation"}


def test_a_missing_date_alone_does_not_make_it_unattributed(tagged: Study) -> None:
    tagged.ok("sources", "set", NAME, "date=")
    assert counts(tagged) == {"interview": 2}
    assert "Tanpa sumber jelas" not in tagged.ok("codes").out
    done = tagged.ok("sources")
    assert f"Belum diketahui tanggal: observasi/O-1.txt, {NAME}\n" in done.err
    assert "Tanpa sumber jelas" not in done.err


def test_evidence_that_is_unattributed_fills_no_gap(tagged: Study) -> None:
    for name in ("wawancara/I-01.txt", NAME):
        tagged.ok("sources", "set", name, "informant=")
    assert json.loads(tagged.ok("status", "--json").out)["gaps"]["LAY.CPT"] == [
        "interview",
        "observation",
        "documentation",
    ]


# ---------------------------------------------------------------- dates and positions from informants.csv
DATED = PEOPLE.replace("persetujuan", "persetujuan,tanggal").replace("masyarakat,", "masyarakat,,11 Maret 2026")
UNDATED = I_02.replace("Tanggal: 10 Februari 2026\n", "").replace("Jabatan: Warga\n", "")


def test_the_list_of_informants_dates_an_only_interview_that_says_no_date(study: Study) -> None:
    study.put("informants.csv", DATED)
    study.put(NAME, UNDATED)
    study.ok("tag", ".")
    assert {(row["date"], row["role"]) for row in rows(study, "--informant", "I-02")} == {("2026-03-11", "Warga")}
    assert "Belum diketahui tanggal: wawancara" not in study.ok("sources").err
    study.put(NAME, I_02)
    study.ok("tag")
    assert {row["date"] for row in rows(study, "--informant", "I-02")} == {"2026-02-10"}, "the file itself comes first"


def test_a_date_that_a_person_took_away_does_not_come_back_from_the_list(study: Study) -> None:
    study.put("informants.csv", DATED)
    study.ok("tag", ".")
    study.ok("sources", "set", NAME, "date=")
    assert {row["date"] for row in rows(study, "--informant", "I-02")} == {None}


def test_of_two_interviews_it_does_not_say_which_one(study: Study) -> None:
    study.put("informants.csv", DATED)
    study.put(NAME, UNDATED)
    study.put("wawancara/I-02 kedua.txt", UNDATED.replace("Tidak", "Tidak pernah"))
    study.ok("tag", ".")
    assert {row["date"] for row in rows(study, "--informant", "I-02")} == {None}
