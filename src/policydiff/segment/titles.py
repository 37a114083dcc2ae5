"""The title of an instrument that a page reproduces without its title line, from the words that announce it."""

from __future__ import annotations

import re

from policydiff.fold import HAN
from policydiff.segment.names import Names

__all__ = ["announced_title"]

_SELF = re.compile(rf"(?:制定|提出|出台)本(?P<noun>{HAN}{{2,6}}?)[。，,]")
_TITLE = re.compile(r"《([^《》]{4,80})》")


def announced_title(text: str, known: Names) -> str | None:
    """The first cited title that is of the kind the text calls itself by: 现制定本行动方案 goes with 《…行动方案》.

    >>> announced_title("会上发布《某市人工智能行动方案》。为推进工作，现制定本行动方案。", Names(()))
    '某市人工智能行动方案'
    """
    noun = _SELF.search(text)
    if noun is None:
        return None
    return next((t for m in _TITLE.finditer(text) if (t := known.full(m[1])).endswith(noun["noun"])), None)
