"""What a rate or a cap is taken of: 研发成本 of 按照研发成本的30%, 省级补贴金额 of 按照省级补贴金额给予1:1配套."""

from __future__ import annotations

import re

from policydiff.patterns import lazy
from policydiff.terms.bound_words import NOT
from policydiff.terms.clauses import Setting

__all__ = ["basis_of", "is_base", "split_actor"]

_BASE = (
    r"(?:费用?|成本|金额|投入|投资|资金|支出|收入|营收|价款?|价格|租金|利息|利率|保费|工资|薪酬|贷款|产值|增加值|标准|总额|差额|净额|余额|基数|税收?|"
    r"税款|税额|贡献|本金|债务|资产|资本|面积|人数|总数|总量|股份|股权|表决权|所得|货值|货款|合同额|额度?|销售额|交易额|投资额|余值|财力|留成|利润|收益|保证金|造价|预算|经费|赔付|"
    r"保险金|补贴|补助|基准价|评估价|指导价|基金|规模|房租|损失|年薪|总价|单价)"
)
_ENDS_IN_BASE = lazy(f"{_BASE}(?:总和|之和|合计|总计|总数)?$")
_BOUND = rf"(?:{NOT}超过|不\*过|{NOT}[低高]于|最高|最多|至多|最低|上限|超过|低于|高于|{NOT}少于)"
_VERB = (
    "(?:给予|予以|安排|提供|发放|奖励|补助|补贴|资助|支付|承担|加收|缴纳|计提|提取|返还|"
    "支持|配套|投放|用于|抵扣|可抵扣|享受|收取|出资|投入|征收|计算)"
)
_NOISE = (
    rf"(?:的|,|比例|{_BOUND}|{_VERB}|可?达到?|可|为|分别|各|再|按|其中|一次性|[一二两三四五]年|每年|:|、|不|"
    "左右|约|仅|占)"
)
_NOT_BY = "可足难加予得"  # before 以: 可以, 足以, 难以, 加以, 予以, 得以
_ACCORDING = lazy(
    rf"(?<![-依遵{_NOT_BY}])(?:按照?|参照|根据|以)(?!时|期|规定|有关|相关|以下|下列|比例|不同)(?:{_BOUND})?"
    rf"(?P<base>[^,。;、0-9%][^,。;%]{{0,40}}?{_BASE})(?:{_NOISE}){{0,6}}$"
)
_ACCORDING_TO = lazy(
    rf"(?<![-依遵])按照?(?!时|期|规定|有关|相关|以下|下列|比例|不同)(?:{_BOUND})?(?P<base>[^,。;、0-9%]{{2,30}})的(?:比例)?$"
)
_FOR = lazy(
    rf"(?<![面针应比校核绝相反派成])对(?![外接应象标口比照齐])(?P<base>[^,。;%]{{1,40}}?{_BASE})(?:{_NOISE}){{0,6}}$"
)
_CAP_ACCORDING = lazy(rf"(?<![{_NOT_BY}])(?:按照?|以)(?P<base>[^,。;%0-9]{{2,30}}?)[,]?(?:{_NOISE}){{1,6}}$")
_GIVING = lazy("给予|予以|奖励|补助|补贴|资助|支持")
_WITHIN = lazy(rf"{_BOUND}(?P<base>(?:(?:19|20)[0-9]{{2}})?[^,。;、0-9%]{{2,30}}?)(?P<of>的)?$")
_OF = lazy(r"(?P<base>[^,。;、:0-9%()]{2,30})的(?:比例为?)?$")
_SHARE = lazy(r"占(?P<base>[^,。;、:0-9%]{2,16}?)的?(?:比重|比例|份额|比率)")
_COMPARED = lazy(  # 成本比同类产品低15%, 价格仅为市场价的1/3
    r"(?:比(?!例|重|率|如|较|价|照)(?P<than>[^,。;、:0-9%比]{2,16}?)(?:平均)?(?:低|高|少|多|快|慢|减少|增加|降低|下降|提高|增长|提升|上涨|缩短|节省|节约)"
    r"(?:了|约|近|出)*|(?:仅为|只有|仅是|仅占|仅相当于|相当于|只相当于)(?P<of>[^,。;、:0-9%]{2,20}?)的?)$"
)
_ITSELF = lazy(  # 间接费用比例, 贷款年利率, 单位缴费: a share that has a name
    rf"(?:比例|比重|费率|利率|税率|费比|占比|[^、,]缴费)(?:应当?|一般|原则上|最[高低]|均|统一|各|约|为|是|达到?|[至到]|按|执行|控制在|{_BOUND}|"
    "(?:调整|提高|降低|上调|下调|降|提)(?:为|[至到])?){0,6}$"
)
_LEAST = lazy(r"(?P<base>[^,。;、:0-9%()]{2,24})$")
_AFTER = lazy(r"(?:的|比例的?)?(?P<base>[^,。;、:0-9%()的]{1,14}(?:的[^,。;、:0-9%()的]{1,8})?)")
_CHARGED = lazy("(?:加收|收取)$")
"""加收50%的返空费: what follows is what is charged."""
_YEAR = lazy("(?:19|20)[0-9]{2}$")
_EVERY = lazy("^(?:每?[日天周月季年次]|季度|年度)(?:加收|加处|计收|计算|计征|收取|征收|缴纳|支付|处以?)(?=..)")
"""按日加收滞纳税款万分之五 is taken of 滞纳税款."""
_CUT = lazy(
    r".*(?:给予|予以|按照?|参照|根据|安排|享受|且|并且?|对于?|由|将|向|达到?|经|后|其中|应当|可以?|不得|处以?|加收|在|从|为|使|仅为|以|于|相当于|即)(?=[^,。;]{2})"
)
_ACTOR = lazy(
    r"^(?P<actor>.*?(?:企业|单位|机构|主体|个人|园区|团队|用户|平台|载体|高校|院所|公司|投资者|农户|家庭|者))的?"
    r"(?P<base>(?:实际|上?年度|当年|年|首次|自主|每年)?(?:使用|购买|采购|租用|租赁|支付|发生|缴纳|投入|开展|购置|承担|新增|研发|建设|运营|投保|获得|取得).+)$"
)
_AROUND = lazy(r"^(?:其|该|其中|由|的|等)|(?:的|总和)$")
_ENDS_IN_NOISE = lazy(rf"(?:{_NOISE})++$")
_UP_TO_BASE = lazy(f".*?{_BASE}(?![率款人])")
_BENEFIT_WORDS = lazy(
    r"^(?:的)?(?:财政|专项|一次性|定额|政府|配套)?(?:税率|费率|利率|标准|幅度|速度|增速|补贴|补助|奖励|支持|资助|配套|奖补|贴息|资金支持|优惠|扶持|资金补助|资金奖励|给予|最高|以|比例)"
)


