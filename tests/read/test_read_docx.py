"""What a Word document shows: its text in order, and nothing that only its XML holds."""

from __future__ import annotations

import pytest
from support.docx_files import document, paragraph, policy_document, run, style
from support.policy import POLICY, Policy, generated

from policydiff.model import Block
from policydiff.read import read_bytes
from policydiff.read.docx import read_docx
from policydiff.read.options import ReadOptions
from policydiff.read.reading import Reading


def read(body: str, **parts: str) -> Reading:
    return read_docx(document(body, **parts), "a.docx", ReadOptions())


def texts(reading: Reading, kind: str) -> list[str]:
    return [block.span.of(reading.text) for block in reading.blocks if block.kind == kind]


def in_paragraph(inner: str, **parts: str) -> str:
    return read(f"<w:p>{inner}</w:p>", **parts).text


def field(instruction: str, result: str | None) -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
    code = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return begin + code + shown + end


def text_box(*paragraphs: str) -> str:
    inner = "".join(paragraphs)
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize("policy", [POLICY, generated(130)], ids=["small", "130 articles"])
def test_automatic_numbers_give_the_text_that_was_typed_in_full(policy: Policy) -> None:
    reading = read_docx(policy_document(policy), "a.docx", ReadOptions())
    assert reading.text.split("\n") == list(policy.lines())


def test_a_docx_is_told_by_its_content() -> None:
    source = read_bytes(policy_document(POLICY), "没有后缀的文件")
    assert source.media_type.endswith("wordprocessingml.document")
    assert source.locator(0) == "¶1"


def test_spans_are_those_of_the_blocks() -> None:
    reading = read(paragraph(text="总则") + paragraph() + paragraph(text="　　为了保护湿地，制定本条例。"))
    assert [block.span.of(reading.text) for block in reading.blocks] == ["总则", "为了保护湿地，制定本条例。"]
    assert [block.locator for block in reading.blocks] == ["¶1", "¶2"]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"<w:hyperlink r:id='x'>{run('管理办法')}</w:hyperlink>", "管理办法"),
        (f"<w:smartTag>{run('三')}<w:smartTag>{run('十日')}</w:smartTag></w:smartTag>", "三十日"),
        (
            f"<w:sdt><w:sdtPr><w:alias w:val='名'/></w:sdtPr><w:sdtContent>{run('申请人')}</w:sdtContent></w:sdt>",
            "申请人",
        ),
        (f"<w:customXml>{run('甲')}</w:customXml><w:bdo>{run('乙')}</w:bdo>", "甲乙"),
        ("<w:r><w:t>一档</w:t><w:tab/><w:t>二档</w:t></w:r>", "一档 二档"),
        ("<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t><w:cr/><w:t>第三行</w:t></w:r>", "第一行\n第二行\n第三行"),
        ("<w:r><w:t>GB</w:t><w:noBreakHyphen/><w:t>T 1</w:t><w:softHyphen/><w:t>5</w:t></w:r>", "GB-T 15"),
        ("<w:r><w:t>线\n上\t办理</w:t></w:r>", "线 上 办理"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>同意</w:t></w:r>', "☑同意"),
        ('<w:r><w:sym w:font="Wingdings" w:char="zz"/><w:t>同意</w:t></w:r>', "同意"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b3500</w:t></w:r>', "≥500"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>chóng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>重</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "重",
        ),
        (
            run("亩产") + "<m:oMath><m:f><m:num><m:t>1</m:t></m:num><m:den><m:t>3</m:t></m:den></m:f></m:oMath>",
            "亩产1/3",
        ),
        (run("见") + run("隐", "<w:vanish/>") + run("附件", '<w:vanish w:val="0"/>'), "见附件"),
        (run("正文") + '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>', "正文"),
        (run("前") + "<w:r><w:lastRenderedPageBreak/></w:r><!-- 注 -->" + run("后"), "前后"),
    ],
)
def test_inside_a_paragraph(inner: str, expected: str) -> None:
    assert in_paragraph(inner) == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (field(" REF _Ref1 ", "第三条") + run("的规定"), "第三条的规定"),
        (run("第") + field("PAGE", None) + run("页"), "第页"),
        (field(r"eq \o\ac(○,12)", None) + run("公示"), "⑫公示"),
        (field(r"EQ \f(1,3)", None), "1/3"),
        (field(r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(sī),司)", None) + run("法"), "司法"),
        (f'<w:fldSimple w:instr=" DATE ">{run("2024年")}</w:fldSimple>', "2024年"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("没有收尾的域"), "没有收尾的域"),
        ('<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>' + run("多余"), "多余"),
    ],
)
def test_of_fields_only_the_result_is_text(inner: str, expected: str) -> None:
    assert in_paragraph(inner) == expected


