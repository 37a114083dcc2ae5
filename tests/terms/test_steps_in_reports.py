"""How reports tell what changed: by an arrow, by the former sum, by the step."""

from __future__ import annotations

import pytest

from policydiff.terms.extraction import _read


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("《办法》明确，渡船更新补助80万元→120万元。", {"80万元": "former", "120万元": "benefit"}),
        ("给予120万元补助，而征求意见稿仅为80万元。", {"120万元": "benefit", "80万元": "former"}),
        ("给予120万元补助，征求意见稿规定的是80万元。", {"120万元": "benefit", "80万元": "former"}),
        (
            "与征求意见稿相比，更新渡船的，按照购置费的30%给予补助，单船最高500万元。",
            {"30%": "benefit", "最高500万元": "benefit"},
        ),
        (
            "按照30%给予补助，比征求意见稿提高10个百分点，单船最高500万元。",
            {"30%": "benefit", "10个百分点": "increment", "最高500万元": "benefit"},
        ),
        ("应当在20个工作日内完成审核，较征求意见稿缩短10个工作日。", {"20个工作日内": None, "10个工作日": "increment"}),
        ("审核时限为20个工作日，较原规定提速10个工作日。", {"20个工作日": None, "10个工作日": "increment"}),
        ("最高补助500万元，增幅达67%。", {"最高补助500万元": "benefit", "67%": "increment"}),
        ("最高补助500万元，高出征求意见稿50万元。", {"最高补助500万元": "benefit", "50万元": "increment"}),
        ("渡船补助涨了200万元，达到500万元。", {"200万元": "increment", "500万元": "benefit"}),
        ("单位能耗比上年下降10%。", {"10%": "target"}),
    ],
)
def test_what_a_report_tells_of_a_change(sentence: str, roles: dict[str, str | None]) -> None:
    assert {term.quote: term.role for term in _read(sentence, "", "statement")} == roles


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("渡船补助上限比原标准提高了200万元，达到500万元。", "cap"),
        ("渡船补助下限比原标准提高了2万元，达到5万元。", "floor"),
        ("渡船补助标准比原标准提高了200万元，达到500万元。", "exact"),
        ("最低补助标准上调200元至900元。", "exact"),
    ],
)
def test_a_limit_that_moved_bounds_the_level_it_reached(sentence: str, bound: str) -> None:
    _, level = _read(sentence, "", "statement")
    assert level.bound == bound
