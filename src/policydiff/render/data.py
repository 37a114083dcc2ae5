"""The parts that every JSON answer is made of: versions, documents, figures, links."""

from __future__ import annotations

import json
from typing import Any

from policydiff.model import Document, Link, Note, Term
from policydiff.patterns import lazy
from policydiff.render.wording.places import Side
from policydiff.render.wording.values import number_json

__all__ = ["Data", "document_data", "dumped", "link_data", "note_data", "score_data", "term_data", "version_data"]

# The values of a JSON object are of any kind; these dictionaries live only until `json.dumps`.
Data = dict[str, Any]
SCHEMA = 1
_LONE = lazy("[\ud800-\udfff]")
"""A lone surrogate has no UTF-8 form; its escape says the same in ASCII."""


def dumped(data: Data) -> str:
    """A whole answer as text, with its schema number first."""
    text = json.dumps({"schema": SCHEMA, **data}, ensure_ascii=False, indent=2)
    return _LONE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def version_data(side: Side) -> Data:
    """A version and where its documents came from."""
    version = side.version
    return {
        "name": version.name,
        "work": version.work.id,
        "version": version.id,
        "title": next(
            (d.metadata.title for d in version.documents if d.metadata.title and not d.origin.report),
            version.work.title,
        ),
        "status": version.status,
        "date": version.date.isoformat() if version.date else None,
        "coverage": version.coverage,
        "document_number": version.document_number,
        "url": version.url,
        "documents": [document_data(document) for document in version.documents],
    }


def document_data(document: Document) -> Data:
    """Where a document came from."""
    origin = document.origin
    return {
        "origin": origin.name,
        "publisher": origin.publisher,
        "url": origin.url,
        "published": origin.published.isoformat() if origin.published else None,
        "report": origin.report,
        "sha256": document.clean.source.sha256,
    }


def _in_source(side: Side, term: Term) -> Data:
    """Where in the capture a figure stands: offsets into its text before any cleaning, and what a person counts."""
    clean = side.units[term.unit_id][0].clean
    span = clean.to_source(term.span)
    return {"start": span.start, "end": span.end, "locator": clean.source.locator(span.start)}


def term_data(side: Side, term: Term) -> Data:
    """One figure."""
    return {
        "address": str(term.address) if term.address is not None else None,
        "place": side.key(term.unit_id),
        "quote": term.quote,
        "start": term.span.start,
        "end": term.span.end,
        "in_source": _in_source(side, term),
        "instrument": term.attribution.instrument if term.attribution else None,
        "certainty": term.attribution.certainty if term.attribution else None,
        "kind": term.kind,
        "bound": term.bound,
        "low": number_json(term.low),
        "high": number_json(term.high),
        "low_open": term.low_open,
        "high_open": term.high_open,
        "unit": term.unit,
        "approximate": term.approximate,
        "hedge": term.hedge,
        "role": term.role,
        "per": term.per,
        "basis": term.basis,
        "subject": term.subject,
        "recurrence": term.recurrence,
        "source": side.source(term.unit_id),
        "context": side.text(term.unit_id, term.context),
    }


def link_data(old: Side, new: Side, link: Link) -> Data:
    """One link with what it rests on."""
    return {
        "old": [old.key(link.old)],
        "new": [new.key(link.new)],
        "score": score_data(link.score),
        "why": {reason.code: score_data(reason.value) for reason in link.reasons},
    }


def note_data(note: Note) -> Data:
    """A note with its parameters by name."""
    return {"code": note.code, "values": dict(note.values)}


def score_data(value: float) -> float:
    """Four decimals: more would differ between machines, and mean nothing."""
    return round(value, 4)
