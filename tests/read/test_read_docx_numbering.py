"""Numbers that stand in no paragraph: every way in which Word numbers Chinese provisions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.docx_files import document, level, outline, paragraph, run, style

from policydiff.numerals import from_han
from policydiff.read.docx import read_docx
from policydiff.read.docx.figures import write_number
from policydiff.read.options import ReadOptions


def numbered(levels: list[str], *paragraphs: str, lists: dict[int, str] | None = None, styles: str = "") -> list[str]:
    data = document("".join(paragraphs), numbering=outline(1, levels, lists=lists), styles=styles)
    return read_docx(data, "a.docx", ReadOptions()).text.split("\n")


def item(text: str, at: int | None = 0, list_id: int = 1) -> str:
    return paragraph(text=text, list_id=list_id, at=at)


CHAPTERS = [
    level(0, "chineseCounting", "第%1章"),
    level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'),
]


def test_articles_count_on_through_the_chapters() -> None:
    lines = numbered(
        CHAPTERS, item("总则"), item("立法目的。", 1), item("适用范围。", 1), item("罚则"), item("罚款。", 1)
    )
    assert lines == ["第一章 总则", "第一条 立法目的。", "第二条 适用范围。", "第二章 罚则", "第三条 罚款。"]


def test_items_start_over_under_every_article() -> None:
    levels = [level(0, "chineseCounting", "第%1条"), level(1, "japaneseCounting", "（%2）"), level(2, "decimal", "%3.")]
    lines = numbered(levels, *(item("甲", at) for at in (0, 1, 2, 2, 1, 2, 0, 1)))
    assert lines == ["第一条 甲", "（一）甲", "1.甲", "2.甲", "（二）甲", "1.甲", "第二条 甲", "（一）甲"]


def test_restart_after_a_certain_level_only() -> None:
    levels = [
        level(0, "decimal", "%1、"),
        level(1, "decimal", "%2)"),
        level(2, "decimal", "（%3）", '<w:lvlRestart w:val="1"/>'),
    ]
    lines = numbered(levels, *(item("甲", at) for at in (0, 1, 2, 1, 2, 0, 1, 2)))
    assert lines == ["1、甲", "1)甲", "（1）甲", "2)甲", "（2）甲", "2、甲", "1)甲", "（1）甲"]


def test_several_levels_in_one_number() -> None:
    levels = [
        level(0, "chineseCounting", "%1、"),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    ]
    lines = numbered(levels, item("总体要求"), item("目标", 1), item("任务", 2), item("任务", 2))
    assert lines == ["一、总体要求", "一.1 目标", "1.1.1 任务", "1.1.2 任务"]


def test_a_level_that_was_passed_over_counts_as_met() -> None:
    levels = [level(0, "decimal", "%1、"), level(1, "decimal", "%1.%2")]
    assert numbered(levels, item("甲", 1), item("乙", 0)) == ["1.1 甲", "2、乙"]


@pytest.mark.parametrize(
    ("pattern", "form", "suff", "text", "expected"),
    [
        ("第%1条", "chineseCounting", "tab", "为了", "第一条 为了"),
        ("第%1条", "chineseCounting", "nothing", "为了", "第一条为了"),
        ("第%1条　", "chineseCounting", "nothing", "为了", "第一条 为了"),
        ("第%1条", "chineseCounting", "space", "　　为了", "第一条 为了"),
        ("%1、", "chineseCounting", "tab", "支持", "一、支持"),
        ("（%1）", "chineseCounting", "space", "支持", "（一）支持"),
        ("%1.", "decimal", "tab", "支持", "1.支持"),
        ("%1．", "decimal", "tab", "50万元以上的", "1． 50万元以上的"),
        ("%1.", "decimal", "tab", "5G基站", "1. 5G基站"),
        ("%1", "decimal", "tab", "总则", "1 总则"),
        ("%1", "decimalEnclosedCircle", "tab", "公示", "①公示"),
        ("附件%1：", "decimal", "tab", "申报表", "附件1：申报表"),
        ("附件%1", "decimal", "tab", "申报表", "附件1 申报表"),
        ("", "decimal", "tab", "无号", "无号"),
        ("●", "bullet", "tab", "要点", "要点"),
    ],
)
def test_what_is_drawn_behind_a_number(pattern: str, form: str, suff: str, text: str, expected: str) -> None:
    assert numbered([level(0, form, pattern, suff=suff)], item(text)) == [expected]


def test_lists_of_one_outline_count_on_unless_they_start_over() -> None:
    over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = {1: "", 2: "", 3: over}
    lines = numbered(
        [level(0, "chineseCounting", "%1、")], *(item("甲", 0, key) for key in (1, 1, 2, 3, 3, 1)), lists=lists
    )
    assert [line[:2] for line in lines] == ["一、", "二、", "三、", "一、", "二、", "三、"]


def test_a_list_may_draw_a_level_otherwise() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "（%1）", start=5)}</w:lvlOverride>'
    lines = numbered([level(0, "chineseCounting", "%1、")], item("甲", 0, 2), lists={1: "", 2: own})
    assert lines == ["（5）甲"]


def test_numbers_by_style_and_the_style_it_is_based_on() -> None:
    levels = [
        level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="Chapter"/>'),
        level(1, "chineseCounting", "第%2条", '<w:pStyle w:val="Article"/>'),
    ]
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("Chapter", number) + style("Article", number.replace("<w:numId", '<w:ilvl w:val="1"/><w:numId'))
    styles += style("Inner", based_on="Article") + style(
        "Plain", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', based_on="Article"
    )
    body = [
        paragraph(text="总则", style="Chapter"),
        paragraph(text="甲", style="Article"),
        paragraph(text="乙", style="Inner"),
    ]
    body += [paragraph(text="丙", style="Plain"), paragraph(text="丁", style="Article", list_id=0)]
    assert numbered(levels, *body, styles=styles) == ["第一章 总则", "第一条 甲", "第二条 乙", "丙", "丁"]


def test_the_default_style_numbers_too() -> None:
    styles = style("Normal", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', default=True)
    assert numbered([level(0, "decimal", "%1、")], paragraph(text="甲"), styles=styles) == ["1、甲"]


def test_an_outline_that_names_a_list_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Law"/></w:abstractNum>'
    linked += '<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>'
    styles = style("Law", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    numbering = outline(1, [level(0, "chineseCounting", "第%1条")]) + linked
    data = document(paragraph(text="甲", list_id=5), numbering=numbering, styles=styles)
    assert read_docx(data, "a.docx", ReadOptions()).text == "第一条 甲"


def test_outlines_and_styles_that_go_in_circles() -> None:
    circle = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum>'
    circle += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    styles = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', based_on="B") + style(
        "B", based_on="A"
    )
    data = document(paragraph(text="甲", style="A") + paragraph(text="乙", list_id=1), numbering=circle, styles=styles)
    assert read_docx(data, "a.docx", ReadOptions()).text == "甲\n乙"


@pytest.mark.parametrize("number", ["-3", "99999999999999999999", "三", "", "1e9"])
def test_bad_integers_are_no_obstacle(number: str) -> None:
    levels = [level(0, "chineseCounting", "第%1条").replace('w:start w:val="1"', f'w:start w:val="{number}"')]
    lines = numbered(
        levels,
        item("甲"),
        paragraph(text="乙").replace(
            "<w:pPr>", f'<w:pPr><w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>'
        ),
    )
    assert lines[0].endswith("甲")
    assert lines[1].endswith("乙")


def test_padded_numbers_of_newer_word() -> None:
    padded = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    custom = f'<mc:AlternateContent><mc:Choice Requires="w14">{padded}</mc:Choice>'
    custom += '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    drawn = level(0, "x", "%1号").replace('<w:numFmt w:val="x"/>', custom)
    assert numbered([drawn], item("甲"), item("乙")) == ["001号 甲", "002号 乙"]


def test_an_empty_paragraph_is_numbered_as_word_shows_it() -> None:
    lines = numbered([level(0, "chineseCounting", "%1、")], item("甲"), item(""), item("丙"))
    assert lines == ["一、甲", "二、", "三、丙"]


def test_a_break_before_the_words_does_not_part_them_from_their_number() -> None:
    broken = paragraph('<w:r><w:br w:type="page"/></w:r>' + run("总则"), list_id=1)
    assert numbered([level(0, "chineseCounting", "第%1章")], broken) == ["第一章 总则"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1 2 9 10 11 20 21 100 101 110"),
        ("decimalZero", "01 02 09 10 11 20 21 100 101 110"),
        ("decimalFullWidth", "１ ２ ９ １０ １１ ２０ ２１ １００ １０１ １１０"),
        ("chineseCounting", "一 二 九 十 十一 二十 二十一 一〇〇 一〇一 一一〇"),
        ("chineseCountingThousand", "一 二 九 十 十一 二十 二十一 一百 一百零一 一百一十"),
        ("taiwaneseCounting", "一 二 九 十 十一 二十 二十一 一○○ 一○一 一一○"),
        ("taiwaneseCountingThousand", "一 二 九 十 十一 二十 二十一 一百 一百零一 一百一十"),
        ("japaneseCounting", "一 二 九 十 十一 二十 二十一 百 百一 百十"),
        ("ideographDigital", "一 二 九 一〇 一一 二〇 二一 一〇〇 一〇一 一一〇"),
        ("chineseLegalSimplified", "壹 贰 玖 壹拾 壹拾壹 贰拾 贰拾壹 壹佰 壹佰零壹 壹佰壹拾"),
        ("ideographLegalTraditional", "壹 貳 玖 壹拾 壹拾壹 貳拾 貳拾壹 壹佰 壹佰零壹 壹佰壹拾"),
        ("ideographTraditional", "甲 乙 壬 癸 11 20 21 100 101 110"),
        ("ideographZodiac", "子 丑 申 酉 戌 20 21 100 101 110"),
        ("ideographZodiacTraditional", "甲子 乙丑 壬申 癸酉 甲戌 癸未 甲申 100 101 110"),
        ("decimalEnclosedCircle", "① ② ⑨ ⑩ ⑪ ⑳ 21 100 101 110"),
        ("decimalEnclosedCircleChinese", "① ② ⑨ ⑩ 11 20 21 100 101 110"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑼ ⑽ ⑾ ⒇ 21 100 101 110"),
        ("upperLetter", "A B I J K T U VVVV WWWW FFFFF"),
        ("lowerRoman", "i ii ix x xi xx xxi c ci cx"),
        ("ordinal", "1st 2nd 9th 10th 11th 20th 21st 100th 101st 110th"),
        ("somethingNew", "1 2 9 10 11 20 21 100 101 110"),
    ],
)
def test_number_formats(form: str, expected: str) -> None:
    assert " ".join(write_number(n, form) for n in (1, 2, 9, 10, 11, 20, 21, 100, 101, 110)) == expected


@given(st.integers(1, 32_767))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_chinese_formats_read_back(number: int) -> None:
    for form in ("chineseCountingThousand", "chineseLegalSimplified", "ideographDigital"):
        written = write_number(number, form)
        assert from_han(written) == number or len(written) == 1


_LEVELS = st.lists(st.integers(0, 3), min_size=1, max_size=40)


@given(_LEVELS)
@settings(max_examples=30, derandomize=True, deadline=None)
def test_counting_agrees_with_a_naive_count(path: list[int]) -> None:
    """The oracle looks back at all that stands before each paragraph, and keeps no counters."""
    levels = [
        level(at, "decimal", "".join(f"<%{n}>" for n in range(1, at + 2)).replace("<", "(").replace(">", ")"))
        for at in range(4)
    ]
    lines = numbered(levels, *(item("甲", at) for at in path))
    assert [[int(n) for n in re.findall(r"\d+", line)] for line in lines] == [
        _naive(path[: at + 1]) for at in range(len(path))
    ]


def _naive(path: list[int]) -> list[int]:
    def number(upto: int, at: int) -> int:
        since = max((i for i in range(upto) if path[i] < at), default=-1)
        met = [i for i in range(since + 1, upto + 1) if path[i] == at]
        passed = any(path[i] > at for i in range(since + 1, met[0] if met else upto + 1))
        return len(met) + passed

    return [number(len(path) - 1, at) for at in range(path[-1] + 1)]
