"""What the command does before any document is read: help, version, encodings, imports."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import get_args

import click
import pytest

from policydiff import __version__
from policydiff.cli import options, policydiff
from policydiff.model import Status

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
COMMANDS = {"add", "align", "clean", "diff", "fetch", "outline", "report", "search", "terms"} | {
    "doctor",
    "history",
    "keywords",
    "log",
    "show",
}


def test_help_lists_the_commands_that_exist(run: Run) -> None:
    for flag in ("-h", "--help"):
        done = run(flag)
        assert done.returncode == 0
        listed = done.stdout.decode().split("Commands:")[1].split("Exit codes")[0]
        assert {line.split()[0] for line in listed.splitlines() if line[:3].strip()} == COMMANDS


def test_version(run: Run) -> None:
    assert run("--version").stdout.decode().split() == ["policydiff", __version__]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_each_option_and_has_an_example(name: str) -> None:
    command = policydiff.commands[name]
    assert command.help
    assert command.epilog
    assert command.epilog.startswith(f"Example: policydiff {name} ")
    assert not command.get_short_help_str(limit=70).endswith("...")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_shared_options_are_the_same_everywhere(name: str) -> None:
    given = {param.name: param for param in policydiff.commands[name].params}
    assert given["lang"].default == "zh"
    if "form" in given:
        assert given["form"].opts == ["--format"]
        assert given["form"].default == "text"
    if "output" in given:
        assert given["output"].opts == ["-o", "--output"]


def test_every_status_can_be_given() -> None:
    assert get_args(Status) == options.STATUSES


def test_help_imports_no_stage() -> None:
    code = (
        "import sys\nfrom policydiff.cli import policydiff\npolicydiff.main(['--help'], standalone_mode=False)\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    loaded = set(done.stderr.decode().split())
    assert "click" in loaded
    own = {name for name in loaded if name.startswith("policydiff.")}
    assert {name for name in own if not name.startswith("policydiff.cli")} == {"policydiff.errors", "policydiff.later"}
    assert not loaded & {
        "bs4",
        "lxml",
        "rich",
        "tomlkit",
        "jieba",
        "opencc",
        "rjieba",
        "rapidfuzz",
        "httpx2",
        "protego",
    }


def test_a_console_of_another_code_page_gets_utf8(run: Run) -> None:
    for changes in ({"PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}):
        done = run("clean", "缺失.txt", **changes)
        assert "缺失.txt" in done.stderr.decode("utf-8")
