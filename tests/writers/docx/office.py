"""LibreOffice as a judge: it takes or refuses all changes of a document by itself."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

OFFICE = shutil.which("soffice")
MISSING = "LibreOffice is not installed: what it judges is judged by the oracle alone"
_TRIES = 3
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = f"""{_HEAD}<!DOCTYPE library:library PUBLIC \
"-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" \
library:readonly="false" library:passwordprotected="false">
<library:element library:name="Judge"/></library:library>
"""
_MACRO = f"""{_HEAD}<!DOCTYPE script:module PUBLIC \
"-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Judge" \
script:language="StarBasic">
Sub Settle(source As String, command As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    Dim none()
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, none())
  End If
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), how())
  document.close(True)
End Sub
</script:module>
"""


class Office:
    """LibreOffice with a profile of its own.

    Args:
        folder: for the profile and the documents.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        # The first start makes the profile, which the macro then joins.
        self._run(
            "--convert-to", "txt", "--outdir", str(folder), str(self._put(b"none", "none.txt"))
        )
        basic = folder / "profile" / "user" / "basic" / "Standard"
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "script.xlb").write_text(_LIBRARY)
        (basic / "Judge.xba").write_text(_MACRO)

    def settled(self, data: bytes, command: str = "") -> bytes:
        """The document as it is saved, after ``AcceptAllTrackedChanges`` or another command."""
        source, target = self._put(data, "in.docx"), self._folder / "out.docx"
        target.unlink(missing_ok=True)
        command = f".uno:{command}" if command else ""
        self._run(f"macro:///Standard.Judge.Settle({source},{command},{target})")
        return target.read_bytes()

    def _put(self, data: bytes, name: str) -> Path:
        path = self._folder / name
        path.write_bytes(data)
        return path

    def _run(self, *arguments: str) -> None:
        assert OFFICE is not None
        command = [OFFICE, "--headless", self._profile, *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=1200)
