"""What a log says of a step: counts that cannot be taken for one another."""

from __future__ import annotations

import pytest

from policydiff.model import Work
from policydiff.model.answers import LoggedStep, LoggedVersion, LoggedWork
from policydiff.render import Lang
from policydiff.render.corpus.log import log_markdown, log_text


def told(step: LoggedStep, lang: Lang) -> tuple[str, str]:
    version = LoggedVersion("2025", "official", "2025-01-02", "full", None, None, 1, 0, step)
    works = [LoggedWork(Work("port", "海州市渔港办法"), (version,))]
    return log_text(works, lang, color=False, width=200), log_markdown(works, lang)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "新增2条、删除1条、修改3条、仅移动1条（实质变化5条，含新增、删除）"),
        ("en", "2 added, 1 removed, 3 edited, 1 only moved (5 of substance, with added and removed)"),
    ],
)
def test_substantive_changes_say_that_articles_that_came_or_went_are_among_them(lang: Lang, words: str) -> None:
    step = LoggedStep("2024", (("added", 2), ("edited", 3), ("moved", 1), ("removed", 1)), (), 5)
    assert all(words in shown for shown in told(step, lang))


def test_a_step_without_such_articles_says_no_more_than_the_number() -> None:
    assert all("修改3条（实质变化2条）" in shown for shown in told(LoggedStep("2024", (("edited", 3),), (), 2), "zh"))
    assert not any("实质" in shown for shown in told(LoggedStep("2024", (("edited", 3),), (), 0), "zh"))
