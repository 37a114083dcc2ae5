"""Traditional script to simplified, as a step that is on record and can be switched off.

OpenCC is imported when a page turns out to need it: loading its tables costs more than cleaning a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydiff.clean.page import Page
from policydiff.clean.rule import Rule
from policydiff.fold import HAN
from policydiff.model import Edit, Span

__all__ = ["SCRIPT", "ScriptOptions"]


@dataclass(frozen=True, slots=True)
class ScriptOptions:
    """When a page counts as written in traditional script."""

    min_changed_share: float = 0.1
    """The share of Chinese characters that conversion would change.  Traditional prose has 0.3 to 0.4.  Twenty
    laws and four reports in simplified script have none; a name or a quoted title in traditional characters, which must
    stay as it is, makes a few hundredths."""


_DEFAULTS = ScriptOptions()
_HAN_CHAR = re.compile(HAN)
# Hardly a sentence of traditional prose has none of these, and simplified prose has none of them
_MARKS = re.compile(
    "[們個來為國會發後這時對說業產開關機無與實現學動進應經過還點問題設計劃項資區縣億萬獎補貼應條規認種類電網數據長門見車馬東書專歷]"
)


def _find(page: Page) -> tuple[Edit, ...]:
    text = page.text
    han = len(_HAN_CHAR.findall(text))
    if not han or not _MARKS.search(text):
        return ()
    from opencc import OpenCC  # noqa: PLC0415

    converter = OpenCC("t2s")
    edits: list[Edit] = []
    changed = at = 0
    for line in text.split("\n"):
        plain: str = converter.convert(line) if _HAN_CHAR.search(line) else line
        if plain != line:
            found = _runs(line, plain, at)
            changed += sum(len(edit.span) for edit in found)
            edits += found
        at += len(line) + 1
    return tuple(edits) if changed / han >= _DEFAULTS.min_changed_share else ()


def _runs(line: str, plain: str, at: int) -> list[Edit]:
    """The changed runs of one line; where conversion changed its length, all between the first and the last."""
    if len(line) == len(plain):
        differ = [index for index in range(len(line)) if line[index] != plain[index]]
        runs: list[list[int]] = []
        for index in differ:
            if runs and runs[-1][1] == index:
                runs[-1][1] = index + 1
            else:
                runs.append([index, index + 1])
        return [Edit(Span(at + start, at + end), plain[start:end]) for start, end in runs]
    shorter = min(len(line), len(plain))
    head = next((index for index in range(shorter) if line[index] != plain[index]), shorter)
    room = shorter - head
    tail = next((index for index in range(room) if line[-1 - index] != plain[-1 - index]), room)
    return [Edit(Span(at + head, at + len(line) - tail), plain[head : len(plain) - tail])]


SCRIPT = Rule(
    name="script",
    reason="the page is in traditional script: its characters become the simplified ones",
    label_zh="繁体转简体",
    find=_find,
    examples=(("對符合條件的企業給予獎勵", "对符合条件的企业给予奖励"),),
    negatives=(
        "著作权人依法行使权利，乾隆年间的藏品除外。",
        "《臺灣通史》等书籍由出版社依法出版发行，供研究人员查阅使用。",
    ),
)
