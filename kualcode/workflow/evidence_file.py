"""The door of `triangulate` that needs no project: evidence and claims as JSON lines, every bad line named."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, cast

from kualcode.analysis.claims.facts import TABLE
from kualcode.analysis.evidence import VOICE_FIELD, Claim, Evidence, EvidenceType, Technique
from kualcode.analysis.words import TECHNIQUES as TYPE_NAMES
from kualcode.errors import Bi, KualcodeError, Problem, SourceError, UsageError
from kualcode.model import CAUSALS, Codebook, Stance
from kualcode.text import normalise
from kualcode.workflow.decide import check_code
from kualcode.workflow.evidence_claims import claim as read_claim
from kualcode.workflow.evidence_fields import Line, parse, plain
from kualcode.workflow.status import CONSENTS
from kualcode.workflow.words import STANCE_WORDS, STATUS_WORDS, shown

_MEASURE = "measure"  # what makes a line a claim
_CAUSALS = plain(CAUSALS)
_CHECKS = plain(("agreed", "disputed", "overdue"))
_UNUSED = ("claims", "codebook_version")  # what a claim belongs to is said by the claim


class EvidenceFile(NamedTuple):
    """What a file holds: evidence, claims, what is wrong with which line, and fields that were passed over."""

    evidence: tuple[Evidence, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    unknown: tuple[str, ...]

    def sound(self, name: str) -> EvidenceFile:
        """Itself. Raises SourceError that names every bad line: verdicts on the rest would be wrong."""
        if not self.problems:
            return self
        told = self.problems
        lines = Bi("\n".join(p.line("id") for p in told), "\n".join(p.line("en") for p in told))
        raise SourceError(
            Bi("{name} tidak dapat dipakai:\n{lines}\n", "{name} cannot be used:\n{lines}\n").fill(
                name=name, lines=lines
            ),
            _NEEDED,
        )


def decoded(data: bytes, name: str) -> list[str]:
    """The lines of a file, in UTF-8 or, as some shells pipe it, UTF-16 with its mark. Raises SourceError."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            Bi("{name} tidak dapat dibaca sebagai UTF-8.", "{name} cannot be read as UTF-8.").fill(name=name),
            Bi("Simpan ulang sebagai UTF-8.", "Save it again as UTF-8."),
        ) from error
    return normalise(text).split("\n")


def read_evidence(lines: Iterable[str], name: str, book: Codebook) -> EvidenceFile:
    """Evidence and claims of JSON lines; of each bad line the first thing that is wrong with it.

    A line needs id, source_type, code, stance (or polarity) and the voice field of its type (informant, session_id,
    doc_family) or `aggregate: true`. Strength is 2, status accepted and consent declared where nothing else is said,
    and each line is a turn of its own. A line with `measure` is a claim. Ids stand once each.
    """
    reader = _Reader(name, book)
    for number, line in enumerate(lines, 1):
        if line.strip():
            reader.take(number, line)
    return reader.done()


class _Reader:
    """One file being read: what it holds so far, and in which line each id stands."""

    def __init__(self, name: str, book: Codebook) -> None:
        self._name, self._book = name, book
        self._evidence: dict[str, Evidence] = {}
        self._claims: dict[str, tuple[int, Claim]] = {}
        self._seen: dict[tuple[str, str], int] = {}
        self._problems: list[tuple[int, Problem]] = []
        self._unknown: dict[str, None] = {}

    def take(self, number: int, text: str) -> None:
        """One line; what is wrong with it is kept."""
        try:
            fields = parse(text)
            line = Line(fields)
            if fields.get(_MEASURE) is not None:
                self._once(number, "claim", line)
                made = read_claim(line, self._book.primary_language)
                self._claims[made.id] = number, made
            else:
                self._once(number, "evidence", line)
                one = evidence(line, self._book)
                self._evidence[one.id] = one
            self._unknown.update(dict.fromkeys(line.unknown()))
        except KualcodeError as error:
            self._complain(number, error.what, error.fix)

    def _once(self, number: int, kind: str, line: Line) -> None:
        """An id names one thing, and the same id twice could count a statement twice."""
        identity = line.needed("id")
        first = self._seen.setdefault((kind, identity), number)
        if first != number:
            raise UsageError(_REPEATED.fill(line=first), _OTHER_ID)

    def done(self) -> EvidenceFile:
        """What was read, claims joined to their evidence."""
        claims = tuple(self._joined())
        problems = tuple(problem for _, problem in sorted(self._problems, key=lambda found: found[0]))
        return EvidenceFile(tuple(self._evidence.values()), claims, problems, tuple(self._unknown))

    def _joined(self) -> Iterator[Claim]:
        totals = {one.partition_of for _, one in self._claims.values()}
        for number, one in self._claims.values():
            told = one.evidence.startswith(TABLE) or ("evidence", one.evidence) in self._seen
            if not told:
                self._complain(number, _NO_EVIDENCE, Bi("", ""))
            if one.partition_of and ("claim", one.partition_of) not in self._seen:
                self._complain(number, _NO_TOTAL, Bi("", ""))
            if one.code and one.code not in self._book.by_id:
                self._complain(number, _NO_CODE.fill(code=shown(one.code)), Bi("", ""))
            rest = self._evidence.get(one.evidence)
            total = one.id in totals and one.role == "value"
            yield replace(one, code=one.code or (rest.code if rest else ""), role="total" if total else one.role)

    def _complain(self, number: int, what: Bi, fix: Bi) -> None:
        self._problems.append((number, Problem(f"{self._name}:{number}", what, fix)))


