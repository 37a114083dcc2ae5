"""docs/library.md: its programs print what stands under them, its tables name every verb and every field."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest

import policydiff
from policydiff import model

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
PROGRAM = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)
TEXTS = {
    "empty.txt": "",
    "harbour.txt": (
        "海州市渔港补助办法\n第一条 为了规范渔港补助，制定本办法。\n"
        "第二条 对渔港按照投资额的20%给予补助，最高50万元。\n"
        "第三条 本办法由市渔业局负责解释。\n"
    ),
    "news.txt": "本报讯 《海州市渔港补助办法》近日印发。《海州市渔港补助办法》提出，渔港补助最高80万元。\n",
}


def test_its_programs_print_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    programs = PROGRAM.findall(PAGE)
    assert len(programs) == PAGE.count("```python")
    names: dict[str, object] = {}
    for program, shown in programs:
        exec(compile(program, "library.md", "exec"), names)
        assert capsys.readouterr().out == shown


@pytest.mark.parametrize("name", re.findall(r"^\| `([A-Z]\w+)` \| `", PAGE, re.MULTILINE))
def test_a_type_has_the_fields_it_names(name: str) -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |"))
    fields = [field.name for field in dataclasses.fields(getattr(model, name))]
    assert re.findall(r"`(\w+)`", row)[1:] == fields


def test_it_names_every_verb() -> None:
    named = set(re.findall(r"`(\w+)`", PAGE.split("## ", maxsplit=1)[0]))
    assert set(policydiff.__all__) - {"__version__"} <= named
