"""JSON Schema of the codebook file, for editors, made from the same table as the checks."""

from __future__ import annotations

import json
from typing import Any

from kualcode.codebook.fields import CODEBOOK


def schema() -> dict[str, Any]:
    """The file's form as JSON Schema, draft 2020-12; what rests on other parts of a file it cannot say."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "kualcode: buku kode / codebook",
        **CODEBOOK.schema(),
    }


def schema_text() -> str:
    """The schema as it is shipped: kualcode/schemas/codebook.schema.json, byte for byte."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
