"""Names of codings that follow from what they are, so that the order of input never shows."""

from __future__ import annotations

from hashlib import sha256

_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"  # RFC 4648 base32, lower case
_PAIRS = tuple(first + second for first in _ALPHABET for second in _ALPHABET)
SHORTEST_PREFIX = 4


def coding_id(source: str, start: int, end: int, what: str, coder: str) -> str:
    """Twelve characters (60 bits) of a hash of source name, span, code or suggestion id, and coder name.

    Equal to the first 12 characters of lower-case base32 of the SHA-256; looked up ten bits at a time
    because base64.b32encode takes longer than storing the row.
    """
    key = f"{source}\0{start}\0{end}\0{what}\0{coder}".encode("utf-8", "surrogatepass")
    bits = int.from_bytes(sha256(key).digest()[:8], "big")
    pairs = _PAIRS
    return (
        f"{pairs[bits >> 54]}{pairs[bits >> 44 & 1023]}{pairs[bits >> 34 & 1023]}"
        f"{pairs[bits >> 24 & 1023]}{pairs[bits >> 14 & 1023]}{pairs[bits >> 4 & 1023]}"
    )
