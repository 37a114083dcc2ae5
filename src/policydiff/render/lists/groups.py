"""An alignment as the rows people read: links in reading order with the relation of the group they belong to."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model import Alignment, Link, Relation, relations
from policydiff.render.wording.places import Side

__all__ = ["AlignmentRow", "alignment_rows", "one_sided"]


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """One link, and what the group that it belongs to amounts to."""

    link: Link
    relation: Relation


def alignment_rows(alignment: Alignment, old: Side, new: Side) -> tuple[AlignmentRow, ...]:
    """Every link in the old version's reading order.

    Where one side is known only through reports, a link means that a report restates the article, or names it: no
    split or merge of the text itself can be told from it.
    """
    relation = relations(alignment.links, old.version, new.version)
    order = _positions(old), _positions(new)
    ranked = sorted(alignment.links, key=lambda link: (order[0].get(link.old, -1), order[1].get(link.new, -1)))
    return tuple(AlignmentRow(link, relation[link.old, link.new]) for link in ranked)


def one_sided(alignment: Alignment, old: Side, new: Side) -> dict[Relation, tuple[tuple[Side, str], ...]]:
    """The units that stand on one side only, under what that means for these two versions."""
    olds, news = _pairs(old, alignment.old_only), _pairs(new, alignment.new_only)
    found: dict[Relation, tuple[tuple[Side, str], ...]] = {
        "added": (),
        "removed": (),
        "not_reported": (),
        "unplaced": (),
    }
    match _excerpt(old), _excerpt(new):
        case False, False:
            found |= {"added": news, "removed": olds}
        case False, True:
            found |= {"not_reported": olds, "unplaced": news}
        case True, False:
            found |= {"not_reported": news, "unplaced": olds}
        case _:
            found |= {"not_reported": olds + news}
    return found


def _excerpt(side: Side) -> bool:
    return side.version.coverage == "excerpt"


def _pairs(side: Side, ids: tuple[str, ...]) -> tuple[tuple[Side, str], ...]:
    order = _positions(side)
    return tuple((side, unit_id) for unit_id in sorted(ids, key=lambda unit_id: (order.get(unit_id, -1), unit_id)))


def _positions(side: Side) -> dict[str, int]:
    return {unit.id: at for at, unit in enumerate(side.ordered())}
