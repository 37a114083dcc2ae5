"""Parallel provisions of which one is gone: 对超标排放污水的，处… beside 对超标排放废气的，处….

Two such twins share most of their words, so that the one that stays holds much of the one that was deleted, and the two
look like a merger.  A merger keeps something of either; here the new provision keeps what sets its own predecessor
apart, and nothing of what sets the other one apart.  The same of a twin that is new, which looks like a split.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from policydiff.align.options import AlignOptions
from policydiff.align.units import Text, content
from policydiff.model import Link
from policydiff.references import masked
from policydiff.similarity import Grams, Weights, weigh

__all__ = ["without_twins"]


def without_twins(
    links: Sequence[Link], old: Sequence[Text], new: Sequence[Text], options: AlignOptions
) -> tuple[Link, ...]:
    """The links without those that rest on a twin of the provision that the other one continues."""
    of_old, of_new = _shared(links, lambda link: link.old), _shared(links, lambda link: link.new)
    if not of_old and not of_new:
        return tuple(links)
    involved = {
        unit for group in (*of_old.values(), *of_new.values()) for link in group for unit in (link.old, link.new)
    }
    sides = [{text.unit.id: _said(text) for text in side if text.unit.id in involved} for side in (old, new)]
    weights = weigh(found for side in sides for found in side.values())

    def is_twin(link: Link, rival: Link) -> bool:
        whole = sides[1][link.new] if link.new == rival.new else sides[0][link.old]
        mine, other = ((sides[0][one.old] if link.new == rival.new else sides[1][one.new]) for one in (link, rival))
        return (
            _kept(mine - other, whole, weights) <= options.twin_own
            and _kept(other - mine, whole, weights) >= options.twin_rival
        )

    return tuple(
        link
        for link in links
        if not any(
            rival is not link and is_twin(link, rival)
            for rival in (*of_old.get(link.old, ()), *of_new.get(link.new, ()))
        )
    )


def _said(text: Text) -> Grams:
    """What sets a provision apart: neither its figures nor the numbers of those it cites."""
    return content(masked(text.words, text.unit.address)[0])


def _shared(links: Sequence[Link], end: Callable[[Link], str]) -> dict[str, list[Link]]:
    """The links that meet in one provision, where several do."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[end(link)].append(link)
    return {unit: group for unit, group in found.items() if len(group) > 1}


def _kept(words: Grams, whole: Grams, weights: Weights) -> float:
    """What share of some words a provision holds; of none, all."""
    mass = weights.mass(words)
    return weights.mass(words & whole) / mass if mass else 1.0
