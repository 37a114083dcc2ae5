"""Side by side: which sentence became which, and what changed inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from policydiff.compare.groups import Group, is_mention
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.model import ClauseChange, Op, OpKind, Span
from policydiff.similarity import Grams, Weights, containment, grams, weigh, without_titles
from policydiff.tokens import tokens

__all__ = ["clause_changes", "difference"]

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
    pairs += _pairs(before, after, old, new, options)
    kept_old, kept_new = {a for a, _ in pairs}, {b for _, b in pairs}
    rows = [ClauseChange(a, b, _ops(a, b, old, new, options)) for a, b in pairs]
    rows += [ClauseChange(a, None, _ops(a, None, old, new, options)) for a in before if a not in kept_old]
    rows += [ClauseChange(None, b, _ops(None, b, old, new, options)) for b in after if b not in kept_new]
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


def _pairs(
    before: Sequence[str], after: Sequence[str], old: Side, new: Side, options: CompareOptions
) -> list[tuple[str, str]]:
    """Pair sentences one to one, the most alike first; of two equally alike pairs the one nearer in place."""
    left = {unit: grams(old.text(unit)) for unit in before}
    right = {unit: grams(new.text(unit)) for unit in after}
    weights = weigh((*left.values(), *right.values()))
    ranked = []
    for i, a in enumerate(before):
        for j, b in enumerate(after):
            if _families(old, a) == _families(new, b):
                score = _dice(left[a], right[b], weights)
                if score >= options.clause_floor or old.text(a) == new.text(b):
                    ranked.append((-score, abs(i - j), i + j, a, b))
    taken: set[str] = set()
    pairs = []
    for _, _, _, a, b in sorted(ranked):
        if f"old {a}" not in taken and f"new {b}" not in taken:
            taken |= {f"old {a}", f"new {b}"}
            pairs.append((a, b))
    return pairs


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


def _families(side: Side, unit: str) -> str:
    """Only like is paired with like; a statement of a report is set beside provisions by what it restates."""
    kind = side.unit(unit).kind
    return kind if kind in {"heading", "responsibility"} or (kind == "statement" and side.excerpt) else "words"


def _dice(one: Grams, other: Grams, weights: Weights) -> float:
    mass = weights.mass(one) + weights.mass(other)
    return 2 * weights.mass(one & other) / mass if mass else 0.0


def _ordered(rows: list[ClauseChange], old: Side, new: Side) -> Iterator[ClauseChange]:
    """Rows in the old text's order, each new sentence behind the one it follows; pairs out of step are moved."""
    anchored = sorted(
        (row for row in rows if row.old), key=lambda row: (old.order[row.old or ""], new.order.get(row.new or "", -1))
    )
    loose = sorted((row for row in rows if not row.old), key=lambda row: new.order[row.new or ""])
    both_full = not old.excerpt and not new.excerpt
    furthest = -1
    for row in anchored:
        at = new.order[row.new] if row.new else -1
        while both_full and row.new and loose and new.order[loose[0].new or ""] < at:
            yield loose.pop(0)
        yield ClauseChange(row.old, row.new, row.ops, moved=both_full and bool(row.new) and at < furthest)
        furthest = max(furthest, at)
    yield from loose


def _ops(a: str | None, b: str | None, old: Side, new: Side, options: CompareOptions) -> tuple[Op, ...]:
    """What became of a clause; the white space it ends with is layout, and is left out where it differs."""
    left = old.unit(a).span if a else Span(0, 0)
    right = new.unit(b).span if b else Span(0, 0)
    if a is None or b is None:
        return (Op("delete" if a else "insert", left, right),)
    words, others = old.text(a).rstrip(), new.text(b).rstrip()
    if old.text(a)[len(words) :] != new.text(b)[len(others) :]:
        left = Span(left.start, left.start + len(words))
        right = Span(right.start, right.start + len(others))
    return difference(old.document(a).text, left, new.document(b).text, right, options)


def difference(old: str, left: Span, new: str, right: Span, options: CompareOptions) -> tuple[Op, ...]:
    """How one stretch of text became another, by words and whole figures.

    Applying the operations to the old stretch gives the new one exactly.  A sentence that kept hardly any of its words
    is one replacement.
    """
    before, after = tokens(left.of(old)), tokens(right.of(new))
    codes = Indel.opcodes(before, after)
    starts_old, starts_new = _starts(before, left.start), _starts(after, right.start)
    ops: list[Op] = []
    for code in codes:
        here = Span(starts_old[code.src_start], starts_old[code.src_end])
        there = Span(starts_new[code.dest_start], starts_new[code.dest_end])
        ops.append(Op(_KINDS[code.tag], here, there))
    merged = tuple(_merged(ops))
    kept = sum(len(op.old) for op in merged if op.kind == "equal")
    if kept < options.replaced_floor * min(len(left), len(right)) and len(merged) > 1:
        return (Op("replace", left, right),)
    return merged


_KINDS: dict[str, OpKind] = {"equal": "equal", "insert": "insert", "delete": "delete", "replace": "replace"}


def _starts(pieces: Sequence[str], at: int) -> list[int]:
    starts = [at]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


def _merged(ops: Sequence[Op]) -> Iterator[Op]:
    """Neighbouring deletions and insertions are one replacement."""
    held: Op | None = None
    for op in ops:
        if op.kind == "equal":
            if held:
                yield held
            yield op
            held = None
        elif held:
            old, new = Span(held.old.start, op.old.end), Span(held.new.start, op.new.end)
            held = Op("replace" if len(old) and len(new) else held.kind, old, new)
        else:
            held = op
    if held:
        yield held
