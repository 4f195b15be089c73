"""A small, complete and invented codebook that the tests change in one place each."""

from __future__ import annotations

import pytest

from kualcode.codebook import load
from kualcode.errors import InvalidFile, Problem

BASE = """\
schema_version: "1.0"
codebook:
  id: layanan-desa
  version: 0.2.0
  status: draft
  languages: [id, en]
  primary_language: id
  title: {id: Layanan desa, en: Village services}
  changelog:
  - {version: 0.1.0, date: 2026-01-05, change: Rancangan, codes: ["*"], recode_needed: false}
  - {version: 0.2.0, date: 2026-02-01, change: Istilah, codes: [LAY], recode_needed: false}
names_of_levels:
  indicator: {id: Sub variabel, en: Sub-variable}
label_scale:
- {id: baik, level: 4, favourable: true, en: good, aliases: [optimal]}
- {id: cukup baik, level: 3, favourable: true, en: fairly good}
- {id: kurang baik, level: 2, favourable: false, en: less than good}
- {id: tidak baik, level: 1, favourable: false, en: poor, aliases: [buruk]}
lexicon:
  negation: [tidak, belum]
  negation_dialects: {banjar: [kada]}
codes:
- id: LAY
  kind: indicator
  codable: false
  name: {id: Layanan, en: Service}
  short: {id: Mutu layanan, en: Quality of service}
  definition: {id: Baik buruknya layanan., en: How good service is.}
- id: LAY.CPT
  parent: LAY
  kind: sub_indicator
  name: {id: Kecepatan, en: Speed}
  short: {id: Cepat lambatnya, en: How fast}
  definition: {id: Lama waktu layanan., en: How long service takes.}
  use_when: {id: [Lama menunggu], en: [Waiting time]}
  not_when:
    id: ["Alat rusak -> HMB.ALT (sebab)", Umum -> NONE]
    en: ["Broken tool -> HMB.ALT (cause)", General -> NONE]
  terms:
    lemmas: [cepat, =antre]
    phrases: [lama menunggu]
    hints: [jam]
    dialects:
      banjar: [lakas]
      jawa: {checked_by: Bu Tejo, words: [suwe]}
  stance_cues: {positive: [cepat], negative: [molor]}
  facets:
  - antrean
  - {id: jam_buka, name: {id: Jam buka, en: Opening hours}, terms: [tutup], example: none}
  examples:
  - {text: Antrenya sebentar saja., en: The queue is short., source: interview, stance: positive, strength: 2,
     facet: antrean}
  - {text: Saya menunggu dua jam., en: I waited two hours., source: interview, stance: negative, strength: 3}
  - {text: Loket buka pukul delapan., en: The desk opens at eight., source: observation, polarity: neutral,
     strength: 2}
  tension_with: [{code: HMB.ALT, rule: T4, own_facet: antrean, other_facet: printer, note: Cepat atau macet.}]
  criterion: {id: Paling lama 15 menit, en: At most 15 minutes, source: SOP 3/2025}
- id: HMB
  kind: factor_group
  direction: hindering
  codable: false
  name: {id: Penghambat, en: Hindrances}
  short: {id: Yang menghambat, en: What hinders}
  definition: {id: Sebab layanan terganggu., en: Causes of disrupted service.}
- id: HMB.ALT
  parent: HMB
  kind: factor
  direction: hindering
  name: {id: Alat, en: Tools}
  short: {id: Alat kurang, en: Tools lacking}
  definition: {id: Alat kurang atau rusak., en: Tools missing or broken.}
  terms: {lemmas: [printer], hints: [jam]}
  stance_cues: {positive: [rusak]}
  facets: [printer]
  examples:
  - {text: Printernya macet lagi., en: The printer jams again., source: interview, polarity: positive,
     strength: 3, facet: printer}
  - {text: Satu printer untuk tiga loket., en: One printer for three desks., source: observation,
     polarity: positive, strength: 3}
  - {text: Alat sudah lengkap., en: The tools are complete., source: interview, stance: negative, strength: 1}
triangulation:
  voice_dominance: "2/3"
  label_midline_block: true
  prominence: {high: "1/2", max_gap: 1}
"""


def changed(*swaps: tuple[str, str]) -> str:
    """BASE with texts exchanged; each must occur exactly once, so that a test cannot miss its place."""
    text = BASE
    for old, new in swaps:
        assert text.count(old) == 1, f"{text.count(old)} times: {old}"
        text = text.replace(old, new)
    return text


def problems(text: str) -> list[Problem]:
    """What load says about a text that it must refuse."""
    with pytest.raises(InvalidFile) as caught:
        load(text, "b.yaml")
    return list(caught.value.problems)


def lines(text: str, lang: str = "en") -> list[str]:
    """The problems as a person reads them."""
    return [problem.line("en" if lang == "en" else "id") for problem in problems(text)]
