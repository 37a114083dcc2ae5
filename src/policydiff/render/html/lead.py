"""The head of the page: what was compared, and in three sentences what changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from policydiff.model import Substance, Version
from policydiff.render.html.markup import Content, Markup, element, fragment
from policydiff.render.html.view import View
from policydiff.render.labels import pick, word
from policydiff.render.places import document_words
from policydiff.render.summary import IN_SUMMARY, comparison_title, sentences, title

__all__ = ["Lead", "key_points", "page_head"]

_WEIGHTS: tuple[Substance, ...] = ("substantive", "editorial", "reference_shift", "format_only")
_NAMED = 6
"""How many of the things that changes touch one sentence can name and still be read."""
_OPEN = 3
"""How many replacements stand among the points before they fold away."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The summary, parted: what the head says, the points under it, and what was replaced throughout."""

    head: tuple[str, ...]
    points: tuple[str, ...]
    replaced: tuple[str, ...]

    @classmethod
    def of(cls, view: View) -> Lead:
        """What became of the articles, how much of it weighs, what became of the figures; and all the rest."""
        comparison = view.facts.comparison
        told = list(sentences(view.facts, view.lang))
        replaced = [told.pop() for _ in comparison.replacements][::-1]
        figures = told.pop(1 + sum(note.code in IN_SUMMARY for note in comparison.notes))
        articles = told.pop(0)
        weight = _weight(view)
        if len(replaced) <= _OPEN:
            told, replaced = told + replaced, []
        return cls((articles, *([weight] if weight else []), figures), tuple(told), tuple(replaced))


def page_head(view: View, lead: Lead) -> Markup:
    """The title, three sentences, and the two versions."""
    comparison = view.facts.comparison
    said = element("p", [element("span", view.mixed(sentence), " ") for sentence in lead.head], class_="lead")
    sides = element(
        "div",
        _version(view, comparison.old, old=True),
        element("p", "→", class_="arrow", aria_hidden="true"),
        _version(view, comparison.new, old=False),
        class_="versions",
    )
    return element("header", element("h1", view.mixed(comparison_title(view.facts, view.lang))), said, sides)


def key_points(view: View, lead: Lead) -> list[Content]:
    """The rest of the summary, a point each; what was replaced throughout folds away where it is long."""
    made: list[Content] = [_list(view, lead.points)] if lead.points else []
    if lead.replaced:
        summary = element("summary", view.say("replaced", n=len(lead.replaced)))
        made.append(element("details", summary, _list(view, lead.replaced), class_="more"))
    return made


def _list(view: View, points: tuple[str, ...]) -> Markup:
    return element("ul", [element("li", view.mixed(point)) for point in points], class_="points")


def _weight(view: View) -> str:
    """实质修改12处（主要涉及数值5处、情态4处），文字修改3处。"""
    both = [change for change in view.facts.comparison.changes if change.old and change.new]
    counts = Counter(change.substance for change in both)
    touched = Counter(signal for change in both for signal in change.signals if change.substance == "substantive")
    parts = []
    for code in _WEIGHTS:
        if not counts[code]:
            continue
        told = _counted(view, word("substance", code, view.lang), counts[code])
        if code == "substantive" and touched:
            listed = view.comma.join(
                _counted(view, word("signal", s, view.lang), n) for s, n in touched.most_common(_NAMED)
            )
            told += pick((f"（涉及{listed}）", f" (touching: {listed})"), view.lang)
        parts.append(told)
    if not parts:
        return ""
    phrase = "weights_reported" if view.facts.excerpt else "weights"
    return view.say(phrase, parts=pick(("，", "; "), view.lang).join(parts))


def _counted(view: View, name: str, count: int) -> str:
    return pick((f"{name}{count}条", f"{name} {count}"), view.lang)


def _version(view: View, version: Version, *, old: bool) -> Markup:
    code = "old" if old else "new"
    coverage = element("span", word("coverage", version.coverage, view.lang), class_=f"coverage {version.coverage}")
    details: list[Content] = [element("span", view.mixed(version.document_number)) if version.document_number else None]
    if version.coverage == "excerpt":
        names = (document_words(version, document.origin.name, view.lang) for document in version.documents)
        details.append(element("span", view.mixed(view.comma.join(names))))
    return element(
        "div",
        element("p", element("span", view.say(code), class_="side"), " ", view.mixed(view.heads[0 if old else 1])),
        element("p", view.quoted(f"《{title(view.facts, old=old)}》", class_="work")),
        element("p", coverage, [fragment(" · ", detail) for detail in details if detail], class_="note"),
        class_=f"version {code}",
    )
