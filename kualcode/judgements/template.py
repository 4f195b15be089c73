"""A file for the researcher to fill in: every code of the codebook, and an example of all else that can be written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from kualcode.errors import Bi, Lang
from kualcode.judgements.load import (
    DEBRIEFING,
    EARLIER,
    FINDING,
    KEYS,
    LISTED,
    NEGATIVE,
    OVERALL,
    RECOMMENDATION,
    REFLECTION,
    VOICE_TECHNIQUES,
)
from kualcode.judgements.values import TECHNIQUES, TechniqueName
from kualcode.model import Code, Codebook
from kualcode.text import squash

_PLAIN = re.compile(r"[A-Za-z][\w.-]*")
_WIDTH = 100  # characters of a line of facets
_FACTORS = ("factor", "factor_group")
Opposite = str | tuple[str, TechniqueName]  # a voice; with its technique where another one has the same name


def template(
    book: Codebook, *, lang: Lang = "id", negative_cases: Mapping[str, Sequence[Opposite]] | None = None
) -> str:
    """The text of temuan.yaml, still empty: what it holds is Judgements() but for the codes it names.

    Lines with ## explain, in both languages; removing the # before any other line gives valid YAML. Keys are
    words of `lang`. `negative_cases` lists the voices of each code that say the opposite, to be answered; one that has
    a namesake in another technique comes with its technique.
    """
    return "\n".join(_Template(book, lang, negative_cases or {}).lines()) + "\n"


class _Template:
    """The sections one after the other."""

    def __init__(self, book: Codebook, lang: Lang, negative: Mapping[str, Sequence[Opposite]]) -> None:
        self.book, self.lang, self.negative = book, lang, negative

    def lines(self) -> Iterator[str]:
        """All lines."""
        yield from _said(_HEAD)
        yield ""
        yield f"{self.key(KEYS, 'findings')}:"
        for code in self.book.codes:
            if code.retired is None:
                yield from self.finding(code)
        yield ""
        yield from self.rest()

    def key(self, keys: Mapping[str, str], name: str) -> str:
        """A key in the language of the file."""
        return keys[name] if self.lang == "id" else name

    def finding(self, code: Code) -> Iterator[str]:
        """One code, with the places to fill in; factors take no label."""
        yield f"  ## {squash(code.name.id)} / {squash(code.name.en)}"
        yield f"  {code.id}:"
        if code.kind not in _FACTORS:
            yield f"    {self.key(FINDING, 'label')}:  ## {' | '.join(label.id for label in self.book.label_scale)}"
        yield f'    {self.key(FINDING, "claim")}: {{id: "", en: ""}}'
        yield f"    {self.key(FINDING, 'memo')}:"
        facets = ", ".join(facet.id for facet in code.facets)
        yield from (f"    ## {line}" for line in wrap(facets, _WIDTH))
        yield f"    {self.key(FINDING, 'rests_on')}: []"
        yield f"    {self.key(FINDING, 'theory')}:"
        yield from self.voices(self.negative.get(code.id, ()))

    def voices(self, voices: Sequence[Opposite]) -> Iterator[str]:
        """Voices that say the opposite, each to be explained; as a list where a technique must tell them apart."""
        if voices:
            yield f"    {self.key(FINDING, 'negative_cases')}:"
        listed = any(not isinstance(voice, str) for voice in voices)
        for voice in voices:
            name, technique = (voice, None) if isinstance(voice, str) else voice
            named = name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)
            yield f"      - {self.key(LISTED, 'voice')}: {named}" if listed else f"      {named}:"
            if technique is not None:
                own = VOICE_TECHNIQUES[technique] if self.lang == "id" else technique
                yield f"        {self.key(NEGATIVE, 'technique')}: {own}"
            yield f"        {self.key(NEGATIVE, 'gist')}:"
            yield f"        {self.key(NEGATIVE, 'explanation')}:"
            yield f"        {self.key(NEGATIVE, 'revised')}: {'tidak' if self.lang == 'id' else 'no'}"

    def rest(self) -> Iterator[str]:
        """Everything beside the findings, as examples that are commented out."""
        codes = [code for code in self.book.codes if code.retired is None]
        judged = [code for code in codes if code.kind not in _FACTORS] or codes
        first, label = judged[0].id, self.book.label_scale[0].id
        examples: tuple[tuple[str, Bi, Mapping[str, str], dict[str, str | list[str]]], ...] = (
            ("overall", _OVERALL, OVERALL, {"label": label, "memo": ""}),
            (
                "recommendations",
                _ADVICE,
                RECOMMENDATION,
                {"id": "S-01", "to": "...", "action": "...", "answers": [first], "concerns": []},
            ),
            (
                "earlier_studies",
                _EARLIER,
                EARLIER,
                {"study": "...", "year": "2021", "place": "...", "indicator": first, "result": label, "cite": "..."},
            ),
            (
                "peer_debriefing",
                _PEERS,
                DEBRIEFING,
                {"date": "2026-01-31", "peer": "...", "topic": "...", "decision": "...", "changed_codes": [first]},
            ),
            ("reflexivity", _REFLECTIONS, REFLECTION, {"date": "2026-01-31", "memo": "..."}),
        )
        for name, why, keys, values in examples:
            yield from _said(why)
            yield f"#{self.key(KEYS, name)}:"
            yield from self.example(keys, values, listed=name != "overall")
            yield ""
        yield from self.declared()

    def example(self, keys: Mapping[str, str], values: Mapping[str, str | list[str]], *, listed: bool) -> Iterator[str]:
        """One record, commented out."""
        for number, (name, value) in enumerate(values.items()):
            opening = "- " if listed and number == 0 else "  "
            shown = f"[{', '.join(value)}]" if isinstance(value, list) else json.dumps(value, ensure_ascii=False)
            yield f"#{opening}{self.key(keys, name)}: {shown}"

    def declared(self) -> Iterator[str]:
        """Techniques, checklist items and the setting, commented out."""
        yield from _said(_CREDIBILITY)
        yield f"#{self.key(KEYS, 'credibility')}:"
        for words in TECHNIQUES.values():
            yield f"#- {words[0] if self.lang == 'id' else words[1]}"
        yield ""
        yield from _said(_METHOD)
        yield f"#{self.key(KEYS, 'method')}:"
        yield '#  COREQ-8: "..."'
        yield '#  SRQR-3: "..."'
        yield f'#{self.key(KEYS, "setting")}: "..."'


def _said(text: Bi) -> list[str]:
    """A remark in both languages."""
    return [f"## {line}" for part in text for line in part.split("\n")]


_HEAD = Bi(
    "Yang menjadi milik Anda sebagai peneliti; kualcode tidak pernah menulisnya untuk Anda.\n"
    "Baris ## adalah penjelasan. Hapus # di depan baris contoh yang ingin dipakai. Semua boleh dikosongkan.\n"
    "Satu teks berlaku untuk kedua bahasa; {id: ..., en: ...} memisahkannya.\n"
    "catatan: mengapa kategorinya bukan yang disarankan; bertumpu_pada: aspek yang mendasari pernyataan.",
    "What is yours as the researcher; kualcode never writes it for you.\n"
    "Lines with ## explain. Remove the # before an example line to use it. Everything may be left empty.\n"
    "One text stands for both languages; {id: ..., en: ...} tells them apart.\n"
    "memo: why the label is not the suggested one; rests_on: the facets on which the claim rests.",
)
_OVERALL = Bi("Kategori penelitian secara keseluruhan.", "The label of the study as a whole.")
_ADVICE = Bi(
    "Saran: temuan yang dijawab, dan kode yang disentuh oleh tindakannya.",
    "Recommendations: the findings they answer, and the codes that their action touches.",
)
_EARLIER = Bi("Hasil penelitian terdahulu, satu per indikator.", "Results of earlier studies, one an indicator.")
_PEERS = Bi("Diskusi dengan teman sejawat.", "Talks with peers.")
_REFLECTIONS = Bi("Catatan refleksi peneliti.", "Reflexive memos.")
_CREDIBILITY = Bi(
    "Teknik keabsahan yang dinyatakan di bab metode; hapus yang tidak dipakai.",
    "Techniques for trustworthiness that the method chapter declares; remove those not used.",
)
_METHOD = Bi(
    "Jawaban untuk butir COREQ dan SRQR yang tidak ada di data; dan latar penelitian.",
    "Answers to items of COREQ and SRQR that are not in the data; and the setting of the study.",
)
