"""Small invented codebooks, and what the tests ask of a tagger again and again."""

from __future__ import annotations

from pathlib import Path

from kualcode import codebook as books
from kualcode.errors import Bi
from kualcode.model import Code, Codebook, Direction, Facet, Lexicon, StanceCues, Suggestion, Terms
from kualcode.tagging.tagger import Tagger

ROOT = Path(__file__).parents[2]
NEGATION = ("tidak", "belum", "kurang", "jarang")


def code(
    id: str,
    *,
    lemmas: str = "",
    phrases: str = "",
    colloquial: str = "",
    hints: str = "",
    good: str = "",
    bad: str = "",
    facets: tuple[Facet, ...] = (),
    dialects: tuple[tuple[str, tuple[str, ...]], ...] = (),
    parent: str | None = None,
    direction: Direction | None = None,
    codable: bool = True,
    retired: str | None = None,
) -> Code:
    """A code; words are given as "telat, datang telat"."""
    terms = Terms(_words(lemmas), _words(phrases), _words(colloquial), _words(hints), dialects)
    return Code(
        id,
        parent,
        "factor" if direction else "indicator",
        direction,
        codable,
        Bi(f"Nama {id}", f"Name {id}"),
        Bi("", ""),
        Bi("", ""),
        terms=terms,
        stance_cues=StanceCues(_words(good), _words(bad)),
        facets=facets,
        retired=retired,
    )


def _words(listed: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in listed.split(",") if word.strip())


def book(*codes: Code, language: str = "id", lexicon: Lexicon | None = None) -> Codebook:
    """A codebook of these codes; `tidak, belum, kurang, jarang` negate."""
    return Codebook(
        "b",
        "1.0.0",
        "draft",
        (language,),
        language,
        Bi("", ""),
        "0" * 64,
        codes,
        lexicon or Lexicon(negation=NEGATION),
        (),
    )


OFFICE = book(
    code("MUTU", lemmas="mutu"),
    code(
        "MUTU.HAS",
        parent="MUTU",
        lemmas="rapi, =teliti",
        phrases="salah ketik, tidak terbaca",
        hints="salah, laporan",
        good="rapi, teliti",
        bad="salah, tidak terbaca",
    ),
    code(
        "WAKTU",
        phrases="tepat waktu",
        lemmas="telat",
        hints="selesai, cepat",
        good="tepat waktu, selesai, cepat",
        bad="telat, berhari-hari",
    ),
    code(
        "ALAT",
        direction="hindering",
        lemmas="komputer, printer",
        phrases="ruang sempit",
        good="rusak, kurang, sempit",
        bad="cukup, lengkap",
    ),
    code(
        "HADIR",
        direction="hindering",
        lemmas="bolos",
        phrases="telat datang, tidak masuk, kurang disiplin",
        good="bolos, telat, tidak masuk, tanpa keterangan",
        bad="disiplin",
    ),
    code("GAJI", direction="driving", lemmas="insentif", good="semangat", bad="tidak berpengaruh"),
)


def shipped(name: str) -> Codebook:
    """A codebook that comes with kualcode."""
    return books.read(ROOT / "codebooks" / f"{name}.yaml")[0]


def tag(text: str, question: str = "", codebook: Codebook = OFFICE) -> list[Suggestion]:
    """Suggestions for one statement."""
    return Tagger(codebook).tag_statement(text, question)


def stances(text: str, question: str = "", codebook: Codebook = OFFICE) -> dict[str, str]:
    """Code -> stance of the suggestions for one sentence."""
    return {made.code: made.stance for made in tag(text, question, codebook)}
