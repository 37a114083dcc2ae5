"""Whose words a sentence of a report gives: the cases stand in attribution.txt.

Each is a title, the paragraphs of a report, and its sentences, each behind the short title of the instrument it is
attributed to, or behind a dash where it is nobody's.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policydiff.model import Attribution, CleanText, Document, Origin, Source, Span
from policydiff.segment import segment

FIXTURE = (Path(__file__).parent / "attribution.txt").read_text(encoding="utf-8")
CASES = re.findall(r"(.+)\n\.\n((?:.*\n)*?)\.\n((?:.*\n)*?)\.\n", FIXTURE)
MEASURES, PLAN = "海州市促进海洋产业发展若干措施", "海州市海洋经济行动方案"
SHORT = {MEASURES: "措施", PLAN: "方案"}
HEAD = f"《{MEASURES}》（以下简称《措施》）与《{PLAN}》（以下简称《方案》）先后公布。\n"


def report(text: str, *, instrument: str | None = None, passages: tuple[Span, ...] = ()) -> Document:
    clean = CleanText(Source("test", "text/plain", "utf-8", "", text, ()), text, ())
    return segment(clean, origin=Origin("test"), instrument=instrument, passages=passages)


def said(found: Document, start: int = 0) -> str:
    return "".join(
        f"{SHORT[unit.attribution.instrument] if unit.attribution else '—'}　{found.text_of(unit).strip()}\n"
        for unit in found.walk()
        if unit.span.start >= start
    )


def test_every_case_is_read() -> None:
    assert len(CASES) == FIXTURE.splitlines().count(".") // 3 == 22


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_attribution(text: str, expected: str) -> None:
    assert said(report(HEAD + text), len(HEAD)) == expected


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_what_a_text_says_itself_is_stated(text: str) -> None:
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
