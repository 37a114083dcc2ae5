"""`examine` finds what is wrong with a corpus, and nothing that is not."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.versions import SECOND, THIRD, file, put_two, put_version, put_work

from policydiff import pipeline, render
from policydiff.corpus import signature, survey
from policydiff.corpus.checking import REMARKS
from policydiff.errors import CorpusError
from policydiff.index import Store
from policydiff.render.corpus.checkup import _WORDS
from policydiff.render.wording.corpus_words import worded


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return put_two(tmp_path / "corpus")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def broken_table(root: Path) -> None:
    change(root / "harbours/2024-final/version.toml", "[[source]]", "[[source")


def broken_work(root: Path) -> None:
    change(root / "harbours/work.toml", "title", "titel")


def changed_capture(root: Path) -> None:
    change(root / "harbours/2024-final/raw/page.txt", "500", "600")


def lost_capture(root: Path) -> None:
    (root / "harbours/2024-final/raw/page.txt").unlink()


def text_without_text(root: Path) -> None:
    change(root / "harbours/2024-final/version.toml", 'kind = "text"', 'kind = "notice"')


def report_without_report(root: Path) -> None:
    change(root / "harbours/2024-final/version.toml", 'kind = "text"', 'kind = "attachment"')
    change(root / "harbours/2024-final/version.toml", '"full"', '"excerpt"')


def lost_marker(root: Path) -> None:
    (root / "harbours/2024-final/version.toml").unlink()


def stranger(root: Path) -> None:
    put_version(root / "nobody", "2024", THIRD)


def wrong_year(root: Path) -> None:
    change(root / "harbours/2024-final/version.toml", "2024-08-15", "2023-08-15")


def same_day(root: Path) -> None:
    put_version(root / "harbours", "2024-again", THIRD, day="2024-08-15", status="official")


def no_text_at_all(root: Path) -> None:
    put_version(root / "harbours", "2026", "\x00\x01\x02", day="2026-01-01")


def undated(root: Path) -> None:
    put_version(root / "harbours", "later", THIRD, status="revised")


def place_open(root: Path) -> None:
    put_version(root / "harbours", "sometime", THIRD)


def empty_work(root: Path) -> None:
    put_work(root, "empty", "某市渔船办法")


def twins(root: Path) -> None:
    put_version(put_work(root, "twin", "某市渔船办法"), "2024", SECOND, day="2024-08-15")


def unlisted(root: Path) -> None:
    file(root / "harbours/2024-final/raw", "scan.pdf", "x")


def stray_header(root: Path) -> None:
    file(root / "harbours/2024-final/headers", "gone.html.toml", "")


def early(root: Path) -> None:
    change(root / "harbours/2024-final/version.toml", "sha256", "fetched = 2024-01-01T00:00:00Z\nsha256")


def leftover(root: Path) -> None:
    file(root / "harbours/2024-final/raw", ".0123456789abcdef.part", "第一条")


def broken_index(root: Path) -> None:
    file(root / ".policydiff", "index.sqlite3", "no database, and long enough to be looked at" * 100)


CASES: dict[Callable[[Path], None], tuple[str, str]] = {
    broken_table: ("unreadable", "2024-final/version.toml, line "),
    broken_work: ("unreadable", "harbours/work.toml"),
    changed_capture: ("capture", "raw/page.txt was changed after it was added"),
    lost_capture: ("capture", "raw/page.txt is listed in its version.toml but is not there"),
    text_without_text: ("no_text", "harbours@2024-final"),
    report_without_report: ("no_report", "harbours@2024-final"),
    lost_marker: ("unmarked", "harbours/2024-final"),
    stranger: ("unmarked", "nobody"),
    wrong_year: ("year_differs", "2023-08-15"),
    same_day: ("same_day", "harbours@2024-final"),
    no_text_at_all: ("unread", "harbours@2026"),
    undated: ("undated", "harbours@later"),
    place_open: ("order_open", "sometime"),
    empty_work: ("no_versions", "empty"),
    twins: ("same_bytes", "twin@2024"),
    unlisted: ("unlisted", "raw/scan.pdf"),
    stray_header: ("stray_header", "headers/gone.html.toml"),
    early: ("early_capture", "page.txt"),
    leftover: ("leftover", ".0123456789abcdef.part"),
    broken_index: ("index", ".policydiff/index.sqlite3"),
}


def test_a_sound_corpus_has_nothing_to_mend(root: Path) -> None:
    found = pipeline.checkup(root, read=True)
    assert (found.sound, found.faults, found.remarks) == (True, (), ())
    assert (found.works, found.versions, found.captures) == (1, 2, 2)


def test_the_shipped_corpus_is_sound() -> None:
    found = pipeline.checkup(Path(__file__).resolve().parents[2] / "corpus", read=True)
    assert (found.faults, found.remarks) == ((), ())


@pytest.mark.parametrize("harm", CASES, ids=lambda harm: harm.__name__)
def test_each_harm_is_told_once_with_what_to_do(root: Path, harm: Callable[[Path], None]) -> None:
    harm(root)
    found = pipeline.checkup(root, read=True)
    code, place = CASES[harm]
    assert [note.code for note in (*found.faults, *found.remarks)] == [code]
    assert found.sound == (code in REMARKS)
    told = {
        (form, lang): "".join(text.split())  # a long path may be cut at the end of a line
        for lang in ("zh", "en")
        for form, text in (
            ("text", render.checkup_text(worded(found, lang), lang, color=False, width=100)),
            ("page", render.checkup_markdown(worded(found, lang), lang).replace("\\", "")),
        )
    }
    assert all("".join(place.split()) in text for text in told.values())
    assert told["text", "zh"] != told["text", "en"]
    data = json.loads(render.checkup_json(found))
    assert [note["code"] for note in (*data["faults"], *data["remarks"])] == [code]


def test_every_code_has_a_case() -> None:
    assert {code for code, _ in CASES.values()} == {*_WORDS, "order_open"}


def test_an_index_that_is_being_made_or_was_left_by_another_program_is_no_trouble(root: Path) -> None:
    path = root / ".policydiff" / "index.sqlite3"
    file(path.parent, path.name, "")
    assert pipeline.checkup(root).remarks == ()
    with closing(sqlite3.connect(path, isolation_level=None)) as first:
        first.execute("PRAGMA journal_mode = WAL")
        first.execute("BEGIN IMMEDIATE")
        first.execute("CREATE TABLE fact (key)")
        assert pipeline.checkup(root).remarks == ()
    path.unlink()
    Store(path, "another program").close()
    assert pipeline.checkup(root).remarks == ()


def test_what_was_left_half_written_is_cleared_and_nothing_else(root: Path) -> None:
    leftover(root)
    unlisted(root)
    found = pipeline.checkup(root, mend=True)
    assert ([note.code for note in found.mended], [note.code for note in found.remarks]) == (["leftover"], ["unlisted"])
    assert pipeline.checkup(root, mend=True).mended == ()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="there is no corpus folder"):
        pipeline.checkup(tmp_path / "nowhere")
    with pytest.raises(CorpusError, match="there is no corpus folder"):
        pipeline.checkup(tmp_path / "nowhere", mend=True)
    assert not (tmp_path / "nowhere").exists()


def test_a_signature_changes_with_every_file_of_a_version_and_no_other(root: Path) -> None:
    first = signature(root)
    assert list(first) == ["harbours@2024-draft", "harbours@2024-final"]
    assert signature(root) == first
    unlisted(root)
    second = signature(root)
    assert [name for name in first if first[name] != second[name]] == ["harbours@2024-final"]
    change(root / "harbours/work.toml", "aliases = []", 'aliases = ["渔港规定"]')
    assert all(signature(root)[name] != second[name] for name in first)
    broken_table(root)
    assert len(signature(root)) == 2, "what cannot be read is still there"
    assert len(survey(root).works[0].versions) == 1
