"""Where a provision stands: 第三条之一第二款第（一）项, 三、（二）.

Two families of numbering share one type.  Laws and regulations count 编 章 节 条 款 项 目 (Legislation Law art. 65);
measures and plans enumerate 一、（一）1.（1）① (GB/T 9704-2012, 7.3.3), at times under 第一部分.  What stands in an
annex is cited under it: 附件2 第三条.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from policydiff.numerals import to_han, whole

__all__ = ["LEVELS", "Address", "Level", "Place"]


class Level(IntEnum):
    """A rank of numbering, outermost first: 部分, the law's seven, the plans' five; annexes come behind the text."""

    DIVISION = 0
    PART = 1
    CHAPTER = 2
    SECTION = 3
    ARTICLE = 4
    PARAGRAPH = 5
    ITEM = 6
    SUBITEM = 7
    HAN = 11
    HAN_BRACKETED = 12
    ARABIC = 13
    ARABIC_BRACKETED = 14
    CIRCLED = 15
    ANNEX = 31
    SCHEDULE = 32
    APPENDIX = 33


_NAMES = {
    Level.DIVISION: "部分",
    Level.PART: "编",
    Level.CHAPTER: "章",
    Level.SECTION: "节",
    Level.ARTICLE: "条",
    Level.PARAGRAPH: "款",
    Level.ITEM: "项",
    Level.SUBITEM: "目",
}
_ANNEXES = {Level.ANNEX: "附件", Level.SCHEDULE: "附表", Level.APPENDIX: "附录"}
LEVELS = {name: level for level, name in (_NAMES | _ANNEXES).items()}
"""The level that a word names: 章, 条, 附件."""
_CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))  # ① to ㊿
_N = "[零〇○一二三四五六七八九十百千两0-9]+"
_PLACE = re.compile(
    rf"""
      第\s*[（(]?(?P<law>{_N})(?:-(?P<dashed>\d{{1,2}}))?[）)]?\s*(?P<name>部分|[编章节条款项目])
        (?P<branch>(?:之{_N})*)                                                          # 第三条之一, 第3-1条
    | (?P<annex>附[件表录])\s?(?P<annex_n>(?:{_N}(?![、.．]))?)\s?                          # 附件2, 附表
    | (?P<han>[零〇一二三四五六七八九十百]+)、                                             # 三、
    | [（(](?P<han_bracketed>[零〇一二三四五六七八九十百]+)[）)]                             # （二）
    | (?P<arabic>\d+)[.．]                                                                # 1.
    | [（(](?P<arabic_bracketed>\d+)[）)]                                                  # （1）
    | (?P<circled>[{_CIRCLED}])                                                            # ①
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One rank of an address: 第三条之一 is `Place(Level.ARTICLE, 3, (1,))`."""

    level: Level
    number: int
    branch: tuple[int, ...] = ()

    def __str__(self) -> str:
        if self.level in _NAMES:
            han = to_han(self.number)
            inner = f"（{han}）" if self.level is Level.ITEM else han
            return f"第{inner}{_NAMES[self.level]}" + "".join(f"之{to_han(n)}" for n in self.branch)
        if self.level in _ANNEXES:  # one that wears no number is 0
            return f"{_ANNEXES[self.level]}{self.number or ''}"
        return {
            Level.HAN: f"{to_han(self.number)}、",
            Level.HAN_BRACKETED: f"（{to_han(self.number)}）",
            Level.ARABIC: f"{self.number}.",
            Level.ARABIC_BRACKETED: f"（{self.number}）",
            Level.CIRCLED: _CIRCLED[self.number - 1] if 1 <= self.number <= 50 else f"（{self.number}）",
        }[self.level]


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """The ranks from the outermost in; ordered as the provisions stand in a text, and printed in the standard form.

    >>> str(Address.parse("第三条之一第二款第（一）项")), str(Address.parse("三、（二）"))
    ('第三条之一第二款第（一）项', '三、（二）')
    >>> str(Address.parse("附件1第三条"))
    '附件1 第三条'
    >>> str(Address.parse("第3-1条"))
    '第三条之一'
    >>> Address.parse("第九条") < Address.parse("第十条") < Address.parse("第十条之一")
    True
    """

    places: tuple[Place, ...]

    def __str__(self) -> str:
        inside = "".join(map(str, self.places[1:]))
        space = " " if inside and self.places[0].level in _ANNEXES else ""  # 附件1 1. is not 附件11.
        return "".join(map(str, self.places[:1])) + space + inside

    def child(self, place: Place) -> Address:
        """The address one rank further in."""
        return Address((*self.places, place))

    @classmethod
    def parse(cls, text: str) -> Address:
        """Read an address in any of the standard forms; raises ValueError where the text is none."""
        places, at = [], 0
        while at < len(text):
            match = _PLACE.match(text, at)
            if match is None:
                raise ValueError(f"not an address: {text!r}")
            places.append(_place(match))
            at = match.end()
        if not places:
            raise ValueError("not an address: the text is empty")
        return cls(tuple(places))


def _place(match: re.Match[str]) -> Place:
    if match["law"]:
        branch = tuple(whole(n) for n in (match["dashed"], *match["branch"].split("之")[1:]) if n)
        return Place(LEVELS[match["name"]], whole(match["law"]), branch)
    if match["annex"]:
        return Place(LEVELS[match["annex"]], whole(match["annex_n"]) if match["annex_n"] else 0)
    for name, level in (
        ("han", Level.HAN),
        ("han_bracketed", Level.HAN_BRACKETED),
        ("arabic", Level.ARABIC),
        ("arabic_bracketed", Level.ARABIC_BRACKETED),
    ):
        if match[name]:
            return Place(level, whole(match[name]))
    return Place(Level.CIRCLED, _CIRCLED.index(match["circled"]) + 1)
