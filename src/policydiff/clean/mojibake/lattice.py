"""The readings of a stretch that is read one byte late, and the likeliest among them.

Every reading is a path: first the characters before the false mark, then the one whose first byte was orphaned, then
for each character shown the true one that ends with its first byte, and what follows where things are right again.
Where a pair of bytes was dropped, or the last byte is lost, a path forks.  The dictionary's words lie over the paths
as edges, and the cheapest few ways to each place are kept.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from policydiff.clean.mojibake.gbk import EURO, MARKS, ORPHANS, TRAILS, decoded, encoded
from policydiff.clean.mojibake.language import LONGEST_WORD, Language, is_han
from policydiff.clean.mojibake.options import MojibakeOptions
from policydiff.fold import fold
from policydiff.patterns import lazy

__all__ = ["PINYIN", "Effort", "Reading", "Stretch", "readings"]

PINYIN = lazy(r"[(（]?(?P<syllable>[a-zü\u00e0-\u00fc\u0101-\u01dc\u0261]{1,6})[)）]")
"""A syllable in brackets behind a character, 內(nèi); the opening one may have been swallowed."""

_SIGNS = frozenset("。、《》“”（）")
_ASCII_MARKS = frozenset(fold(MARKS))
_MARK_PAIRS = {fold(mark): encoded(mark) for mark in MARKS}


@dataclass(slots=True)
class Effort:
    """How many steps may still be taken; one account for all stretches of a text."""

    left: int

    def spend(self) -> None:
        """Take one step; raises _SpentError where none is left."""
        self.left -= 1
        if self.left < 0:
            raise _SpentError


class _SpentError(Exception):
    """No more steps."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A mark that may be false: its place, and where the orphan before it is shown, and what the page says before it.

    `before` is the words before it, without annotations; `traditional` is the script of the page.
    """

    start: int
    mark: int
    before: str
    traditional: bool = False

    @property
    def shown(self) -> bool:
        """Whether the orphaned byte left a sign."""
        return self.start < self.mark


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a stretch: its true text, up to `end` of the page, and what that rests on.

    `gaps` counts the pairs of bytes that were dropped; `lost` says that the last byte is; `spelled` that it is, too,
    but follows from the syllable that the page sets behind the character.
    """

    text: str
    end: int
    cost: float
    gaps: int = 0
    lost: bool = False
    spelled: bool = False


# A place on the way: (phase, how many characters of the page are read, gaps so far, the byte before, where it ended).
_Place = tuple[int, int, int, int, int]
_Level = tuple[int, int, int]
_BEFORE, _LATE, _LETTER, _AFTER, _DONE = range(5)
_PLAIN, _LOST, _BRACKET = 0, 1, 2


def readings(
    text: str, stretch: Stretch, language: Language, options: MojibakeOptions, effort: Effort, gaps: int
) -> list[Reading]:
    """The likeliest readings of a stretch, best first; none where there is none or the effort is spent."""
    try:
        return _Search(text, stretch, language, options, effort, gaps).run()
    except _SpentError:
        return []


