"""The units that policy texts count in, and what each measures.

One ordered table: the first pattern that matches right after a figure is its unit.  Money is brought to yuan (or the
foreign unit), lengths to metres, areas to square metres, computing power to FLOPS and storage to bytes, decimal
prefixes throughout (1 EB is 10¹⁸ bytes).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from policydiff.model import Kind
from policydiff.patterns import lazy

__all__ = ["Unit", "is_paid", "unit_at"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read: what it measures, its name in the vocabulary, and how many base units it is."""

    kind: Kind
    name: str | None
    factor: Fraction
    written: str


_PREFIXES = {"K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12, "P": 10**15, "E": 10**18, "Z": 10**21}
_ONE = Fraction(1)
_CLASSIFIERS = (
    "架次|人次|车次|艘次|班次|班列|标准箱|标箱|机架|个标准机架|学时|课时|课次|个|家|名|人|位|项|件|次|场|所|处|座|辆|台|套|款|支|只|条|户|批|"
    "种|份|篇|部|册|张|间|栋|幢|层|门|艘|架|例|宗|起|轮|届|股|票|组|队|株|头|匹|尾|羽|枚|根(?!据|本|治)|袋|芯|棵|箱|瓶|粒|副|辑|颗|片|块|本|幅|卡|孔|床|路|桩|分"
)
_PAID = "拨[付款]|发放|兑[付现]|支付|[缴给交]付|缴[纳清]|[付还]清|[付还]款|偿还|归还|返还|到位|出资|划拨|下达"
"""What is done by instalments: 分六期拨付."""
_TABLE: tuple[tuple[str, Kind, str | None, Fraction], ...] = (
    # 个 also opens units of time and rate, so these come before the classifiers
    ("个?百分点", "rate", "百分点", Fraction(1, 100)),
    ("个?基点|个?BP(?![A-Za-z])", "rate", "基点", Fraction(1, 10000)),
    ("%(?![0-9A-F]{2})", "rate", None, Fraction(1, 100)),
    ("‰", "rate", None, Fraction(1, 1000)),
    ("‱", "rate", None, Fraction(1, 10000)),
    ("成(?![立员为果本功熟就长交都品分效绩套人型年不])", "rate", None, Fraction(1, 10)),
    ("折(?![旧算合抵叠页扇线射腾返回中现股光桥子衣纸扣])", "rate", None, Fraction(1, 10)),
    ("倍(?!数|率|增|速|特)", "multiple", "倍", _ONE),
    ("美元|美金|USD", "money", "USD", _ONE),
    ("欧元|EUR", "money", "EUR", _ONE),
    ("港元|港币|HKD", "money", "HKD", _ONE),
    ("日元|JPY", "money", "JPY", _ONE),
    ("英镑|GBP", "money", "GBP", _ONE),
    ("元(?:整|人民币)?(?!素|件|旦|宵|首|老|勋|朝|年)|块钱|圆整?(?!形|满|桌)|RMB|CNY", "money", "CNY", _ONE),
    ("角(?=[以整,。;、)/])", "money", "CNY", Fraction(1, 10)),
    ("个?周岁|岁", "age", "岁", _ONE),
    ("个?(?:工作日|交易日)", "duration", "工作日", _ONE),
    ("个?(?:自然日|日历天)|天", "duration", "日", _ONE),
    ("个?(?:小时|钟头)", "duration", "小时", _ONE),
    ("个?月", "duration", "月", _ONE),
    ("个?(?:会计年度|纳税年度|财政年度|完整年度|自然年度|年度|自然年|学年)|年", "duration", "年", _ONE),
    ("个?季度", "duration", "季度", _ONE),
    ("个?学期", "duration", "学期", _ONE),
    ("个?星期|周(?!年|期|边|全|转|围)", "duration", "周", _ONE),
    ("日", "duration", "日", _ONE),
    ("分钟|min(?![A-Za-z0-9])", "duration", "分钟", _ONE),
    ("毫秒|ms(?![A-Za-z0-9])", "duration", "秒", Fraction(1, 1000)),
    ("秒|s(?![A-Za-z0-9]|店|管理|现场)", "duration", "秒", _ONE),
    ("h(?![A-Za-z0-9])", "duration", "小时", _ONE),
    ("d(?![A-Za-z0-9]|打印|建模|动画|影|电影|效果|视觉)", "duration", "日", _ONE),
    ("米/秒|m/s(?![A-Za-z0-9²])", "quantity", "米/秒", _ONE),
    ("平方公里|平方千米|km2|km²", "quantity", "平方米", Fraction(10**6)),
    ("平方米|平米|㎡|m2|m²|平方(?=[,。;、以])", "quantity", "平方米", _ONE),
    ("公顷|hm2|hm²", "quantity", "公顷", _ONE),
    ("亩", "quantity", "亩", _ONE),
    ("平方厘米|cm2|cm²", "quantity", "平方米", Fraction(1, 10**4)),
    ("立方米|m3|m³|方(?=[,。;、以])", "quantity", "立方米", _ONE),
    ("公里|千米|km(?![A-Za-z])", "quantity", "米", Fraction(1000)),
    ("海里", "quantity", "米", Fraction(1852)),
    ("平方毫米|mm2|mm²", "quantity", "平方米", Fraction(1, 10**6)),
    ("厘米|cm(?![A-Za-z0-9²³])", "quantity", "米", Fraction(1, 100)),
    ("毫米|mm(?![A-Za-z0-9²³])", "quantity", "米", Fraction(1, 1000)),
    ("微米|[μµ]m(?![A-Za-z0-9²³])", "quantity", "米", Fraction(1, 10**6)),
    ("纳米|nm(?![A-Za-z])", "quantity", "米", Fraction(1, 10**9)),
    ("米(?!其|粉|面|兰)|m(?![A-Za-z0-9²³/]|公司)", "quantity", "米", _ONE),
    ("吨标准煤|吨标煤", "quantity", "吨标准煤", _ONE),
    ("吨公里", "quantity", "吨公里", _ONE),
    ("吨|t(?![A-Za-z0-9])", "quantity", "吨", _ONE),
    ("市斤|斤(?![斤两计])", "quantity", "千克", Fraction(1, 2)),
    ("公斤|千克|kg(?![A-Za-z])", "quantity", "千克", _ONE),
    ("微克|μg|µg", "quantity", "千克", Fraction(1, 10**9)),
    ("毫克|mg(?![A-Za-z])", "quantity", "千克", Fraction(1, 10**6)),
    (
        "克(?=[以/,。;、])|g(?![A-Za-z0-9+]|网|手机|基站|时代|信号|技术|套餐|通信)",
        "quantity",
        "千克",
        Fraction(1, 1000),
    ),
    ("毫升|m[Ll](?![A-Za-z0-9])", "quantity", "升", Fraction(1, 1000)),
    ("升(?=[以/,。;、])|L(?![A-Za-z0-9])", "quantity", "升", _ONE),
    ("千瓦时|kWh|度电", "quantity", "瓦时", Fraction(1000)),
    ("兆瓦时|MWh", "quantity", "瓦时", Fraction(10**6)),
    ("吉瓦时|GWh", "quantity", "瓦时", Fraction(10**9)),
    ("瓦时", "quantity", "瓦时", _ONE),
    ("千伏安", "quantity", "伏安", Fraction(1000)),
    ("千瓦|kW(?![A-Za-z])", "quantity", "瓦", Fraction(1000)),
    ("兆瓦|MW(?![A-Za-z])", "quantity", "瓦", Fraction(10**6)),
    ("吉瓦|GW(?![A-Za-z])", "quantity", "瓦", Fraction(10**9)),
    ("瓦(?!斯|房|解)", "quantity", "瓦", _ONE),
    ("马力", "quantity", "马力", _ONE),
    ("个?(?:GPU)?卡时", "quantity", "卡时", _ONE),
    ("摄氏度|℃", "quantity", "摄氏度", _ONE),
    ("勒克斯|lx(?![A-Za-z])", "quantity", "勒克斯", _ONE),
    ("流明|lm(?![A-Za-z])", "quantity", "流明", _ONE),
    ("千帕|kPa", "quantity", "帕", Fraction(1000)),
    ("兆帕|MPa", "quantity", "帕", Fraction(10**6)),
    ("帕(?:斯卡)?(?=[,。;、)/以的及]|斯)", "quantity", "帕", _ONE),
    ("千赫兹?|kHz", "quantity", "赫兹", Fraction(1000)),
    ("兆赫兹?|MHz", "quantity", "赫兹", Fraction(10**6)),
    ("吉赫兹?|GHz", "quantity", "赫兹", Fraction(10**9)),
    ("赫兹|Hz", "quantity", "赫兹", _ONE),
    ("千伏|kV(?![A-Za-z])", "quantity", "伏", Fraction(1000)),
    ("V(?![A-Za-z0-9])", "quantity", "伏", _ONE),
    ("伏特?(?=[,。;、)/以的及电])", "quantity", "伏", _ONE),
    ("千焦|kJ(?![A-Za-z])", "quantity", "焦耳", Fraction(1000)),
    ("兆焦|MJ(?![A-Za-z])", "quantity", "焦耳", Fraction(10**6)),
    ("吉焦|GJ(?![A-Za-z])", "quantity", "焦耳", Fraction(10**9)),
    ("千卡|大卡", "quantity", "千卡", _ONE),
    ("毫西弗|mSv", "quantity", "西弗", Fraction(1, 1000)),
    ("贝可(?:勒尔)?|Bq(?![A-Za-z])", "quantity", "贝可", _ONE),
    (r"分贝|dB(?:\(A\)|A)?(?![A-Za-z0-9])", "quantity", "分贝", _ONE),
    ("(?:TEU)(?![A-Za-z])", "count", "标准箱", _ONE),
    ("[Tt]okens?(?![A-Za-z])", "count", "Token", _ONE),
    ("个?参数(?!量)", "count", None, _ONE),
    ("例次|人天|人日", "count", None, _ONE),
    (
        "分(?!之|钟|别|类|布|配|级|阶|公|局|行|院|校|期|批|步|支|散|析|享|数|红|清|明|包|立|会|工|担|业|区|布|项)",
        "count",
        "分",
        _ONE,
    ),
    (
        f"期(?=等额|平均|{_PAID}|(?:及?以[上下])?(?:未|没有|不按|逾期|欠)|或者?(?:累计|连续)|及?以上)",
        "count",
        None,
        _ONE,
    ),
    (f"(?:{_CLASSIFIERS})", "count", None, _ONE),
)
_UNIT = lazy("|".join(f"(?P<u{i}>{pattern})" for i, (pattern, *_) in enumerate(_TABLE)))
_PAYS = lazy(f"(?:等额|平均)?(?:{_PAID})")
_FLOPS = lazy(
    r"(?P<flops>[KMGTPEZ])?FLOPS?(?![A-Z])|(?P<bare>[PE])(?![A-Z0-9])|(?P<bits>[KMGT])BPS(?![A-Z])", re.IGNORECASE
)
_BYTES = lazy(r"(?P<bytes>[KMGTPEZ])B(?![A-Za-z0-9])")
_BILLIONS = lazy(r"[Bb](?=参数|(?:通用|行业|垂直|开源)?大?模型)")


def is_paid(rest: str) -> bool:
    """Whether what stands behind a count is paid in so many parts.

    >>> is_paid("等额拨付,每期20万元"), is_paid("评审专家")
    (True, False)
    """
    return _PAYS.match(rest) is not None


def unit_at(text: str, at: int) -> Unit | None:
    """The unit that starts at this place of a view, or None.

    A bare P or E counts as petaflops or exaflops; that it stands by 算力 is checked where the whole clause is known.

    >>> unit_at("4500PFlops", 4).name, unit_at("3个工作日", 1).name, unit_at("8家企业", 1).written
    ('FLOPS', '工作日', '家')
    """
    if at >= len(text):
        return None
    if text[at].isascii() and text[at].isalpha() and (unit := _technical(text, at)):
        return unit
    match = _UNIT.match(text, at)
    if match is None or match.lastgroup is None:
        return None
    _, kind, name, factor = _TABLE[int(match.lastgroup[1:])]
    written = match[0]
    if kind == "count" and name is None and written not in {"个", "个参数", "参数"}:
        name = written
    return Unit(kind, name, factor, written)


def _technical(text: str, at: int) -> Unit | None:
    """Units with a metric prefix in Latin letters: PFlops, EB, Gbps, 70B参数."""
    if match := _BILLIONS.match(text, at):
        return Unit("count", None, Fraction(10**9), match[0])
    if match := _BYTES.match(text, at):
        return Unit("quantity", "B", Fraction(_PREFIXES[match["bytes"]]), match[0])
    if match := _FLOPS.match(text, at):
        if match["bits"]:
            return Unit("quantity", "bps", Fraction(_PREFIXES[match["bits"].upper()]), match[0])
        prefix = (match["flops"] or match["bare"] or "").upper()
        return Unit("quantity", "FLOPS", Fraction(_PREFIXES.get(prefix, 1)), match[0])
    return None
