r"""Text for files made of XML, which cannot hold control characters, half characters or the last two of a plane.

What stands there is shown, never dropped: `\0` is ␀, a right-to-left override ⟦U+202E⟧.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from policydiff.render.escape import visible

__all__ = ["has_symbols", "printable"]

_BARRED = re.compile("[\ufffe\uffff]")
_SYMBOLS = re.compile("⟦U\\+[0-9A-F]{4,6}⟧|[\u2400-\u2421]")


def printable(text: str) -> str:
    r"""The text with a visible sign for every character that has no shape, or no place in XML.

    >>> printable("奖励\x00\uffff50万元")
    '奖励␀⟦U+FFFF⟧50万元'
    """
    return _BARRED.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", visible(text))


def has_symbols(texts: Iterable[str]) -> bool:
    """Whether a sign stands in any of these texts, so that a note has to explain it."""
    return any(_SYMBOLS.search(text) for text in texts)
