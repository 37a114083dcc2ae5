"""Pages that no portal would serve: bottomless nesting, tags without end, tables a kilometre wide, saved pages."""
# ruff: noqa: PLW0108 - markup that is cut into lines is no easier to read; bytes are made when they are needed

from __future__ import annotations

import base64
from collections.abc import Callable

from support.hostile.case import Case, named
from support.hostile.texts import PROSE

__all__ = ["PAGES"]

_BODY = "".join(f"<p>{line}</p>" for line in PROSE.splitlines())
_BIG = 40_000


def _page(body: str = _BODY, head: str = "", root: str = "") -> Callable[[], bytes]:
    return lambda: f"<!DOCTYPE html><html{root}><head>{head}</head><body>{body}</body></html>".encode()


def _nested(tag: str, depth: int, *, closed: bool = True, attributes: str = "") -> Callable[[], bytes]:
    end = f"</{tag}>" * depth if closed else ""
    return _page(f"<{tag}{attributes}>" * depth + _BODY + end)


def _filled(words: str, size: int = _BIG) -> str:
    return words * (size // len(words))


_NESTED: dict[str, Callable[[], bytes]] = {
    "10,000 nested divs": _nested("div", 10_000),
    "30,000 nested divs that nothing closes": _nested("div", 30_000, closed=False),
    "50,000 nested spans": _nested("span", 50_000),
    "20,000 nested bold": _nested("b", 20_000, closed=False),
    "20,000 nested fonts": _nested("font", 20_000, attributes=' size="1"'),
    "5,000 nested tables": _page("<table><tr><td>" * 5_000 + _BODY + "</td></tr></table>" * 5_000),
    "1,000 nested tables of data": _page("<table><tr><td>一档</td><td>50万元</td></tr><tr><td>二档</td><td>" * 1_000),
    "10,000 nested lists": _nested("ol><li", 10_000, closed=False),
    "5,000 nested quotations": _nested("blockquote", 5_000),
    "5,000 nested forms": _nested("form", 5_000),
    "5,000 nested links": _nested("a", 5_000, closed=False, attributes=' href="x"'),
    "5,000 nested buttons": _nested("button", 5_000, closed=False),
    "5,000 nested selections": _nested("select><option", 5_000, closed=False),
    "5,000 nested templates": _nested("template", 5_000),
    "5,000 nested drawings": _nested("svg", 5_000),
    "5,000 nested formulas": _nested("math", 5_000),
    "5,000 nested rubies": _page("<ruby>字<rt>" * 5_000),
    "2,000 nested frames in attributes": _page('<iframe srcdoc="' * 2_000 + "&lt;p&gt;第一条" + '"></iframe>' * 2_000),
    "5,000 nested texts for no script": _nested("noscript", 5_000),
    "10,000 nested hidden elements": _nested("div", 10_000, attributes=' style="display:none"'),
    "10,000 nested landmarks": _nested("nav", 10_000, attributes=' role="navigation" class="menu"'),
    "10,000 nested preformatted texts": _nested("pre", 10_000),
    "10,000 nested text fields": _nested("textarea", 10_000),
    "tags closed in the wrong order": _page("<b><i><p>字</b></i></p>" * 3_000),
    "tags that only close": _page("</div></p></table></body></html>" * 10_000 + _BODY),
    "bold paragraphs that nothing closes": _page("<b><p>字" * 2_000),
}
_ENDLESS: dict[str, Callable[[], bytes]] = {
    "a comment that never ends": _page("<!--" + _filled("第一条 正文。")),
    "comments that never end": _page(_filled("<!--")),
    "comments by the thousand": _page(_filled("<!-- 注 -->") + _BODY),
    "dashes in a comment": _page("<!-" + _filled("-") + _BODY),
    "a style that never ends": _page("<style>" + _filled("p { color: red } ")),
    "a script that never ends": _page("<script>" + _filled("if (a < b) { c() } ")),
    "a script of scripts": _page("<script>" + _filled("<script></scrip") + _BODY),
    "a CDATA section that never ends": _page("<![CDATA[" + _filled("第一条 正文。")),
    "CDATA sections by the thousand": _page(_filled("<![CDATA[正]]>")),
    "a title that never ends": lambda: ("<html><head><title>" + _filled("<p>第一条 正文。</p>")).encode(),
    "a doctype that never ends": lambda: ("<!DOCTYPE html " + _filled("[<!ENTITY a 'b'> ")).encode(),
    "an instruction that never ends": lambda: ("<?xml " + _filled("a='b' ")).encode(),
    "a tag that never ends": _page("<p " + _filled("a ")),
    "a quotation mark that never ends": _page('<p title="' + _filled("第一条 正文。")),
    "a page of <": _page(_filled("<")),
    "a page of <<p": _page(_filled("<<p")),
    "a page of >": _page(_filled(">")),
    "a page of </": _page(_filled("</")),
    "a page of <!": _page(_filled("<!")),
    "a page of <?": _page(_filled("<?")),
    "a page of &": _page(_filled("&")),
    "a page of &#": _page(_filled("&#")),
    "a page of &amp;amp;": _page("&" + _filled("amp;")),
    "a page of &lt;p&gt;": _page(_filled("&lt;p&gt;字&lt;/p&gt;")),
    "a page of line breaks": _page("第一条" + _filled("<br>") + "正文"),
    "a page of rules": _page(_filled("<hr>") + _BODY),
    "a page of empty paragraphs": _page(_filled("<p></p>") + _BODY),
    "a page of paragraphs of one character": _page(_filled("<p>字")),
    "a page of spans of one character": _page(_filled("<span>字</span>")),
    "a page of links": _page(_filled('<a href="x">公告</a> ')),
    "a page of entities that nobody knows": _page(_filled("&zhengce;")),
    "characters beyond Unicode": _page(_filled("&#x110000;&#xD800;&#0;&#99999999999999999999;") + _BODY),
    "NULs between all letters": _page("".join(f"{char}\0" for char in PROSE)),
    "NULs within tags": _page("<\0p>第一条</\0p>" * 10_000),
}
_ATTRIBUTES: dict[str, Callable[[], bytes]] = {
    "an attribute of a megabyte": _page(f'<p title="{"x" * 1_000_000}">正文</p>'),
    "a style of a megabyte": _page(f'<p style="{"display:" * 100_000}">正文</p>'),
    "a style of spaces": _page(f'<p style="display{" " * 500_000}none">正文</p>'),
    "a class of a megabyte": _page(f'<div class="{"nav " * 200_000}"><p>正文</p></div>'),
    "100,000 attributes of a paragraph": _page("<p " + " ".join(f"a{at}=1" for at in range(100_000)) + ">正文</p>"),
    "100,000 attributes of one name": _page("<p " + "a=1 " * 100_000 + ">正文</p>"),
    "half a million empty elements": _page("<b>" * 500_000 + _BODY),
    "half a million elements in a frame": _page(f'<iframe srcdoc="{"&lt;b>" * 500_000}"></iframe>{_BODY}'),
    "200,001 lines of preformatted text": _page("<pre>" + "1&#10;" * 200_001 + "</pre>"),
    "a meta tag of a megabyte": _page(head=f'<meta name="PubDate" content="{"2024-" * 200_000}">'),
    "100,000 meta tags": _page(head='<meta name="ArticleTitle" content="办法">' * 20_000),
    "a style sheet of selectors": _page(head=f"<style>{'ol li ' * 80_000}{{list-style:none}}</style>"),
    "a style sheet of rules": _page("<ol><li>字</ol>" * 500, f"<style>{'ol{list-style:none}' * 20_000}</style>"),
    "a style sheet that only opens": _page(head=f"<style>{'a{' * 200_000}</style>"),
    "a style sheet of comments": _page(head=f"<style>{'/*' * 200_000}</style>"),
    "a charset that nobody knows": _page(head='<meta charset="x-klingon">'),
    "a charset of another language": _page(head='<meta charset="iso-8859-1">'),
    "a charset that lies": _page(head='<meta charset="gb2312">'),
    "a wide charset that lies": _page(head='<meta charset="utf-16">'),
    "UTF-7 by its label": _page("+ADw-script+AD4-" * 100 + _BODY, '<meta charset="utf-7">'),
    "a hundred charsets": _page(head='<meta charset="gbk"><meta charset="big5">' * 100),
    "a charset in a comment": _page(head='<!-- <meta charset="big5"> -->'),
    "a charset declared as a Python codec": _page(head='<meta charset="rot13"><meta charset="zlib">'),
    "a base and links to the file system": _page(
        '<img src="file:///etc/passwd"><iframe src="http://127.0.0.1:9/"></iframe>' + _BODY, '<base href="file:///">'
    ),
    "frames without a text": lambda: b"<html><frameset rows='*'><frame src='a.html'><frame src='b.html'></html>",
    "a page that moves on": _page(head='<meta http-equiv="refresh" content="0;url=file:///etc/passwd">'),
    "entities of its own": lambda: (
        '<!DOCTYPE html [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;">]><html><body>&b;' + _BODY
    ).encode(),
    "entities from a file": lambda: (
        '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]><html><body>&a;' + _BODY
    ).encode(),
    "a doctype from elsewhere": lambda: (
        '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd"><html><body>' + _BODY
    ).encode(),
}


def _laughing(levels: int = 12) -> bytes:
    entities = '<!ENTITY a0 "哈哈">' + "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, levels))
    return f'<?xml version="1.0"?><!DOCTYPE html [{entities}]><html><body>&a{levels - 1};</body></html>'.encode()


_HUGE = "9" * 5_000
_CELL = "<td rowspan=1000000 colspan=1000000>字</td>"
_TABLES: dict[str, Callable[[], bytes]] = {
    "a cell a million wide and high": _page(f"<table><tr>{_CELL}</tr><tr><td>二</td><td>三</td></tr></table>"),
    "1,000 cells a million wide": _page(f"<table>{f'<tr>{_CELL}<td>乙</td></tr>' * 1_000}</table>"),
    "cells of a huge span": _page(f"<table><tr>{f'<td colspan={_HUGE}>字</td><td>乙</td>' * 50}</tr></table>"),
    "cells of no span": _page("<table>" + "<tr><td rowspan=0 colspan=-1>甲<td colspan=x>乙</tr>" * 1_000 + "</table>"),
    "cells that all reach down": _page("<table>" + "<tr><td rowspan=65534>甲<td>乙</tr>" * 2_000 + "</table>"),
    "a row of 8,000 cells": _page("<table><tr>" + "<td>甲</td>" * 8_000 + "</tr><tr><td>乙<td>丙</table>"),
    "5,000 rows": _page("<table>" + "<tr><td>一档</td><td>50万元</td></tr>" * 5_000 + "</table>"),
    "1,000 tables": _page("<table><tr><td>一档<td>50万元<tr><td>二档<td>30万元</table>" * 1_000),
    "rows without a table": _page("<tr><td>甲</td><td>乙</td></tr>" * 3_000),
    "texts between the cells": _page("<table>字<tr>字<td>甲</td>字<td>乙</td></tr>" * 2_000),
    "lists that start far out": _page(f"<ol start={_HUGE}>" + "<li>字" * 1_000),
    "lists that start nowhere": _page("<ol start=-99999999999 reversed type=i>" + "<li value=1e9>字" * 1_000),
    "Roman numbers without end": _page("<ol type=I start=2000000000>" + "<li>字" * 1_000),
}


def _saved(*lines: str, kind: str = "related", boundary: str = "x") -> Callable[[], bytes]:
    head = f'MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="{boundary}"\n\n'
    return lambda: (head + "\n".join(lines)).encode()


_PART = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {coding}\n\n"
_SAVED: dict[str, Callable[[], bytes]] = {
    "a saved page without a boundary": _saved("--y", _PART.format(coding="8bit") + _BODY, boundary=""),
    "a saved page whose boundary never comes": _saved(_BODY, boundary="never"),
    "a saved page of 100,000 boundaries": _saved("--x\n" * 100_000 + _PART.format(coding="8bit") + _BODY),
    "a saved page with a boundary of 200,000 letters": _saved("--" + "x" * 200_000, _BODY, boundary="x" * 200_000),
    "a saved page in pieces": _saved("--x", _PART.format(coding="base64") + "!!!!" + "=" * 100_000, "--x--"),
    "a saved page in another coding": _saved("--x", _PART.format(coding="x-uuencode") + "begin 644 a\n", "--x--"),
    "a saved page of quoted nothing": _saved("--x", _PART.format(coding="quoted-printable") + "=" * 500_000, "--x--"),
    "a saved page of base64": _saved(
        "--x", _PART.format(coding="base64") + base64.b64encode(_BODY.encode()).decode(), "--x--"
    ),
    "a saved page that has pictures only": _saved("--x\nContent-Type: image/png\n\nGIF\n" * 1_000),
    "a saved page in a charset that nobody knows": _saved(
        "--x", 'Content-Type: text/html; charset="x-\'klingon"\n\n' + _BODY, "--x--"
    ),
    "a saved page of headers": _saved("--x", "X-Header: y\n" * 50_000 + _PART.format(coding="8bit") + _BODY, "--x--"),
    "a saved page of one long header": _saved("--x", "X-Header: " + "y;" * 300_000, _PART.format(coding="8bit"), _BODY),
    "messages in a message": lambda: (
        "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(500)) + _BODY
    ).encode(),
    "a message in messages in a saved page": _saved(
        "--x", "Content-Type: message/rfc822\n\n" * 2_000 + _PART.format(coding="8bit") + _BODY
    ),
}

PAGES: tuple[Case, ...] = named(
    "html",
    {**_NESTED, **_ENDLESS, **_ATTRIBUTES, "entities that laugh in a page": _laughing, **_TABLES},
) + named("mhtml", _SAVED)
"""Web pages, and those that a browser saved in one file."""
