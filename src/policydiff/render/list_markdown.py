"""Terms, alignments and hits as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.model import Alignment, Hit, Term, Version
from policydiff.render.escape import cell, cell_piece, inline, mark
from policydiff.render.groups import alignment_rows, one_sided
from policydiff.render.labels import Lang, head, pick, word
from policydiff.render.list_text import link_words, term_table
from policydiff.render.markdown import table
from policydiff.render.places import Side, version_label

__all__ = ["alignment_markdown", "hits_markdown", "terms_markdown"]


def terms_markdown(version: Version, terms: Sequence[Term], lang: Lang) -> str:
    """Every figure of a version."""
    heads, rows, instrument = term_table(version, terms, lang)
    blocks = [f"# {inline(f'{version_label(version, lang)} · {version.name}')}"]
    if instrument:
        blocks.append(inline(instrument))
    blocks.append(table(heads, [map(cell, row) for row in rows]))
    return "\n\n".join(blocks) + "\n"


def alignment_markdown(old: Version, new: Version, alignment: Alignment, lang: Lang) -> str:
    """Which article is which, and what stands on one side only."""
    sides = Side.of(old), Side.of(new)
    rows = [
        [
            cell(sides[0].titled(row.link.old, lang)),
            cell(sides[1].titled(row.link.new, lang)),
            cell(link_words(row.relation, lang)),
            f"{row.link.score:.2f}",
        ]
        for row in alignment_rows(alignment, *sides)
    ]
    for relation, pairs in one_sided(alignment, *sides).items():
        for side, unit_id in pairs:
            place = cell(side.titled(unit_id, lang))
            rows.append([*((place, "—") if side is sides[0] else ("—", place)), word("relation", relation, lang), "—"])
    title = inline(f"{version_label(old, lang)} → {version_label(new, lang)}")
    return f"# {title}\n\n{table([head(code, lang) for code in ('old', 'new', 'relation', 'score')], rows)}\n"


def hits_markdown(query: str, hits: Sequence[Hit], lang: Lang) -> str:
    """The clauses found, the words searched for in bold."""
    sides: dict[int, Side] = {}
    rows = []
    for hit in hits:
        side = sides.setdefault(id(hit.version), Side.of(hit.version))
        rows.append([cell(hit.version.name), cell(side.titled(hit.unit_id, lang)), "".join(_highlighted(side, hit))])
    count = pick((f"“{query}”：{len(hits)}处", f"“{query}”: {len(hits)} found"), lang)
    return f"# {inline(count)}\n\n{table([head(code, lang) for code in ('version', 'article', 'clause')], rows)}\n"


def _highlighted(side: Side, hit: Hit) -> Iterator[str]:
    unit = side.unit(hit.unit_id)
    if unit is None:
        return
    text = hit.version.documents[hit.document_index].text
    at, end = unit.span.start, unit.span.end
    while end > at and text[end - 1].isspace():
        end -= 1
    while at < end and text[at].isspace():
        at += 1
    begin = at
    for span in sorted(hit.spans):
        if span.start < at or span.end > end or not len(span):
            continue
        yield cell_piece(text[at : span.start])
        yield mark(span.of(text), "**", text[max(span.start - 1, begin) : span.start], text[span.end : span.end + 1])
        at = span.end
    yield cell_piece(text[at:end])
