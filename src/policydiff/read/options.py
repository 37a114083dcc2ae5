"""The limits of reading, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ReadOptions"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Thresholds of the readers."""

    max_bytes: int = 20_000_000
    """The largest input.  The longest Chinese code in force, with markup, stays below 3 MB; what is seven times as
    long is an archive or a mistake, and would only keep a person waiting."""

    max_control_share: float = 0.01
    """More control characters than this and the bytes are no text.  Texts carry a stray NUL or form feed now and
    then; compressed or compiled data is at 10% and more."""

    sniff_bytes: int = 65_536
    """How much of the head is looked at to tell text from binary data."""

    min_common_share: float = 0.08
    """Fewer of the commonest Chinese characters than this among all beyond ASCII, and a decoding is taken for wrong.
    Legal prose has about 0.4 in the right charset and below 0.05 in a wrong one."""
