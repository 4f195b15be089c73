"""Consent as the list of informants has it now: every command that shows evidence holds the project against it."""

from __future__ import annotations

import json

import pytest
from study_values import PEOPLE, Study

from kualcode.store import open_store

REFUSED = PEOPLE.replace("pimpinan,lisan", "pimpinan,menolak")
SAID = "Komputer itu sering rusak"


@pytest.fixture
def accepted(tagged: Study) -> Study:
    """The small study, with every suggestion accepted by a coder."""
    tagged.ok("code", "accept", "--coder", "Sari", "--status", "terbuka", "-q")
    return tagged


@pytest.mark.parametrize(
    "command",
    [
        ("findings",),
        ("reproduce",),
        ("why", "T-HMB.ALT"),
        ("quotes", "HMB.ALT"),
        ("search", "komputer"),
        ("export", "csv"),
        ("triangulate", "HMB.ALT"),
        ("triangulate", "--layout", "semua", "--quotes"),
        ("codes",),
        ("saturation",),
    ],
)
def test_nothing_is_shown_of_who_has_refused_since(accepted: Study, command: tuple[str, ...]) -> None:
    shows = "I-01" in (before := accepted.run(*command, "-q").out) or SAID in before
    with open_store(accepted.project, readonly=True) as store:
        unchanged = store.setting("informant_lists")
    accepted.put("informants.csv", REFUSED)
    done = accepted.run(*command, "-q")
    assert "I-01" not in done.out and SAID not in done.out
    assert done.err.startswith("Daftar informan berubah: I-01 menolak atau menarik persetujuan")
    assert shows or command[0] in ("findings", "reproduce", "saturation")
    with open_store(accepted.project, readonly=True) as store:
        assert store.setting("informant_lists") not in (None, unchanged)  # the lists are not read again
    again = accepted.run(*command, "-q")  # it is in the project now, and said once
    assert "Daftar informan berubah" not in again.err and "I-01" not in again.out


def test_a_list_that_is_as_it_was_changes_nothing(accepted: Study) -> None:
    before = accepted.project.read_bytes()
    accepted.ok("codes")
    assert accepted.project.read_bytes() == before
    accepted.put("informants.csv", PEOPLE.replace("Warga", "Warga desa"))  # no word on consent
    assert "Daftar informan berubah" not in accepted.ok("codes").err
    assert accepted.project.read_bytes() == before


def test_a_new_list_and_another_spelling_are_seen(accepted: Study) -> None:
    accepted.put("daftar informan.csv", "kode,jabatan,persetujuan\nI1,Camat,ditarik\n")
    assert SAID not in accepted.ok("search", "komputer").out


def test_a_list_from_which_nobody_can_tell_who_refused_stops_the_command(accepted: Study) -> None:
    accepted.put("informants.csv", b"nama,persetujuan\nTuti,menolak\n")
    done = accepted.run("quotes", "HMB.ALT")
    assert done.code == 3 and done.out == ""
    assert accepted.ok("backup", "../aman.kualbak").code == 0  # what shows nothing goes on


def test_reproduce_and_tag_tell_of_a_folder_that_still_quotes(accepted: Study) -> None:
    accepted.ok("findings", "-q")
    accepted.put("informants.csv", REFUSED)
    done = accepted.run("reproduce", "-q")
    assert done.code == 4
    assert "Folder itu masih memuat kutipan I-01" in done.err and "kualcode findings" in done.err
    assert json.loads(accepted.run("reproduce", "--json", "-q").out)["withdrawn"] == ["I-01"]
    assert "temuan masih memuat kutipan I-01" in accepted.ok("tag", "-q").err
    accepted.ok("findings", "-q")
    assert "masih memuat" not in accepted.ok("tag", "-q").err
    assert "masih memuat" not in accepted.run("reproduce", "-q").err


# ---------------------------------------------------------------- where findings may be written
@pytest.mark.parametrize("target", [".", "..", "wawancara", "./observasi", "", " "])
def test_findings_are_not_written_where_sources_are(accepted: Study, target: str) -> None:
    done = accepted.run("findings", "-o", target, "-q")
    assert done.code == 2 and done.out == ""
    assert not list(accepted.folder.rglob("jejak.json"))
    assert accepted.run("reproduce", "-o", target, "-q").code == 2
    assert "5 tidak berubah" in accepted.ok("tag").err


