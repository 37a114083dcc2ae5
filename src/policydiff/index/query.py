"""What a person types into a search, as a tree: every group must hold, and of each group one of its wordings.

    query    = group*                       white space: all of them
    group    = wording ("OR" wording)*      OR binds the two wordings beside it, tighter than white space
    wording  = ["-"] (word | phrase)        - is "without"
    phrase   = "…"  “…”                     white space inside counts for nothing, OR and - are plain text

Any text is a query: an operator that has nothing to work on is left out, and a quotation mark that is never closed
opens a phrase to the end, so that a person still typing gets an answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from policydiff.index.keys import forms

__all__ = ["Group", "Query", "Wording", "parse_query"]

_TOKEN = re.compile(
    r"""
      (?P<minus>[-－](?!\s|$))?+ (?: ["＂“”„](?P<quoted>[^"＂“”„]*+)(?:["＂“”„]|$) | (?P<bare>[^\s"＂“”„]++) )
    """,
    re.VERBOSE,
)
_OR = "OR"
_OPERATORS = frozenset("-－")


@dataclass(frozen=True)
class Wording:
    """A word or a phrase that must stand in a clause or, where it is `negated`, must not."""

    text: str
    negated: bool = False
    quoted: bool = False

    @cached_property
    def forms(self) -> tuple[str, str]:
        """The text in both readings, see `keys`."""
        return forms(self.text)

    def in_readings(self, whole: str, parts: str) -> bool:
        """Whether a clause with these readings holds the text, whatever the sign."""
        return self.forms[0] in whole or self.forms[1] in parts

    def times(self, whole: str, parts: str) -> int:
        """How often a clause with these readings holds the text: in that reading in which it does so more often."""
        first, second = self.forms
        return max(_times(first, whole), 0 if (first, whole) == (second, parts) else _times(second, parts))


def _times(form: str, text: str) -> int:
    """How often a form stands in another, also over itself: 一一 stands in 一一一 twice."""
    times, at = 0, text.find(form)
    while at >= 0:
        times, at = times + 1, text.find(form, at + 1)
    return times


@dataclass(frozen=True, slots=True)
class Group:
    """Wordings of which one must hold."""

    wordings: tuple[Wording, ...]

    def holds(self, whole: str, parts: str) -> bool:
        """Whether the group holds in a clause with these readings."""
        return any(one.in_readings(whole, parts) != one.negated for one in self.wordings)


@dataclass(frozen=True)
class Query:
    """All the groups of a query, in the order they were typed.  A query without one asks for nothing by words."""

    groups: tuple[Group, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups)

    def holds(self, whole: str, parts: str) -> bool:
        """Whether every group holds in a clause with these readings."""
        return all(group.holds(whole, parts) for group in self.groups)

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """All the wordings, in the order they were typed."""
        return tuple(one for group in self.groups for one in group.wordings)

    @cached_property
    def positive(self) -> tuple[Wording, ...]:
        """The wordings that are looked for, each once."""
        return tuple(dict.fromkeys(one for one in self.wordings if not one.negated))

    @cached_property
    def phrase(self) -> Wording | None:
        """The whole query as one phrase, where it is nothing but several words that must all be there."""
        alone = [group.wordings[0] for group in self.groups if len(group.wordings) == 1]
        if len(alone) < 2 or len(alone) < len(self.groups) or any(one.negated for one in alone):
            return None
        return Wording(" ".join(one.text for one in alone), quoted=True)


def parse_query(text: str) -> Query:
    """Read a query; every text is one.

    >>> [[w.text for w in group.wordings] for group in parse_query('算力 补贴 OR 奖励 "服务 券"').groups]
    [['算力'], ['补贴', '奖励'], ['服务 券']]
    >>> [(w.text, w.negated) for group in parse_query("补贴 -个人 -“中小 企业”").groups for w in group.wordings]
    [('补贴', False), ('个人', True), ('中小 企业', True)]
    >>> parse_query(' OR - "" ')
    Query(groups=())
    """
    groups: list[tuple[Wording, ...]] = []
    joining = False
    for token in _TOKEN.finditer(text):
        if token["bare"] == _OR and not token["minus"]:
            joining = bool(groups)
            continue
        one = _wording(token)
        if one is None:
            continue
        if joining:
            groups[-1] = tuple(dict.fromkeys((*groups[-1], one)))
        else:
            groups.append((one,))
        joining = False
    return Query(tuple(Group(wordings) for wordings in dict.fromkeys(groups)))


def _wording(token: re.Match[str]) -> Wording | None:
    """The wording that a token is; None where it has no character that counts."""
    quoted = token["quoted"] is not None
    text = (token["quoted"] if quoted else token["bare"]).strip()
    if not quoted and set(text) <= _OPERATORS:
        return None
    one = Wording(text, bool(token["minus"]), quoted)
    return one if all(one.forms) else None
