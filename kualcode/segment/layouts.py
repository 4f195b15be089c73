"""Source text -> turns: which layout it is, and every character put in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kualcode.errors import Bi
from kualcode.language.sentences import split
from kualcode.model import Extract, Segment, SourceType, Speaker, Table, Turn
from kualcode.segment import cues, dialogue, prose, tables
from kualcode.segment.columns import identity_rows, top
from kualcode.segment.datelines import own_date
from kualcode.segment.headers import Pair, front_matter, values
from kualcode.segment.pieces import COUNT, Certainty, Mark, Pieces, Reading

_SPEAKER: dict[SourceType | None, Speaker] = {
    "interview": "informant",
    "observation": "observer",
    "documentation": "document",
    "unattributed": "document",
    None: "document",
}


def turns(
    extract: Extract, source_type: SourceType | None, language: str = "id", interviewers: Sequence[str] = ()
) -> Reading:
    """Who says what from where, and how sure the reading is.

    Spans are code points of `extract.text`; every character that is not white space is in exactly one turn or
    in one stretch of `furniture`. `language` is that of the transcript ("id" or "en"); `interviewers` are the names
    under which the study's interviewers may speak.
    """
    pieces = Pieces(extract.text, tuple(interviewers))
    pieces.header.extend(extract.meta)
    start = front_matter(extract.text)
    pieces.skip(0, start)
    if extract.cues and source_type in ("interview", None):
        labelled = cues.lay(pieces, extract.cues, list(pieces.people()), language)
        return _finish(pieces, "sure" if labelled else "unsure", "subtitles", labelled)
    return _Body(pieces, extract, source_type, language).read(start)


class _Body:
    """The text of one source outside its front matter: stretches of text, with tables between them."""

    def __init__(self, pieces: Pieces, extract: Extract, source_type: SourceType | None, language: str) -> None:
        self.pieces, self.extract = pieces, extract
        self.type, self.language = source_type, language
        self.labelled, self.sure, self.layout = False, True, ""

    def read(self, start: int) -> Reading:
        """Stretch by stretch in text order; speech is looked for first, for it decides what the rest is."""
        wide = self._tables()
        ends = [tables.extent(table) for table in wide]
        stretches = list(
            zip(
                [start, *(end for _, end in ends)],
                [*(begin for begin, _ in ends), len(self.pieces.text)],
                strict=True,
            )
        )
        known = [
            *self.pieces.people(),
            *(pair for table in wide for pair in identity_rows(self.pieces.text, table)),
            *(pair for table in wide for pair in top(self.pieces.text, table) if pair),
        ]
        speech = [self._speech(begin, end, known) for begin, end in stretches]
        talks = any(speech) or any(tables.is_transcript(self.pieces.text, table, self.type) for table in wide)
        for index, (begin, end) in enumerate(stretches):
            self._text(begin, end, speech[index], talks)
            if index < len(wide):
                self._table(wide[index])
        return self._reading()

    def _tables(self) -> list[Table]:
        """Tables in text order; a table of one column only frames its text."""
        wide = [
            table
            for table in self.extract.tables
            if any(len(row) > 1 for row in table.rows) and tables.extent(table)[1]
        ]
        return sorted(wide, key=tables.extent)

    def _speech(self, start: int, end: int, known: list[Pair]) -> dialogue.Dialogue | None:
        if self.type not in ("interview", None):
            return None
        bold = [cell for cell in self.extract.bold if start <= cell.start and cell.end <= end]
        return dialogue.read(self.pieces.text, start, end, known, self.language, bold)

    def _table(self, table: Table) -> None:
        outcome = tables.lay(self.pieces, table, self.type, self.language)
        self.labelled = self.labelled or outcome == "transcript"
        if outcome != "identity":
            self.layout = self.layout or ("table" if outcome == "transcript" else "rows")

    def _text(self, start: int, end: int, speech: dialogue.Dialogue | None, talks: bool) -> None:
        """A stretch of text: labelled speech, a header block, or paragraphs."""
        if speech is not None:
            dialogue.lay(self.pieces, speech.marks, start, end)
            self.pieces.notes.extend(speech.notes)
            self.labelled, self.sure, self.layout = (
                True,
                self.sure and speech.sure,
                self.layout or speech.layout,
            )
        elif talks:
            self._beside_speech(start, end)
        else:
            self._paragraphs(start, end)

    def _beside_speech(self, start: int, end: int) -> None:
        """Text without labels in a labelled interview: the header before it, later the running speaker's."""
        last = next((turn for turn in reversed(self.pieces.turns) if turn.speaker != "document"), None)
        if last is None or self.layout == "table":
            self.pieces.block(start, end)
        else:
            mark = Mark(start, start, last.speaker, last.label, last.informant)
            self.pieces.turn(mark, start, end)

    def _paragraphs(self, start: int, end: int) -> None:
        head = prose.head(self.pieces.text, start, end, document=self.type == "documentation")
        before = len(self.pieces.turns)
        prose.lay(self.pieces, start, head.start, _SPEAKER[self.type], self.extract.format)
        self.pieces.block(*head)
        prose.lay(self.pieces, head.end, end, _SPEAKER[self.type], self.extract.format)
        if len(self.pieces.turns) > before:
            self.layout = self.layout or (self.type if self.type in ("observation", "documentation") else "prose")

    def _reading(self) -> Reading:
        if self.type == "interview":
            certainty: Certainty = ("sure" if self.sure else "likely") if self.labelled else "unsure"
            return _finish(self.pieces, certainty, self.layout or "prose", self.labelled)
        if self.type is None:
            self.pieces.notes.append(_NO_TYPE)
            return self.pieces.reading("likely" if self.labelled else "unsure", self.layout or "prose")
        if self.type == "documentation" and not values(tuple(self.pieces.header), "date"):
            written = own_date(self.pieces.text, self.extract.tables)
            self.pieces.header.extend([("Tanggal", written)] if written else [])
        return self.pieces.reading("sure", self.layout or self.type)


