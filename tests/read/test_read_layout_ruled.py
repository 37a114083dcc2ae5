"""Tables with ruled lines: the cell a character stands in is the cell it belongs to."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence
from io import BytesIO

import pytest
from support.ofd_files import Written, parts_of, zipped
from support.pdf_files import FONT, canvas

from policydiff.read import ReadOptions, read_bytes
from policydiff.read.layout import Glyph, Sheet, lay_out
from policydiff.read.layout.glyphs import is_wide
from policydiff.read.layout.rules import Rule, grids
from policydiff.read.reading import Reading

_SIZE = 10.0
_STEP = 16.0  # from line to line in a cell


def line(text: str, x: float, y: float) -> list[Glyph]:
    glyphs = []
    for char in text:
        advance = _SIZE if is_wide(char) else _SIZE / 2
        glyphs.append(Glyph(char, x, y, advance, _SIZE))
        x += advance
    return glyphs


def across(y: float, left: float, right: float) -> Rule:
    return Rule(left, y - 0.3, right, y + 0.3)


def down(x: float, top: float, bottom: float) -> Rule:
    return Rule(x - 0.3, top, x + 0.3, bottom)


def boxes(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """All lines of a table without merged cells."""
    return [across(y, xs[0], xs[-1]) for y in ys] + [down(x, ys[0], ys[-1]) for x in xs]


def table(rows: Sequence[Sequence[str]], xs: Sequence[float], top: float) -> tuple[list[Glyph], list[Rule]]:
    """A table drawn with all its lines; the lines of a cell are parted by line ends."""
    glyphs: list[Glyph] = []
    ys = [top]
    for row in rows:
        for x, cell in zip(xs, row, strict=False):
            for at, words in enumerate(cell.split("\n")):
                glyphs += line(words, x + 3, ys[-1] + 13 + at * _STEP)
        ys.append(ys[-1] + 6 + _STEP * max(cell.count("\n") + 1 for cell in row))
    return glyphs, boxes(xs, ys)


def read(*pages: tuple[list[Glyph], list[Rule]]) -> Reading:
    return lay_out(
        Sheet(number, 400.0, 600.0, tuple(glyphs), tuple(rules)) for number, (glyphs, rules) in enumerate(pages, 1)
    )


def test_a_space_inside_a_cell_parts_no_cells() -> None:
    glyphs, rules = table(
        [["序号", "修订前", "修订后"], ["1", "第三条　每户补贴二万元", "第三条　每户补贴三万元"], ["2", "", "删除"]],
        [50, 80, 196, 312],
        100,
    )
    heading = line("修订对照表", 150, 60)
    reading = read((heading + glyphs, rules))
    assert reading.text.split("\n") == [
        "修订对照表",
        "序号\t修订前\t修订后",
        "1\t第三条　每户补贴二万元\t第三条　每户补贴三万元",
        "2\t删除",
    ]
    assert [block.kind for block in reading.blocks] == ["line", *["cell"] * 8]


def test_without_lines_the_same_page_is_told_by_its_gaps() -> None:
    glyphs, _ = table([["甲档", "二万元"], ["乙档", "三万元"], ["丙档", "四万元"]], [50, 130, 210], 100)
    assert read((glyphs, [])).text.split("\n") == ["甲档\t二万元", "乙档\t三万元", "丙档\t四万元"]


def test_wrapped_cells_are_joined_and_paragraphs_parted_by_a_space() -> None:
    glyphs, rules = table(
        [["事项", "标准"], ["加装电梯", "每台补助二十万元，\n最高不超过三十万\n元。\n已享受的不再补助。"]],
        [50, 110, 206],
        100,
    )
    assert read((glyphs, rules)).text.split("\n") == [
        "事项\t标准",
        "加装电梯\t每台补助二十万元，最高不超过三十万元。 已享受的不再补助。",
    ]


def test_merged_cells_are_written_once_in_their_first_row() -> None:
    rules = [
        *(across(y, 50, 290) for y in (100, 140, 180)),
        across(120, 110, 290),
        across(160, 110, 290),
        *(down(x, 100, 180) for x in (50, 110, 290)),
        down(200, 120, 180),
    ]
    glyphs = line("类别", 60, 124) + line("标准（万元）", 150, 114) + line("市级", 120, 134) + line("区级", 210, 134)
    glyphs += line("住宅", 60, 164) + line("10", 120, 154) + line("5", 210, 154) + line("12", 120, 174)
    assert read((glyphs, rules)).text.split("\n") == [
        "类别\t标准（万元）",
        "市级\t区级",
        "住宅\t10\t5",
        "12",
    ]


@pytest.mark.parametrize("missing", ["sides", "none"])
@pytest.mark.parametrize("drawn", ["whole", "pieces", "dots", "twice"])
def test_lines_are_lines_however_they_are_drawn(missing: str, drawn: str) -> None:
    glyphs, rules = table([["项目一　甲", "十万元　整"], ["项目二　乙", "二十万元"]], [50, 120, 190], 100)
    if missing == "sides":
        rules = [rule for rule in rules if rule.right - rule.left > 1 or 60 < rule.left < 180]
    if drawn == "pieces":
        rules = [piece for rule in rules for piece in _cut(rule, 20, 0.5)]
    elif drawn == "dots":
        rules = [piece for rule in rules for piece in _cut(rule, 0.6, 0.8)]
    elif drawn == "twice":
        rules += [Rule(rule.left + 1.5, rule.top + 1.5, rule.right + 1.5, rule.bottom + 1.5) for rule in rules]
    assert read((glyphs, rules)).text.split("\n") == ["项目一　甲\t十万元　整", "项目二　乙\t二十万元"]


def _cut(rule: Rule, length: float, free: float) -> list[Rule]:
    flat = rule.right - rule.left > rule.bottom - rule.top
    start, end = (rule.left, rule.right) if flat else (rule.top, rule.bottom)
    starts = itertools.takewhile(lambda at: at < end, itertools.count(start, length + free))
    return [
        Rule(at, rule.top, min(at + length, end), rule.bottom)
        if flat
        else Rule(rule.left, at, rule.right, min(at + length, end))
        for at in starts
    ]


def test_a_table_goes_on_over_a_page_with_its_head_repeated_and_a_row_cut() -> None:
    head = ["序号", "标准"]
    first = table([head, ["1", "每台补助十万元。"], ["2", "每台补助二十万元，"]], [50, 90, 186], 500)
    second = table([head, ["", "最高三十万元。"], ["3", "不予补助。"]], [60, 100, 196], 60)
    reading = read(first, second)
    assert [(block.kind, block.span.of(reading.text)) for block in reading.blocks if block.locator == "p. 2"] == [
        ("page-header", "序号 标准"),
        ("cell", "3"),
        ("cell", "不予补助。"),
    ]
    assert "2\t每台补助二十万元，最高三十万元。\n" in reading.text


def test_two_tables_of_one_form_are_two_where_text_stands_between_them() -> None:
    rows = [["序号", "标准"], ["1", "十万元"]]
    above = line("附件二", 50, 40)
    glyphs, rules = table(rows, [50, 90, 186], 60)
    assert read(table(rows, [50, 90, 186], 500), (above + glyphs, rules)).text.count("序号\t标准") == 2


def test_a_frame_around_a_text_is_no_table() -> None:
    lines = ["第一条　为了支持企业发展，", "制定本办法。", "第二条　补贴每户不超过三万", "元。"]
    glyphs = [glyph for at, words in enumerate(lines) for glyph in line(words, 60, 120 + 16 * at)]
    reading = read((glyphs, boxes([50, 200], [100, 200])))
    assert {block.kind for block in reading.blocks} == {"line"}
    assert reading.text.split("\n") == lines


def test_a_grid_that_holds_a_grid_is_a_frame() -> None:
    inner = boxes([100, 150, 200], [120, 140, 160])
    assert len(grids(boxes([50, 90, 300], [100, 300]) + inner, 10)) == 1
    assert grids(boxes([50, 90, 300], [100, 300]) + inner, 10)[0].xs[0] == pytest.approx(100)


def test_lines_that_touch_nothing_make_no_grid() -> None:
    assert grids([across(y, 50, 300) for y in range(100, 400, 20)], 10) == []
    assert grids([], 10) == []


@pytest.mark.parametrize(
    "rules",
    [
        boxes(list(range(0, 2000, 5)), list(range(0, 2000, 5))),
        boxes([0, 10], [0, 10]) * 50_000,
        [Rule(float(at), 0, at + 0.1, 500) for at in range(100_000)],
        [across(float("1e300"), -1e300, 1e300), down(0, -1e300, 1e300), across(0, 0, 1)],
    ],
    ids=["graph paper", "one box", "hatching", "far"],
)
def test_drawings_cost_little(rules: list[Rule]) -> None:
    start = time.perf_counter()
    grids(rules, 10)
    assert time.perf_counter() - start < 5


def pdf(form: str) -> bytes:
    """A table drawn with strokes, with filled boxes, or in one path, maybe on a page that is turned."""
    target = BytesIO()
    page = canvas(target)
    if form == "turned":
        page.rotate(90)
        page.translate(0, -595)
    xs, ys = [100, 130, 300, 470], [500, 470, 440]
    flat, steep = [(xs[0], y, xs[-1], y) for y in ys], [(x, ys[-1], x, ys[0]) for x in xs]
    if form == "boxes":
        for left, bottom, right, top in flat + steep:
            page.rect(left, bottom, right - left or 0.7, top - bottom or 0.7, stroke=0, fill=1)
    elif form == "path":
        path = page.beginPath()
        for left, bottom, right, top in flat + steep:
            path.moveTo(left, bottom)
            path.lineTo(right, top)
        page.drawPath(path)
    elif form == "form":
        page.beginForm("lines")
        page.grid(xs, ys)
        page.endForm()
        page.doForm("lines")
    else:
        page.grid(xs, ys)
    page.setFont(FONT, 12)
    for y, row in ((480, ("序号", "修订前", "修订后")), (450, ("1", "第三条　补贴二万元", "第三条　补贴三万元"))):
        for x, cell in zip(xs, row, strict=False):
            page.drawString(x + 4, y, cell)
    page.save()
    return target.getvalue()


@pytest.mark.parametrize("form", ["strokes", "boxes", "path", "form", "turned"])
def test_the_lines_of_a_pdf(form: str) -> None:
    expected = "序号\t修订前\t修订后\n1\t第三条　补贴二万元\t第三条　补贴三万元"
    assert read_bytes(pdf(form), "表.pdf").text == expected


def test_no_more_strokes_are_looked_at_than_allowed() -> None:
    text = read_bytes(pdf("strokes"), "表.pdf", options=ReadOptions(max_strokes=0)).text
    assert "\t第三条　补贴二万元\t" not in text


@pytest.mark.parametrize(
    "lines",
    [
        "M 0 0 L 60 0 M 0 10 L 60 10 M 0 20 L 60 20 M 0 0 L 0 20 M 20 0 L 20 20 M 60 0 L 60 20",
        "S 0 0 L 60 0 L 60 20 L 0 20 C M 0 10 L 60 10 M 20 0 L 20 20",
    ],
)
def test_the_lines_of_an_ofd(lines: str) -> None:
    page = [Written(words, x, y, 3.5) for words, x, y in (("标准", 41, 47), ("第三条　补贴三万元", 61, 47))]
    page += [Written(words, x, y, 3.5) for words, x, y in (("期限", 41, 57), ("第四条　三年", 61, 57))]
    path = f'<ofd:PathObject ID="9" Boundary="40 40 60 20"><ofd:AbbreviatedData>{lines}</ofd:AbbreviatedData>'
    path += "</ofd:PathObject>"
    parts = {name: part.replace("</ofd:Layer>", f"{path}</ofd:Layer>") for name, part in parts_of([page]).items()}
    assert read_bytes(zipped(parts), "表.ofd").text.split("\n")[:2] == [
        "标准\t第三条　补贴三万元",
        "期限\t第四条　三年",
    ]
    bad = path.replace(lines, "M 0 L nan 0 B 1 2 X")
    parts = {name: part.replace(path, bad) for name, part in parts.items()}
    assert "第四条" in read_bytes(zipped(parts), "表.ofd").text
