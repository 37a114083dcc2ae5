"""Where everything comes from, and how far it goes."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Version
from policydiff.render.comparison.origins import web_address
from policydiff.render.comparison.summary import IN_SUMMARY, title
from policydiff.render.html.markup import Content, Markup, element, fragment
from policydiff.render.html.tables import table
from policydiff.render.html.view import View
from policydiff.render.wording.labels import pick, plain_head, word
from policydiff.render.wording.places import document_number
from policydiff.render.wording.statuses import status_words

__all__ = ["sources"]


def sources(view: View) -> list[Content]:
    """The versions as a table, then every note."""
    facts = view.facts
    versions = (facts.comparison.old, facts.comparison.new)
    rows: list[tuple[str, list[Content]]] = [
        ("title", [view.quoted(title(facts, old=True)), view.quoted(title(facts, old=False))]),
        ("id", [version.name for version in versions]),
        ("status", [status_words(v, view.lang) or None for v in versions]),
        ("date", [v.date.isoformat() if v.date else None for v in versions]),
        ("number", [view.mixed(v.document_number) if v.document_number else None for v in versions]),
        ("url", [_linked(v.url, v.url) if v.url else None for v in versions]),
        ("coverage", [word("coverage", v.coverage, view.lang) for v in versions]),
        ("sources", [_origins(view, v) for v in versions]),
    ]
    body = [
        (element("strong", plain_head(code, view.lang)), *(cell or "—" for cell in cells))
        for code, cells in rows
        if any(cells)
    ]
    notes = [facts.note(note, view.lang) for note in facts.comparison.notes if note.code not in IN_SUMMARY]
    if any(version.work.id for version in versions):
        notes.append(view.say("registered"))
    return [
        table(
            view,
            view.say("caption_sources"),
            [("item", view.say("item")), ("old", view.heads[0]), ("new", view.heads[1])],
            body,
            class_="sources",
        ),
        element("h3", view.say("limits")) if notes else None,
        element("ul", [element("li", view.mixed(note)) for note in notes], class_="notes") if notes else None,
    ]


def _origins(view: View, version: Version) -> Markup | None:
    """Each capture with its publisher, its day and the fingerprint of its bytes."""
    listed = [element("li", _origin(view, version, number)) for number in range(1, len(version.documents) + 1)]
    return element("ol", listed, class_="origins") if listed else None


def _origin(view: View, version: Version, number: int) -> Iterator[Content]:
    document = version.documents[number - 1]
    origin = document.origin
    if cited := document_number(version, number, view.lang):
        yield view.mixed(cited + view.colon)
    yield _linked(origin.name, origin.url)
    details = [origin.publisher, origin.published.isoformat() if origin.published else None]
    if shown := pick(("，", ", "), view.lang).join(detail for detail in details if detail):
        yield view.mixed(pick((f"（{shown}）", f" ({shown})"), view.lang))
    yield fragment(" ", element("code", f"sha256 {document.clean.source.sha256[:12]}…"))


def _linked(text: str, url: str | None) -> Markup:
    address = web_address(url)
    return element("a", text, href=address, rel="noreferrer") if address else fragment(text)
