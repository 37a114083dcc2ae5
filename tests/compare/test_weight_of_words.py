"""What weighs nothing: marks, numerals, order, drafting style, names; and what does though no word changed."""

from __future__ import annotations

from functools import partial

import pytest
from support import texts
from support.texts import articles

from policydiff.compare.weight.enumerations import in_old_order
from policydiff.compare.weight.organs import organs
from policydiff.model import Change, Op, Touch

revised = partial(texts.revised, title="海州市渔港管理条例")


def only(old: str, new: str) -> Change:
    (change,) = revised([old], [new]).changes
    return change


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # a mark
        ("航标设计年限为十年，启用前应当进行抽样检测。", "航标设计年限为十年；启用前应当予以抽样检测。"),
        ("渔港应当配备拖轮。渔港还应当配备浮标。", "渔港应当配备拖轮，渔港还必须配备浮标。"),
        # numerals
        ("渔船应当在2小时内报告。", "渔船应当在两个小时内报告。"),
        ("渔船应当在2小时内报告。", "渔船应当在二小时内报告。"),
        ("渔船应当在15天内报告。", "渔船应当于十五日内报告。"),
        # bans
        ("渔船不得在航道内停泊。", "禁止渔船在航道内停泊。"),
        ("严禁渔船在航道内停泊。", "禁止渔船在航道内停泊。"),
        ("任何单位和个人不得侵占渔港。", "禁止任何单位和个人侵占渔港。"),
        # order
        ("社会团体、企业事业单位应当参与护渔。", "企业事业单位、社会团体应当参与护渔。"),
        ("渔船、渔港和渔具应当登记。", "渔具、渔船和渔港应当登记。"),
        ("由市渔业局、市财政局、市审计局负责监督。", "由市财政局、市审计局、市渔业局负责监督。"),
        # names
        ("渔船登记由省建设厅负责。", "渔船登记由省住房和城乡建设厅负责。"),
    ],
)
def test_what_is_no_change_of_substance(old: str, new: str) -> None:
    for change in (only(old, new), only(new, old)):
        assert (change.substance, change.signals) == ("editorial", ())


@pytest.mark.parametrize(
    ("old", "new", "signals"),
    [
        ("渔船不得在航道内停泊。", "渔船可以在航道内停泊。", {"modal", "negation"}),
        ("渔船可以不公开航线。", "渔船不可以公开航线。", {"negation"}),
        ("禁止渔船夜间出港，渔船可以停泊。", "渔船可以夜间出港，渔船不得停泊。", {"negation", "modal"}),
        ("由市渔业局、市财政局依次审核。", "由市财政局、市渔业局依次审核。", {"actor"}),
        ("渔船、渔港和渔具应当登记。", "渔具、渔船或者渔港应当登记。", {"condition"}),
        ("鼓励渔港、支持渔船登记。", "支持渔港、鼓励渔船登记。", {"modal"}),
        ("渔港应当设置航标。航标应当定期维护。", "渔港应当设置航标，航标应当每年定期维护。", {"number"}),
        ("渔港应当设置航标。", "渔港应当设置航标。航标应当定期维护。", {"modal", "added"}),
        ("渔船应当在3个月内报告。", "渔船应当在3月内报告。", {"number"}),
        ("渔船登记由市财政局和市审计局负责。", "渔船登记由市财政局负责。", {"actor"}),
    ],
)
def test_what_is_one(old: str, new: str, signals: set[str]) -> None:
    change = only(old, new)
    assert (change.substance, signals <= set(change.signals)) == ("substantive", True), change.signals


def test_joined_sentences_are_counted_once() -> None:
    change = only("渔港应当设置航标。航标应当定期维护。", "渔港应当设置航标，航标应当每年定期维护。")
    assert (change.signals, change.touched) == (("number",), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由市人力资源和社会保障局负责。", ["市人力资源和社会保障局"]),
        ("由市住房保障和房产管理局会同市发展和改革委员会负责。", ["市住房保障和房产管理局", "市发展和改革委员会"]),
        ("报市文化和旅游局、自然资源和规划局备案。", ["市文化和旅游局", "自然资源和规划局"]),
        ("由市财政局和市审计局负责。", ["市财政局", "市审计局"]),
        ("由县发展和改革局与县财政局负责。", ["县发展和改革局", "县财政局"]),
        ("企业和市财政局应当报告。", ["市财政局"]),
    ],
)
def test_a_joint_is_inside_a_name_or_between_two(text: str, expected: list[str]) -> None:
    assert organs(text) == expected


