"""What a text says of itself: title, status, numbers, issuer, dates, validity, and what it cites."""

from __future__ import annotations

from datetime import date

import pytest
from support.reading import segmented

from policydiff.model import Fact, Metadata, Status
from policydiff.segment.lines import lines
from policydiff.segment.metadata import read_metadata
from policydiff.segment.region import find_region

NOTICE = """海州市海洋局关于公开征求《海州市沙滩养护办法（征求意见稿）》意见的通知
海海发〔2025〕12号
各有关单位：
根据《海州市养滩规划》（海政发〔2021〕7号），我局起草了办法，请于2025年3月31日前反馈意见。
海州市海洋局
2025年3月1日
附件
海州市沙滩养护办法
（征求意见稿）
为了养护海州市的沙滩，根据《海州市海洋条例》制定本办法。
一、养护责任。沙滩由所在地镇政府养护。
二、监督检查。依照《海州市海洋条例》和《巡查指南（2024版）》，市海洋局每季度检查一次。
本办法自2025年X月X日起施行，有效期五年。
"""
FINAL = """海州市人民政府关于印发海州市沙滩养护办法的通知
海政规〔2025〕8号
各区人民政府：
现将《海州市沙滩养护办法》印发给你们，请遵照执行。
海州市人民政府
2025年6月18日
海州市沙滩养护办法
第一条 沙滩由所在地镇政府养护。
第二条 本办法自2025年7月1日起施行，有效期至2028年6月30日。
"""


def metadata(text: str) -> Metadata:
    return segmented(text).metadata


def with_title(title: str) -> Metadata:
    return metadata(f"{title}\n一、沙滩由镇政府养护。\n二、不得采砂。\n")


def test_a_notice_of_consultation() -> None:
    found = metadata(NOTICE)
    assert found.title == "海州市沙滩养护办法"
    assert found.status == "draft"
    assert found.document_number == "海海发〔2025〕12号"
    assert (found.issuer, found.issued) == ("海州市海洋局", date(2025, 3, 1))
    assert found.comments_until == date(2025, 3, 31)
    assert found.effective is None, "2025年X月X日 leaves it open"
    assert found.validity == "五年"


def test_a_text_in_force() -> None:
    found = metadata(FINAL)
    assert found.title == "海州市沙滩养护办法"
    assert found.status == "official"
    assert found.document_number == "海政规〔2025〕8号"
    assert (found.issuer, found.issued) == ("海州市人民政府", date(2025, 6, 18))
    assert (found.comments_until, found.effective) == (None, date(2025, 7, 1))
    assert found.validity == "2028年6月30日"


def test_citations_come_once_each_with_their_numbers_and_places() -> None:
    cited = metadata(NOTICE).cited
    assert [(c.title, c.number) for c in cited] == [
        ("海州市养滩规划", "海政发〔2021〕7号"),
        ("海州市海洋条例", None),
        ("巡查指南（2024版）", None),
    ]
    assert cited[0].span.of(NOTICE) == "《海州市养滩规划》（海政发〔2021〕7号）"


def test_a_number_that_follows_only_the_second_time_is_kept() -> None:
    text = (
        "海州市沙滩养护办法\n一、依照《海州市海洋条例》养护。\n"
        "二、《海州市海洋条例》（海政发〔2020〕1号）另有规定的，从其规定。\n"
    )
    assert [(c.title, c.number) for c in metadata(text).cited] == [("海州市海洋条例", "海政发〔2020〕1号")]


def test_books_and_short_titles_are_no_citations() -> None:
    text = (
        "海州市沙滩养护办法\n一、阅读《海的故事》。\n"
        "二、《海州市海洋条例》（以下简称《条例》）另有规定的，从《条例》规定。\n"
    )
    assert [c.title for c in metadata(text).cited] == ["海州市海洋条例"]


