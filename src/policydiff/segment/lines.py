"""Lines of a clean text and the numbers they start with.

A clean text has one paragraph a line, so a provision's number always stands at the head of one: 第三条之一, 三、,
（二）, 1., （1）, ①.  A 第十条 further inside, or one that goes on as a reference (第十条规定的…), starts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policydiff.model import Level, Place, Span
from policydiff.numerals import from_han

__all__ = ["Line", "Marker", "lines"]

_N = "[零〇○一二三四五六七八九十百千两]+"
_MARKER = re.compile(
    rf"""
      (?P<law>第\s*(?P<law_n>{_N}|\d+)\s*(?P<name>[编章节条])(?P<branch>(?:之{_N})*))
        (?= (?P<space>[ \t　]) | (?P<topic>[【\[（(]) | $ | [^款项、，,和及或与至第所规的中之到])
    | (?P<han>(?P<han_n>{_N})、)
    | (?P<han_bracketed>[（(](?P<han_bracketed_n>{_N})[）)])
    | (?P<arabic>(?P<arabic_n>\d{{1,3}})(?:[.．](?!\d)|、))
    | (?P<arabic_bracketed>[（(](?P<arabic_bracketed_n>\d{{1,3}})[）)])
    | (?P<circled>[①-⑳])
    """,
    re.VERBOSE,
)
_LAW_LEVELS = {"编": Level.PART, "章": Level.CHAPTER, "节": Level.SECTION, "条": Level.ARTICLE}
_PLAN_LEVELS = {
    "han": Level.HAN,
    "han_bracketed": Level.HAN_BRACKETED,
    "arabic": Level.ARABIC,
    "arabic_bracketed": Level.ARABIC_BRACKETED,
}


@dataclass(frozen=True, slots=True)
class Marker:
    """The number a line starts with, and where its label ends."""

    place: Place
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `span` holds its line break, `text` does not."""

    span: Span
    text: str
    marker: Marker | None

    @property
    def body(self) -> str:
        """What follows the number, or the whole line where there is none."""
        start = self.marker.end - self.span.start if self.marker else 0
        return self.text[start:].strip()


def lines(text: str) -> Iterator[Line]:
    """Cut a text at its line breaks and read the number each line starts with."""
    at = 0
    for raw in text.split("\n"):
        end = min(at + len(raw) + 1, len(text))
        if end > at:
            yield Line(Span(at, end), raw, _marker(raw, at))
        at = end


def _marker(raw: str, at: int) -> Marker | None:
    indent = len(raw) - len(raw.lstrip())
    match = _MARKER.match(raw, indent)
    if match is None:
        return None
    try:
        return Marker(_place(match), at + match.end())
    except ValueError:  # numerals in an order that makes no number, such as 十百
        return None


def _place(match: re.Match[str]) -> Place:
    if match["law"]:
        branch = tuple(from_han(n) for n in match["branch"].split("之")[1:])
        return Place(_LAW_LEVELS[match["name"]], _number(match["law_n"]), branch)
    for name, level in _PLAN_LEVELS.items():
        if match[name]:
            return Place(level, _number(match[f"{name}_n"]))
    return Place(Level.CIRCLED, ord(match["circled"]) - ord("①") + 1)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else from_han(text)
