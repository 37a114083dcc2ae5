"""Whether a number of days or months is a period or a date: 提前15日 is a period, 每月15日前 a date.

A number above 31 is no day of a month, nor is half a one; 个 and 工作 make a period of any.  What else is left needs a
word beside it.
"""

from __future__ import annotations

from policydiff.patterns import lazy
from policydiff.terms.bounds import Reading

__all__ = ["is_name_of_a_time", "is_period"]

_WITHIN = 24

_MOVES = "(?:延长|缩短|缩减|压缩|压减|减少|增加|提高|放宽|调整|延期|顺延)"
_CUES = lazy(
    r"(?:期限?|时限|公示|公告|满|连续|提前|逾期|延长|为期|累计|缩短|顺延|不超过|冻结|查封|扣押|封存|拘留|停业|整顿|隔离|休假|"
    r"保存|留存|保管|保留|存放|暂扣|扣留|留置|滞留|停留|居住|暂停|停[航飞运驶气水电供业产工课学牌])[^,。;0-9]{0,4}$|"
    rf"假(?:期|天数|时间)?(?:为|共|合计|增加)?$|{_MOVES}[至到为]$|法定:?$|"
    "(?:办[理结]|审[批核查理]|核[准查验]|处[理置]|答复|响应|轮候|停留|整改|保[存管]|储存|停业|居住|累计|连续|平均)时间"
    "(?:一般|原则上|约|为|是|:){0,2}$"
)
"""办理时间 is how long it takes; 报名时间 and 开庭时间 may be a day."""
_ON_A_DAY = lazy(r"(?:月|[每当次本上]月的?|[0-9]年|[-~至到、](?:[0-9]+月)?)$")
_SINCE = lazy("(?:之|自|(?<![少多低高大小长短早晚])于|截至|截止)$")
_MOVED_TO = lazy(rf"{_MOVES}[至到]$")
_DAY_MOVES = lazy(rf"的?(?:进一步|统一|相应|再)*{_MOVES}[至到为]|的(?=[,。;])|的?[^\W\d_]{{0,6}}假(?![日定如])")
_ENDS = lazy(r"内|前(?![往来])|以|之|后|的(?:期限|公示|宽限)|个|起?至|[,。;、)]?$|期满|届满")
_BEFORE = lazy("[之以]?前(?![往来])")
_COUNTED_BACK = lazy("(?<!后)(?<![目日月年此先当眼])前$|(?:之|[效止满业工]|[0-9])日前$")
"""前 behind an act, right before the figure: 届满前30日, 会议召开之前15日, 终止之日前30日; not 每月前5日, 日前15日."""
_COUNTED_ON = lazy("(?<![今此往先前最会节年假赛])后$|[之即]日起$")
_EVENT = (
    "召开|举[行办]|开[始工业庭标幕园学展演航通盘放]|届满|期满|到期|施[行工]|实施|执行|生效|失效|停[业运工产航飞止用播]|投[放产运用入]|上[市线映架]|"
    "启[动用]|终[止了]|中止|结束|变更|解[除散聘]|退[出租役]|关[闭停]|进行|离[职境开]|搬[迁离]|拆[除迁]|交[付割房]|验收|拍卖|选举|换届|考试|"
    "营业|运[营行]|作业|出[发境租让]|发[布放行]|公布|调整|涨价|提价|使用|销售|装修|表决|签[订约]|竣工|完工|入[学职住]"
)
_OF_AN_EVENT = lazy(rf"(?:{_EVENT})$")
_AT_AN_EVENT = lazy(
    r"(?<![由对位用属等处至终源基存现正所])(?<!关)[在于][^\W\d_]{2,20}(?<![后月年周季度内份底旬半在于自至的间])$"
)
"""在停运 of 在停运20日前, 于会议召开 of 于会议召开15日前; a date stands right behind 在 (在15日前)."""
_NAME = lazy(
    "级|生(?![效产成])|终(?![止结了审端])|会(?![同商审签诊])|检(?![查测验修疫索举])|制(?![定订作造止约成])|"
    "报(?:[的表刊纸载讯道》”]|社(?![会保区]))"
)


def is_name_of_a_time(text: str, reading: Reading) -> bool:
    """Whether a period is only part of a word: 三年级, 两年制, 3日报道; 3个月报告 and 30日生效 tell periods."""
    figure = reading.figure
    if figure.unit is None or figure.unit.written.startswith("个") or figure.unit.name == "工作日":
        return False
    return _NAME.match(text, figure.end) is not None


def is_period(text: str, reading: Reading) -> bool:
    """Whether so many 日 or 月 are a period.

    30日内, 延长至三十日, 半日, 保存90日, 届满前30日 and 会议召开15日前 are; 记者27日获悉, 每月10日前, 请于15日前 and
    3月1日至5日 are dates.
    """
    figure = reading.figure
    left = text[max(0, figure.start - _WITHIN) : figure.start]
    if figure.value.denominator > 1 or (figure.unit is not None and figure.unit.written == "日" and figure.value > 31):
        return True
    if _ON_A_DAY.search(left) and not _MOVED_TO.search(left) and reading.bound != "range":
        return False
    if _SINCE.search(left) and not reading.suffixed:
        return False
    if figure.unit is not None and figure.unit.written == "月":
        return reading.bound != "exact" and figure.han
    if reading.bound != "exact" or _CUES.search(left) or _of_an_event(text, figure.end, left):
        return True
    ends = figure.han and _ENDS.match(text, figure.end)
    return bool(ends or _DAY_MOVES.match(text, figure.end))


def _of_an_event(text: str, end: int, left: str) -> bool:
    """Whether the days are counted from what happens: 会议召开15日前, 在停运20日前, 投放前30日, 变更后10日."""
    if _BEFORE.match(text, end):
        return bool(_OF_AN_EVENT.search(left) or _AT_AN_EVENT.search(left))
    return bool(_COUNTED_BACK.search(left) or _COUNTED_ON.search(left))
