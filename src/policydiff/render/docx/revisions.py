"""Two texts as one: what both have, what is deleted and what inserted, in an order that gives either of them back.

Leaving out what is inserted gives the old text to the letter, leaving out what is deleted the new one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Literal

from rapidfuzz.distance import Indel

from policydiff.model import ClauseChange, Comparison, Op, Span, Version
from policydiff.render.docx.steps import Step, exchanged, settled

__all__ = ["Revision", "Text", "revisions"]


@dataclass(frozen=True, slots=True)
class Revision:
    """A stretch of the two texts read as one, and where in them it begins."""

    kind: Literal["equal", "delete", "insert"]
    text: str
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Text:
    """A version's documents as one text: the places of its units in it, and where the document of each begins."""

    text: str
    units: dict[str, Span]
    bases: dict[str, int]

    @classmethod
    def of(cls, version: Version) -> Text:
        """Put a version's documents under each other."""
        texts: list[str] = []
        units: dict[str, Span] = {}
        bases: dict[str, int] = {}
        base = 0
        for document in version.documents:
            for unit in document.walk():
                bases[unit.id] = base
                units[unit.id] = Span(base + unit.span.start, base + unit.span.end)
            texts.append(document.text)
            base += len(document.text) + 1
        return cls("\n".join(texts), units, bases)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A clause of both texts that stays in its place; its operations count from the beginning of the text."""

    old: Span
    new: Span
    ops: tuple[Op, ...]

    @property
    def weight(self) -> int:
        """How much of it stays as it is."""
        return sum(len(op.old) for op in self.ops if op.kind == "equal") + 1


def revisions(c: Comparison, old: Text, new: Text) -> tuple[Revision, ...]:
    """The revisions that lead from the old text to the new one, with every word in the order of its text."""
    steps: list[Step] = []
    before, after = 0, 0
    for pair in [*_in_order(_pairs(c, old, new)), None]:
        ends = (pair.old.start, pair.new.start) if pair else (len(old.text), len(new.text))
        steps += _between(old.text[before : ends[0]], new.text[after : ends[1]])
        if pair is not None:
            steps += _applied(pair.ops, old.text, new.text)
            before, after = pair.old.end, pair.new.end
    return tuple(_placed(settled(steps)))


def _pairs(c: Comparison, old: Text, new: Text) -> Iterator[_Pair]:
    """Every clause that stands on both sides; articles that were found equal without a look inside count as one."""
    for change in c.changes:
        if not change.clauses and len(change.old) == len(change.new) == 1:
            both = old.units.get(change.old[0]), new.units.get(change.new[0])
            if both[0] and both[1] and both[0].of(old.text) == both[1].of(new.text):
                yield _Pair(both[0], both[1], (Op("equal", both[0], both[1]),))
        for clause in change.clauses:
            if clause.old in old.units and clause.new in new.units:
                yield _pair(clause, (old.units[clause.old], new.units[clause.new]), _bases(clause, old, new))


def _bases(clause: ClauseChange, old: Text, new: Text) -> tuple[int, int]:
    return old.bases[clause.old or ""], new.bases[clause.new or ""]


def _pair(clause: ClauseChange, whole: tuple[Span, Span], bases: tuple[int, int]) -> _Pair:
    """A clause with its operations; the white space at its ends that they may leave out is no part of it."""
    if not clause.ops:
        return _Pair(*whole, (Op("replace", *whole),))
    ops = tuple(Op(op.kind, _moved(op.old, bases[0]), _moved(op.new, bases[1])) for op in clause.ops)
    old, new = (Span(first.start, last.end) for first, last in ((ops[0].old, ops[-1].old), (ops[0].new, ops[-1].new)))
    return _Pair(old, new, ops)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _in_order(pairs: Iterable[_Pair]) -> list[_Pair]:
    """The pairs that keep their order in both texts, chosen so that as much as possible stays where it is.

    The heaviest rising chain: the best chain that ends before each place of the new text is kept in a sorted list.
    """
    ends: list[int] = [0]
    best: list[tuple[int, int]] = [(0, -1)]
    chains: list[tuple[_Pair, int]] = []
    pending: list[tuple[int, int, int, int]] = []
    for pair in sorted(pairs, key=lambda pair: (pair.old.start, pair.old.end, pair.new.start)):
        while pending and pending[0][0] <= pair.old.start:
            _keep(ends, best, *heappop(pending)[1:])
        weight, before = best[bisect_right(ends, pair.new.start) - 1]
        heappush(pending, (pair.old.end, pair.new.end, weight + pair.weight, len(chains)))
        chains.append((pair, before))
    for chain in pending:
        _keep(ends, best, *chain[1:])
    chosen, number = [], best[-1][1]
    while number >= 0:
        pair, number = chains[number]
        chosen.append(pair)
    return chosen[::-1]


def _keep(ends: list[int], best: list[tuple[int, int]], end: int, weight: int, number: int) -> None:
    """Note a chain that ends at a place, and forget those that end later and weigh no more."""
    at = bisect_right(ends, end)
    if best[at - 1][0] >= weight:
        return
    after = at
    while after < len(best) and best[after][0] <= weight:
        after += 1
    start = at - 1 if ends[at - 1] == end else at
    ends[start:after], best[start:after] = [end], [(weight, number)]


def _applied(ops: Iterable[Op], old: str, new: str) -> Iterator[Step]:
    for op in ops:
        words = op.old.of(old), op.new.of(new)
        if words[0] == words[1]:
            yield "equal", words[0]
        else:
            yield from exchanged(*words)


def _between(old: str, new: str) -> Iterator[Step]:
    """What stands between two clauses that stay: its lines compared as wholes."""
    lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for op in Indel.opcodes(*lines):
        words = "".join(lines[0][op.src_start : op.src_end]), "".join(lines[1][op.dest_start : op.dest_end])
        if op.tag == "equal":
            yield "equal", words[0]
        else:
            yield from exchanged(*words)


def _placed(steps: Iterable[Step]) -> Iterator[Revision]:
    old, new = 0, 0
    for kind, text in steps:
        yield Revision(kind, text, old, new)
        old += len(text) * (kind != "insert")
        new += len(text) * (kind != "delete")
