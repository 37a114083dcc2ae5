"""What a report says was kept, was abolished, or is told by several reports alike."""

from __future__ import annotations

import pytest
from support import texts
from support.texts import version

from policydiff.model import Comparison

TITLE = "蓝湾市促进渔港发展若干措施"
DRAFT = f"""{TITLE}（征求意见稿）
第一条 靠泊等级达到三级以上的渔港，给予30万元补助，单个渔港最高200万元。
第二条 支持绿色渔港。对采用岸电设施的，按照设备费用的10%给予补助，最高8万元。
第三条 对获评一等的渔港，给予50万元奖励；获评二等的，给予20万元奖励。
"""


MARKS = {"unchanged": "=", "raised": ">", "lowered": ">", "dropped": "-", "introduced": "+"}


def report(words: str) -> str:
    return f"蓝湾日报讯\n近日，蓝湾市印发《{TITLE}》（以下简称《措施》）。\n{words}\n"


def compared(draft: str, *reports: str) -> Comparison:
    return texts.compared(version(draft), texts.report(*reports, title=TITLE))


def told(comparison: Comparison) -> list[str]:
    """What the reports tell: 50万元 > 20万元, 30万元 = 30万元, 10% -, + 5万元."""
    rows = [row for change in comparison.changes for row in change.terms if row.direction in MARKS]
    quotes = [([t.quote for t in row.old], MARKS[row.direction], [t.quote for t in row.new]) for row in rows]
    return [" ".join((*old, mark, *new)) for old, mark, new in quotes]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("《措施》将单个渔港最高补助由200万元提高到300万元，起步标准仍为30万元。", "30万元 = 30万元"),
        ("《措施》将单个渔港最高补助由200万元提高到300万元，保底金额维持30万元不变。", "30万元 = 30万元"),
    ],
)
def test_a_figure_that_is_told_as_kept_is_no_new_one(words: str, expected: str) -> None:
    found = told(compared(DRAFT, report(words)))
    assert expected in found
    assert not [row for row in found if row.startswith("+")]


def test_a_figure_of_the_same_value_that_nobody_calls_kept_is_not_joined() -> None:
    words = "《措施》将单个渔港最高补助由200万元提高到300万元，另设鱼苗放流补贴30万元。"
    assert "30万元 = 30万元" not in told(compared(DRAFT, report(words)))


@pytest.mark.parametrize("words", ["《措施》取消绿色渔港补助。", "《措施》对绿色渔港不再给予补助。"])
def test_a_grant_that_its_heading_names_is_abolished(words: str) -> None:
    found = told(compared(DRAFT, report(words)))
    assert "10% -" in found
    assert "最高8万元 -" in found


def test_a_grant_that_two_sentences_name_is_not_abolished() -> None:
    assert not [row for row in told(compared(DRAFT, report("《措施》取消渔港补助。"))) if row.endswith(" -")]


def test_ranks_of_one_value_in_two_reports_are_two_figures() -> None:
    one = report("《措施》明确，对获评一等的渔港，给予20万元奖励。")
    other = report("《措施》明确，对获评二等的渔港，给予20万元奖励。")
    found = told(compared(DRAFT, one, other))
    assert "50万元 > 20万元" in found
    assert "20万元 = 20万元" in found


@pytest.mark.parametrize(
    "words", ["《措施》取消单个渔港200万元的限额。", "《措施》将单个渔港最高补助由200万元调整为不设上限。"]
)
def test_a_limit_that_is_struck_out_or_gives_way_to_words_is_dropped(words: str) -> None:
    found = told(compared(DRAFT, report(words)))
    assert found == ["最高200万元 -"]


def test_a_draft_that_tells_what_holds_until_now_agrees_with_a_report_that_says_the_same() -> None:
    draft = DRAFT.replace("最高200万元", "最高补助由150万元提高到200万元")
    found = compared(draft, report("《措施》将单个渔港最高补助由150万元提高到300万元。"))
    assert "200万元 > 300万元" in told(found)
    assert "former_differs" not in {note.code for note in found.notes}


def test_a_sentence_that_reads_like_a_provision_but_is_nobodys_is_named() -> None:
    words = "渔业局负责人说：“靠泊等级达到三级以上的渔港，给予60万元补助。”全市今年新增鱼苗放流站点12%。"
    notes = {note.code: dict(note.values) for note in compared(DRAFT, report(words)).notes}
    assert notes["unattributed"]["count"] == "1"
    assert "靠泊等级达到三级以上的渔港" in notes["unattributed"]["quote"]


def test_what_the_measures_themselves_say_is_no_sentence_of_nobody() -> None:
    words = "《措施》规定，靠泊等级达到三级以上的渔港，给予60万元补助。截至去年底，全市对渔港给予补助200万元。"
    assert "unattributed" not in {note.code for note in compared(DRAFT, report(words)).notes}
