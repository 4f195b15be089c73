"""M1: tests of credibility that are declared and leave no trace, or are used and not declared.

The tests are those of Sugiyono (2016), after Lincoln & Guba (1985): method 1.6 and 3.1. M1 gates no finding.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kualcode.analysis.rules.flags import Flag
from kualcode.errors import Bi

TESTS: dict[str, Bi] = {
    "prolonged_engagement": Bi("perpanjangan pengamatan", "prolonged engagement"),
    "persistent_observation": Bi("meningkatkan ketekunan", "persistent observation"),
    "triangulation": Bi("triangulasi", "triangulation"),
    "source_triangulation": Bi("triangulasi sumber", "triangulation of sources"),
    "technique_triangulation": Bi("triangulasi teknik", "triangulation of techniques"),
    "time_triangulation": Bi("triangulasi waktu", "triangulation over time"),
    "peer_debriefing": Bi("diskusi teman sejawat", "peer debriefing"),
    "negative_cases": Bi("analisis kasus negatif", "negative case analysis"),
    "reference_material": Bi("bahan referensi", "referential adequacy"),
    "member_check": Bi("member check", "member checking"),
    "thick_description": Bi("uraian rinci", "thick description"),
    "audit": Bi("jejak audit", "audit trail"),
    "confirmability": Bi("konfirmabilitas", "confirmability"),
}
TRIANGULATION = "triangulation"
_UNTRACED = Bi(
    "Uji kredibilitas “{test}” disebut dilakukan, tetapi tidak ada jejaknya. Tuliskan kapan, dengan siapa, dan apa "
    "hasilnya, atau hapus dari daftar uji.",
    "The credibility test “{test}” is declared but leaves no trace. Say when, with whom and with what result it was "
    "done, or take it off the list.",
)
_UNDECLARED = Bi(
    "“{test}” dipakai, tetapi tidak disebut di bagian metode. Tambahkan pada uraian uji kredibilitas beserta cara "
    "melakukannya.",
    "“{test}” is used but not declared in the methods section. Add it to the tests of credibility, with how it was "
    "done.",
)


def m1(
    declared: Collection[str] | Mapping[str, str], traced: Collection[str], used: Collection[str] | Mapping[str, str]
) -> list[Flag]:
    """A WARN for every test declared without a trace, and for every one used without being declared.

    Tests are keys of TESTS. Mappings give the place where a test is declared or used; "triangulation" alone
    stands for every kind of it.
    """
    missing = [test for test in _in_order(declared) if not _covered(test, traced)]
    silent = [test for test in _in_order(used) if not _covered(test, declared)]
    return [
        *(_flag(_UNTRACED, test, declared, "untraced") for test in missing),
        *(_flag(_UNDECLARED, test, used, "undeclared") for test in silent),
    ]


def is_triangulation(test: str) -> bool:
    """Whether a test is triangulation, of whatever kind."""
    return test.endswith(TRIANGULATION)


def _in_order(tests: Collection[str]) -> list[str]:
    order = {test: number for number, test in enumerate(TESTS)}
    return sorted(set(tests), key=lambda test: (order.get(test, len(order)), test))


def _covered(test: str, known: Collection[str]) -> bool:
    """Whether a test is among others; triangulation of some kind and triangulation as such stand for each other."""
    if test in known:
        return True
    if test == TRIANGULATION:
        return any(is_triangulation(other) for other in known)
    return is_triangulation(test) and TRIANGULATION in known


def _flag(message: Bi, test: str, places: Collection[str] | Mapping[str, str], kind: str) -> Flag:
    name = TESTS.get(test, Bi(test, test))
    place = places.get(test, "") if isinstance(places, Mapping) else ""
    named = f"{place} ({name.id})" if place else name.id
    return Flag("M1", "WARN", ("*",), message.fill(test=name), places=(named,), details=((kind, test),))
