"""Noise that pages add to a clean Chinese text, put in on purpose: what the rules of cleaning must take out again.

A text is lines, a line a paragraph.  Every noise is a function of a text and a number that says where and how much; the
same arguments give the same noise.  `INVERTIBLE` noise must come back to the letter.  It is listed in the order in
which pages get it, from the words outwards to the bytes, so that any selection of it, put in in that order, is a page
that might be.  Of `LOSSY` noise something is lost: it must come back, or what did not must be marked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import groupby

from policydiff.clean.mojibake.gbk import View, corrupt
from policydiff.clean.page import NUMBERED
from policydiff.fold import HAN
from policydiff.tokens import tokens

__all__ = ["INVERTIBLE", "LOSSY", "PAGES", "Noise"]

_HAN = re.compile(HAN)
_STOP = re.compile("[。；：！？）.;:!?)]”?$")
_PROSE = re.compile(r"[。；：]$")


@dataclass(frozen=True, slots=True)
class Noise:
    """One way to spoil a text, and the rule that mends it."""

    rule: str
    add: Callable[[str, int], str]


def _lines(text: str, change: Callable[[int, str], str]) -> str:
    return "\n".join(change(at, line) for at, line in enumerate(text.split("\n")))


def _script(variant: str) -> Callable[[str, int], str]:
    return lambda text, seed: converted(text, variant)


@cache
def _converter(variant: str) -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415 - its tables are slow to load

    convert: Callable[[str], str] = OpenCC(variant).convert
    return convert


def converted(text: str, variant: str) -> str:
    """A text in traditional script as it is written in one region: s2t, s2tw, s2hk."""
    return _converter(variant)(text)


@cache
def reading(char: str, *, tone: bool) -> str:
    """How a character is read."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - its tables are slow to load

    rows = pinyin(char, style=Style.TONE if tone else Style.NORMAL, errors="ignore")
    return str(rows[0][0]) if rows else ""


# --- words -----------------------------------------------------------------------------------------------------------


_FILTERED = re.findall("..", "最高首批国家领先企业超过奖励补助资金发展支持建设服务办法规定项目政府部门标准安全")


def masked(text: str, seed: int) -> str:
    """An asterisk inside some of the words that a filter looks for: 最*高, 国*家."""
    words = frozenset(_FILTERED[seed % 2 :: 2])
    return "".join(f"{word[0]}*{word[1]}" if word in words else word for word in tokens(text))


def pinyin_glued(text: str, seed: int) -> str:
    """Readings with tones behind some characters, wherever they stand: 進(jìn)展."""
    return "".join(f"{char}({sound})" if (sound := _chosen(char, seed, tone=True)) else char for char in text)


def pinyin_spaced(text: str, seed: int) -> str:
    """Readings without tones and a space behind each: 關(guan) 於(yu) 加快."""
    parts = [f"{char}({sound}) " if (sound := _chosen(char, seed, tone=False)) else char for char in text]
    return re.sub(" (?=\n|$)", "", "".join(parts))


def pinyin_of_words(text: str, seed: int) -> str:
    """The readings of whole words, a bracket for each: 行动(xíng dòng)."""
    parts = []
    for at, word in enumerate(tokens(text)):
        sounds = [reading(char, tone=True) for char in word if _HAN.match(char)]
        told = len(word) >= 2 and len(sounds) == len(word) and all(sounds) and at % (3 + seed % 3) == 0
        parts.append(f"{word}({' '.join(sounds)})" if told else word)
    return "".join(parts)


def _chosen(char: str, seed: int, *, tone: bool) -> str:
    """The reading of every third character of the character set or so, each every time or never."""
    return reading(char, tone=tone) if _HAN.match(char) and ord(char) % 3 == seed % 3 else ""


# --- layout ----------------------------------------------------------------------------------------------------------


