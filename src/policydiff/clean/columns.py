"""The width that a text was wrapped at, and which of its lines were full there.

A wrapped line takes as much as fits.  So a line was full if the first word of the next one would not have fitted: one
character with the marks that must not start a line, or a whole figure, or a word of Latin letters.
"""

from __future__ import annotations

from policydiff.clean.page import Line, Page
from policydiff.clean.rule import Rule
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["INDENTED_PARAGRAPHS", "NARROWEST", "WIDEST", "is_full", "joined", "width_of"]

NARROWEST = 18
"""The narrowest column that text is wrapped to; shorter lines are headings, labels and lists."""

WIDEST = 120
"""No page is wrapped at more; longer lines are paragraphs."""

SLACK = 3.5
"""How far, in characters, a wrapped line may fall short for reasons of its own: marks hung out behind another line, or
a bracket with one character that is kept together with what follows."""

_FEWEST_INDENTED = 3  # so many paragraphs with an indent, and it is how the page begins them
_FEWEST_JOINS = 3
_ODD_SHARE = 0.2  # the share of lines without an indent that stand below a line with room left: headings, signatures
_LEAST_INDENT, _MOST_INDENT = 1.0, 4.5
_UNIT = lazy(r"[（《“‘(「『【〔]{0,4}(?:[\x21-\x7e]{1,40}|[^\n])[，。、；：！？）》」』】〕”’％,.;:!?)%]{0,4}")
_BLANKS = {"\u3000": 1.0, "\t": 2.0}
_LATIN = lazy(r"[A-Za-z0-9,.;:]")


def width_of(text: str, start: int, end: int) -> float:
    """The width of a stretch of text in full-width characters."""
    half = len(text[start:end].encode("ascii", "ignore"))
    return end - start - half / 2


def is_full(text: str, here: float, there: Line, column: float) -> bool:
    """Whether a line of this width had no room left for what the next one begins with."""
    if here >= column - SLACK:
        return True
    unit = _UNIT.match(text, there.start, there.end)
    return unit is not None and here + width_of(text, *unit.span()) > column


def joined(page: Page, here: Line, there: Line) -> Edit:
    """Two lines as one: nothing between Chinese characters, a space between two words of letters."""
    left, right = page.text[here.end - 1], page.text[there.start]
    words = left.isascii() and right.isascii() and (left.isalpha() or left in ",.;:") and bool(_LATIN.match(right))
    return Edit(Span(here.end, there.start), " " if words else "")


def _find(page: Page) -> tuple[Edit, ...]:
    text, lines = page.text, page.lines
    starts = [text.rfind("\n", behind.end if behind else 0, line.start) + 1 for behind, line in _with_former(lines)]
    indents = [
        sum(_BLANKS.get(char, 0.5) for char in text[at : line.start]) for at, line in zip(starts, lines, strict=True)
    ]
    if sum(_LEAST_INDENT <= indent <= _MOST_INDENT for indent in indents) < _FEWEST_INDENTED:
        return ()
    widths = [indent + width_of(text, line.start, line.end) for indent, line in zip(indents, lines, strict=True)]
    column = max(widths)
    if not NARROWEST <= column <= WIDEST:
        return ()
    edits, odd, begun = [], 0, False
    for at, there in enumerate(lines):
        begun = begun or _LEAST_INDENT <= indents[at] <= _MOST_INDENT
        if at == 0 or indents[at] or not begun or text.count("\n", lines[at - 1].end, there.start) != 1:
            continue
        if "\t" in text[there.start : there.end] or "\t" in text[lines[at - 1].start : lines[at - 1].end]:
            continue
        if is_full(text, widths[at - 1], there, column):
            edits.append(joined(page, lines[at - 1], there))
        else:
            odd += 1
    return tuple(edits) if len(edits) >= _FEWEST_JOINS and odd <= _ODD_SHARE * len(edits) else ()


def _with_former(lines: tuple[Line, ...]) -> zip[tuple[Line | None, Line]]:
    return zip((None, *lines), lines, strict=False)


_WRAPPED = (
    "　　一、支持建设智能算力中心。对新建的智能算力\n中心，按照投资额给予补助。\n"
    "　　二、支持购买算力服务。对符合条件的企业，按\n照不超过三成的比例给予补助。鼓励服务平台开放。\n"
    "其他事项另行通知，由市有关主管部门和各区共同\n组织实施。\n　　三、支持数据要素流通。"
)
_WHOLE = (
    "　　一、支持建设智能算力中心。对新建的智能算力中心，按照投资额给予补助。\n"
    "　　二、支持购买算力服务。对符合条件的企业，按照不超过三成的比例给予补助。鼓励服务平台开放。"
    "其他事项另行通知，由市有关主管部门和各区共同组织实施。\n　　三、支持数据要素流通。"
)
INDENTED_PARAGRAPHS = Rule(
    name="indented-paragraphs",
    reason="where every paragraph begins with an indent, a full line goes on in the line without one below it",
    label_zh="缩进段落的换行",
    find=_find,
    examples=((_WRAPPED, _WHOLE),),
    negatives=(
        "\u3000\u3000支持企业建设智能算力中心。\n算力\n\u3000\u3000支持企业购买服务。\n数据\n\u3000\u3000支持流通。\n实施",
    ),
)
