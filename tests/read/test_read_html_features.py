"""Landmarks and containers of blocks, and what counts as visible."""

from __future__ import annotations

import time

import pytest

from policydiff.model import Source
from policydiff.read import read_bytes


def read(html: str) -> Source:
    return read_bytes(f"<html><body>{html}</body></html>".encode(), "页面.html")


def landmarks(html: str) -> dict[str, str]:
    source = read(html)
    return {block.span.of(source.text): block.landmark for block in source.blocks}


def test_landmarks_by_tag_and_by_role() -> None:
    html = """<header>站名<nav>菜单</nav></header><div role="search">检索</div>
    <main><article><header>标题</header>第一条 甲。第二条 乙。<footer>落款</footer></article><aside>推荐</aside></main>
    <div role="complementary">热点</div><nav role="presentation">目录</nav><form>登录</form><footer>版权</footer>"""
    assert landmarks(html) == {
        "站名": "banner",
        "菜单": "navigation",
        "检索": "search",
        "标题": "main",
        "第一条 甲。第二条 乙。": "main",
        "落款": "main",
        "推荐": "complementary",
        "热点": "complementary",
        "目录": "",
        "登录": "form",
        "版权": "contentinfo",
    }


@pytest.mark.parametrize("opening", ["<form>", "<header>", "<div role=banner>", "<aside>", "<nav>"])
def test_what_holds_most_of_the_prose_is_no_chrome(opening: str) -> None:
    text = "第一条 沙滩由镇政府养护。第二条 每季度检查一次。"
    assert landmarks(f"{opening}<p>{text}</p>")[text] == ""


def test_blocks_of_one_container_share_a_number() -> None:
    html = """<div><ul><li>甲</li><li>乙</li></ul><div><div><p>丙<br>丁</p></div><div><p>戊</p></div></div></div>
    <table><tr><td>己<td>1<tr><td>庚<td>2</table>"""
    source = read(html)
    found = {block.span.of(source.text): block.container for block in source.blocks}
    assert found == {"甲": 1, "乙": 1, "丙": 2, "丁": 2, "戊": 3, "己": 4, "1": 4, "庚": 4, "2": 4}


@pytest.mark.parametrize(
    "style",
    ["visibility: hidden; opacity: 0", "display:none", "height:0;overflow:hidden", "position:absolute;left:-9px"],
)
def test_a_body_that_a_script_has_yet_to_show_is_read(style: str) -> None:
    assert read(f"<div style='{style}'><p>第一条 沙滩由镇政府养护。</p></div>").text == "第一条 沙滩由镇政府养护。"


def test_a_hidden_table_and_a_hidden_body_are_read() -> None:
    assert read("<div hidden><table><tr><td>甲<td>1<tr><td>乙<td>2</table></div>").text == "甲\t1\n乙\t2"
    page = "<html><body style='display:none'><p>沙滩今日开放</p></body></html>"
    assert read_bytes(page.encode(), "a.html").text == "沙滩今日开放"


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='DISPLAY : none'>分享到微信朋友圈</div>",
        "<ul hidden>" + "<li><a>海州市人民政府办公室</a></li>" * 20 + "</ul>",
        "<dialog>确定要离开本站吗？</dialog>",
        "<span style='mso-hide:all;display:none'>PAGEREF _Toc1 \\h</span>",
        "<noscript>请启用脚本</noscript>",
        "<template>第一条 某某。</template>",
        "<svg><title>图标</title><text>标志</text></svg>",
        "<w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument>",
        "<script type='text/html'><p>暂无</p><p>数据</p></script>",
    ],
)
def test_hidden_furniture_is_not_text(hidden: str) -> None:
    assert read(f"{hidden}<p>第一条 沙滩由镇政府养护。</p>").text == "第一条 沙滩由镇政府养护。"


BODY = "<p>第一条 沙滩由镇政府养护。</p><p>第二条 每季度检查一次。</p>"
LINES = "第一条 沙滩由镇政府养护。\n第二条 每季度检查一次。"


