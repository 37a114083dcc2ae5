"""The commands on a disk that is really full: a file system of one megabyte, in a mount namespace of its own."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SIZE = 1 << 20
ARTICLE = "第{number}条　从事{subject}经营的，应当自开业之日起{number}日内备案；逾期的，取消{number}万元补助。\n"
MOUNT = 'mount -t tmpfs -o size={size} tmpfs "$1" && shift && exec "$@"'
RUN = """
import os, subprocess, sys
from pathlib import Path

def run(name, *words):
    done = subprocess.run([sys.executable, "-m", "policydiff", *words], capture_output=True, check=False)
    told = done.stderr.decode().replace("\\n", "|")
    print(f"{name}\\t{done.returncode}\\t{told}\\t{done.stdout.decode().count(chr(10))}\\t{' '.join(there())}")

def there():
    return sorted(str(path) for path in Path("corpus").rglob("*") if path.is_file() and ".policydiff" not in path.parts)

def fill(left):
    with open("ballast", "ab") as stream:
        free = os.statvfs(".").f_bavail * os.statvfs(".").f_frsize
        stream.write(bytes(max(0, free - left)))

os.chdir(sys.argv[1])
incoming = sys.argv[2]
run("first", "add", f"{incoming}/first.txt")
for left in (0, 16384):
    fill(left)
    run(f"second with {left}", "add", f"{incoming}/second.txt")
    os.remove("ballast")
fill(0)
for words in (("search", "备案"), ("log",), ("show", "yunze-yugang-guanli-banfa"), ("report",), ("doctor",)):
    run(words[0], *words)
os.remove("ballast")
fill(49152)
run("search with a little", "search", "备案")
os.remove("ballast")
run("second with room", "add", f"{incoming}/second.txt")
run("search with room", "search", "备案")
"""


@functools.cache
def can_mount() -> bool:
    """Whether this system lets a process have a small file system for itself."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    command = ["unshare", "--mount", "sh", "-c", MOUNT.format(size=SIZE), "sh", "/mnt", "true"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def text(subject: str, articles: int) -> str:
    return f"云泽市{subject}管理办法\n\n" + "".join(
        ARTICLE.format(number=number, subject=subject) for number in range(1, articles)
    )


@pytest.mark.skipif(not can_mount(), reason="no file system of its own can be mounted here")
def test_a_full_disk_is_one_sentence_and_spoils_nothing(tmp_path: Path) -> None:
    incoming, disk = tmp_path / "incoming", tmp_path / "disk"
    for folder in (incoming, disk):
        folder.mkdir()
    (incoming / "first.txt").write_text(text("渔港", 12), encoding="utf-8")
    (incoming / "second.txt").write_text(text("停车", 400), encoding="utf-8")
    inside = [sys.executable, "-c", RUN, str(disk), str(incoming)]
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", MOUNT.format(size=SIZE), "sh", str(disk), *inside],
        capture_output=True,
        check=False,
        env=os.environ | {"XDG_CACHE_HOME": str(disk / "cache"), "PYTHONUTF8": "1"},
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    found = {name: (int(code), told, int(lines), files) for name, code, told, lines, files in rows}
    first = found["first"]
    assert (first[0], first[1]) == (0, "")
    for left in (0, 16384):
        code, told, lines, files = found[f"second with {left}"]
        assert (code, lines, files) == (2, 0, first[3]), left
        assert told.count("|") == 1, told
        assert told.endswith("the disk is full; make room or choose another place|")
    code, told, lines, _ = found["search"]
    assert (code, lines > 0) == (0, True)
    assert told == "policydiff: corpus 的索引无法保存（the disk is full）：本次检索重新读取所有版本|"
    assert found["search with a little"][0] == 0
    assert found["search with a little"][2] == lines
    assert [found[name][:2] for name in ("log", "show", "doctor")] == [(0, "")] * 3
    assert found["report"][0] == 2
    assert "no two versions" in found["report"][1]
    room = found["second with room"]
    assert (room[0], room[1]) == (0, "")
    assert len(room[3].split()) == 2 * len(first[3].split())
    assert found["search with room"][0] == 0
    assert found["search with room"][1].startswith("policydiff: 共")
