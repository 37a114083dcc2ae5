"""A text in the form in which two writings of one thing are equal, with the way back to its characters.

Script, width, punctuation variants and letter case are folded character for character; white space is left out; figures
are their values.  OpenCC is imported where the table of characters is built: nothing but a search needs it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policydiff.fold import fold
from policydiff.index.figures import Figure, figures
from policydiff.model import Span

__all__ = ["Key", "keys"]

# a value stands between two characters that no text keeps, so that 50 is not found inside 500
_OPEN, _CLOSE = "\ue000", "\ue001"
_UNKNOWN = "\ufffd"
_INVISIBLE = frozenset("\xad\u200b\u200c\u200d\u2060\ufeff")
_WITHIN = frozenset(".,．，")  # what a figure may have between its digits
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Key:
    """One reading of a text: its comparable form, and where in the text each character of it starts and ends."""

    form: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def find(self, wanted: str) -> Iterator[Span]:
        """Every place of a form in this one, over the text; places do not overlap."""
        at = self.form.find(wanted)
        while at >= 0:
            last = at + len(wanted) - 1
            yield Span(self.starts[at], self.ends[last])
            at = self.form.find(wanted, last + 1)


def keys(text: str) -> tuple[Key, Key]:
    """The two readings of a text.

    In the first each figure is its whole value, also one in words: 50万元, 五十万元 and 500,000元 are equal, so are 30%
    and 百分之三十, 三年 and 3年.  In the second a figure is the value of what stands before its order (the 50 of 50万)
    and a numeral in words is as written, so that 50, 万元 and 三 are found where they stand.

    >>> keys("最高 50萬元")[0].form == keys("最高五十万元")[0].form == keys("最高500,000元")[0].form
    True
    """
    places = tuple(_kept(text))
    written = "".join(_half_width(text[at]) for at in places)
    found = tuple(figures(written))
    folded = [_folded(text[at]) for at in places]
    return _key(places, folded, found, whole=True), _key(places, folded, found, whole=False)


def _kept(text: str) -> Iterator[int]:
    """Where the characters stand that count: all but white space, and that too between figures (10 20 is not 1020)."""
    before, gap = "", -1
    for at, c in enumerate(text):
        if c.isspace() or c in _INVISIBLE:
            gap = at
            continue
        if gap >= 0 and c.isdecimal() and (before.isdecimal() or before in _WITHIN):
            yield gap
        yield at
        before, gap = c, -1


def _key(places: tuple[int, ...], folded: list[str], found: tuple[Figure, ...], *, whole: bool) -> Key:
    form: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(characters: str, start: int, end: int) -> None:
        form.append(characters)
        starts.extend([places[start]] * len(characters))
        ends.extend([places[end - 1] + 1] * len(characters))

    def plain(start: int, end: int) -> None:
        for at in range(start, end):
            if folded[at]:
                put(folded[at], at, at + 1)

    at = 0
    for one in found:
        stretch, value = (one.span, one.value) if whole else (one.head, one.count)
        if stretch is None or value is None:
            continue
        plain(at, stretch.start)
        written = _OPEN + value + _CLOSE
        if whole:
            written += one.sign + (f"/{_OPEN}{one.below}{_CLOSE}" if one.below else "")
        put(written, stretch.start, stretch.end)
        at = stretch.end
    plain(at, len(places))
    return Key("".join(form), tuple(starts), tuple(ends))


@cache
def _simplified() -> dict[str, str]:
    """Traditional to simplified characters, one for one."""
    import opencc  # noqa: PLC0415 - see above

    characters = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00))]
    simple = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {c: to for c, to in zip(characters, simple, strict=True) if len(to) == 1 and to != c}


@cache
def _half_width(character: str) -> str:
    """A character as `figures` reads it: simplified and half width, but 50、100 still two figures."""
    return _simplified().get(character, character).translate(_HALF_WIDTH)


@cache
def _folded(character: str) -> str:
    """A character as it is compared; nothing for white space."""
    if character.isspace() or character in _INVISIBLE:
        return ""
    key = fold(_simplified().get(character, character))
    lower = key.lower()
    key = lower if len(lower) == 1 else key
    return key if key not in (_OPEN, _CLOSE) else _UNKNOWN
