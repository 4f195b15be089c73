"""temuan.yaml: what the researcher writes beside the machine."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from study_values import CODEBOOK

from kualcode import codebook as books
from kualcode.errors import Bi, InvalidFile, Lang
from kualcode.judgements import (
    Debriefing,
    Earlier,
    Finding,
    Judgements,
    Negative,
    Overall,
    Recommendation,
    Reflection,
    check,
    facet_of,
    facets_of,
    label_of,
    load,
    template,
)
from kualcode.text import normalise

BOOK = books.load(CODEBOOK, "buku.yaml")
FULL = """
temuan:
  lay.cpt:
    kategori: cukup baik
    pernyataan: {id: Antrean cepat., en: The queue is quick.}
    catatan: Dua informan menunggu lama.
    bertumpu_pada: [Antrean]
    teori: Sejalan dengan teori antrean.
    kasus_negatif:
      I-01: {penjelasan: Datang pada hari pasar., direvisi: ya, inti: antrenya lama}
keseluruhan: {kategori: baik, catatan: Tiga dari lima baik.}
saran:
- {nomor: s2, kepada: Camat, tindakan: Tambah loket., menjawab: [lay.cpt], menyangkut: [HMB.ALT]}
- tindakan: {id: Ganti printer., en: Replace the printer.}
  nomor: 7
penelitian_terdahulu:
- {penelitian: Sari, tahun: 2021, tempat: Kecamatan Melur, indikator: LAY.CPT, hasil: baik, sitasi: "Sari (2021)"}
keabsahan: [Member check, triangulasi teknik, Perpanjangan Pengamatan, member_check]
diskusi_sejawat:
- {tanggal: 2026-01-31, sejawat: Budi, topik: Batas kode, keputusan: Dipisah., kode_berubah: [LAY.CPT]}
refleksi:
- tanggal: 2026-02-01
  catatan: |
    Saya pegawai di sini.


    Itu memudahkan
    masuk.
metode:
  SRQR-S3: Kerangka.
  coreq 8: {id: Kenal baik., en: Well known.}
latar: Kecamatan di tepi sungai.
"""
ENGLISH = """
findings:
  LAY.CPT:
    label: cukup baik
    claim: {id: Antrean cepat., en: The queue is quick.}
    memo: Dua informan menunggu lama.
    rests_on: Antrean
    theory: Sejalan dengan teori antrean.
    negative_cases:
      I-01: {explanation: Datang pada hari pasar., revised: true, gist: antrenya lama}
