"""What a site's robots.txt allows (RFC 9309)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

__all__ = ["ROBOT", "Rules", "read_rules"]

ROBOT = "policydiff"
"""The name by which a robots.txt can speak to us."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site; without any, everything is allowed."""

    parsed: Protego | None = None

    def allow(self, url: str) -> bool:
        """Whether a page may be asked for."""
        return self.parsed is None or self.parsed.can_fetch(url, ROBOT)

    @property
    def delay(self) -> float:
        """The seconds that the site wants between two requests."""
        asked = self.parsed.crawl_delay(ROBOT) if self.parsed is not None else None
        return asked if asked is not None and math.isfinite(asked) and asked > 0 else 0.0


def read_rules(body: bytes) -> Rules:
    """The rules that a robots.txt states.

    >>> rules = read_rules(b"User-agent: *\\nDisallow: /private/\\nCrawl-delay: 2\\n")
    >>> rules.allow("https://example.org/private/1.html"), rules.allow("https://example.org/1.html"), rules.delay
    (False, True, 2.0)
    """
    from protego import Protego  # noqa: PLC0415 - most commands fetch nothing

    return Rules(Protego.parse(body.decode("utf-8-sig", errors="replace")))
