"""A second partner must explain what the first does not, and a mention must name what the article is about."""

from __future__ import annotations

from support import texts
from support.texts import links, report, version

from policydiff.align import align
from policydiff.model import Version

TITLE = "云港高新区加快深海装备产业发展实施办法"
SONAR = "对首次应用国产声呐的海洋调查船，给予每艘不超过四十万元的应用奖励。"
ROBOTS = "对首次应用国产水下机器人的海洋调查船，给予每艘不超过六十万元的应用奖励。"
HARBOUR = "推进码头岸电改造，靠港船舶应当使用岸电，港口经营人按月公示用电价格。"
COLLEGE = "引导职业院校开设潜水焊接课程，校企共同编写教材并安排学徒上船实习。"


def articles(*bodies: str) -> Version:
    return texts.articles(*bodies, title=TITLE)


def test_a_provision_restated_whole_has_nothing_left_for_a_parallel_one() -> None:
    old, new = articles(HARBOUR, SONAR, COLLEGE), articles(HARBOUR, SONAR, COLLEGE, ROBOTS)
    assert links(old, new) == [("第一条", "第一条"), ("第二条", "第二条"), ("第三条", "第三条")]
    assert links(new, old) == [("第一条", "第一条"), ("第二条", "第二条"), ("第三条", "第三条")]


def test_what_the_first_partner_lacks_is_a_split() -> None:
    old, new = articles(f"{HARBOUR}{SONAR}", COLLEGE), articles(HARBOUR, COLLEGE, SONAR)
    assert links(old, new) == [("第一条", "第一条"), ("第一条", "第三条"), ("第二条", "第二条")]


def told(sentence: str) -> list[str]:
    aim, scope = "为了推动云港高新区深海装备产业集聚，制定本办法。", "本办法适用于云港高新区内的深海装备企业。"
    old = version(f"{TITLE}\n第一条 {aim}\n第二条 {scope}\n第三条 支持声呐技术攻关。{SONAR}\n第四条 {COLLEGE}\n")
    new = report(f"近日，云港高新区印发《{TITLE}》（以下简称《办法》）。\n{sentence}\n", title=TITLE)
    return sorted({old.index()[link.old][1].label for link in align(old, new).links})


def test_the_title_and_the_issuer_mention_no_article() -> None:
    assert told("《办法》自印发之日起施行。") == []


def test_a_heading_over_a_field_mentions_no_article_by_one_common_word() -> None:
    assert told("《办法》明确，在技术服务与市场开拓方面，成立专家咨询小组。") == []


def test_what_a_sentence_names_is_still_mentioned() -> None:
    assert told("《办法》还就开设潜水焊接课程、首次应用国产声呐等作了规定。") == ["第三条", "第四条"]
