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
        (
            "此前征求意见稿提出，更新渡船的，给予80万元补助，《办法》将补助提高到120万元。",
            {"80万元": "former", "120万元": "benefit"},
        ),
        (
            "征求意见稿中，更新渡船的补助80万元，《办法》则提高到120万元。",
            {"80万元": "former", "120万元": "benefit"},
        ),
        (
            "此前，无证经营渡口的，处1万元罚款，《办法》将罚款提高到3万元。",
            {"1万元": "former", "3万元": "penalty"},
        ),
        (
            "草案公布征求意见的时间不少于30日，依照《办法》办理。",
            {"不少于30日": None},
        ),
        (
            "此前未受处罚、补助不足20万元的，按照《办法》给予80万元补助。",
            {"不足20万元": "condition", "80万元": "benefit"},
        ),
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


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("申报时限由一年延长至三年，即自竣工之日起三年内均可申报。", ["一年", "三年"]),
        ("利率下调0.5个百分点，即50个基点。", ["0.5个百分点", "50个基点"]),
        ("给予3万元补助，即每年最高2万元。", ["3万元", "最高2万元"]),
    ],
)
def test_a_figure_that_is_said_again_is_told_once(sentence: str, quotes: list[str]) -> None:
    assert [term.quote for term in _read(sentence, "", "statement")] == quotes
