"""The order of two texts: which pairs are beyond doubt and in order, and whether another pair fits in between."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from policydiff.align.grams import Ints

__all__ = ["in_order", "steady"]


def steady(old: Sequence[int], new: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Which of some one-to-one pairs stand on every heaviest chain that runs forward in both texts.

    Where two chains weigh the same, those of their pairs that cross each other are all left out: so the answer does not
    depend on which text is called the old one.

    >>> steady([0, 1, 2, 3], [0, 3, 1, 2], [5, 5, 5, 5])
    [0, 2, 3]
    """
    order = sorted(range(len(old)), key=lambda pair: old[pair])
    until = _heaviest([new[pair] for pair in order], [weights[pair] for pair in order])
    since = _heaviest([-new[pair] for pair in reversed(order)], [weights[pair] for pair in reversed(order)])[::-1]
    most = max(until, default=0)
    chain = [pair for pair, a, b in zip(order, until, since, strict=True) if a + b - weights[pair] == most]
    lowest_behind = [len(new) and max(new, default=0) + 1]
    for pair in reversed(chain):
        lowest_behind.append(min(new[pair], lowest_behind[-1]))
    kept, highest = [], -1
    for pair, lowest in zip(chain, reversed(lowest_behind[:-1]), strict=True):
        if highest < new[pair] < lowest:
            kept.append(pair)
        highest = max(highest, new[pair])
    return kept


def _heaviest(values: list[int], weights: list[int]) -> list[int]:
    """The weight of the heaviest rising chain that ends with each value (a Fenwick tree over their ranks)."""
    rank = {value: at for at, value in enumerate(sorted(values), 1)}
    tree = [0] * (len(rank) + 1)
    found = []
    for value, weight in zip(values, weights, strict=True):
        at, best = rank[value] - 1, 0
        while at > 0:
            best = max(best, tree[at])
            at -= at & -at
        best += weight
        found.append(best)
        at = rank[value]
        while at < len(tree):
            tree[at] = max(tree[at], best)
            at += at & -at
    return found


def in_order(pairs: tuple[Ints, Ints], numbers: tuple[Ints, Ints], chain: tuple[Ints, Ints]) -> NDArray[np.bool_]:
    """Whether each pair's numbers are shifted against each other by no more and no less than its steady neighbours'.

    第十条 → 第十二条 fits between 第八条 → 第九条 and 第十五条 → 第十八条: it is shifted by two, they by one and three.
    A steady pair is no neighbour of its own articles.  Judged from both texts; where no pair is steady, nothing fits.
    """
    if not len(chain[0]):
        return np.zeros(len(pairs[0]), bool)
    back = np.argsort(chain[1])
    there = _between(pairs, numbers, chain)
    return there & _between(pairs[::-1], numbers[::-1], (chain[1][back], chain[0][back]))


def _between(pairs: tuple[Ints, Ints], numbers: tuple[Ints, Ints], chain: tuple[Ints, Ints]) -> NDArray[np.bool_]:
    shift = numbers[1][pairs[1]] - numbers[0][pairs[0]]
    shifts = np.concatenate(([0], numbers[1][chain[1]] - numbers[0][chain[0]], [0]))
    before = shifts[np.searchsorted(chain[0], pairs[0], side="left")]
    at = np.searchsorted(chain[0], pairs[0], side="right")
    behind = np.where(at < len(chain[0]), shifts[at + 1], shift)  # behind the last one, any shift will do
    return (np.minimum(before, behind) <= shift) & (shift <= np.maximum(before, behind))
