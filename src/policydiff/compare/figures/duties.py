"""Whose duty a figure bounds, in a sentence that puts one duty after another.

渔船应当立即通知渔港，渔港应当在2小时内停止加油: the two hours are the harbour's.  Should the ship get a day instead and
the harbour nothing, then neither period became the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["NO_DUTY", "Duty", "duty", "other_duty"]

_MODAL = re.compile("应当|可以|不得|必须|有权|有义务")
_CLAUSE = re.compile("[^，。；：,;:\n]+")
_OPENS = re.compile("^(?:但是?|同时|并且?|并应|且|由|如果|经|在|对|自|接到|收到|发现)")
_LONGEST = 24
"""A longer stretch before 应当 is a condition, and names no one."""
_SENTENCE = 1_000
"""Only so much of a sentence is read: a longer one is none."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is bound where a figure stands, and who else is in the same sentence, in order."""

    mine: str
    all: tuple[str, ...]


NO_DUTY = Duty("", ())


def duty(sentence: str, at: int) -> Duty:
    """Who is bound at a place of a sentence; a clause without a subject of its own goes with the one before it.

    >>> duty("渔船应当立即通知渔港，渔港应当在2小时内停止加油。", 17)
    Duty(mine='渔港', all=('渔船', '渔港'))
    >>> duty("渔船发现漏油的，应当在24小时内通知渔港，渔港应当立即停止加油。", 12).mine
    '渔船发现漏油的'
    """
    if at >= _SENTENCE:
        return NO_DUTY
    mine, found, opening = "", list[str](), ""
    for clause in _CLAUSE.finditer(sentence, 0, _SENTENCE):
        modal = _MODAL.search(clause[0])
        if not modal:
            opening = opening if found else clause[0].strip()
            continue
        name = clause[0][: modal.start()].strip()
        if not name and not found:
            name = opening
        if name and len(name) <= _LONGEST and not (_OPENS.match(name) and found):
            found.append(name)
            if clause.start() <= at:
                mine = name
    return Duty(mine, tuple(found))


def other_duty(one: Duty, other: Duty) -> bool:
    """Whether two figures bound the duties of two parties, each of whom has a duty in both sentences."""
    if not one.mine or not other.mine or _same(one.mine, other.mine):
        return False
    return _named(one.mine, other.all) and _named(other.mine, one.all)


def _named(name: str, others: Sequence[str]) -> bool:
    return any(_same(name, other) for other in others)


def _same(one: str, other: str) -> bool:
    """Whether two subjects are one: 渔港 and 有关渔港, 渔船使用人发现漏油的 and 渔船使用人."""
    return one.endswith(other) or other.endswith(one) or one.startswith(other) or other.startswith(one)
