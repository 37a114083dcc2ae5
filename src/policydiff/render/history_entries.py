"""What a history tells of one article, before any words."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model import Comparison, Version, Work

__all__ = ["ArticleHistory", "Stop"]


@dataclass(frozen=True, slots=True)
class Stop:
    """One version on the way of an article: the units that it is there, and the step that led to them.

    `step` is the comparison with the full text before, with the article's own changes alone; the first stop has none.
    No units are no article: it is not there yet, it is gone, or (of an excerpt) reports do not mention it.
    """

    version: Version
    units: tuple[str, ...]
    step: Comparison | None = None


@dataclass(frozen=True, slots=True)
class ArticleHistory:
    """One article through the versions of its work, the oldest first.

    `named` is the version in which the address was looked up, `units` what it names there.
    """

    work: Work
    address: str
    named: Version
    units: tuple[str, ...]
    stops: tuple[Stop, ...]
