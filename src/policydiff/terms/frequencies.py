"""What a count is reckoned by: 两年 of 每两年组织一次, 1000名居民 of 每1000名居民配备1名医生.

The period and the number behind 每 measure the count, and are no figures of their own.  Where nothing is counted
(每三年开展评估), the period is all that is said, and stays one.
"""

from __future__ import annotations

from policydiff.numerals import to_han
from policydiff.patterns import lazy
from policydiff.terms.bounds import Reading

__all__ = ["FREQUENCY", "PERIOD", "base_of", "frequency_in", "is_base_of_a_count", "is_of_a_frequency"]

_N = "[0-9]{1,4}|[一二两三四五六七八九十百千]{1,4}"
PERIOD = "会计年度|纳税年度|学年|学期|年度|年|季度|季|个月|月|个?星期|周|工作日|日|天|个?小时|届"
"""What sums and counts are told by, as a regular expression."""
FREQUENCY = rf"每(?:(?:{_N}|半)个?)?(?:{PERIOD})"
"""每两年, 每季度: how often something is done, as a regular expression."""

_FREQUENCY = lazy(rf"每(?:(?P<n>{_N})|(?P<half>半))?个?(?P<period>{PERIOD})")
_TIMES = lazy(rf"度?[^,。;:\n]{{0,40}}?(?:{_N})(?:次|轮|回|遍|场|批|期)(?![一二三四五六七八九十]|性|品|货)")
_EACH = lazy("每(?:一)?$")
_CLASS = "名|人|位|个|户|家|辆|张|台|所|间|件|处|栋|艘|头|只|幢|座"
_NO_PERIOD = "(?!月|季|小时|工作日|学[年期]|星期|年)"
_PEOPLE = (
    "居民|人口|常住人口|户籍人口|服务人口|老年人|老人|儿童|婴幼儿|学生|幼儿|职工|患者|残疾人|家庭|村民|业主|住户|旅客"
)
_BASE = lazy(
    rf"(?P<base>每(?:[0-9]{{1,6}}[百千万]?|[一二两三四五六七八九]?[十百千万]{{1,2}}|[二两三四五六七八九])(?:{_CLASS}){_NO_PERIOD}"
    rf"(?:(?:{_PEOPLE})|[^,。;:、的0-9每]{{1,6}}?(?=应当|须|必须|不得|不少于|不低于|至少|配|设|拥?有|安排|补|奖|给予|可))?)"
)
_BARE_BASE = lazy(
    rf"(?:^|[,;。:\n]|按照?)(?P<base>[0-9]{{2,6}}(?:{_CLASS})[^,。;:、的0-9每]{{1,8}}?)(?=(?:应当|须|必须|至少)?(?:配|设))"
)
_PROVIDES = lazy(
    r"[^,。;:、的0-9%每]{0,8}?(?:应当|须|必须|至少|可)?(?:配备|配置|配套|配有|设置|设有|设立|配|设)[^,。;:、0-9]{0,6}[0-9一二两三四五六七八九]"
)
_FIGURE_FOLLOWS = lazy(r"[^,。;:\n]{0,30}?[0-9一二两三四五六七八九十百千万]")
_REACH = 40


def is_of_a_frequency(text: str, reading: Reading) -> bool:
    """Whether a period tells how often something is counted: 每两年 of 每两年至少组织一次."""
    start = reading.figure.start
    return text[max(0, start - 1) : start] == "每" and _TIMES.match(text, reading.figure.end) is not None


def frequency_in(clause: str) -> str | None:
    """How often, as the last words of a clause say it, in one spelling.

    >>> frequency_in("每2年组织"), frequency_in("每一个季度至少"), frequency_in("每年")
    ('每两年', '每季度', '每年')
    """
    told = list(_FREQUENCY.finditer(clause))
    if not told:
        return None
    found = told[-1]
    period = {"年度": "年", "季": "季度", "星期": "周", "个星期": "周", "天": "日", "个小时": "小时"}.get(
        found["period"], found["period"]
    )
    if found["half"]:
        return f"每半{'年' if period == '年' else '个月' if period == '月' else period}"
    number = found["n"] or "一"
    number = to_han(int(number)) if number.isdecimal() else number
    if number == "一":
        return f"每{period.removeprefix('个')}"
    return f"每{'两' if number == '二' else number}{'个' if period in {'月', '季度'} else ''}{period}"


def is_base_of_a_count(text: str, reading: Reading) -> bool:
    """Whether a count is only what another is reckoned by: 1000名 of 每1000名居民配备1名医生."""
    figure = reading.figure
    if reading.bound != "exact" or figure.one or figure.value <= 1 or figure.unit is None:
        return False
    if _EACH.search(text[max(0, figure.start - 2) : figure.start]):
        return _FIGURE_FOLLOWS.match(text, figure.end) is not None
    if figure.han or not (figure.start == 0 or text[figure.start - 1] in ",;。:\n按照"):
        return False
    return _PROVIDES.match(text, figure.end) is not None


def base_of(clause: str, *, bare: bool = False) -> str | None:
    """So many of what a figure is reckoned by, as the words before it say; a count needs no 每 for that.

    >>> base_of("每千名老年人拥有养老床位"), base_of("1000名居民配备", bare=True), base_of("每户补贴")
    ('每千名老年人', '1000名居民', None)
    """
    clause = clause[-_REACH:]
    found = [*(_BARE_BASE.finditer(clause) if bare else ()), *(_BASE.finditer(clause) if "每" in clause else ())]
    return found[-1]["base"] if found else None
