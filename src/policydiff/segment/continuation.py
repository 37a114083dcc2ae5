"""Whether a sentence that names nobody goes on with what the instrument says.

It does where it has no subject of its own (给予…, 每辆补助…, 还支持…) or its subject is a class of beneficiaries
(对新建冷库的，给予…; 购置冷藏车的，每辆补贴…).  Any other voice ends it: a speaker or the narrator (据介绍, 目前),
another payer (省财政, 国家专项资金), another place (滨江区对…, 上海则…), one company, a year told in retrospect
(2024年，全市共给予…), the rules of before (原政策, 征求意见稿中, 调整前), a sum worked out (以投资2000万元的项目为例).
"""

from __future__ import annotations

from policydiff.patterns import lazy
from policydiff.segment.asides import CITIES, PROVINCES, WORKED_OUT

__all__ = ["entitles", "goes_on", "is_idle", "is_point", "norm", "other_voice"]

_NARRATES = lazy(
    r"^[“”]|^(?:据|记者|目前|当前|近年来|近日|今年以来|截至|此前|去年|日前|事实上|数据显示|业内|专家|与此同时|接下来|下一步|为此|这是|这意味着|"
    r"可以说|前年|上年|今年(?!起)|明年(?!起)|预计|过去|以往|以前)|"
    r"(?:将|预计|计划|拟)(?:于|在)[^，,。；]{0,12}\d{1,2}[月日号][^，,。；]{0,10}"
    r"(?:发放|派发|开抢|开领|领取|投放|启动|开始|举行|举办|召开|上线|开放|开售|开通|亮相)|"
    r"(?:介绍|表示|透露|认为|解读|坦言|告诉记者|分析|说|称)(?:道)?[，,：:“。]|已(?:建成|经|被|有|达)"
)
_ORDINAL = lazy(
    r"^(?:其中|例如|比如|同时|此外|另外|[一二三四五六七八九十]是|第[一二三四五六七八九十][，,]|首先|其次|再次|最后)[，,]?"
)
_ACTS = (
    "对|将|则|还|也|再|另|又|按|在|给予|财政|级财政|叠加|配套|最高|仅|只|已|出台|推出|规定|为|"
    "的(?:补|奖|标准|政策|最高)"
)
_CLAUSE = r"(?:^|[，,])(?:而|但|不过|另外|此外|与此同时)?(?:在)?"
_PLACE = lazy(
    rf"{_CLAUSE}(?P<place>{PROVINCES}|{CITIES})(?:市|省)?(?:{_ACTS})|"
    r"^(?:而|例如|比如|如)?[，,]?(?P<city>[^，,。对在全我本]{2,4}(?:市|省|自治区))(?![级场区内委政财里发经科商人直属各])|"
    rf"{_CLAUSE}(?P<district>[^，,。；、：:《》对在全各我本该按给所支的由]{{1,8}}(?:(?<![园社景校库小厂灾牧林山街片辖城郊居地范])区|县|旗|自治州))"
    rf"(?:{_ACTS})|"
    r"(?P<board>[^，,。；、《》的]{2,12}管委会)(?:再|另|还|叠加)|"
    r"(?P<others>邻市|邻省|外省|外市|(?:其他|其它|周边|兄弟|同类)(?:城市|省份|省市|地区|地市|区县))"
)
_PAYER = lazy(
    r"(?:^|[，,])(?:而|另外|此外)?(?:由)?(?P<payer>中央|国家|省里?|省级|自治区|上级)(?:财政|专项|补助|扶持|引导|产业|投资|发展){0,3}(?:资金|基金)?"
    r"(?:另|再|还|将|也|又|对|按|给予|最高|叠加|配套|奖励|补助|补贴|安排)"
)
_COMPANY = lazy(
    r"^(?:而|如)?(?!担保|保险|上市|融资|信托|证券|期货|融资租赁|金融租赁|物业|平台|母|子|分|总|跨国)"
    r"[^，,。；对的各本该凡]{2,14}(?:公司|集团|工厂)(?![^，,。]{0,60}的[，,])"
)
_RETROSPECT = lazy(
    r"^(?:(?:19|20)\d\d|[一二三四五六七八九]{1,4})年(?:度|底|末|间)?[，,][^。]{0,40}?(?:共|已|累计|全市|全省|全区|全县|我市|我省|了)|"
    r"(?:全市|全省|全区|全县|我市|我省)(?:已|共|累计)|"
    r"(?:已|共计|先后|累计已)(?:累计)?(?:给予|发放|兑现|拨付|下达|补助|奖励|补贴|支持|投入|受理|惠及)|"
    r"(?:给予|发放|兑现|拨付|下达|补助|奖励|补贴|投入|获得|拿到|领到)了|"
    r"(?:获得|拿到|领到|收到)[^，,。；]{0,20}\d[^，,。；]{0,8}元[^，,。；\d]{0,8}后"
)
_BEFORE = lazy(
    r"(?:^|[，,])(?:而|但|不过)?(?:在|按照?|根据)?(?:此前的?|[^，,。]{0,12}年[^，,。]{0,8}的)?"
    r"(?:原(?:来|先|有)?的?(?:政策|办法|措施|规定|标准|方案|条款|细则)|[旧老](?:政策|办法|措施|规定|标准|版|政)|上一[轮版]|首轮|"
    r"征求意见稿|送审稿|草案|原来|此前|以前|以往|过去)(?!相比|购置|购买|已)|"
    r"(?:此次|本次|这次|政策|新政)?(?:调整|修订|修改|改革|升级|完善)(?:之|以)?前[，,]"
)
_WORKED_OUT = lazy(
    rf"^{WORKED_OUT}|"
    r"以[^，,。]{1,60}为例|举例|打个比方|假设|假如|譬如|算(?:一)?笔账|算下来|也就是说|换言之|按此计算|"
    r"[^\W\d_](?:先生|女士|大爷|大妈|阿姨|师傅)(?!的?[，,])|已(?:经)?(?:领到|拿到)|"
    r"(?<![每满达过于足个\d])\d{1,6}[辆台艘架套件座](?!以上|及以上|（|\()[^。；每]{0,60}(?:可获|可拿|可领|可得|能拿|能获|能领)"
)
_OTHERS_TOO = lazy(r"《[^《》]{2,80}》[^。]{0,20}[，,](?:还|另|也)?可(?:再|另|同时|叠加)(?:申请|享受|申领|获得)")
_OTHER_LAW = lazy(
    r"^(?:同时|此外|另外|而|但)?[，,]?(?:根据|依据|按照?|依照)(?:[^，,。；《》\d]{0,12}的)?《(?P<title>[^《》]{2,80})》"
)
"""根据《某某法》，处…罚款: a norm of another law."""
_OPENS = lazy(
    r"支持|鼓励|引导|推动|推进|加快|加强|加大|强化|完善|优化|建立|建设|打造|培育|开展|实施|组织|聚焦|围绕|"
    r"对|按|根据|经|每年|设立|给予|遴选|评选|发挥|落实|探索|促进|提升|深化|健全|统筹|畅通|目标|力争|到20\d\d年|符合|单个|最高|"
    r"新增|构建|布局|引进|安排|发放|允许|禁止|应当|不得|可以|在[^，。]{2,30}(?:方面|上|中)"
)
_MONEY = "给予|奖励|补助|补贴|资助|贴息|奖补|扶持|津贴"
_ORDERS = lazy(
    r"的[，,](?:分别|再|可|一次性|最高)?(?:给予|按|可|不得|应当|处|奖励|补助|予以|享受)|"
    rf"(?:{_MONEY}|可获|可享受?|可领|可得|发放)[^，,。；]{{0,25}}(?:元|[%％])|"
    rf"\d[^，,。；\d]{{0,4}}(?:元|[%％])的?(?:资金)?(?:{_MONEY}|支持)|"
    r"(?:最高|不超过|不低于|分别为|上浮|下浮)[^，,。；]{0,15}(?:元|[%％]|倍|年|个月)"
)
_ENTITLES = lazy(
    rf"(?:最高|最多|至多|不超过|可(?=以?(?:{_MONEY}|享|获|领|得|拿|申)))[^，,。；\d]{{0,15}}\d[\d.]{{0,9}}"
    r"[^，,。；\d]{0,4}(?:元|[%％]|倍|年|个月)"
)
_MOVES = (
    "(?:提高|调整|上调|下调|降低|降|减少|增加|增|升|提升|上浮|扩大|延长|缩短|压缩|放宽|翻番|涨|调高|调低|改|调|延|优化)"
    "(?:到|至|为)"
)
_FIXES = lazy(
    rf"(?![以将把])[^，,。；：:《》]{{2,30}}?(?:(?<![因作成行认称视])为|(?:由|从)[^，,。；]{{1,24}}{_MOVES}|{_MOVES})[^，,。；\d]{{0,10}}\d"
)
_CLASS = lazy(
    r"[^，,。；]{1,100}的(?:[^，,。；]{0,12})?[，,]|"
    r"(?:与|和|同|较)[^，,。；]{1,20}相比[，,]|(?:自)?20\d\d年[^，,。；]{0,8}起[，,]|"
    r"(?:每|各|凡|同一|单家|单户|所有|一次性|其余|其他|上述|首次|首套|首台|首|新|连续|年度?|累计|原则上|被|未|已|违反|逾期|属于|具备|取得|获|"
    r"购|租|扩建|改建|参加|参与|举办|承办|承担|主持|牵头|入选|入驻|落户|生育|报废|更换|更新|置换|安装|使用|采购|销售|出口|研发|开发|投资|"
    r"认定|通过|完成|达到|超过|其|最|再|可|并|也|国家级|省级|市级|[一二三]等奖|[ABCDE甲乙丙]|[一二三四五六七八九十两]级)|"
    r"(?:年满|未满|不满)?\d{1,3}周?岁|"
    rf"[^，,。；\d]{{0,12}}(?:{_MONEY}|标准|比例|额度|期限|上限|金额|总额|限额|"
    rf"费用|年限|有效期)[^，,。；]{{0,12}}\d"
)
_STATES = lazy(
    rf"(?:由|从)[^，,。；]{{1,24}}{_MOVES}|\d[\d.]{{0,9}}[万亿]?(?:元|%|％|个?月|年|[天日])?{_MOVES}[^，,。；\d]{{0,6}}\d|"
    rf"有效期[^，,。；\d]{{0,4}}[\d一二三四五六七八九十]{{1,3}}年|(?:安排|设立)[^，,。；]{{0,25}}\d[^，,。；\d]{{0,2}}元|"
    r"(?:不少于|不高于|不得超过|不得少于|不短于)[^，,。；]{0,12}\d|\d{1,3}个?(?:工作日|日|天|小时|月)(?:以|之)?内"
)
_ANSWERS = lazy(
    r"^(?:没有|不会|不是|是的?|有的?|会的?|可以|能|对的?|当然)[^，,。；\d]{0,8}[，,](?:而且|但|不过)?|^(?:答案是)?(?:肯定|否定)的[，,]"
)
"""What an answer opens with: 没有取消，用人单位…的，可补助20万元."""
_DIGIT = lazy(r"\d|[一二三四五六七八九十百千万]{1,6}(?:元|[万亿])|[百千万]亿")
_NEAR = 40
_SETS = lazy(r"(?:安排|设立|有效期|补贴期|补助期|期限|免租期|时限|上限|下限|标准|比例|额度|限额|[：:])")