@pytest.mark.parametrize(
    ("title", "name", "status"),
    [
        ("海州市沙滩管理办法", "海州市沙滩管理办法", None),
        ("海州市沙滩管理办法（试行）", "海州市沙滩管理办法", "trial"),
        ("海州市沙滩管理办法（暂行）", "海州市沙滩管理办法", "interim"),
        ("海州市沙滩管理办法（2025年修订）", "海州市沙滩管理办法", "revised"),
        ("海州市沙滩管理办法（征求意见稿）", "海州市沙滩管理办法", "draft"),
        ("海州市沙滩管理条例（草案）", "海州市沙滩管理条例", "draft"),
        ("海州市沙滩管理条例（修订草案二次审议稿）", "海州市沙滩管理条例", "second_draft"),
        ("海州市沙滩管理规定（送审稿）", "海州市沙滩管理规定", "submission"),
        ("海州市沙滩管理条例（草案三次审议稿）", "海州市沙滩管理条例", "second_draft"),
        ("海州市沙滩管理条例（草案二审稿）", "海州市沙滩管理条例", "second_draft"),
        ("海州市沙滩管理条例（草案征求意见稿）", "海州市沙滩管理条例", "draft"),
        ("海州市沙滩管理办法（公开征求意见稿）", "海州市沙滩管理办法", "draft"),
        ("海州市沙滩管理办法（第二次征求意见稿）", "海州市沙滩管理办法", "second_draft"),
        ("海州市沙滩管理办法（二次征求意见稿）", "海州市沙滩管理办法", "second_draft"),
        ("海州市沙滩管理办法（再次公开征求意见稿）", "海州市沙滩管理办法", "second_draft"),
        ("海州市沙滩管理办法（征求意见稿二）", "海州市沙滩管理办法", "second_draft"),
        ("海州市沙滩管理办法（征求意见稿（二））", "海州市沙滩管理办法", "second_draft"),
        ("海州市沙滩管理办法（征求意见稿第三稿）", "海州市沙滩管理办法", "second_draft"),
        ("海州市沙滩管理办法【征求意见稿】", "海州市沙滩管理办法", "draft"),
        ("海州市沙滩管理办法\n征求意见稿", "海州市沙滩管理办法", "draft"),
        ("海州市沙滩管理办法（试行）（征求意见稿）", "海州市沙滩管理办法", "draft"),
        ("海州市沙滩管理规定（报批稿）", "海州市沙滩管理规定", "submission"),
        ("海州市沙滩管理暂行办法", "海州市沙滩管理暂行办法", "interim"),
        ("海州市沙滩管理办法（修订稿）", "海州市沙滩管理办法", "revised"),
        ("海州市沙滩管理办法（正式稿）", "海州市沙滩管理办法", "official"),
        ("关于支持海洋产业发展的若干措施\n（征求意见稿）", "关于支持海洋产业发展的若干措施", "draft"),
        ("海州市海洋规划（2025—2027年）", "海州市海洋规划（2025—2027年）", None),
    ],
)
def test_title_and_status(title: str, name: str, status: Status | None) -> None:
    found = with_title(title)
    assert (found.title, found.status) == (name, status)


@pytest.mark.parametrize(
    ("line", "issued", "number"),
    [
        ("2023-09-20", date(2023, 9, 20), None),
        ("2023.9.20", date(2023, 9, 20), None),
        ("（2023年5月10日）", date(2023, 5, 10), None),
        ("（海府规〔2024〕3号，2024年1月15日印发）", date(2024, 1, 15), "海府规〔2024〕3号"),
        (
            "（2024年1月15日海州市人民政府令第12号公布　自2024年3月1日起施行）",
            date(2024, 1, 15),
            "海州市人民政府令第12号",
        ),
        ("2023-09/20", None, None),
    ],
)
def test_the_line_below_the_title_dates_the_text(line: str, issued: date | None, number: str | None) -> None:
    found = with_title(f"海州市沙滩管理办法\n{line}")
    assert (found.title, found.issued, found.document_number) == ("海州市沙滩管理办法", issued, number)


@pytest.mark.parametrize(
    ("closing", "effective"),
    [
        ("本办法自2025年7月1日起施行。", date(2025, 7, 1)),
        ("本办法自2025年7月1日起正式实施。", date(2025, 7, 1)),
        ("本办法自2025年 X 月 X 日起施行。", None),
        ("本办法自  年  月  日起施行。", None),
        ("本办法自二〇二五年七月一日起施行。", date(2025, 7, 1)),
        ("本办法自二○二五年十二月三十一日起施行。", date(2025, 12, 31)),
        ("本办法自2025 年 7 月 1 日起施行。", date(2025, 7, 1)),
        ("本办法自发布之日起施行。", None),
        ("本办法自2025年13月1日起施行。", None),
    ],
)
def test_when_it_takes_effect(closing: str, effective: date | None) -> None:
    assert metadata(f"海州市沙滩管理办法\n一、不得采砂。\n{closing}\n").effective == effective


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("请于2025年4月2日前将修改意见发至市海洋局。", date(2025, 4, 2)),
        ("意见反馈截至2025年4月2日止。", date(2025, 4, 2)),
        ("请于2025年4月40日前反馈意见。", None),
        ("我局已于去年完成起草工作。", None),
        ("征求意见截止时间为2025年4月2日。", date(2025, 4, 2)),
    ],
)
def test_until_when_comments_are_taken(sentence: str, until: date | None) -> None:
    assert metadata(f"{sentence}\n海州市沙滩管理办法\n一、不得采砂。\n").comments_until == until


