"""findings and reproduce at the command line, and why of a finding's id where the program knows it."""

from __future__ import annotations

import json

import pytest
from study_values import Study


@pytest.fixture
def accepted(tagged: Study) -> Study:
    """The small study, with every suggestion accepted by a coder."""
    tagged.ok("code", "accept", "--coder", "Sari", "--status", "terbuka", "-q")
    return tagged


def test_findings_are_shown_and_written_beside_the_project(accepted: Study) -> None:
    done = accepted.ok("findings")
    assert "T-LAY.CPT" in done.out
    assert "1 dapat dinyatakan, 2 dengan catatan" in done.out
    assert (accepted.folder / "temuan" / "temuan.id.md").is_file()
    assert "Ditulis di" in done.err and "jejak.json" in done.err
    assert "Persetujuan belum dicatat: I-02" in done.err
    again = accepted.ok("findings")
    assert "Tidak berubah di" in again.err and "Ditulis di" not in again.err


def test_negative_cases_stand_before_the_table(accepted: Study) -> None:
    for n in (3, 4, 5):
        words = f"Kode: I-0{n}\nJabatan: Staf\n\nP: Antrinya?\nI: Antri di sini cepat, Pak, orangnya sigap {n}.\n"
        accepted.put(f"wawancara/I-0{n}.txt", words)
    accepted.ok("tag", ".", "-q")
    accepted.ok("code", "accept", "--coder", "Sari", "--status", "terbuka", "-q")
    told = accepted.ok("findings").out
    assert told.startswith("Kasus negatif yang harus dijelaskan\n- LAY.CPT: Berbeda dengan informan lain, I-01 (unsur ")
    assert "Belum dijelaskan." in told
    assert told.count("I-01") == 1  # the indicator does not repeat it
    counted = accepted.ok("trustworthiness", "-q").out
    assert "1 suara menyimpang, 1 belum dijelaskan" in " ".join(counted.split())
    accepted.put("temuan.yaml", "temuan: {LAY.CPT: {kasus_negatif: {I-01: {penjelasan: Hari pasar.}}}}\n")
    assert "Belum dijelaskan." not in accepted.ok("findings").out
    counted = accepted.ok("trustworthiness", "-q").out
    assert "1 suara menyimpang, 0 belum dijelaskan" in " ".join(counted.split())


def test_negative_cases_of_findings_that_are_blocked_are_marked(accepted: Study) -> None:
    """Voices to the contrary of a finding that cannot be concluded anyway are not what to explain first."""
    for n in (3, 4, 5):
        words = f"Kode: I-0{n}\nJabatan: Staf\n\nP: Antrinya?\nI: Antri di sini cepat, Pak, orangnya sigap {n}.\n"
        accepted.put(f"wawancara/I-0{n}.txt", words)
    accepted.ok("tag", ".", "-q")
    accepted.ok("code", "accept", "--coder", "Sari", "--status", "terbuka", "-q")
    mark = "Temuannya sendiri belum dapat disimpulkan."
    assert mark not in accepted.ok("findings").out
    accepted.put("temuan.yaml", "temuan: {LAY.CPT: {kategori: tidak baik}}\n")  # too far from what is suggested
    told = accepted.ok("findings").out
    assert f"Belum dijelaskan. {mark}" in told


def test_machines_get_records_and_files_only_where_they_are_asked_for(accepted: Study) -> None:
    found = json.loads(accepted.ok("findings", "--json").out)
    assert found["schema"] == "kualcode.findings/1"
    assert [one["id"] for one in found["findings"]] == ["T-LAY", "T-LAY.CPT", "T-HMB.ALT"]
    assert not (accepted.folder / "temuan").exists()
    accepted.ok("findings", "--json", "-o", "hasil")
    assert (accepted.folder / "hasil" / "jejak.json").is_file()


def test_nothing_is_found_before_a_person_has_decided(tagged: Study) -> None:
    done = tagged.run("findings")
    assert done.code == 1
    assert "usulan tidak dihitung" in done.err
    assert not (tagged.folder / "temuan").exists()


def test_a_persons_edits_are_kept_unless_forced(accepted: Study) -> None:
    accepted.ok("findings")
    path = accepted.put("temuan/temuan.id.md", "Tulisan saya.")
    done = accepted.run("findings", "--prose")
    assert done.code == 2
    assert "temuan.id.md" in done.err and "--force" in done.err
    assert path.read_text(encoding="utf-8") == "Tulisan saya."
    accepted.ok("findings", "--prose", "--force")
    assert "draf, wajib ditulis ulang" in path.read_text(encoding="utf-8")


def test_a_template_is_filled_and_taken_in(accepted: Study) -> None:
    done = accepted.ok("findings", "--template")
    path = accepted.folder / "temuan.yaml"
    assert str(path) in done.err
    again = accepted.run("findings", "--template")
    assert again.code == 2 and "-o FOLDER" in again.err and "nama lain" not in again.err
    accepted.ok("findings", "--template", "--force")
    accepted.put("temuan.yaml", "temuan: {LAY: {kategori: entah}, LAY.CPT: {kategori: kurang baik}}\n")
    told = accepted.run("findings")
    assert told.code == 4  # written, but not all that the researcher holds is in it
    assert (accepted.folder / "temuan" / "jejak.json").is_file()
    assert "kurang baik (peneliti)" in told.out
    assert "! temuan.yaml:1:" in told.err and "entah" in told.err and "1 isian temuan.yaml" in told.err
    accepted.put("temuan.yaml", "temuan: [")
    assert accepted.run("findings").code == 3


