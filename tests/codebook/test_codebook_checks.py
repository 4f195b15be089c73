"""What must hold between the parts of a codebook: one change to a good one breaks one rule."""

from __future__ import annotations

import pytest
from codebook_base import changed, lines, problems

from kualcode.codebook import load
from kualcode.codebook.checks import target

_CASES = [
    pytest.param(
        "languages: [id, en]",
        "languages: [id, en, en]",
        "6:3",
        "A language is written twice.",
        "Ada bahasa yang ditulis dua kali.",
        id="a language twice",
    ),
    pytest.param(
        "  version: 0.2.0",
        "  version: 0.3.0",
        "11:6",
        "The last changelog entry (0.2.0) is not the codebook's version (0.3.0).",
        "Catatan perubahan terakhir (0.2.0) bukan versi buku kode (0.3.0).",
        id="last changelog entry",
    ),
    pytest.param(
        "2026-02-01",
        "2026-02-30",
        "11:22",
        "There is no date 2026-02-30.",
        "Tanggal 2026-02-30 tidak ada.",
        id="no such day",
    ),
    pytest.param(
        "- {id: tidak baik, level: 1, favourable: false, en: poor, aliases: [buruk]}\n",
        "",
        "14:1",
        "label_scale has 3 positions; there must be four.",
        "label_scale berisi 3 posisi; harus empat.",
        id="three labels",
    ),
    pytest.param(
        "kurang baik, level: 2",
        "kurang baik, level: 1",
        "14:1",
        "label_scale does not go from best to worst.",
        "Urutan label_scale bukan dari terbaik ke terburuk.",
        id="labels out of order",
    ),
    pytest.param(
        "id: baik, level: 4, favourable: true",
        "id: baik, level: 4, favourable: false",
        "14:1",
        "favourable must be true above and false below the middle.",
        "favourable harus true di atas dan false di bawah garis tengah.",
        id="label sides",
    ),
    pytest.param(
        "aliases: [buruk]",
        "aliases: [Optimal]",
        "18:69",
        "“Optimal” stands for two label positions.",
        "“Optimal” dipakai untuk dua posisi label.",
        id="a label twice",
    ),
    pytest.param(
        "- id: HMB.ALT",
        "- id: HMB.ALT\n"
        "  kind: factor\n"
        "  parent: HMB\n"
        "  direction: hindering\n"
        "  codable: false\n"
        "  name: {id: Alat, en: Tools}\n"
        "  short: {id: Alat, en: Tools}\n"
        "  definition: {id: Alat, en: Tools}\n"
        "- id: HMB.ALT",
        "73:3",
        "The code HMB.ALT is used twice.",
        "Kode HMB.ALT dipakai dua kali.",
        id="code twice",
    ),
    pytest.param(
        "parent: LAY\n",
        "parent: LAYY\n",
        "30:3",
        "The parent LAYY of LAY.CPT does not exist.",
        "Induk LAYY dari LAY.CPT tidak ada.",
        id="parent unknown",
    ),
    pytest.param(
        "- id: LAY\n",
        "- id: LAY\n  parent: HMB\n",
        "24:3",
        "LAY is of kind indicator and takes no parent.",
        "LAY adalah indicator dan tidak punya induk.",
        id="parent of an indicator",
    ),
    pytest.param(
        "  parent: LAY\n",
        "",
        "29:3",
        "LAY.CPT is of kind sub_indicator and has no parent.",
        "LAY.CPT adalah sub_indicator dan belum punya induk.",
        id="no parent",
    ),
    pytest.param(
        "parent: HMB\n",
        "parent: LAY\n",
        "66:3",
        "HMB.ALT (factor) cannot stand under a code of kind indicator.",
        "HMB.ALT (factor) tidak dapat berada di bawah indicator.",
        id="parent of the wrong kind",
    ),
    pytest.param(
        "parent: LAY\n",
        "parent: LAY.CPT\n",
        "30:3",
        "The parents go in a circle: LAY.CPT > LAY.CPT.",
        "Induk berputar: LAY.CPT > LAY.CPT.",
        id="parents in a circle",
    ),
    pytest.param(
        "  kind: factor\n  direction: hindering\n",
        "  kind: factor\n",
        "65:3",
        "The factor HMB.ALT has no direction.",
        "Faktor HMB.ALT belum punya direction.",
        id="factor without direction",
    ),
    pytest.param(
        "  kind: indicator\n",
        "  kind: indicator\n  direction: driving\n",
        "25:3",
        "LAY is of kind indicator; direction is for factors only.",
        "LAY adalah indicator; direction hanya untuk faktor.",
        id="direction of an indicator",
    ),
    pytest.param(
        "kind: factor\n  direction: hindering",
        "kind: factor\n  direction: driving",
        "68:3",
        "The direction of HMB.ALT differs from that of its parent HMB (hindering).",
        "Arah HMB.ALT berbeda dari induknya HMB (hindering).",
        id="direction against the group",
    ),
    pytest.param(
        "use_when: {id: [Lama menunggu], en: [Waiting time]}",
        "use_when: {id: [Lama menunggu], en: []}",
        "35:3",
        "use_when has 1 entries in id and 0 in en.",
        "use_when berisi 1 butir dalam id dan 0 dalam en.",
        id="unequal rules",
    ),
    pytest.param(
        'en: ["Broken tool -> HMB.ALT (cause)"',
        'en: ["Broken tool -> HMB.ALTT (cause)"',
        "38:10",
        "There is no code “HMB.ALTT” in this codebook.",
        "Kode “HMB.ALTT” tidak ada dalam buku kode ini.",
        id="rule to no code",
    ),
    pytest.param(
        "Umum -> NONE",
        "'Umum ->'",
        "37:43",
        "One code must follow “->”.",
        "Sesudah “->” harus ada satu kode.",
        id="rule to nothing",
    ),
    pytest.param(
        "Umum -> NONE",
        "Umum -> LAY atau HMB",
        "37:43",
        "One code must follow “->”.",
        "Sesudah “->” harus ada satu kode.",
        id="rule to two codes",
    ),
    pytest.param(
        "General -> NONE",
        "General -> MEMO",
        "37:43",
        "This not_when entry points to different codes in id and en.",
        "Butir not_when ini menunjuk kode yang berbeda dalam id dan en.",
        id="rules differ",
    ),
    pytest.param(
        "  - {text: Alat sudah lengkap., en: The tools are complete., source: interview, stance: "
        "negative, strength: 1}\n",
        "",
        "75:3",
        "HMB.ALT has 2 example(s); it needs at least 3.",
        "HMB.ALT punya 2 contoh; perlu paling sedikit 3.",
        id="too few examples",
    ),
    pytest.param(
        "  kind: factor\n",
        "  kind: factor\n  codable: false\n",
        "76:3",
        "HMB.ALT takes no evidence (codable: false) but has examples.",
        "HMB.ALT tidak menerima bukti (codable: false) tetapi punya contoh.",
        id="examples where no evidence goes",
    ),
    pytest.param(
        "en: I waited two hours., ",
        "",
        "53:5",
        "This example has no translation “en”.",
        "Contoh ini belum punya terjemahan “en”.",
        id="no translation",
    ),
    pytest.param(
        "source: interview, stance: negative, strength: 1}",
        "source: interview, stance: negative, strength: 1, facet: antrean}",
        "80:112",
        "HMB.ALT has no facet antrean.",
        "HMB.ALT tidak punya faset antrean.",
        id="facet of another code",
    ),
    pytest.param(
        ", example: none}",
        "}",
        "49:5",
        "The facet jam_buka has no example.",
        "Faset jam_buka belum punya contoh.",
        id="facet without example",
    ),
    pytest.param(
        "source: interview, stance: negative, strength: 3}",
        "source: interview, stance: negative, strength: 3, facet: jam_buka}",
        "49:5",
        "The facet jam_buka says example: none, but has one.",
        "Faset jam_buka bertanda example: none, tetapi ada contohnya.",
        id="facet with one after all",
    ),
    pytest.param(
        "  - antrean\n",
        "  - antrean\n  - antrean\n",
        "49:5",
        "The facet antrean is written twice.",
        "Faset antrean ditulis dua kali.",
        id="facet twice",
    ),
    pytest.param(
        "{code: HMB.ALT, rule",
        "{code: HMB.ALAT, rule",
        "56:19",
        "There is no code “HMB.ALAT” in this codebook.",
        "Kode “HMB.ALAT” tidak ada dalam buku kode ini.",
        id="tension with no code",
    ),
    pytest.param(
        "{code: HMB.ALT, rule: T4, own_facet: antrean, other_facet: printer",
        "{code: LAY.CPT, rule: T4, own_facet: antrean, other_facet: jam_buka",
        "56:19",
        "A code cannot be in tension with itself.",
        "Kode tidak dapat berlawanan dengan dirinya sendiri.",
        id="tension with itself",
    ),
    pytest.param(
        "other_facet: printer",
        "other_facet: kertas",
        "56:64",
        "HMB.ALT has no facet kertas.",
        "HMB.ALT tidak punya faset kertas.",
        id="tension on no facet",
    ),
    pytest.param(
        "  facets: [printer]",
        "  tension_with: [{code: LAY.CPT, rule: T4, own_facet: printer, other_facet: antrean}]\n  facets: [printer]",
        "74:18",
        "This pair of facets is already declared.",
        "Pasangan faset ini sudah dinyatakan.",
        id="tension from both sides",
    ),
    pytest.param(
        "  kind: factor\n",
        "  kind: factor\n  replaced_by: LAY\n",
        "68:3",
        "replaced_by without retired.",
        "replaced_by tanpa retired.",
        id="replaced, not retired",
    ),
    pytest.param(
        "  kind: factor\n",
        "  kind: factor\n  retired: 0.2.0\n  replaced_by: HMB.ALT\n",
        "69:3",
        "HMB.ALT cannot replace this code.",
        "HMB.ALT tidak dapat menggantikan kode ini.",
        id="replaced by itself",
    ),
    pytest.param(
        "  kind: factor\n",
        "  kind: factor\n  retired: 0.2.0\n  replaced_by: ABC\n",
        "69:3",
        "There is no code “ABC” in this codebook.",
        "Kode “ABC” tidak ada dalam buku kode ini.",
        id="replaced by nothing",
    ),
    pytest.param(
        "lemmas: [printer]",
        "lemmas: [printer, Cepat]",
        "72:29",
        "The term “Cepat” stands under HMB.ALT and LAY.CPT.",
        "Istilah “Cepat” ada pada HMB.ALT dan LAY.CPT.",
        id="a shared term",
    ),
    pytest.param(
        "lemmas: [printer]",
        "lemmas: [printer, suwe]",
        "72:29",
        "The term “suwe” stands under HMB.ALT and LAY.CPT.",
        "Istilah “suwe” ada pada HMB.ALT dan LAY.CPT.",
        id="a shared term of a checked dialect",
    ),
    pytest.param(
        "negative: [molor]",
        "negative: [molor, Cepat]",
        "46:54",
        "“Cepat” is in both positive and negative.",
        "“Cepat” ada di positive dan negative.",
        id="a cue on both sides",
    ),
]