def test_dates_of_the_text_itself_are_no_deadline_for_comments() -> None:
    text = "海州市沙滩管理办法\n一、企业应当于2025年4月2日前提出申请。\n二、不得采砂。\n"
    assert metadata(text).comments_until is None


def test_a_signature_with_a_date_left_open_still_names_the_issuer() -> None:
    found = metadata("海州市沙滩管理办法\n一、不得采砂。\n二、不得倾倒。\n海州市海洋局\n2025年X月X日\n")
    assert (found.issuer, found.issued) == ("海州市海洋局", None)


def test_a_plan_without_its_title_line_is_named_by_the_page_that_announces_it() -> None:
    text = (
        "会上发布了《海州市海洋产业三年行动方案》，反响热烈。\n为加快海洋产业发展，现制定本行动方案。\n"
        "一、总体目标\n到2027年建成三个港口。\n二、重点任务\n加快建设港口。\n"
    )
    assert metadata(text).title == "海州市海洋产业三年行动方案"


def test_a_text_that_says_nothing_of_itself() -> None:
    assert metadata("海边风大。\n请勿下海。\n") == Metadata()
    assert metadata("") == Metadata()


@pytest.mark.parametrize(
    ("closing", "validity", "expires"),
    [
        ("本办法自2025年7月1日起施行，有效期三年。", "三年", date(2028, 6, 30)),
        ("本办法自2025年7月1日起施行，有效期3年。", "3年", date(2028, 6, 30)),
        ("本办法自2025年7月1日起施行，有效期为十八个月。", "十八个月", date(2026, 12, 31)),
        ("本办法自2025年8月31日起施行，有效期6个月。", "6个月", date(2026, 2, 28)),
        ("本办法自2024年2月29日起施行，有效期一年。", "一年", date(2025, 2, 28)),
        ("本办法自二〇二五年七月一日起施行，有效期两年。", "两年", date(2027, 6, 30)),
        ("本办法自2025年7月1日起施行，有效期至2028年6月30日。", "2028年6月30日", date(2028, 6, 30)),
        ("本办法有效期至二〇二八年六月三十日。", "二〇二八年六月三十日", date(2028, 6, 30)),
        ("本办法有效期自2025年7月1日起至2028年6月30日止。", "2028年6月30日止", date(2028, 6, 30)),
        ("本办法自2025年7月1日起施行，至2028年6月30日止。", None, date(2028, 6, 30)),
        ("本办法自发布之日起施行，有效期三年。", "三年", None),
        ("本办法自2025年X月X日起施行，有效期五年。", "五年", None),
        ("本办法自2025年7月1日起施行，长期有效。", None, None),
        ("本办法自2025年7月1日起施行。", None, None),
    ],
)
def test_how_long_it_is_in_force(closing: str, validity: str | None, expires: date | None) -> None:
    found = metadata(f"海州市沙滩管理办法\n一、许可证有效期五年，项目执行至2030年1月1日。\n{closing}\n")
    assert (found.validity, found.expires) == (validity, expires)


@pytest.mark.parametrize(
    "number",
    [
        "海政规〔2025〕3号",
        "海政规[2025]3号",
        "海政规（2025）3号",
        "海政规(2025)3号",
        "海政规［2025］3号",
        "海政规【2025】3号",
        "海政规 〔2025〕 3 号",
        "海政规〔2025〕第3号",
        "海州市人民政府令第3号",
        "海州市人民政府令 第 3 号",
        "海州市人民政府令第十三号",
        "2025年第3号",
        "第3号",
    ],
)
def test_document_numbers_in_every_writing(number: str) -> None:
    for line in (number, f"（{number}）" if "（" not in number and "(" not in number else number):
        found = metadata(f"海州市人民政府公报\n{line}\n海州市沙滩管理办法\n第一条 不得采砂。\n第二条 不得倾倒。\n")
        assert found.document_number == number


