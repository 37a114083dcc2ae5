"""What a copied text has taken over from the pages it was printed on: folios, and the running head beside them.

A laid-out capture has its reader tell these from its blocks; here only their words are left, between the lines of the
text: `云岭市人民政府公报　2023年第6号` above every page and `·38·` below it.
"""

from __future__ import annotations

from itertools import pairwise

from policydiff.clean.folios import BETWEEN_DASHES, DASH, NUMERAL
from policydiff.clean.page import SENTENCE_END, Page, cut
from policydiff.clean.rule import Rule
from policydiff.model import Edit
from policydiff.patterns import lazy

__all__ = ["RUNNING_HEADS"]

_DOT = "[·•∙・‧]"
_DOTTED = lazy(rf"{_DOT}\s?(\d{{1,4}})\s?{_DOT}")
_FOLIO = lazy(
    rf"{_DOT}\s?\d{{1,4}}\s?{_DOT}|{BETWEEN_DASHES}"
    rf"|第\s?{NUMERAL}\s?页(?:\s?[,/]?\s?\(?共\s?{NUMERAL}\s?页\)?)?"
)
_DASHES = lazy(rf"{DASH}(?:\s{{1,4}}{DASH})?")
_LONGEST = 40
_FEWEST_HEADS = 3  # pages; a line that stands twice beside a folio may be a heading and its continuation
_FEWEST_FOLIOS = 2
_MOST_LINES = 3  # of a running head: the gazette, its number, the section


def _find(page: Page) -> tuple[Edit, ...]:
    drop = _folios(page) | _heads(page) | _torn(page)
    return cut(page, drop) if len(drop) < len(page.lines) else ()


def _folios(page: Page) -> set[int]:
    """Numbers between dots that rise from page to page."""
    found = [(index, int(match[1])) for index, line in enumerate(page.lines) if (match := _DOTTED.fullmatch(line.key))]
    numbers = [number for _, number in found]
    rising = all(low < high for low, high in pairwise(numbers))
    return {index for index, _ in found} if len(found) >= _FEWEST_FOLIOS and rising else set()


def _heads(page: Page) -> set[int]:
    """Short lines that stand beside a folio, word for word the same on three pages or more."""
    # a row of a table, with tabs between its cells, is no running head
    keys = ["" if "\t" in page.text[line.start : line.end] else line.key for line in page.lines]
    marks = {index for index, key in enumerate(keys) if len(key) <= _LONGEST and _FOLIO.fullmatch(key)}
    heads: set[int] = set()
    if len(marks) >= _FEWEST_FOLIOS:
        for _ in range(_MOST_LINES):
            heads |= _beside(keys, marks | heads)
    return heads


def _beside(keys: list[str], marks: set[int]) -> set[int]:
    """The lines next to one of the marks that say the same on enough pages."""
    places: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        # the first page has no folio above its head
        near = index == 0 or index - 1 in marks or index + 1 in marks
        if near and index not in marks and _may_run(key):
            places.setdefault(key, []).append(index)
    return {index for found in places.values() if len(found) >= _FEWEST_HEADS for index in found}


def _may_run(key: str) -> bool:
    return 0 < len(key) <= _LONGEST and not SENTENCE_END.search(key) and not _FOLIO.fullmatch(key) and key[-1] != ":"


def _torn(page: Page) -> set[int]:
    """Dashes at the foot of a laid-out page, whose number its reader has told and taken out."""
    drop = set()
    for index, line in enumerate(page.lines):
        if not _DASHES.fullmatch(line.key):
            continue
        here, below = _sheet(page, index), _sheet(page, index + 1)
        if here and here != below:
            drop.add(index)
    return drop


def _sheet(page: Page, index: int) -> str:
    """The page of the paper that a line of text stands on; nothing where the capture has none."""
    blocks = page.blocks_of(page.lines[index]) if index < len(page.lines) else ()
    return blocks[0].locator if blocks and blocks[0].kind == "line" and blocks[0].locator.startswith("p. ") else ""


_A, _B, _C = "对符合条件的企业给予补", "助，补助期限不超过三年", "由财政部门负责解释"
RUNNING_HEADS = Rule(
    name="running-heads",
    reason="the name of the gazette and the folio stood on every page that the text was printed on",
    label_zh="书眉与页码",
    find=_find,
    examples=(
        (
            f"某市公报 2023年第6号\n{_A}\n·38·\n某市公报 2023年第6号\n{_B}\n·39·\n某市公报 2023年第6号\n{_C}\n·40·",
            f"{_A}\n{_B}\n{_C}",
        ),
        (
            f"某市公报\n第6号\n{_A}\n- 3 -\n某市公报\n第6号\n{_B}\n- 4 -\n某市公报\n第6号\n{_C}\n- 5 -",
            f"{_A}\n- 3 -\n{_B}\n- 4 -\n{_C}\n- 5 -",
        ),
        (f"{_A}\n• 7 •\n{_B}\n• 8 •\n{_C}", f"{_A}\n{_B}\n{_C}"),
    ),
    negatives=(
        f"责任单位：市科技局\n{_A}\n责任单位：市科技局\n{_B}\n责任单位：市科技局",
        f"{_A}\n·38·\n{_B}",
        "一、奖励标准\n—\n二、补贴标准\n—",
        f"某市公报\n{_A}\n- 1 -\n某市公报\n{_B}",
        "·3·\n·2·\n·1·\n三类企业",
        f"一档\t50万元\n- 1 -\n{_A}\n- 2 -\n一档\t50万元\n{_B}\n- 3 -\n一档\t50万元",
    ),
)
