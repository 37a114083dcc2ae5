"""LibreOffice settles the tracked changes of a Word file, as a person would who accepts or rejects all of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Literal

__all__ = ["PROGRAM", "settled"]

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim noArguments()
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, noArguments())
  Dim asText(1) As New com.sun.star.beans.PropertyValue
  asText(0).Name = "FilterName"
  asText(0).Value = "Text (encoded)"
  asText(1).Name = "FilterOptions"
  asText(1).Value = "UTF8,LF"
  document.storeToURL(target, asText())
  document.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{element}</library:library>
"""

_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
"""


def settled(document: bytes, folder: Path, verb: Literal["Accept", "Reject"]) -> str:
    """The text that is left once all changes are accepted or rejected."""
    source, target, profile = folder / "redline.docx", folder / f"{verb}.txt", folder / "profile"
    source.write_bytes(document)
    if not profile.exists():
        _run(profile, "--terminate_after_init")  # the first start of a profile runs no macros
    _write_macro(profile / "user" / "basic")
    _run(
        profile,
        f'macro:///Standard.Module1.Settle("{source.as_uri()}","{target.as_uri()}",".uno:{verb}AllTrackedChanges")',
    )
    return target.read_text(encoding="utf-8-sig").removesuffix("\n")


def _run(profile: Path, call: str) -> None:
    assert PROGRAM is not None
    words = [PROGRAM, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", call]
    subprocess.run(words, check=True, capture_output=True, timeout=120)


def _write_macro(basic: Path) -> None:
    library = basic / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    named = _LIBRARY.format(element='<library:element library:name="Module1"/>')
    for path, text in (
        (basic / "script.xlc", _LIBRARIES),
        (basic / "dialog.xlc", _LIBRARIES),
        (library / "script.xlb", named),
        (library / "dialog.xlb", _LIBRARY.format(element="")),
        (library / "Module1.xba", _MACRO),
    ):
        path.write_text(text, encoding="utf-8")
