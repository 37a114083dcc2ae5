"""A text as the cleaning rules see it: lines with a key to match on, and what kind of line each one is.

The key sets aside what portals vary without meaning anything by it: width of colons, brackets and spaces, and the
traditional forms of the words of page furniture (責任編輯, 來源).  It is as long as the line, so a match in the key is
a place in the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import TypeVar, cast

from policydiff.clean.alphabet import alphabet
from policydiff.fold import HAN
from policydiff.model import Block, Edit, Span, apply_edits
from policydiff.patterns import lazy

__all__ = ["DATE_LINE", "NUMBERED", "SENTENCE_END", "Line", "Page", "body", "cut", "han_count", "is_prose", "is_text"]


_FURNITURE = str.maketrans(
    "：（）［］，；！？｜＞＜／＋．　\xa0\t﹕∶"
    "記訊當來責編輯發佈時間瀏覽關鏈連結閱讀點擊錄網頁線實習審對於聞熱聯繫稿圖攝製輸權聲檢單號縣轉載電話鍵務門員後",
    ":()[],;!?|></+.   ::"
    "记讯当来责编辑发布时间浏览关链连结阅读点击录网页线实习审对于闻热联系稿图摄制输权声检单号县转载电话键务门员后",
)
_HAN_RUN = lazy(f"{HAN}+")
_LINE = lazy(r"\S(?:[^\n]*\S)?")

SENTENCE_END = lazy(r"[。！？!?；;…][”’\"'』」)）】》]*$")
"""The end of a sentence or of a listed item."""

_N = "[一二三四五六七八九十百千零〇两0-9０-９]"
NUMBERED = lazy(
    rf"第{_N}{{1,7}}[编編章节節](?=[\s\u3000]|{HAN})"
    rf"|第{_N}{{1,7}}[条條](?:之{_N}{{1,3}})?(?![的、和或及至第所中,，]|规定|規定)"
    r"|[一二三四五六七八九十百]{1,4}(?:[、．，,]|\.(?!\d)|是(?=\D))"
    r"|[(（][一二三四五六七八九十百]{1,4}[)）]|[(（]?\d{1,2}[)）]|\d{1,2}(?:\.\d{1,2}){0,3}(?:[、．)）]|\.(?!\d))"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}[\s\u3000]"
    r"|[①-⑳⑴-⒇]|附[件录錄表](?:[\s\u3000]*[一二三四五六七八九十\d]{1,3})?(?:[:：\s\u3000]|$)"
)
"""The number of an article, a chapter, a listed item or an annex at the start of a line."""

DATE_LINE = lazy(
    r"[〇○零一二三四五六七八九\dXx×*]{4}\s*+年\s*+[〇一二三四五六七八九十\dXx×*]{0,3}\s*+月\s*+[〇一二三四五六七八九十\dXx×*]{0,3}\s*+日?"
)
"""A date that stands alone, as under a signature."""

_PROSE_HAN = 12  # the shortest sentences of official prose that carry a full stop; captions and labels carry none
_LONG_HAN = 40  # no headline, label or navigation line of the pages we have seen is as long and has a comma


_T = TypeVar("_T")
_REMEMBERED = 1 << 15
"""How many lines the questions below remember their answers for: rules ask them again and again, and the lines of most
pages are a few hundred."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something: its place without indents and trailing space, and its key."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Page:
    """A text between two rules: its lines that hold something, and the capture's blocks where they are by now.

    A block whose words a rule took out is gone; one whose words changed covers what they became.
    """

    text: str
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    _known: dict[Callable[[Page], object], object] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, text: str, blocks: tuple[Block, ...] = (), title: str | None = None) -> Page:
        """Split a text into its lines; `title` is what a web page calls itself, None where the capture is none."""
        key = _key(text)
        spans = (match.span() for match in _LINE.finditer(text))
        return cls(text, tuple(Line(start, end, key[start:end]) for start, end in spans), blocks, title)

    def once(self, of_page: Callable[[Page], _T]) -> _T:
        """What a function tells of this page; it is asked once, however many rules want to know."""
        if of_page not in self._known:
            self._known[of_page] = of_page(self)
        return cast("_T", self._known[of_page])

    def edited(self, edits: tuple[Edit, ...]) -> Page:
        """The page that a rule's edits leave."""
        return Page.of(apply_edits(self.text, edits), _carried(self.blocks, edits), self.title)

    def blocks_of(self, line: Line) -> tuple[Block, ...]:
        """The blocks that a line holds words of."""
        first = bisect_right(self.blocks, line.start, key=lambda block: block.span.end)
        last = bisect_left(self.blocks, line.end, key=lambda block: block.span.start)
        return self.blocks[first:last]


