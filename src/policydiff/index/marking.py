"""Where the words of a query stand in a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policydiff.index.keys import Key, keys
from policydiff.index.query import Wording
from policydiff.model import Span

__all__ = ["places"]


def places(wordings: Iterable[Wording], text: str) -> tuple[Span, ...]:
    """The places of all the wordings in a text, ordered and disjoint: those that overlap are made one."""
    readings = keys(text)
    return tuple(_merged([span for one in wordings for span in _found(one, readings)]))


def _found(wording: Wording, readings: tuple[Key, Key]) -> Iterator[Span]:
    (first, second), (whole, parts) = readings, wording.forms
    yield from first.find(whole)
    if second is not first or parts != whole:
        yield from second.find(parts)


def _merged(spans: list[Span]) -> Iterator[Span]:
    current: Span | None = None
    for span in sorted(spans):
        if current is None or span.start >= current.end:
            if current is not None:
                yield current
            current = span
        else:
            current = Span(current.start, max(current.end, span.end))
    if current is not None:
        yield current
