"""Figures of a text in doubt: what became of them is inferred, and never stated.

Where characters were lost, a figure may be what is left of another, or the one that is missing.  A text that is spoiled
all over (UTF-8 read as GBK) gives no figure for certain; of one that shows only its beginning, what is missing is not
known to be dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policydiff.compare.groups import Group
from policydiff.compare.sides import Side
from policydiff.model import TermChange
from policydiff.numerals import broken_figures

__all__ = ["with_doubted"]

_SPOILED = frozenset(("damaged", "replaced"))
_UNSURE = _SPOILED | {"masked"}
_SPARSE = 200
"""A text with more doubtful places than are told, one or more on so many characters, is spoiled all over."""


def with_doubted(changes: Sequence[TermChange], group: Group, old: Side, new: Side) -> tuple[TermChange, ...]:
    """The changes of a group's figures, those that rest on words in doubt marked as inferred."""
    if not changes:
        return ()
    unsure = _is_spoiled(old) or _is_spoiled(new) or _in_doubt(group.old, old) or _in_doubt(group.new, new)
    gone, come = _is_unfinished(new), _is_unfinished(old)
    return tuple(
        replace(change, certainty="inferred")
        if change.certainty == "stated" and (unsure or (gone and not change.new) or (come and not change.old))
        else change
        for change in changes
    )


def _in_doubt(ids: Sequence[str], side: Side) -> bool:
    """Whether one of some units has words in doubt."""
    for unit_id in ids:
        document, unit = side.units[unit_id]
        if not document.clean.doubts:
            continue
        text = side.text(unit_id)
        if "\ufffd" in text or any(broken_figures(text)):
            return True
        for doubt in document.clean.doubts:
            if doubt.code in _UNSURE and any(
                span.start < unit.span.end and unit.span.start < span.end for span in doubt.spans
            ):
                return True
    return False


def _is_spoiled(side: Side) -> bool:
    """Whether a text of a version is spoiled all over: what it seems to lack may only be unreadable."""
    return any(
        doubt.code in _SPOILED and doubt.count > len(doubt.spans) and doubt.count * _SPARSE >= len(document.text)
        for document in side.version.documents
        for doubt in document.clean.doubts
    )


def _is_unfinished(side: Side) -> bool:
    """Whether a version's whole text breaks off; a report never holds all of it."""
    documents = side.version.documents
    return not side.excerpt and any(d.code == "unfinished" for document in documents for d in document.clean.doubts)
