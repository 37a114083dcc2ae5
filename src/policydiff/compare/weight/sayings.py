"""What the sentences of one side say: their words in standard form, and the references among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policydiff.compare.sides import Side
from policydiff.compare.weight.content import content
from policydiff.compare.weight.enumerations import in_old_order
from policydiff.compare.weight.names import with_whole_names
from policydiff.compare.weight.signals import is_plain
from policydiff.references import REFERENCE, Reference, masked
from policydiff.tokens import tokens

__all__ = ["MARKS", "Marks", "Saying", "Sayings", "marks_of"]

_RENAMED = 0xE100
"""What stands for a renamed thing in both texts, from here on; private to this module."""
MARKS = 0x100
"""So many names may have a mark."""
_PRIVATE = dict.fromkeys((ord(REFERENCE), *range(_RENAMED, _RENAMED + MARKS)))
_PRIVATE_ONE = re.compile(f"[{REFERENCE}{chr(_RENAMED)}-{chr(_RENAMED + MARKS - 1)}]")

Marks = tuple[tuple[str, str, str], ...]
"""Names, the longest first, each with the mark that stands for it and its counterpart, and the older of the two."""


def marks_of(names: Sequence[tuple[str, str]]) -> Marks:
    """One mark for each pair of an old and a new name."""
    marks = [(name, chr(_RENAMED + number), pair[0]) for number, pair in enumerate(names[:MARKS]) for name in pair]
    return tuple(sorted(marks, key=lambda mark: (-len(mark[0]), mark)))


@dataclass(frozen=True, slots=True)
class Saying:
    """Sentences as they are written, with marks for references, as their words, and the references in order."""

    text: str
    words: tuple[str, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Sayings:
    """Reads sentences of one side, by unit; what was read is kept."""

    side: Side
    marks: Marks
    known: dict[str, Saying] = field(default_factory=dict)

    def read(self, units: Sequence[str]) -> Saying:
        """What some sentences say, one after another."""
        found = [self._one(unit) for unit in units]
        if len(found) == 1:
            return found[0]
        words = tuple(word for one in found for word in one.words)
        text = "".join(one.text for one in found)
        return Saying(text, words, tuple(reference for one in found for reference in one.references))

    def reordered(self, units: Sequence[str], model: Saying) -> Saying:
        """What some sentences say, with the lists that `model` holds in another order put into that order."""
        saying = self.read(units)
        before, after = with_whole_names(tokens(model.text)), with_whole_names(tokens(saying.text))
        words = in_old_order(before, after, is_plain)
        return Saying(saying.text, content("".join(words), self._cut), saying.references)

    def words(self, unit: str) -> tuple[str, ...]:
        """The words of one sentence."""
        return self._one(unit).words

    def references(self, units: Sequence[str]) -> tuple[Reference, ...]:
        """The references of some sentences."""
        return tuple(one for unit in units for one in masked(self.text((unit,)), self.side.unit(unit).address)[1])

    def text(self, units: Sequence[str]) -> str:
        """The characters of some sentences; white space at the end says nothing."""
        return "".join(self.side.text(unit) for unit in units).rstrip()

    def named(self, units: Sequence[str]) -> str:
        """Sentences with the older name of whatever was renamed, so that a new name is not taken for a new organ."""
        older = {ord(mark): old for _, mark, old in self.marks}
        return "".join(self._marked(unit) for unit in units).translate(older)

    def as_written(self, organs: str, units: Sequence[str]) -> str:
        """Organs read in sentences by their older names, joined with 、, as these sentences name them.

        A name that stands in them keeps its words, and so does one that was put together from a list.
        """
        text = self.text(units)
        newer = {old: name for name, _, old in self.marks if name != old}
        found = []
        for organ in organs.split("、"):
            written = organ
            for old, new in newer.items():
                written = written.replace(old, new) if written not in text else written
            found.append(written)
        return "、".join(found)

    def _cut(self, text: str) -> tuple[str, ...]:
        return with_whole_names(self.side.words(text))

    def _one(self, unit: str) -> Saying:
        found = self.known.get(unit)
        if found is None:
            text, references = masked(self._marked(unit), self.side.unit(unit).address)
            found = self.known[unit] = Saying(text, content(text, self._cut), references)
        return found

    def _marked(self, unit: str) -> str:
        text = self.side.text(unit)
        if _PRIVATE_ONE.search(text):
            text = text.translate(_PRIVATE)
        for name, mark, _ in self.marks:
            text = text.replace(name, mark)
        return text