def spaces(text: str, seed: int) -> str:
    """Spaces between the characters of sentences and around their figures: 给予最高 100 万元 奖励。"""
    every = 5 + seed % 7

    def spaced(at: int, line: str) -> str:
        if not _PROSE.search(line) or "\t" in line:
            return line
        head = re.match(r"\S{0,9}[条、）.]|", line)
        start = head.end() if head else 0
        inner = re.sub(rf"(?<={HAN})(?=\d)|(?<=\d)(?=[万亿元年月日个家项])", " ", line[start:])
        inner = re.sub(rf"({HAN}{{{every}}})(?={HAN})", r"\1 ", inner)
        return line[:start] + inner

    return _lines(text, spaced)


def wrapped(text: str, seed: int) -> str:
    """Every paragraph cut at a fixed width; no mark starts a line, no figure or word of letters is cut."""
    return _wrapped(text, 24 + seed % 20, "")


def wrapped_and_indented(text: str, seed: int) -> str:
    """The same with an indent of two characters before every paragraph."""
    return _wrapped(text, 24 + seed % 20, "　　")


def _wrapped(text: str, width: int, indent: str) -> str:
    found = []
    for line in text.split("\n"):
        row = [indent]
        for unit in re.findall(r"[（《“‘(【]*(?:[\x21-\x7e]+|[^\n])[，。；：、！？）》”’】]*", line):
            if _width("".join(row)) + _width(unit) > width:
                keep = len(row)
                # without indents nothing tells a full line that ends a sentence from the last one of a paragraph
                while not indent and keep > 2 and (_STOP.search(row[keep - 1]) or _begins(line, row[:keep])):
                    keep -= 1
                found.append("".join(row[:keep]))
                row = row[keep:]
            row.append(unit)
        found.append("".join(row))
    return "\n".join(found)


def _begins(line: str, row: list[str]) -> bool:
    """Whether what follows a row of a line looks like the beginning of another item."""
    behind = line.partition("".join(row).strip())[2]
    return (
        NUMBERED.match(behind) is not None
        or behind[:1] in "-·•*#|"
        or re.match("(?:责任|牵头)单位", behind) is not None
    )


def _width(text: str) -> float:
    return sum(1.0 if char > "\x7f" else 0.5 for char in text)


def indents(text: str, seed: int) -> str:
    """Full-width indents, trailing blanks, blank lines between the paragraphs."""
    indent = ("　　", "    ", "\t", "\xa0\xa0\xa0\xa0")[seed % 4]
    return _lines(text, lambda at, line: f"{indent}{line}{' ' * (at % 3)}\n" if (at + seed) % 4 else indent + line)


def line_ends(text: str, seed: int) -> str:
    """The line ends of other systems, some of them doubled."""
    end = ("\r\n", "\r", "\u2028", "\x85", "\f\n", "\n \n", "\r\n\r\n")[seed % 7]
    return text.replace("\n", end)


def font_bullets(text: str, seed: int) -> str:
    """A bullet of a symbol font before some lines."""
    bullet = ("\uf06c ", "\uf0d8\t", "\uf0b7")[seed % 3]
    return _lines(text, lambda at, line: bullet + line if at % 3 == seed % 3 else line)


# --- lines of the page -----------------------------------------------------------------------------------------------