@pytest.mark.parametrize(
    "html",
    [
        f"<div id=app></div><noscript>{BODY}</noscript>",
        f"<script type='text/html'>{BODY}</script>",
        f"<template>{BODY}</template>",
        f"<textarea>{BODY}</textarea>",
        f"<textarea>{BODY.replace('<', '&lt;')}</textarea>",
        f'<iframe srcdoc="{BODY}"></iframe>',
        f"<noscript><noscript>{BODY}",
        f"<iframe src=x>{BODY}",
    ],
)
def test_a_page_that_is_a_frame_around_its_text_is_read(html: str) -> None:
    assert read(html).text == LINES


def test_a_title_that_nothing_closes_swallows_no_page() -> None:
    source = read_bytes(f"<html><head><title>沙滩办法<body>{BODY}</body></html>".encode(), "a.html")
    assert (source.title, source.text) == ("沙滩办法", LINES)


def test_the_title_of_a_picture_is_not_the_page_s() -> None:
    assert read("<svg><title>图标</title></svg><p>甲</p>").title is None


def test_text_of_a_frame_set_is_read() -> None:
    page = f"<html><frameset cols='1,2'><frame src=a.htm><noframes><body>{BODY}</body></noframes></frameset></html>"
    assert read_bytes(page.encode(), "a.html").text == LINES


def test_pinyin_over_characters_follows_in_brackets() -> None:
    html = "<p><ruby>沙<rp>（</rp><rt>shā</rt><rp>）</rp>滩<rt>tān</rt></ruby>养护<ruby>办<rt></rt></ruby></p>"
    assert read(html).text == "沙(shā)滩(tān)养护办"


def test_markup_pasted_from_word() -> None:
    html = """<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
    <p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>总体要求<o:p></o:p></p>
    <p class=MsoNormal><!--[if !supportLists]--><span style='mso-list:Ignore'>1.</span><!--[endif]--><span
    lang=EN-US>AI</span>养滩<span style='mso-spacerun:yes'>&nbsp;</span><o:p>&nbsp;</o:p></p>"""
    assert [" ".join(line.split()) for line in read(html).text.split("\n")] == ["一、总体要求", "1.AI养滩"]


def test_a_span_shown_as_a_block_is_one() -> None:
    assert read("<span style='display: block'>甲</span><span style='display:block'>乙</span>").text == "甲\n乙"


def test_angle_brackets_that_are_no_tags_are_text() -> None:
    assert read("<p>管委会<开发区管委会,下同>，A < B，3<5。</p>").text == "管委会<开发区管委会,下同>，A < B，3<5。"


DEEP = 4_000
HOSTILE = {
    "brackets": "<" * 300_000 + "甲",
    "spaces": "甲" + " " * 1_000_000 + "乙",
    "text behind nested elements": "<div>甲" * DEEP + "乙</div>" * DEEP,
    "nested tables": "<table><tr><td>甲" * DEEP,
    "nested lists": "<ol reversed><li>" * DEEP + "甲",
    "nested stores": "<noscript>" * DEEP + "甲" * 30,
    "nested hidden elements": "<p hidden><div style='display:none'>" * DEEP + "甲。",
    "nested pinyin": "<ruby>" + "甲<rt>" * DEEP,
    "spans without end": "<table>" + "<tr><td rowspan=65534 colspan=100>甲" * DEEP + "<td>乙",
    "columns without end": "<table><tr>" + "<td>甲" * DEEP * 2,
    "one cell of many pieces": "<table><tr><td>" + "<b>甲</b>" * DEEP * 4 + "<td>乙<tr><td>丙<td>丁</table>",
    "labels": "<p>" + "索 引 号 发文机关：" * 30 + "</p>" + "<p>发文字号：</p>" * DEEP,
    "style sheets": "<style>" + "ol{list-style:none" * 20_000 + "</style>甲",
    "markup in fields": "<textarea>" + "<p>" * DEEP + "</textarea>甲",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_is_read_in_little_time(name: str) -> None:
    html = HOSTILE[name]
    before = time.process_time()
    source = read(html)
    assert time.process_time() - before < 5
    wanted = sum(html.count(char) for char in "甲乙丙丁")
    assert sum(source.text.count(char) for char in "甲乙丙丁") == wanted
