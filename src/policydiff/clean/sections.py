"""Sections of a page that are not its text: lists of other pages under a heading, and what readers say below it.

In a web page the markup says where such a section ends: at the next line that stands as the text does.  A capture
without markup has its sections end at the next prose or numbered line.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from policydiff.clean.anchors import PROVISION, Anchored, find_anchors
from policydiff.clean.controls import is_control, is_floor_mark, is_furniture
from policydiff.clean.features import CHROME_LANDMARKS, Features, features, is_attachment
from policydiff.clean.fields import DATE
from policydiff.clean.page import DATE_LINE, Page, cut, is_text
from policydiff.clean.rule import Rule
from policydiff.model import Edit
from policydiff.patterns import lazy

__all__ = ["COMMENTS", "RELATED"]

_OPEN, _CLOSE = r"[\[(【<*#—▼▎|-]*+\s*+", r"\s*+[\])】>*#—▼-]*+"
_LONGEST_HEADING = 20
_HEADING = lazy(
    rf"{_OPEN}(?:(?:相关|关联)(?:文章|链接|新闻|阅读|报道|推荐|资讯|稿件|文档|解读|信息|专题|搜索)|(?:推荐|延伸|扩展|关联|热门)阅读|(?:热门|热点|最新|精彩|今日|实时)(?:文章|新闻|推荐|资讯|专题|动态|评论)"
    rf"|猜你(?:喜欢|想[看搜])|[你您]可能(?:也|还)?(?:感兴趣|喜欢|关注|想看).{{0,6}}|(?:为您|为你)推荐|往期(?:回顾|推荐|精选)|大家都在(?:看|搜)|更多(?:推荐|阅读|新闻|文章)|排行榜?|友情链接|网友评论|最新评论){_CLOSE}\s*+:?{_CLOSE}"
)
_OF_LINKS = lazy(
    rf"{_OPEN}(?:(?:相关|相似|关联|同类|配套|本类|热门|热点|最新|推荐|推荐的?|更多|图片|视频|专题|头条|精选|本[周月]|[一24]{{1,2}}(?:周|小时)|今日|阅读|点击|下载|新闻|文章|政策|解读|图文|本网|本站)"
    r"(?:相关|法规|热点|热门|最新|推荐)?(?:文章|链接|新闻|阅读|报道|推荐|资讯|稿件|文档|文件|解读|信息|专题|政策|法规|搜索|资源|内容|排行榜?|榜|图片|视频|回顾|精选|问答|服务|通知|公告|动态|下载|案例|图解|要闻|专栏|导读)(?:推荐)?"
    rf"|.{{0,4}}(?:排行榜?|热榜|热搜榜?)|图解|一图读懂|媒体(?:报道|解读|关注)|专家解读|部门解读|站点(?:导航|链接)|网站链接){_CLOSE}\s*+:?{_CLOSE}"
)
_COMMENTS = lazy(
    rf"{_OPEN}(?:(?:网友|全部|最新|热门|精彩|读者|用户|发表|我要|我来)(?:评论|留言|说两句|点评)|评论区?|留言板?|网友跟[贴帖]|跟[贴帖]|\d+\s*+条?(?:评论|留言|跟[贴帖]))\s*+(?:\(\s*+\d+\s*+条?\s*+\))?{_CLOSE}\s*+:?{_CLOSE}"
)
_LONGEST_CARD, _LONGEST_NAME = 15, 8
_DATED = lazy(
    rf".{{0,80}}{DATE}(?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?[\])]?|[\[(]?\d{{1,2}}[-/.]\d{{1,2}}[\])]?.{{0,80}}"
)


def _find_related(page: Page) -> tuple[Edit, ...]:
    if not any(_is_heading(line.key) for line in page.lines):
        return ()
    return _related_in_text(page) if page.title is None else _related_on_page(page, features(page))


def _is_heading(key: str) -> bool:
    return len(key) <= _LONGEST_HEADING and bool(_HEADING.fullmatch(key) or _OF_LINKS.fullmatch(key))


def _related_in_text(page: Page) -> tuple[Edit, ...]:
    drop: set[int] = set()
    lines = page.lines
    seen_text = False
    index = 0
    while index < len(lines):
        key = lines[index].key
        if seen_text and len(key) <= _LONGEST_HEADING and _HEADING.fullmatch(key):
            behind = index + 1
            while behind < len(lines) and not is_text(lines[behind].key):
                behind += 1
            # before prose of its own a heading such as 相关链接 belongs to the report
            if behind > index + 1 or behind == len(lines):
                drop.update(range(index, behind))
            index = behind
        else:
            seen_text = seen_text or is_text(key)
            index += 1
    return cut(page, drop)


def _related_on_page(page: Page, around: tuple[Features, ...]) -> tuple[Edit, ...]:
    body = find_anchors(page)
    if body is None:
        return ()
    drop: set[int] = set()
    lines = page.lines
    index = max(body.anchors[0] + 1, body.title.stop)
    above = _Above()
    while index < len(lines):
        key = lines[index].key
        behind = index + 1
        above.reach(index, body, around)
        strict = _HEADING.fullmatch(key) if len(key) <= _LONGEST_HEADING else None
        if strict or (len(key) <= _LONGEST_HEADING and not around[index].linked and _OF_LINKS.fullmatch(key)):
            while behind < len(lines) and not _resumes(page, around, behind, above, dated=bool(strict)):
                behind += 1
            listed = range(index + 1, behind)
            links = any(around[i].linked or _DATED.fullmatch(lines[i].key) for i in listed)
            # before prose of its own a heading such as 相关链接 belongs to the report
            if links or (strict and (listed or behind == len(lines) or not is_text(lines[behind].key))):
                drop.update((index, *listed))
        index = behind
    return cut(page, drop)


@dataclass(slots=True)
class _Above:
    """Where in the markup the anchors stand that have been passed so far."""

    passed: int = 0
    levels: set[tuple[str, int]] = field(default_factory=set)
    containers: set[int] = field(default_factory=set)

    def reach(self, index: int, body: Anchored, around: tuple[Features, ...]) -> None:
        """Take in the anchors above a line."""
        while self.passed < len(body.anchors) and body.anchors[self.passed] < index:
            at = around[body.anchors[self.passed]]
            self.levels.add(at.level)
            self.containers.update({at.container} - {0})
            self.passed += 1


def _resumes(page: Page, around: tuple[Features, ...], index: int, above: _Above, *, dated: bool) -> bool:
    """Whether a line stands as the lines of the text do, and is none of a list of links.

    `dated` says that the heading is such that a short line with a date is one of the list, too.
    """
    key, at = page.lines[index].key, around[index]
    if at.linked or is_control(key) or is_furniture(key):
        return False
    if is_attachment(key) or DATE_LINE.fullmatch(key):
        return True
    if at.level not in above.levels and at.container not in above.containers:
        return bool(PROVISION.match(key)) and at.landmark not in CHROME_LANDMARKS
    return is_text(key) or not (dated and _DATED.fullmatch(key))


def _find_comments(page: Page) -> tuple[Edit, ...]:
    """From the heading of the readers' comments to the end, unless the text goes on below it."""
    headed = any(_heads_comments(line.key) or is_floor_mark(line.key) for line in page.lines)
    if page.title is None or not headed:
        return ()
    around = features(page)
    body = find_anchors(page)
    if body is None:
        return ()
    start = max(body.anchors[0] + 1, body.title.stop)
    for index in range(start, len(page.lines)):
        key = page.lines[index].key
        if _heads_comments(key):
            levels = {around[i].level for i in body.anchors if i < index}
            below = [i for i in body.anchors if i > index]
            if any(PROVISION.match(page.lines[i].key) or around[i].level in levels for i in below):
                return ()
            return cut(page, list(range(index, len(page.lines))))
    return _later_floors(page, around, body)


