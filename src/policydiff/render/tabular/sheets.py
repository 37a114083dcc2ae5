"""The tables of a spreadsheet: plain cells, before any file format.

A number is a number in base units, so that a reader can add and sort; the words of the text stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from policydiff.model import Term, TermChange
from policydiff.render.comparison.clauses import ClauseRow, Piece, clause_rows, trimmed
from policydiff.render.comparison.facts import Facts, Figure
from policydiff.render.comparison.origins import OriginLinks
from policydiff.render.comparison.rows import article_rows, figure_row, flat, titles
from policydiff.render.printable import printable
from policydiff.render.tabular.words import HEADS
from policydiff.render.wording.figure_changes import percent, told_end, way
from policydiff.render.wording.heads import column_heads
from policydiff.render.wording.labels import Lang, head, pick, word
from policydiff.render.wording.measures import unit_word
from policydiff.render.wording.phrases import SHARED
from policydiff.render.wording.places import Side

__all__ = ["Cell", "Column", "Marked", "Sheet", "Web", "articles", "clauses", "figures"]


@dataclass(frozen=True, slots=True)
class Web:
    """A cell that leads to a page."""

    url: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell whose words are partly marked as deleted (`sign` is `-`) or added (`+`)."""

    sign: Literal["-", "+"]
    lead: str
    pieces: tuple[Piece, ...]
    tail: str = ""

    def __str__(self) -> str:
        return f"{self.lead}{''.join(piece.text for piece in self.pieces)}{self.tail}"


