"""How weighty a change is, told mechanically from the words that changed.

*format_only*: the texts are equal once width, white space, paragraph breaks, separating punctuation and the brackets of
item numbers are set aside; *reference_shift*: only the numbers of other articles changed, and with them the articles;
*editorial*: what is left differs in style only, or in a name that changed throughout; *substantive*: anything else.

What makes a change substantive is named by its signals; a change is substantive if and only if it has one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from policydiff.compare.effect import takes_effect
from policydiff.compare.options import CompareOptions
from policydiff.compare.replacing.replacements import Replacement
from policydiff.compare.sides import Side
from policydiff.compare.weight.content import bare, content
from policydiff.compare.weight.joining import Passage, passages
from policydiff.compare.weight.listing import is_set_otherwise
from policydiff.compare.weight.organs import exchanged, is_another
from policydiff.compare.weight.references import Targets, is_one_of
from policydiff.compare.weight.renaming import is_name, is_renamed
from policydiff.compare.weight.sayings import Marks, Sayings, marks_of
from policydiff.compare.weight.signals import NAMED, ORDER, Difference, differences, signals, words_of
from policydiff.model import ClauseChange, Signal, Substance, TermChange, Touch
from policydiff.references import REFERENCE, masked, refers
from policydiff.tokens import Cut

__all__ = ["Marks", "Verdict", "renamed", "verdict"]

_AS_LONG = 0.6
"""What says the same in other sentences has about as many characters."""
_NAMES_ONLY = frozenset({"actor", "scope"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The class of a change, what it touches, and by which words."""

    substance: Substance
    signals: tuple[Signal, ...] = ()
    touched: tuple[Touch, ...] = ()


