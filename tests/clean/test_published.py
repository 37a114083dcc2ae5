"""The day a page was put up, where the text itself bears none."""

from __future__ import annotations

from datetime import date

import pytest

from policydiff.clean import clean, published
from policydiff.read import read_bytes

TEXT = "海角市渡口管理办法（征求意见稿）\n{}\n第一条 为了规范渡口管理，制定本办法。\n第二条 渡口应当设置护栏。\n"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("发布日期：2023-09-20", date(2023, 9, 20)),
        ("发布时间: 2023年9月20日 18:30", date(2023, 9, 20)),
        ("时间：2023.9.20 来源：海角日报", date(2023, 9, 20)),
        ("发布时间：2023-13-45", None),
        ("第三条 发布日期：2023-09-20，由渡口管理所填写，存档备查。", None),
        ("浏览次数：2023", None),
    ],
)
def test_a_line_of_the_page_dates_it(line: str, day: date | None) -> None:
    assert published(clean(read_bytes(TEXT.format(line).encode(), "page.txt"))) == day


def test_a_page_is_dated_by_its_data() -> None:
    page = "<html><head><meta name='PubDate' content='2024-05-06 10:00'></head><body><p>{}</p></body></html>"
    text = TEXT.format("").replace("\n", "</p><p>")
    assert published(clean(read_bytes(page.format(text).encode(), "page.html"))) == date(2024, 5, 6)
