"""Word documents saved as one XML file (flat OPC): the parts of a .docx, one after the other, made a .docx again."""

from __future__ import annotations

import base64
import binascii
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_STORED, ZipFile

from policydiff.errors import InputError
from policydiff.read.archive import parse_xml
from policydiff.read.options import ReadOptions

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["docx_of_flat"]

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_LONGEST_NAME = 1000  # a zip archive cannot hold one of 65,536 bytes
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def docx_of_flat(data: bytes, uri: str, options: ReadOptions) -> bytes:
    """The .docx that a flat file stands for; raises InputError where it is damaged or has too many parts."""
    parts = parse_xml(data, uri, "its text").findall(f"{_PKG}part")
    if len(parts) > options.max_parts:
        raise InputError(f"{uri} holds {len(parts)} parts, more than {options.max_parts}: ask for the document itself")
    overrides, names = [], {"", "[Content_Types].xml"}
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for number, part in enumerate(parts):
            name = part.get(f"{_PKG}name", f"/part{number}").lstrip("/")
            if name in names or len(name) > _LONGEST_NAME:  # the first one counts, as in Word
                continue
            names.add(name)
            overrides.append(
                f"<Override PartName={quoteattr('/' + name)} "
                f"ContentType={quoteattr(part.get(f'{_PKG}contentType', ''))}/>"
            )
            archive.writestr(name, _content(part, uri))
        types = f'<Types xmlns="{_TYPES}">{"".join(overrides)}</Types>'
        archive.writestr("[Content_Types].xml", types)
    return file.getvalue()


def _content(part: _Element, uri: str) -> bytes:
    from lxml import etree  # noqa: PLC0415 - a run on plain text does without

    xml = part.find(f"{_PKG}xmlData")
    if xml is not None and len(xml):
        return etree.tostring(xml[0], encoding="utf-8", xml_declaration=True)
    binary = part.findtext(f"{_PKG}binaryData") or ""
    try:
        return base64.b64decode(binary, validate=False)
    except binascii.Error:
        raise InputError(f"{uri} is damaged: one of its parts is no base64; ask for the file again") from None
