"""audit-draft beside a project: P1 labels, P2 what cannot be concluded yet, P3 figures; what agrees raises nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from study_values import ROOT, Study

from kualcode.analysis.rules.flags import Flag
from kualcode.cli.app import run
from kualcode.store import Store, open_store
from kualcode.workflow.audit_draft import Audit, as_json, audit, report
from kualcode.workflow.findings import found

DEMO = ROOT / "transcripts" / "kecamatan-telaga-merbau"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration study with its gold codings accepted and its findings written."""
    folder = tmp_path_factory.mktemp("beside") / "studi"
    shutil.copytree(DEMO, folder)
    gold = str(folder / "gold.jsonl")
    assert run(["findings", str(folder), "--codebook", "asn-kinerja", "--codings", gold, "--coder", "Emas", "-q"]) == 0
    return next(folder.glob("*.kual"))


@pytest.fixture
def store(project: Path) -> Iterator[Store]:
    """Its project file."""
    with open_store(project, readonly=True) as opened:
        yield opened


def checked(store: Store, folder: Path, text: str) -> Audit:
    """A draft given as text, beside the project."""
    draft = folder / "naskah.md"
    draft.write_text(text, encoding="utf-8", newline="")
    return audit(draft, store=store)


def beside(store: Store, folder: Path, text: str) -> list[Flag]:
    """The flags that come of the project."""
    return [flag for flag in checked(store, folder, text).flags if flag.rule.startswith("P")]


# ---------------------------------------------------------------- what agrees
@pytest.mark.parametrize("name", ["temuan.docx", "temuan.id.md", "findings.en.md"])
def test_our_own_findings_raise_nothing_against_their_project(store: Store, project: Path, name: str) -> None:
    flags = audit(project.parent / "temuan" / name, store=store).flags
    assert [flag.message.id for flag in flags if flag.rule.startswith("P")] == []


AGREES = """# Pembahasan

## Komitmen

Komitmen pegawai tergolong baik.

## Kuantitas kerja

Buku tamu mencatat rata-rata 21,9 tamu per hari pada Februari 2026. Menurut I-02, tamu 20 sampai 25 orang per hari.

# Simpulan

Komitmen pegawai tergolong baik.
"""


def test_a_draft_that_agrees_raises_nothing(store: Store, tmp_path: Path) -> None:
    assert beside(store, tmp_path, AGREES) == []


# ---------------------------------------------------------------- P1
@pytest.mark.parametrize(
    ("label", "severity"), [("tidak baik", "BLOCK"), ("kurang baik", "BLOCK"), ("cukup baik", "WARN"), ("baik", None)]
)
def test_p1_a_label_beside_that_of_the_finding(store: Store, tmp_path: Path, label: str, severity: str | None) -> None:
    flags = beside(store, tmp_path, f"# Pembahasan\n\n## Komitmen\n\nKomitmen pegawai tergolong {label}.\n")
    assert [(flag.rule, flag.severity, flag.targets) for flag in flags] == (
        [("P1", severity, ("EFEK.KOM",))] if severity else []
    )
    for flag in flags:
        assert flag.places == ("Pembahasan, brs. 5",)
        assert "di proyek “baik”" in flag.message.id and "(line 5)" in flag.message.en
        assert flag.message.id.endswith("kualcode why T-EFEK.KOM")
        assert flag.message.en.endswith("kualcode why T-EFEK.KOM")
        assert flag.id.startswith("P1-")


def test_p1_the_researchers_label_counts_before_the_suggested_one(store: Store, tmp_path: Path) -> None:
    finding = found(store).of("T-KUAN.TGT")
    assert finding is not None and finding.own is not None
    assert (finding.label, finding.verdict.label) == ("cukup baik", "kurang baik")
    said = "# Pembahasan\n\n## Capaian target\n\nCapaian target tergolong {}.\n"
    assert beside(store, tmp_path, said.format("cukup baik")) == []
    assert [flag.severity for flag in beside(store, tmp_path, said.format("kurang baik"))] == ["BLOCK"]


def test_p1_a_label_that_only_an_informant_gives_is_not_the_authors(store: Store, tmp_path: Path) -> None:
    text = "# Pembahasan\n\n## Komitmen\n\nMenurut I-02, komitmen pegawai tergolong kurang baik.\n"
    assert beside(store, tmp_path, text) == []


# ---------------------------------------------------------------- P2
def test_p2_a_label_on_what_cannot_be_concluded_tells_the_gates_reason(store: Store, tmp_path: Path) -> None:
    (flag,) = beside(store, tmp_path, "# Pembahasan\n\n## Kualitas kerja\n\nKualitas kerja pegawai tergolong baik.\n")
    assert (flag.rule, flag.severity, flag.targets) == ("P2", "BLOCK", ("KUAL",))
    finding = found(store).of("T-KUAL")
    assert finding is not None
    (reason, *_) = [one for one in finding.verdict.gate_reasons if one.gate == "BLOCK"]
    assert reason.text.id in flag.message.id and reason.text.en in flag.message.en
    assert "kualcode why T-KUAL" in flag.message.id
    assert ("finding", "T-KUAL") in flag.details


