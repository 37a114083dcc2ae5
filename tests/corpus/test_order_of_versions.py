"""Versions without a date stand where their status puts them, and nowhere where it does not tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from support.versions import FIRST, SECOND, THIRD, put_version, put_work

from policydiff import pipeline, render
from policydiff.corpus import find_work, placed, undecided
from policydiff.errors import CorpusError
from policydiff.model import Note, Status
from policydiff.render.wording.corpus_words import corpus_words


@dataclass(frozen=True, slots=True)
class One:
    id: str
    status: Status | None = None
    date: date | None = None


DRAFT_2024, FINAL_2024 = One("d", "draft", date(2024, 3, 1)), One("f", "official", date(2024, 9, 1))


@pytest.mark.parametrize(
    ("versions", "order", "open_ones"),
    [
        ((One("d", "draft"), FINAL_2024), "df", ""),
        ((DRAFT_2024, One("f", "official")), "df", ""),
        ((One("a", "second_draft"), DRAFT_2024, FINAL_2024), "daf", ""),
        ((One("a", "trial"), One("b", "submission"), DRAFT_2024, FINAL_2024), "dbaf", ""),
        ((One("z", "draft"), One("y", "official"), One("x", "revised")), "zyx", ""),
        ((One("a"), DRAFT_2024, FINAL_2024), "df", "a"),
        ((One("a", "draft"), DRAFT_2024), "d", "a"),
        ((One("a", "trial"), One("b", "interim")), "", "ab"),
        ((One("a", "draft"), One("e", None, date(2024, 1, 1))), "e", "a"),
        # a work that was drafted twice: only what comes behind all of it has a place
        ((One("o", "official", date(2020, 1, 1)), DRAFT_2024, FINAL_2024, One("r", "revised")), "odfr", ""),
        ((One("o", "official", date(2020, 1, 1)), DRAFT_2024, FINAL_2024, One("a", "draft")), "odf", "a"),
        ((One("a"),), "a", ""),
    ],
)
def test_the_place_of_a_version_follows_from_its_date_or_else_its_status(
    versions: tuple[One, ...], order: str, open_ones: str
) -> None:
    for mixed in permutations(versions):
        assert "".join(one.id for one in placed(mixed)) == order
        assert "".join(sorted(one.id for one in undecided(mixed))) == open_ones


@pytest.fixture
def inferred(tmp_path: Path) -> Path:
    """A sum is raised from the draft, which has no date, to the final text."""
    work = put_work(tmp_path / "corpus")
    put_version(work, "draft", FIRST, status="draft")
    put_version(work, "2024-final", SECOND, day="2024-08-15", status="official")
    return tmp_path / "corpus"


@pytest.fixture
def unknown(tmp_path: Path) -> Path:
    """The same, and one more of which nothing is known."""
    work = put_work(tmp_path / "corpus")
    put_version(work, "2024-draft", FIRST, day="2024-06-01", status="draft")
    put_version(work, "2024-final", SECOND, day="2024-08-15", status="official")
    put_version(work, "a-copy", THIRD)
    return tmp_path / "corpus"


def test_an_undated_draft_is_the_old_text_and_every_answer_says_why(inferred: Path) -> None:
    found = pipeline.log(inferred)
    draft, final = found.works[0].versions
    assert (draft.id, draft.step, final.step is not None and final.step.since) == ("draft", None, "draft")
    assert final.step is not None
    assert (dict(final.step.figures).get("raised"), dict(final.step.figures).get("lowered")) == (1, None)
    told = Note("order_inferred", (("work", "harbours"), ("versions", "draft")))
    assert found.notes == (told,) == pipeline.order_of(inferred, "harbours")
    (report,) = pipeline.reported(inferred)
    old, new = pipeline.load_step("harbours", corpus=inferred)
    assert (report.old.id, report.new.id) == (old.id, new.id) == ("draft", "2024-final")
    assert report.notes[0] == told == pipeline.compare(old, new).notes[0]
    assert told not in pipeline.compare(new, old).notes, "a person has asked for that order"
    for lang in ("zh", "en"):
        assert "draft" in corpus_words(told, lang)
    assert [note.code for note in pipeline.checkup(inferred).remarks] == ["undated"]


def test_nothing_is_told_against_a_version_whose_place_is_open(unknown: Path) -> None:
    found = pipeline.log(unknown)
    steps = {one.id: one.step and one.step.since for one in found.works[0].versions}
    assert steps == {"2024-draft": None, "2024-final": "2024-draft", "a-copy": None}
    assert [note.code for note in found.notes] == ["order_open"]
    (report,) = pipeline.reported(unknown)
    assert (report.old.id, report.new.id) == ("2024-draft", "2024-final")
    assert pipeline.load_step("harbours", corpus=unknown)[1].id == "2024-final"
    with pytest.raises(CorpusError, match=r"neither a date nor the status tells .* write date into"):
        pipeline.load_step("harbours@a-copy", corpus=unknown)
    assert pipeline.show(unknown, "harbours").version.id == "2024-final"
    assert [stop.version.id for stop in pipeline.history(unknown, "harbours", "三").stops] == [
        "2024-draft",
        "2024-final",
    ]
    assert [stop.version.id for stop in pipeline.history(unknown, "harbours", "三", version="a-copy").stops] == [
        "a-copy"
    ]
    checkup = pipeline.checkup(unknown)
    assert [(note.code, dict(note.values)["versions"]) for note in checkup.faults] == [("order_open", "a-copy")]


def test_two_versions_of_which_nothing_is_known_are_not_compared(tmp_path: Path) -> None:
    work = put_work(tmp_path)
    put_version(work, "one", FIRST)
    put_version(work, "other", SECOND)
    assert [one.step for one in pipeline.log(tmp_path).works[0].versions] == [None, None]
    for ask in (
        lambda: list(pipeline.reported(tmp_path, "harbours")),
        lambda: pipeline.load_step("harbours", corpus=tmp_path),
        lambda: pipeline.show(tmp_path, "harbours"),
        lambda: pipeline.history(tmp_path, "harbours", "三"),
    ):
        with pytest.raises(CorpusError, match="one, other"):
            ask()
    assert pipeline.history(tmp_path, "harbours", "三", version="one").stops
    assert [version.id for version in find_work(tmp_path, "harbours").versions] == ["one", "other"]
    assert render.log_json(pipeline.log(tmp_path).works)
