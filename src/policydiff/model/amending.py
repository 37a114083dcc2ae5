"""Whether a text is a decision to amend another one (关于修改《海州市渔港办法》的决定), or to repeal it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from policydiff.model.document import Version
from policydiff.patterns import lazy

__all__ = ["amending_side", "repealing_side", "same_title", "title_of"]

_DECISION = lazy("关于(?:修改|修订|修正)(?P<what>.{2,300})的决定$")
_REPEAL = lazy("(?:关于)?(?:废止|宣布废止|停止执行|宣布失效)(?P<what>.{2,300}?)的(?:决定|通知|公告|通告|命令)$")
_HEADLINE = 400
_NAMED = lazy("[《〈](?P<title>[^《》〈〉]{2,100})[》〉]")


def amending_side(old: Version, new: Version) -> Literal["old", "new"] | None:
    """Which side is a decision to amend the text that the other side is, if either is one."""
    if _amends(old, new):
        return "old"
    return "new" if _amends(new, old) else None


def repealing_side(old: Version, new: Version) -> Literal["old", "new"] | None:
    """Which side is a decision or notice that repeals the text that the other side is, if either is one."""
    if _names(_REPEAL, old, new):
        return "old"
    return "new" if _names(_REPEAL, new, old) else None


def _amends(one: Version, other: Version) -> bool:
    """Whether the title of one names the other's between 关于修改 and 的决定."""
    return _names(_DECISION, one, other)


def _names(pattern: re.Pattern[str], one: Version, other: Version) -> bool:
    about = title_of(other)
    if not about:
        return False
    found = _said(pattern, one)
    return any(same_title(named["title"], about) for what in found for named in _NAMED.finditer(what))


def _said(pattern: re.Pattern[str], version: Version) -> Iterator[str]:
    """What the title is about; so is the first line of a text without articles, which is given no title of its own."""
    if match := pattern.search(title_of(version)):
        yield match["what"]
    for document in version.documents:
        match = pattern.search(document.text[:_HEADLINE].partition("\n")[0].strip())
        if match and not document.articles():
            yield match["what"]


def same_title(named: str, title: str) -> bool:
    """Whether a name is a text's title; the issuer may stand before either.

    >>> same_title("海州市渔港办法", "海州市人民政府海州市渔港办法"), same_title("渔港法", "渔港办法")
    (True, False)
    """
    return bool(named and title) and (title.endswith(named) or named.endswith(title))


def title_of(version: Version) -> str:
    """The title that a version's text bears, or else its work's."""
    return next((d.metadata.title.strip("《》") for d in version.documents if d.metadata.title), version.work.title)
