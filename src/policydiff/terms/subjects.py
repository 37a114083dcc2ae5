"""Whom or what a figure is about: the beneficiary of a sum, the thing counted, the quantity that reaches a target."""

from __future__ import annotations

import re

from policydiff.numerals import to_han
from policydiff.patterns import lazy
from policydiff.terms.basis import is_base, split_actor
from policydiff.terms.clauses import Setting
from policydiff.terms.frequencies import PERIOD
from policydiff.terms.lowering import lowered
from policydiff.terms.nouns import as_noun
from policydiff.terms.parallels import is_noun_phrase
from policydiff.terms.units import is_paid

__all__ = ["subject_of"]

_FOR = lazy(
    "(?<![面针应比校核绝相反派成])对(?:于)?(?![外接应象标口比照齐称立抗策话付])|(?:支持|鼓励)(?!额度|资金|期限?|比例|标准|金额|政策|力度)"
)
_TO = lazy(
    r"(?:给予|奖励|补助|资助|支持)(?P<who>[^,。;、:0-9%]{2,40}?)(?:一次性|分阶段|每年|总额|累计|合计|连续|不超过|最高|资金|一般|原则上)*$"
)
_CLOSES = lazy(
    r"[,。;:]|给予|予以|按照?|分阶段|分期|根据|一次性|每年|最高|(?:奖励|补助|补贴|资助)$|参照|依据|在[^,。;]{2,40}(?:基础上|前提下)|(?:可以|应当)?(?:并|可)?(?<![方理置级室长所境罚办])处以?(?=$|[一二两三四五六七八九十])|择优|首次(?=[给奖补享])|分别|单个|每(?=\w)|可(?=[申享获给])|累计"
)
_SELECTED = lazy(
    r"(?:遴选|评选|认定|征集|择优选择|举办|组织开展)(?:不超过|[0-9一二三四五六七八九十][-~至0-9一二三四五六七八九十]{0,5}[个家项]|一批|若干|的)?(?P<what>[^,。;:0-9%]{3,60}?)(?=[,。;])"
)
_GIFT = lazy(
    r"^(?:的)?(?:一次性)?(?:人民币|资金|财政|现金|专项)?(?:奖励|补助|补贴|支持|资助|奖补|扶持|配套|[一二两三四五]档|罚款|罚金|经费|资金|奖金|贴息|补偿|配套|支出|以|比例|标准|给予|予以|滞纳金|费用|额度|之间|发放|拨付|提高|降低|增加|调整|上调|下调|降至|计算|计收)"
)
_TIER = lazy(
    r"(?:^|[、,;:和(])(?P<tier>[^,。;、:0-9()]{0,10}?(?:[特一二三四五六七八九]等奖|等次|[金银铜优]奖|[^,。;、:]级|[A-Za-z一二三四五]类|[一二三四五]档|第[一二三四五]名|优秀|良好|合格))"
    r"(?:的|奖励|给予|补助|为|最高|每[个名家项]|:)*$"
)
_REACHES = lazy(
    r"(?P<what>(?:[^,。;、:0-9%]|[0-9](?=[A-Za-z])|(?<=[A-Za-z])[0-9](?![A-Za-z])|(?<![0-9.])[0-9]{1,3}号(?=[^\W\d_])(?![前后至到起止以之内])){2,28}?)(?:一般|原则上|各?(?:承担|分担|负担|出资)|就要|就要|将|要|应当?|须|已|可|的)?(?:达到?|(?<![得积评总学部成满均计记加扣])分[为成]|为|(?<![签合契公条节预违])约|近|保持在?|提高[至到]|增长|不断|总计|合计|累计|仅|占|上涨|下降|提升|控制在|均|从|由|最高|最多|最长|分别|在|于|可以|必须|处以?|应当|具[有备]|人民币|首次|年均|一次性|每(?:\w|学[年期]|半年|季度))*$"
)
_PARTS = ",。;、:%"  # what reaches a figure stands behind the last of these
_COMPARISON = lazy(  # what is left of 能耗比上年, 成本仅为市场价, 营业收入同比, 经营期连续
    "(?:比(?!例|重|率|如|较|价|照)[^比]{2,16}?(?:低|高|少|多|快|慢|减少|增加|降低|下降)?|(?:仅为|只有|仅是|仅占|仅相当于|相当于)[^占]{2,20}|同比|环比|连续)$"
)
_PUSHES = lazy(
    r"^(?:(?:进一步|力争|确保|推动|实现|使(?!用)|带动|促进|形成|打造|建成|建设(?![用项资投标期成工规周单费管])|引进|招引|吸引|集聚(?![区地度效])|汇聚|到|全省|年底|年末|目标|预计|其中|并|且|以及|同时|今年以来|的|是|对(?!外|口)|则|或者|要|新增|完成|首次|并处|处(?:以|(?![方理置级室长所境罚]))|应当|须|经(?![营济费办销纪理验常])|持有|单独或者合计|自(?![行然动有主愿身治来费驾营建用助我学由贸媒查评筹])|年均|不(?![动良变记锈孕定含同限法明]|可移动)|即(?![期时将日付])|\(?[一二三四五六七八九十]\)|[^\w“《])(?=..))+"
)
_COUNTED = lazy(r"的?(?P<what>(?:[^\W\d_]|[“”\"+·]){2,24})")
_ACTS_AND = lazy("[^,。;:]并(?:且)?(?:应当?|须|必须)?[在于]$")
"""先行抢修并在二十四小时内补办手续: what is done before names no one."""
_GOES_ON = lazy("或者|以及|或|并|且|但|才|方[可能]|即可|就|的[单双奇偶]数")
"""少于二人或者未出示证件, 达到2000架次才能申请, 三人至七人的单数: what stands behind is not what is counted."""
_COUNTED_END = lazy(
    r"(?:时$|并|且|以及|给予|予以|及其|的(?=企业|单位)|的$|为主|以上|以下|参与|入选|等|开展|落地|组成|建设(?=$)|加快|供给|进行|提供|获得|通过|实现|对(?!接|口)|应当|可以?|由|在|后|按|进入|集聚|形成)"
)
_KINDS = (
    r"企业|单位|机构|项目|平台|药品|品种|桩|车辆?|人才|博士|硕士|本科生?|学士|人员|家庭|学生|职工|中心|园区|团队|产品|器械|[^\W\d_]类|[^,。;]级|"
    "床位|展会|航线|基地|公司|高校|农户|合作社|电站|门店|酒店|景区"
)
_GETS = r"(?:每(?=\w)|按照?|给予|予以|奖励|补助|补贴|资助|最高|不超过|为|分别)"
_NEXT = lazy(rf"^(?:/[^,。;、0-9]{{1,6}})?、(?P<who>[^,。;、:0-9%对按给每单同]{{0,10}}(?:{_KINDS})){_GETS}")
_OWN = lazy(
    rf"^(?:\([^()]{{1,3}}\))?(?P<who>[^(),。;、:0-9%对按给由为向每单同各的支鼓]{{0,8}}(?:{_KINDS})){_GETS}[^,。;、:0-9]{{0,16}}$"
)
_PARTED = lazy("(?P<what>[^,。;、:0-9%]{2,16}?)?(?:应当?|可以?|按[年季月]度?|一般|原则上|共|各){0,4}+分(?:为|成)?$")
"""奖励资金 of 奖励资金分三期拨付."""
_NOBODY = lazy(
    "一般|通常|原则|资金|单个|每|单家|单项|同一|首|不|最|一次性|分阶段|总额|累计|连续|[一二两三四五六七八九十0-9]+年|其|额度|标准|比例"
)
_MEASURED = lazy(
    "(?:额度?|金额|资金|收入|产值|投资|规模|总量|成本|价格|注册资本|投入|费用?|增加值|增速|比重|比例|利率|装配率|覆盖率|产量|销量|容量|数量|面积|能力|[^效税费]率)(?:首次|累计|合计)?$"
)
_NO_SUBJECT = lazy(
    r"\)$|^号|^由|^首次$|^力争$|^(?:提高|增加|达)[到至]?$|^每|部门$|原则上|^累计|^合计|^连续|给予|奖励$|补助$|不超过|处$|按|%|(?<![A-Za-z])[0-9](?![A-Za-z]|[0-9]{0,2}号(?![前后至到起止以之内]))|^资金|^以[上下]|以[上下]$|[金助励]分$|^而?(?:此前|原来|现行)|这一|^其中$|应当由|每新?[增培引认]|(?:代表|提供|发放|享受)$"
)
_AGED = lazy(
    r"(?:^|[,。;、:])(?:其中|对)?(?!具?有|属于|符合|取得|且|并|和|或)(?P<whose>[^,。;、:0-9%()年在]{2,16}?)(?:的)?(?:年龄|最高|一般|原则上|应当?|须|必须|在|为|年|可|放宽[至到]|均)*$"
)
_EACH = lazy(  # 化学需氧量基准价 of 每吨化学需氧量基准价4000元
    "^每(?:平方米|立方米|千瓦时|公斤|千克|公里|[吨亩])(?=.{2,}(?:价格?|费用?|标准|补[助贴]|奖励)$)"
)
_EVERY = lazy(f"(?<=每)[0-9]{{1,4}}(?=个?(?:{PERIOD}))")
"""3 of 每3年评估一次 parts no words: it says what 每三年 does."""
_HEAD_LIMIT = 24
_QUOTED = lazy("“[^”]*”")
_LEADS_IN = lazy("^对(?=[^外口接])|^级(?=[^别].)|^.*(?:可以?|应当)(?:选择|申请|享受)(?=..)")
_OF_FIGURE = lazy(
    "^年(?![产度营销收均利增发])|^(?:个(?:月|小时|工作日|季度)?|小时|工作日|[日天周名家位户辆张项件])|[由从]$"
)
"""What belongs to the figure before a phrase, as its unit, or to the one behind it."""
_RANK = lazy("^级(?!别)")


