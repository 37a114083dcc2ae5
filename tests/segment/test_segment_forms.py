"""The forms a provision's number comes in, Markdown and quoted mail, and texts pasted into one line."""

from __future__ import annotations

import time

import pytest
from support.reading import segmented

from policydiff.model import Document
from policydiff.segment.marks import mark


def document(text: str) -> Document:
    found = segmented(text)
    assert "".join(found.text_of(unit) for unit in found.walk() if not unit.children) == text
    return found


def articles(text: str) -> list[str]:
    return [str(unit.address) for unit in document(text).articles()]


@pytest.mark.parametrize(
    ("line", "address", "label"),
    [
        ("第3-1条 渔船", "第三条之一", "第3-1条"),
        ("第 3-1 条 渔船", "第三条之一", "第 3-1 条"),
        ("第三条之一 渔船", "第三条之一", "第三条之一"),
        ("第 3 条之 1 渔船", "第三条之一", "第 3 条之 1"),
        ("【第三条】渔船", "第三条", "【第三条】"),
        ("［第3条］规范渔船", "第三条", "［第3条］"),
        ("（第三条）渔船", "第三条", "（第三条）"),
        ("第三条、渔船", "第三条", "第三条、"),
        ("第三条：渔船", "第三条", "第三条："),
        ("**第三条** 渔船", "第三条", "**第三条**"),
        ("【第二章】渔船", "第二章", "【第二章】"),
    ],
)
def test_a_number_and_what_belongs_to_it(line: str, address: str, label: str) -> None:
    found = mark(line)
    assert found is not None
    assert (str(found[0]), line[: found[1]]) == (address, label)


@pytest.mark.parametrize(
    "line",
    [
        "第三条、第五条规定的渔船",
        "（第三条）、（第五条）所列渔船",
        "（第三条）规定的渔船",
        "（第三条】渔船",
        "**第三条 渔船**",
        "【第三条】和【第四条】",
        "第三条之规定",
        "第3-1 渔船",
    ],
)
def test_references_and_halves_are_no_number(line: str) -> None:
    assert mark(line) is None


@pytest.mark.parametrize(
    "form", ["【第{}条】", "（第{}条）", "第{}条、", "第{}条：", "**第{}条** ", "> 第{}条 ", "### 第{}条 "]
)
def test_every_form_makes_articles(form: str) -> None:
    text = "海州市渔港管理办法\n" + "".join(form.format(n) + "渔港由渔政机构管理。\n" for n in "一二三")
    found = document(text)
    assert [str(unit.address) for unit in found.articles()] == ["第一条", "第二条", "第三条"]
    assert found.articles()[0].label == form.format("一").strip("> #")
    assert found.metadata.title == "海州市渔港管理办法"
    assert found.oddities == ()


def test_a_loose_number_that_stands_alone_is_a_reference() -> None:
    text = (
        "海州市渔港管理办法\n第一条 有下列情形的：\n（第五条）所列渔船；\n第七条、渔船证书。\n第二条 渔港不得采砂。\n"
    )
    assert articles(text) == ["第一条", "第二条"]


def test_markdown_stays_in_the_text_and_out_of_titles_and_headings() -> None:
    found = document(
        "# **海州市渔港管理办法**\n## 第一章 总则\n### 第一条 立法目的\n为了保护渔港，制定本办法。\n"
        "## **第二章 附则**\n**第二条** 本办法自2025年1月1日起施行。\n"
    )
    assert found.metadata.title == "海州市渔港管理办法"
    assert [(unit.label, unit.heading) for unit in found.walk() if unit.label] == [
        ("第一章", "总则"),
        ("第一条", "立法目的"),
        ("第二章", "附则"),
        ("**第二条**", ""),
    ]


def test_a_quoted_mail_is_read_like_the_text_it_quotes() -> None:
    lines = [
        "海海发〔2025〕3号",
        "各镇：",
        "请执行。",
        "海州市海洋局",
        "2025年3月1日",
        "海州市渔港方案",
        "一、清淤。",
        "二、植草。",
    ]
    found = document("".join(f"> {line}\n" for line in lines))
    meta = found.metadata
    assert (meta.title, meta.document_number, meta.issuer) == ("海州市渔港方案", "海海发〔2025〕3号", "海州市海洋局")
    assert str(meta.issued) == "2025-03-01"
    assert articles("> 5万元以上\n> 3. 甲\n") == ["3."]


ONE_LINE = (
    "海州市渔港管理办法 为了保护渔港，制定本办法。第一章 总则 第一条 渔港不得采砂。第二条 依照《渔业法》第五条办理。"
    "第三条规定的情形除外。第二章 罚则 第三条 违反第二条的，处罚款。第三条之一 从重处罚。"
    "第四条 本办法自2025年1月1日起施行。"
)


@pytest.mark.parametrize("text", [ONE_LINE, ONE_LINE.replace(" ", "")])
def test_a_text_in_one_line_is_cut_where_its_numbers_count_on(text: str) -> None:
    found = document(text)
    assert [str(unit.address) for unit in found.articles()] == ["第一条", "第二条", "第三条", "第三条之一", "第四条"]
    assert [unit.heading for unit in found.walk() if unit.kind == "chapter"] == ["总则", "罚则"]
    assert (found.metadata.title, found.units[1].kind) == ("海州市渔港管理办法", "preamble")


@pytest.mark.parametrize(
    "text",
    [
        "会议指出三点。第一条明确了范围。第二条提出了要求。第三条规定了罚则。",
        "渔船应当遵守。第一条 不得采砂。第二条 不得倾倒。",
        "依照《渔业法》第一条、第二条、第三条，以及第四条办理。",
        "海州市渔港管理办法\n一、甲。\n二、附公约：第一条 乙。第二条 丙。第三条 丁。\n",
    ],
)
def test_what_only_speaks_of_articles_is_not_cut(text: str) -> None:
    assert not any(address.startswith("第") for address in articles(text))


def test_lines_that_start_with_numbers_have_kept_their_breaks() -> None:
    text = "海州市渔港管理办法\n" + "".join(f"第{n}条 甲。第{n}条 乙。\n" for n in "一二三四")
    assert len(articles(text)) == 4


@pytest.mark.parametrize(
    "unit",
    [
        "第一条 甲。",
        "第一章第一条",
        "第一条第二条第三条",
        "第1-",
        "**第一条",
        "【第一条",
        "> ",
        "# ",
        "__",
        "海州市海洋局 2025年1月1日\n",
    ],
)
def test_forms_on_adversarial_text_take_linear_time(unit: str) -> None:
    started = time.perf_counter()
    document("海州市办法\n第一条 甲\n" + unit * (200_000 // len(unit)))
    assert time.perf_counter() - started < 30
