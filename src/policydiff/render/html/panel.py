"""The list of changes by chapter, and the filters over it and over the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from policydiff.render.comparison.facts import outcome
from policydiff.render.html.entries import Entries, Entry
from policydiff.render.html.markup import Content, Markup, element, fragment
from policydiff.render.html.texts import badges, run_words
from policydiff.render.html.view import View
from policydiff.render.wording.labels import outcome_word, word

__all__ = ["change_list", "filters"]


def filters(view: View, entries: Entries) -> Markup:
    """The form, of use only to a page whose script runs, which is what shows it."""
    kinds = Counter(outcome(entry.change) for entry in entries.all)
    signals = Counter(signal for entry in entries.all for signal in entry.change.signals)
    bodies = Counter(body for entry in entries.all for body in entry.bodies)
    search = element("input", type="search", id="f-text", autocomplete="off", spellcheck="false")
    choices: list[Content] = [
        _choice(view, "kind", "by_kind", ((kind, _kind(view, kind), n) for kind, n in sorted(kinds.items()))),
        _choice(view, "signal", "by_signal", ((s, word("signal", s, view.lang), n) for s, n in signals.most_common())),
        _choice(view, "body", "by_unit", ((str(at), body, bodies[body]) for body, at in entries.bodies.items())),
    ]
    return element(
        "form",
        element("p", element("label", view.say("search"), for_="f-text"), search),
        _tick(view, "f-substantive", "only_substantive") if _weighed(entries) else None,
        _tick(view, "f-figures", "only_figures") if any(entry.figures for entry in entries.all) else None,
        choices,
        element(
            "p",
            _button(view, "reset", "reset"),
            _button(view, "previous", "previous"),
            _button(view, "next", "next"),
            _button(view, "unfold", "open_all"),
            _button(view, "print", "print"),
            class_="buttons",
        ),
        _tick(view, "f-keys", "keys", checked=True),
        element("p", id="f-status", role="status", data_told=view.say("shown", shown="{shown}", total="{total}")),
        id="filters",
        aria_label=view.say("filters"),
        hidden=True,
    )


def change_list(view: View, entries: Entries) -> Markup:
    """Every change with its kind and weight, under its chapter; each leads to its texts."""
    groups = []
    for chapter, members in entries.chapters():
        items = [_items(view, run) for run in _runs(members)]
        heading = element("h3", view.mixed(chapter)) if chapter else None
        groups.append(element("div", heading, element("ul", items), class_="group"))
    return element("nav", groups, class_="changes", aria_label=view.say("changes"))


def _runs(members: tuple[Entry, ...]) -> Iterator[list[Entry]]:
    for quiet, run in groupby(members, key=lambda entry: entry.quiet):
        if quiet is not None:
            yield list(run)
        else:
            yield from ([entry] for entry in run)


def _items(view: View, run: list[Entry]) -> Markup:
    first = run[0]
    if first.quiet is not None:
        told = element("a", view.mixed(run_words(view, run)), href=f"#{first.anchor}")
        return element("li", told, class_="silent")
    told = element("a", view.mixed(first.place), href=f"#{first.anchor}")
    return element("li", told, badges(view, first, touched=True))


def _kind(view: View, kind: str) -> str:
    return view.say("unchanged") if kind == "same" else outcome_word(view.facts.said(kind), view.lang)


def _weighed(entries: Entries) -> bool:
    return any(entry.change.substance == "substantive" for entry in entries.all)


def _choice(view: View, name: str, label: str, options: Iterable[tuple[str, str, int]]) -> Markup | None:
    listed = [element("option", f"{told} ({count})", value=value) for value, told, count in options]
    if len(listed) < 2:
        return None
    every = element("option", view.say("all"), value="")
    return element(
        "p",
        element("label", view.say(label), for_=f"f-{name}"),
        element("select", every, listed, id=f"f-{name}"),
    )


def _tick(view: View, name: str, label: str, *, checked: bool = False) -> Markup:
    box = element("input", type="checkbox", id=name, checked=checked)
    return element("p", fragment(box, element("label", view.say(label), for_=name)), class_="tick")


def _button(view: View, name: str, label: str) -> Markup:
    return element("button", view.say(label), type="button", id=f"f-{name}")
