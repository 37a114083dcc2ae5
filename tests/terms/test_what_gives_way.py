"""What held before: replaced by a figure of its kind, by words, or struck out."""

from __future__ import annotations

import pytest

from policydiff.terms.extraction import _read


def roles(sentence: str) -> dict[str, str | None]:
    return {term.quote: term.role for term in _read(sentence, "", "statement")}


@pytest.mark.parametrize(
    ("sentence", "former", "now"),
    [
        ("渡口保证金上限由20万元调至30万元。", "20万元", "30万元"),
        ("船员补贴上浮比例由15%调为25%。", "15%", "25%"),
        ("渡船使用年限由12年延至15年。", "12年", "15年"),
        ("泊位审批时限由20天优化为8天。", "20天", "8天"),
        ("渡船贷款期限由24个月拉长到36个月。", "24个月", "36个月"),
        ("泊位审批时限从20天压到8天。", "20天", "8天"),
    ],
)
def test_what_leads_from_one_figure_to_another_of_its_unit_replaces_it(sentence: str, former: str, now: str) -> None:
    found = roles(sentence)
    assert found[former] == "former"
    assert found[now] != "former"


@pytest.mark.parametrize(
    "sentence",
    [
        "渡船租期从1年到3年不等。",
        "自取得证书之日起2年内变更为渔船的，不予补助。",
        "由3名船长推选至少2名船员。",
        "由5家渔业公司改为合作社的，给予补助。",
        "取消渡口2年资格。",
        "不得取消每船30万元的限额。",
    ],
)
def test_what_leads_nowhere_replaces_nothing(sentence: str) -> None:
    assert "former" not in roles(sentence).values()


def test_each_figure_of_a_price_replaces_the_one_of_its_kind() -> None:
    first, fare, further, price = _read("渡船票价由2公里5元调整为3公里8元。", "", "article")
    assert [first.role, fare.role] == ["former", "former"]
    assert {further.role, price.role}.isdisjoint({"former"})
    assert price.subject == "渡船票价"


def test_the_last_figure_of_a_price_may_be_replaced_alone() -> None:
    assert [term.role == "former" for term in _read("渡船票价2公里5元提高到8元。", "", "article")] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("sentence", "former"),
    [
        ("泊位登记有效期由2年延长为长期有效。", "2年"),
        ("渡船补助由每船30万元调整为不设上限。", "30万元"),
        ("渡船补助由30万元改为按造价的20%给予。", "30万元"),
        ("取消单船每年9000元的限额。", "9000元"),
    ],
)
def test_words_may_take_the_place_of_a_figure(sentence: str, former: str) -> None:
    found = roles(sentence)
    assert found.pop(former) == "former"
    assert "former" not in found.values()
