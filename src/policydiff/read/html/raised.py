"""Raised figures: 10<sup>4</sup> is ten thousand, and must not read as 104.

A power behind a figure is written with raised characters where all of them exist, 10⁴, and as 10^(1.5) where not.
What is raised behind anything else stays as it is: m<sup>2</sup> is read as m2, and the mark of a footnote is no power,
be it [1], ① or （1）.
"""

from __future__ import annotations

from policydiff.patterns import lazy

__all__ = ["raised"]

_RAISED = str.maketrans("0123456789+-−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
_ALL_RAISED = lazy(r"[0-9+\-−–n]{1,12}")
_POWER = lazy(r"[A-Za-z]|(?=[^0-9]{0,11}[0-9])[0-9A-Za-z.,/+\-−–]{1,12}")


def raised(words: str, before: str) -> str:
    """What stands raised behind some words, as text.

    >>> raised("4", "10"), raised("1.5", "10"), raised("[1]", "2024"), raised("2", "m"), raised("th", "20")
    ('⁴', '^(1.5)', '[1]', '2', 'th')
    """
    bare = words.strip()
    if not before[-1:].isdecimal():
        return words
    if _ALL_RAISED.fullmatch(bare):
        return bare.translate(_RAISED)
    return f"^({bare})" if _POWER.fullmatch(bare) else words
