"""The reading view of a text: what the rules match, with a way back to the characters as written.

Width, dashes and the few traditional characters that amounts are written with become one form, character for character;
white space inside Chinese text, also a line break inside an amount (5000⏎万元), is left out.  A line that ends a
sentence, and a space between two figures, still part them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from policydiff.patterns import lazy

__all__ = ["View", "inserted", "view_of", "written_as"]

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DASHES = dict.fromkeys(map(ord, "—–―‐‑−－─"), "-") | dict.fromkeys(map(ord, "～〜∼"), "~")
_SIGNS = {ord("％"): "%", ord("∶"): ":", ord("︰"): ":", ord("﹪"): "%", ord("￥"): "¥", ord("○"): "〇", ord("＊"): "*"}
_TRADITIONAL = str.maketrans(
    "兩萬億參貳陸壹叄個項獎補給對內滿歲時過達於則間級學縣與為處罰張場條處門雙單總額資費業機構務從開區紙戶種類頓畝噸幣貼"
    "數據標準產認證報領實際購買繳納額約餘連續階計劃負擔權東會員屆滿遴選賬獲採購規模參量週績質價錢圓",
    "两万亿参贰陆壹叁个项奖补给对内满岁时过达于则间级学县与为处罚张场条处门双单总额资费业机构务从开区纸户种类顿亩吨币贴"
    "数据标准产认证报领实际购买缴纳额约余连续阶计划负担权东会员届满遴选账获采购规模参量周绩质价钱元",
)
_TABLE: dict[int, int | str] = {**_WIDE, **_DASHES, **_SIGNS, **_TRADITIONAL}
_SPACE = lazy(r"[\s\u200b\ufeff]+")
_SENTENCE_END = "。;；!！?？:：”"


@dataclass(frozen=True, slots=True)
class View:
    """A text as the rules read it; `start_of` and `end_of` lead back to offsets of the text it was made from."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def start_of(self, at: int) -> int:
        """Where the character at this place of the view stands in the original."""
        return at + self.shifts[bisect_right(self.starts, at) - 1]

    def end_of(self, at: int) -> int:
        """Where a stretch that ends here in the view ends in the original."""
        return self.start_of(at - 1) + 1 if at else self.start_of(0)


def written_as(read: str) -> str:
    """What a view reads as one of these characters, besides themselves.

    >>> sorted(written_as("万"))
    ['萬']
    """
    return "".join(chr(code) for code, to in _TABLE.items() if (chr(to) if isinstance(to, int) else to) in read)


def view_of(text: str, offset: int = 0) -> View:
    """Make the view of a text that stands at `offset` of its document.

    >>> view = view_of("不超过５０ 萬\\n元")
    >>> view.text, view.end_of(len(view.text))
    ('不超过50万元', 9)
    """
    folded = text.translate(_TABLE)
    parts: list[str] = []
    starts, shifts = [0], [offset]
    at = length = 0
    for gap in _SPACE.finditer(folded):
        kept = _kept(folded, gap)
        parts += [folded[at : gap.start()], kept]
        length += gap.start() - at + len(kept)
        at = gap.end()
        starts.append(length)
        shifts.append(offset + at - length)
    parts.append(folded[at:])
    return View("".join(parts), tuple(starts), tuple(shifts))


def inserted(view: View, words: Sequence[tuple[int, str]]) -> View:
    """A view with words that nobody wrote, each behind a place of the original: they stand for what is before it.

    The places rise; one walk over the view does for all of them.

    >>> view = inserted(view_of("甲\\t200"), [(5, "万元")])
    >>> view.text, view.start_of(4), view.end_of(len(view.text))
    ('甲\\n200万元', 4, 5)
    """
    parts: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    grown = number = 0
    for begin, end, shift in zip(view.starts, (*view.starts[1:], len(view.text)), view.shifts, strict=True):
        starts.append(begin + grown)
        shifts.append(shift - grown)
        at = begin
        while number < len(words) and words[number][0] - shift <= end:
            cut, added = max(words[number][0] - shift, at), words[number][1]
            parts += [view.text[at:cut], added]
            for i in range(len(added)):
                starts.append(cut + grown + i)
                shifts.append(shift - grown - 1 - i)
            grown += len(added)
            starts.append(cut + grown)
            shifts.append(shift - grown)
            at = cut
            number += 1
        parts.append(view.text[at:end])
    return View("".join(parts), tuple(starts), tuple(shifts))


def _kept(text: str, gap: re.Match[str]) -> str:
    """What remains of white space: nothing inside Chinese text, one character where it parts words or sentences."""
    left, right = text[gap.start() - 1 : gap.start()], text[gap.end() : gap.end() + 1]
    if "\t" in gap[0] or ("\n" in gap[0] and (gap[0].count("\n") > 1 or left in _SENTENCE_END)):
        return "\n"  # a tab parts the cells of a row
    return " " if left.isascii() and right.isascii() and left.isalnum() and right.isalnum() else ""
