"""Where sources contradict each other: two reports that give two figures for one thing.

What is stated beats what is inferred.  Between sources of equal rank neither is right until the text itself is at hand:
then each figure is a reading of its own, told as conflicting, and names the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from policydiff.compare.figures.aboutness import Aboutness
from policydiff.compare.figures.candidates import candidates
from policydiff.compare.figures.claims import Claim
from policydiff.compare.figures.judging import same_value
from policydiff.compare.options import CompareOptions
from policydiff.model import Alternative

__all__ = ["alternatives", "contradiction", "misplaced", "readings"]


def readings(
    claim: Claim, free: list[Claim], partner: Claim, about: Aboutness, options: CompareOptions
) -> tuple[Claim, ...]:
    """What the sources of one side tell of the thing that `partner` is about: the claim, and those that contradict it.

    They are taken out of `free`, one for each source; an inferred claim goes back there where a stated one stands.
    """
    found = [claim]
    for other in _likest(claim, free, about):
        told = any(other.documents & earlier.documents for earlier in found)
        near = about.likeness(other.term, partner.term) >= options.term_floor
        if near and not told and _contradict(claim, other, about, options):
            found.append(other)
    surest = [one for one in found if one.certainty == "stated"] or found
    free[:] = [one for one in (*free, claim) if one not in surest]
    return tuple(surest)


def misplaced(
    told: Sequence[Claim], partners: Mapping[int, Claim], about: Aboutness, options: CompareOptions
) -> frozenset[int]:
    """Which claims of reports were paired with what they are less about than with another report's partner.

    Where one report repeats the 每辆3万元 of the old text and another gives 每辆5万元, the second contradicts it,
    and is not what became of the old 最高60万元.  Each is told by its place in `told`, `partners` by the same places.
    """
    if len({document for claim in told for document in claim.documents}) < 2:
        return frozenset()
    paired = sorted(partners)
    near = candidates([partners[at].term for at in paired], [told[at].term for at in paired], about)
    return frozenset(
        paired[other]
        for one, other in near
        if one != other and _is_liker(paired[one], paired[other], told, partners, about, options)
    )


def _is_liker(
    one: int,
    other: int,
    told: Sequence[Claim],
    partners: Mapping[int, Claim],
    about: Aboutness,
    options: CompareOptions,
) -> bool:
    """Whether a claim is another reading of what a first one is about, and its own partner is about something else."""
    mine, theirs = partners[one].term, partners[other].term
    if same_value(theirs, told[other].term) or not _contradict(told[one], told[other], about, options):
        return False
    likeness = about.likeness(mine, told[other].term)
    return likeness >= options.term_floor and likeness > about.likeness(theirs, told[other].term)


def contradiction(
    claim: Claim, free: Sequence[Claim], told: Sequence[Claim], about: Aboutness, options: CompareOptions
) -> tuple[Claim, ...]:
    """What makes a claim without a partner conflicting: a surer claim, or one as sure that has no partner either."""
    for other in _likest(claim, told, about):
        surer = claim.certainty == "inferred" and other.certainty == "stated"
        equal = claim.certainty == other.certainty and other in free
        if (surer or equal) and _contradict(claim, other, about, options):
            return (other,)
    return ()


def alternatives(
    claim: Claim, told: Sequence[Claim], side: Literal["old", "new"], about: Aboutness
) -> tuple[Alternative, ...]:
    """The other readings of a claim."""
    return tuple(
        Alternative(side, other.term, round(about.likeness(claim.term, other.term), 3))
        for other in told
        if other is not claim
    )


def _likest(claim: Claim, others: Sequence[Claim], about: Aboutness) -> list[Claim]:
    return sorted(others, key=lambda other: -about.likeness(claim.term, other.term))


def _contradict(one: Claim, other: Claim, about: Aboutness, options: CompareOptions) -> bool:
    """Whether different sources give different figures for one thing; a source that tells both means two things."""
    return (
        not one.documents & other.documents
        and one.term.bound == other.term.bound
        and not same_value(one.term, other.term)
        and about.likeness(one.term, other.term) >= options.conflict_floor
    )