_HEADS = (
    "无障碍 | 长者模式\n400-000-0000\n当前位置：首页 > 政务公开 > 政策文件 > 正文",
    "登录/注册\n智能问答\n您现在的位置：\n首页\n>\n政务公开\n>\n正文",
    "欢迎访问某某市人民政府门户网站\n首页>>信息公开>>规范性文件",
)
_BYLINES = (
    "发布时间：2024-12-02 09:30 来源：某某日报 浏览次数：1386",
    "发布日期：2024-12-02　　信息来源：市政府办公室　　字号：[大 中 小]",
    "某某发布 发表于 2024-12-2 18:05:11",
    "来源：某某新闻网 作者：王小明 责任编辑：李大海",
)
_TOOLS = ("收藏 打印 字号：大 中 小 分享到：", "0次浏览", "阅读 3012", "分享到：微信 微博 QQ空间", "通讯员 李一 赵二三")
_FEET = (
    "（责任编辑：王小明）\n微信扫一扫\n分享到：\n上一篇：关于开展冬季防火检查的通知\n下一篇：没有了",
    "点击阅读原文\n免责声明：\n本站部分信息来源于网络，如有侵权请联系删除。",
    "相关文章\n- 2025-05-02 11:39:00 某地政策有调整\n- 某市出台新措施!\n热门文章",
    "主办单位：某市人民政府办公室\n网站标识码：0000000000 某ICP备00000000号\n联系我们 | 网站地图",
    "更多精彩资讯请在应用市场下载“某某”客户端，未经授权请勿转载。\nTHE END",
    "您有新闻线索，请联系我们\n新闻热线：00000000\n投稿邮箱：■■■■",
)
_WECHAT = (
    "点击上方蓝字关注我们",
    "阅读原文\n预览时标签不可点\n微信扫一扫\n关注该公众号\n继续滑动看下一个\n某某发布\n向上滑动看下一个\n知道了",
)


def portal_head(text: str, seed: int) -> str:
    """Menus and the breadcrumb above the title."""
    return f"{_HEADS[seed % len(_HEADS)]}\n{text}"


def byline(text: str, seed: int) -> str:
    """When, where and by whom the page was published, below the title."""
    return _below_title(text, _BYLINES[seed % len(_BYLINES)])


def tools(text: str, seed: int) -> str:
    """The tools of the page and its counters, below the title."""
    return _below_title(text, _TOOLS[seed % len(_TOOLS)])


def _below_title(text: str, added: str) -> str:
    """Below the title, or on top where a text begins without one."""
    title, *rest = text.split("\n")
    return "\n".join([added, title, *rest] if "。" in title else [title, added, *rest])


def portal_foot(text: str, seed: int) -> str:
    """Editors, sharing, neighbours, disclaimers, related pages or the imprint below the text."""
    return f"{text}\n{_FEET[seed % len(_FEET)]}"


def wechat(text: str, seed: int) -> str:
    """What WeChat shows above and below an article."""
    return f"{_WECHAT[0]}\n{text}\n{_WECHAT[1]}"


