"""Questions of transcripts linked to those of the guide: how, when not, and how often rightly.

tests/fixtures/instrument_links.tsv holds the right links of the ten interviews of the demonstration study, from
reading; tests/fixtures/instrument_held_out.yaml other questions, by which no number of the linker was set.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from kualcode import codebook
from kualcode.analysis.instrument.items import Answer, Item, Linked
from kualcode.analysis.instrument.links import Questions
from kualcode.model import Codebook

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
GOLDEN = ROOT / "tests" / "data" / "golden"
GUIDE = (
    Item("1", "interview", "A", "Bagaimana kondisi komputer dan printer di loket?"),
    Item("2", "interview", "B", "Berapa lama warga menunggu suratnya selesai?"),
    Item("3", "interview", "C", "Apa yang menghambat pekerjaan pegawai?"),
    Item("1", "observation", "A", "Kondisi komputer dan printer"),
)


def talk(*rows: tuple[str, str], numbers: Sequence[str] = ()) -> list[Answer]:
    """Questions and answers of one interview as they follow each other."""
    numbered = [*numbers, *[""] * len(rows)]
    return [Answer(2 * n + 1, 2 * n, ask, said, numbered[n]) for n, (ask, said) in enumerate(rows)]


def shown(links: Iterable[Linked]) -> list[str]:
    """W-1, W-1+ for a follow-up, W-1! by hand, - for none."""
    marks = ((link.item.id if link.item else "-") for link in links)
    return [f"{mark}{'+' * link.follow_up}{'!' * link.by_hand}" for mark, link in zip(marks, links, strict=True)]


@pytest.fixture
def guide() -> Questions:
    return Questions(GUIDE)


# ---------------------------------------------------------------- by words
@pytest.mark.parametrize(
    "question",
    [
        "Bagaimana kondisi komputer dan printer di loket?",
        "3. Bagaimana kondisi komputer dan printer di loket ?",
        "[tertawa] Baik Bu. Kalau printer sama komputernya, kondisinya gimana?",
        "KOMPUTER DAN PRINTERNYA BAGAIMANA, PAK?",
        "Lalu kondisi komputer dan printernya, Pak",
    ],
)
def test_a_question_is_known_by_its_words_however_it_is_put(guide: Questions, question: str) -> None:
    assert guide.find(question) == GUIDE[0]


@pytest.mark.parametrize(
    "question",
    [
        "",
        "?",
        "Bapak sudah lama di sini?",  # one word in common is chance
        "Komputernya Bapak beli di mana, kemarin, waktu pulang kampung itu?",  # the rest is of something else
        "Berapa lama komputer dan surat itu menunggu di loket?",  # two items at once
        "Apakah warga senang?",
        "[menunjuk komputer dan printer] Yang itu?",  # a remark is nobody's question
    ],
)
def test_a_doubtful_question_is_linked_to_nothing(guide: Questions, question: str) -> None:
    assert guide.find(question) is None


def test_only_what_is_asked_counts_and_not_what_is_said_before_it(guide: Questions) -> None:
    said = "Tadi Bapak bilang printer dan komputer rusak. Kalau warga, berapa lama menunggu suratnya selesai?"
    assert guide.find(said) == GUIDE[1]


def test_two_items_with_the_same_words_are_told_apart_only_by_the_very_words() -> None:
    short = Item("1", "interview", "A", "Bagaimana sarana kantor?")
    longer = Item("2", "interview", "B", "Bagaimana sarana kantor dan prasarana?")
    both = Questions([short, longer])
    assert both.find("4. bagaimana sarana kantor") == short
    assert both.find("Sarana kantornya bagaimana?") is None
    assert Questions([short, Item("3", "interview", "B", short.text)]).find(short.text) is None


def test_words_by_which_the_codebook_knows_the_code_help(book: Codebook) -> None:
    item = Item("7", "interview", "FH.SAR", "Apakah fasilitas kantor mencukupi?")
    other = Item("8", "interview", "FD.LNG", "Bagaimana hubungan antarpegawai?")
    asked = "Fasilitasnya, wifi dan laptop, memadai?"
    assert Questions([item, other]).find(asked) is None
    assert Questions([item, other], book=book).find(asked) == item


def test_words_of_courtesy_end_the_guide_unless_the_guide_is_about_them() -> None:
    permits = [
        Item("1", "interview", "A", "Bagaimana prosedur izin usaha?"),
        Item("2", "interview", "B", "Berapa lama izin keluar?"),
    ]
    assert Questions(permits).find("Keluarnya izin kapan?") == permits[1]
    rooms = [Item(str(n), "interview", "A", f"Kondisi {what}?") for n, what in enumerate(("komputer", "gedung"), 1)]
    assert Questions(rooms).find("Komputernya, kondisinya?") == rooms[0]
    assert Questions(rooms).find("Permisi, komputernya, kondisinya?") is None
    closing = talk(("Bagaimana kondisi komputer dan printer?", "Baik."), ("Terima kasih, Pak.", "Sama-sama."))
    assert shown(Questions(GUIDE).link(closing)) == ["W-1", "-"]


def test_without_a_guide_nothing_is_linked() -> None:
    assert Questions([]).find("Bagaimana kondisi komputer?") is None
    assert shown(Questions(GUIDE[3:]).link(talk(("Kondisi komputer dan printer?", "Baik.")))) == ["-"]


# ---------------------------------------------------------------- one after another
def test_a_follow_up_belongs_to_the_item_before_it_until_the_talk_goes_elsewhere(guide: Questions) -> None:
    rows = talk(
        ("Komputer dan printernya bagaimana kondisinya?", "Dua rusak, kabelnya digigit tikus."),
        ("Kenapa begitu?", "Tikusnya banyak."),
        ("Tikusnya dari mana?", "Dari gudang."),
        ("Bapak suka memancing?", "Suka."),
        ("Di mana?", "Di bawah jembatan."),
    )
    assert shown(guide.link(rows)) == ["W-1", "W-1+", "W-1+", "-", "-"]


def test_two_answers_to_one_question_have_the_same_link(guide: Questions) -> None:
    rows = [
        Answer(1, 0, "Kondisi komputer dan printer bagaimana?", "Rusak."),
        Answer(3, 0, "Kondisi komputer dan printer bagaimana?", "Sudah lama."),
        Answer(4, None, "", "Eh, ada tamu."),
    ]
    assert shown(guide.link(rows)) == ["W-1", "W-1", "-"]
    assert shown(guide.link(rows, {1: GUIDE[1]})) == ["W-2!", "W-2", "-"]


def test_a_link_by_hand_stands_and_carries_its_follow_ups(guide: Questions) -> None:
    rows = talk(("Soal mesin itu bagaimana?", "Rusak."), ("Kenapa?", "Tua."), ("Lalu?", "Ya begitu."))
    assert shown(guide.link(rows)) == ["-", "-", "-"]
    assert shown(guide.link(rows, {1: GUIDE[0]})) == ["W-1!", "W-1+", "W-1+"]
    known = talk(("Kondisi komputer dan printernya?", "Baik."), ("Kenapa?", "Baru."))
    assert shown(guide.link(known, {1: None})) == ["-!", "-"]


def test_a_wording_that_a_person_has_linked_is_known_again() -> None:
    asked = "Mesin cetak di depan itu masih jalan?"
    assert Questions(GUIDE).find("Kalau mesin cetaknya masih jalan?") is None
    assert Questions(GUIDE, asked_as={"W-1": [asked]}).find("Kalau mesin cetaknya masih jalan?") == GUIDE[0]


def test_numbers_count_only_where_words_show_that_they_are_those_of_the_guide(guide: Questions) -> None:
    rows = (
        ("Kondisi komputer dan printer?", "Baik."),
        ("Berapa lama warga menunggu suratnya selesai?", "Sehari."),
        ("Kendalanya apa?", "Air."),
    )
    assert shown(guide.link(talk(*rows, numbers="123"))) == ["W-1", "W-2", "W-3"]
    assert shown(guide.link(talk(*rows, numbers="173"))) == ["W-1", "W-2", "-"]  # one of them is not
    assert shown(guide.link(talk(*rows[1:], numbers="23"))) == ["W-2", "-"]  # one alone may be chance
    written = [(f"{n}. {ask}", said) for n, (ask, said) in enumerate(rows, 1)]
    assert shown(guide.link(talk(*written))) == ["W-1", "W-2", "W-3"]


# ---------------------------------------------------------------- how often rightly
class Score(NamedTuple):
    """Links made and right, and questions of the guide and those of them that are linked rightly."""

    made: int
    right: int
    asked: int
    found: int


def score(links: Iterable[tuple[Linked, Sequence[str]]]) -> Score:
    """Compare links with the right items; "-" among them says that none is right too."""
    made = right = asked = found = 0
    for link, wanted in links:
        good = (link.item.id if link.item else "-") in wanted
        made, right = made + (link.item is not None), right + (good and link.item is not None)
        asked, found = asked + ("-" not in wanted), found + (good and "-" not in wanted)
    return Score(made, right, asked, found)


def by_reading() -> Mapping[tuple[str, int], list[str]]:
    """The right items of each question, by informant and turn."""
    lines = (FIXTURES / "instrument_links.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(who, int(turn)): items.removesuffix(" +").split("/") for who, turn, items in rows}


@pytest.fixture(scope="module")
def book() -> Codebook:
    return codebook.read(ROOT / "codebooks" / "asn-kinerja.yaml")[0]


def instrument(book: Codebook) -> list[Item]:
    names = {code.name.id: code.id for code in book.codes}
    path = ROOT / "tests" / "demo" / "material" / "instrumen.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))[1:]
    return [Item(row[2], "interview", names[row[1]], row[3]) for row in rows if row[4] == "Wawancara"]


def test_of_the_links_of_the_ten_interviews_nearly_all_are_right(book: Codebook) -> None:
    right = by_reading()
    asks = Questions(instrument(book), book=book)
    pairs = []
    for path in sorted(GOLDEN.glob("I-*.json")):
        read = json.loads(path.read_text(encoding="utf-8"))
        turns = read["turns"]
        rows = [Answer(n, q, turns[q][1], said) for n, (who, said, q) in enumerate(turns) if who == "informant"]
        wanted = [right[read["informant"], row.question] for row in rows if row.question is not None]
        pairs += list(zip(asks.link(rows), wanted, strict=True))
    found = score(pairs)
    assert found.right / found.made >= 0.95, found
    assert found.found / found.asked >= 0.45, found
    assert found.asked > 140


def test_of_questions_kept_apart_nine_links_in_ten_are_right() -> None:
    held = yaml.safe_load((FIXTURES / "instrument_held_out.yaml").read_text(encoding="utf-8"))
    pairs = []
    for part in held.values():
        items = [Item(number, "interview", "X", text) for number, text in part["items"].items()]
        rows = talk(*((ask, said) for ask, _, said in part["asked"]))
        wanted = [[w if w == "-" else f"W-{w}" for w in r.removesuffix(" +").split("/")] for _, r, _ in part["asked"]]
        pairs += list(zip(Questions(items, part["language"]).link(rows), wanted, strict=True))
    found = score(pairs)
    assert found.right / found.made >= 0.9, found
    assert found.found >= 9, found
