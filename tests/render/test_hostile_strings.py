"""Sixty strings that mean harm or mischief, through every renderer: nothing runs, breaks, or is lost unsaid."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from bs4 import BeautifulSoup, Tag
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from support.spoilt_comparisons import excerpt_with, full_with

from policydiff import render
from policydiff.errors import OutputError
from policydiff.model import Comparison

HOSTILE = [
    *("<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "-->"),
    *("]]>", "<![CDATA[x", "<?php x ?>", "&lt;b&gt;&amp;", "&#60;script&#62;", "\"onmouseover='x'", "javascript:x()"),
    *("<iframe src=//x.example>", "<svg/onload=x>", "<style>*{display:none}</style>", "</td></tr></table>"),
    *("<w:t>x</w:t>", "a|b", "**粗**", "~~x~~", "`x`", "# 标题", "1. 项", "> 引", "[x](javascript:x)", "\\"),
    *("![x](https://x.example/y)", "$x^2$", "<https://x.example>", "https://x.example/a", "=1+1", "+1", "-1+1"),
    *("=cmd|' /C calc'!A0", "@SUM(A1)", "＝1+1", '=HYPERLINK("https://x.example")', "{=1}", "%0A=1", "\t=1", "\r=1"),
    *(
        "\n=1",
        "_x0041_",
        "'=1",
        "\x00",
        "\x01\x08\x1f",
        "\x1b[31m红",
        "\x1b]0;x\x07",
        "\x7f",
        "\x9b31m",
        "\u202e元万05",
    ),
    *("\u2066x\u2069", "\u200b\ufeff", "\ud800", "\udfffx\ud800", "\uffff\ufffe", "\u2028x\u2029", "[/x]"),
    *("[bold red]x[/]", "{+x+}[-x-]", "{0}{name}%s", "长" * 40_000, "=" + "x" * 40_000, "𠀀" * 20_000, "e\u0301😀"),
    "　全角　",
]
MAKERS: dict[str, Callable[[str], Comparison]] = {"full": full_with, "excerpt": excerpt_with}
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SCRIPTS = render.comparison_html(full_with(""), "zh").count("<script")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


CASES = [("full", n) for n in range(len(HOSTILE))] + [("excerpt", n) for n in range(0, len(HOSTILE), 8)]


@pytest.fixture(scope="module", params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> tuple[Comparison, str]:
    name, number = request.param
    return MAKERS[name](HOSTILE[number]), HOSTILE[number]


def test_there_are_sixty_of_them() -> None:
    assert len(HOSTILE) == len(set(HOSTILE)) >= 60


def shown(extra: str) -> str:
    """What is left to see of a string once white space and every sign for what has no shape are set aside."""
    made = re.sub(
        r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]", "", extra
    )
    return "".join(made.split())


def signs(extra: str) -> set[str]:
    """The signs that have to stand for what has no shape."""
    found = {chr(0x2400 + ord(char)) for char in extra if ord(char) < 0x20 and char not in "\t\n\r\x0b\x0c"}
    found |= {"␡"} if "\x7f" in extra else set()
    return found | {
        f"⟦U+{ord(char):04X}⟧" for char in extra if char in "\x9b\u202e\u2066\u2069\u200b\ufeff\ud800\udfff\ufffe\uffff"
    }


def holds(text: str, extra: str) -> bool:
    """Whether a text shows a string, however its lines are broken."""
    whole = "".join(re.sub(r"⟦U\+[0-9A-F]+⟧|[\u2400-\u2421]", "", text).split())
    barred = signs(extra) - {"⟦U+FFFE⟧", "⟦U+FFFF⟧"}  # a page may hold these two
    return shown(extra) in whole and all(sign in text for sign in barred)


def test_pages_show_it_and_run_nothing(case: tuple[Comparison, str]) -> None:
    comparison, extra = case
    html = render.comparison_html(comparison, "en")
    html.encode()
    page = BeautifulSoup(html, "lxml")
    assert len(page.find_all("script")) == SCRIPTS
    assert not page.find_all(["iframe", "img", "object", "embed"])
    for tag in page.find_all(True):
        assert isinstance(tag, Tag)
        assert not any(name.startswith("on") for name in tag.attrs)
        assert not str(tag.get("href", "")).lower().startswith(("javascript:", "data:"))
    assert holds(page.get_text(), extra)


def test_markdown_shows_it_and_links_nowhere(case: tuple[Comparison, str]) -> None:
    comparison, _ = case
    text = render.comparison_markdown(comparison, "zh")
    text.encode()
    for token in READER.parse(text):
        assert token.type not in {"html_block", "code_block", "fence"}
        for child in token.children or ():
            assert child.type not in {"image", "code_inline"}
            assert child.type != "html_inline" or child.content in {"<br>", "<!-- -->"}
            assert child.type != "link_open" or str(child.attrs["href"]).startswith("https://")


def test_the_terminal_is_not_steered(case: tuple[Comparison, str]) -> None:
    comparison, extra = case
    text = render.comparison_text(comparison, "zh", color=len(extra) < 99, width=80)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", bare)
    text.encode()
    assert holds(bare, extra)


def test_data_keep_it_to_the_letter(case: tuple[Comparison, str]) -> None:
    comparison, extra = case
    text = render.comparison_json(comparison)
    text.encode()
    assert extra in json.loads(text)["changes"][1]["clauses"][0]["new_text"]


def test_word_shows_it(case: tuple[Comparison, str]) -> None:
    comparison, extra = case
    data = render.comparison_docx(comparison, "zh", types=True)
    document = docx.Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    lines = [paragraph.text for paragraph in document.paragraphs]
    proofs = [cell for cell in cells if "万元补助" in cell]
    assert proofs
    assert all(holds(cell, extra) for cell in proofs)
    assert holds("\n".join(lines), extra)
    assert ("代表原文中无法显示的控制字符" in "".join(lines)) == bool(signs(extra))
    only_web(data)


def test_a_redline_shows_it(case: tuple[Comparison, str]) -> None:
    comparison, extra = case
    if comparison.new.coverage == "excerpt":
        with pytest.raises(OutputError, match="reports"):
            render.comparison_redline(comparison, "en")
        return
    data = render.comparison_redline(comparison, "en")
    document = docx.Document(BytesIO(data))
    paragraphs = document.element.body.iter(f"{W}p")  # those in tables as well
    text = "\n".join("".join(map(str, one.itertext(f"{W}t", f"{W}delText"))) for one in paragraphs)
    assert holds(text, extra)
    header = "".join(paragraph.text for paragraph in document.sections[0].header.paragraphs)
    assert ("control characters" in header) == bool(signs(extra))
    only_web(data)


def only_web(data: bytes) -> None:
    """A package of valid XML whose only way out are links to pages."""
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(package.read(name))
                for relation in root.iter("{*}Relationship"):
                    assert relation.get("TargetMode") != "External" or str(relation.get("Target")).startswith(
                        "https://"
                    )


def test_no_cell_of_a_workbook_is_a_formula(case: tuple[Comparison, str]) -> None:
    comparison, extra = case
    data = render.comparison_xlsx(comparison, "zh")
    only_web(data)
    book = load_workbook(BytesIO(data), rich_text=False)
    texts = []
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n", "d", "inlineStr"}
                texts += [str(cell.value)] if cell.value is not None else []
                assert len(str(cell.value)) <= 32_767
    with ZipFile(BytesIO(data)) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist())
    sizes = len(extra) + sum(char > "\uffff" for char in extra)
    whole = "\n".join(texts)
    if sizes > 30_000:
        assert any("以下截断" in text and len(text) > 16_000 for text in texts)
        assert "只保留开头" in whole
    elif "_x0041_" not in extra:
        assert holds(whole, extra)
    assert ("代表原文中无法显示的控制字符" in whole) == bool(signs(extra))


def test_no_cell_of_csv_is_a_formula(case: tuple[Comparison, str]) -> None:
    comparison, extra = case
    csv.field_size_limit(10**6)
    for table in ("figures", "articles"):
        text = render.comparison_csv(comparison, "zh", table=table)
        text.encode()
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
        assert len({len(row) for row in rows}) == 1
        for cell in cells(rows):
            assert not re.match(r"\s*[=+\-@＝＋－＠]", cell) or re.fullmatch(r"-?\d+(\.\d+)?", cell)
        assert holds("\n".join(cells(rows)), extra)


def cells(rows: Iterable[list[str]]) -> list[str]:
    return [cell for row in rows for cell in row]
