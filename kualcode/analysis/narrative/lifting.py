"""What would let a blocked finding be stated: for every reason, what to do, and whether words can do it."""

from __future__ import annotations

import re

from kualcode.analysis.evidence import Axis
from kualcode.analysis.findings.finding import Finding
from kualcode.analysis.narrative.differences import part_name
from kualcode.analysis.narrative.study import Study
from kualcode.analysis.narrative.words import listed
from kualcode.analysis.rules.flags import RESOLVABLE
from kualcode.analysis.verdicts import Reason
from kualcode.errors import Bi

_RULE = re.compile(r"([NTM]\d+)(?: on (\S+))?")


def lift(study: Study, finding: Finding, reason: Reason) -> Bi:
    """What to do about one reason that blocks (method 1.7)."""
    code = finding.code.id
    rule = _RULE.fullmatch(reason.id)
    if rule is not None:
        frame = _RESOLVE if rule[1] in RESOLVABLE else _EVIDENCE_ONLY
        return frame.fill(target=_target(finding, reason) or rule[2] or code)
    below = [one for child in finding.verdict.caps if (one := study.of(child)) is not None]
    if reason.id == "DISSONANCE" and below:  # statements on the code as a whole are settled with the code itself
        waiting = [one for one in below if one.blocked]
        names = listed(part_name(one.code.id, study.book) for one in waiting or below)
        return (_BELOW if waiting else _ONLY_PARENT).fill(names=names, code=code)
    if reason.id == "NO_DATA" and finding.verdict.recode:
        return _RECODE.fill(code=code)
    if reason.id == "UNATTRIBUTED" and _pooled(finding):
        return _ONE_TECHNIQUE
    key = _key(reason.id)
    return (_BY_AXIS.get((key, study.axis)) or _LIFTS.get(key, _EVIDENCE_ONLY)).fill(target=code, code=code)


def _target(finding: Finding, reason: Reason) -> str | None:
    """The id of the flag that the reason tells of, which `resolve` takes."""
    told = (flag for flag in finding.verdict.flags if flag.rule == reason.id and flag.message.id in reason.text.id)
    return next((flag.id for flag in told), None)


def _pooled(finding: Finding) -> bool:
    """Whether all that has no one source credits several techniques at once."""
    loose = [finding.evidence[one] for one in finding.verdict.unattributed if one in finding.evidence]
    return bool(loose) and all(one.source_type == "pooled" for one in loose)


def _key(reason: str) -> str:
    return "voices" if reason.endswith(" voices") else reason


