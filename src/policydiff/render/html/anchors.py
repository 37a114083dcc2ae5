"""Names for the places of the page, so that an article can be linked to: #art-第三条, #art-new-第四条."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policydiff.render.escape import visible

__all__ = ["Anchors"]

_UNSUITED = re.compile(r"[^\w（）、.⟦⟧+-]+")
_LONGEST = 60


class Anchors:
    """Gives every name once; one that is asked for again gets a number.

    >>> names = Anchors()
    >>> names.take("art", "附件1 第三条"), names.take("art", "附件1 第三条")
    ('art-附件1-第三条', 'art-附件1-第三条-2')
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = dict.fromkeys(taken, 1)

    def take(self, prefix: str, key: str) -> str:
        """A name that no other place of the page has."""
        name = f"{prefix}-{_UNSUITED.sub('-', visible(key))[:_LONGEST]}"
        count = self._taken.get(name, 0)
        found = name
        while found in self._taken:
            count += 1
            found = f"{name}-{count}"
        self._taken[name] = max(count, 1)
        self._taken.setdefault(found, 1)
        return found
