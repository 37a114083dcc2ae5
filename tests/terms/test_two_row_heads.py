"""A head in two rows, an empty cell, a table drawn with strokes: every number belongs to its own column."""

from __future__ import annotations

import pytest
from support.reading import segmented

from policydiff.clean import clean
from policydiff.model import Origin, Term
from policydiff.read import read_bytes
from policydiff.segment import segment
from policydiff.terms import extract
from policydiff.terms.table_rows import row_name

PAGE = "<html><body><h1>海角市渡船补贴办法</h1><p>第一条 补贴标准如下：</p><table>{}</table></body></html>"


def subjects(table: str) -> list[tuple[str, str | None]]:
    page = read_bytes(PAGE.format(table).encode(), "page.html")
    return told(extract(segment(clean(page), origin=Origin("page"))))


def told(terms: tuple[Term, ...]) -> list[tuple[str, str | None]]:
    return [(term.quote, term.subject) for term in terms]


def test_what_spans_columns_names_each_of_them() -> None:
    head = "<tr><th rowspan=2>船型<th colspan=2>建造补贴（万元）<th rowspan=2>封顶（万元）<tr><th>首制<th>续建"
    assert subjects(head + "<tr><td>甲型船<td>30<td>20<td>90") == [
        ("30", "甲型船 建造补贴 首制"),
        ("20", "甲型船 建造补贴 续建"),
        ("90", "甲型船 封顶"),
    ]


def test_the_last_of_two_heads_may_span_the_rest() -> None:
    head = "<tr><th rowspan=2>船型<th colspan=2>建造补贴（万元）<tr><th>首制<th>续建"
    assert subjects(head + "<tr><td>甲型船<td>30<td>20") == [
        ("30", "甲型船 建造补贴 首制"),
        ("20", "甲型船 建造补贴 续建"),
    ]


def test_a_row_of_words_is_no_second_head() -> None:
    table = "<tr><th>船型<th>建造补贴（万元）<tr><td>甲型船<td>面议<tr><td>乙型船<td>20<tr><td>丙型船<td>面议"
    assert subjects(table) == [("20", "乙型船")]


def test_an_empty_cell_keeps_its_column() -> None:
    table = "<tr><th>船型<th>首制（万元）<th>续建（万元）<tr><td>甲型船<td><td>20<tr><td>乙型船<td>30<td>25"
    assert subjects(table) == [("20", "甲型船 续建"), ("30", "乙型船 首制"), ("25", "乙型船 续建")]


def test_numbers_beyond_the_head_have_no_column() -> None:
    lines = "第一条 标准如下：\n船型\t建造补贴（万元）\t封顶（万元）\n首制\t续建\n甲型船\t30\t20\t90"
    assert extract(segmented(lines)) == ()


@pytest.mark.parametrize(
    ("rows", "terms"),
    [
        ("|船型|补贴（万元）|\n|---|:--:|\n|甲型船|30|\n|乙型船|20|", [("30", "甲型船"), ("20", "乙型船")]),
        ("|船型|补贴|\n|---|---|\n|甲型船|30万元|", [("30万元", "甲型船")]),
        ("单位：元\n|1|摆渡费|5|", [("5", "摆渡费")]),
    ],
)
def test_a_table_drawn_with_strokes(rows: str, terms: list[tuple[str, str]]) -> None:
    assert told(extract(segmented(f"第一条 标准如下：\n{rows}"))) == terms


def test_a_tier_is_called_what_it_is() -> None:
    first, second = row_name("第一档\n0-300\n0.52"), row_name("第一档\n渡船\n0.52")
    assert [name.words for name in (first, second) if name] == ["第一档", "渡船"]


def test_a_unit_of_a_column_may_be_one_for_each() -> None:
    (term, _) = extract(segmented("第一条 标准如下：\n档次\t水量（立方米/户）\t水价（元/立方米）\n第一档\t180\t2.1"))
    assert (term.quote, term.per, term.subject) == ("180", "每户", "第一档 水量")


OVER = "<tr><th rowspan=2>船型<th colspan=2>收费标准（元）"


def pers(table: str) -> list[tuple[str, str | None, str | None]]:
    page = read_bytes(PAGE.format(table).encode(), "page.html")
    return [(term.quote, term.per, term.subject) for term in extract(segment(clean(page), origin=Origin("page")))]


@pytest.mark.parametrize(
    ("below", "first", "second"),
    [
        ("<th>每航次<th>泊位（每小时）", ("每航次", "甲型船 收费标准"), ("每小时", "甲型船 收费标准 泊位")),
        (
            "<th>摆渡（每航次）<th>泊位（元/小时）",
            ("每航次", "甲型船 收费标准 摆渡"),
            ("每小时", "甲型船 收费标准 泊位"),
        ),
        ("<th>元/航次<th>（元/小时）", ("每航次", "甲型船 收费标准"), ("每小时", "甲型船 收费标准")),
        ("<th>摆渡（含夜航）<th>泊位", (None, "甲型船 收费标准 摆渡（含夜航）"), (None, "甲型船 收费标准 泊位")),
    ],
)
def test_the_second_row_tells_for_each_of_what(
    below: str, first: tuple[str | None, str], second: tuple[str | None, str]
) -> None:
    assert pers(f"{OVER}<tr>{below}<tr><td>甲型船<td>35<td>6") == [("35", *first), ("6", *second)]


@pytest.mark.parametrize(
    "below", ["<th>元/航次<th>元/小时", "<th>（元/航次）<th>（元/小时）", "<th><th>元/航次<th>元/小时"]
)
def test_the_second_row_may_hold_the_units_alone(below: str) -> None:
    head = f"<tr><th>船型<th>摆渡费<th>泊位费<tr>{below}"
    assert pers(f"{head}<tr><td>甲型船<td>35<td>6") == [
        ("35", "每航次", "甲型船 摆渡费"),
        ("6", "每小时", "甲型船 泊位费"),
    ]


def test_fewer_units_than_prices_fit_no_column() -> None:
    assert pers("<tr><th>船型<th>摆渡费<th>泊位费<tr><th>元/航次<tr><td>甲型船<td>35<td>6") == []
