"""A sentence rewritten past recognition is one sentence where its place and its office say so; and dates of effect."""

from __future__ import annotations

import pytest
from support.texts import articles, compared, revised

from policydiff.compare.effect import takes_effect
from policydiff.model import Change, Note

FIRST = "渔港应当设置航标，并向社会公布航标图。"


def last(old: str, new: str) -> Change:
    return revised((FIRST, old), (FIRST, new)).changes[-1]


def shape(change: Change) -> list[tuple[bool, bool]]:
    return [(row.old is not None, row.new is not None) for row in change.clauses]


AFTER = "本办法自发布之日起60日后施行，有效期2年。"
ON = "本办法自2026年3月1日起施行，有效期4年。"


@pytest.mark.parametrize(("old", "new"), [(AFTER, ON), (ON, AFTER)])
def test_when_a_text_takes_effect_is_one_sentence_however_it_is_said(old: str, new: str) -> None:
    change = last(old, new)
    assert shape(change) == [(True, True)]
    assert change.signals == ("number", "date")


def test_the_other_sentences_of_the_article_stay_where_they_are() -> None:
    explained = "本办法由市渔业局负责解释。"
    change = last(f"{explained}{AFTER}", f"{explained}{ON}")
    assert shape(change) == [(True, True), (True, True)]


def test_one_duty_struck_out_and_another_party_bound_are_two_things() -> None:
    kept = "渔船进港应当申报，并服从调度安排。"
    change = last(f"{kept}油污须当日清除。", f"{kept}禁止垂钓。")
    assert shape(change) == [(True, True), (True, False), (False, True)]
    assert {"added", "removed"} <= set(change.signals)


def test_sentences_between_other_neighbours_are_two_things() -> None:
    kept = "渔船进港应当申报，并服从调度安排。"
    change = last(f"渔港每日巡查航道水深情况。{kept}", f"{kept}渔港免费供水供电。")
    assert sorted(shape(change)) == [(False, True), (True, False), (True, True)]


def test_a_sentence_that_moved_elsewhere_is_not_the_one_in_its_place() -> None:
    gone = "渔港经营人应当提供岸电、淡水。"
    ships = "渔船进出渔港应当提前两小时向调度室申报航次、载员和渔获种类，并服从统一调度和锚泊安排，不得占用主航道。"
    nets = "渔具应当登记造册并标明所有人和作业海域，遗失渔具的应当在三日内报告遗失地点、数量和材质，不得隐瞒。"
    old = articles(FIRST, f"{ships}{gone}", nets)
    new = articles(FIRST, f"{ships}渔港经营人应当缴纳航道养护费用。", f"{nets}{gone}")
    found = compared(old, new)
    moved = [row for change in found.changes for row in change.clauses if row.elsewhere]
    assert len(moved) == 2


def effective(old: str, new: str) -> list[Note]:
    return [note for note in revised((FIRST, old), (FIRST, new)).notes if note.code == "effective"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (AFTER, ON, ("发布之日起60日后", "2026-03-01")),
        (ON, AFTER, ("2026-03-01", "发布之日起60日后")),
        ("本办法自发布之日起施行。", AFTER, ("发布之日起", "发布之日起60日后")),
    ],
)
def test_another_day_of_effect_is_told_in_the_words_of_the_text(old: str, new: str, told: tuple[str, str]) -> None:
    assert effective(old, new) == [Note("effective", (("old", told[0]), ("new", told[1])))]
    assert "date" in last(old, new).signals


def test_the_same_day_in_other_words_is_not_told() -> None:
    assert effective("本办法自发布之日起施行。", "本办法自公布之日起施行。") == []
    assert last("本办法自发布之日起施行。", "本办法自公布之日起施行。").substance == "editorial"
    assert effective("渔船应当申报。", ON) == []


@pytest.mark.parametrize("text", ["自" * 100_000, "本办法自" * 50_000, "自发布之日起" * 30_000, "本" + "，" * 100_000])
def test_hostile_sentences_are_read_in_linear_time(text: str) -> None:
    assert isinstance(takes_effect(text), str)
