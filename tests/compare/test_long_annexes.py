"""An annex of some hundred figures is paired as a person would, and in time that grows with its length."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from support import texts
from support.texts import compared

from policydiff.compare.figures.aboutness import Aboutness
from policydiff.model import Term, TermChange, Version

TITLE = "海州市渔港建设补助办法"
THINGS = ["渔船", "渔网", "航标", "码头", "浮标", "冷库", "雷达", "灯塔", "吊机", "泵站"]
Grant = Callable[[int], int]


def version(rows: int, grant: Grant, pattern: str) -> Version:
    def row(n: int) -> str:
        names = THINGS[n % 10] + THINGS[n // 10 % 10] + THINGS[n // 100 % 10]
        return f"（{n + 1}）{pattern.format(names, grant(n))}；\n"

    text = f"{TITLE}\n第一条 下列项目给予补助：\n{''.join(map(row, range(rows)))}"
    return texts.version(text)


def figures(old: Version, new: Version) -> list[TermChange]:
    return [term for change in compared(old, new).changes for term in change.terms]


NAMED, BARE = "对{}改造项目，给予最高{}万元补助", "给予{1}万元补助"


def test_each_row_of_a_long_annex_continues_in_its_own_row() -> None:
    old, new = version(90, lambda n: 10 + n, NAMED), version(90, lambda n: 15 + n, NAMED)
    assert {(one.direction, one.delta) for one in figures(old, new)} == {("raised", Fraction(50_000))}


def test_rows_that_say_nothing_of_their_own_go_by_place() -> None:
    old, new = version(90, lambda n: 10 + n, BARE), version(90, lambda n: 11 + n, BARE)
    assert {(one.direction, one.delta) for one in figures(old, new)} == {("raised", Fraction(10_000))}


def test_a_row_put_in_moves_no_other() -> None:
    old = version(120, lambda n: 10 + n, NAMED)
    text = old.documents[0].text.replace("（60）", "（60）对渔业博物馆布展，给予最高9万元补助；\n（60）")
    new = texts.version(text)
    found = [one for one in figures(old, new) if one.direction != "unchanged"]
    assert [(one.direction, one.new[0].quote) for one in found] == [("introduced", "最高9万元")]


@pytest.mark.parametrize("pattern", [NAMED, BARE])
@pytest.mark.parametrize("every", [1, 10])
def test_pairs_looked_at_grow_with_the_annex(pattern: str, every: int, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    likeness = Aboutness.likeness

    def counted(self: Aboutness, one: Term, other: Term) -> float:
        nonlocal looked
        looked += 1
        return likeness(self, one, other)

    monkeypatch.setattr(Aboutness, "likeness", counted)
    counts = []
    for rows in (100, 300):
        old, new = (
            version(rows, lambda n: 10 + n, pattern),
            version(rows, lambda n: 10 + n + 5 * (n % every == 0), pattern),
        )
        looked = 0
        figures(old, new)
        counts.append(looked)
    assert counts[1] < 5 * max(counts[0], 400)
