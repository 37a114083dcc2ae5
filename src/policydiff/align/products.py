"""What many texts share with many others, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from policydiff.align.grams import Ints

__all__ = ["CELLS", "Floats", "blocks", "by_gram", "shared"]

Floats = NDArray[np.float64]
CELLS = 4_000_000
"""The most cells of a table at a time: some 30 MB of sums."""


def blocks(costs: Ints, limit: int) -> Iterator[tuple[int, int]]:
    """Cut a run of things into stretches whose costs together stay below a limit; a dearer one stands alone.

    >>> list(blocks(np.array([3, 3, 9, 1]), 6))
    [(0, 2), (2, 3), (3, 4)]
    """
    total = np.concatenate(([0], np.cumsum(costs)))
    first = 0
    while first < len(costs):
        last = max(first + 1, int(np.searchsorted(total, total[first] + limit, side="right")) - 1)
        yield first, last
        first = last


def by_gram(table: Ints) -> Ints:
    """Rows (holder, gram) in the order of the grams."""
    return table[:, np.argsort(table[1], kind="stable")]


def shared(mine: Ints, height: int, theirs: Ints, width: int, weights: Ints) -> Floats:
    """The weight that each of `height` texts shares with each of `width` others.

    Both tables have a row (holder, gram) for each gram of a text; `theirs` is in the order of the grams.
    """
    starts = np.searchsorted(theirs[1], np.arange(len(weights) + 1))
    times = np.diff(starts)[mine[1]]
    places = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
    column = theirs[0][np.repeat(starts[mine[1]], times) + places]
    key = np.repeat(mine[0] * width, times) + column
    sums: Floats = np.bincount(key, np.repeat(weights[mine[1]], times), height * width).astype(np.float64, copy=False)
    return sums.reshape(height, width)
