"""Answers that are no document: error pages that say 200, login pages, script challenges, firewalls.

A page is suspected by what little it says.  One with a paragraph or two of prose is never suspected for a word in its
menus, since many portals carry a login box, a captcha and 加载中 beside a perfectly good text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from policydiff.errors import InputError
from policydiff.fetch.addresses import shown
from policydiff.fetch.page import Page
from policydiff.model import Source
from policydiff.patterns import lazy

__all__ = ["Suspicion", "SuspicionCode", "suspicion", "suspicion_of_file"]

SuspicionCode = Literal[
    "status", "empty", "moved", "challenge", "blocked", "not_found", "login", "maintenance", "unreadable"
]

_PROSE = 160
"""Chinese characters of running text from which on a page is taken for a document.  The shortest official replies
(批复) have 150 to 200; what error pages and challenges say of themselves stays below 100."""

_OTHER_PROSE = 20
"""Chinese characters of other running text from which on the words of an error count for nothing: a notice that only
carries an attachment (现将《某市某某办法》印发给你们，请认真贯彻执行。) has as many, and may stand by a login box."""
_MARKUP = 131_072
"""How much of a page's markup is looked at; what is no document is shorter."""
_SUCCESS = 200
_HAN = lazy(r"[\u3400-\u9fff]")
_SENTENCE = lazy(r"[。；;，,！!]")
_TAG = re.compile(rb"<[a-zA-Z!/?]")
_SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)
_PASSWORD = re.compile(rb"<input\b[^>]{0,300}?type\s{0,5}=\s{0,5}[\"']?password", re.IGNORECASE)
_SENT_ON = re.compile(
    rb"http-equiv\s{0,5}=\s{0,5}[\"']?refresh\b[^>]{0,100}?url\s{0,5}=\s{0,5}[\"']?\s{0,5}(?P<meta>[^\"'>\s]{1,500})"
    rb"|\blocation(?:\.href)?\s{0,5}=\s{0,5}[\"'](?P<script>[^\"'\s]{2,500})[\"']"
    rb"|\blocation\.replace\(\s{0,5}[\"'](?P<replaced>[^\"'\s]{2,500})[\"']",
    re.IGNORECASE,
)
_CHALLENGE = lazy(
    r"(?:请|需要|须|必须).{0,6}?(?:开启|启用|打开|允许|支持).{0,10}?(?:java\s?script|cookie|脚本)|enable.{0,12}(?:javascript|cookies)"
    r"|(?:java\s?script|cookie).{0,8}(?:被禁用|已禁用|未启用|is disabled)|just a moment|checking your browser"
    r"|(?:正在|页面|数据|努力)?(?:加载|跳转|载入)中[.…。]{0,6}$|正在(?:加载|跳转|验证|检查)|浏览器(?:安全)?(?:检查|验证)",
    re.IGNORECASE,
)
_BLOCKED = lazy(
    r"(?:访问|安全|人机|滑[动块])验证|验证码|captcha|(?:拖动|点击|完成).{0,8}(?:滑块|验证)"
    r"|(?:访问|请求|操作|ip|行为).{0,12}(?:被(?:拦截|阻断|拒绝|禁止)|已被.{0,4}拦截|受限|异常|过于频繁|太频繁|不合法)"
    r"|(?:访问|请求|操作|ip|行为).{0,12}(?:存在|造成).{0,6}(?:威胁|风险|攻击)"
    r"|拒绝访问|禁止访问|防火墙|网站防护|安全防护"
    r"|(?:web application )?firewall|\bwaf\b|access denied|forbidden|request (?:is )?blocked",
    re.IGNORECASE,
)
_NOT_FOUND = lazy(
    r"\b404\b|(?:页面|网页|文章|内容|信息|资源|文件|链接|栏目|地址|网址).{0,10}?(?:不存在|找不到|未找到|没有找到|不见了|走丢|走失|已?被?(?:删除|移除|下线|下架)|已失效|已过期|已撤稿|出错|无法(?:访问|显示|打开))"
    r"|(?:找不到|未找到|没有找到|无法找到|不存在).{0,10}?(?:页面|网页|文章|内容|信息|资源|文件|网址|地址)"
    r"|not found|no longer (?:available|exists)|(?:系统|服务器|程序|参数).{0,4}(?:错误|异常|出错|繁忙)|error page",
    re.IGNORECASE,
)
_SITE, _WORKS = "(?:网站|系统|页面|平台|门户|站点|栏目|服务器)", "(?:维护|维修|检修|升级|改版|割接)"
_MAINTENANCE = lazy(
    rf"^{_SITE}(?:正在)?{_WORKS}{{1,2}}(?:中|公告|通知|提示|页面)?[.…。！!]{{0,6}}(?:$|[-_|\s])"
    rf"|{_SITE}(?:目前|现)?(?:正在|正处于|处于|正)[^，,。；]{{0,8}}{_WORKS}"
    rf"|{_SITE}[^，,。；]{{0,8}}{_WORKS}(?:中(?!心)|[^。；]{{0,20}}(?:稍[后候]|谅解))"
    rf"|(?:因|{_SITE}[将定于])[^。；]{{0,40}}?{_WORKS}[^。]{{0,40}}?(?:暂停|停止|无法|不能)[^。；，,]{{0,8}}(?:访问|使用|服务|打开|浏览|登[录陆])(?!的)"
    r"|(?:under|scheduled) maintenance",
    re.IGNORECASE,
)
"""网站正在升级维护，给您带来不便敬请谅解！; 系统维护费由市局承担 is a provision's."""
_PATTERNS: tuple[tuple[SuspicionCode, re.Pattern[str]], ...] = (
    ("blocked", _BLOCKED),
    ("challenge", _CHALLENGE),
    ("maintenance", _MAINTENANCE),
    ("not_found", _NOT_FOUND),
)
_HELP = lazy(
    r"管理员|返回|刷新|稍后|重试|联系|客服|检查.{0,6}?(?:网址|地址|输入)|秒后|不便|谅解|恢复(?:访问|时间|服务|正常)|事件\s?id|版权所有|备案",
    re.IGNORECASE,
)
"""What such pages say besides: 请检查您输入的网址, 如有疑问请联系管理员, 5秒后自动返回首页."""
_LOGIN = lazy(r"登[录陆]|统一身份认证|单点登录|sign in|log ?in", re.IGNORECASE)
_SAID: dict[SuspicionCode, str] = {
    "challenge": "is a script that a browser must run before the text comes",
    "blocked": "is a check for robots or a firewall's refusal, not the text",
    "not_found": "says that there is no such page, though the server calls it a success",
    "maintenance": "says that the site is down for maintenance",
    "login": "is a login page: the text is shown to those who have an account",
}
_WAY_OUT = "open it in a browser, save the text and add the file"
_SAVED: dict[SuspicionCode, str] = {
    "challenge": "holds a script that a browser must run before the text comes, and not the text",
    "blocked": "holds a check for robots or a firewall's refusal, not the text",
    "not_found": "holds a page that says there is no such page",
    "maintenance": "holds a page that says the site is down for maintenance",
    "login": "holds a login page: the text is shown to those who have an account",
}
_WAY_ROUND = "open the page in a browser until it shows the text, save that and name the file"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Why an answer is not to be taken for a document: a code, and one sentence for the person."""

    code: SuspicionCode
    sentence: str


def suspicion(page: Page, read: Source | InputError) -> Suspicion | None:
    """Why a page is no document, or nothing where it may be one.

    `read` is what reading its bytes gave: all its visible text, or the fault.
    """
    where = shown(page.final_url)
    if not page.data.strip():
        return Suspicion("empty", f"{where} is empty (the server answers {page.status}): check the address")
    code, detail = _told(page.data, page.status, read)
    if code == "moved":
        return Suspicion(code, f"{where} only sends the reader on to {detail}: fetch that address")
    if code is not None:
        return Suspicion(code, f"{where} {_SAID[code]}: {_WAY_OUT}")
    return _refused(page, where) or _unreadable(page, read, where)


def suspicion_of_file(name: str, data: bytes, read: Source | InputError) -> Suspicion | None:
    """Why a file is no document but what a server sent instead of one, as `suspicion` tells it of a page."""
    where = shown(name)
    code, detail = _told(data, _SUCCESS, read)
    if code == "moved":
        return Suspicion(code, f"{where} holds a page that only sends the reader on to {detail}: save that page")
    if code is not None:
        return Suspicion(code, f"{where} {_SAVED[code]}: {_WAY_ROUND}")
    if not isinstance(read, InputError) and _is_data(data, read.media_type):
        return Suspicion("unreadable", f"{where} is data for programs (JSON), not a text: name the document itself")
    return None


def _refused(page: Page, where: str) -> Suspicion | None:
    """What the status alone says."""
    if page.status in (404, 410):
        return Suspicion("not_found", f"{where} does not exist (the server answers {page.status}): check the address")
    if not 200 <= page.status < 300:
        return Suspicion("status", f"{where}: the server refuses the page (it answers {page.status}): {_WAY_OUT}")
    return None


def _unreadable(page: Page, read: Source | InputError, where: str) -> Suspicion | None:
    """What can be no document by its content."""
    if isinstance(read, InputError):
        return Suspicion("unreadable", str(read))
    if _is_data(page.data, page.media_type):
        return Suspicion("unreadable", f"{where} is data for programs (JSON), not a page: give the address of the page")
    return None


def _told(data: bytes, status: int, read: Source | InputError) -> tuple[SuspicionCode | None, str]:
    """What a page says of itself, where it says little else."""
    markup = data[:_MARKUP]
    if isinstance(read, InputError):
        if not _TAG.search(markup[:4096]):
            return None, ""
        title, lines, size = "", [], 0
    else:
        if read.media_type != "text/html" or _prose(read) >= _PROSE:
            return ("maintenance" if _is_down(read) else None), ""
        title, lines, size = (read.title or "")[:200], _own_lines(read), len(read.text)
    code = _worded(markup, status, title, lines)
    if code is not None:
        return code, ""
    if not isinstance(read, InputError) and _prose(read) >= _OTHER_PROSE:
        return None, ""
    if (to := _SENT_ON.search(markup)) and size < 300:
        return "moved", shown((to["meta"] or to["script"] or to["replaced"]).decode("utf-8", errors="replace"))
    return ("challenge", "") if size < 40 and _SCRIPT.search(markup) else (None, "")


def _worded(markup: bytes, status: int, title: str, lines: list[str]) -> SuspicionCode | None:
    """What the words of a short page say; nothing where other sentences stand beside them."""
    found: dict[SuspicionCode, bool] = {}
    others = 0
    for line in (title, *lines):
        code = next((code for code, pattern in _PATTERNS if pattern.search(line)), None)
        if code is not None:
            found[code] = True
        elif line is not title and not _HELP.search(line) and not _LOGIN.search(line):
            others += _running(line)
    if others >= _OTHER_PROSE:
        return None
    if _PASSWORD.search(markup) and any(_LOGIN.search(line) for line in (title, *lines)):
        return "login"
    code = next((code for code, _ in _PATTERNS if code in found), None)
    return None if code == "not_found" and status >= 300 else code


def _is_down(read: Source) -> bool:
    """Whether a text copied from a page says nothing but that the site is down."""
    if read.media_type != "text/plain" or len(read.text) >= _PROSE:
        return False
    lines = [line.strip() for line in read.text.splitlines() if line.strip()]
    told = [bool(_MAINTENANCE.search(line)) for line in lines]
    return any(told) and all(down or _HELP.search(line) for down, line in zip(told, lines, strict=True))


def _own_lines(read: Source) -> list[str]:
    """The first lines of a page that are no menus."""
    return [block.span.of(read.text)[:400] for block in read.blocks[:400] if block.links < 0.5]


def _running(line: str) -> int:
    """How many Chinese characters of a line are running text: of a label, none."""
    return len(_HAN.findall(line)) if len(line) >= 15 and _SENTENCE.search(line) else 0


def _prose(read: Source) -> int:
    """How many Chinese characters stand in running text outside links, counted no further than matters."""
    count = 0
    for block in read.blocks:
        if block.links < 0.5 and count < _PROSE:
            count += _running(block.span.of(read.text))
    return count


def _is_data(data: bytes, media_type: str | None) -> bool:
    """Whether an answer is JSON, whatever it is called."""
    head = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    return "json" in (media_type or "") or bool(re.match(rb"(?:\{\s*[\"}]|\[\s*[\[{\"])", head))
