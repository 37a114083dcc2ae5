"""Which sentence of a provision became which: word for word first, in order, and of the others the most alike."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from rapidfuzz.distance import LCSseq

from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.compare.texts.inline import LARGEST_TABLE
from policydiff.similarity import Grams, Weights, weigh

__all__ = ["alike", "family", "out_of_step", "paired_sentences"]

Pair = tuple[str, str]
_COMMON = 64  # a pair of characters that so many sentences of one side hold points to none of them
_WORTH = 4  # to set so many times as many pairs of sentences against each other takes as long as to make an index


def paired_sentences(
    before: Sequence[str], after: Sequence[str], old: Side, new: Side, options: CompareOptions
) -> list[Pair]:
    """Pair sentences one to one: items of a list in their order, whatever number they bear now.

    A list that gains an item in the middle keeps its other pairs, though every number behind it changed.  Of two
    sentences about equally alike, the one between the same neighbours is taken, then the one nearer in place.
    """
    mine, theirs = [_key(old, unit) for unit in before], [_key(new, unit) for unit in after]
    if mine == theirs:
        return list(zip(before, after, strict=True))
    if _second_first(before, after, old, new):
        return [(a, b) for b, a in paired_sentences(after, before, new, old, options)]
    anchors = list(_same_in_order(mine, theirs))
    left, right = _rest(len(before), [i for i, _ in anchors]), _rest(len(after), [j for _, j in anchors])
    same = list(_same_elsewhere([(i, mine[i]) for i in left], [(j, theirs[j]) for j in right]))
    left, right = (_rest(n, [p[k] for p in (*anchors, *same)]) for k, n in ((0, len(before)), (1, len(after))))
    edited: list[tuple[int, int]] = []
    if left and right:
        words = [old.grams(unit) for unit in before], [new.grams(unit) for unit in after]
        ranked = sorted(
            (-(score + options.place_bonus * _between_same(i, j, anchors)), abs(i - j), i + j, i, j)
            for i, j, score in _scored(*words, left, right, options)
            if family(old, before[i]) == family(new, after[j])
        )
        edited = list(_one_to_one((i, j) for *_, i, j in ranked))
    return [(before[i], after[j]) for i, j in sorted((*anchors, *same, *edited))]


def out_of_step(pairs: Sequence[Pair], old: Side, new: Side) -> set[Pair]:
    """The pairs that left their place among the others."""
    places = sorted((old.order[a], new.order[b]) for a, b in pairs)
    if all(one[1] < other[1] for one, other in pairwise(places)):
        return set()
    before = [a for a, _ in sorted(pairs, key=lambda pair: old.order[pair[0]])]
    after = [b for _, b in sorted(pairs, key=lambda pair: new.order[pair[1]])]
    if _second_first(before, after, old, new):
        return {(a, b) for b, a in out_of_step([(b, a) for a, b in pairs], new, old)}
    ordered = sorted(pairs, key=lambda pair: old.order[pair[0]])
    chain = _longest_increasing([new.order[b] for _, b in ordered])
    return {pair for at, pair in enumerate(ordered) if at not in chain}


def family(side: Side, unit: str) -> str:
    """Only like is paired with like; a statement of a report is set beside provisions by what it restates."""
    kind = side.unit(unit).kind
    return kind if kind in {"heading", "responsibility"} or (kind == "statement" and side.excerpt) else "words"


def alike(
    mine: Sequence[Grams], theirs: Sequence[Grams], weights: Weights, floor: float, least: float = 0.0
) -> Iterator[tuple[int, int, float]]:
    """The pairs of sentences that share so much (Dice), 0 to 1; what both hold is taken for no less than `least`.

    Only sentences that share something which not nearly all of them hold are candidates; among few sentences, all that
    share anything.
    """
    own, others = [weights.mass(words) for words in mine], [weights.mass(words) for words in theirs]
    sides = len(mine) + len(theirs)
    few = len(mine) * len(theirs) <= _WORTH * sides <= _WORTH * _COMMON
    for i, j, at_most in _one_by_one(mine, theirs, own) if few else _all_at_once(mine, theirs, weights):
        whole = max(own[i] + others[j], 2 * least)
        if 2 * min(at_most, others[j]) / whole >= floor:
            score = 2 * weights.mass(mine[i] & theirs[j]) / whole
            if score >= floor:
                yield i, j, score


Shared = Iterator[tuple[int, int, int]]
"""Two sentences, and what they share at most."""


def _one_by_one(mine: Sequence[Grams], theirs: Sequence[Grams], masses: Sequence[int]) -> Shared:
    """All pairs of sentences that share anything; of so few, what the first one holds is bound enough."""
    for i, (words, mass) in enumerate(zip(mine, masses, strict=True)):
        for j, more in enumerate(theirs):
            if not words.isdisjoint(more):
                yield i, j, mass


def _all_at_once(mine: Sequence[Grams], theirs: Sequence[Grams], weights: Weights) -> Shared:
    """What is shared is summed up pair of characters by pair, over all sentences that hold it.

    What nearly all hold points to none of them, and counts as if as much of it as possible were shared.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(theirs):
        for pair in words:
            holders[pair].append(j)
    often = Counter(chain.from_iterable(mine))
    common = {pair for pair, found in holders.items() if len(found) > _COMMON or often[pair] > _COMMON}
    telling = holders.keys() - common
    everyday = [weights.mass(words & common) for words in theirs]
    for i, words in enumerate(mine):
        shared: dict[int, int] = defaultdict(int)
        for pair in words & telling:
            weight = weights.of.get(pair, weights.unseen)
            for j in holders[pair]:
                shared[j] += weight
        mass = weights.mass(words & common)
        for j, sum_ in shared.items():
            yield i, j, min(mass, everyday[j]) + sum_


