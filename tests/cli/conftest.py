"""The command as a real process, and a small corpus of made-up measures for it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

DRAFT = """某市促进机器人产业发展若干措施（征求意见稿）

为促进我市机器人产业发展，制定本措施。

一、支持技术研发。对企业牵头的研发项目，给予最高50万元补助。（责任单位：市科技局）

二、支持平台建设。对新建的公共检测平台，按投入的20%给予最高100万元补助。（责任单位：市工信局）

三、支持人才引进。对引进的高端人才，给予每人10万元奖励。（责任单位：市人社局）

本措施自发布之日起施行，有效期三年。
"""
FINAL = """某市促进机器人产业发展若干措施

为促进我市机器人产业发展，制定本措施。

一、支持技术研发。对企业牵头的研发项目，给予最高80万元补助。（责任单位：市科技局）

二、支持平台建设。对新建的公共检测平台，按投入的20%给予最高100万元补助。（责任单位：市工信局）

本措施自发布之日起施行，有效期三年。
"""
REPORT = """某市出台机器人产业新政

近日，《某市促进机器人产业发展若干措施》（以下简称《措施》）印发。《措施》提出，对企业牵头的研发项目，给予最高80万元补助。
"""


def environment(**changes: str) -> dict[str, str]:
    """The surroundings of a run: this process's, without what would decide the encoding or the colours."""
    decisive = ("PYTHONIOENCODING", "PYTHONUTF8", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM")
    return {key: value for key, value in os.environ.items() if key not in decisive} | changes


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in a folder of its own; every output is bytes."""

    def command(*arguments: object, stdin: bytes = b"", **changes: str) -> subprocess.CompletedProcess[bytes]:
        words = [sys.executable, "-m", "policydiff", *map(str, arguments)]
        return subprocess.run(
            words, input=stdin, cwd=tmp_path, capture_output=True, check=False, env=environment(**changes), timeout=120
        )

    return command


def add_version(root: Path, name: str, text: str, *, day: str, report: bool = False) -> Path:
    """Write a version of the work `robots` by hand, as a person would."""
    folder = root / "robots" / name
    (folder / "raw").mkdir(parents=True)
    (folder / "raw" / "page.txt").write_text(text, encoding="utf-8")
    coverage, kind = ("excerpt", "report") if report else ("full", "text")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (folder / "version.toml").write_text(
        f'date = {day}\ncoverage = "{coverage}"\n\n[[source]]\nfile = "raw/page.txt"\nkind = "{kind}"\n'
        f'sha256 = "{sha256}"\n',
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus in the folder where the command runs: one work, its draft in full, its final text by a report."""
    root = tmp_path / "corpus"
    add_version(root, "2024-draft", DRAFT, day="2024-05-01")
    add_version(root, "2025-final", REPORT, day="2025-05-01", report=True)
    (root / "robots" / "work.toml").write_text('title = "某市促进机器人产业发展若干措施"\n', encoding="utf-8")
    return root


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """The draft and a full final text as two files."""
    paths = tmp_path / "draft.txt", tmp_path / "final.txt"
    for path, text in zip(paths, (DRAFT, FINAL), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def report() -> str:
    """A news report of the final text."""
    return REPORT
