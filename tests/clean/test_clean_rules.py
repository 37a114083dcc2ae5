"""Every rule does what its examples say, and leaves alone what its negatives say."""

from __future__ import annotations

import pytest

from policydiff.clean import RULES, Rule, clean
from policydiff.clean.page import Page
from policydiff.model import Block, Source, Span, apply_edits
from policydiff.read import read_bytes

EXAMPLES = [(rule, before, after) for rule in RULES for before, after in rule.examples]
# rules that no text alone can show
LOOK_AT_BLOCKS = {"link-lists", "main-text", "comments", "page-furniture", "laid-out-lines"}
NEGATIVES = [(rule, text) for rule in RULES for text in rule.negatives]


@pytest.mark.parametrize(("rule", "before", "after"), EXAMPLES, ids=lambda value: getattr(value, "name", None))
def test_an_example_comes_out_as_told(rule: Rule, before: str, after: str) -> None:
    assert apply_edits(before, rule.find(Page.of(before))) == after


@pytest.mark.parametrize(("rule", "text"), NEGATIVES, ids=lambda value: getattr(value, "name", None))
def test_a_negative_stays_as_it_is(rule: Rule, text: str) -> None:
    assert rule.find(Page.of(text)) == ()


def test_every_rule_explains_itself() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.reason
        assert rule.label_zh
        assert rule.negatives
        assert rule.examples or rule.name in LOOK_AT_BLOCKS


def page(text: str) -> Source:
    return read_bytes(text.encode(), "页面.html")


def test_a_menu_of_links_goes_and_the_contents_of_a_law_stay() -> None:
    menu = (
        "<ul>" + "".join(f"<li><a href='#'>{word}</a></li>" for word in ("新闻动态", "办事服务", "互动交流")) + "</ul>"
    )
    contents = "".join(f"<p><a href='#'>第{n}章 总则</a></p>" for n in "一二三")
    cleaned = clean(page(f"<html><body>{menu}{contents}<p>第一条 本办法自公布之日起施行。</p></body></html>"))
    assert cleaned.text == "第一章 总则\n第二章 总则\n第三章 总则\n第一条 本办法自公布之日起施行。"
    assert {step.rule for step in cleaned.steps} == {"main-text"}


def test_two_links_in_a_row_are_no_menu() -> None:
    text = "<html><body><p><a>甲办法</a></p><p><a>乙办法</a></p><p>一、支持算力建设。</p></body></html>"
    assert clean(page(text)).text == "甲办法\n乙办法\n一、支持算力建设。"


def test_a_page_that_is_all_links_is_left_alone() -> None:
    text = "甲\n乙\n丙"
    blocks = tuple(Block(Span(at, at + 1), "li", f"¶{at}", links=1.0) for at in (0, 2, 4))
    source = Source("x", "text/html", "utf-8", "", text, blocks)
    assert clean(source).text == text


@pytest.mark.parametrize(
    "line",
    [
        "各区人民政府<开发区管委会,下同>，市直有关单位：",
        "第二条 对符合条件的企业，按照投资额的30%给予最高500万元补助。",
        "（责任单位：市经信局、市科创局，各区人民政府）",
        "记者从发布会上获悉，今年将开放一批应用场景。",
        "（三）材料来源：由申报单位自行提供，对真实性负责；",
        "咨询电话：■■■■■■■■",
        "附件1",
        "本办法由市经信局负责解释，自2025年3月1日起施行，有效期三年。",
        "企业分享到的数据，应当依法使用。",
        "打印机等办公设备的采购，按照有关规定执行。",
    ],
)
def test_lines_of_a_document_stay(line: str) -> None:
    text = f"某市促进产业发展若干措施\n第一条 为了促进产业发展，制定本措施。\n{line}\n第九条 本措施自公布之日起施行。"
    assert clean(read_bytes(text.encode(), "措施.txt")).text == text
