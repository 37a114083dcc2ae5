"""How often and of how many: what measures a count is no figure of its own."""

from __future__ import annotations

import pytest
from support.reading import terms_of

from policydiff.terms.frequencies import base_of, frequency_in


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("每两年", "每两年"),
        ("每2年", "每两年"),
        ("每二年", "每两年"),
        ("每1年", "每年"),
        ("每年度", "每年"),
        ("每一个季度", "每季度"),
        ("每3个月", "每三个月"),
        ("每半年", "每半年"),
        ("每星期", "每周"),
        ("每天", "每日"),
        ("每12小时", "每十二小时"),
        ("每0年", "每零年"),
        ("每家", None),
    ],
)
def test_one_spelling_of_how_often(text: str, often: str | None) -> None:
    assert frequency_in(text + "至少检查") == often


def test_a_frequency_is_one_term() -> None:
    (term,) = terms_of("经营者应当每半年至少组织一次逃生演练。")
    assert (term.quote, term.recurrence, term.subject) == ("至少组织一次", "每半年", "逃生演练")


def test_who_acts_is_named_without_how_often() -> None:
    (term,) = terms_of("备用电源应当每六个月切换一次。")
    assert (term.recurrence, term.subject) == ("每六个月", "备用电源")


def test_a_period_stays_one_where_nothing_is_counted() -> None:
    (term,) = terms_of("经营者应当每三年更换设备。")
    assert (term.kind, term.quote, term.subject) == ("duration", "三年", "经营者")


def test_the_last_number_of_so_many_measures_a_count() -> None:
    assert base_of("每百户业主设门岗,每千名居民配备") == "每千名居民"
    assert base_of("每3个月至少") is None


def test_what_is_not_reckoned_by_so_many_keeps_its_own_number() -> None:
    assert [term.quote for term in terms_of("全市新增300名护士，培训2次。")] == ["300名", "2次"]
    assert next(term.quote for term in terms_of("聘请不少于300名居民担任2类职务。")) == "不少于300名"