overall: {label: baik, memo: Tiga dari lima baik.}
recommendations:
- {id: S-02, to: Camat, action: Tambah loket., answers: LAY.CPT, concerns: [HMB.ALT]}
- {id: S-07, action: {id: Ganti printer., en: Replace the printer.}}
earlier_studies:
- {study: Sari, year: "2021", place: Kecamatan Melur, indicator: LAY.CPT, result: baik, cite: "Sari (2021)"}
credibility: [member_check, technique triangulation, prolonged engagement]
peer_debriefing:
- {date: 2026-01-31, peer: Budi, topic: Batas kode, decision: Dipisah., changed_codes: [LAY.CPT]}
reflexivity:
- {date: 2026-02-01, memo: "Saya pegawai di sini.\\n\\nItu memudahkan masuk."}
method: {COREQ-8: {id: Kenal baik., en: Well known.}, SRQR-3: Kerangka.}
setting: Kecamatan di tepi sungai.
"""


def same(text: str) -> Bi:
    return Bi(text, text)


SAID = Judgements(
    findings=(
        Finding(
            "LAY.CPT",
            "cukup baik",
            Bi("Antrean cepat.", "The queue is quick."),
            "Dua informan menunggu lama.",
            ("Antrean",),
            same("Sejalan dengan teori antrean."),
            (Negative("I-01", same("Datang pada hari pasar."), True, same("antrenya lama")),),
        ),
    ),
    overall=Overall("baik", "Tiga dari lima baik."),
    recommendations=(
        Recommendation("S-02", same("Tambah loket."), same("Camat"), ("LAY.CPT",), ("HMB.ALT",)),
        Recommendation("S-07", Bi("Ganti printer.", "Replace the printer.")),
    ),
    earlier_studies=(Earlier("Sari", "LAY.CPT", "baik", "2021", "Kecamatan Melur", "Sari (2021)"),),
    credibility=("member_check", "technique_triangulation", "prolonged_engagement"),
    peer_debriefing=(Debriefing("2026-01-31", "Budi", "Batas kode", "Dipisah.", ("LAY.CPT",)),),
    reflexivity=(Reflection("2026-02-01", "Saya pegawai di sini.\n\nItu memudahkan masuk."),),
    method=(("COREQ-8", Bi("Kenal baik.", "Well known.")), ("SRQR-3", same("Kerangka."))),
    setting=same("Kecamatan di tepi sungai."),
)


def said(text: str) -> Judgements:
    """What a file says, without where it says it."""
    read = load(text, "temuan.yaml")
    return Judgements(**{name: getattr(read, name) for name in Judgements.__slots__ if name != "mentions"})


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        load(text, "temuan.yaml")
    return [problem.line("en") for problem in caught.value.problems]


# ---------------------------------------------------------------- read
@pytest.mark.parametrize("text", [FULL, ENGLISH])
def test_everything_that_a_researcher_can_write_in_either_language(text: str) -> None:
    assert said(text) == SAID
    assert check(load(text, "temuan.yaml"), BOOK, voices=["I-01"]) == []


@pytest.mark.parametrize("text", ["", "# belum\n", "temuan:\nsaran:\nkeabsahan: []\n", "temuan: {LAY: {label: }}"])
def test_everything_may_be_left_out(text: str) -> None:
    assert said(text) == Judgements()


def test_one_language_alone_stands_for_both() -> None:
    read = said("findings: {LAY: {claim: {en: Quick.}, theory: {id: Cepat.}}}").findings[0]
    assert (read.claim, read.theory) == (same("Quick."), same("Cepat."))


def test_paragraphs_are_kept_and_the_blanks_between_them_folded() -> None:
    assert said(r'keseluruhan: {catatan: "\n\n a\n b \n \n\n\n c\n\n"}').overall.memo == "a b\n\nc"


def test_what_is_held_of_a_code_is_found() -> None:
    assert SAID.finding("LAY.CPT") == SAID.findings[0]
    assert SAID.finding("LAY") is None


def test_a_voice_that_is_not_explained_yet_is_no_negative_case() -> None:
    read = said("findings: {LAY: {memo: x, negative_cases: {I-01: , I-02: {explanation: '', gist: y}}}}")
    assert read.findings[0].negative_cases == ()


def test_advice_without_a_number_has_that_of_its_place() -> None:
    read = said("saran:\n- tindakan: a\n-\n- {nomor: S-12, tindakan: b}\n- tindakan: c\n")
    assert [one.id for one in read.recommendations] == ["S-01", "S-12", "S-03"]


@pytest.mark.parametrize(
    ("word", "revised"), [("ya", True), ("sudah", True), ("yes", True), ("belum", False), ("no", False), ("", False)]
)
def test_yes_and_no_in_both_languages(word: str, revised: bool) -> None:
    read = said(f"findings: {{LAY: {{negative_cases: {{I-01: {{explanation: x, revised: {word}}}}}}}}}")
    assert read.findings[0].negative_cases[0].revised is revised


def test_items_of_the_checklists_are_in_order_of_their_numbers() -> None:
    read = said("metode: {SRQR-2: a, COREQ-10: b, coreq.9: c, SRQR S11: d, COREQ-32: e, COREQ-1: }")
    assert [item for item, _ in read.method] == ["COREQ-9", "COREQ-10", "COREQ-32", "SRQR-2", "SRQR-11"]


# ---------------------------------------------------------------- what does not fit
def test_every_problem_is_told_at_once_with_its_place() -> None:
    assert problems(
        """\
temuan:
  LAY:
    labl: baik
    claim: [a, b]
  lay:
    memo: x
    kasus_negatif:
      I-01: {penjelasan: x, direvisi: mungkin}
