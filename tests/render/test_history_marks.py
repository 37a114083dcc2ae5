"""The marks of a history on a page of Markdown, and how a search names the places it found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from support.reviewed import clause, full_comparison

from policydiff import render
from policydiff.model.answers import ArticleHistory, Stop
from policydiff.model.search import Findings, Found


def history() -> str:
    """第二条 → 第三条, its number and its first word new; its paragraph ends with a line break."""
    whole = full_comparison()
    old, new = whole.old.documents[0], whole.new.documents[0]
    rest = "应当购买保险，保额"
    edited = replace(
        whole.changes[2],
        clauses=(
            clause(old, "o2.1", new, "n3.1", [("replace", "第二条", "第三条")]),
            clause(
                old,
                "o2.2",
                new,
                "n3.2",
                [
                    ("insert", "", "运营人"),
                    ("delete", "运营人", ""),
                    ("equal", rest, ""),
                    ("replace", "不低于50万元", "不低于30万元"),
                    ("equal", "。\n", ""),
                ],
            ),
        ),
    )
    step = replace(whole, changes=(edited,))
    stops = (Stop(whole.old, ("o2",)), Stop(whole.new, ("n3",), step))
    return render.history_markdown(ArticleHistory(whole.new.work, "第三条", whole.new, ("n3",), stops), "zh")


def test_neighbouring_words_of_one_kind_stand_under_one_mark() -> None:
    page = history()
    assert "**第三条运营人**" in page
    assert "<strong>第三条运营人</strong>" in MarkdownIt().render(page)
    assert "****" not in page


def test_no_line_of_a_history_ends_in_a_break() -> None:
    assert not [line for line in history().splitlines() if line.endswith("<br>")]


def hit(place: str, **fields: str) -> Findings:
    values = {"title": "低空办法", "status": "draft", "date": "2024-03-01"} | fields
    one = Found(
        "low-flight@2024-draft", "low-flight", "2024-draft", values["title"], values["status"], values["date"], "full",
        place, "", "", "旧", "u1", "低空飞行", 0, (), 1.0,
    )  # fmt: skip
    return Findings("低空", 1, 0, (one,))


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [("title", "标题", "title"), ("signature1", "落款1", "signature 1"), ("r2annex", "报道2·附件", "report 2, annex")],
)
def test_places_without_a_number_are_named_in_words(place: str, zh: str, en: str) -> None:
    for lang, name in (("zh", zh), ("en", en)):
        assert f"  {name}\n" in render.hits_text(hit(place), lang, color=False, width=100)  # type: ignore[arg-type]


def test_a_hit_names_its_instrument_and_its_status() -> None:
    named = "《低空办法》征求意见稿（2024-03-01） · low-flight@2024-draft"
    assert named in render.hits_text(hit("第三条"), "zh", color=False, width=100)
    assert f"| {named} |" in render.hits_markdown(hit("第三条"), "zh")
    assert "《低空办法》征求意见稿" in render.hits_table(hit("第三条"), "zh", color=False, width=120)


def test_a_title_is_said_once_for_each_work() -> None:
    (first,) = hit("第三条").hits
    found = Findings(
        "低空", 3, 0, (first, replace(first, work="other", name="other@1"), replace(first, place="第四条"))
    )
    shown = render.hits_text(found, "zh", color=False, width=100)
    assert shown.count("《低空办法》") == 2
    assert "\n征求意见稿（2024-03-01） · low-flight@2024-draft  第四条\n" in shown
    files = Findings("低空", 2, 0, (replace(first, work=""), replace(first, work="", name="b.txt")))
    assert render.hits_text(files, "zh", color=False, width=100).count("《低空办法》") == 2


def test_a_hit_in_a_file_without_a_title_is_named_by_the_file() -> None:
    shown = render.hits_text(hit("第三条", title="", status="", date=""), "zh", color=False, width=100)
    assert "\nlow-flight@2024-draft  第三条\n" in shown
