"""Files in, exact text out: one module per family; each imports its library inside the function."""

from kualcode.sources.folders import OWN_FILE, OWN_FIX, Skipped, candidates, discover
from kualcode.sources.reading import ENCODED, SUPPORTED, read
from kualcode.sources.sniff import holds

__all__ = ["ENCODED", "OWN_FILE", "OWN_FIX", "SUPPORTED", "Skipped", "candidates", "discover", "holds", "read"]
