"""Sentences that stand in another provision now: told as moved, with their figures, and not as deleted and added."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from support import texts
from support.texts import report

from policydiff.compare import CompareOptions, compare
from policydiff.compare.sides import side
from policydiff.compare.texts.moves import moves
from policydiff.model import (
    Alignment,
    Change,
    ClauseChange,
    Comparison,
    Link,
    Version,
)
from policydiff.pipeline import terms
from policydiff.render import comparison_json, comparison_markdown, comparison_text

TITLE = "海州市渔船管理办法"
SHIPS = "渔船应当悬挂船籍港旗帜。渔船所有人应当投保意外伤害保险。休渔期间渔船应当停泊在船籍港。"
PORTS = "市海洋局每年公布渔港名录。渔港应当设置岸电设施。渔港扩建应当符合岸线规划。"
REPORT = "远洋渔船出海前应当向渔业主管部门报告航线和返港日期，逾期不报告的处二千元罚款。"
EDITED = "远洋渔船出海前应当向渔业主管部门报告航线和返港日期，逾期不报告的处五千元罚款。"
PHRASE = "违反本条规定的，依法给予处分。"


def version(*articles: str, name: str = "old") -> Version:
    return texts.articles(*articles, title=TITLE, name=name)


def compared(old: Version, new: Version, pairs: tuple[tuple[int, int], ...]) -> Comparison:
    """The comparison of two versions of whose articles just these are linked, whatever an aligner would say."""
    left, right = ([unit.id for unit in side.documents[0].articles()] for side in (old, new))
    alignment = Alignment(
        tuple(Link(left[a - 1], right[b - 1], 1.0) for a, b in pairs),
        tuple(unit for at, unit in enumerate(left, 1) if at not in {a for a, _ in pairs}),
        tuple(unit for at, unit in enumerate(right, 1) if at not in {b for _, b in pairs}),
    )
    return compare(old, new, alignment, terms(old), terms(new))


def moved_rows(found: Comparison) -> list[tuple[Change, ClauseChange]]:
    return [(change, row) for change in found.changes for row in change.clauses if row.elsewhere]


def said(found: Comparison, row: ClauseChange) -> tuple[str, str]:
    """What a moved row says, and what it names on the other side."""
    old, new = found.old.index(), found.new.index()
    (mine, unit), (theirs, other) = (
        (old[row.old], new[row.elsewhere or ""]) if row.old else (new[row.new or ""], old[row.elsewhere or ""])
    )
    return mine.text_of(unit).strip(), theirs.text_of(other).strip()


STAYED = ((1, 1), (2, 2))


def test_a_sentence_of_article_one_that_stands_in_article_two_has_moved() -> None:
    found = compared(version(SHIPS + REPORT, PORTS), version(SHIPS, PORTS + REPORT, name="new"), STAYED)
    gone, come = moved_rows(found)
    assert said(found, gone[1]) == said(found, come[1]) == (REPORT, REPORT)
    assert ([op.kind for op in gone[1].ops], [op.kind for op in come[1].ops]) == (["delete"], ["insert"])
    assert gone[0] is found.changes[0]
    assert come[0] is found.changes[1]
    assert not any(row.moved for change in found.changes for row in change.clauses)


def test_its_figures_are_told_once_where_they_left_and_as_they_are() -> None:
    found = compared(version(SHIPS + REPORT, PORTS), version(SHIPS, PORTS + REPORT, name="new"), STAYED)
    assert [[(t.direction, t.certainty) for t in change.terms] for change in found.changes] == [
        [("unchanged", "stated")],
        [],
    ]


def test_a_figure_that_changed_on_the_way_is_an_inference() -> None:
    found = compared(version(SHIPS + REPORT, PORTS), version(SHIPS, PORTS + EDITED, name="new"), STAYED)
    (gone, _) = moved_rows(found)
    assert said(found, gone[1]) == (REPORT, EDITED)
    (raised,), none = (change.terms for change in found.changes)
    assert (raised.direction, raised.delta, raised.certainty) == ("raised", Fraction(3000), "inferred")
    assert none == ()


def test_swapping_the_sides_swaps_the_places() -> None:
    one, other = version(SHIPS + REPORT, PORTS), version(SHIPS, PORTS + EDITED, name="new")
    there, back = compared(one, other, STAYED), compared(other, one, STAYED)
    shown = {(row.old, row.new, row.elsewhere) for _, row in moved_rows(there)}
    assert shown == {(row.new, row.old, row.elsewhere) for _, row in moved_rows(back)}


def test_added_and_removed_articles_take_part() -> None:
    old, new = (
        version(SHIPS, REPORT + PHRASE),
        version(SHIPS, "渔港设管理委员会，由市海洋局任命。" + REPORT, name="new"),
    )
    found = compared(old, new, ((1, 1),))
    assert sorted(change.relation for change, _ in moved_rows(found)) == ["added", "removed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a set phrase stands in every other article, and is no witness
        ((SHIPS + PHRASE, PORTS), (SHIPS, PORTS + PHRASE)),
        # two sentences that share a phrase say different things
        ((SHIPS + REPORT, PORTS), (SHIPS, PORTS + "港口经营人未按期清淤的，由渔业主管部门处五千元罚款。")),
        # a sentence that stays where it was is not the origin of its copy
        ((SHIPS + REPORT, PORTS), (SHIPS + REPORT, PORTS + REPORT)),
    ],
    ids=["phrase", "another rule", "copy"],
)
def test_what_did_not_move(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    found = compared(version(*old, PHRASE), version(*new, PHRASE, name="new"), (*STAYED, (3, 3)))
    assert moved_rows(found) == []


def test_of_two_places_the_liker_one_is_named_and_each_only_once() -> None:
    old = version(SHIPS + REPORT, PORTS, "海钓活动应当备案。")
    new = version(SHIPS, PORTS + EDITED + "渔港设管理员。", "海钓活动应当备案。" + REPORT, name="new")
    found = compared(old, new, (*STAYED, (3, 3)))
    assert [said(found, row) for _, row in moved_rows(found)] == [(REPORT, REPORT)] * 2


def test_a_report_moves_nothing() -> None:
    told = report(f"《{TITLE}》提出，{REPORT}\n", title=TITLE)
    found = compare(version(SHIPS + REPORT, PORTS), told, Alignment((), (), ()), (), ())
    assert moved_rows(found) == []


def test_a_row_that_moved_says_where_it_went_and_where_it_came_from() -> None:
    found = compared(version(SHIPS + REPORT, PORTS), version(SHIPS, PORTS + REPORT, name="new"), STAYED)
    page = comparison_markdown(found, "zh")
    assert f"| {REPORT} | （移至第二条） |" in page
    assert f"| （移自第一条） | {REPORT} |" in page
    shown = comparison_text(found, "en", color=False, width=400)
    assert f"→ 〔moved to Art. 2〕{REPORT}" in shown
    assert f"← 〔moved from Art. 1〕{REPORT}" in shown
    data = json.loads(comparison_json(found))
    places = [row["elsewhere"] for change in data["changes"] for row in change["clauses"] if row["elsewhere"]]
    assert places == ["第二条", "第一条"]


def test_a_row_that_was_edited_on_the_way_says_so() -> None:
    found = compared(version(SHIPS + REPORT, PORTS), version(SHIPS, PORTS + EDITED, name="new"), STAYED)
    assert "（移至第二条，文字有改动）" in comparison_markdown(found, "zh")
    new = EDITED.replace("五千元", "**五千元**")
    assert f"| （移自第一条，文字有改动） | {new} |" in comparison_markdown(found, "zh")
    shown = comparison_text(found, "zh", color=False, width=400)
    assert f"← 〔移自第一条，文字有改动〕{REPORT.replace('二千元', '[-二千元-]{+五千元+}')}" in shown
    data = json.loads(comparison_json(found))
    edits = [row["edits"] for change in data["changes"] for row in change["clauses"] if row["elsewhere"]]
    assert edits[0] == edits[1]
    assert [(op["old"], op["new"]) for op in edits[0] if op["op"] != "equal"] == [("二千元", "五千元")]


def test_three_thousand_sentences_find_their_places() -> None:
    count = 3000
    words = [
        f"{chr(0x4E00 + at)}{chr(0x6E00 + at)}码头的渔船{chr(0x4F00 + at)}应当每年检验登记。" for at in range(count)
    ]
    text = "".join(f"{line}\n" for line in words)
    one = texts.version(text, title=TITLE)
    looked_up = side(one, ())
    ids = [unit.id for unit in one.documents[0].walk()]
    rows = [*[(ClauseChange(a, None, ()),) for a in ids], *[(ClauseChange(None, b, ()),) for b in reversed(ids)]]
    found = moves(rows, looked_up, looked_up, CompareOptions())
    assert len(found) == len(ids) >= count
    assert all(move.old == move.new and move.verbatim for move in found)
