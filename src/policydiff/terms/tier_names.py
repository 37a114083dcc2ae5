"""A sum that names nobody is known by what it hangs on: 得分95分以上 names the 80万元 of 得分95分以上的，给予80万元."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policydiff.model import Term
from policydiff.patterns import lazy
from policydiff.terms.clauses import Setting

__all__ = ["named_by_condition"]

_SUMS = frozenset({"money", "rate", "multiple"})
_LONGEST = 24
_STEP_ENDS = lazy(r"[。;!?\n]")
_OPENING = lazy("^.*?对于?(?=[^外接象标口应比照])|^.*的(?=.)|^(?:其中|向|但是?|且|或者?|并且?)(?=..)")
_CLOSING = lazy("(?:的|给予|予以|可以?|按|每|[处奖补最]|发放|一次性|[并,]).*$")


def named_by_condition(text: str, terms: Sequence[Term], settings: Sequence[Setting]) -> list[Term]:
    """The terms, each sum without a subject named by the condition before it in its step of the ladder, as written.

    Steps end with a full stop or a semicolon; a condition of more than 24 characters is no name.
    """
    named = list(terms)
    for i, term in enumerate(terms):
        if term.subject is None and term.kind in _SUMS and term.role in {"benefit", "penalty"}:
            name = _condition_of(text, i, terms, settings)
            named[i] = replace(term, subject=name) if name != term.per else term
    return named


def _condition_of(text: str, i: int, terms: Sequence[Term], settings: Sequence[Setting]) -> str | None:
    for j in range(i - 1, max(-1, i - 4), -1):
        here = settings[j].reading
        if _STEP_ENDS.search(text, here.end, settings[i].reading.start):
            return None
        if terms[j].role == "condition":
            return _name(settings[j], settings[j + 1].reading.start - here.end)
    return None


def _name(setting: Setting, room: int) -> str | None:
    """考核得分95分以上, 连续两次考核不合格: the condition's clause without 的 and what follows it.

    At most `room` characters behind the condition belong to it: there the next figure begins.
    """
    told = _OPENING.sub("", setting.clause + setting.quoted) + _CLOSING.sub("", setting.rest[:room])
    return told if len(told) <= _LONGEST and not told.startswith("每") else None
