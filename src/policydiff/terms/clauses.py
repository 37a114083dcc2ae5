"""Sentences and clauses of a view: where the words stand that say what a figure is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from policydiff.patterns import lazy
from policydiff.terms.bounds import Reading

__all__ = ["Clauses", "Setting"]

_SENTENCE = lazy(r"[。;!?\n]")
_CLAUSE = lazy(r"[。;!?\n,:]")
_INTRODUCES = lazy(
    "(?<![面针应比校核绝相反派成])对(?![外接应象标口比照齐称立抗策话付])|按照?(?!时|期|规定)|支持(?!额度|资金|期)|鼓励|给予|设立|安排|"
    "遴选|评选|推动|打造|建设|引进|培育|处(?=[^理])|达到?|规模|每[个家年名人]|单个|同一"
)
_WINDOW = 160
_THEN = 40
_CONTEXT = 300  # a table run together into one sentence may be as long as the document


@dataclass(frozen=True, slots=True)
class Setting:
    """A reading with its surroundings in the view.

    `context` is the stretch it speaks about; `lead` the words of its sentence before it, `clause` those of its own
    clause, `rest` the words of its clause after it, `quoted` the words of the reading itself.  All are
    cut to a fixed reach, so that reading stays linear.
    """

    reading: Reading
    context: tuple[int, int]
    lead: str
    clause: str
    rest: str
    then: str
    quoted: str


class Clauses:
    """The boundaries of one view, found once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentences = [match.end() for match in _SENTENCE.finditer(text)]
        self._clauses = [match.end() for match in _CLAUSE.finditer(text)]

    def settings(self, readings: list[Reading]) -> list[Setting]:
        """The setting of every reading, in order."""
        settings: list[Setting] = []
        for reading in readings:
            settings.append(self._setting(reading, settings[-1] if settings else None))
        return settings

    def _setting(self, reading: Reading, before: Setting | None) -> Setting:
        text = self._text
        sentence, clause = self._start(self._sentences, reading.start), self._start(self._clauses, reading.start)
        begin = max(sentence, reading.start - _CONTEXT)
        if before is not None and before.reading.end > sentence:
            begin = before.context[0] if before.reading.end > clause else max(begin, before.context[1])
            if begin != before.context[0]:
                begin = self._introduced(begin, reading, before)
        end = self._end(self._clauses, reading.end)
        opened = self._start(self._clauses, reading.change[0]) if reading.change else clause
        lead, own = self._words(reading, sentence), self._words(reading, min(clause, opened))
        begin = max(self._past_comma(begin), reading.start - _CONTEXT)
        return Setting(
            reading=reading,
            context=(min(begin, reading.start), min(max(end, reading.end), reading.end + _CONTEXT)),
            lead=lead,
            clause=own,
            rest=text[reading.end : min(end, reading.end + _WINDOW)],
            then=text[end + 1 : end + 1 + _THEN] if text[end : end + 1] == "," else "",
            quoted=text[reading.start : reading.end],
        )

    def _words(self, reading: Reading, since: int) -> str:
        """The words from there to the reading, or to 由 and then to the figure that it replaces."""
        if reading.change is None:
            return self._text[max(since, reading.start - _WINDOW) : reading.start]
        cut, resumed, at = reading.change
        return self._text[max(min(since, cut), cut - _WINDOW) : cut] + self._text[resumed:at]

    def _introduced(self, begin: int, reading: Reading, before: Setting) -> int:
        """A clause that names nothing itself (补助期限不超过三年) speaks of what the figure before it does."""
        return begin if _INTRODUCES.search(self._text, begin, reading.core) else before.context[0]

    def _past_comma(self, at: int) -> int:
        while at < len(self._text) and self._text[at] in ",: \n”’)":
            at += 1
        return at

    @staticmethod
    def _start(marks: list[int], at: int) -> int:
        index = bisect_right(marks, at) - 1
        return marks[index] if index >= 0 else 0

    def _end(self, marks: list[int], at: int) -> int:
        index = bisect_left(marks, at + 1)
        return marks[index] - 1 if index < len(marks) else len(self._text)