Cell = str | int | float | date | Web | Marked | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head and how wide it is shown, in characters."""

    head: str
    width: int = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its name; a wide one is printed on a larger sheet of paper."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def width(self) -> int:
        """How wide it is, in characters."""
        return sum(column.width for column in self.columns)


def figures(facts: Facts, lang: Lang) -> Sheet:
    """Every figure: the changed ones, those that stayed, those that reports leave out."""
    old, new = column_heads(facts.comparison, lang)
    columns = (
        Column(head("article", lang), 22),
        Column(head("about", lang), 18),
        Column(head("kind", lang), 8),
        Column(head("role", lang), 8),
        Column(old, 22),
        *_columns(lang, "old_value", "old_low", "old_high"),
        Column(new, 22),
        *_columns(lang, "new_value", "new_low", "new_high", "unit", "bound"),
        Column(head("change", lang), 10),
        *_columns(lang, "delta", "percent", "points"),
        Column(head("certainty", lang), 12),
        *(
            Column(pick(HEADS[code], lang), width)
            for code, width in (("facets", 20), ("alternatives", 26), ("source", 14))
        ),
        Column(head("sentence", lang), 56),
        Column(pick(HEADS["page"], lang), 24),
    )
    links = OriginLinks(facts.old), OriginLinks(facts.new)
    return Sheet(
        pick(HEADS["figures"], lang), columns, tuple(_figure(facts, figure, links, lang) for figure in facts.figures())
    )


def _columns(lang: Lang, *codes: str) -> Iterable[Column]:
    return (Column(pick(HEADS[code], lang), 12) for code in codes)


def _figure(facts: Facts, figure: Figure, links: tuple[OriginLinks, OriginLinks], lang: Lang) -> tuple[Cell, ...]:
    row, term = figure_row(facts, figure, lang), figure.term
    model = (*term.new, *term.old)[0] if term.new or term.old else None
    return (
        row.article,
        row.about,
        word("kind", model.kind, lang) if model else "",
        word("role", figure.role, lang) if figure.role else "",
        flat(row.old),
        *_values(term, term.old),
        flat(row.new),
        *_values(term, term.new),
        _both((_unit(t, lang) for t in term.old), (_unit(t, lang) for t in term.new)),
        _both((word("bound", t.bound, lang) for t in term.old), (word("bound", t.bound, lang) for t in term.new)),
        word("direction", facts.said(way(term)), lang),
        _number(term.delta),
        _rounded(percent(term)),
        _rounded(term.points),
        row.certainty,
        "\n".join(row.facets),
        "\n".join(row.alternatives),
        row.source,
        printable(row.sentence).strip(),
        _page(figure, links, row.sentence),
    )


def _both(old: Iterable[str], new: Iterable[str]) -> str:
    """What holds of both sides, said once, or of each: 月 → 年."""
    sides = (" + ".join(dict.fromkeys(filter(None, side))) for side in (old, new))
    return " → ".join(dict.fromkeys(filter(None, sides)))


def _values(change: TermChange, terms: tuple[Term, ...]) -> tuple[Cell, Cell, Cell]:
    """A single figure's value, of a range the end that the change is told of, and both ends of a range.

    Several figures of one row have no one value.
    """
    if len(terms) != 1:
        return None, None, None
    low, high = terms[0].low, terms[0].high
    if low is None or high is None or low == high:
        return _number(low if high is None else high), None, None
    return _number(low if told_end(change) == "low" else high), _number(low), _number(high)


def _number(value: Fraction | None) -> int | float | None:
    """A number as a spreadsheet holds it, which has 15 digits and no infinity; what is larger stands in words only."""
    if value is None or abs(value) >= 10**15:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def _rounded(value: Fraction | None) -> int | float | None:
    """A percentage to two decimals: what is behind them is of no account, and 33.3333… looks like accuracy."""
    return _number(round(value, 2)) if value is not None else None


def _unit(term: Term, lang: Lang) -> str:
    if term.kind == "rate":
        return pick(("比例（1＝100%）", "fraction (1 = 100%)"), lang)
    if term.kind == "multiple":
        return pick(("倍", "times"), lang)
    if term.kind == "money" and lang == "zh":
        return {"CNY": "元", "USD": "美元"}.get(term.unit or "CNY", term.unit or "")
    return unit_word(term.unit, lang)


def _page(figure: Figure, links: tuple[OriginLinks, OriginLinks], sentence: str) -> Web | None:
    """The page that the quoted sentence stands on."""
    words = (Piece(False, sentence),)
    told = [witness.unit_id for witness in figure.term.witnesses]
    url = links[1].of([*told, *(term.unit_id for term in figure.term.new)], words)
    url = url or links[0].of([term.unit_id for term in figure.term.old], words)
    return Web(url) if url else None


def articles(facts: Facts, lang: Lang) -> Sheet:
    """What became of each article, with its whole text on both sides."""
    old, new = column_heads(facts.comparison, lang)
    text = pick(HEADS["text"], lang)
    columns = (
        Column(old, 24),
        Column(new, 24),
        Column(head("relation", lang), 16),
        Column(head("substance", lang), 14),
        Column(head("touched", lang), 30),
        Column(pick(HEADS["figure_count"], lang), 10),
        Column(f"{old}{text}", 60),
        Column(f"{new}{text}", 60),
    )
    shown = [change for change in facts.comparison.changes if change.relation != "unplaced"]
    return Sheet(
        pick(HEADS["articles"], lang),
        columns,
        tuple(
            (
                *(row.old, row.new, row.relation, row.substance, row.touched),
                sum(Figure(change, term).altered for term in change.terms),
                _texts(facts.old, change.old),
                _texts(facts.new, change.new),
            )
            for change, row in zip(shown, article_rows(facts, lang), strict=True)
        ),
    )


def _texts(side: Side, ids: tuple[str, ...]) -> str:
    return "\n".join(side.text(unit_id).strip("\n") for unit_id in ids)


def clauses(facts: Facts, lang: Lang) -> Sheet:
    """The texts side by side, clause by clause, each with the page it came from."""
    old, new = column_heads(facts.comparison, lang)
    page = pick(HEADS["page"], lang)
    columns = (
        Column(head("article", lang), 24),
        Column(pick(HEADS["state"], lang), 12),
        Column(old, 60),
        Column(new, 60),
        Column(pick(HEADS["elsewhere"], lang), 20),
        Column(f"{page}：{old}" if lang == "zh" else f"{page}: {old}", 24),
        Column(f"{page}：{new}" if lang == "zh" else f"{page}: {new}", 24),
    )
    links = OriginLinks(facts.old), OriginLinks(facts.new)
    rows: list[tuple[Cell, ...]] = []
    for change, found in clause_rows(facts, lang):
        side, ids = (facts.old, change.old) if change.old else (facts.new, change.new)
        place = titles(side, ids, lang)
        for row in found:
            pages = (links[0].of(change.old, row.old), links[1].of(change.new, row.new))
            rows.append(
                (
                    place,
                    _state(facts, row, lang),
                    _clause(row, lang, old=True),
                    _clause(row, lang, old=False),
                    pick(("、", ", "), lang).join(filter(None, (_moved(row, lang), row.elsewhere))),
                    *(Web(url) if url else None for url in pages),
                )
            )
    return Sheet(pick(HEADS["clauses"], lang), columns, tuple(rows))


def _state(facts: Facts, row: ClauseRow, lang: Lang) -> str:
    """What became of a clause; that a report words it otherwise does not show that it was changed."""
    if facts.amending and row.state in {"mentioned", "quoted"}:
        return pick(HEADS["state_amended"], lang)
    state = "differs" if row.state == "edited" and facts.excerpt else facts.said(row.state)
    return pick(HEADS[f"state_{state}"], lang)


def _moved(row: ClauseRow, lang: Lang) -> str:
    return pick(("移位", "moved"), lang) if row.moved else ""


def _clause(row: ClauseRow, lang: Lang, *, old: bool) -> Cell:
    """One side of a row; words that are the same as on the left are not repeated."""
    label, parts = (row.old_label, row.old) if old else (row.new_label, row.new)
    lead = f"〔{label}〕" if label else ""
    pieces = trimmed(tuple(Piece(part.changed, printable(part.text)) for part in parts))
    same = row.state == "same" and not old
    tail = " " * bool(pieces) + pick(SHARED["same"], lang) if same else ""
    whole = Marked("-" if old else "+", printable(lead), pieces, tail)
    return whole if any(piece.changed for piece in pieces) else str(whole)
