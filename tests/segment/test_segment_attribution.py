"""Whose words a sentence of a report gives: the cases stand in attribution.txt.

Each is a title, the paragraphs of a report, and its sentences, each behind the short title of the instrument it is
attributed to, in brackets where that is inferred, or behind a dash where it is nobody's.  The report speaks of two
instruments, or of one `alone`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.reading import segmented as report

from policydiff.model import Attribution, Document, Span

FIXTURE = (Path(__file__).parent / "attribution.txt").read_text(encoding="utf-8")
CASES = re.findall(r"(.+)\n\.\n((?:.*\n)*?)\.\n((?:.*\n)*?)\.\n", FIXTURE)
MEASURES, PLAN = "海州市促进海洋产业发展若干措施", "海州市海洋经济行动方案"
SHORT = {MEASURES: "措施", PLAN: "方案", "某某港口法": "某法"}
HEAD = f"《{MEASURES}》（以下简称《措施》）与《{PLAN}》（以下简称《方案》）先后公布。\n"
ALONE = f"《{MEASURES}》（以下简称《措施》）公布。\n"
OF_TWO = [case for case in CASES if not case[0].startswith("alone: ")]


def said(found: Document, start: int = 0) -> str:
    return "".join(
        f"{speaker(unit.attribution)}　{found.text_of(unit).strip()}\n"
        for unit in found.walk()
        if unit.span.start >= start
    )


def speaker(words: Attribution | None) -> str:
    if words is None:
        return "—"
    return SHORT[words.instrument] if words.certainty == "stated" else f"（{SHORT[words.instrument]}）"


def test_every_case_is_read() -> None:
    assert len(CASES) == FIXTURE.splitlines().count(".") // 3 == 51


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_attribution(title: str, text: str, expected: str) -> None:
    head = ALONE if title.startswith("alone: ") else HEAD
    assert said(report(head + text), len(head)) == expected


@pytest.mark.parametrize("text", [case[1] for case in OF_TWO], ids=[case[0] for case in OF_TWO])
def test_what_a_text_says_itself_is_stated(text: str) -> None:
    found = [unit.attribution for unit in report(HEAD + text).walk() if unit.attribution]
    assert all(words.certainty == "stated" for words in found)


@pytest.mark.parametrize("text", [case[1] for case in CASES if case not in OF_TWO])
def test_where_two_instruments_are_told_of_nothing_is_inferred(text: str) -> None:
    found = [unit.attribution for unit in report(HEAD + text).walk() if unit.attribution]
    assert all(words.certainty == "stated" for words in found)


def test_a_short_title_is_resolved_wherever_it_is_introduced() -> None:
    text = f"《措施》提出，对远洋船给予补助。\n日前，《{MEASURES}》（简称“措施”）公布。\n"
    assert [u.attribution for u in report(text).walk()] == [Attribution(MEASURES), None]


def test_an_unknown_short_title_stands_for_itself() -> None:
    (unit,) = report("《办法》提出，对远洋船给予补助。").walk()
    assert unit.attribution == Attribution("办法")


POINTED = "每年安排资金300万元；对远洋船最高补助50万元。《方案》提出，建设三个港口。"
PASSAGE = f"市财政局负责人介绍，全市有企业20家。{POINTED}天气晴好。\n"


def test_a_passage_that_a_person_points_at_is_inferred_sentence_by_sentence() -> None:
    start = len(HEAD) + PASSAGE.index(POINTED)
    found = report(HEAD + PASSAGE, instrument=MEASURES, passages=(Span(start, start + len(POINTED)),))
    table = [(found.text_of(unit).strip(), unit.attribution) for unit in found.walk()][1:]
    assert table == [
        ("市财政局负责人介绍，全市有企业20家。", None),
        ("每年安排资金300万元；", Attribution(MEASURES, "inferred")),
        ("对远洋船最高补助50万元。", Attribution(MEASURES, "inferred")),
        ("《方案》提出，建设三个港口。", Attribution(PLAN, "stated")),
        ("天气晴好。", None),
    ]


def test_a_passage_may_start_and_end_inside_a_sentence() -> None:
    text = "市财政局负责人透露，每年安排资金300万元，惠及百家企业。\n"
    start = text.index("每年")
    found = report(text, instrument=MEASURES, passages=(Span(start, start + len("每年安排资金300万元")),))
    assert [(found.text_of(unit).strip(), unit.attribution) for unit in found.walk()] == [
        ("市财政局负责人透露，", None),
        ("每年安排资金300万元", Attribution(MEASURES, "inferred")),
        ("，惠及百家企业。", None),
    ]


def test_without_an_instrument_a_passage_says_nothing() -> None:
    (unit,) = report("每年安排资金300万元。", passages=(Span(0, 13),)).walk()
    assert unit.attribution is None


def test_a_date_before_the_announcement_stays_with_its_sentence() -> None:
    (unit,) = report(f"6月2日，海州市印发《{MEASURES}》，支持企业研发，给予最高50万元补助。").walk()
    assert unit.attribution == Attribution(MEASURES)


def test_a_report_without_short_titles_speaks_of_the_one_instrument_it_tells_of() -> None:
    found = report("市政府印发《海州市渔业发展若干政策》。\n政策提出，每艘补助3万元。\n政策还明确，有效期2年。\n")
    instruments = [unit.attribution and unit.attribution.instrument for unit in found.walk()]
    assert instruments == [None, "海州市渔业发展若干政策", "海州市渔业发展若干政策"]


def test_a_nickname_in_quotes_is_a_name() -> None:
    found = report(
        "《海州市渔业发展若干政策》（以下简称“渔业8条”）公布。\n“渔业8条”提出，每艘补助3万元。\n渔业8条明确，可以续期。\n"
    )
    assert [bool(unit.attribution) for unit in found.walk()] == [False, True, True]


def test_numbered_subheads_of_a_report_are_no_provisions() -> None:
    found = report(
        "海州渔业新政来了\n一、船东补多少\n《海州市渔业发展若干政策》明确，每艘补助3万元。\n"
        "二、船员补多少\n《海州市渔业发展若干政策》规定，每人补助2000元。\n"
    )
    assert found.articles() == ()
    assert sum(unit.attribution is not None for unit in found.walk()) == 2


def attributed(text: str, *, instrument: str | None = None) -> list[tuple[str, str | None]]:
    found = report(text, instrument=instrument)
    return [
        (found.text_of(unit).strip(), unit.attribution.certainty if unit.attribution else None)
        for unit in found.walk()
        if unit.kind == "statement"
    ]


ISSUED = "海州市近日印发《海州市渔业发展若干政策》（以下简称《政策》）。\n"


def test_the_end_of_the_one_full_title_in_a_text_is_a_name() -> None:
    told = "《若干政策》提出，每艘补助3万元。\n《渔业发展若干政策》明确，有效期2年。\n"
    text = f"《海州市渔业发展若干政策》有关情况如下。\n{told}"
    instruments = [unit.attribution and unit.attribution.instrument for unit in report(text).walk()]
    assert instruments == [None, "海州市渔业发展若干政策", "海州市渔业发展若干政策"]


def test_the_end_of_two_full_titles_is_no_name() -> None:
    text = "《海州市渔业发展办法》与《云川市渔业发展办法》不同。\n《渔业发展办法》提出，每艘补助3万元。\n"
    assert [u.attribution and u.attribution.instrument for u in report(text).walk()] == [None, "渔业发展办法"]


def test_the_end_of_the_title_that_a_reader_holds_a_text_to_be_of_is_a_name() -> None:
    (unit,) = report("《渔业发展若干政策》提出，每艘补助3万元。", instrument="海州市渔业发展若干政策").walk()
    assert unit.attribution == Attribution("海州市渔业发展若干政策")


@pytest.mark.parametrize(
    "lead", ["《政策》对补助作出优化：", "《政策》要点如下。", "《政策》补什么", "问：《政策》有何支持？"]
)
def test_lines_under_one_that_names_the_only_instrument_are_inferred(lead: str) -> None:
    lines = "● 购置渔船的，每艘补助3万元。\n答：对船员给予2000元补贴。\n据悉，已有20家申报。\n对渔港补助1万元。\n"
    said = dict(attributed(f"{ISSUED}{lead}\n{lines}"))
    assert said["● 购置渔船的，每艘补助3万元。"] == "inferred"
    assert said["答：对船员给予2000元补贴。"] == "inferred"
    assert said["据悉，已有20家申报。"] is None
    assert said["对渔港补助1万元。"] is None


def test_of_two_instruments_none_goes_on_over_a_line() -> None:
    text = f"{HEAD}《措施》要点如下：\n对船员给予2000元补贴。\n"
    assert attributed(text)[-1] == ("对船员给予2000元补贴。", None)


def test_another_place_ends_the_lines_under_a_lead() -> None:
    text = f"{ISSUED}《政策》要点如下：\n对船员给予2000元补贴。\n北湾区再补贴1000元。\n"
    assert [words for words, certainty in attributed(text) if certainty] == ["对船员给予2000元补贴。"]


def test_a_numbered_summary_of_what_somebody_issued_is_a_report() -> None:
    found = report(
        "【政策速递】渔业新政要点\n海州市渔业局印发《海州市渔业发展办法》，要点如下：\n"
        "（一）购置渔船的，每艘补助3万元。\n（二）对船员给予2000元补贴。\n（三）建设渔港的，补助1万元。\n"
    )
    assert found.articles() == ()
    told = [unit.attribution for unit in found.walk() if unit.attribution]
    assert told == [Attribution("海州市渔业发展办法", "inferred")] * 3


@pytest.mark.parametrize(
    "head",
    [
        "海州市人民政府关于印发《海州市渔业发展办法》的通知\n各区人民政府：\n现将《海州市渔业发展办法》印发给你们。\n海州市渔业发展办法\n",
        "海州市2025年政务公开工作要点\n为落实《海州市政务公开办法》，现将重点工作通知如下：\n",
    ],
)
def test_a_notice_and_what_it_announces_are_no_report(head: str) -> None:
    assert report(f"{head}一、总体要求\n（一）购置渔船的，每艘补助3万元。\n（二）对船员给予2000元补贴。\n").articles()


@pytest.mark.parametrize(
    "words", ["以", "《措施》", "根据《措施》，", "购", "20", "，高于", "获得", "的，", "《甲乙丙丁戊己》将"]
)
def test_a_long_line_costs_no_more_than_its_length(words: str) -> None:
    text = f"{ISSUED}《政策》提出，{words * (60_000 // len(words))}\n"
    found = report(text)
    assert sum(unit.span.end - unit.span.start for unit in found.units) == len(text)
