"""The Word table read back: every row of the comparison and every figure stand in it, as a reader expects them."""

from __future__ import annotations

import re
from io import BytesIO
from typing import get_args

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.table import Table
from support.spoilt_comparisons import excerpt_with, full_with
from support.word_files import misplaced, parts

from policydiff.model import Comparison
from policydiff.render import Lang, comparison_docx
from policydiff.render.comparison.clauses import clause_rows
from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.rows import Fate, figure_rows

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLES = {"full": full_with(""), "excerpt": excerpt_with("")}


def opened(comparison: Comparison, lang: Lang = "zh", **how: object) -> Document:
    return docx.Document(BytesIO(comparison_docx(comparison, lang, **how)))  # type: ignore[arg-type]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_clause_and_every_figure_has_its_row(sample: str, lang: Lang) -> None:
    comparison = SAMPLES[sample]
    facts = Facts.of(comparison)
    tables = [rows(table) for table in opened(comparison, lang).tables]
    clauses = [row for _, found in clause_rows(facts, lang) for row in found]
    assert len(tables[-1]) == len(clauses) + 1
    for row, cells in zip(clauses, tables[-1][1:], strict=True):
        for pieces, cell in zip((row.old, row.new), cells, strict=True):
            assert "".join(piece.text for piece in pieces).strip() in cell
    wanted = [row for fate in get_args(Fate) for row in figure_rows(facts, lang, fate)]
    found = [cells for table in tables[:-1] for cells in table[1:]]
    assert [cells[:4] for cells in found] == [[row.article, row.about, row.old, row.new] for row in wanted]


def test_what_stands_on_one_side_only_is_said() -> None:
    cells = rows(opened(full_with("")).tables[-1])
    assert ["第一条　为了规范渔港建设，制定本办法。", "同左"] in cells
    assert ["新增", "第三条　渔船应当服从调度。"] in cells
    assert ["第四条　本条删去。", "删除"] in cells
    assert cells[0][0].startswith("修订前：征求意见稿")
    assert cells[0][1].startswith("修订后（")
    silent = rows(opened(excerpt_with("")).tables[-1])
    assert ["第四条　本条删去。", "报道未提及"] in silent
    assert not any("删除" in cell for row in silent for cell in row)


@pytest.mark.parametrize(("style", "mark"), [("bold", "bold"), ("underline", "underline")])
def test_added_words_are_marked_and_deleted_ones_struck(style: str, mark: str) -> None:
    table = opened(full_with(""), style=style).tables[-1]
    marks = {
        run.text: (bool(run.font.strike), bool(getattr(run.font, mark)))
        for row in table.rows[1:]
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    }
    assert marks["50万元"] == (True, False)
    assert marks["80万元"] == (False, True)
    assert marks["补助。"] == (False, False)
    note = "\n".join(paragraph.text for paragraph in opened(full_with(""), style=style).paragraphs)
    assert {"bold": "黑体加粗为新增文字", "underline": "下划线为新增文字"}[style] in note


def test_a_column_of_kinds_can_be_had() -> None:
    cells = rows(opened(full_with(""), types=True).tables[-1])
    assert cells[0][2] == "修订类型"
    assert [row[2].split("\n")[0] for row in cells[1:] if row[2]] == ["同左", "修改", "新增", "重编号、修改", "删除"]


def test_the_page_is_one_to_print() -> None:
    data = comparison_docx(full_with(""), "zh", types=True)
    document = docx.Document(BytesIO(data))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    footer = "".join(map(str, section.footer._element.itertext(f"{W}t", f"{W}instrText")))
    assert re.fullmatch(r"第 PAGE 1页 共 NUMPAGES 1页", footer)
    for table in document.tables:
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)
    assert b'w:eastAsia="\xe5\xae\x8b\xe4\xbd\x93"' in parts(data)["word/styles.xml"]
    assert misplaced(data) == []


def test_links_lead_to_pages_only() -> None:
    part = docx.Document(BytesIO(comparison_docx(full_with("x"), "zh"))).part
    outside = [relation.target_ref for relation in part.rels.values() if relation.is_external]
    assert outside == ["https://a.example/x", "https://a.example/x"]


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_same_comparison_gives_the_same_bytes(sample: str) -> None:
    first, second = (comparison_docx(SAMPLES[sample], "zh") for _ in range(2))
    assert first == second
    core = parts(first)["docProps/core.xml"].decode()
    assert set(re.findall(r"\d{4}-\d{2}-\d{2}T[\d:]+Z", core)) == {"1980-01-01T00:00:00Z"}


def test_two_files_without_figures_say_so() -> None:
    comparison = full_with("")
    bare = Comparison(comparison.old, comparison.new, comparison.changes[:1])
    assert len(opened(bare).tables) == 1
    assert len(opened(Comparison(comparison.old, comparison.new, ())).tables) == 0
