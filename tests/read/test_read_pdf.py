"""PDF: the text that comes out is the text that went in."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from io import BytesIO

import pytest
from support.pdf_files import A4, FONT, Look, Paragraph, blank_pdf, canvas, paragraphs_of, pdf_of
from support.policy import POLICY, Policy, generated

from policydiff.clean import clean
from policydiff.errors import InputError
from policydiff.model import Source
from policydiff.read import ReadOptions, read_bytes

LONG = Paragraph(
    "第十一条 企业采购AI for Science、GB/T 9704等服务的，按照《云泽市关于促进低空经济高质量发展的若干政策措施》"
    "（以下简称《政策措施》）给予支持，2025年起每年安排不超过1.5亿元，其中用于基础设施建设的比例不低于60%；"
    "对符合条件的企业，经“一事一议”审定，可以给予最高5000万元的综合支持，由市、区两级财政按照6:4的比例分担。"
)
SHORT = Paragraph("第十条 本规定所称企业，是指依法登记的企业。")
LOOKS = {
    "official": Look(header="云泽市人民政府公报"),
    "ragged": Look(justified=False),
    "small": Look(size=10.5, leading=18, margin=60),
    "little book": Look(paper=(420, 595), margin=50, row_size=0.6),
    "no indents": Look(size=14, leading=24, indent=0, gap=10),
    "columns": Look(size=12, leading=20, columns=2, margin=60, row_size=0.7, full_width_head=3),
    "broadsheet": Look(
        size=9, leading=15, columns=3, paper=(842, 1191), row_size=0.7, full_width_head=2, number="-{page}-"
    ),
    "counted": Look(number="第 {page} 页", header="某某文件汇编 第 3 期"),
}


def lines_of(paragraphs: list[Paragraph], look: Look) -> list[str]:
    return clean(read_bytes(pdf_of(paragraphs, look), "政策.pdf")).text.split("\n")


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
@pytest.mark.parametrize("policy", [POLICY, generated(16, 2)], ids=["short", "long"])
def test_every_line_comes_out_as_it_went_in(policy: Policy, look: Look) -> None:
    paragraphs = paragraphs_of(policy)
    paragraphs.insert(-2, LONG)
    if look.header and len(paragraphs) < 40:
        paragraphs = paragraphs[:1] + [LONG] * 5 + paragraphs[1:]  # enough for a running title to repeat
    assert lines_of(paragraphs, look) == [paragraph.text for paragraph in paragraphs]


def test_a_paragraph_over_a_page_is_one_line_and_traces_to_both() -> None:
    source = read_bytes(pdf_of([SHORT, *[LONG] * 6], Look(header="云泽市人民政府公报")), "政策.pdf")
    kinds = {block.kind for block in source.blocks}
    assert kinds == {"line", "page-header", "page-number"}
    assert {block.locator for block in source.blocks} == {"p. 1", "p. 2"}
    over = next(block for block in source.blocks if block.locator == "p. 2" and block.kind == "line")
    assert over.continues
    cleaned = clean(source)
    assert cleaned.text == "\n".join([SHORT.text, *[LONG.text] * 6])
    assert [step.rule for step in cleaned.steps] == ["page-furniture", "laid-out-lines"]


def test_each_line_is_a_block_and_only_the_rest_of_a_paragraph_goes_on() -> None:
    source = read_bytes(pdf_of([Paragraph("总则", "centred"), LONG, Paragraph("第十二条 略。")]), "政策.pdf")
    texts = [block.span.of(source.text) for block in source.blocks]
    assert texts == source.text.split("\n")
    assert [block.continues for block in source.blocks if block.kind == "line"] == [False, False, *[True] * 5, False]


def test_a_table_is_rows_of_cells() -> None:
    rows = [
        Paragraph(text, "row")
        for text in ("档次\t条件\t金额", "甲档\t投入五百万元\t20万元", "乙档\t投入一百万元\t5万元")
    ]
    source = read_bytes(pdf_of(rows), "政策.pdf")
    assert source.text.split("\n")[:3] == [row.text for row in rows]
    assert [block.kind for block in source.blocks[:9]] == ["cell"] * 9


def test_numbered_articles_below_each_other_are_no_table() -> None:
    drawn = drawing(
        [(f"第{number}条", 100, 700 - at * 30) for at, number in enumerate("一二三四")]
        + [("支持企业。", 160, 700 - at * 30) for at in range(4)]
    )
    assert drawn.text.split("\n")[0] == "第一条\u3000支持企业。"
    assert {block.kind for block in drawn.blocks} == {"line"}


def drawing(words: Sequence[tuple[str, float, float]], size: float = 12.0) -> Source:
    target = BytesIO()
    page = canvas(target)
    page.setFont(FONT, size)
    for text, x, y in words:
        page.drawString(x, y, text)
    page.save()
    return read_bytes(target.getvalue(), "图.pdf")


def test_reading_order_does_not_depend_on_drawing_order() -> None:
    words = [("第一条 总则。", 100, 700), ("第二条 分则。", 100, 680), ("第三条 附则。", 100, 660)]
    assert drawing(words[::-1]).text == drawing(words).text == "第一条 总则。\n第二条 分则。\n第三条 附则。"


def test_a_character_drawn_twice_to_look_bold_is_one() -> None:
    assert drawing([("第一章 总则", 100, 700), ("第一章 总则", 100.5, 700)]).text == "第一章 总则"
    assert drawing([("一一得一，人人有责", 100, 700)]).text == "一一得一，人人有责"


def test_a_superscript_stands_in_its_line() -> None:
    target = BytesIO()
    page = canvas(target)
    page.setFont(FONT, 16)
    page.drawString(100, 700, "建筑面积100m")
    page.drawString(100 + 16 * 4 + 45, 700, "以上的企业")
    page.setFont(FONT, 8)
    page.drawString(100 + 16 * 4 + 38, 706, "2")
    page.save()
    assert read_bytes(target.getvalue(), "图.pdf").text == "建筑面积100m2以上的企业"


def test_a_watermark_and_text_along_an_edge_are_set_aside() -> None:
    target = BytesIO()
    page = canvas(target)
    page.setFont(FONT, 16)
    page.drawString(100, 700, "第一条 支持企业发展。")
    for angle, text in ((45, "内部资料"), (90, "装订线")):
        page.saveState()
        page.translate(300, 300)
        page.rotate(angle)
        page.drawString(0, 0, text)
        page.restoreState()
    page.save()
    source = read_bytes(target.getvalue(), "图.pdf")
    assert [(block.kind, block.span.of(source.text)) for block in source.blocks] == [
        ("line", "第一条 支持企业发展。"),
        ("text-box", "装订线"),
        ("page-header", "内部资料"),
    ]
    assert clean(source).text == "第一条 支持企业发展。\n装订线"


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_turned_page_is_read_upright(angle: int) -> None:
    target = BytesIO()
    page = canvas(target, (600, 600))
    page.translate(300, 300)
    page.rotate(angle)
    page.setFont(FONT, 16)
    page.drawString(-200, 100, "第一条 支持企业发展。")
    page.drawString(-200, 70, "第二条 施行日期。")
    page.save()
    assert read_bytes(target.getvalue(), "图.pdf").text == "第一条 支持企业发展。\n第二条 施行日期。"


def test_vertical_text_is_read_from_right_to_left() -> None:
    columns = ("第一条支持企业", "第二条附则施行")
    words = [
        (char, 400.0 - 30 * x, 700.0 - 16 * y) for x, column in enumerate(columns) for y, char in enumerate(column)
    ]
    assert drawing(words, 14).text == "\n".join(columns)


def test_notes_at_the_foot_do_not_break_a_paragraph() -> None:
    target = BytesIO()
    page = canvas(target)
    for number, lines in enumerate(
        (
            ("本市支持企业建设平台并按照规定给予补助和奖励以及", "其他各项扶持，具体标准由主管部门会同财政部门制定"),
            ("并且公布。", "另一段。"),
        )
    ):
        page.setFont(FONT, 16)
        for at, line in enumerate(lines):
            page.drawString(100, 760 - 30 * at, line)
        if not number:
            page.setFont(FONT, 9)
            page.drawString(100, 80, "① 平台是指公共服务平台。")
        page.showPage()
    page.save()
    source = read_bytes(target.getvalue(), "图.pdf")
    assert source.blocks[-1].kind == "footnote"
    assert source.text.endswith("另一段。\n① 平台是指公共服务平台。")


def test_pages_without_text_are_passed_over() -> None:
    target = BytesIO()
    page = canvas(target)
    page.showPage()
    page.setFont(FONT, 12)
    page.drawString(100, 700, "第一条 总则。")
    page.save()
    source = read_bytes(target.getvalue(), "图.pdf")
    assert (source.text, source.locator(0)) == ("第一条 总则。", "p. 2")


def test_the_files_own_title_counts_where_the_text_has_it() -> None:
    target = BytesIO()
    page = canvas(target)
    page.setTitle("某市办法")
    page.setFont(FONT, 12)
    page.drawString(100, 700, "某市办法")
    page.save()
    assert read_bytes(target.getvalue(), "图.pdf").title == "某市办法"
    assert read_bytes(target.getvalue().replace(b"(", b"(Word - ", 1), "图.pdf").text == "某市办法"


def test_what_stands_off_the_paper_is_not_seen() -> None:
    assert (
        drawing([("第一条 总则。", 100, 700), ("隐藏文字", A4[0] + 50, 700), ("隐藏文字", 100, -60)]).text
        == "第一条 总则。"
    )


def encrypted() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]  # noqa: PLC0415

    target = BytesIO()
    page = canvas(target, lock=StandardEncryption("secret", strength=128))
    page.drawString(100, 700, "x")
    page.save()
    return target.getvalue()


def test_bad_files_get_one_sentence() -> None:
    whole = pdf_of([LONG])
    for data, words in (
        (blank_pdf(2), "OCR"),
        (encrypted(), "is encrypted"),
        (whole[:400], "is damaged"),
        (b"%PDF-1.7\n" + b"\x00" * 5000, "is damaged"),
        (b"%PDF-1.4\n%%EOF", "is damaged"),
    ):
        with pytest.raises(InputError, match=words) as caught:
            read_bytes(data, "坏.pdf")
        assert str(caught.value).startswith("坏.pdf ")
        assert "\n" not in str(caught.value)


def test_limits_are_kept() -> None:
    data = pdf_of([LONG] * 10)
    with pytest.raises(InputError, match="has 3 pages, more than 2"):
        read_bytes(data, "长.pdf", options=ReadOptions(max_pages=2))
    with pytest.raises(InputError, match="more than 1500 characters"):
        read_bytes(data, "长.pdf", options=ReadOptions(max_glyphs=1500))


def handmade(objects: list[str]) -> bytes:
    """A PDF without a cross-reference table: readers mend that."""
    body = "".join(f"{at} 0 obj\n{text}\nendobj\n" for at, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<</Root 1 0 R/Size {len(objects) + 1}>>\n%%EOF".encode("latin-1")


RESOURCES = "<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>"
STREAM = "<</Length {length}>>\nstream\n{text}\nendstream"


@pytest.mark.parametrize(
    "content",
    [
        "BT /F 12 Tf 1e30 1e30 Td (far) Tj ET",
        "BT /F 1e20 Tf 10 10 Td (large) Tj ET",
        "BT /F 0 Tf 10 10 Td (none) Tj ET",
        "BT /F -12 Tf 10 10 Td (mirror) Tj ET",
        "BT /F 12 Tf 0 0 0 0 10 10 Tm (flat) Tj ET",
        "q " * 5000 + "BT /F 12 Tf 10 10 Td (deep) Tj ET",
        "BT /F 12 Tf " + "[(a) -1e9] TJ " * 500 + "ET",
        "BT /F 12 Tf 10 10 Td " + "(a) Tj 0 0.001 Td " * 3000 + "ET",
        "/X Do",
    ],
)
@pytest.mark.parametrize("box", ["0 0 595 842", "0 0 0 0", "0 0 1e12 1e12", "-5 -5 -900 -900"])
def test_strange_pages_end_in_text_or_one_sentence(content: str, box: str) -> None:
    data = handmade(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R/Resources{RESOURCES}>>",
            STREAM.format(length=len(content), text=content),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources{RESOURCES}/Length 5>>\nstream\n/X Do\nendstream",
        ]
    )
    try:
        assert read_bytes(data, "怪.pdf").text
    except InputError as error:
        assert str(error).startswith("怪.pdf ")  # noqa: PT017 - either end is right


@pytest.mark.parametrize("count", [1, 3, 100_000, 2_000_000_000, -1])
def test_page_trees_in_circles_end(count: int) -> None:
    data = handmade(["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[2 0 R 2 0 R]/Count {count}>>"])
    with pytest.raises(InputError, match=r"^环\.pdf "):
        read_bytes(data, "环.pdf")


def packed(drawing: bytes, times: int, filters: str = "/FlateDecode") -> bytes:
    """A PDF whose one page repeats some instructions."""
    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(drawing * 20_000) for _ in range(times)) + packer.flush()
    head = handmade(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE])
    body = f"4 0 obj\n<</Filter{filters}/Length {len(stream)}>>\nstream\n".encode() + stream + b"\nendstream\nendobj\n"
    return head.replace(b"trailer", body + b"trailer")


PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed(b"BT (AAAAAAAAAA) Tj ET\n", 5), "more text than any document"),
        (packed(b"BT [(AAAAAAAAAA) -50 (B)] TJ ET\n", 5), "more text than any document"),
        (packed(b"BT <00410041004100410041> Tj ET\n", 5), "more text than any document"),
        (packed(b"q 1 1 m 2 2 l S Q\n", 80), "draws pages of more than 20 MB"),
        (packed(b" " * 16, 80), "draws pages of more than 20 MB"),
        (packed(b" ", 1, "[/FlateDecode/FlateDecode]"), "more than once"),
    ],
)
def test_a_small_file_that_draws_without_end_is_not_drawn(data: bytes, words: str) -> None:
    assert len(data) < 200_000
    with pytest.raises(InputError, match=words):
        read_bytes(data, "弹.pdf")
