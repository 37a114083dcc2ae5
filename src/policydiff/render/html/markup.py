"""HTML built from values: whatever is no markup yet is escaped, wherever it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import TypeAlias

from policydiff.render.escape import visible

__all__ = ["Content", "Markup", "Value", "element", "fragment", "in_chinese", "unbroken"]


class Markup(str):
    """HTML that `element` built, and does not escape again."""

    __slots__ = ()


Content: TypeAlias = "str | Iterable[Content] | None"
Value: TypeAlias = str | int | bool | None

_VOID = frozenset({"br", "input", "link", "meta"})
_BLOCKS = frozenset((
    "article", "body", "caption", "details", "div", "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "head", "header", "html", "li", "link", "main", "meta", "nav", "ol", "option",
    "p", "script", "section", "select", "style", "summary", "svg", "table", "tbody", "td", "th", "thead",
    "title", "tr", "ul",
))  # fmt: skip
_SPECIAL = re.compile(r"[&<>\"']")
_DATE = re.compile(r"(?<!\d)(?<!\d-)\d{4}-\d\d-\d\d(?!\d|-\d)", re.ASCII)
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_CHINESE = re.compile(rf"[{_HAN}](?:[{_HAN}\u3000-\u303f\uff00-\uffef\w%.,:;+·“”()《》-]*[{_HAN}])?")


def element(name: str, /, *content: Content, **attributes: Value) -> Markup:
    r"""An element; text in it and in its attributes is escaped, and what has no shape is named.

    `class_` and `for_` stand for the words Python keeps to itself, `data_n` for `data-n`; an attribute that is null or
    false is left out, one that is true stands alone.

    >>> element("p", "若<a>", element("b", "&"), None, class_="x", hidden=True, data_n=3)
    '<p class="x" hidden data-n="3">若&lt;a&gt;<b>&amp;</b></p>\n'
    >>> element("input", value='"\u202e')
    '<input value="&quot;⟦U+202E⟧">'
    """
    opening = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    end = "\n" if name in _BLOCKS else ""
    if name in _VOID:
        return Markup(opening + end)
    return Markup(f"{opening}{fragment(*content)}</{name}>{end}")


def fragment(*content: Content) -> Markup:
    """Several pieces as one, without an element around them.

    >>> fragment("a&", [Markup("<br>"), None, ("b",)])
    'a&amp;<br>b'
    """
    return Markup("".join(_flat(content)))


def in_chinese(text: str) -> Markup:
    """A text in another language with its Chinese stretches marked as such, for voices and fonts.

    >>> in_chinese("Raised: 二、支持研发 (+150%)")
    'Raised: <span lang="zh">二、支持研发</span> (+150%)'
    """
    parts: list[Content] = []
    at = 0
    for match in _CHINESE.finditer(text):
        parts += [unbroken(text[at : match.start()]), element("span", unbroken(match[0]), lang="zh")]
        at = match.end()
    return fragment(parts, unbroken(text[at:]))


def unbroken(text: str) -> Markup:
    """A text with its dates kept whole: a line that ends in 2024-03- reads badly, and another hyphen copies badly.

    >>> unbroken("正式稿（2025-02-14）")
    '正式稿（<span class="date">2025-02-14</span>）'
    """
    parts: list[Content] = []
    at = 0
    for match in _DATE.finditer(text):
        parts += [text[at : match.start()], element("span", match[0], class_="date")]
        at = match.end()
    return fragment(parts, text[at:])


def _flat(content: Iterable[Content]) -> Iterator[str]:
    for part in content:
        if part is None:
            continue
        if isinstance(part, Markup):
            yield part
        elif isinstance(part, str):
            yield _safe(part)
        else:
            yield from _flat(part)


def _safe(text: str) -> str:
    """Text as HTML shows it; most of it is plain, and a look is cheaper than seven replacements."""
    return text if text.isprintable() and not _SPECIAL.search(text) else escape(visible(text))


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{value if isinstance(value, int) else _safe(value)}"'
