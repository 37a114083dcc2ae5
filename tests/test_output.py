"""Results are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from policydiff.errors import OutputError
from policydiff.output import write_all, write_bytes


def _names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_text_is_written_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_all([(tmp_path / "a.md", "第一条\n第二条\r\n")])
    assert (tmp_path / "a.md").read_bytes() == "第一条\n第二条\r\n".encode()
    assert _names(tmp_path) == ["a.md"]


def test_folders_are_made(tmp_path: Path) -> None:
    write_all([(tmp_path / "报告" / "甲" / "a.md", "x")])
    assert (tmp_path / "报告" / "甲" / "a.md").read_text() == "x"


def test_a_new_file_has_the_mode_any_program_would_give_it(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("x")
    write_all([(tmp_path / "ours", "x")])
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("before")
    path.chmod(0o640)
    write_all([(path, "after")])
    assert path.read_text() == "after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_keeps_its_target(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("before")
    (tmp_path / "link").symlink_to("real")
    write_all([(tmp_path / "link", "after")])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "after"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"is a folder; name a file in it"):
        write_all([(tmp_path, "x")])
    assert _names(tmp_path) == []


def test_a_path_under_a_file_is_refused_by_naming_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match=r"file is a file, not a folder"):
        write_all([(tmp_path / "file" / "deeper" / "a.md", "y")])
    assert (tmp_path / "file").read_text() == "x"


def test_a_device_is_written_to_and_stays_a_device() -> None:
    write_bytes(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("before")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"a\.md: the disk is full"):
        write_all([(path, "after")])
    assert path.read_text() == "before"
    assert _names(tmp_path) == ["a.md"]


def test_an_interruption_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all([(tmp_path / "a.md", "x")])
    assert _names(tmp_path) == []


def test_of_several_files_none_is_replaced_where_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("before")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError):
        write_all([(tmp_path / "a", b"after"), (tmp_path / "folder", b"x")])
    assert (tmp_path / "a").read_text() == "before"
    assert _names(tmp_path) == ["a", "folder"]


def test_an_overlong_name_is_explained(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="the name is too long"):
        write_all([(tmp_path / ("长" * 100), "x")])
    with pytest.raises(OutputError, match="the name is too long"):
        write_all([(tmp_path / ("长" * 100) / "a.md", "x")])


def test_a_name_that_is_no_utf8_does_not_stop_a_text(tmp_path: Path) -> None:
    write_all([(tmp_path / "a.md", "来源：\udcff.txt")])
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "来源：\\udcff.txt"
