"""temuan.yaml from its text: every problem at once, each with line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kualcode.errors import Bi, InvalidFile
from kualcode.judgements.fields import Fields, Part, place, shown
from kualcode.judgements.values import (
    TECHNIQUES,
    Debriefing,
    Earlier,
    Finding,
    Judgements,
    Mention,
    MentionKind,
    Negative,
    Overall,
    Recommendation,
    Reflection,
    TechniqueName,
)
from kualcode.yamlsafe import load as load_yaml

# Key -> the Indonesian word for it, which is accepted too.
KEYS = {
    "findings": "temuan",
    "overall": "keseluruhan",
    "recommendations": "saran",
    "earlier_studies": "penelitian_terdahulu",
    "credibility": "keabsahan",
    "peer_debriefing": "diskusi_sejawat",
    "reflexivity": "refleksi",
    "method": "metode",
    "setting": "latar",
}
FINDING = {
    "label": "kategori",
    "claim": "pernyataan",
    "memo": "catatan",
    "rests_on": "bertumpu_pada",
    "theory": "teori",
    "negative_cases": "kasus_negatif",
}
NEGATIVE = {"technique": "teknik", "explanation": "penjelasan", "revised": "direvisi", "gist": "inti"}
LISTED = {"voice": "suara", **NEGATIVE}  # as an item of a list
VOICE_TECHNIQUES: dict[TechniqueName, str] = {
    "interview": "wawancara",
    "observation": "observasi",
    "documentation": "dokumentasi",
}
OVERALL = {"label": "kategori", "memo": "catatan"}
RECOMMENDATION = {
    "id": "nomor",
    "to": "kepada",
    "action": "tindakan",
    "answers": "menjawab",
    "concerns": "menyangkut",
}
EARLIER = {
    "study": "penelitian",
    "year": "tahun",
    "place": "tempat",
    "indicator": "indikator",
    "result": "hasil",
    "cite": "sitasi",
}
DEBRIEFING = {
    "date": "tanggal",
    "peer": "sejawat",
    "topic": "topik",
    "decision": "keputusan",
    "changed_codes": "kode_berubah",
}
REFLECTION = {"date": "tanggal", "memo": "catatan"}
_TECHNIQUE_WORDS = {
    **{name: name for name in TECHNIQUES},
    **{word: name for name, words in TECHNIQUES.items() for word in words},
}
_NUMBERED = re.compile(r"(?:s[\s.-]*)?0*([1-9][0-9]{0,2})", re.IGNORECASE)
# COREQ: Tong, Sainsbury & Craig 2007, 32 items. SRQR: O'Brien et al. 2014, 21 items.
_ITEM = re.compile(r"(coreq|srqr)[\s._-]*s?0*([1-9][0-9]?)", re.IGNORECASE)
_ITEMS = {"COREQ": 32, "SRQR": 21}
_YEAR = re.compile(r"[0-9]{4}[a-z]?")


def load(text: str, name: str) -> Judgements:
    """The judgements in a YAML text; InvalidFile carries every problem with file, line and column.

    Codes, labels, facets and voices are taken as written; `check` asks whether the codebook knows them.
    """
    value, positions = load_yaml(text, name)
    loader = _Loader(positions)
    read = loader.judgements(Part(value, ()))
    if loader.problems:
        raise InvalidFile(_HEADLINE.fill(name=name), sorted(loader.problems, key=place))
    return read


class _Loader(Fields):
    """The sections of the file, one method each."""

    def judgements(self, whole: Part) -> Judgements:
        """The whole file."""
        self.mentions: list[Mention] = []
        at = self.record(whole, KEYS)
        overall = self.record(at["overall"], OVERALL)
        return Judgements(
            findings=self.findings(at["findings"]),
            overall=Overall(self.label(overall["label"]), self.prose(overall["memo"])),
            recommendations=self.recommendations(at["recommendations"]),
            earlier_studies=self.earlier(at["earlier_studies"]),
            credibility=self.techniques(at["credibility"]),
            peer_debriefing=self.debriefings(at["peer_debriefing"]),
            reflexivity=self.reflections(at["reflexivity"]),
            method=self.method(at["method"]),
            setting=self.both(at["setting"]),
            mentions=tuple(self.mentions),
        )

    # ------------------------------------------------------------ findings
    def findings(self, part: Part) -> tuple[Finding, ...]:
        """What is held of each code; a code under which nothing is filled in yet is left out."""
        found: dict[str, Finding] = {}
        for key, given in self.mapping(part).items():
            code = key.strip().upper()
            if code in found:
                self.report(given.path, _TWICE.fill(key=shown(key)), _KEEP_ONE)
            found[code] = self.finding(code, given)
        return tuple(one for one in found.values() if one != Finding(one.code))

    def finding(self, code: str, part: Part) -> Finding:
        """What is held of one code."""
        at = self.record(part, FINDING)
        label = self.label(at["label"], code)
        self.mention("labelled" if label else "code", code, part)
        return Finding(
            code,
            label,
            self.both(at["claim"]),
            self.prose(at["memo"]),
            self.facets(at["rests_on"], code),
            self.both(at["theory"]),
            self.negatives(at["negative_cases"], code),
        )

    def negatives(self, part: Part, code: str) -> tuple[Negative, ...]:
        """Voices with what is made of them; one that is not explained yet is left out."""
        found: dict[tuple[str, TechniqueName | None], Negative] = {}
        for voice, given, at in self.cases(part):
            explanation, revised, gist = self.both(at["explanation"]), self.flag(at["revised"]), self.both(at["gist"])
            technique = self.technique(at["technique"])
            self.mention("voice", voice, given, code, technique)
            if (voice, technique) in found:
                self.report(given.path, _TWICE.fill(key=shown(voice)), _KEEP_ONE)
            if explanation:
                found[voice, technique] = Negative(voice, explanation, revised, gist, technique)
        return tuple(found.values())

    def cases(self, part: Part) -> Iterator[tuple[str, Part, dict[str, Part]]]:
        """Under the names of the voices, or a list: so several techniques can have a voice of one name."""
        if isinstance(part.value, list):
            for item in self.items(part):
                at = self.record(item, LISTED)
                if item.value is not None and (voice := self.needed(at["voice"], "voice", "suara")):
                    yield voice, item, at
            return
        for voice, given in self.mapping(part).items():
            yield voice.strip(), given, self.record(given, NEGATIVE)

    def technique(self, part: Part) -> TechniqueName | None:
        """The technique of a voice, in either language."""
        word = self.words(part)
        known = {name: kind for kind, own in VOICE_TECHNIQUES.items() for name in (kind, own)}
        kind = self.choice(word, part.path, known, VOICE_TECHNIQUES.values()) if word else None
        return next((one for one in VOICE_TECHNIQUES if one == kind), None)

    # ------------------------------------------------------------ lists of records
    def recommendations(self, part: Part) -> tuple[Recommendation, ...]:
        """Advice, numbered by its place where no number is given."""
        found: dict[str, Recommendation] = {}
        for number, at in enumerate(self.listed(part, RECOMMENDATION), 1):
            name, action = self.number(at["id"], number), self.both(at["action"])
            if name in found:
                self.report(at["id"].path, _TWICE.fill(key=name), _KEEP_ONE)
            if action is None:
                self.missing(at["action"], "action", "tindakan")
                continue
            answers, concerns = self.codes(at["answers"]), self.codes(at["concerns"])
            found[name] = Recommendation(name, action, self.both(at["to"]), answers, concerns)
        return tuple(found.values())

    def number(self, part: Part, place: int) -> str:
        """The number of a piece of advice, S-01."""
        text = self.words(part) or str(place)
        found = _NUMBERED.fullmatch(text)
        if found is None:
            self.report(part.path, _WORD.fill(word=shown(text)), _WRITE_NUMBER)
            return text
        return f"S-{int(found[1]):02d}"

    def earlier(self, part: Part) -> tuple[Earlier, ...]:
        """Results of earlier studies."""
        return tuple(self.earlier_study(at) for at in self.listed(part, EARLIER))

    def earlier_study(self, at: dict[str, Part]) -> Earlier:
        """One result of one earlier study."""
        study = self.needed(at["study"], "study", "penelitian")
        indicator = self.needed(at["indicator"], "indicator", "indikator").upper()
        result = self.needed(at["result"], "result", "hasil")
        if indicator:
            self.mention("labelled", indicator, at["indicator"])
        if result:
            self.mention("label", result, at["result"], indicator)
        year = self.words(at["year"])
        if year and not _YEAR.fullmatch(year):
            self.report(at["year"].path, _WORD.fill(word=shown(year)), _WRITE_YEAR)
        return Earlier(study, indicator, result, year, self.words(at["place"]), self.prose(at["cite"]))

    def debriefings(self, part: Part) -> tuple[Debriefing, ...]:
        """Talks with peers."""
        return tuple(
            Debriefing(
                self.day(at["date"]),
                self.needed(at["peer"], "peer", "sejawat"),
                self.needed(at["topic"], "topic", "topik"),
                self.prose(at["decision"]),
                self.codes(at["changed_codes"]),
            )
            for at in self.listed(part, DEBRIEFING)
        )

    def reflections(self, part: Part) -> tuple[Reflection, ...]:
        """Reflexive memos."""
        found = []
        for at in self.listed(part, REFLECTION):
            memo = self.prose(at["memo"])
            if not memo:
                self.missing(at["memo"], "memo", "catatan")
            found.append(Reflection(self.day(at["date"]), memo))
        return tuple(found)

    # ------------------------------------------------------------ method
    def techniques(self, part: Part) -> tuple[str, ...]:
        """Declared techniques by name, each once."""
        names = [words[0] for words in TECHNIQUES.values()]
        found = [self.choice(word, path, _TECHNIQUE_WORDS, names) for word, path in self.several(part)]
        return tuple(dict.fromkeys(name for name in found if name))

    def method(self, part: Part) -> tuple[tuple[str, Bi], ...]:
        """Texts for items of the checklists, by number."""
        found: dict[str, Bi] = {}
        for key, given in self.mapping(part).items():
            item, text = self.item(key, given), self.both(given)
            if item in found:
                self.report(given.path, _TWICE.fill(key=shown(key)), _KEEP_ONE)
            if item and text:
                found[item] = text
        return tuple(sorted(found.items(), key=lambda pair: (pair[0][:4], len(pair[0]), pair[0])))

    def item(self, key: str, part: Part) -> str | None:
        """An item of a checklist as it is stored: COREQ-8, SRQR-3."""
        found = _ITEM.fullmatch(key.strip())
        name = found[1].upper() if found else ""
        if found is None or int(found[2]) > _ITEMS[name]:
            self.report(part.path, _WORD.fill(word=shown(key)), _WRITE_ITEM)
            return None
        return f"{name}-{int(found[2])}"

    # ------------------------------------------------------------ words that the codebook must know
    def mention(
        self, kind: MentionKind, word: str, part: Part, code: str = "", technique: TechniqueName | None = None
    ) -> None:
        """Keep a word for `check`."""
        self.mentions.append(Mention(kind, word, self.positions.where(part.path), code, technique))

    def label(self, part: Part, code: str = "") -> str | None:
        """A word of the label scale."""
        word = self.words(part)
        if word:
            self.mention("label", word, part, code)
        return word or None

    def codes(self, part: Part) -> tuple[str, ...]:
        """Codes, each once."""
        found = [(word.upper(), path) for word, path in self.several(part)]
        for code, path in found:
            self.mention("code", code, Part(code, path))
        return tuple(dict.fromkeys(code for code, _ in found))

    def facets(self, part: Part, code: str) -> tuple[str, ...]:
        """Facets of a code, each once, as written."""
        found = self.several(part)
        for facet, path in found:
            self.mention("facet", facet, Part(facet, path), code)
        return tuple(dict.fromkeys(facet for facet, _ in found))


_HEADLINE = Bi("{name} tidak dapat dipakai:", "{name} cannot be used:")
_TWICE = Bi("“{key}” ditulis dua kali.", "“{key}” is written twice.")
_KEEP_ONE = Bi("Gabungkan atau hapus salah satunya.", "Merge them or remove one.")
_WORD = Bi("“{word}” tidak dikenal.", "“{word}” is not known.")
_WRITE_NUMBER = Bi("Tulis nomor seperti S-01.", "Write a number such as S-01.")
_WRITE_YEAR = Bi("Tulis tahun seperti 2021.", "Write a year such as 2021.")
_WRITE_ITEM = Bi(
    "Tulis butir seperti COREQ-8 (1 sampai 32) atau SRQR-3 (1 sampai 21).",
    "Write an item such as COREQ-8 (1 to 32) or SRQR-3 (1 to 21).",
)
