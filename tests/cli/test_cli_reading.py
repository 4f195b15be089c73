"""status, sources, informants, codes, quotes, search, why, export: looking at what is coded."""

from __future__ import annotations

import csv
import io
import json

import pytest
from study_values import I_02, PEOPLE, Study

import kualcode
from kualcode.store import open_store

SHOWING = [
    ("status",),
    ("sources",),
    ("informants",),
    ("codes",),
    ("quotes", "LAY"),
    ("quotes", "HMB"),
    ("search", "antri"),
    ("search", '"cepat"'),
    ("export", "csv"),
    ("export", "json"),
    ("export", "jsonl"),
    ("status", "--json"),
    ("sources", "--json"),
    ("informants", "--json"),
    ("codes", "--json"),
    ("quotes", "LAY", "--json"),
    ("search", "antri", "--json"),
    ("tag",),
    ("tag", "--json"),
    ("codebook", "show"),
    ("check",),
]


def coding_id(study: Study, code: str) -> str:
    """The id of the first coding of a code."""
    rows = json.loads(study.ok("export", "json", "--code", code).out)["records"]
    return str(rows[0]["id"])


# ---------------------------------------------------------------- each command
def test_status_shows_what_is_in_and_what_is_missing(tagged: Study) -> None:
    out = tagged.ok("status").out
    assert "Informan: 2" in out
    assert "Kode: 4 terbuka" in out
    assert "Belum ada bukti: LAY.CPT dari observasi, dokumentasi" in out
    told = json.loads(tagged.ok("status", "--json").out)
    assert told["sources"] == {"documentation": 2, "interview": 2, "observation": 1}
    assert told["codings"] == {"suggested": 4}
    assert told["gaps"] == {"LAY.CPT": ["observation", "documentation"], "HMB.ALT": ["documentation"]}


def test_statuses_on_screen_are_in_the_language_of_the_run(tagged: Study) -> None:
    tagged.ok("code", "accept", "--code", "HMB", "--coder", "Dwi")
    tagged.ok("code", "reject", "--code", "LAY", "--coder", "Dwi")
    out = tagged.ok("quotes", "LAY").out + tagged.ok("quotes", "HMB").out + tagged.ok("status").out
    assert "ditolak (Dwi)" in out
    assert "diterima (Dwi)" in out
    assert "Kode: 2 diterima, 2 ditolak" in out
    assert "accepted" not in out
    english = tagged.program("quotes", "LAY", "--lang", "en").out
    assert "rejected (Dwi)" in english


def test_sources_say_how_each_was_understood(tagged: Study) -> None:
    rows = json.loads(tagged.ok("sources", "--json").out)
    assert rows["schema"] == "kualcode.sources/1"
    assert [(r["source"], r["informant"], r["role_group"], r["consent"], r["doc_class"]) for r in rows["records"]] == [
        ("dokumentasi/D-1 Laporan.txt", None, None, None, "report"),
        ("dokumentasi/D-2 Buku Tamu.csv", None, None, None, "register"),
        ("observasi/O-1.txt", None, None, None, "field_note"),
        ("wawancara/I-01.txt", "I-01", "pimpinan", "declared", "transcript"),
        ("wawancara/I-02.txt", "I-02", "masyarakat", "unrecorded", "transcript"),
    ]


def test_codes_are_counted_and_said_to_be_provisional(tagged: Study) -> None:
    told = json.loads(tagged.ok("codes", "--json").out)
    assert told["codes"]["LAY.CPT"]["source_types"]["interview"] == 2
    assert told["codes"]["LAY.CPT"]["informants"] == {"I-01": 1, "I-02": 1}
    assert "SEMENTARA: 4 dari 4 masih usulan mesin" in tagged.ok("codes").out
    tagged.ok("code", "accept", "--code", "LAY", "--coder", "Dwi")
    tagged.ok("code", "reject", "--code", "HMB", "--coder", "Dwi")
    assert "Semua usulan sudah diputuskan (" in tagged.ok("codes").out


