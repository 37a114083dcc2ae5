"""Articles against articles: which old provision continues in which new one.

Each pair is judged by itself, so that a split or a merge needs no step of its own.  What is measured of it (`evidence`)
is weighed and added up (`options`); a pair whose sum reaches the threshold is linked, and the measures that count for
it are its reasons.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from policydiff.align.cited import without_citations
from policydiff.align.evidence import measure
from policydiff.align.options import MEASURES, AlignOptions
from policydiff.align.twins import without_twins
from policydiff.align.units import Text
from policydiff.fold import fold
from policydiff.model import Link, Reason

__all__ = ["link_articles"]

_ROUNDING = 1e-6  # more than sums of a few floats differ by, in whatever order they are added
_SURE = 0.999  # 1 is for the same words only
_AS_SHARE: dict[str, Callable[[float], float]] = {  # what is measured as a root, or for both articles together
    "likeness": lambda root: root * root,
    "own_clauses": lambda root: root * root / 2,
    "gain": lambda both: both / 2,
}
_EFFECT = re.compile("施行|执行|实施|生效|有效期")


def link_articles(old: Sequence[Text], new: Sequence[Text], options: AlignOptions) -> tuple[Link, ...]:
    """Link articles (and preambles, closings) of two full texts that both have some."""
    (words_old, cites_old), (words_new, cites_new) = without_citations(old), without_citations(new)
    found = measure((words_old, words_new), (_numbers(old), _numbers(new)), (cites_old, cites_new), options)
    doubt = options.unrelated_cost * max(0.0, 1 - found.related / options.unrelated)
    links = []
    sums = (found.measures * np.array(options.weights)).sum(1)
    close = np.flatnonzero(sums >= doubt + options.threshold - _ROUNDING)
    rows = found.measures[close].tolist()
    for i, j, values in zip(found.old[close].tolist(), found.new[close].tolist(), rows, strict=True):
        if (old[i].unit.kind == "article") != (new[j].unit.kind == "article"):
            continue
        parts = [weight * value for weight, value in zip(options.weights, values, strict=True)]
        over = math.fsum(parts) - doubt - options.threshold
        if over >= 0:
            score = 1.0 if old[i].words == new[j].words else min(round(_score(over), 3), _SURE)
            same_heading = bool(old[i].unit.heading) and fold(old[i].unit.heading) == fold(new[j].unit.heading)
            reasons = _reasons(values, parts) + ((Reason("heading", 1.0),) if same_heading else ())
            links.append(Link(old[i].unit.id, new[j].unit.id, score, reasons))
    kept = without_twins(links, old, new, options)
    return (*kept, *_same_office(old, new, kept))


def _reasons(values: Sequence[float], parts: Sequence[float]) -> tuple[Reason, ...]:
    """The measures that speak for a link, in the order of `MEASURES`, as shares a reader can follow."""
    return tuple(
        Reason(name, round(_AS_SHARE.get(name, float)(value), 3))
        for name, value, part in zip(MEASURES, values, parts, strict=True)
        if part > 0
    )


def _score(over: float) -> float:
    """A sum above the threshold as a score from 0.5 to 1."""
    return 1 / (1 + math.exp(-min(over, 50.0)))


def _numbers(texts: Sequence[Text]) -> list[int]:
    """The numbers of the articles in thousands, 第三条之一 as 3001; their places, where they do not rise throughout.

    What stands before the first article counts 0, and what stands behind the last one goes on counting.
    """
    numbers: list[int] = []
    for text in texts:
        place = text.unit.address.places[-1] if text.unit.address else None
        if text.unit.kind == "article" and place is not None:
            numbers.append(1000 * place.number + (place.branch[0] if place.branch else 0))
        else:
            numbers.append(numbers[-1] + 1 if numbers else 0)
    rising = all(a < b for a, b in pairwise(numbers))
    return numbers if rising else [1000 * place for place in range(1, len(texts) + 1)]


def _same_office(old: Sequence[Text], new: Sequence[Text], links: Sequence[Link]) -> list[Link]:
    """Provisions worded anew that bear the one same heading, or are the one preamble or the one clause on effect."""
    before = _by_office(old, {link.old for link in links})
    after = _by_office(new, {link.new for link in links})
    return [Link(before[office], after[office], 0.5, (Reason("heading", 1.0),)) for office in before if office in after]


def _by_office(texts: Sequence[Text], taken: set[str]) -> dict[tuple[str, str], str]:
    """The unlinked provisions by what they are for, where that tells one only."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for text in texts:
        office = _office(text)
        if office and text.unit.id not in taken:
            found[text.unit.kind, office].append(text.unit.id)
    return {office: ids[0] for office, ids in found.items() if len(ids) == 1}


def _office(text: Text) -> str:
    """A provision's heading; of one without, what such provisions are for."""
    if text.unit.kind == "closing":
        return "effect" if _EFFECT.search(text.words) else "interpretation" if "解释" in text.words else ""
    return "preamble" if text.unit.kind == "preamble" else fold(text.unit.heading)
