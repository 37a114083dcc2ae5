"""Which characters a text is written with: most rules look for some that hardly any text has."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["alphabet"]


@lru_cache(maxsize=4)  # all rules ask for the same text, and it is another one only when a rule has changed it
def alphabet(text: str) -> str:
    """Every character of a text once, in order.

    A pattern that finds nothing here finds nothing in the text either, if all it can find holds a character of one
    class: `alphabet` is a few thousand characters long, whatever the text.

    >>> alphabet("算力券，算力。")
    '。券力算，'
    """
    return "".join(sorted(set(text)))
