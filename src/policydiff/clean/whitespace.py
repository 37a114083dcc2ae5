"""White space: indents, trailing blanks and empty lines, and gaps inside Chinese text."""

from __future__ import annotations

import re
from bisect import bisect_right

from policydiff.clean.page import Line, Page, han_count
from policydiff.clean.rule import Rule
from policydiff.fold import HAN
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["BLANK_LINES", "GAPS"]

_RUN = lazy(r"\s+")
_CELL = lazy(r"[^\s\t](?:[^\t]*[^\s\t])?")
_LINE_END = lazy("[\n\r\x0b\x0c\x85\u2028\u2029]")

_FULL = "，。；：！？、（）《》〈〉「」『』【】〔〕"
_QUOTES = "“”‘’—…·"
_PUNCTUATED = lazy(r"[。；;！？：]|(?<!\d)[,，:]|[,，:](?!\d)")  # neither 10:30 nor 1,000
_HAN_CLASS = lazy(HAN)
_HAN_OR_MARK = lazy(f"{HAN}|[{_FULL}{_QUOTES}]")
_FULL_CLASS = lazy(f"[{_FULL}]")
_QUOTE_CLASS = lazy(f"[{_QUOTES}]")
_LABEL_AHEAD = lazy(rf"{HAN}{{2,8}}[:：]")
_LABEL_BEHIND = lazy("[:：]")
_REPORTER = lazy("(?:记者|通讯员|实习生|記者|通訊員|實習生)")
_LIST_AHEAD = lazy(r"\d{1,2}(?:[、．)）]|\.(?!\d))")
_STRUCTURE = lazy(
    r"第[一二三四五六七八九十百千零〇两\d]{1,7}[编編章节節条條](?:之[一二三四五六七八九十]{1,3})?(?=\s)|\d{1,2}(?:[.．]\d{1,2}){0,3}[.．]?(?=\s)(?!\s+月)"
    r"|附[件录錄表]\s*[一二三四五六七八九十\d]{0,3}(?=\s)"
)
_SPACED_OUT = lazy(rf"{HAN}(?:[^\S\n\t]{{1,4}}{HAN})+(?:[^\S\n\t]*[(（][^()（）\n]{{1,12}}[)）])?")
_DATE = lazy(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?"
)
_BLANKS = r"[^\S\n]{1,40}"
_SPACED_FIGURE = lazy(
    r"(?<![\d.．A-Za-z])\d(?:[ \xa0]\d){1,15}(?:[ \xa0]?[.．][ \xa0]?\d(?:[ \xa0]\d){0,5})?"
    r"(?=[ \xa0]?(?:[%％‰万萬亿億元年月日]|[个個家名]\D))"
)
"""A figure whose digits were set apart, before its unit: 2 0 0 0 万元.  It would be read as 0万元."""
_APART = "[ \xa0\u2002-\u200a\u202f\u3000]"
_COUNTED = rf"(?={_APART}?(?:[%％‰元亿億]|[万萬](?![里一能众事])|[十百千][万萬亿億元]))"
_CALLS = (
    rf"(?:(?:最[高低多少大]|至[多少]|不[超高低少多][过過于於]|[超高低少多][过過于於]|[达達]到?){_APART}?"
    r"|[给給]予|[补補]助|[补補][贴貼]|[奖獎][励勵]|[资資]助|支持|[罚罰]款|人民[币幣])"
)
_PARTED_FIGURE = lazy(
    rf"(?<![\d.．,，:：A-Za-z/-])(?!(?:19|20)\d\d\D)[1-9]\d{{0,3}}(?:(?:{_APART}0\d{{1,4}}){{1,3}}|{_APART}0){_COUNTED}"
    rf"|{_CALLS}[1-9]\d?(?:{_APART}\d{{3}}){{1,4}}{_COUNTED}"
    r"|(?<![\d.．,，:：A-Za-z/-])[1-9]\d{0,2}(?:[\u2004-\u200a\u202f]\d{3}){1,4}(?![\d\u2004-\u200a\u202f])"
)
"""A figure whose digits were parted where it cannot be two: no figure begins with a nought (5 00万元), two cannot stand
behind 不超过 (不超过1 500万元; but 200 300万元 may have lost its dash), and a thin space parts only thousands."""
_BLANK_DATE = lazy(rf"(?:(?<!\d){_BLANKS}|(?<![\d \t\xa0\u3000]))年{_BLANKS}月{_BLANKS}日")
_WORDS = rf"(?:{HAN}|[（()）]){{3,40}}"
_TITLE = lazy(rf"《{_WORDS}(?:[ \xa0\u3000]{_WORDS}){{1,2}}(?:[ \xa0\u3000]?第\d{{1,3}}部分[:：]{HAN}{{2,40}})?》")
_UNITS = frozenset("百千万亿萬億元年月日天个個家名倍人项項条條次户戶台套吨件处處所场場小工平周期%％")
_PROSE_HAN = 8  # a line of fewer characters is a label or a name list, where a gap may be a column


