"""Works, versions and captures as a corpus folder holds them."""

from __future__ import annotations

import hashlib
import os
import re
from datetime import date
from pathlib import Path

import pytest

from policydiff.corpus import Passage, find_version, read_capture, works
from policydiff.errors import CorpusError, UnknownVersionError

PAGE = "第一条　给予最高50万元补助。".encode()
SHA = hashlib.sha256(PAGE).hexdigest()
SOURCE = f'[[source]]\nfile = "raw/page.txt"\nkind = "text"\nsha256 = "{SHA}"\n'
VERSION = f'status = "draft"\ndate = 2024-03-27\ncoverage = "full"\n\n{SOURCE}'


def make(
    root: Path, name: str = "measures@2024", version: str = VERSION, work: str = 'title = "某市若干措施"\n'
) -> Path:
    work_id, _, version_id = name.partition("@")
    folder = root / work_id / version_id
    (folder / "raw").mkdir(parents=True)
    (folder / "raw" / "page.txt").write_bytes(PAGE)
    (root / work_id / "work.toml").write_text(work, encoding="utf-8")
    (folder / "version.toml").write_text(version, encoding="utf-8")
    return folder


def test_everything_a_version_says_is_read(tmp_path: Path) -> None:
    text = (
        'status = "official"\ndate = 2025-02-18\ncoverage = "excerpt"\ndocument_number = "某政规〔2025〕9号"\n'
        'url = "https://example.org/1"\n[[source]]\nfile = "raw/page.txt"\nkind = "report"\npublisher = "某日报"\n'
        f'url = "https://example.org/2"\npublished = 2025-02-19\nsha256 = "{SHA}"\n'
        '[[source.passage]]\nfirst = "每年安排"\nlast = "产业集群"\n'
    )
    folder = make(
        tmp_path, version=text, work='title = "某市若干措施"\nissuer = "某市人民政府"\naliases = ["若干措施"]\n'
    )
    version = find_version(tmp_path, "measures", "2024")
    assert version.work.title == "某市若干措施"
    assert (version.work.issuer, version.work.aliases) == ("某市人民政府", ("若干措施",))
    assert (version.name, version.status, version.date) == ("measures@2024", "official", date(2025, 2, 18))
    assert (version.coverage, version.document_number) == ("excerpt", "某政规〔2025〕9号")
    assert version.url == "https://example.org/1"
    (source,) = version.sources
    assert (source.path, source.name, source.kind) == (folder / "raw" / "page.txt", "page.txt", "report")
    assert (source.publisher, source.url) == ("某日报", "https://example.org/2")
    assert (source.published, source.sha256) == (date(2025, 2, 19), SHA)
    assert source.passages == (Passage("每年安排", "产业集群"),)
    assert read_capture(source) == PAGE


def test_versions_stand_by_date_then_id_and_undated_ones_last(tmp_path: Path) -> None:
    undated = VERSION.replace("date = 2024-03-27\n", "")
    make(tmp_path, "m@a-undated", undated)
    make(tmp_path, "m@c")
    make(tmp_path, "m@b")
    make(tmp_path, "m@z-oldest", VERSION.replace("2024-03-27", "2019-01-01"))
    make(tmp_path, "a-first@1")
    assert [record.work.id for record in works(tmp_path)] == ["a-first", "m"]
    assert [version.id for version in works(tmp_path)[1].versions] == ["z-oldest", "b", "c", "a-undated"]


def test_folders_that_are_no_works_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / ".policydiff").mkdir()
    (tmp_path / "notes").mkdir()
    (tmp_path / "README.md").write_text("x")
    (tmp_path / "measures" / "2025" / "raw").mkdir(parents=True)
    (record,) = works(tmp_path)
    assert [version.id for version in record.versions] == ["2024"]


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    folder = make(tmp_path)
    (folder / "version.toml").write_bytes(b"\xef\xbb\xbf" + VERSION.replace("\n", "\r\n").encode())
    assert find_version(tmp_path, "measures", "2024").status == "draft"


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownVersionError, match=r"there is no corpus folder .*nowhere; name one with --corpus DIR"):
        works(tmp_path / "nowhere")


def test_an_unknown_work_names_the_near_ones_and_all(tmp_path: Path) -> None:
    make(tmp_path, "wuxi-ai@2024")
    make(tmp_path, "low-altitude@2024")
    with pytest.raises(
        UnknownVersionError, match=r'no work "wuxi-a" \(did you mean wuxi-ai\?\); it has low-altitude, wuxi-ai$'
    ):
        find_version(tmp_path, "wuxi-a", "2024")


def test_an_unknown_version_names_the_near_ones_and_all(tmp_path: Path) -> None:
    make(tmp_path, "m@2024-draft")
    make(tmp_path, "m@2025-final")
    with pytest.raises(
        UnknownVersionError, match=r'no version "2024" \(did you mean 2024-draft\?\); it has 2024-draft, 2025-final$'
    ):
        find_version(tmp_path, "m", "2024")


def test_a_name_that_leads_elsewhere_is_an_unknown_one(tmp_path: Path) -> None:
    make(tmp_path / "outside")
    make(tmp_path / "corpus", "m@1")
    for work, version in (("../outside/measures", "2024"), ("m", "../1"), ("", ""), ("m", "."), ("\0", "1")):
        with pytest.raises(UnknownVersionError):
            find_version(tmp_path / "corpus", work, version)


