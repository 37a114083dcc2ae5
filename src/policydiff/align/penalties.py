"""A report tells a penalty in the words of the offence; an article of penalties cites the one that forbids it.

在疏散通道停放电动车的，处五百元罚款 shares its words with 第二条 禁止在疏散通道停放电动车, and tells what 第三条
违反本条例第二条规定的，处… rules.  So an article of penalties is taken with what the articles that it cites say.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.align.cited import without_citations
from policydiff.align.units import Text
from policydiff.patterns import lazy
from policydiff.similarity import Grams

__all__ = ["is_penalty", "with_offences"]

_PENALTY = lazy(
    "处(?:以)?[^，,。；;]{0,30}?(?:罚款|拘留)|并处|没收|吊销|(?:可以?|予以|给予|最高)[^，,。；;]{0,20}?罚款"
)


def is_penalty(words: str) -> bool:
    """Whether a sentence punishes.

    >>> is_penalty("擅自占道的，处二百元以上一千元以下罚款。"), is_penalty("禁止擅自占道。")
    (True, False)
    """
    return _PENALTY.search(words) is not None


def with_offences(articles: Sequence[Text], held: Sequence[Grams]) -> list[Grams]:
    """For each article of penalties what it and those that it cites hold; nothing for all others."""
    penal = [is_penalty(article.words) for article in articles]
    if not any(penal):
        return []
    _, cited = without_citations(articles)
    return [
        held[at].union(*(held[one] for one in cited[at] if not penal[one])) if punishes else frozenset()
        for at, punishes in enumerate(penal)
    ]
