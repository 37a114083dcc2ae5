"""Which figures of two long provisions are worth setting against each other.

A provision has a dozen figures, and each is set against each.  An annex may list six hundred, and of its pairs nearly
all have nothing to do with each other: there, a figure is set against those around which the same rare words stand, and
against those that stand about where it stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from policydiff.compare.figures.aboutness import Aboutness
from policydiff.model import Term
from policydiff.similarity import Grams

__all__ = ["candidates"]

_FEW = 4096
"""So many pairs are looked at one by one: 64 figures against 64."""
_HOLDERS = 64
"""A pair of characters that stands around more figures than this tells none from another."""
_LIKEST = 12
"""Of the figures that share rare words, so many are looked at: those that share most of them."""
_NEAR = 2
"""As many places before and behind its own a figure may have gone, counted from the start or from the end."""

Pair = tuple[int, int]


def candidates(old: Sequence[Term], new: Sequence[Term], about: Aboutness) -> Iterator[Pair]:
    """The pairs of figures, by their places, that may be about one thing; in order."""
    if len(old) * len(new) <= _FEW:
        yield from ((i, j) for i in range(len(old)) for j in range(len(new)))
        return
    around = [_words(term, about) for term in old], [_words(term, about) for term in new]
    found = set(_sharing(*around, about))
    found |= {(i, j) for j, i in _sharing(*around[::-1], about)}
    yield from sorted(found | set(_beside(len(old), len(new))))


def _words(term: Term, about: Aboutness) -> Grams:
    topic = about.topic(term)
    return topic.clause | topic.sentence | topic.of_subject


def _sharing(mine: Sequence[Grams], theirs: Sequence[Grams], about: Aboutness) -> Iterator[Pair]:
    """For each figure those of the other side that share the weightiest words with it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(theirs):
        for pair in words:
            holders[pair].append(j)
    telling = {pair: found for pair, found in holders.items() if len(found) <= _HOLDERS}
    for i, words in enumerate(mine):
        shared: Counter[int] = Counter()
        for pair in words & telling.keys():
            weight = about.weights.of.get(pair, about.weights.unseen)
            for j in telling[pair]:
                shared[j] += weight
        yield from ((i, j) for j in sorted(shared, key=lambda j: (-shared[j], j))[:_LIKEST])


def _beside(old: int, new: int) -> Iterator[Pair]:
    """Figures that stand at about the same place, counted from the start, or from the end."""
    for shift in {0, new - old}:
        for i in range(old):
            yield from ((i, j) for j in range(max(0, i + shift - _NEAR), min(new, i + shift + _NEAR + 1)))
