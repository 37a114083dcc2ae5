"""A topic in brackets is its article's heading, wherever it stands, and no obstacle to comparing."""

from __future__ import annotations

import pytest
from support.texts import compared, version

from policydiff.clean import clean
from policydiff.model import CleanText, Document, Origin, Source
from policydiff.read.plain import line_blocks
from policydiff.segment import segment

TOPICS = ("立法目的", "适用范围", "职责分工", "经费保障")
WORDS = (
    "为了规范公共充电设施管理，制定本规定。",
    "本市行政区域内充电设施的建设和使用，适用本规定。",
    "市交通部门负责统筹，区交通部门负责实施。",
    "市级财政每年安排不超过300万元。",
)


def cleaned(text: str) -> CleanText:
    return clean(Source("规定.txt", "text/plain", "utf-8", "", text, line_blocks(text)))


def segmented(text: str) -> Document:
    return segment(cleaned(text), origin=Origin("规定.txt"))


def written(form: str) -> str:
    lines = [
        form.format(number=f"第{number}条", topic=topic, words=words)
        for number, topic, words in zip("一二三四", TOPICS, WORDS, strict=True)
    ]
    return "某市公共充电设施管理规定\n" + "\n".join(lines)


FORMS = [
    "{number}【{topic}】{words}",
    "{number} 【{topic}】 {words}",
    "{number}（{topic}）{words}",
    "{number} ［{topic}］{words}",
    "{number} [{topic}] {words}",
    "{number}〔{topic}〕{words}",
    "【{topic}】{number} {words}",
    "（{topic}）{number} {words}",
    "[{topic}] {number}　{words}",
    "【{topic}】\n{number} {words}",
    "{number}\n【{topic}】\n{words}",
    "{number}　【{topic}】\n{words}",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_topic_is_the_heading(form: str) -> None:
    document = segmented(written(form))
    found = document.articles()
    assert [str(unit.address) for unit in found] == ["第一条", "第二条", "第三条", "第四条"]
    assert [unit.label for unit in found] == ["第一条", "第二条", "第三条", "第四条"]
    assert [unit.heading for unit in found] == list(TOPICS)
    assert all(words in document.text_of(unit) for unit, words in zip(found, WORDS, strict=True))
    assert all(topic in document.text for topic in TOPICS)


@pytest.mark.parametrize("form", FORMS)
def test_a_topic_stands_in_nothing_s_way(form: str) -> None:
    old, new = (
        version(cleaned(text), names=[name])
        for name, text in (("旧", written("{number} {words}")), ("新", written(form).replace("300万", "500万")))
    )
    found = compared(old, new)
    articles = [change for change in found.changes if change.relation == "same" and len(change.old) == 1]
    assert len(articles) >= 4
    assert not [change for change in found.changes if change.relation in {"added", "removed", "split", "merge"}]
    assert [change.terms[0].direction for change in found.changes if change.terms] == ["raised"]
    assert sum(change.substance == "substantive" for change in found.changes) == 1


def test_a_plan_s_topic_is_its_heading_too() -> None:
    text = "某市若干措施\n一、【充电补贴】给予不超过5万元补贴。\n二、【用地保障】优先安排用地。"
    assert [unit.heading for unit in segmented(text).articles()] == ["充电补贴", "用地保障"]


@pytest.mark.parametrize(
    "line",
    [
        "第一条 （一）新建的；",
        "第一条（含本数以上的）给予补贴。",
        "第一条（试行）按照规定执行。",
        "第一条（《某市条例》第五条）作如下解释。",
        "第一条（2025年）安排资金。",
    ],
)
def test_other_brackets_are_no_topic(line: str) -> None:
    document = segmented(f"某市规定\n{line}\n第二条 本规定自公布之日起施行。")
    assert [unit.heading for unit in document.articles()] == ["", ""]
