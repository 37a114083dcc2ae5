"""Side by side: which sentence became which, and what changed inside it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from policydiff.compare.groups import Group
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.compare.texts.inline import difference
from policydiff.compare.texts.sentences import out_of_step, paired_sentences
from policydiff.model import ClauseChange, Op, Span, is_mention
from policydiff.similarity import containment, grams, weigh, without_titles

__all__ = ["clause_changes", "clause_ops"]

_CLAUSES = {"sentence", "statement", "heading", "responsibility", "preamble", "closing", "text"}


def clause_changes(group: Group, old: Side, new: Side, options: CompareOptions) -> tuple[ClauseChange, ...]:
    """Align the sentences of a group and show the difference of each pair, in the old text's order.

    Between full texts every sentence stands in exactly one row.  Against an excerpt, each statement stands in the row
    of the sentence it restates: several reports may restate one.  A statement that only mentions the provision is
    the counterpart of none of its sentences: it stands alone, and only where nothing better is told of the provision.
    """
    before, after = _clauses(group.old, old), _clauses(group.new, new)
    pairs: list[tuple[str, str]] = []
    if new.excerpt and not old.excerpt:
        after, told = _told(after, new, [link.new for link in group.links if not is_mention(link)])
        pairs = _restated(before, told, old, new, options)
    elif old.excerpt and not new.excerpt:
        before, told = _told(before, old, [link.old for link in group.links if not is_mention(link)])
        pairs = [(a, b) for b, a in _restated(after, told, new, old, options)]
    pairs += paired_sentences(before, after, old, new, options)
    kept_old, kept_new = {a for a, _ in pairs}, {b for _, b in pairs}
    rows = [ClauseChange(a, b, clause_ops(a, b, old, new, options)) for a, b in pairs]
    rows += [ClauseChange(a, None, clause_ops(a, None, old, new, options)) for a in before if a not in kept_old]
    rows += [ClauseChange(None, b, clause_ops(None, b, old, new, options)) for b in after if b not in kept_new]
    return tuple(_ordered(rows, old, new))


def _clauses(ids: Sequence[str], side: Side) -> list[str]:
    """The sentences of provisions; a number without a heading is no clause."""
    return [
        leaf.id
        for unit in ids
        for parent in side.unit(unit).walk()
        for leaf in parent.children or ((parent,) if parent.id == unit else ())
        if not leaf.children and leaf.kind in _CLAUSES and (leaf.kind != "heading" or parent.heading)
    ]


def _told(clauses: list[str], excerpt: Side, linked: Sequence[str]) -> tuple[list[str], list[str]]:
    """The clauses of an excerpt that tell of a provision, and those of them that are statements restating it."""
    statements = [unit for unit in clauses if excerpt.unit(unit).kind == "statement"]
    whole = [unit for unit in statements if unit in linked]
    passing = set(statements) - set(whole) if whole else set()
    return [unit for unit in clauses if unit not in passing], whole


def _restated(
    provisions: Sequence[str], statements: Sequence[str], full: Side, excerpt: Side, options: CompareOptions
) -> list[tuple[str, str]]:
    """The sentence that each statement restates: the one that holds most of it."""
    held = {unit: grams(full.text(unit)) for unit in provisions}
    told = {unit: grams(without_titles(excerpt.text(unit))) for unit in statements}
    weights = weigh((*held.values(), *told.values()))
    pairs = []
    for statement in statements:
        scored = [(containment(told[statement], held[unit], weights), -i) for i, unit in enumerate(provisions)]
        score, at = max(scored, default=(0.0, 0))
        if score >= options.restated_floor:
            pairs.append((provisions[-at], statement))
    return pairs


def _ordered(rows: list[ClauseChange], old: Side, new: Side) -> Iterator[ClauseChange]:
    """Rows in the old text's order, each new sentence behind the one it follows; pairs out of step are moved."""
    anchored = sorted(
        (row for row in rows if row.old), key=lambda row: (old.order[row.old or ""], new.order.get(row.new or "", -1))
    )
    loose = deque(sorted((row for row in rows if not row.old), key=lambda row: new.order[row.new or ""]))
    both_full = not old.excerpt and not new.excerpt
    moved = out_of_step([(row.old, row.new) for row in anchored if row.old and row.new], old, new) if both_full else ()
    for row in anchored:
        left_place = (row.old, row.new) in moved
        placed = both_full and row.new and not left_place
        while placed and loose and new.order[loose[0].new or ""] < new.order[row.new or ""]:
            yield loose.popleft()
        yield ClauseChange(row.old, row.new, row.ops, moved=True) if left_place else row
    yield from loose


def clause_ops(a: str | None, b: str | None, old: Side, new: Side, options: CompareOptions) -> tuple[Op, ...]:
    """What became of a clause; the white space it ends with is layout, and is left out where it differs."""
    left = old.unit(a).span if a else Span(0, 0)
    right = new.unit(b).span if b else Span(0, 0)
    if a is None or b is None:
        return (Op("delete" if a else "insert", left, right),)
    before, after = old.text(a), new.text(b)
    if before == after:
        return (Op("equal", left, right),) if before else ()
    words, others = before.rstrip(), after.rstrip()
    if before[len(words) :] != after[len(others) :]:
        left = Span(left.start, left.start + len(words))
        right = Span(right.start, right.start + len(others))
    return difference(old.document(a).text, left, new.document(b).text, right, options, (old.words, new.words))
