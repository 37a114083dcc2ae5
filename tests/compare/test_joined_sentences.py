"""Two sentences that became one which says no more than both: neither was struck out."""

from __future__ import annotations

import time

import pytest
from support.texts import revised

from policydiff.compare.texts.factoring import joins
from policydiff.render import comparison_html, comparison_markdown, comparison_text

APPLY = "渔港的设立和经营，适用本办法。"
MERGED, PARTED = "渔港合并的，应当自决定之日起十日内公告。", "渔港分立的，应当自决定之日起十日内公告。"
BOTH = "渔港合并、分立的，应当自决定之日起十日内公告。"


def test_neither_of_two_joined_articles_was_struck_out() -> None:
    found = revised((APPLY, MERGED, PARTED), (APPLY, BOTH))
    (change,) = [change for change in found.changes if change.relation == "merge"]
    assert (change.substance, change.signals) == ("editorial", ())
    assert "并入第二条" in comparison_text(found, "zh", color=False, width=100)
    assert "joined into Art. 2" in comparison_markdown(found, "en")
    assert "并入第二条" in comparison_html(found, "zh")


def test_nothing_is_new_in_two_articles_that_were_one() -> None:
    found = revised((APPLY, BOTH), (APPLY, MERGED, PARTED))
    (change,) = [change for change in found.changes if change.relation == "split"]
    assert (change.substance, change.signals) == ("editorial", ())
    assert "分自第二条" in comparison_text(found, "zh", color=False, width=100)


def test_another_figure_in_the_joined_sentence_is_told() -> None:
    (change,) = [
        c for c in revised((APPLY, MERGED, PARTED), (APPLY, BOTH.replace("十日", "五日"))).changes if c.old[1:]
    ]
    assert "number" in change.signals


@pytest.mark.parametrize(
    ("one", "other", "both", "said"),
    [
        (MERGED, PARTED, BOTH, True),
        (PARTED, MERGED, BOTH, True),
        ("船长任期五年。", "船东任期五年。", "船长和船东任期五年。", True),
        ("船长任期五年。", "船东任期五年。", "船东、船长任期五年。", True),
        ("船长任期五年。", "船东任期三年。", "船长、船东任期五年。", False),
        ("船长任期五年。", "船东任期五年。", "船长、船东任期五年以上。", False),
        ("船长任期五年。", "船东任期五年。", "船长、船东和渔民任期五年。", False),
        ("船长任期五年。", "船长任期五年。", "船长、船长任期五年。", False),
        ("船长任期五年。", "船东任期五年。", "船长任期五年，船东任期五年。", False),
        ("", "", "", False),
        ("。", "、", "、。", False),
    ],
)
def test_what_two_sentences_say_together(one: str, other: str, both: str, said: bool) -> None:
    assert joins(one, other, both) is said


def test_a_sentence_of_commas_only_takes_no_time() -> None:
    start = time.perf_counter()
    assert not joins("甲" * 1_999, "甲、" * 900, "、" * 2_000)
    assert not joins("甲" * 10**6, "乙" * 10**6, "、" * 10**6)
    assert time.perf_counter() - start < 2
