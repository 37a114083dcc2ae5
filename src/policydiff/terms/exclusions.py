"""Which readings are no terms: articles like 一个, a text's own parts (五条措施), names (三年行动计划), bare numbers.

Each kind of figure has its rule, which gives its examples.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from policydiff.patterns import lazy
from policydiff.terms.bound_words import NOT
from policydiff.terms.bounds import Reading
from policydiff.terms.days import is_name_of_a_time, is_period
from policydiff.terms.frequencies import FREQUENCY, is_base_of_a_count, is_of_a_frequency
from policydiff.terms.steps import STEPS

__all__ = ["bare_is_money", "is_term"]

_OWN_PARTS = lazy(
    r"(?:大|个|条|项|点|种|款)?(?:重要|重点|主要|关键|具体|突出|基本|核心|支持|政策|工作|优惠|惠企|创新|务实|硬核|扶持){0,2}的?"
    r"(?:方面|层面|维度|亮点|特点|要点|看点|特色|部分|篇章|章节|环节|阶段|步骤|原则|举措|措施|条款|新政|规定|意见|建议|政策|"
    r"抓手|着力点|方向|领域|板块|体系|机制|重点工作|主要任务|任务|情形|情况|条件|代表|维护|确立|意识|自信|全面|务必|转变|一批|坚持|问题|关系)"
)
_POINTS = lazy("(?:同|第|某|上|新的|头|最后|[每逐翌次])$")
"""同一年, 第一年, 每一年: which one, and not how long."""
_QUOTES_OR_BY = lazy('(?:[“"]|以)$')
_REFERENCE = lazy(r"(?:第|前|上|下|本|该|上述|前述|下列|以下|所列)$|[条款项][、和或及]$")
_NAME = lazy(r"(?:行动|规划|计划|攻坚|工程|改革行动|倍增|提升行动)")

_ROUND_FUND = lazy(r"级?[^,。;、:0-9]{0,10}(?:产业|集群|企业|园区|基金|赛道|市场|规模|板块|产值|俱乐部)")
_COUNTED_MONEY = lazy(
    "资金|补助|补贴|奖|扶持|支持|资助|给予|投资|投入|金额|总额|额度|产值|营收|收入|利润|税|基金|经费|费|预算|贷款|"
    "注册资本|成本|规模|市值|估值|销售|生产总值|增加值|GDP"
)
_COUNTED_THINGS = lazy(r"参数|token|用户|人口|访问量|下载|注册人数|数据条|样本", re.IGNORECASE)
_ONLY_BOUNDS = lazy(
    rf"(?:最[高低多少]|至[多少]|{NOT}(?:超过?|[高低]于)|且|并|但|原则上|一般|累计|每年|可|达|单个(?:企业|项目))*"
)
_FREQUENCY = lazy(rf"(?:按(?:年度?|月|季度?|周|日|天|届|学期|次)|每次|{FREQUENCY})[^,。;]{{0,30}}$")
_NAMED_BY_TIMES = lazy("性|供水|加压|装修|污染|转运|搬运|能源|产业|创业|分配|灾害|衍生灾害|元(?!以)|电池")
"""二次供水, 三次产业, 一次性: what the figure is part of is a word, and nothing is counted."""
_TERM_OF_RATE = lazy("期(?:以[上下内])?[^,。;、:0-9]{0,14}(?:利率|LPR|国债|存款)")
"""1年期贷款市场报价利率: the name of a rate of interest."""
_SCORE_CUES = lazy(r"(?:分|评|考核|成绩|达到|扣|加|满分|[得计记赋])[^,。;]{0,6}$")
_NO_SCORE = lazy(r"(?:[时点度元角毛亩]|[0-9]:)$")
"""9时30分, 东经120度30分, 3元2角5分, 2亩3分: the smaller part of a time, a place, a sum, a field."""
_STEP = lazy(f"每(?:{STEPS})$")
_SELDOM_COUNTED = set("届轮本路块位层种批起门票队头")
_IN_PARTS = lazy("分(?:为|成)?$")
_HOMES = lazy("(?:及以上)?(?:个人|自住|商品|普通|改善性?|新建|商业)?(?:住房|住宅|房)")
_LOANS = lazy("(?:住房|房)?(?:公积金)?(?:的?(?:最低|个人|商业)*)?(?:贷款|房贷|首付|按揭|利率)")
_FIRST_HOME = lazy("(?:首套?|第?[一二]套?)[、和及或]$")
_OWNS = lazy("(?:购买?|买|拥有|有|租|建|提供|筹集|交付|名下|共|新增|最多|不超过|限)$")
"""二套住房 and 三套贷款 are the second and the third one; who buys two buys 两套."""
_MISSED = lazy("(?:连续|累计|拖欠|逾期|欠[缴付费]?)$")
"""连续3期或者累计6期未还款: instalments that were missed."""
_LETTER = lazy(r"[A-Za-z]$")
_COMPUTING = lazy("算力|智算|超算|计算")


def is_term(text: str, reading: Reading) -> bool:
    """Whether this reading of a view's text is a term: a figure that says how much, how many or how long."""
    figure = reading.figure
    unit = figure.unit
    if _within_a_word(text, reading):
        return False
    if unit is None:
        return _bare_magnitude(text, reading)
    rule = _RULES.get(unit.kind)
    return rule is None or rule(text, reading)


