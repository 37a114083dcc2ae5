"""A clause of one side: its words with the marks, what stands there if there are none, where it comes from."""

from __future__ import annotations

from policydiff.render.comparison.clauses import ClauseRow, Piece, trimmed
from policydiff.render.escape import one_line
from policydiff.render.html.markup import Content, Markup, element, fragment
from policydiff.render.html.view import View
from policydiff.render.wording.labels import pick

__all__ = ["cell"]

_SHORT = 120
"""An unchanged stretch up to this long stays open: it is context, and folding it would save nothing."""
_QUOTED = 24
"""As much of a folded stretch is shown."""
_EMPTY = frozenset({"added", "removed", "not_reported"})


def cell(view: View, row: ClauseRow, url: str | None, away: dict[str, str], *, old: bool) -> Markup:
    """What stands on one side of a row.

    `url` leads to the words where they were captured; `away` holds the anchors of sentences that went elsewhere.
    """
    label = row.old_label if old else row.new_label
    parts = row.old if old else row.new
    shown: list[Content] = [element("span", f"〔{label}〕", class_="place") if label else None]
    if row.state == "mentioned" and not old:
        shown.append(_state(view, "mentioned"))
    if row.moved and not old:
        shown.append(element("span", f"〔{view.say('moved')}〕", class_="state"))
    if any(part.text.strip() for part in parts):
        shown.append(_stretch(view, row, _words(view, parts, old=old), _origin(view, url), old=old))
        if row.state == "same" and not old:
            shown.append(fragment(" ", _state(view, "same")))
    elif row.state == "same" and not old:
        shown.append(_state(view, "same"))
    elif row.elsewhere:
        shown.append(_signpost(view, row, away))
    elif row.state in {"mentioned", "quoted"}:
        shown.append(_state(view, "reported_elsewhere" if old else "quoted_above"))
    elif row.state in _EMPTY:
        shown.append(_state(view, row.state))
    return fragment(shown)


def _state(view: View, code: str) -> Markup:
    return element("span", view.say(code), class_="state")


def _words(view: View, parts: tuple[Piece, ...], *, old: bool) -> Markup:
    """The words of one side, with what only this side has marked as inserted or deleted."""
    marked = [element("del" if old else "ins", p.text) if p.changed else p.text for p in trimmed(parts)]
    return view.quoted(*marked, class_="words")


def _stretch(view: View, row: ClauseRow, words: Markup, origin: Markup | None, *, old: bool) -> Markup:
    """Words that are open to read, or folded where they are long and nothing is told of them."""
    whole = one_line("".join(part.text for part in (row.old if old else row.new)))
    if row.state not in {"same", "not_reported"} or len(whole) <= _SHORT:
        return fragment(words, origin)
    told = view.say(f"fold_{row.state}", words=whole[:_QUOTED], n=len(whole))
    return element("details", element("summary", view.mixed(told)), words, origin, class_="fold")


def _signpost(view: View, row: ClauseRow, away: dict[str, str]) -> Markup:
    """Where the words of the other side went, or came from: a link, if the page shows that place."""
    words = "".join(piece.text for piece in row.old + row.new).strip()
    told = view.mixed(pick((f"（{row.elsewhere}）", f"({row.elsewhere})"), view.lang))
    anchor = away.get(words)
    return element("a", told, href=f"#{anchor}") if anchor else element("span", told, class_="state")


def _origin(view: View, url: str | None) -> Markup | None:
    if url is None:
        return None
    told = element("span", view.say("original_of"), class_="unseen")
    return fragment(" ", element("a", view.say("original"), told, class_="origin", href=url, rel="noreferrer"))
