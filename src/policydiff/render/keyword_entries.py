"""What a version talks about, before any words."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.model import Version

__all__ = ["Keyword", "Keywords"]


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word, how often a version has it, and its weight: how much it tells this text from Chinese texts at large."""

    word: str
    count: int
    weight: float


@dataclass(frozen=True, slots=True)
class Keywords:
    """The words of a version by weight; beside another one, the words that only either of the two has."""

    version: Version
    words: tuple[Keyword, ...]
    against: Version | None = None
    only_here: tuple[Keyword, ...] = ()
    only_there: tuple[Keyword, ...] = ()
