"""In a row of a table a figure belongs to what the row is called, not to what the next cell says."""

from __future__ import annotations

import pytest

from policydiff.clean import clean
from policydiff.model import Origin
from policydiff.read import read_bytes
from policydiff.segment import segment
from policydiff.terms import extract
from policydiff.terms.table_rows import Header, header_of
from policydiff.terms.view import inserted, view_of

PAGE = (
    "<html><body><h1>海角市渡口收费办法</h1><p>第一条 为了规范渡口收费，制定本办法。</p><p>第二条 收费标准如下：</p>"
    "<table>{}</table><p>第三条 本办法自2025年1月1日起施行。</p></body></html>"
)


HEAD = ("序号", "项目", "标准", "备注")


def told(*cells: str, head: tuple[str, ...] = HEAD) -> list[tuple[str, str | None, str | None, str | None]]:
    rows = (head, cells)
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    document = segment(clean(read_bytes(PAGE.format(table).encode(), "page.html")), origin=Origin("page"))
    return [(term.quote, term.subject, term.per, term.role) for term in extract(document)]


@pytest.mark.parametrize(
    ("cells", "terms"),
    [
        (
            ("3", "摆渡清运费", "每户每月8元", "特困户免收"),
            [("8元", "摆渡清运费", "每户每月", None)],
        ),
        (
            ("1", "车辆过渡费（小型车）", "5元/小时", "每日最高40元"),
            [("5元", "车辆过渡费(小型车)", "每小时", None), ("最高40元", "车辆过渡费(小型车)", None, None)],
        ),
        (
            ("2", "逾期90日以上", "处2万元以上5万元以下罚款", "—"),
            [("90日以上", "逾期", None, "condition"), ("2万元以上5万元以下", "逾期90日以上", None, "penalty")],
        ),
    ],
)
def test_the_row_names_its_figures(
    cells: tuple[str, ...], terms: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    assert told(*cells) == terms


@pytest.mark.parametrize(
    ("head", "cells", "terms"),
    [
        (("船型", "更新补助（万元）"), ("A类", "200"), [("200", "A类", "200万元")]),
        (("船型", "更新补助（万元）"), ("甲", "1,200"), [("1,200", "甲", "1200万元")]),
        (("等次", "比例（%）"), ("一等", "30"), [("30", "一等", "30%")]),
        (
            ("船型", "更新补助（万元）", "泊位补贴（元/月）"),
            ("B类船", "80", "500"),
            [("80", "B类船 更新补助", "80万元"), ("500", "B类船 泊位补贴", "500元")],
        ),
        (("年份", "项目"), ("2025", "7"), []),
        (("船型", "更新补助（万元）"), ("C类", "面议"), []),
    ],
)
def test_the_head_of_a_column_gives_the_unit(
    head: tuple[str, ...], cells: tuple[str, ...], terms: list[tuple[str, str, str]]
) -> None:
    assert [(quote, subject) for quote, subject, *_ in told(*cells, head=head)] == [term[:2] for term in terms]


def test_a_table_s_head_holds_until_prose_begins() -> None:
    header = header_of("船型\t更新补助（万元）", None)
    assert header_of("A类\t200", header) == header
    assert header_of("以上补助按年度发放。", header) is None
    assert header_of("单位：万元", None) == Header(((-1, "万元", ""),))


def test_a_row_of_thousands_of_numbers_is_read_in_one_walk() -> None:
    """With a walk for each of them this takes half a minute; with one, less than a second."""
    row = "\t".join(["甲", *["12"] * 4000])
    header = Header(((-1, "万元", ""),))
    read = header.read(view_of(row), row, 0)
    assert read.text.count("12万元") == 4000
    assert len(read.starts) <= 6 * 4001


def test_places_lead_back_to_the_number_as_written() -> None:
    view = inserted(view_of("A类\t 200\t30", 100), [(107, "万元"), (110, "%")])
    assert view.text == "A类\n200万元\n30%"
    assert [view.start_of(view.text.index(digit)) for digit in "23"] == [104, 108]
    assert [view.end_of(view.text.index(unit) + 1) for unit in ("元", "%")] == [107, 110]