def test_an_organ_that_another_took_the_place_of_is_named_in_full() -> None:
    rest = "渔船由市社会保障局登记。"
    change = revised(("渔港由市人力资源和社会保障局登记。", rest), ("渔港由市社会保障局登记。", rest)).changes[0]
    assert change.signals == ("actor",)
    assert not [touch for touch in change.touched if touch.signal == "modal"]


PUMPS, NETS, HOLDS = "渔港应当安装油污泵。", "禁止在航道内布设定置网。", "渔船应当定期清理货舱，保持整洁。"
FINE = "违反{}规定的，由渔政机构给予警告。"
BUOYS = "航标由专人看护，每日点检。"


def last_change(old: tuple[str, ...], new: tuple[str, ...]) -> Change:
    unit = articles(*old).documents[0].articles()[-1].id
    return next(one for one in revised(old, new).changes if one.old[-1:] == (unit,))


@pytest.mark.parametrize(
    ("old", "new", "due", "now"),
    [
        # what it reached moved up, and the reference stayed
        (
            (PUMPS, NETS, HOLDS, FINE.format("本条例第三条")),
            (NETS, HOLDS, FINE.format("本条例第三条")),
            "第二条",
            "第三条",
        ),
        ((PUMPS, NETS, HOLDS, FINE.format("第二条")), (NETS, HOLDS, FINE.format("第二条")), "第一条", "第二条"),
        # what it reached is gone, and another rule took its number
        ((PUMPS, NETS, HOLDS, FINE.format("第一条")), (NETS, HOLDS, FINE.format("第一条")), "", "第一条"),
        # an article came between it and 前条
        ((PUMPS, NETS, FINE.format("前条")), (PUMPS, NETS, BUOYS, FINE.format("前条")), "第二条", "第三条"),
        # paragraphs changed places
        (
            (f"{PUMPS}\n{NETS}", HOLDS, FINE.format("第一条第一款")),
            (f"{NETS}\n{PUMPS}", HOLDS, FINE.format("第一条第一款")),
            "第一条第二款",
            "第一条第一款",
        ),
    ],
)
def test_a_reference_left_as_it_was_may_reach_another_rule(
    old: tuple[str, ...], new: tuple[str, ...], due: str, now: str
) -> None:
    change = last_change(old, new)
    assert (change.substance, change.signals) == ("substantive", ("reference",))
    assert change.touched == (Touch("reference", due, now),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((PUMPS, NETS, FINE.format("第二条")), (PUMPS, NETS, BUOYS, FINE.format("第二条"))),
        # split: the first of the two still is the rule
        ((f"{PUMPS}\n{NETS}", FINE.format("第一条")), (PUMPS, NETS, FINE.format("第一条"))),
        # written anew in the same place: nobody knows that it is another rule
        ((PUMPS, NETS, FINE.format("第二条")), (PUMPS, BUOYS, FINE.format("第二条"))),
        # other instruments, and provisions that neither text holds
        ((PUMPS, NETS, FINE.format("《渔业法》第二条")), (NETS, FINE.format("《渔业法》第二条"))),
        ((PUMPS, NETS, FINE.format("宪法第二条")), (NETS, FINE.format("宪法第二条"))),
        ((PUMPS, NETS, FINE.format("第五十条")), (NETS, FINE.format("第五十条"))),
    ],
)
def test_a_reference_that_may_reach_the_same_rule_is_no_change(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    assert last_change(old, new).substance == "none"


def marked(old: str, new: str) -> str:
    """The one sentence of two articles, with what changed in it in brackets."""
    comparison = revised([old], [new])
    before, after = comparison.old.documents[0].text, comparison.new.documents[0].text

    def written(op: Op) -> str:
        gone, come = op.old.of(before), op.new.of(after)
        return gone if op.kind == "equal" else f"[{gone}→{come}]"

    (clause,) = [one for one in comparison.changes[0].clauses if one.old and one.new]
    return "".join(map(written, clause.ops)).strip()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "处一千元以上三千元以下罚款。",
            "处三千元以上一万元以下罚款。",
            "处[一千元→三千元]以上[三千元→一万元]以下罚款。",
        ),
        ("处三万元以下罚款。", "处三万元以上十万元以下罚款。", "处[三万元→三万元以上十万元]以下罚款。"),
        ("补助由10万元到30万元不等。", "补助由30万元到50万元不等。", "补助由[10万元到30万元→30万元到50万元]不等。"),
        ("处一千元以上三千元以下罚款。", "处一千元以上五千元以下罚款。", "处一千元以上[三千元→五千元]以下罚款。"),
    ],
)
def test_the_most_that_became_the_least_is_not_shown_as_kept(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_a_list_is_looked_for_in_linear_time() -> None:
    many = [word for number in range(3000) for word in (f"渔{number}", "、")]
    assert len(in_old_order(many, many[::-1], lambda words: True)) == len(many)
