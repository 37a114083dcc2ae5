"""Side by side: which sentence became which, and what changed inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from policydiff.compare.groups import Group
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.model import ClauseChange, Op, OpKind, Span
from policydiff.similarity import Grams, Weights, containment, grams, weigh
from policydiff.tokens import tokens

__all__ = ["clause_changes", "difference"]

_CLAUSES = {"sentence", "statement", "heading", "responsibility", "preamble", "closing", "text"}


def clause_changes(group: Group, old: Side, new: Side, options: CompareOptions) -> tuple[ClauseChange, ...]:
    """Align the sentences of a group and show the difference of each pair, in the old text's order.

    Between full texts every sentence stands in exactly one row.  Against an excerpt, statements that only mention the
    provision in passing are left out: they are no counterpart of any of its sentences.
    """
    before, after = _clauses(group.old, old), _clauses(group.new, new)
    loose = group.relation in {"reported", "mentioned"}
    pairs = _pairs(before, after, old, new, loose, options)
    rows = [ClauseChange(a, b, _ops(a, b, old, new, options)) for a, b in pairs]
    unpaired = {row.new for row in rows}
    rows += [ClauseChange(a, None, _ops(a, None, old, new, options)) for a in before if a not in {p[0] for p in pairs}]
    if not loose:
        rows += [ClauseChange(None, b, _ops(None, b, old, new, options)) for b in after if b not in unpaired]
    return tuple(_ordered(rows, old, new))


def _clauses(ids: Sequence[str], side: Side) -> list[str]:
    return [leaf.id for unit in ids for leaf in side.unit(unit).leaves() if leaf.kind in _CLAUSES]


def _pairs(
    before: Sequence[str], after: Sequence[str], old: Side, new: Side, loose: bool, options: CompareOptions
) -> list[tuple[str, str]]:
    """Pair sentences one to one, the most alike first; of two equally alike pairs the one nearer in place."""
    left = {unit: grams(old.text(unit)) for unit in before}
    right = {unit: grams(new.text(unit)) for unit in after}
    weights = weigh((*left.values(), *right.values()))
    excerpt = left if old.excerpt else right
    ranked = []
    for i, a in enumerate(before):
        for j, b in enumerate(after):
            if _families(old, a) != _families(new, b) and not loose:
                continue
            if loose and old.excerpt != new.excerpt:
                score = containment(*((left[a], right[b]) if excerpt is left else (right[b], left[a])), weights)
            else:
                score = _dice(left[a], right[b], weights)
            if score >= (options.restated_floor if loose else options.clause_floor) or old.text(a) == new.text(b):
                ranked.append((-score, abs(i - j), i + j, a, b))
    taken: set[str] = set()
    pairs = []
    for _, _, _, a, b in sorted(ranked):
        if f"old {a}" not in taken and f"new {b}" not in taken:
            taken |= {f"old {a}", f"new {b}"}
            pairs.append((a, b))
    return pairs


def _families(side: Side, unit: str) -> str:
    kind = side.unit(unit).kind
    return kind if kind in {"heading", "responsibility"} else "words"


def _dice(one: Grams, other: Grams, weights: Weights) -> float:
    mass = weights.mass(one) + weights.mass(other)
    return 2 * weights.mass(one & other) / mass if mass else 0.0


def _ordered(rows: list[ClauseChange], old: Side, new: Side) -> Iterator[ClauseChange]:
    """Rows in the old text's order, each new sentence behind the one it follows; pairs out of step are moved."""
    rows.sort(key=lambda row: old.order[row.old] if row.old else -1)
    anchored = [row for row in rows if row.old]
    loose = sorted((row for row in rows if not row.old), key=lambda row: new.order[row.new or ""])
    furthest = -1
    for row in anchored:
        at = new.order[row.new] if row.new else -1
        while row.new and loose and new.order[loose[0].new or ""] < at:
            yield loose.pop(0)
        yield ClauseChange(row.old, row.new, row.ops, moved=bool(row.new) and at < furthest)
        furthest = max(furthest, at)
    yield from loose


def _ops(a: str | None, b: str | None, old: Side, new: Side, options: CompareOptions) -> tuple[Op, ...]:
    left = old.unit(a).span if a else Span(0, 0)
    right = new.unit(b).span if b else Span(0, 0)
    if a is None or b is None:
        return (Op("delete" if a else "insert", left, right),)
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
