"""Where a line of Chinese or English may be broken on a terminal, and how many columns words take there.

Between any two Chinese characters and at white space, but not before a closing mark nor behind an opening one (the
rule that printers call 避头尾), and not within a figure: 500万元 stays together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby

__all__ = ["Piece", "extent", "folded"]

Piece = tuple[str, str]
"""Some words and their style."""

_TOKENS = re.compile(r"\n|[ \t]+|[!-~]*[0-9](?:[千百万亿]{1,3}元?|[元年月日倍个项条款％‰])|[!-~]+|[^!-~ \t\n]")
_NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕｝］”’»％‰·…—～,.;:?!)]}%")
_NEVER_LAST = frozenset("（《〈「『【〔｛［“‘«([{≤≥<>⟦")
_CLOSING_MARKS = ("-]", "+}")
"""The ends of deleted and of added words; a plus or a minus by itself closes nothing."""


def extent(text: str) -> int:
    """How many columns a terminal gives a text, a Chinese character two.

    >>> extent("最高500万元")
    11
    """
    return len(text) if text.isascii() else _measure()(text)


@cache
def _measure() -> Callable[[str], int]:
    from rich.cells import cell_len  # noqa: PLC0415 - only where something is printed

    return cell_len


def folded(pieces: Iterable[Piece], width: int, *, first: int = 0, rest: int = 0) -> Iterator[list[Piece]]:
    """The rows of a text: the first is set in by `first` columns, those below it by `rest`; none is wider than `width`.

    >>> ["".join(words for words, _ in row) for row in folded([("补助（最高500万元）。", "")], 12)]
    ['补助（最高', '500万元）。']
    """
    first, rest = min(first, width // 2), min(rest, width // 2)
    row: list[Piece] = [(" " * first, "")]
    pieces = list(pieces)
    words = "".join(text for text, _ in pieces)
    if "\n" not in words and 2 * len(words) + first <= width:  # most lines fit whatever is in them
        yield _joined(row + pieces)
        return
    used = first
    for cluster, taken in _clusters(pieces, max(width - max(first, rest), 2)):
        full = used + taken > width and len(row) > 1
        if full or cluster[0][0] == "\n":
            yield _joined(row)
            row, used = [(" " * rest, "")], rest
            if cluster[0][0].isspace():
                continue
        row += cluster
        used += taken
    yield _joined(row)


def _joined(row: list[Piece]) -> list[Piece]:
    """The same row with neighbours of one style in one piece."""
    styled = groupby(row, key=lambda piece: piece[1])
    return [("".join(words for words, _ in group), style) for style, group in styled]


def _clusters(pieces: Iterable[Piece], room: int) -> Iterator[tuple[list[Piece], int]]:
    """What may not be parted, with the columns it takes; what is wider than a row by itself is parted all the same."""
    cluster: list[Piece] = []
    taken = 0
    for token, style in _tokens(pieces, room):
        more = extent(token)
        if cluster and taken + more <= room and _held(cluster[-1][0], token):
            cluster.append((token, style))
            taken += more
            continue
        if cluster:
            yield cluster, taken
        cluster, taken = [(token, style)], more
    if cluster:
        yield cluster, taken


def _held(before: str, token: str) -> bool:
    """Whether two neighbours stay on one row: 元 and ）, （ and 最."""
    if before.isspace() or token.isspace():
        return False
    return token[0] in _NEVER_FIRST or token.startswith(_CLOSING_MARKS) or _opens(before)


def _opens(token: str) -> bool:
    return token[-1] in _NEVER_LAST or token in {"[-", "{+"}


def _tokens(pieces: Iterable[Piece], room: int) -> Iterator[Piece]:
    """Words, figures, single Chinese characters, white space and line ends; one wider than a row in parts."""
    for text, style in pieces:
        for token in _TOKENS.findall(text):
            if len(token) * 2 <= room or extent(token) <= room:
                yield token, style
                continue
            step = room if token.isascii() else room // 2
            for at in range(0, len(token), step):
                yield token[at : at + step], style
