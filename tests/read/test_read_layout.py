"""Glyphs to text: spaces, columns, furniture, tables, paragraphs."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.read.layout import Glyph, Sheet, lay_out
from policydiff.read.layout.glyphs import is_wide, upright
from policydiff.read.layout.lines import bands_of, words
from policydiff.read.layout.paragraphs import continuations
from policydiff.read.reading import Reading


def line(text: str, x: float, y: float, size: float = 10.0, spread: float = 0.0) -> list[Glyph]:
    glyphs = []
    for char in text:
        advance = size if is_wide(char) else size / 2
        glyphs.append(Glyph(char, x, y, advance, size))
        x += advance + spread
    return glyphs


def read(*pages: list[Glyph], width: float = 400.0, height: float = 600.0) -> Reading:
    return lay_out(Sheet(number, width, height, tuple(page)) for number, page in enumerate(pages, 1))


def kinds(reading: Reading) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(reading.text)) for block in reading.blocks]


BODY = "支持企业建设公共服务平台并给予补助和奖励支持企业建设"  # 26 characters: a full line of 260


def body(page: int, lines: int = 8) -> list[Glyph]:
    """A page of lines, no two pages alike."""
    return [glyph for at in range(lines) for glyph in line(BODY[page + at :] + BODY[: page + at], 50, 100 + 20 * at)]


@pytest.mark.parametrize(
    ("gap", "space"), [(0.0, ""), (1.0, ""), (2.5, " "), (10.0, "\u3000")], ids=["none", "kerning", "thin", "wide"]
)
def test_a_gap_between_characters_is_the_space_it_looks_like(gap: float, space: str) -> None:
    glyphs = line("第一条", 0, 0) + line("支持企业发展", 30 + gap, 0)
    assert words(glyphs) == f"第一条{space}支持企业发展"


def test_justified_lines_have_no_spaces() -> None:
    assert words(line("支持企业发展AI产业", 0, 0, spread=6)) == "支持企业发展AI产业"
    assert words(line("AI for Science", 0, 0)) == "AI for Science"
    assert words(line("AI", 0, 0) + line("for", 13, 0)) == "AI for"


def test_a_running_title_must_stand_off_or_be_small() -> None:
    close = [line("档次与金额", 50, 80) + body(page) for page in range(4)]
    assert {kind for kind, _ in kinds(read(*close))} == {"line"}
    off = [line("某市公报", 50, 40) + body(page) for page in range(4)]
    assert kinds(read(*off))[0] == ("page-header", "某市公报")
    small = [line("某市公报", 50, 85, size=7) + body(page) for page in range(4)]
    assert kinds(read(*small))[0] == ("page-header", "某市公报")


def test_annexes_that_start_pages_are_no_running_titles() -> None:
    pages = [line(f"附件{page + 1}", 50, 40) + body(page) for page in range(4)]
    assert {kind for kind, _ in kinds(read(*pages))} == {"line"}


@pytest.mark.parametrize(
    "form", ["{}", "- {} -", "—{}—", "— {}", "{} —", "第{}页", "第 {} 页 共 4 页", "{} / 4", "Page {} of 4", "P.{}"]
)
def test_page_numbers_in_all_their_forms(form: str) -> None:
    pages = [body(page) + line(form.format(page + 1), 180, 560) for page in range(4)]
    assert [text for kind, text in kinds(read(*pages)) if kind == "page-number"] == [
        form.format(page + 1) for page in range(4)
    ]


def test_bare_figures_that_do_not_count_pages_are_text() -> None:
    pages = [body(page) + line(str(number), 180, 560) for page, number in enumerate((30, 7, 112))]
    assert "page-number" not in {kind for kind, _ in kinds(read(*pages))}


def test_a_title_above_two_columns_and_a_note_below() -> None:
    left = [glyph for at in range(6) for glyph in line("左栏支持企业建设平台补助", 40, 100 + 20 * at)]
    right = [glyph for at in range(6) for glyph in line("右栏支持企业建设平台补助", 180, 110 + 20 * at)]
    page = (
        right
        + left
        + line("关于支持企业发展的若干措施", 110, 60, 12)
        + line("本期共两栏，欢迎各位读者来信提出意见。", 60, 260)
    )
    order = [text[:2] for text in read(page).text.split("\n")]
    assert order == ["关于", *["左栏"] * 6, *["右栏"] * 6, "本期"]


def test_a_paragraph_goes_on_over_a_column() -> None:
    left = [glyph for at in range(6) for glyph in line("支持企业建设平台补助资金", 40, 100 + 20 * at)]
    right = [glyph for at in range(5) for glyph in line("支持企业建设平台补助资金", 180, 100 + 20 * at)]
    reading = read(left + right + line("完。", 180, 200))
    assert [block.continues for block in reading.blocks] == [False, *[True] * 11]


def test_first_lines_set_in_start_paragraphs() -> None:
    page: list[Glyph] = []
    for at, (text, indent) in enumerate([(BODY[:24], 20), (BODY, 0), ("补助。", 0)] * 3):
        page += line(text, 50 + indent, 100 + 20 * at)
    assert [block.continues for block in read(page).blocks] == [False, True, True] * 3


def test_hanging_lines_belong_to_their_number() -> None:
    page: list[Glyph] = []
    for at, (text, indent) in enumerate([("1．" + BODY[:24], 0), (BODY[:24], 15), ("补助。", 15)] * 3):
        page += line(text, 50 + indent, 100 + 20 * at)
    assert [block.continues for block in read(page).blocks] == [False, True, True] * 3


def test_a_title_over_two_lines_is_one_and_what_stands_in_brackets_below_is_not() -> None:
    page = (
        line("关于印发支持企业发展的若干", 60, 60, 18)
        + line("措施的通知", 135, 90, 18)
        + line("（试行）", 144, 120, 18)
    )
    reading = read(page + [glyph for at in range(3) for glyph in body(at, 1)] + body(4))
    assert [block.continues for block in reading.blocks][:3] == [False, True, False]


def test_cells_are_cut_where_all_rows_are_and_wrapped_ones_are_whole() -> None:
    page = line("档次", 50, 100) + line("条件", 120, 100) + line("金额", 220, 100)
    page += line("甲档", 50, 120) + line("投入五百万元以", 120, 120) + line("20万元", 220, 120) + line("上", 120, 140)
    page += line("乙档", 50, 160) + line("投入一百万元以", 120, 160) + line("5万元", 220, 160) + line("上", 120, 180)
    assert read(page).text == "档次\t条件\t金额\n甲档\t投入五百万元以上\t20万元\n乙档\t投入一百万元以上\t5万元"


def test_a_signature_below_a_table_is_no_cell() -> None:
    page: list[Glyph] = []
    for at, (name, sum_) in enumerate((("甲档", "20万元"), ("乙档", "10万元"), ("丙档", "5万元"))):
        page += line(name, 50, 100 + 20 * at) + line(sum_, 220, 100 + 20 * at)
    page += line("某市人民政府", 220, 160) + line("2024年5月1日", 220, 180)
    assert read(page).text.split("\n")[2:] == ["丙档\t5万元", "某市人民政府", "2024年5月1日"]


def test_nothing_is_no_line() -> None:
    assert continuations([]) == []
    assert lay_out([]).blocks == ()
    assert read([]).text == ""


GLYPHS = st.lists(
    st.builds(
        Glyph,
        st.sampled_from("一第条（。，A1 \u3000"),
        st.floats(-50, 450) | st.sampled_from([0.0, 10.0, 20.0]),
        st.floats(-50, 650) | st.sampled_from([100.0, 120.0]),
        st.floats(-5, 20),
        st.floats(0.1, 40) | st.just(10.0),
        st.sampled_from([0.0, 0.0, 0.0, 90.0, 180.0, 45.0, -90.0]),
    ),
    max_size=60,
)


@given(st.lists(GLYPHS, max_size=4))
@settings(derandomize=True, deadline=None, max_examples=150)
def test_nothing_is_lost_and_blocks_are_in_order(pages: list[list[Glyph]]) -> None:
    reading = read(*pages)
    kept = [upright(Sheet(1, 400, 600, tuple(page))) for page in pages]
    expected = "".join(glyph.char for page in kept for glyph in page.glyphs if not glyph.char.isspace()) + "".join(
        "".join(text.split()) for page in kept for text in page.slanted + page.sideways
    )
    assert sorted("".join(reading.text.split())) == sorted(expected)
    ends = [0]
    for block in reading.blocks:
        assert block.span.start >= ends[-1]
        assert block.span.of(reading.text).strip() == block.span.of(reading.text) != ""
        ends.append(block.span.end)


@pytest.mark.parametrize(
    "page",
    [
        [Glyph("一", 100.0, 100.0, 10.0, 10.0)] * 20_000,
        [Glyph("一", 100.0, at / 100, 10.0, 10.0) for at in range(20_000)],
        [Glyph("一", at * 10.0, 100.0, 10.0, 10.0) for at in range(20_000)],
        [Glyph("一", at * 30.0 % 3000, at * 1.0, 10.0, 10.0) for at in range(20_000)],
        [Glyph("一", at * 1e5, at * 1e5, 1.0, 1.0) for at in range(20_000)],
        [Glyph("一", at % 7 * 60.0, at // 7 * 20.0, 10.0, 5.0 + at % 3 * 4) for at in range(20_000)],
    ],
    ids=["one place", "one column", "one line", "sieve", "diagonal", "grid"],
)
def test_strange_pages_take_no_longer_than_plain_ones(page: list[Glyph]) -> None:
    begun = time.process_time()
    assert read(page).text
    assert time.process_time() - begun < 8


def test_bands_hold_every_glyph() -> None:
    glyphs = line("第一条", 0, 0) + line("附则", 100, 0) + line("第二条", 0, 20)
    assert [len(band.segments) for band in bands_of(glyphs)] == [2, 1]


def test_a_page_number_in_pieces_is_furniture_as_a_whole() -> None:
    pages = [
        body(page) + line("—", 190, 550) + line(str(page + 1), 192, 562) + line("—", 190, 574) for page in range(3)
    ]
    assert [text for kind, text in kinds(read(*pages)) if kind == "page-number"] == [
        "—",
        "1",
        "—",
        "—",
        "2",
        "—",
        "—",
        "3",
        "—",
    ]
    lost = [body(page) + line("—", 190, 560) for page in range(3)]
    assert [text for kind, text in kinds(read(*lost)) if kind != "line"] == ["—"] * 3


def test_a_lone_sentence_that_ends_before_the_margin_is_a_paragraph() -> None:
    page = line("补贴对象为本县农户。", 50, 100) + line("二、每户不超过三台，合计不超过十万元。", 50, 120)
    assert [block.continues for block in read(page + line("云泽县农业局", 50, 140)).blocks] == [False] * 3


def test_marks_that_hang_behind_the_margin_do_not_make_full_lines_short() -> None:
    page: list[Glyph] = []
    for at in range(4):
        page += line(BODY[:24], 70, 100 + 60 * at)
        page += line(BODY[:22] + "AI、互" + "，", 50, 120 + 60 * at)
        page += line("生物医药B" + BODY[:19], 50, 140 + 60 * at)
    full = [block.continues for block in read(page).blocks]
    assert full == [False, True, True] * 4


def test_lines_cut_by_the_count_of_their_characters_go_on_at_the_margin() -> None:
    page: list[Glyph] = []
    for at in range(3):
        page += line("第三条" + "自2025年7月1日至2026年12月31日的", 70, 100 + 60 * at)
        page += line(BODY, 50, 120 + 60 * at)
        page += line("补助。", 50, 140 + 60 * at)
    assert [block.continues for block in read(page).blocks] == [False, True, True] * 3


def test_a_title_in_the_size_of_the_text_goes_on_while_a_bracket_is_open() -> None:
    page = line("云泽市人民政府关于印发《云泽市支持企业创新发展若", 70, 60) + line("干措施》的通知", 150, 80)
    reading = read(page + [glyph._replace(y=glyph.y + 20) for glyph in body(0)])
    assert [block.continues for block in reading.blocks[:2]] == [False, True]
