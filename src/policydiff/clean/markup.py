"""Tags and entities that were served as text: a forum's archive, or a page that was escaped twice."""

from __future__ import annotations

import re
from html import unescape

from policydiff.clean.page import Page
from policydiff.clean.rule import Rule
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["ENTITIES", "TAGS"]

_BLOCK = (
    "address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|head|header|hr|html|iframe|li|link|main|meta|nav|ol|option|p|pre|section|select|summary|table|tbody|td|tfoot|"
    "th|thead|title|tr|ul|video|img"
)
_INLINE = (
    "a|abbr|audio|b|bdi|bdo|big|button|cite|code|col|colgroup|data|del|dfn|em|embed|font|i|input|ins|kbd|label|map|mark|"
    "mp-common-profile|o:p|object|param|path|q|rp|rt|ruby|s|samp|small|source|span|strike|strong|sub|sup|svg|textarea|time|"
    "track|tt|u|var|wbr|noscript|template|script|style"
)
# Attributes may hold quotes and `>`; every branch starts with another character and none gives back what it took, so a
# tag is read once.  The second branch is for tags whose quotes do not match.
_TAG = lazy(
    rf"<(?:/?(?:(?P<block>{_BLOCK})|(?:{_INLINE}))(?=[\s/>])"
    r"""(?:(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>|[^<>]*+>)|(?P<doctype>!doctype\s[^<>]*+>)"""
    # what a page's own program pulled apart: < br >, </ p >
    r"|[ \xa0]?/?[ \xa0]?(?:(?P<loose>br|p|div|table|tr|td|h[1-6])|span|font|strong)[ \xa0]?/?[ \xa0]?>)",
    re.IGNORECASE,
)
_HIDDEN = lazy(r"<(?P<name>script|style)(?=[\s>])[^<>]*+>|(?P<comment><!--)", re.IGNORECASE)
# <a>, <b>, <i>, <q>, <s>, <u> without anything else in them may number a list; they are tags where one is closed, too
_LETTER = lazy("<(?P<name>[abiqsu])>", re.IGNORECASE)
# Escaped twice or more, &amp;amp;nbsp; means what &nbsp; means
_ENTITY = lazy(
    r"&(?P<again>(?:amp;)*+)"
    r"(?P<body>#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};|(?:nbsp|[lg]t|amp|quot)(?![a-zA-Z0-9=;]))?"
)


def _find_tags(page: Page) -> tuple[Edit, ...]:
    text = page.text
    if "<" not in text:
        return ()
    behind, parts = 0, []
    for start, end in sorted(_hidden(text)):
        parts += _tags(text, behind, start)
        parts.append((start, end, False))
        behind = end
    parts += _tags(text, behind, len(text))
    edits: list[Edit] = []
    block = False
    for start, end, breaks in parts:
        if edits and edits[-1].span.end == start:
            block = block or breaks
            edits[-1] = Edit(Span(edits[-1].span.start, end), "\n" if block else "")
        else:
            block = breaks
            edits.append(Edit(Span(start, end), "\n" if block else ""))
    return tuple(edits)


def _tags(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The tags in a stretch of text, and whether each parts paragraphs."""
    found = list(_TAG.finditer(text, start, end))
    closed = {match[0][2:-1].lower() for match in found if match[0].startswith("</")}
    return [
        (match.start(), match.end(), bool(match["block"] or match["loose"]))
        for match in found
        if not (letter := _LETTER.fullmatch(match[0])) or letter["name"].lower() in closed
    ]


def _hidden(text: str) -> list[tuple[int, int]]:
    """Comments, and the scripts and styles with what they hold; one that is never closed is left alone."""
    spans = []
    unclosed: set[str] = set()
    at = 0
    while match := _HIDDEN.search(text, at):
        name = "-->" if match["comment"] else f"</{match['name'].lower()}>"
        close = None
        if name not in unclosed:
            close = re.compile(re.escape(name), re.IGNORECASE).search(text, match.end())
        if close is None:
            unclosed.add(name)
            at = match.end()
        else:
            spans.append((match.start(), close.end()))
            at = close.end()
    return spans


def _find_entities(page: Page) -> tuple[Edit, ...]:
    edits = []
    for match in _ENTITY.finditer(page.text):
        body = match["body"] or ""
        meant = unescape(f"&{body.rstrip(';')};") if body else "&"
        if ";" in meant:  # no entity of that name: only what stands before it was escaped
            body, meant = "", "&"
        end = match.end("again") + len(body)
        if body or match["again"]:
            edits.append(Edit(Span(match.start(), end), meant))
    return tuple(edits)


TAGS = Rule(
    name="tags",
    reason="HTML tags were served as text: block elements part paragraphs, the others vanish",
    label_zh="正文中的网页标签",
    find=_find_tags,
    examples=(
        ('<p style="line-height: 2em;">第一段。</p><p>第二段。</p>', "\n第一段。\n第二段。\n"),
        ("给予<strong>最高50万元</strong>奖励", "给予最高50万元奖励"),
        ("前<a title=\"a > b\" href='x'>政策</a>后", "前政策后"),
        ("甲< br >乙</ p >丙<BR\n/>丁<font\ncolor='red'>戊</font\n>", "甲\n乙\n丙\n丁戊"),
        ("给予<b>最高</b>50万元", "给予最高50万元"),
        ("甲<br/>乙<!-- 注释 -->丙<script>if(a<b){}</script>", "甲\n乙丙"),
    ),
    negatives=(
        "各区人民政府<开发区管委会,下同>",
        "若 a < b 且 c > d",
        "a<b，b>c",
        "<政策>全文",
        "<!-- 没有结束",
        "分为<A>类和<B>类企业",
        "若 x < p 或 y > 3",
    ),
)
ENTITIES = Rule(
    name="entities",
    reason="character references were served as text",
    label_zh="正文中的字符实体",
    find=_find_entities,
    examples=(
        ("编辑:&nbsp;张三&#65292;科技&amp;amp;金融", "编辑:\xa0张三，科技&金融"),
        ("&lt;br&gt;第二段，&lt/p&gt", "<br>第二段，</p>"),
        ("&ldquo;算力券&rdquo;&#x3002;&nbsp", "“算力券”。\xa0"),
    ),
    negatives=("R&D投入", "科研&产业;", "&unknownname;", "list?a=1&lt=5&amp=2"),
)
