"""diff --fold-replacements: what was only renamed is left out, and said to be."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

OLD = """第一条 市渔业局负责渔港登记，可以委托第三方巡查。
第二条 渔船买卖，应当向市渔业局报告。
第三条 市渔业局每年公布渔港名单。
第四条 渔港应当配备消防设备。
"""


def test_folding(tmp_path: Path, run: Run) -> None:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    new = OLD.replace("渔业局", "港航局").replace("可以", "应当")
    (tmp_path / "new.txt").write_text(new, encoding="utf-8")
    arguments = ["diff", "old.txt", "new.txt", "--format", "json"]
    plain, folded = run(*arguments), run(*arguments, "--fold-replacements")
    assert (plain.returncode, folded.returncode) == (1, 1)
    assert b"2 of 4 provisions left out" in folded.stderr
    before, after = json.loads(plain.stdout), json.loads(folded.stdout)
    assert [change["substance"] for change in before["changes"]] == ["substantive", "editorial", "editorial", "none"]
    assert [change["substance"] for change in after["changes"]] == ["substantive", "none"]
    assert after["changes"][0]["touched"] == [{"signal": "modal", "old": "可以", "new": "应当"}]
    assert after["replacements"] == before["replacements"]
    assert {"code": "folded", "values": {"count": "2"}} in after["notes"]
