"""What changed inside a sentence, as a person would mark it.

The words and whole figures that both texts share are found first.  What is left is then brought into the shape that a
reader expects, in four steps: an insertion goes to the border of its words and brackets, small words left standing
between replaced ones go with them, a word that the two sides of a replacement share is given back, and a sentence
that kept hardly anything is replaced as a whole.

All of it is done from the shorter text to the longer one, and turned round if need be: swapping the sides mirrors the
result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Indel

from policydiff.compare.figures.ranges import has_figure, with_parts
from policydiff.compare.options import CompareOptions
from policydiff.compare.texts.wording import border, common_ends, is_small
from policydiff.model import Op, Span
from policydiff.tokens import Cut, tokens

__all__ = ["LARGEST_TABLE", "difference"]

LARGEST_TABLE = 10**8
"""How many pairs of words (or sentences) are set against each other at most: at a bit each, some 12 MB.

Two sentences of 10,000 characters stay below it.  Beyond, clauses take the place of words.
"""
_CLAUSES = re.compile(r"[^，,；;。\n]*[，,；;。\n]?")
_FARTHEST_SLIDE = 64


class _Edit(NamedTuple):
    """A stretch of one text that became a stretch of the other; what lies between two edits is the same in both."""

    left: int
    left_end: int
    right: int
    right_end: int

    @property
    def replaces(self) -> bool:
        """Whether there is something on both sides."""
        return self.left < self.left_end and self.right < self.right_end

    @property
    def inserts(self) -> bool:
        """Whether nothing of the left text is gone."""
        return self.left == self.left_end

    def shifted(self, by: int) -> _Edit:
        """The edit some places on."""
        return _Edit(self.left + by, self.left_end + by, self.right + by, self.right_end + by)

    def up_to(self, other: _Edit) -> _Edit:
        """This edit, the one behind it and all between them as one."""
        return _Edit(self.left, other.left_end, self.right, other.right_end)

    def turned(self, left: int, right: int) -> _Edit:
        """The edit counted from the other end of texts this long."""
        return _Edit(left - self.left_end, left - self.left, right - self.right_end, right - self.right)

    def mirrored(self) -> _Edit:
        """The way back."""
        return _Edit(self.right, self.right_end, self.left, self.left_end)


def difference(
    old: str, left: Span, new: str, right: Span, options: CompareOptions, cut: tuple[Cut, Cut] = (tokens, tokens)
) -> tuple[Op, ...]:
    """How one stretch of text became another, by words and whole figures; `cut` tells the words of either side.

    Applying the operations to the old stretch gives the new one exactly.  A sentence that kept hardly any of its words
    is one replacement.
    """
    before, after = left.of(old), right.of(new)
    if before == after:
        return (Op("equal", left, right),) if before else ()
    if (len(before), before) <= (len(after), after):
        edits = _edits(before, after, options, cut)
    else:
        edits = [edit.mirrored() for edit in _edits(after, before, options, cut[::-1])]
    return tuple(_ops(edits, left, right))


def _edits(before: str, after: str, options: CompareOptions, cut: tuple[Cut, Cut]) -> list[_Edit]:
    """The edits over the characters of two texts that are not the same."""
    mine, theirs = _pieces(before, after, cut)
    ours, others = with_parts(mine), with_parts(theirs)
    found_ = dict.fromkeys(tuple(_touching(found)) for found in _readings(ours, others))
    slid = dict.fromkeys(tuple(_slid(found, ours, others)) for found in found_)
    readings = [_joined(_spelled(found, mine, theirs), before) for found in slid]
    found = max(readings, key=lambda edits: _kept(edits, before) - options.edit_worth * len(edits))
    if _kept(found, before) < options.replaced_floor * len(before):
        return [_Edit(0, len(before), 0, len(after))]
    return found


def _pieces(before: str, after: str, cut: tuple[Cut, Cut]) -> tuple[Sequence[str], Sequence[str]]:
    """What two texts are compared by: words, and in texts too long for these clauses, or else the whole."""
    if len(before) * len(after) <= LARGEST_TABLE:
        return cut[0](before), cut[1](after)
    pieces = [piece for piece in _CLAUSES.findall(before) if piece], [p for p in _CLAUSES.findall(after) if p]
    return pieces if len(pieces[0]) * len(pieces[1]) <= LARGEST_TABLE else ([before], [after])


def _readings(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[list[_Edit]]:
    """The ways to see what changed that share the most words: found from the front, and from the back.

    甲变更乙，丙变更 → 甲变更丙 can keep one 变更 or the other, and only what else is kept tells the better one.
    """
    for one, other, swapped in ((mine, theirs, False), (theirs, mine, True)):
        for step in (1, -1):
            codes = [code for code in Indel.opcodes(one[::step], other[::step]) if code.tag != "equal"]
            found = [_Edit(code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes]
            if step < 0:
                found = [edit.turned(len(one), len(other)) for edit in reversed(found)]
            yield [edit.mirrored() for edit in found] if swapped else found


def _kept(edits: Sequence[_Edit], text: str) -> int:
    """How many characters of the left text stay."""
    return len(text) - sum(edit.left_end - edit.left for edit in edits)


def _starts(pieces: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, pieces), initial=0))


def _touching(edits: Sequence[_Edit]) -> list[_Edit]:
    """Edits with nothing between them as one."""
    found: list[_Edit] = []
    for edit in edits:
        if found and found[-1].left_end == edit.left:
            found[-1] = found[-1].up_to(edit)
        else:
            found.append(edit)
    return found


def _slid(edits: Sequence[_Edit], mine: Sequence[str], theirs: Sequence[str]) -> list[_Edit]:
    """Each insertion or deletion at its best place, where the words around it leave a choice.

    甲、乙 → 甲、丙、乙 may insert 、丙 or 丙、 or, within a longer text, even half of each.  Where it can touch its
    neighbour, the two are one edit.
    """
    found: list[_Edit] = []
    for number, edit in enumerate(edits):
        if edit.replaces:
            found.append(edit)
            continue
        words, start, end = (theirs, edit.right, edit.right_end) if edit.inserts else (mine, edit.left, edit.left_end)
        low = (found[-1].right_end if edit.inserts else found[-1].left_end) if found else 0
        following = edits[number + 1] if number + 1 < len(edits) else None
        high = (following.right if edit.inserts else following.left) if following else len(words)
        back = forth = 0
        while back < _FARTHEST_SLIDE and start - back > low and words[start - back - 1] == words[end - back - 1]:
            back += 1
        while forth < _FARTHEST_SLIDE and end + forth < high and words[start + forth] == words[end + forth]:
            forth += 1
        if found and start - back == low:
            found[-1] = found[-1].up_to(edit.shifted(-back))
        elif following and end + forth == high:
            found.append(edit.shifted(forth))
        else:
            best = max(range(-back, forth + 1), key=lambda by: (border(words, start + by, end + by), -by))
            found.append(edit.shifted(best))
    return _touching(found)


def _spelled(edits: Sequence[_Edit], mine: Sequence[str], theirs: Sequence[str]) -> Iterator[_Edit]:
    """Edits over words as edits over characters.

    A replacement is left without the words that both its sides begin or end with: 办法 → 管理办法 inserts 管理.
    Figures stay whole: 三万元以下 → 三万元以上十万元以下 keeps no 三万元.
    """
    starts, others = _starts(mine), _starts(theirs)
    for edit in edits:
        head = tail = 0
        gone, come = mine[edit.left : edit.left_end], theirs[edit.right : edit.right_end]
        if edit.replaces and not (has_figure(gone) and has_figure(come)):
            head, tail = common_ends(gone, come)
        left, right = starts[edit.left] + head, others[edit.right] + head
        yield _Edit(left, starts[edit.left_end] - tail, right, others[edit.right_end] - tail)


def _joined(edits: Iterable[_Edit], text: str) -> list[_Edit]:
    """Edits with only a small word between them as one, where words are replaced on either side of it.

    Two insertions with a small word between them stay two: the sentence reads on through them.
    """
    found: list[_Edit] = []
    for edit in edits:
        if found and (found[-1].replaces or edit.replaces) and is_small(text[found[-1].left_end : edit.left]):
            found[-1] = found[-1].up_to(edit)
        else:
            found.append(edit)
    return found


def _ops(edits: Sequence[_Edit], left: Span, right: Span) -> Iterator[Op]:
    """Edits and all between them, over both texts from end to end."""
    here, there = left.start, right.start
    for edit in edits:
        gone = Span(left.start + edit.left, left.start + edit.left_end)
        come = Span(right.start + edit.right, right.start + edit.right_end)
        if gone.start > here:
            yield Op("equal", Span(here, gone.start), Span(there, come.start))
        yield Op("replace" if edit.replaces else "insert" if edit.inserts else "delete", gone, come)
        here, there = gone.end, come.end
    if here < left.end:
        yield Op("equal", Span(here, left.end), Span(there, right.end))
