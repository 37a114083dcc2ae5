"""Which links belong together: one group is one row of the report."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from policydiff.compare.sides import Side
from policydiff.model import Alignment, Link, Relation, connected, relation_of, told_relation

__all__ = ["Group", "groups"]


@dataclass(frozen=True, slots=True)
class Group:
    """Units of both sides that continue each other, and how."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    links: tuple[Link, ...]
    relation: Relation


def groups(alignment: Alignment, old: Side, new: Side) -> tuple[Group, ...]:
    """Group an alignment, in the old version's reading order; what is new stands behind what it follows.

    Between full texts a group is a connected set of links.  Where one side is known from reports only, each provision
    of the full side is a group of its own with the statements about it: a report's sentence may speak of several.
    """
    if old.excerpt != new.excerpt:
        found = list(_reported(alignment, old, new))
    else:
        found = [*_connected(alignment, old, new), *_one_sided(alignment, old, new)]
    return tuple(_in_reading_order(found, old, new))


def _connected(alignment: Alignment, old: Side, new: Side) -> Iterator[Group]:
    for links in connected(alignment.links):
        before, after = old.sorted(link.old for link in links), new.sorted(link.new for link in links)
        yield Group(before, after, links, relation_of(len(before), len(after)))


def _one_sided(alignment: Alignment, old: Side, new: Side) -> Iterator[Group]:
    """What stands on one side only; between two excerpts, silence on either side proves nothing."""
    for unit in alignment.old_only:
        yield Group((unit,), (), (), "not_reported" if new.excerpt else "removed")
    for unit in alignment.new_only:
        yield Group((), (unit,), (), "not_reported" if old.excerpt else "added")


def _reported(alignment: Alignment, old: Side, new: Side) -> Iterator[Group]:
    """One group for each provision of the full side, and one for each statement that belongs to none."""
    mirrored = old.excerpt
    full = new if mirrored else old
    excerpt = old if mirrored else new
    links: dict[str, list[Link]] = defaultdict(list)
    for link in alignment.links:
        links[link.new if mirrored else link.old].append(link)
    alone = alignment.new_only if mirrored else alignment.old_only
    for unit in full.sorted((*links, *alone)):
        told = excerpt.sorted(link.old if mirrored else link.new for link in links[unit])
        relation: Relation = "not_reported"
        if told:
            relation = told_relation(links[unit], excerpt.units, mirrored=mirrored)
        before, after = (told, (unit,)) if mirrored else ((unit,), told)
        yield Group(before, after, tuple(links[unit]), relation)
    for unit in alignment.old_only if mirrored else alignment.new_only:
        yield Group((unit,), (), (), "unplaced") if mirrored else Group((), (unit,), (), "unplaced")


def _in_reading_order(found: list[Group], old: Side, new: Side) -> Iterator[Group]:
    anchored = sorted((group for group in found if group.old), key=lambda group: old.order[group.old[0]])
    loose = sorted((group for group in found if not group.old), key=lambda group: new.order[group.new[0]])
    behind: dict[int, list[Group]] = defaultdict(list)
    ends = sorted((new.order[group.new[-1]], i) for i, group in enumerate(anchored) if group.new)
    for group in loose:
        before = bisect_left(ends, (new.order[group.new[0]], -1))
        behind[ends[before - 1][1] if before else -1].append(group)
    yield from behind[-1]
    for i, group in enumerate(anchored):
        yield group
        yield from behind[i]
