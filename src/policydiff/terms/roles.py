"""In what role a figure stands: what is given, what is asked, what is aimed at, what is laid down for a breach."""

from __future__ import annotations

from policydiff.model import Role, UnitKind
from policydiff.patterns import lazy
from policydiff.terms.clauses import Setting
from policydiff.terms.penalties import is_penalty
from policydiff.terms.steps import GROWS

__all__ = ["role_of"]

_VALIDITY = lazy(r"(?:有效期限?|试行期限?|施行期限?|试行|实施期限?|执行期限?)(?:为|是|至|限|期)?(?:暂定|定为)?$")
_OF_THE_TEXT = lazy(
    r"本[^,。;]{0,12}?(?:政策|办法|措施|规定|意见|细则|方案|通知|条例|决定|指引|文件|规则)|(?:起|日)[,]?(?:施行|实施|执行|生效)|(?:施行|实施|执行|生效)"
)
_PUNISHED = lazy("(?:受到?过?|被)[^,。;]{0,12}?(?:处罚|处分|拘留|罚款)")
_OF_A_CASE = lazy(
    r"的?(?:[^,。;:的]{0,6}?(?:罚款|罚金|行政处罚|处罚))?(?:等[^,。;的]{0,8})?(?:决定)?(?:的(?=[,。;:、)]|$|案件|行政处罚案件|决定)|案件|之?前)"
)
_BENEFIT = lazy(
    "给予|予以|奖励|补助|补贴|资助|扶持|配套|贴息|减免|奖补|抵扣|发放|补偿|承担|分担|资金支持|支持额度|支持资金|(?<![证债])券(?!商|公司)|免费|减按|支持(?=[0-9最不])"
)
_CONDITION_AFTER = lazy(
    r"^[^,。;]{0,30}?的(?:[,。;、)]|$|[^,。;]{0,30}?(?:企业|单位|机构|平台|项目|园区|模型|团队|个人|人员|主体|公司|产品|地区|自然人|股东|未成年人|人$))|^的"
)
_GIVEN = lazy(  # what follows a sum that is given: 的补贴, 的免费培训支持, 的消费券
    "的?(?:补|奖|资|支|贴|扶|基金)|的(?:标准|比例|额度|费率|税率)|的?(?:(?!给予|予以|进行|提供)[^,。;的]){0,8}?(?:(?<![证债])券|支持|服务|基金)(?![^,。;]{0,4}(?:企业|单位|机构|公司|管理))"
)
_CHARGED = lazy("的[^,。;:的]{1,12}费(?=[,。;、)]|$)")
"""返空费 of 加收50%的返空费."""
_CONDITION_BEFORE = lazy(
    r"(?:(?<!届)满|不足|(?<!不[得应宜能可准许])超过|不低于|达到?|(?<!不[得应宜能可准许])高于|(?<!不[得应宜能可准许])少于|投资|突破)[^,。;前后内]{0,6}$"
)
"""满三年 is asked of somebody; 届满前30日 tells when, and 不得超过3年 lays down how long."""
_OWN_PERIOD = lazy("(?:期限?|时限|时间|时长|周期|使用年限|使用寿命)(?:应当?|一般|原则上)?$")
"""公示期不少于五日 rules how long; it asks nothing of anyone who applies."""
_COUNTED_BACK = lazy("[之以]?前")
_THEN = lazy("(?:一次性)?(?:给予|予以|处(?![理置分]))")
_ONLY_THEN = lazy("(?:才|方)[可能]")
_REACHED = lazy("(?:达到?|突破|超过|[达超]|(?<!届)满)$")
_GRANTS = lazy(
    "(?:每[^,。;:]{1,8}?|按照?[^,。;:]{1,16}?|对[^,。;:]{1,16}?|由[^,。;:]{1,12}?|可以?|一次性)?(?:一次性)?"
    "(?:给予|予以|奖励|补[贴助]|资助|奖补|发放)"
)
_AIMS = lazy(
    "力争|目标|到20[0-9]{2}年|培育|打造|建设|建成|引进|实现|推[动进]|确保|形成|新增|集聚|扩大|提升|支持|鼓励|促进"
)
_OF_A_NUMBER = lazy("的?[单双奇偶]数")
_LATELY = lazy("(?:最?近|过去)$")
_CLEAN = lazy(
    "(?:以?来|以?内|之内|期间)?(?:均|从)?(?:无|未|没有|不存在|不得有|不得存在|具?有[^,。;]{1,20}(?:业绩|经[历验]|记录))"
)
"""近三年内无违法记录: what the last years must, or must not, have brought."""
_TARGET = lazy(
    r"达到?|突破|力争|目标|实现|到20[0-9]{2}年|增长|增速|打造|培育|建设|引进|开展|建成|形成|新增|集聚|构建|布局|规模|设立|汇聚|遴选|提升|推进|推动|装配率|覆盖率|普及率|渗透率|占有率|合格率|达标率|利用率|转化率|国产化率|下降|(?<![不得未])(?<!不[应宜能可准许])超"
)
_RISEN = lazy(
    "(?:提高|增加|上调|提升|涨|降低|减少|下调)了?[^,。;:]{1,16},(?:总额|合计|最高|现)?(?:达到?|增至|升至|涨至|降至|为)$"
)
"""奖励提高了50万元,达到: what follows is the sum that is given now, and no aim."""
_SURPASSES = lazy("突破|达|(?<![不得未])(?<!不[应宜能可准许])超")
_TITLE = lazy("《[^《》]{1,80}》?|^[^《》]{1,80}》")
_STEP = lazy(f"每(?:{GROWS})$")


