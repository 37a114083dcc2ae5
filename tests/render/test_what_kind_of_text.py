"""What heads a version's column: no law is called a draft, and no draft law a draft for comment."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.texts import compared, version

from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.summary import comparison_title
from policydiff.render.wording.statuses import status_words

BODY = "第一条 为了规范渔港经营，制定本条例。\n第二条 渔港应当建立巡查制度。\n"


@pytest.mark.parametrize(
    ("title", "zh", "en"),
    [
        ("滨海省渔港条例（2023年修正）", "修正文本", "Text as amended"),
        ("滨海省渔港条例（2023年修订）", "修订文本", "Text as revised"),
        ("滨海省渔港条例（修订草案）", "修订草案", "Draft revision"),
        ("滨海省渔港条例（草案）", "草案", "Draft"),
        ("滨海省渔港条例\n（修订草案）", "修订草案", "Draft revision"),
        ("滨海省渔港条例（修订草案征求意见稿）", "征求意见稿", "Draft for comment"),
        ("滨海省渔港条例（征求意见稿）", "征求意见稿", "Draft for comment"),
        ("滨海省渔港条例（修订草案二次审议稿）", "二次审议稿", "Draft for second reading"),
        ("滨海省渔港条例（二次征求意见稿）", "二次征求意见稿", "Second draft"),
        ("滨海省渔港条例", "", ""),
    ],
)
def test_the_title_says_what_kind_of_text_it_heads(title: str, zh: str, en: str) -> None:
    one = version(f"{title}\n{BODY}")
    one = replace(one, status=one.documents[0].metadata.status)
    assert (status_words(one, "zh"), status_words(one, "en")) == (zh, en)


def test_a_status_that_a_person_gave_needs_no_words_of_the_title() -> None:
    one = replace(version(f"滨海省渔港条例\n{BODY}"), status="revised")
    assert (status_words(one, "zh"), status_words(one, "en")) == ("修改后文本", "Text as amended")


def test_a_law_as_amended_is_headed_as_one() -> None:
    old, new = (
        replace(one, status=one.documents[0].metadata.status)
        for one in (version(f"滨海省渔港条例（{said}）\n{BODY}") for said in ("2023年修正", "修订草案"))
    )
    assert comparison_title(Facts.of(compared(old, new)), "zh") == "《滨海省渔港条例》：修正文本与修订草案对照"
