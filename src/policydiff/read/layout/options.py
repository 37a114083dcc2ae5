"""What decides how a page is taken apart; all lengths are in em, the size of the characters at hand."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DEFAULTS", "LayoutOptions"]


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """Thresholds of layout, each with its reason."""

    same_place: float = 0.12
    """Two equal characters closer than this are one, drawn twice to look bold.  Programs shift the second by a
    twentieth of an em; the narrowest letter is a quarter wide."""

    same_line: float = 0.4
    """How far baselines of equally large characters may lie apart on one line: scans with a recognised text drift by a
    third of an em over a line, and lines are never set closer than one em."""

    small: float = 0.78
    """Characters of less than this share of their neighbours' size are superscripts or subscripts."""

    segment_gap: float = 0.8
    """A gap wider than this may be a gutter or the border of a cell.  Full-width punctuation leaves half an em."""

    latin_gap: float = 0.17
    """A gap between letters that is a space, where the file draws none.  Spaces are a quarter of an em and shrink to a
    fifth in tightly justified lines; kerning stays below a tenth."""

    wide_gap: float = 0.75
    """A gap between Chinese characters that the author put there, beyond what justifying the line added to each."""

    thin_gap: float = 0.17
    """A gap between two Chinese characters that is a thin space which the file does not draw (第一条 为了), in a line
    that has few of them; in a line set loosely by hand there are many."""

    mixed_gap: float = 0.4
    """A gap between a letter and a Chinese character that is a space; word processors add a quarter of an em
    on their own."""

    gutter_cell: float = 0.25
    """The step in which a page is searched for gutters; two free steps make one.  Browsers set columns one em apart,
    all others further."""

    column_lines: int = 4
    """The fewest lines of a column: with three, a table of short cells would do."""

    column_width: float = 8.0
    """The narrowest column of running text; a newspaper sets eleven characters."""

    column_full: float = 0.25
    """The share of a column's lines that reach its right edge.  In legal text half do, where most items are short a
    third; in the cells of a table hardly any."""

    column_bands: int = 2000
    """A page of more lines is no paper page, and is read from top to bottom."""

    cell_gap: float = 0.45
    """A gap that may part two cells, where at least three rows share it: browsers leave four points at each side of a
    border.  Between a letter and a Chinese character stands a quarter of an em."""

    table_rows: int = 3
    """So many rows that keep the same gaps are a table; two are a signature and its date, if not of three cells."""

    rule_reach: float = 0.35
    """Lines so close are one line, and lines that end so far from each other touch: browsers leave a sixth of an em
    between the borders of two cells, and no cell of text is as narrow."""

    rules_of_tables: int = 400
    """The most lines of a page's tables, pieces joined.  A page of small type has some eighty rows; more are a map."""

    boxes_of_tables: int = 4000
    """The most cells of one table on one page, merged ones taken apart."""

    tables_of_pages: int = 50
    """The most tables of a page; more grids are a drawing."""

    border_share: float = 0.5
    """How much of a cell's side a line must cover to be its border."""

    cell_padding: float = 1.0
    """The most room that a cell leaves beside its text.  Word leaves half an em, browsers next to nothing."""

    furniture_lines: int = 3
    """How many lines at each edge of a page can be furniture: a running title, its rule of dashes, a page number."""

    furniture_share: float = 0.3
    """The share of pages that a running title stands on: left and right pages carry different ones, the first none."""

    set_off: float = 1.3
    """A running title stands so many times further from the text than lines stand from each other; what stands closer
    is the first line of the text, which may be the same on several pages: the head of a table.  A smaller one may."""

    title_size: float = 1.15
    """What is so much larger than the body text is a title."""

    indent: float = 0.7
    """A line that starts less than this right of the margin starts at it: a bracket's glyph is half empty."""

    broad: float = 0.75
    """An unfinished line that fills so much of a line's length may go on at the margin, where paragraphs start further
    in; what ends sooner is a heading or a signature."""

    paragraph_gap: float = 1.25
    """A line so many times further down than lines follow each other starts a paragraph, where nothing else shows it:
    six points between paragraphs make a quarter of a line."""

    far_gap: float = 1.5
    """So far down a line starts a paragraph in any text; where fonts are mixed, lines drift by less than half."""


DEFAULTS = LayoutOptions()
