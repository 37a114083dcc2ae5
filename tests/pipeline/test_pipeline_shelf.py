"""A shelf of records is always the corpus as it is."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import MISSING, fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

from support.versions import FIRST, SECOND, THIRD, file, put_version, put_work

from policydiff.corpus import Passage, SourceRecord, Survey, VersionRecord, WorkRecord, survey
from policydiff.corpus.packing import packed, unpacked
from policydiff.model import Work
from policydiff.pipeline import Shelf, open_memory


def test_records_come_back_as_they_were_packed(tmp_path: Path) -> None:
    """Every field of a record, so that one that is forgotten in packing is seen."""
    source = SourceRecord(
        path=tmp_path / "2024" / "raw" / "page.txt",
        name="page.txt",
        kind="report",
        publisher="某报",
        url="https://example.org/1",
        published=date(2024, 1, 2),
        sha256="0" * 64,
        passages=(Passage("每年", "产业"), Passage("一、", "二、")),
        label="附件",
        final_url="https://example.org/2",
        fetched=datetime(2024, 1, 3, 4, 5, 6, tzinfo=UTC),
        media_type="text/plain",
        etag='"1"',
        last_modified="Wed",
    )
    work = Work("harbours", "渔港规定", "海州市人民政府", ("规定",))
    version = VersionRecord(work, "2024", "draft", date(2024, 1, 1), "excerpt", "海政规〔2024〕8号", "u", (source,))
    for one in (source, version):
        empty = [field.name for field in fields(one) if getattr(one, field.name) in (None, (), "")]
        assert not empty, "a new field needs a value here"
    bare = replace(source, **{f.name: f.default for f in fields(source) if f.default is not MISSING})
    plain = VersionRecord(work, "2025", None, None, "full", None, None, (bare,))
    record = WorkRecord(work, (version, plain))
    assert unpacked(json.loads(json.dumps(packed(record, tmp_path))), tmp_path) == record


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
    agree()
    toml.write_text("coverage = ", encoding="utf-8")
    agree()
    assert [fault.name for fault in shelf.survey().faults] == ["harbours@2024-final"]
    shutil.rmtree(work / "2024-final")
    agree()
    shutil.rmtree(work)
    agree()


def test_a_shelf_sees_what_another_process_adds_to_a_version(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    folder = put_version(put_work(root), "2024", SECOND)
    shelf = Shelf(root)
    assert len(shelf.survey().works[0].versions[0].sources) == 1
    table = folder / "version.toml"
    digest = hashlib.sha256(file(folder / "raw", "report.txt", "报道").read_bytes()).hexdigest()
    more = f'\n[[source]]\nfile = "raw/report.txt"\nkind = "report"\nsha256 = "{digest}"\n'
    table.write_text(table.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert [source.kind for source in shelf.survey().works[0].versions[0].sources] == ["text", "report"]


def test_a_memory_of_another_kind_is_no_harm(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    put_version(put_work(root), "2024", SECOND)

    class Confused:
        def memo(self, key: str) -> bytes | None:
            return b'{"harbours": [[1], ["2024"], {"work": 3}], "x": 5}'

        def remember(self, key: str, data: bytes) -> None:
            return

    assert Shelf(root, Confused()).survey() == survey(root)
