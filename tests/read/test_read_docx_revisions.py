"""Tracked changes: the text with all of them accepted, or the text before them."""

from __future__ import annotations

import pytest
from support.docx_files import document, level, outline, paragraph, run, style, table

from policydiff.read.docx import read_docx
from policydiff.read.options import ReadOptions

NUMBERS = outline(1, [level(0, "chineseCounting", "第%1条")])


def both(body: str, **parts: str) -> tuple[str, str]:
    """The text with changes accepted, and the original."""
    data = document(body, **parts)
    accepted, original = ReadOptions(), ReadOptions(revisions="original")
    return read_docx(data, "a.docx", accepted).text, read_docx(data, "a.docx", original).text


def deleted(text: str) -> str:
    return f"<w:del>{run(text).replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>"


def inserted(text: str) -> str:
    return f"<w:ins>{run(text)}</w:ins>"


GONE, NEW = "<w:rPr><w:del/></w:rPr>", "<w:rPr><w:ins/></w:rPr>"


@pytest.mark.parametrize(
    ("body", "accepted", "original"),
    [
        (paragraph(run("最高") + deleted("50") + inserted("100") + run("万元")), "最高100万元", "最高50万元"),
        (
            paragraph(f"<w:moveFrom>{run('附则')}</w:moveFrom>{run('甲')}")
            + paragraph(f"<w:moveTo>{run('附则')}</w:moveTo>"),
            "甲\n附则",
            "附则甲",
        ),
        (paragraph(f"<w:ins>{deleted('来而复去')}</w:ins>" + run("正文")), "正文", "正文"),
        (paragraph(text="合并的", properties=GONE) + paragraph(text="一段"), "合并的一段", "合并的\n一段"),
        (paragraph(text="拆开的", properties=NEW) + paragraph(text="一段"), "拆开的\n一段", "拆开的一段"),
        (paragraph(deleted("整段删除"), properties=GONE) + paragraph(text="留下"), "留下", "整段删除\n留下"),
        (
            paragraph(run("最高") + run("50", "<w:strike/>") + run("80", "<w:u/>") + run("万元")),
            "最高80万元",
            "最高5080万元",
        ),
        (paragraph(run("旧文", "<w:dstrike/>") + run("新文", '<w:strike w:val="0"/>')), "新文", "旧文新文"),
        (paragraph(run("整段作废", "<w:strike/>")) + paragraph(text="留下"), "留下", "整段作废\n留下"),
        (paragraph(inserted("整段新增"), properties=NEW) + paragraph(text="原有"), "整段新增\n原有", "原有"),
        (
            paragraph(text="表前", properties=GONE) + table([["甲", "乙"], ["丙", "丁"]]),
            "表前\n甲\t乙\n丙\t丁",
            "表前\n甲\t乙\n丙\t丁",
        ),
    ],
)
def test_runs_and_paragraph_marks(body: str, accepted: str, original: str) -> None:
    assert both(body) == (accepted, original)


def test_a_deleted_article_takes_its_number_with_it() -> None:
    body = paragraph(text="甲。", list_id=1) + paragraph(deleted("乙。"), list_id=1, properties=GONE)
    body += paragraph(text="丙。", list_id=1) + paragraph(inserted("丁。"), list_id=1, properties=NEW)
    body += paragraph(text="戊。", list_id=1)
    accepted, original = both(body, numbering=NUMBERS)
    assert accepted.split("\n") == ["第一条 甲。", "第二条 丙。", "第三条 丁。", "第四条 戊。"]
    assert original.split("\n") == ["第一条 甲。", "第二条 乙。", "第三条 丙。", "第四条 戊。"]


def test_joined_paragraphs_keep_the_number_of_the_first_words() -> None:
    body = (
        paragraph(text="甲，", list_id=1, properties=GONE) + paragraph(text="乙。") + paragraph(text="丙。", list_id=1)
    )
    assert both(body, numbering=NUMBERS)[0] == "第一条 甲，乙。\n第二条 丙。"


def test_a_number_that_came_with_a_change() -> None:
    change = "<w:pPrChange><w:pPr/></w:pPrChange>"
    fresh = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/><w:ins/></w:numPr></w:pPr>" + run("乙") + "</w:p>"
    body = paragraph(text="甲", list_id=1, properties=change) + fresh
    assert both(body, numbering=NUMBERS) == ("第一条 甲\n第二条 乙", "甲\n乙")


def test_a_style_that_came_with_a_change() -> None:
    styles = style("Article", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style("Body")
    change = '<w:pPrChange><w:pPr><w:pStyle w:val="Article"/></w:pPr></w:pPrChange>'
    body = paragraph(text="甲", style="Body", properties=change)
    assert both(body, numbering=NUMBERS, styles=styles) == ("甲", "第一条 甲")


def test_rows_and_cells() -> None:
    def row(mark: str, *cells: str, cell_mark: str = "") -> str:
        inner = "".join(f"<w:tc><w:tcPr>{cell_mark}</w:tcPr>{paragraph(text=text)}</w:tc>" for text in cells)
        return f"<w:tr><w:trPr>{mark}</w:trPr>{inner}</w:tr>"

    rows = row("", "档次", "金额") + row("<w:del/>", "一档", "10万元") + row("<w:ins/>", "一档", "20万元")
    rows += row("", "二档", "5万元") + row("", "旧", "列", cell_mark="<w:cellDel/>")
    accepted, original = both(f"<w:tbl>{rows}</w:tbl>")
    assert accepted == "档次\t金额\n一档\t20万元\n二档\t5万元"
    assert original == "档次\t金额\n一档\t10万元\n二档\t5万元\n旧\t列"


def test_a_note_is_gone_with_its_mark() -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = f'<w:footnote w:id="1">{paragraph(text="指本市。")}</w:footnote>'
    assert both(paragraph(run("甲") + f"<w:del>{mark}</w:del>"), footnotes=notes) == ("甲", "甲\n[1] 指本市。")


def test_a_field_deleted_in_part_hides_nothing_behind_it() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    assert both(paragraph(f"{begin}<w:del>{end}</w:del>{run('正文')}"))[0] == "正文"


def test_a_text_box_outlives_the_paragraph_that_anchored_it() -> None:
    inner = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("框"))
    anchor = paragraph(f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>", properties=GONE)
    assert both(anchor + table([["甲", "乙"], ["丙", "丁"]]))[0] == "框\n甲\t乙\n丙\t丁"