def test_earlier_studies_are_set_beside_ours(accepted: Study) -> None:
    accepted.put("lama.yaml", "penelitian_terdahulu: [{penelitian: Ramli, indikator: LAY, hasil: baik}]\n")
    accepted.ok("findings", "--earlier", "lama.yaml")
    told = (accepted.folder / "temuan" / "temuan.id.md").read_text(encoding="utf-8")
    assert "berbeda dengan penelitian terdahulu Ramli" in told
    assert accepted.run("findings", "--earlier", "tidak-ada.yaml").code == 1


def test_a_label_in_other_words_is_told_with_what_it_is_read_as(accepted: Study) -> None:
    book = (accepted.folder / "buku.yaml").read_text(encoding="utf-8")
    accepted.put("buku.yaml", book.replace("en: less than good", "en: less than good, aliases: [belum optimal]"))
    accepted.ok("tag", ".", "-q")
    accepted.put("temuan.yaml", "temuan: {LAY.CPT: {kategori: BELUM  optimal}, LAY: {kategori: Kurang Baik}}\n")
    done = accepted.ok("findings")
    assert "temuan.yaml:1:20: “BELUM optimal” dibaca sebagai “kurang baik”." in done.err
    assert done.err.count("dibaca sebagai") == 1
    assert "“BELUM" in done.out  # in a narrow cell of the table
    told = (accepted.folder / "temuan" / "temuan.id.md").read_text(encoding="utf-8")
    assert "kurang baik (peneliti, ditulis “BELUM optimal”" in told
    one = next(f for f in json.loads(accepted.ok("findings", "--json").out)["findings"] if f["code"] == "LAY.CPT")
    assert (one["label"], one["label_as_written"]) == ("kurang baik", "BELUM optimal")


def test_codings_that_are_not_there_are_told_before_anything_is_made(study: Study) -> None:
    study.put("gold.jsonl", "")
    done = study.run("findings", str(study.folder), "--codings", "lain/gold.jsonl", "--coder", "Emas")
    assert done.code == 1
    assert "lain/gold.jsonl tidak ada." in done.err.replace("\n", " ")
    assert str(study.folder / "gold.jsonl") in done.err and "UTF-8" not in done.err
    assert not list(study.folder.glob("*.kual"))


# ---------------------------------------------------------------- reproduce
def test_reproduce_says_same_or_different(accepted: Study) -> None:
    accepted.ok("findings", "--prose")
    same = accepted.ok("reproduce")
    assert same.out.count("sama  ") == 7 and "berbeda" not in same.out
    accepted.put("kualcode.yaml", "title: Judul lain\ncodebook: buku.yaml\n")
    accepted.ok("tag", ".", "-q")
    done = accepted.run("reproduce", "-o", "baru")
    assert done.code == 4
    assert "berbeda  temuan.id.md" in done.out and "sama  matriks_triangulasi.csv" in done.out
    assert "config_sha" in done.err
    assert "Judul lain" in (accepted.folder / "baru" / "temuan.id.md").read_text(encoding="utf-8")


def test_reproduce_compares_what_is_on_disk(accepted: Study) -> None:
    accepted.ok("findings")
    text = accepted.folder / "temuan" / "temuan.id.md"
    kept = text.read_bytes()
    text.write_bytes(kept + b"x")
    done = accepted.run("reproduce")
    assert done.code == 4
    assert "berbeda  temuan.id.md" in done.out and done.out.count("sama  ") == 6
    assert "Disunting di folder itu: temuan.id.md." in done.err
    text.unlink()
    done = accepted.run("reproduce")
    assert done.code == 4 and "tidak ada  temuan.id.md" in done.out
    text.write_bytes(kept)
    (accepted.folder / "temuan" / "jejak.json").unlink()
    done = accepted.run("reproduce")
    assert done.code == 4
    assert "tidak ada  jejak.json" in done.out and done.out.count("sama  ") == 6


def test_reproduce_knows_a_draft_without_its_trace(accepted: Study) -> None:
    accepted.ok("findings", "--prose")
    (accepted.folder / "temuan" / "jejak.json").unlink()
    assert accepted.run("reproduce").out.count("sama  ") == 6


def test_reproduce_without_an_earlier_folder_gives_hashes(accepted: Study) -> None:
    done = accepted.ok("reproduce")
    assert len(done.out.splitlines()) == 7
    found = json.loads(accepted.ok("reproduce", "--json").out)
    assert (found["schema"], found["same"], found["compared"]) == ("kualcode.reproduce/1", None, {})
    assert accepted.run("reproduce", "--compare", ".").code == 1


def test_reproduce_for_machines_names_every_file(accepted: Study) -> None:
    accepted.ok("findings", "-o", "a")
    found = json.loads(accepted.ok("reproduce", "--compare", "a", "--json").out)
    assert found["same"] is True
    assert all(one["same"] for one in found["compared"].values())
