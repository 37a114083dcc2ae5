"""Texts made from known trees, scheme by scheme: what was put in must come out, every boundary of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.reading import segmented

from policydiff.model import Document, Unit
from policydiff.numerals import to_han

BODIES = (
    "沙滩由所在地镇政府养护。",
    "对符合条件的企业，给予最高50万元补助；同一项目不重复补助。",
    "依照《海州市海洋条例》第十条的规定，本办法第二条所列行为由市海洋局处理。",
    "补助标准见附件1，申报表见附表。",
    "采砂的，处一万元以下罚款（第三条另有规定的除外）。",
    "第二年起每年1.5万元，累计不超过（含）5万元。",
)
Tree = tuple[tuple[str, tuple["Tree", ...]], ...]


@dataclass(frozen=True)
class Scheme:
    """How a family writes its numbers, outermost first; `runs` are those that never begin anew."""

    name: str
    marks: tuple[str, ...]
    runs: tuple[bool, ...]
    headed: int  # so many outer levels are bare headings


SCHEMES = (
    Scheme("articles", ("第{h}条 ",), (True,), 0),
    Scheme("articles without a space", ("第{h}条",), (True,), 0),
    Scheme("articles with spaces inside", ("第 {h} 条　",), (True,), 0),
    Scheme("Arabic articles", ("第{n}条 ",), (True,), 0),
    Scheme("full-width articles", ("第{w}条 ",), (True,), 0),
    Scheme("topics", ("第{h}条 【养护】",), (True,), 0),
    Scheme("chapters", ("第{h}章 ", "第{h}条 "), (False, True), 1),
    Scheme("chapters without a space", ("第{h}章", "第{h}条　"), (False, True), 1),
    Scheme("sections", ("第{h}章 ", "第{h}节 ", "第{h}条 "), (False, False, True), 2),
    Scheme("parts and chapters", ("第{h}编 ", "第{h}章 ", "第{h}条 "), (False, False, True), 2),
    Scheme("parts alone", ("第{h}编 ", "第{h}条 "), (False, True), 1),
    Scheme("parts to sections", ("第{h}编 ", "第{h}章 ", "第{h}节 ", "第{h}条 "), (False, False, False, True), 3),
    Scheme("一、 over articles", ("{h}、", "第{h}条 "), (False, True), 1),
    Scheme("articles with items", ("第{h}条 ", "（{h}）", "{n}."), (True, False, False), 0),
    Scheme("plain 一、", ("{h}、",), (False,), 0),
    Scheme("一、 （一）", ("{h}、", "（{h}）"), (False, False), 1),
    Scheme("一、 （一） that counts on", ("{h}、", "（{h}）"), (False, True), 1),
    Scheme("一、 (一) 1. (1)", ("{h}、", "({h})", "{n}.", "({n})"), (False,) * 4, 1),
    Scheme("一、 （一） 1、 （1） ①", ("{h}、", "（{h}）", "{n}、", "（{n}）", "{c}"), (False,) * 5, 1),
    Scheme("一、 １． 1）", ("{h}、", "{w}．", "{n}）"), (False,) * 3, 1),
    Scheme("1、 over （一）", ("{n}、", "（{h}）"), (False, False), 1),
    Scheme("chapters over 一、", ("第{h}章 ", "{h}、"), (False, False), 1),
    Scheme("divisions over 一、 （一）", ("第{h}部分 ", "{h}、", "（{h}）"), (False, False, False), 2),
)
SHAPES = ((2,), (3, 2), (2, 3, 2), (3, 2, 2, 2), (12, 1), (2, 2, 2, 2, 2))


def written(mark: str, number: int) -> str:
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    return mark.format(h=to_han(number), n=number, w=wide, c=chr(0x2460 + number - 1))


def made(scheme: Scheme, widths: tuple[int, ...]) -> tuple[str, list[tuple[int, str, int]]]:
    """A text of a scheme, and for each number its depth, its label and where its unit starts."""
    rows, known = ["海州市沙滩养护办法"], []
    running = [count(1) for _ in scheme.marks]
    bodies = count()

    def put(depth: int) -> Iterator[str]:
        for number in range(1, widths[depth % len(widths)] + 1):
            if scheme.runs[depth]:
                number = next(running[depth])  # noqa: PLW2901 — this level counts through the whole text
            label = written(scheme.marks[depth], number)
            known.append((depth, label.split("【")[0].strip(), sum(len(row) + 1 for row in rows)))
            rows.append(label + ("养护职责" if depth < scheme.headed else BODIES[next(bodies) % len(BODIES)]))
            yield label
            if depth + 1 < len(scheme.marks):
                yield from put(depth + 1)

    list(put(0))
    return "\n".join(rows) + "\n", known


def found(document: Document) -> list[tuple[int, str, int]]:
    def under(units: tuple[Unit, ...], depth: int) -> Iterator[tuple[int, str, int]]:
        for unit in units:
            if unit.label:
                yield depth, unit.label, unit.span.start
            yield from under(unit.children, depth + bool(unit.label))

    return list(under(document.units, 0))


@pytest.mark.parametrize(
    ("scheme", "widths"), list(product(SCHEMES, SHAPES)), ids=lambda value: getattr(value, "name", None)
)
def test_every_number_of_a_family_is_found_where_it_stands(scheme: Scheme, widths: tuple[int, ...]) -> None:
    text, known = made(scheme, widths)
    read = segmented(text)
    assert found(read) == known
    assert read.oddities == ()
    assert "".join(read.text_of(unit) for unit in read.walk() if not unit.children) == text


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_signature_and_annexes_behind_a_family_leave_it_alone(scheme: Scheme) -> None:
    text, known = made(scheme, (3, 2))
    behind = "海州市人民政府\n2025年6月1日\n附件1\n沙滩名录\n1.月亮湾。\n2.星星湾。\n附表2 补助标准\n一级沙滩 5万元\n"
    read = segmented(text + behind)
    inside = [row for row in found(read) if row[2] < len(text)]
    assert inside == known
    assert [unit.label for unit in read.units if unit.kind == "annex"] == ["附件1", "附表2"]
    assert all(unit.span.end <= len(text) for unit in read.articles())


PIECES = st.sampled_from(
    [
        *"第一条二章节（）()1.、①。；：“”《》\n 　附件表",
        "\n第一条 ",
        "\n一、",
        "\n（一）",
        "\n附件1\n",
        "一是甲，二是乙，",
        "（1）甲（2）乙",
        "修改为：“\n",
        "2025年7月1日",
        "海州市沙滩养护办法\n",
        "有效期三年",
    ]
)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_comes_out_whole_in_order_and_disjoint(text: str) -> None:
    read = segmented(text)
    leaves = [unit for unit in read.walk() if not unit.children]
    assert "".join(read.text_of(unit) for unit in leaves) == text
    assert all(unit.span.start < unit.span.end for unit in leaves)
    assert {oddity.unit_id for oddity in read.oddities} <= {unit.id for unit in read.walk()}
