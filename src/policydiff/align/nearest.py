"""Which articles may be like which: a search by rare pairs of characters that takes the same time for every article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from policydiff.align.grams import Grams, Ints, Table
from policydiff.align.products import CELLS, Floats, blocks, ragged

__all__ = ["HOLDERS", "SPAN", "Near", "lengths", "likest_kin", "nearest"]

HOLDERS = 4000
"""How many holders of its pairs of characters each article is held against, those of its rarest pairs first.

In a law of three hundred articles hardly any article's pairs have more, and the search is exhaustive.  In longer texts
what is left out is 应当 and 规定, which make nobody alike: laws of 10,000 articles have the same links either way, and
invented ones, which share a few hundred words between them, 99 in 100.
"""
SPAN = 10_000
"""How many articles each is held against, those nearest to its place: in all but a text of as many lines, all."""
_LEVELS = 1024


@dataclass(frozen=True, slots=True)
class Near:
    """Pairs of an article of one side (`mine`) and one of the other (`theirs`), and what they share.

    `shared` is all they share where all of `mine` was looked at (`whole`), else what they share of its rarest pairs.
    """

    mine: Ints
    theirs: Ints
    shared: Floats
    whole: NDArray[np.bool_]


def nearest(side: Grams, other: Grams, squares: Ints, keep: int) -> Near:
    """For each article of a side the `keep` of the other one that share most of its rarest pairs."""
    return _found(side, other, squares, lambda scores, _own: _highest(scores, keep))


def likest_kin(side: Grams, squares: Ints) -> Near:
    """For each article the other one of its own text that shares most of its rarest pairs, if any other does."""

    def likest(scores: Floats, own: Ints) -> tuple[Ints, Ints]:
        rows = np.arange(len(scores))
        scores[rows, own] = 0
        columns = scores.argmax(1)
        some = np.flatnonzero(scores[rows, columns])
        return some, columns[some]

    return _found(side, side, squares, likest)


def _found(side: Grams, other: Grams, squares: Ints, choose: Callable[[Floats, Ints], tuple[Ints, Ints]]) -> Near:
    """The cells that `choose` chooses of each block; it is given scores, and which cell of a row is its own place."""
    search = _search(side, other, len(squares))
    scales = sliding_window_view(1 / lengths(other, squares), search.span)
    mine, theirs, shared = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [np.zeros(0)]
    for start, end in search.blocks():
        sums, low = search.sums(start, end, squares), search.low[start:end]
        row, column = choose(sums * scales[low], np.arange(start, end) - low)
        mine.append(row + start)
        theirs.append(column + low[row])
        shared.append(sums[row, column])
    found = np.concatenate(mine)
    return Near(found, np.concatenate(theirs), np.concatenate(shared), search.whole[found])


def lengths(side: Grams, squares: Ints) -> Floats:
    """The length of each article's row of weights."""
    holder = np.repeat(np.arange(side.articles), side.whole.sizes)
    return np.sqrt(np.maximum(np.bincount(holder, squares[side.whole.gram], side.articles), 1))


@dataclass(frozen=True, slots=True)
class _Search:
    """What each entry of a side's table is held against: `taken` of the `holder`s, from the place `first` on.

    `holder` tells which article of the other side holds each pair of characters, pair by pair and rising.  An article
    is held against `span` articles, from its `low` on; `whole` tells whether all of its pairs were.
    """

    table: Table
    article: Ints
    holder: Ints
    first: Ints
    taken: Ints
    low: Ints
    span: int
    whole: NDArray[np.bool_]

    def blocks(self) -> Iterator[tuple[int, int]]:
        """The articles of the side, so many at a time as there is room for."""
        upto = np.concatenate(([0], np.cumsum(self.taken)))[self.table.starts]
        return blocks(np.maximum(np.diff(upto), max(self.span, _LEVELS)), CELLS)

    def sums(self, start: int, end: int, squares: Ints) -> Floats:
        """What some articles share with those they are held against: a row for each."""
        entries = slice(self.table.starts[start], self.table.starts[end])
        taken, article = self.taken[entries], self.article[entries]
        cell = self.holder.take(ragged(self.first[entries], taken), mode="clip")
        cell += np.repeat((article - start) * self.span - self.low[article], taken)
        shared = np.bincount(cell, np.repeat(squares[self.table.gram[entries]], taken), (end - start) * self.span)
        return shared.astype(np.float64, copy=False).reshape(end - start, self.span)


def _search(side: Grams, other: Grams, grams: int) -> _Search:
    table, width = side.whole, other.articles
    span = min(width, SPAN)
    place = np.arange(side.articles) * width // max(1, side.articles)  # where an article would stand in the other text
    low = np.clip(place - span // 2, 0, width - span)
    article = np.repeat(np.arange(side.articles), table.sizes)
    held = np.sort(other.whole.gram * width + np.repeat(np.arange(width), other.whole.sizes))
    if span < width:
        first = np.searchsorted(held, table.gram * width + low[article])
        size = np.searchsorted(held, table.gram * width + low[article] + span) - first
    else:
        starts = np.searchsorted(held, np.arange(grams + 1) * width)
        first, size = starts[table.gram], np.diff(starts)[table.gram]
    before = np.concatenate(([0], np.cumsum(size)))
    taken = np.clip(HOLDERS - before[:-1] + before[table.starts][article], 0, size)
    cut = np.flatnonzero((taken < size) & (taken > 0))  # a list that does not fit whole is cut to the nearest places
    near = np.searchsorted(held, table.gram[cut] * width + place[article[cut]]) - first[cut]
    first[cut] += np.clip(near - taken[cut] // 2, 0, size[cut] - taken[cut])
    whole = np.bincount(article, taken < size, side.articles) == 0
    return _Search(table, article, held % max(1, width), first, taken, low, span, whole)


def _highest(scores: Floats, keep: int) -> tuple[Ints, Ints]:
    """The cells of each row with the highest scores, some `keep` of them; of equal ones the first.

    Scores are sorted into levels by their share of the row's highest, since to sort them all would take far longer.
    """
    height, width = scores.shape
    top = scores.max(1)
    levels = (scores * (np.where(top > 0, (_LEVELS - 1) / np.where(top > 0, top, 1), 0))[:, None]).astype(np.int16)
    cell = np.flatnonzero(levels.ravel() > 0)
    level, row = levels.ravel()[cell], cell // width
    count = np.bincount(row * _LEVELS + level, minlength=height * _LEVELS).reshape(height, _LEVELS)
    above = np.cumsum(count[:, ::-1], 1)[:, ::-1]  # how many stand at a level or higher
    least = _LEVELS - np.count_nonzero(above <= keep, 1)
    edge = np.flatnonzero(level == least[row] - 1)
    room = keep - np.concatenate((above, np.zeros((height, 1), np.int64)), 1)[np.arange(height), least]
    at = np.arange(len(edge)) - np.searchsorted(row[edge], row[edge])
    kept: NDArray[np.bool_] = level >= least[row]
    kept[edge[at < room[row[edge]]]] = True
    return row[kept], cell[kept] % width
