"""What a page says of its document: information table, meta tags, title."""

from __future__ import annotations

import pytest

from policydiff.read import read_bytes


def facts(body: str, head: str = "") -> dict[str, str]:
    source = read_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "页面.html")
    assert len({fact.key for fact in source.facts}) == len(source.facts)
    return {fact.key: fact.value for fact in source.facts}


WANTED = {
    "index_number": "11370000/2025-00012",
    "issuer": "海州市人民政府",
    "issued": "2025年6月18日",
    "document_number": "海政规〔2025〕8号",
    "title": "海州市人民政府关于印发海州市沙滩养护办法的通知",
    "published": "2025-06-20",
}


@pytest.mark.parametrize(
    "html",
    [
        """<table><tr><td>索 引 号</td><td>11370000/2025-00012</td><td>主题分类</td><td>海洋</td></tr>
        <tr><td>发文机关</td><td>海州市人民政府</td><td>成文日期</td><td>2025年6月18日</td></tr>
        <tr><td>标　　题</td><td colspan=3>海州市人民政府关于印发海州市沙滩养护办法的通知</td></tr>
        <tr><td>发文字号</td><td>海政规〔2025〕8号</td><td>发布日期</td><td>2025-06-20</td></tr></table>""",
        """<dl><dt>索引号：</dt><dd>11370000/2025-00012</dd><dt>发布机构：</dt><dd>海州市人民政府</dd><dt>生成日期：</dt>
        <dd>2025年6月18日</dd><dt>文　　号：</dt><dd>海政规〔2025〕8号</dd><dt>名称：</dt>
        <dd>海州市人民政府关于印发海州市沙滩养护办法的通知</dd><dt>发布日期：</dt><dd>2025-06-20</dd></dl>""",
        """<ul><li><b>索引号：</b><span>11370000/2025-00012</span></li><li>主题分类：海洋</li><li>制发机关：海州市人民政府</li>
        <li>发文日期:2025年6月18日</li><li>【文号】：海政规〔2025〕8号</li><li>公开日期：2025-06-20</li>
        <li>公文名称：海州市人民政府关于印发海州市沙滩养护办法的通知</li></ul>""",
        """<div><span>索引号：11370000/2025-00012</span> <span>有效性：有效</span> <span>发文机关：海州市人民政府</span>
        <span>成文日期：2025年6月18日</span></div><div><div>发文字号：</div><div>海政规〔2025〕8号</div></div>
        <p>标题： 海州市人民政府关于印发海州市沙滩养护办法的通知　发布时间：2025-06-20</p>""",
    ],
)
def test_the_information_table_in_four_forms(html: str) -> None:
    assert facts(html) == WANTED


HEAD = """<title>沙滩养护办法_政策文件_海州市人民政府门户网站</title>
<meta name="ArticleTitle" content="海州市沙滩养护办法"><meta name="PubDate" content="2025-06-20 09:00">
<meta name="ContentSource" content="市海洋局"><meta name="SiteName" content="海州市人民政府门户网站">"""


def test_meta_tags_come_behind_the_table_and_before_the_title() -> None:
    assert facts("甲", HEAD) == {
        "title": "海州市沙滩养护办法",
        "published": "2025-06-20 09:00",
        "publisher": "市海洋局",
    }
    found = facts("<p>发布日期：2025年7月1日</p>", HEAD)
    assert found["published"] == "2025年7月1日"
    others = """<meta property="og:title" content="海州市沙滩养护办法"><meta property="og:site_name" content="海州发布">
    <meta property="article:published_time" content="2025-06-20T09:00:00+08:00">
    <meta name="DC.Date.Issued" content="-">"""
    assert facts("甲", others) == {
        "title": "海州市沙滩养护办法",
        "published": "2025-06-20T09:00:00+08:00",
        "publisher": "海州发布",
    }


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("沙滩养护办法_政策文件_海州市人民政府", "沙滩养护办法"),
        ("沙滩养护办法-海州市人民政府门户网站", "沙滩养护办法"),
        ("沙滩养护办法 - 海洋", "沙滩养护办法"),
        ("沙滩养护行动计划（2025—2027年）", "沙滩养护行动计划（2025—2027年）"),
        ("沙滩养护方案（2025-2027年）", "沙滩养护方案（2025-2027年）"),
        ("首页_海州市人民政府", None),
    ],
)
def test_the_headline_in_the_title(title: str, headline: str | None) -> None:
    assert facts("甲", f"<title>{title}</title>").get("title") == headline


@pytest.mark.parametrize(
    "html",
    [
        "<p>发文字号：无</p><p>索引号：</p><p>成文日期：--</p><p>发文机关：/</p>",
        "<table><tr><td>文件名称<td>文号<td>发布日期<tr><td>养护办法试行<td>海政〔2025〕8号<td>2025-01-01</table>",
        "<table><tr><td>序号<td>名称<td>奖励金额<tr><td>1<td>沙滩养护工程<td>50万元</table>",
        "<p>名称：海州某某养护公司</p>",
        "<p>企业应当在申请表中写明发文机关：名称应当完整。</p>",
        "<p>来源：本站</p>",
    ],
)
def test_forms_columns_and_empty_fields_say_nothing(html: str) -> None:
    assert facts(html) == {}


def test_the_first_value_counts() -> None:
    assert facts("<p>发文机关：海州市人民政府</p><p>发文机关：海州市海洋局</p>") == {"issuer": "海州市人民政府"}


def test_fields_that_follow_each_other_without_a_gap() -> None:
    found = facts("<p><span>来源：海州日报</span><span>作者：张三</span><span>发布时间：2025-06-20</span></p>")
    assert found == {"published": "2025-06-20", "publisher": "海州日报"}


def test_a_news_page() -> None:
    found = facts("<p>发布时间：2025-06-20 10:00 来源：海州日报 记者 张三 浏览次数：3</p>")
    assert found == {"published": "2025-06-20 10:00", "publisher": "海州日报"}
