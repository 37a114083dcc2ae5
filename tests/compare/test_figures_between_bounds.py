"""Figures whose bound or unit changed, that bind another, that two provisions shared, or that a report restates."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support.texts import TITLE, articles, compared, report, version

from policydiff.model import Comparison, Direction, TermChange

Row = tuple[str, str, Direction]


def figures(comparison: Comparison) -> list[TermChange]:
    return [term for change in comparison.changes for term in change.terms]


def rows(comparison: Comparison) -> list[Row]:
    def quotes(change: TermChange) -> tuple[str, str]:
        return "+".join(term.quote for term in change.old), "+".join(term.quote for term in change.new)

    return [(*quotes(change), change.direction) for change in figures(comparison)]


def sole(old: str, new: str) -> TermChange:
    (change,) = figures(compared(articles(old), articles(new)))
    return change


FINE = "渔船逾期不检验的，处{}罚款。"


@pytest.mark.parametrize(
    ("old", "new", "direction", "delta", "percent"),
    [
        ("三万元以下", "四万元以上九万元以下", "raised", 60_000, 200),
        ("四万元以上九万元以下", "三万元以下", "lowered", -60_000, "-200/3"),
        ("三万元以下", "一万元以上三万元以下", "raised", None, None),  # a least amount came, the most stayed
        ("一万元以上三万元以下", "三万元以下", "lowered", None, None),
        ("一万元", "一万元以上四万元以下", "raised", 30_000, 300),
        ("二万元", "一万元以上四万元以下", "not_comparable", None, None),
        ("二万元以上八万元以下", "九万元以下", "not_comparable", None, None),  # the most rose, the least is gone
        ("二万元以上八万元以下", "三万元以上七万元以下", "not_comparable", None, None),
        ("五千元以上", "二万元以下", "not_comparable", None, None),
        ("一千元以上", "三千元以上九千元以下", "not_comparable", None, None),
        ("一千元以上三千元以下", "二千元以上", "raised", 1_000, 100),
    ],
)
def test_a_fine_whose_bound_changed(
    old: str, new: str, direction: Direction, delta: int | None, percent: int | str | None
) -> None:
    change = sole(FINE.format(old), FINE.format(new))
    assert change.direction == direction
    assert (change.delta, change.percent) == (delta, None if percent is None else Fraction(percent))
    assert ("bound" in change.changed) == (change.old[0].bound != change.new[0].bound)


@pytest.mark.parametrize(
    ("old", "new", "direction", "delta"),
    [
        ("给予70万元补助", "给予最高90万元补助", "raised", 200_000),
        ("给予最高90万元补助", "给予70万元补助", "lowered", -200_000),
        ("给予最高90万元补助", "给予90万元补助", "not_comparable", None),
        ("给予70万元补助", "给予不低于80万元补助", "raised", 100_000),
        ("给予不低于70万元补助", "给予最高90万元补助", "not_comparable", None),
    ],
)
def test_a_sum_counts_as_the_end_that_the_other_side_bounds(
    old: str, new: str, direction: Direction, delta: int | None
) -> None:
    change = sole(f"对新建渔港的经营者{old}。", f"对新建渔港的经营者{new}。")
    assert (change.direction, change.delta, change.changed) == (direction, delta, ("bound",))


@pytest.mark.parametrize(
    ("old", "new", "direction", "delta"),
    [
        ("3小时", "150分钟", "lowered", -30),
        ("48小时", "2日", "unchanged", 0),
        ("2天", "36小时", "lowered", -12),
        ("45分钟", "1小时", "raised", "1/4"),  # in the unit of the new figure
        ("18个月", "2年", "raised", "1/2"),
        ("二个季度", "半年", "unchanged", 0),
        ("一周", "10日", "raised", 3),
        ("3日", "3个工作日", "not_comparable", None),
        ("1个月", "30日", "not_comparable", None),
    ],
)
def test_periods_in_other_units(old: str, new: str, direction: Direction, delta: int | str | None) -> None:
    change = sole(f"渔船应当在{old}内报告渔港。", f"渔船应当在{new}内报告渔港。")
    assert (change.direction, change.delta) == (direction, None if delta is None else Fraction(delta))


DUTIES = "渔船发现漏油的，应当{}通知渔港，渔港经营者应当{}停止加油。"


def test_the_period_of_another_party_is_another_period() -> None:
    crossed = compared(articles(DUTIES.format("立即", "在3小时内")), articles(DUTIES.format("在12小时内", "立即")))
    assert rows(crossed) == [("3小时内", "", "dropped"), ("", "12小时内", "introduced")]
    kept = compared(articles(DUTIES.format("立即", "在3小时内")), articles(DUTIES.format("立即", "在12小时内")))
    assert rows(kept) == [("3小时内", "12小时内", "raised")]


BERTHS = "在航道内停泊的，由渔政机构责令驶离，处一千元以上六千元以下罚款。"
GEAR = "在航道内弃置渔具的，由渔政机构责令清理，处一千元以上六千元以下罚款。"
BOTH = "在航道内停泊、弃置渔具的，由渔政机构责令驶离、清理，处二千元以上一万二千元以下罚款。"
REST = "渔港经营者应当保持航标完好。"


def test_equal_figures_of_two_merged_provisions_go_on_in_one() -> None:
    merged = compared(articles(BERTHS, GEAR, REST), articles(BOTH, REST))
    told = "一千元以上六千元以下"
    assert rows(merged) == [(f"{told}+{told}", "二千元以上一万二千元以下", "raised")]
    assert figures(merged)[0].certainty == "inferred"
    assert figures(merged)[0].percent == 100
    split = compared(articles(BOTH, REST), articles(BERTHS, GEAR, REST))
    assert rows(split) == [("二千元以上一万二千元以下", f"{told}+{told}", "lowered")]


LISTED = "有下列行为之一的，由渔政机构处三万元以上九万元以下罚款：\n（一）{}；\n（二）{}。"
DUMPING = "在港池内倾倒废油的，由渔政机构没收工具，处三万元以上九万元以下罚款。"
WASHING = "在港池内清洗油舱的，由渔政机构处四千元以上一万六千元以下罚款。"


def test_penalties_of_two_provisions_merge_into_one_whose_items_name_both() -> None:
    both = LISTED.format("在港池内倾倒废油的", "在港池内清洗油舱的")
    high, low = "三万元以上九万元以下", "四千元以上一万六千元以下"
    more = both.replace("罚款：", "罚款；有违法所得的，没收违法所得：")
    assert rows(compared(articles(DUMPING, WASHING, REST), articles(more, REST))) == [(f"{high}+{low}", high, "merged")]
    assert rows(compared(articles(DUMPING, WASHING, REST), articles(both, REST))) == [(f"{high}+{low}", high, "merged")]
    assert rows(compared(articles(both, REST), articles(DUMPING, WASHING, REST))) == [(high, f"{high}+{low}", "split")]


def test_a_penalty_that_no_item_names_is_dropped() -> None:
    other = LISTED.format("在港池内倾倒废油的", "在防波堤上晾晒渔网的")
    found = rows(compared(articles(DUMPING, WASHING, REST), articles(other, REST)))
    assert ("四千元以上一万六千元以下", "", "dropped") in found


def test_two_equal_figures_of_one_provision_stay_two() -> None:
    twice = f"{BERTHS[:-1]}；逾期不驶离的，再处一千元以上六千元以下罚款。"
    found = rows(compared(articles(twice, REST), articles(BERTHS, REST)))
    assert ("一千元以上六千元以下", "", "dropped") in found


STEPS = (
    "一、渔船更新。对完成一期、二期、三期改造的渔船，分别给予20万元、40万元、60万元补助。\n二、渔港。渔港每年体检。\n"
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("完成三期改造的渔船，补助由60万元提高到最高95万元", ("60万元", "最高95万元", "raised")),
        ("完成改造的渔船，补助由40万元提高到70万元", ("40万元", "70万元", "raised")),
        ("完成二期改造的渔船，补助提高到55万元", ("40万元", "55万元", "raised")),
    ],
)
def test_a_report_that_names_the_old_figure_or_the_step_decides_the_pair(said: str, expected: Row) -> None:
    old = version(f"{TITLE}\n{STEPS}")
    news = report(f"海州出新政\n海州市人民政府印发《{TITLE}》。《{TITLE}》提出，{said}。\n")
    told = [row for row in rows(compared(old, news)) if row[2] != "not_reported"]
    assert told == [expected]
