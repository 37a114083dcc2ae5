"""Links that are the text's own: the numbers of its articles, and lists that a sentence of it announces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from policydiff.clean.page import DATE_LINE, NUMBERED, Line, han_count, is_prose
from policydiff.patterns import lazy

__all__ = ["is_provision_number", "listed_by_text", "numbers_of_text"]

_N = r"[一二三四五六七八九十百千零〇\d]"
_NUMBER = lazy(rf"[(【]?第\s?{_N}{{1,7}}(?:\s?[-—]\s?\d{{1,3}})?\s?([编編章節节條条])(?:\s?之\s?{_N}{{1,3}})?\s?[)】]?")
_MENU = 3  # so many numbers of one rank in a row, and nothing below any: these are jumps to the articles

_ANNOUNCES = lazy(r"以下|下列|如下|下述|名单|目录|清单|包括|分别为|(?:为|是)\s*:$")
_LEADS_AWAY = lazy(r"相关|链接|推荐|阅读|更多|热门|热点|点击|下载|查看|关注|分享|导航|专题|栏目")
_FEWEST_HAN, _FEWEST_ANNOUNCING = 8, 4  # 名单如下：
_HEADLINE = lazy(
    r"(?:^|\D)(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}|^[\[(]?\d{1,2}[-/.]\d{1,2}[\])]?|[\[(]?\d{1,2}-\d{1,2}[\])]?$"
)


class _At(Protocol):
    """What is to be known of a line here."""

    @property
    def linked(self) -> bool: ...
    @property
    def landmark(self) -> str: ...
    @property
    def level(self) -> tuple[str, int]: ...


def is_provision_number(key: str) -> bool:
    """Whether a line is the number of an article or a chapter and nothing else.

    >>> [is_provision_number(key) for key in ("第 3-1 条", "第三条之一", "第一条 总则", "第3批")]
    [True, True, False, False]
    """
    return len(key) <= 24 and bool(_NUMBER.fullmatch(key))


def numbers_of_text(lines: Sequence[Line], around: Sequence[_At]) -> set[int]:
    """The linked lines that are the number of an article with its text below: no menu consists of them."""
    ranks = [match[1] if len(line.key) <= 24 and (match := _NUMBER.fullmatch(line.key)) else "" for line in lines]
    found: set[int] = set()
    start = 0
    while start < len(ranks):
        behind = start + 1
        while behind < len(ranks) and ranks[start] and ranks[behind] == ranks[start]:
            behind += 1
        if ranks[start] and behind - start < _MENU:
            found.update(index for index in range(start, behind) if around[index].linked)
        start = behind
    return found


def listed_by_text(lines: Sequence[Line], around: Sequence[_At]) -> set[int]:
    """Runs of links between two paragraphs on one level, the upper of which announces them: 认定以下企业：."""
    found: set[int] = set()
    index = 0
    while index < len(lines):
        behind = index + 1
        if _announces(lines[index].key, around[index]):
            while behind < len(lines) and around[behind].linked and not _HEADLINE.search(lines[behind].key):
                behind += 1
            resumes = behind < len(lines) and _resumes(lines, behind, around[behind], around[index])
            same = len({around[at].level for at in range(index + 1, behind)}) == 1
            if resumes and same:
                found.update(range(index + 1, behind))
        index = behind
    return found


def _announces(key: str, at: _At) -> bool:
    return (
        not at.linked
        and key.endswith(":")
        and (
            is_prose(key)
            or (han_count(key) >= _FEWEST_ANNOUNCING and bool(_ANNOUNCES.search(key)) and not _LEADS_AWAY.search(key))
        )
    )


def _resumes(lines: Sequence[Line], index: int, at: _At, above: _At) -> bool:
    """Whether the text goes on below the list: on the level of the line above it, with a line or its signature."""
    key = lines[index].key
    signs = index + 1 < len(lines) and bool(DATE_LINE.fullmatch(lines[index + 1].key))
    text = signs or is_prose(key) or bool(NUMBERED.match(key) or DATE_LINE.fullmatch(key))
    return (
        not at.linked
        and at.landmark == above.landmark
        and at.level == above.level
        and (text or han_count(key) >= _FEWEST_HAN)
    )