def _key(text: str) -> str:
    """The text with what portals vary set aside; a character that it holds is replaced everywhere at once."""
    for char in alphabet(text):
        if ord(char) in _FURNITURE:
            text = text.replace(char, chr(_FURNITURE[ord(char)]))
    return text


def _carried(blocks: tuple[Block, ...], edits: tuple[Edit, ...]) -> tuple[Block, ...]:
    """The blocks over the text that the edits leave."""
    starts = [edit.span.start for edit in edits]
    shifts = [0, *accumulate(len(edit.replacement) - len(edit.span) for edit in edits)]

    def forward(at: int, behind: int, *, opening: bool) -> int:
        if behind == 0 or at >= edits[behind - 1].span.end:
            return at + shifts[behind]
        edit = edits[behind - 1]
        return edit.span.start + shifts[behind - 1] + (len(edit.replacement) if opening else 0)

    carried = []
    for block in blocks:
        start = forward(block.span.start, bisect_left(starts, block.span.start), opening=True)
        end = forward(block.span.end, bisect_left(starts, block.span.end), opening=False)
        if start < end:
            carried.append(_moved(block, Span(start, end)))
    return tuple(carried)


def _moved(block: Block, span: Span) -> Block:
    """The block over another span; `dataclasses.replace` takes ten times as long."""
    return Block(
        span,
        block.kind,
        block.locator,
        block.links,
        block.depth,
        block.landmark,
        block.container,
        block.continues,
    )


def han_count(key: str) -> int:
    """How many Chinese characters a line has."""
    return sum(map(len, _HAN_RUN.findall(key)))


@lru_cache(maxsize=_REMEMBERED)
def is_prose(key: str) -> bool:
    """Whether a line is text that a reader reads, not a label, a headline or navigation.

    >>> is_prose("对首次认定的企业给予一次性奖励。"), is_prose("推荐阅读"), is_prose("关于印发若干措施的通知")
    (True, False, False)
    """
    if len(key) < _PROSE_HAN:
        return False
    han = han_count(key)
    return han >= (_PROSE_HAN if "。" in key else _LONG_HAN) and ("。" in key or "," in key or ";" in key)


def is_text(key: str) -> bool:
    """Whether a line must belong to a document: a whole sentence, or a numbered provision."""
    return ("。" in key and is_prose(key)) or bool(NUMBERED.match(key))


def body(page: Page) -> tuple[int, int]:
    """The lines from the first to behind the last that is prose or numbered; (0, 0) where there are none."""
    return page.once(_body)


def _body(page: Page) -> tuple[int, int]:
    at = [index for index, line in enumerate(page.lines) if is_prose(line.key) or NUMBERED.match(line.key)]
    return (at[0], at[-1] + 1) if at else (0, 0)


def cut(page: Page, drop: set[int] | list[int]) -> tuple[Edit, ...]:
    """Edits that take whole lines out, each run of lines as one edit, with the line end that parts it from the rest."""
    edits = []
    lines, ordered = page.lines, sorted(drop)
    at = 0
    while at < len(ordered):
        first = last = ordered[at]
        while at + 1 < len(ordered) and ordered[at + 1] == last + 1:
            at += 1
            last = ordered[at]
        at += 1
        if last + 1 < len(lines):
            span = Span(lines[first].start, lines[last + 1].start)
        else:
            span = Span(lines[first - 1].end if first else lines[first].start, lines[last].end)
        edits.append(Edit(span, ""))
    return tuple(edits)
