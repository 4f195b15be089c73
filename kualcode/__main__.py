"""python -m kualcode, and the `kualcode` program."""

from __future__ import annotations

import sys


def patient() -> None:
    """Look less often for objects that hold each other: a command builds many that live until it ends, and going
    through all of them again and again bends what is linear."""
    import gc

    gc.set_threshold(50_000, 20, 100)


def main() -> None:
    """Run one command and exit with its code."""
    if sys.argv[1:] == ["--version"]:
        from kualcode import __version__

        sys.stdout.write(f"kualcode {__version__}\n")
        return
    from kualcode.cli.app import run

    patient()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
