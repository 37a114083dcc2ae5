"""Sentences that were joined or cut: what one says on one side, two neighbours say on the other.

年限为二十年，使用前应当检测 → 年限为二十年；使用前应当检测 only has another mark, but one that ends a sentence.  Such
neighbours are judged as one passage, or the half that stands alone would seem to be new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

__all__ = ["Passage", "passages"]

Words = Callable[[str], Sequence[str]]
"""What a sentence of one side says, word by word."""
_COVERED = 0.6
"""A sentence belongs to a pair beside it if the other side of the pair already says this share of its words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences of either side that are told as one, in reading order."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    def turned(self) -> Passage:
        """The passage seen from the other side."""
        return Passage(self.new, self.old)


def passages(
    pairs: Sequence[tuple[str, str]],
    before: Sequence[str],
    after: Sequence[str],
    free: Collection[str],
    words: tuple[Words, Words],
) -> list[Passage]:
    """Pairs of sentences, joined with the neighbours that belong to them; in the order of the pairs.

    `before` and `after` are all sentences of either side in reading order, of which those that are `free` (ids of the
    old side and of the new one do not meet) may be joined.

    >>> says = {"a": "网 应当 检测 船 应当 检修", "x": "网 应当 检测", "y": "船 应当 检修", "z": "港 免费"}
    >>> cut = lambda unit: says[unit].split()
    >>> passages([("a", "x")], ["a"], ["x", "y", "z"], ["new y", "new z"], (cut, cut))
    [Passage(old=('a',), new=('x', 'y'))]
    """
    found = [Passage((a,), (b,)) for a, b in pairs]
    found = _with_neighbours(found, after, {unit for unit in after if f"new {unit}" in free}, *words)
    turned = [passage.turned() for passage in found]
    turned = _with_neighbours(turned, before, {unit for unit in before if f"old {unit}" in free}, *words[::-1])
    return [passage.turned() for passage in turned]


def _with_neighbours(
    found: list[Passage], sentences: Sequence[str], free: set[str], old: Words, new: Words
) -> list[Passage]:
    """Passages with the free sentences of the new side that stand beside them and say what their old side says.

    One pass forth and one back: of a sentence cut in three the second part brings the third.
    """
    if not free:
        return found
    ahead: list[list[str]] = [[] for _ in found]
    behind: list[list[str]] = [[] for _ in found]
    holder = {unit: at for at, passage in enumerate(found) for unit in passage.new}
    unsaid: dict[int, Counter[str]] = {}
    for forth in (True, False):
        beside: int | None = None
        for unit in sentences if forth else reversed(sentences):
            at = holder.get(unit)
            if at is None and beside is not None and unit in free:
                if beside not in unsaid:
                    unsaid[beside] = _unsaid(found[beside], old, new)
                if _takes(unsaid[beside], Counter(new(unit))):
                    behind[beside] += [unit] if forth else []
                    ahead[beside] += [] if forth else [unit]
                    holder[unit] = at = beside
            beside = at
    news = [(*ahead[at][::-1], *one.new, *behind[at]) for at, one in enumerate(found)]
    return [Passage(one.old, units) for one, units in zip(found, news, strict=True)]


def _unsaid(passage: Passage, old: Words, new: Words) -> Counter[str]:
    """What the old side of a passage says and its new side does not."""
    said = Counter(word for one in passage.old for word in old(one))
    said.subtract(word for one in passage.new for word in new(one))
    return said


def _takes(unsaid: Counter[str], words: Counter[str]) -> bool:
    """Whether most of what a sentence says was still missing; then it is missing no more."""
    covered = sum(min(times, max(unsaid[word], 0)) for word, times in words.items())
    if covered < 2 or covered < _COVERED * words.total():
        return False
    unsaid.subtract(words)
    return True
