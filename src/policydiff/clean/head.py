"""The head of a portal's page: everything above the document, and the lines about its publication."""

from __future__ import annotations

import re

from policydiff.clean.fields import DATE, LONGEST, TIME, is_credit, is_furniture, is_tool_bar
from policydiff.clean.page import Page, body, cut
from policydiff.clean.records import bookkeeping_edits, bookkeeping_fields, is_filed
from policydiff.clean.rule import Rule
from policydiff.fold import HAN
from policydiff.model import Edit
from policydiff.patterns import lazy

__all__ = ["PORTAL_HEAD", "PUBLICATION"]

_DEEPEST = 120  # a portal's menus come to some eighty lines; a breadcrumb further down belongs to something else
_WHERE = lazy(
    r"(?:您|你|我们?)?(?:当前|现在|目前|所处|所在)?的?(?:当前|现在|所在|所处)?的?位置(?:是|在)?\s*(?:[:>]|(?=首页|主页|网站首页))"
)
_CRUMBS = lazy(r"(?:网站)?(?:首页|主页|总站)\s*(?:>|›|»|→|/|\\|-|·|->)+")
_STEP = lazy(r"(?:(?<!\s)\s++)?+[>›»→]++\s*+")
_STEPS = lazy(r"[>›»→/\\\-·|]+|(?:网站)?首页|主页|正文|内容|详情|信息内容|文章详情")
_LONGEST_CRUMB = 120

_BAR_WORD = (
    r"(?:用户|会员|快速|统一|账号)?(?:登录|登陆|注册)|请登录|忘记密码|退出(?:登录)?|个人中心|我的|搜索|站内搜索|高级搜索|检索|搜一搜|热搜(?:词)?:?"
    r"|无障碍(?:阅读|浏览|服务)?|长者(?:模式|版|专区|助手)|适老化|关怀版|智能(?:问答|客服|机器人)|(?:繁|简)体(?:中文|版)?|繁|简|english|English|EN"
    r"|手机版|移动版|微信|微博|客户端|APP|政务(?:微信|微博|新媒体)|设为首页|加入收藏|收藏本站|网站地图|网站导航|RSS|邮箱|返回(?:首页|顶部|主站)"
    r"|首页|网站首页|本网站?支持IPv6|IPv6|x|×|关闭|菜单|导航"
)
_BAR = lazy(rf"(?:(?>{_BAR_WORD})[\s|/·,、]*+)++")
_GREETING = lazy(
    r"(?:今天是|现在是|当前时间).{0,40}|(?:您好|你好)?[,!]?\s*+欢迎(?:您|你)?(?:的)?(?:访问|来到|光临|登录|使用)[^。]{0,40}"
)
_PHONE = lazy(r"(?:(?:服务|咨询|客服|全国|统一|24小时)?(?:热线|电话)\s{0,20}:?\s{0,20})?\+?[\d\s()-]{7,20}")
_DATE_ONLY = lazy(rf"{DATE}{TIME}?")
_STAMP = lazy(rf"{DATE}\s*+{TIME}")
_BYLINE = lazy(
    rf"(?:[^\s,。]{{1,20}}\s++){{0,4}}{DATE}\s*+{TIME}(?:\s++{HAN}{{2,3}})?"
)  # an account, a time, a province
_DATE_LABEL = lazy(r"(?:发布|更新|发表|发稿)(?:时间|日期)\s?:")


def _find_head(page: Page) -> tuple[Edit, ...]:
    first, behind = body(page)
    if not behind:
        return ()
    last = _breadcrumb(page, min(first, _DEEPEST))
    drop = set(range(last + 1))
    filed = any(is_filed(line.key) for line in page.lines[last + 1 : min(first, _DEEPEST)])
    for index in range(last + 1, min(first, _DEEPEST)):
        key = page.lines[index].key
        if _BAR.fullmatch(key) or _GREETING.fullmatch(key) or _is_phone(key) or (filed and _is_kept(key)):
            drop.add(index)
    head = range(last + 1, min(first, _DEEPEST))
    trims = [edit for index in head if filed and index not in drop for edit in bookkeeping_edits(page, index)]
    return tuple(sorted((*cut(page, drop), *trims), key=lambda edit: edit.span))


def _is_kept(key: str) -> bool:
    """Whether a row is how the portal keeps the document, and nothing else: 索引号 and 主题分类 with their values."""
    fields = bookkeeping_fields(key)
    return bool(fields) and all(portal for *_, portal in fields)


def _breadcrumb(page: Page, limit: int) -> int:
    """The last line of the lowest breadcrumb above the text, or -1."""
    found = -1
    for index, line in enumerate(page.lines[:limit]):
        key = line.key
        if len(key) > _LONGEST_CRUMB:
            continue
        where = _WHERE.match(key)
        if where or _CRUMBS.match(key) or _is_trail(key):
            found = index
            if where and where.end() == len(key):
                found = _rest_of_trail(page, index, limit)
    return found


def _is_trail(key: str) -> bool:
    """`某市人民政府 > 政务公开 > 政策文件`: three short steps or more."""
    steps = _STEP.split(key)
    return len(steps) >= 3 and steps[0] != "" and all(len(step) <= 40 and "。" not in step for step in steps)