@dataclass(slots=True)
class _Search:
    text: str
    stretch: Stretch
    language: Language
    options: MojibakeOptions
    effort: Effort
    gaps: int
    usual: dict[str, bool] = field(default_factory=dict)
    steps: dict[_Place, tuple[tuple[str, _Place], ...]] = field(default_factory=dict)

    def run(self) -> list[Reading]:
        """Walk the levels in order: all ways to a place are known when its level is reached."""
        levels: dict[_Level, dict[_Place, dict[str, float]]] = {(_BEFORE, 0, 0): {(_BEFORE, 0, 0, 0, 0): {"": 0.0}}}
        queue = list(levels)
        found: list[Reading] = []
        while queue:
            for place, ways in self._cheapest(levels.pop(heapq.heappop(queue))):
                if place[0] == _DONE:
                    found += [self._reading(place, text, cost) for text, cost in ways]
                    continue
                for chars, cost, after in self._words(place):
                    level = after[:3]
                    if level not in levels:
                        levels[level] = {}
                        heapq.heappush(queue, level)
                    there = levels[level].setdefault(after, {})
                    for so_far, spent in ways:
                        longer = so_far + chars
                        there[longer] = min(there.get(longer, math.inf), spent + cost)
        return sorted(found, key=lambda reading: (reading.cost, reading.text))

    def _cheapest(self, places: dict[_Place, dict[str, float]]) -> list[tuple[_Place, list[tuple[str, float]]]]:
        """The cheapest places of a level, each with the cheapest ways to it."""
        ranked = [(min(ways.values()), place) for place, ways in places.items()]
        kept = heapq.nsmallest(self.options.breadth, ranked)
        return [
            (place, heapq.nsmallest(self.options.best, places[place].items(), key=lambda way: (way[1], way[0])))
            for cost, place in kept
            if cost <= kept[0][0] + self.options.pruning
        ]

    def _reading(self, place: _Place, chars: str, cost: float) -> Reading:
        _, read, gaps, kind, end = place
        cost += gaps * self.options.gap_cost
        text = chars[len(self.stretch.before) : len(chars) - (read - end)]
        return Reading(text, end, cost, gaps, kind == _LOST, kind == _BRACKET)

    def _words(self, place: _Place) -> Iterator[tuple[str, float, _Place]]:
        """The words that start at a place, with their costs and where they lead."""
        language = self.language
        open_ways = [("", "", 0.0, place)]
        while open_ways:
            chars, plain, script, at = open_ways.pop()
            if at not in self.steps:
                self.steps[at] = tuple(self._steps(at))
            for char, after in self.steps[at]:
                self.effort.spend()
                longer, key = chars + char, plain + language.simplified.get(char, char)
                lone = not chars and is_han(char) and self._is_guess(at, after)
                alien = script + (language.script_cost(char, self.stretch.traditional) if at[0] == _LATE else 0.0)
                cost = language.words.get(key) if chars else self._single(char)
                if cost is not None:
                    yield longer, cost + alien + lone * self.options.lone_orphan, after
                if char and len(key) < LONGEST_WORD and (len(key) == 1 or key in language.beginnings):
                    open_ways.append((longer, key, alien, after))

    def _is_guess(self, at: _Place, after: _Place) -> bool:
        """Whether a character rests on no byte but its first or its second."""
        orphan = at[0] == _BEFORE and after[0] == _LATE
        dropped = at[0] == _LATE and after[2] > at[2]
        lost = at[0] == _LATE and after[0] == _AFTER and after[3] == _LOST
        return orphan or dropped or lost

    def _single(self, char: str) -> float | None:
        return self.language.single(char) if char else 0.0

    def _steps(self, place: _Place) -> Iterator[tuple[str, _Place]]:
        """The characters that may stand at a place, and the places behind them."""
        phase, at, gaps, byte, end = place
        before = self.stretch.before
        if phase == _BEFORE and at < len(before):
            yield before[at], (_BEFORE, at + 1, 0, 0, 0)
        elif phase == _BEFORE:
            pair = _MARK_PAIRS[fold(self.text[self.stretch.mark])]
            for lead in TRAILS:
                if pair and (char := decoded(lead, pair[0])):
                    yield char, (_LATE, self.stretch.mark + 1, 0, pair[1], 0)
        elif phase == _LATE:
            yield from self._late(at, gaps, byte)
        elif phase == _LETTER:  # an ASCII letter that was taken for the second half of a character
            yield chr(byte), (_AFTER, at, gaps, _PLAIN, at)
        elif at < len(self.text) and at - end < self.options.context and is_han(self.text[at]):
            yield self.text[at], (_AFTER, at + 1, gaps, byte, end)
        else:
            yield "", (_DONE, at, gaps, byte, end)

    def _late(self, at: int, gaps: int, lead: int) -> Iterator[tuple[str, _Place]]:
        shown = self.text[at] if at < len(self.text) else "\n"
        if at - self.stretch.mark <= self.options.longest_reading:
            yield from self._next(shown, at, gaps, lead)
            if gaps < self.gaps:
                yield from self._dropped(shown, at, gaps, lead)
        yield from self._end(shown, at, gaps, lead)

    def _next(self, shown: str, at: int, gaps: int, lead: int) -> Iterator[tuple[str, _Place]]:
        """The character whose second byte is the first of what is shown."""
        if "@" <= shown <= "~" or shown == "€":
            if char := decoded(lead, EURO if shown == "€" else ord(shown)):
                yield char, (_AFTER, at + 1, gaps, _PLAIN, at + 1)
            return
        pair = _MARK_PAIRS.get(fold(shown)) or (encoded(shown) if shown > "\x7f" else None)
        char = decoded(lead, pair[0]) if pair else ""
        if pair and char:
            if pair[1] > EURO:
                yield char, (_LATE, at + 1, gaps, pair[1], 0)
            elif pair[1] < EURO:
                yield char, (_LETTER, at + 1, gaps, pair[1], 0)

    def _dropped(self, shown: str, at: int, gaps: int, lead: int) -> Iterator[tuple[str, _Place]]:
        """The character that a dropped pair of bytes took its second byte from."""
        behind = at + 1 if shown in ORPHANS else at
        follower = self.text[behind] if behind < len(self.text) else "\n"
        for trail, leads in _holes():
            char = decoded(lead, trail)
            if char and self._usual(char):
                for after in leads:
                    if self._goes_on(after, follower):
                        yield char, (_LATE, behind, gaps + 1, after, 0)

    def _goes_on(self, lead: int, shown: str) -> bool:
        """Whether a usual character has this first byte and ends with what is shown next; true where nothing says."""
        if "@" <= shown <= "~":
            return self._usual(decoded(lead, ord(shown)))
        pair = _MARK_PAIRS.get(fold(shown)) or (encoded(shown) if shown > "\x7f" else None)
        return not pair or fold(shown) in _ASCII_MARKS or self._usual(decoded(lead, pair[0]))

    def _usual(self, char: str) -> bool:
        known = self.usual.get(char)
        if known is None:
            known = (
                bool(char)
                and (char in _SIGNS or self.language.frequency(char) >= self.options.gap_frequency)
                and not self.language.script_cost(char, self.stretch.traditional)
            )
            self.usual[char] = known
        return known

    def _end(self, shown: str, at: int, gaps: int, lead: int) -> Iterator[tuple[str, _Place]]:
        """The character whose second byte is lost, where the page is right again behind it."""
        syllable = None
        if self.stretch.shown:
            if shown not in ORPHANS:
                return
            at += 1
            shown = self.text[at] if at < len(self.text) else "\n"
            syllable = PINYIN.match(self.text, at)
            if not syllable and shown not in MARKS and shown not in _ASCII_MARKS and not shown.isspace():
                return  # whatever stood between, a figure perhaps, is gone with the byte
        elif shown > "\x7f" and shown not in MARKS:
            return
        for trail in TRAILS:
            char = decoded(lead, trail)
            if not char:
                continue
            if syllable is None:
                if self._usual(char):
                    yield char, (_AFTER, at, gaps, _LOST, at)
            elif syllable["syllable"] in _sounds(char):
                swallowed = shown not in "(（"
                yield char + "(" * swallowed, (_AFTER, at, gaps, _BRACKET, at)


@cache
def _holes() -> tuple[tuple[int, tuple[int, ...]], ...]:
    """The pairs of bytes that are no character of GBK, by their first byte."""
    return tuple(
        (first, seconds)
        for first in TRAILS
        if (seconds := tuple(second for second in TRAILS if not decoded(first, second)))
    )


@cache
def _sounds(char: str) -> frozenset[str]:
    """How a character is read, with the marks of its tones."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - its tables are large, and hardly any page asks for them

    return frozenset(
        sound for word in pinyin(char, style=Style.TONE, heteronym=True, errors="ignore") for sound in word
    )