def _find_blank(page: Page) -> tuple[Edit, ...]:
    text = page.text
    edits: list[Edit] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        if start == 0 or end == len(text):
            edits.append(Edit(Span(start, end), ""))
            continue
        run = match[0]
        if not _LINE_END.search(run):
            continue
        keep = run.find("\n")
        if keep < 0:
            edits.append(Edit(Span(start, end), "\n"))
            continue
        if keep:
            edits.append(Edit(Span(start, start + keep), ""))
        if start + keep + 1 < end:
            edits.append(Edit(Span(start + keep + 1, end), ""))
    return tuple(edits)


def _find_gaps(page: Page) -> tuple[Edit, ...]:
    return tuple(edit for line in page.lines for cell in _cells(page.text, line) for edit in _gaps(page.text, cell))


def _cells(text: str, line: Line) -> list[Line]:
    """The cells of a row, which tabs part, or the line itself."""
    if text.find("\t", line.start, line.end) < 0:
        return [line]
    spans = [match.span() for match in _CELL.finditer(text, line.start, line.end)]
    return [Line(start, end, line.key[start - line.start : end - line.start]) for start, end in spans]


def _gaps(text: str, line: Line) -> list[Edit]:
    runs = [match.span() for match in _RUN.finditer(text, line.start, line.end)]
    if not runs:
        return []
    structure = _STRUCTURE.match(text, line.start, line.end)
    edits = []
    begin = line.start
    if structure:
        # 第一条　　为了…: one space after the number is structure, the others are layout
        gap = _RUN.match(text, structure.end(), line.end)
        begin = gap.end() if gap else structure.end()
        if gap and len(gap[0]) > 1:
            edits.append(Edit(Span(gap.start() + 1, gap.end()), ""))
    if runs[-1][0] < begin:
        return edits
    if _SPACED_OUT.fullmatch(text, begin, line.end) and not _BLANK_DATE.fullmatch(text, begin, line.end):
        return edits + [Edit(Span(*run), "") for run in runs if run[0] >= begin]
    rest = Line(begin, line.end, "")
    shapes = (_DATE, _SPACED_FIGURE, _PARTED_FIGURE)
    dates = {run for shape in shapes for run in _inside(shape, text, rest, runs)}
    marks = [match.start() for match in _PUNCTUATED.finditer(text, begin, line.end)]
    prose = bool(marks) and han_count(line.key) >= _PROSE_HAN
    last_mark = marks[-1] if marks else -1
    figures = all(_beside_figure(text, start, end) for start, end in runs)
    kept = _kept(text, line, runs)
    for start, end in runs:
        if start < begin or (start, end) in kept:
            continue
        if (start, end) in dates or ((prose or figures) and _is_gap(text, begin, start, end, last_mark)):
            edits.append(Edit(Span(start, end), ""))
    return edits


