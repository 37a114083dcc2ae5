"""Another day of effect, and a period of validity beside a last day, between full texts and from a report."""

from __future__ import annotations

from support.texts import compared, report, version

TITLE = "蓝湾市促进渔港发展若干措施"
DRAFT = f"{TITLE}\n第一条 对新建渔港，给予30万元补助。\n第二条 本措施自2025年1月1日起施行，有效期三年。\n"
FINAL = f"{TITLE}\n第一条 对新建渔港，给予30万元补助。\n第二条 本措施自2025年3月1日起施行，有效期至2027年12月31日。\n"
TOLD = f"《{TITLE}》自2025年3月1日起施行，有效期至2027年12月31日。\n"


def test_a_period_beside_a_last_day_is_neither_dropped_nor_left_out() -> None:
    for new in (version(FINAL), report(TOLD, title=TITLE)):
        found = compared(version(DRAFT), new)
        (change,) = [c for group in found.changes for c in group.terms if any(t.role == "validity" for t in c.old)]
        assert (change.direction, change.new) == ("not_comparable", ())
        notes = {note.code: dict(note.values) for note in found.notes}
        assert notes["effective"] == {"old": "2025-01-01", "new": "2025-03-01"}
        assert notes["same_expiry"]["new"] == "2027-12-31"


def test_another_day_of_effect_in_a_report_is_substantive() -> None:
    found = compared(version(DRAFT), report(TOLD, title=TITLE))
    (last,) = [group for group in found.changes if group.new]
    assert last.substance == "substantive"
    assert "date" in last.signals


def test_the_same_day_of_effect_is_none() -> None:
    found = compared(version(DRAFT), report(f"《{TITLE}》自2025年1月1日起施行。\n", title=TITLE))
    assert not [note for note in found.notes if note.code == "effective"]
    assert all(group.substance == "none" for group in found.changes)


def test_a_day_without_its_year_is_another_day_whatever_the_year() -> None:
    found = compared(version(DRAFT), report(f"《{TITLE}》近日印发，自3月1日起施行。\n", title=TITLE))
    (note,) = [note for note in found.notes if note.code == "effective"]
    assert dict(note.values) == {"old": "2025-01-01", "new": "3月1日"}
    (last,) = [group for group in found.changes if group.new]
    assert (last.substance, last.signals) == ("substantive", ("date",))


def test_a_day_without_its_year_that_is_the_same_day_says_nothing() -> None:
    found = compared(version(DRAFT), report(f"《{TITLE}》近日印发，自1月1日起施行。\n", title=TITLE))
    assert not [note for note in found.notes if note.code == "effective"]
    assert all(group.substance == "none" for group in found.changes)
