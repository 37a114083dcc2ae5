"""The tree of a text, scheme by scheme: the cases stand in structure.txt, as title, text and outline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.reading import segmented

from policydiff.model import Address, Document, Unit

FIXTURE = (Path(__file__).parent / "structure.txt").read_text(encoding="utf-8")
CASES = re.findall(r"(.+)\n\.\n((?:.*\n)*?)\.\n((?:.*\n)*?)\.\n", FIXTURE)
TITLES = [title for title, _, _ in CASES]
LAW = """海州市沙滩管理条例
第一章 总则
第一条 【目的】为了保护沙滩，制定本条例。
第2条 有下列情形之一的，立即处置：
（一）垃圾堆积；
第二条之一 任何人不得采砂。
违者处罚款；情节严重的，移送。
"""
HOSTILE = [
    *(
        unit * (200_000 // len(unit))
        for unit in ("一", "第一条", "（", "《", "“", "。\n", "第 ", "一 ", "附件\n", "附件：\n", "1.\n")
    ),
    *(
        unit * (200_000 // len(unit))
        for unit in ("一是", "一是甲，二是乙，", "（1）甲（2）乙", "①②", "首先，其次，最后，", "修改为：“\n")
    ),
    "第一条 甲\n" + "附件1\n甲\n" * 20_000 + "第二条 乙\n",
    "第一条 甲\n" * 20_000,
    "第一条 甲，" + "一是甲；二是乙：（1）丙；（2）丁：①戊；②己。" * 8_000,
    "有效期自" * 50_000,
    "有效期至" * 50_000 + "2025年1月1日",
]


def outline(found: Document) -> str:
    """One line a unit: kind, address, [heading], and the words of a leaf; the leaves of headings left out."""

    def lines(unit: Unit, depth: int) -> Iterator[str]:
        if unit.kind == "heading":
            return
        words = "" if unit.children else found.text_of(unit).strip().replace("\n", "⏎")
        parts = (unit.kind, str(unit.address or ""), f"[{unit.heading}]" if unit.heading else "", words)
        yield "  " * depth + " ".join(part for part in parts if part) + "\n"
        for child in unit.children:
            yield from lines(child, depth + 1)

    return "".join(line for unit in found.units for line in lines(unit, 0))


def only(found: Document, address: str) -> Unit:
    (unit,) = found.at(Address.parse(address))
    return unit


def test_every_case_is_read() -> None:
    assert len(CASES) == FIXTURE.splitlines().count(".") // 3 == 35


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=TITLES)
def test_structure(text: str, expected: str) -> None:
    assert outline(segmented(text)) == expected


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=TITLES)
def test_leaves_join_to_the_text_and_ids_are_one_of_a_kind(text: str) -> None:
    found = segmented(text)
    units = list(found.walk())
    assert "".join(found.text_of(unit) for unit in units if not unit.children) == text
    assert len({unit.id for unit in units}) == len(units)
    assert all(child.span in unit.span for unit in units for child in unit.children)


@pytest.mark.parametrize(
    ("address", "label", "heading", "head"),
    [
        ("第一章", "第一章", "总则", "第一章 总则\n"),
        ("第一条", "第一条", "目的", "第一条 【目的】"),
        ("第二条", "第2条", "", "第2条 "),
        ("第二条第（一）项", "（一）", "", "（一）"),
        ("第二条之一", "第二条之一", "", "第二条之一 "),
    ],
)
def test_labels_and_headings(address: str, label: str, heading: str, head: str) -> None:
    found = segmented(LAW)
    unit = only(found, address)
    assert (unit.label, unit.heading) == (label, heading)
    assert unit.children[0].kind == "heading"
    assert found.text_of(unit.children[0]) == head


def test_only_what_is_numbered_or_stands_inside_it_has_an_address() -> None:
    found = segmented("海州出台新规\n海州市沙滩管理条例\n第一条 不得采砂。\n海州市人民政府\n2025年1月1日\n")
    assert {unit.kind for unit in found.walk() if unit.address is None} == {"text", "title", "signature"}


def test_articles_come_in_reading_order_and_at_gives_all_that_bear_an_address() -> None:
    found = segmented("海州市沙滩管理条例\n第一条 不得采砂。\n第三条 不得倾倒。\n第三条 不得捕捞。\n")
    assert [str(unit.address) for unit in found.articles()] == ["第一条", "第三条", "第三条"]
    assert len(found.at(Address.parse("第三条"))) == 2
    assert found.at(Address.parse("第二条")) == ()


@pytest.mark.parametrize(
    ("numbers", "odd"),
    [
        ("第一条 第二条 第三条", ""),
        ("第一条 第三条 第四条", "skipped 第三条 第二条"),
        ("第一条 第二条 第二条 第三条", "repeated 第二条 第三条"),
        ("第一条 第三条 第二条", "skipped 第三条 第二条, backwards 第二条 第四条"),
        ("第一条 第一条之一 第一条之二 第二条", ""),
        ("第一条 第一条之二 第二条", "skipped 第一条之二 第一条之一"),
        ("第二条 第三条", "skipped 第二条 第一条"),
        ("一、 二、 四、", "skipped 四、 三、"),
        ("一、 （一） （二） 二、 （三） （四）", ""),
        ("一、 （一） （二） 二、 （一） （三）", "skipped 二、（三） 二、（二）"),
        ("第一编 第一章 第一条 第二章 第二条 第二编 第三章 第三条", ""),
        ("第一编 第一章 第一条 第二编 第一章 第二条", ""),
    ],
)
def test_numbers_that_do_not_follow_are_noted(numbers: str, odd: str) -> None:
    found = segmented("海州市沙滩养护办法\n" + "".join(f"{number} 沙滩由镇政府养护。\n" for number in numbers.split()))
    units = {unit.id: unit for unit in found.walk()}
    noted = [f"{o.code} {units[o.unit_id].address} {o.expected}" for o in found.oddities]
    assert ", ".join(noted) == odd


def test_a_list_may_begin_anew_behind_a_paragraph() -> None:
    found = segmented(
        "海州市沙滩管理条例\n第一条 分为：\n（一）甲；\n（二）乙。\n下列行为应当备案：\n（一）丙；\n（二）丁。\n"
    )
    assert found.oddities == ()
    assert len(found.at(Address.parse("第一条第二款第（一）项"))) == 1


def test_an_annex_has_an_address_and_its_numbers_stand_under_it() -> None:
    found = segmented("海州市沙滩管理条例\n第一条 不得采砂。\n附件2：名录\n第一条 月亮湾。\n1.东湾。\n附表\n一级沙滩\n")
    assert found.text_of(only(found, "附件2第一条")) == "第一条 月亮湾。\n1.东湾。\n"
    assert [unit.kind for unit in found.at(Address.parse("附件2"))] == ["annex"]
    assert [str(unit.address) for unit in found.articles()] == ["第一条"]
    assert only(found, "附表").label == "附表"


def test_ids_bear_the_prefix_of_their_document() -> None:
    assert [unit.id for unit in segmented(LAW, id_prefix="d2.").walk()][:3] == ["d2.1", "d2.2", "d2.3"]


def test_the_instrument_speaks_in_its_own_text_and_nowhere_else() -> None:
    found = segmented(
        "海州出台新规，请看全文。\n海州市沙滩管理条例（草案）\n第一条 不得采砂。\n海州市人民政府\n2025年1月1日\n"
    )
    said = {unit.kind: unit.attribution and unit.attribution.instrument for unit in found.walk()}
    assert said == {
        "statement": None,
        "title": None,
        "article": "海州市沙滩管理条例",
        "heading": "海州市沙滩管理条例",
        "sentence": "海州市沙滩管理条例",
        "signature": None,
    }


def test_a_numbered_annex_is_no_part_of_the_last_article() -> None:
    found = segmented(
        "海州市沙滩养护办法\n一、沙滩由镇政府养护。\n二、不得采砂。\n本办法自2025年7月1日起施行。\n"
        "海州市人民政府\n2025年6月1日\n附件：申报材料\n1.申请表。\n2.承诺书。\n"
    )
    assert found.text_of(only(found, "二、")) == "二、不得采砂。\n"
    kinds = [unit.kind for unit in found.units]
    assert kinds[:6] == ["title", "article", "article", "closing", "signature", "signature"]
    assert "article" not in kinds[6:]


def test_a_heading_line_over_the_closing_provisions() -> None:
    found = segmented("海州市沙滩养护办法\n一、责任\n沙滩由镇政府养护。\n二、附则\n本办法由市海洋局负责解释。\n")
    assert [unit.heading for unit in found.articles()] == ["责任", "附则"]


def test_a_short_preamble() -> None:
    found = segmented("海州市沙滩养护办法\n为保护沙滩，制定本办法。\n一、沙滩由镇政府养护。\n二、不得采砂。\n")
    assert [unit.kind for unit in found.units] == ["title", "preamble", "article", "article"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gets_an_answer_in_time(text: str) -> None:
    found = segmented(text)
    assert "".join(found.text_of(unit) for unit in found.walk() if not unit.children) == text


def test_contents_behind_the_first_provision_are_none() -> None:
    text = "第一编 总则\n目录\n海州市渔船管理办法\n海州市渔船管理办法"
    found = segmented(text)
    assert "".join(found.text_of(unit) for unit in found.walk() if not unit.children) == text