def _finish(pieces: Pieces, certainty: Certainty, layout: str, labelled: bool) -> Reading:
    """An interview's reading, with what the researcher should know."""
    if not labelled:
        pieces.notes.append(_NO_LABELS)
    reading = pieces.reading(certainty, layout)
    informants = list(dict.fromkeys(turn.informant for turn in reading.turns if turn.informant))
    coded = values(reading.header, "code")
    counted = [code for code in informants if COUNT.fullmatch(code)] if coded else informants
    if len(values(reading.header, "name")) < 2 or (coded and not counted):
        return reading
    if counted and any(turn.informant for turn in pieces.turns):  # their labels tell them apart
        return reading
    note = _COUNTED.fill(codes=", ".join(counted)) if counted else _SEVERAL
    return replace(reading, notes=(*reading.notes, note), certainty="likely" if certainty == "sure" else certainty)


def segments(text: str, turn: Turn) -> list[Segment]:
    """The units that are coded: sentences, or the whole turn where it is a table row (`at` is "row ...")."""
    if turn.at is not None and turn.at.startswith(tables.ROW):
        return [Segment(turn.index, turn.start, turn.end)]
    return [Segment(turn.index, start, end) for start, end in split(text, turn.start, turn.end)]


_NO_LABELS = Bi(
    "Tidak ada label penutur: semua paragraf dibaca sebagai ucapan informan. Tulis “P:” dan “I:” di awal "
    "giliran bicara agar pertanyaan tidak ikut dikodekan.",
    "There are no speaker labels: every paragraph was read as the informant's. Write “P:” and “I:” before "
    "each turn so that questions are not coded.",
)
_SEVERAL = Bi(
    "Berkas ini memuat beberapa informan tanpa kode: tulis “Kode :” di tiap kepala transkrip, atau satu "
    "berkas "
    "per informan.",
    "This file holds several informants without codes: write “Code:” at the head of each transcript, or keep "
    "one file an informant.",
)
_COUNTED = Bi(
    "Berkas ini memuat beberapa informan tanpa kode: mereka disebut {codes} menurut urutan; tulis “Kode :” di tiap "
    "kepala transkrip agar dikenali di berkas lain.",
    "This file holds several informants without codes: they are called {codes} in order; write “Code:” at the head of "
    "each transcript so that they are known in other files.",
)
_NO_TYPE = Bi(
    "Jenis sumber belum diketahui: simpan di folder wawancara, observasi atau dokumentasi, atau tentukan "
    "dengan “sources set”.",
    "The kind of source is not known: keep it in a folder named interviews, observations or documents, or "
    "say it with “sources set”.",
)
