"""Sentences that left one provision for another: shown as moved, not as deleted here and added there.

Only what found no partner inside its own group of provisions is looked for elsewhere, and only between full texts.
The likest pair comes first, over all groups together.  A sentence counts as moved if it is clearly the same one: most
of what it says stands there, and it says more than set phrases do (违反本条规定的，依法给予处分 stands in many penalty
clauses, and moves nowhere).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from policydiff.compare.figures.pairing import Pairing
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.compare.texts.clauses import clause_ops
from policydiff.compare.texts.sentences import alike, family
from policydiff.fold import fold
from policydiff.model import ClauseChange, Op, Term, TermChange
from policydiff.similarity import Grams, grams, weigh

__all__ = ["Move", "moves", "with_moved_figures", "with_moves"]


@dataclass(frozen=True, slots=True)
class Move:
    """A sentence of one group that stands in another one; `verbatim` if none of its words changed."""

    old: str
    new: str
    verbatim: bool


def moves(rows: Sequence[Sequence[ClauseChange]], old: Side, new: Side, options: CompareOptions) -> tuple[Move, ...]:
    """The sentences that moved across groups of provisions, in the old text's order; each moves once."""
    if old.excerpt or new.excerpt:
        return ()
    gone = [(g, row.old) for g, group in enumerate(rows) for row in group if row.old and row.new is None]
    come = [(g, row.new) for g, group in enumerate(rows) for row in group if row.new and row.old is None]
    if not gone or not come:
        return ()
    words = cache(_words)  # most sentences stand on both sides
    before = [words(old.text(row.old)) for group in rows for row in group if row.old]
    after = [words(new.text(row.new)) for group in rows for row in group if row.new]
    repeated = _repeated(before) | _repeated(after)
    gone = [(g, unit) for g, unit in gone if family(old, unit) == "words" and words(old.text(unit)) not in repeated]
    come = [(g, unit) for g, unit in come if family(new, unit) == "words" and words(new.text(unit)) not in repeated]
    taken: set[str] = set()
    found = []
    for _, _, _, a, b in sorted(_alike(gone, come, rows, old, new, options)):
        if f"old {a}" not in taken and f"new {b}" not in taken:
            taken |= {f"old {a}", f"new {b}"}
            found.append(Move(a, b, _words(old.text(a)) == _words(new.text(b))))
    return tuple(sorted(found, key=lambda move: old.order[move.old]))


def _alike(
    gone: Sequence[tuple[int, str]],
    come: Sequence[tuple[int, str]],
    rows: Sequence[Sequence[ClauseChange]],
    old: Side,
    new: Side,
    options: CompareOptions,
) -> Iterator[tuple[float, int, int, str, str]]:
    """The pairs alike enough, with what ranks them: likeness, then how near in place."""
    mine, theirs = [old.grams(unit) for _, unit in gone], [new.grams(unit) for _, unit in come]
    weights = weigh(_all_grams(rows, old, new), among=frozenset().union(*mine, *theirs))
    for i, j, score in alike(mine, theirs, weights, options.moved_floor, options.moved_least * weights.unseen):
        (here, a), (there, b) = gone[i], come[j]
        if here != there:
            yield -score, abs(here - there), here + there, a, b


def _all_grams(rows: Sequence[Sequence[ClauseChange]], old: Side, new: Side) -> Iterator[Grams]:
    """The pairs of characters of every sentence; those of one that stands on both sides are worked out once."""
    for group in rows:
        for row in group:
            if row.old and row.new and old.text(row.old) == new.text(row.new):
                words = grams(old.text(row.old))
                yield words
                yield words
                continue
            if row.old:
                yield old.grams(row.old)
            if row.new:
                yield new.grams(row.new)


def _repeated(sentences: Sequence[str]) -> set[str]:
    """The sentences that a text holds more than once: which of them is which, nobody can tell."""
    return {words for words, times in Counter(sentences).items() if times > 1}


def _words(text: str) -> str:
    return fold(text).strip(" \n,.;:")


def with_moves(
    rows: Sequence[tuple[ClauseChange, ...]], found: Sequence[Move], old: Side, new: Side, options: CompareOptions
) -> list[tuple[ClauseChange, ...]]:
    """The rows, with what moved naming its place on the other side, and what changed on the way."""
    edits = {move: () if move.verbatim else clause_ops(move.old, move.new, old, new, options) for move in found}
    there = {move.old: (move.new, edits[move]) for move in found}
    here = {move.new: (move.old, edits[move]) for move in found}
    return [tuple(_with_place(row, there, here) for row in group) for group in rows]


_Places = Mapping[str, tuple[str, tuple[Op, ...]]]


def _with_place(row: ClauseChange, there: _Places, here: _Places) -> ClauseChange:
    found = None if row.old and row.new else there.get(row.old) if row.old else here.get(row.new or "")
    return replace(row, elsewhere=found[0], edits=found[1]) if found else row


def with_moved_figures(
    changes: Sequence[tuple[TermChange, ...]], found: Sequence[Move], pairing: Pairing
) -> list[tuple[TermChange, ...]]:
    """The figures of moved sentences paired with their successors there, instead of dropped here and introduced there.

    A pair stands with the provision that the figure left.  It is inferred, unless the sentence kept every word: that
    an edited sentence of another provision is still the same one is the program's reading.
    """
    dropped, introduced = _open(changes, "dropped"), _open(changes, "introduced")
    paired: list[TermChange] = []
    for move in found:
        pairs = pairing.changes(dropped.get(move.old, ()), introduced.get(move.new, ()))
        pairs = tuple(change for change in pairs if change.old and change.new)
        paired += pairs if move.verbatim else (replace(change, certainty="inferred") for change in pairs)
    settled = {id(term) for change in paired for term in (*change.old, *change.new)}
    successors = {id(change.old[0]): change for change in paired}
    return [tuple(_settled(group, settled, successors)) for group in changes]


def _open(changes: Sequence[Sequence[TermChange]], direction: str) -> dict[str, list[Term]]:
    """The figures without a partner, by the sentence they stand in."""
    found: dict[str, list[Term]] = defaultdict(list)
    for group in changes:
        for change in group:
            if change.direction == direction:
                for term in (*change.old, *change.new):
                    found[term.unit_id].append(term)
    return found


def _settled(group: Sequence[TermChange], settled: set[int], successors: dict[int, TermChange]) -> Iterator[TermChange]:
    """What is told of the figures of a group once those in `settled` have their partner in another one."""
    for change in group:
        terms = (*change.old, *change.new)
        if change.direction not in {"dropped", "introduced"} or id(terms[0]) not in settled:
            yield change
        elif id(terms[0]) in successors:
            yield successors[id(terms[0])]