def subject_of(setting: Setting, lead: str, basis: str | None) -> str | None:
    """The noun phrase a figure belongs to, as written, without the modifiers before its last 的."""
    found = _said_of(setting, lead, basis)
    return lowered(as_noun(found) if found else None, setting, lead)


def _said_of(setting: Setting, lead: str, basis: str | None) -> str | None:
    unit = setting.reading.figure.unit
    kind = unit.kind if unit else "count"
    if kind in {"money", "rate", "multiple"}:
        return _of_sum(setting, lead, basis)
    if kind == "duration":
        given = "给予" in setting.clause or "奖励" in setting.clause
        goes_on = _ACTS_AND.search(setting.clause) is not None
        return _beneficiary(setting.lead) if given else None if goes_on else _reached(lead, basis)
    if kind == "age":
        return _of_age(lead)
    if is_paid(setting.rest) and (parts := _PARTED.search(setting.clause)):
        what = _head(parts["what"] or "")
        return what if what and is_noun_phrase(what) else None
    reached = _reached(lead, basis)
    if unit is not None and unit.name and not unit.written:  # 每季度公布: what stands behind is done, and not counted
        return reached
    counted = _counted(setting.rest)
    named = (unit is not None and not unit.written) or (kind == "quantity" and _names_measure(lead, basis))
    return (reached or counted) if named else (counted or reached)


