"""Titles on several lines, titles of texts without provisions, signatures in one line, tables of contents."""

from __future__ import annotations

from datetime import date

import pytest

from policydiff.model import CleanText, Document, Fact, Origin, Source
from policydiff.segment import segment

BODY = "一、支持清淤。给予补助。\n二、支持植草。给予奖励。\n"


def document(text: str, headline: str | None = None, facts: tuple[Fact, ...] = ()) -> Document:
    clean = CleanText(Source("test", "text/html", "utf-8", "", text, (), headline, facts), text, ())
    found = segment(clean, origin=Origin("test"))
    assert "".join(found.text_of(unit) for unit in found.walk() if not unit.children) == text
    return found


def title(text: str, headline: str | None = None) -> str | None:
    return document(text, headline).metadata.title


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("海州市促进渔港经济\n发展若干措施\n", "海州市促进渔港经济发展若干措施"),
        ("关于进一步支持海州市渔业\n高质量发展的若干政策（试行）\n", "关于进一步支持海州市渔业高质量发展的若干政策"),
        ("海州市推动渔港更新\n实施方案\n", "海州市推动渔港更新实施方案"),
        ("关于加强渔港管理\n的通知\n", "关于加强渔港管理的通知"),
        # the notice above names it in full
        ("现将《海州渔港三年提升办法》印发给你们。\n海州渔港\n三年提升办法\n", "海州渔港三年提升办法"),
        (
            "海州市海洋局关于印发海州渔港发展规划实施办法的通知\n海州渔港发展规划\n实施办法\n",
            "海州渔港发展规划实施办法",
        ),
        # each line is what it is
        ("海州市海洋局\n关于支持渔业发展的若干意见\n", "关于支持渔业发展的若干意见"),
        ("海州市人民政府文件\n渔港管理若干规定\n", "渔港管理若干规定"),
        ("海州市支持渔业发展\n海州市渔港管理办法\n", "海州市渔港管理办法"),
        ("海州市加强渔港管理。\n渔港管理若干规定\n", "渔港管理若干规定"),
        ("海州市印发规划和办法\n渔港管理若干规定\n", "渔港管理若干规定"),
        ("法规名称：海州市渔港条例\n", "海州市渔港条例"),
        ("第7/2021号法律\n渔港保护制度\n", "渔港保护制度"),
        ("第七条说明\n渔港保护制度\n", None),
    ],
)
def test_titles_on_one_line_and_on_several(head: str, named: str | None) -> None:
    assert title(head + BODY) == named


def test_the_page_s_headline_names_a_title_on_two_lines() -> None:
    text = "海州渔港\n三年提升办法\n" + BODY
    assert title(text) == "三年提升办法"
    assert title(text, "海州渔港三年提升办法-海州市海洋局") == "海州渔港三年提升办法"
    fact = Fact("title", "关于印发《海州渔港三年提升办法》的通知")
    found = document(text, facts=(fact,))
    assert found.metadata.title == "海州渔港三年提升办法"
    assert found.text_of(found.units[0]) == "海州渔港\n三年提升办法\n"


SIGNED = "各区：\n请报送材料，每家奖励20万元。\n海州市海洋局\n2025年7月1日\n"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("关于开展渔港普查的通知\n" + SIGNED, "关于开展渔港普查的通知"),
        ("海州市海洋局关于开展渔港普查\n工作的通知\n" + SIGNED, "海州市海洋局关于开展渔港普查工作的通知"),
        ("海州市海洋局关于渔港情况的报告\n" + SIGNED, "海州市海洋局关于渔港情况的报告"),
        ("《海州市渔港管理办法》政策解读\n《办法》提出三点要求。\n", "《海州市渔港管理办法》政策解读"),
        (
            "关于《海州市渔港管理办法（草案）》的起草说明\n现说明如下。\n",
            "关于《海州市渔港管理办法（草案）》的起草说明",
        ),
        ("海州发布渔港普查的通知\n本报讯，市海洋局要求各区报送材料。\n", None),
        ("最高20万元！渔港新政解读\n市海洋局介绍了办法。\n", None),
    ],
)
def test_a_text_without_provisions_has_the_title_it_bears(text: str, named: str | None) -> None:
    found = document(text)
    assert (found.metadata.title, found.articles()) == (named, ())
    assert found.metadata.status is None


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("海州市海洋局　　2025年7月1日", "海州市海洋局"),
        ("海州市人民政府办公室 2025年7月1日", "海州市人民政府办公室"),
        ("海州市海洋局　海州市财政局　2025年7月1日", "海州市海洋局 海州市财政局"),
        ("海州市人民政府二〇二五年七月一日", "海州市人民政府"),
    ],
)
def test_a_signature_in_one_line(line: str, issuer: str) -> None:
    found = document(f"海州市渔港管理办法\n{BODY}{line}\n附件\n申请表\n姓名和船号。\n")
    assert (found.metadata.issuer, found.metadata.issued) == (issuer, date(2025, 7, 1))
    assert [found.text_of(unit).strip() for unit in found.units if unit.kind == "signature"] == [line]


@pytest.mark.parametrize(
    "text",
    [
        f"海州市海洋局 2025年7月1日\n海州市渔港管理办法\n{BODY}",
        f"海州市渔港管理办法\n{BODY}由海州市海洋局2025年7月1日\n",
        f"海州市渔港管理办法\n{BODY}海州市海洋局2025年7月1日印发\n",
        f"海州市渔港管理办法\n{BODY}渔船进港 2025年7月1日\n",
    ],
)
def test_what_is_no_signature(text: str) -> None:
    assert (document(text).metadata.issuer, document(text).metadata.issued) == (None, None)


@pytest.mark.parametrize(
    "line", ["海海发〔2025〕9号　　签发人：张某", "海海发〔2025〕9号签发人：张某 李某", "海海发〔2025〕9号\t签发：张某"]
)
def test_the_number_on_what_goes_up_to_a_superior(line: str) -> None:
    assert document(f"海州市海洋局文件\n{line}\n海州市渔港方案\n{BODY}").metadata.document_number == "海海发〔2025〕9号"


def test_a_regulation_of_macau_has_its_number() -> None:
    assert document(f"第18/2024号行政法规\n渔港资助规章\n{BODY}").metadata.document_number == "第18/2024号行政法规"


CONTENTS = (
    "第一章 总则{0}1\n第二章 渔港{0}3\n第三章 附则{0}12\n",
    "第一章　总则\n第一条 甲。\n第二章　渔港\n第二条 乙。\n第三章　附则\n第三条 丙。\n",
)


@pytest.mark.parametrize("leader", ["\t", " ", "……", "......", " …… "])
@pytest.mark.parametrize("heading", ["目录\n", "目　录\n", ""])
def test_a_table_of_contents_with_page_numbers_holds_no_chapters(leader: str, heading: str) -> None:
    found = document("海州市渔港条例\n" + heading + CONTENTS[0].format(leader) + CONTENTS[1])
    assert [unit.heading for unit in found.walk() if unit.kind == "chapter"] == ["总则", "渔港", "附则"]
    assert found.oddities == ()
    assert found.metadata.title == "海州市渔港条例"


def test_chapters_that_end_in_figures_are_no_contents() -> None:
    found = document(
        "海州市渔港规划\n第一章 目标 2027\n第一条 甲。\n第二章 目标 2030\n第二条 乙。\n第三章 目标 2035\n第三条 丙。\n"
    )
    assert [unit.heading for unit in found.walk() if unit.kind == "chapter"] == ["目标 2027", "目标 2030", "目标 2035"]
