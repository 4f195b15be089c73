"""Make the demonstration study and its golden readings again from tests/demo/material.

    python tests/demo/build_study.py          all but the PDF files: the same bytes every time
    python tests/demo/build_study.py --pdf    the two PDF files too (needs LibreOffice; the bytes differ)

The PDF files in the repository count: make them again only when their material has changed.
"""

from __future__ import annotations

import sys

import demo_golden
import demo_instrument
import demo_interviews as interviews
import demo_papers as papers
from demo_material import STUDY

ALWAYS = (
    interviews.i01,
    interviews.i02,
    interviews.i03,
    interviews.i05,
    interviews.i06,
    interviews.i07,
    interviews.i08,
    interviews.i09,
    interviews.i10,
    papers.o1,
    papers.o2,
    papers.o3,
    papers.d1,
    papers.d2,
    papers.d3,
    papers.d4,
    demo_instrument.instrument,
)
PRINTED = (interviews.i04, papers.d5)


def main(arguments: list[str]) -> None:
    """Write the study folder and the golden readings."""
    for folder in ("wawancara", "observasi", "dokumentasi"):
        (STUDY / folder).mkdir(parents=True, exist_ok=True)
    for make in (*ALWAYS, *(PRINTED if "--pdf" in arguments else ())):
        make()
    demo_golden.write()


if __name__ == "__main__":
    main(sys.argv[1:])
