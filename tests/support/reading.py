"""The terms of a sentence, read as if it were a whole document."""

from __future__ import annotations

from policydiff.model import CleanText, Document, Metadata, Origin, Source, Span, Term, Unit
from policydiff.terms import extract


def terms_of(text: str) -> tuple[Term, ...]:
    """Every term of a text that is one unit."""
    source = Source("test:", "text/plain", "utf-8", "0", text, ())
    unit = Unit("u1", "text", Span(0, len(text)))
    return extract(Document(CleanText(source, text, ()), Metadata(), (unit,), Origin("test")))