temuan2: 1
saran:
- kepada: Camat
- {id: S-02, nomor: S-02, tindakan: a}
- {id: satu, tindakan: b}
- {id: S-2, tindakan: c}
penelitian_terdahulu:
- {study: A, year: dua ribu}
keabsahan: [membercek, ronda]
diskusi_sejawat:
- {tanggal: 2026-02-30, sejawat: Budi, topik: [x]}
refleksi:
- {tanggal: 20260131, catatan: }
metode: {COREQ-33: a, SRQR-22: b, COREQ-8: a, coreq8: b}
"""
    ) == [
        "temuan.yaml:3:5: “labl” is not known. Did you mean “label”?",
        "temuan.yaml:4:5: A text is needed here. Write one text, in quotes if need be.",
        "temuan.yaml:5:3: “lay” is written twice. Merge them or remove one.",
        "temuan.yaml:8:29: “mungkin” is not known. Write yes or no.",
        "temuan.yaml:9:1: “temuan2” is not known. Did you mean “temuan”?",
        "temuan.yaml:11:3: “action” has no value. Fill it in, or remove this item.",
        "temuan.yaml:12:14: “nomor” and “id” mean the same. Keep one.",
        "temuan.yaml:13:4: “satu” is not known. Write a number such as S-01.",
        "temuan.yaml:14:4: “S-02” is written twice. Merge them or remove one.",
        "temuan.yaml:16:3: “indicator” has no value. Fill it in, or remove this item.",
        "temuan.yaml:16:3: “result” has no value. Fill it in, or remove this item.",
        "temuan.yaml:16:14: “dua ribu” is not known. Write a year such as 2021.",
        "temuan.yaml:17:13: “membercek” is not known. Did you mean “membercheck”?",
        "temuan.yaml:17:24: “ronda” is not known. Known here: perpanjangan pengamatan, meningkatkan ketekunan, "
        "triangulasi, triangulasi sumber, triangulasi teknik, triangulasi waktu, diskusi teman sejawat, analisis "
        "kasus negatif, bahan referensi, member check, uraian rinci, audit, konfirmabilitas.",
        "temuan.yaml:19:4: “2026-02-30” is not known. Write a date such as 2026-01-31.",
        "temuan.yaml:19:40: A text is needed here. Write one text, in quotes if need be.",
        "temuan.yaml:21:4: “20260131” is not known. Write a date such as 2026-01-31.",
        "temuan.yaml:21:23: “memo” has no value. Fill it in, or remove this item.",
        "temuan.yaml:22:10: “COREQ-33” is not known. Write an item such as COREQ-8 (1 to 32) or SRQR-3 (1 to 21).",
        "temuan.yaml:22:23: “SRQR-22” is not known. Write an item such as COREQ-8 (1 to 32) or SRQR-3 (1 to 21).",
        "temuan.yaml:22:47: “coreq8” is written twice. Merge them or remove one.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n- b\n", "1:1: Keys with values are needed here."),
        ("temuan: [LAY]\n", "1:1: Keys with values are needed here."),
        ("temuan: {LAY: baik}\n", "1:10: Keys with values are needed here."),
        ("saran: [Tambah loket.]\n", "1:9: Keys with values are needed here."),
        ("latar: {id: a, fr: b}\n", "1:16: “fr” is not known."),
        ("latar: true\n", "1:1: A text is needed here."),
        ("temuan: {LAY: {label: [baik]}}\n", "1:16: A text is needed here."),
        ("diskusi_sejawat: [{tanggal: , sejawat: B, topik: c}]\n", "1:20: “date” has no value."),
        ("temuan:\n  LAY: {memo: a}\n  LAY: {memo: b}\n", "3:3: The key “LAY” is written twice."),
        ("temuan: *a\n", "1:9: Aliases (*name) are not used here."),
    ],
)
def test_values_of_another_shape_are_refused(text: str, said: str) -> None:
    assert any(line.startswith(f"temuan.yaml:{said}") for line in problems(text)), problems(text)


def test_a_sentence_that_stands_in_a_wrong_place_is_not_repeated() -> None:
    """It may be an informant's."""
    text = "Antreannya lama sekali, saya menunggu sampai sore."
    told = problems(f"keabsahan: ['{text}']\nsaran: [{{id: '{text}', tindakan: a}}]\n")
    assert [line.split(". ")[0] for line in told] == [
        "temuan.yaml:1:13: “(50 characters)” is not known",
        "temuan.yaml:2:10: “(50 characters)” is not known",
    ]
    wrong = check(load(f"temuan: {{LAY: {{label: '{text}', bertumpu_pada: '{text}'}}}}", "t.yaml"), BOOK)
    assert len(wrong) == 2
    assert not any("menunggu" in problem.line("id") for problem in wrong)


