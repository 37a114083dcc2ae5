"""Amounts, rates, periods and counts with what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from policydiff.model.address import Address
from policydiff.model.document import Attribution
from policydiff.model.text import Span

__all__ = ["Bound", "Kind", "Role", "Term"]

Kind = Literal["money", "rate", "multiple", "duration", "count", "quantity", "age"]
Bound = Literal["cap", "floor", "exact", "range"]
Role = Literal["benefit", "condition", "target", "penalty", "validity", "former", "increment"]


@dataclass(frozen=True, slots=True)
class Term:
    """One figure of a text, normalised.

    `low` and `high` are in base units: yuan for money, a fraction for rates (30% is 3/10), the named unit else.  A cap
    has only `high`, a floor only `low`, an exact value and a range have both.  以上, 以下, 以内, 不超过, 不低于 include
    the figure; 超过, 不足, 不满, 以外 do not (Civil Code art. 1259), which `low_open` and `high_open` say.

    A figure of role `former` is what the text says held before (由300万元提高到500万元): told, but not in force.
    One of role `increment` is by how much that moved (比原来提高10万元): a step, never to be set beside a level.

    `context` is the stretch of the clean text that the figure speaks about (its clause), for pairing and for quoting.
    """

    quote: str
    span: Span
    unit_id: str
    address: Address | None
    attribution: Attribution | None
    kind: Kind
    bound: Bound
    low: Fraction | None
    high: Fraction | None
    context: Span
    low_open: bool = False
    high_open: bool = False
    unit: str | None = None
    approximate: bool = False
    hedge: str | None = None
    role: Role | None = None
    per: str | None = None
    basis: str | None = None
    subject: str | None = None
    recurrence: str | None = None
