"""The numbers a provision can start with: 第三条之一, 三、, （二）, 1., （1）, ①.

Each reads into a `Place`.  Full-width digits and spaces between the characters (第 一 条, （ 二 ）, １．) are accidents
of typing; 1） and ⑴ count as （1）, ㈠ as （一）, 一． as 一、, 第一篇 as 第一编, 第3-1条 as 第三条之一.  What a site
or an editor puts around a number belongs to it: 【第一条】, **第一条**, 第一条：, and, where the text numbers on in
the same way, （第一条） and 第一条、 too.
"""

from __future__ import annotations

import re

from policydiff.model import Level, Place
from policydiff.numerals import whole
from policydiff.patterns import lazy

__all__ = ["PLAN", "Match", "mark"]

_C = "[零〇○一二三四五六七八九十百千两]"
_N = rf"{_C}(?:[ 　]?{_C})*"
_S = r"[ \t　]{0,2}"
_LAW = (  # 第三条, 第3-1条, 第三条之一
    rf"第[ \t　]*(?P<law_n>{_N}|\d+)(?:[ \t　]*[-－–‐‑—][ \t　]*(?P<dashed>\d{{1,2}}))?[ \t　]*"
    rf"(?P<name>部分|[编篇章节条])"
    rf"(?P<branch>(?:[ \t　]?之[ \t　]?(?:{_N}|\d{{1,2}}(?!\d)))*)"
)
_REFERENCE = rf"第[（(]?(?:{_C}{{1,9}}|\d{{1,3}})[）)]?[款项目条]"
_SET_OFF = rf"[ \t　【\[（(*]|$|(?!{_REFERENCE})[^款项、，,和及或与至所规的中之到]"  # what follows is no reference
_WRAPPED = lazy(
    rf"""
      (?P<open>[*]{{2}}|[【\[［〔]|(?P<round>[（(]))[ \t　]?
      (?P<law>{_LAW})[ \t　]?(?P<close>[*]{{2}}|[】\]］〕）)])
      (?(round)(?={_SET_OFF})|(?![款项、，,和及或与至]|{_REFERENCE}))[：:]?
    """,
    re.VERBOSE,
)
_PAIRS = {"**": "**", "【": "】", "[": "]", "［": "］", "〔": "〕", "（": "）", "(": ")"}
_MARK = lazy(
    rf"""
      (?P<law>{_LAW})(?:(?={_SET_OFF})[：:]?|、(?![ \t　]{{0,2}}第))
    | (?P<han>(?P<han_n>{_N}){_S}(?:、|[.．](?!\d)))
    | (?P<han_bracketed>(?:[（(]{_S}(?P<han_bracketed_n>{_N}){_S}[）)]|(?P<han_half>{_N})[）)]
        |(?P<han_one>[㈠-㈩]))[、.．]?)
    | (?P<arabic>(?P<arabic_n>\d{{1,3}}){_S}(?:[.．](?!\d)|、)|(?P<arabic_one>[⒈-⒛]))
    | (?P<arabic_bracketed>(?:[（(]{_S}(?P<arabic_bracketed_n>\d{{1,3}}){_S}[）)]|(?P<arabic_half>\d{{1,3}})[）)]
        |(?P<arabic_bracketed_one>[⑴-⒇]))[、.．]?)
    | (?P<circled>[①-⑳㉑-㉟㊱-㊿])
    """,
    re.VERBOSE,
)
_LAW_LEVELS = {
    "部分": Level.DIVISION,
    "编": Level.PART,
    "篇": Level.PART,
    "章": Level.CHAPTER,
    "节": Level.SECTION,
    "条": Level.ARTICLE,
}
PLAN = (Level.HAN, Level.HAN_BRACKETED, Level.ARABIC, Level.ARABIC_BRACKETED, Level.CIRCLED)
"""The plans' levels, in the order the standard nests them."""
_WRITTEN = {
    Level.HAN: ("han_n",),
    Level.HAN_BRACKETED: ("han_bracketed_n", "han_half"),
    Level.ARABIC: ("arabic_n",),
    Level.ARABIC_BRACKETED: ("arabic_bracketed_n", "arabic_half"),
}
_SIGNS = {  # one character that is a number: the group, its level, and where its row of characters begins
    "han_one": (Level.HAN_BRACKETED, "㈠"),
    "arabic_one": (Level.ARABIC, "⒈"),
    "arabic_bracketed_one": (Level.ARABIC_BRACKETED, "⑴"),
}
_CIRCLES = (("①", "⑳", 1), ("㉑", "㉟", 21), ("㊱", "㊿", 36))
Match = tuple[Place, int]


def mark(text: str, at: int = 0) -> Match | None:
    """The number that stands at an offset, and where it ends; null where none does.

    >>> place, end = mark("第 十二 条之一 从事养护的")
    >>> str(place), end
    ('第十二条之一', 8)
    """
    match = _MARK.match(text, at)
    if match is None and (wrapped := _WRAPPED.match(text, at)) and _PAIRS[wrapped["open"]] == wrapped["close"]:
        match = wrapped
    if match is None:
        return None
    try:
        return _place(match), match.end()
    except ValueError:  # numerals in an order that makes no number, such as 十百
        return None


def _place(match: re.Match[str]) -> Place:
    if match["law"]:
        branch = tuple(_number(n) for n in (match["dashed"], *match["branch"].split("之")[1:]) if n)
        return Place(_LAW_LEVELS[match["name"]], _number(match["law_n"]), branch)
    for level, groups in _WRITTEN.items():
        for group in groups:
            if match[group]:
                return Place(level, _number(match[group]))
    for group, (level, one) in _SIGNS.items():
        if match[group]:
            return Place(level, ord(match[group]) - ord(one) + 1)
    sign = match["circled"]
    return Place(Level.CIRCLED, next(n + ord(sign) - ord(one) for one, last, n in _CIRCLES if one <= sign <= last))


def _number(text: str) -> int:
    bare = "".join(text.split())
    return whole(bare)
