"""What stands around the words of a line without being part of them: Markdown, and the marks of a quoted mail.

`# 某市养护办法`, `## **第一章 总则**`, `> 第一条 …`.  The characters stay in the text; rules that read a line look
past them.  A sign before a figure is no ornament: `> 5万元` compares.
"""

from __future__ import annotations

from policydiff.patterns import lazy

__all__ = ["ornament", "words"]

_BEFORE = lazy(r"[ \t　]*(?:>(?![ \t　]?(?!\d{4}[ \t]?年)\d++(?![.．、)）]))[ \t　]*)*(?:#{1,6}[ \t　]+)?")
_CLOSED_BOLD = lazy(r"([*_]{2})(?P<inner>(?:(?!\1)[^\n])++)\1[ \t　]*$")


def ornament(line: str) -> int:
    """How many characters stand before a line's own first.

    >>> [ornament(line) for line in ("第一条 甲", "> 第一条 甲", "## 第一章", "> 5万元以上", "#话题")]
    [0, 2, 3, 0, 0]
    """
    match = _BEFORE.match(line)
    return match.end() if match else 0


def words(line: str) -> str:
    """A line without what stands around its words.

    >>> words("# **某市养护办法** "), words("**第一条** 养护 **沙滩**")
    ('某市养护办法', '**第一条** 养护 **沙滩**')
    """
    bare = line[ornament(line) :].strip()
    bold = _CLOSED_BOLD.match(bare) if bare.startswith(("**", "__")) else None
    return bold["inner"].strip() if bold else bare
