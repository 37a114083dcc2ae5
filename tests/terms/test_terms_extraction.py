"""The terms stage against its table of phrases, hostile input and spellings of one figure."""

from __future__ import annotations

import json
import time
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.reading import document_of, terms_of

from policydiff.model import (
    Address,
    Attribution,
    Span,
    Term,
    Unit,
    UnitKind,
)
from policydiff.numerals import to_han
from policydiff.terms import extract

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
FACETS = ("hedge", "role", "per", "basis", "subject", "recurrence")


def as_row(term: Term) -> dict[str, Any]:
    """A term as a row of the table: what is null or false is left out."""
    row: dict[str, Any] = {"quote": term.quote, "kind": term.kind, "bound": term.bound}
    row |= {name: str(value) for name in ("low", "high") if (value := getattr(term, name)) is not None}
    row |= {name: True for name in ("low_open", "high_open", "approximate") if getattr(term, name)}
    return row | {name: value for name in ("unit", *FACETS) if (value := getattr(term, name)) is not None}


@pytest.mark.parametrize("case", CASES, ids=[case["phrase"] for case in CASES])
def test_phrase(case: dict[str, Any]) -> None:
    assert [as_row(term) for term in terms_of(case["phrase"])] == case["terms"]


def test_the_table_is_broad_and_has_negatives() -> None:
    phrases = [case["phrase"] for case in CASES]
    assert len(set(phrases)) == len(phrases) >= 120
    assert sum(not case["terms"] for case in CASES) >= 20


@pytest.mark.parametrize("case", CASES, ids=[case["phrase"] for case in CASES])
def test_spans_point_exactly_at_quotes_in_order(case: dict[str, Any]) -> None:
    lead = "前言。\n"
    text = lead + case["phrase"] + "。后记"
    unit = Unit("u1", "text", Span(len(lead), len(lead) + len(case["phrase"])))
    found = extract(document_of(text, unit))
    assert [term.quote for term in found] == [row["quote"] for row in case["terms"]]
    assert all(term.span.of(text) == term.quote and term.span in term.context for term in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def _leaf(text: str, part: str, kind: UnitKind, name: str, **fields: Any) -> Unit:
    start = text.index(part)
    return Unit(name, kind, Span(start, start + len(part)), **fields)


def test_leaves_inherit_address_and_attribution_and_silent_kinds_state_nothing() -> None:
    text = "支持30个项目办法\n一、补助标准。每家补助5万元。（责任单位：3个部门）\n有效期2年。\n某局3名"
    article = Unit(
        "a",
        "article",
        Span(text.index("一、"), text.index("\n有效")),
        address=Address.parse("一、"),
        label="一、",
        attribution=Attribution("某办法"),
        children=(
            _leaf(text, "一、补助标准。", "heading", "a1"),
            _leaf(text, "每家补助5万元。", "sentence", "a2"),
            _leaf(text, "（责任单位：3个部门）", "responsibility", "a3"),
        ),
    )
    units = (
        _leaf(text, "支持30个项目办法", "title", "t"),
        article,
        _leaf(text, "有效期2年。", "closing", "c"),
        _leaf(text, "某局3名", "signature", "s"),
    )
    money, period = extract(document_of(text, *units))
    assert (money.unit_id, str(money.address), money.attribution) == ("a2", "一、", Attribution("某办法"))
    assert (period.quote, period.role, period.address) == ("2年", "validity", None)


def test_a_label_is_no_part_of_a_figure() -> None:
    text = "3.5万元以下的不予补助"
    unit = Unit("u", "item", Span(0, len(text)), address=Address.parse("3."), label="3.")
    (term,) = extract(document_of(text, unit))
    assert (term.quote, term.high) == ("5万元以下", Fraction(50000))


def test_the_context_names_what_the_figure_is_about() -> None:
    text = "加强服务。对示范园区建设运营，按照投资额的20%给予最高60万元补助，补助期限不超过两年；对专家每人奖励1万元。"
    contexts = [term.context.of(text) for term in terms_of(text)]
    assert all(context.startswith("对示范园区建设运营") for context in contexts[:3])
    assert contexts[2].endswith("补助期限不超过两年")
    assert contexts[3] == "对专家每人奖励1万元"


@pytest.mark.parametrize("piece", ["1", "万", "第", "最高", "一", "对", "*", "1,", "百分之", "不超过", " \n", "。"])
def test_hostile_repetition_stays_fast(piece: str) -> None:
    text = piece * (1_000_000 // len(piece) // (1 if len(piece) == 1 else 4))
    began = time.process_time()
    terms_of(text)
    assert time.process_time() - began < 30


@pytest.mark.parametrize("piece", ["1元、", "1年", "对企业给予1万元,", "按成本的1%给予最高1元"])
def test_time_grows_with_the_length_only(piece: str) -> None:
    def cost(times: int) -> float:
        began = time.process_time()
        extract(document_of(piece * times))
        return time.process_time() - began

    cost(50)
    assert cost(4000) < 25 * max(cost(500), 0.01)


@pytest.mark.parametrize("piece", ["100万元", "由1元提高到2元", "分别1元、2元,", "每人1元", "1:1、"])
def test_a_sentence_as_long_as_its_document_is_read_in_bounded_steps(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    began = time.process_time()
    found = terms_of(text)
    assert time.process_time() - began < 10
    assert max((len(term.context) for term in found), default=0) < 1000


def test_figures_that_held_before_are_told_apart_from_those_in_force() -> None:
    roles = [(t.quote, t.role, t.bound) for t in terms_of("补助上限由20万元提高至50万元，而此前门槛为3万元。")]
    assert roles == [("20万元", "former", "cap"), ("50万元", "benefit", "cap"), ("3万元", "former", "exact")]


def test_the_same_text_gives_the_same_terms() -> None:
    text = "。".join(case["phrase"] for case in CASES)
    assert terms_of(text) == terms_of(text)


_FINANCIAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_FRAMES = ("给予不超过{}元补助", "对获奖企业一次性奖励{}元。", "处{}元以上罚款", "注册资本达到{}元的企业")


def _spellings(number: int) -> dict[str, str]:
    han = to_han(number)
    spellings = {
        "digits": str(number),
        "separators": f"{number:,}",
        "wide": str(number).translate({ord(str(i)): chr(0xFF10 + i) for i in range(10)}),
        "han": han,
        "traditional": han.replace("万", "萬"),
        "financial": han.translate(_FINANCIAL),
    }
    if number % 10000 == 0:
        spellings |= {"myriads": f"{number // 10000}万", "spaced": f"{number // 10000} 萬\n"}
    elif number % 100 == 0:
        spellings["decimal"] = f"{number / 10000:.2f}万"
    return spellings


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.one_of(st.integers(10, 9_999_999), st.integers(1, 9_999).map(lambda n: n * 10_000)), st.sampled_from(_FRAMES))
def test_every_spelling_of_a_sum_reads_the_same(number: int, frame: str) -> None:
    for spelling, written in _spellings(number).items():
        (term,) = terms_of(frame.format(written))
        value = term.high if term.high is not None else term.low
        assert (term.kind, value) == ("money", Fraction(number)), spelling


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.text(alphabet="第一二百万亿元%年月日个家至-、，。（）()对按给予最高不超过以上内分别的1250. \n", max_size=60))
def test_any_text_gets_an_answer_with_true_quotes(text: str) -> None:
    for term in terms_of(text):
        assert term.span.of(text) == term.quote
        assert term.span in term.context
        assert (term.low is None) == (term.bound == "cap")
        assert (term.high is None) == (term.bound == "floor")
