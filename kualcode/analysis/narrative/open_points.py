"""What is still open before a finding can be handed in: named one by one, so that the researcher can close them."""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.narrative.claims import standing
from kualcode.analysis.narrative.reservations import reservations
from kualcode.analysis.narrative.said import Sentence
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.words import listed, name, sentence
from kualcode.errors import Bi
from kualcode.model import Code


def still_open(finding: Finding) -> list[Sentence]:
    """Every point of one finding that waits for the researcher."""
    return [Sentence(sentence(text), finding.id, ("OPEN",)) for text in _points(finding)]


def for_all(study: Study) -> list[Sentence]:
    """What is open for the study as a whole, so that no section has to repeat it."""
    found = [] if study.judged_any else [_NOTHING_JUDGED]
    bare = [f.code for f in study.stated if f.code.kind == "sub_indicator" and f.label and f.code.criterion is None]
    if bare:
        found.append(_NO_CRITERION.fill(codes=listed(map(name, bare))))
    unmarked = [f.code for f in study.stated if standing(f).endswith(" condition")]
    if unmarked:
        found.append(_CAUSAL.fill(names=listed(map(name, unmarked))))
    found += [frame.fill(names=listed(map(name, codes))) for frame, codes in _unsettled(study) if codes]
    said = [Sentence(sentence(text), rules=("OPEN",)) for text in found]
    return [*said, *reservations(study)]


def _unsettled(study: Study) -> list[tuple[Bi, list[Code]]]:
    """Findings whose sentence, label or both the researcher has still to settle, where she has begun to."""
    waiting = {frame: list[Code]() for frame in (_BOTH, _CLAIM, _LABEL)}
    for finding in study.stated if study.judged_any else ():
        frame = _judgement(finding)
        if frame is not None:
            waiting[frame].append(finding.code)
    return list(waiting.items())


def _points(finding: Finding) -> Iterator[Bi]:
    own = finding.own
    if own and own.label and own.label != finding.verdict.label and finding.verdict.label and not own.memo:
        yield _MEMO
    for case in finding.unexplained:
        yield _EXPLAIN.fill(voice=case.voice.key)
    yield from finding.claim_check
    if finding.verdict.disputed:
        yield _DISPUTED.fill(n=len(finding.verdict.disputed))


def _judgement(finding: Finding) -> Bi | None:
    """The researcher's own sentence and label, where they are missing."""
    if finding.verdict.gate == "DESCRIBE":
        return None
    labelled = finding.code.kind == "factor" or (finding.own is not None and finding.own.label is not None)
    if finding.claim is None:
        return _CLAIM if labelled else _BOTH
    return None if labelled else _LABEL


_BOTH = Bi(
    "kalimat temuan dan kategorinya belum ditetapkan peneliti untuk {names}",
    "the researcher has not yet settled the sentence of the finding and its label for {names}",
)
_CLAIM = Bi(
    "kalimat temuan belum ditulis peneliti untuk {names}",
    "the researcher has not yet written the sentence of the finding for {names}",
)
_LABEL = Bi(
    "kategori belum ditetapkan peneliti untuk {names}", "the researcher has not yet settled the label for {names}"
)
_MEMO = Bi(
    "alasan mengapa kategori peneliti berbeda dengan usulan belum ditulis",
    "the reason why the researcher's label is not the suggested one is not written yet",
)
_EXPLAIN = Bi("kasus negatif {voice} belum dijelaskan", "the negative case {voice} is not explained yet")
_DISPUTED = Bi(
    "ada {n} kutipan yang diputuskan berbeda oleh para pengode dan belum dihitung",
    "coders decided differently on {n} of the passages, which do not count yet",
)
_CAUSAL = Bi(
    "pernyataan bahwa suatu faktor memengaruhi kinerja belum ditandai untuk {names}, sehingga faktor itu baru "
    "dinyatakan sebagai kondisi; bila sumbernya memang menyatakannya, isi kolom causal dengan stated pada "
    "berkas kode, lalu ambil lagi: kualcode code import BERKAS --coder NAMA",
    "no statement on {names} is marked yet as saying that it affects performance, so each is stated as a condition "
    "only; where a source does say so, put stated in the field causal of the file of codings, and take it in again: "
    "kualcode code import FILE --coder NAME",
)
_NOTHING_JUDGED = Bi(
    "kalimat dan kategori semua temuan belum ditetapkan peneliti; isi temuan.yaml (kualcode findings --template)",
    "the researcher has not yet settled the sentence and label of any finding; fill in temuan.yaml "
    "(kualcode findings --template)",
)
_NO_CRITERION = Bi(
    "buku kode belum memuat kriteria (SOP, target, atau standar) untuk {codes}, sehingga yang dinyatakan baru arah "
    "temuan, bukan kategori",
    "the codebook has no criterion (procedure, target or standard) for {codes}, so what is stated is the way the "
    "findings lean, not a category",
)
