"""What page numbers are made of: the dashes around them, and the numerals behind 第."""

from __future__ import annotations

__all__ = ["BETWEEN_DASHES", "DASH", "NUMERAL"]

DASH = "[-—–－―‐−]"
NUMERAL = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,6})"
BETWEEN_DASHES = rf"{DASH}{{1,2}}\s?\d{{1,4}}\s?{DASH}{{1,2}}"
"""— 12 —"""
