"""Which articles of its own text an article cites."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.align.units import Text
from policydiff.model import Place
from policydiff.references import masked

__all__ = ["without_citations"]


def without_citations(texts: Sequence[Text]) -> tuple[list[str], list[frozenset[int]]]:
    """The words of each article without the numbers of others, and what it cites of its own text but for itself.

    A number says nothing by itself: 第四条 of the old text may be 第五条 of the new one.
    """
    places: dict[Place, int] = {}
    for at, text in enumerate(texts):
        if text.unit.kind == "article" and text.unit.address is not None:
            places.setdefault(text.unit.address.places[-1], at)
    bare, found = [], []
    for at, text in enumerate(texts):
        words, references = masked(text.words, text.unit.address) if "条" in text.words else (text.words, ())
        steps = (place for one in references for target in one.targets for place in target)
        found.append(frozenset(places[place] for place in steps if place in places) - {at})
        bare.append(words)
    return bare, found
