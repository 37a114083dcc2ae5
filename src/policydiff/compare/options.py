"""What comparison calls alike enough, and why."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CompareOptions"]


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """Thresholds of comparison, all shares from 0 to 1.

    Two figures are paired by what they are about; how far their values lie apart never counts.  The floors were set by
    reading: below them, a reader no longer agrees that two clauses are about one thing.
    """

    clause_floor: float = 0.4
    """Two sentences of linked articles are one sentence, edited, from this likeness on."""
    restated_floor: float = 0.15
    """Of an article that a statement restates, it restates the sentence that holds most of it, at least this share."""
    replaced_floor: float = 0.35
    """A sentence with less than this share of its words kept is shown as replaced, not as a patchwork."""
    term_floor: float = 0.3
    """Two figures of linked provisions are one figure, changed, from this likeness of their clauses on."""
    ladder_slack: float = 0.15
    """A threshold that kept its value is the same step, unless another one is liker by more than this."""
    conflict_floor: float = 0.5
    """Two reports contradict each other if they give two figures for one thing, alike from this likeness on."""
    clause_weight: float = 0.6
    """What the clause around a figure counts: it says most of what the figure is about."""
    sentence_weight: float = 0.4
    """What the whole sentence counts: it decides between clauses of set phrases."""
    basis_bonus: float = 0.2
    """What one base, or for rates another base, adds or takes away."""
    facet_bonus: float = 0.1
    """What the same subject, the same per and the same bound add, each."""
    thin_clause: float = 5.0
    """A clause of set phrases only (给予最高…资金支持) weighs as if it had this many pairs that no other clause has."""
    alternative_floor: float = 0.5
    """A figure elsewhere in the text is named as another possible partner from this likeness on."""
    same_basis: float = 0.5
    """Two bases (研发成本, 项目研发成本) are one from this share of the shorter in the longer on."""
    replacement_articles: int = 3
    """A wording replaced in as many articles is a global replacement."""
