"""Words and whole numbers."""

from __future__ import annotations

import builtins
import sys
import time
from collections.abc import Iterator
from itertools import pairwise, product
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff import tokens as module
from policydiff.tokens import engine, tokens

NUMBERS = (
    "50万元",
    "500,000元",
    "1.5亿元",
    "伍拾万元",
    "两百五十万元",
    "30%",
    "２０％",
    "百分之三十",
    "百分之五点五",
    "千分之三",
    "三分之二",
    "30个百分点",
    "2-3个",
    "三至五年",
    "50至100万元",
    "9.83EB",
    "2000P",
    "120km/h",
    "1:1",
    "1/3",
    "第三条之一",
    "第（一）项",
    "第12条",
    "第一百二十条",
    "2024年3月27日",
    "二〇二五年一月一日",
    "3月27日",
    "2024-03-27",
    "〔2025〕3号",
    "三年",
    "十五个工作日",
    "两家",
    "3個月",
    "50多万元",
    "三十余家",
    "400-123-4567",
    "13:17:01",
)
# words around a number; none of them ends or starts with a character that could belong to one
BEFORE = ("给予最高", "不超过", "的", "，", "《办法》", " ", "\n", "补助；", "")
AFTER = ("的补助", "。", "，并", " ", "给予企业", "")


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_one_token(number: str) -> None:
    for before, after in product(BEFORE, AFTER):
        cut = tokens(before + number + after)
        assert "".join(cut) == before + number + after
        assert number in cut, cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("统一规则", ("统一", "规则")),
        ("统一百万", ("统一", "百万")),
        ("十分重要的百姓", ("十分", "重要", "的", "百姓")),
        ("千方百计", ("千方百计",)),
        ("第三方机构", ("第三方", "机构")),
        ("一次性补助", ("一次性", "补助")),
        ("50万元至100万元", ("50万元", "至", "100万元")),
        ("30%—40%", ("30%", "—", "40%")),
        ("“十四五”规划", ("“", "十四五", "”", "规划")),
        ("GPT-4、H100和AI", ("GPT-4", "、", "H100", "和", "AI")),
        ("。，“”", ("。", "，", "“", "”")),
        ("甲  \n　乙", ("甲", "  \n　", "乙")),
        ("", ()),
    ],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    assert tokens(text) == expected


@given(st.text() | st.text("一二十百万亿第条款年分之的至到-—〔〕（）()号12,.，%元个 \n统A"))
@settings(deadline=None, derandomize=True, max_examples=400)
def test_the_tokens_join_to_the_text(text: str) -> None:
    cut = tokens(text)
    assert "".join(cut) == text
    assert all(cut)


@given(st.text("0123456789,.万元甲的，一百"))
@settings(deadline=None, derandomize=True, max_examples=400)
def test_no_run_of_digits_is_cut(text: str) -> None:
    cut = tokens(text)
    assert not any(a[-1].isdigit() and b[0].isdigit() for a, b in pairwise(cut))


def test_a_lone_surrogate_and_a_nul_are_tokens() -> None:
    assert tokens("补\ud800助\0额") == ("补", "\ud800", "助", "\0", "额")


@pytest.mark.parametrize(
    "unit", ["1", "一", "万", "的", " ", "1,", "1:", "1-", "第(", "百分之", "三分之", "A-", "一至", "〔2024"]
)
def test_hostile_repetition_stays_linear(unit: str) -> None:
    text = (unit * 200_000)[:200_000]
    start = time.process_time()
    assert "".join(tokens(text)) == text
    assert time.process_time() - start < 30  # a quadratic cut would take minutes


@pytest.fixture
def without_rjieba(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    real = builtins.__import__

    def refuse(name: str, *args: object, **kwargs: object) -> ModuleType:
        if name == "rjieba":
            raise ImportError("no wheel for this platform")
        return real(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    monkeypatch.delitem(sys.modules, "rjieba", raising=False)
    module._engine.cache_clear()
    yield
    module._engine.cache_clear()


SAMPLE = (
    "对符合条件的企业，按照项目总投入的30%给予最高100万元补助，连续支持不超过三年。"
    "支持龙头企业牵头组建创新联合体，开展关键核心技术攻关。"
)


def test_the_engine_is_named() -> None:
    assert engine() in ("rjieba", "jieba")


def test_jieba_cuts_alike_where_there_is_no_rjieba(without_rjieba: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert engine() == "jieba"
    by_jieba = tokens(SAMPLE)
    assert capfd.readouterr().err == ""
    assert "".join(by_jieba) == SAMPLE
    assert {"30%", "100万元", "三年"} <= set(by_jieba)


def test_both_engines_give_the_same_words(request: pytest.FixtureRequest) -> None:
    if engine() != "rjieba":
        pytest.skip("rjieba has no wheel here")
    by_rjieba = tokens(SAMPLE)
    request.getfixturevalue("without_rjieba")
    assert tokens(SAMPLE) == by_rjieba


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text("渔船第三条百分之十二五规划（〔2025〕号）年月日万元至GPT-4.１,/: \n", max_size=30))
def test_numbers_are_those_that_a_search_through_the_whole_text_finds(text: str) -> None:
    assert [atom.span() for atom in module._atoms(text)] == [atom.span() for atom in module._ATOM.finditer(text)]
