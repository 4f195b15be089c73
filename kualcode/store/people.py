"""Coders, informants, settings and codebooks."""
# ruff: noqa: S608 - statements are put together from constants; values are always bound

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Literal, NamedTuple, get_args

from kualcode.errors import Bi, NotFound, UsageError
from kualcode.model import Informant
from kualcode.store.journal import Journal
from kualcode.store.migrations import MACHINE, MACHINE_NAME
from kualcode.text import normalise, sha256, squash

Consent = Literal["unrecorded", "declared", "recorded", "refused", "withdrawn"]
CONSENTS: tuple[str, ...] = get_args(Consent)
HIDDEN_INFORMANTS = "SELECT code FROM informants WHERE consent IN ('refused', 'withdrawn')"
_FIELDS = tuple(field.name for field in fields(Informant))


class Coder(NamedTuple):
    """Who made a row: the machine, or a person by the name they gave."""

    id: int
    name: str
    kind: Literal["machine", "person"]


class People(Journal):
    """Who codes, who was interviewed, with which codebook and settings."""

    # ------------------------------------------------------------ coders
    def coder(self, name: str) -> Coder:
        """The person of this name, upper and lower case alike, made when new (then inside atomic()).

        The first spelling stays. Raises UsageError.
        """
        clean = squash(normalise(name))
        if not clean or clean.casefold() == MACHINE_NAME:
            raise UsageError(
                Bi("Nama pengode {name!r} tidak dapat dipakai.", "The coder name {name!r} cannot be used.").fill(
                    name=name
                ),
                Bi("Beri nama orang, misalnya --coder Ani.", "Give a person's name, for instance --coder Ani."),
            )
        return self.known_coder(clean) or self._new_coder(clean)

    def known_coder(self, name: str) -> Coder | None:
        """The person of this name, however spelt; None when nobody of that name has coded."""
        wanted = _folded(name)
        rows = self._rows("SELECT id, name, kind FROM coders WHERE kind = 'person' ORDER BY id")
        return next((Coder._make(row) for row in rows if _folded(row[1]) == wanted), None)

    def _new_coder(self, name: str) -> Coder:
        self._run("INSERT INTO coders (name, kind) VALUES (?, 'person')", (name,))
        number = self._rows("SELECT id FROM coders WHERE name = ?", (name,))[0][0]
        self._log("coder", f"coder:{number}", None, {"name": name}, by=number)
        return Coder(number, name, "person")

    def coders(self) -> tuple[Coder, ...]:
        """Everyone who may own a row, the machine first, then by name."""
        return tuple(map(Coder._make, self._rows("SELECT id, name, kind FROM coders ORDER BY kind, name")))

    def _actor(self, by: str | None) -> int:
        return MACHINE if by is None else self.coder(by).id

    # ------------------------------------------------------------ informants
    def informants(self) -> dict[str, Informant]:
        """Every informant by code, in code order, hidden ones too (their consent says so)."""
        rows = self._rows(f"SELECT {', '.join(_FIELDS)} FROM informants ORDER BY code")
        return {row[0]: Informant(*row) for row in rows}

    def put_informants(self, informants: Iterable[Informant], *, by: str | None = None) -> int:
        """Store informants as given, all fields; the number that were new or changed. Raises UsageError."""
        self._writing()
        known = self.informants()
        changed = [person for person in informants if known.get(person.code) != person]
        for person in changed:
            _check(person)
        for person in changed:
            self._put(person, known.get(person.code), by)
            known[person.code] = person
        return len(changed)

    def _put(self, person: Informant, before: Informant | None, by: str | None) -> None:
        updates = ", ".join(f"{name} = excluded.{name}" for name in _FIELDS[1:])
        self._run(
            f"INSERT INTO informants ({', '.join(_FIELDS)}) VALUES ({', '.join('?' * len(_FIELDS))}) "
            f"ON CONFLICT (code) DO UPDATE SET {updates}",
            _values(person),
        )
        number = self._rows("SELECT id FROM informants WHERE code = ?", (person.code,))[0][0]
        self._log(
            "informant",
            f"informant:{number}",
            before and informant_json(before),
            informant_json(person),
            by=self._actor(by),
            reason=person.consent,
        )

    # ------------------------------------------------------------ settings
    def setting(self, key: str) -> str | None:
        """The value of a setting, None when it was never set."""
        row = self._row("SELECT value FROM settings WHERE key = ?", (key,))
        return row[0] if row else None

    def put_setting(self, key: str, value: str | None, *, by: str | None = None) -> None:
        """Set a setting, or remove it with None."""
        self._writing()
        before = self.setting(key)
        if before == value:
            return
        if value is None:
            self._run("DELETE FROM settings WHERE key = ?", (key,))
        else:
            self._run(
                "INSERT INTO settings (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )
        self._log("setting", f"setting:{key}", before, value, by=self._actor(by))

    # ------------------------------------------------------------ codebooks
    def put_codebook(self, yaml: str, sha256: str, id: str, version: str, *, by: str | None = None) -> bool:
        """Keep a codebook's text and make it the one in use; False when it already was.

        `sha256` names the codebook; it need not be that of the text as given, which may have other line ends.
        """
        self._writing()
        newest = self._row("SELECT sha256, used FROM codebooks ORDER BY used DESC LIMIT 1")
        if newest and newest[0] == sha256:
            return False
        self._run(
            "INSERT INTO codebooks (sha256, codebook_id, version, yaml, added_at, used) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET used = excluded.used",
            (sha256, id, version, yaml, self._clock(), newest[1] + 1 if newest else 1),
        )
        number = self._rows("SELECT id FROM codebooks WHERE sha256 = ?", (sha256,))[0][0]
        self._log(
            "codebook_change",
            f"codebook:{number}",
            newest and {"sha256": newest[0]},
            self._codebook(number),
            by=self._actor(by),
        )
        return True

    def _codebook(self, number: int) -> dict[str, str | int]:
        """A codebook as the journal vouches for it."""
        name, id_, version, yaml, used = self._rows(
            "SELECT sha256, codebook_id, version, yaml, used FROM codebooks WHERE id = ?", (number,)
        )[0]
        return {"sha256": name, "id": id_, "version": version, "yaml": sha256(yaml), "used": used}

    def codebook_yaml(self) -> str:
        """The text of the codebook in use. Raises NotFound."""
        row = self._row("SELECT yaml FROM codebooks ORDER BY used DESC LIMIT 1")
        if row is None:
            raise NotFound(
                Bi("Proyek ini belum punya buku kode.", "This project has no codebook."),
                Bi(
                    "Beri dengan `kualcode init --codebook BERKAS.yaml`.",
                    "Give one with `kualcode init --codebook FILE.yaml`.",
                ),
            )
        yaml: str = row[0]
        return yaml

    def codebook_version(self) -> str:
        """The version of the codebook in use, empty when there is none."""
        row = self._row("SELECT version FROM codebooks ORDER BY used DESC LIMIT 1")
        return row[0] if row else ""


def informant_json(person: Informant) -> dict[str, str]:
    """What is known of an informant, for the undo content."""
    return {name: value for name, value in zip(_FIELDS, _values(person), strict=True) if value is not None}


def _folded(name: str) -> str:
    return squash(normalise(name)).casefold()


def _values(person: Informant) -> tuple[str | None, ...]:
    return tuple(getattr(person, name) for name in _FIELDS)


def _check(person: Informant) -> None:
    if not person.code.strip():
        raise UsageError(
            Bi("Ada informan tanpa kode.", "An informant has no code."),
            Bi("Beri kode, misalnya I-01.", "Give a code, for instance I-01."),
        )
    if person.consent not in CONSENTS:
        raise UsageError(
            Bi(
                "Persetujuan {consent!r} pada {code} tidak dikenal.", "The consent {consent!r} of {code} is unknown."
            ).fill(consent=person.consent, code=person.code),
            Bi("Pilih salah satu: {known}.", "Choose one of: {known}.").fill(known=", ".join(CONSENTS)),
        )
