"""Topics of articles that a page set on a line of their own: 【立法目的】⏎第一条 …, 第一条⏎【立法目的】….

The topic is a label of its article and stays; only the line end between the two goes, so that both are one paragraph.
"""

from __future__ import annotations

from policydiff.clean.page import Page
from policydiff.clean.rule import Rule
from policydiff.model import Edit, Span
from policydiff.patterns import lazy

__all__ = ["TOPICS"]

_NUMBER = r"第[ \u3000]?[一二三四五六七八九十百千零〇两\d]{1,9}[ \u3000]?[条條](?:之[一二三四五六七八九十]{1,3})?"
_TOPIC = r"【[^【】\n]{2,20}】"
_APART = lazy(
    rf"(?m)^[ \t\u3000]*(?:{_TOPIC}(?P<before>[ \t\u3000]*+\n)(?=[ \t\u3000]*{_NUMBER})"
    rf"|{_NUMBER}(?P<behind>[ \t\u3000]*+\n)(?=[ \t\u3000]*{_TOPIC}))"
)


def _find(page: Page) -> tuple[Edit, ...]:
    if "【" not in page.text:
        return ()
    return tuple(
        Edit(Span(*match.span("before" if match["before"] else "behind")), "") for match in _APART.finditer(page.text)
    )


TOPICS = Rule(
    name="topics",
    reason="an article's topic in brackets stands on a line of its own: it is a label of the article",
    label_zh="单独成行的条旨",
    find=_find,
    examples=(
        ("【立法目的】\n第一条 为了促进发展，制定本规定。", "【立法目的】第一条 为了促进发展，制定本规定。"),
        ("第二条\n【适用范围】本市行政区域内适用。", "第二条【适用范围】本市行政区域内适用。"),
    ),
    negatives=(
        "第一条【立法目的】为了促进发展，制定本规定。",
        "【政策解读】\n本规定有三个特点。",
        "第三条\n市人民政府统筹。",
    ),
)
