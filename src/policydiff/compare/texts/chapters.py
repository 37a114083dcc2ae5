"""Which chapters came, went, or bear another heading or number: paired by the articles they hold, and by heading.

第三章 监督管理 that became 第四章 监督检查 is one chapter if most of its articles went there.  Parts, chapters and
sections are told alike, each by its own number; those of a chapter that came or went are not told again, and those
that a chapter that stayed is newly divided into, or no longer, are told one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydiff.compare.groups import Group
from policydiff.compare.sides import Side
from policydiff.fold import fold
from policydiff.model import Note, Unit, UnitKind

__all__ = ["chapter_notes"]

_RANKS: tuple[UnitKind, ...] = ("part", "chapter", "section")
_MOST = 400
"""A text of more chapters is none that a summary could tell of."""


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter with the id of the part or chapter over it, and how many articles it holds."""

    unit: Unit
    above: str
    articles: int

    @property
    def place(self) -> str:
        return str(self.unit.address) if self.unit.address else self.unit.label

    @property
    def own_number(self) -> str:
        return str(self.unit.address.places[-1]) if self.unit.address else self.unit.label

    @property
    def heading(self) -> str:
        return " ".join(self.unit.heading.split())


_Pair = tuple[int, int]


def chapter_notes(groups: Sequence[Group], old: Side, new: Side) -> Iterator[Note]:
    """A note for each part, chapter and section that changed as a whole, in the new text's order; what went comes last.

    A report does not tell what chapters a text has.
    """
    if old.excerpt or new.excerpt:
        return
    alone: set[str] = set()
    for rank in _RANKS:
        before, mine = _chapters(old, rank)
        after, theirs = _chapters(new, rank)
        if max(len(before), len(after)) > _MOST:
            continue
        if rank == "chapter" and bool(before) != bool(after):
            yield Note("chapters_introduced" if after else "chapters_abandoned", (("count", str(len(before + after))),))
        elif (before and after) or (
            rank == "section" and _chapters(old, "chapter")[0] and _chapters(new, "chapter")[0]
        ):
            shared = Counter(
                (mine[a], theirs[b])
                for group in groups
                for a, b in {(a, b) for a in group.old for b in group.new}
                if a in mine and b in theirs
            )
            became = dict(_paired(before, after, shared))
            kept = set(became.values())
            lone = [one for i, one in enumerate(before) if i not in became]
            lone += [one for j, one in enumerate(after) if j not in kept]
            yield from _told(before, after, became, alone)
            alone |= {one.unit.id for one in lone}


def _chapters(side: Side, rank: UnitKind) -> tuple[list[_Chapter], dict[str, int]]:
    """The chapters of a text in order, and for each unit under one its number among them."""
    found: list[_Chapter] = []
    inside: dict[str, int] = {}
    for document in side.version.documents:
        waiting = [(unit, "") for unit in reversed(document.units)]
        while waiting:
            unit, above = waiting.pop()
            if unit.kind == rank:
                articles = [one.id for one in unit.walk() if one.kind == "article"]
                inside |= dict.fromkeys(articles, len(found))
                found.append(_Chapter(unit, above, len(articles)))
            elif unit.kind in _RANKS:
                waiting += [(child, unit.id) for child in reversed(unit.children)]
    return found, inside


def _paired(before: Sequence[_Chapter], after: Sequence[_Chapter], shared: Counter[_Pair]) -> Iterator[_Pair]:
    """The chapters that are one: most articles of either went on in the other, or both bear one heading."""
    headings = [Counter(fold(one.heading) for one in side) for side in (before, after)]
    ranked = []
    for i, one in enumerate(before):
        for j, other in enumerate(after):
            same = bool(one.heading) and fold(one.heading) == fold(other.heading)
            alone = same and all(count[fold(one.heading)] == 1 for count in headings)
            links = shared[i, j]
            if alone or (same and links) or (links and 2 * links >= min(one.articles, other.articles)):
                likeness = 2 * links / max(one.articles + other.articles, 1) + same
                ranked.append((-likeness, abs(i - j), i, j))
    taken: set[str] = set()
    for *_, i, j in sorted(ranked):
        if f"old {i}" not in taken and f"new {j}" not in taken:
            taken |= {f"old {i}", f"new {j}"}
            yield i, j


def _told(
    before: Sequence[_Chapter], after: Sequence[_Chapter], became: dict[int, int], told: set[str]
) -> Iterator[Note]:
    came_from = {j: before[i] for i, j in became.items()}
    for j, other in enumerate(after):
        one = came_from.get(j)
        if one is None:
            if other.above not in told:
                yield Note("chapter_added", (("place", other.place), ("heading", other.heading)))
            continue
        if fold(one.heading) != fold(other.heading):
            yield Note(
                "chapter_retitled",
                (
                    ("old_place", one.place),
                    ("new_place", other.place),
                    ("old_heading", one.heading),
                    ("new_heading", other.heading),
                ),
            )
        elif one.own_number != other.own_number:
            yield Note(
                "chapter_renumbered",
                (("old_place", one.place), ("new_place", other.place), ("heading", other.heading)),
            )
    for i, one in enumerate(before):
        if i not in became and one.above not in told:
            yield Note("chapter_removed", (("place", one.place), ("heading", one.heading)))
