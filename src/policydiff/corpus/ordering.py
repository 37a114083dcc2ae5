"""In which order the versions of a work came, where some of them bear no date.

Dates are never overruled.  A version without one stands where its status puts it: a draft before what was issued.
Where the status does not tell either, its place is open, and nobody may say what changed with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol, TypeVar

from policydiff.model import Status

__all__ = ["in_order", "placed", "rank", "undecided"]

_RANKS: dict[str, int] = {
    "draft": 0,
    "second_draft": 1,
    "submission": 2,
    "trial": 3,
    "interim": 3,
    "official": 4,
    "revised": 5,
}
_UNKNOWN = 9


class _Dated(Protocol):
    """A version, as far as its place among others goes."""

    @property
    def id(self) -> str: ...
    @property
    def status(self) -> Status | None: ...
    @property
    def date(self) -> object | None: ...


V = TypeVar("V", bound=_Dated)


def rank(status: Status | None) -> int | None:
    """How far a status is on the way from the first draft to the revised text; 试行 and 暂行 are equally far."""
    return _RANKS.get(status or "")


def in_order(versions: Sequence[V]) -> tuple[V, ...]:
    """The versions of a work, the oldest first; behind them those whose place is open, by id."""
    return (*placed(versions), *sorted(undecided(versions), key=lambda one: one.id))


def placed(versions: Sequence[V]) -> tuple[V, ...]:
    """The versions whose place is known, the oldest first: by date, or by status where one has no date."""
    dated, places = _places(versions)
    found = [(at, 0, one) for at, one in enumerate(dated)]
    # before the dated version that it precedes, and after the one that it follows
    found += [(at - 1, 1 + (rank(one.status) or 0), one) for one, at in places]
    return tuple(one for _, _, one in sorted(found, key=lambda entry: (entry[0], entry[1], entry[2].id)))


def undecided(versions: Sequence[V]) -> tuple[V, ...]:
    """The versions whose place neither a date nor the status tells; one by itself needs none."""
    dated, places = _places(versions)
    known = {one.id for one in dated} | {one.id for one, _ in places}
    return tuple(one for one in versions if one.id not in known)


def _places(versions: Sequence[V]) -> tuple[list[V], list[tuple[V, int]]]:
    """The dated versions in order, and of the others those that have a place: behind how many dated ones."""
    dated = sorted((one for one in versions if one.date is not None), key=_age)
    others = [one for one in versions if one.date is None]
    if len(versions) == 1:
        return dated, [(one, 0) for one in others]
    often = Counter(rank(one.status) for one in others)
    found = []
    for one in others:
        own = rank(one.status)
        ranks = [rank(other.status) for other in dated]
        if own is None or often[own] > 1 or any(other in (None, own) for other in ranks):
            continue
        before = [at for at, other in enumerate(ranks) if other is not None and other < own]
        if before == list(range(len(before))):  # all that is earlier by its status is earlier by its date
            found.append((one, len(before)))
    return dated, found


def _age(one: V) -> tuple[str, int, str]:
    own = rank(one.status)
    return str(one.date), _UNKNOWN if own is None else own, one.id
