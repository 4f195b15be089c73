"""A source's text and structure -> turns and segments, and what is known about the source."""

from kualcode.segment.attributes import info
from kualcode.segment.dates import iso_date, period
from kualcode.segment.headers import title
from kualcode.segment.headings import HEADING
from kualcode.segment.informants import CLOSED, SILENT, Listed, informants_csv, is_list, joined, speaks
from kualcode.segment.labels import code_key
from kualcode.segment.layouts import segments, turns
from kualcode.segment.pieces import Certainty, Reading
from kualcode.segment.registers import sources_csv

__all__ = [
    "CLOSED",
    "HEADING",
    "SILENT",
    "Certainty",
    "Listed",
    "Reading",
    "code_key",
    "info",
    "informants_csv",
    "is_list",
    "iso_date",
    "joined",
    "period",
    "segments",
    "sources_csv",
    "speaks",
    "title",
    "turns",
]
