"""What alignment calls alike enough, and why."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AlignOptions"]


@dataclass(frozen=True, slots=True)
class AlignOptions:
    """Thresholds of alignment, all shares from 0 to 1.

    Articles: calibrated on ten revisions of national laws (1,080 hand-read links) on a coarse grid; a fifth more or
    less of any of them changes the F1 by less than 0.003, so nothing rests on the last digit.

    Reports: a statement paraphrases, so it is held against what it says of an article (containment), and what counts is
    how far its best article leads the next one.
    """

    cosine_floor: float = 0.25
    """Two articles that are each other's best match are linked from this likeness on."""
    explained_floor: float = 0.4
    """Shares of both articles that stand in the other, added up, from which a second link stands too."""
    segment_lead: float = 0.2
    """Likeness times lead of one clause over its next best place, from which that clause alone carries a link."""
    segment_likeness: float = 0.4
    """A clause counts as standing in another article from this likeness on."""
    gain_floor: float = 0.25
    """The least share of what a clause shares with another article that the latter's best match does not hold."""
    segment_mass: float = 1.0
    """The least weight of a clause that may carry a link alone, in pairs of characters no other article holds."""
    statement_floor: float = 0.25
    """The least share of a statement that its article must hold."""
    statement_lead: float = 1.25
    """How many times the next article's share it must be."""
    mention_pairs: float = 1.5
    """The least weight of a passing mention, in pairs of characters that no other article holds."""
    mention_share: float = 0.2
    """The least share of a part of a statement that the article it mentions must hold."""
    mention_lead: float = 1.4
    """How many times the next article's shared weight a passing mention must have; words of a heading count twice."""
    candidate_floor: float = 0.08
    """Pairs of articles less alike than this are not looked at."""
