"""What kind of capture some bytes are: told by their content first, by the name second."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

from policydiff.errors import UnknownFormatError
from policydiff.read.options import ReadOptions

__all__ = ["Kind", "refuse_binary", "text_kind"]

Kind = Literal["text/html", "text/markdown", "text/plain"]

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document (docx, xlsx, ofd)"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an older office program (doc, wps, xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"SQLite format 3\x00", "a database"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # UTF-16 and UTF-32, where NULs are half of every letter
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27} | {127})

_BLOCK_TAG = r"<(?:div|p|table|tbody|tr|td|section|article|ul|ol|li|h[1-6]|br|center|main|header|form)\b"
_WHOLE_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(rf"\s*{_BLOCK_TAG}", re.IGNORECASE)
_SUFFIXES: dict[str, Kind] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml", ".mhtml"), "text/html"),
    **dict.fromkeys((".md", ".markdown"), "text/markdown"),
    ".txt": "text/plain",
}


def refuse_binary(data: bytes, uri: str, options: ReadOptions) -> None:
    """Raise UnknownFormatError where the bytes are no text: one sentence that names the kind and the way out."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise UnknownFormatError(f"{uri} is {name}, which policydiff does not read: {_WAY_OUT}")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise UnknownFormatError(f"{uri} is an image, which policydiff does not read: {_WAY_OUT}")
    head = data[: options.sniff_bytes]
    controls = len(head) - len(head.translate(None, _CONTROL))
    if controls > options.max_control_share * len(head) and not data.startswith(_WIDE_MARKS):
        raise UnknownFormatError(f"{uri} holds binary data, not text: {_WAY_OUT}")


_WAY_OUT = "save the page as .html or .txt and name that file"


def text_kind(text: str, uri: str, media_type: str | None) -> Kind:
    """The kind of a decoded text.

    A page starts with its doctype or with `<html>`; a fragment starts with block elements.  A .txt file whose text
    merely holds tags (a forum's archive that serves its markup as text) stays plain text: the tags are its text.

    >>> text_kind("<!DOCTYPE html><p>正文", "a.txt", None), text_kind("正文<p>第一条</p>", "a.txt", None)
    ('text/html', 'text/plain')
    """
    fragment = _FRAGMENT.match(text) and len(re.findall(_BLOCK_TAG, text[:4000], re.IGNORECASE)) >= 3
    if fragment or _WHOLE_PAGE.match(text):
        return "text/html"
    named = _SUFFIXES.get(PurePosixPath(urlsplit(uri).path if "://" in uri else uri).suffix.lower())
    if media_type and "html" in media_type.lower():
        return "text/html"
    return named or "text/plain"
