"""What stands below the last article of a copy and is no part of it."""

from __future__ import annotations

import pytest
from support.texts import version

LAW = """海州市渔港办法
第一条 为了保护渔港，制定本办法。
第二条 本办法由市渔业局解释。
第三条 本办法自2025年1月1日起施行。
"""


@pytest.mark.parametrize(
    "tail",
    [
        "（此件公开发布）",
        "(此件依申请公开)",
        "政策解读：第二条提高了补助，由300万元提高到500万元。",
        "联系人：渔政科 服务热线见公告",
        "咨询电话：见市渔业局公告",
    ],
)
def test_a_line_below_the_last_article_is_no_paragraph_of_it(tail: str) -> None:
    (document,) = version(LAW + tail).documents
    assert document.text_of(document.articles()[-1]).strip() == "第三条 本办法自2025年1月1日起施行。"


def test_an_article_on_whom_to_ask_keeps_its_lines() -> None:
    text = "海州市申报通知\n一、申报时间\n三月底前提交。\n二、联系方式\n联系人：渔政科\n咨询电话：见公告\n"
    (document,) = version(text).documents
    assert "咨询电话" in document.text_of(document.articles()[-1])


def test_a_paragraph_that_speaks_of_an_explanation_stays() -> None:
    (document,) = version(LAW + "政策解读应当与文件同步公布。").documents
    assert "政策解读" in document.text_of(document.articles()[-1])
