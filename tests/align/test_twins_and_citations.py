"""A deleted parallel provision is no merger, a new one no split, and a penalty follows the rule that it punishes."""

from __future__ import annotations

from support.texts import articles, links

from policydiff.align.cited import without_citations
from policydiff.align.units import texts
from policydiff.model import Version
from policydiff.numerals import to_han

TITLE = "海角市内河渡运管理办法"
PURPOSE = "为了加强内河渡运管理，保障渡运安全，制定本办法。"
EFFECT = "本办法自公布之日起施行。"
PASSENGERS = "载客渡船应当配备不少于两名船员，核定载客人数不得超过六十人，并在船首公示。"
VEHICLES = "载车渡船应当配备不少于四名船员，核定载车数量不得超过二十辆，并在船首公示。"
DUTIES = (
    "渡口运营人应当每日记录水位和能见度。",
    "渡工应当持有效的适任证件上岗。",
    "乘客应当听从指挥，有序上下船。",
)
GUARD = "渡口应当设置救生圈和夜间照明设施。"


def version(*bodies: str) -> Version:
    return articles(*bodies, title=TITLE)


def fine(number: int, low: str, high: str) -> str:
    return f"违反本办法第{to_han(number)}条规定的，由交通运输主管部门责令改正，处{low}元以上{high}元以下罚款。"


def test_a_deleted_twin_is_removed_and_not_merged() -> None:
    old, new = version(PURPOSE, PASSENGERS, VEHICLES, GUARD, EFFECT), version(PURPOSE, PASSENGERS, GUARD, EFFECT)
    kept = [("第一条", "第一条"), ("第二条", "第二条"), ("第四条", "第三条"), ("第五条", "第四条")]
    assert links(old, new) == kept
    assert links(new, old) == [(b, a) for a, b in kept]


def test_a_twin_is_told_by_its_words_and_not_by_its_figures() -> None:
    more = PASSENGERS.replace("两名", "三名").replace("六十", "八十")
    old, new = version(PURPOSE, PASSENGERS, VEHICLES, GUARD, EFFECT), version(PURPOSE, more, GUARD, EFFECT)
    assert ("第三条", "第二条") not in links(old, new)
    assert ("第二条", "第二条") in links(old, new)


def test_twins_that_become_one_are_merged() -> None:
    both = "载客渡船、载车渡船应当配备不少于四名船员，核定载客人数、载车数量由海事机构规定，并在船首公示。"
    old, new = version(PURPOSE, PASSENGERS, VEHICLES, GUARD, EFFECT), version(PURPOSE, both, GUARD, EFFECT)
    assert {("第二条", "第二条"), ("第三条", "第二条")} <= set(links(old, new))


def test_penalties_follow_what_they_punish_and_not_the_number_they_name() -> None:
    """One rule is new and stands first, so that every number names another rule than before."""
    fines = [fine(2, "一千", "三千"), fine(3, "三千", "五千"), fine(4, "五百", "一千")]
    raised = [fine(3, "二千", "六千"), fine(4, "五千", "八千"), fine(5, "八百", "一千五百")]
    old, new = version(PURPOSE, *DUTIES, *fines, EFFECT), version(PURPOSE, GUARD, *DUTIES, *raised, EFFECT)
    found = links(old, new)
    assert [pair for pair in found if pair[0] in {"第五条", "第六条", "第七条"}] == [
        ("第五条", "第六条"),
        ("第六条", "第七条"),
        ("第七条", "第八条"),
    ]
    assert links(new, old) == sorted(
        ((b, a) for a, b in found), key=lambda pair: list("一二三四五六七八九").index(pair[0][1])
    )


def test_penalties_that_change_places_are_told_apart() -> None:
    fines = [fine(2, "一千", "三千"), fine(3, "三千", "五千")]
    turned = [fine(3, "五千", "八千"), fine(2, "二千", "六千")]
    old, new = version(PURPOSE, *DUTIES, *fines, EFFECT), version(PURPOSE, *DUTIES, *turned, EFFECT)
    assert {("第五条", "第六条"), ("第六条", "第五条")} <= set(links(old, new))
    assert not {("第五条", "第五条"), ("第六条", "第六条")} & set(links(old, new))


def test_what_an_article_cites() -> None:
    one = "违反本办法第一条、第三条规定的，依照前条处理；依照《渡口守则》第二条备案，本条第一款除外。"
    words, found = without_citations(texts(version(PURPOSE, GUARD, DUTIES[0], DUTIES[1], one)))
    assert found[4] == {0, 2, 3}
    assert not any(found[:4])
    assert "第" not in words[4].replace("《渡口守则》第二条", "")
