"""Where a text may be read one byte late: marks that look false by what is around them.

This is what healthy text costs, so it is little: one look at which characters there are, and two patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydiff.clean.alphabet import alphabet
from policydiff.clean.mojibake.gbk import MARKS, ORPHANS, decoded, encoded
from policydiff.clean.mojibake.language import is_han, is_stray, rare_in
from policydiff.clean.mojibake.lattice import PINYIN, Stretch
from policydiff.clean.mojibake.options import MojibakeOptions
from policydiff.patterns import lazy

__all__ = ["doubtful_stretches", "rare_places"]

_ANY_MARK = f"[{MARKS}!,:;?]"
_BOUNDARY = lazy(f"[{MARKS}!,:;?\\s0-9]")  # blanks and digits are one byte: they would have set the reading right
_HAN = "[^\x00-\u2e7f]"
# an orphan that is shown: ?！ and what can follow it
_SHOWN = lazy(rf"[{ORPHANS}](?<![{ORPHANS}][{ORPHANS}])(?P<mark>{_ANY_MARK})(?=[^\x00-?\x7f\s]|[@-~]|[{ORPHANS}])")
# none is shown, and a letter or sign that has no business there sets things right again
_RIGHTED = lazy(rf"(?P<mark>{_ANY_MARK})(?<={_HAN}{_ANY_MARK})(?=[^\x00-\u2e7f]{{0,8}}[@-~](?![A-Za-z0-9]))")
_COMMA_LEAD = 0xAC
_RIGHTING = lazy("[@-~]")
_SIGN = lazy("[@-~€]")


def rare_places(text: str) -> tuple[int, ...]:
    """Where rare characters stand."""
    rare = rare_in(alphabet(text))
    if not rare:
        return ()
    return tuple(match.start() for match in re.finditer(f"[{''.join(sorted(rare))}]", text))


def doubtful_stretches(text: str, rare: tuple[int, ...], options: MojibakeOptions) -> Iterator[Stretch]:
    """The marks that may be false, in order."""
    marks = {match.start("mark"): match.start() for match in _SHOWN.finditer(text)}
    righting = _RIGHTING.search(alphabet(text)) is not None
    hidden = [match.start("mark") for match in _RIGHTED.finditer(text)] if righting else []
    for mark in (*hidden, *_marks_before(text, rare, options)):
        marks.setdefault(mark, mark)
    for mark, start in sorted(marks.items()):
        if _may_be_false(text, mark):
            yield Stretch(start, mark, _before(text, start, options))


def _marks_before(text: str, rare: tuple[int, ...], options: MojibakeOptions) -> Iterator[int]:
    """The marks with several rare characters behind them, or with one and a sign that sets things right again."""
    last = -1
    for at, place in enumerate(rare):
        low = max(0, place - options.longest_run)
        mark = max((match.start() for match in _BOUNDARY.finditer(text, low, place)), default=-1)
        if mark in (-1, last) or text[mark].isspace() or text[mark].isdecimal():
            continue
        last = mark
        stop = _BOUNDARY.search(text, place, place + options.longest_run)
        end = stop.start() if stop else min(len(text), place + options.longest_run)
        several = at + 1 < len(rare) and rare[at + 1] < end
        if several or is_stray(text[place]) or _SIGN.search(text, place, end):
            yield mark


def _may_be_false(text: str, mark: int) -> bool:
    """Whether the first character behind a mark can end what began with the mark's own second byte.

    Behind a comma, AC, it hardly ever can: that row has characters with low second bytes only.
    """
    shown = text[mark + 1] if mark + 1 < len(text) else "\n"
    own = encoded(text[mark] if text[mark] in MARKS else chr(ord(text[mark]) + 0xFEE0))
    lead = own[1] if own else 0
    if "@" <= shown <= "~":
        return decoded(lead, ord(shown)) != ""
    pair = encoded(shown) if shown > "\x7f" else None
    return lead != _COMMA_LEAD or bool(pair and decoded(lead, pair[0]))


def _before(text: str, start: int, options: MojibakeOptions) -> str:
    """The last Chinese characters before a place, without annotations of how they are read."""
    kept: list[str] = []
    at = start
    low = max(0, start - options.context * 9)
    while at > low and len(kept) < options.context:
        opening = max(text.rfind("(", max(low, at - 8), at), text.rfind("（", max(low, at - 8), at))
        if text[at - 1] in ")）" and opening >= 0 and (match := PINYIN.match(text, opening)) and match.end() == at:
            at = opening
            continue
        if not is_han(text[at - 1]):
            break
        kept.append(text[at - 1])
        at -= 1
    return "".join(reversed(kept))