# ---------------------------------------------------------------- what the codebook knows
def told(text: str, **known: object) -> list[str]:
    found = check(load(text, "temuan.yaml"), BOOK, **known)  # type: ignore[arg-type]
    return [problem.line("en").removeprefix("temuan.yaml:") for problem in found]


def test_codes_labels_facets_and_voices_are_asked_of_the_codebook() -> None:
    text = """\
temuan:
  LAY.CTP: {memo: x, bertumpu_pada: [antrean]}
  LAY.CPT: {label: bagus, bertumpu_pada: [antren, printer]}
  LAY: {label: Kurang  BAIK, bertumpu_pada: antrean, kasus_negatif: {I-9: {penjelasan: x}, i_01: , Oo-1: }}
  HMB.ALT: {label: baik, bertumpu_pada: Printer}
  HMB: {catatan: x}
keseluruhan: {label: good}
saran: [{tindakan: a, menjawab: [LAY, HMB.ALAT], menyangkut: FD}]
penelitian_terdahulu: [{study: A, indicator: HMB, result: lumayan}]
diskusi_sejawat: [{date: 2026-01-31, peer: B, topic: c, changed_codes: [LAY.CPD]}]
"""
    assert told(text, voices=["I-01", "O-1"]) == [
        "2:3: The codebook has no code “LAY.CTP”. Did you mean “LAY.CPT”?",
        "3:13: The label “bagus” is not in label_scale. Choose: baik, cukup baik, kurang baik, tidak baik.",
        "3:43: “antren” is no facet of LAY.CPT. Did you mean “antrean”?",
        "3:51: “printer” is no facet of LAY.CPT. Choose: antrean.",
        "4:70: “I-9” is no informant, session or document of this project. Write the code of the informant, session "
        "or document; see: kualcode sources",
        "4:100: “Oo-1” is no informant, session or document of this project. Did you mean “O-1”?",
        "5:3: “HMB.ALT” is a factor, and factors take no label. Remove the label; its status (supported, refuted, "
        "disputed) comes from the data.",
        "8:39: The codebook has no code “HMB.ALAT”. Did you mean “HMB.ALT”?",
        "8:50: The codebook has no code “FD”. See: kualcode codebook show",
        "9:35: “HMB” is a factor, and factors take no label. Remove the label; its status (supported, refuted, "
        "disputed) comes from the data.",
        "9:51: The label “lumayan” is not in label_scale. Choose: baik, cukup baik, kurang baik, tidak baik.",
        "10:73: The codebook has no code “LAY.CPD”. Did you mean “LAY.CPT”?",
    ]


def test_voices_are_not_looked_at_where_none_are_told() -> None:
    text = "temuan: {LAY: {kasus_negatif: {I-9: {penjelasan: x}}}}"
    assert told(text) == []
    assert told(text, voices=[]) == [
        "1:32: “I-9” is no informant, session or document of this project. Write the code of the informant, session "
        "or document; see: kualcode sources"
    ]


def test_facets_that_coders_added_are_known() -> None:
    text = "temuan: {LAY: {bertumpu_pada: Loket  Baru}, HMB: {bertumpu_pada: loket_baru}}"
    assert [line[:5] for line in told(text)] == ["1:16:", "1:51:"]
    assert [line[:5] for line in told(text, facets={"LAY": {"loket-baru"}})] == ["1:51:"]


