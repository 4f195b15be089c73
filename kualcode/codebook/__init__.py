"""Codebooks: YAML text to a checked Codebook, advice, JSON Schema for editors, what a new version changes."""

from kualcode.codebook.advice import warnings
from kualcode.codebook.diff import Change, diff, version_problems
from kualcode.codebook.load import load, read
from kualcode.codebook.schema import schema, schema_text

__all__ = ["Change", "diff", "load", "read", "schema", "schema_text", "version_problems", "warnings"]
