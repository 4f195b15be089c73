"""Which codebook a project uses: a file, one that comes with kualcode, or the one it used last."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import kualcode
from kualcode import codebook as books
from kualcode.errors import Bi, InvalidFile, NotFound
from kualcode.model import Code, Codebook, Grid
from kualcode.store import Store
from kualcode.workflow.words import near

_PATH = "codebook_path"


def shipped() -> dict[str, Path]:
    """Codebooks that come with kualcode, by name."""
    package = Path(kualcode.__file__).parent
    folder = next((f for f in (package / "codebooks", package.parent / "codebooks") if f.is_dir()), package)
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}


def locate(named: str, *folders: Path) -> Path:
    """A codebook file by its path from one of the folders, the first that has it, or by a shipped name."""
    for candidate in (folder / named for folder in folders):
        if candidate.is_file():
            return candidate
    if named in shipped():
        return shipped()[named]
    raise InvalidFile(
        Bi("Codebook {name} tidak ditemukan.", "No codebook {name}.").fill(name=named),
        fix=_near(named, folders)
        or Bi(
            "Periksa nama berkasnya, atau pakai yang disertakan: {shipped}.",
            "Check the file name, or use one that comes along: {shipped}.",
        ).fill(shipped=", ".join(shipped())),
    )


def _near(named: str, folders: Sequence[Path]) -> Bi | None:
    """A name that was probably meant."""
    known = [*shipped(), *(path.name for folder in folders for path in sorted(folder.glob("*.y*ml")))]
    guess = near(Path(named).name, known)
    return Bi("Mungkin maksudnya {near}?", "Did you mean {near}?").fill(near=guess) if guess else None


class Chosen(NamedTuple):
    """The codebook of a run: as read, its YAML, and its file (None for the copy in the project)."""

    book: Codebook
    yaml: str
    path: Path | None


def choose(store: Store, asked: str | None, told: str | None, folder: Path) -> Chosen:
    """The one asked for here, else the one kualcode.yaml names, else the file used last, else the copy in the
    project. Raises InvalidFile where there is none."""
    last = store.setting(_PATH)
    if asked is not None:
        path = locate(asked, Path(), folder)
    elif told is not None:
        path = locate(told, folder)
    elif last is not None and (folder / last).is_file():
        path = folder / last
    else:
        return Chosen(*stored(store), None)
    return Chosen(*books.read(path), path)


def stored(store: Store) -> tuple[Codebook, str]:
    """The codebook as the project holds it. Raises InvalidFile where it has none."""
    try:
        text = store.codebook_yaml()
    except NotFound:
        raise InvalidFile(
            Bi("Belum ada codebook.", "There is no codebook yet."),
            fix=Bi(
                "Beri dengan `kualcode tag --codebook FILE.yaml`, atau tulis `codebook: FILE.yaml` di "
                "kualcode.yaml. Disertakan: {shipped}.",
                "Give one with `kualcode tag --codebook FILE.yaml`, or write `codebook: FILE.yaml` in "
                "kualcode.yaml. Coming along: {shipped}.",
            ).fill(shipped=", ".join(shipped())),
        ) from None
    return books.load(text, "codebook"), text


def remember(store: Store, chosen: Chosen, folder: Path) -> None:
    """Keep a codebook in the project, so that the project stands alone, and the file it came from.

    One that comes along with kualcode is kept as a copy only: an update of kualcode changes no project.
    """
    store.put_codebook(chosen.yaml, chosen.book.sha256, chosen.book.id, chosen.book.version)
    if chosen.path is not None:
        own = chosen.path not in shipped().values()
        store.put_setting(_PATH, _relative(chosen.path, folder) if own else None)


def _relative(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return path.resolve().as_posix()


# ---------------------------------------------------------------- shown
def overview(book: Codebook) -> Grid:
    """The codes with kind and short definition."""
    kinds = {
        "indicator": Bi("indikator", "indicator"),
        "sub_indicator": Bi("sub-indikator", "sub-indicator"),
        "factor_group": Bi("kelompok faktor", "factor group"),
        "factor": Bi("faktor", "factor"),
        **dict(book.levels),
    }
    rows = tuple(("  " * code.id.count(".") + code.id, kinds[code.kind], code.name, code.short) for code in book.codes)
    return Grid(
        Bi("{title}, versi {v}", "{title}, version {v}").fill(title=book.title, v=book.version),
        (Bi("Kode", "Code"), Bi("Jenis", "Kind"), Bi("Nama", "Name"), Bi("Isi", "About")),
        rows,
    )


def code_records(book: Codebook, code_id: str | None = None) -> list[dict[str, object]]:
    """The codes, or one of them, for machines. Raises NotFound."""
    codes = book.codes if code_id is None else (_code(book, code_id),)
    return [
        {
            "code": code.id,
            "parent": code.parent,
            "kind": code.kind,
            "direction": code.direction,
            "codable": code.codable,
            "retired": code.retired,
            "name": code.name._asdict(),
            "short": code.short._asdict(),
            "definition": code.definition._asdict(),
            "use_when": [rule._asdict() for rule in code.use_when],
            "not_when": [rule._asdict() for rule in code.not_when],
            "facets": [facet.id for facet in code.facets],
            "examples": [{"text": e.text, "en": e.en, "stance": e.stance} for e in code.examples],
        }
        for code in codes
    ]


def card(book: Codebook, code_id: str) -> list[Bi]:
    """One code as a coder needs it: definition, when to use and not, facets, examples. Raises NotFound."""
    code = _code(book, code_id)
    lines = [Bi("{id}  {name}", "{id}  {name}").fill(id=code.id, name=code.name), code.definition]
    lines += _list(Bi("Gunakan bila:", "Use when:"), code.use_when)
    lines += _list(Bi("Jangan bila:", "Do not use when:"), code.not_when)
    lines += _list(Bi("Aspek:", "Facets:"), [Bi(f"{f.id}: {f.name.id}", f"{f.id}: {f.name.en}") for f in code.facets])
    lines += _list(
        Bi("Contoh (rekaan):", "Examples (invented):"),
        [Bi(f"{e.text} [{e.stance}]", f"{e.en} [{e.stance}]") for e in code.examples],
    )
    return lines


def _code(book: Codebook, code_id: str) -> Code:
    if code_id not in book.by_id:
        raise NotFound(
            Bi("Kode {code} tidak ada di codebook.", "The codebook has no code {code}.").fill(code=code_id),
            _perhaps(near(code_id, book.by_id)),
        )
    return book.by_id[code_id]


def _perhaps(guess: str | None) -> Bi:
    if guess is None:
        return Bi("Lihat semuanya: kualcode codebook show", "See all of them: kualcode codebook show")
    return Bi(
        "Mungkin {near}? Lihat semuanya: kualcode codebook show",
        "Perhaps {near}? See all of them: kualcode codebook show",
    ).fill(near=guess)


def _list(head: Bi, items: Sequence[Bi]) -> list[Bi]:
    return [head, *(Bi(f"  - {item.id}", f"  - {item.en}") for item in items)] if items else []
