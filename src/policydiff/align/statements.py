"""A report's statements against articles: of which provision does each speak.

A report paraphrases, shortens and sums up, so likeness of whole texts says little.  What identifies the article is how
much of the statement it holds, and how far it leads the next one.  A statement that sums up several articles is taken
apart: each part names its article in passing.  Figures are left out, since one sum plays many roles in one text, and so
are titles in 《》, which say where a sentence comes from and not what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.align.options import AlignOptions
from policydiff.align.penalties import is_penalty, with_offences
from policydiff.align.telling import figures, told_before, without_telling
from policydiff.align.units import FIGURES, Text, content
from policydiff.model import Link, Reason, Span
from policydiff.similarity import Grams, Weights, grams, weigh, without_titles

__all__ = ["link_statements"]

_SET_PHRASES = re.compile(
    "支持|鼓励|引导|推动|推进|促进|加快|加强|加大|强化|完善|优化|给予|开展|实施|组织|奖励|补助|补贴|资助|资金|提出|明确"
)
_ISSUER = re.compile(r"[^\W\d_]{2,20}?(?=关于|支持|鼓励|促进|加快|推动|推进|加强|进一步)")
_PIECES = re.compile(r"[^，,。；;、：:“”‘’（）()《》\n和及与]+")


def link_statements(articles: Sequence[Text], statements: Sequence[Text], options: AlignOptions) -> tuple[Link, ...]:
    """Link each statement to the article it restates and to those it mentions; `old` is always the article's id.

    A link whose reasons hold `mention` rests on a part of the statement only: its `evidence`.
    """
    if not articles or not statements:
        return ()
    held = [content(article.words) for article in articles]
    headings = [content(article.unit.heading) for article in articles]
    named = [content(without_telling(without_titles(text.words))) for text in statements]
    formers = [told_before(text.words) for text in statements]
    holding = [figures(article.words) for article in articles] if any(formers) else []
    penal = with_offences(articles, held) if any(is_penalty(text.words) for text in statements) else []
    pieces = [
        [(span, _named(span.of(text.document.text)) - _issuer(text)) for span in _pieces(text)] for text in statements
    ]
    weights = weigh((*held, *(found for row in pieces for _, found in row if found)))
    links: list[Link] = []
    for text, words, row, before in zip(statements, named, pieces, formers, strict=True):
        ruling = [before <= found for found in holding] if before else ()
        punished = _punished(words, (held, penal), weights, options) if penal and is_penalty(text.words) else None
        whole = punished or _whole(words, held, weights, options, ruling)
        if whole is not None:
            restated, share = whole
            reason = Reason("restates", round(share, 3))
            links.append(Link(articles[restated].unit.id, text.unit.id, round(share, 3), (reason,)))
        seen = {whole[0]} if whole else set()
        for span, found in row:
            if whole and FIGURES.search(span.of(text.document.text)):
                continue  # a figure is part of the provision that the statement restates
            weighed = [
                weights.mass(found & article) + weights.mass(found & heading)
                for article, heading in zip(held, headings, strict=True)
            ]
            index = _leader(weighed, weights, options)
            share = weights.mass(found & held[index]) / weights.mass(found) if index is not None else 0.0
            if index is not None and index not in seen and share >= options.mention_share:
                seen.add(index)
                reason = Reason("mention", round(share, 3))
                links.append(Link(articles[index].unit.id, text.unit.id, round(share, 3), (reason,), span))
    return tuple(links)


def _named(words: str) -> Grams:
    """What a part of a statement names, without the verbs that every policy uses."""
    return content(_SET_PHRASES.sub(" ", words))


def _issuer(text: Text) -> Grams:
    """Whose instrument a statement tells of, as its title begins (云港高新区关于…): that goes for every article."""
    match = _ISSUER.match(text.unit.attribution.instrument) if text.unit.attribution else None
    return grams(match[0]) if match else frozenset()


def _pieces(text: Text) -> list[Span]:
    start = text.unit.span.start
    words = without_titles(text.unit.span.of(text.document.text))
    return [Span(start + m.start(), start + m.end()) for m in _PIECES.finditer(words)]


def _whole(
    statement: Grams, held: Sequence[Grams], weights: Weights, options: AlignOptions, ruling: Sequence[bool] = ()
) -> tuple[int, float] | None:
    """The article that holds most of a statement, if it holds enough of it and clearly more than the next one.

    Of one that rules what the statement says held before (`ruling`) less is enough.
    """
    mass = weights.mass(statement)
    if not mass or not held:
        return None
    ranked = sorted(((weights.mass(statement & article) / mass, -i) for i, article in enumerate(held)), reverse=True)
    (top, index), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0.0
    floor = options.told_floor if ruling and ruling[-index] else options.statement_floor
    clear = top >= floor and top >= options.statement_lead * second
    return (-index, top) if clear else None


def _punished(
    statement: Grams, holdings: tuple[Sequence[Grams], Sequence[Grams]], weights: Weights, options: AlignOptions
) -> tuple[int, float] | None:
    """The article of penalties that a statement restates, if with what it cites it holds as much as any article."""
    held, penal = holdings
    found = _whole(statement, penal, weights, options)
    most = max((weights.mass(statement & article) for article in held), default=0)
    return found if found and weights.mass(statement & penal[found[0]]) >= most else None


def _leader(weighed: Sequence[int], weights: Weights, options: AlignOptions) -> int | None:
    """The article that shares the most weight with a part of a statement, if it shares enough and leads clearly."""
    ranked = sorted(((weight, -i) for i, weight in enumerate(weighed)), reverse=True)
    if not ranked:
        return None
    (top, index), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0
    clear = top >= options.mention_pairs * weights.unseen and top >= options.mention_lead * second
    return -index if clear else None
