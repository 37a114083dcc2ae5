"""Drafts of measures that read like real ones, changed in known ways: the truth for what a comparison must tell.

`drafted` writes a draft from a seed, `case` changes it.  The fields, cities and rules are invented.
"""

from support.mutations.cases import KINDS, STRENGTHS, Case, case, thinned_case, unrelated_case
from support.mutations.drafting import drafted
from support.mutations.parts import Article, Draft, Figure, Written

__all__ = [
    "KINDS",
    "STRENGTHS",
    "Article",
    "Case",
    "Draft",
    "Figure",
    "Written",
    "case",
    "drafted",
    "thinned_case",
    "unrelated_case",
]
