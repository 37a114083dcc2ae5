"""The numbers that a browser draws before the items of a list: they are text that a reader sees.

`<ol><li>甲<li>乙</ol>` shows `1.甲` and `2.乙`; with `list-style-type: simp-chinese-informal` 一、甲 and 二、乙.
Bullets say nothing and need no mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.numerals import to_han
from policydiff.patterns import lazy
from policydiff.read.html.page import attribute
from policydiff.read.list_numbers import BRANCHES, STEMS, digits, formal, roman

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bs4 import BeautifulSoup
    from bs4.element import Tag

__all__ = ["LISTS", "Numbering", "marked", "numbering", "sheet_styles", "whole"]

LISTS = frozenset(("ol", "ul", "menu"))
"""The elements that number or mark their items."""

_LARGEST = 9999
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_BULLETS = frozenset(("none", "disc", "circle", "square", "disclosure-open", "disclosure-closed"))
_STYLE = lazy(r"list-style(?:-type)?\s*:\s*([^;{}]{0,200})", re.IGNORECASE)
_FORMAL = frozenset(("simp-chinese-formal", "trad-chinese-formal"))
_ROWS = {
    "lower-alpha": "abcdefghijklmnopqrstuvwxyz",
    "upper-alpha": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "cjk-heavenly-stem": STEMS,
    "cjk-earthly-branch": BRANCHES,
}
_CHINESE = frozenset(("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"))
_OWN = lazy(
    r"[(（]?(?:\d{1,3}|[一二三四五六七八九十百]{1,4})(?:[)）、．]|\.(?!\d))"
    r"|第[\d一二三四五六七八九十百零〇]{1,7}[编編章节節条條]|[①-⑳⑴-⒇]"
)


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the items of a list are numbered: the style, or nothing for bullets; the first number and the step."""

    style: str = ""
    first: int = 1
    step: int = 1

    def item(self, tag: Tag, number: int) -> tuple[str, int]:
        """What a browser draws before an item, and the number of the next."""
        number = whole(attribute(tag, "value"), number)
        style = _written(tag) if self.style else ""
        return _drawn(style or self.style, number), number + self.step


def numbering(tag: Tag, sheet: Mapping[str, str]) -> Numbering:
    """How a list is numbered, by its own attributes first and the page's style sheet second."""
    style = _written(tag) or sheet.get("li", "") or sheet.get(tag.name, "")
    style = style or ("decimal" if tag.name == "ol" else "")
    if style in _BULLETS:
        return Numbering()
    backwards = "reversed" in tag.attrs
    items = sum(getattr(child, "name", None) == "li" for child in tag.contents) if backwards else 1
    return Numbering(style, whole(attribute(tag, "start"), items), -1 if backwards else 1)


def marked(words: str, marks: str) -> str:
    """The words of an item with the marks drawn before it; an item that brings its own number needs none.

    >>> marked("加强监管", "1."), marked("5G网络", "1."), marked("（一）总体要求", "1.")
    ('1.加强监管', '1. 5G网络', '（一）总体要求')
    """
    if not marks or _OWN.match(words.lstrip()):
        return words
    body = words.lstrip()
    return f"{marks} {body}" if body[:1].isascii() else f"{marks}{body}"


def whole(written: str, otherwise: int) -> int:
    """A whole number as an attribute writes it."""
    match = re.fullmatch(r"[+-]?\d{1,9}", written)
    return int(match[0]) if match else otherwise


def sheet_styles(soup: BeautifulSoup) -> dict[str, str]:
    """The list styles that the page's own style sheets set for `ol`, `ul` and `li` as such."""
    found: dict[str, str] = {}
    for sheet in soup.find_all("style"):
        for rule in "".join(str(words) for words in sheet.contents).split("}"):
            selectors, _, body = rule.rpartition("{")
            style = _style_of(body) if "list-style" in body else ""
            if style:
                for selector in selectors[-1000:].lower().split(","):
                    name = selector.strip()
                    found.update({name: style} if name in ("ol", "ul", "li") else {})
    return found


def _written(tag: Tag) -> str:
    style = _style_of(attribute(tag, "style"))
    return style or _TYPES.get(attribute(tag, "type"), "") or _bullet(attribute(tag, "type").lower())


def _bullet(name: str) -> str:
    return name if name in _BULLETS else ""


def _style_of(declarations: str) -> str:
    """The list style that declarations set: the last one counts."""
    found = ""
    for match in _STYLE.finditer(declarations):
        words = match[1].lower().replace("!important", "").split()
        found = next((word for word in words if _is_style(word)), found)
    return found


def _is_style(word: str) -> bool:
    return (
        word in _BULLETS
        or word in _CHINESE
        or word.replace("-latin", "-alpha") in _ROWS
        or word in _FORMAL
        or word in ("decimal", "decimal-leading-zero", "cjk-decimal", "lower-roman", "upper-roman")
    )


def _drawn(style: str, number: int) -> str:
    """A number in a style, with the mark that browsers set behind it.

    >>> _drawn("decimal", 3), _drawn("cjk-ideographic", 12), _drawn("lower-roman", 4), _drawn("simp-chinese-formal", 11)
    ('3.', '十二、', 'iv.', '壹拾壹、')
    """
    if not style or style in _BULLETS:
        return ""
    if not 1 <= number <= _LARGEST:
        return f"{number}."
    if "chinese" in style or style.startswith("cjk-"):
        return _in_chinese(style, number)
    if style.endswith("-roman"):
        return (roman(number) if style.startswith("upper") else roman(number).lower()) + "."
    row = _ROWS.get(style.replace("-latin", "-alpha"), "")
    if row:
        return _letters(number, row) + "."
    return f"{number:02}." if style == "decimal-leading-zero" else f"{number}."


def _in_chinese(style: str, number: int) -> str:
    row = _ROWS.get(style, "")
    if row:
        return f"{row[number - 1]}、" if number <= len(row) else f"{number}."
    if style == "cjk-decimal":
        return digits(number) + "、"
    words = formal(number, traditional=style.startswith("trad")) if style in _FORMAL else to_han(number)
    return words + "、"


def _letters(number: int, row: str) -> str:
    letters = ""
    while number > 0:
        number, at = divmod(number - 1, len(row))
        letters = row[at] + letters
    return letters
