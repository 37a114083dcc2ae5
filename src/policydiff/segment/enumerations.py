"""Items inside one paragraph: 一是…，二是…；首先…，其次…；（1）…（2）….

A run is read as items only where it counts: it begins at the first number, goes on without a gap, and has at least two.
A reference (第一款第（一）项和第（二）项) counts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydiff.model import Level, Place, Span
from policydiff.numerals import whole
from policydiff.patterns import lazy

__all__ = ["Item", "enumerations"]

_N = "[一二三四五六七八九十]{1,3}"
_START = r"(?:(?<=[。；;：:，,！？!?\s—])|(?<![\s\S]))"
_NO_REFERENCE = r"(?![项目款、至和及或与所，,])"
_FAMILIES: tuple[tuple[Level | None, str, str, re.Pattern[str]], ...] = (  # with a mark that the first two items have
    (Level.HAN_BRACKETED, "一", "二", lazy(rf"(?<![第至和及或与、])[（(]({_N})[）)]{_NO_REFERENCE}")),
    (Level.ARABIC, "1１", "2２", lazy(rf"{_START}(\d{{1,2}})(?:[.．](?!\d)|、)")),
    (Level.ARABIC_BRACKETED, "1１", "2２", lazy(rf"(?<![第至和及或与])[（(](\d{{1,2}})[）)]{_NO_REFERENCE}")),
    (Level.CIRCLED, "①", "②", lazy("([①-⑳])")),
    (None, "一", "二", lazy(rf"{_START}({_N})(?:是(?!否)|要)")),
    (None, "一", "二", lazy(rf"{_START}第({_N})[，,]")),
    (None, "首", "次后", lazy(rf"{_START}(首先|其次|再次|最后)(?![提到由])")),
)
_TELLING = lazy("[" + "".join(first + second for _, first, second, _ in _FAMILIES) + "]")
_SECOND = lazy("[" + "".join(second for _, _, second, _ in _FAMILIES) + "]")
_WORDS = {"首先": 1, "其次": 2, "再次": 3}
_LAST = "最后"
_SHORTEST = 4  # characters that two items with their markers need: ①甲②乙
_SENTENCE_END = lazy(r"[。！？!?]+[”’」』）)]*\s*")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a run: its place, null for 一是 and 首先, the label as written, and where it stands."""

    place: Place | None
    label: str
    span: Span


def enumerations(text: str, span: Span) -> Iterator[tuple[Item, ...]]:
    """The runs of items in a stretch of text, in reading order; a run inside an item is that item's own affair.

    >>> words = "抓好两件事，一是清淤，二是植草。经费列入预算。"
    >>> [item.span.of(words) for run in enumerations(words, Span(0, len(words))) for item in run]
    ['一是清淤，', '二是植草。']
    """
    words = span.of(text)
    if len(words) < _SHORTEST or not _SECOND.search(words):
        return
    at = 0
    for start, level, run, limit in sorted(_runs(words), key=lambda found: found[0]):
        if start >= at:
            starts = [match.start() for match in run]
            at = _end(words, starts, limit)
            yield tuple(
                Item(
                    Place(level, _number(match[1])) if level else None,
                    match[0].strip() if level else "",
                    Span(span.start + here, span.start + there),
                )
                for match, here, there in zip(run, starts, [*starts[1:], at], strict=True)
            )


def _runs(words: str) -> Iterator[tuple[int, Level | None, list[re.Match[str]], int]]:
    """Every family's runs: where one starts, its level, its markers, and where the family's next one begins."""
    characters = set(_TELLING.findall(words))
    for level, first, second, pattern in _FAMILIES:
        if characters.isdisjoint(first) or characters.isdisjoint(second):
            continue
        runs: list[list[re.Match[str]]] = []
        for match in pattern.finditer(words):
            number = _number(match[1])
            if number == 1:
                runs.append([match])
            elif runs and number == len(runs[-1]) + 1:
                runs[-1].append(match)
            elif runs and match[1] == _LAST and len(runs[-1]) > 1:
                runs[-1].append(match)
                runs.append([])
        runs = [run for run in runs if run]
        stops = [*(run[0].start() for run in runs[1:]), len(words)]
        yield from ((run[0].start(), level, run, stop) for run, stop in zip(runs, stops, strict=False) if len(run) > 1)


def _number(written: str) -> int:
    if written in _WORDS:
        return _WORDS[written]
    if written == _LAST:
        return 0
    if len(written) == 1 and "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    try:
        return whole(written)
    except ValueError:
        return 0


def _end(words: str, starts: Sequence[int], limit: int) -> int:
    """Where the last item ends: with its sentence, unless the items before it hold several."""
    several = any(len(_SENTENCE_END.findall(words, start, end)) > 1 for start, end in pairwise(starts))
    end = None if several else _SENTENCE_END.search(words, starts[-1], limit)
    return end.end() if end else limit
