"""What a fetched file is called: by its sender, else by its address, with a suffix that fits its content."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote_to_bytes, urlsplit

from policydiff.fetch.page import Page
from policydiff.patterns import lazy

__all__ = ["file_name"]

_EXTENDED = lazy(r"filename\*\s{0,5}=\s{0,5}([\w-]{1,20})'[\w-]{0,20}'([^;\s]{1,1000})", re.IGNORECASE)
_QUOTED = lazy(r"filename\s{0,5}=\s{0,5}\"([^\"]{1,1000})\"", re.IGNORECASE)
_PLAIN = lazy(r"filename\s{0,5}=\s{0,5}([^\";]{1,1000})", re.IGNORECASE)
_KNOWN = frozenset(
    f".{suffix}"
    for suffix in (
        *("html", "htm", "shtml", "xhtml", "mhtml", "txt", "md", "pdf", "ofd"),
        *("doc", "docx", "wps", "rtf", "xls", "xlsx", "et"),
    )
)
_SUFFIXES = {
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/ofd": ".ofd",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/msword": ".doc",
    "application/x-ole-storage": ".doc",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}


def file_name(page: Page, kind: str | None = None) -> str:
    """The name of a page's file, still to be made safe; `kind` is the media type that its content turned out to be.

    The sender's name (Content-Disposition) comes first, then the end of the address; a name like `view.jsp` says
    nothing of the content and gets the suffix of its kind.
    """
    name = _sent_name(page.header("content-disposition") or "") or _last_segment(page.final_url) or "index"
    name = name.strip().rstrip(".")
    if PurePosixPath(name).suffix.lower() in _KNOWN:
        return name
    declared = (page.media_type or "").partition(";")[0].strip().lower()
    return name + (_SUFFIXES.get(kind or "") or _SUFFIXES.get(declared) or ".bin")


def _sent_name(disposition: str) -> str:
    """The file name that a Content-Disposition header gives.

    >>> _sent_name("attachment; filename*=UTF-8''%E5%8A%9E%E6%B3%95.docx"), _sent_name('inline; filename="a.pdf"')
    ('办法.docx', 'a.pdf')
    """
    extended = _EXTENDED.search(disposition)
    if extended:
        return _decoded(unquote_to_bytes(extended[2]))
    plain = _QUOTED.search(disposition) or _PLAIN.search(disposition)
    if not plain:
        return ""
    # headers are bytes: portals put a name there in UTF-8 or GBK as it is, or percent-encoded
    return _decoded(unquote_to_bytes(plain[1].strip().encode("latin-1", errors="replace")))


def _last_segment(url: str) -> str:
    """The last part of an address that names something: of `/2025/02/18/` the 18."""
    parts = urlsplit(url)
    return _decoded(unquote_to_bytes(PurePosixPath(parts.path).name)) or (parts.hostname or "")


def _decoded(name: bytes) -> str:
    for charset in ("utf-8", "gb18030"):
        try:
            return name.decode(charset)
        except UnicodeDecodeError:
            continue
    return name.decode("latin-1")