@pytest.mark.parametrize(("old", "new", "place", "english", "indonesian"), _CASES)
def test_one_change_breaks_one_rule(old: str, new: str, place: str, english: str, indonesian: str) -> None:
    (problem,) = problems(changed((old, new)))
    assert problem.where == f"b.yaml:{place}"
    assert problem.what == (indonesian, english)
    assert problem.fix.id
    assert problem.fix.en


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("Jumlah -> KUAN", "KUAN"),
        ("Jumlah -> KUAN.TGT.", "KUAN.TGT"),
        ("Jumlah → KUAN (bila dinilai)", "KUAN"),
        ("Biaya -> NONE (memo)", "NONE"),
        ("Jumlah saja", None),
        ("Jumlah ->", ""),
        ("Jumlah -> A dan B", ""),
    ],
)
def test_the_target_of_a_rule(rule: str, code: str | None) -> None:
    assert target(rule) == code


def test_a_bare_facet_is_told_how_to_go_without_an_example() -> None:
    (line,) = lines(changed((", example: none}", "}")))
    assert line.endswith("Give an example with “facet: jam_buka”, or write {id: jam_buka, example: none}.")


def test_three_levels_are_allowed_and_four_are_not() -> None:
    third = """- id: LAY.C{n}
  parent: {parent}
  kind: sub_indicator
  codable: false
  name: {{id: A, en: A}}
  short: {{id: A, en: A}}
  definition: {{id: A, en: A}}
"""
    three = third.format(n="C", parent="LAY.CPT")
    assert len(load(changed(("- id: HMB\n", three + "- id: HMB\n")), "b.yaml").codes) == 5
    four = three + third.format(n="D", parent="LAY.CC")
    assert lines(changed(("- id: HMB\n", four + "- id: HMB\n"))) == [
        "b.yaml:66:3: LAY.CD is at level 4; at most 3. Move it up a level, or make it a facet."
    ]


