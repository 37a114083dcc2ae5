"""The numbers that a browser draws before list items are text."""

from __future__ import annotations

import pytest

from policydiff.read import read_bytes


def lines(html: str) -> list[str]:
    return read_bytes(f"<html><body>{html}</body></html>".encode(), "页面.html").text.split("\n")


@pytest.mark.parametrize(
    ("opening", "marks"),
    [
        ("<ol>", "1. 2. 3."),
        ("<ol start=9>", "9. 10. 11."),
        ("<ol start=x>", "1. 2. 3."),
        ("<ol reversed>", "3. 2. 1."),
        ("<ol type=a>", "a. b. c."),
        ("<ol type=A start=26>", "Z. AA. AB."),
        ("<ol type=i start=3>", "iii. iv. v."),
        ("<ol type=I start=1998>", "MCMXCVIII. MCMXCIX. MM."),
        ("<ol style='list-style-type: cjk-ideographic' start=9>", "九、 十、 十一、"),
        ("<ol style='list-style-type:simp-chinese-informal'>", "一、 二、 三、"),
        ("<ol style='list-style:simp-chinese-formal inside' start=10>", "壹拾、 壹拾壹、 壹拾贰、"),
        ("<ol style='list-style-type: trad-chinese-formal'>", "壹、 貳、 參、"),
        ("<ol style='list-style-type: cjk-decimal' start=10>", "一〇、 一一、 一二、"),
        ("<ol style='list-style-type: cjk-heavenly-stem' start=9>", "壬、 癸、 11."),
        ("<ol style='list-style-type: decimal-leading-zero'>", "01. 02. 03."),
        ("<ul style='list-style-type: decimal'>", "1. 2. 3."),
        ("<ol start=0>", "0. 1. 2."),
    ],
)
def test_numbers_in_every_style(opening: str, marks: str) -> None:
    first, second, third = marks.split()
    assert lines(f"{opening}<li>甲<li>乙<li>丙") == [f"{first}甲", f"{second}乙", f"{third}丙"]


@pytest.mark.parametrize("opening", ["<ul>", "<ol style='list-style:none'>", "<ol type=disc>", "<menu>"])
def test_bullets_need_no_mark(opening: str) -> None:
    assert lines(f"{opening}<li>甲<li>乙") == ["甲", "乙"]


def test_a_style_sheet_of_the_page_is_heard() -> None:
    assert lines("<style>body{margin:0} ul, ol {list-style: none}</style><ol><li>甲<li>乙</ol>") == ["甲", "乙"]
    sheet = "<style>ol { list-style-type: cjk-ideographic }</style>"
    assert lines(sheet + "<ol><li>甲<li>乙</ol>") == ["一、甲", "二、乙"]


def test_a_value_of_an_item_and_a_number_of_its_own() -> None:
    assert lines("<ol><li>甲<li value=7>乙<li>丙</ol>") == ["1.甲", "7.乙", "8.丙"]
    assert lines("<ol><li>（一）甲<li>第二条 乙<li>3．丙<li>④丁</ol>") == ["（一）甲", "第二条 乙", "3．丙", "④丁"]


def test_a_number_stands_apart_from_a_figure() -> None:
    assert lines("<ol><li>5G网络建设</ol>") == ["1. 5G网络建设"]


def test_the_mark_goes_to_the_first_words_of_an_item() -> None:
    assert lines("<ol><li><div> </div><p>甲</p><p>乙</p></li><li></li><li>丙</ol>") == ["1.甲", "乙", "3.丙"]
    assert lines("<ol><li><ol type=a><li>甲<li>乙</ol></ol>") == ["1. a.甲", "b.乙"]


def test_menus_and_breadcrumbs_have_no_numbers() -> None:
    trail = "<ol><li><a>首页</a><li><a>公开</a><li>正文</ol>"
    assert lines(trail) == ["首页", "公开", "正文"]
    assert lines("<nav><ol><li>首页<li>公开</ol></nav>") == ["首页", "公开"]
