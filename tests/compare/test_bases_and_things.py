"""Another base, a share that is required and another thing: what stands in a figure's place, and is not that figure."""

from __future__ import annotations

import pytest
from support.texts import articles, compared, version

from policydiff.model import TermChange

TITLE = "海角市支持船艇产业发展办法"
CARE = "市工业主管部门负责船艇产业发展的统筹协调。"


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    before, after = (articles(text, CARE, title=TITLE) for text in (old, new))
    return [_row(one) for change in compared(before, after).changes for one in change.terms]


def _row(one: TermChange) -> tuple[str, str, str]:
    return "".join(t.quote for t in one.old), "".join(t.quote for t in one.new), one.direction


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("船坞总投资", "设备投资"),
        ("研发费用", "研发费用增量"),
        ("研发费用", "新增研发费用"),
        ("年度利润", "年度净利润"),
        ("合同金额", "实际到账金额"),
    ],
)
def test_a_qualifier_makes_another_base(old: str, new: str) -> None:
    text = "对船艇制造企业，按照{}的{}给予补助。"
    (found,) = told(text.format(old, "12%"), text.format(new, "18%"))
    assert found == ("12%", "18%", "not_comparable")
    ((change,),) = [
        change.terms
        for change in compared(
            articles(text.format(old, "12%"), CARE, title=TITLE), articles(text.format(new, "12%"), CARE, title=TITLE)
        ).changes
        if change.terms
    ]
    assert "basis" in change.changed


@pytest.mark.parametrize(
    ("old", "new"), [("研发成本", "项目研发成本"), ("投资额", "总投资额"), ("新增税收", "税收增量")]
)
def test_what_names_the_whole_does_not(old: str, new: str) -> None:
    text = "对船艇制造企业，按照{}的{}给予补助。"
    assert told(text.format(old, "12%"), text.format(new, "18%")) == [("12%", "18%", "raised")]


def test_a_share_that_is_required_is_not_the_rate_that_is_granted() -> None:
    old = "按照船台建设投资的12%给予补助，其中本地材料占比不低于40%。"
    new = "按照设备投资的18%给予补助。"
    assert told(old, new) == [("12%", "18%", "not_comparable"), ("不低于40%", "", "dropped")]


def test_the_rooms_that_two_articles_measure_are_two() -> None:
    old = "船校可以根据需要建设索具工坊，其使用面积不宜小于280平方米。"
    new = "船校应当设置海图阅览室，使用面积不应小于45平方米，并应设置独立的门厅。"
    assert told(old, new) == [("不宜小于280平方米", "", "dropped"), ("", "不应小于45平方米", "introduced")]
    kept = "船校应当建设索具工坊，使用面积不应小于320平方米。"
    assert [one[2] for one in told(old, kept)] == ["raised"]


def test_two_grants_in_one_place_share_their_form_only() -> None:
    frame = f"{TITLE}\n一、总体要求。坚持统筹规划、分步推进。\n二、{{}}\n三、附则。本办法由市工业主管部门解释。\n"
    old = "支持低碳转型。对新认定的省级零碳船坞，给予一次性奖励40万元。"
    new = "支持工艺创新。对新获得匠心大奖的企业，给予一次性奖励90万元。"
    alike = "支持低碳转型。对新认定的零碳船坞，给予一次性奖励90万元。"

    def rows(one: str, other: str) -> list[tuple[str, str, str]]:
        before, after = (version(frame.format(text)) for text in (one, other))
        return [_row(found) for change in compared(before, after).changes for found in change.terms]

    assert sorted(rows(old, new)) == [("", "90万元", "introduced"), ("40万元", "", "dropped")]
    assert rows(old, alike) == [("40万元", "90万元", "raised")]


def test_a_text_that_takes_effect_is_put_in_other_words() -> None:
    before, after = (articles(CARE, f"本办法自印发之日起{word}。", title=TITLE) for word in ("实施", "施行"))
    assert [change.substance for change in compared(before, after).changes if change.substance != "none"] == [
        "editorial"
    ]
