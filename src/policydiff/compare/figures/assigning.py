"""Which figures belong to which group of provisions."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.compare.groups import Group
from policydiff.compare.sides import Side
from policydiff.model import Link, Term, is_mention

__all__ = ["terms_of"]

_CLAUSE_ENDS = "，,。；;\n"


def terms_of(group: Group, side: Side, own: Sequence[str], links: Sequence[Link], *, old: bool) -> tuple[Term, ...]:
    """The terms of a group on one side.

    A provision brings all it holds.  A statement that speaks of several provisions brings to each the figures of the
    part that speaks of it; figures in no such part go with what the statement as a whole restates.  What held before,
    and by how much it moved, is no level, and is left out.
    """
    found: list[Term] = []
    for unit in own:
        terms = side.terms_under(unit)
        if group.relation not in {"reported", "mentioned"} or side.unit(unit).kind != "statement":
            found += terms
            continue
        about = [link for link in links if (link.old if old else link.new) == unit]
        text = side.document(unit).text
        here = {(group.new if old else group.old)[0]}
        found += [
            term for term in terms if (link := _speaks(term, about, text)) and (link.new if old else link.old) in here
        ]
    return tuple(term for term in found if term.role not in {"former", "increment"})


def _speaks(term: Term, links: Sequence[Link], text: str) -> Link | None:
    """The link of the part of the statement that a figure stands in."""
    whole = next((link for link in links if not is_mention(link)), None)
    parts = [link for link in links if link.evidence is not None]
    for link in parts:
        if link.evidence and term.span in link.evidence:
            return link
    if whole is not None:
        return whole
    clause = max(text.rfind(mark, 0, term.span.start) for mark in _CLAUSE_ENDS) + 1
    near = [link for link in parts if link.evidence and link.evidence.start >= clause]
    return near[0] if near else (links[0] if links else None)
