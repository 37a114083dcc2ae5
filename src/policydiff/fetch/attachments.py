"""The attachments of a page: links that are called 附件 outside its menus, and links near its text to a document."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from policydiff.errors import InputError
from policydiff.fetch.addresses import checked_url
from policydiff.fetch.options import FetchOptions
from policydiff.patterns import lazy

if TYPE_CHECKING:
    from bs4.element import Tag

__all__ = ["Link", "attachment_links"]

_DEFAULTS = FetchOptions()
_SUFFIX = lazy(r"\.(?:docx?|wps|rtf|pdf|ofd|xlsx?|et)(?![\w.])", re.IGNORECASE)
_OTHER = lazy(r"\.(?:zip|rar|7z|jpe?g|png|gif|bmp|mp[34]|exe|apk)(?![\w.])", re.IGNORECASE)
_NAMED = lazy(r"\s*+(?:[（(【\[]\s*+)?(?:相关|公文)?附\s?件|点击(?:下载|查看)\s?附件")
_WHOLE = frozenset(("body", "html", "[document]"))
_ASIDE_TAGS = frozenset(("nav", "aside", "header", "footer"))
_ASIDE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "menu"))
_HAN = lazy(r"[\u3400-\u9fff]")
_PROSE_HAN = 15
_BULK = 0.7
"""The share of a page's running text that its text area holds.  What a portal says elsewhere in whole sentences, a
disclaimer and a notice to visitors, is less than a third even beside a short text."""
_AROUND = 2
"""How many elements around the text area still belong to it: its frame, where many portals list attachments below the
text, and the frame's own."""
_LABEL = 120
_STRINGS = 60
_HOST = lazy(r"^(?:https?:)?//[^/?#]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """An attachment: its address, and what the page calls it."""

    url: str
    label: str


def attachment_links(markup: str, url: str, options: FetchOptions = _DEFAULTS) -> tuple[Link, ...]:
    """The attachments of the page that was served from `url`, in reading order, each once.

    >>> page = '<p>现将《办法》印发给你们。</p><p>附件：<a href="/a/1.docx">某市管理办法</a></p>'
    >>> attachment_links(page, "https://example.org/zc/1.html")
    (Link(url='https://example.org/a/1.docx', label='某市管理办法'),)
    """
    import httpx2  # noqa: PLC0415 - most commands fetch nothing

    soup = _parse(markup)
    base = httpx2.URL(url)
    declared = soup.find("base", href=True)
    if declared is not None:
        try:
            base = checked_url(str(declared["href"]), options, base=base)
        except InputError:
            base = httpx2.URL(url)
    found: dict[str, Link] = {}
    near = {id(anchor) for anchor in _anchors(_surroundings(_text_area(soup)))}
    for anchor in _anchors(soup):
        label, href = _words(anchor), str(anchor["href"])
        names = [str(anchor.get(name) or "") for name in ("title", "download")]
        if not _is_attachment(href, label, *names) or not (id(anchor) in near or _NAMED.match(label)):
            continue
        try:
            target = str(checked_url(href, options, base=base))
        except InputError:  # a mail address, a script, a slip: nothing that could be fetched
            continue
        if target != url:
            found.setdefault(target, Link(target, label or next(filter(None, names), "")[:_LABEL]))
    return tuple(found.values())


def _parse(markup: str) -> Tag:
    from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        return BeautifulSoup(markup.replace("\0", ""), "lxml")


def _text_area(soup: Tag) -> Tag:
    """The smallest element that holds the bulk of the running text; the whole page where there is none.

    One walk over the page counts, a second adds up from the leaves, so that depth costs nothing.
    """
    from bs4.element import NavigableString, PreformattedString, Tag  # noqa: PLC0415

    prose: dict[int, int] = {}
    tags: list[Tag] = []
    for node in soup.descendants:
        if isinstance(node, Tag):
            tags.append(node)
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            parent = node.parent
            if parent is not None and parent.name not in ("a", "script", "style", "title", "option", "button"):
                han = len(_HAN.findall(node))
                prose[id(parent)] = prose.get(id(parent), 0) + (han if han >= _PROSE_HAN else 0)
    for tag in reversed(tags):  # children come behind their parents, so each is whole before it is added
        if tag.parent is not None:
            prose[id(tag.parent)] = prose.get(id(tag.parent), 0) + prose.get(id(tag), 0)
    total = prose.get(id(soup), 0)
    bulk = [tag for tag in tags if prose.get(id(tag), 0) >= _BULK * total] if total else []
    return bulk[-1] if bulk else soup  # those that hold the bulk stand inside each other


def _surroundings(area: Tag) -> Tag:
    """The text area with what is laid out right around it."""
    if area.name in ("p", "span", "font", "strong", "b", "td", "tr", "tbody", "section"):
        # a text of one paragraph: its container is the area
        while area.parent is not None and area.name not in ("div", "article", "main", "body", "table", "form"):
            area = area.parent
    for _ in range(_AROUND):
        if area.name in ("article", "main") or area.parent is None or area.parent.name in _WHOLE:
            break
        area = area.parent
    return area


def _anchors(area: Tag) -> list[Tag]:
    """The links of an area that stand in no menu, header or footer of their own."""
    from bs4.element import Tag  # noqa: PLC0415

    anchors = []
    stack = [iter(area.contents)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif isinstance(node, Tag) and not _is_aside(node):
            if node.name == "a" and node.get("href"):
                anchors.append(node)
            stack.append(iter(node.contents))
    return anchors


def _is_aside(tag: Tag) -> bool:
    return tag.name in _ASIDE_TAGS or str(tag.get("role", "")).lower() in _ASIDE_ROLES


def _words(anchor: Tag) -> str:
    """What a link says; a few strings are enough, and links nested in links by the thousand cost no more."""
    strings = (str(node) for node in islice(anchor.descendants, _STRINGS) if not getattr(node, "name", None))
    return " ".join("".join(strings).split())[:_LABEL]


def _is_attachment(href: str, label: str, *names: str) -> bool:
    """Whether a link leads to a document: by what it is called, or by the name of the file."""
    path = unquote(_HOST.sub("", href))
    if _OTHER.search(path) or any(_OTHER.search(name) for name in (label, *names)):
        return False
    return bool(_NAMED.match(label)) or any(_SUFFIX.search(name) for name in (path, label, *names))
