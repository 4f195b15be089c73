"""One whole way through the demonstration study: from a folder to a table that people have decided on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from study_values import Study, copy_of_demonstration

import kualcode


def test_from_a_folder_to_decided_codings(study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_of_demonstration(tmp_path / "demo")
    monkeypatch.chdir(folder)
    first = study.ok("tag", ".", "--codebook", "asn-kinerja")
    assert "18 berkas dibaca; " in first.err
    assert "Register: dihitung, tidak dikodekan per baris" in first.err
    assert "Persetujuan belum dicatat: I-08, I-10" in first.err
    study.folder = folder

    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    kept = ("document", "text", "codes")
    study.put("sari.jsonl", "".join(json.dumps({key: row[key] for key in kept}) + "\n" for row in rows))
    gold = study.run("code", "import", "sari.jsonl", "--coder", "Sari")
    taken, bad = (
        int(word)
        for word in (
            gold.err.split(" kode masuk")[0].split()[-1],
            gold.err.rsplit(" tidak dapat dipakai", 1)[0].split()[-1],
        )
    )
    assert taken > 100
    assert bad <= taken // 20
    assert "antri" not in gold.err.lower()

    quotes = json.loads(study.ok("quotes", "FH.SAR", "--json").out)["records"]
    assert quotes
    study.ok("why", quotes[0]["id"])
    study.ok("code", "accept", "--code", "FH.SAR", "--min-confidence", "0.7", "--coder", "Dwi")
    study.ok("code", "reject", "--code", "FD", "--stance", "neutral", "--coder", "Dwi")
    assert "diterima" in study.ok("status").out
    study.ok("sources", "set", "wawancara/I-06 Staf Loket.srt", "date=11 Februari 2026", "--coder", "Dwi")
    again = json.loads(study.ok("tag", "--json").out)
    assert again["files"] == {"unchanged": 18}
    assert again["suggestions"]["added"] == 0
    assert "utuh" in study.ok("check", "--deep").err

    study.ok("backup", "cadangan.kualbak")
    exported = study.ok("export", "json", "-q").out
    study.ok("restore", "cadangan.kualbak", "--project", str(study.project))
    assert study.ok("export", "json", "-q").out == exported
    with kualcode.open(study.project) as project:
        assert set(project.codings()["coder"].dropna()) == {"Sari", "Dwi"}
    assert study.ok("evaluate", "gold.jsonl", "--codebook", "asn-kinerja").out
