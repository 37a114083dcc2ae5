"""What a figure means beside its value: how firm (一般), how often (每年), for what each (单个项目)."""

from __future__ import annotations

import re

from policydiff.numerals import to_han
from policydiff.patterns import lazy
from policydiff.terms.clauses import Setting
from policydiff.terms.frequencies import PERIOD, base_of, frequency_in
from policydiff.terms.steps import GROWS, STEPS

__all__ = ["hedge_of", "per_of", "recurrence_of"]

_HEDGE = lazy(
    "原则上|通常|一般(?:应当?|可以?|每[年月人户家次个])?(?=不[得超高低少多大小]|[最至][高低多少长短]|控制在|为|按(?!揭|规)|给予|予以|在|以(?!上)|"
    "约|达到?|奖励|补助|补贴|资助|占|[0-9一二三四五六七八九十]|$)"
)
_N = "[0-9一二两三四五六七八九十]{1,3}"
_ONCE_AFTER = lazy("(?:[、和][0-9.零一二三四五六七八九十百千万亿]+元)*(?:的?(?:标准|比例)?(?:给予|予以))?的?一次性")
_TOTAL = lazy("累计|合计(?!持有|占)")
_YEARS_BEFORE = lazy(rf"(?<!每)(?P<n>{_N})个?年(?:以?内|期间)?(?:累计|合计|总计|共|最高)?(?:给予|奖励|补助|支持)?$")
_TOTAL_OF_YEARS = lazy(rf"(?P<n>{_N})年(?:以?内|期间)?[^,。;]{{0,8}}$")
_YEARLY = lazy(
    "每(?:一|个|自然|会计|财政)?年度?|全年|当年度|自然年度|年度(?:累计|合计|最高|总额|补)|按年(?!度(?!$|[,、的给予发拨付结缴交补奖兑分递逐一]|计[算提发征收付]|支[付持]|安排|核[定拨发]))|逐年|(?:年增速|年增长|年均)(?=[^0-9百千万亿]{0,40}$)|/年|每1年|"
    r"(?:单个|单家|每[个家户座]|同一)[^,。;:0-9每年]{1,8}年度?(?=$|最|不|补|奖|贴|资助|支持|累计|总|合计|给|享|申|获)"
)
_STEPS = (
    ("每日", lazy("每日|每天|按日|/[日天]|日均(?=[^0-9百千万亿]{0,40}$)")),
    ("每月", lazy("每月|按月|逐月|/月|月均(?=[^0-9百千万亿]{0,40}$)")),
    ("每季度", lazy("每季度?|按季度?")),
    ("每半年", lazy("每半年")),
    ("每次", lazy("每次|单次|/次")),
)
_PERIOD = lazy(f"(?:{PERIOD})度?")
_PER_HOUR = frozenset({"每小时", "每届"})
_STAGED = lazy("分阶段|分期|分批次?|分年度?|分步|分[两二三四五六2-6]年度?(?!级)")
_EACH_YEAR = lazy("每年[^,。;]{0,12}$")
_CONSECUTIVE = lazy("连续[^,。;0-9]{0,6}$")
_OPENS_CONSECUTIVE = lazy("[^,。;]{0,4}连续")
_THING = (
    "项目|企业|单位|机构|平台|园区|团队|人才|产品|展会|活动|案例|场景|标准展位|展位|保单|合同|订单|学位|泊位|主体|载体|个人|家庭|学生|职工|品牌|标准(?!展位|厂房|地|间|房)|专利|课题|基地|中心|楼宇|"
    "车|集群|联盟|协会|院校|高校|实验室|模型|数据集|设备|车辆|航线|型号|门店|商户|用户|农户|合作社|床位|品种|药品|电站|景区|酒店|人|户|次(?!性)|学期|年|月"
)
_MEASURE = (
    "个|家|名|位|人|生(?![产活育长态物源])|户|台|套|件|项|场|次|辆|座|处|所|架次|架|款|条|只|头|亩|吨|平方米|平米|立方米|公里|"
    "千瓦时|千瓦|标准箱|标箱|标方|标准立方米?|立方|卡时|股|份|人次|学时|课时|床|张|票|组|间|栋|层|篇|部|门|班|列|艘|船|批|期|株|"
    "公斤|千克|升|度|瓶|标段"
)
_PER = lazy(
    rf"(?P<noun>(?:单个|单家|单项|单次|单台|单场|单户|单笔|单件|单套|单一|(?<!合)同一(?:个|家)?|每(?:一)?(?:{_MEASURE})(?!季度|月|小时|工作日|学[年期]|星期))"
    rf"(?:[^,。;:、的0-9]{{0,6}}?(?:{_THING}))?)"
    rf"|(?P<step>每(?:(?:{STEPS})|(?=(?:[0-9.]{{1,9}}[十百千万亿]{{0,2}}|[一二两三四五六七八九十百千万亿]{{1,6}})元))[^,。;]{{1,16}}?)(?=,|给予|予以|的|奖励|补助|补贴|资助|奖补|发放|拨付|应缴|再|$)"
    r"|(?P<mean>人均|户均|亩均)"
)
_SUM_ENDS = lazy(r"[0-9.]{1,12}[十百千万亿]{0,2}元$")
_OPENS_EACH = lazy(rf"(?:[^,。;]{{0,24}}[:。;])?(?P<noun>每(?:{_MEASURE}))")
_CARRIED_BY = 80
_ALIKE = 2
"""So many characters at its end, at least, name what is alike; a noun of its own stands before them."""
_PER_SIGNS = "每单同均"
_PARTS = lazy("[/·.*()每]+")
_STEP = lazy(f"每(?:{GROWS})$")


