"""Which provision of one version became which of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from policydiff.align.options import AlignOptions
from policydiff.align.overrides import Sides, override
from policydiff.align.statements import link_statements
from policydiff.align.units import Text, texts
from policydiff.model import Alignment, Link, Note, Override, Version, amending_side
from policydiff.patterns import lazy

__all__ = ["AlignOptions", "align"]

_OF_ITSELF = lazy(r"[\s　]*+(?:第?[一二三四五六七八九十]{1,3}[条、])?[\s　]*+本(?:修改)?决定自")


def align(
    old: Version, new: Version, options: AlignOptions | None = None, overrides: Sequence[Override] = ()
) -> Alignment:
    """Link the provisions of two versions; swapping the versions mirrors the links.

    Every article, preamble and closing provision of a full text, and every statement of an excerpt that is the work's
    own, stands in at least one link or in exactly one of the one-sided lists.  `overrides` have the last word; the
    notes tell which of them applied.
    """
    options = options or AlignOptions()
    before, after = texts(old), texts(new)
    links, notes = _link(before, after, options), tuple[Note, ...]()
    if amending := amending_side(old, new):
        links = _without_own(links, {text.unit.id: text for text in (before if amending == "old" else after)}, amending)
    if overrides:
        links, notes = override(links, Sides((old, new), (before, after)), overrides)
    linked_old, linked_new = {link.old for link in links}, {link.new for link in links}
    return Alignment(
        links,
        tuple(text.unit.id for text in before if text.unit.id not in linked_old),
        tuple(text.unit.id for text in after if text.unit.id not in linked_new),
        notes,
    )


def _without_own(
    links: tuple[Link, ...], decision: Mapping[str, Text], side: Literal["old", "new"]
) -> tuple[Link, ...]:
    """The links without those of what a decision to amend says of itself: 本决定自5月1日起施行 is no provision."""
    ends = ((link, link.old if side == "old" else link.new) for link in links)
    return tuple(link for link, end in ends if not _OF_ITSELF.match(decision[end].words))


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
