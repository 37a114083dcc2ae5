"""Clause by clause: where each stands in the other text, and how far that place leads the next best one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from policydiff.align.grams import Grams, Ints, in_stretches
from policydiff.align.likeness import Likeness
from policydiff.align.options import AlignOptions
from policydiff.align.products import Floats, meetings, ragged

__all__ = ["clause_evidence"]

_ONE = 1_000_000  # likenesses of clauses are whole millionths, so that sums of them are exact
_SHIFT = 20  # bits for the number of a clause in its article, below its likeness
_MASK = (1 << _SHIFT) - 1
_MOST = 512  # clauses of an article: two such articles fill a block
_IN_PAIR = 2_000_000
_IN_ALL = 200_000_000
"""How many meetings of clauses a pair of articles may have, and all pairs together: 100 MB, and some three seconds.
Ten thousand articles of a law have a quarter of that.  Only a text that says the same in hundreds of clauses of an
article has more, and is taken in longer stretches.
"""


@dataclass(frozen=True, slots=True)
class _Side:
    """One text's clauses: the number of each article's first one (and of the next), and what each weighs."""

    clauses: Ints
    masses: Ints

    @property
    def sizes(self) -> Ints:
        """How many clauses each article has."""
        return np.diff(self.clauses)

    @property
    def article_of(self) -> Ints:
        """The article of each clause."""
        return np.repeat(np.arange(len(self.clauses) - 1), self.sizes)

    @property
    def totals(self) -> Floats:
        """What the clauses of each article weigh together."""
        return np.maximum(1, np.bincount(self.article_of, self.masses, len(self.clauses) - 1))


@dataclass(frozen=True, slots=True)
class _Held:
    """What the other articles of the pairs hold of this text's clauses.

    There is an entry for each clause of each pair's article, pair by pair: the `pair`, the `clause`, how `alike` to it
    the most alike clause of the other article is, and which one that is (`there`).
    """

    pair: Ints
    clause: Ints
    alike: Ints
    there: Ints


@dataclass(frozen=True, slots=True)
class _Places:
    """Where each clause of one text stands in the other: the clause most like it (or -1), how alike the two are, and
    how alike the best clause of any other article is."""

    clause: Ints
    best: Ints
    second: Ints


def clause_evidence(
    old: Grams, new: Grams, weights: Ints, pairs: Likeness, partners: tuple[Ints, Ints], options: AlignOptions
) -> tuple[Floats, Floats]:
    """For each pair of articles two shares, each summed over both articles and so from 0 to 2.

    The first is the share of their clauses that stand in the other article, each by how far that place leads every
    other, seen from both ends: the *own clauses* of the pair.  The second is the *gain*: what the other article holds
    of this one that this one's partner does not.
    """
    if not len(pairs.old):
        return np.zeros(0), np.zeros(0)
    old, new = _affordable(old, new, pairs)
    left, right = _side(old, weights), _side(new, weights)
    held = _held(old, new, left, right, weights, pairs)
    there, back = _places(left, held[0]), _places(right, held[1])

    def numbered(i: Ints, j: Ints) -> Ints:
        """The number of the pair of two articles, or -1."""
        keys, key = pairs.old * new.articles + pairs.new, i * new.articles + j
        at = np.minimum(np.searchsorted(keys, key), len(keys) - 1)
        number: Ints = np.where((keys[at] == key) & (i >= 0) & (j >= 0), at, -1)
        return number

    i, j, mine = _mutual(left, right, there, back)
    own = np.bincount(numbered(i, j), mine, len(pairs.old)) / _ONE / left.totals[pairs.old]
    j, i, mine = _mutual(right, left, back, there)
    own += np.bincount(numbered(i, j), mine, len(pairs.old)) / _ONE / right.totals[pairs.new]
    elsewhere = _elsewhere(held[0], there, right, pairs.new), _elsewhere(held[1], back, left, pairs.old)
    gain = _gain(left, held[0], elsewhere[0], pairs.old, numbered(pairs.old, partners[0][pairs.old]), options)
    gain += _gain(right, held[1], elsewhere[1], pairs.new, numbered(partners[1][pairs.new], pairs.new), options)
    return own, gain


def _side(side: Grams, weights: Ints) -> _Side:
    holder = np.repeat(np.arange(side.articles), side.parts.sizes)
    masses = np.bincount(side.clauses[holder] + side.parts.row, weights[side.parts.gram], side.clauses[-1])
    return _Side(side.clauses, masses.astype(np.int64))


def _affordable(old: Grams, new: Grams, pairs: Likeness) -> tuple[Grams, Grams]:
    """Both sides, with the clauses of long articles taken together as far as their number would cost too much."""
    most = _MOST
    while True:
        old, new = in_stretches(old, most), in_stretches(new, most)
        costs = _costs(old, new, pairs)
        if most == 1 or (costs.max() <= _IN_PAIR and costs.sum() <= _IN_ALL):
            return old, new
        most //= 2


def _costs(old: Grams, new: Grams, pairs: Likeness) -> Ints:
    """How many meetings the clauses of each pair have, at most: by the inequality of Cauchy and Schwarz."""
    met, clauses = [], []
    for side, article in ((old, pairs.old), (new, pairs.new)):
        runs = side.parts.runs
        holder = np.repeat(np.arange(side.articles), side.parts.sizes)[runs]
        squares = np.bincount(holder, np.diff(runs, append=len(side.parts.gram)) ** 2, side.articles)
        met.append(np.ceil(np.sqrt(squares)).astype(np.int64)[article])
        clauses.append(np.diff(side.clauses)[article])
    costs: Ints = np.maximum(met[0] * met[1], clauses[0] * clauses[1])
    return costs


def _held(old: Grams, new: Grams, left: _Side, right: _Side, weights: Ints, pairs: Likeness) -> tuple[_Held, _Held]:
    """What of each clause the other article of each pair holds: of the old text's clauses, and of the new one's."""
    there, back = [], []
    worth = weights[old.parts.gram]
    for block in meetings(old.parts, new.parts, (pairs.old, pairs.new), len(weights), _costs(old, new, pairs)):
        i, j = pairs.old[block.first : block.last], pairs.new[block.first : block.last]
        height, width = left.sizes[i], right.sizes[j]
        base = np.cumsum(height * width) - height * width
        cell = base[block.pair] + old.parts.row[block.old] * width[block.pair] + new.parts.row[block.new]
        weight = np.bincount(cell, worth[block.old], int((height * width).sum()))
        across = np.repeat(width, height)
        both = (
            np.repeat(left.masses[_each(left, i)], across)
            + right.masses[ragged(np.repeat(right.clauses[j], height), across)]
        )
        alike = np.floor(2 * _ONE * weight / both).astype(np.int64) << _SHIFT
        down = np.repeat(height, width)
        place = ragged(np.zeros_like(down), down)
        column = np.repeat(np.repeat(base, width) + ragged(np.zeros_like(width), width), down)
        turned = alike[column + place * np.repeat(np.repeat(width, width), down)] | _MASK - place
        alike |= _MASK - ragged(np.zeros_like(across), across)
        there.append(np.maximum.reduceat(alike, np.cumsum(across) - across))
        back.append(np.maximum.reduceat(turned, np.cumsum(down) - down))
    return (
        _unpacked(np.concatenate(there), left, pairs.old, right.clauses[pairs.new]),
        _unpacked(np.concatenate(back), right, pairs.new, left.clauses[pairs.old]),
    )


def _each(side: _Side, articles: Ints) -> Ints:
    """All clauses of some articles, one article after the other."""
    return ragged(side.clauses[articles], side.sizes[articles])


def _unpacked(code: Ints, side: _Side, article: Ints, first: Ints) -> _Held:
    """Take likeness and place apart; `article` is each pair's on this side, `first` the other one's first clause."""
    pair = np.repeat(np.arange(len(article)), side.sizes[article])
    return _Held(pair, _each(side, article), code >> _SHIFT, first[pair] + _MASK - (code & _MASK))


def _places(side: _Side, held: _Held) -> _Places:
    count = len(side.masses)
    clause, best, second = np.full(count, -1), np.zeros(count, np.int64), np.zeros(count, np.int64)
    order = np.argsort(held.clause, kind="stable")
    known, alike = held.clause[order], held.alike[order]
    heads = np.flatnonzero(np.diff(known, prepend=-1))
    best[known[heads]] = np.maximum.reduceat(alike, heads)
    top = np.flatnonzero(alike == best[known])
    top = top[np.diff(known[top], prepend=-1) != 0]
    clause[known[heads]] = held.there[order[top]]
    alike[top] = 0
    second[known[heads]] = np.maximum.reduceat(alike, heads)
    return _Places(clause, best, second)


def _mutual(side: _Side, other: _Side, there: _Places, back: _Places) -> tuple[Ints, Ints, Ints]:
    """The clauses that lead in their place, seen from both ends: their article, that of the place, and the lead in
    millionths times what they weigh."""
    placed = np.flatnonzero(there.clause >= 0)
    article, partner = side.article_of[placed], there.clause[placed]
    home = np.where(back.clause[partner] >= 0, side.article_of[back.clause[partner]], -1)
    rival = np.where(home == article, back.second[partner], back.best[partner])
    lead = there.best[placed] - np.maximum(there.second[placed], rival)
    good = lead > 0
    return article[good], other.article_of[partner[good]], lead[good] * side.masses[placed[good]]


def _elsewhere(held: _Held, places: _Places, other: _Side, article: Ints) -> Ints:
    """How alike to each entry's clause the most alike clause of all articles but the pair's (`article`) is."""
    top = other.article_of[places.clause[held.clause]] == article[held.pair]
    best: Ints = np.where(top, places.second[held.clause], places.best[held.clause])
    return best


def _gain(
    side: _Side, held: _Held, elsewhere: Ints, article: Ints, first_choice: Ints, options: AlignOptions
) -> Floats:
    """For each pair how much of this text's article the other one holds that its own partner does not, as a share; of
    an article without a partner, that stands nowhere else as well.

    `first_choice` is the number of the pair that the article makes with its partner, or -1.
    """
    sizes = side.sizes[article]
    start = np.cumsum(sizes) - sizes
    place = np.arange(len(held.pair)) - start[held.pair]
    choice = first_choice[held.pair]
    repeated = np.where(elsewhere >= options.elsewhere * held.alike, held.alike, 0)
    known = np.where(choice >= 0, held.alike[np.where(choice >= 0, start[choice] + place, 0)], repeated)
    more = np.maximum(held.alike - known, 0) * side.masses[held.clause]
    more[held.alike < options.clause_floor * _ONE] = 0
    return np.bincount(held.pair, more, len(article)) / _ONE / side.totals[article]
