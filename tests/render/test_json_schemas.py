"""The published JSON Schemas: fresh, valid, and true of what the commands write."""

from __future__ import annotations

import json
import os
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support.json_schemas import SCHEMAS, schema_text

from policydiff import pipeline, render

ROOT = Path(__file__).resolve().parents[2]
OLD = "某市办法\n\n第一条 给予最高50万元补助，比例30%。\n第二条 期限三年。\n第三条 按照第二条办理。\n"
NEW = "某市办法\n\n第一条 给予最高80万元补助，比例20%。\n第二条 期限不超过两年。\n第四条 应当公示。\n"


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_as_published(name: str) -> None:
    path = ROOT / "docs" / f"{name}.schema.json"
    made = schema_text(name)
    if os.environ.get("POLICYDIFF_UPDATE_GOLDENS") == "1" and (not path.exists() or path.read_text("utf-8") != made):
        path.write_text(made, encoding="utf-8", newline="\n")
        pytest.fail(f"rewrote {path.name}: review it, then run without POLICYDIFF_UPDATE_GOLDENS")
    assert path.read_text(encoding="utf-8") == made
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.fixture(scope="module", params=["texts", "corpus"])
def answers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Real answers as data: of two full texts, and of a draft with reports of its final text."""
    folder, corpus = tmp_path_factory.mktemp("texts"), ROOT / "corpus"
    names = ["wuhan-ai@2024-draft", "wuhan-ai@2025-final"]
    if request.param == "texts":
        names = [str(folder / "old.txt"), str(folder / "new.txt")]
        for name, text in zip(names, (OLD, NEW), strict=True):
            Path(name).write_text(text, encoding="utf-8")
    old, new = (pipeline.load(name, corpus=corpus) for name in names)
    return {
        "comparison": json.loads(render.comparison_json(pipeline.compare(old, new))),
        "alignment": json.loads(render.alignment_json(old, new, pipeline.align(old, new))),
        "terms": json.loads(render.terms_json(old, pipeline.terms(old))),
    }


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_is_written_is_what_the_schema_says(name: str, answers: dict[str, Any]) -> None:
    errors = [
        f"{error.json_path}: {error.message}"
        for error in Draft202012Validator(SCHEMAS[name]).iter_errors(answers[name])
    ]
    assert errors == []


def spoiled(data: dict[str, Any], *path: str | int, value: object) -> dict[str, Any]:
    made = deepcopy(data)
    place: Any = made
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return made


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("changes", 0, "relation"), "vanished"),
        (("changes", 0, "signals"), ["mood"]),
        (("changes", 0, "surprise"), True),
        (("old", "date"), "yesterday"),
        (("old", "coverage"), "half"),
        (("counts", "directions"), {"sideways": 1}),
        (("notes",), [{"code": "x"}]),
    ],
)
def test_the_schema_refuses_what_the_program_never_writes(
    path: tuple[str | int, ...], value: object, answers: dict[str, Any]
) -> None:
    validator = Draft202012Validator(SCHEMAS["comparison"])
    assert validator.is_valid(answers["comparison"])
    assert not validator.is_valid(spoiled(answers["comparison"], *path, value=value))
