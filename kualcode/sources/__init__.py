"""Files in, exact text out: one module per family; each imports its library inside the function."""

from kualcode.sources.folders import Skipped, discover
from kualcode.sources.reading import ENCODED, SUPPORTED, read

__all__ = ["ENCODED", "SUPPORTED", "Skipped", "discover", "read"]
