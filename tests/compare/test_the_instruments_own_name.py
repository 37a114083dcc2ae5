"""What an instrument calls itself: 本规定 that became 本办法 renames it, and nothing else."""

from __future__ import annotations

from support.texts import revised

from policydiff.model import Comparison

RULES = (
    "为了规范渔港经营，根据国家规定，制定本规定。",
    "经营渔港，适用本规定。",
    "经营者应当遵守国家有关规定。",
    "违反本规定第三条规定的，予以警告。",
    "市渔业部门负责本规定的实施，并根据有关规定公布渔港目录。",
    "渔港收费按照国家规定执行。",
)


def renamed() -> Comparison:
    return revised(RULES, tuple(rule.replace("本规定", "本办法") for rule in RULES))


def test_the_name_is_told_and_not_the_word() -> None:
    assert renamed().replacements == (("本规定", "本办法", 4),)


def test_no_provision_changed_in_substance_by_it() -> None:
    assert {change.substance for change in renamed().changes} == {"none", "editorial"}


def test_a_number_that_changed_beside_the_name_is_told() -> None:
    new = (*(rule.replace("本规定", "本办法") for rule in RULES[:2]), "渔港由县级人民政府设立。", *RULES[2:])
    new = tuple(rule.replace("本规定第三条", "本办法第四条").replace("本规定", "本办法") for rule in new)
    found = revised(RULES, new)
    assert [change.substance for change in found.changes].count("reference_shift") == 1