def hedge_of(setting: Setting) -> str | None:
    """一般 or 原则上, where the figure's clause (or the phrase before its comma) softens the bound."""
    lead = setting.lead[-40:]
    if "一般" not in lead and "原则上" not in lead and "通常" not in lead:
        return None
    found = list(_HEDGE.finditer(lead))
    if not found:
        return None
    match = found[-1]
    between = lead[match.end() :]
    if re.search(r"[0-9%]|[,。;].*[,。;]", between) or ("," in between.rstrip(",") and not between.startswith(",")):
        return None
    return match[0]


def recurrence_of(setting: Setting) -> str | None:  # noqa: PLR0911 one return a rule
    """How often or in what steps: 一次性, 每年, 连续3年, 分阶段, 累计, 三年累计."""
    kind = setting.reading.figure.unit.kind if setting.reading.figure.unit else None
    clause, rest = _own_clause(setting), setting.rest
    if kind == "duration":
        return _consecutive(setting)
    if "一次性" in clause[-24:] or _ONCE_AFTER.match(rest):
        return "一次性"
    if _STAGED.search(clause[-16:]):
        return _STAGED.search(clause[-16:])[0]  # type: ignore[index]
    quote = "".join(f"/{part}" for part in _parts(setting.reading.per))
    total = bool(_TOTAL.search(clause[-24:]) or _TOTAL.search(rest[:4]))
    if (match := _YEARS_BEFORE.search(clause)) and kind == "money":
        return _in_years(match["n"])
    if total and (match := _TOTAL_OF_YEARS.search(clause)):
        return _in_years(match["n"])
    if kind == "count" and (often := frequency_in(clause)):
        return often
    if _YEARLY.search(clause) or _YEARLY.search(quote) or _YEARLY.match(rest):
        return "每年累计" if total and "累计" in clause else "每年"
    return _period_of(setting, clause, quote) or ("累计" if total else None)


