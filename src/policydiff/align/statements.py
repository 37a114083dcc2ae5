"""A report's statements against articles: of which provision does each speak.

A report paraphrases, shortens and sums up, so likeness of whole texts says little.  What identifies the article is how
much of the statement it holds, and how far it leads the next one.  A statement that sums up several articles is taken
apart: each part names its article in passing.  Figures are left out, since one sum plays many roles in one text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.align.options import AlignOptions
from policydiff.align.units import Text
from policydiff.model import Link, Reason, Span
from policydiff.similarity import Grams, Weights, grams, weigh

__all__ = ["link_statements"]

_FIGURES = re.compile(r"[\d.,]*\d[\d.,%％万亿千百元年个]*|[一二三四五六七八九十百千万亿]+(?=[元年个亿万])")
_SET_PHRASES = re.compile(
    "支持|鼓励|引导|推动|推进|促进|加快|加强|加大|强化|完善|优化|给予|开展|实施|组织|奖励|补助|补贴|资助|资金|提出|明确"
)
_PIECES = re.compile(r"[^，,。；;、：:“”‘’（）()《》\n和及与]+")


def link_statements(articles: Sequence[Text], statements: Sequence[Text], options: AlignOptions) -> tuple[Link, ...]:
    """Link each statement to the article it restates and to those it mentions; `old` is always the article's id.

    A link whose reasons hold `mention` rests on a part of the statement only: its `evidence`.
    """
    held = [_grams(article.words) for article in articles]
    headings = [_grams(article.unit.heading) for article in articles]
    pieces = [[(span, _named(span.of(text.document.text))) for span in _pieces(text)] for text in statements]
    weights = weigh((*held, *(found for row in pieces for _, found in row if found)))
    links: list[Link] = []
    for text, row in zip(statements, pieces, strict=True):
        whole = _whole(_grams(text.words), held, weights, options)
        if whole is not None:
            restated, share = whole
            reason = Reason("restates", round(share, 3))
            links.append(Link(articles[restated].unit.id, text.unit.id, round(share, 3), (reason,)))
        seen = {whole[0]} if whole else set()
        for span, found in row:
            if whole and _FIGURES.search(span.of(text.document.text)):
                continue  # a figure is part of the provision that the statement restates
            weighed = [
                weights.mass(found & article) + weights.mass(found & heading)
                for article, heading in zip(held, headings, strict=True)
            ]
            index = _leader(weighed, weights, options)
            if index is not None and index not in seen:
                share = weights.mass(found & held[index]) / weights.mass(found)
                seen.add(index)
                reason = Reason("mention", round(share, 3))
                links.append(Link(articles[index].unit.id, text.unit.id, round(share, 3), (reason,), span))
    return tuple(links)


def _grams(words: str) -> Grams:
    return grams(_FIGURES.sub(" ", words))


def _named(words: str) -> Grams:
    """What a part of a statement names, without the verbs that every policy uses."""
    return _grams(_SET_PHRASES.sub(" ", words))


def _pieces(text: Text) -> list[Span]:
    span = text.unit.span
    return [Span(m.start(), m.end()) for m in _PIECES.finditer(text.document.text, span.start, span.end)]


def _whole(
    statement: Grams, held: Sequence[Grams], weights: Weights, options: AlignOptions
) -> tuple[int, float] | None:
    """The article that holds most of a statement, if it holds enough of it and clearly more than the next one."""
    mass = weights.mass(statement)
    if not mass or not held:
        return None
    ranked = sorted(((weights.mass(statement & article) / mass, -i) for i, article in enumerate(held)), reverse=True)
    (top, index), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0.0
    clear = top >= options.statement_floor and top >= options.statement_lead * second
    return (-index, top) if clear else None


def _leader(weighed: Sequence[int], weights: Weights, options: AlignOptions) -> int | None:
    """The article that shares the most weight with a part of a statement, if it shares enough and leads clearly."""
    ranked = sorted(((weight, -i) for i, weight in enumerate(weighed)), reverse=True)
    if not ranked:
        return None
    (top, index), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0
    clear = top >= options.mention_pairs * weights.unseen and top >= options.mention_lead * second
    return -index if clear else None
