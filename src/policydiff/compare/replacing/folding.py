"""A comparison with its global replacements folded out of the rows: told once, they need not be read in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from policydiff.model import ClauseChange, Comparison, Document, Note, Op, Span, Unit

__all__ = ["fold_replacements"]

_WORDING = 64
"""No replaced wording is longer."""


def fold_replacements(comparison: Comparison) -> Comparison:
    """Show what the replacements explain as unchanged, and leave out the provisions in which nothing else changed.

    A provision that was renumbered, moved or retitled stays, its words shown as unchanged.  A note says
    how many were left out; the replacements are still told with the number of articles that each stands in.
    """
    pairs = sorted(((old, new) for old, new, _ in comparison.replacements), key=lambda pair: (-len(pair[0]), pair))
    if not pairs:
        return comparison
    old, new = comparison.old.index(), comparison.new.index()
    kept, left = [], 0
    for change in comparison.changes:
        clauses = tuple(
            replace(row, ops=tuple(_folded(row, old[row.old][0].text, new[row.new][0].text, pairs)))
            if row.old and row.new
            else row
            for row in change.clauses
        )
        if clauses == change.clauses:
            kept.append(change)
            continue
        words = [row for row in clauses if not _is_heading(row, old, new)]
        if any(op.kind != "equal" for row in words for op in row.ops):
            kept.append(replace(change, clauses=clauses))
            continue
        flags = tuple(flag for flag in change.flags if flag != "edited")
        if flags or change.relation != "same":
            kept.append(replace(change, flags=flags, substance="none", clauses=clauses, signals=(), touched=()))
        else:
            left += 1
    note = (Note("folded", (("count", str(left)),)),) if left else ()
    return replace(comparison, changes=tuple(kept), notes=(*comparison.notes, *note))


_Index = Mapping[str, tuple[Document, Unit]]


def _is_heading(row: ClauseChange, old: _Index, new: _Index) -> bool:
    units = [index[unit][1] for index, unit in ((old, row.old), (new, row.new)) if unit]
    return all(unit.kind == "heading" for unit in units)


def _folded(row: ClauseChange, old: str, new: str, pairs: Sequence[tuple[str, str]]) -> Iterator[Op]:
    """The steps of a difference, those inside a replaced wording as equal ones; both sides keep their own words."""
    for run in _runs(row.ops):
        if len(run) == 1 and run[0].kind == "equal":
            yield run[0]
        elif _replaced(run, old, new, pairs) or any(_explains(run, old, new, pair) for pair in pairs):
            yield Op("equal", Span(run[0].old.start, run[-1].old.end), Span(run[0].new.start, run[-1].new.end))
        else:
            yield from _peeled(run, old, new, pairs)


def _peeled(run: Sequence[Op], old: str, new: str, pairs: Sequence[tuple[str, str]]) -> Iterator[Op]:
    """A difference without the replaced wordings that it begins and ends with."""
    here, there = Span(run[0].old.start, run[-1].old.end), Span(run[0].new.start, run[-1].new.end)
    a, b = _at_start(here.of(old), there.of(new), old[max(0, here.start - _WORDING) : here.start], pairs)
    left, right = Span(here.start + a, here.end), Span(there.start + b, there.end)
    x, y = _at_start(left.of(old)[::-1], right.of(new)[::-1], old[left.end : left.end + _WORDING][::-1], _turned(pairs))
    left, right = Span(left.start, left.end - x), Span(right.start, right.end - y)
    if not (a or b or x or y):
        yield from run
        return
    if a or b:
        yield Op("equal", Span(here.start, left.start), Span(there.start, right.start))
    if len(left) or len(right):
        yield Op("replace" if len(left) and len(right) else "delete" if len(left) else "insert", left, right)
    if x or y:
        yield Op("equal", Span(left.end, here.end), Span(right.end, there.end))


def _at_start(gone: str, come: str, before: str, pairs: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """How much of both sides of a difference a replaced wording accounts for, that may begin before it."""
    for a, b in pairs:
        for shared in range(min(len(a), len(b))):
            if a[:shared] != b[:shared]:
                break
            rest = a[shared:], b[shared:]
            if (
                before.endswith(a[:shared])
                and gone.startswith(rest[0])
                and come.startswith(rest[1])
                and rest[0] != rest[1]
            ):
                return len(rest[0]), len(rest[1])
    return 0, 0


def _turned(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(a[::-1], b[::-1]) for a, b in pairs]


def _runs(ops: Sequence[Op]) -> Iterator[list[Op]]:
    held: list[Op] = []
    for op in ops:
        if op.kind == "equal":
            if held:
                yield held
            yield [op]
            held = []
        else:
            held.append(op)
    if held:
        yield held


def _replaced(run: Sequence[Op], old: str, new: str, pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether a difference is nothing but replaced wordings: 记帐凭证 → 记账凭证 for 帐 → 账."""
    gone = Span(run[0].old.start, run[-1].old.end).of(old)
    come = Span(run[0].new.start, run[-1].new.end).of(new)
    for before, after in pairs:
        gone = gone.replace(before, after)
    return bool(come) and gone == come


def _explains(run: Sequence[Op], old: str, new: str, pair: tuple[str, str]) -> bool:
    """Whether a difference lies inside a place where the one wording stands for the other."""
    here, there = Span(run[0].old.start, run[-1].old.end), Span(run[0].new.start, run[-1].new.end)
    before, after = pair
    for at in _places(old, before, here):
        lead, tail = here.start - at, at + len(before) - here.end
        start, end = there.start - lead, there.end + tail
        if start >= 0 and new[start:end] == after and old[at : here.start] == new[start : there.start]:
            return True
    return False


def _places(text: str, wording: str, span: Span) -> Iterator[int]:
    """Where a wording stands around a span."""
    at = text.find(wording, max(0, span.end - len(wording)), span.start + len(wording))
    while at >= 0:
        if at <= span.start and at + len(wording) >= span.end:
            yield at
        at = text.find(wording, at + 1, span.start + len(wording))
