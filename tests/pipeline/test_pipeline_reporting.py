"""The report of a whole corpus: every work that can be read, whatever is wrong with the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.versions import FIRST, SECOND, THIRD, put_version, put_work

from policydiff import pipeline
from policydiff.corpus import Fault
from policydiff.errors import CorpusError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three works of two versions each, and one with a single version."""
    root = tmp_path / "corpus"
    for name, thing in (("boats", "渔船"), ("harbours", "渔港"), ("nets", "渔网")):
        work = put_work(root, name, f"海州市促进{thing}发展若干规定")
        put_version(work, "2024-draft", FIRST.replace("渔港", thing), day="2024-06-01", status="draft")
        put_version(work, "2024-final", SECOND.replace("渔港", thing), day="2024-08-15", status="official")
    put_version(put_work(root, "alone", "海州市渔具办法"), "2026", THIRD.replace("渔港", "渔具"))
    return root


def works(root: Path) -> tuple[list[str], list[Fault]]:
    faults: list[Fault] = []
    return [one.new.work.id for one in pipeline.reported(root, on_fault=faults.append)], faults


def test_every_work_with_two_versions_is_compared(root: Path) -> None:
    assert works(root) == (["boats", "harbours", "nets"], [])
    (one,) = pipeline.reported(root, "nets")
    assert (one.old.id, one.new.id) == ("2024-draft", "2024-final")


@pytest.mark.parametrize("table", ["boats/work.toml", "boats/2024-draft/version.toml", "boats/2024-final/version.toml"])
def test_a_broken_table_keeps_out_its_own_work_alone(root: Path, table: str) -> None:
    (root / table).write_text("\ntitle = 某\n", encoding="utf-8")
    found, faults = works(root)
    assert found == ["harbours", "nets"]
    (fault,) = faults
    assert f"{Path(table)}, line 2: not valid TOML" in fault.sentence
    with pytest.raises(CorpusError, match="line 2"):
        list(pipeline.reported(root))
    with pytest.raises(CorpusError, match="line 2"):
        list(pipeline.reported(root, "boats"))


def test_a_third_version_that_is_broken_leaves_its_work_out(root: Path) -> None:
    """Which version is the first or the latest cannot be said while the date of one is not known."""
    put_version(root / "boats", "2026", THIRD.replace("渔港", "渔船"), day="2026-02-10")
    (root / "boats" / "2026" / "version.toml").write_text("date = ?\n", encoding="utf-8")
    found, faults = works(root)
    assert found == ["harbours", "nets"]
    assert [fault.name for fault in faults] == ["boats@2026"]


def test_a_capture_that_is_gone_keeps_out_its_own_work_alone(root: Path) -> None:
    (root / "harbours" / "2024-final" / "raw" / "page.txt").unlink()
    found, faults = works(root)
    assert found == ["boats", "nets"]
    assert [fault.name for fault in faults] == ["harbours"]
    assert "page.txt is listed in its version.toml but is not there" in faults[0].sentence


def test_nothing_to_compare_is_told(tmp_path: Path) -> None:
    work = put_work(tmp_path / "corpus")
    with pytest.raises(CorpusError, match="no two versions to compare"):
        works(tmp_path / "corpus")
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match="has no works in it"):
        works(tmp_path / "empty")
    (work / "work.toml").write_text("title", encoding="utf-8")
    found, faults = works(tmp_path / "corpus")
    assert (found, len(faults)) == ([], 1)
