"""A shelf of records is always the corpus as it is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from support.versions import FIRST, SECOND, THIRD, put_version, put_work

from policydiff.corpus import Survey, survey
from policydiff.corpus.packing import packed, unpacked
from policydiff.pipeline import Shelf, open_memory

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def test_records_come_back_as_they_were_packed() -> None:
    for work in survey(CORPUS).works:
        folder = CORPUS / work.work.id
        assert unpacked(packed(work, folder), folder) == work


def test_a_shelf_sees_every_change(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    shelf = Shelf(root)
    assert shelf.survey() == Survey(())
    work = put_work(root)
    put_version(work, "2024-draft", FIRST, day="2024-06-01")

    def agree() -> None:
        fresh = Shelf(root, open_memory(root))
        assert shelf.survey() == survey(root) == fresh.survey() == Shelf(root, open_memory(root)).survey()

    agree()
    put_version(work, "2024-final", SECOND, day="2024-08-15")
    agree()
    put_version(put_work(root, "other", "某市渔船办法"), "2026", THIRD)
    agree()
    toml = work / "2024-final" / "version.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("2024-08-15", "2024-08-16"), encoding="utf-8")
    facts = toml.stat()
    os.utime(toml, ns=(facts.st_atime_ns, facts.st_mtime_ns + 1_000_000))
    shelf.forget("harbours")
    agree()
    toml.write_text("coverage = ", encoding="utf-8")
    shelf.forget("harbours")
    agree()
    assert [fault.name for fault in shelf.survey().faults] == ["harbours@2024-final"]
    shutil.rmtree(work / "2024-final")
    agree()
    shutil.rmtree(work)
    agree()


def test_a_memory_of_another_kind_is_no_harm(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    put_version(put_work(root), "2024", SECOND)

    class Confused:
        def memo(self, key: str) -> bytes | None:
            return b'{"harbours": [[1], ["2024"], {"work": 3}], "x": 5}'

        def remember(self, key: str, data: bytes) -> None:
            return

    assert Shelf(root, Confused()).survey() == survey(root)
