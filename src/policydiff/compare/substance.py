"""How weighty a change is, told mechanically from the words that changed.

*format_only*: the texts are equal once width, white space, paragraph breaks, separating punctuation and the brackets of
item numbers are set aside; *reference_shift*: only the numbers of other articles changed, and with them the articles;
*editorial*: what is left differs in style only, or in a name that changed throughout; *substantive*: anything else.

What makes a change substantive is named by its signals; a change is substantive if and only if it has one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from policydiff.compare.content import bare, content
from policydiff.compare.options import CompareOptions
from policydiff.compare.organs import Cut, exchanged, is_another, is_renamed
from policydiff.compare.references import REFERENCE, Reference, Targets, masked
from policydiff.compare.replacements import Replacement
from policydiff.compare.sides import Side
from policydiff.compare.signals import NAMED, ORDER, Difference, differences, signals, words_of
from policydiff.model import ClauseChange, Signal, Substance, TermChange, Touch

__all__ = ["Marks", "Verdict", "renamed", "verdict"]

_RENAMED = 0xE100
"""What stands for a renamed thing in both texts, from here on; private to this module."""
_NAMES = 0x100
_AS_LONG = 0.6
"""What says the same in other sentences has about as many characters."""
_PRIVATE = dict.fromkeys((ord(REFERENCE), *range(_RENAMED, _RENAMED + _NAMES)))
_PRIVATE_ONE = re.compile(f"[{REFERENCE}{chr(_RENAMED)}-{chr(_RENAMED + _NAMES - 1)}]")
_NAMES_ONLY = frozenset({"actor", "scope"})

Marks = tuple[tuple[str, str, str], ...]
"""Names, the longest first, each with the mark that stands for it and its counterpart, and the older of the two."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The class of a change, what it touches, and by which words."""

    substance: Substance
    signals: tuple[Signal, ...] = ()
    touched: tuple[Touch, ...] = ()


def renamed(found: Iterable[Replacement], options: CompareOptions) -> Marks:
    """The replacements that only rename: kept to throughout, and touching no number, duty, condition or procedure.

    股东大会 → 股东会 renames; 核准 → 注册 is another procedure, however often it stands.
    """
    names = [
        (one.old, one.new)
        for one in found
        if one.gone >= options.renamed_share
        and signals(differences(content(one.old), content(one.new))[0]) <= _NAMES_ONLY
    ]
    marks = [(name, chr(_RENAMED + number), pair[0]) for number, pair in enumerate(names[:_NAMES]) for name in pair]
    return tuple(sorted(marks, key=lambda mark: (-len(mark[0]), mark)))


def verdict(
    clauses: Sequence[ClauseChange],
    terms: Sequence[TermChange],
    targets: Targets,
    marks: Marks = (),
) -> Verdict:
    """Classify what became of a group of full provisions; `marks` stand for what was renamed throughout."""
    old, new = targets.old, targets.new
    rows = [row for row in clauses if not _is_heading(row, old, new)]
    figures = _figures(terms)
    before = "".join(old.text(row.old) for row in rows if row.old).rstrip()
    after = "".join(_in_new_order(rows, new)).rstrip()  # a line end behind the last word says nothing
    if not figures:
        if before == after:
            return Verdict("none")
        if bare(before) == bare(after):
            return Verdict("format_only")
    reader = _Reader(old, new, targets, marks)
    told, touched = reader.read(rows)
    told |= figures
    if told:
        in_order = sorted(touched, key=lambda touch: ORDER.index(touch.signal))
        return Verdict("substantive", tuple(one for one in ORDER if one in told), tuple(in_order))
    if bare(masked(before, None)[0]) == bare(masked(after, None)[0]):
        return Verdict("reference_shift")
    return Verdict("editorial")


def _figures(terms: Sequence[TermChange]) -> set[Signal]:
    told: set[Signal] = set()
    for change in terms:
        if change.direction != "unchanged" or change.changed:
            told.add("number")
            if any(term.role == "penalty" for term in (*change.old, *change.new)):
                told.add("penalty")
    return told


def _in_new_order(rows: Sequence[ClauseChange], new: Side) -> list[str]:
    return [new.text(unit) for unit in sorted((row.new for row in rows if row.new), key=new.order.__getitem__)]