def _period_of(setting: Setting, clause: str, quote: str) -> str | None:
    """每学年 of 住宿费每学年1200元, 1200元/学年 and 1200元每学年, and any other period that a count may be told by."""
    for name, pattern in _STEPS:
        if pattern.search(clause) or pattern.search(quote) or pattern.match(setting.rest):
            return name
    unit = setting.reading.figure.unit
    if unit is None or unit.name == "公里/小时":
        return None
    behind = setting.rest[:8] if setting.rest.startswith(("每", "的每")) else ""
    often = frequency_in(clause) or frequency_in(quote.replace("/", "每")) or frequency_in(behind)
    return None if often in _PER_HOUR else often


def _in_years(number: str) -> str:
    """三年累计, whether written 三年 or 3年."""
    return f"{to_han(int(number)) if number.isdecimal() else number}年累计"


def _own_clause(setting: Setting) -> str:
    """The words since the last comma, with the figure's own bound words (最高累计给予)."""
    reading = setting.reading
    return setting.clause + setting.quoted[: max(0, reading.core - reading.start)]


def _consecutive(setting: Setting) -> str | None:
    consecutive = _CONSECUTIVE.search(setting.clause[-12:]) or _OPENS_CONSECUTIVE.match(setting.clause)
    if not consecutive or setting.reading.figure.unit is None:
        return "每年" if _EACH_YEAR.search(setting.clause) else None
    value = setting.reading.high if setting.reading.high is not None else setting.reading.low
    unit = setting.reading.figure.unit.name
    return f"连续{value}{'个月' if unit == '月' else unit}" if value is not None else None


def per_of(setting: Setting) -> str | None:
    """For what each: 单个项目, 每家企业, 每增加2万架次; null where the sum is for all."""
    each = next((part for part in _parts(setting.reading.per) if not _PERIOD.fullmatch(part) or part == "小时"), None)
    if each:
        return f"每{each}"
    own = _own_clause(setting)
    if base := base_of(
        own, bare=setting.reading.figure.unit is not None and setting.reading.figure.unit.kind == "count"
    ):
        return base
    found = list(_PER.finditer(own)) if any(c in own for c in _PER_SIGNS) else []
    last = found[-1] if found else None
    if last is None:
        last = _opening_per(setting.lead[: len(setting.lead) - len(setting.clause)])
    if last is None:
        money = setting.reading.figure.unit is not None and setting.reading.figure.unit.kind == "money"
        often = frequency_in(own) if "每" in own else None
        return (often if often in _PER_HOUR else _carried(setting)) if money else None
    if _STEP.search(setting.clause):
        return None
    noun = re.sub("^((?:单|同一).+?)每?年$", r"\1", last["noun"] or "")  # 单个场馆年度: how often is told apart
    return noun or last["step"] or last["mean"]


def _carried(setting: Setting) -> str | None:
    """每吨 for the second sum of 每吨化学需氧量基准价4000元,二氧化硫基准价2000元: one price, one measure."""
    *earlier, own = setting.lead[-_CARRIED_BY:].split(",")
    if any(sign in own for sign in _PER_SIGNS):
        return None
    for clause in reversed(earlier):
        words = _SUM_ENDS.sub("", clause)
        if words == clause or not own or words[-2:] != own[-2:]:
            return None
        opened = _OPENS_EACH.match(words)
        if opened:
            return opened["noun"] if len(words) - opened.end() > _ALIKE else None
        if any(sign in words for sign in _PER_SIGNS):
            return None
    return None


def _parts(per: str | None) -> list[str]:
    """平方米 and 月 of /平方米·月."""
    return [part for part in _PARTS.split(per) if part] if per else []


def _opening_per(earlier: str) -> re.Match[str] | None:
    """每认定1家,给予…: the clause before is nothing but the measure."""
    clause = re.split("[,:]", earlier.rstrip(",:"))[-1] if earlier else ""
    match = _PER.search(clause)
    return match if match and (match["step"] or match.start() <= 2) and len(clause) - match.end() <= 2 else None
