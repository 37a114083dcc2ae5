"""The 不 of 不超过 bounds a figure and forbids nothing; where an order is the rule, a changed order changes it."""

from __future__ import annotations

import pytest
from support.texts import changed

from policydiff.compare.weight.content import content


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("给予渔港不超过50万元补助。", "给予渔港50万元补助。"),
        ("给予渔港50万元补助。", "给予渔港不少于50万元补助。"),
        ("渔港面积超过300平方米。", "渔港面积300平方米以上。"),
        ("船龄不满十年的渔船可以登记。", "船龄十年以上的渔船可以登记。"),
        ("船员不足5人的渔船可以登记。", "船员不超过5人的渔船可以登记。"),
        ("噪声不高于60分贝的渔船可以夜间进港。", "噪声高于60分贝的渔船可以夜间进港。"),
    ],
)
def test_the_bound_of_a_figure_is_no_negation(old: str, new: str) -> None:
    change = changed(old, new)
    assert change.substance == "substantive"
    assert "number" in change.signals
    assert "negation" not in change.signals
    assert not [touch for touch in change.touched if touch.signal == "negation"]


def test_a_ban_stays_a_ban() -> None:
    assert "negation" in changed("渔船可以超过十人。", "渔船不得超过十人。").signals
    assert "negation" in changed("渔船满足要求的，可以登记。", "渔船不满足要求的，可以登记。").signals


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("渔船不高于5米。", "渔船不超过5米。"),
        ("渔港面积不低于300平方米。", "渔港面积300平方米以上。"),
        ("渔港每年检修不少于1次。", "渔港每年检修一次以上。"),
        ("补助不超过5万元。", "补助5万元以下。"),
        ("消防演练每年至少2次。", "消防演练每年不少于两次。"),
        ("船员不满5人。", "船员少于5人。"),
        ("船员不小于5人。", "船员不少于5人。"),
    ],
)
def test_bounds_of_one_meaning_are_one(old: str, new: str) -> None:
    assert content(old) == content(new)


def test_short_of_something_is_no_bound() -> None:
    assert content("渔港经费不足的，由市财政补助。") != content("渔港经费低于的，由市财政补助。")


def test_members_of_a_list_that_changed_places_count_where_an_order_is_the_rule() -> None:
    assert changed("渔船、渔港应当依次登记。", "渔港、渔船应当依次登记。").substance == "substantive"
    assert changed("按照渔船、渔港的顺序登记。", "按照渔港、渔船的顺序登记。").substance == "substantive"
    assert changed("渔船、渔港应当登记。", "渔港、渔船应当登记。").substance == "editorial"
