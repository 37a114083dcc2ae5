"""Texts as sets of weighted pairs of characters, in arrays: what many likenesses are computed from at once.

The pairs and their weights are those of `similarity`, for tens of thousands of texts instead of two: all sums are of
integers below 2**53, so they are the same on every machine, whatever order they are added in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policydiff.fold import fold

__all__ = ["Grams", "Ints", "Table", "distinct", "in_stretches", "take_apart"]

Ints = NDArray[np.int64]

_SCALE = 1000
_CLAUSE_ENDS = frozenset("。；;：:\n")
_BREAK = "\0"
_POINTS = 0x110000


@dataclass(frozen=True, slots=True)
class Table:
    """Which holder has which pairs: those of holder h are `gram[starts[h]:starts[h + 1]]`, rising.

    `row` says who holds each: the article itself or, where a pair stands in several clauses of an article, one entry
    for each of them, counted from the article's first.
    """

    starts: Ints
    gram: Ints
    row: Ints

    @property
    def sizes(self) -> Ints:
        """How many entries each holder has."""
        return np.diff(self.starts)

    @property
    def runs(self) -> Ints:
        """Where a holder's entries of another pair begin."""
        fresh = np.diff(self.gram, prepend=-1) != 0
        fresh[self.starts[:-1][self.sizes > 0]] = True
        return np.flatnonzero(fresh)


@dataclass(frozen=True, slots=True)
class Grams:
    """One side: which article holds which pairs of characters, as a whole (`whole`) and clause by clause (`parts`).

    The clauses of article a have the numbers from `clauses[a]` up to `clauses[a + 1]`; in `parts.row` each counts from
    its article's first.  A clause without a pair of letters is none.
    """

    whole: Table
    parts: Table
    clauses: Ints

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return len(self.clauses) - 1


def take_apart(old: Sequence[str], new: Sequence[str]) -> tuple[Grams, Grams, Ints]:
    """Both sides as pairs of neighbouring letters, and the weight of each pair by how few articles hold it.

    The pairs are numbered from the one that fewest articles hold, so that every article's rarest stand first.
    """
    article, clause, code = _pairs((*old, *new))
    known, gram = np.unique(code, return_inverse=True)
    width = max(1, len(known))
    times = np.bincount(distinct(article * width + gram) % width, minlength=len(known))
    order = np.argsort(times, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    gram = rank[gram]
    both = len(old) + len(new)
    weights = np.maximum(1, np.rint(_SCALE * np.log(1 + both / times[order]))).astype(np.int64)
    cut = int(np.searchsorted(article, len(old)))
    before = _side(article[:cut], clause[:cut], gram[:cut], len(old), width)
    return before, _side(article[cut:] - len(old), clause[cut:], gram[cut:], len(new), width), weights


def _pairs(texts: Sequence[str]) -> tuple[Ints, Ints, Ints]:
    """Every pair of neighbouring letters in order: the text and the clause it stands in, both counted through, and
    which two characters it is."""
    whole = _BREAK.join(text.replace(_BREAK, " ") for text in texts)
    points = _points(whole)
    breaks = points == ord(_BREAK)
    letter, end = np.zeros((2, _POINTS), bool)
    folded = np.zeros(_POINTS, np.int64)
    for char in set(whole):
        letter[ord(char)] = char.isalnum()
        end[ord(char)] = char in _CLAUSE_ENDS
        folded[ord(char)] = ord(fold(char))
    letters = letter[points]
    pairs = np.flatnonzero(letters[:-1] & letters[1:])
    code = folded[points]
    return np.cumsum(breaks)[pairs], np.cumsum(breaks | end[points])[pairs], code[pairs] << 21 | code[pairs + 1]


def distinct(values: Ints) -> Ints:
    """Each value once, rising; `numpy.unique` takes several times as long for so many different ones."""
    ordered = np.sort(values)
    once: Ints = ordered[np.diff(ordered, prepend=-1) != 0]
    return once


def _points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _side(article: Ints, clause: Ints, gram: Ints, articles: int, width: int) -> Grams:
    fresh = np.diff(clause, prepend=-1) != 0
    clauses = np.searchsorted(article[fresh], np.arange(articles + 1))
    local = np.cumsum(fresh) - 1 - clauses[article]
    held = article * width + gram
    order = np.argsort(held, kind="stable")
    held, local = held[order], local[order]
    new = np.diff(held, prepend=-1) != 0
    whole, parts = held[new], new | (np.diff(local, prepend=-1) != 0)
    return Grams(
        _table(whole, np.zeros_like(whole), articles, width),
        _table(held[parts], local[parts], articles, width),
        clauses,
    )


def _table(held: Ints, row: Ints, articles: int, width: int) -> Table:
    return Table(np.searchsorted(held, np.arange(articles + 1) * width), held % width, row)


def in_stretches(side: Grams, most: int) -> Grams:
    """The same side with at most so many clauses in an article: neighbouring ones are taken together."""
    count = np.diff(side.clauses)
    holder = np.repeat(np.arange(side.articles), side.parts.sizes)
    size = np.maximum(count, 1)[holder]
    row = np.where(size > most, side.parts.row * most // size, side.parts.row)
    first = (np.diff(holder, prepend=-1) != 0) | (np.diff(side.parts.gram, prepend=-1) != 0)
    kept = first | (np.diff(row, prepend=-1) != 0)
    table = Table(
        np.concatenate(([0], np.cumsum(np.bincount(holder[kept], minlength=side.articles)))),
        side.parts.gram[kept],
        row[kept],
    )
    return Grams(side.whole, table, np.concatenate(([0], np.cumsum(np.minimum(count, most)))))