def _before(text: str, at: int, width: int = 24) -> str:
    return text[max(0, at - width) : at]


def _within_a_word(text: str, reading: Reading) -> bool:
    """L2以上, H100, 3.0版: digits that belong to a code."""
    at = reading.core
    unit = reading.figure.unit
    left = text[max(0, at - 1) : at]
    if left in {".", "_", "/", "+", "×"} and not reading.figure.han:
        return True
    if left == "-" and re.search(r"[A-Za-z0-9]-$", _before(text, at)) and not reading.figure.han:
        return True
    return (
        bool(_LETTER.search(left)) and not reading.figure.han and (unit is None or unit.kind not in {"money", "rate"})
    )


def _bound(reading: Reading) -> bool:
    return reading.bound != "exact"


def _bare_magnitude(text: str, reading: Reading) -> bool:
    """A magnitude without a unit: 超过千亿, 不超过5000万, 百亿基金; 百强 and 2024 are none."""
    figure = reading.figure
    if figure.scale < 10**4:
        return False
    if figure.bare:
        return _bound(reading) or reading.approximate or _ROUND_FUND.match(text, figure.end) is not None
    return not text.startswith(("号", "米", "瓦", "吨"), figure.end)


def _money(text: str, reading: Reading) -> bool:
    """单位：万元 heads a table; 亿元以上 is a sum; 二元 and 三元 are words unless something binds them."""
    figure = reading.figure
    if _bound(reading):
        return True
    written = text[figure.start : figure.number_end]
    if figure.bare and len(written) == 1:
        return False
    return not (figure.han and len(written) == 1 and written not in {"十", "拾"})


def _duration(text: str, reading: Reading) -> bool:  # noqa: PLR0911 one return a rule
    figure = reading.figure
    unit = figure.unit
    left = _before(text, figure.start)
    if unit is None or (figure.one and _POINTS.search(left)):
        return False
    if is_of_a_frequency(text, reading):
        return False
    if figure.bare or is_name_of_a_time(text, reading):
        return False
    if _TERM_OF_RATE.match(text, figure.end) and not _bound(reading):
        return False
    if unit.written == "年":
        if figure.value >= 1900 or (not figure.han and re.search("[’'届]$", left)):
            return False
        return not (_NAME.match(text, figure.end) and not _bound(reading))
    if unit.written in {"日", "月"}:
        return is_period(text, reading)
    if unit.written == "个小时" or unit.name == "小时":
        return not re.match(
            "(?:报料|热线|服务|不间断|值班|在线|客服|全天|营业|运行)", text[figure.end : figure.end + 4]
        )
    return not (unit.written == "年度" and figure.one)


def _count(text: str, reading: Reading) -> bool:  # noqa: PLR0911 one return a rule
    figure = reading.figure
    unit = figure.unit
    left = _before(text, figure.start)
    if unit is None or (figure.value == 0 and not _bound(reading)) or _refers(text, reading, left, unit.written):
        return False
    if is_base_of_a_count(text, reading):
        return False
    if unit.written == "套" and _is_which_home(text, reading, left):
        return False
    if unit.written == "期":
        return _bound(reading) or _IN_PARTS.search(left) is not None or _MISSED.search(left) is not None
    if figure.bare and not (_bound(reading) or reading.approximate):
        return unit.written in {"参数", "个参数"}
    if figure.one:
        return _counts_one(reading, left, unit.written, text[reading.core : figure.end + 6])
    if unit.written == "分":
        return _bound(reading) or _scores(text, reading, left)
    return _bound(reading) or _counts_things(text, reading, left, unit.written)


def _is_which_home(text: str, reading: Reading, left: str) -> bool:
    """二套住房, 三套贷款, 首套、二套: the second home, and no number of homes."""
    at, end = reading.figure.start, reading.figure.end
    if text.startswith("二套", at) and _HOMES.match(text, end):
        return True
    ordinal = text.startswith(("二", "三"), at) and not _OWNS.search(left)
    return ordinal and bool(_LOANS.match(text, end) or _FIRST_HOME.search(left))


