"""Fields: what Word computes and shows in place of an instruction.

Only the result is text; `TOC \\o "1-3"` is not.  Some fields have no result because Word draws them anew each time:
the circle round ⑫ (`EQ \\o\\ac(○,12)`), a fraction, the pinyin over a character, a box to tick.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.patterns import lazy
from policydiff.read.docx.markup import W, is_on, within

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Field", "Fields", "counts_pages", "unfinished"]

_CIRCLED = lazy(r"\\o(?:\\ac)?\(\s*[○〇◯Oo](?:[),]|\s)[,，\s]{0,4}([0-9]{1,2})\s*\)", re.IGNORECASE)
_ENCLOSED = lazy(r"\\o\\ac\(\s*[○〇◯□△◇]\s*[,，]([^(),，\\]{1,8})\)", re.IGNORECASE)
_FRACTION = lazy(r"\\f\(([^(),\\]{1,40})[,，;]([^(),\\]{1,40})\)", re.IGNORECASE)
_ROOT = lazy(r"\\r\(([^(),\\]{0,40})[,，;]([^(),\\]{1,40})\)", re.IGNORECASE)
_RUBY = lazy(r"\\o\\ad\(\\s\\up\s{0,3}[0-9]{1,3}\([^()]{0,40}\)[,，]([^()\\]{1,40})\)", re.IGNORECASE)
_PAGE = lazy(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_CIRCLES = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))  # ① to ㊿
_INSTRUCTION = 400  # characters of an instruction that are looked at


@dataclass(slots=True)
class Field:
    """A field that has begun and not ended."""

    begin: _Element
    instruction: str = ""
    result: bool = False

    def drawn(self) -> str:
        """What Word shows of a field that has no result."""
        name = self.instruction.strip().upper()
        if name.startswith("EQ"):
            return _equation(self.instruction)
        if name.startswith("FORMCHECKBOX"):
            box = self.begin.find(f"{W}ffData/{W}checkBox")
            ticked = is_on(box, "checked")
            return "☑" if (is_on(box, "default") if ticked is None else ticked) else "□"
        return ""


@dataclass(slots=True)
class Fields:
    """The fields that are open while a story is read; they go on from paragraph to paragraph."""

    unfinished: frozenset[_Element] = frozenset()
    open: list[Field] = field(default_factory=list)
    instructing: int = 0

    @property
    def hides(self) -> bool:
        """Whether what stands here belongs to an instruction."""
        return self.instructing > 0

    def instruct(self, text: str) -> None:
        """Take in a piece of an instruction."""
        if self.open and not self.open[-1].result:
            self.open[-1].instruction = (self.open[-1].instruction + text)[:_INSTRUCTION]

    def mark(self, element: _Element) -> Field | None:
        """Go past the beginning, middle or end of a field; gives the field that ends here."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and element not in self.unfinished:
            self.open.append(Field(element))
            self.instructing += 1
        elif kind == "separate" and self.open and not self.open[-1].result:
            self.open[-1].result = True
            self.instructing -= 1
        elif kind == "end" and self.open:
            self.instructing -= not self.open[-1].result
            return self.open.pop()
        return None


def counts_pages(instruction: str) -> bool:
    """Whether a field's result is the number of a page, or of pages."""
    return bool(_PAGE.match(instruction))


def unfinished(story: _Element, removed: frozenset[str]) -> frozenset[_Element]:
    """The fields of a story that begin and never end: what follows them is text, not their instruction."""
    begun: list[_Element] = []
    for element in story.iter(f"{W}fldChar"):
        kind = element.get(f"{W}fldCharType")
        if kind not in ("begin", "end") or within(element, removed):
            continue
        if kind == "begin":
            begun.append(element)
        elif begun:
            begun.pop()
    return frozenset(begun)


def _equation(instruction: str) -> str:
    r"""The text of an EQ field.

    >>> _equation(r"eq \o\ac(○,12)"), _equation(r"EQ \f(1,3)"), _equation(r"EQ \o\ac(□,印)")
    ('⑫', '1/3', '印')
    >>> _equation(r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(yín),垠)')
    '垠'
    """
    circled = _CIRCLED.search(instruction)
    if circled and 1 <= int(circled[1]) <= len(_CIRCLES):
        return _CIRCLES[int(circled[1]) - 1]
    if fraction := _FRACTION.search(instruction):
        return f"{fraction[1].strip()}/{fraction[2].strip()}"
    if root := _ROOT.search(instruction):
        return f"{root[1].strip()}√{root[2].strip()}"
    found = _RUBY.search(instruction) or _ENCLOSED.search(instruction)
    return found[1].strip() if found else ""
