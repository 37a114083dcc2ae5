"""Names of WordprocessingML, and its attribute values read without trust."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["MATH", "MC", "RELATIONSHIPS", "W", "branch", "integer", "is_on", "value", "within"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_OFF = frozenset(("0", "false", "off", "none"))
_TEXTS = (f"{W}t", f"{W}delText", f"{W}sym", f"{MATH}t", f"{W}txbxContent")


def value(parent: _Element | None, name: str) -> str | None:
    """The `w:val` of a child, and nothing where there is no such child or it has none."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(f"{W}val") if child is not None else None


def integer(text: str | None, default: int, low: int = 0, high: int = 32_767) -> int:
    """A number as Word stores it, kept within what Word itself allows; `default` where it is none.

    >>> integer("3", 1), integer("drei", 1), integer("99999999999999999999", 1), integer(None, 7)
    (3, 1, 32767, 7)
    """
    bare = (text or "").strip()
    digits = bare.lstrip("+-")
    if not digits.isascii() or not digits.isdigit() or len(bare) - len(digits) > 1:
        return default
    number = int(digits[:12]) * (-1 if bare.startswith("-") else 1)
    return min(max(number, low), high)


def is_on(parent: _Element | None, name: str) -> bool | None:
    """A switch such as `<w:vanish/>` or `<w:vanish w:val="0"/>`; nothing where it is not set at all."""
    child = parent.find(W + name) if parent is not None else None
    return None if child is None else (child.get(f"{W}val") or "1").lower() not in _OFF


def within(element: _Element, names: frozenset[str]) -> bool:
    """Whether one of the elements around this one has one of these names."""
    return any(around.tag in names for around in element.iterancestors())


def branch(alternatives: _Element) -> Iterator[_Element]:
    """What `mc:AlternateContent` shows: one of its branches, never two.

    The branches are one thing drawn in newer and older ways (a text box as DrawingML and as VML), so the first that
    holds text is the one; a branch without text shows a picture.
    """
    for name in ("Choice", "Fallback"):
        for option in alternatives.iterchildren(MC + name):
            if next(option.iter(*_TEXTS), None) is not None:
                yield from option
                return