def _scores(text: str, reading: Reading, left: str) -> bool:
    """得5分, 记十二分, 体制机制建设(20分), 管理40分; 十分 and 三分 are words unless something speaks of a score."""
    if _NO_SCORE.search(left):
        return False
    figure = reading.figure
    bracketed = left.endswith("(") and text.startswith(")", figure.end)
    return (
        bracketed or bool(_SCORE_CUES.search(left)) or not (figure.han or text[figure.end : figure.end + 1].isdigit())
    )


def _refers(text: str, reading: Reading, left: str, unit: str) -> bool:
    """前两款, 一次性, 每认定1家: a reference, a word, the measure of a sum."""
    if _REFERENCE.search(left) and unit in {"款", "项", "条", "个", "种", "类", "届", "批", "件"}:
        return True
    if unit == "次" and _NAMED_BY_TIMES.match(text, reading.figure.end):
        return True
    return reading.figure.value == 1 and _STEP.search(left) is not None


def _counts_things(text: str, reading: Reading, left: str, unit: str) -> bool:
    """An unbound count: 8家企业 counts; 人工智能10条 is a nickname, 五条措施 counts the text's own parts."""
    figure = reading.figure
    if unit in {"条", "点"} and not re.match(r"(?:[^\W\d_]|“)", text[figure.end : figure.end + 1]):
        return False
    if figure.han and unit in _SELDOM_COUNTED:
        return figure.value >= 2 and unit in {"位", "批", "种", "门", "层", "轮"}
    own = _OWN_PARTS.match(text, figure.number_end) or _OWN_PARTS.match(text, figure.end)
    return own is None and not _QUOTES_OR_BY.search(left)


def _counts_one(reading: Reading, left: str, unit: str, written: str) -> bool:
    """一 counts where something binds it (不少于一名) or sets how often (每年一次); else it is an article."""
    if written.startswith(("一部分", "一起", "一起来", "一路", "一层", "一点", "一块", "一张", "一组")):
        return False
    if unit == "次":
        return _bound(reading) or _FREQUENCY.search(left) is not None
    if unit in {"名", "人", "位"} and re.search("(?:设|设立|设置|配备|推选|推举|指定|选举|委派)$", left):
        return True
    return _bound(reading)


def _quantity(text: str, reading: Reading) -> bool:
    """500P is computing power only where the clause speaks of it (1080P is a picture); 万亩 is a figure of speech."""
    figure = reading.figure
    unit = figure.unit
    if unit is not None and unit.written.upper() in {"P", "E"}:
        return bool(
            _COMPUTING.search(_before(text, figure.start, 40)) or _COMPUTING.search(text[figure.end : figure.end + 12])
        )
    if text.startswith("级", figure.end):
        return False  # 10万吨级码头: a class
    return not figure.bare or _bound(reading) or reading.approximate


def _rate(text: str, reading: Reading) -> bool:
    figure = reading.figure
    written = text[figure.start : figure.end]
    if figure.unit is not None and figure.unit.written in {"成", "折"}:
        return 0 < figure.value < 1 and figure.scale == 1
    return not (written == "一半" and text.startswith(("是", "以上是"), figure.end))


_RULES: dict[str, Callable[[str, Reading], bool]] = {
    "money": _money,
    "duration": _duration,
    "count": _count,
    "quantity": _quantity,
    "rate": _rate,
}


def bare_is_money(text: str, reading: Reading) -> bool:
    """Whether a magnitude without a unit is a sum: 扶持总额不超过5000万 is, 参数量超过千亿 is not."""
    left, right = _before(text, reading.core, 24), text[reading.end : reading.end + 12]
    own = re.split("[,。;\n]", left)[-1]
    if _ONLY_BOUNDS.fullmatch(own + text[reading.start : reading.core]) and not _COUNTED_THINGS.search(left):
        own = re.split("[。;\n]", left)[-1]  # 给予50%补贴,最高不超50万
    left = own
    if text[reading.core - 1 : reading.core] == "¥":
        return True
    if _COUNTED_THINGS.search(left[-10:]) or _COUNTED_THINGS.match(right.lstrip("级的个")):
        return False
    if _COUNTED_MONEY.search(left) or _COUNTED_MONEY.match(right.lstrip("的")):
        return True
    return (reading.figure.bare or reading.figure.han) and _ROUND_FUND.match(text, reading.figure.end) is not None
