"""What the markup of a page says of each line: the share of links, the landmark, the kind and depth of its element.

A capture that is no web page has lines without any of it; rules that go by markup find nothing there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from policydiff.clean.listed import listed_by_text, numbers_of_text
from policydiff.clean.page import NUMBERED, SENTENCE_END, Line, Page, is_prose
from policydiff.model import Block
from policydiff.patterns import lazy

__all__ = ["CHROME_LANDMARKS", "Features", "features", "is_attachment"]

CHROME_LANDMARKS = frozenset(("navigation", "contentinfo", "search", "complementary", "questionnaire"))
"""Landmarks that hold no document, as their authors say, and a form that holds the fields of one and no text."""

_LINK_SHARE = 0.8  # of a line inside links, and it is a link: separators and arrows around the words are not
_ASIDE = lazy(
    r"[\[(]?(?:\d{4}\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?[\])]?"
    r"|\(\s*\d{1,5}\s*\)|^\s*(?:\d{1,2}[.、]|[·•●■◆▪>›»-])|[|>›»·•\[\]\s]+"
)
_ATTACHMENT = lazy(r"(?:相关)?附\s?[件表图录]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s*(?:[:.、(《]|\s|$)")


@dataclass(frozen=True, slots=True)
class Features:
    """The markup around one line; `linked` says that the line is a link, but for a date or an arrow beside it."""

    linked: bool = False
    touched: bool = False
    landmark: str = ""
    kind: str = ""
    depth: int = 0
    container: int = 0
    cells: int = 0

    @property
    def level(self) -> tuple[str, int]:
        """What lines of one text have in common, whichever of several containers they stand in."""
        return self.kind, self.depth


_NONE = Features()


def features(page: Page) -> tuple[Features, ...]:
    """The features of every line."""
    return page.once(_features_of)


def _features_of(page: Page) -> tuple[Features, ...]:
    if not page.blocks:
        return (_NONE,) * len(page.lines)
    found = []
    at = 0
    for line in page.lines:
        while at < len(page.blocks) and page.blocks[at].span.end <= line.start:
            at += 1
        behind = at
        while behind < len(page.blocks) and page.blocks[behind].span.start < line.end:
            behind += 1
        found.append(_features(line, page.blocks[at:behind]))
    of_text = numbers_of_text(page.lines, found) | listed_by_text(page.lines, found)
    found = [replace(at, linked=False) if index in of_text else at for index, at in enumerate(found)]
    return _trusted(page, _forms(page, found))


def _forms(page: Page, found: list[Features]) -> list[Features]:
    """The features with every form that holds no prose and no provision called a questionnaire.

    A site may wrap its whole page in one form, and a document may show one to fill in: where a table, a sentence or a
    number stands within, the form says nothing of its lines.
    """
    result = list(found)
    start = 0
    while start < len(found):
        behind = start + 1
        if found[start].landmark == "form":
            while behind < len(found) and found[behind].landmark == "form":
                behind += 1
            if not any(_is_written(page.lines[at].key, found[at]) for at in range(start, behind)):
                result[start:behind] = [replace(at, landmark="questionnaire") for at in found[start:behind]]
        start = behind
    return result


def _is_written(key: str, at: Features) -> bool:
    return not at.linked and (
        is_prose(key) or at.cells >= 2 or bool(NUMBERED.match(key)) or bool(SENTENCE_END.search(key))
    )


def _trusted(page: Page, found: list[Features]) -> tuple[Features, ...]:
    """The features without the landmarks, where those would have most of the page's prose be navigation."""
    told = free = 0
    for line, at in zip(page.lines, found, strict=True):
        if at.linked:
            continue
        if at.landmark not in CHROME_LANDMARKS:
            free += len(line.key)
        elif is_prose(line.key):
            told += len(line.key)
    return tuple(found) if told <= free else tuple(replace(at, landmark="") for at in found)


def _features(line: Line, blocks: tuple[Block, ...]) -> Features:
    if not blocks:
        return _NONE
    linked = sum(block.links * len(block.span) for block in blocks)
    first = blocks[0]
    return Features(
        linked=linked > 0 and linked >= _LINK_SHARE * max(linked, len(line.key) - _aside(line.key)),
        touched=linked > 0,
        landmark=first.landmark,
        kind=first.kind,
        depth=first.depth,
        container=first.container,
        cells=sum(block.kind == "cell" for block in blocks),
    )


def _aside(key: str) -> int:
    """How many characters of a line are the date, the rank and the marks beside a headline."""
    return sum(len(match[0]) for match in _ASIDE.finditer(key)) if len(key) <= 200 else 0


def is_attachment(key: str) -> bool:
    """Whether a line names what is attached: part of a notice, linked or not.

    >>> is_attachment("附件:1.申报书"), is_attachment("附件所列项目"), is_attachment("附件下载:")
    (True, False, False)
    """
    return bool(_ATTACHMENT.match(key))