def is_base(text: str) -> bool:
    """Whether a noun phrase is something a share is taken of: 研发成本 is, 重点企业 is not.

    >>> is_base("实际研发投入"), is_base("重点企业")
    (True, False)
    """
    return _ENDS_IN_BASE.search(text) is not None


def split_actor(phrase: str) -> tuple[str | None, str]:
    """Part who bears a cost from the cost.

    >>> split_actor("企业使用算力服务费用")
    ('企业', '使用算力服务费用')
    """
    match = _ACTOR.match(phrase)
    return (match["actor"], match["base"]) if match and is_base(match["base"]) else (None, phrase)


def basis_of(setting: Setting, lead: str) -> str | None:
    """The base of a rate, or of a cap that hangs on one; `lead` is the text from the last figure to this one."""
    unit = setting.reading.figure.unit
    kind = unit.kind if unit else None
    if kind == "money":
        return _of_cap(lead)
    if kind not in {"rate", "multiple"} or (unit is not None and unit.name in {"百分点", "基点"}):
        return None
    inside = setting.quoted[: setting.reading.core - setting.reading.start]
    found = _inside(inside) or _of_rate(lead)
    charged = _CHARGED.search(lead) is not None
    return _with_year(found, lead) if found else (None if charged else _after(setting.rest)) or _before(lead)


def _with_year(base: str, lead: str) -> str:
    """2023年度平均工资 of 按照2023年度平均工资的60%: the year is of the base."""
    at = lead.rfind(base) if base.startswith("年") else -1
    year = _YEAR.search(lead[max(0, at - 4) : at]) if at > 0 else None
    return year[0] + base if year else base


def _clean(phrase: str) -> str | None:
    phrase = _AROUND.sub("", phrase.strip("的,、"))
    return phrase if len(phrase) >= 2 else None


def _inside(quote: str) -> str | None:
    """不超过实际使用算力成本50%: the base stands between the bound word and the figure; with 的 it may be anything."""
    match = _WITHIN.match(quote)
    return _clean(split_actor(match["base"])[1]) if match and (match["of"] or is_base(match["base"])) else None


def _of_cap(lead: str) -> str | None:
    """按照研发和算力成本给予最高1000万元: a cap with no rate of its own hangs on the base that 按照 or 对 names."""
    match = _CAP_ACCORDING.search(lead)
    if match and is_base(match["base"]):
        return _clean(match["base"])
    match = _FOR.search(lead)
    given = match is not None and _GIVING.search(lead, match.end("base")) is not None
    return _clean(split_actor(match["base"])[1]) if match and given else None


def _of_rate(lead: str) -> str | None:
    if match := _COMPARED.search(lead[-40:]):
        return _clean(match["than"] or match["of"])
    if match := _SHARE.search(lead[-30:]):
        return _clean(match["base"])
    if match := _ACCORDING.search(lead) or _ACCORDING_TO.search(lead):
        return _clean(_last_base(match["base"]))
    if match := _FOR.search(lead):
        return _clean(split_actor(match["base"])[1])
    if match := _OF.search(lead):
        return _clean(_CUT.sub("", match["base"]))
    return None


def _before(lead: str) -> str | None:
    """募集资金80%以上, 展位费最高不超过50%: the noun right before the figure, where it is one a share is taken of.

    间接费用比例不超过40% is a share that has a name; of what it is taken, the words do not say.
    """
    if _ITSELF.search(lead[-40:]):
        return None
    stripped = _ENDS_IN_NOISE.sub("", lead)
    match = _LEAST.search(stripped)
    if match is None:
        return None
    phrase = _CUT.sub("", match["base"])
    return _clean(phrase) if is_base(phrase) else None


def _last_base(phrase: str) -> str:
    """按照…原则,按…: the innermost 按 names the base."""
    return _EVERY.sub("", re.split("按照?|对(?=[^外接应象])", phrase)[-1])


def _after(rest: str) -> str | None:
    """60%的算力购买费用, 三分之二以上表决权: the base follows, unless what follows is the benefit itself."""
    if _BENEFIT_WORDS.match(rest):
        return None
    match = _AFTER.match(rest)
    if match is None:
        return None
    found = _UP_TO_BASE.match(match["base"])
    return _clean(found[0]) if found else None
