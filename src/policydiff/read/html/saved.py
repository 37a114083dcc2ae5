"""Pages that a browser saved in one file (.mht, .mhtml): the page and its pictures as parts of one message."""

from __future__ import annotations

import re
from email import policy
from email.message import Message
from email.parser import BytesParser

from policydiff.errors import InputError

__all__ = ["is_saved_page", "saved_page"]

_HEADERS = re.compile(
    rb"(?:[!-9;-~]{1,60}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n){0,20}){0,30}?"
    rb"Content-Type:\s{0,200}multipart/(?:related|mixed|alternative)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(rb"^content-type:\s*+(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_HEAD = 16_384
_NESTED = 8  # a browser writes one multipart, a mail program three; every level is looked for in every line


def is_saved_page(data: bytes) -> bool:
    """Whether some bytes are a page saved as a message: headers first, one of them `Content-Type: multipart/related`.

    >>> is_saved_page(b"MIME-Version: 1.0\\nContent-Type: multipart/related; boundary=x\\n\\n--x")
    True
    """
    head = data[:_HEAD].lstrip().replace(b"\r\n", b"\n")
    return _HEADERS.match(head) is not None


def saved_page(data: bytes, uri: str) -> tuple[bytes, str]:
    """The page in such a file, as the bytes of its HTML and the media type with the charset that the file gives it.

    Raises InputError where there is no page in it.
    """
    if sum(1 for _ in _WITHIN.finditer(data)) > _NESTED:
        raise InputError(f"{uri} nests messages in messages: save the page again as .html and name that file")
    message: Message = BytesParser(policy=policy.compat32).parsebytes(data)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            charset = part.get_content_charset()
            if isinstance(page, bytes) and page.strip():
                return page, f"text/html; charset={charset}" if charset else "text/html"
    raise InputError(f"{uri} is a saved page without the page in it: save it again as .html and name that file")
