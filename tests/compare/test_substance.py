"""The classes and signals of changes, on invented provisions that look like real ones."""

from __future__ import annotations

from functools import partial

import pytest
from support import texts
from support.texts import articles

from policydiff.compare import fold_replacements
from policydiff.compare.weight.content import content
from policydiff.references import REFERENCE, masked
from policydiff.render.comparison.rows import touched_words

revised = partial(texts.revised, title="海州市渔港管理条例")


def judged(old: str, new: str) -> tuple[str, tuple[str, ...]]:
    (change,) = revised([old], [new]).changes
    return change.substance, change.signals


SAME_MEANING = [
    ("渔船所有人须持有捕捞许可证。", "渔船所有人应当持有捕捞许可证。"),
    ("按照渔港章程的规定缴纳费用。", "依照渔港章程规定缴纳费用。"),
    ("渔港未按规定配备消防设备的，责令改正。", "渔港未按照规定配备消防设备的，责令改正。"),
    ("渔港经营人应当制作台帐。", "渔港经营人应当制作台账。"),
    ("进港、出港、停泊应当登记。", "进港、出港和停泊应当登记。"),
    ("渔港经营人以及船东应当签到。", "渔港经营人和船东应当签到。"),
    ("主管部门应当做出书面答复。", "主管部门应当作出书面答复。"),
    ("对表现突出的个人予以表彰。", "对表现突出的个人给予表彰。"),
    ("渔船应当在三十日内完成检验。", "渔船应当于三十日内完成检验。"),
    ("渔船应当在三十日内完成检验。", "渔船应当在30日内完成检验。"),
    ("渔船所占比例不足百分之二十的，不予补贴。", "渔船所占比例低于20%的，不予补贴。"),
    ("可采取书面形式提出申请。", "可以采取书面方式提出申请。"),
    ("县级以上地方各级人民政府领导渔港工作。", "县级以上地方人民政府领导渔港工作。"),
    ("渔获物及其制品应当检疫。", "渔获物及制品应当检疫。"),
    ("渔船向其登记的渔港提出申请。", "渔船向办理其登记的渔港提出申请。"),
    ("召开船东临时会议的，应当通知。", "召开临时船东会议的，应当通知。"),
    ("渔港应当切实加强巡查。", "渔港应当强化巡查。"),
]
OTHER_MEANING = [
    ("渔船可以进港避风。", "渔船应当进港避风。", {"modal"}),
    ("渔船应当进港避风。", "渔船进港避风。", {"modal"}),
    ("渔港有权拒绝危险船舶进港。", "渔港可以拒绝危险船舶进港。", {"modal"}),
    ("渔船可以不公开航线。", "渔船不可以公开航线。", set()),
    ("渔船出港，应当报告。", "渔船未经检验出港，应当报告。", {"negation"}),
    ("渔船应当安装终端，但小型渔船除外。", "渔船应当安装终端。", {"negation", "condition"}),
    ("参照渔港章程执行。", "依照渔港章程执行。", {"scope"}),
    ("各级人民政府应当建设渔港。", "县级人民政府应当建设渔港。", {"actor"}),
    ("其申请材料应当真实。", "当事人申请材料应当真实。", {"actor"}),
    ("由市渔业局负责渔港登记。", "由市渔业局会同市财政局负责渔港登记。", {"actor"}),
    ("渔船进港，应当向渔港经营人报告。", "渔船进港，应当向渔港监督机构报告。", {"actor"}),
    ("渔港经营人和船东有权查阅。", "渔港经营人或者船东有权查阅。", {"condition"}),
    ("符合安全标准，且已经登记的渔船可以进港。", "符合安全标准，或者已经登记的渔船可以进港。", {"condition"}),
    ("对违规渔船处以罚款。", "对违规渔船处以罚款，可以并处没收渔具。", {"penalty", "modal"}),
    ("休渔期内禁止捕捞。", "休渔期内禁止捕捞、收购。", {"scope"}),
    ("渔港登记证书遗失的，应当公告。", "渔港登记证书遗失的，应当登报。", {"procedure"}),
    ("渔船不足十艘的，不设监督员。", "渔船不足二十艘的，不设监督员。", {"number"}),
    ("渔港收费标准，每年公布一次。", "渔港收费标准，每季度公布一次。", {"number"}),
    ("本条例自2023年1月1日起施行。", "本条例自2023年7月1日起施行。", {"date"}),
    ("未取得许可的渔船，不得进港。", "取得许可的渔船，不得进港。", {"negation"}),
]


