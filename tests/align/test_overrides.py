"""A person's word on links: pinned ones stand, ruled out ones do not, and what no longer applies is told."""

from __future__ import annotations

import pytest
from support import texts
from support.texts import TITLE, articles, version

from policydiff.align import align
from policydiff.model import Alignment, Note, Override, Version
from policydiff.render.wording.places import Side

BERTHS = "渔船进港应当按照调度室指定的泊位停靠，泊位费每日不超过二十元。"
FUEL = "渔港内加油作业应当在加油码头进行，加油船舶不得夜间并靠。"
ICE = "制冰企业应当在汛期每日供应碎冰，冰价由渔业协会公布。"
NETS = "废弃渔网应当送交回收站，回收站按重量付给渔民补偿。"
CREW = "船员应当持证上岗，证书每五年换发一次。"
SIGNALS = "台风信号悬挂后，所有渔船应当在六小时内回港避风。"


OLD = articles(BERTHS, FUEL, ICE, NETS)
NEW = articles(FUEL, BERTHS, CREW, NETS, SIGNALS)


def arrows(old: Version, new: Version, found: Alignment) -> str:
    before, after = Side.of(old), Side.of(new)
    return " ".join(f"{before.key(link.old)}→{after.key(link.new)}" for link in found.links)


def told(notes: tuple[Note, ...]) -> list[str]:
    return [" ".join((note.code, *(value for _, value in note.values if value))) for note in notes]


def test_without_overrides_there_is_nothing_to_tell() -> None:
    found = align(OLD, NEW)
    assert arrows(OLD, NEW, found) == "第一条→第二条 第二条→第一条 第四条→第四条"
    assert found.notes == ()


def test_a_pinned_link_stands_beside_what_alignment_finds() -> None:
    found = align(OLD, NEW, overrides=[Override(True, ("第一条",), ("第三条", "第五条"), "说明第二点")])
    assert arrows(OLD, NEW, found) == "第一条→第二条 第一条→第三条 第一条→第五条 第二条→第一条 第四条→第四条"
    pinned = [link for link in found.links if any(reason.code == "pinned" for reason in link.reasons)]
    assert [(link.score, [(reason.code, reason.value) for reason in link.reasons]) for link in pinned] == [
        (1.0, [("pinned", 1.0)])
    ] * 2
    assert told(found.notes) == ["override_linked 第一条 第三条; 第五条 说明第二点"]
    assert not set(found.old_only) & {link.old for link in found.links}
    assert not set(found.new_only) & {link.new for link in found.links}


def test_pinning_what_alignment_finds_anyway_changes_nothing_but_the_reason() -> None:
    plain, found = align(OLD, NEW), align(OLD, NEW, overrides=[Override(True, ("第一条",), ("第二条",))])
    assert arrows(OLD, NEW, found) == arrows(OLD, NEW, plain)
    assert (found.old_only, found.new_only) == (plain.old_only, plain.new_only)
    assert found.links[0].score == 1.0
    assert found.links[1:] == plain.links[1:]


def test_a_pair_ruled_out_is_dropped() -> None:
    found = align(OLD, NEW, overrides=[Override(False, ("第一条",), ("第二条",))])
    assert arrows(OLD, NEW, found) == "第二条→第一条 第四条→第四条"
    assert Side.of(OLD).key(found.old_only[0]) == "第一条"
    assert told(found.notes) == ["override_apart 第一条 第二条"]


def test_nothing_takes_the_place_of_a_link_ruled_out() -> None:
    """The second best of an article that has lost its partner is wrong as a rule: a person pins it, or nobody does."""
    old = articles(BERTHS, ICE, NETS, CREW)
    new = articles(BERTHS, BERTHS.replace("泊位", "锚位"), ICE, NETS, CREW)
    plain = align(old, new)
    found = align(old, new, overrides=[Override(False, ("第一条",), ("第一条",))])
    assert arrows(old, new, plain).startswith("第一条→第一条 ")
    assert set(found.links) == set(plain.links) - {plain.links[0]}


@pytest.mark.parametrize(
    ("word", "links", "note"),
    [
        (Override(False, ("第二条",)), "第一条→第二条 第四条→第四条", "override_ended 第二条"),
        (Override(False, (), ("第四条",)), "第一条→第二条 第二条→第一条", "override_begun 第四条"),
    ],
)
def test_a_side_left_empty_means_no_counterpart_at_all(word: Override, links: str, note: str) -> None:
    found = align(OLD, NEW, overrides=[word])
    assert arrows(OLD, NEW, found) == links
    assert told(found.notes) == [note]


