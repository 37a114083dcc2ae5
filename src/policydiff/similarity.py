"""How alike two texts are: shared pairs of characters, the rarer the weightier.

Pairs of characters (bigrams) serve Chinese better than words or single characters: they need no dictionary and survive
small edits.  Their weights are inverse document frequencies over the texts at hand (Spärck Jones, 1972), kept as
integers so that sums are the same on every machine.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import repeat
from operator import add

from policydiff.fold import fold

__all__ = ["Grams", "Weights", "containment", "cosine", "grams", "weigh", "without_titles"]

Grams = frozenset[str]

_WORDS = re.compile(r"[^\W_]+")
_FOLDED = re.compile("[A-ZＡ-Ｚａ-ｚ０-９〇○]")
"""What folding makes another letter or digit of; all else that it changes is punctuation and white space."""
_TITLES = re.compile(r"《[^《》\n]{1,80}》|[（(]以下(?:简|统)称[^（）()\n]{1,40}[）)]")
_SCALE = 1000


def grams(text: str) -> Grams:
    """The pairs of neighbouring characters of a text, punctuation and white space set aside.

    >>> sorted(grams("算力，算力券"))
    ['力券', '算力']
    """
    found: set[str] = set()
    for word in _WORDS.findall(fold(text) if _FOLDED.search(text) else text):
        found.update(map(add, word, word[1:]) if len(word) > 1 else (word,))
    return frozenset(found)


def without_titles(text: str) -> str:
    """A sentence with the titles it names, and what it calls them for short, blanked out; its length stays.

    印发《关于加快算力发展的办法》（以下简称《办法》） says that something was issued, not what of computing.

    >>> without_titles("印发《算力办法》（以下简称《办法》），发放算力券")
    '印发，，，，，，，，，，，，，，，，，发放算力券'
    """
    return _TITLES.sub(lambda match: "，" * len(match[0]), text)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each pair of characters weighs among the texts at hand; one never seen weighs the most."""

    of: dict[str, int]
    unseen: int

    def mass(self, pairs: Iterable[str]) -> int:
        """The weight of a set of pairs."""
        return sum(map(self.of.get, pairs, repeat(self.unseen)))  # the inner loop of all comparing


def weigh(texts: Iterable[Grams], among: Grams | None = None) -> Weights:
    """Weigh every pair by how few of the texts hold it; where only the pairs of some texts matter, only these.

    A pair that is not `among` them has no weight worth asking for.
    """
    seen: Counter[str] = Counter()
    count = 0
    for text in texts:
        seen.update(text if among is None else text & among)
        count += 1
    worth = {times: max(1, round(_SCALE * math.log(1 + count / times))) for times in set(seen.values())}
    return Weights({pair: worth[times] for pair, times in seen.items()}, round(_SCALE * math.log(count + 1)) or 1)


def containment(part: Grams, whole: Grams, weights: Weights) -> float:
    """What share of `part` is found in `whole`, 0 to 1."""
    mass = weights.mass(part)
    return weights.mass(part & whole) / mass if mass else 0.0


def cosine(one: Grams, other: Grams, weights: Weights) -> float:
    """The cosine of two sets of weighted pairs, 0 to 1; symmetric."""
    length = math.isqrt(_squares(one, weights) * _squares(other, weights))
    return _squares(one & other, weights) / length if length else 0.0


def _squares(pairs: Grams, weights: Weights) -> int:
    return sum(weights.of.get(pair, weights.unseen) ** 2 for pair in pairs)
