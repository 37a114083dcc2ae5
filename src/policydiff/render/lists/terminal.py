"""Terms, alignments, outlines, clean texts and hits on the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from policydiff.model import Alignment, CleanText, Explained, Relation, Version
from policydiff.render.columns import Column, fitted, table_lines
from policydiff.render.lists.groups import alignment_rows, one_sided
from policydiff.render.lists.outline_tree import outline_text
from policydiff.render.lists.term_columns import terms_text
from policydiff.render.terminal import Line, line, printed, rule
from policydiff.render.wording.labels import Lang, head, pick, word
from policydiff.render.wording.notes import note_words
from policydiff.render.wording.places import Side, version_label

__all__ = [
    "alignment_text",
    "clean_explain_text",
    "link_words",
    "outline_text",
    "terms_text",
]


def alignment_text(old: Version, new: Version, alignment: Alignment, lang: Lang, *, color: bool, width: int) -> str:
    """Which article is which."""
    sides = Side.of(old), Side.of(new)
    blocks: list[Line] = [line(f"{version_label(old, lang)} → {version_label(new, lang)}", "bold")]
    rows = tuple(
        (
            sides[0].titled(row.link.old, lang),
            sides[1].titled(row.link.new, lang),
            link_words(row.relation, lang),
            f"{row.link.score:.2f}",
        )
        for row in alignment_rows(alignment, *sides)
    )
    if rows:
        named = zip(("old", "new", "relation", "score"), zip(*rows, strict=True), strict=True)
        made = [Column(head(code, lang), cells, right=code == "score", least=16) for code, cells in named]
        blocks += table_lines(fitted(made, max(width, 20)))
    for relation, pairs in one_sided(alignment, *sides).items():
        if pairs:
            listed = pick(("、", ", "), lang).join(side.titled(unit_id, lang) for side, unit_id in pairs)
            blocks.append(line(f"{word('relation', relation, lang)} ({len(pairs)}): {listed}", hang=2))
    blocks += [line(f"※ {note_words(note, lang)}", hang=2) for note in alignment.notes]
    return printed(blocks, color=color, width=width)


def link_words(relation: Relation, lang: Lang) -> str:
    """What a link is called: that two articles match does not say that their words do."""
    return word("link" if relation == "same" else "relation", relation, lang)


def clean_explain_text(clean: CleanText, explained: Sequence[Explained], lang: Lang, *, color: bool, width: int) -> str:
    """Every edit with its rule, place, and the words before and after."""
    blocks: list[Line] = [line(clean.source.uri, "bold")]
    for row in explained:
        after = row.after or pick(("（删去）", "(removed)"), lang)
        pieces = (
            (f"{row.locator} {row.span.start}–{row.span.end}  ", "dim"),
            (f"{row.rule}  ", "bold"),
            (f"[-{_shown(row.before)}-]", "red"),
            (" → ", ""),
            (_shown(after), "green"),
            (f"  ({row.note})" if row.note else "", "dim"),
        )
        blocks.append(Line(pieces, hang=4))
    counts = sorted(Counter(row.rule for row in explained).items())
    blocks += rule(pick((f"共{len(explained)}处", f"{len(explained)} edits"), lang))
    blocks += [line(f"{count:>6}  {name}") for name, count in counts]
    return printed(blocks, color=color, width=width)


def _shown(text: str) -> str:
    """A long stretch by its two ends, with its line breaks visible."""
    flat = text.replace("\n", "⏎")
    return flat if len(flat) <= 80 else f"{flat[:40]}…（{len(flat)}）…{flat[-30:]}"