def test_ruling_out_everything_and_pinning_one_leaves_that_one() -> None:
    words = [Override(False, ("第一条",)), Override(True, ("第一条",), ("第五条",))]
    for overrides in (words, words[::-1]):
        found = align(OLD, NEW, overrides=overrides)
        assert arrows(OLD, NEW, found) == "第一条→第五条 第二条→第一条 第四条→第四条"


def test_what_no_longer_applies_is_told_and_the_rest_holds() -> None:
    found = align(OLD, NEW, overrides=[Override(True, ("第一条", "第九条"), ("第三条", "第十条"), "甲")])
    assert "第一条→第三条" in arrows(OLD, NEW, found).split()
    assert told(found.notes) == [
        "override_missing old 第九条 甲",
        "override_missing new 第十条 甲",
        "override_linked 第一条 第三条 甲",
    ]


def test_an_override_without_one_of_its_sides_does_nothing() -> None:
    """第九条 is gone: that must not turn into "the old 第一条 has no counterpart"."""
    found = align(OLD, NEW, overrides=[Override(False, ("第一条",), ("第九条",))])
    assert arrows(OLD, NEW, found) == arrows(OLD, NEW, align(OLD, NEW))
    assert told(found.notes) == ["override_missing new 第九条"]


def test_an_address_that_stands_twice_is_ambiguous() -> None:
    twice = version(f"{TITLE}\n第一条 {BERTHS}\n第一条 {FUEL}\n第二条 {ICE}\n")
    found = align(twice, NEW, overrides=[Override(True, ("第一条",), ("第五条",))])
    assert told(found.notes) == ["override_ambiguous old 第一条"]
    assert arrows(twice, NEW, found) == arrows(twice, NEW, align(twice, NEW))


def test_a_paragraph_is_no_provision_of_its_own() -> None:
    old = version(f"{TITLE}\n第一条 {BERTHS}\n{FUEL}\n第二条 {ICE}\n")
    found = align(old, NEW, overrides=[Override(True, ("第一条第二款",), ("第一条",))])
    assert told(found.notes) == ["override_inside old 第一条第二款"]


def test_preambles_closings_and_outlines_are_named_as_data_name_them() -> None:
    old = version(f"{TITLE}\n为规范渔港管理，制定本办法。\n一、{BERTHS}\n二、{FUEL}\n本办法自2025年5月1日起施行。\n")
    new = version(
        f"{TITLE}\n为规范渔港管理，制定本办法。\n一、{FUEL}\n二、{NETS}\n附件1\n渔港收费目录\n一、{CREW}\n二、{ICE}\n"
    )
    words = [Override(True, ("preamble",), ("一、",)), Override(True, ("closing", "一、"), ("二、",))]
    found = align(old, new, overrides=words)
    for pair in ("preamble→一、", "closing→二、", "一、→二、"):
        assert pair in arrows(old, new, found)
    assert [note.code for note in found.notes] == ["override_linked"] * 2
    annexed = align(old, new, overrides=[Override(True, ("closing",), ("附件1 一、",))])
    assert told(annexed.notes) == ["override_inside new 附件1 一、"]


def test_a_statement_of_a_report_can_be_pinned_and_ruled_out() -> None:
    report = texts.report(
        "渔港新规出台\n《海州市渔港管理办法》提出，渔船进港按照指定的泊位停靠，泊位费每日不超过二十元。\n",
    )
    plain = align(OLD, report)
    statement = Side.of(report).key(plain.links[0].new)
    assert arrows(OLD, report, plain) == f"第一条→{statement}"
    found = align(
        OLD, report, overrides=[Override(False, ("第一条",), (statement,)), Override(True, ("第四条",), (statement,))]
    )
    assert arrows(OLD, report, found) == f"第四条→{statement}"


def test_every_aligned_provision_has_the_name_that_data_give_it() -> None:
    """Whatever `align --format json` prints can be written into a file of overrides."""
    report = texts.report(
        "新规\n《海州市渔港管理办法》提出，渔船凭证进港。\n《海州市渔港管理办法》还提出，渔网回收有偿。\n",
    )
    plan = version(
        f"{TITLE}\n为规范渔港管理，制定本办法。\n一、{BERTHS}\n本办法自公布之日起施行。\n本办法由市渔业局负责解释。\n"
    )
    for side in (OLD, report, plan):
        keys = Side.of(side)
        found = align(side, NEW)
        ids = [*(link.old for link in found.links), *found.old_only]
        assert ids
        for unit_id in dict.fromkeys(ids):
            word = Override(True, (keys.key(unit_id),), ("第五条",))
            again = align(side, NEW, overrides=[word])
            assert [note.code for note in again.notes] == ["override_linked"], keys.key(unit_id)
            assert unit_id in {link.old for link in again.links if link.reasons[0].code == "pinned"}
