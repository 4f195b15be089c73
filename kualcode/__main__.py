"""python -m kualcode, and the `kualcode` program."""

from __future__ import annotations

import sys


def main() -> None:
    """Run one command and exit with its code."""
    if sys.argv[1:] == ["--version"]:
        from kualcode import __version__

        sys.stdout.write(f"kualcode {__version__}\n")
        return
    from kualcode.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
