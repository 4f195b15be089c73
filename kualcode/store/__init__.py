"""The project file NAME.kual: the only package that says SQL.

with create(path) as store, store.atomic():
    store.add_source(source)
"""

from kualcode.store.connection import Clock, WriteOutsideAtomicError, utc_now
from kualcode.store.decisions import Decision, Details
from kualcode.store.files import Store, create, open_store, restore, synced_folder
from kualcode.store.ids import coding_id
from kualcode.store.journal import Entry
from kualcode.store.notes import Note
from kualcode.store.people import CONSENTS, Coder
from kualcode.store.query import Query
from kualcode.store.reasons import reason_from_json, reason_json
from kualcode.store.sources import Added
from kualcode.store.suggestions import Replaced

__all__ = [
    "CONSENTS",
    "Added",
    "Clock",
    "Coder",
    "Decision",
    "Details",
    "Entry",
    "Note",
    "Query",
    "Replaced",
    "Store",
    "WriteOutsideAtomicError",
    "coding_id",
    "create",
    "open_store",
    "reason_from_json",
    "reason_json",
    "restore",
    "synced_folder",
    "utc_now",
]
