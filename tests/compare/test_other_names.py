"""An organ named more fully, and another organ; a thing under another name, and other things."""

from __future__ import annotations

import pytest
from support.texts import changed, revised

from policydiff.compare.weight.renaming import is_name, is_renamed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("省人民代表大会常务委员会可以规定航标的式样。", "省人民政府可以规定航标的式样。"),
        ("自治县人民检察院监督护渔。", "自治县人民法院监督护渔。"),
        ("乡级人民政府负责护渔。", "乡级以上人民政府负责护渔。"),
        ("由县级以上海事机构查验航标。", "由县级海事机构查验航标。"),
        ("渔船改造应当经市级以上航运主管部门同意。", "渔船改造应当经市级航运主管部门同意。"),
        ("县级以上人民政府公布禁渔区。", "县级以上地方人民政府公布禁渔区。"),
    ],
)
def test_another_kind_or_level_of_organ_is_substantive(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        assert changed(one, other).substance == "substantive"


def test_all_levels_from_one_on_is_style() -> None:
    assert changed("县级以上地方各级人民政府公布禁渔区。", "县级以上地方人民政府公布禁渔区。").substance == "editorial"


_RULES = ("{}应当检修航标。", "护渔由{}负责。", "渔船停泊的，应当告知{}。", "{}发现险情的，应当鸣笛。")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("渔民", "外来渔民", "substantive"),
        ("中小渔企", "渔企", "substantive"),
        ("公司", "上市公司", "substantive"),
        ("航运部门", "人民法院", "substantive"),
        ("县级人民政府", "县级以上人民政府", "substantive"),
        ("航运部门", "市航运部门", "substantive"),
        ("航运部门", "县级以上人民政府航运部门", "editorial"),
        ("港航委员会", "海洋和港航委员会", "editorial"),
        ("船东大会", "船东会", "editorial"),
        ("市政府", "市人民政府", "editorial"),
    ],
)
def test_what_is_replaced_throughout_renames_or_does_not(old: str, new: str, expected: str) -> None:
    found = revised([rule.format(old) for rule in _RULES], [rule.format(new) for rule in _RULES])
    assert found.replacements
    assert {change.substance for change in found.changes} == {expected}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("检修规定", "国家检修规定", True),
        ("行政处分", "处分", True),
        ("单位", "有关单位", True),
        ("企业", "企业和个人", False),
        ("由渔民", "由外来渔民", False),
        ("检察院", "最高人民检察院", False),
        ("县级", "县级以上地方", False),
        ("通知书", "通知", True),
    ],
)
def test_a_name_qualifies_nothing_anew(old: str, new: str, expected: bool) -> None:
    assert is_name(old, new) is is_name(new, old) is expected


def test_an_organ_keeps_its_level_in_a_fuller_name() -> None:
    assert is_renamed("市级港航局", "市级海洋港航局")
    assert not is_renamed("市级港航局", "市级以上海洋港航局")
