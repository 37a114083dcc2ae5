"""What a report says about a change finds the article by what held before, and never stands in a link's way."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from support.texts import articles, report

from policydiff.align import align
from policydiff.align.options import AlignOptions
from policydiff.align.telling import figures, told_before, without_telling

TITLE = "海州市渔船更新办法"
AIM = "为了加快渔船更新，制定本办法。"
SCRAPPING = (
    "渔船所有人拆解老旧渔船的，自拆解之日起三年内可以申请更新补贴，逾期不予受理，"
    "申请材料由渔港所在地的镇人民政府初审，县渔业主管部门复核后公示。"
)
ANSWER = "渔港管理机构应当自收到申请之日起五个工作日内答复，申请材料不齐的应当一次告知渔船所有人。"
LOANS = "渔船更新贷款由合作银行发放，期限不超过八年，利率由双方商定。"
FULL = articles(AIM, SCRAPPING, ANSWER, LOANS, title=TITLE)
STRICT = AlignOptions(told_floor=AlignOptions().statement_floor)


def linked(words: str, options: AlignOptions | None = None) -> dict[str, float]:
    """The articles that a report's sentence is linked to, with how much of it they hold."""
    told = report(f"海州渔讯\n《{TITLE}》提出，{words}\n", title=TITLE)
    units = FULL.index()
    return {units[link.old][1].label: link.score for link in align(FULL, told, options).links}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("给予最高50万元补助", {(500_000, "元")}),
        ("给予最高五十万元补助", {(500_000, "元")}),
        ("每艘补助1,500元", {(1500, "元")}),
        ("按百分之二十、按30％", {(20, "%"), (30, "%")}),
        ("5个工作日内或者十天以内", {(5, "个工作日"), (10, "日")}),
        ("提高0.5倍", {(Fraction(1, 2), "倍")}),
        ("第三条至第五条，共3项", {(3, "项")}),
        ("由市渔业局负责", set()),
    ],
)
def test_figures_have_a_value_and_what_is_counted(words: str, expected: set[tuple[Fraction, str]]) -> None:
    assert figures(words) == expected


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("补贴由100万元上调为150万元。", "100万元"),
        ("从百分之二十提高到30%。", "20%"),
        ("时限由三年缩短至两年，答复从5个工作日压缩到3个工作日。", "三年、5个工作日"),
        ("由每人2000元提高至3000元。", "2000元"),
        ("标准提高到80万元。", ""),
        ("最高补贴150万元。", ""),
        ("由渔业局改为港航局负责，补助20万元。", ""),
        ("由合作银行发放，利率3%。期限延长到十年。", ""),
    ],
)
def test_what_held_before_stands_between_from_and_to(words: str, before: str) -> None:
    assert told_before(words) == figures(before)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("该政策还将贷款年限由八年延长到十年", "贷款年限八年十年"),
        ("《措施》提出，对渔港给予补助", "《措施》对渔港给予补助"),
        ("本次办法规定，渔船应当登记", "渔船应当登记"),
        ("较去年标准增加一倍，补助渔船", "，补助渔船"),
        ("与草案相比，期限延长", "，期限延长"),
        # what is no telling
        ("渔船将来停靠渔港", "渔船将来停靠渔港"),
        ("由市渔业局负责登记", "由市渔业局负责登记"),
        ("渔港规定的航道", "渔港规定的航道"),
    ],
)
def test_words_about_the_change_are_not_about_the_thing(words: str, kept: str) -> None:
    assert without_telling(words) == kept


FORMER = "银行放款的还款年限由{}延长到十年，渔民压力小了。"


def test_of_an_article_that_rules_what_held_before_little_is_enough() -> None:
    words = FORMER.format("八年")
    assert AlignOptions().told_floor <= linked(words)["第四条"] < AlignOptions().statement_floor
    assert list(linked(words)) == ["第四条"]
    assert linked(words, STRICT) == {}


@pytest.mark.parametrize(
    "words",
    [
        FORMER.format("六年"),
        "银行放款的还款年限为十年，渔民压力小了。",
        # of two figures that held before it rules one only
        "银行放款的还款年限由八年延长到十年，贴息由两年延长到三年。",
        # nothing else of it stands in the article
        "海水浴场开放年数由八年延长到十年，游客更多了。",
    ],
)
def test_an_article_that_rules_something_else_must_hold_as_much_as_any(words: str) -> None:
    assert linked(words) == linked(words, STRICT) == {}


def test_two_articles_that_rule_it_must_still_differ() -> None:
    """The one that holds more of the sentence must lead the other, whatever it rules."""
    twins = articles(AIM, SCRAPPING, LOANS, ANSWER, LOANS.replace("渔船更新", "渔港改造"), title=TITLE)
    told = report(f"海州渔讯\n《{TITLE}》提出，合作{FORMER.format('八年')}\n", title=TITLE)
    assert align(twins, told).links == ()


def test_telling_words_take_nothing_from_a_link() -> None:
    plain = linked("渔船更新贷款的期限八年、十年，两年。")
    told = linked("此次新政还将渔船更新贷款的期限由八年延长到十年，较征求意见稿增加两年。")
    assert list(plain) == list(told) == ["第四条"]
    assert told["第四条"] >= plain["第四条"]


def test_a_report_and_a_text_that_change_places_mirror_the_link() -> None:
    told = report(f"海州渔讯\n《{TITLE}》提出，{FORMER.format('八年')}\n", title=TITLE)
    (there,), (back,) = align(FULL, told).links, align(told, FULL).links
    assert (there.old, there.new, there.score) == (back.new, back.old, back.score)


@pytest.mark.parametrize(
    "words", ["由", "由1", "1,111", "由三年", "较此前的征求意见稿", "提高到", "百分之", "从9万元改"]
)
def test_a_long_sentence_costs_no_more_than_its_length(words: str) -> None:
    text = words * (200_000 // len(words))
    begun = time.process_time()
    assert told_before(text) <= figures(text)
    without_telling(text)
    assert time.process_time() - begun < 3
