"""What must be reached before something is granted is a condition; what is only counted has its own subject."""

from __future__ import annotations

import pytest
from support.reading import terms_of


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("年靠泊量达到300艘次以上，每艘渔船补贴2万元。", "condition"),
        ("年靠泊量达到300艘次以上，由县财政给予一次性奖励2万元。", "condition"),
        ("年靠泊量要达到300艘次以上才能申请补贴。", "condition"),
        ("力争年靠泊量达到300艘次以上，给予码头奖励2万元。", "target"),
        ("年靠泊量达到300艘次以上，渔港更加繁荣。", "target"),
    ],
)
def test_what_is_reached_before_a_grant_is_asked_for_it(text: str, role: str) -> None:
    assert terms_of(text)[0].role == role


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("验船人员少于二人或者未佩戴标志的，船东有权拒绝。", "验船人员"),
        ("年靠泊量达到300艘次以上才能申请补贴。", "年靠泊量"),
        ("渔港管理委员会委员为五人至九人的单数。", "渔港管理委员会委员"),
    ],
)
def test_what_stands_behind_a_count_is_not_always_counted(text: str, subject: str) -> None:
    assert terms_of(text)[0].subject == subject


def test_an_odd_number_of_members_is_laid_down_and_not_asked() -> None:
    (term,) = terms_of("渔港管理委员会委员为五人至九人的单数。")
    assert term.role is None


def test_an_act_that_goes_before_is_no_subject_of_a_period() -> None:
    (term,) = terms_of("抢险队应当先行封堵并在三十六小时内补交报告。")
    assert term.subject is None