def test_codes_that_left_the_codebook_stay_in_the_table(tagged: Study) -> None:
    tagged.ok("code", "accept", "--code", "HMB", "--coder", "Dwi")
    book = (tagged.folder / "buku.yaml").read_text(encoding="utf-8")
    tagged.put("buku.yaml", book.replace("HMB.ALT", "HMB.BRG"))
    tagged.ok("tag")
    assert "(tidak lagi di codebook)" in tagged.ok("codes").out
    assert "2 kutipan" in tagged.ok("quotes", "HMB.ALT").err


def test_quotes_stand_in_their_context(tagged: Study) -> None:
    out = tagged.ok("quotes", "lay", "--stance", "negative").out
    assert out.splitlines()[1:4] == [
        "  Tanya: Apakah warga mengantri di loket?",
        "  “Mereka antri lama sekali [tertawa].”",
        "  wawancara/I-01.txt, brs. 6 (I-01)",
    ]
    record = json.loads(tagged.ok("quotes", "LAY", "--stance", "negative", "--json").out)["records"][0]
    assert (record["line"], record["speaker"], record["code"]) == (6, "informant", "LAY.CPT")


def test_transcript_text_is_shown_as_it_is(tagged: Study) -> None:
    """Brackets are markup to rich, and =, emoji and slashes are something to others."""
    assert "“=Komputer itu sering rusak \U0001f600 [/].”" in tagged.ok("quotes", "HMB").out
    assert "antri lama sekali [tertawa]." in tagged.ok("search", "lama").out


def test_search_finds_by_root_and_exactly_in_quotation_marks(tagged: Study) -> None:
    lines = [line.partition(":")[0] for line in tagged.ok("search", "antri").out.splitlines()]
    assert "wawancara/I-01.txt, brs. 5 (pewawancara)" in lines  # mengantri
    assert "wawancara/I-01.txt, brs. 6 (I-01)" in lines
    assert "wawancara/I-02.txt, brs. 5 (pewawancara)" in lines  # Antrinya
    assert lines == [line.partition(":")[0] for line in tagged.ok("search", "MENGANTRI").out.splitlines()]
    exact = tagged.ok("search", '"warga mengantri"').out
    assert exact == "wawancara/I-01.txt, brs. 5 (pewawancara): Apakah warga mengantri di loket?\n"
    assert "1 temuan." in tagged.ok("search", "petugas ramah").err
    assert tagged.ok("search", "petugas lama").out == ""
    found = json.loads(tagged.ok("search", "ramah", "--json").out)
    assert found["schema"] == "kualcode.search/1"
    assert [row["informant"] for row in found["records"]] == ["I-01"]


def test_why_leads_from_an_id_to_the_words_and_the_rule(tagged: Study) -> None:
    identity = coding_id(tagged, "LAY.CPT")
    out = tagged.ok("why", identity[:6]).out
    assert "Diusulkan LAY.CPT (Kecepatan) karena" in out
    assert "“lama”" in out
    told = json.loads(tagged.ok("why", identity, "--json").out)
    assert told["schema"] == "kualcode.why/1"
    assert told["reason"]["hits"][0][0] == "LAY.CPT"
    tagged.ok("code", "accept", identity, "--coder", "Dwi")
    decided = coding_id(tagged, "LAY.CPT")
    assert "Diusulkan LAY.CPT" in tagged.ok("why", decided).out
    assert tagged.run("why", identity).out.count("Diterima oleh Dwi pada ") == 1
    assert tagged.run("why", "zzzz").code == 1


def test_why_of_a_decided_suggestion_says_who_decided_what(tagged: Study) -> None:
    identity = coding_id(tagged, "LAY.CPT")
    assert "terbuka" in tagged.ok("why", identity).out
    assert json.loads(tagged.ok("why", identity, "--json").out)["decisions"] == []
    tagged.ok("code", "reject", identity, "--coder", "Dwi")
    tagged.ok("code", "recode", "HMB.ALT", identity, "--to-stance", "netral", "--coder", "Sari")
    out = tagged.ok("why", identity).out
    told = json.loads(tagged.ok("why", identity, "--json").out)["decisions"]
    assert [(d["coder"], d["status"], d["code"], d["stance"]) for d in told] == [
        ("Dwi", "rejected", "LAY.CPT", told[0]["stance"]),
        ("Sari", "accepted", "HMB.ALT", "neutral"),
    ]
    dwi, sari = (line for line in out.splitlines() if " pada " in line)
    assert dwi.startswith("Ditolak oleh Dwi pada ")
    assert dwi.endswith(f"(id {told[0]['id'][:8]}).")
    assert sari.startswith("Diterima sebagai HMB.ALT netral oleh Sari pada ")
    assert "terbuka" not in out


