"""From versions to what a person asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff import align as align_stage
from policydiff import compare as compare_stage
from policydiff.model import Alignment, Attribution, Comparison, Document, Note, Override, Term, Unit, Version
from policydiff.pipeline.collecting import uncollected
from policydiff.pipeline.ordering import inferred_between
from policydiff.pipeline.suspecting import suspicions
from policydiff.pipeline.versions import told_by

if TYPE_CHECKING:
    from policydiff.terms import Known

__all__ = ["align", "compare", "terms"]

_OUTSIDE = {"statement", "text", "signature", "title"}


@uncollected()
def terms(version: Version, *, everything: bool = False) -> tuple[Term, ...]:
    """The amounts, rates, periods and counts of a version, in reading order.

    Of a full text those of its provisions, of an excerpt those attributed to the work; with `everything`, all of them.
    """
    return _terms(version, {}, everything=everything)


@uncollected()
def align(old: Version, new: Version, *, overrides: Sequence[Override] = ()) -> Alignment:
    """Which provision of one version became which of the other; a person's `overrides` have the last word."""
    return align_stage.align(old, new, overrides=overrides)


@uncollected()
def compare(old: Version, new: Version, *, overrides: Sequence[Override] = ()) -> Comparison:
    """Everything that happened between two versions; a person's `overrides` say which provisions are linked."""
    known: Known = {}  # most sentences stand in both
    found = align(old, new, overrides=overrides)
    comparison = compare_stage.compare(old, new, found, _terms(old, known), _terms(new, known))
    inferred = inferred_between(old, new)
    before = (inferred,) if inferred is not None else ()
    return replace(comparison, notes=(*suspicions(old, new), *before, *comparison.notes, *_silent(old), *_silent(new)))


def _silent(version: Version) -> Iterator[Note]:
    """A note for each of several reports that tells nothing of the version's work, with what it speaks of instead.

    Where none of them tells anything, the comparison says so itself.
    """
    if version.coverage == "full" or len(version.documents) == 1:
        return
    told = [(document, told_by(document)) for document in version.documents]
    silent = [one for one in told if not any(version.work.says(Attribution(title)) for title in one[1])]
    for document, other in silent if len(silent) < len(told) else ():
        title = min(other, key=lambda title: (-other[title], title), default="")
        yield Note("report_silent", (("document", document.origin.name), ("other", title)))


def _terms(version: Version, known: Known, *, everything: bool = False) -> tuple[Term, ...]:
    from policydiff.terms import extract  # noqa: PLC0415 — most commands need no terms

    found = []
    for document in version.documents:
        units = {unit.id: unit for unit in document.walk()}
        terms = extract(document, known)
        found += [term for term in terms if everything or _is_own(version, document, units[term.unit_id])]
    return tuple(found)


def _is_own(version: Version, document: Document, unit: Unit) -> bool:
    """Whether a unit holds the instrument's own words; what has an address stands in an article or in an annex."""
    if version.coverage == "excerpt":
        return version.work.says(unit.attribution)
    return unit.kind not in _OUTSIDE or unit.address is not None or not document.articles()
