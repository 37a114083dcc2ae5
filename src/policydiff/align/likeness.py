"""How alike articles are: the cosine of their weighted pairs of characters, and how far one leads the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from policydiff.align.grams import Grams, Ints
from policydiff.align.options import AlignOptions
from policydiff.align.products import CELLS, Floats, blocks, by_gram, shared

__all__ = ["Likeness", "likeness"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The pairs of an old and a new article worth a look, in order, with what their likeness tells.

    `lead` is how far a pair leads the best other pair of either article, the smaller of the two; `over_kin` how far it
    leads the likeness of either article to any other article of its own text.
    """

    old: Ints
    new: Ints
    cosine: Floats
    lead: Floats
    over_kin: Floats


def likeness(old: Grams, new: Grams, weights: Ints, options: AlignOptions) -> Likeness:
    """Compare every old article with every new one."""
    squares = weights * weights
    there, back = _nearest(old, new, squares, options), _nearest(new, old, squares, options)
    keys = np.concatenate((there[0] * new.articles + there[1], back[1] * new.articles + back[0]))
    keys, first = np.unique(keys, return_index=True)
    cosine = np.concatenate((there[2], back[2]))[first]
    i, j = keys // new.articles, keys % new.articles
    lead = np.minimum(_lead(cosine, i, there, old), _lead(cosine, j, back, new))
    kin = np.maximum(_kin(old, squares)[i], _kin(new, squares)[j])
    return Likeness(i, j, cosine, lead, cosine - kin)


_Near = tuple[Ints, Ints, Floats]


def _nearest(side: Grams, other: Grams, squares: Ints, options: AlignOptions) -> _Near:
    """For each article the others most like it: the pairs, by article, and their cosines."""
    keep = min(options.candidates, other.articles)
    rows, columns, values = [], [], []
    for first, cosines in _cosines(side, other, squares):
        if keep < other.articles:
            near = np.argpartition(-cosines, keep - 1, axis=1)[:, :keep]
        else:
            near = np.broadcast_to(np.arange(keep), cosines.shape)
        value = np.take_along_axis(cosines, near, 1)
        row, place = np.nonzero(value >= options.candidate_floor)
        rows.append(first + row)
        columns.append(near[row, place])
        values.append(value[row, place])
    return np.concatenate(rows), np.concatenate(columns), np.concatenate(values)


def _kin(side: Grams, squares: Ints) -> Floats:
    """How alike each article is to the one most like it in its own text."""
    best = []
    for first, cosines in _cosines(side, side, squares):
        rows = np.arange(len(cosines))
        cosines[rows, first + rows] = 0
        best.append(cosines.max(1))
    return np.concatenate(best)


def _cosines(side: Grams, other: Grams, squares: Ints) -> Iterator[tuple[int, Floats]]:
    """The cosines of all pairs, some rows at a time, with the number of the first row."""
    theirs = by_gram(other.of_articles)
    mine_at = np.searchsorted(side.of_articles[0], np.arange(side.articles + 1))
    held = np.bincount(theirs[1], minlength=len(squares))[side.of_articles[1]]
    shares = np.bincount(side.of_articles[0], held, side.articles)
    lengths = _lengths(side, squares), _lengths(other, squares)
    for first, last in blocks(np.maximum(shares, other.articles), CELLS):
        mine = side.of_articles[:, mine_at[first] : mine_at[last]]
        sums = shared(np.stack((mine[0] - first, mine[1])), last - first, theirs, other.articles, squares)
        yield first, sums / (lengths[0][first:last, None] * lengths[1][None, :])


def _lengths(side: Grams, squares: Ints) -> Floats:
    sums = np.bincount(side.of_articles[0], squares[side.of_articles[1]], side.articles)
    return np.sqrt(np.maximum(sums, 1))


def _lead(value: Floats, article: Ints, near: _Near, side: Grams) -> Floats:
    """How far each pair leads the best other pair of its article."""
    order = np.lexsort((-near[2], near[0]))
    starts = np.searchsorted(near[0][order], np.arange(side.articles + 1))
    ranked = np.concatenate((near[2][order], [0.0]))
    count = np.diff(starts)
    best = np.where(count > 0, ranked[starts[:-1]], 0.0)[article]
    second = np.where(count > 1, ranked[np.minimum(starts[:-1] + 1, len(ranked) - 1)], 0.0)[article]
    return value - np.where(value >= best, second, best)