def _second_first(before: Sequence[str], after: Sequence[str], old: Side, new: Side) -> bool:
    """Whether to work from the new text to the old one: the texts decide, so that swapping sides mirrors the pairs."""
    return [old.text(unit) for unit in before] > [new.text(unit) for unit in after]


def _key(side: Side, unit: str) -> str:
    return f"{family(side, unit)} {side.text(unit).rstrip()}"


def _rest(count: int, taken: Sequence[int]) -> list[int]:
    gone = set(taken)
    return [at for at in range(count) if at not in gone]


def _same_in_order(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The most sentences that stand in both, word for word and in order."""
    if len(before) * len(after) > LARGEST_TABLE:
        return
    for block in LCSseq.opcodes(before, after):
        if block.tag == "equal":
            yield from zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)


def _same_elsewhere(before: Sequence[tuple[int, str]], after: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Sentences that stand in both word for word, the first with the first."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for j, key in reversed(after):
        waiting[key].append(j)
    for i, key in before:
        if waiting.get(key):
            yield i, waiting[key].pop()


def _scored(
    mine: Sequence[Grams], theirs: Sequence[Grams], left: Sequence[int], right: Sequence[int], options: CompareOptions
) -> Iterator[tuple[int, int, float]]:
    """The pairs alike enough, weighed by what sets the sentences of this provision apart."""
    weights = weigh((*mine, *theirs))
    for a, b, score in alike([mine[i] for i in left], [theirs[j] for j in right], weights, options.clause_floor):
        yield left[a], right[b], score


def _between_same(i: int, j: int, anchors: Sequence[tuple[int, int]]) -> bool:
    """Whether two sentences stand behind the same one, of those that stayed as they were."""
    return bisect_left(anchors, i, key=lambda pair: pair[0]) == bisect_left(anchors, j, key=lambda pair: pair[1])


def _one_to_one(ranked: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for i, j in ranked:
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            yield i, j


def _longest_increasing(values: Sequence[int]) -> set[int]:
    """The indices of a longest strictly increasing chain (patience sorting); what is off the chain has moved.

    >>> sorted(_longest_increasing([1, 2, 3, 0]))
    [0, 1, 2]
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [index]
    chain: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.add(at)
        at = before[at]
    return chain