@pytest.mark.parametrize(
    ("notice", "issuer"),
    [
        ("海州市人民政府关于印发海州市沙滩管理办法的通知", "海州市人民政府"),
        ("海州市海洋局 海州市财政局关于印发《海州市沙滩管理办法》的通知", "海州市海洋局 海州市财政局"),
        ("海州市海洋局关于公开征求《海州市沙滩管理办法》意见的公告", "海州市海洋局"),
        ("海州沙滩今日开放", None),
    ],
)
def test_the_notice_names_the_issuer_where_nobody_signs(notice: str, issuer: str | None) -> None:
    assert metadata(f"{notice}\n海州市沙滩管理办法\n第一条 不得采砂。\n第二条 不得倾倒。\n").issuer == issuer


def test_a_signature_dated_in_chinese_numerals() -> None:
    found = metadata("海州市沙滩管理办法\n一、不得采砂。\n二、不得倾倒。\n海州市海洋局\n二〇二五年六月十八日\n")
    assert (found.issuer, found.issued) == ("海州市海洋局", date(2025, 6, 18))


FACTS = (
    Fact("document_number", "海政规〔2025〕8号"),
    Fact("issued", "2025-06-18"),
    Fact("issuer", "海州市人民政府"),
    Fact("title", "海州市人民政府关于印发《海州市沙滩管理办法》的通知"),
)


def told(text: str, facts: tuple[Fact, ...]) -> Metadata:
    rows = tuple(lines(text))
    region = find_region(rows)
    places = (region.title, region.body, region.first) if region else (range(0), range(0), len(rows))
    return read_metadata(text, rows, *places, None, facts=facts)


def test_what_the_page_says_counts_where_the_text_is_silent() -> None:
    found = told("一、不得采砂。\n二、不得倾倒。\n", FACTS)
    assert (found.title, found.document_number) == ("海州市沙滩管理办法", "海政规〔2025〕8号")
    assert (found.issuer, found.issued) == ("海州市人民政府", date(2025, 6, 18))


def test_the_text_s_own_account_comes_first() -> None:
    text = "海洋公报\n海海发〔2024〕2号\n海州市采砂规定\n一、不得采砂。\n二、不得倾倒。\n海州市海洋局\n2024年3月1日\n"
    found = told(text, FACTS)
    assert (found.title, found.document_number) == ("海州市采砂规定", "海海发〔2024〕2号")
    assert (found.issuer, found.issued) == ("海州市海洋局", date(2024, 3, 1))


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("海州市人民政府关于印发海州市沙滩管理办法的通知", "海州市沙滩管理办法"),
        ("关于公开征求《海州市沙滩管理办法（征求意见稿）》意见的公告", "海州市沙滩管理办法"),
        ("海州市沙滩管理办法（试行）", "海州市沙滩管理办法"),
        ("海州市海洋局关于禁止采砂的通告", "海州市海洋局关于禁止采砂的通告"),
        ("海州出台新政：沙滩怎么管", None),
    ],
)
def test_the_headline_names_the_instrument(headline: str, title: str | None) -> None:
    assert told("一、不得采砂。\n二、不得倾倒。\n", (Fact("title", headline),)).title == title


@pytest.mark.parametrize(
    "facts",
    [
        (Fact("issuer", "海州市人民政府"), Fact("title", "海州市沙滩管理办法"), Fact("issued", "2025-06-18")),
        (Fact("document_number", "见附件"), Fact("issuer", "海州市人民政府")),
    ],
)
def test_a_report_is_not_given_the_page_s_issuer_or_title(facts: tuple[Fact, ...]) -> None:
    assert told("海边风大。\n请勿下海。\n", facts) == Metadata()


def test_values_that_are_none_are_ignored() -> None:
    junk = (
        Fact("document_number", "详见正文"),
        Fact("issued", "2025-13-40"),
        Fact("issuer", "海州市（信息中心）2025"),
        Fact("title", "通知"),
    )
    assert told("一、不得采砂。\n二、不得倾倒。\n", junk) == Metadata()


def test_the_headline_and_the_day_of_a_report_are_no_signature() -> None:
    found = segmented("渔港补贴涨了！海州发布新政\n2025年2月25日\n《海州市渔港若干措施》提出，对渔船给予补贴。\n")
    assert (found.metadata.issuer, found.metadata.issued) == (None, None)
    assert not [unit for unit in found.walk() if unit.kind == "signature"]
