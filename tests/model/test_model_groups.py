"""Which links are one group, and what a group is called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from policydiff import pipeline, render
from policydiff.model import Link, connected

CORPUS = Path(__file__).parents[2] / "corpus"
DRAFT = """海州市渔港办法
第一条　渔港应当每月巡查一次，并公布巡查结果。
第二条　渔船进出渔港，应当服从调度，不得在航道内停泊。
第三条　渔港经营者应当在每年三月底以前报送上一年度的经营情况，并按照规定处理含油污水。
"""
FINAL = """海州市渔港办法
第一条　渔港应当每月巡查一次，并公布巡查结果。渔船进出渔港，应当服从调度，不得在航道内停泊。
第二条　渔港经营者应当在每年三月底以前报送上一年度的经营情况。
第三条　渔港经营者应当按照规定处理含油污水。
"""


def test_links_that_share_an_end_are_one_group() -> None:
    links = [Link("a", "x", 1.0), Link("b", "y", 1.0), Link("c", "x", 1.0), Link("b", "z", 1.0)]
    assert [[(link.old, link.new) for link in group] for group in connected(links)] == [
        [("a", "x"), ("c", "x")],
        [("b", "y"), ("b", "z")],
    ]


@pytest.fixture
def sides(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[str, str]:
    if request.param == "corpus":
        return "wuhan-ai@2024-draft", "wuhan-ai@2025-final"
    if request.param == "mirrored":
        return "wuhan-ai@2025-final", "wuhan-ai@2024-draft"
    if request.param == "reports":
        return "wuhan-ai@2025-final", "wuhan-ai@2025-final"
    (tmp_path / "old.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "new.txt").write_text(FINAL, encoding="utf-8")
    return str(tmp_path / "old.txt"), str(tmp_path / "new.txt")


@pytest.mark.parametrize("sides", ["corpus", "mirrored", "reports", "texts"], indirect=True)
def test_a_pair_bears_the_same_relation_in_an_alignment_and_in_a_comparison(sides: tuple[str, str]) -> None:
    old, new = (pipeline.load(name, corpus=CORPUS) for name in sides)
    aligned = json.loads(render.alignment_json(old, new, pipeline.align(old, new)))
    compared = json.loads(render.comparison_json(pipeline.compare(old, new)))
    told = {
        (link["old"][0], link["new"][0]): change["relation"]
        for change in compared["changes"]
        for link in change["links"]
    }
    rows = [*aligned["links"], *aligned["frame"]]
    assert rows
    for row in rows:
        assert row["relation"] == told[row["old"][0], row["new"][0]]
