"""What a figure is for each of, and how often, decides which figure it became; a cap that became cumulative changed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support import texts
from support.texts import compared

from policydiff.model import TermChange, Version

TITLE = "海州市支持航运发展若干措施"


def articles(*bodies: str) -> Version:
    return texts.articles(*bodies, title=TITLE)


def report(text: str) -> Version:
    return texts.report(f"{TITLE}发布\n《{TITLE}》提出，{text}\n", title=TITLE)


def figures(old: Version, new: Version) -> dict[str, TermChange]:
    """The changes by the quote of their old figure."""
    return {
        "+".join(term.quote for term in one.old): one for change in compared(old, new).changes for one in change.terms
    }


CALL = "对挂靠本市的航线，按照每架次不超过300元给予补贴，每年不超过400万元。"
YEARLY = "对挂靠本市的航线，每年补贴不超过600万元。"


@pytest.mark.parametrize("reported", [False, True])
def test_a_cap_for_a_year_continues_in_the_cap_for_a_year(reported: bool) -> None:
    found = figures(articles(CALL), report(YEARLY) if reported else articles(YEARLY))
    yearly, call = found["不超过400万元"], found["不超过300元"]
    assert (yearly.new[0].quote, yearly.direction, yearly.percent) == ("不超过600万元", "raised", Fraction(50))
    assert call.direction == ("not_reported" if reported else "dropped")


@pytest.mark.parametrize("reported", [False, True])
def test_a_cap_for_each_and_a_cap_for_a_year_are_not_comparable(reported: bool) -> None:
    old, new = "对挂靠本市的航线，每架次给予不超过300元补贴。", "对挂靠本市的航线，每年给予不超过600万元补贴。"
    (found,) = figures(articles(old), report(new) if reported else articles(new)).values()
    assert found.direction == "not_comparable"
    assert set(found.changed) == {"per", "recurrence"}
    assert found.percent is None


def test_a_sum_for_each_that_is_paid_every_year_stays_comparable() -> None:
    old, new = "对航运企业，每家每年给予20万元补助。", "对航运企业，每年给予30万元补助。"
    (found,) = figures(articles(old), articles(new)).values()
    assert (found.direction, found.changed) == ("raised", ("per",))


def test_figures_of_two_subjects_are_not_paired_for_what_they_are_for_each_of() -> None:
    old = "对机库，每个机库给予最高100万元补助；对航站楼，给予最高50万元补助。"
    new = "对机库，给予最高120万元补助；对航站楼，每个航站楼给予最高60万元补助。"
    found = figures(articles(old), articles(new))
    assert {quote: one.new[0].quote for quote, one in found.items()} == {
        "最高100万元": "最高120万元",
        "最高50万元": "最高60万元",
    }


def test_of_two_caps_of_one_grant_each_keeps_its_recurrence() -> None:
    old = "对挂靠本市的航线，给予不超过80万元补贴，每年不超过400万元，累计不超过900万元。"
    new = "对挂靠本市的航线，每年补贴不超过600万元，累计不超过2000万元。"
    found = figures(articles(old), articles(new))
    assert [found[quote].new[0].quote for quote in ("不超过400万元", "不超过900万元")] == [
        "不超过600万元",
        "不超过2000万元",
    ]
    assert found["不超过80万元"].direction == "dropped"


GRANT = "对新购货船的企业，给予{}补助。"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("最高100万元", "累计不超过100万元"),
        ("累计不超过100万元", "最高100万元"),
        ("最高100万元", "每年最高100万元"),
        ("每年最高100万元", "累计不超过100万元"),
    ],
)
def test_a_cap_of_another_recurrence_is_another_cap(old: str, new: str) -> None:
    (change,) = compared(articles(GRANT.format(old)), articles(GRANT.format(new))).changes
    (figure,) = change.terms
    assert "recurrence" in figure.changed
    assert (change.substance, "number" in change.signals) == ("substantive", True)
    assert "edited" in change.flags


def test_what_only_a_report_calls_cumulative_is_news_and_what_it_leaves_out_is_not() -> None:
    (more,) = figures(articles(GRANT.format("最高100万元")), report(GRANT.format("累计不超过100万元"))).values()
    (less,) = figures(articles(GRANT.format("累计不超过100万元")), report(GRANT.format("最高100万元"))).values()
    (once,) = figures(articles(GRANT.format("100万元")), report(GRANT.format("一次性100万元"))).values()
    assert [(one.direction, one.changed) for one in (more, less, once)] == [
        ("unchanged", ("recurrence",)),
        ("unchanged", ()),
        ("unchanged", ()),
    ]


BOATS = "对购买货船的企业，按照购置费用的20%给予补助。"
CRANES = "对购买吊机的企业，按照购置费用的30%给予补助。"


def test_rates_of_two_provisions_that_became_one_rate_are_merged() -> None:
    both = "对购买货船、吊机的企业，按照购置费用的40%给予补助。"
    rest = "本措施由市航运局解释。"
    merged = figures(articles(BOATS, CRANES, rest), articles(both, rest))["20%+30%"]
    assert (merged.direction, merged.certainty, merged.percent, merged.points) == ("merged", "inferred", None, None)
    split = figures(articles(both, rest), articles(BOATS, CRANES, rest))["40%"]
    assert (split.direction, [term.quote for term in split.new]) == ("split", ["20%", "30%"])


def test_a_rate_of_what_is_not_named_any_more_was_dropped() -> None:
    old = articles(BOATS, CRANES, "本措施由市航运局解释。")
    new = articles("对购买吊机的企业，按照购置费用的40%给予补助。", "本措施由市航运局解释。")
    found = figures(old, new)
    assert found["30%"].direction == "raised"
    assert found["20%"].direction == "dropped"


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("对渔业合作社，每家每年最高补助20万元。", "对渔业合作社，每家合作社每年最高补助30万元。", "raised"),
        ("对困难渔民，每户每年补助3000元。", "对困难渔民，每户家庭每年补助2000元。", "lowered"),
        ("渔政协管员补贴每人每月800元。", "渔政协管员补贴每名协管员每月900元。", "raised"),
        ("码头场地租金每月每平方米8元。", "码头场地租金每平方米每月10元。", "raised"),
        ("对困难渔民，每户补助3000元。", "对困难渔民，每人补助1000元。", "not_comparable"),
        ("轮渡补贴每人2元。", "轮渡补贴每人次3元。", "not_comparable"),
    ],
)
def test_a_measure_with_its_noun_or_its_period_is_the_same_measure(old: str, new: str, direction: str) -> None:
    (found,) = figures(articles(old), articles(new)).values()
    assert found.direction == direction
    assert ("per" in found.changed) == (direction == "not_comparable")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("每安置1名船员就业，给予船东1300元补助。", "每安置3名船员就业，给予船东1300元补助。"),
        ("每培养一名船长给予船校2600元补助。", "每培养十五名船长给予船校2600元补助。"),
        ("每15万元设备购置额给予船东2万元补助。", "每30万元设备购置额给予船东2万元补助。"),
    ],
)
def test_a_sum_for_more_of_them_is_not_comparable(old: str, new: str) -> None:
    (change,) = figures(articles(old), articles(new)).values()
    assert (change.direction, change.changed, change.delta) == ("not_comparable", ("per",), None)


def test_a_measure_that_is_left_out_is_told() -> None:
    old, new = "每培养一名船长给予船校2600元补助。", "给予船校2600元补助。"
    (change,) = figures(articles(old), articles(new)).values()
    assert (change.direction, change.changed) == ("unchanged", ("per",))
