"""Which provision of one version became which of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policydiff.align.options import AlignOptions
from policydiff.align.ordered import as_ordered
from policydiff.align.overrides import Sides, override
from policydiff.align.statements import link_statements
from policydiff.align.units import Text, texts
from policydiff.model import Alignment, Link, Note, Override, Version, amending_side

__all__ = ["AlignOptions", "align"]


def align(
    old: Version, new: Version, options: AlignOptions | None = None, overrides: Sequence[Override] = ()
) -> Alignment:
    """Link the provisions of two versions; swapping them mirrors the links, but for what a decision to amend orders.

    Every article, preamble and closing provision of a full text, and every statement of an excerpt that is the work's
    own, stands in at least one link or in exactly one of the one-sided lists.  `overrides` have the last word; the
    notes tell which of them applied.
    """
    options = options or AlignOptions()
    before, after = texts(old), texts(new)
    links, notes = _link(before, after, options), tuple[Note, ...]()
    if amending := amending_side(old, new):
        decision, amended = (before, new) if amending == "old" else (after, old)
        links = as_ordered(links, decision, amended, amending)
    if overrides:
        links, notes = override(links, Sides((old, new), (before, after)), overrides)
    linked_old, linked_new = {link.old for link in links}, {link.new for link in links}
    return Alignment(
        links,
        tuple(text.unit.id for text in before if text.unit.id not in linked_old),
        tuple(text.unit.id for text in after if text.unit.id not in linked_new),
        notes,
    )


def _link(old: Sequence[Text], new: Sequence[Text], options: AlignOptions) -> tuple[Link, ...]:
    """Provisions are linked with provisions; a report's statements with the other side's provisions, if it has any."""
    old_said, new_said = [t for t in old if t.reported], [t for t in new if t.reported]
    old_law, new_law = [t for t in old if not t.reported], [t for t in new if not t.reported]
    if not old_law and not new_law:
        return _link_articles(old, new, options)
    links = _link_articles(old_law, new_law, options)
    links += link_statements(old_law, new_said, options) if old_law else ()
    mirrored = link_statements(new_law, old_said, options) if new_law else ()
    links += tuple(replace(link, old=link.new, new=link.old, evidence=None) for link in mirrored)
    order_old = {text.unit.id: i for i, text in enumerate(old)}
    order_new = {text.unit.id: i for i, text in enumerate(new)}
    return tuple(sorted(links, key=lambda link: (order_old[link.old], order_new[link.new])))


def _link_articles(old: Sequence[Text], new: Sequence[Text], options: AlignOptions) -> tuple[Link, ...]:
    if not old or not new:
        return ()
    from policydiff.align.articles import link_articles  # noqa: PLC0415 — numpy; a report against a text needs none

    return link_articles(old, new, options)
