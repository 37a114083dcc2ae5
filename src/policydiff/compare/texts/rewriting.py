"""A sentence that was rewritten past recognition, and is still the same one: what it does and where it stands say so.

自发布之日起30日后施行，有效期2年 → 自2025年1月1日起施行，有效期3年 share hardly a word.  But where an article has one
sentence without a partner on either side, between the same neighbours, and both rule when it takes effect, nothing was
struck out and nothing put in.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.compare.effect import takes_effect
from policydiff.compare.groups import Group
from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.compare.texts.clauses import clause_ops
from policydiff.compare.texts.sentences import family
from policydiff.model import ClauseChange
from policydiff.patterns import lazy
from policydiff.similarity import weigh

__all__ = ["same_office", "with_rewritten"]

_OFFICES = (
    lazy("(?:有效期|试行期)[^，。；]{0,4}[为至限\\d一二三四五六七八九十两]"),
    lazy("负责(?:具体)?解释|解释权"),
    lazy("同时废止"),
)
_DUTY = lazy(r"\s*[^，。；：]{2,24}?(?:应当|可以|不得|必须|有权|有义务|负责)")


def with_rewritten(
    rows: Sequence[tuple[ClauseChange, ...]], found: Sequence[Group], old: Side, new: Side, options: CompareOptions
) -> list[tuple[ClauseChange, ...]]:
    """The rows, with the two of each article that are one rewritten sentence as one."""
    if old.excerpt or new.excerpt:
        return list(rows)
    pairs = zip(found, rows, strict=True)
    return [_joined(here, old, new, options) if group.relation == "same" else here for group, here in pairs]


def _joined(rows: tuple[ClauseChange, ...], old: Side, new: Side, options: CompareOptions) -> tuple[ClauseChange, ...]:
    gone = [row for row in rows if row.new is None]
    come = [row for row in rows if row.old is None]
    if len(gone) != 1 or len(come) != 1 or gone[0].elsewhere or come[0].elsewhere:
        return rows
    a, b = gone[0].old or "", come[0].new or ""
    if family(old, a) != family(new, b) or not _between_same(rows, a, b, old, new):
        return rows
    if not same_office(old.text(a), new.text(b)) and not _alike(rows, a, b, old, new, options):
        return rows
    one = ClauseChange(a, b, clause_ops(a, b, old, new, options))
    return tuple(one if row is gone[0] else row for row in rows if row is not come[0])


def same_office(one: str, other: str) -> bool:
    """Whether two sentences do one thing: say when the text takes effect or ends, who explains it, what one party must.

    >>> same_office("本办法有效期三年。", "本办法自印发之日起施行，有效期至2029年12月31日。")
    True
    >>> same_office("渔港应当每日巡查。", "渔港应当公布航标图。"), same_office("渔港应当每日巡查。", "渔船可以进港。")
    (True, False)
    """
    if takes_effect(one) and takes_effect(other):
        return True
    if any(office.search(one) and office.search(other) for office in _OFFICES):
        return True
    mine, theirs = _DUTY.match(one), _DUTY.match(other)
    return bool(mine and theirs and mine[0].strip() == theirs[0].strip())


def _between_same(rows: Sequence[ClauseChange], a: str, b: str, old: Side, new: Side) -> bool:
    """Whether what stands before and behind one sentence became what stands before and behind the other."""
    became = {row.old: row.new for row in rows if row.old and row.new} | {None: None}
    before, after = old.sorted(row.old for row in rows if row.old), new.sorted(row.new for row in rows if row.new)
    mine, theirs = _beside(before, a), _beside(after, b)
    return all(one in became and became[one] == other for one, other in zip(mine, theirs, strict=True))


def _beside(units: Sequence[str], unit: str) -> tuple[str | None, str | None]:
    at = units.index(unit)
    return units[at - 1] if at else None, units[at + 1] if at + 1 < len(units) else None


def _alike(rows: Sequence[ClauseChange], a: str, b: str, old: Side, new: Side, options: CompareOptions) -> bool:
    """Whether enough of what a sentence says stayed, by what sets the sentences of its article apart."""
    weights = weigh(
        [*(old.grams(row.old) for row in rows if row.old), *(new.grams(row.new) for row in rows if row.new)]
    )
    mine, theirs = old.grams(a), new.grams(b)
    return 2 * weights.mass(mine & theirs) >= options.rewritten_floor * (weights.mass(mine) + weights.mass(theirs))
