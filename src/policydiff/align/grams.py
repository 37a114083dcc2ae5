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

__all__ = ["Grams", "Ints", "count_grams", "weigh_grams"]

Ints = NDArray[np.int64]

_SCALE = 1000
_CLAUSE_ENDS = frozenset("。；;：:\n")
_BREAK = "\0"


@dataclass(frozen=True, slots=True)
class Grams:
    """One side: which article and which clause holds which pair of characters.

    `of_articles` and `of_clauses` have a row (holder, pair) for each pair that a holder has, ordered by holder;
    `article_of` says to which article a clause belongs.
    """

    articles: int
    of_articles: Ints
    of_clauses: Ints
    article_of: Ints


def count_grams(texts: Sequence[str]) -> Grams:
    """Take the texts of one side apart into clauses and pairs of neighbouring letters."""
    whole = _BREAK.join(texts)
    code = np.frombuffer(fold(whole).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    distinct, place = np.unique(
        np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32), return_inverse=True
    )
    characters = [chr(point) for point in distinct.tolist()]
    ends = np.array([char in _CLAUSE_ENDS for char in characters], bool)[place]
    breaks = np.array([char == _BREAK for char in characters], bool)[place]
    letters = np.array([char.isalnum() for char in characters], bool)[place]
    article = np.cumsum(breaks)
    clause = np.cumsum(breaks | ends)
    pairs = np.flatnonzero(letters[:-1] & letters[1:])
    gram = code[pairs] << 21 | code[pairs + 1]
    holders = np.unique(clause[pairs])
    article_of = np.zeros(len(holders), np.int64)
    numbered = np.searchsorted(holders, clause[pairs])
    article_of[numbered] = article[pairs]
    return Grams(len(texts), _rows(article[pairs], gram), _rows(numbered, gram), article_of)


def _rows(holder: Ints, gram: Ints) -> Ints:
    """Each (holder, pair) once, by holder and then by pair."""
    order = np.lexsort((gram, holder))
    rows = np.stack((holder[order], gram[order]))
    first = np.ones(len(order), bool)
    first[1:] = (rows[:, 1:] != rows[:, :-1]).any(0)
    return rows[:, first]


def weigh_grams(old: Grams, new: Grams) -> tuple[Grams, Grams, Ints]:
    """Number the pairs of both sides from 0 and weigh each by how few of the articles hold it."""
    known, times = np.unique(np.concatenate((old.of_articles[1], new.of_articles[1])), return_counts=True)
    weights = np.maximum(1, np.rint(_SCALE * np.log(1 + (old.articles + new.articles) / times))).astype(np.int64)

    def renumbered(side: Grams) -> Grams:
        def rows(table: Ints) -> Ints:
            return np.stack((table[0], np.searchsorted(known, table[1])))

        return Grams(side.articles, rows(side.of_articles), rows(side.of_clauses), side.article_of)

    return renumbered(old), renumbered(new), weights
