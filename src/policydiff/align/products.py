"""What many pairs of articles have in common, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policydiff.align.grams import Ints, Table

__all__ = ["CELLS", "Floats", "Meetings", "blocks", "meetings", "ragged"]

Floats = NDArray[np.float64]
CELLS = 1 << 18
"""The most cells of a table at a time: two megabytes, which a processor keeps at hand; larger tables take longer."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """Where the articles of some pairs, from number `first` up to `last`, hold the same pair of characters.

    One entry for each: which pair of articles (counted from `first`), which entry of the old table and which of the
    new one.
    """

    first: int
    last: int
    pair: Ints
    old: Ints
    new: Ints


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


def ragged(starts: Ints, sizes: Ints) -> Ints:
    """Runs of numbers one after the other, each from its start and of its size.

    >>> ragged(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    numbers: Ints = np.arange(int(sizes.sum())) + np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
    return numbers


def meetings(old: Table, new: Table, pairs: tuple[Ints, Ints], width: int, costs: Ints) -> Iterator[Meetings]:
    """Where the articles of each pair meet; `pairs` rise by their old article, `width` is the number of all grams.

    `costs` is what else a block must hold for each pair, in cells of its own.
    """
    run = old.runs
    lengths = np.diff(run, append=len(old.gram))
    runs = np.searchsorted(run, old.starts)
    rows = max(1, CELLS // width)
    at = np.zeros((rows + 1) * width, np.int32)  # which run of an old article holds a gram, counted from one
    changed = np.diff(pairs[0], prepend=-1) != 0
    for first, last in blocks(np.maximum(new.sizes[pairs[1]], costs) + changed * -(-CELLS // rows), CELLS):
        articles = pairs[0][first:last][changed[first:last] | (np.arange(first, last) == first)]
        local = np.cumsum(changed[first:last]) - int(changed[first])
        mine = ragged(runs[articles], runs[articles + 1] - runs[articles])
        place = np.repeat(np.arange(len(articles)) * width, runs[articles + 1] - runs[articles]) + old.gram[run[mine]]
        at[place] = mine + 1
        j = pairs[1][first:last]
        theirs = ragged(new.starts[j], new.sizes[j])
        pair = np.repeat(np.arange(last - first), new.sizes[j])
        found = at[np.repeat(local * width, new.sizes[j]) + new.gram[theirs]]
        at[place] = 0
        hit = np.flatnonzero(found)
        which = found[hit].astype(np.int64) - 1
        times = lengths[which]
        yield Meetings(
            first, last, np.repeat(pair[hit], times), ragged(run[which], times), np.repeat(theirs[hit], times)
        )
