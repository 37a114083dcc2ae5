"""How the numbers of one text nest, told from the text itself.

The standard order is 部分 编 章 节 条, and 一、 （一） 1. （1） ① inside.  Texts depart from it: 1、 over （一）,
or 一、 as a heading over 第一条.  A numbering stands inside another where it begins anew right behind its numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.model import Level
from policydiff.patterns import lazy
from policydiff.segment.lines import Line
from policydiff.segment.marks import PLAN

__all__ = ["Scheme", "scheme"]

_ENDS = lazy("[。；;：:，,！？][”’）)]*$")
_LAW = (Level.DIVISION, Level.PART, Level.CHAPTER, Level.SECTION, Level.ARTICLE)


@dataclass(frozen=True, slots=True)
class Scheme:
    """The levels a text uses, outermost first; `law` where it has 条."""

    order: tuple[Level, ...]
    law: bool

    @property
    def outer(self) -> tuple[Level, ...]:
        """The levels the instrument's text can begin with: down to 条, or the outermost alone."""
        return self.order[: self.order.index(Level.ARTICLE) + 1] if self.law else self.order[:1]

    @property
    def enumerates(self) -> Level | None:
        """The outermost of the plans' levels: a heading of it may hold provisions."""
        return next((level for level in self.order if level in PLAN), None)

    def rank(self, level: Level) -> int:
        """How deep a level stands; of a level the text does not use, its standard depth below all others."""
        return self.order.index(level) if level in self.order else len(self.order) + level

    def inside_article(self, level: Level) -> bool:
        """Whether a level stands inside 条."""
        return self.law and self.rank(level) > self.rank(Level.ARTICLE)


def scheme(lines: Sequence[Line]) -> Scheme:
    """Read the nesting off the numbered lines."""
    numbered = [line for line in lines if line.marker]
    used = {line.marker.place.level for line in numbered if line.marker}
    plans = _nested([level for level in PLAN if level in used], _evidence(numbered))
    law = Level.ARTICLE in used
    outer = [level for level in _LAW if level in used]
    if law and plans and _heads_articles(numbered, plans[0]):
        outer.insert(outer.index(Level.ARTICLE), plans.pop(0))
    return Scheme((*outer, *plans), law)


def _evidence(numbered: Sequence[Line]) -> Counter[tuple[Level, Level]]:
    """How often a numbering (second) begins right behind a number of another (first)."""
    found: Counter[tuple[Level, Level]] = Counter()
    for line, below in pairwise(numbered):
        if line.marker and below.marker and below.marker.place.number == 1:
            found[line.marker.place.level, below.marker.place.level] += 1
    return found


def _nested(levels: list[Level], evidence: Counter[tuple[Level, Level]]) -> list[Level]:
    """The standard order, but for two neighbours that the text plainly nests the other way round."""
    for _ in levels:
        for i in range(len(levels) - 1):
            one, other = levels[i], levels[i + 1]
            if evidence[other, one] > evidence[one, other]:
                levels[i], levels[i + 1] = other, one
    return levels


def _heads_articles(numbered: Sequence[Line], level: Level) -> bool:
    """Whether most numbers of a level are bare headings with a 条 right below: 一、总则⏎第一条 …."""
    heads = total = 0
    for i, line in enumerate(numbered):
        if line.marker and line.marker.place.level is level:
            below = numbered[i + 1].marker if i + 1 < len(numbered) else None
            bare = bool(line.body) and not _ENDS.search(line.body)
            heads += bool(bare and below and below.place.level is Level.ARTICLE)
            total += 1
    return heads * 2 > total
