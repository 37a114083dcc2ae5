"""What alignment calls alike enough, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["MEASURES", "AlignOptions"]

MEASURES: Final = ("likeness", "lead", "over_kin", "own_clauses", "gain", "in_order", "citations", "missing")


@dataclass(frozen=True, slots=True)
class AlignOptions:
    """Thresholds and weights of alignment.

    Articles: a pair's measures, each times its weight, are added up and compared with `threshold`.  The weights are
    those of a logistic regression over the hand-read links of ten revisions of national laws, whole and with articles
    taken out at random on either side.  `benchmarks/alignment.py` fits them anew with each law left out in turn, and
    prints what they reach on that one: the figures hardly move.

    Reports: a statement paraphrases, so it is held against what it says of an article (containment), and what counts is
    how far its best article leads the next one.
    """

    likeness: float = 2.9
    """The root of the cosine of the two articles.  What is alike is linked, but likeness alone tells the least."""
    lead: float = 7.1
    """How far the cosine leads that of either article with any other article of the other text.  A partner is who is
    more alike than everyone else."""
    over_kin: float = 1.2
    """How far the cosine leads that of either article with any other article of its own text.  Where the true partner
    is gone, the best of the wrong ones is no more alike than the article's neighbours are."""
    own_clauses: float = 10.9
    """The root of the share of clauses that stand in the other article and hardly anywhere else.  One clause that moved
    or was split off carries a link."""
    gain: float = 4.1
    """How much of either article the other holds that its closest partner does not: what makes splits and merges.  A
    quarter less than the fit gives: an article newly written in imitation of another has nothing but gain, and
    revisions of drafts have more of those than the laws do (`benchmarks/mutations.py`)."""
    in_order: float = 3.1
    """1 where the pair's numbers fit between those of the pairs around it that are beyond doubt."""
    citations: float = 2.7
    """1 where the articles that the two cite became each other, -1 where they did not: 违反本法第三条,
    违反本法第五条."""
    missing: float = -7.4
    """The share of articles known to be missing from either text, from gaps in its numbers: an article may have lost
    its partner, and the next best one is none."""
    threshold: float = 3.0
    """The sum from which two articles are linked; odds of about one to two, since a missing link costs a reader more
    than one too many."""
    unrelated: float = 0.25
    """Two texts of which a smaller share of articles has a partner beyond doubt have little to do with each other.
    Revisions have a third and more.  Unrelated laws have up to a sixteenth, unrelated measures of one city, which share
    their first and last articles, up to a quarter."""
    unrelated_cost: float = 20.0
    """What is taken off the sum where no article has a partner beyond doubt; in proportion below `unrelated`."""
    partner_floor: float = 0.25
    """An article's partner leads all others and is at least so much alike."""
    anchor_floor: float = 0.45
    """A partner that is at least so much alike is beyond doubt."""
    clause_floor: float = 0.3
    """A clause counts as standing in another article from this likeness on."""
    elsewhere: float = 0.95
    """A clause of an article without a partner that stands in another article, too, at least so much as well, is no
    gain.  Where provisions are repeated none is anyone's partner, and each copy would be linked to every other; of the
    ten laws, whose articles have few copies, three links in a thousand are lost by it."""
    twin_own: float = 0.02
    """Of two provisions linked with one, the weaker is only a twin of the other if no more than this share of the words
    that set it apart is kept, …"""
    twin_rival: float = 0.5
    """… and of those that set the other one apart at least this share.  True mergers and splits of the ten laws keep
    something of either: none of them is lost."""
    candidates: int = 32
    """How many articles are looked at for each article, the most alike first; no provision was ever split into as
    many."""
    candidate_floor: float = 0.04
    """Articles less alike than this share the words of their field and nothing else."""
    statement_floor: float = 0.25
    """The least share of a statement that its article must hold."""
    told_floor: float = 0.1
    """The same for an article that rules every figure which the statement says held before (由三年缩短至两年)."""
    statement_lead: float = 1.25
    """How many times the next article's share it must be."""
    mention_pairs: float = 1.5
    """The least weight of a passing mention, in pairs of characters that no other article holds."""
    mention_share: float = 0.2
    """The least share of a part of a statement that the article it mentions must hold."""
    mention_lead: float = 1.4
    """How many times the next article's shared weight a passing mention must have; words of a heading count twice."""

    @property
    def weights(self) -> tuple[float, ...]:
        """The weights in the order of `MEASURES`."""
        return tuple(getattr(self, measure) for measure in MEASURES)
