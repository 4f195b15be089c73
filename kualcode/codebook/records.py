"""Shapes with keys: records with named fields, tables with free keys, and texts in each language."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as with_default
from typing import Any

from kualcode.codebook.shapes import LANGUAGES, NO_WORDS, Log, Path, Shape, described, shown
from kualcode.errors import Bi


@dataclass(frozen=True)
class Field:
    """A named part of a record; `alias` is a second name that a file may use."""

    shape: Shape
    about: Bi = NO_WORDS
    required: bool = False
    alias: str = ""

    def schema(self) -> dict[str, Any]:
        """The part's schema, with what an editor shows about it."""
        note = {"description": f"{self.about.id} / {self.about.en}"} if self.about.en else {}
        return {**self.shape.schema(), **note}


@dataclass(frozen=True)
class Record(Shape):
    """Named fields; anything else is refused with the nearest known name.

    A sparse record keeps only what the file gives; otherwise blanks fill the rest.
    """

    fields: dict[str, Field]
    sparse: bool = False

    def read(self, value: object, path: Path, log: Log) -> dict[str, Any]:
        if not isinstance(value, dict):
            log.note(path, _NOT_MAP.fill(found=described(value)), _AS_MAP.fill(keys=", ".join(self.fields)))
            return self.blank()
        known = {*self.fields, *(part.alias for part in self.fields.values() if part.alias)}
        for key in value:
            if key not in known:
                self.stray(key, value[key], path, log)
        return {
            name: self._part(name, part, value, path, log)
            for name, part in self.fields.items()
            if not self.sparse or value.get(name) is not None
        }

    def _part(self, name: str, part: Field, value: dict[str, Any], path: Path, log: Log) -> object:
        given = [key for key in (name, part.alias) if value.get(key) is not None]
        if len(given) == 2:
            log.note((*path, part.alias), _TWICE.fill(first=name, second=part.alias), _ONE_OF_BOTH)
        if given:
            return part.shape.read(value[given[0]], (*path, given[0]), log)
        if part.required:
            what = _BLANK if name in value else _MISSING
            log.note((*path, name), what.fill(name=name), _ADD.fill(name=name))
        return part.shape.blank()

    def stray(self, key: str, value: object, path: Path, log: Log) -> None:
        """Report a key that means nothing here."""
        from kualcode.yamlsafe import unknown_key

        problem = unknown_key(log.positions.where((*path, key)), key, self.fields)
        log.problems.append(problem._replace(fix=_COMMA) if value is None else problem)

    def blank(self) -> dict[str, Any]:
        return {} if self.sparse else {name: part.shape.blank() for name, part in self.fields.items()}

    def schema(self) -> dict[str, Any]:
        properties, needed, either = {}, [], []
        for name, part in self.fields.items():
            properties[name] = part.schema()
            if part.alias:
                properties[part.alias] = part.schema()
                either += [{"required": [name]}, {"required": [part.alias]}] if part.required else []
            elif part.required:
                needed.append(name)
        return {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            **({"required": needed} if needed else {}),
            **({"oneOf": either} if either else {}),
        }


@dataclass(frozen=True)
class PerLanguage(Shape):
    """The same in each language of the codebook, and in no other; read as both `id` and `en`.

    In a codebook of one language both hold the same.
    """

    item: Shape
    more: dict[str, Field] = with_default(default_factory=dict)

    def read(self, value: object, path: Path, log: Log) -> dict[str, Any]:
        if not isinstance(value, dict):
            example = ", ".join(f"{lang}: …" for lang in log.languages)
            log.note(path, _NOT_BILINGUAL.fill(found=described(value)), _EACH_LANGUAGE.fill(example=example))
            return self.blank()
        foreign = [key for key in value if key in LANGUAGES and key not in log.languages]
        for key in foreign:
            log.note((*path, key), _FOREIGN.fill(lang=key), _REMOVE_OR_ADD)
        kept = {key: inner for key, inner in value.items() if key not in foreign}
        parts = {lang: Field(self.item, required=True) for lang in log.languages}
        found = Record({**parts, **self.more}).read(kept, path, log)
        given = [lang for lang in log.languages if kept.get(lang) is not None]
        instead = found[given[0]] if given else self.item.blank()
        return {**found, **{lang: found[lang] if lang in given else instead for lang in LANGUAGES}}

    def blank(self) -> dict[str, Any]:
        return {
            **{lang: self.item.blank() for lang in LANGUAGES},
            **{name: part.shape.blank() for name, part in self.more.items()},
        }

    def schema(self) -> dict[str, Any]:
        found = Record({**{lang: Field(self.item) for lang in LANGUAGES}, **self.more}).schema()
        return {**found, "minProperties": 1 + len(self.more)}