def test_findings_are_not_written_among_files_that_could_be_sources(accepted: Study) -> None:
    accepted.put("baru/I-09.txt", "Kode: I-09\n\nP: Antri?\nI: Antri lama.\n")
    assert accepted.run("findings", "-o", "baru", "-q").code == 2
    assert accepted.ok("findings", "-o", "hasil", "-q").code == 0


def test_tag_says_which_folder_it_passed_over(accepted: Study) -> None:
    accepted.ok("findings", "-q")
    assert "temuan: Folder ini memuat jejak.json, jadi dilewati" in accepted.ok("tag").err


def test_a_folder_in_the_place_of_a_file_stops_it_before_anything_is_written(accepted: Study) -> None:
    (accepted.folder / "fo" / "temuan.id.md").mkdir(parents=True)
    done = accepted.run("findings", "-o", "fo", "-q")
    assert done.code == 1 and "temuan.id.md" in done.err
    assert [path.name for path in (accepted.folder / "fo").iterdir()] == ["temuan.id.md"]


@pytest.mark.parametrize(
    "content",
    [
        "[" * 200_000,
        '{"schema": "kualcode.trace/1", "files": {}, "options": {"forms": 3}}',
        '{"schema": "kualcode.trace/1", "files": {}, "run": []}',
    ],
)
def test_a_trace_that_is_not_ours_is_told(accepted: Study, content: str) -> None:
    accepted.ok("findings", "-q")
    accepted.put("temuan/jejak.json", content)
    done = accepted.run("reproduce", "-q")
    assert done.code == 4 and "bukan tulisan kualcode" in done.err
    accepted.ok("findings", "--force", "-q")
    assert accepted.ok("reproduce", "-q").code == 0


# ---------------------------------------------------------------- what reaches the screen
def test_control_characters_do_not_reach_a_terminal(accepted: Study) -> None:
    accepted.put("temuan.yaml", 'temuan: {HMB.ALT: {pernyataan: "Alat \\e[31m rusak \\u202e sekali"}}\n')
    told = accepted.ok("why", "T-HMB.ALT").out
    assert "\x1b" not in told and "\u202e" not in told and "\\x1b[31m" in told
    done = accepted.run("triangulate", "T-\x1b[31m")
    assert "\x1b" not in done.err and "\\x1b" in done.err
    accepted.ok("findings", "-q")
    report = (accepted.folder / "temuan" / "temuan.id.md").read_text(encoding="utf-8")
    assert all(line.count("\u202e") == line.count("\u202c") for line in report.split("\n"))
    assert "\u202e" in report


def test_a_word_without_end_is_cut_in_messages(accepted: Study) -> None:
    assert len(accepted.run("triangulate", "x" * 100_000).err) < 1000


# ---------------------------------------------------------------- numbers and names that will not do
@pytest.mark.parametrize("text", ["1e999999999", "5%%", "-1", "200%", "1/0", "nan", "9" * 5000])
def test_a_threshold_that_is_no_share_is_refused(accepted: Study, text: str) -> None:
    done = accepted.run("saturation", f"--threshold={text}")
    assert done.code == 2 and "bukan bagian dari 0% sampai 100%" in done.err
    assert len(done.err) < 400


def test_a_decimal_may_have_a_comma(accepted: Study) -> None:
    assert accepted.ok("saturation", "--threshold", "0,05").code == 0
    comma, point = (accepted.ok("triangulate", "--sensitivity", one).out for one in ("0,67", "0.67"))
    assert comma == point


def test_messages_are_in_indonesian(accepted: Study) -> None:
    assert "Bentuk tabel 'L7' tidak dikenal" in accepted.run("triangulate", "--layout", "L7").err
    assert "'x' bukan bilangan yang sah" in accepted.run("saturation", "--base", "x").err
    accepted.put("temuan.yaml", "temuan: {\n\t- x\n")
    told = accepted.run("findings").err
    assert "Bukan YAML yang sah." in told and "found" not in told


def test_a_project_that_does_not_stay_is_not_named(study: Study) -> None:
    study.put("kualcode.yaml", "title: Layanan\n")
    done = study.run("findings", ".")
    assert done.code == 3 and "Proyek" not in done.err
    assert not list(study.folder.glob("*.kual"))
