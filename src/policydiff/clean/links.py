"""Runs of links: menus, and lists of headlines with their dates."""

from __future__ import annotations

from policydiff.clean.controls import is_floor_mark
from policydiff.clean.features import Features, features, is_attachment
from policydiff.clean.fields import LONGEST
from policydiff.clean.page import NUMBERED, Page, body, cut, is_prose
from policydiff.clean.rule import Rule
from policydiff.model import Edit
from policydiff.patterns import lazy

__all__ = ["LINK_LISTS"]

_FEWEST = 3  # two links in a row may be what a text points to
_BESIDE = lazy(r"[\[(]?(?:\d{4}\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}日?[\])]?|[|·>›»•/-]+")


def _find(page: Page) -> tuple[Edit, ...]:
    """Runs of three or more lines that are links and nothing else, and bars of links above the text."""
    if not any(block.links for block in page.blocks):
        return ()
    around = features(page)
    first, behind = body(page)
    text = _text_containers(page, around)
    drop: set[int] = set()
    for run in _runs(page, around):
        links = [index for index in run if around[index].linked]
        listed = run[0] > 0 and is_attachment(page.lines[run[0] - 1].key)
        inside = first < run[0] < behind and all(around[index].container in text for index in links)
        if len(links) >= _FEWEST and not listed and not inside:
            drop.update(run)
        drop.update(index for index in links if index < first and len(page.lines[index].key.split()) >= _FEWEST)
    return cut(page, drop) if len(drop) < len(page.lines) else ()


def _runs(page: Page, around: tuple[Features, ...]) -> list[list[int]]:
    """Stretches of links, with the dates and separators that stand between them on lines of their own."""
    runs: list[list[int]] = []
    run: list[int] = []
    for index, line in enumerate(page.lines):
        key = line.key
        linked = around[index].linked and not is_prose(key) and not NUMBERED.match(key) and len(key) <= LONGEST
        linked = linked and not is_floor_mark(key)
        if linked or (run and _BESIDE.fullmatch(key)):
            run.append(index)
        elif run:
            runs.append(run)
            run = []
    return [*runs, run] if run else runs


def _text_containers(page: Page, around: tuple[Features, ...]) -> set[int]:
    """The elements that hold prose or provisions outside links."""
    return {
        at.container
        for at, line in zip(around, page.lines, strict=True)
        if at.container and not at.linked and is_prose(line.key)
    }


LINK_LISTS = Rule(
    name="link-lists",
    reason="runs of lines that are links and nothing else, but for a date beside them, are navigation",
    label_zh="导航链接",
    find=_find,
    examples=(),
    negatives=("首页\n政务公开\n办事服务", "第一章\u3000总则\n第二章\u3000附则"),
)
