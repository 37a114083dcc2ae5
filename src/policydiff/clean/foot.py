"""The foot of a page: what stands below the document."""

from __future__ import annotations

import re

from policydiff.clean.anchors import PROVISION
from policydiff.clean.controls import is_site_prose
from policydiff.clean.page import NUMBERED, Page, body, cut, is_text
from policydiff.clean.rule import Rule
from policydiff.model import Edit
from policydiff.patterns import lazy

__all__ = ["FOOT_LINES", "LINKED_TEXTS", "PORTAL_FOOT"]

_OPEN, _CLOSE = r"[\[(【<*#—-]*+\s*+", r"\s*+[\])】>*#—-]*+"
_CHEER = "分享|点分享|收藏|点收藏|点点?赞|点在看|在看|点赞"
_TARGETS = "微信|微博|新浪|腾讯|QQ|空间|朋友圈|好友|人人网?|豆瓣|贴吧|钉钉|更多|复制链接|Facebook|Twitter|LINE"
_TO_READ = "关注|分享|阅读|浏览|查看|观看|收听|下载|打开|手机|收藏|识别|进群|加入|订阅|登录|公众号|订阅号|视频号|小程序"
_LINE = lazy(
    rf"""{_OPEN}(?:
      (?:责任|执行|值班)?编辑\s*+:\s*+(?!指|是|应|由)[^。,;]{{0,20}}
    | (?:the\s+)?end | 全文完 | 完
    | 页\s*+:\s*+\[\d+\](?:\s*+\d++)*+
    | 查看完整版本\s*+:.{{0,80}}
    | [上下]一[篇条]\s*+[:].{{0,80}}
    | (?:请|用|使用|打开)?(?:微信)?扫一扫(?:[^。]{{0,16}}(?:{_TO_READ})[^。]{{0,16}})?
    | 扫码(?:{_TO_READ})[^。]{{0,20}}
    | (?:长按|扫描)(?:识别)?[^。]{{0,12}}(?:二维码|小程序码)(?:[^。]{{0,6}}(?:{_TO_READ})[^。]{{0,12}})?
    | (?:欢迎)?(?:点击|长按)?[^。]{{0,12}}关注(?:我们|该公众号|[^。]{{0,12}}公众号)[^。]{{0,12}}
    | (?:继续|向上)滑动看下一个 | 知道了 | 使用小程序 | 取消\s*+允许
    | (?:{_CHEER})(?:[\s、]*(?>{_CHEER}))*+
    | 分享(?:到|至)\s*+:?\s*+(?:(?:{_TARGETS})[\s、|,]*+){{0,12}}
    | (?:您|你)?(?:如|若)?有(?:任何)?(?:新闻(?:线索|素材)|(?:线索|素材),?(?:请|欢迎|可))[^。]{{0,24}}
    | (?:24小时)?(?:新闻|报料|爆料|广告|商务合作)(?:热线|电话|邮箱|QQ|微信|合作)\s*+:?[^。]{{0,60}}
    )[。!]?{_CLOSE}""",
    re.VERBOSE | re.IGNORECASE,
)
# What a page counts of itself, and stamps with the time of day, stands below the last provision only
_COUNTED = lazy(
    r"(?:阅读|浏览|点击|观看|播放|点赞|在看|转发|评论|留言)(?:量|数|次数)?\s*+:?\s*+\d[\d.,]{0,12}\s*+[万亿wk]?\+?(?:次|人次?|条)?"
    r"|(?:来源|发布|主办|承办)(?:单位|机构|部门)?\s*+:.{1,60}\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?",
    re.IGNORECASE,
)
# A call for papers has an address to send them to, too: these are a site's beside lines of a site only
_DESK = lazy(r"(?:投稿|供稿|采访)(?:热线|电话|邮箱|QQ|微信)\s*:?[^。]{0,60}", re.IGNORECASE)
# What a notice tells its readers to do with a code or an app, the document tells them
_BUSINESS = lazy("申报|申请|办理|提交|报名|填报|缴[费纳]|预约|咨询|查询|领取|核验|支付")
_PHRASE = lazy(
    r"未经(?:书面|本[网站报刊台])?(?:授权|许可|允许|同意)[^。]{0,12}(?:转载|摘编)"
    r"|(?:下载|打开)[^。]{0,16}客户端[^。]{0,20}(?:转载|线索|更多(?:精彩|资讯|新闻|内容|详情)|阅读全文)"
    r"|更多精彩(?:资讯|内容|新闻)|(?:本|以上|该|[图文][片字章稿]|稿件|内容)[^。]{0,8}版权均?(?:归|属)[^。]{0,20}所有"
    r"|版权均?归原[^。]{1,10}所有|转载请(?:务必)?注明|欢迎提供新闻线索"
    r"|如(?:有|涉及?)[^。]{0,6}侵权,?[^。]{0,12}(?:联系|告知|私信)|联系(?:我们|本[站网])(?:及时)?[^。]{0,6}删除"
)
_PROVIDED = lazy("的,|应当|依法|责令|处以?罚")  # the law speaks of copies as well, in words of its own
_LONGEST_PHRASE_LINE = 200

_LEGAL = lazy(
    rf"{_OPEN}(?:本站|本网)?(?:免责|版权|法律|侵权)(?:声明|申明|说明|提示){_CLOSE}(?::.*)?|预览时标签不可点|轻触阅读原文"
)
_LEGAL_LINES, _LEGAL_SIZE = 20, 600  # a disclaimer is a few paragraphs, the controls of an app a few words

