"""The changes of the page: each with its place, its anchor, its chapter, and what it can be filtered by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from policydiff.model import Change, Unit
from policydiff.render.comparison.clauses import ClauseRow, clause_rows
from policydiff.render.comparison.facts import Figure, outcome
from policydiff.render.html.anchors import Anchors
from policydiff.render.html.chapters import chapters
from policydiff.render.html.markup import Markup, element
from policydiff.render.html.view import View
from policydiff.render.wording.places import Side

__all__ = ["Entries", "Entry", "Quiet"]

Quiet = Literal["same", "not_reported"]

_LABEL = re.compile(r"^[^：:]{1,12}[：:]")
_LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as the page shows it.

    `old_ids` and `new_ids` are the anchors of its articles, the first of which is the entry's own; `figures` counts
    those that changed; `bodies` are the responsible units that either side names.
    """

    change: Change
    rows: tuple[ClauseRow, ...]
    old_ids: tuple[str, ...]
    new_ids: tuple[str, ...]
    place: str
    chapter: str
    figures: int
    bodies: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Where the entry is found."""
        return (self.old_ids or self.new_ids)[0]

    @property
    def quiet(self) -> Quiet | None:
        """Whether there is nothing to read here but that nothing changed, or that the reports are silent."""
        if self.figures or self.change.signals:
            return None
        if self.change.relation == "not_reported":
            return "not_reported"
        same = outcome(self.change) == "same" and self.change.substance == "none"
        return "same" if same and not any(clause.moved or clause.elsewhere for clause in self.change.clauses) else None


@dataclass(frozen=True, slots=True)
class Entries:
    """All changes that have a place, in the order of the page, and where each unit of either side is shown.

    `bodies` numbers the responsible units in the order of their first appearance.
    """

    all: tuple[Entry, ...]
    at: dict[int, Entry]
    old: dict[str, Entry]
    new: dict[str, Entry]
    bodies: dict[str, int]
    chaptered: bool

    @classmethod
    def of(cls, view: View) -> Entries:
        """Gather what the page shows of each change."""
        anchors = Anchors()
        shown = tuple(clause_rows(view.facts, view.lang))
        named = chapters(view.facts, [change for change, _ in shown], view.lang)
        made = tuple(
            _entry(view, anchors, change, rows, chapter) for (change, rows), chapter in zip(shown, named, strict=True)
        )
        return cls(
            made,
            {id(entry.change): entry for entry in made},
            _homes(view.facts.old, ((unit, entry) for entry in made for unit in entry.change.old)),
            _homes(view.facts.new, ((unit, entry) for entry in made for unit in entry.change.new)),
            {body: at for at, body in enumerate(dict.fromkeys(body for entry in made for body in entry.bodies))},
            any(named),
        )

    def link(self, change: Change, text: str) -> Markup | str:
        """A text that leads to a change, where the page shows it."""
        entry = self.at.get(id(change))
        return element("a", text, href=f"#{entry.anchor}") if entry else text

    def chapters(self) -> Iterator[tuple[str, tuple[Entry, ...]]]:
        """The entries by chapter, in the order of the page."""
        start = 0
        for at in range(1, len(self.all) + 1):
            if at == len(self.all) or self.all[at].chapter != self.all[start].chapter:
                yield self.all[start].chapter, self.all[start:at]
                start = at


def _entry(view: View, anchors: Anchors, change: Change, rows: tuple[ClauseRow, ...], chapter: str) -> Entry:
    old, new = view.facts.old, view.facts.new
    return Entry(
        change,
        rows,
        tuple(anchors.take("art", old.key(unit)) for unit in change.old),
        tuple(anchors.take("art-new", new.key(unit)) for unit in change.new),
        _place(view, change),
        chapter,
        sum(Figure(change, term).altered for term in change.terms),
        tuple(dict.fromkeys((*_bodies(old, change.old), *_bodies(new, change.new)))),
    )


def _place(view: View, change: Change) -> str:
    """第三条 支持研发 → 第四条 支持研发攻关; one name where both sides say the same."""
    old, new = view.facts.old, view.facts.new
    before, after = _titles(view, old, change.old), _titles(view, new, change.new)
    return " → ".join(dict.fromkeys(name for name in (before, after) if name))


def _titles(view: View, side: Side, ids: tuple[str, ...]) -> str:
    """Every article by its name; of a report's sentences the first and their number, for each row names its own."""
    names = list(dict.fromkeys(side.titled(unit, view.lang) for unit in ids))
    if side.version.coverage == "excerpt" and len(names) > 2:
        return view.say("told_in", first=names[0], n=len(names), more=len(names) - 1)
    return view.comma.join(names)


def _homes(side: Side, pairs: Iterator[tuple[str, Entry]]) -> dict[str, Entry]:
    """The entry of every unit of a change and of all the units inside it."""
    homes: dict[str, Entry] = {}
    for unit_id, entry in pairs:
        unit = side.unit(unit_id)
        for part in unit.walk() if unit else ():
            homes.setdefault(part.id, entry)
    return homes


def _bodies(side: Side, ids: tuple[str, ...]) -> Iterator[str]:
    """The names in （责任单位：市经信局、市科创局，各区人民政府）."""
    for unit_id in ids:
        unit = side.unit(unit_id)
        for part in unit.walk() if unit else ():
            if part.kind == "responsibility":
                yield from _names(side, part)


def _names(side: Side, unit: Unit) -> Iterator[str]:
    words = side.text(unit.id).strip().strip("（()）【】[]〔〕。 ")
    for piece in re.split(r"[、，,；;\n]", words):
        name = _LABEL.sub("", piece.strip()).strip("（()）。 ")
        if 1 < len(name) <= _LONGEST_NAME:
            yield name
