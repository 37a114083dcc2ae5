"""The texts side by side: aligned rows for each article, with unchanged stretches folded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from policydiff.render.comparison.clauses import ClauseRow
from policydiff.render.comparison.facts import outcome
from policydiff.render.comparison.origins import OriginLinks
from policydiff.render.comparison.rows import relation_words, touched_words
from policydiff.render.html.cells import cell
from policydiff.render.html.entries import Entries, Entry, Quiet
from policydiff.render.html.markup import Content, Markup, element, fragment
from policydiff.render.html.routes import elsewhere, routes
from policydiff.render.html.view import View
from policydiff.render.wording.labels import word

__all__ = ["badges", "run_words", "texts"]

_SIZES = (80, 300, 900, 2500)


@dataclass(frozen=True, slots=True)
class _Page:
    view: View
    entries: Entries
    old: OriginLinks
    new: OriginLinks


def texts(view: View, entries: Entries) -> Markup:
    """Every entry with its rows, runs of articles in which nothing happened folded into one line."""
    page = _Page(view, entries, OriginLinks(view.facts.old), OriginLinks(view.facts.new))
    before, after = routes(view, entries)
    made: list[Content] = []
    for chapter, members in entries.chapters():
        made.append(element("h3", view.mixed(chapter), class_="chapter") if chapter else None)
        for quiet, run in groupby(_with_routes(members, before, after), key=_quiet):
            if quiet is None:
                made += [part if isinstance(part, Markup) else _article(page, part) for part in run]
            else:
                made.append(_run(page, [part for part in run if isinstance(part, Entry)]))
    return fragment(made)


def badges(view: View, entry: Entry, *, touched: bool) -> Markup:
    """What kind of change it is, how much it weighs, what it touches."""
    change = entry.change
    one_sided = not (change.old and change.new)
    made = [element("span", relation_words(view.facts, change, view.lang), class_=f"badge kind {outcome(change)}")]
    if change.substance != "none":
        weight = word("substance", change.substance, view.lang)
        made.append(element("span", weight, class_=f"badge weight {change.substance}"))
    if touched and change.signals and not one_sided:
        things = view.comma.join(word("signal", signal, view.lang) for signal in change.signals)
        made.append(element("span", view.say("touches", things=things), class_="badge touches"))
    if entry.figures:
        count = view.say("figure_one") if entry.figures == 1 else view.say("figure_count", n=entry.figures)
        made.append(element("span", count, class_="badge figures"))
    return element("span", [fragment(" ", badge) for badge in made], class_="badges")


def _with_routes(
    members: tuple[Entry, ...], before: dict[str, Markup], after: dict[str, Markup]
) -> Iterator[Entry | Markup]:
    for entry in members:
        if entry.anchor in before:
            yield before[entry.anchor]
        yield entry
        if entry.anchor in after:
            yield after[entry.anchor]


def _quiet(part: Entry | Markup) -> Quiet | None:
    return part.quiet if isinstance(part, Entry) else None


def run_words(view: View, run: list[Entry]) -> str:
    """第三条至第九条：7条未变."""
    code = f"run_{view.facts.said(run[0].quiet or '')}" + ("" if len(run) > 1 else "_one")
    places = view.say("to", first=run[0].place, last=run[-1].place) if len(run) > 1 else run[0].place
    return view.say(code, places=places, n=len(run))


def _run(page: _Page, run: list[Entry]) -> Markup:
    told = page.view.mixed(run_words(page.view, run))
    return element("details", element("summary", told), [_article(page, entry) for entry in run], class_="run")


def _article(page: _Page, entry: Entry) -> Markup:
    view, change = page.view, entry.change
    told = element("span", view.say("permalink", place=entry.place), class_="unseen")
    permalink = element("a", "#", told, class_="permalink", href=f"#{entry.anchor}")
    heading = element(
        "h4" if page.entries.chaptered else "h3",
        view.mixed(entry.place),
        " ",
        badges(view, entry, touched=False),
        " ",
        permalink,
        tabindex=-1,
    )
    others = [element("span", id=name, class_="anchor") for name in (*entry.old_ids, *entry.new_ids)[1:]]
    length = sum(len(piece.text) for row in entry.rows for piece in row.old + row.new)
    size = sum(length > bound for bound in _SIZES)
    touched = touched_words(change, view.lang)
    return element(
        "section",
        *others,
        heading,
        element("p", view.mixed(view.say("touches", things=touched)), class_="touched") if touched else None,
        _table(page, entry) if entry.rows else None,
        id=entry.anchor,
        class_=f"entry size{size}",
        **filtered_by(page.entries, entry),
    )


def filtered_by(entries: Entries, entry: Entry) -> dict[str, str | int | bool]:
    """What the filters look at, as attributes; responsible units by their number in the page's list of them."""
    return {
        "data_kind": outcome(entry.change),
        "data_substance": entry.change.substance,
        "data_signals": " ".join(entry.change.signals),
        "data_figures": entry.figures,
        "data_bodies": " ".join(str(entries.bodies[body]) for body in entry.bodies),
        "data_quiet": entry.quiet is not None,
    }


def _table(page: _Page, entry: Entry) -> Markup:
    view = page.view
    heads = [element("th", view.mixed(name), scope="col", role="columnheader") for name in view.heads]
    away = elsewhere(view, page.entries, entry.change)
    rows = [_row(page, entry, row, away) for row in entry.rows]
    return element(
        "table",
        element("caption", view.mixed(entry.place), class_="unseen"),
        element("thead", element("tr", heads, role="row"), role="rowgroup"),
        element("tbody", rows, role="rowgroup"),
        role="table",
        class_="sides",
    )


def _row(page: _Page, entry: Entry, row: ClauseRow, away: dict[str, str]) -> Markup:
    cells = []
    for old, links, units in ((True, page.old, entry.change.old), (False, page.new, entry.change.new)):
        url = links.of(units, row.old if old else row.new)
        content = cell(page.view, row, url, away, old=old)
        cells.append(element("td", content, role="cell", data_label=page.view.say("old" if old else "new")))
    return element("tr", cells, role="row", class_=row.state)
