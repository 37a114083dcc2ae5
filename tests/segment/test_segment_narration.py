"""Numbered explainers and the whole texts that look like them."""

from __future__ import annotations

import pytest
from support.reading import segmented
from support.texts import clean_text

from policydiff.model import Document, Origin
from policydiff.pipeline.versions import coverage_of
from policydiff.segment import segment

NAME = "海州市支持渔港发展若干措施"
LABELS = [
    ("一、", "二、"),
    ("（一）", "（二）"),
    ("1. ", "2. "),
    ("第一条：", "第二条："),
    ("01 ", "02 "),
    ("【1】", "【2】"),
]
TOLD = f"近日，海州市人民政府办公室印发《{NAME}》。"


def explainer(labels: tuple[str, ...], lead: str = "记者梳理如下：", headline: str = "渔港新政来了") -> str:
    return (
        f"{headline}\n来源：海州发布 2025-03-02\n{TOLD}{lead}\n{labels[0]}渔船补贴\n电动渔船每艘最高补贴60万元。\n"
        f"{labels[1]}泊位补贴\n新建泊位，每个补贴8万元。\n截至目前，全市渔船已达120艘，去年共兑现补贴3000万元。\n"
    )


def told(found: Document) -> list[str]:
    return [found.text_of(unit).strip() for unit in found.walk() if unit.attribution]


@pytest.mark.parametrize("labels", LABELS, ids=[labels[0] for labels in LABELS])
def test_the_numbers_of_a_narrator_are_no_provisions(labels: tuple[str, ...]) -> None:
    found = segmented(explainer(labels))
    assert coverage_of(found) == "excerpt"
    said = told(found)
    assert "电动渔船每艘最高补贴60万元。" in said
    assert "新建泊位，每个补贴8万元。" in said
    assert not any("3000万元" in words for words in said), "what was paid last year is the narrator's"


@pytest.mark.parametrize(
    "text",
    [explainer(LABELS[0], lead=""), explainer(LABELS[0], headline="海州出台渔港发展20条措施")],
    ids=["nothing leads to the list", "a headline that ends as a title does"],
)
def test_an_explainer_is_known_without_a_lead_or_under_a_like_headline(text: str) -> None:
    found = segmented(text)
    assert coverage_of(found) == "excerpt"
    assert "电动渔船每艘最高补贴60万元。" in told(found)


BODY = "一、渔船补贴\n电动渔船每艘最高补贴60万元。\n二、泊位补贴\n新建泊位，每个补贴8万元。\n"


@pytest.mark.parametrize(
    "text",
    [
        f"渔港新政来了\n来源：海州发布\n{TOLD}全文如下：\n{BODY}",
        f"渔港新政来了\n来源：海州发布\n{TOLD}\n{NAME}\n{BODY}",
        f"渔港新政来了\n来源：海州发布\n{TOLD}\n{BODY}本措施自2025年4月1日起施行。\n",
        f"渔港新政来了\n来源：海州发布\n{TOLD}\n为支持渔港发展，提出以下措施。\n{BODY}",
        f"渔港新政来了\n来源：海州发布\n{TOLD}\n以下是具体内容：\n{BODY}",
        f"渔港新政来了\n来源：海州发布\n{TOLD}\n{BODY}三、分工\n（责任单位：市渔业局）\n",
        f"海州市人民政府办公室\n各区人民政府：\n现将《{NAME}》印发给你们，请认真贯彻执行。\n{BODY}",
        f"来源：海州发布\n{BODY}",
    ],
    ids=["says so", "title", "itself", "preamble", "content", "offices", "notice", "nothing told"],
)
def test_a_whole_text_under_a_narrators_account_stays_one(text: str) -> None:
    found = segmented(text)
    assert found.articles()
    assert coverage_of(found) == "full"


def test_of_a_text_that_is_said_to_be_a_report_no_number_is_a_provision() -> None:
    text = f"渔港补贴，这样领\n《{NAME}》有哪些支持？\n{BODY}"
    found = segment(clean_text(text), origin=Origin("report"), reported=True)
    assert not found.articles()
    assert "电动渔船每艘最高补贴60万元。" in told(found)


def test_a_title_of_its_own_outweighs_that_a_text_is_said_to_be_a_report() -> None:
    found = segment(clean_text(f"{NAME}\n{BODY}"), origin=Origin("report"), reported=True)
    assert len(found.articles()) == 2