def _kept(text: str, line: Line, runs: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Gaps that are meant: in the date of a form that is still to be filled in, and in the titles of standards.

    A standard is called 《信息安全技术 网络安全等级保护基本要求》.  Where the sentence around a title is full of gaps,
    those inside are no better.
    """
    kept = _inside(_BLANK_DATE, text, line, runs)
    titled = _inside(_TITLE, text, line, runs)
    around = (run for run in runs if run not in titled)
    if any(_HAN_CLASS.match(text[start - 1]) and _HAN_CLASS.match(text, end) for start, end in around):
        return kept
    return kept | titled


def _inside(shape: re.Pattern[str], text: str, line: Line, runs: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """The gaps that stand inside what has a certain shape."""
    spans = [match.span() for match in shape.finditer(text, line.start, line.end)]
    if not spans:
        return set()
    return {run for run in runs if (at := bisect_right(spans, (run[0], line.end))) and run[1] <= spans[at - 1][1]}


def _beside_figure(text: str, start: int, end: int) -> bool:
    """Whether a gap is the single space that some editors set around every figure: 最高 100 万元奖励."""
    left, right = text[start - 1], text[end]
    before = right.isdecimal() and _HAN_CLASS.match(left)
    behind = left.isdecimal() and right in _UNITS
    return end - start == 1 and bool(before or behind)


def _is_gap(text: str, begin: int, start: int, end: int, last_mark: int) -> bool:
    left, right = text[start - 1], text[end]
    if _LABEL_AHEAD.match(text, end) and (end - start > 1 or _LABEL_BEHIND.search(text, begin, start)):
        return False  # 联系人：张三  联系电话：…: the gap is a column
    if _REPORTER.match(text, end) or _REPORTER.search(text, max(0, start - 3), start):  # （记者 张三 通讯员 李四）
        return False
    if right.isdecimal() or left.isdecimal():
        other = left if right.isdecimal() else right
        beside = _HAN_CLASS.match(other) or _FULL_CLASS.match(other) or (left.isdecimal() and other in "%％‰")
        return bool(beside) and not (right.isdecimal() and _LIST_AHEAD.match(text, end))
    if _FULL_CLASS.match(left) or _FULL_CLASS.match(right) or (left in "%％‰" and _HAN_CLASS.match(right)):
        return True
    if _QUOTE_CLASS.match(left) or _QUOTE_CLASS.match(right):
        return bool(_HAN_OR_MARK.match(left) and _HAN_OR_MARK.match(right))
    # behind the last mark of a line stands what the page set beside the sentence: an office, a name, a date
    return bool(_HAN_CLASS.match(left) and _HAN_CLASS.match(right)) and start < last_mark


BLANK_LINES = Rule(
    name="blank-lines",
    reason="indents, trailing white space and empty lines are layout: one paragraph is one line",
    label_zh="缩进与空行",
    find=_find_blank,
    examples=(("  总则 \n\n\u3000\u3000第一条\n", "总则\n第一条"), ("甲\r乙\u2028丙", "甲\n乙\n丙")),
    negatives=("甲 乙\n丙", "第一条\u3000为了"),
)
GAPS = Rule(
    name="gaps",
    reason="white space between Chinese characters, or between them and figures, is layout",
    label_zh="汉字间的空格",
    find=_find_gaps,
    examples=(
        ("对获奖企业给予最高 100 万元奖励，自 2024 年起执行。", "对获奖企业给予最高100万元奖励，自2024年起执行。"),
        ("具备“自学习、自决策 ”能力的系统，给予支持。", "具备“自学习、自决策”能力的系统，给予支持。"),
        ("给予最高 100 万元奖励", "给予最高100万元奖励"),
        ("国 务 院 办 公 厅", "国务院办公厅"),
        ("第一章\u3000总\u3000\u3000则", "第一章\u3000总则"),
        ("第二条\u3000\u3000本办法所称企业，是指依法登记的企业。", "第二条\u3000本办法所称企业，是指依法登记的企业。"),
        ("2024 年 3 月 27 日", "2024年3月27日"),
        ("项 目\t标 准", "项目\t标准"),
        ("增速达到 30 %以上，位居全国前列。", "增速达到30%以上，位居全国前列。"),
        ("最高补助5 00万元，不超过1 500万元", "最高补助500万元，不超过1500万元"),
        ("按 3 0 % 补贴，最高不超过 2 0 0 0 万元。", "按30%补贴，最高不超过2000万元。"),
    ),
    negatives=(
        "第一条 为了规范会计行为，制定本法。",
        "支持企业开发AI PC、AI for Science等产品，加快落地。",
        "张三 李四 王五",
        "联系人：张三  联系电话：12345678，欢迎来电。",
        "序号 项目 金额",
        "合计\t4900",
        "上一页 1 2 3 下一页",
        "是\t否",
        "一档\t对新建的企业，给予补助。\t每年一次",
        "张三 90 李四 85",
        "某某公司 2023 100 万元 算力",
        "甲类1 500万元，2024 00万元，不超过200 300万元",
        "原创 某部门 某某发布 2025年02月28日 18:30",
        "本报讯（记者 张三 通讯员 李四）今年以来，产业加快发展。",
        "材料包括：申请表 1.营业执照 2.审计报告，一式两份。",
        "1 总则和适用范围，见下。",
        "按照《信息安全技术 网络安全等级保护基本要求》执行。",
        "法定代表人（签字）：\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日",
        "年    月    日",
    ),
)