def test_a_field_nested_in_an_instruction_is_not_text() -> None:
    inner = field("PAGE", "7")
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    assert in_paragraph(begin + inner + middle + run("结果") + end) == "结果"


def test_a_table_of_contents_spans_paragraphs() -> None:
    begin, separate, last = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    first = f"{begin}<w:r><w:instrText>TOC \\o</w:instrText></w:r>{separate}"
    entry = f"{run('第一章 总则')}<w:r><w:tab/></w:r>{field('PAGEREF _Toc1', '2')}"
    link = f"<w:hyperlink w:anchor='_Toc1'>{entry}</w:hyperlink>"
    reading = read(f"<w:p>{first}{link}</w:p><w:p>{run('第二章 罚则')}</w:p><w:p>{last}</w:p>" + paragraph(text="正文"))
    assert reading.text == "第一章 总则 2\n第二章 罚则\n正文"
    assert all(block.links == 0 for block in reading.blocks)  # they lead to this very document


def test_boxes_to_tick() -> None:
    box = '<w:ffData><w:checkBox><w:default w:val="0"/>{}</w:checkBox></w:ffData>'
    end = '<w:instrText>FORMCHECKBOX</w:instrText><w:fldChar w:fldCharType="end"/></w:r>'
    open_, ticked = (
        f'<w:r><w:fldChar w:fldCharType="begin">{box.format(mark)}</w:fldChar>{end}' for mark in ("", "<w:checked/>")
    )
    assert in_paragraph(open_ + run("否 ") + ticked + run("是")) == "□否 ☑是"


def test_links_to_elsewhere_are_counted() -> None:
    reading = read(f"<w:p>{run('详见')}<w:hyperlink r:id='r9'>{run('原文链接')}</w:hyperlink></w:p>")
    assert reading.blocks[0].links == pytest.approx(4 / 6, abs=0.001)


def test_one_branch_of_alternatives() -> None:
    box = text_box(paragraph(text="咨询窗口"))
    picture = "<mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
    picture = f"<mc:AlternateContent>{picture}</mc:AlternateContent>"
    for choice, fallback in ((box, box), ("<w:drawing/>", box)):
        reading = read(f"<w:p>{run('正文')}<w:r>{picture.format(choice, fallback)}</w:r></w:p>")
        assert texts(reading, "text-box") == ["咨询窗口"]


def test_text_boxes_stand_behind_the_paragraph_that_anchors_them() -> None:
    inner = text_box(paragraph(text="内框"))
    outer = text_box(paragraph(text="外框"), f"<w:p><w:r>{inner}</w:r></w:p>")
    reading = read(f"<w:p>{run('前')}<w:r>{outer}</w:r>{run('半句')}</w:p>" + paragraph(text="后一段"))
    assert [(block.kind, block.span.of(reading.text)) for block in reading.blocks] == [
        ("p", "前半句"),
        ("text-box", "外框"),
        ("text-box", "内框"),
        ("p", "后一段"),
    ]


def test_hidden_by_style_and_shown_again() -> None:
    styles = style("Hidden", "<w:rPr><w:vanish/></w:rPr>", kind="character") + style(
        "Secret", "<w:rPr><w:vanish/></w:rPr>"
    )
    hidden = '<w:rStyle w:val="Hidden"/>'
    body = paragraph(run("一") + run("二", hidden)) + paragraph(text="三", style="Secret")
    body += paragraph(run("四", hidden), style="Secret")  # switched twice
    assert read(body, styles=styles).text == "一\n四"


def test_a_hidden_paragraph_mark_runs_on() -> None:
    hidden = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert read(paragraph(text="第一条 ", properties=hidden) + paragraph(text="本法所称")).text == "第一条 本法所称"


