"""Readings that a program wrote behind the characters go; what an author wrote in brackets stays."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from policydiff.clean import clean
from policydiff.clean.page import Page
from policydiff.clean.pinyin import PINYIN
from policydiff.model import apply_edits
from policydiff.read import read_file

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PLAIN = "各区应当促进绿色产业发展（试行），建设充电设施(以下简称设施)，对符合条件的企业给予补贴。"


def stripped(text: str) -> str:
    return apply_edits(text, PINYIN.find(Page.of(text)))


def reading(char: str, style: Style) -> str:
    return pinyin(char, style=style)[0][0]


@pytest.mark.parametrize(
    ("style", "form"),
    [
        (Style.TONE, "{char}({reading})"),
        (Style.TONE, "{char}（{reading}）"),
        (Style.TONE, "{char} ({reading}) "),
        (Style.NORMAL, "{char}({reading}) "),
        (Style.NORMAL, "{char}({reading})"),
        (Style.TONE3, "{char}({reading})"),
    ],
)
@given(st.sets(st.sampled_from([at for at, char in enumerate(PLAIN) if re.match("[一-龥]", char)]), min_size=5))
@settings(deadline=None, derandomize=True, max_examples=20)
def test_every_dialect_is_undone_exactly(style: Style, form: str, places: set[int]) -> None:
    noisy = "".join(
        form.format(char=char, reading=reading(char, style)) if at in places else char for at, char in enumerate(PLAIN)
    )
    assert stripped(noisy) == PLAIN


@pytest.mark.parametrize(
    ("noisy", "plain"),
    [
        ("綠(lǜ)色旅(lǚ)游戰略(lu:e)、女(nǚ)性", "綠色旅游戰略(lu:e)、女性"),
        ("綠(lv4)色旅(lv3)游女(nv3)性", "綠色旅游女性"),
        ("产(chɑ̌n)业发(fā)展进(jìn)步", "产业发展进步"),
        ("产(ｃhǎn)业发(fā)展进(jìn)步加(jiā)快", "产(ｃhǎn)业发展进步加快"),
        ("规划(guīhuà)纲要(gāngyào)的(de)编制(biānzhì)", "规划纲要的编制"),
        ("乡村(xiāng cūn)振兴(zhèn xīng)工作(gōng zuò)会(huì)", "乡村振兴工作会"),
    ],
)
def test_spellings(noisy: str, plain: str) -> None:
    assert stripped(noisy) == plain


@pytest.mark.parametrize(
    "text",
    [
        "重（chóng）新核定，另行（xíng）通知。",  # twice is no habit
        "进(jin)一步发(fa)展",
        "进(wǎn)步发(guā)展产(dōu)业加(lè)快",  # no readings of these characters
        "甲(a)类、乙(b)类、丙(c)类、丁(d)类、戊(e)类",
        "人工智能(ai)、大模型(llm)、算力(gpu)、虚拟现实(vr)、元宇宙(meta)",
        "北京(Beijing)、上海(Shanghai)、广州(Guangzhou)、深圳(Shenzhen)、杭州(Hangzhou)",
        "爱(ai)心企业、爱(ai)心人士、爱(ai)心商户、爱(ai)心学校、爱(ai)心社区",
        "()（）( )（ ）",
    ],
)
def test_content_stays(text: str) -> None:
    assert stripped(text) == text


def test_the_capture_with_pinyin_comes_out_whole() -> None:
    path = CORPUS / "nantong-ai-action-plan" / "2024-report" / "raw" / "nantong-traditional-noisy.txt"
    text = clean(read_file(path)).text
    assert not re.search(r"[(（][a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ ]+[)）]", text)
    assert "(2024—2027年)" in text
    assert "(以下简称《行动方案》)" in text


@pytest.mark.parametrize("unit", ["(", "一(", "一(a", "一(yi)", "啊(a)", "一 (yi yi yi", "(yī)", "一(yīyīyī)"])
def test_a_long_text_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        page = Page.of(unit * (size // len(unit)))
        begin = time.process_time()
        PINYIN.find(page)
        return time.process_time() - begin

    seconds(1000)  # loads the tables
    assert seconds(200_000) <= 40 * max(seconds(20_000), 0.02)
