"""Characters that no reader sees."""

from __future__ import annotations

import re

from policydiff.clean.page import Page
from policydiff.clean.rule import Rule
from policydiff.model import Edit, Span

__all__ = ["INVISIBLE"]

_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 but for tab and the line separators
_MARKS = "\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"  # zero-width, directional
_INVISIBLE = re.compile(f"[{_CONTROLS}{_MARKS}]+")


def _find(page: Page) -> tuple[Edit, ...]:
    return tuple(Edit(Span(*match.span()), "") for match in _INVISIBLE.finditer(page.text))


INVISIBLE = Rule(
    name="invisible",
    reason="control characters, zero-width characters and byte order marks are not part of the text",
    label_zh="控制字符与零宽字符",
    find=_find,
    examples=(("\ufeff第\u200b一条", "第一条"), ("资金\x00支持\xad", "资金支持")),
    negatives=("第一条\t总则", "甲\u3000乙"),
)