def _is_heading(row: ClauseChange, old: Side, new: Side) -> bool:
    kinds = [side.unit(unit).kind for side, unit in ((old, row.old), (new, row.new)) if unit]
    return all(kind == "heading" for kind in kinds)


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence as its words, and the references among them in order."""

    words: tuple[str, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the sentences of both sides for what they say; what was read is kept, by side and unit."""

    old: Side
    new: Side
    targets: Targets
    marks: Marks
    known: dict[tuple[bool, str], _Read] = field(default_factory=dict)

    def read(self, rows: Sequence[ClauseChange]) -> tuple[set[Signal], list[Touch]]:
        """What the changed sentences of a provision touch, and by which words."""
        told: set[Signal] = set()
        touched: dict[Touch, None] = {}
        alone: list[Difference] = []
        if any(not row.elsewhere and not (row.old and row.new) for row in rows) and self._says_the_same(rows):
            return set(), []
        for row in rows:
            before, after = row.old or (row.new and row.elsewhere), row.new or (row.old and row.elsewhere)
            if before and after:
                here, found = self._paired(before, after)
                told |= here
                touched |= dict.fromkeys(self._touched(before, after, here, found))
            else:
                alone.append(Difference(self._words(row.old, self.old), self._words(row.new, self.new), 0))
        if any(one.gone or one.come for one in alone):
            told |= signals(alone, whole=True)
            told |= {"removed"} if any(one.gone for one in alone) else set()
            told |= {"added"} if any(one.come for one in alone) else set()
        return told, list(touched)

    def _touched(self, old: str, new: str, told: Collection[Signal], found: Sequence[Difference]) -> Iterator[Touch]:
        """The modals and negations that changed in a sentence, and the organs."""
        for one in found:
            for kind in NAMED:
                gone, come = words_of(kind, one.gone), words_of(kind, one.come)
                if kind in told and gone != come:
                    yield Touch(kind, "、".join(gone), "、".join(come))
        if "actor" in told:
            gone_, come_ = exchanged(self._named(old, self.old), self._named(new, self.new), self._cut)
            if is_another(gone_, come_):
                yield Touch("actor", gone_, come_)

    def _paired(self, old: str, new: str) -> tuple[set[Signal], tuple[Difference, ...]]:
        if self._text(old, self.old) == self._text(new, self.new):
            return set(), ()
        found, lost = self._differences(old, new)
        told = signals(found)
        if told and told <= _NAMES_ONLY and self._only_renamed(old, new, found):
            told = set()
        return told | ({"reference"} if lost else set()), found

    def _only_renamed(self, old: str, new: str, found: Sequence[Difference]) -> bool:
        """Whether an organ only bears another name: the old name is gone from the text, the new one is new in it."""
        before, after = exchanged(self._text(old, self.old), self._text(new, self.new), self._cut)
        if len(found) != 1 or not is_renamed(before, after):
            return False
        return before not in self.new.document(new).text and after not in self.old.document(old).text

    def _differences(self, old: str, new: str) -> tuple[tuple[Difference, ...], bool]:
        """Where two sentences differ in meaning, and whether a reference reaches something else than before."""
        before, after = self._read(old, self.old), self._read(new, self.new)
        found, same = differences(before.words, after.words)
        mine, theirs = _numbered(before.words), _numbered(after.words)
        lost = any(
            not self.targets.agree(before.references[mine[i]], after.references[theirs[j]])
            for i, j in same
            if before.words[i] == REFERENCE
        )
        return found, lost

    def _says_the_same(self, rows: Sequence[ClauseChange]) -> bool:
        """Whether a provision was only cut into other sentences."""
        sizes = [sum(len(self._text(unit, side)) for unit in ids if unit) for side, ids in self._sides(rows)]
        if min(sizes) < _AS_LONG * max(sizes):
            return False
        in_order = sorted((row.new for row in rows if row.new), key=self.new.order.__getitem__)
        before, after = self._between_same([row.old for row in rows if row.old], in_order)
        mine, theirs = self._characters(before, self.old), self._characters(after, self.new)
        return all(one == other for one, other in zip_longest(mine, theirs))

    def _characters(self, units: Sequence[str], side: Side) -> Iterator[str]:
        """What sentences say, one after another; nothing is read that nobody asks for."""
        return (character for unit in units for word in self._words(unit, side) for character in word)

    def _between_same(self, before: Sequence[str], after: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
        """The sentences without those that both sides begin and end with, word for word."""
        old, new = [self.old.text(unit) for unit in before], [self.new.text(unit) for unit in after]
        longest = min(len(old), len(new))
        head = next((at for at in range(longest) if old[at] != new[at]), longest)
        tail = next((at for at in range(longest - head) if old[-1 - at] != new[-1 - at]), longest - head)
        return before[head : len(before) - tail], after[head : len(after) - tail]

    def _words(self, unit: str | None, side: Side) -> tuple[str, ...]:
        return self._read(unit, side).words if unit else ()

    def _read(self, unit: str, side: Side) -> _Read:
        found = self.known.get((side is self.old, unit))
        if found is None:
            text, references = masked(self._marked(unit, side), side.unit(unit).address)
            found = self.known[side is self.old, unit] = _Read(content(text, side.words), references)
        return found

    def _marked(self, unit: str, side: Side) -> str:
        text = side.text(unit)
        if _PRIVATE_ONE.search(text):
            text = text.translate(_PRIVATE)
        for name, mark, _ in self.marks:
            text = text.replace(name, mark)
        return text

    def _named(self, unit: str, side: Side) -> str:
        """A sentence with the older name of whatever was renamed, so that a new name is not taken for a new organ."""
        return self._marked(unit, side).translate({ord(mark): older for _, mark, older in self.marks})

    @property
    def _cut(self) -> tuple[Cut, Cut]:
        return self.old.words, self.new.words

    def _sides(self, rows: Sequence[ClauseChange]) -> tuple[tuple[Side, list[str | None]], ...]:
        return (self.old, [row.old for row in rows]), (self.new, [row.new for row in rows])

    @staticmethod
    def _text(unit: str, side: Side) -> str:
        return side.text(unit).rstrip()


def _numbered(words: Sequence[str]) -> dict[int, int]:
    """Which reference, of all in a sentence, each mark of one stands for."""
    return {at: number for number, at in enumerate(i for i, word in enumerate(words) if word == REFERENCE)}
