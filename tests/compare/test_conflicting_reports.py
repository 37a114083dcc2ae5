"""Reports that contradict each other, or the old text: both are told, and neither is paired with something else."""

from __future__ import annotations

import pytest
from support import texts
from support.texts import report, version

from policydiff.model import Comparison, TermChange
from policydiff.render import note_words

TITLE = "海州市支持海洋产业发展若干措施"


def compared(draft: str, *told: str) -> Comparison:
    old = version(f"{TITLE}\n一、远洋捕捞。{draft}\n二、海洋牧场建设。每年遴选3个示范牧场。\n")
    return texts.compared(old, report(*(f"发布会\n《{TITLE}》提出，{words}\n" for words in told), title=TITLE))


def figures(comparison: Comparison) -> list[tuple[str, str, str]]:
    def row(change: TermChange) -> tuple[str, str, str]:
        quotes = (" + ".join(term.quote for term in side) for side in (change.old, change.new))
        return " → ".join(quotes).strip(), change.direction, change.certainty

    (first, *_) = comparison.changes
    return [row(change) for change in first.terms]


BOATS = "对购置电动渔船的企业，"


@pytest.mark.parametrize("turned", [False, True])
def test_a_report_that_repeats_the_draft_and_one_that_does_not_conflict(*, turned: bool) -> None:
    reports = [f"{BOATS}每艘给予3万元奖励。", f"{BOATS}每艘给予5万元奖励。"]
    found = figures(
        compared(f"{BOATS}按照每艘3万元给予奖励，单个企业每年最高60万元。", *(reports[::-1] if turned else reports))
    )
    assert sorted(found) == [
        ("3万元 → 3万元", "unchanged", "conflicting"),
        ("3万元 → 5万元", "raised", "conflicting"),
        ("最高60万元 →", "not_reported", "stated"),
    ]


def test_reports_that_each_tell_another_figure_do_not_conflict() -> None:
    draft = "对新建网箱的企业，每个给予3万元补助。对改造冷库的企业，每座给予5万元补助。"
    reports = "对新建网箱的企业，每个给予4万元补助。", "对改造冷库的企业，每座给予6万元补助。"
    assert figures(compared(draft, *reports)) == [
        ("3万元 → 4万元", "raised", "stated"),
        ("5万元 → 6万元", "raised", "stated"),
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_reports_that_agree_on_a_sum_but_not_on_its_threshold(*, turned: bool) -> None:
    words = "对年营业收入首次达到{}亿元的远洋捕捞企业，给予最高{}万元奖励。"
    reports = [words.format(1, 6000), words.format(2, 6000)]
    found = figures(compared(words.format(1, 5000), *(reports[::-1] if turned else reports)))
    assert sorted(found) == [
        ("1亿元 → 1亿元", "unchanged", "conflicting"),
        ("1亿元 → 2亿元", "raised", "conflicting"),
        ("最高5000万元 → 最高6000万元", "raised", "stated"),
    ]


def told_before(draft: str, report: str) -> list[str]:
    return [note_words(note, "zh") for note in compared(draft, report).notes if note.code == "former_differs"]


def test_a_report_that_has_another_figure_before_is_noted() -> None:
    draft = "对新建远洋渔船的企业，每艘给予3万元奖励。"
    assert told_before(draft, "对新建远洋渔船的企业，每艘奖励由2万元提高到5万元。") == [
        "报道1称原为2万元，而旧文本为3万元：变化按旧文本计算。"
    ]


@pytest.mark.parametrize(
    "report",
    [
        "对新建远洋渔船的企业，每艘奖励由3万元提高到5万元。",
        "对新建远洋渔船的企业，每艘给予5万元奖励。",
    ],
)
def test_a_report_that_has_the_same_figure_before_or_none_is_not(report: str) -> None:
    assert not told_before("对新建远洋渔船的企业，每艘给予3万元奖励。", report)


def test_a_figure_of_the_same_provision_may_be_the_one_meant() -> None:
    draft = "对新建远洋渔船的企业，每艘给予3万元奖励。对改造远洋渔船的企业，每艘给予2万元奖励。"
    assert not told_before(draft, "对新建远洋渔船的企业，每艘奖励由2万元提高到5万元。")


GRANTS = "对新建远洋渔船的企业，每艘给予3万元奖励。对获评五星级的海钓基地，给予20万元奖励。"


def became(words: str) -> list[tuple[str, str, str]]:
    found = figures(compared(GRANTS, f"对新建远洋渔船的企业，每艘给予5万元奖励。{words}"))
    assert found[0] == ("3万元 → 5万元", "raised", "stated")
    return found[1:]


@pytest.mark.parametrize(
    "words", [f"《{TITLE}》取消了五星级海钓基地奖励。", f"《{TITLE}》不再给予五星级海钓基地奖励。"]
)
def test_what_a_report_says_was_abolished_is_dropped(words: str) -> None:
    assert became(words) == [("20万元 →", "dropped", "stated")]


def test_the_statement_that_abolishes_is_the_witness() -> None:
    comparison = compared(GRANTS, f"对新建远洋渔船的企业，每艘给予5万元奖励。《{TITLE}》取消了五星级海钓基地奖励。")
    (one,) = (change for change in comparison.changes[0].terms if change.direction == "dropped")
    (witness,) = one.witnesses
    assert witness.document == "报道1"
    assert "取消" in witness.span.of(comparison.new.documents[0].text)


@pytest.mark.parametrize(
    "words",
    [
        "",
        f"《{TITLE}》没有取消五星级海钓基地奖励。",
        f"《{TITLE}》明确，五星级海钓基地弄虚作假的，取消五星级海钓基地奖励。",
        f"《{TITLE}》取消了五星级海钓基地奖励申报限制。",
        f"《{TITLE}》取消了相关企业奖励。",
        "《海州市渔港管理办法》取消了五星级海钓基地奖励。",
    ],
)
def test_what_no_report_clearly_abolishes_is_not_reported(words: str) -> None:
    assert became(words) == [("20万元 →", "not_reported", "stated")]
