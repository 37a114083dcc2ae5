"""The landmarks of a page: what its author says is navigation, banner, footer or main text.

By ARIA `role` first, by the sectioning tags of HTML second, as browsers map them for screen readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.read.html.page import attribute
from policydiff.read.html.visible import Weight

if TYPE_CHECKING:
    from bs4.element import Tag

__all__ = ["CHROME", "SECTIONS", "landmark"]

_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "main", "form", "search"))
_TAGS = {"nav": "navigation", "aside": "complementary", "main": "main", "search": "search"}
_OF_PAGE = {"header": "banner", "footer": "contentinfo"}

SECTIONS = frozenset(("article", "main", "aside", "nav"))
"""Elements with headers and footers of their own, which are none of the page's."""

CHROME = frozenset(("navigation", "banner", "contentinfo", "search"))
"""Landmarks that hold no document."""


def landmark(tag: Tag, *, sectioned: bool, own: Weight, page: Weight) -> str | None:
    """The landmark that an element is, or none.

    `sectioned` says that it stands in one of the `SECTIONS`.  An element that holds most of the page's prose is no
    chrome, whatever it is called: some portals wrap every page in one form, or put the text into the banner.
    """
    role = _role(tag, sectioned)
    if role is None or role == "main":
        return role
    if own.marks * 2 > page.marks > 0 or (role == "form" and own.han * 2 > page.han):
        return None
    return role


def _role(tag: Tag, sectioned: bool) -> str | None:
    for role in attribute(tag, "role").lower().split()[:4]:
        if role in _ROLES:
            return role
        if role in ("presentation", "none", "article", "document", "region", "group"):
            return None
    if tag.name in _OF_PAGE:
        return None if sectioned else _OF_PAGE[tag.name]
    return "form" if tag.name == "form" else _TAGS.get(tag.name)
