"""Regular expressions that are compiled when they are first used.

The rules of all stages hold more than five hundred patterns.  To compile one takes half a millisecond, and most texts
need little more than half of them: a plain text has no breadcrumbs, a report no table of contents.
"""

from __future__ import annotations

import re
from typing import cast

__all__ = ["lazy"]

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that `re` compiles when one of its methods is first asked for; a wrong one fails only then.

    >>> article = lazy("第[一二三四五六七八九十]+条")
    >>> article.match("第三条 本办法自公布之日起施行。")[0]
    '第三条'
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


class _Ready:
    """The methods of a compiled pattern; to call one costs what it costs on the pattern itself."""

    __slots__ = ("flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __repr__(self) -> str:
        return f"lazy({self.pattern!r}, {self.flags})"


class _Lazy(_Ready):
    """Stands for a pattern that nobody has asked for yet, and turns into `_Ready` when somebody does."""

    __slots__ = ()

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(f"a lazy pattern has no {name}")
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        self.__class__ = _Ready  # type: ignore[assignment] # a class with __getattr__ is slow to look anything up in
        return getattr(self, name)
