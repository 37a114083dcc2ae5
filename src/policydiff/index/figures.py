"""The figures of a text as values: one sum is found under every spelling, 50万元, 五十万元, 500,000元, 伍拾万元.

Texts come here in simplified characters and half width, without white space but between figures; see `keys`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from policydiff.model import Span
from policydiff.numerals import FIGURE, figure, from_han
from policydiff.tokens import LONE_NUMERAL

__all__ = ["Figure", "figures"]

_LONGEST = 24  # no real figure is longer; what is longer is found as it is written
_D, _K, _H, _T, _Z = "[一二三四五六七八九两壹贰叁肆伍陆柒捌玖]", "[千仟]", "[百佰]", "[十拾]", "[零〇○]"
_RUN = "[零〇○一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟万亿]"
_TAIL = f"(?:{_Z}?{_D}{_T}{_D}?|{_Z}?{_D})?"
_SECTION = f"(?:{_D}?{_K}(?:{_Z}?{_D}{_H}{_TAIL}|{_Z}?{_D}?{_T}{_D}?|{_Z}?{_D})?|{_D}?{_H}{_TAIL}|{_D}?{_T}{_D}?|{_D})"
_WELL_FORMED = re.compile(
    rf"""
      [零〇○一二三四五六七八九]{{4}}                                # 二〇二五
    | (?P<count>{_SECTION})(?P<order>万亿|亿|万)                     # 五十|万: the figure and its order, nothing after
    | {_SECTION}亿(?:{_Z}?{_SECTION}万)?(?:{_Z}?{_SECTION})?
    | {_SECTION}万{_Z}?{_SECTION}
    | {_SECTION}
    """,
    re.VERBOSE,
)
_CANDIDATE = re.compile(
    rf"""
    (?=[\d{_RUN[1:]}) (?:                                                     # most places are seen to begin none
      (?P<arabic>{FIGURE})(?P<order>[百千]?(?:万亿|[万亿])|[百千])?         # 500,000; 50|万
    | (?P<scale>[百千万])分之(?:(?P<share>{FIGURE})|(?P<han_share>{_RUN}+)(?:点(?P<point>{_RUN}+))?)   # 百分之五点五
    | (?P<below>{_RUN}{{1,{_LONGEST}}})分之(?P<above>{_RUN}+)                 # 三分之一
    | (?<![统唯惟单同逐专归划])(?P<han>{_RUN}{{2,}})                          # 五十万
    | (?P<lone>{LONE_NUMERAL}|(?<=第){_RUN}|(?<![统唯惟单同逐专归划]){_RUN}\Z)  # the 三 of 三年, of 第三
    )""",
    re.VERBOSE,
)
_DECIMALS = re.compile("[零〇○一二三四五六七八九]{1,6}")
_SIGNS = {"百": "%", "千": "‰", "万": "‱"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure where it stands, with its value in a form that is equal for equal values.

    百分之三十 is 30 with the `sign` %, 三分之一 is 1 with 3 `below` it.  `count` is the value without the order that is
    written after it, over the span `head`: the 50 of 50万.  Where no order is written, it is the value and `head` the
    span.  The 三 of 三年 and fractions in words have none.
    """

    span: Span
    value: str
    sign: str = ""
    below: str = ""
    count: str | None = None
    head: Span | None = None


def figures(text: str) -> Iterator[Figure]:
    """Every figure of a text, in order.

    >>> [(f.span.of("最高五十万元，30%"), f.value, f.count) for f in figures("最高五十万元，30%")]
    [('五十万', '500000', '50'), ('30', '30', '30')]
    >>> [(f.value, f.sign, f.below) for f in figures("百分之三十，三分之一")]
    [('30', '%', ''), ('1', '', '3')]
    """
    for match in _CANDIDATE.finditer(text):
        found = _read(match)
        if found is not None:
            yield found


def _read(match: re.Match[str]) -> Figure | None:
    """The figure that a candidate is, or None where it only looks like one (千百, 三三两两)."""
    span = Span(*match.span())
    if match["arabic"]:
        head = Span(*match.span("arabic"))
        return Figure(span, _value(match[0]), count=_value(match["arabic"]), head=head)
    if match["han"]:
        return _han(match["han"], span)
    if match["lone"]:
        return Figure(span, _value(match["lone"])) if match["lone"] not in "万亿零〇○" else None
    if match["scale"]:
        return _share(match, span)
    if _is_figure(match["above"]) and _is_figure(match["below"]):
        return Figure(span, _value(match["above"]), below=_value(match["below"]))
    return None


def _share(match: re.Match[str], span: Span) -> Figure | None:
    """百分之三十, 百分之30 or 百分之五点五."""
    share, point = match["share"] or match["han_share"], match["point"]
    if not _is_figure(share) or (point and not _DECIMALS.fullmatch(point)):
        return None
    value = str(figure(_value(share)) + _decimals(point)) if point else _value(share)
    if match["share"] or (len(share) > 1 and not point):
        return Figure(span, value, _SIGNS[match["scale"]], count=value, head=Span(span.end - len(share), span.end))
    return Figure(span, value, _SIGNS[match["scale"]])


def _decimals(digits: str) -> Fraction:
    """What stands after the 点: 五 is 5/10, 零五 is 5/100."""
    return Fraction(sum(from_han(c) * 10 ** (len(digits) - at) for at, c in enumerate(digits, 1)), 10 ** len(digits))


def _han(text: str, span: Span) -> Figure | None:
    well = _WELL_FORMED.fullmatch(text) if len(text) <= _LONGEST else None
    if well is None:
        return None
    if well["count"]:
        head = Span(span.start, span.start + well.end("count"))
        return Figure(span, _value(text), count=_value(well["count"]), head=head)
    return Figure(span, _value(text), count=_value(text), head=span)


def _is_figure(text: str) -> bool:
    return re.match(FIGURE, text) is not None or (len(text) <= _LONGEST and _WELL_FORMED.fullmatch(text) is not None)


def _value(text: str) -> str:
    """The value in digits; a string of digits too long to be a figure stands for itself."""
    if len(text) > 2 * _LONGEST:
        return text
    if text.isdecimal():
        return str(int(text))
    return str(figure(text) if text[0].isdecimal() else from_han(text))
