"""The figures that changed as a picture: old beside new, to scale, told apart without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from policydiff.model import Term
from policydiff.render.comparison.facts import Figure
from policydiff.render.comparison.rows import FigureRow, figure_row, flat
from policydiff.render.html.entries import Entries
from policydiff.render.html.families import Family, Scale, families, in_measure, measure, reach
from policydiff.render.html.markup import Markup, element, fragment
from policydiff.render.html.view import View
from policydiff.render.wording.labels import Lang, pick, word
from policydiff.render.wording.measures import unit_word
from policydiff.render.wording.values import amount, marked, written

__all__ = ["picture"]

_DRAWN = 12
"""How many figures of one measure are drawn: more are no picture any longer."""
_ALTOGETHER = 30
"""How many figures are drawn in all: two printed pages."""
_HEIGHT = 14
_SPELT = 8
_LEAST = 0.4


def picture(view: View, entries: Entries, figures: tuple[Figure, ...]) -> Markup | None:
    """A chart for each measure; values are words beside the bars, so that nothing rests on the drawing alone."""
    drawn = families(figures, _DRAWN, _ALTOGETHER)
    alike = element("p", view.mixed(_alike(view, drawn.alike)), class_="note") if drawn.alike else None
    if not drawn.families:
        return alike
    note = element("p", view.say("picture_note"), class_="note")
    caption = element("figcaption", element("strong", view.say("picture")), " ", note)
    shown = [_family(view, entries, family) for family in drawn.families]
    left = element("p", view.mixed(_left_out(view, drawn.left)), class_="note") if drawn.left else None
    return element("figure", caption, shown, alike, left, class_="picture")


def _alike(view: View, figures: tuple[Figure, ...]) -> str:
    """What two equal bars would not show: 补贴：一次，频次由“每半年”改为“每季度”."""
    told = []
    for figure in figures[:_DRAWN]:
        row = figure_row(view.facts, figure, view.lang)
        value = " + ".join(written(term, view.lang) for term in figure.term.new)
        facets = pick(("，", ", "), view.lang).join((value, *row.facets))
        told.append(f"{row.article}{view.comma}{row.about}{view.colon}{facets}")
    return view.say("not_told_apart", listed=_listed(view, told, len(figures)))


def _listed(view: View, told: Iterable[str], count: int) -> str:
    listed = pick(("；", "; "), view.lang).join(dict.fromkeys(told))
    if count > _DRAWN:
        listed += pick(("", " "), view.lang) + view.say("and_more", n=count - _DRAWN * (view.lang == "en"))
    return listed


def _left_out(view: View, figures: tuple[Figure, ...]) -> str:
    """The figures that are not drawn, by their names; of many the first."""
    rows = [figure_row(view.facts, figure, view.lang) for figure in figures[:_DRAWN]]
    told = (f"{row.article}{view.comma}{row.about}{view.colon}{_values(row)}" for row in rows)
    return view.say("not_drawn", listed=_listed(view, told, len(figures)))


def _values(row: FigureRow) -> str:
    return " → ".join(flat(value) for value in (row.old, row.new) if value != "—")


def _family(view: View, entries: Entries, family: Family) -> Markup:
    return element(
        "div",
        element("h3", view.mixed(_name(view, family))),
        element("p", _scale_words(view, family), class_="note"),
        element("ol", [_figure(view, entries, family, figure) for figure in family.figures], class_="bars"),
        _axis(view, family),
        class_="family",
    )


def _name(view: View, family: Family) -> str:
    """金额（条件）, 期限（年）, 金额（数值较大的）."""
    kind, unit = family.measure
    name = word("kind", kind, view.lang) if kind else view.say("own_scale")
    told = unit_word(unit, view.lang) if kind in {"count", "quantity", "duration"} or unit == "USD" else ""
    for detail in (told, word("role", family.role, view.lang) if family.role else ""):
        name += pick((f"（{detail}）", f" ({detail})"), view.lang) if detail else ""
    return view.say("larger", name=name) if family.larger else name


def _scale_words(view: View, family: Family) -> Markup:
    if family.scale is None:
        return fragment(view.say("own_scale_note"))
    low, high = (_amount(view, family, value) for value in (family.scale.low, family.scale.high))
    if family.scale.kind == "linear":
        return view.mixed(view.say("linear", top=high))
    step = _power_words(family.scale.each, view.lang)
    return view.mixed(view.say("log", bottom=low, top=high, step=step))


def _power_words(power: int, lang: Lang) -> str:
    """A power of ten: 10, 100, 1000, and in words that stay short whatever a text holds."""
    if power > _SPELT:
        return f"10^{power}"
    return amount(Fraction(10) ** power, "count", None, lang)


def _amount(view: View, family: Family, value: Fraction) -> str:
    kind, unit = family.measure
    return amount(value, kind, unit, view.lang)


def _figure(view: View, entries: Entries, family: Family, figure: Figure) -> Markup:
    row = figure_row(view.facts, figure, view.lang)
    about = fragment(entries.link(figure.change, row.article), " · ", view.about(row.about))
    return element(
        "li",
        element("p", about, " ", element("span", row.change, class_="verdict"), _doubt(view, figure), class_="subject"),
        _side(view, family, figure, row.old, "old"),
        _side(view, family, figure, row.new, "new"),
        _axis(view, family.alone(figure)) if family.scale is None else None,
        element("p", view.mixed(view.comma.join(row.facets)), class_="note") if row.facets else None,
    )


def _doubt(view: View, figure: Figure) -> Markup | None:
    certainty = figure.term.certainty
    if certainty == "stated":
        return None
    return fragment(" ", element("span", word("certainty", certainty, view.lang), class_="badge"))


def _side(view: View, family: Family, figure: Figure, empty: str, side: str) -> Markup:
    terms = figure.term.old if side == "old" else figure.term.new
    name = element("span", view.say(side), class_="side")
    if not terms and empty == "—":  # the verdict says it: 新设, 取消
        return fragment()
    if not terms:
        return element("p", name, element("span", empty, class_="amount"), class_=f"bar {side}")
    wanted, scale = family.drawn(figure)
    return fragment(_bar(view, name, term, scale if measure(term) == wanted else None, side) for term in terms)


def _bar(view: View, name: Markup, term: Term, scale: Scale | None, side: str) -> Markup:
    """A value in words and drawn, where it has the measure of its family."""
    value = element("span", view.mixed(written(term, view.lang) + marked(term, view.lang)), class_="amount")
    if scale is None:
        drawing = element("span", view.say("other_unit"), class_="note")
    else:
        drawing = _svg((*_lines(scale), *_drawing(term, scale)), _HEIGHT)
    return element("p", name, value, drawing, class_=f"bar {side}")


def _svg(shapes: tuple[Markup, ...], height: int, **more: str) -> Markup:
    return element("svg", shapes, width="100%", height=height, focusable="false", aria_hidden="true", **more)


def _lines(scale: Scale) -> Iterator[Markup]:
    for value in scale.lines():
        x = f"{scale.at(value)}%"
        yield element("line", x1=x, x2=x, y1=0, y2=_HEIGHT, class_="grid")


def _drawing(term: Term, scale: Scale) -> Iterator[Markup]:
    """A bar from nought, or over its range; on a logarithmic scale, which has no nought, a mark at the place itself."""
    end = scale.at(reach(term))
    ranged = term.bound == "range" and term.low is not None
    if scale.kind != "log" or ranged:
        start = scale.at(in_measure(term, term.low)) if ranged and term.low is not None else 0.0
        width = f"{max(round(end - start, 1), _LEAST)}%"
        yield element("rect", x=f"{start}%", y=2, width=width, height=_HEIGHT - 4, class_="value")
    else:
        yield element("line", x1=0, x2=f"{end}%", y1=_HEIGHT // 2, y2=_HEIGHT // 2, class_="stem")
        yield element("circle", cx=f"{end}%", cy=_HEIGHT // 2, r=5, class_="value")
    if term.high is None:  # a path has no per cents: an svg of its own can be put at one
        yield _at(end, element("path", d="M4 1 L12 7 L4 13", class_="open"))


def _at(place: float, path: Markup) -> Markup:
    return element("svg", path, x=f"{place}%", y=0, width=14, height=_HEIGHT, overflow="visible")


def _axis(view: View, family: Family) -> Markup | None:
    if family.scale is None:
        return None
    marks = []
    for value in family.scale.lines():
        at = family.scale.at(value)
        anchor = "start" if at < 5 else "end" if at > 95 else "middle"
        marks.append(element("text", _amount(view, family, value), x=f"{at}%", y=12, text_anchor=anchor))
    return element("div", _svg(tuple(marks), 16), class_="axis")
