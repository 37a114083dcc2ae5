"""One figure for several who are named together: 甲类、乙类均奖励40万元 is 40万元 for each of the two.

Where the other text gives each of them a figure of its own (甲类奖励50万元，乙类奖励30万元), the one figure continues
all of these, and not the last only.  A list of figures (取得甲证、乙证的，分别给予20万元、10万元) divides what
one sum was given for (取得甲证和乙证的，给予30万元) in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policydiff.compare.sides import Side
from policydiff.model import Term

__all__ = ["named_together"]

_MARKS = "、和与及或"
_EACH = re.compile("均|统一|一律|各|都|同为")
_BY_TURNS = re.compile("分别|依次")
_PARTED = re.compile(r"[，。；：,;:\d%％\n]")
_LEAST = 2
_REACH = 80
_LONGEST = 24
_MOST = 64
"""So many figures of the other text are looked at; a longer annex is a table of its own."""


def named_together(whole: Term, side: Side, others: Sequence[Term], other_side: Side) -> list[int]:
    """The places of those figures of the other text whose holders the words before one figure name in one list."""
    words = _words(whole, side)
    listed = any(mark in words for mark in _MARKS) and not _BY_TURNS.search(words)
    if not listed or len(others) > _MOST:
        return []
    alike = [at for at, other in enumerate(others) if _alike(whole, other)]
    named = {start: (at, end) for at in alike for start, end in _name(others[at].subject or "", words)}
    starts = sorted(named)
    parts = [named[start][0] for start in starts]
    subjects = {others[at].subject for at in parts}
    if len(subjects) < max(_LEAST, len(parts)) or _PARTED.search(words, starts[0], starts[-1]):
        return []
    shared_out = len({others[at].unit_id for at in parts}) == 1
    names = [words[start : named[start][1]] for start in starts]
    as_before = any(_lists(names, _words(others[at], other_side)) for at in alike if at not in parts)
    return parts if not as_before and (shared_out or _EACH.search(words, starts[-1])) else []


def _alike(one: Term, other: Term) -> bool:
    return (one.kind, one.unit, one.role, one.basis) == (other.kind, other.unit, other.role, other.basis)


def _words(term: Term, side: Side) -> str:
    """The words of a figure's sentence before it, since the last figure of its kind."""
    since = side.unit(term.unit_id).span.start
    for other in side.terms[term.unit_id]:
        if other.kind == term.kind and other.span.end <= term.span.start:
            since = max(since, other.span.end)
    return side.document(term.unit_id).text[max(since, term.span.start - _REACH) : term.span.start]


def _name(subject: str, words: str) -> Iterator[tuple[int, int]]:
    """Where a list names a subject, be it without the head that only the last member bears: 首套 of 首套住房.

    >>> list(_name("首套住房首付款比例", "首套、二套住房首付款比例")), list(_name("首套住房", "首套住房首付款比例"))
    ([(0, 2)], [])
    """
    if any(mark in subject for mark in _MARKS):
        return
    for length in range(min(len(subject), _LONGEST), _LEAST - 1, -1):
        at = words.rfind(subject[:length])
        beside = (words[max(0, at - 1) : at], words[at + length : at + length + 1]) if at >= 0 else ()
        if any(mark and mark in _MARKS for mark in beside):
            yield at, at + length
            return


def _lists(names: Sequence[str], words: str) -> bool:
    return sum(name in words for name in names) >= _LEAST
