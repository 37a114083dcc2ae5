"""Tables of Word documents: rows of data, frames around a text, merged cells."""

from __future__ import annotations

import pytest
from support.docx_files import document, level, outline, paragraph, run, table

from policydiff.read.docx import read_docx
from policydiff.read.grids import is_data_table
from policydiff.read.options import ReadOptions
from policydiff.read.reading import Reading


def read(body: str, **parts: str) -> Reading:
    return read_docx(document(body, **parts), "a.docx", ReadOptions())


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text=text)}</w:tc>"


def test_rows_of_data_are_lines_and_cells_have_places() -> None:
    grid = table([["企业类别", "奖励标准"], ["首次认定\n（含复审）", "最高50万元"], ["", "最高20万元"]])
    reading = read(paragraph(text="标准如下：") + grid + paragraph(text="以上标准。") + grid)
    assert reading.text.split("\n")[:5] == [
        "标准如下：",
        "企业类别\t奖励标准",
        "首次认定 （含复审）\t最高50万元",
        "最高20万元",
        "以上标准。",
    ]
    places = [(block.kind, block.locator) for block in reading.blocks]
    assert places[1:6] == [("cell", f"table 1 R{at}") for at in ("1C1", "1C2", "2C1", "2C2", "3C2")]
    assert places[6] == ("p", "¶2")
    assert places[7] == ("cell", "table 2 R1C1")


def test_merged_cells_are_told_once_and_columns_stay_in_line() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        row(cell("类别"), cell("标准", '<w:gridSpan w:val="2"/>'), cell("备注")),
        row(cell("甲类", down), cell("50万元"), cell("20万元"), cell("每年")),
        row(cell("看不见", on), cell("30万元"), cell("10万元"), cell("")),
    ]
    reading = read(f"<w:tbl>{''.join(rows)}</w:tbl>")
    assert reading.text == "类别\t标准\t\t备注\n甲类\t50万元\t20万元\t每年\n30万元\t10万元"
    places = [block.locator.removeprefix("table 1 ") for block in reading.blocks]
    assert places == ["R1C1", "R1C2", "R1C4", "R2C1", "R2C2", "R2C3", "R2C4", "R3C2", "R3C3"]


def test_a_cell_that_goes_on_with_nothing_above_is_its_own() -> None:
    grid = f"<w:tbl>{row(cell('甲', '<w:vMerge/>'), cell('乙'))}{row(cell('丙'), cell('丁'))}</w:tbl>"
    assert read(grid).text == "甲\t乙\n丙\t丁"


def test_cells_merged_across_as_word_97_did() -> None:
    first = row(cell("合并", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge w:val="continue"/>'), cell("末"))
    reading = read(f"<w:tbl>{first}{row(cell('一'), cell('二'), cell('三'))}</w:tbl>")
    assert reading.text == "合并\t\t末\n一\t二\t三"
    assert reading.blocks[1].locator == "table 1 R1C3"


def test_a_row_that_begins_further_right() -> None:
    late = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("乙")}{cell("丙")}</w:tr>'
    assert read(f"<w:tbl>{row(cell('一'), cell('二'))}{late}</w:tbl>").blocks[2].locator == "table 1 R2C2"


def test_a_text_in_one_cell_keeps_its_lines() -> None:
    reading = read(table([["第一条 为了保护湿地，制定本办法。\n第二条 本办法适用于本市。"]]) + paragraph(text="尾"))
    assert reading.text == "第一条 为了保护湿地，制定本办法。\n第二条 本办法适用于本市。\n尾"
    assert [(block.kind, block.locator) for block in reading.blocks] == [("p", "¶1"), ("p", "¶2"), ("p", "¶3")]


def test_numbers_in_cells_are_resolved() -> None:
    numbering = outline(1, [level(0, "decimal", "%1")])
    cells = [[paragraph(list_id=1), name] for name in ("申请表", "承诺书", "身份证明")]
    assert (
        read(table([["序号", "材料"], *cells]), numbering=numbering).text
        == "序号\t材料\n1\t申请表\n2\t承诺书\n3\t身份证明"
    )


def test_a_table_in_a_frame_is_a_table_of_its_own() -> None:
    inner = table([["档次", "金额"], ["一档", "10万元"]])
    reading = read(table([[paragraph(text="第五条 标准如下：") + inner + paragraph(text="第六条 另行规定。")]]))
    assert reading.text == "第五条 标准如下：\n档次\t金额\n一档\t10万元\n第六条 另行规定。"


def test_text_boxes_of_a_table_stand_behind_it() -> None:
    box = f"<w:pict><w:txbxContent>{paragraph(text='注')}</w:txbxContent></w:pict>"
    reading = read(table([[paragraph(run("甲") + f"<w:r>{box}</w:r>"), "乙"], ["丙", "丁"]]))
    assert reading.text == "甲\t乙\n丙\t丁\n注"
    assert reading.blocks[-1].kind == "text-box"


def test_rows_and_cells_in_content_controls() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{row(cell('丙'), cell('丁'))}</w:sdtContent></w:sdt>"
    last = row(f"<w:sdt><w:sdtContent>{cell('戊')}</w:sdtContent></w:sdt>", cell("己"))
    assert read(f"<w:tbl>{row(cell('甲'), cell('乙'))}{wrapped}{last}</w:tbl>").text == "甲\t乙\n丙\t丁\n戊\t己"


_LONG = "对符合条件的单位，按照实际投入给予补助，补助资金由市、区两级财政分担。\n" * 5


@pytest.mark.parametrize(
    ("rows", "data"),
    [
        ([["序号", "任务"], ["1", "一、建设平台"], ["2", "二、引进人才"]], True),
        ([["现行条文", "修订条文"], *[[f"第{n}条 旧。", f"第{n}条 新。"] for n in "一二三四"]], True),
        (
            [
                ["现行条文", "修订条文"],
                *[[f"第{n}条 旧。", f"第{n}条 新。"] for n in "一二三四"],
                ["第五条 旧。", "第五条 新。\n第六条 新。"],
            ],
            True,
        ),
        ([["甲类", "10万元"], [None, "20万元"], [None, "30万元"]], True),
        ([["第一条 甲。\n第二条 乙。", "第一条 丙。\n第二条 丁。"], ["左", "右"]], False),
        ([["一段"], ["二段"]], False),
        ([["导航", "第一条 甲。\n第二条 乙。\n第三条 丙。"], ["版权", "电话"]], False),
        ([["项目", "说明"], ["支持方式", _LONG]], False),
        ([["", ""], ["", ""]], False),
        ([], False),
    ],
)
def test_data_or_layout(rows: list[list[str | None]], data: bool) -> None:
    assert is_data_table(rows) is data
