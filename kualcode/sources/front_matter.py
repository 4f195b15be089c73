"""YAML front matter of a Markdown file: values as they are written, never interpreted."""

from __future__ import annotations

from collections.abc import Iterator

from kualcode.errors import Bi

FENCE = "---\n"
ENDS = ("---", "...")
LIMIT = 100_000  # characters; front matter is a few lines

BROKEN = Bi(
    "Bagian awal di antara garis --- tidak terbaca sebagai YAML (baris {line}): tidak dipakai. "
    "Perbaiki baris itu bila isinya perlu dikenali.",
    "The part between the --- lines cannot be read as YAML (line {line}): not used. "
    "Correct that line if its values should be known.",
)

Meta = tuple[tuple[str, str], ...]


def front_matter(text: str) -> tuple[Meta, tuple[Bi, ...]]:
    """(key, value) pairs of the front matter, and a note when it cannot be read.

    A list becomes "a, b"; a nested key "outer.inner". Without front matter both are empty.
    """
    block = _block(text)
    if block is None:
        return (), ()
    return _parse(block)


def _block(text: str) -> str | None:
    """What stands between the fences at the very start of the text."""
    if not text.startswith(FENCE):
        return None
    lines = text[:LIMIT].split("\n")
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ENDS:
            return "\n".join(lines[1:number])
    return None


def _parse(block: str) -> tuple[Meta, tuple[Bi, ...]]:
    import yaml

    class Loader(yaml.SafeLoader):
        """SafeLoader without aliases: a few lines of them can unfold into millions of values."""

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                mark = self.get_mark()
                raise yaml.MarkedYAMLError(problem="alias", problem_mark=mark)
            return super().compose_node(parent, index)

    try:
        root = yaml.compose(block, Loader)
        # Only nodes are read, so a value stays as written: "no", "1:30" and 08 are not interpreted.
        return (tuple(_pairs(root)) if isinstance(root, yaml.MappingNode) else ()), ()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return (), (BROKEN.fill(line=mark.line + 2 if mark else 2),)
    except RecursionError:
        return (), (BROKEN.fill(line=2),)


def _pairs(node: object, prefix: str = "") -> Iterator[tuple[str, str]]:
    import yaml

    assert isinstance(node, yaml.MappingNode)
    for key, value in node.value:
        name = prefix + _plain(key)
        if isinstance(value, yaml.MappingNode):
            yield from _pairs(value, f"{name}.")
        else:
            yield name, _plain(value)


def _plain(node: object) -> str:
    """A scalar as written, or the scalars of a list joined by commas."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    assert isinstance(node, yaml.CollectionNode)
    parts = [part for item in node.value for part in (item if isinstance(item, tuple) else (item,))]
    return ", ".join(_plain(part) for part in parts)
