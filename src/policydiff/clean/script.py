"""Traditional script to simplified, as a step that is on record and can be switched off.

Taiwan, Hong Kong and older print write some characters in a way of their own (臺 台, 裡 裏, 為 爲, 衛 衞); all of them
become the one that the mainland writes.  著 is two words there: it becomes 着 where it is the particle or the verb
(隨著, 著力) and stays where it means a work or a name (著作, 顯著).

OpenCC is imported when a page turns out to need it: loading its tables costs more than cleaning a page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from policydiff.clean.page import Line, Page, han_count, is_prose
from policydiff.clean.rule import Rule
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["SCRIPT", "ScriptOptions"]


@dataclass(frozen=True, slots=True)
class ScriptOptions:
    """When a page counts as written in traditional script."""

    min_changed_share: float = 0.1
    """The share of Chinese characters that conversion would change.  Traditional prose has 0.3 to 0.4.  Twenty
    laws and four reports in simplified script have none; a name or a quoted title in traditional characters, which must
    stay as it is, makes a few hundredths."""

    min_line_share: float = 0.15
    """The same for one paragraph of prose on a page in simplified script: a notice quoted whole.  More than for a page,
    since a title quoted in a short paragraph weighs more there."""

    max_kana_share: float = 0.1
    """More kana among its characters, and a line is Japanese, whose characters are its own.  Chinese uses の alone, in
    the name of a shop; Japanese prose is half kana."""


_DEFAULTS = ScriptOptions()
_KANA = lazy("[\u3041-\u30fa]")
# Hardly a sentence of traditional prose has none of these, and simplified prose has none of them
_MARKS = lazy(
    "[們個來為爲國會發後這時對說説業產産開關機無與實現學動進應經過還點問題設計劃項資區縣億萬獎補貼應條規認種類電網數據長門見車馬東書專歷]"
)
_OLD_PRINT = str.maketrans("徳緖値靑淸喩擧鄕郞槪歩吿晩毎尙頼刦凖効瑯", "德绪值青清喻举乡郎概步告晚每尚赖劫准效琅")
_ZHU = "著"
# what the particle 着 follows or the verb 着 goes with, and what the noun or adjective 著 does
_ALWAYS_ZHU_BEHIND = frozenset("显卓昭较土")
_ZHE_BEFORE = frozenset("重手眼力陆落装想急实火凉迷")
_ZHE_BEHIND = frozenset("随沿接朝对向附穿沉执味凭借顺跟")
_ZHU_BEHIND = frozenset("名巨原论专编译遗合拙撰所共")
_ZHU_BEFORE = frozenset("作述称录书名者文")


def _find(page: Page) -> tuple[Edit, ...]:
    text = page.text
    if not _MARKS.search(text):
        return ()
    han = changed = 0
    per_line: list[tuple[Line, int, list[Edit]]] = []
    written = [text[line.start : line.end] for line in page.lines]
    simple = _converter()("\n".join(written)).split("\n")
    for line, words, plain in zip(page.lines, written, simple, strict=True):
        size = han_count(words)
        if not size or len(_KANA.findall(words)) > _DEFAULTS.max_kana_share * size:
            continue
        edits = _runs(words, plain, line.start) if plain != words else []
        han += size
        changed += sum(len(edit.span) for edit in edits)
        per_line.append((line, size, edits))
    if han and changed / han >= _DEFAULTS.min_changed_share:
        return tuple(edit for _, _, edits in per_line for edit in edits)
    return tuple(edit for line, size, edits in per_line if _is_traditional(line, size, edits) for edit in edits)


def _is_traditional(line: Line, size: int, edits: list[Edit]) -> bool:
    """Whether one line of a page in simplified script is a paragraph in traditional script."""
    return is_prose(line.key) and sum(len(edit.span) for edit in edits) >= _DEFAULTS.min_line_share * size


def _converter() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415 - see above

    from_hong_kong, simple = OpenCC("hk2t"), OpenCC("t2s")

    def convert(words: str) -> str:
        plain: str = simple.convert(from_hong_kong.convert(words)).translate(_OLD_PRINT).replace("藉著", "借著")
        return plain if _ZHU not in plain else "".join(_read(plain, at, char) for at, char in enumerate(plain))

    return convert


def _read(plain: str, at: int, char: str) -> str:
    """著 as the mainland writes it, at a place of a text in simplified script; every other character as it is."""
    if char != _ZHU:
        return char
    behind, before = plain[max(0, at - 1) : at], plain[at + 1 : at + 2]
    if behind in _ALWAYS_ZHU_BEHIND:
        return char
    if before in _ZHE_BEFORE or behind in _ZHE_BEHIND:
        return "着"
    return char if behind in _ZHU_BEHIND or before in _ZHU_BEFORE else "着"


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
    reason="the page is in traditional script, of whatever region: its characters become the simplified ones",
    label_zh="繁体转简体",
    find=_find,
    examples=(
        ("對符合條件的企業給予獎勵", "对符合条件的企业给予奖励"),
        (
            "隨著平臺的發展，著力保護著作權，成效顯著，裡程碑在衞生綫",
            "随着平台的发展，着力保护著作权，成效显著，里程碑在卫生线",
        ),
    ),
    negatives=(
        "著作权人依法行使权利，乾隆年间的藏品除外。",
        "《臺灣通史》等书籍由出版社依法出版发行，供研究人员查阅使用。",
        "経済産業省は、人工知能の開発を支援する計画を発表した。",
    ),
)
