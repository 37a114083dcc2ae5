"""Which clause is best: the whole query as one phrase first, then BM25 over the words.

    score = Σ idf · tf · (K1 + 1) / (tf + K1 · (1 - B + B · length / mean length))

`idf` is that of Robertson and Spärck Jones with one added, so that a word that stands everywhere still counts a little;
`tf` is how often the word stands in the clause in that of its two readings in which it does so more often; lengths are
those of the first reading.  The whole index is measured, whatever the filters: a filter never changes the order of what
it leaves.  What is equally good stands in the order of the corpus: by work, date, version and reading order.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import numpy as np

__all__ = ["K1", "B", "idf", "norm", "weight"]

K1, B = 1.2, 0.75
"""The usual constants of BM25, which no collection of short texts known to us calls for changing."""

Numbers = TypeVar("Numbers", float, "np.ndarray[Any, np.dtype[np.float64]]")


def idf(holding: int, clauses: int) -> float:
    """How much a word tells that stands in so many of the clauses."""
    return math.log(1 + (clauses - holding + 0.5) / (holding + 0.5))


def norm(length: Numbers, mean: float) -> Numbers:
    """What a clause's length takes from its words."""
    return K1 * (1 - B + B * (length / mean))


def weight(rarity: float, times: Numbers, norms: Numbers) -> Numbers:
    """What one word adds to a clause's score."""
    return rarity * (times * (K1 + 1)) / (times + norms)
