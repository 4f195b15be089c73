"""The whole text: negative cases first, nothing of what is blocked, no appraisal of what is only described."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from findings_values import BOOK, SCALE, Made, claim, code, made, own, said

from kualcode.analysis.evidence import Resolution
from kualcode.analysis.findings.claim import labels_in
from kualcode.analysis.narrative.conclusion import unanswered
from kualcode.analysis.narrative.groups import within
from kualcode.analysis.narrative.report import heading_of, report
from kualcode.analysis.narrative.said import Part
from kualcode.analysis.narrative.words import listed
from kualcode.analysis.rules.flags import Flag
from kualcode.document import Bullet, Heading, Paragraph
from kualcode.errors import Bi, Lang
from kualcode.judgements import Earlier, Judgements, Negative, Overall, Recommendation
from kualcode.judgements import Finding as Written

WHOLE = [
    *said("I1+ I2+ I3+ I4- O1+ D1+"),
    *said("I1- I2- I3-", "LAY.RMH"),
    *said("I10 I20 D10", "MUTU"),
    *said("I1+ I2+ I3~ O1+", "HMB.ALT"),
    *said("I1+ O1-", "DRG.TIM"),
]


def texts(found: Made, lang: Lang = "id", *, prose: bool = False) -> list[str]:
    """Every block of the report that has a text."""
    parts = report(found.study, in_prose=prose)
    return [p.block.text.get(lang) for p in parts if isinstance(p.block, Heading | Paragraph | Bullet)]


def section(found: Made, title: str, *, prose: bool = False) -> list[Part]:
    """The parts under the heading that ends so, up to the next heading."""
    parts = report(found.study, in_prose=prose)
    heads = [n for n, part in enumerate(parts) if isinstance(part.block, Heading)] + [len(parts)]
    start = next(n for n in heads[:-1] if _text(parts[n]).endswith(title))
    return list(parts[start + 1 : heads[heads.index(start) + 1]])


def _text(part: Part, lang: Lang = "id") -> str:
    assert isinstance(part.block, Heading | Paragraph | Bullet)
    return part.block.text.get(lang)


def _is_quote(part: Part) -> bool:
    return isinstance(part.block, Paragraph) and part.block.style == "quote"


def headings(found: Made, lang: Lang = "id") -> list[str]:
    """All headings."""
    return [p.block.text.get(lang) for p in report(found.study) if isinstance(p.block, Heading)]


# ---------------------------------------------------------------- the frame
def test_the_text_goes_from_negative_cases_to_advice_in_codebook_order() -> None:
    assert headings(made(*WHOLE)) == [
        "Kasus negatif yang harus dijelaskan",
        "Yang masih terbuka untuk seluruh temuan",
        "Pembahasan",
        "1. Layanan",
        "1.1 Kecepatan/antrean (LAY.CPT)",
        "1.2 Keramahan (LAY.RMH)",
        "1.3 Gambaran keseluruhan layanan",
        "2. Mutu",
        "2.1 Gambaran keseluruhan mutu",
        "3. Faktor penghambat",
        "Pertama, kurangnya alat (HMB.ALT)",
        "4. Faktor pendorong",
        "Simpulan",
        "Saran",
    ]
    assert headings(made(*WHOLE), "en")[6] == "1.3 The whole of service"


def test_negative_cases_come_first_and_say_whether_they_are_explained() -> None:
    (case,) = section(made(*WHOLE), "Kasus negatif yang harus dijelaskan")
    assert _text(case) == (
        "Kecepatan/antrean: berbeda dengan informan lain, I-4 (unsur staf) menilainya secara negatif. Penjelasan "
        "peneliti belum ada."
    )
    told = Negative("I-4", Bi("Ia datang pada hari libur.", "He came on a holiday."), gist=Bi("Antre lama.", "Long."))
    judged = Judgements(findings=(Written("LAY.CPT", negative_cases=(told,)),))
    (case,) = section(made(*WHOLE, judged=judged), "Kasus negatif yang harus dijelaskan")
    assert _text(case, "en") == (
        "Speed/queue: unlike other informants, I-4 (staff) says that long. According to the researcher, he came on a "
        "holiday. Explained."
    )
    assert "Tidak ada" in _text(section(made(*said("I1+ I2+ O1+")), "Kasus negatif yang harus dijelaskan")[0])


def test_a_blocked_finding_is_named_and_neither_told_nor_quoted() -> None:
    found = made(*WHOLE)
    assert [finding.id for finding in found.study.blocked] == ["T-DRG.TIM"]
    hidden = {one.id for one in WHOLE if one.code == "DRG.TIM"}
    for prose in (False, True):
        parts = report(found.study, in_prose=prose)
        assert not hidden & {one for part in parts for said_ in part.sentences for one in said_.evidence}
        assert all(one.quote not in _text(part) for part in parts for one in WHOLE if one.id in hidden)
        naming = [_text(part) for part in parts if "erja tim" in _text(part)]
        assert all("Belum dapat disimpulkan" in text for text in naming)
        assert naming


def test_a_parent_that_is_blocked_leaves_its_sound_parts_in_place() -> None:
    found = made(*said("I1+ I2+ I3+ O1+ D1+"), *said("I1+ I2+ I3+ O1-", "LAY.RMH"))
    assert [finding.id for finding in found.study.stated] == ["T-LAY.CPT"]
    assert "1.1 Kecepatan/antrean (LAY.CPT)" in headings(found)
    assert "1.2 Keramahan (LAY.RMH)" not in headings(found)
    assert not any("Gambaran keseluruhan layanan" in head for head in headings(found))
    assert texts(found).count("Belum dapat disimpulkan: keramahan dan layanan sebagai keseluruhan.") == 1
    assert sum("belum_dapat_disimpulkan.md" in text for text in texts(found)) == 1  # the pointer stands once


@pytest.mark.parametrize("prose", [False, True])
def test_descriptive_data_are_told_without_a_word_of_appraisal(prose: bool) -> None:
    evidence = said("I10 I20 D10", "MUTU")
    found = made(*evidence, claims=(claim(evidence[0], "20 tamu"), claim(evidence[2], "21 tamu")))
    assert found.of("MUTU").verdict.gate == "DESCRIBE"
    parts = section(found, "Gambaran keseluruhan mutu", prose=prose)
    languages: tuple[Lang, ...] = ("id", "en")
    for lang in languages:
        words = " ".join(_text(part, lang) for part in parts if not _is_quote(part))
        assert labels_in(words, lang, SCALE) == []
        assert not re.search(r"positi[fv]e?|negati[fv]e?|netral|neutral|cenderung|lean", words)
    assert "dua informan dan satu dokumen menyebut hal ini" in " ".join(map(_text, parts))


@pytest.mark.parametrize("prose", [False, True])
def test_every_sentence_on_the_groups_together_and_every_conclusion_names_its_axis(prose: bool) -> None:
    evidence = [replace(one, role_group="pimpinan" if n % 2 else "staf") for n, one in enumerate(WHOLE)]
    for design, axis in ((("teknik",), "riangulasi teknik"), (("sumber",), "riangulasi sumber")):
        found = made(*evidence, design=design)
        said_ = [s for part in report(found.study, in_prose=prose) for s in part.sentences if s.finding]
        stated = [
            s for s in said_ if set(s.rules) & {"AGREEMENT", "PARTIAL", "NEUTRAL_ONLY"} and "LABEL" not in s.rules
        ]
        assert len(stated) > 6
        assert all(axis in s.text.id for s in stated if not s.text.id.startswith("Tingkat keyakinan"))


def test_the_draft_is_headed_so_and_has_no_list_in_its_discussion() -> None:
    found = made(*WHOLE, title="Layanan Kantor")
    assert heading_of(found.study, in_prose=True).id == "Draf Pembahasan, Simpulan, dan Saran: Layanan Kantor"
    assert heading_of(found.study).en.startswith("Outline of")
    parts = [p.block for p in report(found.study, in_prose=True)]
    start = next(n for n, b in enumerate(parts) if isinstance(b, Heading) and b.text.id == "Pembahasan")
    end = next(n for n, b in enumerate(parts) if isinstance(b, Heading) and b.text.id == "Saran")
    assert not any(isinstance(block, Bullet) for block in parts[start:end])


@pytest.mark.parametrize("prose", [False, True])
def test_both_languages_have_the_same_blocks_and_the_same_figures(prose: bool) -> None:
    for indonesian, english in zip(
        texts(made(*WHOLE), prose=prose), texts(made(*WHOLE), "en", prose=prose), strict=True
    ):
        assert bool(indonesian) == bool(english)
        assert sorted(re.findall(r"\d+", indonesian)) == sorted(re.findall(r"\d+", english))


# ---------------------------------------------------------------- quotes
def test_quotes_are_the_words_of_their_span_with_who_where_and_when() -> None:
    (first, *rest) = said("I1+ I2+ O1+")
    words = "Antre\n dua jam [tertawa] = lama\u0301 sekali kata orang \U0001f600 itu {x}"
    quoted = replace(first, quote=words, line_from=41, line_to=44)
    parts = section(made(quoted, *rest), "(LAY.CPT)")
    assert _text(parts[1]) == (
        "“Antre dua jam [tertawa] = lama\u0301 sekali kata orang \U0001f600 itu {x}” (I-1, unsur staf, wawancara "
        "9 Februari 2026, brs. 41-44)"
    )
    assert _text(parts[1], "en").endswith("(I-1, staff, interview 9 February 2026, lines 41-44)")
    assert isinstance(parts[1].block, Paragraph)
    assert parts[1].block.style == "quote"


def test_a_translation_is_called_the_researchers() -> None:
    (first, *rest) = said("I1+ I2+ O1+")
    parts = section(made(replace(first, translation="Saya antre lama."), *rest), "(LAY.CPT)")
    assert _text(parts[1]).endswith("Artinya: “Saya antre lama.” (terjemahan peneliti).")


def test_a_passage_that_two_findings_rest_on_is_printed_once_and_then_pointed_to() -> None:
    shared = "Printernya macet, jadi antre."
    first = [replace(one, quote=shared) if n == 0 else one for n, one in enumerate(said("I1- I2- I3- O1-"))]
    again = said("I1+ I2+ I3+ O1+", "HMB.ALT")
    again = [replace(one, quote=shared) if n == 0 else one for n, one in enumerate(again)]
    found = made(*first, *again)
    pointer = "(Lihat kutipan pada kecepatan/antrean (LAY.CPT): I-1, unsur staf, wawancara 9 Februari 2026, brs. 1.)"
    parts = section(found, "(HMB.ALT)")
    assert sum(shared in text for text in texts(found)) == 1
    (pointed,) = [part for part in parts if _text(part).endswith(pointer)]
    assert pointed.sentences[0].evidence == (again[0].id,)  # the trace leads to the coding of this finding
    alone = made(*first, replace(again[0], id="only"), replace(again[3], quote=""))
    assert all(pointer not in text for text in texts(alone))


# ---------------------------------------------------------------- what the researcher holds
def test_what_is_open_is_said_once_for_all_or_where_it_belongs() -> None:
    bare = [_text(part) for part in section(made(*WHOLE), "Yang masih terbuka untuk seluruh temuan")]
    assert bare[0].startswith("Kalimat dan kategori semua temuan belum ditetapkan peneliti")
    assert "kriteria" in bare[1] and "kecepatan/antrean" in bare[1] and "keramahan" not in bare[1]
    found = made(*WHOLE, judgements=(own("LAY.CPT", "baik"), own("HMB.ALT", claim="Alat kurang.")))
    open_ = [_text(part) for part in section(found, "(LAY.CPT)")][-3:]
    shared = [_text(part) for part in section(found, "untuk seluruh temuan")]
    assert not any("semua temuan" in text for text in shared)
    assert "Kalimat temuan belum ditulis peneliti untuk kecepatan/antrean." in shared
    assert "Kalimat temuan dan kategorinya belum ditetapkan peneliti untuk layanan dan keramahan." in shared
    assert open_ == [
        "Masih terbuka:",
        "Alasan mengapa kategori peneliti berbeda dengan usulan belum ditulis.",
        "Kasus negatif I-4 belum dijelaskan.",
    ]
    assert "Masih terbuka:" not in map(_text, section(found, "(HMB.ALT)"))
    odd = made(*WHOLE, judgements=(own("HMB.ALT", claim="Ada 7 komputer."),))
    assert "Angka “7” tidak ditemukan dalam data angka maupun kutipan temuan ini." in map(
        _text, section(odd, "(HMB.ALT)")
    )


@pytest.mark.parametrize("prose", [False, True])
def test_consent_that_is_not_recorded_is_told_once_with_the_findings_that_rest_on_it(prose: bool) -> None:
    evidence = [replace(one, consent="unrecorded") if one.informant == "I-2" else one for one in WHOLE]
    found = made(*evidence)
    (told,) = [text for text in texts(found, prose=prose) if "ersetujuan" in text]
    assert told == (
        "Persetujuan belum dicatat untuk I-2, sehingga yang bertumpu pada keterangannya hanya dapat dinyatakan dengan "
        "catatan: kecepatan/antrean, keramahan, mutu, dan kurangnya alat; catat di kolom persetujuan pada "
        "informants.csv."
    )


def test_another_axis_is_told_once_and_says_how_to_compare_longer_stretches_of_time() -> None:
    days = {"I-1": "2026-02-09", "I-2": "2026-02-10", "I-3": "2026-02-11"}
    evidence = [
        replace(one, date=days.get(one.informant or "", "2026-02-12"))
        for code_ in ("LAY.CPT", "LAY.RMH")
        for one in said("I1+ I2- I3+ O1+", code_)
    ]
    told = [text for text in texts(made(*evidence)) if "riangulasi waktu" in text]
    assert told == [
        "Pandangan bertentangan pada triangulasi waktu, sehingga keyakinannya paling tinggi sedang: layanan, "
        "kecepatan/antrean, dan keramahan; setiap tanggal dihitung sebagai kurun waktu tersendiri; untuk membandingkan "
        "minggu atau bulan, tulis “time_bucket: week” atau “month” pada bagian triangulation di codebook."
    ]
    weeks = replace(BOOK, triangulation=(*BOOK.triangulation, ("time_bucket", "week")))
    assert not any("riangulasi waktu" in text for text in texts(made(*evidence, book=weeks)))


def test_the_label_is_told_with_whose_it_is() -> None:
    found = made(
        *WHOLE, judgements=(own("LAY.CPT", "baik", memo="Antrean sudah dibenahi."), own("LAY.RMH", "tidak baik"))
    )
    assert "Arah temuan: baik (peneliti); usulan: cukup baik; alasan peneliti: “Antrean sudah dibenahi.”" in [
        _text(part) for part in section(found, "(LAY.CPT)")
    ]
    told = [_text(part) for part in section(found, "(LAY.RMH)")]
    assert "Kategori: tidak baik (peneliti; sama dengan usulan)." in told
    assert "Kriteria: SOP layanan." in told


def test_a_rule_that_fired_is_told_and_a_warning_is_only_a_remark() -> None:
    flags = (Flag("N4", "WARN", ("LAY.CPT",), Bi("Dua angka sama.", "Two figures alike.")),)
    told = [_text(part) for part in section(made(*WHOLE, flags=flags), "(LAY.CPT)")]
    assert "Catatan pemeriksaan (N4): dua angka sama." in told


def test_in_a_draft_a_warning_stands_apart_and_a_resolved_contradiction_in_the_text() -> None:
    warning = Flag("N4", "WARN", ("LAY.CPT",), Bi("Dua angka sama.", "Two figures alike."))
    block = Flag("N1", "BLOCK", ("LAY.CPT",), Bi("Jumlahnya lebih.", "The sum is too high."))
    why = "Satu kegiatan dihitung dua kali pada laporan triwulan kedua."
    decided = Resolution("N1", block.id, "prefer", why, "Sari", "2026-03-01")
    parts = section(made(*WHOLE, flags=(warning, block), resolutions=(decided,)), "(LAY.CPT)", prose=True)
    notes = [_text(p) for p in parts if isinstance(p.block, Paragraph) and p.block.style == "note"]
    assert notes == ["Dua angka sama."]
    assert any(f"Jumlahnya lebih. Peneliti memilih salah satunya dengan alasan: “{why}”" in _text(p) for p in parts)


def test_causes_are_told_from_both_ends() -> None:
    evidence = list(WHOLE)
    late, cause = evidence[0], evidence[12]
    assert (late.code, cause.code) == ("LAY.CPT", "HMB.ALT")
    evidence[12] = replace(cause, doc_id=late.doc_id, turn=late.turn, start=late.start, end=late.end, causal="stated")
    found = made(*evidence)
    assert "Kaitan dengan faktor: yang disebut sebagai penyebabnya ialah kurangnya alat." in map(
        _text, section(found, "(LAY.CPT)")
    )
    assert "Kaitan dengan faktor: disebut sebagai penyebab dalam hal kecepatan/antrean." in map(
        _text, section(found, "(HMB.ALT)")
    )


def test_a_cause_that_is_blocked_is_not_named() -> None:
    evidence = list(WHOLE)
    late, blocked = evidence[0], evidence[-2]
    assert (late.code, blocked.code) == ("LAY.CPT", "DRG.TIM")
    evidence[-2] = replace(blocked, doc_id=late.doc_id, turn=late.turn, start=late.start, end=late.end, causal="stated")
    found = made(*evidence)
    assert found.of("LAY.CPT").explains == ("DRG.TIM",)
    assert not any("Kaitan dengan faktor" in _text(part) for part in section(found, "(LAY.CPT)"))


def test_camps_are_named_where_no_view_prevails() -> None:
    told = [_text(part) for part in section(made(*said("I1+ I2+ I3- O1+ D1+")), "(LAY.CPT)")]
    assert not any(text.startswith("Dua pandangan") for text in told)
    told = [_text(part) for part in section(made(*said("I1+ I2+ I3- I4- D1~")), "(LAY.CPT)")]
    assert "Dua pandangan: tidak ada pandangan yang menonjol (positif: I-1 dan I-2; negatif: I-3 dan I-4)." in told


# ---------------------------------------------------------------- earlier studies
@pytest.mark.parametrize(
    ("result", "wanted"),
    [
        ("cukup baik", "sejalan dengan penelitian terdahulu Ramli (2022) di Halong, yang juga mendapati layanan cukup"),
        ("baik", "sejalan dengan penelitian terdahulu Ramli (2022) di Halong, yang mendapati layanan baik, walaupun"),
        ("belum optimal", "berbeda dengan penelitian terdahulu Ramli (2022) di Halong, yang mendapati layanan kurang"),
        ("entah", "keduanya belum dapat dibandingkan"),
    ],
)
def test_an_earlier_study_is_in_line_or_different(result: str, wanted: str) -> None:
    earlier = Earlier("Ramli", "LAY", result, year="2022", place="Halong")
    evidence = [*said("I1+ I2+ I3+ I4- O1+ D1+"), *said("I1+ I2+ I3+ O1+ D1+", "LAY.RMH")]
    found = made(*evidence, judged=Judgements(earlier_studies=(earlier, replace(earlier, indicator="MUTU"))))
    assert found.of("LAY").label == "cukup baik"
    told = [_text(part) for part in section(found, "Gambaran keseluruhan layanan") if "Ramli" in _text(part)]
    assert len(told) == 1
    assert wanted in told[0]


# ---------------------------------------------------------------- conclusion and advice
def test_the_whole_is_suggested_with_its_list_and_the_researchers_label_is_hers() -> None:
    evidence = [*said("I1+ I2+ I3+ O1+ D1+"), *said("I1+ I2+ I3+ O1+ D1+", "LAY.RMH"), *said("I1+ I2+ I3+ O1+", "MUTU")]
    told = [_text(part) for part in section(made(*evidence), "Simpulan")]
    assert told[:3] == [
        "Secara keseluruhan, yang diteliti cenderung baik (usulan; peneliti yang menetapkan), sebab “baik” ialah "
        "kategori terendah yang dimiliki sedikitnya dua indikator.",
        "Dasarnya, menurut triangulasi teknik: layanan baik dan mutu baik.",
        "Simpulan ini bertumpu pada dua dari dua indikator.",
    ]
    judged = Judgements(overall=Overall("sudah baik"))
    assert _text(section(made(*evidence, judged=judged, title="Mutu “Cepat”"), "Simpulan")[0]) == (
        "Secara keseluruhan, yang diteliti (“Mutu ‘Cepat’”) cenderung baik (ditetapkan peneliti, ditulis “sudah baik”)."
    )
    other = section(made(*evidence, judged=Judgements(overall=Overall("cukup baik"))), "Simpulan")
    assert "alasan perbedaannya perlu ditulis" in _text(other[1])
    nothing = section(made(), "Simpulan")
    assert _text(nothing[0]).startswith("Kategori keseluruhan belum dapat diusulkan")


def test_a_blocked_indicator_is_only_named_in_the_conclusion() -> None:
    found = made(*said("I1+ I2+ I3+ O1+", "MUTU"), *said("I1+", "LAY.CPT"))
    assert found.of("LAY").blocked and found.of("LAY").label == "baik"
    naming = [t for t in map(_text, section(found, "Simpulan")) if "ayanan" in t]
    assert naming == ["Tidak diikutkan karena belum dapat disimpulkan: layanan."]


def test_an_indicator_is_concluded_with_its_main_reservation() -> None:
    evidence = [*said("I1+ I2+ I3+ I4- O1+ D1+"), *said("I1+ I2+ I3+ O1-", "MUTU")]
    (told,) = [t for t in map(_text, section(made(*evidence), "Simpulan")) if t.startswith("Layanan")]
    assert told == "Layanan cenderung cukup baik (triangulasi teknik, 3 dari 3); keramahan belum dapat disimpulkan."
    flags = (Flag("N4", "WARN", ("MUTU",), Bi("Angka sama.", "Figures alike.")),)
    (told,) = [
        t
        for t in map(_text, section(made(*said("I1+ I2+ I3+ O1+ D1+", "MUTU"), flags=flags), "Simpulan"))
        if "Mutu" in t
    ]
    assert told == "Mutu cenderung baik (triangulasi teknik, 3 dari 3), dengan catatan: N4: Angka sama."


def test_factors_are_sorted_by_how_they_stand() -> None:
    stated = [replace(one, causal="stated") for one in said("I1+ I2+ I3+ O1+", "HMB.ALT")]
    told = [_text(part) for part in section(made(*stated, *said("I1+ I2+ I3+ O1+", "DRG.TIM")), "Simpulan")]
    assert told[-2:] == [
        "Menurut triangulasi teknik, faktor penghambat yang terdukung ialah kurangnya alat.",
        "Menurut triangulasi teknik, di antara faktor pendorong, yang ditemukan sebagai kondisi (belum ditandai bahwa "
        "sumbernya menyatakan pengaruhnya terhadap kinerja) ialah kerja tim.",
    ]


def test_advice_says_what_it_answers_and_hindrances_without_any_stay_open() -> None:
    evidence = said("I1+ I2+ I3+ O1+", "HMB.ALT")
    bare = made(*evidence)
    assert [finding.id for finding in unanswered(bare.study)] == ["T-HMB.ALT"]
    assert "faktor penghambat tanpa saran, yaitu kurangnya alat" in " ".join(map(_text, section(bare, "Saran")))
    advice = (
        Recommendation("S-01", Bi("Beli printer.", "Buy a printer."), Bi("Camat", "the head"), ("HMB.ALT",)),
        Recommendation("S-02", Bi("Latih pegawai.", "Train the staff."), answers=("DRG.TIM",)),
    )
    told = section(made(*evidence, judged=Judgements(recommendations=advice)), "Saran")
    assert [_text(part, "en") for part in told] == [
        "S-01. To the head: buy a printer. (It answers the findings on lack of tools.)",
        "S-02. Train the staff.",
        "Still open: advice that answers no finding that may be stated, namely S-02.",
    ]


# ---------------------------------------------------------------- how it reads
def test_sections_are_numbered_without_gaps_also_where_one_is_held_back() -> None:
    found = made(*said("I1+ I2+ I3+ O1-"), *said("I1+ I2+ I3+ O1+", "LAY.RMH"))
    assert found.of("LAY.CPT").blocked
    assert [head for head in headings(found) if head.startswith("1.")][1:] == [
        "1.1 Keramahan (LAY.RMH)",
    ]


def test_negative_cases_of_findings_that_are_held_back_are_listed_and_marked() -> None:
    flag = Flag("N1", "BLOCK", ("LAY.CPT",), Bi("Bagian tidak pas.", "A part does not fit."))
    found = made(*WHOLE, flags=(flag,))
    assert found.of("LAY.CPT").blocked
    (case,) = section(found, "Kasus negatif yang harus dijelaskan")
    assert _text(case).endswith("Temuannya sendiri belum dapat disimpulkan.")


def test_a_factor_that_is_not_marked_as_a_cause_says_how_to_mark_it() -> None:
    evidence = said("I1+ I2+ I3+ O1+", "HMB.ALT")
    lines = section(made(*evidence), "Yang masih terbuka untuk seluruh temuan")
    assert any("isi kolom causal dengan stated" in _text(line) for line in lines)
    stated = section(made(*(replace(one, causal="stated") for one in evidence)), "untuk seluruh temuan")
    assert not any("causal" in _text(line) for line in stated)


def test_figures_that_are_confirmed_alike_stand_in_one_point() -> None:
    evidence = said("I1+ I2+ I3+ O1+ D1+")
    given = [
        claim(one, figure, measure, id=f"{measure}{one.id}")
        for measure, figure in (("tamu per hari", "20 tamu"), ("surat per hari", "12 surat"))
        for one in (evidence[0], evidence[4])
    ]
    told = [t for t in map(_text, section(made(*evidence, claims=tuple(given)), "(LAY.CPT)")) if t.startswith("Angka")]
    assert len(told) == 1
    assert told[0].startswith("Angka yang dikonfirmasi oleh wawancara dan dokumentasi: ")
    assert "12" in told[0] and "20" in told[0]


def test_the_whole_warns_where_it_rests_on_fewer_than_half_of_the_indicators() -> None:
    book = replace(BOOK, codes=(*BOOK.codes, code("HASIL", "indicator", ("Hasil", "Output"))))
    judged = Judgements(overall=Overall("baik"))
    told = [_text(p) for p in section(made(*said("I1+ I2+ I3+ O1+", "MUTU"), book=book, judged=judged), "Simpulan")]
    assert "Simpulan ini bertumpu pada satu dari tiga indikator. Peringatan: kurang dari separuh" in " ".join(told)


def test_the_whole_has_no_label_while_half_of_the_indicators_hold_none() -> None:
    evidence = [*said("I1+ I2+ I3+ O1+ D1+"), *said("I1+ I2+ O1-", "MUTU")]
    told = [_text(part) for part in section(made(*evidence), "Simpulan")]
    assert told[:2] == [
        "Kategori keseluruhan belum dapat diusulkan karena baru satu dari dua indikator berkategori yang dapat "
        "dinyatakan.",
        "Tidak diikutkan karena belum dapat disimpulkan: mutu.",
    ]


def test_marks_of_quotes_within_a_quote_are_single_and_lines_are_one() -> None:
    assert within('Katanya, "besok\n ya, Bu" dan “lusa”.') == "Katanya, ‘besok ya, Bu’ dan ‘lusa’."
    assert within('Meja 12" itu') == 'Meja 12" itu'


def test_a_list_whose_parts_have_an_and_of_their_own_is_kept_apart() -> None:
    assert listed([Bi("empati dan simpati", "empathy and sympathy"), Bi("inisiatif", "initiative")]) == Bi(
        "empati dan simpati, serta inisiatif", "empathy and sympathy, and initiative"
    )
    assert listed([Bi("a", "a"), Bi("b", "b"), Bi("c", "c")]) == Bi("a, b, dan c", "a, b and c")
