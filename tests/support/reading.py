"""Documents of one text, and the terms of a sentence read as if it were a whole document."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.model import Document, Metadata, Origin, Span, Term, Unit
from policydiff.segment import segment
from policydiff.terms import extract
from support.texts import clean_text

__all__ = ["document_of", "segmented", "terms_of"]


def segmented(
    text: str, *, id_prefix: str = "", instrument: str | None = None, passages: Sequence[Span] = ()
) -> Document:
    """The structure of a text that was clean from the start."""
    return segment(
        clean_text(text), origin=Origin("test"), id_prefix=id_prefix, instrument=instrument, passages=passages
    )


def document_of(text: str, *units: Unit) -> Document:
    """A text of these units, or of one."""
    return Document(clean_text(text), Metadata(), units or (Unit("u1", "text", Span(0, len(text))),), Origin("test"))


def terms_of(text: str) -> tuple[Term, ...]:
    """Every term of a text that is one unit."""
    return extract(document_of(text))
