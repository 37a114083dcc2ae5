"""The documentation tells the truth: its commands run, its quotations are real, its lists are complete.

POLICYDIFF_UPDATE_GOLDENS=1 rewrites what is generated, and fails the run to say so.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from policydiff.clean import RULES
from policydiff.cli import policydiff as command

ROOT = Path(__file__).resolve().parent.parent
UPDATE = os.environ.get("POLICYDIFF_UPDATE_GOLDENS") == "1"
READMES = {"README.md": "wuhan-ai.en.md", "README.zh-CN.md": "wuhan-ai.zh.md"}
BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
HEAD_ROWS = 5


def test_the_readmes_show_the_same_commands() -> None:
    one, other = (BLOCK.findall((ROOT / name).read_text(encoding="utf-8")) for name in READMES)
    assert [re.sub(r"\s+#.*", "", block) for block in one] == [re.sub(r"\s+#.*", "", block) for block in other]


def commands() -> list[str]:
    blocks = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    return [line for block in blocks for line in block.splitlines() if line.startswith("policydiff ")]


@pytest.mark.parametrize("line", commands())
def test_the_readme_s_commands_run(line: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    (tmp_path / "final.html").write_text("<html><body><p>一、不得采砂。</p></body></html>", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(line)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode in ((0, 1) if " diff " in line else (0,)), done.stderr
    assert done.stdout or "-o" in line


@pytest.mark.parametrize(("readme", "report"), READMES.items())
def test_the_readme_shows_the_head_of_the_real_report(readme: str, report: str) -> None:
    path = ROOT / readme
    text = path.read_text(encoding="utf-8")
    shown = re.sub(
        r"(<!-- head of .*? -->\n).*?(<!-- end -->)",
        lambda match: f"{match[1]}{_head(ROOT / 'reports' / report)}{match[2]}",
        text,
        flags=re.DOTALL,
    )
    _hold(path, shown)


def _head(report: Path) -> str:
    """The summary and the first rows of the figures, a heading level deeper and quoted."""
    summary, figures = report.read_text(encoding="utf-8").split("\n## ")[2:4]
    rows = [line for line in figures.splitlines() if line.startswith("|")][: HEAD_ROWS + 2]
    title, *sentences = summary.splitlines()
    lines = [f"**{title}**", *sentences, "", f"**{figures.splitlines()[0]}**", "", *rows]
    return "".join(f"> {line}".rstrip() + "\n" for line in lines)


def test_the_commands_are_documented() -> None:
    assert isinstance(command, click.Group)
    parts = ["# Commands\n\nMade from the program's own help.\n", f"```text\n{_help()}```\n"]
    parts += [f"## {name}\n\n```text\n{_help(name)}```\n" for name in sorted(command.commands)]
    _hold(ROOT / "docs" / "cli.md", "\n".join(parts))


def _help(*arguments: str) -> str:
    done = CliRunner().invoke(command, [*arguments, "--help"], prog_name="policydiff", terminal_width=100)
    assert done.exit_code == 0
    return done.output


def test_the_cleaning_rules_are_documented() -> None:
    parts = ["# Cleaning rules\n\nIn the order they run. Made from the rules themselves; the examples run as tests.\n"]
    for rule in RULES:
        parts.append(f"## {rule.name} · {rule.label_zh}\n\n{rule.reason}\n")
        rows = [f"- `{_shown(before)}` → `{_shown(after)}`" for before, after in rule.examples]
        rows += [f"- `{_shown(text)}` stays" for text in rule.negatives]
        parts.append("\n".join(rows) + "\n" if rows else "")
    _hold(ROOT / "docs" / "cleaning-rules.md", "\n".join(part for part in parts if part))


def _shown(text: str) -> str:
    """An example on one line, with what cannot be seen spelled out."""
    return "".join(c if c.isprintable() else f"⟦{ord(c):04X}⟧" for c in text.replace("\n", "⏎")).replace("`", "ˋ")


def _hold(path: Path, expected: str) -> None:
    """A generated text is what is committed; with the flag it is written, and the run fails to say so."""
    found = path.read_text(encoding="utf-8") if path.exists() else None
    if UPDATE and found != expected:
        path.write_text(expected, encoding="utf-8")
        pytest.fail(f"{path.relative_to(ROOT)} rewritten")
    assert found == expected, f"{path.name} is stale: run with POLICYDIFF_UPDATE_GOLDENS=1 and look at the difference"
