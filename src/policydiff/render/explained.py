"""The shape of one explained edit, as the cleaning stage tells it; stages do not import each other."""

from __future__ import annotations

from typing import Protocol

from policydiff.model import Span

__all__ = ["Explained"]


class Explained(Protocol):
    """One edit: the rule that made it, what stood there before and after, and where in the source."""

    @property
    def rule(self) -> str:
        """The name of the cleaning rule."""

    @property
    def before(self) -> str:
        """The characters that were replaced."""

    @property
    def after(self) -> str:
        """What stands there now; empty for a removal."""

    @property
    def span(self) -> Span:
        """The place in the source's text."""

    @property
    def locator(self) -> str:
        """Where a person finds it: ¶12, p. 3."""

    @property
    def note(self) -> str:
        """What a reader should know besides, such as `inferred`; mostly empty."""
