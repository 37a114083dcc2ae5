"""The tree of a page, and the pages that are packed into it as text.

Beautiful Soup over lxml, because lxml on its own drops text without a word from about 255 nested elements on.  Both are
imported when the first page is read: they cost more than the rest of a run on plain text.
"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from policydiff.errors import InputError
from policydiff.patterns import lazy
from policydiff.read.options import ReadOptions

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

__all__ = ["attribute", "parse"]

_XML_DECLARATION = lazy(r"\s*+<\?xml[^>]{0,200}\?>")
_MARKUP = lazy(r"<(?:p|div|br|table|tr|td|ul|ol|li|h[1-6]|span|section|article|body|font|strong)\b", re.IGNORECASE)
_START = lazy("<[A-Za-z]")
_TEMPLATE_TYPE = lazy(r"text/(?:html|(?:x-)?template|x-tmpl|ng-template|x-handlebars\S{0,20})", re.IGNORECASE)
_CARRIERS = ("iframe", "noframes", "noscript", "script", "textarea", "title")


def parse(text: str, uri: str, options: ReadOptions) -> BeautifulSoup:
    """The tree of a page.

    Markup that the page holds as text is part of the tree, too: the page in the `srcdoc` of a frame and the markup in
    a text field, which a reader sees, as a `div`; what a script has in store (`<script type="text/html">`), and what a
    title or a list of frames swallowed because nothing closed it, as a `template`.  Raises InputError where there are
    more elements than the options allow.
    """
    left = _counted(text, options.max_elements, uri, options)
    soup = _tree(text)
    for carrier in soup.find_all(_CARRIERS):
        markup = _markup_in(carrier)
        if len(_MARKUP.findall(markup)) < 2:
            continue
        if carrier.name == "title":  # its own words end where the page's markup starts
            own, lead, rest = markup.partition("<")
            carrier.string, markup = own, lead + rest
        left = _counted(markup, left, uri, options)
        page = _tree(markup).body
        if page is None:
            continue
        page.name = "div"
        if carrier.name == "title":
            store = soup.new_tag("template")
            store.append(page.extract())
            soup.append(store)
            continue
        carrier.name = "div" if carrier.name in ("iframe", "textarea") else "template"
        carrier.clear()
        carrier.append(page.extract())
    return soup


def _counted(text: str, left: int, uri: str, options: ReadOptions) -> int:
    """How many more elements there may be; they are counted before they are made, for each takes a kilobyte."""
    left -= sum(1 for _ in _START.finditer(text))
    if left < 0:
        raise InputError(
            f"{uri} has more than {options.max_elements:,} elements: cut out the document and name that file"
        )
    return left


def attribute(tag: Tag, name: str) -> str:
    """An attribute's value without the white space around it, or nothing."""
    value = tag.attrs.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def _tree(text: str) -> BeautifulSoup:
    import bs4  # noqa: PLC0415 - a run on plain text does without

    class Page(bs4.BeautifulSoup):
        """A page whose elements all come in the order of its markup."""

        def _linkage_fixer(self, el: Tag) -> None:
            """Do nothing: the links between elements are right as they are set, and looking for others takes a walk to
            the root for every text behind a nested element: on a deep page, hours."""

    # libxml2 ends the page at a NUL, and takes an XML declaration for a charset that the decoded text no longer has
    markup = text.replace("\0", "")
    declared = _XML_DECLARATION.match(markup)
    markup = markup[declared.end() :] if declared else markup
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", bs4.XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", bs4.MarkupResemblesLocatorWarning)
        return Page(markup, "lxml", multi_valued_attributes=None)


def _markup_in(carrier: Tag) -> str:
    if carrier.name == "iframe" and (page := attribute(carrier, "srcdoc")):
        return page
    if carrier.name == "script" and not _TEMPLATE_TYPE.fullmatch(attribute(carrier, "type")):
        return ""
    if any(hasattr(child, "contents") for child in carrier.contents):
        return ""  # a parser that reads its content as markup has done the work
    return "".join(str(words) for words in carrier.contents)