def test_words_of_up_to_forty_characters_are_repeated() -> None:
    said = told(f"temuan: {{LAY: {{label: {'x' * 40}}}, HMB: {{bertumpu_pada: {'y' * 41}}}}}")
    assert ["x" * 40 in line or "(41 characters)" in line for line in said] == [True, True]


def test_facets_two_levels_below_belong_to_a_code_too() -> None:
    below = CODEBOOK[CODEBOOK.index("- id: LAY.CPT") : CODEBOOK.index("- id: HMB\n")]
    below = (
        below.replace("id: LAY.CPT\n  parent: LAY", "id: LAY.ANT\n  parent: LAY.CPT")
        .replace("antrean", "kursi")
        .replace("[antri, cepat]", "[kursi]")
    )
    book = books.load(CODEBOOK.replace("- id: HMB\n", f"{below}- id: HMB\n", 1), "buku.yaml")
    assert facets_of("LAY", book) == facets_of("LAY.CPT", book) == {"antrean", "kursi"}
    assert facets_of("LAY.ANT", book) == {"kursi"}


def test_a_code_without_facets_says_so() -> None:
    bare = CODEBOOK.replace("  facets: [printer]\n", "").replace(",\n     facet: printer}", "}")
    found = check(load("temuan: {HMB.ALT: {bertumpu_pada: kertas}}", "t.yaml"), books.load(bare, "buku.yaml"))
    assert [problem.fix.en for problem in found] == [
        "This code has no facets yet; remove it, or give its quotes a facet."
    ]


@pytest.mark.parametrize(("replaced", "fix"), [("", "See: kualcode codebook show"), ("LAY.CPT", "Did you mean “LAY.")])
def test_a_retired_code_is_named_with_what_took_its_place(replaced: str, fix: str) -> None:
    old = f"- id: LMA\n  kind: indicator\n  retired: 0.1.0\n  replaced_by: {replaced}\n"
    old = old.replace("  replaced_by: \n", "")
    old += "  name: {id: Lama, en: Old}\n  short: {id: Lama, en: Old}\n  definition: {id: Lama., en: Old.}\n"
    old += "  codable: false\n"
    book = books.load(CODEBOOK.replace("- id: LAY\n", f"{old}- id: LAY\n", 1), "buku.yaml")
    found = check(load("temuan: {LMA: {label: baik}}", "t.yaml"), book)
    assert [problem.what.en for problem in found] == ["The code “LMA” is retired."]
    assert found[0].fix.en.startswith(fix)
    assert "LMA" not in template(book)


@pytest.mark.parametrize("kept", ["HMB", "HMB LAY"])
def test_examples_of_a_template_are_of_indicators_where_there_are_any(kept: str) -> None:
    head, rest = CODEBOOK.split("- id: LAY\n", 1)
    indicators, factors = rest.split("- id: HMB\n", 1)
    factors = factors.replace(
        "not_when: {id: [Lama menunggu -> LAY.CPT], en: [Waiting time -> LAY.CPT]}", "not_when: {id: [], en: []}"
    )
    text = f"{head}- id: HMB\n{factors}" + (f"- id: LAY\n{indicators}" if "LAY" in kept else "")
    read = load(used(template(books.load(text, "buku.yaml"))), "temuan.yaml")
    assert read.recommendations[0].answers == ("LAY" if "LAY" in kept else "HMB",)


@pytest.mark.parametrize(
    ("word", "label"),
    [("baik", "baik"), ("  Cukup\tBAIK ", "cukup baik"), ("fairly good", "cukup baik"), ("bagus", None), ("", None)],
)
def test_a_label_is_known_by_its_names(word: str, label: str | None) -> None:
    assert label_of(word, BOOK.label_scale) == label


def test_a_label_is_known_by_its_aliases() -> None:
    book = books.load(CODEBOOK.replace("en: good}", "en: good, aliases: [Optimal]}"), "buku.yaml")
    assert label_of("optimal", book.label_scale) == "baik"


