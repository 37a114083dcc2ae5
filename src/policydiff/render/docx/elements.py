"""The elements of WordprocessingML that the files are made of, each with its parts in the order of the standard.

An element is its markup, which is parsed once when the file is put together: a long text has a million elements, and
as objects they would take minutes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

__all__ = ["NAMESPACES", "Fonts", "Xml", "element", "field", "fonts", "hyperlink", "paragraph", "run", "shading", "w"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{_W}" xmlns:r="{_R}"'

Xml = NewType("Xml", str)
Fonts = tuple[str, str]
"""The font of Latin letters and that of Chinese characters."""


def w(name: str) -> str:
    """The full name of an element or attribute: `w("p")`."""
    return f"{{{_W}}}{name}"


def element(name: str, /, *children: Xml | None, **attributes: str | int) -> Xml:
    """An element with its attributes, all of the main namespace.

    >>> element("p", element("pPr", element("jc", val="center")))
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p>'
    """
    return _markup(name, "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items()), children)


def _markup(name: str, attributes: str, children: Iterable[str | None]) -> Xml:
    inner = "".join(child for child in children if child)
    return Xml(f"<w:{name}{attributes}>{inner}</w:{name}>" if inner else f"<w:{name}{attributes}/>")


def fonts(names: Fonts) -> Xml:
    """The fonts of a run or a style."""
    latin, chinese = names
    return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=latin, hint="eastAsia")


def run(text: str, properties: Iterable[Xml] = (), *, deleted: bool = False) -> Xml:
    """A run of text that is already printable; a tab and a line break are elements of their own."""
    name = "delText" if deleted else "t"
    found: list[Xml | None] = [_properties("rPr", properties)]
    for at, line in enumerate(text.split("\n")):
        if at:
            found.append(element("br"))
        for number, part in enumerate(line.split("\t")):
            if number:
                found.append(element("tab"))
            if part:
                found.append(_markup(name, ' xml:space="preserve"', [escape(part)]))
    return _markup("r", "", found)


def paragraph(runs: Iterable[Xml], properties: Iterable[Xml] = ()) -> Xml:
    """A paragraph of runs (or of insertions and deletions, which hold runs)."""
    return element("p", _properties("pPr", properties), *runs)


def hyperlink(relationship: str, *runs: Xml) -> Xml:
    """Runs that lead to the address of a relationship."""
    return _markup("hyperlink", f' r:id={quoteattr(relationship)} w:history="1"', runs)


def field(code: str) -> tuple[Xml, ...]:
    """A field such as PAGE, which Word fills in; until then it reads 1."""
    instruction = _markup("instrText", ' xml:space="preserve"', [f" {escape(code)} "])
    begin, separate, end = (element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return begin, element("r", instruction), separate, run("1"), end


def shading(color: str) -> Xml:
    """A background."""
    return element("shd", val="clear", color="auto", fill=color)


def _properties(name: str, properties: Iterable[Xml]) -> Xml | None:
    found = list(properties)
    return element(name, *found) if found else None