def other_voice(words: str, instrument: str = "") -> bool:
    """Whether somebody else than the instrument speaks, pays or is spoken of in a sentence that names nobody.

    >>> other_voice("滨江区对新建冷库的，再给予最高200万元补助。"), other_voice("对新建冷库的，再给予补助。")
    (True, False)
    """
    body = _ORDINAL.sub("", words).lstrip("，, ")
    if any(pattern.search(body) for pattern in (_NARRATES, _RETROSPECT, _BEFORE, _WORKED_OUT, _OTHERS_TOO, _COMPANY)):
        return True
    law = _OTHER_LAW.match(body)
    if law and instrument and law["title"] not in instrument:
        return True
    for place in _PLACE.finditer(body):
        name = place["place"] or place["district"]
        if not name or name not in instrument:
            return True
    return any(payer["payer"][0] not in instrument[:8] for payer in _PAYER.finditer(body))


def goes_on(words: str, instrument: str = "") -> bool:
    """Whether a sentence that names nobody plainly continues the one before: a norm, and in nobody else's voice.

    >>> goes_on("购置冷藏车的，每辆给予3万元补贴。"), goes_on("鲜达公司新建冷库，按政策给予补助450万元。")
    (True, False)
    """
    if other_voice(words, instrument):
        return False
    body = _ORDINAL.sub("", words).lstrip("，, ")
    return bool(_OPENS.match(body)) or body != words or (bool(_ORDERS.search(body)) and bool(_CLASS.match(body)))