@pytest.mark.parametrize(("old", "new"), SAME_MEANING)
def test_style_is_editorial_in_both_directions(old: str, new: str) -> None:
    assert judged(old, new) == judged(new, old) == ("editorial", ())


@pytest.mark.parametrize(("old", "new", "expected"), OTHER_MEANING)
def test_another_meaning_is_substantive_in_both_directions(old: str, new: str, expected: set[str]) -> None:
    for one, other in ((old, new), (new, old)):
        substance, signals = judged(one, other)
        assert substance == "substantive"
        assert signals
        assert expected <= set(signals)


def test_a_sentence_cut_in_two_says_the_same() -> None:
    assert judged("渔船进港应当报告，出港应当登记。", "渔船进港应当报告。出港必须登记。") == ("editorial", ())


PORTS = "渔港应当配备消防设备，定期组织演练，并建立巡查记录。"
SHIPS = "渔船应当每年检验一次，检验合格的发给证书。"
NETS = "禁止使用小于规定网目的渔网从事捕捞活动。"
RANCH = "海洋牧场的选址，应当避开航道和锚地。"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # 第二条 became 第三条, and the reference went with it
        (
            (PORTS, SHIPS, "违反第二条规定的，责令改正。"),
            (PORTS, RANCH, SHIPS, "违反第三条规定的，责令改正。"),
            "reference_shift",
        ),
        # the reference names another rule now
        (
            (PORTS, SHIPS, "违反第二条规定的，责令改正。"),
            (PORTS, RANCH, SHIPS, "违反第一条规定的，责令改正。"),
            "substantive",
        ),
        # a list that lost one of its targets
        (
            (PORTS, SHIPS, NETS, "违反第一条、第二条规定的，责令改正。"),
            (PORTS, SHIPS, NETS, "违反第一条规定的，责令改正。"),
            "substantive",
        ),
        # a list told as a range reaches the same
        (
            (PORTS, SHIPS, NETS, "违反第一条、第二条、第三条规定的，责令改正。"),
            (PORTS, SHIPS, NETS, "违反第一条至第三条规定的，责令改正。"),
            "reference_shift",
        ),
        # 前条 is the article before
        (
            (PORTS, SHIPS, "违反前条规定的，责令改正。"),
            (PORTS, SHIPS, "违反第二条规定的，责令改正。"),
            "reference_shift",
        ),
        ((PORTS, SHIPS, "违反前条规定的，责令改正。"), (PORTS, SHIPS, "违反第一条规定的，责令改正。"), "substantive"),
        # another instrument's articles are words
        ((PORTS, "依照《渔业法》第二条处理。"), (PORTS, "依照《渔业法》第三条处理。"), "substantive"),
        # paragraphs: the second one stands first now
        (
            (f"{PORTS}\n{SHIPS}", "违反第一条第二款规定的，责令改正。"),
            (f"{SHIPS}\n{PORTS}", "违反第一条第一款规定的，责令改正。"),
            "reference_shift",
        ),
        (
            (f"{PORTS}\n{SHIPS}", "违反第一条第二款规定的，责令改正。"),
            (f"{PORTS}\n{SHIPS}", "违反第一条第一款规定的，责令改正。"),
            "substantive",
        ),
        # what the text does not hold cannot be checked
        (("违反第五十条规定的，责令改正。",), ("违反第五十六条规定的，责令改正。",), "reference_shift"),
    ],
)
def test_references(old: tuple[str, ...], new: tuple[str, ...], expected: str) -> None:
    change = next(
        one for one in revised(old, new).changes if one.old[-1:] == (articles(*old).documents[0].articles()[-1].id,)
    )
    assert change.substance == expected
    assert ("reference" in change.signals) == (expected == "substantive" and "《" not in old[-1])


