"""The steps from one text to another in the shape that word processors accept and undo without a fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

__all__ = ["Step", "exchanged", "settled"]

Step = tuple[Literal["equal", "delete", "insert"], str]
_Part = list[Step]


def exchanged(old: str, new: str) -> Iterator[Step]:
    """One stretch in place of another; the end of a line that both end with stays."""
    end = "\n" if old.endswith("\n") and new.endswith("\n") else ""
    yield "delete", old[: len(old) - len(end)]
    yield "insert", new[: len(new) - len(end)]
    yield "equal", end


def settled(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The same texts by other steps: neighbours of one kind joined, and the ends of lines never left ambiguous.

    Two things that some programs cannot tell apart are avoided.  An inserted end of a line right before a deleted one:
    what is deleted comes first.  And a change at the end of a line with one of its kind at the beginning of the next:
    the end of the line between them is made part of the change.
    """
    found: _Part = []
    for equal, group in groupby(_joined(steps), key=lambda step: step[0] == "equal"):
        part = list(group)
        if equal:
            found += part
            continue
        if _within(found) or any(kind == "insert" and not text.endswith("\n") for kind, text in part[:-1]):
            part = list(_sorted(part, within=_within(found)))
        while len(found) > 1 and found[-1] == ("equal", "\n") and found[-2][0] == part[0][0]:
            found, part = _bridged(found[:-1], part)
        found += part
    return tuple(_joined(found))


def _within(found: _Part) -> bool:
    """Whether the steps so far end within a line."""
    return bool(found) and not found[-1][1].endswith("\n")


def _sorted(part: _Part, *, within: bool) -> Iterator[Step]:
    """A change with what is deleted first, and with the end of its first line in place where it began within one."""
    cut, put = _sides(part)
    if within and "\n" in cut and "\n" in put:
        line, rest = cut.split("\n", 1)
        other, others = put.split("\n", 1)
        first, second = (list(_some(exchanged(*sides))) for sides in ((f"{line}\n", f"{other}\n"), (rest, others)))
        if not second or len(first) == 1 or first[-2][0] != second[0][0]:
            yield from (*first, *second)
            return
    yield from _some(exchanged(cut, put))


def _bridged(found: _Part, part: _Part) -> tuple[_Part, _Part]:
    """Two changes with only the end of a line between them as one: it comes behind both where that says the same."""
    before: _Part = []
    while found and found[-1][0] != "equal":
        before.insert(0, found.pop())
    first, second = _sides(before), _sides(part)
    tail = part[-1][1] if part[-1][0] == "equal" else ""
    if tail:
        cut, put = (f"{a}\n{b}" for a, b in zip(first, second, strict=True))
    elif all(text.endswith("\n") or not text for text in second):
        cut, put = (f"{a}\n{b[:-1]}" if b else a for a, b in zip(first, second, strict=True))
        tail = "\n"
    else:
        cut, put = (f"{a}\n{b}" for a, b in zip(first, second, strict=True))
    made: _Part = [("delete", cut), ("insert", put), ("equal", tail)]
    return found, list(_some(made))


def _sides(part: Iterable[Step]) -> tuple[str, str]:
    steps = list(part)
    cut, put = ("".join(text for kind, text in steps if kind == wanted) for wanted in ("delete", "insert"))
    return cut, put


def _some(steps: Iterable[Step]) -> Iterator[Step]:
    return (step for step in steps if step[1])


def _joined(steps: Iterable[Step]) -> Iterator[Step]:
    for kind, group in groupby(_some(steps), key=lambda step: step[0]):
        yield kind, "".join(text for _, text in group)
