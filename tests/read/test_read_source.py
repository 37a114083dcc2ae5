"""Bytes and files in: kinds, charsets, and one clear sentence where it cannot be done."""

from __future__ import annotations

import base64
import codecs
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.errors import InputError, UnknownFormatError
from policydiff.read import ReadOptions, read_bytes, read_file

TEXT = "为了加快产业发展，对符合条件的企业给予资金支持。"
TRADITIONAL = "為了加快產業發展，對符合條件的企業給予資金支持。"


def one_sentence(error: pytest.ExceptionInfo[InputError], name: str) -> bool:
    told = str(error.value)
    return name in told and "\n" not in told and not told.endswith(".")


@pytest.mark.parametrize(
    ("data", "encoding", "evidence"),
    [
        (TEXT.encode("utf-8"), "utf-8", "utf-8"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", "mark"),
        (TEXT.encode("gb18030"), "gb18030", "detected"),
        (TRADITIONAL.encode("big5"), "big5hkscs", "detected"),
    ],
)
def test_a_text_is_read_in_its_charset(data: bytes, encoding: str, evidence: str) -> None:
    source = read_bytes(data, "措施.txt")
    assert (source.encoding, source.evidence, source.replaced) == (encoding, evidence, 0)
    assert source.text == (TRADITIONAL if encoding == "big5hkscs" else TEXT)
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_a_stray_control_character_in_a_text_is_kept() -> None:
    text = TEXT * 10 + "\0" + TEXT
    assert read_bytes(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "uri", "media_type", "kind"),
    [
        ("正文", "a.txt", None, "text/plain"),
        ("正文", "-", None, "text/plain"),
        ("# 标题", "a.md", None, "text/markdown"),
        ("正文<br>", "a.htm", None, "text/html"),
        ("正文<br/>", "https://www.example.gov.cn/a/t1.shtml?x=1.txt", None, "text/html"),
        ("正文<a href='#'>附件</a>", "https://www.example.gov.cn/", "text/html; charset=utf-8", "text/html"),
        ("第一条\n第二条<附件>", "https://www.example.gov.cn/", "text/html; charset=utf-8", "text/plain"),
        ("  <!doctype HTML><p>正文", "a.txt", None, "text/html"),
        ("<!-- 存档 --><html><body>正文", "a", None, "text/html"),
        ("<div><p>甲</p><p>乙</p></div>", "-", None, "text/html"),
        ("某某 发表于 2025-2-19\n<p>甲</p><p>乙</p><p>丙</p>", "a.txt", None, "text/plain"),
        ("<开发区管委会,下同>", "a.txt", None, "text/plain"),
        ("<p>一处</p>标签", "a.txt", None, "text/plain"),
    ],
)
def test_the_kind_is_told_by_content_then_by_name(text: str, uri: str, media_type: str | None, kind: str) -> None:
    assert read_bytes(text.encode(), uri, media_type).media_type == kind


def test_a_saved_page_is_read_as_the_page_in_it() -> None:
    page = base64.encodebytes(f"<html><body><p>{TEXT}</p></body></html>".encode("gb18030")).decode()
    part = f"Content-Type: text/html; charset=gbk\r\nContent-Transfer-Encoding: base64\r\n\r\n{page}"
    head = 'From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n'
    data = f"{head}\r\n--b\r\n{part}\r\n--b--\r\n".encode()
    source = read_bytes(data, "措施.doc")
    assert (source.media_type, source.encoding, source.text) == ("text/html", "gb18030", TEXT)
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_line_ends_are_one_character() -> None:
    source = read_bytes("甲\r\n乙\r丙\n\n 丁 ".encode(), "a.txt")
    assert source.text == "甲\n乙\n丙\n\n 丁 "
    assert [(block.kind, block.locator, block.span.of(source.text)) for block in source.blocks] == [
        ("line", "¶1", "甲"),
        ("line", "¶2", "乙"),
        ("line", "¶3", "丙"),
        ("line", "¶4", "丁"),
    ]


@given(st.text(min_size=1).filter(lambda text: text.strip() and not text.startswith("\ufeff")))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_any_text_is_read_whole(text: str) -> None:
    try:
        source = read_bytes(text.encode(), "a.txt")
    except UnknownFormatError:
        assert any(ord(char) < 32 or char == "\x7f" for char in text)
        return
    assert source.text == text.replace("\r\n", "\n").replace("\r", "\n")
    assert "".join("".join(block.span.of(source.text).split()) for block in source.blocks) == "".join(text.split())


def test_a_file_is_read_under_its_name(tmp_path: Path) -> None:
    path = tmp_path / "措施.txt"
    path.write_text(TEXT, encoding="utf-8")
    source = read_file(path)
    assert (source.uri, source.text) == (str(path), TEXT)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist") as missing:
        read_file(tmp_path / "没有.txt")
    assert one_sentence(missing, "没有.txt")
    with pytest.raises(InputError, match="is a folder") as folder:
        read_file(tmp_path)
    assert one_sentence(folder, tmp_path.name)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="a superuser may read every file")
def test_an_unreadable_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(InputError, match="cannot be read") as error:
        read_file(path)
    assert one_sentence(error, "a.txt")


def test_a_file_that_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"cannot be read \(Permission denied\)"):
        read_file(tmp_path / "a.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\u3000\n".encode(), b"<html><body><br></body></html>"])
def test_an_empty_file_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match=r"is empty|holds no visible text") as error:
        read_bytes(data, "空.txt")
    assert one_sentence(error, "空.txt")


def test_a_file_beyond_the_limit_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 2_000_001)
    with pytest.raises(InputError, match="is larger than 2 MB") as error:
        read_file(path, options=ReadOptions(max_bytes=2_000_000))
    assert one_sentence(error, "a.txt")
    assert len(read_file(path).text) == 2_000_001
