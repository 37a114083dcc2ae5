"""Nothing looks for cycles while large trees grow, and the caller's own setting is what it was."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from policydiff import compare as compare_stage
from policydiff import pipeline
from policydiff.model import Alignment, Comparison, Term, Version
from policydiff.pipeline.collecting import uncollected


@pytest.fixture(params=[True, False])
def setting(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Cycles looked for by the caller, or not; undone behind the test."""
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_the_setting_is_what_it_was_even_behind_a_fault(setting: bool) -> None:
    seen: list[bool] = []

    @uncollected()
    def fails() -> None:
        with uncollected():
            seen.append(gc.isenabled())
        seen.append(gc.isenabled())
        raise ValueError("meant")

    with pytest.raises(ValueError, match="meant"):
        fails()
    assert seen == [False, False]
    assert gc.isenabled() is setting


def test_comparing_puts_it_off_and_gives_it_back(
    setting: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, days in (("old", "十日"), ("new", "十五日")):
        (tmp_path / name).write_text(f"第一条 渡口应当在{days}内公示票价。\n第二条 本规定自公布之日起施行。\n", "utf-8")
    old, new = (pipeline.load(str(tmp_path / name), corpus=tmp_path) for name in ("old", "new"))
    assert gc.isenabled() is setting
    seen: list[bool] = []
    stage = compare_stage.compare

    def watched(
        old: Version, new: Version, alignment: Alignment, mine: Iterable[Term], theirs: Iterable[Term]
    ) -> Comparison:
        seen.append(gc.isenabled())
        return stage(old, new, alignment, mine, theirs)

    monkeypatch.setattr(compare_stage, "compare", watched)
    assert len(pipeline.compare(old, new).changes) == 2
    assert seen == [False]
    assert gc.isenabled() is setting