def _heads_comments(key: str) -> bool:
    return len(key) <= _LONGEST_HEADING and bool(_COMMENTS.fullmatch(key))


def _later_floors(page: Page, around: tuple[Features, ...], body: Anchored) -> tuple[Edit, ...]:
    """The answers below the first post of a forum, with the cards of their authors, unless they hold provisions."""
    lines = page.lines
    marks = [i for i, line in enumerate(lines) if is_floor_mark(line.key)]
    text = body.anchors
    first = next((i for i in text if marks and i > marks[0]), None)
    later = [i for i in marks if first is not None and i > first]
    if first is None or not later or any(PROVISION.match(lines[i].key) for i in text if i > later[0]):
        return ()
    start = later[0]
    posts = {around[i].container for i in text if i < later[0]}
    while (
        later[0] - start < _LONGEST_CARD
        and around[start - 1].container not in posts
        and _is_card(lines[start - 1].key, around[start - 1])
    ):
        start -= 1
    return cut(page, list(range(start, len(lines))))


def _is_card(key: str, at: Features) -> bool:
    """Whether a line is part of what a forum sets beside a post: its author, his points, the buttons."""
    return is_control(key) or is_furniture(key) or (len(key) <= _LONGEST_NAME and not at.cells)


_BODY = "对获奖企业给予一次性奖励五十万元。"
RELATED = Rule(
    name="related",
    reason="a heading such as 相关文章 with the list of titles below it leads to other pages",
    label_zh="相关链接列表",
    find=_find_related,
    examples=(
        (f"{_BODY}\n相关文章\n- 2025-05-02 11:39:00 某地政策有调整\n- 某市出台新措施!\n热门文章", _BODY),
        (f"{_BODY}\n【延伸阅读】\n某市出台新措施\n{_BODY}", f"{_BODY}\n{_BODY}"),
    ),
    negatives=(f"{_BODY}\n相关链接\n{_BODY}", "相关文章\n若干措施", f"{_BODY}\n相关文件由市经信局另行印发"),
)
COMMENTS = Rule(
    name="comments",
    reason="what readers say below a page, and the answers in a forum, are not of the document",
    label_zh="评论与回帖",
    find=_find_comments,
    examples=(),
    negatives=(f"{_BODY}\n网友评论\n支持", f"{_BODY}\n评论\n{_BODY}"),
)