def _of_sum(setting: Setting, lead: str, basis: str | None) -> str | None:
    """一等奖 of 一等奖50万元, 牵头单位 of 给予牵头单位100万元, 创新券 of 100万元的创新券, else whom 对 names."""
    if match := _TIER.search(setting.lead[-24:]):
        return match["tier"]
    if match := _NEXT.match(lead) or _OWN.search(setting.clause):
        return match["who"]
    if match := _TO.search(setting.clause):
        who = _head(match["who"])
        if who and is_noun_phrase(who) and not is_base(who) and not _NOBODY.match(who):
            return who
    is_money = setting.reading.figure.unit is not None and setting.reading.figure.unit.kind == "money"
    what = _counted(setting.rest) if is_money and not _GIFT.match(setting.rest) else None
    if what:
        return what
    reached = _reached(lead, basis)
    if basis and reached and (reached in basis or basis in reached):
        reached = None
    if reached and _MEASURED.search(reached):
        return reached
    return _beneficiary(setting.lead) or reached or _selected(setting.lead)


def _of_age(lead: str) -> str | None:
    """申请人 of 申请人年龄不超过45周岁, 博士 of 博士不超过50周岁: whose age it is, where the words name them."""
    whose = _AGED.search(lead)
    return _head(whose["whose"]) if whose else None


