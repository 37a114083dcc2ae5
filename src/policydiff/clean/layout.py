"""What pages add to a text: running titles and page numbers, and a line end where the line was full.

The readers say which blocks are furniture and which lines go on; in a text without such blocks there is nothing to do.
"""

from __future__ import annotations

import re

from policydiff.clean.folios import BETWEEN_DASHES, NUMERAL
from policydiff.clean.page import Line, Page, cut
from policydiff.clean.rule import Rule
from policydiff.model import Block, Edit, Span
from policydiff.patterns import lazy

__all__ = ["LAID_OUT_LINES", "PAGE_FURNITURE", "PAGE_NUMBERS"]

_FURNITURE = frozenset(("page-header", "page-footer", "page-number"))
_BESIDE = frozenset(("footnote", "text-box", "cell"))  # a line cannot go on with what stands beside the text
_BETWEEN_DASHES = lazy(BETWEEN_DASHES)
_OF_ALL = lazy(
    rf"第\s?{NUMERAL}\s?[页頁]\s?[,/]?\s?\(?共\s?{NUMERAL}\s?[页頁]\)?|page\s?\d{{1,4}}\s?of\s?\d{{1,4}}",
    re.IGNORECASE,
)
_ALONE = lazy(rf"第\s?{NUMERAL}\s?[页頁]")


def _find_furniture(page: Page) -> tuple[Edit, ...]:
    if not any(block.kind in _FURNITURE for block in page.blocks):
        return ()
    return cut(page, [index for index, line in enumerate(page.lines) if _is_furniture(page.blocks_of(line))])


def _is_furniture(blocks: tuple[Block, ...]) -> bool:
    return bool(blocks) and all(block.kind in _FURNITURE for block in blocks)


def _find_laid_out(page: Page) -> tuple[Edit, ...]:
    if not any(block.continues for block in page.blocks):
        return ()
    edits = []
    above: tuple[Block, ...] = ()
    for index, line in enumerate(page.lines):
        blocks = page.blocks_of(line)
        if index and _goes_on(page, line, above, blocks):
            edits.append(_joined(page.text, page.lines[index - 1].end, line.start))
        above = blocks
    return tuple(edits)


def _goes_on(page: Page, line: Line, above: tuple[Block, ...], blocks: tuple[Block, ...]) -> bool:
    """Whether a line starts with a block that goes on with the line above it."""
    if not above or not blocks or above[-1].kind in _BESIDE:
        return False
    first = blocks[0]
    return first.continues and not page.text[line.start : first.span.start].strip() and first.span.start <= line.start


def _joined(text: str, end: int, start: int) -> Edit:
    """Nothing between Chinese characters, nor inside a figure; a space between two words of letters."""
    left, right = text[end - 1], text[start]
    words = left.isascii() and right.isascii() and (left.isalnum() or left in ",.;:)") and right.isalnum()
    return Edit(Span(end, start), " " if words and not (left.isdecimal() and right.isdecimal()) else "")


def _find_numbers(page: Page) -> tuple[Edit, ...]:
    """Lines between other lines; a bare 第3页 may be the answer in a form, and needs a second one."""
    keys = [line.key for line in page.lines]
    alone = [index for index, key in enumerate(keys) if _ALONE.fullmatch(key)]
    sure = [index for index, key in enumerate(keys) if _BETWEEN_DASHES.fullmatch(key) or _OF_ALL.fullmatch(key)]
    drop = sure + (alone if len(alone) > 1 else [])
    return cut(page, drop) if len(drop) < len(keys) else ()


PAGE_FURNITURE = Rule(
    name="page-furniture",
    reason="running titles, page numbers and watermarks belong to the paper, not to the text",
    label_zh="页眉页脚",
    find=_find_furniture,
    examples=(),  # it looks at what kind of block a line is, not at its words
    negatives=("某市人民政府公报\n第一条 为了促进产业发展，制定本办法。\n3",),
)
LAID_OUT_LINES = Rule(
    name="laid-out-lines",
    reason="a line that was full is carried on by the next one, over columns and pages too: a paragraph is one line",
    label_zh="版面换行",
    find=_find_laid_out,
    examples=(),  # as above: the reader has seen where the lines stood
    negatives=("第一条 为了促进产业发展，\n制定本办法。",),
)
PAGE_NUMBERS = Rule(
    name="page-numbers",
    reason="a page number between the lines of a copied text belongs to the paper it was printed on",
    label_zh="页码",
    find=_find_numbers,
    examples=(
        ("对符合条件的企业\n— 12 —\n给予奖励。", "对符合条件的企业\n给予奖励。"),
        ("第一条 总则。\n- 3 -\n第二条 附则。", "第一条 总则。\n第二条 附则。"),
        ("第一条 总则。\n第 3 页 共 12 页\n第二条 附则。", "第一条 总则。\n第二条 附则。"),
        ("甲。\n第一页\n乙。\n第二页\n丙。", "甲。\n乙。\n丙。"),
    ),
    negatives=(
        "材料见\n第3页\n的目录。",
        "第一条 申报书应当编写页码，格式为第3页，共12页。",
        "档次\n3\n奖励",
        "- 3 - 号楼为研发用房。",
        "气温为\n-3\n摄氏度",
        "支持建设平台\n—— 给予最高50万元奖励",
    ),
)
