"""Whether two rates are reckoned on one base: 研发成本 and 项目研发成本 are one, 总投资 and 设备投资 are two.

Bases share their head nouns (投资, 费用, 金额), so the words around these decide.  A qualifier that takes a part of a
base (设备投资, 固定资产投资), what was added to it (新增研发费用, 研发费用增量) or what is left of it (净利润) makes
another base of it, and so do two stages of one sum: 合同金额 is agreed, 实际到账金额 is paid.  What only says that the
whole is meant (总投资 beside 投资, 项目, 企业) does not.
"""

from __future__ import annotations

from policydiff.compare.options import CompareOptions
from policydiff.model import Term
from policydiff.patterns import lazy
from policydiff.similarity import Grams, grams

__all__ = ["granted_and_required", "same_basis", "share_enough", "shortened"]

_PARTS = lazy("设备|软件|硬件|固定资产|流动资产|无形资产|土建|基建|装修|研发|净(?!增)|税后|自筹|自有资金")
_GROWTH = lazy("新增|净增|增量|增长|增加|增幅|超出|超额")
_AGREED = lazy("合同|协议|计划|预算|概算|备案")
_PAID = lazy("实际|实缴|实付|实收|实发|到账|到位|决算")
_WHOLE = lazy("总|全部")
_SHARE = lazy("占比|比重|比例$|比率$|份额")
_GRANTED = lazy("补|贴|奖|资助|支持|扶持|报销|支付|返还|返|分担|承担|负担|缴|计提|提取|收费|优惠|减免|出资")
_LONGEST = 200
"""A longer base is no name; only so much of it is read."""


def same_basis(one: str, other: str, options: CompareOptions) -> bool:
    """Whether two bases name one thing.

    >>> options = CompareOptions()
    >>> same_basis("研发成本", "项目研发成本", options), same_basis("研发成本", "活动费用", options)
    (True, False)
    >>> same_basis("项目总投资", "设备投资", options), same_basis("研发费用", "研发费用增量", options)
    (False, False)
    >>> same_basis("总投资额", "项目投资额", options), same_basis("合同金额", "实际到账金额", options)
    (True, False)
    """
    return share_enough(_named(one), _named(other), options) and _qualified_alike(one, other)


def shortened(one: str, other: str, options: CompareOptions) -> bool:
    """Whether one of two bases may only say less than the other, as a report does: 投资 for 固定资产投资.

    >>> options = CompareOptions()
    >>> shortened("固定资产投资", "投资", options), shortened("固定资产投资", "设备投资", options)
    (True, False)
    >>> shortened("总投资", "设备投资", options), shortened("研发费用", "新增研发费用", options)
    (False, False)
    """
    mine, theirs = (frozenset(_PARTS.findall(text[:_LONGEST])) for text in (one, other))
    silent = not mine or not theirs
    whole = _WHOLE.search((one if not mine else other)[:_LONGEST])
    return silent and not whole and share_enough(grams(one), grams(other), options) and _grown(one) == _grown(other)


def granted_and_required(one: Term, other: Term) -> bool:
    """Whether of two rates one is granted on a base, and the other a share that something has to have.

    按照设备投资的15%给予补助 answers to another grant, never to 其中设备投资占比不低于60%; 补贴比例10% is a grant.
    """
    return any(
        grant.kind == share.kind == "rate"
        and grant.role == "benefit"
        and grant.basis is not None
        and share.role != "benefit"
        and share.basis is None
        and _is_share(share.subject or "")
        for grant, share in ((one, other), (other, one))
    )


def _is_share(subject: str) -> bool:
    subject = subject[-_LONGEST:]
    return _SHARE.search(subject) is not None and _GRANTED.search(subject) is None


def share_enough(one: Grams, other: Grams, options: CompareOptions) -> bool:
    """Whether the shorter of two bases has enough of its pairs of characters in the longer one."""
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= options.same_basis * shorter


def _named(base: str) -> Grams:
    """新增税收 and 税收增量 are both what was added to 税收."""
    return grams(_GROWTH.sub(" ", base)) or grams(base)


def _qualified_alike(one: str, other: str) -> bool:
    one, other = one[:_LONGEST], other[:_LONGEST]
    if frozenset(_PARTS.findall(one)) != frozenset(_PARTS.findall(other)) or _grown(one) != _grown(other):
        return False
    stages = _stages(one), _stages(other)
    return not all(stages) or not stages[0].isdisjoint(stages[1])


def _grown(base: str) -> bool:
    return _GROWTH.search(base[:_LONGEST]) is not None


def _stages(base: str) -> frozenset[str]:
    return frozenset(name for name, words in (("agreed", _AGREED), ("paid", _PAID)) if words.search(base))