_RESOLVE = Bi(
    "Periksa pernyataan dan angkanya pada sumbernya. Bila keduanya memang demikian, tulis keputusan dan alasannya "
    "(paling sedikit 40 karakter): kualcode resolve {target}. Temuan lalu dapat dinyatakan dengan catatan.",
    "Check the statements and figures at their source. If both stand, write the decision and its reason (at least 40 "
    "characters): kualcode resolve {target}. The finding may then be stated with reservations.",
)
_BELOW = Bi(
    "Selesaikan dahulu pertentangan di bawahnya: {names}.", "Settle the contradictions below it first: {names}."
)
_ONLY_PARENT = Bi(
    "Yang di bawahnya tidak lagi tertahan ({names}). Tulis keputusan dan alasannya untuk keseluruhan (paling sedikit "
    "40 karakter): kualcode resolve {code}. Temuan lalu dapat dinyatakan dengan catatan.",
    "What lies below it is no longer held back ({names}). Write the decision and its reason for the whole (at least 40 "
    "characters): kualcode resolve {code}. The finding may then be stated with reservations.",
)
_EVIDENCE_ONLY = Bi(
    "Hanya bukti yang dapat mengubahnya; keputusan tertulis tidak cukup.",
    "Only evidence can change this; a written decision does not.",
)
_RECODE = Bi(
    "Baca dan kodekan ulang bukti yang masih memakai kode lama: kualcode code recode {code} ID --coder NAMA.",
    "Read what is still coded with the old code and code it again: kualcode code recode {code} ID --coder NAME.",
)
_ONE_TECHNIQUE = Bi(
    "Kembali ke sumbernya: kodekan apa yang dikatakan wawancara, observasi, dan dokumen masing-masing. Hanya bukti "
    "dari satu teknik yang dapat dihitung untuk teknik itu.",
    "Go back to the sources: code what interviews, observation and documents say, each by itself. Only evidence of one "
    "technique can count for it.",
)
# Where what is missing is not any evidence, but evidence of what the axis compares.
_BY_AXIS: dict[tuple[str, Axis], Bi] = {
    ("NO_DATA", "source"): Bi(
        "Cari dan kodekan pernyataan tentang hal ini dalam wawancara, dan wawancarai informan dari kelompok peran "
        "lain, lalu terima kodenya. Yang dibandingkan ialah kelompok peran; observasi dan dokumen tidak "
        "menggantikannya.",
        "Look for statements on this in the interviews, interview informants of another role group, code them, and "
        "accept the codings. Role groups are compared; observations and documents do not stand in for them.",
    ),
    ("NO_DATA", "time"): Bi(
        "Cari dan kodekan pernyataan tentang hal ini dalam sumber yang bertanggal, dan kumpulkan data pada waktu lain, "
        "lalu terima kodenya.",
        "Look for statements on this in dated sources, gather data at another time, code them, and accept the codings.",
    ),
    ("not placed", "source"): Bi(
        "Catat kelompok peran informannya (informants.csv).",
        "Record the role group of the informants (informants.csv).",
    ),
    ("not placed", "time"): Bi(
        "Catat tanggal sumbernya (kualcode sources set).", "Record the date of the sources (kualcode sources set)."
    ),
    ("voices", "source"): Bi(
        "Tambah informan yang menilai hal ini, dari kelompok peran lain. Keputusan tertulis tidak cukup.",
        "Add informants who take a side on this, of another role group. A written decision does not do.",
    ),
    ("voices", "time"): Bi(
        "Tambah sumber yang menilai hal ini, dari waktu lain. Keputusan tertulis tidak cukup.",
        "Add sources that take a side on this, of another time. A written decision does not do.",
    ),
}
_LIFTS = {
    "NO_DATA": Bi(
        "Cari dan kodekan pernyataan tentang hal ini dalam wawancara, observasi, atau dokumen, lalu terima kodenya.",
        "Look for statements on this in interviews, observation or documents, code them, and accept the codings.",
    ),
    "UNATTRIBUTED": Bi(
        "Catat sumber tiap pernyataan: informan, sesi observasi, atau dokumennya (kualcode sources set). Hanya bukti "
        "bersumber yang dapat mengubahnya.",
        "Record the source of each statement: informant, observation session or document (kualcode sources set). Only "
        "attributed evidence can change this.",
    ),
    "DISSONANCE": Bi(
        "Dalami lagi bersama pemberi data untuk memastikan mana yang benar, atau apakah semuanya benar karena sudut "
        "pandangnya berbeda; lalu tulis keputusan dan alasannya (paling sedikit 40 karakter): kualcode resolve "
        "{target}. Temuan lalu dapat dinyatakan dengan catatan.",
        "Go back to those who gave the data, to settle which is right or whether all are, as viewpoints differ; then "
        "write the decision and its reason (at least 40 characters): kualcode resolve {target}. The finding may then "
        "be stated with reservations.",
    ),
    "voices": Bi(
        "Tambah sumber: informan, catatan observasi, atau dokumen lain yang menilai hal ini. Keputusan tertulis tidak "
        "cukup.",
        "Add sources: further informants, observation records or documents that take a side on this. A written "
        "decision does not do.",
    ),
    "not placed": Bi(
        "Catat tanggal dan kelompok peran sumbernya (kualcode sources set, informants.csv).",
        "Record the date and role group of the sources (kualcode sources set, informants.csv).",
    ),
    "fewer than 2 role groups": Bi(
        "Wawancarai paling sedikit dua kelompok peran, atau pilih rancangan lain dalam kualcode.yaml (design).",
        "Interview at least two role groups, or choose another design in kualcode.yaml (design).",
    ),
    "QUOTE": Bi(
        "Cari kutipan yang bergeser dari tempatnya (kualcode check), lalu kodekan ulang pada sumbernya.",
        "Find the quotes that have moved from their place (kualcode check), and code them again at their source.",
    ),
    "LABEL": Bi(
        "Ubah kategori dalam temuan.yaml, atau tulis alasannya (paling sedikit 40 karakter): kualcode resolve "
        "{target} --rule LABEL. Temuan lalu dapat dinyatakan dengan catatan.",
        "Change the label in temuan.yaml, or write the reason for it (at least 40 characters): kualcode resolve "
        "{target} --rule LABEL. The finding may then be stated with reservations.",
    ),
    "all children BLOCK": Bi(
        "Selesaikan dahulu bagian di bawahnya; keadaan masing-masing ada dalam berkas ini.",
        "Settle what lies below it first; each has its own part in this file.",
    ),
}
