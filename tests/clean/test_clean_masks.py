"""Signs inside words go, signs between words stay."""

from __future__ import annotations

import time

import pytest

from policydiff import tokens
from policydiff.clean import clean, masks
from policydiff.clean.masks import FILTER_MASKS
from policydiff.clean.page import Page
from policydiff.model import Source, apply_edits
from policydiff.read.plain import line_blocks


def unmasked(text: str) -> str:
    return apply_edits(text, FILTER_MASKS.find(Page.of(text)))


@pytest.mark.parametrize(
    ("masked", "plain"),
    [
        ("不*過 30 萬元", "不超過 30 萬元"),
        ("累计不*过三年", "累计不超过三年"),
        ("不*超*过30%", "不超过30%"),
        ("最*高30%的补贴", "最高30%的补贴"),
        ("全*国首*个示范区", "全国首个示范区"),
        ("报国＊务＊院批准", "报国务院批准"),
        ("国*家*级平台", "国家级平台"),
        ("给予奖*勵，補*贴从优", "给予奖勵，補贴从优"),
        ("首·批试点，国·家平台，最·高等级", "首批试点，国家平台，最高等级"),
    ],
)
def test_a_filter_s_sign_goes(masked: str, plain: str) -> None:
    assert unmasked(masked) == plain


@pytest.mark.parametrize(
    "text",
    [
        "政策*解读",
        "给予*最高50万元",
        "*本项不含市级配套",
        "体积=长*宽*高",
        "长*宽*高",
        "甲*乙方案",
        "3*5米，2人*3天",
        "陈*列、刘*洋、王*平",
        "138****0000",
        "重**点",
        "三·一五晚会、五·四青年节",
        "京-津-冀协同、产-学-研-用结合、政-企-银对接、沪-宁铁路",
        "最·高",
    ],
)
def test_other_signs_stay(text: str) -> None:
    assert unmasked(text) == text


def test_both_word_cutters_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    tokens.engine()
    assert [masks._is_word(word) for word in ("不过", "国家级", "王平", "价数")] == [True, True, False, False]
    monkeypatch.setattr(masks, "engine", lambda: "jieba")
    assert [masks._is_word(word) for word in ("不过", "国家级", "王平", "价数")] == [True, True, False, False]


def test_a_figure_behind_a_filter_is_a_figure_again() -> None:
    text = "某市若干措施\n第一条 对符合条件的企业，给予不*超*过 30 万元补贴。"
    cleaned = clean(Source("文本", "text/plain", "utf-8", "", text, line_blocks(text)))
    assert cleaned.text.endswith("给予不超过30万元补贴。")
    assert any(step.rule == "filter-masks" for step in cleaned.steps)


@pytest.mark.parametrize("unit", ["一*", "第*一", "不*超过", "最·高", "*", "国|家", "甲-"])
def test_a_long_text_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        page = Page.of(unit * (size // len(unit)))
        begin = time.process_time()
        FILTER_MASKS.find(page)
        return time.process_time() - begin

    seconds(1000)
    assert seconds(200_000) <= 40 * max(seconds(20_000), 0.02)