@dataclass(frozen=True)
class Keyed(Shape):
    """Free keys, each with a value of one shape."""

    item: Shape

    def read(self, value: object, path: Path, log: Log) -> dict[str, Any]:
        if not isinstance(value, dict):
            log.note(path, _NOT_MAP.fill(found=described(value)), _AS_MAP.fill(keys="…"))
            return {}
        return {key: self.item.read(inner, (*path, key), log) for key, inner in value.items()}

    def blank(self) -> dict[str, Any]:
        return {}

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.item.schema()}


@dataclass(frozen=True)
class Either(Shape):
    """A short form, or a record that says more; which one it is shows by whether there are keys."""

    short: Shape
    full: Shape

    def read(self, value: object, path: Path, log: Log) -> object:
        return (self.full if isinstance(value, dict) else self.short).read(value, path, log)

    def blank(self) -> object:
        return self.short.blank()

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.short.schema(), self.full.schema()]}


class TermsRecord(Record):
    """The terms of a code; a dialect's list directly under them is the older form and gets its own advice."""

    def stray(self, key: str, value: object, path: Path, log: Log) -> None:
        from kualcode.yamlsafe import nearest

        if isinstance(value, list) and nearest(key, self.fields) is None:
            log.note((*path, key), _OLD_DIALECT.fill(name=shown(key)), _NEST_DIALECT.fill(name=key))
        else:
            super().stray(key, value, path, log)


_NOT_MAP = Bi("Harus berupa pasangan kunci dan nilai, bukan {found}.", "This must be keys with values, not {found}.")
_AS_MAP = Bi("Tulis sebagai “kunci: nilai” dengan kunci: {keys}.", "Write it as “key: value” with the keys: {keys}.")
_TWICE = Bi("“{first}” dan “{second}” berarti sama.", "“{first}” and “{second}” mean the same.")
_ONE_OF_BOTH = Bi("Pakai salah satu saja.", "Use only one of them.")
_MISSING = Bi("“{name}” belum ada.", "“{name}” is missing.")
_BLANK = Bi("“{name}” masih kosong.", "“{name}” is empty.")
_ADD = Bi("Tambahkan “{name}: …” di bagian ini.", "Add “{name}: …” to this part.")
_COMMA = Bi(
    "Kunci tanpa nilai: teks yang memuat koma perlu tanda kutip.",
    "It is a key without a value: a text that holds a comma needs quotes.",
)
_NOT_BILINGUAL = Bi(
    "Harus berupa teks untuk tiap bahasa, bukan {found}.", "This must be a text for each language, not {found}."
)
_EACH_LANGUAGE = Bi("Tulis {{{example}}}.", "Write {{{example}}}.")
_FOREIGN = Bi(
    "Bahasa “{lang}” tidak ada dalam codebook.languages.", "The language “{lang}” is not in codebook.languages."
)
_REMOVE_OR_ADD = Bi(
    "Hapus barisnya, atau tambahkan bahasanya ke languages.", "Remove the line, or add the language to languages."
)
_OLD_DIALECT = Bi(
    "Daftar dialek {name} berada langsung di bawah terms.", "The dialect list {name} stands directly under terms."
)
_NEST_DIALECT = Bi(
    "Tulis di bawah dialects: “dialects: {{{name}: […]}}”.", "Write it under dialects: “dialects: {{{name}: […]}}”."
)
