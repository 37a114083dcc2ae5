"""Automatic numbering: the 第三条 or 二、 that stands in no paragraph, but in `numbering.xml` and in the counting.

A list (`w:num`) is drawn after an outline (`w:abstractNum`) of nine levels.  All lists of one outline count on
together, unless a list says at which number it starts over.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from policydiff.patterns import lazy
from policydiff.read.docx.figures import write_number
from policydiff.read.docx.markup import MC, W, integer, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from policydiff.read.docx.styles import NumberProperty, Styles

__all__ = ["Counting", "Label", "Outlines"]

_LEVELS = 9
_LONGEST = 64  # characters of a number; Word's own dialogue takes fewer
_PLACE = lazy("%([1-9])")
_PADDED = lazy("(0{1,9})[1-9]")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of an outline: `text` is its pattern (`第%1条`, `%1.%2`), `restart` the level that starts it over."""

    start: int = 1
    format: str = "decimal"
    width: int = 0
    text: str = ""
    gap: bool = True
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The levels of `w:abstractNum`; an outline that only names a list style holds that name instead."""

    levels: dict[int, Level]
    link: str | None = None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A `w:num`: its outline, the levels it draws otherwise, and the numbers at which it starts over."""

    outline: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """A number as it is drawn, and whether white space is drawn behind it."""

    text: str
    gap: bool


@dataclass(slots=True)
class Outlines:
    """All lists of a document, by id, and the level that each style stands for in each of them."""

    lists: dict[str, NumberedList] = field(default_factory=dict)
    styled: dict[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, root: _Element | None, styles: Styles) -> Outlines:
        """Read `numbering.xml`; a document may have none."""
        outlines = cls()
        if root is None:
            return outlines
        drawn = {
            element.get(f"{W}abstractNumId") or "": Outline(_levels(element), value(element, "numStyleLink"))
            for element in root.iterchildren(f"{W}abstractNum")
        }
        named = {
            element.get(f"{W}numId") or "": (value(element, "abstractNumId") or "", element)
            for element in root.iterchildren(f"{W}num")
        }
        for list_id, (own, element) in named.items():
            outline = _linked(own, drawn, named, styles)
            if outline in drawn:
                outlines.lists[list_id] = _list(outline, drawn[outline], element)
        for list_id, found in outlines.lists.items():
            for at, level in found.levels.items():
                if level.style is not None:
                    outlines.styled.setdefault((list_id, level.style), at)
        return outlines

    def placed(self, direct: NumberProperty, style: str | None, styles: Styles) -> tuple[str, int] | None:
        """The list and level a paragraph stands in, by what it says itself and what its style says.

        A style's level is the one that names the style, whatever else the style says: that is how 标题 1 becomes
        第%1章 and 标题 2 第%1条.
        """
        inherited = styles.number(style)
        list_id = inherited.list_id if direct.list_id is None else direct.list_id
        if list_id is None or list_id not in self.lists:
            return None
        if direct.level is not None:
            return list_id, direct.level
        if direct.list_id is None or direct.list_id == inherited.list_id:
            linked = (self.styled.get((list_id, name)) for name in styles.chain(style))
            level = next((at for at in linked if at is not None), inherited.level)
            return list_id, level or 0
        return list_id, 0


@dataclass(slots=True)
class Counting:
    """The counters, as they stand while a document is read from its beginning."""

    outlines: Outlines
    counters: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def next(self, list_id: str, at: int) -> Label | None:
        """Count one paragraph, and give its number; nothing where the level draws none (a bullet, an empty pattern)."""
        found = self.outlines.lists[list_id]
        level = found.levels.get(at)
        if level is None:
            return None
        counters = self.counters.setdefault(found.outline, [None] * _LEVELS)
        for above in range(at):  # a level that was passed over counts as met: what comes at it next is its second
            if counters[above] is None and above in found.levels:
                counters[above] = found.levels[above].start
        here = counters[at]
        if at in found.starts and list_id not in self.begun:
            self.begun.add(list_id)
            here = None
        counters[at] = found.starts.get(at, level.start) if here is None else here + 1
        for deeper in range(at + 1, _LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if at < (deeper if restart is None else restart):
                counters[deeper] = None
        if level.format == "bullet":
            return None
        text = _PLACE.sub(lambda place: self._written(found, level, counters, int(place[1]) - 1, at), level.text)
        return Label(text[:_LONGEST], level.gap) if text.strip() else None

    def _written(self, found: NumberedList, level: Level, counters: list[int | None], which: int, at: int) -> str:
        """One place of a pattern; a level below this one has no number here."""
        shown, number = found.levels.get(which), counters[which]
        if shown is None or number is None or which > at:
            return ""
        if level.legal and shown.format not in ("none", "decimalZero"):
            return str(number)
        return str(number).zfill(shown.width) if shown.width else write_number(number, shown.format)


def _levels(parent: _Element) -> dict[int, Level]:
    """The levels that an outline, or a list that draws some otherwise, describes."""
    found: dict[int, Level] = {}
    for element in parent.iterchildren(f"{W}lvl"):
        at = integer(element.get(f"{W}ilvl"), -1, -1, _LEVELS)
        if not 0 <= at < _LEVELS:
            continue
        style, width = _format(element)
        restart = value(element, "lvlRestart")
        text = (value(element, "lvlText") or "")[:_LONGEST]
        found[at] = Level(
            integer(value(element, "start"), 0),
            style,
            width,
            " ".join(text.split()),
            value(element, "suff") != "nothing" or text[-1:].isspace(),
            None if restart is None else integer(restart, 0, 0, _LEVELS),
            bool(is_on(element, "isLgl")),
            value(element, "pStyle"),
        )
    return found


def _format(level: _Element) -> tuple[str, int]:
    """A level's number format, and how many digits it pads to: newer Word wraps 001, 002 in an alternative."""
    element = level.find(f"{W}numFmt")
    if element is None:
        element = next(level.iterfind(f"{MC}AlternateContent/{MC}Choice/{W}numFmt"), None)
    if element is None:
        return "decimal", 0
    padded = _PADDED.match(element.get(f"{W}format") or "")
    return element.get(f"{W}val") or "decimal", padded.end() if padded else 0


def _list(outline: str, drawn: Outline, element: _Element) -> NumberedList:
    levels = dict(drawn.levels)
    starts: dict[int, int] = {}
    for override in element.iterchildren(f"{W}lvlOverride"):
        at = integer(override.get(f"{W}ilvl"), -1, -1, _LEVELS)
        own = _levels(override).get(at)
        if own is not None:
            kept = levels.get(at)
            levels[at] = replace(own, style=own.style or (kept.style if kept else None))
        start = value(override, "startOverride")
        if start is not None and 0 <= at < _LEVELS:
            starts[at] = integer(start, 0)
    return NumberedList(outline, levels, starts)


def _linked(outline: str, drawn: dict[str, Outline], named: dict[str, tuple[str, _Element]], styles: Styles) -> str:
    """The outline that draws the levels: one that names a list style leads to the list of that style."""
    met: set[str] = set()
    while outline in drawn and drawn[outline].link is not None and outline not in met:
        met.add(outline)
        list_id = styles.number(drawn[outline].link).list_id
        outline = named[list_id][0] if list_id in named else outline
    return outline
