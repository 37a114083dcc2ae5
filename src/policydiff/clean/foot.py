"""The foot of a page: what stands below the document."""

from __future__ import annotations

import re

from policydiff.clean.page import NUMBERED, Page, body, cut, is_prose
from policydiff.clean.rule import Rule
from policydiff.model import Edit

__all__ = ["FOOT_LINES", "LINKED_TEXTS", "PORTAL_FOOT"]

_OPEN, _CLOSE = r"[\[(【<*#—-]*\s*", r"\s*[\])】>*#—-]*"
_CHEER = "分享|点分享|收藏|点收藏|点点?赞|点在看|在看|点赞"
_LINE = re.compile(
    rf"""{_OPEN}(?:
      (?:责任|执行|值班)?编辑\s*:[^。]{{0,20}}
    | (?:the\s+)?end | 全文完 | 完
    | 页\s*:\s*\[\d+\](?:\s*\d+)*
    | 查看完整版本\s*:.{{0,80}}
    | [上下]一[篇条]\s*[:].{{0,80}}
    | (?:微信)?扫一扫[^。]{{0,30}} | 扫码[^。]{{0,20}}
    | (?:长按|扫描)(?:识别)?[^。]{{0,12}}(?:二维码|小程序码)[^。]{{0,20}}
    | (?:欢迎)?(?:点击|长按)?[^。]{{0,12}}关注(?:我们|该公众号|[^。]{{0,12}}公众号)[^。]{{0,12}}
    | (?:继续|向上)滑动看下一个 | 知道了 | 使用小程序 | 取消\s*允许
    | (?:{_CHEER})(?:[\s、]*(?:{_CHEER}))*
    | 分享(?:到|至)\s*:?.{{0,40}}
    | (?:您|你)?(?:如)?(?:若)?有(?:任何)?(?:新闻)?(?:线索|素材)[^。]{{0,24}}
    | (?:24小时)?(?:新闻|报料|爆料|投稿|供稿|广告|商务合作|采访)(?:热线|电话|邮箱|QQ|微信|合作)\s*:?[^。]{{0,60}}
    )[。!]?{_CLOSE}""",
    re.VERBOSE | re.IGNORECASE,
)
_PHRASE = re.compile(
    r"未经(?:书面)?(?:授权|许可|允许|同意)[^。]{0,12}(?:转载|使用|复制|摘编)|(?:下载|打开)[^。]{0,16}客户端[^。]{0,20}(?:转载|线索|查看|阅读|更多)"
    r"|更多精彩(?:资讯|内容|新闻)|版权(?:归|属)[^。]{0,20}所有|转载请注明|如(?:有|涉及)侵权|联系(?:我们|本站)?(?:及时)?删除|欢迎提供新闻线索"
)
_LONGEST_PHRASE_LINE = 200

_LEGAL = re.compile(
    rf"{_OPEN}(?:本站|本网)?(?:免责|版权|法律|侵权)(?:声明|申明|说明|提示){_CLOSE}(?::.*)?|预览时标签不可点|轻触阅读原文"
)
_LEGAL_LINES, _LEGAL_SIZE = 20, 600  # a disclaimer is a few paragraphs, the controls of an app a few words

_SITE = re.compile(
    r".{0,60}(?:ICP[备证]|公网安备|网站标识码|版权所有|copyright|©|all rights reserved).{0,160}", re.IGNORECASE
)
_SITE_BESIDE = re.compile(
    r"(?:(?:主办|承办|协办|技术支持|建设单位|维护|运维)(?:单位)?\s*[:].{1,60}|(?:地址|邮编|邮政编码|联系电话|电话|传真|邮箱|email)\s*[:].{0,80}"
    r"|(?:(?:网站地图|关于我们|联系我们|网站声明|隐私(?:政策|声明|保护)|友情链接|使用帮助|网站帮助|建议使用.{0,40}|您的访问量.{0,20})[\s|·]*)+)",
    re.IGNORECASE,
)

_URL = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+", re.IGNORECASE)
_POINTER = re.compile(
    r"(?:请)?(?:点击|戳)(?:(?:下方|以下|上方|这里)?(?:链接|原文)?)?(?:查看|阅读|浏览|进入)(?:原文|全文|详情|更多)?.{0,10}[:>]*"
    r"|(?:原文|文章|本文|来源|全文|政策|信息|页面)?(?:链接|网址|地址)\s*:\s*(?:(?:https?://|www\.)[\x21-\x7e]*)?|原文\s*:\s*(?:https?://|www\.)[\x21-\x7e]*|(?:点击)?阅读原文|查看原文",
    re.IGNORECASE,
)
_WHOLE_TEXT = re.compile(r"[《][^《》]{2,60}[》](?:\(.{1,20}\))?(?:的)?(?:全文|原文)(?:链接)?:?")


