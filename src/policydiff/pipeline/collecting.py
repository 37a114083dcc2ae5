"""Making large trees of frozen values without Python looking for cycles among them all the while."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off the search for cycles, and leave it as it was found.

    What the stages make of a clean text points down only, and goes when nobody holds it any more.  To search it for
    cycles again and again while it grows takes a sixth of the time of comparing two long texts, and frees nothing.

    >>> with uncollected():
    ...     gc.isenabled()
    False
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()
