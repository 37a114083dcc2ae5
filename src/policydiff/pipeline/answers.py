"""From versions to what a person asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff import align as align_stage
from policydiff import compare as compare_stage
from policydiff.model import Alignment, Comparison, Document, Override, Term, Unit, Version
from policydiff.pipeline.ordering import inferred_between

if TYPE_CHECKING:
    from policydiff.terms import Known

__all__ = ["align", "compare", "terms"]

_OUTSIDE = {"statement", "text", "signature", "title"}


def terms(version: Version, *, everything: bool = False) -> tuple[Term, ...]:
    """The amounts, rates, periods and counts of a version, in reading order.

    Of a full text those of its provisions, of an excerpt those attributed to the work; with `everything`, all of them.
    """
    return _terms(version, {}, everything=everything)


def align(old: Version, new: Version, *, overrides: Sequence[Override] = ()) -> Alignment:
    """Which provision of one version became which of the other; a person's `overrides` have the last word."""
    return align_stage.align(old, new, overrides=overrides)


def compare(old: Version, new: Version, *, overrides: Sequence[Override] = ()) -> Comparison:
    """Everything that happened between two versions; a person's `overrides` say which provisions are linked."""
    known: Known = {}  # most sentences stand in both
    found = align(old, new, overrides=overrides)
    comparison = compare_stage.compare(old, new, found, _terms(old, known), _terms(new, known))
    inferred = inferred_between(old, new)
    return replace(comparison, notes=(inferred, *comparison.notes)) if inferred is not None else comparison


def _terms(version: Version, known: Known, *, everything: bool = False) -> tuple[Term, ...]:
    from policydiff.terms import extract  # noqa: PLC0415 — most commands need no terms

    found = []
    for document in version.documents:
        units = {unit.id: unit for unit in document.walk()}
        terms = extract(document, known)
        found += [term for term in terms if everything or _is_own(version, document, units[term.unit_id])]
    return tuple(found)


def _is_own(version: Version, document: Document, unit: Unit) -> bool:
    """Whether a unit holds the instrument's own words."""
    if version.coverage == "excerpt":
        return version.work.says(unit.attribution)
    return unit.kind not in _OUTSIDE or not document.articles()
