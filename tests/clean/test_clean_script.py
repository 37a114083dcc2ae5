"""However a region writes traditional script, the mainland's characters come out; other scripts stay."""

from __future__ import annotations

import pytest
from opencc import OpenCC

from policydiff.clean.page import Page
from policydiff.clean.script import SCRIPT
from policydiff.model import apply_edits

MAINLAND = (
    "为了着力发展平台经济，随着群众需求增长，台风预警里程显著提高，生产线说明书由卫生部门准备，启动资金占投资的两成，"
    "有关著作权、专著和名著的规定从其规定，土著居民沿着高峰路搬迁，注册、托管和周期按照制度执行。"
)


def simplified(text: str) -> str:
    return apply_edits(text, SCRIPT.find(Page.of(text)))


@pytest.mark.parametrize("region", ["s2t", "s2tw", "s2hk"])
def test_every_region_comes_out_as_the_mainland_writes(region: str) -> None:
    written = OpenCC(region).convert(MAINLAND)
    assert written != MAINLAND
    assert simplified(written) == MAINLAND


def test_older_print_comes_out_too() -> None:
    text = "爲發展敎育，羣衆說明旣定値，淸査槪況，裏程、綫路、衞生與峯會，按照鄕鎭規劃逐歩實施。"
    assert simplified(text) == "为发展教育，群众说明既定值，清查概况，里程、线路、卫生与峰会，按照乡镇规划逐步实施。"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("隨著發展", "随着发展"),
        ("意味著會議", "意味着会议"),
        ("著重發展", "着重发展"),
        ("創新著力點", "创新着力点"),
        ("顯著發展", "显著发展"),
        ("著作權會", "著作权会"),
        ("專著與名著", "专著与名著"),
        ("土著發展", "土著发展"),
        ("藉著會議", "借着会议"),
    ],
)
def test_one_character_is_two_words(written: str, read: str) -> None:
    assert simplified(written) == read


def test_a_paragraph_in_traditional_script_on_a_simplified_page() -> None:
    simple = "市人民政府应当推动产业发展，加强监督管理，完善公共服务。\n" * 20
    quoted = "對符合條件的企業，按照投資額給予獎勵，最高不超過五十萬元。"
    assert simplified(f"{simple}{quoted}") == f"{simple}对符合条件的企业，按照投资额给予奖励，最高不超过五十万元。"


@pytest.mark.parametrize(
    "text",
    [
        MAINLAND,
        "《臺灣通史》等书籍由出版社依法出版发行，供研究人员查阅使用。",
        "経済産業省は、人工知能の開発を支援する計画を発表し、関係機関と連携して実施する。",
        "Taipei 101 opened; see the annex for all data.",
    ],
)
def test_other_scripts_stay(text: str) -> None:
    assert simplified(text) == text


def test_japanese_inside_a_traditional_page_stays() -> None:
    japanese = "人工知能の開発を支援する計画を発表した。"
    text = "對符合條件的企業給予獎勵，促進產業發展。\n" + japanese
    assert simplified(text) == "对符合条件的企业给予奖励，促进产业发展。\n" + japanese