def test_a_fault_in_one_version_leaves_the_others_readable(tmp_path: Path) -> None:
    make(tmp_path, "m@1", "coverage = ")
    make(tmp_path, "m@2")
    assert find_version(tmp_path, "m", "2").id == "2"
    with pytest.raises(CorpusError):
        works(tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('coverage = "full"\ndate = 2024-13-27\n', 2, "not valid TOML"),
        ('coverage = "full\n', 1, "not valid TOML"),
        ("a = [1,\n", 2, "not valid TOML"),
        (VERSION.replace("date = 2024-03-27", 'date = "2024-03-27"'), 2, r'"date" must be a date without quotes'),
        (VERSION.replace("2024-03-27", "2024-03-27T10:00:00"), 2, r"not a date or time"),
        (VERSION.replace('"draft"', '"drafty"'), 1, r'"status" must be "draft", .* or "official", not "drafty"'),
        (VERSION.replace('"draft"', "3"), 1, r"not a number"),
        (VERSION.replace('coverage = "full"\n', ""), 1, r'version.toml has no "coverage"; add coverage = "full" or'),
        (VERSION.replace("status", "state"), 1, r'"state" is not a key of version.toml; it takes status, date, '),
        (VERSION.replace("sha256", "sha-256"), 8, r'"sha-256" is not a key of \[\[source\]\]; it takes file, kind'),
        ('status = "draft"\ncoverage = "full"\n', 1, r"the version has no \[\[source\]\]"),
        ('coverage = "full"\nsource = "page.txt"\n', 2, r'"source" must be tables, each under its own \[\[source\]\]'),
        (VERSION.replace('kind = "text"\n', ""), 5, r'\[\[source\]\] has no "kind"; add kind = "text", "report"'),
        (VERSION + SOURCE.replace('"text"', '"news"'), 11, r'"kind" must be "text", .* or "attachment", not "news"'),
        (VERSION + SOURCE + "[[source.passage]]\nfirst = 'a'\n", 13, r'\[\[source.passage\]\] has no "last"'),
        (VERSION + SOURCE + "[[source.passage]]\nfirst = 'a'\nlast = ''\n", 15, r'"last" must be a text in quotes'),
        (VERSION.replace(SHA, "abc"), 8, r'"sha256" must be 64 digits'),
        (f'coverage = "full"\nsource = [{{ file = "a", kind = "x", sha256 = "{SHA}" }}]\n', 2, r'"kind" must be'),
    ],
)
def test_a_malformed_version_is_named_with_its_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    folder = make(tmp_path, version=text)
    with pytest.raises(CorpusError, match=rf"^{re.escape(str(folder / 'version.toml'))}, line {line}: .*{problem}"):
        find_version(tmp_path, "measures", "2024")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('issuer = "某市"\n', 1, r'work.toml has no "title"; add title = "…"'),
        ('title = "甲"\n\naliases = "乙"\n', 3, r'"aliases" must be a list of texts in quotes'),
        ('title = "甲"\naliases = ["乙", 3]\n', 2, r'"aliases" must be a list of texts in quotes'),
        ('title = "甲"\nversion = 1\n', 2, r'"version" is not a key of work.toml; it takes title, issuer, aliases'),
        ('title = "  "\n', 1, r'"title" must be a text in quotes, not an empty one'),
        ('title = "甲"\ntitle = "乙"\n', 2, "not valid TOML"),
    ],
)
def test_a_malformed_work_is_named_with_its_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    make(tmp_path, work=text)
    with pytest.raises(CorpusError, match=rf"work\.toml, line {line}: .*{problem}"):
        find_version(tmp_path, "measures", "2024")


def test_a_file_in_another_charset_is_named_with_its_line(tmp_path: Path) -> None:
    folder = make(tmp_path)
    (folder.parent / "work.toml").write_bytes(b'aliases = []\ntitle = "' + "甲乙".encode("gbk") + b'"\n')
    with pytest.raises(CorpusError, match=r"work\.toml, line 2: the file is not UTF-8; save it as UTF-8"):
        find_version(tmp_path, "measures", "2024")


@pytest.mark.parametrize("file", ["../page.txt", "raw/../../x", "/etc/passwd", "C:\\x.txt", "raw\\..\\..\\x", "\\x"])
def test_a_capture_outside_its_version_is_refused(tmp_path: Path, file: str) -> None:
    make(tmp_path, version=VERSION.replace("raw/page.txt", file.replace("\\", "\\\\")))
    with pytest.raises(CorpusError, match=r"version\.toml, line 6: .* does not stand inside"):
        find_version(tmp_path, "measures", "2024")


def test_a_link_that_leads_out_of_the_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(PAGE)
    folder = make(tmp_path)
    (folder / "raw" / "page.txt").unlink()
    (folder / "raw" / "page.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(CorpusError, match=r"does not stand inside"):
        find_version(tmp_path, "measures", "2024")


def test_a_changed_capture_is_refused_with_both_sums(tmp_path: Path) -> None:
    folder = make(tmp_path)
    (source,) = find_version(tmp_path, "measures", "2024").sources
    (folder / "raw" / "page.txt").write_bytes(b"changed")
    changed = hashlib.sha256(b"changed").hexdigest()
    with pytest.raises(CorpusError, match=rf"page\.txt was changed .* records sha256 {SHA}, the file has {changed}; "):
        read_capture(source)


def test_a_missing_capture_is_named(tmp_path: Path) -> None:
    folder = make(tmp_path)
    (source,) = find_version(tmp_path, "measures", "2024").sources
    (folder / "raw" / "page.txt").unlink()
    with pytest.raises(CorpusError, match=r"page\.txt is listed in its version\.toml but is not there"):
        read_capture(source)
    os.mkdir(folder / "raw" / "page.txt")  # noqa: PTH102
    with pytest.raises(CorpusError, match=r"cannot read the capture .*page\.txt"):
        read_capture(source)
