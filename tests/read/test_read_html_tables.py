"""Tables of data are read row by row; tables that lay out a page are no tables."""

from __future__ import annotations

import pytest

from policydiff.model import Source
from policydiff.read import read_bytes


def read(html: str) -> Source:
    return read_bytes(f"<html><body>{html}</body></html>".encode(), "页面.html")


def cells(html: str) -> list[tuple[str, str]]:
    source = read(html)
    return [(b.locator.removeprefix("table "), b.span.of(source.text)) for b in source.blocks if b.kind == "cell"]


TIERS = """
<p>奖励标准如下：</p>
<table border="1"><caption>养护奖励标准</caption>
<tr><th rowspan="2">沙滩等级</th><th colspan="2">奖励<br>（万元）</th></tr>
<tr><th>首次</th><th>复评</th></tr>
<tr><td>一级</td><td>50</td><td>20</td></tr>
<tr><td>二级</td><td colspan="2"><p>30</p><p>（封顶）</p></td></tr>
</table><p>以上由市海洋局负责。</p>
"""


def test_a_row_is_a_line_and_its_cells_are_parted_by_tabs() -> None:
    assert read(TIERS).text == (
        "奖励标准如下：\n养护奖励标准\n沙滩等级\t奖励 （万元）\n首次\t复评\n一级\t50\t20\n二级\t30 （封顶）\n"
        "以上由市海洋局负责。"
    )


def test_a_cell_stands_in_the_column_where_a_reader_sees_it() -> None:
    assert cells(TIERS) == [
        ("1 R1C1", "沙滩等级"),
        ("1 R1C2", "奖励 （万元）"),
        ("1 R2C2", "首次"),
        ("1 R2C3", "复评"),
        ("1 R3C1", "一级"),
        ("1 R3C2", "50"),
        ("1 R3C3", "20"),
        ("1 R4C1", "二级"),
        ("1 R4C2", "30 （封顶）"),
    ]


def test_tables_of_data_are_counted_and_what_stands_around_them_is_not_theirs() -> None:
    grid = "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    source = read(f"<table><tr><td><p>一、奖励如下。</p>{grid}<p>二、处罚如下。</p>{grid}</td></tr></table>")
    assert source.text == "一、奖励如下。\n甲\t1\n乙\t2\n二、处罚如下。\n甲\t1\n乙\t2"
    assert [block.locator for block in source.blocks][:6] == [
        "¶1",
        "table 1 R1C1",
        "table 1 R1C2",
        "table 1 R2C1",
        "table 1 R2C2",
        "¶2",
    ]
    assert source.blocks[-1].locator == "table 2 R2C2"


def test_a_comparison_of_old_and_new_text_is_a_table_of_data() -> None:
    html = """<table><tr><td>现行条文</td><td>修订条文</td></tr>
    <tr><td><p>第一条 不得采砂。</p></td><td><p>第一条 禁止采砂。</p><p>违者处罚。</p></td></tr>
    <tr><td>第二条 每季度巡查一次。</td><td>第二条 每月巡查一次。</td></tr>
    <tr><td></td><td>第三条 本办法自公布之日起施行。</td></tr></table>"""
    assert read(html).text.split("\n") == [
        "现行条文\t修订条文",
        "第一条 不得采砂。\t第一条 禁止采砂。 违者处罚。",
        "第二条 每季度巡查一次。\t第二条 每月巡查一次。",
        "第三条 本办法自公布之日起施行。",
    ]


ARTICLES = "<br>".join(f"　　第{n}条 沙滩由镇政府养护，每季度检查一次。" for n in "一二三四五六")
MENU = "<br>".join(f"<a href=x>{words}</a>" for words in ("首页", "公开", "办事", "互动", "数据"))


@pytest.mark.parametrize(
    "html",
    [
        f"<table><tr><td>{ARTICLES}</td></tr></table>",
        f"<table><tr><td>海州市沙滩养护办法</td></tr><tr><td>{ARTICLES}</td></tr></table>",
        f"<table><tr><td>{MENU}</td><td>{ARTICLES}</td></tr><tr><td>版权</td><td>备案</td></tr></table>",
        f"<table><tr><td>海洋局</td><td>检索</td></tr><tr><td>{MENU}</td><td>短讯：今日开放。</td></tr></table>",
        f"<table><tr><td>海洋局</td><td>检索</td></tr><tr><td>左</td><td>{ARTICLES}</td></tr></table>",
        f"<table><tr><td>甲<td>乙<tr><td>丙<td><table><tr><td>{ARTICLES}</td></tr></table></table>",
        f"<table role=presentation><tr><td>甲</td><td>乙</td></tr><tr><td>{ARTICLES}</td><td>丙</td></tr></table>",
        f"<table><tr><td>甲</td><td>乙</td></tr><tr><td><h2>办法</h2>{ARTICLES}</td><td>丙</td></tr></table>",
        "<table><tr><td>海州市海洋局</td><td>海州市财政局</td></tr></table>",
        "<table><tr><td>海州市海洋局</td></tr><tr><td>2025年3月1日</td></tr></table>",
        "<table><tr><td>&nbsp;</td><td>第一条 甲。</td></tr><tr><td>&nbsp;</td><td>第二条 乙。</td></tr></table>",
    ],
)
def test_a_table_that_lays_out_the_page_keeps_every_line(html: str) -> None:
    source = read(html)
    assert "\t" not in source.text
    assert not [block for block in source.blocks if block.kind == "cell"]
    if ARTICLES in html:
        assert [line.strip() for line in source.text.split("\n") if "条 沙" in line] == [
            words.strip() for words in ARTICLES.split("<br>")
        ]


def test_a_task_list_with_numbered_steps_in_a_cell_stays_a_table() -> None:
    html = """<table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr>
    <tr><td>1</td><td>1.清理沙滩。<br>2.修补护岸。<br>3.设立警示牌。</td><td>市海洋局</td></tr>
    <tr><td>2</td><td>（一）培训；<br>（二）演练。</td><td>市应急局</td></tr></table>"""
    assert read(html).text == (
        "序号\t任务\t责任单位\n1\t1.清理沙滩。 2.修补护岸。 3.设立警示牌。\t市海洋局\n"
        "2\t（一）培训； （二）演练。\t市应急局"
    )


def test_a_group_that_spans_rows_is_written_once() -> None:
    html = "<table><tr><td rowspan=3>养护<td>清理<td>5<tr><td>修补<td>6<tr><td>绿化<td>7</table>"
    assert read(html).text == "养护\t清理\t5\n修补\t6\n绿化\t7"
    assert ("1 R3C2", "绿化") in cells(html)


def test_cells_of_an_article_editor_that_wraps_everything_in_sections() -> None:
    row = "<tr><td><section><p><span>{}</span></p></section></td><td><section>{}</section></td></tr>"
    html = f"<section><table>{row.format('一级', '50万元')}{row.format('二级', '30万元')}</table></section>"
    assert read(html).text == "一级\t50万元\n二级\t30万元"


def test_spans_that_no_table_has_change_no_text() -> None:
    html = "<table><tr><td colspan=99999>甲<td>乙<tr><td rowspan=-1>丙<td colspan=x>丁</table>"
    assert "".join(read(html).text.split()) == "甲乙丙丁"
