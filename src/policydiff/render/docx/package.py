"""A Word file around its body: page, fonts, styles, page numbers; the same bytes for the same body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from policydiff.render.docx.elements import NAMESPACES, Fonts, Xml, element, field, fonts, paragraph, run, w
from policydiff.render.wording.labels import Lang

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

__all__ = ["BODY", "GOTHIC", "Page", "packed"]

BODY: Fonts = ("Times New Roman", "宋体")
GOTHIC: Fonts = ("Times New Roman", "黑体")
_OTHER_NAMES = {
    "宋体": "SimSun;Songti SC;Noto Serif CJK SC",
    "黑体": "SimHei;Heiti SC;Noto Sans CJK SC",
}
"""What the fonts are called where they bear no Chinese name, and what stands in for them."""
_MOMENT = (1980, 1, 1, 0, 0, 0)
_A4 = (11906, 16838)
_DROPPED = frozenset({"docProps/thumbnail.jpeg"})
_STYLES: dict[str, tuple[Fonts, int]] = {"Normal": (BODY, 21), "Title": (GOTHIC, 32), "Heading 1": (GOTHIC, 26)}
"""Fonts and half-points of the styles used."""


@dataclass(frozen=True, slots=True)
class Page:
    """How a file looks around its body: the title among its properties, a header, and the way the page lies."""

    title: str
    header: str
    landscape: bool
    lang: Lang


def packed(body: Iterable[Xml], page: Page, links: dict[str, str]) -> bytes:
    """The file; `links` are addresses by the relationship id that the body uses for them."""
    import docx  # noqa: PLC0415 - nothing else needs it

    document = docx.Document()
    _style(document)
    _describe(document, page.title)
    document.element.body.clear_content()
    _lay_out(document, page)
    _link(document, links)
    buffer = BytesIO()
    document.save(buffer)
    return _fixed(buffer.getvalue(), "".join(body))


def _parsed(markup: Xml) -> _Element:
    from docx.oxml import parse_xml  # noqa: PLC0415 - as above

    name = markup.partition(" ")[0].partition("/")[0].partition(">")[0]
    return parse_xml(markup.replace(name, f"{name} {NAMESPACES}", 1))


def _style(document: Document) -> None:
    for name, (names, size) in _STYLES.items():
        properties = document.styles[name].element.get_or_add_rPr()
        for child in list(properties):
            properties.remove(child)
        bold = [element("b")] if name != "Normal" else []
        language = [element("lang", val="en-US", eastAsia="zh-CN")] if name == "Normal" else []
        sizes = [element("sz", val=size), element("szCs", val=size)]
        properties.extend(_parsed(child) for child in (fonts(names), *bold, *sizes, *language))
    title = document.styles["Title"].element.get_or_add_pPr()
    for child in list(title):
        title.remove(child)
    title.extend([_parsed(element("spacing", before=0, after=160)), _parsed(element("jc", val="center"))])
    heading = document.styles["Heading 1"].element.get_or_add_pPr()
    for child in heading.findall(w("spacing")):
        heading.replace(child, _parsed(element("spacing", before=240, after=120)))


def _describe(document: Document, title: str) -> None:
    known = document.core_properties
    known.title, known.author, known.last_modified_by = title[:250], "policydiff", "policydiff"
    known.comments, known.subject, known.keywords = "", "", ""
    known.created = known.modified = datetime(*_MOMENT)  # noqa: DTZ001 - the format's dates are in no zone
    known.revision = 1


def _lay_out(document: Document, page: Page) -> None:
    section = document.sections[0]
    short, long = _A4
    size = section._sectPr.find(w("pgSz"))  # noqa: SLF001 - python-docx has no public way to the element
    if size is not None:
        width, height = (long, short) if page.landscape else (short, long)
        size.set(w("w"), str(width))
        size.set(w("h"), str(height))
        if page.landscape:
            size.set(w("orient"), "landscape")
    margins = section._sectPr.find(w("pgMar"))  # noqa: SLF001
    if margins is not None:
        for side in ("left", "right", "top", "bottom"):
            margins.set(w(side), "1134" if page.landscape else "1440")
    _margin_text(section.footer._element, _numbering(page.lang))  # noqa: SLF001
    if page.header:
        small = [element("sz", val=16), element("szCs", val=16)]
        _margin_text(section.header._element, [run(page.header, small)])  # noqa: SLF001


def _margin_text(part: _Element, runs: list[Xml]) -> None:
    """Put a centred line into the header or the footer."""
    for child in list(part):
        part.remove(child)
    part.append(_parsed(paragraph(runs, [element("jc", val="center")])))


def _numbering(lang: Lang) -> list[Xml]:
    before, between, after = ("第", "页 共", "页") if lang == "zh" else ("Page ", " of ", "")
    made = [run(before), *field("PAGE"), run(between), *field("NUMPAGES")]
    return [*made, run(after)] if after else made


def _link(document: Document, links: dict[str, str]) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 - nothing else needs it

    for key, url in links.items():
        document.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, url, key, is_external=True)


def _fixed(data: bytes, body: str) -> bytes:
    """The package with its body put in, and no trace of the time."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name in _DROPPED:
                continue
            entry = ZipInfo(name, _MOMENT)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(entry, _part(name, source.read(name), body))
    return buffer.getvalue()


def _part(name: str, data: bytes, body: str) -> bytes:
    if name == "word/document.xml":
        before, start, after = data.partition(b"<w:body>")
        return b"".join((before, start, body.encode(), after))
    if name == "_rels/.rels":
        return _without_thumbnail(data)
    return _font_table() if name == "word/fontTable.xml" else data


def _without_thumbnail(data: bytes) -> bytes:
    from lxml import etree  # noqa: PLC0415 - as above

    relations = etree.fromstring(data)
    for relation in list(relations):
        if relation.get("Type", "").endswith("/thumbnail"):
            relations.remove(relation)
    return etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True)


def _font_table() -> bytes:
    """The fonts with their other names, so that a machine without one finds its like."""
    shape = element("charset", val="86"), element("family", val="auto")
    known = [
        element("font", element("altName", val=others), *shape, name=name) for name, others in _OTHER_NAMES.items()
    ]
    roman = element("charset", val="00"), element("family", val="roman")
    table = element("fonts", *known, element("font", *roman, name="Times New Roman"))
    declared = table.replace("<w:fonts", f"<w:fonts {NAMESPACES}", 1)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{declared}'.encode()
