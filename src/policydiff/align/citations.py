"""Whether what an article cites became what the other one cites.

违反本办法第三条规定的，处… and 违反本办法第五条规定的，处… share nearly all their words, and punish different things.
Which of the two continues an old penalty is told by what became of the provisions they name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from policydiff.align.grams import Ints
from policydiff.align.likeness import Likeness
from policydiff.align.options import AlignOptions
from policydiff.align.products import Floats

__all__ = ["Cited", "agreement"]

Cited = Sequence[Collection[int]]
"""For each article of a text, by its place among them, those that it cites."""


def agreement(
    pairs: Likeness, cites: tuple[Cited, Cited], partners: tuple[Ints, Ints], options: AlignOptions
) -> Floats:
    """For each pair, from -1 to 1: whether what one article cites became what the other one cites; 0 if either cites
    nothing.

    An article that is cited became its partner.  One without a partner may yet have become another one without, if the
    two are at all alike.
    """
    found = np.zeros(len(pairs.old))
    mine, theirs = (np.array([len(one) > 0 for one in side], bool) for side in cites)
    both = np.flatnonzero(mine[pairs.old] & theirs[pairs.new])
    if not len(both):
        return found
    alike = pairs.cosine >= options.partner_floor
    kin = set(zip(pairs.old[alike].tolist(), pairs.new[alike].tolist(), strict=True))
    heir, origin = (side.tolist() for side in partners)

    def became(old: int, new: int) -> int:
        if heir[old] == new:
            return 1
        return 0 if heir[old] < 0 and origin[new] < 0 and (old, new) in kin else -1

    for number in both.tolist():
        left, right = cites[0][pairs.old[number]], cites[1][pairs.new[number]]
        told = [max(became(a, b) for b in right) for a in left] + [max(became(a, b) for a in left) for b in right]
        found[number] = sum(told) / len(told)
    return found