def page_numbers(text: str, seed: int) -> str:
    """The numbers of the paper's pages between paragraphs."""
    form = ("— {} —", "- {} -", "第 {} 页 共 12 页", "第{}页", "－{}－", "Page {} of 12")[seed % 6]
    every = 3 + seed % 4
    found = []
    for at, line in enumerate(text.split("\n"), 1):
        found += [line, form.format(at // every)] if at % every == 0 else [line]
    # a bare 第3页 may be what somebody wrote in a form, and needs a second one
    return "\n".join([*found, *([form.format(98), form.format(99)] if seed % 6 == 3 else [])])


# --- characters ------------------------------------------------------------------------------------------------------


def radicals(text: str, seed: int) -> str:
    """Radicals in place of the characters that look alike: 第⼀条."""
    return "".join(_radicals().get(char, char) for char in text)


@cache
def _radicals() -> dict[str, str]:
    return {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0x2F00, 0x2FD6)}


def invisible(text: str, seed: int) -> str:
    """Characters of no width, soft hyphens, byte order marks and marks of direction after every few others."""
    sign = "\u200b\u200c\u200d\xad\ufeff\u2060\u200e\u202c"[seed % 8]
    every = 2 + seed % 5
    return "".join(char + sign if at % every == 0 and char != "\n" else char for at, char in enumerate(text))


def entities(text: str, seed: int) -> str:
    """Marks and some characters as references, as a page shows them that was escaped twice, or three times."""
    named = {"“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;", "·": "&middot;", "＜": "&#xFF1C;"}
    every = 7 + seed % 9
    once = "".join(
        named.get(char) or (f"&#{ord(char)};" if at % every == 0 and char != "\n" else char)
        for at, char in enumerate(text.replace("&", "&amp;"))
    )
    return once.replace("&", "&amp;") if seed % 2 else once


def tags(text: str, seed: int) -> str:
    """Markup that is served as text: a paragraph's tags around every line, inline tags within."""
    start, end = (
        ("<p>", "</p>"),
        ('<p style="text-indent: 2em;">', "</p>"),
        ("<div class='a'>", "</div>"),
        ("", "<br />"),
        ("<P align=center><FONT size=3>", "</FONT></P>"),
    )[seed % 5]

    def marked(at: int, line: str) -> str:
        inner = f"{line[:4]}<strong>{line[4:9]}</strong>{line[9:]}"
        inner = inner if (at + seed) % 3 == 0 and "&" not in line[:16] else line  # no tag stands inside a reference
        return f"{start}{inner}{end}"

    return _lines(text, marked)


def escaped_tags(text: str, seed: int) -> str:
    """The same, escaped once more: &lt;p&gt;."""
    return tags(text, seed).replace("<", "&lt;").replace(">", "&gt;")


# --- bytes -----------------------------------------------------------------------------------------------------------


def utf8_as_latin1(text: str, seed: int) -> str:
    """UTF-8 decoded as Latin-1."""
    return _lines(text, lambda at, line: line.encode().decode("latin-1"))


def utf8_as_latin1_twice(text: str, seed: int) -> str:
    """The same, once more."""
    return utf8_as_latin1(utf8_as_latin1(text, seed), seed)


def gbk_as_latin1(text: str, seed: int) -> str:
    """GBK decoded as Latin-1; what GBK has no bytes for was a question mark before."""
    return _lines(text, lambda at, line: line.encode("gbk", "replace").decode("latin-1"))


INVERTIBLE: dict[str, Noise] = {
    "traditional": Noise("script", _script("s2t")),
    "Taiwan": Noise("script", _script("s2tw")),
    "Hong Kong": Noise("script", _script("s2hk")),
    "spaces": Noise("gaps", spaces),
    "hard wraps": Noise("broken-lines", wrapped),
    "hard wraps, indented": Noise("broken-lines", wrapped_and_indented),
    "asterisks": Noise("filter-masks", masked),
    "pinyin, glued": Noise("pinyin", pinyin_glued),
    "pinyin, spaced": Noise("pinyin", pinyin_spaced),
    "pinyin of words": Noise("pinyin", pinyin_of_words),
    "tools": Noise("publication", tools),
    "byline": Noise("publication", byline),
    "portal head": Noise("portal-head", portal_head),
    "portal foot": Noise("foot-lines", portal_foot),
    "WeChat": Noise("foot-lines", wechat),
    "page numbers": Noise("page-numbers", page_numbers),
    "font bullets": Noise("font-bullets", font_bullets),
    "indents": Noise("blank-lines", indents),
    "line ends": Noise("blank-lines", line_ends),
    "invisible": Noise("invisible", invisible),
    "radicals": Noise("radicals", radicals),
    "entities": Noise("entities", entities),
    "tags": Noise("tags", tags),
    "escaped tags": Noise("tags", escaped_tags),
}
"""Noise that must come back to the letter, in the order in which a page gets it."""


def _one_byte_late(text: str, seed: int) -> str:
    """GBK split at the bytes of its marks, and read one byte late from there."""
    return corrupt(text, View(("?", "", "\ufffd")[seed % 3], swallow=bool(seed % 2)))


def _misread(wrong: str, errors: str) -> Callable[[str, int], str]:
    return lambda text, seed: _lines(text, lambda at, line: line.encode().decode(wrong, errors))


def _replaced(text: str, seed: int) -> str:
    """Characters that the page's charset has none for, lost."""
    return "".join("\ufffd" if at % (40 + seed) == 39 and char != "\n" else char for at, char in enumerate(text))


def _blotted(text: str, seed: int) -> str:
    """Figures blotted out: 最高****万元."""
    return re.sub(r"\d+(?:\.\d+)?(?=[万亿]元|%)", "****", text)


LOSSY: dict[str, Noise] = {
    "UTF-8 as Latin-1": Noise("wrong-charset", utf8_as_latin1),
    "UTF-8 as Latin-1, twice": Noise("wrong-charset", utf8_as_latin1_twice),
    "GBK as Latin-1": Noise("wrong-charset", gbk_as_latin1),
    "GBK one byte late": Noise("mojibake", _one_byte_late),
    "UTF-8 as cp1252": Noise("wrong-charset", _misread("cp1252", "replace")),
    "UTF-8 as GBK": Noise("wrong-charset", _misread("gbk", "replace")),
    "UTF-8 as GBK, gaps": Noise("wrong-charset", _misread("gbk", "ignore")),
    "UTF-8 as Big5": Noise("wrong-charset", _misread("big5hkscs", "replace")),
    "lost characters": Noise("", _replaced),
    "figures blotted out": Noise("", _blotted),
}
"""Noise of which something is lost, or so little is left in a short run that it may be anything."""


# --- pages -----------------------------------------------------------------------------------------------------------


def _written(text: str) -> tuple[str, list[str]]:
    """The title of a text and its other blocks as markup; rows of cells that follow each other are one table."""
    blocks: list[str] = []
    for is_row, grouped in groupby(escape(text, quote=False).split("\n"), lambda line: "\t" in line):
        lines = list(grouped)
        rows = "".join(f"<tr><td>{line.replace(chr(9), '</td><td>')}</td></tr>" for line in lines)
        blocks += [f"<table>{rows}</table>"] if is_row else lines
    return blocks[0], blocks[1:]


def title_of(text: str) -> str:
    """The first line of a text."""
    return text.partition("\n")[0]


def _page(title: str, body: str) -> str:
    return f'<html><head><meta charset="utf-8"><title>{escape(title)}</title></head><body>{body}</body></html>'


def _portal(text: str) -> str:
    title, rest = _written(text)
    inner = "".join(f"<div style='text-indent:2em'>{line}</div>\n" for line in rest)
    menu = "".join(f"<li><a href='#'>{word}</a></li>" for word in ("首页", "政务公开", "办事服务", "互动交流"))
    return _page(
        f"{title_of(text)}_某市人民政府",
        f"<ul>{menu}</ul><div>当前位置：<a href='#'>首页</a> &gt; <a href='#'>政策</a></div><div><h1>{title}</h1>"
        f"<div>发布时间：2024-12-02　来源：市政府办公室</div><div>{inner}</div><div><a href='#'>打印</a>"
        "<a href='#'>关闭</a></div></div><div><p>版权所有：某市人民政府</p><p>某ICP备00000000号</p></div>",
    )


def _layout_table(text: str) -> str:
    title, rest = _written(text)
    return _page(
        title_of(text),
        "<table><tr><td><a href=#>首页</a></td><td><a href=#>新闻</a></td><td><a href=#>政策</a></td></tr></table>"
        f"<table><tr><td><center><b>{title}</b></center>{''.join(f'　　{line}<br>' for line in rest)}</td></tr></table>"
        "<table><tr><td>您是第 1283 位访问者</td></tr></table>",
    )


def _sections(text: str) -> str:
    title, rest = _written(text)
    inner = "".join(f"<section><section>{line}</section></section>" for line in rest)
    return _page(
        title_of(text),
        f"<div><h1>{title}</h1><div><span>原创</span><a>某某发布</a><em>2024-12-02 18:05</em></div>"
        f"<div>{inner}</div></div>"
        "<div><a href='#'>阅读原文</a><span>阅读 3012</span></div><div><p>预览时标签不可点</p></div>",
    )


PAGES: dict[str, Callable[[str], str]] = {"portal": _portal, "layout table": _layout_table, "WeChat": _sections}
"""Web pages around a text whose first line is its title."""
