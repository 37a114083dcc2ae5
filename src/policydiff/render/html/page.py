"""One self-contained page: no request leaves it, nothing in it runs but its own script, and it reads without that."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from policydiff.model import Comparison
from policydiff.render.comparison.summary import comparison_title
from policydiff.render.html.entries import Entries
from policydiff.render.html.figures import figures
from policydiff.render.html.lead import Lead, key_points, page_head
from policydiff.render.html.markup import Content, Markup, element, fragment
from policydiff.render.html.panel import change_list, filters
from policydiff.render.html.sources import sources
from policydiff.render.html.texts import texts
from policydiff.render.html.view import View
from policydiff.render.wording.labels import Lang
from policydiff.render.wording.phrases import marks_line

__all__ = ["comparison_html"]


def comparison_html(c: Comparison, lang: Lang = "zh") -> str:
    """The report as one page of HTML that works offline; document text shows as written, and nothing in it runs."""
    view = View.of(c, lang)
    entries = Entries.of(view)
    lead = Lead.of(view)
    parts: list[tuple[str, list[Content]]] = [
        ("summary", key_points(view, lead)),
        ("figures", figures(view, entries)),
        ("changes", [_workbench(view, entries)]),
        ("sources", sources(view)),
    ]
    sections = [(code, fragment(body)) for code, body in parts]
    shown = [(code, body) for code, body in sections if body]
    body = element(
        "body",
        element("a", view.say("skip"), href="#main", class_="skip"),
        page_head(view, lead),
        _contents(view, [code for code, _ in shown]),
        element("main", [_section(view, code, body) for code, body in shown], id="main", tabindex=-1),
        element("footer", element("p", view.say("disclaimer"))),
    )
    head = _head(view)
    return "<!DOCTYPE html>\n" + element("html", "\n", head, body, lang={"zh": "zh-CN", "en": "en"}[lang])


def _head(view: View) -> Markup:
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        "\n",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", comparison_title(view.facts, view.lang)),
        element("style", style),
        element("script", script, type="module"),
    )


def _asset(name: str) -> Markup:
    """A file of the page's own, which stands in it as it is."""
    return Markup(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _contents(view: View, codes: list[str]) -> Markup:
    listed = []
    for code in codes:
        listed.append(element("li", element("a", view.say(code), href=f"#{code}")))
        if code == "changes":
            listed.append(element("li", element("a", view.say("texts"), href="#texts")))
    return element("nav", element("ul", listed), class_="contents", aria_label=view.say("contents"))


def _section(view: View, code: str, body: Markup) -> Markup:
    if code == "changes":
        return body
    return element(
        "section", element("h2", view.say(code), id=f"{code}-head"), body, id=code, aria_labelledby=f"{code}-head"
    )


def _workbench(view: View, entries: Entries) -> Content:
    """The list of changes beside the texts."""
    if not entries.all:
        return element(
            "section", element("h2", view.say("changes")), element("p", view.say("no_changes")), id="changes"
        )
    note = marks_line(
        view.lang, ("下划线加粗", "bold underlined"), ("删除线", "struck through"), excerpt=view.facts.excerpt
    )
    columns = element(
        "div", [element("span", view.mixed(head)) for head in view.heads], class_="columns", aria_hidden="true"
    )
    panel = element(
        "section",
        element("h2", view.say("changes"), id="changes-head"),
        filters(view, entries),
        change_list(view, entries),
        id="changes",
        class_="panel",
        aria_labelledby="changes-head",
    )
    sides = element(
        "section",
        element("h2", view.say("texts"), id="texts-head"),
        element("p", note, class_="note"),
        columns,
        texts(view, entries),
        id="texts",
        aria_labelledby="texts-head",
    )
    return element("div", panel, sides, class_="workbench")
