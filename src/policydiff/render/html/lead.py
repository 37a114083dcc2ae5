"""The head of the page: what was compared, and in three sentences what changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from policydiff.model import Relation, Substance, Version
from policydiff.render.comparison.summary import comparison_title, summary, title
from policydiff.render.html.markup import Content, Markup, element, fragment
from policydiff.render.html.view import View
from policydiff.render.wording.labels import pick, word
from policydiff.render.wording.places import document_words

__all__ = ["Lead", "key_points", "page_head"]

_WEIGHTS: tuple[Substance, ...] = ("substantive", "editorial", "reference_shift", "format_only")
_ONE_SIDED: tuple[Relation, ...] = ("added", "removed")
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
        told = summary(view.facts, view.lang)
        head = tuple(filter(None, (told.articles, _weight(view), told.figures)))
        points = (*told.notes, *told.changes)
        if len(told.replaced) <= _OPEN:
            return cls(head, (*points, *told.replaced), ())
        return cls(head, points, told.replaced)


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
    """实质变化12条（含新增2条、删除1条；修改中涉及数值5条、情态4条），文字修改3条。"""
    counts = Counter(change.substance for change in view.facts.articles())
    told = {code: _counted(view, word("substance", code, view.lang), counts[code]) for code in _WEIGHTS if counts[code]}
    if "substantive" in told and (inside := _inside(view)):
        listed = pick(("；", "; "), view.lang).join(inside)
        told["substantive"] += pick((f"（{listed}）", f" ({listed})"), view.lang)
    if not told:
        return ""
    phrase = "weights_reported" if view.facts.excerpt else "weights"
    return view.say(phrase, parts=pick(("，", "; "), view.lang).join(told.values()))


def _inside(view: View) -> list[str]:
    """What the changes of substance are: articles that came or went, and what the others touch."""
    weighty = [change for change in view.facts.articles() if change.substance == "substantive"]
    relations = Counter(change.relation for change in weighty)
    touched = Counter(signal for change in weighty if change.old and change.new for signal in change.signals)
    phrases = (
        (("含", "with "), [(word("relation", code, view.lang), relations[code]) for code in _ONE_SIDED]),
        (("其余涉及", "others touching: ") if any(relations[code] for code in _ONE_SIDED) else ("涉及", "touching: "),
         [(word("signal", code, view.lang), count) for code, count in touched.most_common(_NAMED)]),
    )  # fmt: skip
    made = []
    for lead, counted in phrases:
        listed = [_counted(view, name, count) for name, count in counted if count]
        if listed:
            made.append(pick(lead, view.lang) + view.comma.join(listed))
    return made


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
