"""What a page says of its document outside the text: its information table, its meta tags, its title.

Policy pages carry a table of 索引号, 发文机关, 成文日期, 发文字号 in any of four forms: a table, a list,
pairs of elements, or `发文机关：某市人民政府` in a line.  The standard of Chinese government web sites
(政府网站发展指引) defines the meta tags ArticleTitle, PubDate, ContentSource and SiteName; others use Open Graph
and Dublin Core.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from policydiff.fold import HAN
from policydiff.model import Block, Fact, FactKey
from policydiff.patterns import lazy
from policydiff.read.html.page import attribute
from policydiff.read.reading import Reading

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

__all__ = ["page_facts", "page_title"]

_WORDS: dict[FactKey, str] = {
    "index_number": "索引号 信息索引号 信息索引 索取号 索引编号 信息索取号",
    "issuer": """
        发文机关 发文单位 发文部门 发文机构 制发机关 制发单位 制定机关 制定单位 印发单位 印发机关
        颁布单位 颁布机关 颁布部门 发布机构 发布机关 发布单位 发布部门 公布机关 公开主体
    """,
    "document_number": "发文字号 发文文号 文号 文件编号 文件字号 文件号 公文文号 公文字号 文件文号",
    "issued": """
        成文日期 成文时间 发文日期 发文时间 生成日期 生成时间 印发日期 印发时间 制定日期 公布日期 颁布日期
        形成日期 签发日期
    """,
    "published": "发布日期 发布时间 公开日期 公开时间 发稿时间 上网日期",
    "effective": "施行日期 施行时间 生效日期 生效时间 实施日期 实施时间",
    "title": "标题 名称 公文名称 公文标题 文件名称 文件标题 信息名称 信息标题 政策名称 法规名称 法规标题",
    "publisher": "来源 信息来源 文章来源 稿件来源 稿源 内容来源 发布平台",
}
_KEYS: dict[str, FactKey] = {word: key for key, words in _WORDS.items() for word in words.split()}
_OTHERS = frozenset(
    """
    主题分类 主题词 主题 体裁分类 体裁 公文种类 公文体裁 组配分类 分类 信息分类 所属类别 类别
    文件类型 有效性 时效性 公文时效 是否有效 效力状态 文件状态 文件有效性 有效期 失效日期 失效时间
    废止日期 服务对象 关键词 浏览次数 字体 字号 语种 信息格式 格式 公开方式 公开形式 公开范围
    公开时限 公开类别 责任编辑 作者 编辑 登记号 统一登记号 规范性文件编号 效力级别 法律效力位阶
    附件 内容概述 概述 内容简介 摘要 正文 备注 序号 点击数 阅读次数 阅读量 打印 分享 收藏
    联系方式 签发人 有无附件 载体类型 生命周期
    """.split()  # noqa: SIM905 - a list of sixty quoted names is no easier to read
)
"""Labels that stand beside those: they end a value, and are none."""
_AMBIGUOUS = frozenset(("标题", "名称", "来源", "实施时间", "文件名称", "生效时间"))
"""Labels that forms and columns bear as well: they count among others only."""
_NEAR = 30  # blocks; the information table of a page has ten to twenty

_GAPS = lazy(r"[\s\u00a0\u3000]+")
_SPACED = {word: r"[\s\u00a0\u3000]{0,6}".join(word) for word in (*_KEYS, *_OTHERS)}
_LABELLED = (
    r"[\[【]?(?P<label>"
    + "|".join(sorted(_SPACED.values(), key=len, reverse=True))
    + r")[\]】]?[\s\u00a0\u3000]{0,6}[:：][\s\u00a0\u3000]*+"
)
_FIELD = lazy(r"(?:^|(?<=[\s\u00a0\u3000|｜;；\[【]))" + _LABELLED)
_FURTHER = lazy(_LABELLED)  # behind a field, the next may follow without a gap: 来源：某报作者：张三
_LABEL_ONLY = lazy(r"[\[【]?(?P<label>[^\[\]【】:：]{2,30})[\]】]?[\s\u00a0\u3000]{0,6}(?P<colon>[:：]?)")
_LONGEST_LINE = 600
_LONGEST_VALUE = 200
_META: tuple[tuple[FactKey, tuple[str, ...]], ...] = (
    ("title", ("articletitle", "og:title", "dc.title", "dcterms.title", "twitter:title", "headline")),
    (
        "published",
        (
            "pubdate",
            "article:published_time",
            "og:release_date",
            "publishdate",
            "publish_date",
            "datepublished",
            "dc.date",
        ),
    ),
    ("issued", ("dcterms.issued", "dc.date.issued")),
    ("effective", ("dcterms.valid",)),
    ("publisher", ("contentsource", "og:site_name", "sitename", "dc.publisher", "dcterms.publisher")),
)
_DATE = lazy(r"(?:19|20)\d{2}\D{1,3}\d{1,2}\D{1,3}\d{1,2}|[一二][〇○零九]\S{2}年\S{1,3}月\S{1,3}日|(?:19|20)\d{6}")
_NUMBER = lazy(rf"\d\s*+号|{HAN}.{{0,60}}\d")
_SHAPES: dict[FactKey, re.Pattern[str]] = {
    "index_number": lazy(r"[0-9A-Za-z][-/0-9A-Za-z]{3}"),
    "issuer": lazy(rf"^(?=.{{2,60}}$)(?:.*{HAN}){{2}}"),
    "document_number": _NUMBER,
    "issued": _DATE,
    "published": _DATE,
    "effective": _DATE,
    "title": lazy(rf"{HAN}(?:.*?{HAN}){{3}}"),
    "publisher": lazy(rf"^(?=.{{2,40}}$).*(?:{HAN}|\w\.\w)"),
}
_NEXT_LABEL = lazy(rf"\s{HAN}{{2,8}}[:：]")
_SITE = lazy(r"[-—–](?=[^-—–]*(?:政府|网|网站|局|委|委员会|厅|平台|门户|频道|中心|数据库|公开|日报|在线|新闻)$)")
_PARTS = lazy(r"(?:(?<!\s)\s++)?+[_|｜>»]|(?<!\s)\s++[-–—]++\s|--|——")
_EMPTY = frozenset(
    (
        "",
        "无",
        "暂无",
        "-",
        "--",
        "—",
        "——",
        "/",
        "\\",
        "null",
        "none",
        "undefined",
        "本站",
        "本网",
        "原创",
        "未知",
        "空",
    )
)


def page_title(soup: BeautifulSoup) -> str | None:
    """The words of `<title>`, or nothing."""
    for title in soup.find_all("title"):
        if title.parent is not None and title.parent.name in ("head", "html", "body", "[document]"):  # not a picture's
            return _GAPS.sub(" ", "".join(map(str, title.strings))).strip() or None
    return None


def page_facts(soup: BeautifulSoup, reading: Reading, title: str | None) -> tuple[Fact, ...]:
    """The first value of each key: from the information table, then from the meta tags, then from the title."""
    found: dict[FactKey, str] = {}
    for key, value in (*_in_text(reading), *_in_meta(soup), *_in_title(title)):
        if key not in found:
            found[key] = value
    return tuple(Fact(key, found[key]) for key in sorted(found))


def _in_title(title: str | None) -> Iterator[tuple[FactKey, str]]:
    """The headline that a page's title starts with: 若干措施_政策文件_某市人民政府."""
    words = _PARTS.split((title or "")[:_LONGEST_LINE])[0]
    value = _value("title", _SITE.split(words)[0])
    if value:
        yield "title", value


