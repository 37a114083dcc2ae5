"""What many pairs of articles have in common, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policydiff.align.grams import Ints, Table

__all__ = ["CELLS", "Floats", "Meetings", "blocks", "meetings", "ragged", "shared"]

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
    numbers = np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
    numbers += np.arange(len(numbers))
    return numbers


def shared(old: Table, new: Table, pairs: tuple[Ints, Ints], worth: Ints) -> Floats:
    """What the grams that both articles of each pair hold are worth; `pairs` rise by their old article.

    No article holds a gram twice, and every article of the new table that stands in a pair holds some.
    """
    width = len(worth)
    rows = max(1, CELLS // width)
    at = np.zeros((rows + 1) * width)  # what each gram that an old article holds is worth, a row for each article
    changed = np.diff(pairs[0], prepend=-1) != 0
    found = np.zeros(len(changed))
    sizes = new.sizes[pairs[1]]
    for first, last in blocks(sizes + changed * -(-CELLS // rows), CELLS):
        articles = pairs[0][first:last][changed[first:last] | (np.arange(first, last) == first)]
        local = np.cumsum(changed[first:last]) - int(changed[first])
        held = old.starts[articles + 1] - old.starts[articles]
        gram = old.gram[ragged(old.starts[articles], held)]
        place = np.repeat(np.arange(len(articles)) * width, held) + gram
        at[place] = worth[gram]
        size = sizes[first:last]
        cell = new.gram.take(ragged(new.starts[pairs[1][first:last]], size), mode="clip")
        cell += np.repeat(local * width, size)
        found[first:last] = np.add.reduceat(at.take(cell, mode="clip"), np.cumsum(size) - size)
        at[place] = 0
    return found


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
    sizes = new.sizes
    for first, last in blocks(np.maximum(sizes[pairs[1]], costs) + changed * -(-CELLS // rows), CELLS):
        articles = pairs[0][first:last][changed[first:last] | (np.arange(first, last) == first)]
        local = np.cumsum(changed[first:last]) - int(changed[first])
        mine = ragged(runs[articles], runs[articles + 1] - runs[articles])
        place = np.repeat(np.arange(len(articles)) * width, runs[articles + 1] - runs[articles]) + old.gram[run[mine]]
        at[place] = mine + 1
        j = pairs[1][first:last]
        theirs = ragged(new.starts[j], sizes[j])
        cell = new.gram.take(theirs, mode="clip")
        cell += np.repeat(local * width, sizes[j])
        found = at.take(cell, mode="clip")
        at[place] = 0
        hit = np.flatnonzero(found != 0)  # of numbers it takes three times as long
        which = found[hit].astype(np.int64) - 1
        pair = np.repeat(np.arange(last - first), sizes[j])
        times = lengths[which]
        yield Meetings(
            first, last, np.repeat(pair[hit], times), ragged(run[which], times), np.repeat(theirs[hit], times)
        )
