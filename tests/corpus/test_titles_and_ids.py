"""Titles of one instrument, and ids for what is new."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.corpus import new_version_id, new_work_id, same_kin, title_key
from policydiff.corpus.names import is_id
from policydiff.model import Status

KEY = "云泽市促进低空物流发展若干规定"


@pytest.mark.parametrize(
    "title",
    [
        KEY,
        f"《{KEY}》",
        f"{KEY}（征求意见稿）",
        f"{KEY} (公开征求意见稿)",
        f"{KEY}（修订草案）（二次审议稿）",
        f"{KEY}（2024年修订）",
        f"{KEY}（试行）",
        f"{KEY}修订草案征求意见稿",
        f"{KEY}送审稿",
        f"云泽市人民政府关于印发《{KEY}》的通知",
        f"关于印发{KEY}（试行）的通知",
        f"云泽市人民政府办公室关于公开征求《{KEY}（征求意见稿）》意见的公告",
        "云泽市促进低空物流\n发展若干规定",
    ],
)
def test_every_version_of_an_instrument_has_one_key(title: str) -> None:
    assert title_key(title) == KEY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云泽市低空物流管理办法", "云泽市低空物流管理条例"),
        ("云泽市低空物流管理办法", "云泽市低空物流管理办法实施细则"),
        ("云泽市补贴办法（工业领域）", "云泽市补贴办法（农业领域）"),
        ("云泽市2024年低空物流行动方案", "云泽市2025年低空物流行动方案"),
        ("试行", "修订草案"),
    ],
)
def test_other_instruments_have_other_keys(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


def test_what_could_be_one_instrument_at_all() -> None:
    assert same_kin("云泽市低空物流管理暂行办法", "云泽市低空物流管理办法")
    assert same_kin("云泽促进低空物流发展若干政策", "云泽市促进低空物流发展若干政策措施")
    assert not same_kin("云泽市低空物流管理办法", "海州市低空物流管理办法")
    assert not same_kin("云泽市2024年行动方案", "云泽市2025年行动方案")
    assert not same_kin("云泽市低空物流管理办法", "云泽市低空物流管理办法实施细则")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (KEY, "yunze-dikong-wuliu-guiding"),
        (f"关于印发《{KEY}》的通知", "yunze-dikong-wuliu-guiding"),
        ("Ｇ60科创走廊建设方案", "g60-kechuang-zoulang-jianshe-fangan"),
        ("《》", "work"),
        ("???", "work"),
    ],
)
def test_a_work_s_id_can_be_read_aloud(title: str, expected: str) -> None:
    assert new_work_id(title, ()) == expected


def test_ids_are_never_taken_twice() -> None:
    taken: set[str] = set()
    for _ in range(4):
        taken.add(new_work_id(KEY, taken))
    assert taken == {f"yunze-dikong-wuliu-guiding{end}" for end in ("", "-2", "-3", "-4")}
    versions: set[str] = set()
    for _ in range(4):
        versions.add(new_version_id("draft", date(2024, 3, 27), None, versions))
    assert versions == {"2024-draft", "2024-03-27-draft", "2024-03-27-draft-2", "2024-03-27-draft-3"}


@pytest.mark.parametrize(
    ("status", "day", "year", "expected"),
    [
        ("official", date(2025, 2, 18), None, "2025-final"),
        ("second_draft", date(2025, 2, 18), None, "2025-second-draft"),
        (None, date(2023, 12, 29), None, "2023-12-29"),
        (None, None, 2025, "2025"),
        ("trial", None, None, "trial"),
        (None, None, None, "undated"),
    ],
)
def test_a_version_s_id_says_when_and_what(
    status: Status | None, day: date | None, year: int | None, expected: str
) -> None:
    assert new_version_id(status, day, year, ()) == expected


@pytest.mark.parametrize("piece", ["（试行）", "市", "印发", "办法", "《", "关于", "(稿"])
def test_a_title_of_any_length_is_read_at_once(piece: str) -> None:
    title = piece * 300_000
    assert len(title_key(title)) <= 400
    assert same_kin(title, KEY) in (True, False)
    assert is_id(new_work_id(title, ()))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_any_title_gives_a_key_and_a_valid_id(title: str) -> None:
    assert title_key(title_key(title)) == title_key(title)
    assert is_id(new_work_id(title, ()))
