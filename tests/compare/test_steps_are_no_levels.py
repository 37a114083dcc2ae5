"""A step (比原来提高10万元) is never set beside a level, and so many of what a count is reckoned by counts."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from support.texts import compared, report, version

from policydiff.compare.figures.judging import judge
from policydiff.compare.options import CompareOptions
from policydiff.model import Span, Term

TITLE = "海州市支持渔港发展若干措施"
DRAFT = f"{TITLE}\n一、冷库建设。对新建冷库的企业，给予30万元奖励。\n二、渔船改造。对改造渔船的渔户，每艘补贴4000元。\n"


def _pairs(new: str) -> list[tuple[str, str]]:
    found = compared(version(DRAFT), report(f"《{TITLE}》{new}\n", title=TITLE))
    told = [change for group in found.changes for change in group.terms if change.new]
    return [("".join(t.quote for t in change.old), "".join(t.quote for t in change.new)) for change in told]


@pytest.mark.parametrize(
    ("told", "pair"),
    [
        ("明确，对新建冷库的企业给予40万元奖励，比原来提高10万元。", ("30万元", "40万元")),
        ("规定，改造渔船的渔户每艘可获6000元补贴，较去年增加2000元。", ("4000元", "6000元")),
    ],
)
def test_a_level_is_set_beside_the_level_only(told: str, pair: tuple[str, str]) -> None:
    assert _pairs(told) == [pair]


def test_a_step_alone_is_set_beside_nothing() -> None:
    assert _pairs("提出，对新建冷库的企业奖励标准提高10万元。") == []


_ONE = Term(
    quote="1名", span=Span(0, 2), unit_id="u", address=None, attribution=None, kind="count", bound="exact",
    low=Fraction(1), high=Fraction(1), context=Span(0, 2), unit="名", per="每1000名居民",
)  # fmt: skip


def _facets(per: str) -> tuple[str, ...]:
    return judge(_ONE, replace(_ONE, per=per), terse=(False, False), options=CompareOptions())[-1]


def test_of_how_many_a_count_is_reckoned_is_compared() -> None:
    assert _facets("每800名居民") == ("per",)
    assert _facets("每千名居民") == _facets("每1000名居民") == ()


@pytest.mark.parametrize(
    ("told", "direction"),
    [
        ("规定，冷库建设补助标准比征求意见稿提高了20万元，达到50万元。", "raised"),
        ("规定，冷库建设补助标准降低了10万元，降至20万元。", "lowered"),
    ],
)
def test_a_step_beside_its_level_tells_what_held_before(told: str, direction: str) -> None:
    found = compared(version(DRAFT), report(f"《{TITLE}》{told}\n", title=TITLE))
    (change,) = [change for group in found.changes for change in group.terms if change.new]
    assert [term.quote for term in change.old] == ["30万元"]
    assert change.direction == direction


def test_a_step_that_leads_to_another_figure_makes_no_pair() -> None:
    found = compared(
        version(DRAFT), report(f"《{TITLE}》规定，渔民节庆补助标准比征求意见稿提高了3万元，达到50万元。\n", title=TITLE)
    )
    assert not [change for group in found.changes for change in group.terms if change.new and change.old]
