"""What a cleaning rule is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from policydiff.clean.page import Page
from policydiff.model import Edit

__all__ = ["Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One defect of captured pages and the edits that take it out.

    `find` proposes edits and changes nothing; every edit differs from what it replaces.  `examples` are pairs of a
    text before and after this rule alone, `negatives` texts it must leave as they are: they document the rule, and all
    of them run as tests.
    """

    name: str
    reason: str
    label_zh: str
    find: Callable[[Page], tuple[Edit, ...]]
    examples: tuple[tuple[str, str], ...]
    negatives: tuple[str, ...] = ()