def _rest_of_trail(page: Page, index: int, limit: int) -> int:
    """A breadcrumb whose steps stand on lines of their own: 当前位置： / 首页 / > / 政务公开 / > / 正文."""
    at = last = index
    while at + 1 < limit and at - index < 16:
        at += 1
        key = page.lines[at].key
        after_arrow = at > index + 1 and re.fullmatch(r"[>›»→/]+", page.lines[at - 1].key)
        if _STEPS.fullmatch(key) or (after_arrow and len(key) <= 20):
            last = at
        elif not (at + 1 < limit and re.fullmatch(r"[>›»→/]+", page.lines[at + 1].key)):
            break
    return last


def _is_phone(key: str) -> bool:
    digits = sum(char.isdecimal() for char in key)
    return bool(_PHONE.fullmatch(key)) and 7 <= digits <= 13 and not _DATE_ONLY.fullmatch(key)


def _find_publication(page: Page) -> tuple[Edit, ...]:
    first, behind = body(page)
    drop = set()
    for index, line in enumerate(page.lines):
        key = line.key
        outside = index < first or index >= behind
        # credits have a rule of their own; a line that holds both is about the publication
        about = is_furniture(key) and not _is_credit_only(key)
        stamp = _STAMP.fullmatch(key) or (index < first and len(key) <= LONGEST and _BYLINE.fullmatch(key))
        if about or (outside and behind and (is_tool_bar(key) or stamp)):
            drop.add(index)
        if (
            _DATE_LABEL.fullmatch(key)
            and index + 1 < len(page.lines)
            and _DATE_ONLY.fullmatch(page.lines[index + 1].key)
        ):
            drop.add(index + 1)  # in a table the label and its date are two cells
    return cut(page, drop)


def _is_credit_only(key: str) -> bool:
    return is_credit(key) and not re.search(r"\d{4}|浏览|阅读|点击|发布[时日部机单者]|字[号体]|打印|收藏", key)


PORTAL_HEAD = Rule(
    name="portal-head",
    reason="login bars, menus and everything else down to the breadcrumb stand above the document",
    label_zh="页首导航",
    find=_find_head,
    examples=(
        (
            "登录/注册\n智能问答\n当前位置：首页 > 政务公开 > 正文\n若干措施\n一、支持算力建设。",
            "若干措施\n一、支持算力建设。",
        ),
        ("首页 > 新闻 >\n若干措施\n一、支持算力建设。", "若干措施\n一、支持算力建设。"),
        ("您现在的位置：\n首页\n>\n政策文件\n若干措施\n一、支持算力建设。", "若干措施\n一、支持算力建设。"),
        (
            "索 引 号:\t0000/2025-1\t主题分类:\t工业\n发文机关:\t某市政府\t公开方式:\t主动公开\n一、支持算力建设。",
            "发文机关:\t某市政府\n一、支持算力建设。",
        ),
        ("无障碍 | 长者模式\n400-000-0000\n若干措施\n一、支持算力建设。", "若干措施\n一、支持算力建设。"),
    ),
    negatives=(
        "为了规范登录行为，保障网络安全，制定本办法。\n当前位置：首页 > 政务公开",
        "某市人民政府\n关于印发若干措施的通知\n各区人民政府：\n一、支持算力建设。",
        "若干措施\n2025-02-18\n一、支持算力建设。",
        "若干措施\n发文机关：某市政府\n联系电话：00000000\n一、支持算力建设。",
        "一、支持算力建设。\n服务对象：算力企业\n主题词：算力 措施",
        "申报指南\n服务对象：算力企业\n适用行业：软件业\n一、支持算力建设。",
    ),
)
PUBLICATION = Rule(
    name="publication",
    reason="publication time, source, view counter and page tools are about the page, not of the document",
    label_zh="发布信息与页面工具",
    find=_find_publication,
    examples=(
        (
            "若干措施\n发布时间:2024年03月27日 13:17:01 发布部门:市经信局 收藏\n一、支持算力。",
            "若干措施\n一、支持算力。",
        ),
        ("0次浏览 发布时间:2025-03-10 20:24:00某报记者 张三\n一、支持算力。", "一、支持算力。"),
        ("某区融媒 发表于 2025-2-19 15:24:11\n一、支持算力。", "一、支持算力。"),
        ("若干措施\n2025-02-28 18:30来源：某报作者：张三责任编辑：李四\n一、支持算力。", "若干措施\n一、支持算力。"),
        ("若干措施\n原创 某部门 某发布 2025年02月28日 18:30 湖北\n一、支持算力。", "若干措施\n一、支持算力。"),
        ("发布日期：\n2025-02-28\n一、支持算力。", "一、支持算力。"),
        (
            "若干措施\n日期：2025-02-28 来源：市经信局 作者：【字号：大中小】【打印】\n一、支持算力。",
            "若干措施\n一、支持算力。",
        ),
        ("若干措施\n作者：科技局 时间：2025-02-28 点击：56\n一、支持算力。", "若干措施\n一、支持算力。"),
        ("若干措施\n收藏 打印 字号：大 中 小 分享到：\n一、支持算力。", "若干措施\n一、支持算力。"),
    ),
    negatives=(
        "发布时间以公告为准。",
        "一、支持算力。\n2024年3月27日",
        "企业规模\n大\n中\n小\n一、支持算力。",
        "活动时间：2025年3月10日",
        "责任单位：市经信局",
        "作者：创作作品的自然人",
        "编辑：市文化局 应当核实内容",
    ),
)
