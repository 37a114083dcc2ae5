"""Cutting a paragraph into sentences, and the responsible units off its end."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policydiff.model import Span
from policydiff.patterns import lazy

__all__ = ["RESPONSIBILITY", "sentences"]

_DUTY = "(?:责任|牵头|配合|主办|协办|实施|落实|主管|参加)(?:单位|部门)|(?:单位|部门)职责"
_INSIDE = "[^（()）【】]*(?:[（(][^（()）]*[）)][^（()）【】]*)*"
RESPONSIBILITY = lazy(
    rf"(?:[（(【](?:{_DUTY})[:：]{_INSIDE}[）)】]"
    rf"|[（(]{_INSIDE}(?:按照?(?:各自)?职责分工(?:负责|落实)|分别负责|牵头负责|牵头|负责|配合)[）)]"
    rf"|^(?:{_DUTY})[:：][^。；;\n]{{2,120}})[。；;]?\s*$",
    re.MULTILINE,
)
"""（责任单位：市科创局） at the end of a provision."""

_END = lazy(r"[。！？!?；;]+[”’」』）)】]*")


def sentences(text: str, span: Span, cuts: Iterable[int] = ()) -> tuple[Span, ...]:
    """Cut a stretch of text after 。！？； and at the given offsets; white space stays with the sentence before it.

    >>> [s.of("甲。乙；丙\\n") for s in sentences("甲。乙；丙\\n", Span(0, 6))]
    ['甲。', '乙；', '丙\\n']
    """
    ends = {match.end() for match in _END.finditer(text, span.start, span.end)}
    ends |= {cut for cut in cuts if span.start < cut < span.end}
    spans, start = [], span.start
    for end in sorted(ends):
        while end < span.end and text[end].isspace():
            end += 1  # noqa: PLW2901 — the white space after a sentence is its own
        if end > start:
            spans.append(Span(start, end))
            start = end
    if start < span.end:
        spans.append(Span(start, span.end))
    return tuple(spans)
