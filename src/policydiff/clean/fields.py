"""The small grammar of lines about a page: publication data, credits, tools, read field by field.

`0次浏览 发布时间:2025-03-10 20:24:00 来源:某报 记者 张三` is a row of fields and nothing else, so it is furniture.
As soon as one stretch of a line is no field, the line is text and stays.  Lines are matched on their key (see `page`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from policydiff.fold import HAN
from policydiff.patterns import lazy

__all__ = ["LONGEST", "is_credit", "is_furniture", "is_tool_bar"]

LONGEST = 160
"""No line about a page is longer; a longer line is text, whatever it starts with."""

DATE = r"(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?"
TIME = r"(?:\s*+T?\d{1,2}:\d{2}(?::\d{2})?)"
_ROLE = (
    "(?:特约|见习|实习|首席|全媒体|融媒体?)?(?:记者|通讯员|实习生|评论员)"
    "|(?:责任|执行|值班|新媒体|本期|网络|网站|视频|图文|文字|美术|栏目)?编辑|责编|编审|校对|审校|审核|审稿|核稿|初审|复审|复核"
    "|终审|审签|审读|监制|制作|制图|出品人?|策划|统筹|撰文|撰稿|作者|摄影|摄像|文字|供图|供稿|排版|美编|海报|主编"
    "|总编|副总编|签发|整理|播音|来源|剪辑|配音|翻译"
)
_LABEL = (
    rf"(?:(?:{_ROLE})\s?[:|/]|(?:发布|更新|发表)?(?:时间|日期)\s?:|(?:浏览|阅读|点击)(?:次数|量|数)?\s?:"
    r"|发布(?:部门|机构|单位|人)\s?:)"
)
# A pattern of its own, because a copy of it in every field would take a tenth of a second to compile at every start
_LABEL_HERE = lazy(_LABEL)
_PLAIN = r"[^\s:|()\[\]。!?;,]"
_RUN = lazy(rf"{_PLAIN}{{1,30}}")
# A person: two to five characters that do not end as an office does, or a user name
_PERSON = lazy(rf"(?:(?:{HAN}|·){{2,5}}|[A-Za-z][\w.]{{0,19}})(?<![局部委厅办处科司院府])")
_BETWEEN_WORDS, _BETWEEN_NAMES = lazy(r"\s+"), lazy(r"[\s、,&·]+")
_PUBLISHER = lazy(rf"{_PLAIN}{{1,24}}?(?:中心|社|台|室|部|网|公司|报|集团|发布)(?!{HAN})")

_DATED = lazy(
    rf"""
      (?:(?:发布|更新|发表|发稿|上传|录入|采集|编辑|信息)\s?(?:时间|日期)|最后(?:更新|修改)(?:时间|日期)?)\s?:\s*+(?:{DATE}{TIME}?)?
    | \d+\s*+次?(?:浏览|阅读|点击|播放|人阅读|人浏览|条评论|个评论|人参与)(?:量|次数)?
    | (?:浏览|阅读|点击|访问|查看|播放|人气)(?:次数|数量|量|数|率|人数)?\s*+(?::\s*+(?:\d+\s*+次?|次)?|\d+\s*+次?|次)
    | {_PLAIN}{{1,30}}\s+(?:发表|发布|更新|编辑)于\s*+{DATE}{TIME}?
    """,
    re.VERBOSE,
)
_ORIGIN = lazy(
    r"(?:信息|文章|稿件|新闻|内容|资料|图片)?(?:来源|稿源|出处)\s*+(?:于|自)?\s*+[:|]\s*+"
    r"|(?:发布|供稿|发稿|录入|文章录入)(?:部门|机构|单位|处室|科室|人|者)\s*+:\s*+"
)
_PRODUCER = lazy(r"(?:联合)?(?:出品|制作|策划)(?:单位)?\s*+:\s*+")
_MAKER = lazy(rf"(?:{_ROLE})\s*+[:/|]\s*+")
_POSTERS = ("作者", "编辑", "责编", "撰稿", "供稿")
_REPORTER = lazy(
    rf"(?:[文图]|图文|文字|[文图]、[文图])\s?/\s?(?:(?:{_ROLE})\s?)?|[^\s:,。|()]{{0,12}}?(?:记者|通讯员|实习生|评论员)\s+"
)
_TOOL = lazy(
    r"收藏(?:本页|本站)?|打印(?:本页|本文|此文|此页)?|关闭(?:窗口|本页|此页)?|我要分享|一键分享|分享(?:到|至|按钮)?:?|复制链接"
    r"|字[号体](?:大小)?:?|视力保护色:?|放大|缩小|微信|微博|新浪微博|QQ空间|朋友圈|腾讯微博|手机查看|我要纠错|纠错|朗读"
    r"|语音播报|默认|点赞|在看|返回顶部|返回列表|我要打印|下载(?:本页|pdf|word|PDF|WORD)|无障碍|听全文|原创|举报|评论"
    r"|点击关注|扫码分享"
)
_SIZES = rf"[大中小](?!{HAN})|(?:特?大\s?中\s?小|小\s?中\s?特?大)(?!{HAN})"
_WEAK = lazy(rf"{DATE}{TIME}?|(?:时间|日期)\s?:\s*{DATE}{TIME}?|{_SIZES}|A[+-]?(?!\w)|T(?!\w)")
_SEPARATOR = lazy(r"[\s|/·•,;\[\]【】()<>*_=—…-]+")
_CREDIT = lazy(rf"(?:{_ROLE}|来源|记者|通讯员)")


def _value(key: str, at: int, shape: re.Pattern[str], between: re.Pattern[str], most: int) -> int:
    """The end of the words or names that start at `at`; `at` itself where none does.

    Where a page set spans side by side, a value ends at the next label: 来源:某报作者:张三.
    """
    end = at
    for _ in range(most):
        match = None if _LABEL_HERE.match(key, at) else shape.match(key, at)
        if match is None:
            break
        label = next((i for i in range(at + 1, match.end()) if _LABEL_HERE.match(key, i)), None)
        stop = match.end() if label is None else label
        whole = stop == label or stop == len(key) or key[stop] in " \t|,;、()[]【】&·"
        if not whole or shape.fullmatch(key, at, stop) is None:
            break
        end = stop
        gap = between.match(key, end)
        if gap is None:
            break
        at = gap.end()
    return end


def _strong(key: str, at: int) -> int:
    """The end of the labelled field that starts at `at`, or `at`."""
    if match := _DATED.match(key, at):
        return match.end()
    if match := _ORIGIN.match(key, at):
        return _value(key, match.end(), _RUN, _BETWEEN_WORDS, 4)
    if (match := _PRODUCER.match(key, at)) and (publisher := _PUBLISHER.match(key, match.end())):
        return publisher.end()
    if match := _MAKER.match(key, at):
        office = _posted(key, match.end()) if match[0].startswith(_POSTERS) else 0
        return office or _value(key, match.end(), _PERSON, _BETWEEN_NAMES, 10)
    if match := _REPORTER.match(key, at):
        end = _value(key, match.end(), _PERSON, _BETWEEN_NAMES, 10)
        return end if end > match.end() else at
    return at


def _posted(key: str, at: int) -> int:
    """The end of an office that starts at `at`, where the next label shows that it put the page up; else 0.

    `作者:科技局 时间:2024-07-01`, but not a definition such as `作者:创作作品的自然人`.
    """
    office = _RUN.match(key, at)
    gap = _BETWEEN_WORDS.match(key, office.end()) if office else None
    return office.end() if office and gap and _LABEL_HERE.match(key, gap.end()) else 0


@lru_cache(maxsize=1 << 14)  # three rules ask for the fields of every line
def _fields(key: str) -> tuple[int, int, int] | None:
    """How many publication fields, tools and weak fields a line is made of; None where it holds anything else."""
    if len(key) > LONGEST:
        return None
    strong = tools = weak = at = 0
    while at < len(key):
        end = _strong(key, at)
        if match := _SEPARATOR.match(key, at):
            at = match.end()
        elif end > at:
            strong += 1
            at = end
        elif match := _TOOL.match(key, at):
            tools += 1
            at = match.end()
        elif match := _WEAK.match(key, at):
            weak += 1
            at = match.end()
        else:
            return None
    return strong, tools, weak


def is_furniture(key: str) -> bool:
    """Whether a line is a row of publication data: at least one labelled field, and nothing that is none.

    >>> is_furniture("发布时间:2025-03-10 20:24:00 来源:某某日报 字号 大 中 小"), is_furniture("来源于企业的资金")
    (True, False)
    """
    fields = _fields(key)
    return fields is not None and fields[0] > 0


@lru_cache(maxsize=1 << 14)  # every pass asks for every line
def is_credit(key: str) -> bool:
    """Whether such a line names who wrote, edited or supplied the page."""
    return is_furniture(key) and bool(_CREDIT.search(key))


def is_tool_bar(key: str) -> bool:
    """Whether a line holds nothing but the tools of a page: 收藏 打印 字号 大 中 小."""
    fields = _fields(key)
    return fields is not None and fields[0] == 0 and fields[1] > 0
