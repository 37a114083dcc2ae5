"""Whether a reference (本法第二十条、第二十一条第二款) still reaches the provisions that it reached before.

A reference is read as the set of provisions it names.  Old and new references agree if every provision named before
is linked with one named now, and the other way round.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from policydiff.compare.groups import Group
from policydiff.compare.sides import Side
from policydiff.model import Address, ClauseChange, Level, Place, Unit
from policydiff.references import Reference, Target

__all__ = ["Targets", "is_one_of"]

_Known = tuple[Target, Unit, tuple[str, ...]]
"""A provision that a reference names: its place, its article or chapter, and the sentences in it that are meant."""


_JOINT = re.compile("[、和及与或]")


def is_one_of(before: Reference, after: Reference) -> bool:
    """Whether of two lists of provisions one means any of them where the other means them all.

    >>> is_one_of(Reference("第三条、第五条", ()), Reference("第三条或者第五条", ()))
    True
    >>> is_one_of(Reference("第三条、第五条", ()), Reference("第三条和第五条", ()))
    False
    """
    listed = _JOINT.search(before.text) and _JOINT.search(after.text)
    return bool(listed) and ("或" in before.text) != ("或" in after.text)


class Targets:
    """Which provision of the old text continues in which of the new one, down to paragraphs and items."""

    def __init__(self, groups: Sequence[Group], rows: Sequence[Sequence[ClauseChange]], old: Side, new: Side) -> None:
        """Look up the provisions of both sides and what links them."""
        self.old, self.new = old, new
        self._old, self._new = _Places(old), _Places(new)
        self._links: dict[str, set[str]] = defaultdict(set)
        self._continues: set[str] = set()
        for group in groups:
            for link in group.links:
                self._links[link.old].add(link.new)
                self._continues.add(link.new)
        self._clauses = {row.old: row.new or row.elsewhere for clauses in rows for row in clauses if row.old}

    def agree(self, before: Reference, after: Reference) -> bool:
        """Whether two references reach the same provisions; in doubt (a text that lacks them), they do."""
        old, new = self._known(before, self._old), self._known(after, self._new)
        if not old or not new:
            return True
        lost, foreign = self._unmet(old, new)
        return not lost and not foreign

    def strayed(self, before: Reference, after: Reference) -> tuple[str, str] | None:
        """Where a reference whose words stayed should lead now, and where it does lead, if that is surely elsewhere.

        违反本规定第三条规定的 stayed as it was, and 第三条 became 第二条: it should say 第二条, or nothing where what
        it reached was removed.  A provision that is new altogether may be the same rule, written anew.
        """
        old, new = self._known(before, self._old), self._known(after, self._new)
        if not old or not new:
            return None
        lost, foreign = self._unmet(old, new)
        lives, carries = [one for one in lost if self._lives(one[1])], [one for one in foreign if self._carries(one[1])]
        if not lives and not carries:
            return None
        due = dict.fromkeys(name for one in lost or old for name in self._successors(one))
        return "、".join(due), "、".join("".join(map(str, target)) for target, _, _ in foreign or new)

    def _unmet(self, old: Sequence[_Known], new: Sequence[_Known]) -> tuple[list[_Known], list[_Known]]:
        """The provisions named before that the new reference does not reach, and those reached that were not."""
        meets = {(i, j) for i, one in enumerate(old) for j, other in enumerate(new) if self._linked(one, other)}
        kept, still = {i for i, _ in meets}, {j for _, j in meets}
        lost = [one for i, one in enumerate(old) if i not in kept]
        return lost, [one for j, one in enumerate(new) if j not in still]

    def _lives(self, unit: Unit) -> bool:
        """Whether an old provision, or any article of it, continues somewhere."""
        return any(self._links.get(one.id) for one in unit.walk())

    def _carries(self, unit: Unit) -> bool:
        """Whether a new provision, or any article of it, continues something."""
        return any(one.id in self._continues for one in unit.walk())

    def _successors(self, known: _Known) -> list[str]:
        """What an old provision is called now, down to the paragraph or item that was named; nothing if it is gone."""
        target, unit, clauses = known
        found = [clause for old in clauses if (clause := self._clauses.get(old))] if len(target) > 1 else []
        units = found or self.new.sorted(self._links.get(unit.id, ()))
        deepest = target[-1].level
        addresses = [address.places for one in units if (address := self.new.unit(one).address)]
        return ["".join(str(place) for place in places if place.level <= deepest) for places in addresses]

    def _known(self, reference: Reference, places: _Places) -> list[_Known]:
        found = []
        for target in reference.targets:
            unit = places.unit(target)
            if unit is None:
                return []
            found.append((target, unit, places.clauses(target, unit)))
        return found

    def _linked(self, one: _Known, other: _Known) -> bool:
        (before, old, mine), (after, new, theirs) = one, other
        if old.kind != "article" or new.kind != "article":
            return self._overlap(old, new)
        if new.id not in self._links[old.id]:
            return False
        if len(before) == len(after) == 1:
            return True
        reached = {self._clauses.get(clause) for clause in mine} - {None}
        if not reached:  # written anew: the place in the article decides
            return [place.number for place in before[1:]] == [place.number for place in after[1:]]
        return bool(reached & set(theirs))

    def _overlap(self, old: Unit, new: Unit) -> bool:
        """Whether most articles of a chapter continue in another chapter."""
        mine = [unit.id for unit in old.walk() if unit.kind == "article"]
        theirs = {unit.id for unit in new.walk() if unit.kind == "article"}
        kept = sum(bool(self._links[unit] & theirs) for unit in mine)
        return old.kind == new.kind and kept * 2 >= len(mine)


class _Places:
    """The provisions of one side by their numbers."""

    def __init__(self, side: Side) -> None:
        self._units: dict[Place, Unit] = {}
        for document in side.version.documents:
            for unit in document.walk():
                if unit.label and unit.address and unit.kind in {"article", "part", "chapter", "section"}:
                    self._units.setdefault(unit.address.places[-1], unit)

    def unit(self, target: Target) -> Unit | None:
        """The article, or the chapter, that a reference stands for."""
        return self._units.get(next((place for place in target if place.level == Level.ARTICLE), target[-1]))

    def clauses(self, target: Target, unit: Unit) -> tuple[str, ...]:
        """The sentences of the paragraph or item that a reference names inside an article; else all of them."""
        inner = [place for place in target if place.level > Level.ARTICLE]
        leaves = (leaf for leaf in unit.leaves() if leaf.kind != "heading")
        return tuple(leaf.id for leaf in leaves if not inner or _holds(inner, leaf.address))


def _holds(inner: Iterable[Place], address: Address | None) -> bool:
    """Whether a sentence stands in the paragraph and item named; an article of one paragraph does not number it."""
    own = {place.level: place.number for place in address.places} if address else {}
    return all(own.get(place.level, 1 if place.level == Level.PARAGRAPH else None) == place.number for place in inner)
