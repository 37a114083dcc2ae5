"""Workbooks and CSV read back: numbers are numbers, words are words, nothing is missing."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len
from support.spoilt_comparisons import excerpt_with, full_with

from policydiff.model import Comparison
from policydiff.render import Lang, comparison_csv, comparison_xlsx
from policydiff.render.comparison.clauses import clause_rows
from policydiff.render.comparison.facts import Facts

SAMPLES = {"full": full_with(""), "excerpt": excerpt_with("")}


def opened(comparison: Comparison, lang: Lang = "zh", *, rich: bool = False) -> Workbook:
    return load_workbook(BytesIO(comparison_xlsx(comparison, lang)), rich_text=rich)


def table(book: Workbook, name: str) -> list[dict[str, object]]:
    heads, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_figure_article_and_clause_has_its_row(sample: str) -> None:
    comparison = SAMPLES[sample]
    facts = Facts.of(comparison)
    book = opened(comparison)
    assert book.sheetnames == ["数值变化", "条文", "逐句", "来源"]
    assert len(table(book, "数值变化")) == len(facts.figures())
    shown = [change for change in comparison.changes if change.relation != "unplaced"]
    assert len(table(book, "条文")) == len(shown)
    rows = [row for _, found in clause_rows(facts, "zh") for row in found]
    assert len(table(book, "逐句")) == len(rows)
    assert opened(comparison, "en").sheetnames == ["Figures", "Articles", "Clauses", "Sources"]


def test_numbers_are_numbers() -> None:
    (row,) = table(opened(full_with("")), "数值变化")
    assert row["旧值 Old value"] == 500_000
    assert row["新值 New value"] == 800_000
    assert row["变化量 Delta"] == 300_000
    assert row["变化幅度（%） Percent"] == 60
    assert row["单位 Unit"] == "元"
    assert row["变化 Change"] == "提高"
    assert "对新建渔港给予最高80万元补助。" in str(row["依据原文 Source"])


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [((1, 5), (1, 8), (5, 8)), ((1, 5), (2, 5), (1, 2)), ((1, 5), (2, 10), (5, 10)), ((3, 3), (4, 4), (3, 4))],
)
def test_a_range_has_the_end_that_moved_and_both_ends(
    old: tuple[int, int], new: tuple[int, int], values: tuple[int, int]
) -> None:
    comparison = full_with("")
    term = comparison.changes[1].terms[0]
    before, after = (
        replace(t[0], bound="exact" if low == high else "range", low=Fraction(low), high=Fraction(high))
        for t, (low, high) in zip((term.old, term.new), (old, new), strict=True)
    )
    terms = (replace(term, old=(before,), new=(after,), delta=Fraction(values[1] - values[0])),)
    changes = (comparison.changes[0], replace(comparison.changes[1], terms=terms), *comparison.changes[2:])
    (row,) = table(opened(replace(comparison, changes=changes)), "数值变化")
    assert (row["旧值 Old value"], row["新值 New value"]) == values
    assert row["变化量 Delta"] == values[1] - values[0]
    ends = [
        row[f"{name} range {end}"]
        for name, end in (
            ("旧区间下限 Old", "low"),
            ("旧区间上限 Old", "high"),
            ("新区间下限 New", "low"),
            ("新区间上限 New", "high"),
        )
    ]
    assert ends == ([None] * 4 if old[0] == old[1] else [*old, *new])


def test_a_sheet_can_be_filtered_and_keeps_its_head() -> None:
    book = opened(full_with(""))
    for name in ("数值变化", "条文", "逐句"):
        assert book[name].freeze_panes == "B2"
        assert str(book[name].auto_filter.ref).startswith("A1:")
    assert book["来源"].auto_filter.ref is None


def widths(sheet: Worksheet) -> dict[int, float]:
    """The width of each column; neighbours of one width stand in the file as one."""
    spans = sheet.column_dimensions.values()
    return {number: span.width for span in spans for number in range(span.min or 1, (span.max or 0) + 1)}


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_row_is_as_high_as_its_words(sample: str) -> None:
    for sheet in opened(SAMPLES[sample]).worksheets:
        wide = widths(sheet)
        for at, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            height = sheet.row_dimensions[at].height
            for number, value in enumerate(row, start=1):
                words = value if isinstance(value, str) else ""
                needed = 13 * sum(-(-cell_len(line) // int(wide[number])) for line in words.split("\n"))
                assert height is not None
                assert min(needed, 408) <= height <= 409


def test_a_long_text_makes_no_row_higher_than_excel_allows() -> None:
    heights = [each.height for each in opened(full_with("渔" * 3_000))["条文"].row_dimensions.values()]
    assert 408 <= max(filter(None, heights)) <= 409


def test_days_are_days() -> None:
    cells = [cell for row in opened(full_with(""))["来源"].iter_rows() for cell in row if isinstance(cell.value, date)]
    assert [str(cell.value)[:10] for cell in cells] == ["2024-01-01", "2025-01-02", "2025-01-02"]
    assert {cell.number_format for cell in cells} == {"yyyy-mm-dd"}
    old = full_with("")
    early = replace(old, old=replace(old.old, date=date(1899, 12, 31)))
    assert "1899-12-31" in [cell.value for row in opened(early)["来源"].iter_rows() for cell in row]


def test_a_wide_table_is_printed_on_a_larger_sheet() -> None:
    sizes = {sheet.title: sheet.page_setup.paperSize for sheet in opened(full_with("")).worksheets}
    assert sizes == {"数值变化": 8, "条文": 9, "逐句": 9, "来源": 9}


def test_changed_words_are_marked_in_their_cell() -> None:
    sheet = opened(full_with(""), rich=True)["逐句"]
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, CellRichText)]
    blocks = {str(part): part.font for cell in cells for part in cell if isinstance(part, TextBlock)}
    assert blocks["50万元"].strike
    assert blocks["80万元"].b


def test_pages_are_linked_and_nothing_else() -> None:
    book = opened(full_with("x"))
    links = [cell.hyperlink for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links
    assert all(str(link.target).startswith(("https://a.example/", "https://b.example/")) for link in links)
    words = [str(cell.value) for row in book["来源"].iter_rows() for cell in row]
    assert "javascript:x" in words


def test_what_no_cell_can_hold_is_cut_and_said() -> None:
    comparison = full_with("")
    document = comparison.old.documents[0]
    long = replace(document.origin, name="名" * 40_000)
    changed = replace(comparison, old=replace(comparison.old, documents=(replace(document, origin=long),)))
    words = [str(cell.value) for row in opened(changed)["来源"].iter_rows() for cell in row]
    assert any(word.endswith("……（以下截断，原有40000字）") and len(word) <= 32_767 for word in words)
    figure = replace(comparison.changes[1].terms[0].new[0], subject="渔" * 33_000)
    terms = (replace(comparison.changes[1].terms[0], new=(figure,)),)
    changes = (replace(comparison.changes[1], terms=terms),)
    cut = [str(cell.value) for row in opened(replace(comparison, changes=changes))["来源"].iter_rows() for cell in row]
    assert any(word.startswith("数值变化第2行第2列：原有33") for word in cut)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_same_comparison_gives_the_same_bytes(sample: str) -> None:
    assert comparison_xlsx(SAMPLES[sample], "zh") == comparison_xlsx(SAMPLES[sample], "zh")


def read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\r")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def test_csv_has_the_same_rows_as_the_workbook() -> None:
    for kind, name in (("figures", "数值变化"), ("articles", "条文")):
        heads, *rows = read(comparison_csv(full_with(""), "zh", table=kind))  # type: ignore[arg-type]
        sheet = table(opened(full_with("")), name)
        wanted = [["" if cell is None else str(cell) for cell in row.values()] for row in sheet]
        found = [[cell.removeprefix("'").split("#:~:")[0] for cell in row] for row in rows]
        assert found == wanted
        assert heads[0].startswith({"figures": "条款", "articles": "修订前"}[kind])


def test_negative_numbers_stay_numbers_and_formulas_become_words() -> None:
    comparison = full_with("=1+1")
    term = comparison.changes[1].terms[0]
    lowered = replace(term, direction="lowered", delta=-term.delta if term.delta else None)
    subject = replace(term.new[0], subject="=2+2")
    changes = (replace(comparison.changes[1], terms=(replace(lowered, new=(subject,), old=()),)),)
    _, row = read(comparison_csv(replace(comparison, changes=changes), "zh"))
    assert "-300000" in row
    assert "'=2+2" in row
