"""Whether a text is a decision to amend another one: 海州市人民政府关于修改《海州市渔港办法》的决定."""

from __future__ import annotations

from typing import Literal

from policydiff.model.document import Version
from policydiff.patterns import lazy

__all__ = ["amending_side"]

_DECISION = lazy("关于(?:修改|修订|修正)(?P<what>.{2,300})的决定$")
_NAMED = lazy("[《〈](?P<title>[^《》〈〉]{2,100})[》〉]")


def amending_side(old: Version, new: Version) -> Literal["old", "new"] | None:
    """Which side is a decision to amend the text that the other side is, if either is one."""
    if _amends(old, new):
        return "old"
    return "new" if _amends(new, old) else None


def _amends(one: Version, other: Version) -> bool:
    """Whether the title of one names the other's between 关于修改 and 的决定."""
    amended = _title(other)
    found = _DECISION.search(_title(one)) if amended else None
    return found is not None and any(_same(named["title"], amended) for named in _NAMED.finditer(found["what"]))


def _same(named: str, title: str) -> bool:
    """The issuer may stand before either title: 海州市渔港办法, 海州市人民政府渔港办法 are told apart by their ends."""
    return named == title or title.endswith(named) or named.endswith(title)


def _title(version: Version) -> str:
    return next((d.metadata.title.strip("《》") for d in version.documents if d.metadata.title), version.work.title)
