"""What a search found, as data."""

from __future__ import annotations

from policydiff.model.search import Findings, Found
from policydiff.render.data import Data, dumped

__all__ = ["hits_json"]


def hits_json(found: Findings) -> str:
    """The clauses of one page, with the places of what was searched for, over the document's clean text.

    `total` is how many there are, `count` how many of them this page has, from number `offset` on.
    """
    return dumped(
        {
            "query": found.query,
            "total": found.total,
            "offset": found.offset,
            "count": len(found.hits),
            "cut": list(found.cut),
            "related": [{"word": word, "count": count} for word, count in found.related],
            "works": [{"work": work, "title": title, "count": count} for work, title, count in found.works],
            "hits": [_hit(one) for one in found.hits],
        }
    )


def _hit(one: Found) -> Data:
    return {
        "version": one.name,
        "title": one.title,
        "status": one.status or None,
        "date": one.date or None,
        "coverage": one.coverage,
        "address": one.place,
        "heading": one.heading,
        "chapter": one.chapter,
        "source": one.source,
        "text": one.text,
        "start": one.start,
        "end": one.start + len(one.text),
        "spans": [
            {"start": one.start + span.start, "end": one.start + span.end, "quote": span.of(one.text)}
            for span in one.spans
        ],
        "phrase": one.whole,
        "score": round(one.score, 4),
    }
