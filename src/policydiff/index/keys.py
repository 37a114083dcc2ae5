"""A text in the form in which two writings of one thing are equal, with the way back to its characters.

Script, width, punctuation variants and letter case are folded character for character; white space is left out; figures
are their values.  OpenCC is imported where the table of characters is built: nothing but a search needs it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from policydiff.fold import fold
from policydiff.index.figures import Figure, figures
from policydiff.model import Span

__all__ = ["Key", "forms", "keys"]

# a value stands between two characters that no text keeps, so that 50 is not found inside 500; a third one stands in it
# for all that is no digit, so that / is not found inside 1/2
_OPEN, _CLOSE, _INNER = "\ue000", "\ue001", "\ue002"
_MARKS = frozenset((_OPEN, _CLOSE, _INNER))
_UNKNOWN = "\ufffd"
_INVISIBLE = "\xad\u200b\u200c\u200d\u2060\ufeff"
_GAP = re.compile(rf"[\s{_INVISIBLE}]+")
_WITHIN = frozenset(".,．，")  # what a figure may have between its digits
_NO_DIGIT = re.compile(r"\W")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Key:
    """One reading of a text: its comparable form, and where in the text each character of it starts and ends."""

    form: str
    starts: Sequence[int]
    ends: Sequence[int]

    def find(self, wanted: str) -> Iterator[Span]:
        """Every place of a form in this one, over the text; places do not overlap."""
        at = self.form.find(wanted)
        while at >= 0:
            last = at + len(wanted) - 1
            yield Span(self.starts[at], self.ends[last])
            at = self.form.find(wanted, last + 1)


def forms(text: str) -> tuple[str, str]:
    """The two readings of a text as `keys` gives them, without the way back: many times faster.

    >>> forms("补　贴Ａ") == tuple(key.form for key in keys("补　贴Ａ")) == ("补贴a", "补贴a")
    True
    """
    kept = _without_gaps(text)
    found = tuple(figures(kept.translate(_written())))
    if not found:
        form = kept.translate(_folded())
        return form, form
    return _form(kept, found, whole=True), _form(kept, found, whole=False)


def keys(text: str) -> tuple[Key, Key]:
    """The two readings of a text.

    In the first each figure is its whole value, also one in words: 50万元, 五十万元 and 500,000元 are equal, so are 30%
    and 百分之三十, 三年 and 3年.  In the second a figure is the value of what stands before its order (the 50 of 50万)
    and a numeral in words is as written, so that 50, 万元 and 三 are found where they stand.

    >>> keys("最高 50萬元")[0].form == keys("最高五十万元")[0].form == keys("最高500,000元")[0].form
    True
    """
    kept, places = (_without_gaps(text), _kept(text)) if _GAP.search(text) else (text, range(len(text)))
    found = tuple(figures(kept.translate(_written())))
    first = _key(places, kept, found, whole=True)
    return first, _key(places, kept, found, whole=False) if found else first


def _kept(text: str) -> list[int]:
    """Where the characters stand that count: all but white space, and that too between figures (10 20 is not 1020)."""
    places: list[int] = []
    at = 0
    for gap in _GAP.finditer(text):
        places.extend(range(at, gap.start()))
        if _divides(gap):
            places.append(gap.end() - 1)
        at = gap.end()
    places.extend(range(at, len(text)))
    return places


def _without_gaps(text: str) -> str:
    return _GAP.sub(lambda gap: gap[0][-1] if _divides(gap) else "", text)


def _divides(gap: re.Match[str]) -> bool:
    """Whether white space stands between two figures."""
    before, after = gap.string[gap.start() - 1 : gap.start()], gap.string[gap.end() : gap.end() + 1]
    return after.isdecimal() and (before.isdecimal() or before in _WITHIN)


def _marked(one: Figure, *, whole: bool) -> tuple[Span, str] | None:
    """The stretch that a figure takes in a reading and what stands there instead; None where it is as written."""
    stretch, value = (one.span, one.value) if whole else (one.head, one.count)
    if stretch is None or value is None:
        return None
    form = _enclosed(value)
    if whole:
        form += one.sign + (f"/{_enclosed(one.below)}" if one.below else "")
    return stretch, form


def _enclosed(value: str) -> str:
    return _OPEN + (value if value.isascii() and value.isdigit() else _NO_DIGIT.sub(_INNER, value)) + _CLOSE


def _form(kept: str, found: tuple[Figure, ...], *, whole: bool) -> str:
    parts: list[str] = []
    at = 0
    for one in found:
        if marked := _marked(one, whole=whole):
            parts += (kept[at : marked[0].start].translate(_folded()), marked[1])
            at = marked[0].end
    parts.append(kept[at:].translate(_folded()))
    return "".join(parts)


def _key(places: Sequence[int], kept: str, found: tuple[Figure, ...], *, whole: bool) -> Key:
    form = kept.translate(_folded())
    if not found and isinstance(places, range):
        return Key(form, places, range(1, len(kept) + 1))
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def plain(start: int, end: int) -> None:
        stretch = places[start:end]
        folded = form[start:end] if len(form) == len(kept) else kept[start:end].translate(_folded())
        if len(folded) < end - start:  # white space between two figures that are none
            stretch = [place for place, c in zip(stretch, kept[start:end], strict=True) if c.translate(_folded())]
        parts.append(folded)
        starts.extend(stretch)
        ends.extend(place + 1 for place in stretch)

    at = 0
    for one in found:
        if marked := _marked(one, whole=whole):
            stretch, written = marked
            plain(at, stretch.start)
            parts.append(written)
            starts.extend([places[stretch.start]] * len(written))
            ends.extend([places[stretch.end - 1] + 1] * len(written))
            at = stretch.end
    plain(at, len(kept))
    return Key("".join(parts), starts, ends)


@cache
def _simplified() -> dict[str, str]:
    """Traditional to simplified characters, one for one."""
    import opencc  # noqa: PLC0415 - see above

    characters = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00))]
    simple = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {c: to for c, to in zip(characters, simple, strict=True) if len(to) == 1 and to != c}


class _Written(dict[int, str]):
    """Characters as `figures` reads them: simplified and half width, but 50、100 still two figures."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = to = _simplified().get(character, character).translate(_HALF_WIDTH)
        return to


class _Folded(dict[int, str]):
    """Characters as they are compared; nothing for white space."""

    def __missing__(self, code: int) -> str:
        self[code] = to = _fold_one(chr(code))
        return to


def _fold_one(character: str) -> str:
    if character.isspace() or character in _INVISIBLE:
        return ""
    key = fold(_simplified().get(character, character))
    lower = key.lower()
    key = lower if len(lower) == 1 else key
    return key if key not in _MARKS else _UNKNOWN


_written = cache(_Written)
_folded = cache(_Folded)
