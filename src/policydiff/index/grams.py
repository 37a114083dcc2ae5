"""Where every character and every pair of characters stands: the arrays of an index.

A *gram* is a character or two neighbouring ones of a form (see `keys`), as a number.  A *key* is one place: 18 bits for
the number of the clause, one for its reading, and 13 for the position of a pair, or for how often a single character
stands there.  Both sorted, they are the postings of a stretch of clauses; the places of a phrase are
those of its pairs, moved and intersected, so that nothing has to be read again to tell where it stands.

Where the two readings of a clause are equal, only the first is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

__all__ = [
    "LONGEST_FORM",
    "LONGEST_PHRASE",
    "MOST_CLAUSES",
    "READING_SHIFT",
    "Postings",
    "build",
    "joined",
    "pairs",
    "single",
]

CLAUSE_SHIFT, READING_SHIFT = 14, 13
MOST_CLAUSES = 1 << 32 - CLAUSE_SHIFT
LONGEST_PHRASE = 128
"""Phrases up to this length are decided by places alone."""
LONGEST_FORM = (1 << READING_SHIFT) - 1 - LONGEST_PHRASE
"""Clauses up to this length are in the postings: a place moved by a phrase's length stays in its reading's bits."""
_SINGLE = 1 << 42
_WITHIN = np.uint32((1 << CLAUSE_SHIFT) - 1)
_BITS = 21  # a character has at most this many

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Postings:
    """Grams in order, each with the end of its keys, which run on from the end of those before."""

    grams: Array
    ends: Array
    keys: Array

    def blocks(self, most: int) -> Iterator[Postings]:
        """The postings in pieces of at most so many keys, or of one gram that has more."""
        at = 0
        while at < len(self.grams):
            begin = int(self.ends[at - 1]) if at else 0
            after = max(int(np.searchsorted(self.ends, begin + most, side="right")), at + 1)
            end = int(self.ends[after - 1])
            yield Postings(self.grams[at:after], self.ends[at:after] - np.uint32(begin), self.keys[begin:end])
            at = after

    def until(self, gram: int) -> Postings:
        """Those of the grams up to this one."""
        at = int(np.searchsorted(self.grams, gram, side="right"))
        return Postings(self.grams[:at], self.ends[:at], self.keys[: int(self.ends[at - 1]) if at else 0])

    def after(self, gram: int) -> Postings | None:
        """Those of the grams behind this one, if there are any."""
        at = int(np.searchsorted(self.grams, gram, side="right"))
        if at == len(self.grams):
            return None
        begin = int(self.ends[at - 1]) if at else 0
        return Postings(self.grams[at:], self.ends[at:] - np.uint32(begin), self.keys[begin:])

    def of(self, gram: int) -> Array:
        """The keys of a gram, in order."""
        at = int(np.searchsorted(self.grams, gram))
        if at == len(self.grams) or self.grams[at] != gram:
            return self.keys[:0]
        return self.keys[int(self.ends[at - 1]) if at else 0 : int(self.ends[at])]


def single(form: str) -> int:
    """The gram of a single character."""
    return _SINGLE | ord(form)


def pairs(form: str) -> tuple[tuple[int, int], ...]:
    """The grams that cover a form of two characters or more, each with its place in it.

    >>> [at for _, at in pairs("人工智能产")]
    [0, 2, 3]
    """
    places = dict.fromkeys((*range(0, len(form) - 1, 2), len(form) - 2))
    return tuple((ord(form[at]) << _BITS | ord(form[at + 1]), at) for at in places)


def build(readings: Sequence[tuple[str, str]]) -> Postings:
    """The postings of some clauses, numbered from 0; those with a form that is too long have none."""
    forms: list[str] = []
    bases: list[int] = []
    for number, (whole, parts) in enumerate(readings):
        if len(whole) <= LONGEST_FORM and len(parts) <= LONGEST_FORM:
            forms.append(whole)
            bases.append(number << CLAUSE_SHIFT)
            if parts != whole:
                forms.append(parts)
                bases.append(number << CLAUSE_SHIFT | 1 << READING_SHIFT)
    lengths = np.fromiter(map(len, forms), np.int64, len(forms))
    codes = np.frombuffer("".join(forms).encode("utf-32-le", "surrogatepass"), "<u4").astype(np.int64)
    ends = np.cumsum(lengths)
    repeated = np.repeat(np.array(bases, np.int64), lengths)
    places = repeated + np.arange(len(codes)) - np.repeat(ends - lengths, lengths)
    inner = np.ones(len(codes), bool)
    inner[ends[lengths > 0] - 1] = False
    first = np.flatnonzero(inner)
    counted, times = np.unique(codes << 32 | repeated, return_counts=True)
    grams = np.concatenate((codes[first] << _BITS | codes[first + 1], counted >> 32 | _SINGLE))
    return _sorted(grams, np.concatenate((places[first], (counted & 0xFFFFFFFF) + times)).astype(np.uint32))


def joined(several: Sequence[tuple[Postings, Array]]) -> Postings:
    """Postings joined, each with the new numbers of its clauses; -1 for those that are left out.

    New numbers rise with the old ones, and from one of the postings to the next.
    """
    grams, keys = [], []
    for postings, numbers in several:
        moved = numbers[postings.keys >> np.uint32(CLAUSE_SHIFT)]
        kept = moved >= 0
        counts = np.diff(postings.ends, prepend=np.uint32(0)).astype(np.int64)
        grams.append(np.repeat(postings.grams, counts)[kept])
        keys.append((moved[kept] << CLAUSE_SHIFT | (postings.keys[kept] & _WITHIN)).astype(np.uint32))
    return _sorted(np.concatenate(grams), np.concatenate(keys))


def _sorted(grams: Array, keys: Array) -> Postings:
    """Postings from grams and keys side by side, in the order of the keys for each gram."""
    order = np.argsort(grams, kind="stable")
    grams = grams[order]
    last = np.flatnonzero(np.diff(grams, append=-1))
    return Postings(grams[last], (last + 1).astype(np.uint32), keys[order])