def test_codes_can_be_counted_for_one_informant(tagged: Study) -> None:
    told = json.loads(tagged.ok("codes", "--informant", "I-01", "--json").out)["codes"]
    assert told["LAY.CPT"]["source_types"]["interview"] == 1


def test_a_persons_own_coding_is_said_to_be_theirs(tagged: Study) -> None:
    with open_store(tagged.project) as store, store.atomic():
        turn = store.source("wawancara/I-01.txt").turns[1]
        own = store.add_coding("wawancara/I-01.txt", turn.start, turn.start + 6, "HMB.ALT", "neutral", "Sari")
    assert "Dikodekan oleh Sari, bukan oleh mesin." in tagged.ok("why", own.id).out


# ---------------------------------------------------------------- export
def test_csv_is_safe_and_readable_by_excel(tagged: Study) -> None:
    tagged.ok("export", "csv", "-o", "kode.csv", "--semicolon")
    raw = (tagged.folder / "kode.csv").read_bytes()
    assert raw.startswith("\ufeffid;source;".encode())
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    quotes = [row[rows[0].index("quote")] for row in rows[1:]]
    assert "'=Komputer itu sering rusak \U0001f600 [/]." in quotes
    assert all("." not in row[rows[0].index("confidence")] for row in rows[1:])
    assert any("," in row[rows[0].index("confidence")] for row in rows[1:])
    assert b"\r\n" in raw


def test_a_table_tells_line_question_and_name_of_the_code(tagged: Study) -> None:
    record = json.loads(tagged.ok("export", "json", "--code", "LAY", "--informant", "I-01").out)["records"][0]
    assert list(record)[-3:] == ["line", "question", "code_name"]
    assert (record["line"], record["question"], record["code_name"]) == (
        6,
        "Apakah warga mengantri di loket?",
        "Kecepatan",
    )
    head, first = list(csv.reader(io.StringIO(tagged.ok("export", "csv", "--code", "LAY").out, newline="")))[:2]
    assert dict(zip(head, first, strict=True))["code_name"] == "Kecepatan"
    assert head[-3:] == ["line", "question", "code_name"]


def test_an_export_without_a_codebook_is_empty(study: Study) -> None:
    study.ok("init", ".")
    assert json.loads(study.ok("export", "json").out)["records"] == []


def test_an_export_overwrites_only_when_told(tagged: Study) -> None:
    tagged.put("kode.json", "penting")
    done = tagged.run("export", "json", "-o", "kode.json")
    assert done.code == 2
    assert (tagged.folder / "kode.json").read_text(encoding="utf-8") == "penting"
    tagged.ok("export", "json", "-o", "kode.json", "--force")
    written = (tagged.folder / "kode.json").read_text(encoding="utf-8")
    assert written == tagged.ok("export", "json").out
    assert [p.name for p in tagged.folder.iterdir() if p.name.endswith(".part")] == []


def test_jsonl_holds_one_evidence_record_a_line(tagged: Study) -> None:
    records = [json.loads(line) for line in tagged.ok("export", "jsonl").out.splitlines()]
    assert len(records) == 4
    interview = next(r for r in records if r["informant"] == "I-01" and r["code"] == "LAY.CPT")
    assert interview["span"]["line_from"] == interview["span"]["line_to"] == 6
    assert interview["doc_id"] == "wawancara/I-01.txt"
    assert interview["role_group"] == "pimpinan"
    assert interview["consent"] == "declared"
    for record in records:
        assert {"id", "source_type", "code", "stance", "strength", "status", "consent", "span"} <= set(record)


# ---------------------------------------------------------------- consent
@pytest.mark.parametrize("words", [words for words in SHOWING if words[0] not in ("codebook", "check")], ids=" ".join)
def test_every_table_and_export_says_whose_consent_is_not_recorded(tagged: Study, words: tuple[str, ...]) -> None:
    err = tagged.ok(*words, "-q").err
    if words == ("tag", "--json"):
        return  # its counts are of files and suggestions; the table is not shown
    assert "Persetujuan belum dicatat: I-02" in err
    assert "Persetujuan dinyatakan, bukti belum dilampirkan: I-01" in err


