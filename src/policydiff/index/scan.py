"""The full scan: every clause looked at, so that whatever is faster can be held against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policydiff.index.keys import Key, keys
from policydiff.index.query import words
from policydiff.model import Hit, Span, Unit, Version

__all__ = ["scan"]


def scan(query: str, versions: Iterable[Version]) -> tuple[Hit, ...]:
    """Every clause that holds all the words of a query, in reading order.

    A clause is a leaf of a document: a sentence, a heading, a statement of a report.  Words are found whatever the
    script (補貼, 补贴), the width and the letter case (ＡＩ, ai), the punctuation (“, 「), the white space inside a
    phrase and the spelling of figures: 50万元 finds 五十万元, 500,000元 and 伍拾万元, 30% finds 百分之三十, and 三年
    finds 3年.

    A figure is found as a whole only: 50 finds 50, 五十 and the 50 of 50万元, never 500 or 2050.  Words in Latin
    letters are found inside others, as Chinese words are: AI finds OpenAI.

    A query without a word has no hits.  `spans` are the places of all the words, ordered and disjoint.
    """
    forms = (tuple(key.form for key in keys(word)) for word in words(query))
    wanted = tuple(form for form in forms if all(form))  # a word of invisible characters is none
    return tuple(_hits(wanted, versions)) if wanted else ()


def _hits(wanted: tuple[tuple[str, ...], ...], versions: Iterable[Version]) -> Iterator[Hit]:
    for version in versions:
        for index, document in enumerate(version.documents):
            for leaf in _leaves(document.units):
                spans = _places(wanted, keys(document.text_of(leaf)), leaf.span.start)
                if spans:
                    yield Hit(version, index, leaf.id, spans)


def _leaves(units: tuple[Unit, ...]) -> Iterator[Unit]:
    for unit in units:
        yield from unit.leaves()


def _places(wanted: tuple[tuple[str, ...], ...], readings: tuple[Key, ...], offset: int) -> tuple[Span, ...]:
    """Where the words stand in a clause; nothing where one of them does not."""
    found: list[Span] = []
    for forms in wanted:
        places = [span for key, form in zip(readings, forms, strict=True) for span in key.find(form)]
        if not places:
            return ()
        found += places
    return tuple(Span(span.start + offset, span.end + offset) for span in _merged(found))


def _merged(spans: list[Span]) -> Iterator[Span]:
    """The same places, ordered, with overlapping ones made one."""
    current: Span | None = None
    for span in sorted(spans):
        if current is None or span.start >= current.end:
            if current is not None:
                yield current
            current = span
        else:
            current = Span(current.start, max(current.end, span.end))
    if current is not None:
        yield current
