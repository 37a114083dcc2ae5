"""Words that bind nobody inside a name, and limits that say the same in other words."""

from __future__ import annotations

import pytest
from support.texts import changed

from policydiff.compare.weight.named import with_named
from policydiff.compare.weight.organs import organs
from policydiff.tokens import tokens


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("渔业保障主管部门负责渔港登记。", "渔业发展主管部门负责渔港登记。"),
        ("船东应当检修渔具。", "船东应当检修一般渔具。"),
        ("市渔业保障中心负责渔港登记。", "市渔业服务中心负责渔港登记。"),
    ],
)
def test_a_word_inside_a_name_is_no_modal(old: str, new: str) -> None:
    change = changed(old, new)
    assert change.substance == "substantive"
    assert "modal" not in change.signals


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("泊位间距宜均匀。", "泊位间距应均匀。", ("宜", "应当")),
        ("泊位间距宜均匀。", "泊位间距可均匀。", ("宜", "可以")),
        ("渔港由市渔业局管理。", "渔港一般由市渔业局管理。", ("", "一般")),
        ("渔港经营者应当组织渔民培训。", "渔港经营者应当保障渔民培训。", ("", "保障")),
    ],
)
def test_a_modal_stays_one(old: str, new: str, words: tuple[str, str]) -> None:
    change = changed(old, new)
    assert "modal" in change.signals
    assert words in {(touch.old, touch.new) for touch in change.touched if touch.signal == "modal"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("渔港每半年检修2次以上。", "渔港每半年检修不少于两次。"),
        ("渔港每年至少检修一次，检修记录保存不少于3年。", "渔港每年至少检修一次，检修记录保存3年以上。"),
        ("渔港的经营者（以下简称“港主”）负责检修。", "渔港的经营者（以下简称港主）负责检修。"),
    ],
)
def test_what_says_the_same_in_other_words_is_editorial(old: str, new: str) -> None:
    assert changed(old, new).substance == "editorial"


def test_a_leading_group_is_one_name() -> None:
    assert organs("经市委渔业工作领导小组研究，报市人民政府批准。") == ["市委渔业工作领导小组", "市人民政府"]


@pytest.mark.parametrize("text", ["一般" * 20_000, "住房保障" * 20_000, "保障部门" * 20_000])
def test_any_number_of_such_words_is_read(text: str) -> None:
    words = tokens(text)
    assert "".join(with_named(words)) == text
