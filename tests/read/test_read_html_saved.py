"""Pages saved in one file, as a message."""

from __future__ import annotations

import base64
import quopri

import pytest

from policydiff.errors import InputError
from policydiff.read.html.saved import is_saved_page, saved_page

PAGE = "<html><body><p>第一条 沙滩由镇政府养护。</p></body></html>"


def saved(encoding: str = "quoted-printable", charset: str = "utf-8") -> bytes:
    raw = PAGE.encode(charset)
    body = quopri.encodestring(raw) if encoding == "quoted-printable" else base64.encodebytes(raw)
    return (
        b"From: <Saved by a browser>\r\nSubject: =?utf-8?Q?page?=\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x--"\r\n\r\n'
        b"----x--\r\nContent-Type: text/html; charset=" + charset.encode() + b"\r\n"
        b"Content-Transfer-Encoding: " + encoding.encode() + b"\r\n\r\n" + body + b"\r\n"
        b"----x--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----x----\r\n"
    )


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_the_page_comes_out_with_its_charset(encoding: str, charset: str) -> None:
    data = saved(encoding, charset)
    assert is_saved_page(data)
    page, media_type = saved_page(data, "页面.mht")
    assert page.decode(charset).strip() == PAGE
    assert media_type == f"text/html; charset={charset}"


@pytest.mark.parametrize(
    "data", [PAGE.encode(), "第一条 甲。".encode(), b"", b"Content-Type: text/plain\n\nmultipart/related", b"a:" * 9999]
)
def test_other_files_are_not_taken_for_one(data: bytes) -> None:
    assert not is_saved_page(data)


@pytest.mark.parametrize(
    "data",
    [
        saved().replace(b"text/html; charset", b"text/plain; charset"),
        saved()[:150],
        b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(5000)),
    ],
)
def test_a_file_without_a_page_is_told_in_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError) as error:
        saved_page(data, "页面.mht")
    assert str(error.value).startswith("页面.mht ")
    assert "\n" not in str(error.value)
    assert ".html" in str(error.value)
