"""What stands behind the text is compared like the text: a table of rates, a list of conditions."""

from __future__ import annotations

import pytest
from support.texts import compared, version

from policydiff.model import Comparison, Term
from policydiff.render import comparison_summary

TEXT = """海州市渔港补助办法
第一条　为了规范渔港补助，制定本办法。
第二条　补助标准见附件1。
第三条　本办法自2025年1月1日起施行。
附件1
补助标准表
渔船\t每船补助\t年度限额
小型渔船\t10元\t100万元
中型渔船\t20元\t{middle}万元
大型渔船\t20元\t300万元
附件2
申请条件
渔船应当检验合格，船龄不超过{age}年。
"""


def text(middle: int = 200, age: int = 20) -> str:
    return TEXT.format(middle=middle, age=age)


def figures(found: Comparison) -> list[tuple[str, str, str]]:
    return [(_quote(one.old), _quote(one.new), one.direction) for change in found.changes for one in change.terms]


def _quote(terms: tuple[Term, ...]) -> str:
    return "".join(term.quote for term in terms)


def test_a_figure_of_an_annex_that_changed_is_told() -> None:
    found = compared(version(text()), version(text(middle=250)))
    assert [one for one in figures(found) if one[2] != "unchanged"] == [("200万元", "250万元", "raised")]
    assert [change.substance for change in found.changes] == ["none", "none", "none", "substantive", "none"]
    assert "附件：1个修改、1个未变。" in comparison_summary(found, "zh", color=False, width=200)
    assert "Annexes: 1 edited, 1 unchanged." in comparison_summary(found, "en", color=False, width=200)


def test_the_rows_of_a_table_are_known_by_their_first_cell() -> None:
    old, new = (TEXT.format(middle=200, age=20), TEXT.format(middle=300, age=20).replace("小型", "微型"))
    found = compared(version(old), version(new))
    assert ("200万元", "300万元", "raised") in figures(found)
    assert ("300万元", "300万元", "unchanged") in figures(found)


@pytest.mark.parametrize("first", [True, False])
def test_an_annex_that_only_one_text_has_is_added_or_removed(first: bool) -> None:
    short = text().partition("附件2")[0]
    pair = (short, text()) if first else (text(), short)
    found = compared(*map(version, pair))
    assert found.changes[-1].relation == ("added" if first else "removed")
    assert [one[2] for one in figures(found) if one[2] != "unchanged"] == ["introduced" if first else "dropped"]


def test_an_annexed_explanation_is_no_part_of_the_text() -> None:
    told = "附件2\n海州市渔港补助办法起草说明\n本办法借鉴邻市经验，补助标准提高到500万元。\n"
    found = compared(version(text().partition("附件2")[0]), version(text().partition("附件2")[0] + told))
    assert {one[2] for one in figures(found)} == {"unchanged"}
