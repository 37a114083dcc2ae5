"""Which provision became which: full texts by the numbers their articles bear, reports by their first words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from support import texts
from support.texts import version

from policydiff.align import align
from policydiff.model import Alignment, Version, Work

TITLE = "海州市支持海洋产业发展若干措施"
VESSELS = "支持远洋捕捞。对新建远洋渔船，按船价的20%给予最高300万元补助。渔船须在本市登记三年以上。"
RANCHES = "发展海洋牧场。每年遴选3个示范牧场，每个给予50万元奖励。鼓励牧场与科研院所共建育种基地。"
ANGLING = "培育海钓运动。举办国际海钓赛事，按活动费用的50%给予最高80万元资助。"
HARBOURS = "建设智慧港口。支持码头自动化改造，对无人集卡和岸桥远控系统给予专项支持。"
FINANCE = "强化金融支撑。设立海洋产业基金，引导银行开发渔船抵押贷款和海洋碳汇质押产品。"
MANGROVES = "保护红树林。划定红树林修复区，禁止围填和砍伐。"
BUILDING = "支持远洋捕捞。对新建远洋渔船，按船价的20%给予最高300万元补助。"
REGISTRY = "规范渔船登记。渔船须在本市登记三年以上。"
ALL = (VESSELS, RANCHES, ANGLING, HARBOURS, FINANCE)
OPENING = "为推动海洋经济高质量发展，结合海州实际，制定本措施。"
CLOSING = "本措施自2025年5月1日起施行，有效期三年。"


def report(*paragraphs: str) -> Version:
    return texts.report("".join(f"{paragraph}\n" for paragraph in paragraphs), title=TITLE)


def measures(*articles: str) -> Version:
    numbered = [f"{number}、{article}" for number, article in zip("一二三四五六七", articles, strict=False)]
    return version("\n".join((TITLE, OPENING, *numbered, CLOSING)) + "\n")


def name(side: Version, unit_id: str) -> str:
    """An article by its number, anything else by its kind or first words."""
    document, unit = side.index()[unit_id]
    if unit.label:
        return unit.label.rstrip("、")
    return document.text_of(unit).strip() if unit.kind == "statement" else unit.kind


def links(old: Version, new: Version, found: Alignment) -> list[tuple[str, str]]:
    return [(name(old, link.old), name(new, link.new)) for link in found.links]


def arrows(*pairs: str) -> list[tuple[str, str]]:
    """一→二 三→一, between the preambles and the closings, which always stand."""
    return [("preamble", "preamble"), *((pair[0], pair[-1]) for pair in pairs), ("closing", "closing")]


@pytest.mark.parametrize(
    ("old", "new", "pairs", "gone", "come"),
    [
        pytest.param(ALL, ALL, "一→一 二→二 三→三 四→四 五→五", "", "", id="identical"),
        pytest.param(ALL, (VESSELS, *ALL[2:]), "一→一 三→二 四→三 五→四", "二", "", id="removed, the rest renumbered"),
        pytest.param(
            ALL, (MANGROVES, *ALL), "一→二 二→三 三→四 四→五 五→六", "", "一", id="added, the rest renumbered"
        ),
        pytest.param(
            ALL, (HARBOURS, *ALL[:3], FINANCE), "一→二 二→三 三→四 四→一 五→五", "", "", id="moved to the front"
        ),
        pytest.param(ALL, ALL[::-1], "一→五 二→四 三→三 四→二 五→一", "", "", id="turned round"),
        pytest.param(ALL, (BUILDING, REGISTRY, *ALL[1:]), "一→一 一→二 二→三 三→四 四→五 五→六", "", "", id="split"),
        pytest.param((BUILDING, REGISTRY, *ALL[1:]), ALL, "一→一 二→一 三→二 四→三 五→四 六→五", "", "", id="merged"),
        pytest.param(
            ALL,
            ("壮大远洋船队。" + VESSELS.split("。", 1)[1], *ALL[1:]),
            "一→一 二→二 三→三 四→四 五→五",
            "",
            "",
            id="retitled",
        ),
        pytest.param(
            ALL,
            (*ALL[:4], "强化金融支撑。推出巨灾保险，由市属担保公司分担风险。"),
            "一→一 二→二 三→三 四→四 五→五",
            "",
            "",
            id="rewritten under the same heading",
        ),
        pytest.param(ALL, (*ALL[:4], MANGROVES), "一→一 二→二 三→三 四→四", "五", "五", id="one for another"),
        pytest.param(
            ALL,
            (VESSELS.replace("300万元", "500万元").replace("三年", "五年"), *ALL[1:]),
            "一→一 二→二 三→三 四→四 五→五",
            "",
            "",
            id="other figures",
        ),
    ],
)
def test_articles(old: Sequence[str], new: Sequence[str], pairs: str, gone: str, come: str) -> None:
    before, after = measures(*old), measures(*new)
    found = align(before, after)
    assert links(before, after, found) == arrows(*pairs.split())
    assert "".join(name(before, unit) for unit in found.old_only) == gone
    assert "".join(name(after, unit) for unit in found.new_only) == come
    mirrored = align(after, before)
    assert sorted((link.new, link.old) for link in mirrored.links) == sorted(
        (link.old, link.new) for link in found.links
    )
    assert (mirrored.new_only, mirrored.old_only) == (found.old_only, found.new_only)


def test_a_heading_alone_links_what_was_rewritten_beyond_likeness() -> None:
    old = measures(*ALL, "奖补。由市财政局审核拨付款项。")
    new = measures(*ALL, "奖补。主管部门每季公示名单，接受监督。")
    link = align(old, new).links[-2]
    assert (name(old, link.old), name(new, link.new)) == ("六", "六")
    assert "heading" in [reason.code for reason in link.reasons]


def test_a_heading_links_wherever_its_article_stands() -> None:
    audited, public = (
        "奖补。由市财政局会同审计机关核准，按季度拨付款项。",
        "奖补。主管人员于年底公示名单，接受群众举报。",
    )
    old, new = measures(*ALL, audited), measures(*ALL[:3], public, *ALL[3:])
    assert ("六", "四") in links(old, new, align(old, new))


def test_a_heading_that_two_articles_bear_links_nothing() -> None:
    audited, public = (
        "奖补。由市财政局会同审计机关核准，按季度拨付款项。",
        "奖补。主管人员于年底公示名单，接受群众举报。",
    )
    withdrawn = "奖补。弄虚作假骗取资助者，追回并计入诚信档案。"
    old, new = measures(*ALL, audited), measures(*ALL, public, withdrawn)
    assert "六" not in {name(old, link.old) for link in align(old, new).links}


def test_what_is_the_same_scores_one_and_says_why() -> None:
    found = align(measures(*ALL), measures(*ALL))
    assert {link.score for link in found.links} == {1.0}
    assert all({"likeness", "lead", "in_order"} <= {reason.code for reason in link.reasons} for link in found.links)


def test_what_has_changed_scores_less_than_what_has_not() -> None:
    split = align(measures(*ALL), measures(BUILDING, REGISTRY, *ALL[1:])).links
    assert 0 < split[2].score < 1 > split[1].score
    assert split[3].score == 1.0


def test_one_article_only() -> None:
    old, new = version(f"{TITLE}\n一、{VESSELS}\n"), version(f"{TITLE}\n一、{VESSELS.replace('300', '500')}\n")
    assert links(old, new, align(old, new)) == [("一", "一")]


def test_two_texts_that_share_nothing() -> None:
    old, new = version(f"{TITLE}\n一、{MANGROVES}\n"), version(f"{TITLE}\n一、{HARBOURS}\n")
    found = align(old, new)
    assert links(old, new, found) == []
    assert (len(found.old_only), len(found.new_only)) == (1, 1)


def test_empty_versions() -> None:
    empty, full = version("", title=TITLE), measures(*ALL)
    assert align(empty, empty) == Alignment((), (), ())
    assert align(full, empty).links == align(empty, full).links == ()
    assert len(align(full, empty).old_only) == len(align(empty, full).new_only) == 7
    assert align(Version(Work("", TITLE), "none", "full", ()), full).old_only == ()


PARAPHRASE = f"《{TITLE}》（以下简称《措施》）提出，对新建远洋渔船给予最高500万元补助。"
SUMMARY = "《措施》还提出，培育海钓运动、建设智慧港口。"
SPEAKER = "市海洋局负责人介绍，去年新建远洋渔船20艘，补助5000万元。"
ELSEWHERE = "《措施》明确，大熊猫繁育中心免费开放。"


def test_a_report_against_a_full_text() -> None:
    old, new = measures(*ALL), report(PARAPHRASE + SUMMARY + SPEAKER, ELSEWHERE)
    found = align(old, new)
    assert links(old, new, found) == [("一", PARAPHRASE), ("三", SUMMARY), ("四", SUMMARY)]
    assert [link.reasons[0].code for link in found.links] == ["restates", "mention", "mention"]
    assert [name(old, unit) for unit in found.old_only] == ["preamble", "二", "五", "closing"]
    assert [name(new, unit) for unit in found.new_only] == [ELSEWHERE], "what the speaker says is not compared at all"


def test_a_mention_names_the_words_it_rests_on() -> None:
    old, new = measures(*ALL), report(PARAPHRASE + SUMMARY)
    text = new.documents[0].text
    evidence = [link.evidence and link.evidence.of(text) for link in align(old, new).links]
    assert evidence == [None, "培育海钓运动", "建设智慧港口"]


def test_a_full_text_against_a_report_is_the_mirror_image() -> None:
    full, told = measures(*ALL), report(PARAPHRASE + SUMMARY + SPEAKER, ELSEWHERE)
    there, back = align(full, told), align(told, full)
    assert sorted((link.new, link.old, link.score) for link in back.links) == sorted(
        (link.old, link.new, link.score) for link in there.links
    )
    assert (back.new_only, back.old_only) == (there.old_only, there.new_only)


def test_two_reports() -> None:
    first = f"《{TITLE}》提出，对新建远洋渔船，给予最高300万元补助。"
    again = f"《{TITLE}》明确，对新建远洋渔船给予最高500万元补助。"
    other = f"《{TITLE}》明确，每年遴选三个示范牧场。"
    old, new = report(first), report(other, again)
    found = align(old, new)
    assert links(old, new, found) == [(first, again)]
    assert [name(new, unit) for unit in found.new_only] == [other]


def test_several_reports_of_one_version() -> None:
    old = measures(*ALL)
    other = f"《{TITLE}》指出，对新建远洋渔船给予最高500万元补助。"
    new = texts.report(PARAPHRASE + "\n", other + "\n", title=TITLE)
    assert links(old, new, align(old, new)) == [("一", PARAPHRASE), ("一", other)]


def test_a_sentence_of_set_phrases_mentions_no_article() -> None:
    new = report(f"《{TITLE}》指出，对民宿经济给予支持。")
    assert align(measures(*ALL), new).links == ()


def test_unnumbered_texts_are_taken_sentence_by_sentence() -> None:
    old = version("沙滩由镇政府养护，经费列入预算。\n禁止采砂和倾倒垃圾。\n", title=TITLE)
    new = version("禁止采砂和倾倒垃圾。\n沙滩由县政府养护，经费列入预算。\n每年清理四次。\n", title=TITLE)
    found = align(old, new)
    assert links(old, new, found) == [
        ("沙滩由镇政府养护，经费列入预算。", "沙滩由县政府养护，经费列入预算。"),
        ("禁止采砂和倾倒垃圾。", "禁止采砂和倾倒垃圾。"),
    ]
    assert [name(new, unit) for unit in found.new_only] == ["每年清理四次。"]


def test_a_preamble_never_becomes_an_article() -> None:
    old = version(f"{TITLE}\n{OPENING}\n一、{MANGROVES}\n")
    new = version(f"{TITLE}\n一、{OPENING}\n二、{MANGROVES}\n")
    assert links(old, new, align(old, new)) == [("一", "二")]


def test_the_same_input_gives_the_same_alignment() -> None:
    old, new = measures(*ALL), measures(BUILDING, REGISTRY, *ALL[:0:-1])
    assert align(old, new) == align(old, new)


def test_a_responsible_unit_that_both_name_links_nothing() -> None:
    retail = "培育龙头企业。对首次入选百强榜的海产加工企业，给予100万元奖励。（责任单位：市工信局、市地方金融管理局）"
    many = FINANCE + "（责任单位：市财政局、市海洋局、市发改委、市地方金融管理局）"
    old = measures(*ALL[:4], many, retail)
    new = measures(*ALL[:4], FINANCE + "（责任单位：市地方金融管理局）")
    found = align(old, new)
    assert [name(old, unit) for unit in found.old_only] == ["六"]


def test_a_text_has_one_closing_however_it_is_worded() -> None:
    old = version(f"{TITLE}\n一、{VESSELS}\n本政策自2024年3月1日起执行，有效期三年。\n")
    new = version(f"{TITLE}\n一、{VESSELS}\n本措施自2025年2月18日起施行，有效期五年。\n")
    assert links(old, new, align(old, new)) == [("一", "一"), ("closing", "closing")]