def test_facets_of_a_code_and_of_all_below_it() -> None:
    assert facets_of("LAY", BOOK) == facets_of("LAY.CPT", BOOK) == {"antrean"}
    assert facets_of("HMB", BOOK) == {"printer"}
    assert facet_of("Loket Baru", ["loket_lama", "loket-baru"]) == "loket-baru"
    assert facet_of("loketbaru", ["loket-baru"]) is None


# ---------------------------------------------------------------- the template
def used(text: str) -> str:
    """A template whose every example is put to use."""
    return re.sub(r"^#(?!#)", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_template_says_nothing_yet_and_knows_the_codebook(lang: Lang) -> None:
    text = template(BOOK, lang=lang)
    assert said(text) == Judgements()
    assert check(load(text, "temuan.yaml"), BOOK) == []
    assert [mention.word for mention in load(text, "temuan.yaml").mentions] == ["LAY", "LAY.CPT", "HMB", "HMB.ALT"]
    assert "## Kecepatan / Speed" in text
    assert "## baik | cukup baik | kurang baik | tidak baik" in text
    assert "## antrean" in text
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize(("lang", "word"), [("id", "kategori"), ("en", "label")])
def test_factors_have_no_place_for_a_label(lang: Lang, word: str) -> None:
    findings = yaml.safe_load(template(BOOK, lang=lang))["temuan" if lang == "id" else "findings"]
    assert [code for code, held in findings.items() if word in held] == ["LAY", "LAY.CPT"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_example_of_a_template_can_be_used(lang: Lang) -> None:
    text = used(template(BOOK, lang=lang))
    read = said(text)
    assert ("- perpanjangan pengamatan" if lang == "id" else "- prolonged engagement") in text
    assert check(load(text, "temuan.yaml"), BOOK) == []
    assert read.overall == Overall("baik")
    assert read.recommendations == (Recommendation("S-01", same("..."), same("..."), ("LAY",)),)
    assert read.earlier_studies == (Earlier("...", "LAY", "baik", "2021", "...", "..."),)
    assert read.peer_debriefing == (Debriefing("2026-01-31", "...", "...", "...", ("LAY",)),)
    assert read.reflexivity == (Reflection("2026-01-31", "..."),)
    assert len(read.credibility) == 13
    assert read.method == (("COREQ-8", same("...")), ("SRQR-3", same("...")))
    assert read.setting == same("...")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_voices_that_say_the_opposite_are_listed_to_be_answered(lang: Lang) -> None:
    text = template(BOOK, lang=lang, negative_cases={"LAY.CPT": ["I-01", "Renja: 2023", "42", "Bu Renée"]})
    voices = [mention.word for mention in load(text, "temuan.yaml").mentions if mention.kind == "voice"]
    assert voices == ["I-01", "Renja: 2023", "42", "Bu Renée"]
    assert '"Bu Renée":' in text
    assert f"{'direvisi: tidak' if lang == 'id' else 'revised: no'}\n" in text
    assert said(text) == Judgements()
    answered = re.sub(r"(explanation|penjelasan):", r"\1: hari pasar", text)
    negatives = said(answered).findings[0].negative_cases
    assert negatives == tuple(Negative(voice, same("hari pasar")) for voice in voices)


# ---------------------------------------------------------------- any text
ODD = st.sampled_from(["[tertawa]", "=1+1", "🙂", "e\u0301", "\u202eشكرا", ": ", "# ", "{", "'", '"', "\\", "- ", "*a"])
TEXT = st.lists(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=8) | ODD, max_size=6
)


@settings(max_examples=100, deadline=None)
@given(TEXT.map("".join))
def test_any_words_of_the_researcher_come_back_as_written(words: str) -> None:
    """Only blanks are folded."""
    clean = " ".join(normalise(words).split())
    text = yaml.safe_dump({"latar": normalise(words), "keseluruhan": {"catatan": normalise(words)}}, allow_unicode=True)
    read = said(text)
    assert read.overall.memo == clean
    assert read.setting == (same(clean) if clean else None)