def _find_lines(page: Page) -> tuple[Edit, ...]:
    _, behind = body(page)
    if not behind:
        return ()
    drop = set()
    for index, line in enumerate(page.lines):
        key = line.key
        short = len(key) <= 100 and _LINE.fullmatch(key)
        plea = index >= len(page.lines) // 2 and len(key) <= _LONGEST_PHRASE_LINE and _PHRASE.search(key)
        if short or (plea and not NUMBERED.match(key)):
            drop.add(index)
    return cut(page, drop)


def _is_text(key: str) -> bool:
    return ("。" in key and is_prose(key)) or bool(NUMBERED.match(key))


def _find_foot(page: Page) -> tuple[Edit, ...]:
    """The disclaimer with all below it, and the site's own imprint with the lines beside it."""
    lines = page.lines
    end = len(lines)
    drop: set[int] = set()
    for index in range(max(1, end - _LEGAL_LINES), end):
        small = sum(len(line.key) for line in lines[index:]) <= _LEGAL_SIZE
        if small and _LEGAL.fullmatch(lines[index].key) and any(_is_text(line.key) for line in lines[:index]):
            drop.update(range(index, end))
            break
    _, behind = body(page)
    for index in range(end):
        key = lines[index].key
        if index and behind and _SITE.fullmatch(key) and not NUMBERED.match(key) and index >= end // 2:
            drop.add(index)
            for step in (-1, 1):
                beside = index + step
                while 0 < beside < end and _SITE_BESIDE.fullmatch(lines[beside].key):
                    drop.add(beside)
                    beside += step
    return cut(page, drop)


def _find_links(page: Page) -> tuple[Edit, ...]:
    lines = page.lines
    drop: set[int] = set()
    for index, line in enumerate(lines):
        key = line.key
        if _POINTER.fullmatch(key):
            drop.add(index)
        elif _URL.fullmatch(key):
            above = lines[index - 1].key if index else ""
            # 申报网址： on the line above makes the address part of the sentence
            if not above.endswith((":", ",", "、")) or _POINTER.fullmatch(above):
                drop.add(index)
    for index, line in enumerate(lines):
        beside = {index - 1, index + 1}
        if _WHOLE_TEXT.fullmatch(line.key) and beside & drop:
            drop.add(index)
    return cut(page, drop) if len(drop) < len(lines) else ()


_BODY = "对获奖企业给予一次性奖励五十万元。"
FOOT_LINES = Rule(
    name="foot-lines",
    reason="end marks, editors in brackets, appeals to share, follow or send in news stand below the document",
    label_zh="页尾提示",
    find=_find_lines,
    examples=(
        (f"{_BODY}\n(责任编辑:abc)\nTHE END", _BODY),
        (f"{_BODY}\n您有新闻线索,请联系我们:\n新闻热线:■■■■\n投稿邮箱:■■■■", _BODY),
        (f"{_BODY}\n更多精彩资讯请在应用市场下载“某某”客户端，未经授权请勿转载。", _BODY),
        (f"{_BODY}\n页: [1]\n查看完整版本: 若干措施", _BODY),
        (f"{_BODY}\n微信扫一扫\n分享到：\n上一篇：某通知", _BODY),
    ),
    negatives=(
        f"{_BODY}\n咨询电话：12345678",
        f"{_BODY}\n支持企业下载使用政务服务客户端办理业务。",
        f"{_BODY}\n未经授权不得公开数据。",
    ),
)
PORTAL_FOOT = Rule(
    name="portal-foot",
    reason="the disclaimer with all below it, and the site's imprint, belong to the site",
    label_zh="免责声明与网站版权",
    find=_find_foot,
    examples=(
        (f"{_BODY}\n免责声明：\n本站部分信息来自公开渠道。", _BODY),
        (f"{_BODY}\n预览时标签不可点\n某某发布\n视频 小程序 赞 ，轻点两下取消赞", _BODY),
        (
            f"{_BODY}\n主办单位：某市人民政府办公厅\n网站标识码：0000000000 某ICP备00000000号\n联系我们 | 网站地图",
            _BODY,
        ),
    ),
    negatives=(
        "免责声明\n" + _BODY,
        f"{_BODY}\n主办单位：市经信局",
        f"{_BODY}\n三、保护软件著作权，版权所有者依法获得奖励。",
    ),
)
LINKED_TEXTS = Rule(
    name="linked-texts",
    reason="a bare address, and the words that invite to click on it, lead away from the page",
    label_zh="链接提示与网址",
    find=_find_links,
    examples=(
        (f"{_BODY}\n点击链接查看\n《若干政策措施》全文\nhttps://www.example.gov.cn/a/t1.shtml", _BODY),
        (f"{_BODY}\n原文链接:", _BODY),
    ),
    negatives=(f"{_BODY}\n申报网址：\nhttps://www.example.gov.cn", f"{_BODY}\n请登录 https://www.example.gov.cn 申报"),
)
