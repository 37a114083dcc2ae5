"""Chapters that came, went, or bear another heading or number: told once, in the summary and as data."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from support.texts import TITLE, compared, version

from policydiff import render
from policydiff.model import Comparison, Version
from policydiff.numerals import to_han
from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.summary import sentences

Chapters = Sequence[tuple[str, Sequence[str]]]

GENERAL = ("总则", ("为了规范渔港管理，制定本办法。", "渔港的设立和经营，适用本办法。"))
PATROLS = ("渔港巡查", ("渔港应当建立巡查制度。", "巡查记录保存三年。", "夜间巡查不少于两人。"))
BOATS = ("渔船停泊", ("渔船进港应当报告。", "渔船停泊应当系缆。"))
ENDING = ("附则", ("渔港目录由市渔业部门公布。", "本办法自2024年5月1日起施行。"))
WATCH = ("智慧监管", ("市渔业部门应当建立视频监控平台。", "监控数据保存九十日，不得删改。"))


def text(chapters: Chapters) -> Version:
    """A text in chapters, its articles numbered on through all of them."""
    lines, number = [TITLE], 0
    for at, (heading, bodies) in enumerate(chapters, 1):
        lines.append(f"第{to_han(at)}章 {heading}")
        for body in bodies:
            number += 1
            lines.append(f"第{to_han(number)}条 {body}")
    return version("\n".join(lines) + "\n")


def told(comparison: Comparison, lang: render.Lang = "zh") -> list[str]:
    return [one for one in sentences(Facts.of(comparison), lang) if one.startswith(("章节变化", "Chapters"))]


OLD = (GENERAL, PATROLS, BOATS, ENDING)


@pytest.mark.parametrize(
    ("new", "zh", "en"),
    [
        (OLD, None, None),
        (
            (GENERAL, PATROLS, WATCH, BOATS, ENDING),
            "新增第三章“智慧监管”；第三章至第四章改为第四章至第五章",
            "new Ch. 3 “智慧监管”; Ch. 3 to Ch. 4 are now Ch. 4 to Ch. 5",
        ),
        (
            (GENERAL, BOATS, ENDING),
            "删除第二章“渔港巡查”；第三章至第四章改为第二章至第三章",
            "Ch. 2 “渔港巡查” is gone; Ch. 3 to Ch. 4 are now Ch. 2 to Ch. 3",
        ),
        (
            (GENERAL, ("港区安全", PATROLS[1]), BOATS, ENDING),
            "第二章“渔港巡查”改为“港区安全”",
            "Ch. 2 “渔港巡查” is now “港区安全”",
        ),
        (
            (GENERAL, WATCH, ("港区安全", PATROLS[1]), BOATS, ENDING),
            "新增第二章“智慧监管”；第二章“渔港巡查”改为第三章“港区安全”；第三章至第四章改为第四章至第五章",
            "new Ch. 2 “智慧监管”; Ch. 2 “渔港巡查” is now Ch. 3 “港区安全”; Ch. 3 to Ch. 4 are now Ch. 4 to Ch. 5",
        ),
    ],
)
def test_what_became_of_the_chapters_is_told_in_one_sentence(new: Chapters, zh: str | None, en: str | None) -> None:
    found = compared(text(OLD), text(new))
    assert told(found) == ([f"章节变化：{zh}。"] if zh else [])
    assert told(found, "en") == ([f"Chapters: {en}."] if en else [])


def test_a_text_that_was_put_into_chapters_is_said_to_be() -> None:
    plain = version("\n".join((TITLE, *(f"第{to_han(n)}条 {b}" for n, b in enumerate(_bodies(OLD), 1)))) + "\n")
    assert told(compared(plain, text(OLD))) == ["章节变化：旧文本不分章，新文本分为4章。"]
    assert told(compared(text(OLD), plain)) == ["章节变化：旧文本分为4章，新文本不分章。"]
    assert told(compared(plain, plain)) == []


def _bodies(chapters: Chapters) -> list[str]:
    return [body for _, bodies in chapters for body in bodies]


def test_every_form_that_has_a_summary_has_the_sentence_and_data_have_the_notes() -> None:
    found = compared(text(OLD), text((GENERAL, PATROLS, WATCH, BOATS, ENDING)))
    for shown in (
        render.comparison_markdown(found, "zh"),
        render.comparison_text(found, "zh", color=False, width=200),
        render.comparison_html(found, "zh"),
    ):
        assert shown.count("章节变化") == 1
        assert "新增第三章“智慧监管”" in shown
    notes = {note["code"]: note for note in json.loads(render.comparison_json(found))["notes"]}
    assert "智慧监管" in str(notes["chapter_added"])
    assert "第四章" in str(notes["chapter_renumbered"])


def test_sections_of_a_new_chapter_are_not_told_beside_it() -> None:
    whole = text(OLD).documents[0].text
    parted = whole.replace("第二章 渔港巡查\n", "第二章 渔港巡查\n第一节 一般规定\n").replace(
        "第三章 渔船停泊\n", "第三章 渔船停泊\n第一节 进港\n"
    )
    without = text((GENERAL, BOATS, ENDING)).documents[0].text
    assert told(compared(version(without), version(parted.replace("第一节 进港\n", "")))) == [
        "章节变化：新增第二章“渔港巡查”；第二章至第三章改为第三章至第四章。"
    ]


def test_sections_that_come_or_go_in_a_chapter_that_stayed_are_told() -> None:
    first, second = "第一条 渔港规划由市政府编制。", "第二条 渔港规划由区政府组织实施。"
    last = "第二章 附则\n第三条 本办法自公布之日起施行。\n"
    whole = version("\n".join((TITLE, "第一章 规划", first, second, last)))
    parted = version("\n".join((TITLE, "第一章 规划", "第一节 编制", first, "第二节 实施", second, last)))
    assert told(compared(whole, parted)) == ["章节变化：新增第一章第一节“编制”；新增第一章第二节“实施”。"]
    assert told(compared(parted, whole)) == ["章节变化：删除第一章第一节“编制”；删除第一章第二节“实施”。"]
