"""HTML: all visible text, block by block."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.model import Source
from policydiff.read import ReadOptions, read_bytes
from policydiff.read.html import read_html


def read(html: str) -> Source:
    return read_bytes(html.encode(), "页面.html")


def shown(html: str) -> list[tuple[str, str]]:
    source = read(f"<html><body>{html}</body></html>")
    return [(block.kind, block.span.of(source.text)) for block in source.blocks]


def test_block_elements_and_line_breaks_make_blocks() -> None:
    html = "<h1>若干措施</h1>引言<p>第一条<br>第二款</p><ul><li>甲<li>乙</ul><div>外<div>内</div>又外</div>"
    assert shown(html) == [
        ("h1", "若干措施"),
        ("body", "引言"),
        ("p", "第一条"),
        ("p", "第二款"),
        ("li", "甲"),
        ("li", "乙"),
        ("div", "外"),
        ("div", "内"),
        ("div", "又外"),
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("投资10<sup>4</sup>元", "投资10⁴元"),
        ("3×10<sup> -3 </sup>克", "3×10⁻³克"),
        ("10<b><sup>n</sup></b>次", "10ⁿ次"),
        ("10<sup>1.5</sup>元", "10^(1.5)元"),
        ("每m<sup>2</sup>补贴30元", "每m2补贴30元"),
        ("2024<sup>[1]</sup>年<sup>①</sup>", "2024[1]年①"),
        ("20<sup>th</sup>", "20th"),
        ("企业<sup>1</sup>", "企业1"),
        ("<sup>4</sup>元", "4元"),
    ],
)
def test_a_power_is_told_from_the_figure_before_it(html: str, text: str) -> None:
    assert shown(f"<p>{html}</p>") == [("p", text)]


def test_a_layout_table_keeps_every_line() -> None:
    layout = "<table><tr><td><p>第一条 甲。</p><p>第二条 乙。</p>丙</td></tr></table>"
    assert shown(layout) == [("p", "第一条 甲。"), ("p", "第二条 乙。"), ("td", "丙")]


def test_what_no_reader_sees_is_not_text() -> None:
    scripts = "<style>p{}</style><script>var a='<p>脚本</p>'</script><noscript>无</noscript>"
    html = scripts + "<template>模</template><!-- 注 -->见"
    assert shown(html) == [("body", "见")]


def test_inline_elements_run_on_and_white_space_collapses() -> None:
    assert shown("<p>  最高\n  <b>500</b> 万元\n   补助 </p>") == [("p", "最高 500 万元补助")]
    assert shown("<p><b>来源：某报</b>\n<b>作者</b></p>") == [("p", "来源：某报 作者")]
    assert shown("<p>　　第一条&nbsp;&nbsp;总则</p>") == [("p", "　　第一条\xa0\xa0总则")]


def test_preformatted_lines_are_blocks() -> None:
    assert shown("<pre>第一条\n  第二款\n\n第三款</pre>") == [("pre", "第一条"), ("pre", "  第二款"), ("pre", "第三款")]


def test_the_share_of_links_and_the_depth_are_features() -> None:
    source = read("<html><body><p><a>首页</a> | <a>新闻</a></p><p>正文</p></body></html>")
    assert [(block.links, block.depth) for block in source.blocks] == [(0.8, 3), (0.0, 3)]


def test_the_title_is_kept_apart() -> None:
    source = read("<html><head><title> 若干\n措施 </title></head><body>正文</body></html>")
    assert source.title == "若干 措施"
    assert source.text == "正文"
    assert read("<html><body>正文</body></html>").title is None


def test_ten_thousand_nested_elements_lose_nothing() -> None:
    depth = 10_000
    source = read("<html><body>" + "<div>" * depth + "深处" + "</div>" * depth + "末尾</body></html>")
    assert source.text == "深处\n末尾"
    assert source.blocks[0].depth > depth


def test_a_stray_nul_or_an_xml_declaration_cuts_nothing_off() -> None:
    long = "甲" * 300
    assert read(f"<html><body><p>{long}\0乙</p><p>丙</p></body></html>").text == f"{long}乙\n丙"
    xhtml = '<?xml version="1.0" encoding="gb2312"?><html xmlns="http://www.w3.org/1999/xhtml"><body>正文</body></html>'
    assert read(xhtml).text == "正文"


def test_a_very_long_paragraph_is_whole() -> None:
    size = 4_000_000
    assert len(read("<html><body><p>" + "好" * size + "</p></body></html>").text) == size


@pytest.mark.parametrize(
    "html", ["<p>甲<b>乙</p>丙</b>", "<td>甲</td>", "<p>甲</div>乙", "<table>甲<tr><td>乙</table>"]
)
def test_broken_markup_loses_no_text(html: str) -> None:
    seen = "".join(words for _, words in shown(html))
    assert sorted(seen) == sorted(char for char in html if char in "甲乙丙")


TAGS = st.sampled_from(["p", "div", "span", "a", "table", "tr", "td", "li", "br", "b", "h2"])
SOUP = st.lists(
    st.one_of(TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.text("甲乙丙 \n", min_size=1, max_size=5))
)


@given(SOUP)
@settings(deadline=None, derandomize=True, max_examples=150)
def test_blocks_are_ordered_disjoint_and_hold_all_text(parts: list[str]) -> None:
    source = read("<html><body>头" + "".join(parts) + "</body></html>")
    at = 0
    for block in source.blocks:
        assert source.text[at : block.span.start].strip() == ""
        assert block.span.start >= at
        assert block.span.of(source.text).strip()
        at = block.span.end
    assert source.text[at:].strip() == ""
    written = "头" + "".join(part for part in parts if not part.startswith("<"))
    assert sorted(char for char in source.text if char in "头甲乙丙") == sorted(
        written.replace(" ", "").replace("\n", "")
    )


@pytest.mark.parametrize(
    "void",
    [
        "<s>50</s>",
        "<del>50</del>",
        "<strike>50</strike>",
        "<span style='color:red; text-decoration: line-through'>50</span>",
    ],
)
def test_what_is_struck_through_is_void(void: str) -> None:
    page = f"<p>第二条　每港最高补助{void}<ins>80</ins>万元，由市财政承担。</p>"
    assert read_html(page).text == "第二条　每港最高补助80万元，由市财政承担。"
    assert (
        read_html(page, "页", ReadOptions(revisions="original")).text == "第二条　每港最高补助5080万元，由市财政承担。"
    )


def test_a_strike_that_was_never_closed_voids_nothing() -> None:
    assert read_html("<p>办法</p><s><p>第一条　渔港应当登记。</p>").text == "办法\n第一条　渔港应当登记。"
