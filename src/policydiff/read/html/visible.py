"""What of a page a reader sees, told from its markup alone.

Nothing is dropped that may be the document.  A page hides its own text until a script has run (`visibility: hidden`,
`opacity: 0`, `display: none` on the body itself), in a tab that opens on a click, in a field that a script copies from.
So styles hide only what a document is not made of: menus, dialogs, labels of buttons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.fold import HAN
from policydiff.patterns import lazy
from policydiff.read.html.page import attribute

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

__all__ = ["Weight", "Weights", "unseen", "weigh"]

_NEVER = frozenset(("head", "script", "style", "title", "rp"))
_IN_STORE = frozenset(
    ("template", "noscript", "noframes", "iframe", "object", "svg", "canvas", "audio", "video", "datalist")
)
_SETTINGS = frozenset(("w:worddocument", "w:latentstyles", "o:officedocumentsettings", "o:shapelayout", "m:mathpr"))
_STRUCK = frozenset(("s", "strike", "del"))
_STRIKING = lazy(r"text-decoration(?:-line)?\s{0,9}:[^;]{0,40}line-through", re.IGNORECASE)
_HIDING = lazy(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_HAN = lazy(HAN)
_MARK = lazy("[。；]|第[一二三四五六七八九十百千零〇]{1,7}[条條章]")
_SMALL_HAN = 60  # a dialog, a label, a hint; the shortest notices have some eighty characters


@dataclass(slots=True)
class Weight:
    """What an element holds, all elements under it included: Chinese characters, those inside links, marks of prose
    (sentence ends and numbers of provisions), and cells of tables."""

    han: int = 0
    linked: int = 0
    marks: int = 0
    cells: int = 0

    def add(self, other: Weight) -> None:
        """Take in what a child holds."""
        self.han += other.han
        self.linked += other.linked
        self.marks += other.marks
        self.cells += other.cells


@dataclass(slots=True)
class Weights:
    """The elements of a page in the order of its markup, and what each holds, by the element's identity."""

    tags: list[Tag] = field(default_factory=list)
    of: dict[int, Weight] = field(default_factory=dict)


def weigh(soup: BeautifulSoup) -> Weights:
    """Weigh every element, in one pass down and one up."""
    from bs4.element import NavigableString, PreformattedString, Tag  # noqa: PLC0415 - a run on plain text does without

    weights = Weights([soup], {id(soup): Weight()})
    for node in soup.descendants:
        if isinstance(node, Tag):
            weights.tags.append(node)
            weights.of[id(node)] = Weight(cells=int(node.name in ("td", "th")))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            words = str(node)
            if not words.isspace() and node.parent is not None:
                own = weights.of[id(node.parent)]
                own.han += len(_HAN.findall(words))
                own.marks += len(_MARK.findall(words))
    for tag in reversed(weights.tags):
        own = weights.of[id(tag)]
        if tag.name == "a":
            own.linked = own.han
        if tag.parent is not None and tag.name not in ("script", "style"):
            weights.of[id(tag.parent)].add(own)
    return weights


def unseen(weights: Weights, *, struck: bool = False) -> frozenset[int]:
    """The identities of the elements that are not entered: nothing under them is text of the page.

    What a page has in store for other programs (`template`, `noscript`, the fallback of a frame) is its text only where
    it outweighs all that is shown: then the page is an empty frame around it.  What is struck through is void, and no
    text unless `struck` asks for it, or half the page is: then a tag was never closed.
    """
    gone: set[int] = set()
    inside: set[int] = set()  # the elements under those
    stores: list[Tag] = []
    stored: set[int] = set()  # the elements in a store, and the stores themselves
    shown = weights.of[id(weights.tags[0])].han
    for tag in weights.tags[1:]:
        if id(tag.parent) in inside:
            inside.add(id(tag))
            continue
        in_store = id(tag.parent) in stored
        void = not struck and _is_struck(tag) and weights.of[id(tag)].han * 2 < weights.of[id(weights.tags[0])].han
        if void or tag.name in _NEVER or _is_hidden(tag, weights.of[id(tag)]):
            gone.add(id(tag))
            inside.add(id(tag))
            shown -= 0 if in_store or tag.name in ("script", "style") else weights.of[id(tag)].han
            continue
        if tag.name in _IN_STORE:
            stores.append(tag)
            shown -= 0 if in_store else weights.of[id(tag)].han
            in_store = True
        if in_store:
            stored.add(id(tag))
    gone.update(id(tag) for tag in stores if weights.of[id(tag)].han <= max(shown, 0))
    return frozenset(gone)


def _is_struck(tag: Tag) -> bool:
    """Whether an element is struck through: a deletion that the page shows."""
    return tag.name in _STRUCK or _STRIKING.search(attribute(tag, "style")) is not None


def _is_hidden(tag: Tag, weight: Weight) -> bool:
    """Whether an element is hidden and holds nothing that a document is made of."""
    if tag.name in _SETTINGS:
        return weight.marks == 0
    hidden = (
        ("hidden" in tag.attrs and attribute(tag, "hidden").lower() != "until-found")
        or (tag.name == "dialog" and "open" not in tag.attrs)
        or _HIDING.search(attribute(tag, "style")) is not None
    )
    if not hidden or tag.name in ("html", "body"):
        return False
    return weight.marks == 0 and weight.cells == 0 and (weight.han < _SMALL_HAN or weight.linked * 2 > weight.han)
