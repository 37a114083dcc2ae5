"""An invented instrument in several versions, and a corpus folder that holds them."""

from __future__ import annotations

import hashlib
from pathlib import Path

__all__ = [
    "FINAL",
    "FIRST",
    "REPORT",
    "SECOND",
    "THIRD",
    "TITLE",
    "everything",
    "file",
    "put_three",
    "put_two",
    "put_version",
    "put_work",
]

TITLE = "海州市促进渔港发展若干规定"

FIRST = f"""{TITLE}（征求意见稿）

第一条　为了促进渔港发展，保障渔业生产，根据有关法律、法规，结合本市实际，制定本规定。
第二条　对新建渔港的经营者，给予最高300万元补助。
第三条　渔港经营者应当依法登记，并在每年三月底以前报送上一年度的经营情况。
第四条　渔船进出渔港，应当服从渔港经营者的调度，不得在航道内停泊。
第五条　本规定自2024年7月1日起施行。
"""
SECOND = f"""{TITLE}
海政规〔2024〕8号

第一条　为了促进渔港发展，保障渔业生产，根据有关法律、法规，结合本市实际，制定本规定。
第二条　市渔业主管部门负责渔港的规划、建设和监督管理工作。
第三条　对新建渔港的经营者，给予最高500万元补助。
第四条　渔港经营者应当依法登记。
第五条　渔港经营者应当在每年三月底以前报送上一年度的经营情况。
第六条　渔船进出渔港，应当服从渔港经营者的调度，不得在航道内停泊。
第七条　本规定自2024年9月1日起施行。

海州市人民政府
2024年8月15日
"""
THIRD = f"""{TITLE}（2026年修订）
海政规〔2026〕2号

第一条　为了促进渔港发展，保障渔业生产，根据有关法律、法规，结合本市实际，制定本规定。
第二条　市渔业主管部门负责渔港的规划、建设和监督管理工作。
第三条　对新建渔港的经营者，给予最高400万元补助，补助期限不超过三年。
第四条　渔港经营者应当依法登记，并在每年三月底以前报送上一年度的经营情况。
第五条　本规定自2026年3月1日起施行。

海州市人民政府
2026年2月10日
"""
REPORT = f"""海州市出台渔港新政

近日，海州市人民政府印发《{TITLE}》（海政规〔2024〕8号）。《{TITLE}》提出，对新建渔港的经营者，给予最高500万元补助。
"""
FINAL = SECOND


def file(folder: Path, name: str, text: str) -> Path:
    """A text as a file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def put_work(root: Path, work: str = "harbours", title: str = TITLE) -> Path:
    """A work without versions."""
    file(root / work, "work.toml", f'title = "{title}"\naliases = []\n')
    return root / work


def put_version(work: Path, version: str, text: str, *, day: str = "", status: str = "", report: bool = False) -> Path:
    """A version as a person would write it by hand."""
    folder = work / version
    page = file(folder / "raw", "page.txt", text)
    lines = [f'status = "{status}"'] * bool(status) + [f"date = {day}"] * bool(day)
    coverage, kind = ("excerpt", "report") if report else ("full", "text")
    sha256 = hashlib.sha256(page.read_bytes()).hexdigest()
    lines += [f'coverage = "{coverage}"', "", "[[source]]", 'file = "raw/page.txt"', f'kind = "{kind}"']
    file(folder, "version.toml", "\n".join([*lines, f'sha256 = "{sha256}"', ""]))
    return folder


def put_two(root: Path) -> Path:
    """A corpus of one work, with its draft and what was issued."""
    work = put_work(root)
    put_version(work, "2024-draft", FIRST, day="2024-06-01", status="draft")
    put_version(work, "2024-final", SECOND, day="2024-08-15", status="official")
    return root


def put_three(root: Path) -> Path:
    """The same, with its revision."""
    put_version(put_two(root) / "harbours", "2026-revised", THIRD, day="2026-02-10", status="revised")
    return root


def everything(folder: Path, *, without: str = "") -> dict[str, bytes]:
    """Every file under a folder by its path, but for those in folders of one name."""
    found = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): (folder / path).read_bytes() for path in found if without not in path.parts}
