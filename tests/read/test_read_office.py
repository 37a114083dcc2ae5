"""Documents of older office programs, by way of LibreOffice: the real one where it is installed, and false ones."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

import docx
import pytest

from policydiff.errors import InputError, UnknownFormatError
from policydiff.read import ReadOptions, read_bytes, read_file

LINES = ("云泽市公共停车管理办法", "第一条 为了规范停车秩序，制定本办法。", "第二条 停车费每小时最高8元。")
installed = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed"
)
posix = pytest.mark.skipif(sys.platform == "win32", reason="false programs are shell scripts")


def rtf(*lines: str) -> bytes:
    """A rich text document as word processors write Chinese: every character by its number."""
    told = "\\par\n".join("".join(f"\\u{ord(char) - 65536 * (ord(char) > 32767)}?" for char in line) for line in lines)
    return f"{{\\rtf1\\ansi\\ansicpg936\\uc1 {told}}}".encode("ascii")


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of its own, which must be empty in the end."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def program(tmp_path: Path, private: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a false soffice goes, first on the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder / "soffice"


def write(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_without_libreoffice_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, private: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnknownFormatError) as error:
        read_bytes(rtf(*LINES), "办法.doc")
    told = str(error.value)
    assert told.startswith("办法.doc is a document that policydiff reads through LibreOffice: install LibreOffice")
    assert "apt install libreoffice-writer" in told
    assert "\n" not in told
    assert not list(private.iterdir())


@installed
def test_an_old_word_file_is_read(tmp_path: Path, private: Path) -> None:
    (tmp_path / "办法.rtf").write_bytes(rtf(*LINES))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "办法.rtf")], check=True, capture_output=True)
    source = read_file(tmp_path / "办法.doc")
    assert tuple(source.text.split("\n")) == LINES
    assert (source.media_type, source.encoding, source.evidence) == ("application/msword", "", "format")
    assert not list(private.iterdir())


@installed
def test_a_damaged_file_is_no_text_of_its_bytes(private: Path) -> None:
    with pytest.raises(InputError, match=r"办法\.wps cannot be opened by LibreOffice"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"garbage " * 200, "办法.wps")
    assert not list(private.iterdir())


@posix
def test_what_libreoffice_makes_is_read(program: Path, tmp_path: Path, private: Path) -> None:
    made = docx.Document()
    for line in LINES:
        made.add_paragraph(line)
    made.save(str(tmp_path / "made.docx"))
    write(program, f'pwd > {tmp_path}/where\necho "$@" > {tmp_path}/told\ncp {tmp_path}/made.docx out/document.docx')
    assert tuple(read_bytes(rtf("甲"), "a.rtf").text.split("\n")) == LINES
    told = (tmp_path / "told").read_text(encoding="utf-8")
    assert "--headless" in told
    assert "--infilter=Rich Text Format" in told
    where = Path((tmp_path / "where").read_text(encoding="utf-8").strip())
    assert where.parent == private
    assert f"-env:UserInstallation={where.as_uri()}/profile" in told
    assert not list(private.iterdir())


@posix
def test_the_profile_runs_no_macros(program: Path, tmp_path: Path) -> None:
    write(program, f"cp profile/user/registrymodifications.xcu {tmp_path}/settings")
    with pytest.raises(InputError):
        read_bytes(rtf("甲"), "a.rtf")
    settings = (tmp_path / "settings").read_text(encoding="utf-8")
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in settings
    assert '"ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1<' in settings


@posix
def test_a_program_that_never_ends_is_ended_with_its_children(program: Path, tmp_path: Path, private: Path) -> None:
    write(program, f"(sleep 1; touch {tmp_path}/survived) &\nsleep 30")
    start = time.monotonic()
    with pytest.raises(InputError, match=r"a\.rtf keeps LibreOffice busy for more than 0\.2 seconds"):
        read_bytes(rtf("甲"), "a.rtf", options=ReadOptions(office_seconds=0.2))
    assert time.monotonic() - start < 10
    assert not list(private.iterdir())
    time.sleep(1.2)
    assert not (tmp_path / "survived").exists()


@posix
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exit 1", "cannot be opened by LibreOffice"),
        ("exit 0", "cannot be opened by LibreOffice"),
        ("kill -9 $$", "cannot be opened by LibreOffice"),
        ("mkdir out/document.docx", "cannot be opened by LibreOffice"),
        ("echo garbage > out/document.docx", "damaged"),
        ("rm -rf out profile", "cannot be opened by LibreOffice"),
        ("head -c 3000 /dev/zero > out/document.docx", r"becomes larger than 0\.002 MB"),
    ],
)
def test_whatever_the_program_does_one_sentence_tells(program: Path, private: Path, script: str, told: str) -> None:
    write(program, script)
    with pytest.raises(InputError, match=told) as error:
        read_bytes(rtf("甲"), "办法.doc", options=ReadOptions(max_unpacked_bytes=2_000))
    assert str(error.value).startswith("办法.doc ")
    assert "\n" not in str(error.value)
    assert not list(private.iterdir())


@posix
def test_a_program_that_cannot_be_started_is_told(program: Path, private: Path) -> None:
    program.write_text("#!/no/such/interpreter\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(InputError, match=r"cannot be handed to LibreOffice \(No such file or directory\)"):
        read_bytes(rtf("甲"), "a.rtf")
    assert not list(private.iterdir())


def test_reading_other_formats_writes_nothing(private: Path) -> None:
    made, file = docx.Document(), BytesIO()
    made.add_paragraph(LINES[1])
    made.save(file)
    assert read_bytes(file.getvalue(), "a.docx").text == LINES[1]
    assert not list(private.iterdir())
