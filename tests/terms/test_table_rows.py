"""In a row of a table a figure belongs to what the row is called, not to what the next cell says."""

from __future__ import annotations

import pytest

from policydiff.clean import clean
from policydiff.model import Origin
from policydiff.read import read_bytes
from policydiff.segment import segment
from policydiff.terms import extract

PAGE = (
    "<html><body><h1>海角市渡口收费办法</h1><p>第一条 为了规范渡口收费，制定本办法。</p><p>第二条 收费标准如下：</p>"
    "<table>{}</table><p>第三条 本办法自2025年1月1日起施行。</p></body></html>"
)


def told(*cells: str) -> list[tuple[str, str | None, str | None, str | None]]:
    rows = (("序号", "项目", "标准", "备注"), cells)
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