LOCAL = (
    "市渔业局负责渔港登记，并公布登记名册。",
    "渔港改建、扩建，应当经市渔业局同意。",
    "渔船买卖，应当向市渔业局报告。",
    "海洋牧场由市渔业局选址，渔民可以认养。",
)


def test_an_organ_renamed_throughout_is_editorial_and_told_once() -> None:
    found = revised(LOCAL, tuple(text.replace("渔业局", "港航局") for text in LOCAL))
    assert found.replacements == (("市渔业局", "市港航局", 4),)
    assert [change.substance for change in found.changes] == ["editorial"] * 4


def test_an_organ_exchanged_in_one_place_is_substantive_and_named() -> None:
    found = revised(LOCAL, (LOCAL[0], LOCAL[1].replace("市渔业局", "市交通局"), *LOCAL[2:]))
    assert [change.substance for change in found.changes] == ["none", "substantive", "none", "none"]
    assert touched_words(found.changes[1], "zh") == "主体（市渔业局→市交通局）"
    assert touched_words(found.changes[1], "en") == "who acts (市渔业局→市交通局)"


def test_another_procedure_is_substantive_however_often_it_stands() -> None:
    bodies = tuple(f"{what}，应当报主管部门核准。" for what in ("新建渔港的", "改建码头的", "拆除航标的", "疏浚航道的"))
    found = revised(bodies, tuple(text.replace("核准", "备案") for text in bodies))
    assert [change.substance for change in found.changes] == ["substantive"] * 4
    assert all("procedure" in change.signals for change in found.changes)


def test_replacements_are_named_as_a_person_would() -> None:
    old = ("渔港依照章程收费。依照法律纳税。", "船东依照章程投票。", "理事依照章程选举产生。", "争议依照法律处理。")
    new = tuple(text.replace("依照章程", "按照章程") for text in old)
    assert [pair[:2] for pair in revised(old, new).replacements] == [("依照章程", "按照章程")]


def test_a_member_more_in_three_lists_is_no_replacement() -> None:
    old = ("渔港、码头应当通电。", "渔港、码头不得堆放杂物。", "渔港、码头的收费应当公示。")
    new = tuple(text.replace("渔港、码头", "渔港、船厂、码头") for text in old)
    assert revised(old, new).replacements == ()


def test_replacements_fold_away() -> None:
    new = tuple(text.replace("渔业局", "港航局") for text in LOCAL)
    found = revised(LOCAL, (new[0], new[1], new[2].replace("报告", "备案"), new[3]))
    folded = fold_replacements(found)
    assert [change.substance for change in folded.changes] == ["substantive"]
    (row,) = [row for change in folded.changes for row in change.clauses if any(op.kind != "equal" for op in row.ops)]
    text = folded.new.documents[0].text
    assert [op.new.of(text) for op in row.ops if op.kind != "equal"] == ["备案"]
    assert [(note.code, note.values) for note in folded.notes if note.code == "folded"] == [
        ("folded", (("count", "3"),))
    ]
    assert fold_replacements(revised(LOCAL, LOCAL)) == revised(LOCAL, LOCAL)


def test_marks_of_the_program_in_a_text_do_no_harm() -> None:
    assert judged(f"渔港{REFERENCE}应当登记。", "渔港应当登记。")[0] in {"editorial", "substantive"}
    assert judged(f"依照{REFERENCE}第五十条办理。", "依照第五十一条办理。")[0] in {"editorial", "reference_shift"}


@pytest.mark.parametrize(
    "text", ["第" * 200_000, "第一条、" * 50_000, "依照" * 100_000, "1" * 100_000, "的，" * 100_000]
)
def test_hostile_sentences_are_read_in_linear_time(text: str) -> None:
    assert isinstance(masked(text, None)[0], str)
    assert isinstance(content(text), tuple)
