"""Clause by clause: where each stands in the other text, and how far that place leads the next best one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policydiff.align.grams import Grams, Ints
from policydiff.align.likeness import Likeness
from policydiff.align.options import AlignOptions
from policydiff.align.products import CELLS, Floats, blocks, by_gram, shared

__all__ = ["clause_evidence"]

_WIDTH = 16_384  # clauses that the candidates of some fifty articles have together
_ONE = 1_000_000  # likenesses of clauses are whole millionths, so that sums of them are exact


@dataclass(frozen=True, slots=True)
class _Side:
    """One text's clauses: what each weighs, which article it belongs to, and each article's partner or -1."""

    grams: Grams
    masses: Ints
    partner: Ints

    @property
    def article_of(self) -> Ints:
        return self.grams.article_of


@dataclass(frozen=True, slots=True)
class _Places:
    """Where each clause of one text stands in the other: the clause most like it (or -1), how alike the two are, and
    how alike the best clause of any other article is.

    `gain` is, for each pair of articles, how much of this text's article the other one holds that its own partner does
    not, as a share of the article.
    """

    clause: Ints
    best: Ints
    second: Ints
    gain: Floats


@dataclass(frozen=True, slots=True)
class _Block:
    """The likeness of some clauses of one text (`rows`) to those of the other that a pair allows (`columns`).

    `heads` are the columns where another article begins, `articles` which ones those are.
    """

    rows: slice
    columns: Ints
    alike: Ints
    heads: Ints
    articles: Ints


def clause_evidence(
    old: Grams, new: Grams, weights: Ints, pairs: Likeness, partners: tuple[Ints, Ints], options: AlignOptions
) -> tuple[Floats, Floats]:
    """For each pair of articles two shares, each summed over both articles and so from 0 to 2.

    The first is the share of their clauses that stand in the other article, each by how far that place leads every
    other, seen from both ends: the *own clauses* of the pair.  The second is the *gain*: what the other article holds
    of this one that this one's partner does not.
    """
    left, right = (
        _Side(side, _masses(side, weights), partner) for side, partner in zip((old, new), partners, strict=True)
    )
    turned = np.lexsort((pairs.old, pairs.new))
    there = _places(left, right, weights, (pairs.old, pairs.new), options)
    back = _places(right, left, weights, (pairs.new[turned], pairs.old[turned]), options)
    own = _mutual(left, right, there, back, (pairs.old, pairs.new))
    own[turned] += _mutual(right, left, back, there, (pairs.new[turned], pairs.old[turned]))
    gain = there.gain
    gain[turned] += back.gain
    return own, gain


def _masses(side: Grams, weights: Ints) -> Ints:
    return np.bincount(side.of_clauses[0], weights[side.of_clauses[1]], len(side.article_of)).astype(np.int64)


def _totals(side: _Side) -> Floats:
    """What the clauses of each article weigh together."""
    return np.maximum(1, np.bincount(side.article_of, side.masses, side.grams.articles))


def _places(side: _Side, other: _Side, weights: Ints, pairs: tuple[Ints, Ints], options: AlignOptions) -> _Places:
    count = len(side.masses)
    clause, best, second = np.full(count, -1), np.zeros(count, np.int64), np.zeros(count, np.int64)
    gain = np.zeros(len(pairs[0]))
    for block in _blocks(side, other, weights, pairs):
        rows = np.arange(len(block.alike))
        top = block.alike.argmax(1)
        clause[block.rows], best[block.rows] = block.columns[top], block.alike[rows, top]
        by_article = np.maximum.reduceat(block.alike, block.heads, axis=1)
        rest = by_article.copy()
        rest[rows, np.searchsorted(block.articles, other.article_of[block.columns[top]])] = 0
        second[block.rows] = rest.max(1)
        _add_gain(gain, side, block, by_article, pairs, options)
    return _Places(clause, best, second, gain / _ONE / _totals(side)[pairs[0]])


def _blocks(side: _Side, other: _Side, weights: Ints, pairs: tuple[Ints, Ints]) -> Iterator[_Block]:
    articles = np.arange(side.grams.articles + 1)
    clauses_at = np.searchsorted(side.article_of, articles)
    rows_at = np.searchsorted(side.grams.of_clauses[0], np.arange(len(side.masses) + 1))
    pairs_at = np.searchsorted(pairs[0], articles)
    theirs = by_gram(other.grams.of_clauses)
    for first, last in blocks(np.diff(clauses_at) * min(len(other.masses), _WIDTH), CELLS):
        rows, allowed_at = slice(clauses_at[first], clauses_at[last]), slice(pairs_at[first], pairs_at[last])
        if rows.start == rows.stop or allowed_at.start == allowed_at.stop:
            continue
        allowed: NDArray[np.bool_] = np.zeros((last - first, other.grams.articles), bool)
        allowed[pairs[0][allowed_at] - first, pairs[1][allowed_at]] = True
        columns = np.flatnonzero(np.logical_or.reduce(allowed, 0)[other.article_of])
        if not len(columns):
            continue
        place = np.full(len(other.masses), -1)
        place[columns] = np.arange(len(columns))
        local = theirs[:, place[theirs[0]] >= 0]
        mine = side.grams.of_clauses[:, rows_at[rows.start] : rows_at[rows.stop]]
        weight = shared(
            np.stack((mine[0] - rows.start, mine[1])),
            rows.stop - rows.start,
            np.stack((place[local[0]], local[1])),
            len(columns),
            weights,
        )
        both = side.masses[rows, None] + other.masses[None, columns]
        alike = np.floor(2 * _ONE * weight / both).astype(np.int64)
        article = other.article_of[columns]
        alike *= allowed[side.article_of[rows] - first][:, article]
        heads = np.flatnonzero(np.diff(article, prepend=-1))
        yield _Block(rows, columns, alike, heads, article[heads])


def _add_gain(
    gain: Floats, side: _Side, block: _Block, by_article: Ints, pairs: tuple[Ints, Ints], options: AlignOptions
) -> None:
    """Add, for the pairs of a block, what the other article holds of each clause beyond what the partner holds."""
    article = side.article_of[block.rows]
    partner = side.partner[article]
    known = np.minimum(np.searchsorted(block.articles, partner), len(block.articles) - 1)
    held = np.where(block.articles[known] == partner, by_article[np.arange(len(article)), known], 0)
    more = np.maximum(by_article - held[:, None], 0) * side.masses[block.rows, None]
    more[by_article < options.clause_floor * _ONE] = 0
    heads = np.flatnonzero(np.diff(article, prepend=-1))
    sums = np.add.reduceat(more, heads, axis=0)
    first, last = np.searchsorted(pairs[0], (article[0], article[-1] + 1))
    row = np.minimum(np.searchsorted(article[heads], pairs[0][first:last]), len(heads) - 1)
    column = np.minimum(np.searchsorted(block.articles, pairs[1][first:last]), len(block.articles) - 1)
    there = (article[heads][row] == pairs[0][first:last]) & (block.articles[column] == pairs[1][first:last])
    gain[first:last] = np.where(there, sums[row, column], 0)


def _mutual(side: _Side, other: _Side, there: _Places, back: _Places, pairs: tuple[Ints, Ints]) -> Floats:
    """For each pair the share of this text's article whose clauses lead in the other one, seen from both ends."""
    placed = np.flatnonzero(there.clause >= 0)
    article, partner = side.article_of[placed], there.clause[placed]
    home = np.where(back.clause[partner] >= 0, side.article_of[back.clause[partner]], -1)
    rival = np.where(home == article, back.second[partner], back.best[partner])
    lead = there.best[placed] - np.maximum(there.second[placed], rival)
    good = lead > 0
    width = other.grams.articles
    at = np.searchsorted(pairs[0] * width + pairs[1], article[good] * width + other.article_of[partner[good]])
    sums = np.bincount(at, lead[good] * side.masses[placed[good]], len(pairs[0]))
    return sums / _ONE / _totals(side)[pairs[0]]
