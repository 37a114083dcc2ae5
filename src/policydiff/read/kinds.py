"""What kind of capture some bytes are: told by their content, and only where that leaves it open by the name.

The web serves Word documents as .html, pages as .doc, and anything as application/octet-stream.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

from policydiff.errors import CharsetError, UnknownFormatError
from policydiff.patterns import lazy
from policydiff.read.archive import contents, open_archive
from policydiff.read.charset import wide_charset
from policydiff.read.compound import COMPOUND, is_word
from policydiff.read.options import ReadOptions

__all__ = ["DOCX", "FLAT_DOCX", "MHTML", "OFD", "OFFICE", "PDF", "Kind", "binary_kind", "text_kind"]

Kind = Literal["text/html", "text/markdown", "text/plain"]

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OFD = "application/ofd"
MHTML = "multipart/related"
FLAT_DOCX = "application/vnd.ms-word.flat-opc"
_DOC, _WPS, _RTF = "application/msword", "application/vnd.ms-works", "application/rtf"
_ODT, _FLAT_ODT = "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-flat-xml"
_WORD_2003, _UOF = "application/vnd.ms-wordml", "application/vnd.uof.text"

OFFICE = {
    _DOC: (".doc", "MS Word 97"),
    _WPS: (".wps", "MS_Works"),
    _RTF: (".rtf", "Rich Text Format"),
    _ODT: (".odt", "writer8"),
    _FLAT_ODT: (".fodt", "OpenDocument Text Flat XML"),
    _WORD_2003: (".xml", "MS Word 2003 XML"),
    _UOF: (".uot", "UOF text"),
}
"""The documents that LibreOffice is needed for: the suffix under which it opens each, and the filter that must read it.
Left to itself it would take a damaged document for plain text, and show its bytes."""

_UNPACK = "unpack it and name the document in it"
_RECOGNISE = "recognise its text (OCR) and name the file with the text, or ask for the document it shows"
_EXPORT = "save the page as .html or .txt and name that file"
_SHEET = "save the sheet as .html or .pdf and name that file"
_SLIDES = "save it as .pdf and name that file"
_UNREAD = (
    (b"PK\x05\x06", "an empty zip archive", "ask for the file again"),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh9", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"\x89PNG\r\n\x1a\n", "an image", _RECOGNISE),
    (b"\xff\xd8\xff", "an image", _RECOGNISE),
    (b"GIF87a", "an image", _RECOGNISE),
    (b"GIF89a", "an image", _RECOGNISE),
    (b"II*\x00", "an image", _RECOGNISE),
    (b"MM\x00*", "an image", _RECOGNISE),
    (b"AT&TFORM", "a DjVu scan", _RECOGNISE),
    (b"SQLite format 3\x00", "a database", _EXPORT),
    (b"\x7fELF", "a program", "name the document instead"),
)
_ISO_2022 = b"\x1b$)"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # UTF-16 and UTF-32, where NULs are half of every letter
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27} | {127})

_PDF_MARK = re.compile(rb"%PDF-\d")
_XML_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}<\?xml\s")
_XML_ROOTS = (
    (re.compile(rb"<pkg:package\s"), FLAT_DOCX),
    (re.compile(rb"<w:wordDocument\s"), _WORD_2003),
    (re.compile(rb"<office:document\s"), _FLAT_ODT),
    (re.compile(rb"<uof:UOF\s"), _UOF),
)
_SHEET_XML = re.compile(rb"<\?mso-application\s[^>]{0,100}progid=\"Excel\.Sheet\"")
_BLOCK_TAG = r"<(?:div|p|table|tbody|tr|td|section|article|ul|ol|li|h[1-6]|br|center|main|header|form)\b"
_WHOLE_PAGE = lazy(
    r"[\s\ufeff]*+(?:<\?xml[^>]{0,200}>\s*+)?"
    r"(?:(?><!--.{0,20000}?-->)\s*+)*+<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = lazy(rf"\s*+{_BLOCK_TAG}", re.IGNORECASE)
_TAG = lazy(r"</?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
_SUFFIXES: dict[str, Kind] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht"), "text/html"),
    **dict.fromkeys((".md", ".markdown"), "text/markdown"),
    ".txt": "text/plain",
}


def binary_kind(data: bytes, uri: str, options: ReadOptions) -> str | None:
    """The media type of a document that is more than text, and nothing where the bytes are text.

    Raises UnknownFormatError where they are neither, or a kind that is not read: one sentence with the way out.
    """
    if _PDF_MARK.search(data, 0, 1024):  # readers of PDF allow for rubbish before the mark, and some portals send it
        return PDF
    if data.startswith((b"PK\x03\x04", COMPOUND)):
        return _zipped(data, uri, options) if data.startswith(b"PK") else _compound(data, uri)
    head = data[: options.sniff_bytes]
    if _XML_HEAD.match(head):
        return _office_xml(head, uri)
    if head[:64].lstrip().startswith(b"{\\rtf"):
        return _RTF
    if _is_saved_page(head):
        return MHTML
    _refuse_unread(head, uri, options)
    return None


def _is_saved_page(head: bytes) -> bool:
    if b"multipart/" not in head.lower():
        return False
    from policydiff.read.html.saved import is_saved_page  # noqa: PLC0415 - brings the email package

    return is_saved_page(head)


def _refuse_unread(head: bytes, uri: str, options: ReadOptions) -> None:
    for magic, name, way_out in _UNREAD:
        if head.startswith(magic):
            raise _unread(uri, name, way_out)
    if (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or head[4:12] in (b"ftypheic", b"ftypavif", b"ftypmif1"):
        raise _unread(uri, "an image", _RECOGNISE)
    if _ISO_2022 in head[:4096] and b"\x0e" in head:
        raise CharsetError(f"{uri} is text in ISO-2022-CN, which policydiff does not read: save it as UTF-8")
    controls = len(head) - len(head.translate(None, _CONTROL))
    if controls <= options.max_control_share * len(head) or head.startswith(_WIDE_MARKS) or wide_charset(head):
        return
    raise UnknownFormatError(f"{uri} holds binary data, not text: {_EXPORT}")


def _unread(uri: str, name: str, way_out: str) -> UnknownFormatError:
    return UnknownFormatError(f"{uri} is {name}, which policydiff does not read: {way_out}")


def _compound(data: bytes, uri: str) -> str:
    return _DOC if is_word(data, uri) else _WPS


def _zipped(data: bytes, uri: str, options: ReadOptions) -> str:
    """The kind of a zip archive: office formats tell it in their list of content types, or in a part named mimetype."""
    parts = open_archive(
        data, uri, options, only=("[Content_Types].xml", "mimetype", "OFD.xml", "word/document.xml")
    ).parts
    types = parts.get("[Content_Types].xml", b"")
    if b"wordprocessingml" in types or b"ms-word" in types or "word/document.xml" in parts:
        return DOCX
    if "OFD.xml" in parts:
        return OFD
    if parts.get("mimetype", b"").strip().startswith(_ODT.encode()):
        return _ODT
    if b"spreadsheetml" in types or b"ms-excel" in types:
        raise _unread(uri, "an Excel workbook", _SHEET)
    if b"presentationml" in types:
        raise _unread(uri, "a PowerPoint presentation", _SLIDES)
    held = contents(data)
    way_out = f"{_UNPACK}; it holds {held}" if held else "it holds no file; ask for it again"
    raise _unread(uri, "a zip archive", way_out)


def _office_xml(head: bytes, uri: str) -> str | None:
    """A document that an office program wrote as one XML file; any other XML is text."""
    if _SHEET_XML.search(head, 0, 4096):
        raise _unread(uri, "an Excel workbook", _SHEET)
    return next((kind for root, kind in _XML_ROOTS if root.search(head, 0, 4096)), None)


def text_kind(text: str, uri: str, media_type: str | None) -> Kind:
    """The kind of a decoded text.

    A page starts with its doctype or with `<html>`; a fragment starts with block elements.  A .txt file whose text
    merely holds tags (a forum's archive that serves its markup as text) stays plain text: the tags are its text.  What
    is called a page but has no tag in it is plain text, too: as a page it would lose its line ends.

    >>> text_kind("<!DOCTYPE html><p>正文", "a.txt", None), text_kind("正文<p>第一条</p>", "a.txt", None)
    ('text/html', 'text/plain')
    """
    fragment = _FRAGMENT.match(text) and len(re.findall(_BLOCK_TAG, text[:4000], re.IGNORECASE)) >= 3
    if fragment or _WHOLE_PAGE.match(text):
        return "text/html"
    named = _SUFFIXES.get(PurePosixPath(urlsplit(uri).path if "://" in uri else uri).suffix.lower(), "text/plain")
    if media_type and "html" in media_type.lower():
        named = "text/html"
    return named if named != "text/html" or _TAG.search(text) else "text/plain"