def test_a_circle_of_two_names_both() -> None:
    text = changed(("parent: LAY\n", "parent: HMB\n"), ("- id: HMB\n", "- id: HMB\n  parent: LAY.CPT\n"))
    found = " ".join(lines(text))
    assert "LAY.CPT > HMB > LAY.CPT" in found
    assert "HMB > LAY.CPT > HMB" in found


def test_references_to_a_code_with_a_bad_id_are_not_reported_again() -> None:
    (problem,) = problems(changed(("- id: HMB.ALT", "- id: HMB.Alat")))
    assert problem.where == "b.yaml:65:3"


def test_a_retired_code_frees_its_terms() -> None:
    """The id stays, so that it is never used again; its words may go to another code."""
    text = changed(
        ("  kind: factor\n", "  kind: factor\n  retired: 0.2.0\n  replaced_by: LAY.CPT\n"),
        ("lemmas: [cepat, =antre]", "lemmas: [cepat, =antre, printer]"),
    )
    code = load(text, "b.yaml").by_id["HMB.ALT"]
    assert (code.retired, code.replaced_by) == ("0.2.0", "LAY.CPT")


def test_a_retired_code_needs_no_examples() -> None:
    text = changed(("  kind: factor\n", "  kind: factor\n  retired: 0.2.0\n"))
    start = text.rindex("  examples:")
    text = text[:start] + text[text.index("triangulation:") :]
    assert load(text, "b.yaml").by_id["HMB.ALT"].examples == ()


def test_an_unchecked_dialect_may_share_a_term() -> None:
    assert load(changed(("lemmas: [printer]", "lemmas: [printer, lakas]")), "b.yaml").codes


def test_a_tension_of_a_code_with_a_facet_it_lacks_is_found_on_its_own_side() -> None:
    (problem,) = problems(changed(("own_facet: antrean", "own_facet: loket")))
    assert problem.line("id") == "b.yaml:56:44: LAY.CPT tidak punya faset loket. Fasetnya: antrean, jam_buka."


def test_a_flawed_facet_does_not_hide_the_others() -> None:
    (problem,) = problems(changed(("  - antrean\n", "  - 7\n  - antrean\n")))
    assert problem.where == "b.yaml:48:5"
