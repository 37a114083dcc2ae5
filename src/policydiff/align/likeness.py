"""How alike articles are: the cosine of their weighted pairs of characters, and how far one leads the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from policydiff.align.grams import Grams, Ints
from policydiff.align.nearest import Near, lengths, likest_kin, nearest
from policydiff.align.options import AlignOptions
from policydiff.align.products import Floats, shared

__all__ = ["Likeness", "likeness"]

_LOOKED_AT = 2  # times the candidates: the search sees the rare pairs only, and may rank a few too low
_BILLION = 1 << 30
_PAIRS = 320_000  # that are kept for each text: in texts of more than 10,000 articles, fewer candidates for each
_FEWEST = 4


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
    """The likeness of every article with those of the other text that may be like it."""
    squares = weights * weights
    candidates = min(options.candidates, max(_FEWEST, _PAIRS // max(1, old.articles, new.articles)))
    wanted = _LOOKED_AT * candidates
    there, back = nearest(old, new, squares, wanted), nearest(new, old, squares, wanted)
    turned = Near(back.theirs, back.mine, back.shared, back.whole)
    i, j, cosine = _cosines(old, new, (there, turned), squares)
    ranks = np.minimum(_rank(i, cosine), _rank(j, cosine))
    kept = np.flatnonzero((ranks < candidates) & (cosine >= options.candidate_floor))
    i, j, cosine = i[kept], j[kept], cosine[kept]
    lead = np.minimum(_lead(cosine, i, old.articles), _lead(cosine, j, new.articles))
    kin = np.maximum(_kin(old, squares)[i], _kin(new, squares)[j])
    return Likeness(i, j, cosine, lead, cosine - kin)


def _cosines(old: Grams, new: Grams, found: Sequence[Near], squares: Ints) -> tuple[Ints, Ints, Floats]:
    """Each pair found, once and in order, and its cosine; what was not looked at as a whole is, now."""
    keys = np.concatenate([near.mine * new.articles + near.theirs for near in found])
    order = np.argsort(keys, kind="stable")
    heads = np.flatnonzero(np.diff(keys[order], prepend=-1))
    if not len(heads):
        return keys, keys, np.zeros(0)
    i, j = keys[order[heads]] // new.articles, keys[order[heads]] % new.articles
    sums = np.maximum.reduceat(np.concatenate([near.shared for near in found])[order], heads)
    partly = np.flatnonzero(~np.logical_or.reduceat(np.concatenate([near.whole for near in found])[order], heads))
    sums[partly] = shared(old.whole, new.whole, (i[partly], j[partly]), squares)
    return i, j, sums / (lengths(old, squares)[i] * lengths(new, squares)[j])


def _kin(side: Grams, squares: Ints) -> Floats:
    """How alike each article is to the one most like it in its own text."""
    i, _, cosine = _cosines(side, side, (likest_kin(side, squares),), squares)
    best = np.zeros(side.articles)
    best[i] = cosine
    return best


def _rank(article: Ints, cosine: Floats) -> Ints:
    """Each pair's place among those of its article, from 0 for the most alike; of equal ones the first comes first."""
    order = _by_likeness(article, cosine)
    ranks = np.empty_like(order)
    ranks[order] = np.arange(len(order)) - np.searchsorted(article[order], article[order])
    return ranks


def _by_likeness(article: Ints, cosine: Floats) -> Ints:
    return np.argsort(article * _BILLION - np.floor(cosine * (_BILLION - 1)).astype(np.int64), kind="stable")


def _lead(cosine: Floats, article: Ints, articles: int) -> Floats:
    """How far each pair leads the best other pair of its article."""
    best, second = np.zeros(articles), np.zeros(articles)
    if not len(cosine):
        return cosine
    order = np.argsort(article, kind="stable")
    holder, alike = article[order], cosine[order]
    heads = np.flatnonzero(np.diff(holder, prepend=-1))
    best[holder[heads]] = np.maximum.reduceat(alike, heads)
    top = np.flatnonzero(alike == best[holder])
    alike[top[np.diff(holder[top], prepend=-1) != 0]] = 0
    second[holder[heads]] = np.maximum.reduceat(alike, heads)
    return cosine - np.where(cosine >= best[article], second[article], best[article])
