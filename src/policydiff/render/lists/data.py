"""Terms, alignments, outlines, clean texts and hits as data: `"schema": 1`, the same bytes for the same input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from policydiff.model import Alignment, CleanText, Document, Explained, Link, Term, Unit, Version
from policydiff.render.data import Data, document_data, dumped, link_data, note_data, term_data, version_data
from policydiff.render.lists.groups import AlignmentRow, alignment_rows, one_sided
from policydiff.render.wording.places import Side

__all__ = ["alignment_json", "clean_json", "outline_json", "terms_json"]


def terms_json(version: Version, terms: Sequence[Term]) -> str:
    """The figures of a version as data."""
    side = Side.of(version)
    return dumped({"version": version_data(side), "terms": [term_data(side, term) for term in terms]})


def alignment_json(old: Version, new: Version, alignment: Alignment) -> str:
    """Which unit became which, one object per link.

    Links of titles, preambles and closings stand apart under `frame`, for they carry no article number.
    """
    sides = Side.of(old), Side.of(new)
    rows = alignment_rows(alignment, *sides)
    lone = one_sided(alignment, *sides)
    return dumped(
        {
            "old": version_data(sides[0]),
            "new": version_data(sides[1]),
            "links": [_aligned(*sides, row) for row in rows if not _framed(*sides, row.link)],
            "frame": [_aligned(*sides, row) for row in rows if _framed(*sides, row.link)],
            **{relation: [side.key(unit_id) for side, unit_id in pairs] for relation, pairs in lone.items()},
            "notes": [note_data(note) for note in alignment.notes],
        }
    )


def outline_json(version: Version) -> str:
    """A version's metadata and its tree of units."""
    side = Side.of(version)
    return dumped({"version": version_data(side), "documents": [_outline(side, d) for d in version.documents]})


def clean_json(clean: CleanText, explained: Iterable[Explained]) -> str:
    """A clean text with every edit that led to it."""
    edits = [
        {
            "rule": row.rule,
            "before": row.before,
            "after": row.after,
            "start": row.span.start,
            "end": row.span.end,
            "locator": row.locator,
            "note": row.note,
        }
        for row in explained
    ]
    source = clean.source
    return dumped(
        {
            "uri": source.uri,
            "media_type": source.media_type,
            "encoding": source.encoding,
            "sha256": source.sha256,
            "text": clean.text,
            "doubts": [
                {
                    "code": doubt.code,
                    "count": doubt.count,
                    "places": [
                        {"start": span.start, "end": span.end, "quote": span.of(clean.text)} for span in doubt.spans
                    ],
                }
                for doubt in clean.doubts
            ],
            "edits": edits,
            "rules": dict(sorted(Counter(edit["rule"] for edit in edits).items())),
        }
    )


def _aligned(old: Side, new: Side, row: AlignmentRow) -> Data:
    data = link_data(old, new, row.link)
    return {"old": data["old"], "new": data["new"], "relation": row.relation, **data}


def _framed(old: Side, new: Side, link: Link) -> bool:
    return any(
        unit is not None and unit.address is None and unit.kind not in {"article", "statement", "paragraph", "text"}
        for unit in (old.unit(link.old), new.unit(link.new))
    )


def _outline(side: Side, document: Document) -> Data:
    meta = document.metadata
    return {
        **document_data(document),
        "metadata": {
            "title": meta.title,
            "document_number": meta.document_number,
            "issuer": meta.issuer,
            "status": meta.status,
            "issued": meta.issued.isoformat() if meta.issued else None,
            "effective": meta.effective.isoformat() if meta.effective else None,
            "comments_until": meta.comments_until.isoformat() if meta.comments_until else None,
            "validity": meta.validity,
            "expires": meta.expires.isoformat() if meta.expires else None,
            "cited": [{"title": cited.title, "number": cited.number} for cited in meta.cited],
        },
        "oddities": [
            {"code": oddity.code, "at": side.key(oddity.unit_id), "expected": str(oddity.expected)}
            for oddity in document.oddities
        ],
        "units": [_unit(side, document, unit) for unit in document.units],
    }


def _unit(side: Side, document: Document, unit: Unit) -> Data:
    data: Data = {
        "id": unit.id,
        "kind": unit.kind,
        "address": side.key(unit.id),
        "label": unit.label,
        "heading": unit.heading,
        "start": unit.span.start,
        "end": unit.span.end,
        "instrument": unit.attribution.instrument if unit.attribution else None,
    }
    if unit.children:
        return data | {"children": [_unit(side, document, child) for child in unit.children]}
    return data | {"text": document.text_of(unit)}
