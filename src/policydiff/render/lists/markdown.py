"""Terms, alignments and hits as Markdown tables."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.model import Alignment, Term, Version
from policydiff.render.escape import cell, inline
from policydiff.render.lists.groups import alignment_rows, one_sided
from policydiff.render.lists.term_columns import instrument_lines, term_columns, total_words
from policydiff.render.lists.terminal import link_words
from policydiff.render.markdown_table import table
from policydiff.render.wording.labels import Lang, head, word
from policydiff.render.wording.notes import note_words
from policydiff.render.wording.places import Side, version_label

__all__ = ["alignment_markdown", "terms_markdown"]


def terms_markdown(version: Version, terms: Sequence[Term], lang: Lang) -> str:
    """Every figure of a version."""
    columns = term_columns(Side.of(version), terms, lang, glossed=True)
    blocks = [f"# {inline(f'{version_label(version, lang)} · {version.name}')}"]
    blocks += [inline(told) for told in instrument_lines(terms, lang)]
    rows = zip(*(column.cells for column in columns), strict=True)
    if columns:
        blocks.append(table([column.head for column in columns], [map(cell, row) for row in rows]))
    blocks.append(total_words(terms, lang))
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
    notes = "".join(f"- {inline(note_words(note, lang))}\n" for note in alignment.notes)
    links = table([head(code, lang) for code in ("old", "new", "relation", "score")], rows)
    return f"# {title}\n\n{links}\n" + f"\n{notes}" * bool(notes)
