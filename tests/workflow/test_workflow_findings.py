"""Findings of a project: files written whole or not at all, never over a person's edits, and the same again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from study_values import Study

from kualcode.analysis.narrative import trace
from kualcode.document import Bullet, Heading
from kualcode.errors import InvalidFile, KualcodeError, NotFound, UsageError
from kualcode.store import Store, open_store
from kualcode.text import sha256
from kualcode.workflow import findings, judged
from kualcode.workflow.findings_folder import TRACE, read_trace, write_all
from kualcode.workflow.findings_shown import as_json, negative_cases, overview, write_template
from kualcode.workflow.reproduce import reproduce
from kualcode.workflow.why_finding import as_json as why_json
from kualcode.workflow.why_finding import is_finding, lines, why_finding

FILES = [
    "belum_dapat_disimpulkan.md",
    "findings.en.md",
    "jejak.json",
    "matriks_triangulasi.csv",
    "matriks_triangulasi.docx",
    "temuan.docx",
    "temuan.id.md",
]
HELD = """\
temuan:
  LAY.CPT:
    kategori: kurang baik
    pernyataan: {id: Warga menunggu 40 menit., en: Residents wait 40 minutes.}
  HMB.ALT: {pernyataan: {id: Alat kurang., en: Tools are lacking.}}