def _head(phrase: str) -> str | None:
    """专精特新企业 of 对首次认定的专精特新企业; what follows the last 的 outside quotation marks."""
    phrase = phrase.strip("的,、 ")
    plain = _QUOTED.sub(lambda m: "＂" * len(m[0]), phrase)
    head = phrase[plain.rfind("的") + 1 :] if "的" in plain else phrase
    if len(head) > _HEAD_LIMIT:
        head = re.split("等(?!级|奖)|、", head)[-1]
    return head if 2 <= len(head) <= _HEAD_LIMIT else None


def _beneficiary(lead: str) -> str | None:
    """The nearest 对 whose object is no sum of money: 企业 of 对企业使用算力服务费用给予50%."""
    for match in reversed(list(_FOR.finditer(lead))[-5:]):
        phrase = lead[match.end() :]
        closing = _CLOSES.search(phrase)
        while closing is not None and phrase[closing.end() : closing.end() + 1] in {"且", "并", "或", "但"}:
            closing = _CLOSES.search(phrase, closing.end())  # 对…上市,且…的企业
        if closing is None or closing.start() < 2:
            continue
        phrase = phrase[: closing.start()]
        if match[0] in {"支持", "鼓励"}:
            phrase = _actor_of(re.sub("^(?:建设|打造|举办|开展|创建|组建)(?=..)", "", phrase))
        actor, base = split_actor(phrase)
        head = _head(actor or phrase)
        if head and (actor or not is_base(base)) and not re.search("[0-9%]", head):
            return head
    return None


def _selected(lead: str) -> str | None:
    """示范应用场景项目 of 每年遴选一批示范应用场景项目,按…给予."""
    found = None
    for match in _SELECTED.finditer(lead):
        found = _head(match["what"]) or found
    return found


def _actor_of(phrase: str) -> str:
    """支持企业建设…: the one who is supported, where the phrase names one."""
    match = re.match("(?P<who>.{0,16}?(?:企业|单位|机构|平台|园区|团队|院所|高校|协会|联盟))(?!.{0,3}的)", phrase)
    return match["who"] if match else phrase


def _reached(lead: str, basis: str | None) -> str | None:
    """全市算力规模 of 推动全市算力规模达到4500PFlops."""
    lead = _EVERY.sub(lambda every: to_han(int(every[0])), lead)
    match = _REACHES.search(lead, max(map(lead.rfind, _PARTS)) + 1)
    if match is None:
        return None
    what = _EACH.sub("", _PUSHES.sub("", _COMPARISON.sub("", match["what"])))
    what = _LEADS_IN.sub("", _head(what) or "")
    if lead[: match.start()][-1:].isdigit():
        what = _OF_FIGURE.sub("", what)
    return what if what != basis and not _NO_SUBJECT.search(what) and is_noun_phrase(what) else None


def _names_measure(lead: str, basis: str | None) -> bool:
    """装机规模 of 装机规模1万千瓦以上的电站: the quantity itself is named."""
    reached = _reached(lead, basis)
    return reached is not None and _MEASURED.search(reached) is not None


def _counted(rest: str) -> str | None:
    """人工智能核心产业园区 of 2-3个人工智能核心产业园区."""
    match = _COUNTED.match(rest)
    if match is None or _GOES_ON.match(rest):
        return None
    what = _RANK.sub("", match["what"])
    if cut := _COUNTED_END.search(what):
        what = what[: cut.start()]
    what = what.rstrip("的和与及")
    return _head(what)
