"""The tables of figures: what changed with the sentence that proves it, what did not, what the reports leave out."""

from __future__ import annotations

import re

from policydiff.render.comparison.facts import Figure
from policydiff.render.comparison.rows import FigureRow, figure_row, flat
from policydiff.render.html.entries import Entries
from policydiff.render.html.markup import Content, Markup, element, fragment
from policydiff.render.html.picture import picture
from policydiff.render.html.tables import Cell, table
from policydiff.render.html.view import View
from policydiff.render.wording.labels import pick, plain_head, word

__all__ = ["figures"]

_SIGNED = re.compile(r" (?=[+−])")
"""A step stays on one line with the name of its end: 上限 +5万元."""


def figures(view: View, entries: Entries) -> list[Content]:
    """The section's content; nothing where neither side has a figure."""
    found = view.facts.figures()
    if not found:
        return []
    silent = tuple(figure for figure in found if figure.term.direction == "not_reported")
    changed = tuple(figure for figure in found if figure.altered)
    kept = tuple(figure for figure in found if not figure.altered and figure.term.direction != "not_reported")
    made: list[Content] = [
        picture(view, entries, changed) if changed else element("p", view.say("no_figures")),
        _table(view, entries, changed, "figures") if changed else None,
    ]
    if view.facts.excerpt and changed:
        made.append(element("p", view.say("certainty"), class_="note"))
    if kept:
        made.append(_folded(view, "kept", len(kept), _table(view, entries, kept, "kept")))
    if silent:
        made.append(_folded(view, "silent", len(silent), _silent(view, entries, silent)))
    return made


def _folded(view: View, code: str, count: int, content: Markup) -> Markup:
    return element("details", element("summary", f"{view.say(code)} ({count})"), content, class_="more")


def _table(view: View, entries: Entries, found: tuple[Figure, ...], code: str) -> Markup:
    changed = code == "figures"
    codes = ["article", "about", "old", "new", *(["change"] if changed else []), "certainty", "sentence"]
    heads = dict(zip(("old", "new"), view.heads, strict=True))
    columns = [(code, heads.get(code) or plain_head(code, view.lang)) for code in codes]
    seen: set[tuple[str, str]] = set()
    rows = []
    for figure in found:
        row = figure_row(view.facts, figure, view.lang)
        cells: dict[str, Content | Cell] = {
            "article": entries.link(figure.change, row.article),
            "about": view.about(row.about),
            "old": _lines(view, row.old),
            "new": _lines(view, row.new),
            "change": _change(view, row),
            "certainty": Cell(view.mixed(row.certainty), plain=row.certainty == word("certainty", "stated", view.lang)),
            "sentence": _proof(view, row, seen),
        }
        rows.append([cells[code] for code in codes])
    return table(view, view.say(code), columns, rows, class_=f"figures {'kept' if code == 'kept' else 'changed'}")


def _lines(view: View, text: str) -> Markup:
    lines = text.split("\n")
    return fragment([fragment(element("br") if at else None, view.mixed(line)) for at, line in enumerate(lines)])


def _change(view: View, row: FigureRow) -> Markup:
    facets = [element("li", view.mixed(facet)) for facet in row.facets]
    return fragment(
        element("span", _SIGNED.sub("\N{NO-BREAK SPACE}", row.change), class_="verdict"),
        element("ul", facets, class_="facets") if facets else None,
    )


def _proof(view: View, row: FigureRow, seen: set[tuple[str, str]]) -> Cell:
    """The sentence a finding rests on, quoted once, with the other readings that cannot be ruled out."""
    proof = (row.source, row.sentence)
    known = proof in seen
    if not row.sentence:
        quoted = fragment("—")
    elif known:
        quoted = fragment(view.mixed(row.source), pick(("", " "), view.lang), view.say("quoted_above"))
    else:
        quoted = fragment(view.mixed(row.source), view.colon, view.quoted(row.sentence.strip(), name="q"))
    seen.add(proof)
    others = [element("li", view.mixed(other)) for other in row.alternatives]
    told = fragment(quoted, element("ul", others, class_="alternatives") if others else None)
    return Cell(told, plain=(known or not row.sentence) and not others)


def _silent(view: View, entries: Entries, found: tuple[Figure, ...]) -> Markup:
    rows, shown = [], 0
    for figure in found:
        row = figure_row(view.facts, figure, view.lang)
        value = row.old if row.new == word("direction", view.facts.said("not_reported"), view.lang) else row.new
        shown += value == row.new
        rows.append([entries.link(figure.change, row.article), view.about(row.about), view.mixed(flat(value))])
    side = view.heads[1] if shown == len(rows) else view.heads[0]
    columns = [(code, plain_head(code, view.lang)) for code in ("article", "about")]
    return table(view, view.say("silent"), [*columns, ("old", side)], rows, class_="figures silent")
