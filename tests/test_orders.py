"""What a decision to amend orders, read from its sentences."""

from __future__ import annotations

import pytest

from policydiff.model import Span
from policydiff.orders import orders, strikes_whole

TITLE = "海州市渔港办法"


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (
            order.kind,
            "、".join("".join(map(str, target)) for target in order.targets),
            order.out.of(text) if order.out else "",
            order.into.of(text) if order.into else "",
        )
        for order in orders(text, Span(0, len(text)), TITLE)
    ]


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("删去第四条、第六条。", [("struck", "第四条、第六条", "", "")]),
        ("第四条第二款予以删除。", [("struck", "第四条第二款", "", "")]),
        ("将《海州市渔港办法》第七条废止。", [("struck", "第七条", "", "")]),
        ("将第二条中的“五日”修改为“三日”。", [("exchanged", "第二条", "五日", "三日")]),
        (
            "将第二条、第五条中的“渔政处”统一修改为“渔政局”，“码头”修改为“泊位”。",
            [("exchanged", "第二条、第五条", "渔政处", "渔政局"), ("exchanged", "第二条、第五条", "码头", "泊位")],
        ),
        ("删去第三条第二款中的“和个人”。", [("exchanged", "第三条第二款", "和个人", "")]),
        ("将第三条改为第四条，修改为：“渔船应当报港。删去第九条。”", [("recast", "第三条", "", "")]),
        ("增加一条，作为第四条：“渔港应当设置浮标。”", [("inserted", "", "", "")]),
    ],
)
def test_an_order_names_provisions_and_words(said: str, read: list[tuple[str, str, str, str]]) -> None:
    assert told(said) == read


@pytest.mark.parametrize(
    "said",
    [
        "删去《海滩条例》第三条。",
        "本决定第二条自公布之日起施行。",
        "违反第三条规定的，予以警告。",
        "渔船进出渔港应当服从调度。",
        "将第二条修改为：",
    ],
)
def test_what_orders_nothing_of_this_text_is_no_order_of_it(said: str) -> None:
    assert [one for one in told(said) if one[0] != "recast"] == []


def test_a_part_of_an_article_is_not_the_whole_of_it() -> None:
    whole, part = ("删去第四条。", "删去第四条第二款。")
    assert [strikes_whole(orders(said, Span(0, len(said)), TITLE)[0]) for said in (whole, part)] == [True, False]


def test_a_quotation_that_is_never_closed_ends_with_the_text() -> None:
    said = "将第二条修改为：“" + "渔港" * 50_000
    assert told(said) == [("recast", "第二条", "", "")]


def test_each_paragraph_of_a_quotation_opens_and_only_the_last_one_closes() -> None:
    said = "（一）将第十条修改为：“第十条 渔港应当巡查。\n　　“第十一条 删去第五条。”\n（二）删去第三条。\n"
    assert [one[:2] for one in told(said)] == [("recast", "第十条"), ("struck", "第三条")]
