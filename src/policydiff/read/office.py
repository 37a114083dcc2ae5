"""Documents of older office programs (.doc, .wps, .rtf, Word's XML, .odt), turned into .docx by LibreOffice.

This is the one place where reading runs another program and writes to disk: LibreOffice works on files.  The capture
is copied into a private temporary folder, which also holds a profile of its own, so that neither the person's settings
nor a running LibreOffice are touched; the folder is removed whatever happens.  That profile runs no macros, updates no
links and sends what would go to the network to a port where nobody listens.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from policydiff.errors import InputError, UnknownFormatError
from policydiff.read.kinds import OFFICE
from policydiff.read.options import ReadOptions
from policydiff.read.reading import Reading

__all__ = ["read_office"]

_PROGRAMS = ("soffice", "libreoffice")
_INSTALL = (
    "install LibreOffice (Debian, Ubuntu: apt install libreoffice-writer), or save it as .docx and name that file"
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def read_office(kind: str, data: bytes, uri: str, options: ReadOptions) -> Reading:
    """The text of an office document, by way of the .docx that LibreOffice makes of it.

    `kind` is one of `kinds.OFFICE`.  Raises InputError, or UnknownFormatError where LibreOffice is not installed.
    """
    from policydiff.read.docx import read_docx  # noqa: PLC0415 - brings python-docx, which most captures do not need

    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UnknownFormatError(f"{uri} is a document that policydiff reads through LibreOffice: {_INSTALL}")
    return read_docx(_converted(program, data, kind, uri, options), uri, options)


def _converted(program: str, data: bytes, kind: str, uri: str, options: ReadOptions) -> bytes:
    """What LibreOffice makes of the document."""
    try:
        with tempfile.TemporaryDirectory(prefix="policydiff-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            document = folder / f"document{OFFICE[kind][0]}"
            document.write_bytes(data)
            _write_profile(folder / "profile")
            (folder / "out").mkdir()
            _run(program, OFFICE[kind][1], document, uri, options)
            result = folder / "out" / "document.docx"
            if not result.is_file():
                raise InputError(
                    f"{uri} cannot be opened by LibreOffice: open it there, save it as .docx and name that"
                )
            with result.open("rb") as file:
                made = file.read(options.max_unpacked_bytes + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"{uri} cannot be handed to LibreOffice ({reason}): save it as .docx and name that") from None
    if len(made) > options.max_unpacked_bytes:
        size = f"{options.max_unpacked_bytes / 1_000_000:g} MB"
        raise InputError(f"{uri} becomes larger than {size} as .docx: cut out the document and name that file")
    return made


def _write_profile(folder: Path) -> None:
    """The settings of a profile that runs, updates and fetches nothing."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for path, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _run(program: str, import_filter: str, document: Path, uri: str, options: ReadOptions) -> None:
    """Run LibreOffice to its end, or to the end of our patience; what it prints is of no use to a person."""
    folder = document.parent
    command = [
        program,
        "--headless",
        "--invisible",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        f"--infilter={import_filter}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        str(document),
    ]
    with subprocess.Popen(  # noqa: S603 - a program of the path, with arguments that are all our own
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # a starter script and its children end together
    ) as process:
        try:
            process.wait(options.office_seconds)
        except subprocess.TimeoutExpired:
            raise InputError(
                f"{uri} keeps LibreOffice busy for more than {options.office_seconds:g} seconds: "
                "save it as .docx and name that file"
            ) from None
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what is left of the process and its children."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return  # all of them have ended
    elif process.poll() is None:
        process.kill()
