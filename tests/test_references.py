"""References of a text to its own provisions, read as the provisions they name."""

from __future__ import annotations

import pytest

from policydiff.model import Address
from policydiff.references import REFERENCE, masked, refers


def named(text: str, at: str | None = None) -> list[str]:
    _, found = masked(text, Address.parse(at) if at else None)
    return ["".join(map(str, target)) for reference in found for target in reference.targets]


def test_lists_and_ranges_are_read_in_full() -> None:
    text, _ = masked("违反本条例第三条第一款、第二款或者第五条至第七条规定的", None)
    assert text == f"违反{REFERENCE}规定的"
    assert named("违反本条例第三条第一款、第二款或者第五条至第七条规定的") == [
        "第三条第一款",
        "第三条第二款",
        "第五条",
        "第六条",
        "第七条",
    ]


def test_relative_references_are_read_from_where_they_stand() -> None:
    assert named("依照前两条办理。", "第九条") == ["第七条", "第八条"]
    assert named("有本条第一款情形的，", "第九条") == ["第九条第一款"]
    assert named("依照前条办理。") == []  # where it stands is unknown


@pytest.mark.parametrize(
    "text", ["依照《渔港法》第三条处理。", "依照宪法第三条制定。", "依照渔港法第三条处理。", "依照渔港条例第三条处理。"]
)
def test_references_to_other_instruments_are_words(text: str) -> None:
    assert masked(text, None) == (text, ())


def test_its_own_name_leads_into_the_text_itself() -> None:
    assert named("依照本条例第三条处理。") == ["第三条"]


def test_whether_a_sentence_refers_at_all() -> None:
    assert refers("违反前款规定的，予以警告。")
    assert not refers("渔港应当建立巡查制度。")


@pytest.mark.parametrize("text", ["第" * 200_000, "第一条、" * 20_000, "前" * 200_000, "本条" * 20_000])
def test_hostile_sentences_are_read_in_linear_time(text: str) -> None:
    assert isinstance(masked(text, None)[0], str)
    assert isinstance(refers(text), bool)
