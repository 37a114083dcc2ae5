"""The straight lines that a PDF page draws: strokes, and filled boxes so thin that they look like strokes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from typing import Any

from policydiff.read.layout.rules import Rule, bounds, drawn

__all__ = ["Strokes"]

_THIN = 3.0  # points; the heaviest lines of a table are drawn with two and a quarter
_STRAIGHT = 0.1  # points; a line that leaves its way by more is aslant
_NESTED = 4  # forms in forms
_SEGMENTS = 2000  # of one path: a table of eighty rows drawn in one go has some 800; a map has more
_LINE, _MOVE = 0, 2  # pdfium's codes of segments
_TEXT, _PATH, _FORM = 1, 2, 5  # and of objects
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Point = tuple[float, float]


class Strokes:
    """The lines of the pages of one document; after `limit` things drawn it looks at no more."""

    def __init__(self, limit: int) -> None:
        from pypdfium2 import raw  # type: ignore[import-untyped]  # noqa: PLC0415 - other files do without pdfium

        self.raw = raw
        self.left = limit

    def on(self, page: Any, start: float, top: float) -> Iterator[Rule]:
        """The lines of a page, the upper left corner of the paper being the origin."""
        for x0, y0, x1, y1 in self._drawn(page, _SAME, 0):
            if all(map(math.isfinite, (x0, y0, x1, y1))):
                yield Rule(x0 - start, top - y1, x1 - start, top - y0)

    def _drawn(self, holder: Any, matrix: _Matrix, depth: int) -> Iterator[Rule]:
        raw = self.raw
        count, item = (
            (raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject)
            if depth
            else (raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)
        )
        for index in range(count(holder)):
            thing = item(holder, index)
            kind = raw.FPDFPageObj_GetType(thing)
            self.left -= kind != _TEXT
            if self.left < 0:
                return
            if kind == _PATH:
                yield from self._path(thing, matrix)
            elif kind == _FORM and depth < _NESTED:
                yield from self._drawn(thing, _times(self._matrix(thing), matrix), depth + 1)

    def _matrix(self, thing: Any) -> _Matrix:
        found = self.raw.FS_MATRIX()
        if not self.raw.FPDFPageObj_GetMatrix(thing, byref(found)):
            return _SAME
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _path(self, path: Any, matrix: _Matrix) -> Iterator[Rule]:
        raw = self.raw
        fill, stroked = c_int(), c_int()
        raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroked))
        count = raw.FPDFPath_CountSegments(path)
        if not (fill.value or stroked.value) or not 2 <= count <= _SEGMENTS:
            return
        line = self._one_line(path, matrix)
        if line is not None:
            yield line
            return
        self.left -= count
        for trace in list(self._traces(path, count, _times(self._matrix(path), matrix))):
            yield from drawn(trace, thin=_THIN, straight=_STRAIGHT, stroked=bool(stroked.value))

    def _one_line(self, path: Any, matrix: _Matrix) -> Rule | None:
        """The box of a path that looks like one line."""
        left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
        if not self.raw.FPDFPageObj_GetBounds(path, byref(left), byref(bottom), byref(right), byref(top)):
            return None
        a, b, c, d, e, f = matrix
        corners = [
            (a * x + c * y + e, b * x + d * y + f) for x, y in ((left.value, bottom.value), (right.value, top.value))
        ]
        box = bounds(corners)
        return box if box.thickness <= _THIN else None

    def _traces(self, path: Any, count: int, matrix: _Matrix) -> Iterator[list[_Point]]:
        """The parts of a path that are drawn without lifting the pen; parts with curves are left out."""
        raw = self.raw
        a, b, c, d, e, f = matrix
        x, y = c_float(), c_float()
        trace: list[_Point] = []
        curved = False
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(path, index)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == _MOVE:
                if len(trace) > 1 and not curved:
                    yield trace
                trace, curved = [], False
            curved = curved or kind not in (_LINE, _MOVE)
            raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
            trace.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
            if raw.FPDFPathSegment_GetClose(segment):
                trace.append(trace[0])
        if len(trace) > 1 and not curved:
            yield trace


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    """One matrix after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
