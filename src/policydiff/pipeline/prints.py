"""A print of a text, small enough to remember: whether two texts are the same, and about how alike they are."""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import dataclass

from policydiff.fold import fold
from policydiff.similarity import grams

__all__ = ["Print", "likeness", "print_of"]

_SIZE = 256
"""How many pairs of characters a print keeps.  The error of `likeness` is about 1/√256, 6 in a hundred."""


@dataclass(frozen=True, slots=True)
class Print:
    """`digest` is the same for texts of the same words, whatever their lines and width.

    `sketch` holds the smallest hashes of a text's pairs of characters (a bottom-k sketch; Broder, 1997).
    """

    digest: str
    sketch: tuple[int, ...]


def print_of(text: str) -> Print:
    """The print of a clean text.

    >>> print_of("第一条　给予 50万元补助。") == print_of("第一条 给予５０万元补助。")
    True
    """
    key = re.sub(r"\s+", "", fold(text))
    hashes = sorted({zlib.crc32(pair.encode(errors="surrogatepass")) for pair in grams(key)})
    return Print(hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest(), tuple(hashes[:_SIZE]))


def likeness(one: Print, other: Print) -> float:
    """About what share of all their pairs of characters two texts have in common, 0 to 1 (Jaccard).

    >>> likeness(print_of("对企业给予补助"), print_of("对企业给予奖励"))
    0.5
    """
    mine, yours = set(one.sketch), set(other.sketch)
    smallest = sorted(mine | yours)[:_SIZE]
    return sum(value in mine and value in yours for value in smallest) / len(smallest) if smallest else 0.0