@pytest.mark.parametrize("consent", ["menolak", "ditarik"])
def test_who_refused_or_withdrew_is_in_no_output_of_any_command(tagged: Study, consent: str) -> None:
    identity = coding_id(tagged, "LAY.CPT")
    withdrawn = json.loads(tagged.ok("export", "json", "--informant", "I-02").out)["records"][0]["id"]
    tagged.ok("code", "accept", withdrawn, "--coder", "Dwi")
    decided = json.loads(tagged.ok("export", "json", "--informant", "I-02").out)["records"][0]["id"]
    tagged.put("informants.csv", PEOPLE.replace("masyarakat,\n", f"masyarakat,{consent}\n"))
    tagged.ok("tag")
    for words in SHOWING:
        done = tagged.ok(*words)
        for said in (done.out, done.err):
            assert "I-02" not in said, words
            assert "teratur" not in said, words
            assert "masyarakat" not in said, words
            assert withdrawn not in said, words
    for hidden in (withdrawn, decided):
        assert tagged.run("why", hidden).code == 1
        assert tagged.run("code", "accept", hidden, "--coder", "Dwi").code == 1
    assert "0 kode diputuskan" in tagged.ok("code", "accept", "--informant", "I-02", "--coder", "Dwi").err
    row = json.dumps({"source": "I-02.txt", "quote": "antri di sini cepat", "code": "LAY.CPT", "stance": "positive"})
    tagged.put("kode.jsonl", row)
    assert tagged.run("code", "import", "kode.jsonl", "--coder", "Dwi").code == 1
    tagged.ok("why", identity)
    told = json.loads(tagged.ok("status", "--json").out)
    assert (told["informants"], told["sources"]["interview"]) == (1, 1)


def test_who_refused_before_the_first_run_is_never_read(study: Study) -> None:
    study.put("informants.csv", PEOPLE.replace("masyarakat,\n", "masyarakat,menolak\n"))
    study.put("wawancara/I-02.txt", I_02.replace("Kode: I-02", "Kode: i2"))  # another spelling of I-02
    done = study.ok("tag", ".")
    assert "1 berkas tidak dibaca: informannya menolak atau menarik persetujuan." in done.err
    assert "4 berkas dibaca" in done.err
    assert b"teratur" not in study.project.read_bytes()
    study.put("informants.csv", PEOPLE)  # an empty cell lifts no refusal
    assert "berkas dibaca" not in study.ok("tag").err
    study.put("informants.csv", PEOPLE.replace("masyarakat,\n", "masyarakat,setuju\n"))
    assert "1 berkas dibaca" in study.ok("tag").err


def test_in_a_group_interview_only_the_words_of_who_refused_are_left_out(study: Study) -> None:
    study.put("wawancara/FGD.txt", "P: Bagaimana?\nI-01: Komputer rusak.\nP: Lalu?\nI-02: Printer rusak, teratur.\n")
    study.ok("tag", ".")
    both = study.ok("search", "rusak").out
    assert "teratur" in both
    study.put("informants.csv", PEOPLE.replace("masyarakat,\n", "masyarakat,menolak\n"))
    study.ok("tag")
    for words in SHOWING:
        done = study.ok(*words)
        assert "teratur" not in done.out + done.err, words
    for words in (("search", "rusak"), ("search", '"rusak"'), ("search", "rusak", "--json")):
        out = study.ok(*words).out
        assert "Komputer rusak." in out
        assert "teratur" not in out
    with kualcode.open(study.project) as project:
        assert not project.segments()["text"].str.contains("teratur").any()
        assert "I-02" not in set(project.segments()["informant"].dropna())
        sources = project.sources().set_index("source")
    assert sources.loc["wawancara/FGD.txt", "words"] == 2
    study.put("informants.csv", PEOPLE.replace("masyarakat,\n", "masyarakat,belum dicatat\n"))
    study.ok("tag")
    assert "teratur" in study.ok("search", "rusak").out
    assert "Printer rusak, teratur." in study.ok("quotes", "HMB").out
