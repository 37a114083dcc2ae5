"""Which sentence, item or paragraph of an article became which."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from support import texts

from policydiff.compare import CompareOptions
from policydiff.compare.groups import Group
from policydiff.compare.sides import Side, side
from policydiff.compare.texts.clauses import clause_changes
from policydiff.compare.texts.sentences import alike, paired_sentences
from policydiff.model import ClauseChange, Link
from policydiff.numerals import to_han
from policydiff.similarity import grams, weigh

TITLE = "海州市渔船管理办法"
OPTIONS = CompareOptions()
ITEMS = (
    "船舶所有权证书；",
    "船舶检验证书；",
    "捕捞许可证；",
    "船员适任证书；",
    "渔港签证记录；",
    "近三年的捕捞日志；",
)


def version(text: str) -> Side:
    return side(texts.version(f"{TITLE}\n{text}"), ())


def listed(items: Sequence[str]) -> Side:
    rows = [f"（{to_han(number)}）{item}\n" for number, item in enumerate(items, 1)]
    return version("".join(("第一条 申请人应当提交下列材料：\n", *rows)))


def article(one: Side) -> str:
    return next(unit.id for unit in one.version.documents[0].articles())


def rows(old: Side, new: Side) -> tuple[ClauseChange, ...]:
    group = Group((article(old),), (article(new),), (Link(article(old), article(new), 1.0),), "same")
    return clause_changes(group, old, new, OPTIONS)


def told(old: Side, new: Side) -> list[str]:
    """The rows that are not the same on both sides, in short."""
    shown = []
    for row in rows(old, new):
        gone, come = old.text(row.old).strip() if row.old else "", new.text(row.new).strip() if row.new else ""
        if row.moved or gone != come:
            shown.append(f"{'moved ' * row.moved}{gone} → {come}")
    return shown


def test_an_item_put_in_the_middle_is_the_only_row_that_changed() -> None:
    new = [*ITEMS[:2], "信用承诺书；", *ITEMS[2:]]
    assert told(listed(ITEMS), listed(new)) == [" → 信用承诺书；"]
    assert told(listed(new), listed(ITEMS)) == ["信用承诺书； → "]


def test_an_item_put_last_behind_its_new_number_is_the_only_row_that_changed() -> None:
    assert told(listed(ITEMS[:-1]), listed(ITEMS)) == [" → 近三年的捕捞日志；"]


def test_an_item_taken_out_and_one_reworded() -> None:
    new = [ITEMS[0], *ITEMS[2:-1], "近五年的捕捞日志；"]
    assert told(listed(ITEMS), listed(new)) == ["船舶检验证书； → ", "近三年的捕捞日志； → 近五年的捕捞日志；"]


def test_one_item_that_changed_its_place_is_the_only_one_moved() -> None:
    assert told(listed(ITEMS), listed([*ITEMS[1:], ITEMS[0]])) == ["moved 船舶所有权证书； → 船舶所有权证书；"]
    assert told(listed([*ITEMS[1:], ITEMS[0]]), listed(ITEMS)) == ["moved 船舶所有权证书； → 船舶所有权证书；"]


def test_items_worded_alike_keep_their_neighbours() -> None:
    old = ["甲类渔船处五千元罚款；", "捕捞许可证逾期的；", "乙类渔船处五千元罚款；", "船员适任证书逾期的；"]
    new = ["丙类渔船处五千元罚款；", *old[:2], "乙类渔船处八千元罚款；", old[3]]
    assert told(listed(old), listed(new)) == [
        " → 丙类渔船处五千元罚款；",
        "乙类渔船处五千元罚款； → 乙类渔船处八千元罚款；",
    ]


def test_a_paragraph_put_before_the_others_is_one_row() -> None:
    text = "第一条 {}渔船应当登记。\n登记由船籍港的渔业主管部门办理。\n登记机关应当公布登记结果。\n"
    new = text.format("渔船分为甲、乙两类。\n")
    assert told(version(text.format("")), version(new)) == [" → 渔船分为甲、乙两类。"]


def test_two_hundred_items_with_one_in_the_middle() -> None:
    old = [f"{to_han(number)}号码头的泊位图；" for number in range(1, 201)]
    new = [*old[:99], "锚地的水深图；", *old[99:]]
    assert told(listed(old), listed(new)) == [" → 锚地的水深图；"]


def test_three_thousand_sentences_are_not_tried_each_with_each() -> None:
    one = [grams(f"{chr(0x4E00 + at)}{chr(0x6E00 + at)}码头应当登记") for at in range(3000)]
    assert [(i, j) for i, j, _ in alike(one, one, weigh(one), 0.3)] == [(at, at) for at in range(len(one))]


sentences = st.lists(
    st.sampled_from(
        (
            "渔船应当登记。",
            "渔船应当依法登记。",
            "渔船不得登记。",
            "网箱应当备案。",
            "网箱应当向渔业主管部门备案。",
            "台风来临时禁止出海。",
            "台风预警发布后禁止渔船出海。",
            "渔港不得采砂。",
        )
    ),
    min_size=1,
    max_size=7,
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(sentences, sentences)
def test_each_sentence_has_one_partner_and_swapping_mirrors_the_pairs(before: list[str], after: list[str]) -> None:
    old, new = version("第一条 " + "".join(before) + "\n"), version("第一条 " + "".join(after) + "\n")
    mine, theirs = (
        [unit.id for unit in one.unit(article(one)).leaves() if unit.kind == "sentence"] for one in (old, new)
    )
    pairs = paired_sentences(mine, theirs, old, new, OPTIONS)
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    assert sorted((a, b) for b, a in paired_sentences(theirs, mine, new, old, OPTIONS)) == sorted(pairs)
    same = sum(min(before.count(text), after.count(text)) for text in set(before))
    assert sum(old.text(a).strip() == new.text(b).strip() for a, b in pairs) == same
    moved = {(row.old, row.new) for row in rows(old, new) if row.moved}
    assert moved == {(row.new, row.old) for row in rows(new, old) if row.moved}


@settings(derandomize=True, deadline=None, max_examples=60)
@given(sentences, sentences, st.sampled_from((0.0, 0.2, 0.4, 0.7)), st.sampled_from((0.0, 2000.0)), st.booleans())
def test_the_likeness_of_all_pairs_is_what_each_pair_gives_by_itself(
    before: list[str], after: list[str], floor: float, least: float, many: bool
) -> None:
    lengthened = [[*texts, *(f"{chr(0x4E00 + at)}号网箱。" for at in range(60 * many))] for texts in (before, after)]
    mine, theirs = ([grams(text) for text in texts] for texts in lengthened)
    weights = weigh((*mine, *theirs))
    naive = []
    for i, a in enumerate(mine):
        for j, b in enumerate(theirs):
            score = 2 * weights.mass(a & b) / max(weights.mass(a) + weights.mass(b), 2 * least)
            if a & b and score >= floor:
                naive.append((i, j, score))
    found = sorted(alike(mine, theirs, weights, floor, least))
    common = {
        pair for texts in (mine, theirs) for pair in set().union(*texts) if sum(pair in one for one in texts) > 64
    }
    assert found == [(i, j, score) for i, j, score in naive if (mine[i] & theirs[j]) - common]
