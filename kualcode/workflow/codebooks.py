"""Which codebook a project uses: a file, one that comes with kualcode, or the one it used last."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import kualcode
from kualcode import codebook as books
from kualcode.errors import Bi, InvalidFile, NotFound
from kualcode.model import Codebook, Grid
from kualcode.store import Store

_PATH = "codebook_path"


def shipped() -> dict[str, Path]:
    """Codebooks that come with kualcode, by name."""
    package = Path(kualcode.__file__).parent
    folder = next((f for f in (package / "codebooks", package.parent / "codebooks") if f.is_dir()), package)
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}


def locate(named: str, folder: Path) -> Path:
    """A codebook file by its path (from here, or from the study folder) or by a shipped name."""
    for candidate in (Path(named), folder / named):
        if candidate.is_file():
            return candidate
    if named in shipped():
        return shipped()[named]
    raise InvalidFile(Bi("Codebook {name} tidak ditemukan.", "No codebook {name}.").fill(name=named),
                      fix=Bi("Periksa nama berkasnya, atau pakai yang disertakan: {shipped}.",
                             "Check the file name, or use one that comes along: {shipped}.")
                      .fill(shipped=", ".join(shipped())))


def choose(store: Store, named: str | None, folder: Path) -> tuple[Codebook, str]:
    """The codebook of this run and its YAML: the one named, else the file used last, else the copy in the
    project. Raises InvalidFile where there is none."""
    if named is None:
        last = store.setting(_PATH)
        return books.read(folder / last) if last and (folder / last).is_file() else stored(store)
    return books.read(locate(named, folder))


def stored(store: Store) -> tuple[Codebook, str]:
    """The codebook as the project holds it."""
    text = store.codebook_yaml()
    if text is None:
        raise InvalidFile(Bi("Belum ada codebook.", "There is no codebook yet."), fix=Bi(
            "Beri dengan --codebook FILE.yaml, atau tulis `codebook: FILE.yaml` di kualcode.yaml. "
            "Disertakan: {shipped}.",
            "Give one with --codebook FILE.yaml, or write `codebook: FILE.yaml` in kualcode.yaml. "
            "Coming along: {shipped}.").fill(shipped=", ".join(shipped())))
    return books.load(text, "codebook"), text


def remember(store: Store, codebook: Codebook, text: str, named: str | None, folder: Path) -> None:
    """Keep a codebook in the project, so that the project stands alone, and where it came from."""
    store.put_codebook(text, codebook.sha256, codebook.id, codebook.version)
    if named is not None:
        store.put_setting(_PATH, Path(os.path.relpath(locate(named, folder), folder)).as_posix())


# ---------------------------------------------------------------- shown
def overview(book: Codebook) -> Grid:
    """The codes with kind and short definition."""
    kinds = {"indicator": Bi("indikator", "indicator"), "sub_indicator": Bi("sub-indikator", "sub-indicator"),
             "factor_group": Bi("kelompok faktor", "factor group"), "factor": Bi("faktor", "factor"), **dict(book.levels)}
    rows = tuple(("  " * code.id.count(".") + code.id, kinds[code.kind], code.name, code.short) for code in book.codes)
    return Grid(Bi("{title}, versi {v}", "{title}, version {v}").fill(title=book.title, v=book.version),
                (Bi("Kode", "Code"), Bi("Jenis", "Kind"), Bi("Nama", "Name"), Bi("Isi", "About")), rows)


def card(book: Codebook, code_id: str) -> list[Bi]:
    """One code as a coder needs it: definition, when to use and not, facets, examples. Raises NotFound."""
    code = book.by_id.get(code_id)
    if code is None:
        raise NotFound(Bi("Kode {code} tidak ada di codebook.", "The codebook has no code {code}.").fill(code=code_id),
                       Bi("Lihat semuanya: kualcode codebook show", "See all of them: kualcode codebook show"))
    lines = [Bi("{id}  {name}", "{id}  {name}").fill(id=code.id, name=code.name), code.definition]
    lines += _list(Bi("Gunakan bila:", "Use when:"), code.use_when)
    lines += _list(Bi("Jangan bila:", "Do not use when:"), code.not_when)
    lines += _list(Bi("Aspek:", "Facets:"), [Bi(f"{f.id}: {f.name.id}", f"{f.id}: {f.name.en}") for f in code.facets])
    lines += _list(Bi("Contoh (rekaan):", "Examples (invented):"), [
        Bi(f"{e.text} [{e.stance}]", f"{e.en} [{e.stance}]") for e in code.examples])
    return lines


def _list(head: Bi, items: Sequence[Bi]) -> list[Bi]:
    return [head, *(Bi(f"  - {item.id}", f"  - {item.en}") for item in items)] if items else []