# ---------------------------------------------------------------- one statement
def evidence(line: Line, book: Codebook) -> Evidence:
    """The statement of a line. Raises UsageError for the first thing that is wrong with it."""
    identity, kind, code = line.needed("id"), _kind(line), line.needed("code")
    known = book.by_id.get(code)
    if known is None or known.retired is None:  # a retired code may still hold evidence
        check_code(book, code, named=shown(code))
    line.skip(*_UNUSED)
    span = line.part("span")
    span.skip("text_sha256")
    made = Evidence(
        id=identity,
        source_type=kind,
        code=code,
        stance=_stance(line),
        doc_id=line.word("doc_id") or "",
        turn=line.word("turn") or "",
        facet=line.word("facet"),
        strength=line.whole("strength", 2, 1, 3),
        status=line.one_of("status", STATUS_WORDS) or "accepted",
        causal=line.one_of("causal", _CAUSALS) or "none",
        informant=line.word("informant"),
        session_id=line.word("session_id"),
        doc_family=line.word("doc_family"),
        doc_class=line.word("doc_class"),
        date=line.day("date"),
        period=line.word("period"),
        role=line.word("role"),
        role_group=line.word("role_group"),
        category=line.word("category"),
        consent=_consent(line, kind),
        inherited=line.flag("inherited"),
        aggregate=line.flag("aggregate"),
        start=span.whole("start", 0),
        end=span.whole("end", 0),
        line_from=span.whole("line_from", 0),
        line_to=span.whole("line_to", 0),
        quote=line.text("quote") or "",
        gist=line.word("gist") or "",
        translation=line.word("translation") or "",
        coder=line.word("coder"),
        member_check=line.one_of("member_check", _CHECKS),
    )
    _check_voice(made)
    return made


def _kind(line: Line) -> EvidenceType:
    line.needed("source_type")
    found = line.one_of("source_type", TYPE_NAMES)
    return cast("EvidenceType", found)


def _stance(line: Line) -> Stance:
    """`polarity` is another name for it; both must say the same."""
    found = [line.one_of(name, STANCE_WORDS) for name in ("stance", "polarity") if line.word(name) is not None]
    if not found:
        line.needed("stance")
    if len(set(found)) > 1:
        raise UsageError(_TWO_STANCES)
    return cast("Stance", found[0])


def _consent(line: Line, kind: EvidenceType) -> str | None:
    """Declared where nothing is said; null is "needs none", which no interview may claim."""
    if not line.has("consent"):
        return "declared"
    found = line.one_of("consent", plain(CONSENTS))
    return "unrecorded" if found is None and kind == "interview" else found


def _check_voice(one: Evidence) -> None:
    wanted = VOICE_FIELD.get(cast("Technique", one.source_type))
    if wanted is not None and not one.aggregate and getattr(one, wanted) is None:
        raise UsageError(_NO_VOICE.fill(field=wanted), _OR_AGGREGATE)


def told_unknown(found: EvidenceFile) -> Bi | None:
    """The fields that were passed over, once; None where there are none."""
    if not found.unknown:
        return None
    return Bi("Isian yang tidak dikenal diabaikan: {names}", "Unknown fields ignored: {names}").fill(
        names=", ".join(map(_short, found.unknown))
    )


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39]}…"


_NEEDED = Bi(
    "Tiap baris satu objek JSON: id, source_type, code, stance, dan informant, session_id, doc_family, atau "
    "aggregate: true; baris dengan measure adalah klaim.",
    "Each line is a JSON object: id, source_type, code, stance, and informant, session_id, doc_family or "
    "aggregate: true; a line with measure is a claim.",
)
_REPEATED = Bi("id ini sudah dipakai pada baris {line}.", "this id stands in line {line} already.")
_OTHER_ID = Bi("Beri id lain.", "Give another id.")
_TWO_STANCES = Bi("stance dan polarity berbeda.", "stance and polarity differ.")
_NO_VOICE = Bi("{field} belum diisi.", "{field} is missing.")
_OR_AGGREGATE = Bi(
    "Isi, atau tulis aggregate: true untuk banyak sumber yang dilaporkan sebagai satu.",
    "Fill it, or write aggregate: true for many sources reported as one.",
)
_NO_EVIDENCE = Bi("evidence menunjuk id yang tidak ada.", "evidence names an id that is not there.")
_NO_TOTAL = Bi("partition_of menunjuk klaim yang tidak ada.", "partition_of names a claim that is not there.")
_NO_CODE = Bi("Kode {code} tidak ada di codebook.", "The codebook has no code {code}.")
