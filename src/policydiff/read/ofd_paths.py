"""The straight lines that an OFD page draws: strokes, and filled boxes so thin that they look like strokes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from policydiff.read.layout.rules import Rule, drawn

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["rules_drawn_by"]

_THIN = 1.0  # millimetres; the heaviest lines of a table are drawn with 0.8
_SEGMENTS = 2000  # of one path: a table of eighty rows drawn in one go has some 800; a map has more
_FAR = 1e6  # millimetres; what lies a kilometre off is on no page
_NUMBERS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_Point = tuple[float, float]


def rules_drawn_by(path: _Element) -> Iterator[Rule]:
    """The lines of one path object that run along the page or down it.

    A path is written as letters with the places they lead to: `M 0 0 L 60 0 C` starts, draws a line, and closes it.
    """
    stroked = _flag(path, "Stroke", default=True)
    data = path.find("{*}AbbreviatedData")
    if data is None or not data.text or not (stroked or _flag(path, "Fill", default=False)):
        return
    box, matrix = _numbers(path.get("Boundary", "")), _numbers(path.get("CTM", ""))
    a, b, c, d, e, f = matrix if len(matrix) == 6 else [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    left, top = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
    for trace in _traces(data.text.split(None, 8 * _SEGMENTS)[: 8 * _SEGMENTS]):
        points = [(left + a * x + c * y + e, top + b * x + d * y + f) for x, y in trace]
        if all(abs(x) < _FAR and abs(y) < _FAR for x, y in points):
            yield from drawn(points, thin=_THIN, straight=_THIN / 20, stroked=stroked)


def _traces(fields: Sequence[str]) -> Iterator[list[_Point]]:
    """The parts of a path that are drawn without lifting the pen; parts with curves are left out."""
    trace: list[_Point] = []
    curved = False
    at = 0
    while at < len(fields):
        letter = fields[at]
        count = _NUMBERS.get(letter)
        if count is None:
            break
        places = _numbers(" ".join(fields[at + 1 : at + 1 + count]))
        if len(places) < count:
            break
        at += 1 + count
        if letter in "SM":
            if len(trace) > 1 and not curved:
                yield trace
            trace, curved = [], False
        if letter == "C" and trace:
            trace.append(trace[0])
        elif count:
            curved = curved or letter not in "SML"
            trace.append((places[-2], places[-1]))
    if len(trace) > 1 and not curved:
        yield trace


def _flag(element: _Element, name: str, *, default: bool) -> bool:
    return element.get(name, str(default)).strip().lower() in ("true", "1")


def _numbers(written: str) -> list[float]:
    """The numbers of a list as far as all are numbers."""
    numbers: list[float] = []
    for field in written.split():
        try:
            numbers.append(float(field))
        except ValueError:
            return []
    return numbers if all(map(math.isfinite, numbers)) else []
