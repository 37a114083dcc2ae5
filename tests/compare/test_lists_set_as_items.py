"""A list in a sentence and the same list set as items."""

from __future__ import annotations

import pytest
from support.texts import changed, revised

from policydiff.compare.weight.listing import is_set_otherwise


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "航标台账应当记载位置、式样和检修日期。",
            "航标台账应当记载以下内容：\n（一）位置；\n（二）式样；\n（三）检修日期。",
        ),
        (
            "不得倒卖、涂改或者出借捕捞证。",
            "不得有下列行为：\n（一）倒卖捕捞证；\n（二）涂改捕捞证；\n（三）出借捕捞证。",
        ),
        (
            "渔港应当公布台账，台账应当记载航标位置、式样。",
            "渔港应当公布台账。台账应当记载下列事项：\n（一）航标位置；\n（二）航标式样。",
        ),
        ("渔港应当具有泊位、航标。", "渔港应当具有下列设施：\n（一）泊位；\n（二）航标。"),
    ],
)
def test_a_list_set_as_items_says_the_same(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        assert (changed(one, other).substance, changed(one, other).signals) == ("editorial", ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # an item more, an item exchanged, one of several, and a list of alternatives
        ("航标台账应当记载位置、式样。", "航标台账应当记载以下内容：\n（一）位置；\n（二）式样；\n（三）颜色。"),
        ("不得倒卖、涂改捕捞证。", "不得有下列行为：\n（一）倒卖捕捞证；\n（二）出借捕捞证。"),
        ("渔港应当设置泊位、航标。", "渔港应当设置下列设施之一：\n（一）泊位；\n（二）航标。"),
        ("渔港应当设置泊位或者航标。", "渔港应当设置下列设施：\n（一）泊位；\n（二）航标。"),
        ("渔港应当设置泊位、航标。", "渔港可以设置下列设施：\n（一）泊位；\n（二）航标。"),
    ],
)
def test_another_list_does_not(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        assert changed(one, other).substance == "substantive"


def test_the_other_sentences_of_the_provision_may_stay() -> None:
    old = "渔港应当公布台账。台账应当记载位置、式样。"
    new = "渔港应当公布台账。台账应当记载下列事项：\n（一）位置；\n（二）式样。"
    assert changed(old, new).substance == "editorial"


def test_an_organ_is_told_as_the_new_text_names_it() -> None:
    rules = ("{}公布名录。", "渔港扩建，应当经{}同意。", "渔船买卖，应当告知{}。")
    old = [*(rule.format("市渔业局") for rule in rules), "渔民协会监督护渔。"]
    new = [*(rule.format("市港航局") for rule in rules), "市港航局监督护渔。"]
    (change,) = (change for change in revised(old, new).changes if change.substance == "substantive")
    assert [(touch.old, touch.new) for touch in change.touched] == [("渔民协会", "市港航局")]


@pytest.mark.parametrize("text", ["下列" * 900, "下列事项：" * 300, "下列事项：" + "网具；" * 600, "以下" * 40_000])
def test_any_list_is_read(text: str) -> None:
    assert not is_set_otherwise(text, "不得买卖、出租网具。")
