"""The parts of a .docx file that hold text, checked before python-docx sees them.

python-docx trusts its file: it follows every relationship, fails where one leads nowhere, and refuses a document saved
as a template or with macros.  So it gets a copy that holds the document, what the document points to, and nothing
else.  Strict Open XML (ISO/IEC 29500) differs in the names of its namespaces alone, as far as text goes.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr
from zipfile import ZipFile

from policydiff.errors import InputError, UnknownFormatError
from policydiff.read.archive import Archive, open_archive
from policydiff.read.docx.markup import W
from policydiff.read.options import ReadOptions

if TYPE_CHECKING:
    from docx.package import Package as OpcPackage
    from lxml.etree import _Element

__all__ = ["Package", "open_package"]

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMESPACES = (
    (_STRICT + b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (_STRICT + b"officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_TYPES = "http://schemas.openxmlformats.org/package/2006/"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CONTENT = {
    "officeDocument": f"{_WORD}document.main+xml",
    "styles": f"{_WORD}styles+xml",
    "numbering": f"{_WORD}numbering+xml",
    "settings": f"{_WORD}settings+xml",
    "header": f"{_WORD}header+xml",
    "footer": f"{_WORD}footer+xml",
    "footnotes": "application/xml",
    "endnotes": "application/xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
}
_USUAL = "word/document.xml"
_CORE = "metadata/core-properties"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


@dataclass(frozen=True, slots=True)
class Package:
    """The XML of a document's parts: the document itself, parts of which there is one, headers and footers by id."""

    document: _Element
    single: dict[str, _Element]
    by_id: dict[str, _Element]
    title: str = ""

    def part(self, name: str) -> _Element | None:
        """The root of the part of which a document has one: `styles`, `numbering`, `footnotes`…"""
        return self.single.get(name)


@dataclass(frozen=True, slots=True)
class _Link:
    """A relationship that leads to a part we read."""

    id: str
    name: str
    target: str


def open_package(data: bytes, uri: str, options: ReadOptions) -> Package:
    """The parts of a Word document; raises InputError where they cannot be had.

    Raises UnknownFormatError where the file holds no Word document but, say, a workbook.
    """
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 - python-docx costs a quarter of a second
    from docx.package import Package as OpcPackage  # noqa: PLC0415
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415

    archive = open_archive(data, uri, options, only=(".xml", ".rels"))
    copy = _checked_copy(archive)
    try:
        return _parts(OpcPackage.open(BytesIO(copy)), uri)
    except (OpcError, XMLSyntaxError, KeyError, ValueError) as error:
        raise InputError(f"{uri} is damaged ({error}): open it in Word and save it again") from None


def _parts(package: OpcPackage, uri: str) -> Package:
    """What python-docx found, as bare XML."""
    from docx.oxml.parser import parse_xml  # noqa: PLC0415
    from docx.parts.hdrftr import FooterPart, HeaderPart  # noqa: PLC0415

    main = package.main_document_part
    if main.element.tag != f"{W}document":
        raise UnknownFormatError(f"{uri} is an office file but no text document: save its text as .docx or .txt")
    single: dict[str, _Element] = {}
    by_id: dict[str, _Element] = {}
    for link in main.rels.values():
        part = link.target_part
        root = getattr(part, "element", None)
        if root is None:
            root = parse_xml(part.blob)
        if isinstance(part, HeaderPart | FooterPart):
            by_id[link.rId] = root
        else:
            single.setdefault(link.reltype.rpartition("/")[2], root)
    return Package(main.element, single, by_id, _title(package))


def _title(package: OpcPackage) -> str:
    """The title among the file's properties, as it stands there; python-docx would make properties where none are."""
    parts = (link.target_part for link in package.rels.values() if link.reltype.endswith(_CORE))
    roots = (getattr(part, "element", None) for part in parts)
    return next((root.findtext(_TITLE) or "" for root in roots if root is not None), "")


def _checked_copy(archive: Archive) -> bytes:
    """A package with the parts we read and no other, each of them free of entities, in transitional namespaces."""
    root = [link for link in _links(archive, "") if link.name in ("officeDocument", "core-properties")]
    main = next((link for link in root if link.name == "officeDocument"), None)
    if main is None and _USUAL in archive.parts:  # the package does not say which part is the document
        main = _Link("document", "officeDocument", _USUAL)
        root.append(main)
    if main is None:
        raise InputError(f"{archive.uri} is damaged: its document is missing; ask for the file again")
    inner = [link for link in _links(archive, main.target) if link.name not in ("officeDocument", "core-properties")]
    copy = BytesIO()
    with ZipFile(copy, "w") as target:
        kept = {link.target: link for link in (*inner, *root)}
        target.writestr("[Content_Types].xml", _content_types(kept))
        target.writestr("_rels/.rels", _relationships(root))
        target.writestr(_relationships_of(main.target), _relationships(inner))
        for name in kept:
            target.writestr(name, _transitional(archive, name))
    return copy.getvalue()


def _links(archive: Archive, source: str) -> list[_Link]:
    """The relationships of a part, or of the package, that lead to parts we read and that are there."""
    name = _relationships_of(source)
    if name not in archive.parts:
        return []
    found = []
    for link in archive.xml(name):
        kind = (link.get("Type") or "").rpartition("/")[2]
        path = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), link.get("Target") or ""))
        target = path.lstrip("/")
        if kind in _CONTENT and link.get("TargetMode") != "External" and target in archive.parts and link.get("Id"):
            found.append(_Link(link.get("Id") or "", kind, target))
    return found


def _relationships_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _transitional(archive: Archive, name: str) -> bytes:
    """A part's XML after it was parsed once, which is what refuses document types."""
    from lxml import etree  # noqa: PLC0415

    root = archive.xml(name)
    if not any(_STRICT.decode() in str(uri) for uri in root.nsmap.values()):
        return archive.parts[name]
    data: bytes = etree.tostring(root, encoding="UTF-8")
    for strict, transitional in _NAMESPACES:
        data = data.replace(strict, transitional)
    return data


def _content_types(kept: dict[str, _Link]) -> str:
    overrides = "".join(
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(_CONTENT[link.name])}/>"
        for name, link in kept.items()
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_TYPES}content-types">{rels}{overrides}</Types>'


def _relationships(links: list[_Link]) -> str:
    rows = "".join(
        f"<Relationship Id={quoteattr(link.id)} Target={quoteattr('/' + link.target)} Type="
        f"{quoteattr(_TYPES + 'relationships/' + _CORE if link.name == 'core-properties' else _LINKS + link.name)}/>"
        for link in links
    )
    return f'<Relationships xmlns="{_TYPES}relationships">{rows}</Relationships>'
