"""temuan.yaml in the project: kept with it, read back, and handed to the analysis."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from study_values import PEOPLE, Study

from kualcode.analysis.evidence import Judgement, NegativeCase, Recommended
from kualcode.errors import Bi, InvalidFile
from kualcode.judgements import Judgements, template
from kualcode.store import Store, open_store
from kualcode.workflow import codebooks, judged

TEXT = """\
temuan:
  LAY.CPT:
    kategori: Fairly Good
    pernyataan: {id: Antrean cepat., en: The queue is quick.}
    catatan: Dua informan menunggu lama.
    bertumpu_pada: [ANTREAN]
    kasus_negatif:
      Informan 1: {penjelasan: {id: Hari pasar., en: A market day.}, direvisi: ya}
      i-02: {penjelasan: Tinggal jauh.}
      o-1: {penjelasan: Pagi hari.}
  LAY: {pernyataan: Baik.}
"""


@pytest.fixture
def project(tagged: Study) -> Iterator[Store]:
    """The small study, tagged, open for writing."""
    with open_store(tagged.project) as store:
        yield store


def keep(store: Store, folder: Path, by: str | None = None) -> bool:
    with store.atomic():
        return judged.keep(store, folder, by=by)


def told(store: Store) -> list[str]:
    return [problem.line("en") for problem in judged.problems(store, codebooks.stored(store)[0])]


# ---------------------------------------------------------------- kept
def test_the_file_is_kept_when_it_changed(project: Store, tagged: Study) -> None:
    assert judged.stored(project) == Judgements()
    assert not judged.changed(project, tagged.folder)
    tagged.put("temuan.yaml", TEXT)
    assert judged.changed(project, tagged.folder)
    assert keep(project, tagged.folder, by="Ani")
    head = project.head()
    assert not judged.changed(project, tagged.folder)
    assert not keep(project, tagged.folder)
    assert project.head() == head
    assert [one.code for one in judged.stored(project).findings] == ["LAY.CPT", "LAY"]
    assert project.display(list(project.journal())[-1].actor) == "Ani"
    tagged.put("temuan.yaml", "temuan: {LAY: {catatan: x}}\n")
    assert keep(project, tagged.folder)
    assert [one.code for one in judged.stored(project).findings] == ["LAY"]


def test_the_project_stands_without_its_folder_and_an_empty_file_clears_it(project: Store, tagged: Study) -> None:
    file = tagged.put("temuan.yaml", TEXT)
    keep(project, tagged.folder)
    file.unlink()
    assert not judged.changed(project, tagged.folder)
    assert not keep(project, tagged.folder)
    assert len(judged.stored(project).findings) == 2
    tagged.put("temuan.yaml", "")
    assert keep(project, tagged.folder)
    assert judged.stored(project) == Judgements()


def test_the_english_name_takes_the_place_of_the_other(project: Store, tagged: Study) -> None:
    file = tagged.put("temuan.yaml", TEXT)
    keep(project, tagged.folder)
    shutil.move(file, tagged.folder / "findings.yaml")
    assert keep(project, tagged.folder)
    assert (project.setting("temuan.yaml"), project.setting("findings.yaml")) == (None, TEXT)
    assert len(judged.stored(project).findings) == 2
    tagged.put("temuan.yaml", TEXT)
    with pytest.raises(InvalidFile, match=r"Both temuan\.yaml and findings\.yaml are there") as refused:
        keep(project, tagged.folder)
    assert "keep one" in refused.value.message("en")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"temuan: \xff", "cannot be read as UTF-8"),
        (b"temuan: {LAY: {labl: baik}}", "temuan.yaml:1:16: “labl” is not known. Did you mean “label”?"),
        (b"temuan: [", "not valid YAML"),
    ],
)
def test_a_broken_file_stores_nothing(project: Store, tagged: Study, content: bytes, said: str) -> None:
    tagged.put("temuan.yaml", TEXT)
    keep(project, tagged.folder)
    tagged.put("temuan.yaml", content)
    with pytest.raises(InvalidFile) as refused:
        keep(project, tagged.folder)
    assert said in refused.value.message("en")
    assert project.setting("temuan.yaml") == TEXT


def as_folder(path: Path) -> None:
    path.mkdir()


def as_pipe(path: Path) -> None:
    os.mkfifo(path)


def as_dangling(path: Path) -> None:
    path.symlink_to("tidak-ada.yaml")


def as_loop(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize("put", [as_folder, as_pipe, as_dangling, as_loop])
def test_what_is_no_regular_file_is_refused(project: Store, tagged: Study, put: Callable[[Path], None]) -> None:
    tagged.put("temuan.yaml", TEXT)
    keep(project, tagged.folder)
    (tagged.folder / "temuan.yaml").unlink()
    put(tagged.folder / "temuan.yaml")
    for call in (judged.changed, keep):
        with pytest.raises(InvalidFile, match=r"temuan\.yaml is not a regular file"):
            call(project, tagged.folder)
    assert project.setting("temuan.yaml") == TEXT


def test_a_link_to_a_file_is_that_file(project: Store, tagged: Study) -> None:
    tagged.put("catatan/asli.yaml", TEXT)
    (tagged.folder / "temuan.yaml").symlink_to("catatan/asli.yaml")
    assert keep(project, tagged.folder)
    assert project.setting("temuan.yaml") == TEXT


def test_the_text_of_a_file_that_is_gone_is_said_to_be_used(project: Store, tagged: Study) -> None:
    folder = tagged.folder
    assert judged.gone(project, folder) is None
    file = tagged.put("temuan.yaml", TEXT)
    keep(project, folder)
    assert judged.gone(project, folder) is None
    file.unlink()
    day = [entry.ts for entry in project.journal() if entry.object == "setting:temuan.yaml"][-1][:10]
    said = judged.gone(project, folder)
    assert said is not None
    assert (
        said.what.en == f"temuan.yaml is no longer in the study folder; the text kept in the project on {day} is used."
    )
    assert said.fix.en == "Get the file back: kualcode findings --template"
    assert judged.problems(project, codebooks.stored(project)[0])[0] == said
    tagged.put("findings.yaml", "findings: {}")
    assert judged.gone(project, folder) is None


def test_an_emptied_file_that_is_gone_leaves_nothing_to_tell_of(project: Store, tagged: Study) -> None:
    file = tagged.put("temuan.yaml", TEXT)
    keep(project, tagged.folder)
    file.write_text("", encoding="utf-8")
    keep(project, tagged.folder)
    file.unlink()
    assert judged.gone(project, tagged.folder) is None


def test_it_is_no_source(tagged: Study) -> None:
    tagged.put("temuan.yaml", TEXT)
    assert "temuan.yaml" not in tagged.ok("tag", ".").err
    with open_store(tagged.project, readonly=True) as store:
        assert not [name for name in store.source_names() if name.endswith("yaml")]


# ---------------------------------------------------------------- for the analysis
def test_judgements_have_the_labels_of_the_scale_and_the_facets_of_the_codebook(project: Store, tagged: Study) -> None:
    tagged.put("kualcode.yaml", "title: Layanan\ncodebook: buku.yaml\nresearcher: Dwi Lestari\n")
    tagged.ok("tag", ".", "-q")
    tagged.put("temuan.yaml", TEXT)
    keep(project, tagged.folder)
    book = codebooks.stored(project)[0]
    assert judged.judgements(project, book) == (
        Judgement("LAY", claim=Bi("Baik.", "Baik."), by="Dwi Lestari"),
        Judgement(
            "LAY.CPT",
            "cukup baik",
            Bi("Antrean cepat.", "The queue is quick."),
            "Dua informan menunggu lama.",
            ("antrean",),
            "Dwi Lestari",
        ),
    )


def test_the_whole_file_settled(project: Store, tagged: Study) -> None:
    """As it is written but for the words that the codebook and the project know by other names."""
    rest = "keseluruhan: {label: Fairly good, catatan: x}\nsaran: [{tindakan: a}]\n"
    tagged.put("temuan.yaml", f"{TEXT}  TIADA: {{catatan: x}}\n{rest}")
    keep(project, tagged.folder)
    book, said = codebooks.stored(project)[0], judged.stored(project)
    read = judged.settled(project, book)
    assert [one.code for one in said.findings] == ["LAY.CPT", "LAY", "TIADA"]
    assert [(one.code, one.label, one.rests_on) for one in read.findings] == [
        ("LAY.CPT", "cukup baik", ("antrean",)),
        ("LAY", None, ()),
    ]
    assert [case.voice for case in read.findings[0].negative_cases] == ["I-01", "I-02", "O-1"]
    assert read.findings[0].negative_cases[0].explanation == Bi("Hari pasar.", "A market day.")
    assert (read.overall.label, read.overall.memo) == ("cukup baik", "x")
    assert read.recommendations == said.recommendations


def test_facets_that_coders_added_are_known_as_they_write_them(project: Store, tagged: Study) -> None:
    tagged.put(
        "temuan.yaml", "temuan: {LAY: {bertumpu_pada: [loket baru, kursi]}, LAY.CPT: {bertumpu_pada: Loket Baru}}"
    )
    keep(project, tagged.folder)
    book = codebooks.stored(project)[0]
    assert [one.rests_on for one in judged.judgements(project, book)] == [("loket baru", "kursi"), ("Loket Baru",)]
    assert len(told(project)) == 3
    with project.atomic():
        found = next(coding for coding in project.codings() if coding.code == "LAY.CPT")
        project.decide(found.id, coder="Ani", facet="loket_baru")
    assert [one.rests_on for one in judged.judgements(project, book)] == [("loket_baru", "kursi"), ("loket_baru",)]
    assert told(project) == ["temuan.yaml:1:44: “kursi” is no facet of LAY. Choose: antrean, loket_baru."]


def test_what_the_codebook_does_not_know_is_told_and_left_out(project: Store, tagged: Study) -> None:
    tagged.put("temuan.yaml", "temuan: {LAY: {label: bagus, memo: x}, LAY.CTP: {memo: y}}")
    keep(project, tagged.folder)
    assert judged.judgements(project, codebooks.stored(project)[0]) == (Judgement("LAY", memo="x"),)
    assert [line.split(" Did")[0] for line in told(project)] == [
        "temuan.yaml:1:16: The label “bagus” is not in label_scale. Choose: baik, cukup baik, kurang baik, tidak baik.",
        "temuan.yaml:1:40: The codebook has no code “LAY.CTP”.",
    ]


def test_negative_cases_name_voices_as_the_project_does(project: Store, tagged: Study) -> None:
    tagged.put("temuan.yaml", TEXT)
    keep(project, tagged.folder)
    assert judged.negative_cases(project) == (
        NegativeCase("LAY.CPT", "I-01", "Hari pasar.", True),
        NegativeCase("LAY.CPT", "I-02", "Tinggal jauh.", False),
        NegativeCase("LAY.CPT", "O-1", "Pagi hari.", False),
    )
    assert told(project) == []


def test_advice_is_handed_on_with_the_codes_it_answers_and_touches(project: Store, tagged: Study) -> None:
    tagged.put("temuan.yaml", "saran: [{tindakan: a, menjawab: [lay], menyangkut: HMB.ALT}]")
    keep(project, tagged.folder)
    assert judged.recommendations(project) == (Recommended("S-01", ("LAY",), ("HMB.ALT",)),)


def test_a_voice_that_is_not_in_the_project_is_told(project: Store, tagged: Study) -> None:
    tagged.put("temuan.yaml", "temuan: {LAY: {kasus_negatif: {I-7: {penjelasan: x}}}}")
    keep(project, tagged.folder)
    assert [line.split(". ")[0] for line in told(project)] == [
        "temuan.yaml:1:32: “I-7” is no informant, session or document of this project"
    ]


def test_who_withdrew_is_in_no_negative_case_and_in_no_message(project: Store, tagged: Study) -> None:
    tagged.put("temuan.yaml", TEXT)
    keep(project, tagged.folder)
    tagged.put("informants.csv", PEOPLE.replace("masyarakat,", "masyarakat,ditarik"))
    tagged.ok("tag", ".", "-q")
    assert [case.voice for case in judged.negative_cases(project)] == ["I-01", "O-1"]
    assert told(project) == []


def test_every_voice_of_the_project(project: Store) -> None:
    assert judged.voices(project) == ("D-1 Laporan", "D-2 Buku Tamu", "I-01", "I-02", "O-1")


def test_a_template_of_the_codebook_can_be_kept(project: Store, tagged: Study) -> None:
    tagged.put("temuan.yaml", template(codebooks.stored(project)[0]))
    assert keep(project, tagged.folder)
    assert told(project) == []
    assert judged.judgements(project, codebooks.stored(project)[0]) == ()
    assert judged.negative_cases(project) == ()
