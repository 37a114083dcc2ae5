"""Where an index is kept: never over what is not ours, and never away from under another process."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from support.versions import SECOND, put_two

from policydiff import pipeline
from policydiff.errors import OutputError
from policydiff.index import BrokenIndexError, Store
from policydiff.pipeline import Listener, Question, Wishes
from policydiff.pipeline.program import program
from policydiff.render.wording.corpus_words import corpus_words


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return put_two(tmp_path / "corpus")


def searched(root: Path) -> list[str]:
    """Search, and what was told of the index."""
    told: list[str] = []
    listener = Listener(
        lambda *_: None, lambda fault: told.append(fault.sentence), lambda note: told.append(corpus_words(note, "en"))
    )
    assert pipeline.search_corpus(Question("补助"), root, listener=listener).total == 2
    return told


def test_a_database_of_somebody_else_is_left_alone(root: Path, cache: Path) -> None:
    path = root / ".policydiff" / "index.sqlite3"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("CREATE TABLE ledger (sum)")
        theirs.commit()
    before = path.read_bytes()
    for _ in range(2):
        (sentence,) = searched(root)
        assert "another program's database" in sentence
        assert "user's cache" in sentence
    memory = pipeline.open_memory(root)
    memory.remember("a", b"1")
    assert memory.memo("a") == b"1"
    memory.close()
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == [path]
    assert list(cache.rglob("index.sqlite3"))
    assert [note.code for note in pipeline.checkup(root).remarks] == ["index"]


def test_a_link_that_leads_out_of_the_corpus_is_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / ".policydiff").symlink_to(outside)
    (sentence,) = searched(root)
    assert "a link that leads out of the corpus" in sentence
    pipeline.log(root, memory=pipeline.open_memory(root))
    text = tmp_path / "new.txt"
    text.write_text(SECOND.replace("渔港", "渔船"), encoding="utf-8")
    with pytest.raises(OutputError, match="is a link that leads out of the corpus; remove it"):
        pipeline.add(root, str(text), Wishes())
    assert list(outside.iterdir()) == []


def test_an_empty_file_that_a_full_disk_left_is_filled(root: Path) -> None:
    path = root / ".policydiff" / "index.sqlite3"
    path.parent.mkdir()
    path.touch()
    assert searched(root) == []
    assert path.stat().st_size > 0


def test_an_index_that_another_process_made_meanwhile_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was broken when this process opened it; another one has made it anew before this one clears it away."""
    path = root / ".policydiff" / "index.sqlite3"
    path.parent.mkdir()
    path.write_bytes(b"no database" * 1000)
    opened: list[int] = []

    class Slow(Store):
        def __init__(self, where: Path | None, program: str, *, readonly: bool = False) -> None:
            opened.append(1)
            if len(opened) == 1:
                with pytest.raises(BrokenIndexError):
                    super().__init__(where, program, readonly=readonly)
                path.rename(path.with_name("broken"))
                Store(path, program).close()
                opened.append(path.stat().st_ino)
                raise BrokenIndexError("it was no database")
            super().__init__(where, program, readonly=readonly)

    monkeypatch.setattr("policydiff.index.Store", Slow, raising=False)
    assert searched(root) == []
    assert path.stat().st_ino == opened[1]
    with Store(path, program()) as store:
        assert len(store.fingerprints()) == 2
