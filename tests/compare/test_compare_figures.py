"""What became of a figure: every direction, every facet, and how sure it is."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support import texts
from support.texts import compared, version

from policydiff.model import (
    Comparison,
    Direction,
    Facet,
    Note,
    TermChange,
    Version,
)

TITLE = "海州市支持海洋产业发展若干措施"
REST = "二、海洋牧场建设。每年遴选3个示范牧场。\n三、海钓运动培育。举办国际海钓赛事，最高资助80万元。\n"


def report(*words: str) -> Version:
    return texts.report(*words, title=TITLE, names="abc"[: len(words)])


def measures(first: str) -> Version:
    return version(f"{TITLE}\n一、远洋捕捞。{first}\n{REST}")


def figures(comparison: Comparison) -> dict[str, tuple[TermChange, ...]]:
    """The figures of each article, by its number or its kind."""
    table = {}
    for change in comparison.changes:
        side, ids = (comparison.old, change.old) if change.old else (comparison.new, change.new)
        unit = side.index()[ids[0]][1]
        table[unit.label.rstrip("、") or unit.kind] = change.terms
    return table


def row(change: TermChange) -> tuple[str, str, str]:
    quotes = (" + ".join(term.quote for term in side) for side in (change.old, change.new))
    return " → ".join(quotes), change.direction, change.certainty


def sole(old: str, new: str) -> TermChange:
    (change,) = figures(compared(measures(old), measures(new)))["一"]
    return change


@pytest.mark.parametrize(
    ("old", "new", "direction", "delta", "percent", "points"),
    [
        ("给予最高300万元补助", "给予最高500万元补助", "raised", 2_000_000, "200/3", None),
        ("给予最高200万元补助", "给予最高500万元补助", "raised", 3_000_000, "150", None),
        ("给予最高300万元补助", "给予最高100万元补助", "lowered", -2_000_000, "-200/3", None),
        ("给予最高300万元补助", "给予最高三百万元补助", "unchanged", 0, "0", None),
        ("给予最高0.5亿元补助", "给予最高5000万元补助", "unchanged", 0, "0", None),
        ("给予不低于300万元补助", "给予不低于450万元补助", "raised", 1_500_000, "50", None),
        ("给予50万元补助", "给予60万元补助", "raised", 100_000, "20", None),
        ("给予50万元至100万元补助", "给予80万元至150万元补助", "raised", None, None, None),  # +60% and +50%
        ("给予50万元至100万元补助", "给予75万元至150万元补助", "raised", 500_000, "50", None),
        ("给予50万元至100万元补助", "给予50万元至150万元补助", "raised", 500_000, "50", None),
        ("给予50万元至100万元补助", "给予40万元至100万元补助", "lowered", -100_000, "-20", None),
        ("给予50万元至100万元补助", "给予60万元至90万元补助", "not_comparable", None, None, None),
        ("按照船价的20%给予补助", "按照船价的35%给予补助", "raised", "3/20", None, "15"),
        ("按照船价的30%给予补助", "按照船价的12.5%给予补助", "lowered", "-7/40", None, "-35/2"),
        ("按照船价的百分之二十给予补助", "按照船价的20%给予补助", "unchanged", 0, "0", None),
    ],
)
def test_money_and_rates(
    old: str, new: str, direction: Direction, delta: int | str | None, percent: str | None, points: str | None
) -> None:
    change = sole(f"对新建远洋渔船，{old}。", f"对新建远洋渔船，{new}。")
    assert change.direction == direction
    exact = tuple(value if value is None else Fraction(value) for value in (delta, percent, points))
    assert (change.delta, change.percent, change.points) == exact
    assert (change.certainty, change.changed) == ("stated", ())


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("渔船须在本市登记三年以上。", "渔船须在本市登记五年以上。", "raised"),
        ("渔船须在本市登记三年以上。", "渔船须在本市登记3年以上。", "unchanged"),
        ("渔船须在本市登记三年以上。", "渔船须在本市登记超过三年。", "unchanged"),
        ("渔船应当在30日内办理登记。", "渔船应当在20日内办理登记。", "lowered"),
        ("渔船应当在30日内办理登记。", "渔船应当在30个工作日内办理登记。", "not_comparable"),
        ("对违规作业的渔船，处2万元以下罚款。", "对违规作业的渔船，处5万元以下罚款。", "raised"),
        ("渔船须在本市登记三年以上。", "渔船须在本市登记36个月以上。", "unchanged"),
        ("渔船须在本市登记18个月以上。", "渔船须在本市登记一年以上。", "lowered"),
    ],
)
def test_periods_and_penalties(old: str, new: str, direction: Direction) -> None:
    assert sole(old, new).direction == direction


@pytest.mark.parametrize(
    ("old", "new", "facet"),
    [
        ("对新建远洋渔船，给予最高300万元补助。", "对新建远洋渔船，给予300万元补助。", "bound"),
        ("对新建远洋渔船，给予最高300万元补助。", "对新建远洋渔船，给予不低于500万元补助。", "bound"),
        ("对新建远洋渔船，按照船价的20%给予补助。", "对新建远洋渔船，按照贷款利息的30%给予补助。", "basis"),
        ("每个远洋项目给予最高300万元补助。", "每家远洋企业给予最高400万元补助。", "per"),
        ("对远洋船队每年给予最高300万元补助。", "对远洋船队一次性给予最高300万元补助。", "recurrence"),
    ],
)
def test_what_hangs_on_something_else_is_not_comparable(old: str, new: str, facet: Facet) -> None:
    change = sole(old, new)
    assert (change.direction, change.changed) == ("not_comparable", (facet,))
    assert (change.delta, change.percent, change.points) == (None, None, None)


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("单个远洋项目补助资金一般不超过300万元。", "单个远洋项目补助资金不超过300万元。", "unchanged"),
        ("单个远洋项目补助资金不超过300万元。", "单个远洋项目补助资金原则上不超过400万元。", "raised"),
    ],
)
def test_a_hedge_that_comes_or_goes_leaves_figures_comparable(old: str, new: str, direction: Direction) -> None:
    change = sole(old, new)
    assert (change.direction, change.changed) == (direction, ("hedge",))


def test_introduced_and_dropped() -> None:
    with_sum, without = "对新建远洋渔船，给予最高300万元补助。", "对新建远洋渔船，给予补助。"
    assert row(sole(without, with_sum)) == (" → 最高300万元", "introduced", "stated")
    assert row(sole(with_sum, without)) == ("最高300万元 → ", "dropped", "stated")


TWO = "对新建远洋渔船，按照建造成本给予最高300万元补助，按照保险费用给予最高200万元补助。"
ONE = "对新建远洋渔船，按照建造和保险费用给予最高500万元补助。"


def test_two_caps_on_two_bases_merge_into_one_on_both() -> None:
    change = sole(TWO, ONE)
    assert row(change) == ("最高300万元 + 最高200万元 → 最高500万元", "merged", "inferred")
    assert (change.delta, change.percent) == (None, None)


def test_one_cap_on_two_bases_splits_into_two() -> None:
    assert row(sole(ONE, TWO)) == ("最高500万元 → 最高300万元 + 最高200万元", "split", "inferred")


def test_figures_pair_by_what_they_are_about_never_by_their_sums() -> None:
    old = "对新建远洋渔船，给予最高50万元补助。对海洋科研机构，给予最高200万元经费。"
    new = "对海洋科研机构，给予最高50万元经费。对新建远洋渔船，给予最高200万元补助。"
    rows = [row(change) for change in figures(compared(measures(old), measures(new)))["一"]]
    assert rows == [
        ("最高50万元 → 最高200万元", "raised", "stated"),
        ("最高200万元 → 最高50万元", "lowered", "stated"),
    ]


def test_figures_of_an_added_article_are_introduced_and_of_a_removed_one_dropped() -> None:
    more = version(f"{TITLE}\n一、远洋捕捞。渔船应当登记。\n{REST}四、红树林保护。每亩补助2万元。\n")
    fewer = measures("渔船应当登记。")
    assert [row(c) for c in figures(compared(fewer, more))["四"]] == [(" → 2万元", "introduced", "stated")]
    assert [row(c) for c in figures(compared(more, fewer))["四"]] == [("2万元 → ", "dropped", "stated")]


DRAFT = f"""{TITLE}（征求意见稿）
为推动海洋经济高质量发展，结合海州实际，制定本措施。
一、支持远洋捕捞。对新建远洋渔船，按照船价的20%给予最高300万元补助。渔船须在本市登记三年以上。
二、发展海洋牧场。每年遴选一批示范牧场，每个牧场给予50万元奖励。
三、培育海钓运动。举办国际海钓赛事，按活动费用的50%给予最高80万元资助。
四、建设智慧港口。支持码头自动化改造，对无人集卡和岸桥远控系统给予专项支持。
五、强化金融支撑。设立海洋产业基金，引导银行开发渔船抵押贷款和海洋碳汇质押产品。
本措施自2025年5月1日起施行，有效期三年。
"""
FIRST = (
    f"近日，海州市印发《{TITLE}》（以下简称《措施》）。《措施》提出，对新建远洋渔船，给予最高500万元补助。"
    "《措施》还提出，每年遴选一批示范牧场，每个牧场给予50万元奖励。市海洋局负责人介绍，去年补助渔船20艘、6000万元。\n"
    "《措施》从支持远洋捕捞、发展海洋牧场、培育海钓运动等四个方面给予支持。\n"
)
AGREES = f"《{TITLE}》明确，对新建远洋渔船，给予最高500万元补助。\n"
CONTRADICTS = f"《{TITLE}》明确，对新建远洋渔船，给予最高800万元补助。\n"


def test_against_a_report() -> None:
    found = compared(version(DRAFT), report(FIRST))
    assert {key: [row(change) for change in terms] for key, terms in figures(found).items()} == {
        "preamble": [],
        "一": [
            ("20% → ", "not_reported", "stated"),
            ("最高300万元 → 最高500万元", "raised", "stated"),
            ("三年以上 → ", "not_reported", "stated"),
        ],
        "二": [("50万元 → 50万元", "unchanged", "stated")],
        "三": [("50% → ", "not_reported", "stated"), ("最高80万元 → ", "not_reported", "stated")],
        "四": [],
        "五": [],
        "closing": [("三年 → ", "not_reported", "stated")],
    }
    assert [change.relation for change in found.changes] == [
        "not_reported",
        "reported",
        "reported",
        "mentioned",
        "not_reported",
        "not_reported",
        "not_reported",
    ]


def test_a_report_against_a_full_text_turns_the_directions_round() -> None:
    found = compared(report(FIRST), version(DRAFT))
    rows = [row(change) for change in found.changes[1].terms]
    assert rows == [
        ("最高500万元 → 最高300万元", "lowered", "stated"),
        (" → 20%", "not_reported", "stated"),
        (" → 三年以上", "not_reported", "stated"),
    ]
    assert not {"added", "removed"} & {change.relation for change in found.changes}


def test_two_reports_that_agree_are_two_witnesses_of_one_claim() -> None:
    found = compared(version(DRAFT), report(FIRST, AGREES))
    (raised,) = (change for change in found.changes[1].terms if change.direction == "raised")
    assert [witness.document for witness in raised.witnesses] == ["a", "b"]
    document, unit = found.new.index()[raised.witnesses[1].unit_id]
    assert "最高500万元" in raised.witnesses[1].span.of(document.text) == document.text_of(unit)


def test_two_reports_that_disagree_conflict() -> None:
    found = compared(version(DRAFT), report(FIRST, CONTRADICTS))
    rows = {row(change): change for change in found.changes[1].terms if change.new}
    assert list(rows) == [
        ("最高300万元 → 最高500万元", "raised", "conflicting"),
        ("最高300万元 → 最高800万元", "raised", "conflicting"),
    ]
    told = [(change.witnesses[0].document, change.alternatives[0].term.quote) for change in rows.values()]
    assert told == [("a", "最高800万元"), ("b", "最高500万元")]


def test_a_report_that_counts_other_articles_than_the_draft_has_is_noted() -> None:
    notes = compared(version(DRAFT), report(FIRST)).notes
    assert Note("new_excerpt", (("version", "a"),)) in notes
    (count,) = (dict(note.values) for note in notes if note.code == "article_count")
    assert (count["old"], count["new"]) == ("5", "4")
    assert count["quote"].endswith("四个方面")


def test_a_report_that_counts_as_many_is_not() -> None:
    notes = compared(version(DRAFT), report(FIRST.replace("四个方面", "5个方面"))).notes
    assert "article_count" not in {note.code for note in notes}


def test_what_a_report_says_of_nothing_in_the_draft_is_unplaced() -> None:
    text = FIRST + "《措施》明确，大熊猫繁育中心免费开放，门票补贴3万元。\n"
    found = compared(version(DRAFT), report(text))
    (unplaced,) = (change for change in found.changes if change.relation == "unplaced")
    assert [row(change) for change in unplaced.terms] == [(" → 3万元", "introduced", "inferred")]
    assert Note("unplaced", (("count", "1"), ("quote", text.removeprefix(FIRST).strip()))) in found.notes


def test_a_figure_is_followed_into_the_article_it_moved_to() -> None:
    register = "渔船应当登记，并安装定位终端，接受港口巡查。"
    new = version(
        f"{TITLE}\n一、远洋捕捞。{register}\n{REST}"
        "四、造船工业。船坞扩建优先供地，焊接技师纳入人才目录，船舶设计院落户免租。"
        "对新建远洋渔船，给予最高500万元补助。\n"
    )
    (split,) = (
        c for c in compared(measures(f"{register}对新建远洋渔船，给予最高300万元补助。"), new).changes if c.links[1:]
    )
    assert split.relation == "split"
    assert [row(change) for change in split.terms] == [("最高300万元 → 最高500万元", "raised", "stated")]


def test_two_reports_of_two_versions() -> None:
    other = f"《{TITLE}》提出，对新建远洋渔船，给予最高800万元补助。《{TITLE}》还提出，每亩红树林补助2万元。\n"
    found = compared(report(FIRST), report(other))
    told = [row(change) for group in found.changes for change in group.terms]
    assert ("最高500万元 → 最高800万元", "raised", "stated") in told
    assert not {"added", "removed"} & {change.relation for change in found.changes}
    assert not {"introduced", "dropped"} & {direction for _, direction, _ in told}