def norm(words: str, instrument: str = "") -> bool:
    """Whether words that name nobody lay down a figure for a class, in nobody else's voice.

    More is asked than of what goes on in one paragraph: 支持企业发展 alone may be anybody's.

    >>> norm("国际性赛事：最高1000万元", ""), norm("推动产业再上新台阶。", ""), norm("有效期由三年延长至五年。", "")
    (True, False, True)
    """
    bare = _ANSWERS.sub("", words)
    if not _lays_down(bare) or other_voice(bare, instrument):
        return False
    body = _ORDINAL.sub("", bare).lstrip("，, ")
    return bool(_CLASS.match(body) or _OPENS.match(body) or _SETS.search(body, 0, _NEAR))


def entitles(words: str, instrument: str = "") -> bool:
    """Whether words say what anybody may get, or how much something is to be, in nobody else's voice.

    Of less than a norm nothing is known but behind the name of what grants it: 根据《措施》，….

    >>> entitles("整船企业落户最高可获600万元奖励。"), entitles("三家企业共获得600万元奖励。")
    (True, False)
    >>> entitles("船票票价由每海里3元调整为每海里2元。")
    True
    """
    told = _ENTITLES.search(words) or _FIXES.match(words)
    return told is not None and not other_voice(words, instrument)


def is_point(words: str, instrument: str = "") -> bool:
    """Whether the words of a point of a list go on with the list: nobody else's voice, no figure but a norm's.

    >>> is_point("合并两项政策，每家企业最高30万元。"), is_point("三年来累计投入20亿元。")
    (True, False)
    """
    return (_lays_down(words) or not _DIGIT.search(words)) and not other_voice(words, instrument)


def is_idle(words: str, instrument: str = "") -> bool:
    """Whether words give no figure and nobody else's voice: 补助力度更大。"""
    return not _DIGIT.search(words) and not other_voice(words, instrument)


def _lays_down(words: str) -> bool:
    return bool(_ORDERS.search(words) or _STATES.search(words))
