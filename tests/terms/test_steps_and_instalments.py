"""Steps, levels and former figures as newspapers tell them; what is paid by instalments."""

from __future__ import annotations

import pytest
from support.reading import segmented

from policydiff.model import Term
from policydiff.terms import extract

TITLE = "清澜市扶持花卉产业办法"


def told(words: str) -> list[Term]:
    """The terms of a report's sentence."""
    text = f"清澜晚报讯\n近日，清澜市印发《{TITLE}》（以下简称《扶持办法》）。\n《扶持办法》明确，{words}\n"
    return list(extract(segmented(text)))


def ruled(words: str) -> list[Term]:
    """The terms of a provision."""
    text = f"{TITLE}\n第一条 {words}\n第二条 本办法自发布之日起施行。\n"
    return list(extract(segmented(text)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("大棚补贴期限较征求意见稿延长至4年。", [("4年", False)]),
        ("每亩补贴比征求意见稿提高到900元。", [("900元", False)]),
        ("大棚补贴期限4年，比征求意见稿多1年。", [("4年", False), ("1年", True)]),
        ("单个基地最高补助60万元，多了20万元。", [("最高补助60万元", False), ("20万元", True)]),
        ("将银奖花卉的奖励提高2万元，金奖翻一番。", [("2万元", True), ("翻一番", True)]),
        ("力争花卉产值翻一番。", [("翻一番", False)]),
        ("自受理之日起6个工作日内办结，比原来压缩一半。", [("6个工作日内", False), ("一半", True)]),
    ],
)
def test_a_step_is_told_from_a_level(words: str, expected: list[tuple[str, bool]]) -> None:
    assert [(term.quote, term.role == "increment") for term in told(words)] == expected


def test_newspapers_leave_out_from() -> None:
    before, after = told("困难花农每月津贴60元提高到90元。")
    assert (before.quote, before.role, after.quote) == ("60元", "former", "90元")
    assert all(term.role != "former" for term in ruled("投资达到60元的，提高到90元。"))


def test_a_title_supports_nobody() -> None:
    (fee,) = told("示范基地摊位租金不高于每月700元。")
    assert (fee.role, fee.bound) == (None, "cap")


@pytest.mark.parametrize(
    ("words", "number", "subject"),
    [
        ("补助资金分六期拨付。", 6, "补助资金"),
        ("奖励分3期等额发放。", 3, "奖励"),
        ("贷款可以分12期偿还。", 12, "贷款"),
        ("分四批兑付。", 4, None),
    ],
)
def test_instalments_are_counted(words: str, number: int, subject: str | None) -> None:
    (term,) = ruled(words)
    assert term.kind == "count"
    assert term.low == term.high == number
    assert term.subject == subject


@pytest.mark.parametrize("words", ["二期支付系统由市财政局建设。", "奖励资金分期拨付。", "第三期拨付时应当验收。"])
def test_a_phase_is_no_instalment(words: str) -> None:
    assert not ruled(words)


def test_the_second_home_is_no_number_of_homes() -> None:
    assert [term.quote for term in ruled("购买二套住房的，首付款比例不低于30%。")] == ["不低于30%"]
    assert next(term.quote for term in ruled("名下有两套住房的，首付款比例不低于30%。")) == "两套"