def test_p2_a_concluding_sentence_without_a_label_is_to_be_checked(store: Store, tmp_path: Path) -> None:
    said = "Ketepatan waktu pegawai dalam penyelesaian pekerjaan sudah tepat waktu."
    (flag,) = beside(store, tmp_path, f"# Simpulan\n\n{said}\n")
    assert (flag.rule, flag.severity, flag.places) == ("P2", "WARN", ("Simpulan, brs. 3",))
    assert beside(store, tmp_path, f"# Pembahasan\n\n{said}\n") == []  # only told, not concluded


def test_p2_who_says_that_it_is_open_concludes_nothing(store: Store, tmp_path: Path) -> None:
    text = "# Simpulan\n\nKetepatan waktu yang menurut pegawai sudah tepat waktu belum dapat disimpulkan.\n"
    assert beside(store, tmp_path, text) == []


def test_p2_of_a_factor_only_what_is_said_of_factors_concludes(store: Store, tmp_path: Path) -> None:
    told = beside(store, tmp_path, "# Simpulan\n\nKehadiran tamu tercatat 45 tamu per hari.\n")
    listed = beside(store, tmp_path, "# Simpulan\n\nFaktor penghambatnya adalah kurangnya kedisiplinan.\n")
    assert "FH.DIS" not in [flag.targets[0] for flag in told]
    assert [(flag.rule, flag.targets) for flag in listed] == [("P2", ("FH.DIS",))]


# ---------------------------------------------------------------- P3
GUESTS = "# Pembahasan\n\n## Kuantitas kerja\n\nBuku tamu mencatat rata-rata {}.\n"


@pytest.mark.parametrize(
    ("figure", "fires"),
    [
        ("45 tamu per hari pada Februari 2026", True),
        ("45 tamu per hari", True),  # of no said period: it may be that of the fact
        ("24 tamu per hari pada Februari 2026", False),  # within what informants say
        ("45 tamu per hari pada Maret 2026", False),  # of another month
        ("45 tamu per hari pada 3 Februari 2026", False),  # of one day
        ("45 surat per hari pada Februari 2026", False),  # of something else
        ("31 tamu per hari", False),  # the project holds it too, for 2025
    ],
)
def test_p3_a_figure_that_meets_none_of_a_confirmed_fact(
    store: Store, tmp_path: Path, figure: str, fires: bool
) -> None:
    flags = beside(store, tmp_path, GUESTS.format(figure))
    assert [(flag.rule, flag.severity, flag.targets) for flag in flags] == (
        [("P3", "BLOCK", ("KUAN.TAM",))] if fires else []
    )
    for flag in flags:
        assert "rata-rata 21,9 (dokumentasi)" in flag.message.id and "Pembahasan (brs. 5)" in flag.message.id
        assert "kualcode why T-KUAN.TAM" in flag.message.en


def test_p3_under_another_indicator_it_is_another_thing(store: Store, tmp_path: Path) -> None:
    assert beside(store, tmp_path, GUESTS.replace("Kuantitas kerja", "Komitmen").format("45 tamu per hari")) == []


# ---------------------------------------------------------------- as it is shown
def test_the_command_ends_as_with_other_flags_and_json_carries_them(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "naskah.md"
    draft.write_text("# Pembahasan\n\n## Komitmen\n\nKomitmen pegawai tergolong tidak baik.\n", encoding="utf-8")
    assert run(["audit-draft", str(draft), "--json", "-q"]) == 0
    capsys.readouterr()
    assert run(["audit-draft", str(draft), "--project", str(project), "--json", "-q"]) == 4
    (flag,) = json.loads(capsys.readouterr().out)["flags"]
    assert (flag["rule"], flag["severity"], flag["targets"]) == ("P1", "BLOCK", ["EFEK.KOM"])
    assert ["finding", "T-EFEK.KOM"] in flag["details"]
    assert flag["message"]["id"] and flag["message"]["en"]


def test_every_rule_has_its_heading_in_the_report(store: Store, tmp_path: Path) -> None:
    text = (
        GUESTS.format("45 tamu per hari")
        + "\nKuantitas kerja tergolong baik.\n\n## Komitmen\n\nKomitmen kurang baik.\n"
    )
    told = [line.id for line in report(checked(store, tmp_path, text))]
    assert [line[:2] for line in told if line.startswith("P")] == ["P1", "P2", "P3"]


# ---------------------------------------------------------------- where nothing can be compared
def test_another_codebook_than_the_projects_is_told_and_not_compared(
    store: Store, tmp_path: Path, tagged: Study
) -> None:
    draft = tmp_path / "naskah.md"
    draft.write_text("# Pembahasan\n\n## Komitmen\n\nKomitmen tergolong tidak baik.\n", encoding="utf-8")
    result = audit(draft, str(tagged.folder / "buku.yaml"), store)
    assert "codebook lain" in " ".join(note.id for note in result.notes)
    assert as_json(result)["flags"] == []


def test_open_suggestions_are_no_findings(tagged: Study) -> None:
    draft = tagged.put("naskah.md", "# Pembahasan\n\n## Layanan\n\nLayanan tergolong baik.\n")
    with open_store(tagged.project, readonly=True) as opened:
        result = audit(draft, store=opened)
    assert result.book.id == "layanan-desa"  # the project's own
    assert "belum memuat kode yang diterima" in " ".join(note.id for note in result.notes)
    assert result.flags == ()
