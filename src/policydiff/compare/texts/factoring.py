"""Two sentences that were put into one which says no more than both: what they do not share is listed in it.

渔港合并的，应当公告。 and 渔港分立的，应当公告。 became 渔港合并、分立的，应当公告。  One of the two finds its
partner by likeness; the other one was not struck out.  It is told as standing in that sentence now.  The reverse,
one sentence cut in two, is told alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policydiff.compare.sides import Side
from policydiff.compare.texts.sentences import family
from policydiff.fold import fold
from policydiff.model import ClauseChange
from policydiff.patterns import lazy

__all__ = ["joins", "with_joined"]

_JOINT = lazy("以及|或者|[、和与及或]")
_LONGEST = 2000
"""No sentence that is one of two has more characters."""
_MEMBER = 40
"""Nor has a member of a list."""
_BREAK = lazy("[，。；：,.;:]")


def with_joined(rows: Sequence[tuple[ClauseChange, ...]], old: Side, new: Side) -> list[tuple[ClauseChange, ...]]:
    """The rows, with each sentence that was joined into the partner of another one naming it, and the reverse."""
    if old.excerpt or new.excerpt:
        return list(rows)
    return [tuple(_placed(group, old, new)) for group in rows]


def _placed(rows: tuple[ClauseChange, ...], old: Side, new: Side) -> Iterator[ClauseChange]:
    """Each row; of two that stand alone on one side, no two are joined into the same sentence."""
    pairs = [(row.old, row.new) for row in rows if row.old and row.new and any(op.kind != "equal" for op in row.ops)]
    taken: set[str] = set()
    for row in rows:
        found = None
        if not row.elsewhere and row.old and not row.new and family(old, row.old) == "words":
            lone = old.text(row.old)
            found = next((b for a, b in pairs if b not in taken and joins(lone, old.text(a), new.text(b))), None)
        elif not row.elsewhere and row.new and not row.old and family(new, row.new) == "words":
            lone = new.text(row.new)
            found = next((a for a, b in pairs if a not in taken and joins(lone, new.text(b), old.text(a))), None)
        if found is None:
            yield row
            continue
        taken.add(found)
        yield replace(row, elsewhere=found)


def joins(one: str, other: str, both: str) -> bool:
    """Whether a sentence says what two others say, and no more: it lists what they do not share.

    >>> joins("渔港合并的，应当公告。", "渔港分立的，应当公告。", "渔港合并、分立的，应当公告。")
    True
    >>> joins("渔港合并的，应当公告。", "渔港分立的，应当公告。", "渔港合并、分立的，可以公告。")
    False
    """
    longer = max(len(one), len(other))
    if len(both) > _LONGEST or not longer < len(both) <= longer + 2 * _MEMBER:  # a member more, and what joins it
        return False
    first, second = fold(one.strip()), fold(other.strip())
    return first != second and (_lists(first, second, both.strip()) or _lists(second, first, both.strip()))


def _lists(first: str, second: str, both: str) -> bool:
    """Whether `both` is what the two share around a list of what the first and then the second has alone."""
    folded = fold(both)  # of the same length
    for joint in _JOINT.finditer(both):
        mine, theirs = (len(both) - len(text) - len(joint[0]) for text in (second, first))
        start, end = joint.start() - mine, joint.end() + theirs
        if not (0 < mine <= _MEMBER and 0 < theirs <= _MEMBER and start >= 0 and end <= len(both)):
            continue
        if _BREAK.search(both, start, end):
            continue
        if first == folded[: joint.start()] + folded[end:] and second == folded[:start] + folded[joint.end() :]:
            return True
    return False
