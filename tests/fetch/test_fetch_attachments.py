"""The attachments of a page, and what a fetched file is called."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from policydiff.fetch import FetchOptions, Link, Page, attachment_links, file_name

BASE = "https://example.org/zc/2025/1.html"
PROSE = "各区人民政府：现将《某市渔港管理办法》印发给你们，请结合实际，认真贯彻执行，执行中的问题请及时反映。"


def urls(markup: str) -> list[str]:
    return [link.url for link in attachment_links(markup, BASE)]


def test_links_in_the_text_and_below_it_are_attachments() -> None:
    markup = f"""<html><body><div class="head"><a href="/app.pdf">电子报.pdf</a><a href="/">首页</a></div>
    <div class="main"><div class="text"><p>{PROSE}</p><p>附件：<a href="a/1.docx">某市渔港管理办法</a></p></div>
    <ul><li><a href="/down?id=7" title="申报书.doc">2. 申报书</a></li>
    <li><a href="//files.example.org/3.XLSX">附件3</a></li><li><a href="/view/4">附件4：名单</a></li>
    <li><a href="/pics/5.jpg">附件5：图</a></li><li><a href="6.zip">附件6</a></li></ul></div>
    <div class="foot"><a href="/help.pdf">使用帮助.pdf</a></div></body></html>"""
    assert attachment_links(markup, BASE) == (
        Link("https://example.org/zc/2025/a/1.docx", "某市渔港管理办法"),
        Link("https://example.org/down?id=7", "2. 申报书"),
        Link("https://files.example.org/3.XLSX", "附件3"),
        Link("https://example.org/view/4", "附件4：名单"),
    )


@pytest.mark.parametrize("aside", ["nav", "aside", "header", "footer", 'div role="navigation"'])
def test_menus_and_feet_are_passed_over(aside: str) -> None:
    closing = aside.split(maxsplit=1)[0]
    markup = f'<div><p>{PROSE}</p><a href="1.pdf">x</a><{aside}><a href="2.pdf">附件</a></{closing}></div>'
    assert urls(markup) == ["https://example.org/zc/2025/1.pdf"]


def test_a_page_without_prose_is_its_own_area() -> None:
    assert urls('<div><h1>办法</h1><a href="1.ofd">办法全文</a></div>') == ["https://example.org/zc/2025/1.ofd"]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:down('1.doc')", "mailto:a@example.org?1.doc", "#附件", "1.html", "ftp://example.org/1.doc", "",
        "http://[bad/1.doc", "data:application/pdf;base64,AA", "http://u:p@example.org/1.doc", "/wps.html", "a.docs",
        "http://doc.pdf.example.org/", "1.doc" + "a" * 3000 + ".doc",
    ],
)  # fmt: skip
def test_what_leads_to_no_document(href: str) -> None:
    assert urls(f'<p>{PROSE}<a href="{href}">附件说明</a></p>'.replace("附件说明", "说明")) == []


def test_each_address_once_with_the_base_of_the_page() -> None:
    markup = f'<base href="/files/"><p>{PROSE}</p><a href="1.doc">附件1</a><a href="1.doc#x">下载</a>'
    assert attachment_links(markup, BASE) == (Link("https://example.org/files/1.doc", "附件1"),)


def test_an_odd_base_is_no_base() -> None:
    assert urls(f'<base href="javascript:x"><p>{PROSE}</p><a href="1.doc">附件1</a>') == [
        "https://example.org/zc/2025/1.doc"
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 10_000 + PROSE + "<a href=1.doc>附件</a>",
        "<a href=1.doc>附件" * 10_000 + PROSE,
        (f"<div><p>{PROSE}</p>" * 2000) + "<a href=1.doc>附件</a>",
        f"<p>{PROSE}</p>" + "<a href='1.doc?" * 20_000,
        "<p>" + "的" * 500_000 + "</p><a href=1.doc>" + "附件" * 100_000 + "</a>",
        "<a href='" + "(" * 300_000 + ".doc'>附件</a>",
    ],
    ids=["nested", "links in links", "deep prose", "open quotes", "long", "long address"],
)
def test_no_page_keeps_a_person_waiting(markup: str) -> None:
    begun = time.process_time()
    assert len(attachment_links(markup, BASE, FetchOptions())) <= 1
    assert time.process_time() - begun < 4


def named(url: str, disposition: str = "", media_type: str = "text/html", kind: str | None = None) -> str:
    headers = (("Content-Type", media_type), ("Content-Disposition", disposition))
    return file_name(Page(url, url, 200, headers, b"x", datetime(2025, 2, 18, tzinfo=UTC)), kind)


GBK = "某市办法.doc".encode("gb18030").decode("latin-1")
UTF8 = "某市办法.doc".encode().decode("latin-1")


@pytest.mark.parametrize(
    ("url", "disposition", "media_type", "kind", "expected"),
    [
        ("https://example.org/zc/1.shtml", "", "text/html", "text/html", "1.shtml"),
        ("https://example.org/zc/%E5%8A%9E%E6%B3%95.pdf", "", "application/pdf", "application/pdf", "办法.pdf"),
        ("https://example.org/zc/%B0%EC%B7%A8.pdf", "", "application/pdf", "application/pdf", "办法.pdf"),
        ("https://example.org/view.jsp?id=3", "", "text/html", "text/html", "view.jsp.html"),
        ("https://example.org/", "", "text/html", "text/html", "example.org.html"),
        ("https://example.org/2025/18/", "", "text/html", "text/html", "18.html"),
        ("https://example.org/down?id=3", "", "application/octet-stream", "application/pdf", "down.pdf"),
        ("https://example.org/down", "", "application/vnd.ms-excel", None, "down.xls"),
        ("https://example.org/down", "", "application/octet-stream", None, "down.bin"),
        ("https://example.org/d", 'attachment; filename="a b.docx"', "x/y", None, "a b.docx"),
        ("https://example.org/d", "attachment;filename=%E5%8A%9E%E6%B3%95.doc", "x/y", None, "办法.doc"),
        ("https://example.org/d", "attachment; filename=x.doc; filename*=UTF-8''%E5%8A%9E.doc", "x/y", None, "办.doc"),
        ("https://example.org/d", f'attachment; filename="{GBK}"', "x/y", None, "某市办法.doc"),
        ("https://example.org/d", f"attachment; filename={UTF8}", "x/y", None, "某市办法.doc"),
        ("https://example.org/d", "attachment; filename=", "x/y", "text/plain", "d.txt"),
    ],
)
def test_what_a_file_is_called(url: str, disposition: str, media_type: str, kind: str | None, expected: str) -> None:
    assert named(url, disposition, media_type, kind) == expected
