"""Which links belong together, and what a group of them amounts to: one rule for the alignment and for the comparison.

Between two full texts, or two excerpts, a group is a connected set of links.  Where one side alone is known from
reports, each provision of the other one is a group of its own: a report's sentence may speak of several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from policydiff.model.amending import amending_side
from policydiff.model.comparison import Link, Relation
from policydiff.model.document import Document, Unit, Version

__all__ = ["connected", "is_mention", "relation_of", "relations", "told_relation"]

Units = Mapping[str, tuple[Document, Unit]]
"""The units of a version by their ids, each with its document."""


def is_mention(link: Link) -> bool:
    """Whether a link rests on a passing mention only."""
    return any(reason.code == "mention" for reason in link.reasons)


def connected(links: Iterable[Link]) -> tuple[tuple[Link, ...], ...]:
    """The connected groups of links, by union and find, in the order of their first links.

    >>> [len(group) for group in connected([Link("a", "x", 1.0), Link("b", "y", 1.0), Link("a", "z", 1.0)])]
    [2, 1]
    """
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    links = tuple(links)
    for link in links:
        parent[root((link.old, 0))] = root((link.new, 1))
    members: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        members[root((link.old, 0))].append(link)
    return tuple(map(tuple, members.values()))


def relation_of(old: int, new: int) -> Relation:
    """What a connected group of so many old and new provisions is.

    >>> relation_of(1, 1), relation_of(1, 3), relation_of(2, 1), relation_of(2, 2)
    ('same', 'split', 'merge', 'regrouped')
    """
    if old == 1:
        return "same" if new == 1 else "split"
    return "merge" if new == 1 else "regrouped"


def told_relation(links: Iterable[Link], excerpt: Units, *, mirrored: bool) -> Relation:
    """What reports say of one provision, by the links of their statements to it.

    It is reported if one whole statement that is surely the instrument's own restates it.  `mirrored` says that the
    excerpt is the old side.
    """
    told = ((link, excerpt[link.old if mirrored else link.new][1].attribution) for link in links)
    whole = any(not is_mention(link) and said is not None and said.certainty == "stated" for link, said in told)
    return "reported" if whole else "mentioned"


def relations(links: Sequence[Link], old: Version, new: Version) -> dict[tuple[str, str], Relation]:
    """For each link, by its two ends, the relation of the group that it belongs to."""
    if amending_side(old, new):
        return {(link.old, link.new): "reported" for link in links}
    if (old.coverage == "excerpt") == (new.coverage == "excerpt"):
        groups = [
            (group, relation_of(len({link.old for link in group}), len({link.new for link in group})))
            for group in connected(links)
        ]
    else:
        mirrored = old.coverage == "excerpt"
        of: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            of[link.new if mirrored else link.old].append(link)
        units = (old if mirrored else new).index()
        groups = [(tuple(told), told_relation(told, units, mirrored=mirrored)) for told in of.values()]
    return {(link.old, link.new): relation for group, relation in groups for link in group}