def _asks(setting: Setting) -> bool:
    """Whether what stands behind a figure makes it a condition: 95分以上的, 95分以上给予80万元, 95分以上才能申请."""
    unit, floor = setting.reading.figure.unit, setting.reading.bound == "floor"
    reached = setting.reading.suffixed and unit and (unit.kind == "count" or (unit.kind == "money" and floor))
    if reached and _THEN.match(setting.rest):
        return True
    if _ONLY_THEN.match(setting.rest) or _granted_then(setting):
        return True
    if _OF_A_NUMBER.match(setting.rest):
        return False  # 三人至七人的单数 lays down how many
    if _GIVEN.match(setting.rest) or (setting.clause.endswith(("加收", "收取")) and _CHARGED.match(setting.rest)):
        return False
    return _CONDITION_AFTER.search(setting.rest) is not None


def _granted_then(setting: Setting) -> bool:
    """年飞行量达到2000架次以上,每条航线补贴30万元: what is reached before a grant is asked for it, and no aim."""
    if setting.rest or setting.reading.bound != "floor" or not _GRANTS.match(setting.then):
        return False
    before = setting.clause + setting.quoted[: max(0, setting.reading.core - setting.reading.start)]
    return _REACHED.search(before) is not None and _AIMS.search(setting.lead) is None


def _bounds_age(setting: Setting) -> bool:
    """年满16周岁, 不满12周岁 and 60周岁以上 tell who is meant; 退休年龄为60周岁 lays down an age."""
    unit = setting.reading.figure.unit
    return unit is not None and unit.kind == "age" and setting.reading.bound != "exact"


def _asks_time(setting: Setting) -> bool:
    """Whether so much time is asked of who applies: 经营满三年, 近三年内无违法记录."""
    clause = setting.clause
    if _LATELY.search(clause) and _CLEAN.match(setting.rest):
        return True
    if _OWN_PERIOD.search(clause) or _COUNTED_BACK.match(setting.rest):
        return False
    return _CONDITION_BEFORE.search(clause + setting.quoted) is not None


def _asks_penalty(setting: Setting) -> bool:
    """拟作出10万元以上罚款的,应当…; 二年内受过行政处罚的: what a penalty is asked about lays none down."""
    kind = setting.reading.figure.unit.kind if setting.reading.figure.unit else None
    if kind in {"duration", "count"} and _PUNISHED.search(setting.clause[-24:] + setting.rest[:40]):
        return kind == "duration" or _asks(setting)
    return _OF_A_CASE.match(setting.rest) is not None


def _untitled(words: str) -> str:
    """The words without the titles they name: 《扶持办法》规定，收费不高于2000元 supports nobody."""
    return _TITLE.sub("", words) if "《" in words else words


def role_of(setting: Setting, unit_kind: UnitKind) -> Role | None:  # noqa: PLR0911 one return a rule
    """Benefit, condition, target, penalty, or the instrument's own validity; null where the words do not tell."""
    kind = setting.reading.figure.unit.kind if setting.reading.figure.unit else None
    lead, rest, quote = _untitled(setting.lead), setting.rest, setting.quoted
    clause = _untitled(setting.clause)
    if setting.reading.former or setting.reading.increment:
        return "former" if setting.reading.former else "increment"
    if kind == "duration" and _VALIDITY.search(lead.removesuffix("不超过")):
        return "validity" if unit_kind == "closing" or _OF_THE_TEXT.search(lead) else None
    if is_penalty(lead, clause, rest):
        return "condition" if _asks_penalty(setting) else "penalty"
    benefit_before = bool(_BENEFIT.search(clause) or _BENEFIT.search(quote))
    if _STEP.search(clause) or _bounds_age(setting) or (not benefit_before and _asks(setting)):
        return "condition"
    if kind in {"money", "rate", "multiple", "quantity"} and (benefit_before or _BENEFIT.search(rest[:24])):
        return "benefit"
    if kind == "duration":
        return "benefit" if _BENEFIT.search(clause) else "condition" if _asks_time(setting) else None
    if benefit_before:
        return "benefit"
    if kind == "money" and _BENEFIT.search(lead) and (setting.reading.bound == "cap" or _RISEN.search(lead)):
        return "benefit"
    return "target" if _TARGET.search(clause[-40:]) or _SURPASSES.search(quote) else None
