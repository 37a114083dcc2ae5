"""The page of limits is what the options themselves say, and what the command line really changes.

POLICYDIFF_UPDATE_GOLDENS=1 rewrites the page, and fails the run to say so.
"""

from __future__ import annotations

import ast
import inspect
import os
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from policydiff.clean import CleanOptions
from policydiff.cli.options import inputs
from policydiff.errors import InputError
from policydiff.fetch import FetchOptions
from policydiff.pipeline import InputOptions
from policydiff.read import ReadOptions, read_bytes

PAGE = Path(__file__).resolve().parent.parent / "docs" / "input-limits.md"
DEFAULTS: dict[str, Any] = {"revisions": "accepted", "max_size": 20.0, "allow_private": False}
CHANGED: dict[str, Any] = {"revisions": "original", "max_size": 5.0, "allow_private": True}
SWITCHES = {"revisions": "`--revisions`", "max_size": "`--max-size MB`", "allow_private": "`--allow-private`"}
HEAD = """\
# Limits on input

Made from the options themselves. Whatever a stranger sends, reading ends soon and within bounded memory: with the
text, or with one sentence that says what is wrong. Nothing is fetched while a file is read, and nothing is written, but
for documents that LibreOffice has to open: those are copied to a private temporary folder, which is removed again.

On the command line, the switches named below change a limit. From Python, all of them are fields:

```python
from pathlib import Path

from policydiff.fetch import FetchOptions
from policydiff.pipeline import InputOptions, load
from policydiff.read import ReadOptions

options = InputOptions(ReadOptions(max_bytes=50_000_000), FetchOptions(deadline=300))
version = load("条例.txt", corpus=Path("corpus"), inputs=options)
```
"""


def test_the_page_of_limits_is_true() -> None:
    parts = [
        HEAD,
        _section("Reading", ReadOptions, "read"),
        _section("Fetching", FetchOptions, "fetch"),
        _section("Cleaning", CleanOptions, ""),
    ]
    expected = "\n".join(parts)
    found = PAGE.read_text(encoding="utf-8") if PAGE.exists() else None
    if os.environ.get("POLICYDIFF_UPDATE_GOLDENS") == "1" and found != expected:
        PAGE.write_text(expected, encoding="utf-8")
        pytest.fail(f"{PAGE.name} rewritten")
    assert found == expected, f"{PAGE.name} is stale: run with POLICYDIFF_UPDATE_GOLDENS=1 and look at the difference"


def test_the_page_s_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "条例.txt").write_text("第一条 为了方便群众，制定本条例。", encoding="utf-8")
    names: dict[str, Any] = {}
    exec(HEAD.split("```python\n")[1].split("```", maxsplit=1)[0], names)
    assert names["options"].fetch.deadline == 300
    assert len(names["version"].documents[0].articles()) == 1


def _section(title: str, options: type[Any], part: str) -> str:
    stories, switches = _stories(options), _switches(part)
    lines = [f"## {title}: `{options.__name__}`", "", "| field | default | switch | why |", "|---|---:|---|---|"]
    for field in fields(options):
        switch, story = switches.get(field.name, ""), stories[field.name]
        lines.append(f"| `{field.name}` | {_shown(field.default)} | {switch} | {story} |")
    return "\n".join(lines) + "\n"


def _stories(options: type[Any]) -> dict[str, str]:
    """The text under each field, which is where its reason stands."""
    [body] = ast.parse(inspect.getsource(options)).body
    assert isinstance(body, ast.ClassDef)
    told = {}
    for statement, story in zip(body.body, body.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            assert isinstance(story, ast.Expr), f"{options.__name__}.{statement.target.id} has no story"
            told[statement.target.id] = " ".join(str(ast.literal_eval(story.value)).split()).replace("|", "\\|")
    return told


def _switches(part: str) -> dict[str, str]:
    """Which field each switch of the command line changes, found by pulling it."""
    found = {}
    usual = _opened(**DEFAULTS)
    for name, switch in SWITCHES.items():
        pulled = _opened(**{**DEFAULTS, name: CHANGED[name]})
        options, others = getattr(usual, part, None), getattr(pulled, part, None)
        for field in fields(options) if options is not None else ():
            if getattr(options, field.name) != getattr(others, field.name):
                found[field.name] = switch
    return found


@inputs
def _opened(*, inputs: InputOptions) -> InputOptions:
    return inputs


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:,}" if isinstance(value, int) else f"{value:g}" if isinstance(value, float) else str(value)


def test_every_switch_changes_something_and_the_defaults_are_the_options_own() -> None:
    usual = _opened(**DEFAULTS)
    assert (usual.read, usual.fetch) == (ReadOptions(), FetchOptions())
    changed = {*_switches("read").values(), *_switches("fetch").values()}
    assert changed == set(SWITCHES.values())


@pytest.mark.parametrize(
    ("data", "options", "told"),
    [
        (b"x" * 101, ReadOptions(max_bytes=100), "is larger than"),
        (b"\x01" * 3 + b"x" * 97, ReadOptions(max_control_share=0.02), "holds binary data"),
        ("喆镕".encode("gb18030") * 30, ReadOptions(min_common_share=0.5), "is not text in"),
    ],
)
def test_a_limit_of_reading_limits(data: bytes, options: ReadOptions, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_bytes(data, "a.txt", options=options)


@pytest.mark.parametrize("options", [ReadOptions, FetchOptions, CleanOptions])
def test_every_limit_has_its_story(options: type[Any]) -> None:
    stories = _stories(options)
    assert set(stories) == {field.name for field in fields(options)}
    assert all(len(story) > 20 for story in stories.values())
