"""code: decisions of a named coder, one by one and in bulk, and codings made elsewhere."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from study_values import Study

from kualcode.model import Coding
from kualcode.store import Query, open_store

QUOTE = "Mereka antri lama sekali [tertawa]."


def codings(study: Study, query: Query | None = None) -> list[Coding]:
    """What is stored."""
    with open_store(study.project, readonly=True) as store:
        return list(store.codings(query))


def states(study: Study) -> list[tuple[str, str, str | None]]:
    """Code, status and coder of every coding."""
    return [(c.code, c.status, c.coder) for c in codings(study)]


def journal(study: Study) -> list[tuple[str, str, str]]:
    """Who did what with which outcome, as the trail tells it."""
    with open_store(study.project, readonly=True) as store:
        return [(store.display(e.actor), e.action, e.reason) for e in store.journal() if e.action in ("code", "recode")]


def test_one_suggestion_is_accepted_by_the_beginning_of_its_id(tagged: Study) -> None:
    first = codings(tagged)[0]
    done = tagged.ok("code", "accept", first.id[:5], "--coder", "Dwi", "--reason", "jelas")
    assert "1 kode diterima oleh Dwi." in done.err
    decided = codings(tagged)[0]
    assert done.out == f"  diterima [{decided.id[:8]}] {first.code} “{first.quote}”\n"
    assert (decided.status, decided.coder, decided.reason, decided.quote) == ("accepted", "Dwi", "jelas", first.quote)
    assert journal(tagged) == [("Dwi", "code", "accepted")]


def test_the_coder_comes_from_the_environment(tagged: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUALCODE_CODER", "Sari")
    tagged.ok("code", "reject", "--code", "LAY")
    assert ("LAY.CPT", "rejected", "Sari") in states(tagged)


def test_bulk_chooses_open_suggestions_only_unless_a_status_is_named(tagged: Study) -> None:
    rejected = codings(tagged, Query(code="LAY"))[0]
    tagged.ok("code", "reject", rejected.id, "--coder", "Dwi")
    tagged.ok("code", "accept", "--code", "LAY", "--coder", "Sari")
    assert sorted(states(tagged)) == [
        ("HMB.ALT", "suggested", None),
        ("HMB.ALT", "suggested", None),
        ("LAY.CPT", "accepted", "Sari"),
        ("LAY.CPT", "rejected", "Dwi"),
    ]
    before = tagged.project.read_bytes()
    done = tagged.ok("code", "accept", "--code", "LAY", "--coder", "Sari")
    assert "0 kode diputuskan" in done.err
    assert "--status" in done.err
    assert tagged.project.read_bytes() == before
    tagged.ok("code", "accept", "--code", "LAY", "--status", "rejected", "--coder", "Dwi")
    assert ("LAY.CPT", "accepted", "Dwi") in states(tagged)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("--code", "LAY"), 2),
        (("--source", "wawancara/*"), 3),
        (("--source-type", "observation"), 1),
        (("--informant", "I-02"), 1),
        (("--stance", "negative"), 1),
        (("--min-confidence", "0.8"), 1),
        (("--source-type", "interview", "--code", "HMB"), 1),
    ],
)
def test_filters_choose(tagged: Study, words: tuple[str, ...], count: int) -> None:
    assert (
        f"{count} kode akan diterima oleh Dwi" in tagged.ok("code", "accept", *words, "--coder", "Dwi", "--dry-run").err
    )
    tagged.ok("code", "reject", *words, "--coder", "Dwi")
    assert [row[1] for row in states(tagged)].count("rejected") == count


@pytest.mark.parametrize("words", [("accept",), ("reject",), ("recode", "LAY.CPT"), ("stance", "campuran")])
def test_a_dry_run_stores_nothing(tagged: Study, words: tuple[str, ...]) -> None:
    before = tagged.project.read_bytes()
    done = tagged.ok("code", *words, "--code", "LAY", "--coder", "Dwi", "--dry-run")
    status = "ditolak" if words == ("reject",) else "diterima"
    assert f"Percobaan: 2 kode akan {status} oleh Dwi." in done.err
    assert [line.split(" [")[0] for line in done.out.splitlines()] == [f"  akan {status}"] * 2
    assert tagged.project.read_bytes() == before


def test_another_code_or_stance_is_an_acceptance(tagged: Study) -> None:
    recode = ("code", "recode", "hmb.alt", "--code", "LAY", "--informant", "I-01", "--coder", "Dwi")
    tagged.ok(*recode, "--to-stance", "positif")
    tagged.ok("code", "stance", "mixed", "--code", "LAY", "--coder", "Dwi")
    decided = [c for c in codings(tagged) if c.coder]
    assert [(c.code, c.stance, c.status) for c in decided] == [
        ("HMB.ALT", "positive", "accepted"),
        ("LAY.CPT", "mixed", "accepted"),
    ]


def test_an_answer_lists_ten_codings_and_counts_the_rest(study: Study) -> None:
    said = "".join(f"I: Komputer {n} {'rusak ' * 20}.\nP: Lalu?\n" for n in range(12))
    study.put("wawancara/I-03.txt", f"P: Alat?\n{said}")
    study.ok("tag", ".", "-q")
    lines = study.ok("code", "reject", "--code", "HMB", "--source", "*I-03.txt", "--coder", "Dwi").out.splitlines()
    assert len(lines) == 11
    assert all(line.startswith("  ditolak [") and line.endswith("…”") and len(line) < 100 for line in lines[:10])
    assert lines[10] == "  dan 2 lagi"
    assert study.ok("code", "reject", "--code", "LAY", "--coder", "Dwi", "-q").out == ""


def test_a_code_under_which_the_stance_means_something_else_needs_a_stance(tagged: Study) -> None:
    """Positive of an indicator is well done; positive of a hindrance is that it hinders."""
    words = ("code", "recode", "HMB.ALT", "--code", "LAY", "--coder", "Dwi")
    done = tagged.run(*words)
    assert done.code == 2
    assert "--to-stance positif, negatif, campuran, netral" in done.err
    assert {row[1] for row in states(tagged)} == {"suggested"}
    assert tagged.run(*words, "--to-stance", "baik").code == 2
    tagged.ok("code", "recode", "HMB.ALT", "--code", "HMB", "--coder", "Dwi")  # the same kind: the stance stays
    tagged.ok(*words, "--to-stance", "netral")
    decided = [(c.code, c.stance) for c in codings(tagged) if c.coder]
    assert sorted(decided)[:2] == [("HMB.ALT", "neutral")] * 2
    assert "neutral" not in {stance for _, stance in sorted(decided)[2:]}


@pytest.mark.parametrize("words", [("--stance", "negatif"), ("--source-type", "observasi"), ("--status", "Terbuka")])
def test_filters_take_indonesian_words(tagged: Study, words: tuple[str, str]) -> None:
    english = {"negatif": "negative", "observasi": "observation", "Terbuka": "suggested"}[words[1]]
    said = [
        tagged.ok("code", "accept", words[0], word, "--coder", "Dwi", "--dry-run").out for word in (words[1], english)
    ]
    assert said[0] == said[1] != ""


@pytest.mark.parametrize(
    ("words", "said"),
    [(("recode", "LAY"), "tidak dipakai untuk mengodekan"), (("recode", "LAY.CTP"), "Mungkin LAY.CPT?")],
)
def test_a_code_that_cannot_be_given_is_refused(tagged: Study, words: tuple[str, ...], said: str) -> None:
    done = tagged.run("code", *words, "--code", "LAY", "--coder", "Dwi")
    assert done.code == 2
    assert said in done.err
    assert {row[1] for row in states(tagged)} == {"suggested"}


@pytest.mark.parametrize("identity", ["zzzzzz", "ab"])
def test_an_unknown_id_decides_nothing_at_all(tagged: Study, identity: str) -> None:
    first = codings(tagged)[0].id
    assert tagged.run("code", "accept", first, identity, "--coder", "Dwi").code == 1
    assert {row[1] for row in states(tagged)} == {"suggested"}


@pytest.mark.parametrize("name", ["", "kualcode"])
def test_the_machine_cannot_decide(tagged: Study, name: str) -> None:
    assert tagged.run("code", "accept", "--code", "LAY", "--coder", name).code == 2


# ---------------------------------------------------------------- import
GOOD = {"source": "wawancara/I-01.txt", "quote": QUOTE, "code": "LAY.CPT", "stance": "negative"}


def write_jsonl(study: Study, *rows: object) -> str:
    study.put("kode.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return "kode.jsonl"


def write_csv(study: Study, *rows: dict[str, str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    study.put("hasil.csv", out.getvalue())
    return "hasil.csv"


def write_xlsx(study: Study, *rows: dict[str, str]) -> str:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (list(rows[0]), *(list(row.values()) for row in rows)):
        sheet.append(line)
    book.save(study.folder / "hasil.xlsx")
    return "hasil.xlsx"


@pytest.mark.parametrize("write", [write_jsonl, write_csv, write_xlsx])
def test_another_coders_rows_come_in_and_the_same_again_changes_nothing(study: Study, write: object) -> None:
    assert callable(write)
    study.ok("tag", ".", "-q")
    name = write(study, GOOD, {**GOOD, "quote": "Petugasnya ramah.", "stance": "positive"})
    assert "2 kode masuk, 0 sudah ada" in study.ok("code", "import", name, "--coder", "Sari").err
    before = study.project.read_bytes()
    assert "0 kode masuk, 2 sudah ada" in study.ok("code", "import", name, "--coder", "Sari").err
    assert study.project.read_bytes() == before
    own = [c for c in codings(study) if c.coder == "Sari"]
    assert [(c.quote, c.stance) for c in own] == [(QUOTE, "negative"), ("Petugasnya ramah.", "positive")]


BAD = [
    ({**GOOD, "code": "LAY.CTP"}, "Kode LAY.CTP tidak ada"),
    ({**GOOD, "code": "LAY"}, "tidak dipakai untuk mengodekan"),
    ({**GOOD, "stance": "baik"}, "Sikap 'baik' tidak dikenal"),
    ({**GOOD, "status": "jadi"}, "Status 'jadi' tidak dikenal"),
    ({**GOOD, "quote": "kata yang tidak ada"}, "Kutipan ditemukan 0 kali di wawancara/I-01.txt"),
    ({**GOOD, "quote": "a"}, "kali di wawancara/I-01.txt"),
    ({**GOOD, "quote": ""}, "Kutipan ditemukan 0 kali"),
    ({**GOOD, "quote": "loket?\nI: Mereka antri"}, "satu giliran"),
    ({**GOOD, "source": "wawancara/I-09.txt"}, "Sumber 'wawancara/I-09.txt' tidak ada"),
    ({**GOOD, "source": QUOTE}, "Sumber '(35 karakter)' tidak ada"),
    ({**GOOD, "code": QUOTE}, "Kode (35 karakter) tidak ada"),
    ({**GOOD, "stance": QUOTE}, "Sikap '(35 karakter)' tidak dikenal"),
    ({**GOOD, "status": QUOTE}, "Status '(35 karakter)' tidak dikenal"),
    ({**GOOD, "causal": QUOTE}, "causal '(35 karakter)' tidak dikenal"),
    ({**GOOD, "stance": "s" * 30}, f"Sikap '{'s' * 20}' tidak dikenal"),
    ({**GOOD, "quote": "", "start": 0, "end": 10**22}, "harus bilangan"),
    ({**GOOD, "strength": 10**22}, "harus bilangan"),
    ({**GOOD, "start": 0, "end": 5}, "Kutipan tidak sama"),
    ({**GOOD, "start": "satu", "end": 5}, "harus bilangan"),
    ({**GOOD, "strength": 9}, "strength"),
    ({**GOOD, "causal": "entah"}, "causal"),
    ({"source": "wawancara/I-01.txt", "quote": QUOTE, "codes": ["LAY.CPT"]}, "codes harus berupa {kode: sikap}"),
    (["bukan objek"], "Bukan objek JSON"),
]


@pytest.mark.parametrize(("row", "said"), BAD, ids=[said for _, said in BAD])
def test_a_bad_row_is_named_by_its_line_and_the_rest_is_taken(tagged: Study, row: object, said: str) -> None:
    done = tagged.run("code", "import", write_jsonl(tagged, row, GOOD), "--coder", "Sari")
    assert done.code == 1
    assert done.err.splitlines()[1].startswith("! kode.jsonl:1: ")
    assert said in done.err
    assert "antri lama" not in done.err
    assert "1 kode masuk" in done.err


def test_words_of_an_import_may_be_indonesian_and_its_reason_is_kept(tagged: Study) -> None:
    machine = {**GOOD, "quote": "Petugasnya ramah.", "reason": '{"hits":[],"stance_rule":"default"}'}
    rows = ({**GOOD, "stance": "negatif", "status": "Ditolak", "reason": "hanya sapaan"}, machine)
    tagged.ok("code", "import", write_jsonl(tagged, *rows), "--coder", "Sari")
    own = [c for c in codings(tagged) if c.coder == "Sari"]
    assert [(c.stance, c.status, c.reason) for c in own] == [
        ("negative", "rejected", "hanya sapaan"),
        ("negative", "accepted", ""),
    ]


def test_a_broken_line_of_json_is_named_too(tagged: Study) -> None:
    tagged.put("kode.jsonl", "{rusak\n\n" + json.dumps(GOOD) + "\n")
    done = tagged.run("code", "import", "kode.jsonl", "--coder", "Sari")
    assert "! kode.jsonl:1: Bukan objek JSON." in done.err
    assert "1 kode masuk" in done.err


def test_a_file_that_cannot_be_read_is_one_message(tagged: Study) -> None:
    for name in ("tidak-ada.jsonl", "tidak-ada.csv", "wawancara"):
        done = tagged.run("code", "import", name, "--coder", "Sari")
        assert done.code == 1
    tagged.put("kode.jsonl", b"\xff\xfe")
    assert tagged.run("code", "import", "kode.jsonl", "--coder", "Sari").code == 1


def test_a_gold_row_holds_several_codes_and_may_hold_none(tagged: Study) -> None:
    gold = {"id": "g1", "document": "I-01.txt", "text": QUOTE, "codes": {"LAY.CPT": "negative", "HMB.ALT": "neutral"}}
    done = tagged.ok("code", "import", write_jsonl(tagged, gold, {**gold, "codes": {}}), "--coder", "Sari")
    assert "2 kode masuk" in done.err
    assert {c.code for c in codings(tagged) if c.coder == "Sari"} == {"LAY.CPT", "HMB.ALT"}


def test_one_bad_code_of_a_row_does_not_stop_the_others(tagged: Study) -> None:
    gold = {"document": "I-01.txt", "text": QUOTE, "codes": {"X": "negative", "LAY.CPT": "negative"}}
    done = tagged.run("code", "import", write_jsonl(tagged, gold), "--coder", "Sari")
    assert done.code == 1
    assert "1 kode masuk" in done.err


def test_a_quote_may_differ_in_line_breaks(tagged: Study) -> None:
    tagged.put("observasi/O-2.txt", "Komputer di\nmeja satu\n  rusak sejak pagi.\n")
    tagged.ok("tag")
    row = {**GOOD, "source": "O-2.txt", "quote": " Komputer di meja\tsatu rusak  sejak pagi. ", "code": "HMB.ALT"}
    tagged.ok("code", "import", write_jsonl(tagged, row), "--coder", "Sari")
    own = next(c for c in codings(tagged) if c.coder == "Sari")
    assert own.quote == "Komputer di\nmeja satu\n  rusak sejak pagi."


def test_an_export_comes_back_in_with_what_people_decided(tagged: Study, tmp_path: Path) -> None:
    """A quote that begins like a formula carries an apostrophe in csv, which is no part of the quote."""
    tagged.ok("code", "accept", "--code", "HMB", "--coder", "Dwi")
    tagged.ok("code", "reject", "--code", "LAY", "--informant", "I-01", "--coder", "Dwi")
    target = tmp_path / "kode.csv"
    tagged.ok("export", "csv", "-o", str(target))
    assert "'=Komputer" in target.read_text(encoding="utf-8-sig")
    done = tagged.ok("code", "import", str(target), "--coder", "Sari")
    assert "3 kode masuk, 0 sudah ada, 1 belum diputuskan siapa pun, 0 tidak dapat dipakai." in done.err
    assert [(c.code, c.status, c.strength) for c in codings(tagged) if c.coder == "Sari"] == [
        (c.code, c.status, c.strength) for c in codings(tagged) if c.coder == "Dwi"
    ]


def test_a_dry_run_of_an_import_stores_nothing(tagged: Study) -> None:
    before = tagged.project.read_bytes()
    assert "1 kode masuk" in tagged.ok("code", "import", write_jsonl(tagged, GOOD), "--coder", "Sari", "--dry-run").err
    assert tagged.project.read_bytes() == before
