"""What a report says about a change and the provision does not: 还将…由50万元提高到80万元, 较征求意见稿增加一倍."""

from __future__ import annotations

from fractions import Fraction

from policydiff.numerals import figure
from policydiff.patterns import lazy

__all__ = ["figures", "told_before", "without_telling"]

_N = r"(?:\d{1,12}+(?:,\d{3}){0,4}+(?:\.\d{1,6}+)?[十百千万亿]{0,3}|[一二三四五六七八九十百千万亿两零]{1,10})"
_FIGURE = lazy(rf"(?P<share>百分之)?(?P<number>{_N})(?P<unit>个工作日|个月|[%％元年月日天倍人家场辆台项])?")
_KINDS = "政策|措施|办法|规定|意见|方案|细则|条例|通知|文件|新政"
_VERB = (
    "(?:提高|调整|上调|下调|降低|减少|增加|提升|上浮|"
    "下浮|扩大|延长|缩短|压缩|放宽|翻番|调高|调低|修改|变更|优化|[升降增减涨改调延])"
)
_FORMER = lazy(rf"(?:由|从)(?P<old>[^，,。；;]{{1,24}}?){_VERB}(?:到|至|为|成)")
_VERSION = "(?:征求意见稿|草案|送审稿|此前|以前|过去|原来|原先|原有|原?标准|原?政策|去年|修订前|调整前)"
_TELLING = lazy(
    rf"(?:该|此次|本次|这一|上述|新)(?:{_KINDS})|(?:提出|明确|规定|指出|要求|强调)[，,：:]|(?:还|也|则|并|又|均|拟)?将(?![要来军])|"
    rf"{_VERB}(?:了|到|至|为|成)|(?:较|比|与|和|同|相较于?|相比于?)(?:此前的?)?{_VERSION}[^，,。；;]{{0,16}}|"
    rf"[由从](?=(?:百分之)?[\d一二三四五六七八九十百千])"
)


def figures(words: str) -> frozenset[tuple[Fraction, str]]:
    """The figures of some words, whichever way they are written, with the character that says what is counted.

    >>> figures("按百分之二十给予补助") == figures("20%"), figures("五十万元") == figures("50万元")
    (True, True)
    """
    return frozenset(
        (figure(match["number"]), "%")
        if match["share"]
        else (figure(match["number"]), match["unit"].replace("％", "%").replace("天", "日"))
        for match in _FIGURE.finditer(words)
        if match["share"] or match["unit"]
    )


def told_before(words: str) -> frozenset[tuple[Fraction, str]]:
    """The figures that a report says held before: 三年 of 由三年缩短至两年.

    >>> told_before("补贴由100万元上调为150万元。") == figures("100万元"), told_before("最高补贴150万元。")
    (True, frozenset())
    """
    return frozenset(one for match in _FORMER.finditer(words) for one in figures(match["old"]))


def without_telling(words: str) -> str:
    """The words of a statement that are about the thing itself.

    >>> without_telling("该政策还将首台套奖励比例由20%提高到30%，较征求意见稿增加10个百分点。")
    '首台套奖励比例20%30%，。'
    """
    return _TELLING.sub("", words)