_SITE = lazy(
    r".{0,60}(?:ICP[备证]案?(?:[编序]?号)?\s*+:?\s*+(?:\w?ICP[备证])?[\d*x]{4}|公网安备\s*+[:(]?\s*+[\d*x]{4}"
    r"|网站标识码\s*+:?\s*+[a-z]{0,3}[\d*x]{4}|版权所有(?![者人权])"
    r"|copyright\s*+(?:©|\(c\)|\d{4}|by\s)|©|all rights reserved).{0,160}",
    re.IGNORECASE,
)
_SITE_BESIDE = lazy(
    r"(?:(?:主办|承办|协办|技术支持|建设单位|维护|运维)(?:单位)?\s*[:].{1,60}|(?:地址|邮编|邮政编码|联系电话|电话|传真|邮箱|email)\s*[:].{0,80}"
    r"|(?:(?:网站地图|关于我们|联系我们|网站声明|隐私(?:政策|声明|保护)|友情链接|使用帮助|网站帮助|建议使用.{0,40}|您的访问量.{0,20})[\s|·]*)+)",
    re.IGNORECASE,
)

_URL = lazy(r"(?:https?://|www\.)[\x21-\x7e]+", re.IGNORECASE)
_POINTER = lazy(
    r"(?:请)?(?:点击|戳)(?:(?:下方|以下|上方|这里)?(?:链接|原文)?)?(?:查看|阅读|浏览|进入)(?:原文|全文|详情|更多)?.{0,10}[:>]*"
    r"|(?:(?:原文|文章|本文|来源|全文|政策|信息|页面)(?:链接|网址|地址)|链接)\s*:\s*(?:(?:https?://|www\.)[\x21-\x7e]*)?"
    r"|原文\s*:\s*(?:https?://|www\.)[\x21-\x7e]*|(?:点击)?阅读原文|查看原文",
    re.IGNORECASE,
)
_WHOLE_TEXT = lazy(r"[《][^《》]{2,60}[》](?:\(.{1,20}\))?(?:的)?(?:全文|原文)(?:链接)?:?")


def _find_lines(page: Page) -> tuple[Edit, ...]:
    _, behind = body(page)
    if not behind:
        return ()
    lines = page.lines
    drop = set()
    provision = _last_provision(page)
    for index, line in enumerate(lines):
        key = line.key
        short = len(key) <= 100 and _LINE.fullmatch(key) and not _BUSINESS.search(key)
        below = index >= len(lines) // 2 and index > provision and len(key) <= _LONGEST_PHRASE_LINE
        counted = below and index and _COUNTED.fullmatch(key)
        if (
            short
            or counted
            or (below and not NUMBERED.match(key) and _PHRASE.search(key) and not _PROVIDED.search(key))
        ):
            drop.add(index)
    for index, line in enumerate(lines):
        if {index - 1, index + 1} & drop and _DESK.fullmatch(line.key):
            drop.add(index)
    return cut(page, drop)


def _last_provision(page: Page) -> int:
    """The last line that only a document has, or -1: what stands above it is not the foot of the page."""
    keys = [line.key for line in page.lines]
    behind = (at for at in reversed(range(len(keys))) if PROVISION.match(keys[at]) and not is_site_prose(keys[at]))
    return next(behind, -1)


def _find_foot(page: Page) -> tuple[Edit, ...]:
    """The disclaimer with all below it, and the site's own imprint with the lines beside it."""
    lines = page.lines
    end = len(lines)
    drop: set[int] = set()
    for index in range(max(1, end - _LEGAL_LINES, _last_provision(page) + 1), end):
        small = sum(len(line.key) for line in lines[index:]) <= _LEGAL_SIZE
        if small and _LEGAL.fullmatch(lines[index].key) and any(is_text(line.key) for line in lines[:index]):
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
        (f"{_BODY}\n阅读 1.2万\n主办单位：某某市人民政府 2025-04-22 10:31", _BODY),
        (f"{_BODY}\n微信扫一扫\n分享到：\n上一篇：某通知", _BODY),
    ),
    negatives=(
        f"{_BODY}\n咨询电话：12345678",
        f"{_BODY}\n支持企业下载使用政务服务客户端办理业务。",
        f"{_BODY}\n未经授权不得公开数据。",
        f"{_BODY}\n浏览量：1.2万\n第二条 本办法自公布之日起施行。",
        f"{_BODY}\n阅读推广活动每场补助1.2万元",
        f"{_BODY}\n未经许可不得转载、摘编新闻信息的，依法处理。\n如涉及侵权，由申报单位承担责任。",
        f"{_BODY}\n版权归属由合同约定，没有约定的归作者所有。\n有线索的，应当移送公安机关。",
        f"{_BODY}\n扫码支付应当保障安全。\n编辑：指对文字进行加工的活动。\n分享到平台的数据应当脱敏。",
        f"{_BODY}\n下载“某某通”客户端，查看办理进度。\n扫描二维码提交申报材料。",
        f"{_BODY}\n未经许可不得转载。\n第九条 本办法自公布之日起施行。",
        "征集社会各界意见，欢迎踊跃参与。\n投稿邮箱：■■■■\n联系电话：■■■■",
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
        f"{_BODY}\n版权所有人可以申请登记。\n未取得ICP备案的网站不得开通，网站标识码由主管部门编制。",
        f"{_BODY}\n免责声明：\n第九条 因不可抗力造成损失的，不承担责任。",
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
    negatives=(
        f"{_BODY}\n申报网址：\nhttps://www.example.gov.cn",
        f"{_BODY}\n请登录 https://www.example.gov.cn 申报",
        f"{_BODY}\n网址：https://www.example.gov.cn",
    ),
)