saran:
- {nomor: S-01, kepada: Camat, tindakan: Ganti printer., menjawab: [HMB.ALT]}
"""
EARLIER = """\
penelitian_terdahulu:
- {penelitian: Ramli, tahun: 2022, tempat: Halong, indikator: LAY, hasil: less than good}
- {penelitian: Saragi, tempat: Denai, indikator: LAY, hasil: kurang baik}
"""


@pytest.fixture
def accepted(tagged: Study) -> Study:
    """The small study, with every suggestion accepted by a coder."""
    tagged.ok("code", "accept", "--coder", "Sari", "--status", "terbuka", "-q")
    return tagged


@pytest.fixture
def project(accepted: Study) -> Iterator[Store]:
    """Its project file, open for writing."""
    with open_store(accepted.project) as store:
        yield store


def texts(folder: Path) -> str:
    """The Indonesian text of a folder."""
    return (folder / "temuan.id.md").read_text(encoding="utf-8")


# ---------------------------------------------------------------- what counts
def test_suggestions_that_nobody_has_read_make_no_finding(tagged: Study) -> None:
    with open_store(tagged.project) as store, pytest.raises(KualcodeError) as caught:
        findings.found(store)
    assert "4" in caught.value.message("en")
    assert "suggestions do not count" in caught.value.message("en")


def test_one_accepted_passage_counts_and_the_open_ones_beside_it_do_not(tagged: Study) -> None:
    tagged.ok("code", "accept", "--coder", "Sari", "--code", "HMB.ALT", "-q")
    with open_store(tagged.project) as store:
        made = findings.found(store)
    assert {one.code for finding in made.study.findings for one in finding.evidence.values()} == {"HMB.ALT"}


# ---------------------------------------------------------------- the folder
def test_every_file_is_written_and_the_same_run_changes_none(project: Store, tmp_path: Path) -> None:
    folder = tmp_path / "baru" / "temuan"
    done = findings.write(project, folder)
    assert sorted(done.written) == sorted(path.name for path in folder.iterdir()) == FILES
    assert done.unchanged == ()
    assert (folder / "matriks_triangulasi.csv").read_bytes().startswith(b"\xef\xbb\xbf")  # Excel reads it as UTF-8
    again = findings.write(project, folder)
    assert (again.written, sorted(again.unchanged)) == ((), FILES)


def test_both_languages_come_from_one_record(project: Store, tmp_path: Path) -> None:
    folder = tmp_path / "hasil"
    findings.write(project, folder)
    english = (folder / "findings.en.md").read_text(encoding="utf-8")
    assert (
        "“Mereka antri lama sekali \\[tertawa\\].” (I-01, unsur pimpinan, wawancara 9 Februari 2026, brs. 6)"
        in texts(folder)
    )
    assert "“Mereka antri lama sekali \\[tertawa\\].” (I-01, leadership, interview 9 February 2026, line 6)" in english
    assert texts(folder).count("\n#") == english.count("\n#")


def test_a_draft_is_headed_so_in_every_form(project: Store, tmp_path: Path) -> None:
    folder = tmp_path / "hasil"
    findings.write(project, folder, prose=True, forms=("md", "html"))
    assert texts(folder).startswith("> **draf, wajib ditulis ulang**")
    assert "draft, to be written anew" in (folder / "findings.en.md").read_text(encoding="utf-8").split("\n")[0]
    assert "draf, wajib ditulis ulang" in (folder / "temuan.html").read_text(encoding="utf-8")
    assert not (folder / "temuan.docx").exists()


def test_a_file_that_a_person_edited_is_not_overwritten(project: Store, tmp_path: Path) -> None:
    folder = tmp_path / "temuan"
    findings.write(project, folder)
    edited = folder / "temuan.id.md"
    edited.write_text("Tulisan saya.", encoding="utf-8", newline="")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(UsageError) as caught:
        findings.write(project, folder, prose=True)
    assert "temuan.id.md" in caught.value.message("id")
    assert "findings.en.md" not in caught.value.message("id")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    findings.write(project, folder, prose=True, force=True)
    assert texts(folder).startswith("> **draf")


def test_what_kualcode_wrote_and_nobody_edited_is_brought_up_to_date(project: Store, tmp_path: Path) -> None:
    folder = tmp_path / "hasil"
    findings.write(project, folder)
    done = findings.write(project, folder, prose=True)
    assert set(done.written) == {"temuan.id.md", "findings.en.md", "temuan.docx", TRACE}


@pytest.mark.parametrize("content", ["{", "[]", '{"schema": "x"}', '{"schema": "kualcode.trace/1", "files": 3}'])
def test_a_folder_of_someone_else_is_left_alone(content: str, tmp_path: Path) -> None:
    (tmp_path / TRACE).write_text(content, encoding="utf-8", newline="")
    (tmp_path / "a.md").write_bytes(b"lain")
    assert read_trace(tmp_path) is None
    with pytest.raises(UsageError) as caught:
        write_all(tmp_path, {"a.md": b"baru", TRACE: b"{}"})
    assert "a.md" in caught.value.message("en") and TRACE in caught.value.message("en")
    assert (tmp_path / "a.md").read_bytes() == b"lain"
    same = write_all(tmp_path, {"a.md": b"lain"})  # the same bytes are no edit
    assert same.unchanged == ("a.md",)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(KualcodeError) as caught:
        write_all(tmp_path / "berkas", {"a.md": b"baru"})
    assert "cannot be written" in caught.value.message("en")


def test_a_run_that_breaks_leaves_no_part_and_no_new_file(tmp_path: Path) -> None:
    (tmp_path / "b.md").mkdir()  # a folder stands where the second file should go
    with pytest.raises(KualcodeError):
        write_all(tmp_path, {"b.md": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["b.md"]


# ---------------------------------------------------------------- the trace
def test_the_trace_leads_from_every_sentence_to_its_source(project: Store, tmp_path: Path) -> None:
    folder = tmp_path / "temuan"
    findings.write(project, folder)
    found = json.loads((folder / TRACE).read_bytes())
    assert found["schema"] == trace.SCHEMA
    assert found["options"] == {"prose": False, "forms": ["md", "docx"]}
    assert found["files"] == {
        path.name: sha256(path.read_bytes()) for path in sorted(folder.iterdir()) if path.name != TRACE
    }
    assert found["sentences"]
    cited = {one for row in found["sentences"] for one in row["evidence"]}
    assert cited <= set(found["evidence"])
    for place in found["evidence"].values():
        source = project.source(place["source"])
        words = source.text[slice(*place["span"])]
        assert sha256(words) == place["text_sha256"]
        assert source.text_sha256 == place["source_sha256"]
    assert {row["finding"] for row in found["sentences"] if row["finding"] and "," not in row["finding"]} <= {
        record["id"] for record in found["findings"]
    }


# ---------------------------------------------------------------- what the researcher holds
def test_what_the_researcher_wrote_is_taken_in_and_checked(project: Store, accepted: Study, tmp_path: Path) -> None:
    accepted.put("temuan.yaml", HELD)
    findings.take_in(project, accepted.folder)
    assert judged.stored(project).recommendations[0].id == "S-01"
    made = findings.found(project)
    (known,) = [finding for finding in made.study.findings if finding.id == "T-LAY.CPT"]
    assert known.claim is not None
    assert [remark.en for remark in known.claim_check] == [
        "The figure “40” is in neither the figures nor the quotes of this finding."
    ]
    findings.write(project, tmp_path / "temuan")
    assert "S-01. Kepada Camat: ganti printer. (Menjawab temuan tentang alat.)" in texts(tmp_path / "temuan")
    head = project.head()
    findings.take_in(project, accepted.folder)
    assert project.head() == head


def test_a_broken_file_stores_nothing(project: Store, accepted: Study) -> None:
    accepted.put("temuan.yaml", "temuan: [")
    with pytest.raises(InvalidFile):
        findings.take_in(project, accepted.folder)
    assert project.setting("temuan.yaml") is None


def test_earlier_studies_come_from_a_file_of_their_own(project: Store, accepted: Study, tmp_path: Path) -> None:
    folder = tmp_path / "hasil"
    path = accepted.put("terdahulu.yaml", EARLIER)
    findings.take_in(project, accepted.folder, path)
    findings.write(project, folder)
    told = texts(folder)
    assert "sejalan dengan penelitian terdahulu Ramli (2022) di Halong, yang juga mendapati layanan kurang baik" in told
    assert told.count("penelitian terdahulu Saragi di Denai") == 1
    accepted.put("temuan.yaml", EARLIER)  # the same study in both files stands once
    findings.take_in(project, accepted.folder)
    assert len(findings.judgements(project).earlier_studies) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("penelitian_terdahulu: []\n", "holds no earlier study"),
        (EARLIER.replace("LAY", "LYA"), "LYA"),
        ("- a\n", ":1:"),
    ],
)
def test_a_file_of_earlier_studies_that_will_not_do_is_refused(
    text: str, told: str, project: Store, accepted: Study
) -> None:
    with pytest.raises(InvalidFile) as caught:
        findings.take_in(project, accepted.folder, accepted.put("terdahulu.yaml", text))
    assert told in caught.value.message("en")
    assert project.setting(findings.EARLIER) is None


def test_a_file_that_is_no_text_or_is_not_there_is_told(project: Store, accepted: Study) -> None:
    with pytest.raises(InvalidFile):
        findings.take_in(project, accepted.folder, accepted.put("x.yaml", b"\xff\xfe"))
    with pytest.raises(NotFound):
        findings.take_in(project, accepted.folder, accepted.folder / "tidak-ada.yaml")


def test_a_template_lists_the_codes_and_never_replaces_what_is_held(project: Store, accepted: Study) -> None:
    path = write_template(project, accepted.folder)
    assert path.name == "temuan.yaml"
    assert "LAY.CPT:" in path.read_text(encoding="utf-8")
    with pytest.raises(UsageError):
        write_template(project, accepted.folder)
    with pytest.raises(UsageError):
        write_template(project, accepted.folder, lang="en", force=True)  # both names would be there
    path.write_text(HELD, encoding="utf-8", newline="")
    findings.take_in(project, accepted.folder)
    path.unlink()
    assert write_template(project, accepted.folder).read_text(encoding="utf-8") == HELD


def test_a_template_can_be_written_before_anything_is_accepted(tagged: Study) -> None:
    with open_store(tagged.project) as store:
        assert write_template(store, tagged.folder, lang="en").name == "findings.yaml"


# ---------------------------------------------------------------- on the screen and for machines
def test_the_overview_has_a_line_a_finding_and_hides_labels_that_may_not_be_stated(project: Store) -> None:
    grid = overview(findings.found(project))
    assert [row[0] for row in grid.rows] == ["T-LAY", "T-LAY.CPT", "T-HMB.ALT"]
    assert grid.notes[0].en.startswith("1 may be stated, 2 with reservations, 0 described only, 0 cannot")
    assert list(negative_cases(findings.found(project))) == []


def test_a_label_that_may_not_be_stated_is_not_shown(tagged: Study) -> None:
    tagged.ok("code", "accept", "--coder", "Sari", "--informant", "I-01", "-q")
    with open_store(tagged.project) as store:
        made = findings.found(store)
    row = next(row for row in overview(made).rows if row[0] == "T-LAY.CPT")
    assert made.of("T-LAY.CPT") is not None and row[3] == "-"
    assert any(one.blocked and one.label for one in made.study.findings)


def test_machines_get_every_record(project: Store) -> None:
    found = as_json(findings.found(project))
    assert found["schema"] == "kualcode.findings/1"
    assert found["overall"]["suggested_label"] == "kurang baik"
    (record,) = [one for one in found["findings"] if one["id"] == "T-HMB.ALT"]
    assert record["condition_only"] is True
    assert record["voices"] == {"interview": 1, "observation": 1, "documentation": 0}
    assert record["quotes"][0]["text"] == "=Komputer itu sering rusak \U0001f600 [/]."
    assert set(record["run"]) == {"config_sha", "input_sha", "tool_version"}
    json.dumps(found)


def test_why_walks_from_a_finding_to_its_quotes(project: Store) -> None:
    assert is_finding("t-hmb.alt") and not is_finding("k3f2")
    told = why_finding(project, "t-hmb.alt")
    shown = list(lines(told, "en"))
    assert shown[1] == "T-HMB.ALT Tools"
    assert any("=Komputer itu sering rusak \U0001f600 [/]." in line for line in shown)
    assert any(isinstance(block, Heading) and block.text.id == "Wawancara" for block in told)
    assert any(isinstance(block, Bullet) and block.depth == 1 for block in told)
    assert why_json(project, "T-HMB.ALT")["groups"][0]["voices"][0]["voice"] == "I-01"
    with pytest.raises(NotFound) as caught:
        why_finding(project, "T-HMB.ALX")
    assert "T-HMB.ALT" in caught.value.message("en")


# ---------------------------------------------------------------- reproduce
def test_the_project_file_alone_gives_the_same_bytes(project: Store, accepted: Study, tmp_path: Path) -> None:
    accepted.put("temuan.yaml", HELD)
    findings.take_in(project, accepted.folder, accepted.put("terdahulu.yaml", EARLIER))
    findings.write(project, tmp_path / "lama", prose=True, forms=("md",))
    alone = tmp_path / "sendiri" / "x.kual"
    alone.parent.mkdir()
    shutil.copy(accepted.project, alone)
    with open_store(alone, readonly=True) as store:
        done = reproduce(store, folder=tmp_path / "baru", compare=tmp_path / "lama")
    assert done.same and done.changed == ()
    assert {one.name for one in done.compared} == set(FILES) - {"temuan.docx"}
    for name in done.files:
        assert (tmp_path / "baru" / name).read_bytes() == (tmp_path / "lama" / name).read_bytes()


def test_another_decision_gives_other_findings_and_says_what_changed(
    project: Store, accepted: Study, tmp_path: Path
) -> None:
    folder = tmp_path / "hasil"
    findings.write(project, folder)
    accepted.ok("code", "reject", "--coder", "Sari", "--source-type", "observasi", "--status", "diterima", "-q")
    with open_store(accepted.project, readonly=True) as store:
        done = reproduce(store, compare=folder)
    assert not done.same
    assert done.changed == ("input_sha",)
    assert {one.name for one in done.compared if not one.same} >= {"temuan.id.md", TRACE}


def test_whatever_the_researcher_writes_is_in_the_hash_of_the_input(project: Store, accepted: Study) -> None:
    seen = {findings.found(project).run.input_sha}
    for text in (HELD, HELD.replace("Ganti", "Beli"), HELD.replace("kurang baik", "tidak baik")):
        accepted.put("temuan.yaml", text)
        findings.take_in(project, accepted.folder)
        seen.add(findings.found(project).run.input_sha)
    assert len(seen) == 4


def test_handing_findings_out_is_journalled_by_hashes_and_changes_no_finding(project: Store, tmp_path: Path) -> None:
    made = findings.found(project)
    named = findings.files(made)
    findings.keep_emitted(project, made, named)
    note = project.note(findings.NOTE, "findings")
    assert note is not None
    assert note.value["files"]["temuan.id.md"] == sha256(named["temuan.id.md"])
    assert findings.files(findings.found(project)) == named
    assert project.check(deep=True) == ()


def test_a_folder_without_a_trace_cannot_be_compared_with(project: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        reproduce(project, compare=tmp_path)
    assert reproduce(project).compared == ()