def _in_meta(soup: BeautifulSoup) -> Iterator[tuple[FactKey, str]]:
    said: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        for name in ("name", "property", "itemprop"):
            label = attribute(tag, name).lower()
            if label and (content := attribute(tag, "content")):
                said.setdefault(label, content)
    for key, names in _META:
        for name in names:
            if value := _value(key, said.get(name, "")):
                yield key, value


def _in_text(reading: Reading) -> Iterator[tuple[FactKey, str]]:
    """What the labelled fields of the page say; a label that forms bear as well counts close to others only."""
    sure: list[int] = []
    told: list[tuple[int, FactKey, str, bool]] = []
    for at, label, written in _fields(reading.text, reading.blocks):
        key = _KEYS.get(label)
        value = _value(key, written) if key else ""
        if key and value:
            told.append((at, key, value, label in _AMBIGUOUS))
            sure += [] if label in _AMBIGUOUS else [at]
    for at, key, value, ambiguous in told:
        near = bisect_left(sure, at - _NEAR)
        if not ambiguous or (near < len(sure) and sure[near] <= at + _NEAR):
            yield key, value


def _fields(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, str, str]]:
    """Every labelled field: the block it stands in, its label, its value in the same block or the next."""
    for at, block in enumerate(blocks):
        words = block.span.of(text) if len(block.span) <= _LONGEST_LINE else ""
        only = _LABEL_ONLY.fullmatch(words.strip())
        label = _bare(only["label"]) if only else ""
        if only and (label in _KEYS or label in _OTHERS):
            yield at, label, _next(text, blocks, at)
            continue
        first = _FIELD.search(words)
        labels = list(_FURTHER.finditer(words, first.start())) if first else []
        for index, match in enumerate(labels):
            end = labels[index + 1].start() if index + 1 < len(labels) else len(words)
            value = words[match.end() : end].strip(" \u00a0\u3000|｜;；[]【】")
            last = end == len(words)
            yield at, _bare(match["label"]), _next(text, blocks, at) if last and not value else value


def _next(text: str, blocks: Sequence[Block], at: int) -> str:
    """The value in the block behind a label, unless that is another label or stands in another row."""
    if at + 1 == len(blocks):
        return ""
    here, there = blocks[at], blocks[at + 1]
    if here.kind == "cell" and text[here.span.end : there.span.start] != "\t":
        return ""
    words = there.span.of(text) if len(there.span) <= _LONGEST_LINE else ""
    only = _LABEL_ONLY.fullmatch(words.strip())
    label = _bare(only["label"]) if only else ""
    return "" if label in _KEYS or label in _OTHERS or _FIELD.match(words) else words


def _bare(label: str) -> str:
    """A label without the spaces that set it: 索 引 号, 文\u3000\u3000号."""
    return _GAPS.sub("", label)


def _value(key: FactKey, written: str) -> str:
    """A value as written, without what a page sets behind it; nothing where it cannot be one of its kind."""
    value = _GAPS.sub(" ", written).strip(" \u00a0\u3000:：")
    label = _NEXT_LABEL.search(value)
    value = value[: label.start()] if label else value
    if key == "publisher":
        value = value.split(" ")[0]
    if value.lower() in _EMPTY or len(value) > _LONGEST_VALUE:
        return ""
    return value if _SHAPES[key].search(value) else ""