def test_content_controls_round_paragraphs() -> None:
    inner = paragraph(text="目录") + f"<w:sdt><w:sdtContent>{paragraph(text='第一章')}</w:sdtContent></w:sdt>"
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt><w:altChunk r:id='x'/>" + paragraph(text="尾")
    assert read(body).text == "目录\n第一章\n尾"


def note(kind: str, key: int, text: str, extra: str = "") -> str:
    return f'<w:{kind} w:id="{key}"{extra}>{paragraph(text=text)}</w:{kind}>'


def test_notes_stand_at_the_end_in_the_order_of_their_marks() -> None:
    notes = (
        note("footnote", 0, "线", ' w:type="separator"')
        + note("footnote", 3, "含本数。")
        + note("footnote", 2, "指企业。")
    )
    notes += note("footnote", 9, "无人提到。")
    ends = note("endnote", 1, "见附件。")
    marks = "<w:r><w:footnoteReference w:id='{}'/></w:r>"
    body = f"<w:p>{run('单位')}{marks.format(2)}{run('满500万元')}{marks.format(3)}{marks.format(3)}</w:p>"
    body += f"<w:p>{run('附则')}<w:r><w:endnoteReference w:id='1'/></w:r></w:p>"
    reading = read(body, footnotes=notes, endnotes=ends)
    assert reading.text.split("\n")[:2] == ["单位满500万元", "附则"]
    assert texts(reading, "footnote") == ["[1] 指企业。", "[2] 含本数。", "[1] 见附件。"]
    assert [block.locator for block in reading.blocks][2:] == ["footnote 1", "footnote 2", "endnote 1"]


def section(*references: str, extra: str = "") -> str:
    return f"<w:sectPr>{''.join(references)}{extra}</w:sectPr>"


def test_headers_and_footers_are_features_at_the_end_and_told_once() -> None:
    head = '<w:headerReference w:type="default" r:id="header1"/>'
    foot = '<w:footerReference w:type="default" r:id="footer1"/>'
    unused = '<w:headerReference w:type="first" r:id="header2"/>'
    body = (
        paragraph(text="正文一")
        + f"<w:p><w:pPr>{section(head, unused)}</w:pPr>{run('正文二')}</w:p>"
        + section(head, foot)
    )
    number = paragraph(run("— ") + field("PAGE", "3") + run(" —"))
    boxed = f"<w:p><w:r>{text_box(number)}</w:r></w:p>"
    reading = read(
        body,
        header1=paragraph(text="青岩市人民政府公报"),
        header2=paragraph(text="首页页眉"),
        footer1=paragraph(text="政策法规处") + boxed,
    )
    found = [(block.kind, block.span.of(reading.text)) for block in reading.blocks]
    assert found == [
        ("p", "正文一"),
        ("p", "正文二"),
        ("page-header", "青岩市人民政府公报"),
        ("page-footer", "政策法规处"),
        ("page-number", "— 3 —"),
    ]


def test_a_first_page_has_its_own_header_where_the_section_says_so() -> None:
    first = '<w:headerReference w:type="first" r:id="header1"/>'
    body = paragraph(text="正文") + section(first, extra="<w:titlePg/>")
    assert texts(read(body, header1=paragraph(text="首页")), "page-header") == ["首页"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("青岩市湿地保护办法", "青岩市湿地保护办法"),
        ("关于印发青岩市湿地保护办法的通知", "关于印发青岩市湿地保护办法的通知"),
        ("湿地保护", None),
        ("Microsoft Word - 文档1", None),
        ("另一件公文的标题", None),
        ("", None),
    ],
)
def test_a_stated_title_counts_only_where_the_document_bears_it(title: str, expected: str | None) -> None:
    body = (
        paragraph(text="关于印发")
        + paragraph(text="青岩市湿地保护办法")
        + paragraph(text="的通知")
        + paragraph(text="正文")
    )
    reading = read_docx(document(body, title=title), "a.docx", ReadOptions())
    assert reading.title == expected


def test_an_empty_document_has_no_text() -> None:
    assert read("") == Reading("", ())
    assert read(paragraph() * 3).blocks == ()


def test_blocks_are_in_order_and_parted_by_white_space() -> None:
    reading = read_docx(policy_document(generated(40)), "a.docx", ReadOptions())
    before: Block | None = None
    for block in reading.blocks:
        start = before.span.end if before else 0
        assert reading.text[start : block.span.start].strip() == ""
        before = block