def renamed(found: Iterable[Replacement], options: CompareOptions) -> Marks:
    """The replacements that only rename: kept to throughout, and touching no number, duty, condition or procedure.

    股东大会 → 股东会 renames; 核准 → 注册 is another procedure, however often it stands, and 企业 → 国有企业 covers
    fewer of them.
    """
    names = [
        (one.old, one.new)
        for one in found
        if one.gone >= options.renamed_share
        and is_name(one.old, one.new)
        and signals(differences(content(one.old), content(one.new))[0]) <= _NAMES_ONLY
    ]
    return marks_of(names)


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
    reader = _Reader(Sayings(old, marks), Sayings(new, marks), targets)
    if not figures and (before == after or bare(before) == bare(after)):
        strayed = reader.strayed(rows)
        if strayed:
            return Verdict("substantive", ("reference",), strayed)
        return Verdict("none" if before == after else "format_only")
    told, touched = reader.read(rows)
    told |= figures
    if told:
        in_order = sorted(touched, key=lambda touch: ORDER.index(touch.signal))
        return Verdict("substantive", tuple(one for one in ORDER if one in told), tuple(in_order))
    (mine, cited), (theirs, citing) = masked(before, None), masked(after, None)
    if bare(mine) == bare(theirs) and [one.numbers for one in cited] != [one.numbers for one in citing]:
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
    sides = ((old, row.old), (new, row.new))
    return all(unit is None or side.unit(unit).kind == "heading" for side, unit in sides)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Sets the sentences of both sides against each other."""

    old: Sayings
    new: Sayings
    targets: Targets

    def read(self, rows: Sequence[ClauseChange]) -> tuple[set[Signal], list[Touch]]:
        """What the changed sentences of a provision touch, and by which words."""
        told: set[Signal] = set()
        touched: dict[Touch, None] = {}
        if any(not row.elsewhere and not (row.old and row.new) for row in rows) and self._says_the_same(rows):
            return set(), []
        joined = self._passages(rows)
        shared = {row.elsewhere for row in rows if row.elsewhere} & {
            unit for row in rows for unit in (row.old, row.new)
        }
        for passage in joined:
            if shared & {*passage.old, *passage.new} and len(passage.old) == len(passage.new) == 1:
                continue  # two sentences put into one that says no more than both, or the reverse
            here, found = self._paired(passage)
            strayed = self._strayed(passage)
            told |= here | ({"reference"} if strayed else set())
            touched |= dict.fromkeys((*strayed, *self._touched(passage, here, found)))
        settled = {f"old {unit}" for one in joined for unit in one.old}
        settled |= {f"new {unit}" for one in joined for unit in one.new}
        gone = [self.old.words(row.old) for row in rows if row.old and f"old {row.old}" not in settled]
        come = [self.new.words(row.new) for row in rows if row.new and f"new {row.new}" not in settled]
        alone = [*(Difference(words, (), 0) for words in gone), *(Difference((), words, 0) for words in come)]
        if any(gone) or any(come):
            told |= signals(alone, whole=True)
            told |= {"removed"} if any(gone) else set()
            told |= {"added"} if any(come) else set()
        return told, list(touched)

    def strayed(self, rows: Sequence[ClauseChange]) -> tuple[Touch, ...]:
        """The references that reach another rule now, of sentences whose words stayed."""
        pairs = (Passage((row.old,), (row.new,)) for row in rows if row.old and row.new)
        return tuple(dict.fromkeys(touch for pair in pairs for touch in self._strayed(pair)))

    def _passages(self, rows: Sequence[ClauseChange]) -> list[Passage]:
        """What is set against each other: sentences that were paired, here or elsewhere, with what belongs to them."""
        pairs = [(row.old, row.new) for row in rows if row.old and row.new]
        before = self.old.side.sorted(row.old for row in rows if row.old)
        after = self.new.side.sorted(row.new for row in rows if row.new)
        alone = [row for row in rows if not (row.old and row.new) and not row.elsewhere]
        free = {f"old {row.old}" if row.old else f"new {row.new}" for row in alone}
        found = passages(pairs, before, after, free, (self.old.words, self.new.words))
        moved = ((row.old or row.elsewhere, row.new or row.elsewhere) for row in rows if row.elsewhere)
        return [*found, *(Passage((a,), (b,)) for a, b in moved if a and b)]

    def _touched(self, passage: Passage, told: Collection[Signal], found: Sequence[Difference]) -> Iterator[Touch]:
        """The modals and negations that changed in a sentence, and the organs."""
        kinds = [kind for kind in NAMED if kind in told]
        for one in found:
            for kind in kinds:
                gone, come = words_of(kind, one.gone), words_of(kind, one.come)
                if gone != come:
                    yield Touch(kind, "、".join(gone), "、".join(come))
        if "actor" in told:
            gone_, come_ = exchanged(self.old.named(passage.old), self.new.named(passage.new), self._cut)
            if is_another(gone_, come_):
                yield Touch("actor", gone_, self.new.as_written(come_, passage.new))

    def _strayed(self, passage: Passage) -> tuple[Touch, ...]:
        if not refers(self.old.text(passage.old)):
            return ()
        before, after = self.old.references(passage.old), self.new.references(passage.new)
        if [one.text for one in before] != [one.text for one in after]:
            return ()
        found = (self.targets.strayed(one, other) for one, other in zip(before, after, strict=True))
        return tuple(Touch("reference", due, now) for due, now in filter(None, found))

    def _paired(self, passage: Passage) -> tuple[set[Signal], tuple[Difference, ...]]:
        if self.old.text(passage.old) == self.new.text(passage.new):
            return set(), ()
        found, lost = self._differences(passage)
        told = signals(found)
        if told and told <= _NAMES_ONLY and self._only_renamed(passage, found):
            told = set()
        told |= lost
        return told | ({"date"} if self._takes_effect_otherwise(passage) else set()), found

    def _takes_effect_otherwise(self, passage: Passage) -> bool:
        """发布之日起 → 发布之日起30日后: the text binds from another day on, though no date is named."""
        before, after = takes_effect(self.old.text(passage.old)), takes_effect(self.new.text(passage.new))
        return bool(before and after) and content(before) != content(after)

    def _only_renamed(self, passage: Passage, found: Sequence[Difference]) -> bool:
        """Whether an organ only bears another name: the old name is gone from the text, the new one is new in it."""
        before, after = exchanged(self.old.text(passage.old), self.new.text(passage.new), self._cut)
        if len(found) != 1 or not is_renamed(before, after):
            return False
        old, new = self.old.side.document(passage.old[0]), self.new.side.document(passage.new[0])
        return before not in new.text and after not in old.text

    def _differences(self, passage: Passage) -> tuple[tuple[Difference, ...], set[Signal]]:
        """Where two passages differ in meaning, and what changed about the references that both have."""
        before, after = self.old.read(passage.old), self.new.read(passage.new)
        found, same = differences(before.words, after.words)
        if len(found) > 1 or (found and found[0].gone and found[0].come):
            written, after = after, self.new.reordered(passage.new, before)
            if written.words != after.words:
                found, same = differences(before.words, after.words)
        mine, theirs = _numbered(before.words), _numbered(after.words)
        pairs = [
            (before.references[mine[i]], after.references[theirs[j]]) for i, j in same if before.words[i] == REFERENCE
        ]
        lost: set[Signal] = {"condition"} if any(is_one_of(*pair) for pair in pairs) else set()
        lost |= set() if all(self.targets.agree(*pair) for pair in pairs) else {"reference"}
        return found, lost

    def _says_the_same(self, rows: Sequence[ClauseChange]) -> bool:
        """Whether a provision was only cut into other sentences."""
        before, after = [row.old for row in rows if row.old], [row.new for row in rows if row.new]
        sizes = len(self.old.text(before)), len(self.new.text(after))
        before, after = self._between_same(before, sorted(after, key=self.new.side.order.__getitem__))
        if self._references_part(before, after):
            return False
        if is_set_otherwise(self.old.text(before), self.new.text(after)):
            return True
        if min(sizes) < _AS_LONG * max(sizes):
            return False
        mine, theirs = _characters(before, self.old), _characters(after, self.new)
        return all(one == other for one, other in zip_longest(mine, theirs))

    def _references_part(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether a reference among these sentences reaches something else than before, or one of what it reached."""
        if not any(refers(self.old.text((unit,))) for unit in before):
            return False
        pairs = zip(self.old.references(before), self.new.references(after), strict=False)
        return any(is_one_of(one, other) or not self.targets.agree(one, other) for one, other in pairs)

    def _between_same(self, before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
        """The sentences without those that both sides begin and end with, word for word."""
        old, new = [self.old.side.text(unit) for unit in before], [self.new.side.text(unit) for unit in after]
        longest = min(len(old), len(new))
        head = next((at for at in range(longest) if old[at] != new[at]), longest)
        tail = next((at for at in range(longest - head) if old[-1 - at] != new[-1 - at]), longest - head)
        return before[head : len(before) - tail], after[head : len(after) - tail]

    @property
    def _cut(self) -> tuple[Cut, Cut]:
        return self.old.side.words, self.new.side.words


def _characters(units: Sequence[str], sayings: Sayings) -> Iterator[str]:
    """What sentences say, one after another; nothing is read that nobody asks for."""
    return (character for unit in units for word in sayings.words(unit) for character in word)


def _numbered(words: Sequence[str]) -> dict[int, int]:
    """Which reference, of all in a sentence, each mark of one stands for."""
    return {at: number for number, at in enumerate(i for i, word in enumerate(words) if word == REFERENCE)}
