"""What the columns of a table are counted in: 元/架次 and 平方米 of its head, and the heads that prices stand under."""

from __future__ import annotations

from policydiff.patterns import lazy
from policydiff.terms.steps import STEPS

__all__ = ["PRICE", "SUM", "UNIT", "for_each", "unit_in"]

SUM = "[十百千万亿]{0,2}(?:人民币|美|港|欧)?元"
UNIT = (
    rf"(?:(?:{SUM}|[%％‰]|个?百分点|年|个?月|个?工作日|日|天|小时|分钟?|平方公里|平方米|公里|公顷|立方米|"
    "[毫微]克/(?:立方米|升)|毫米|厘米|公斤|千克|千瓦时|千瓦|万?[人家户个台套辆亩吨米岁项所座张件])"
    r"(?:[/·.*每]每?[^\W\d_]{1,4}){0,3})"
)
"""A unit as the head of a column states it, as a regular expression."""
PRICE = lazy(
    r"(?!.{0,16}(?:项目|名称|依据|对象|范围|方式|编码|类别|文号)$)[^\t\n]{0,12}?(?:标准|价格?|金额|收费|费用?|限额|补贴|补助|奖励|租金)[^\t\n]{0,6}"
)
_TOLD = lazy(rf"(?P<open>[（(])?(?:单位[:：]\s?)?(?P<unit>{UNIT})(?(open)[）)])")
_EACH = lazy(rf"(?P<open>[（(])?(?P<each>(?:[/每](?!{STEPS})[^\W\d_每]{{1,4}}){{1,2}})(?(open)[）)])")


def unit_in(words: str) -> str | None:
    """The unit that a cell or a bracket of a head is, and nothing else.

    >>> unit_in("元/架次"), unit_in("（单位：万元）"), unit_in("（含税）")
    ('元/架次', '万元', None)
    """
    match = _TOLD.fullmatch(words)
    return match["unit"] if match else None


def for_each(words: str) -> str | None:
    """For each of what a column holds sums, as what a unit says behind its stroke; a step (每新增) is none.

    >>> for_each("每架次"), for_each("（每人每月）"), for_each("每新增"), for_each("首次")
    ('/架次', '/人/月', None, None)
    """
    match = _EACH.fullmatch(words)
    return match["each"].replace("每", "/") if match else None
