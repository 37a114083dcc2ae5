"""`add_captures` grows a corpus without ever losing what is in it."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.versions import everything

from policydiff.corpus import (
    AddResult,
    Capture,
    VersionFacts,
    add_captures,
    find_version,
    keep_aside,
    read_capture,
    version_to_extend,
    works,
)
from policydiff.corpus.names import file_inside, is_id, safe_file_name
from policydiff.errors import CorpusError, InputError, OutputError


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def add(root: Path, data: bytes = b"page", name: str = "page.txt", **options: Any) -> AddResult:
    settled: dict[str, Any] = {
        "work": "measures",
        "version": "2025",
        "coverage": "excerpt",
        "title": "某市若干措施",
    }
    write = options.pop("write", put)
    told = {key: options.pop(key) for key in ("url", "publisher") if key in options}
    facts = VersionFacts(**(settled | options))
    capture = Capture(data, name, "text" if facts.coverage == "full" else "report", **told)
    return add_captures(root, facts, (capture,), write=write)


def test_the_first_capture_makes_work_and_version(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    result = add(root, status="official", date=date(2025, 2, 18), url="https://example.org/1", publisher="某日报")
    assert result == AddResult(True, root / "measures/2025/raw/page.txt", "measures@2025", True, True, False)
    version = find_version(root, "measures", "2025")
    assert (version.work.title, version.status, version.date) == ("某市若干措施", "official", date(2025, 2, 18))
    (source,) = version.sources
    assert (source.kind, source.publisher, source.url) == ("report", "某日报", "https://example.org/1")
    assert read_capture(source) == b"page"


def test_the_same_bytes_twice_change_nothing_and_say_so(tmp_path: Path) -> None:
    first = add(tmp_path)
    before = everything(tmp_path)
    again = add(tmp_path, name="another-name.txt")
    assert again == AddResult(False, first.path, "measures@2025")
    assert everything(tmp_path) == before


def test_other_bytes_under_the_same_name_get_a_name_of_their_own(tmp_path: Path) -> None:
    add(tmp_path)
    assert add(tmp_path, b"other").path.name == "page-2.txt"
    assert add(tmp_path, b"third").path.name == "page-3.txt"
    sources = find_version(tmp_path, "measures", "2025").sources
    assert [read_capture(source) for source in sources] == [
        b"page",
        b"other",
        b"third",
    ]


def test_a_listed_capture_that_is_missing_keeps_its_name(tmp_path: Path) -> None:
    add(tmp_path).path.unlink()
    assert add(tmp_path, b"other").path.name == "page-2.txt"


def test_a_full_text_makes_an_excerpt_full_and_keeps_its_reports(tmp_path: Path) -> None:
    add(tmp_path)
    result = add(tmp_path, b"text", "official.txt", coverage="full")
    assert (result.added, result.became_full) == (True, True)
    version = find_version(tmp_path, "measures", "2025")
    assert version.coverage == "full"
    assert [(source.name, source.kind) for source in version.sources] == [
        ("page.txt", "report"),
        ("official.txt", "text"),
    ]
    assert not add(tmp_path, b"one more", "later.txt").became_full
    assert find_version(tmp_path, "measures", "2025").coverage == "full"


def test_a_second_full_text_is_refused(tmp_path: Path) -> None:
    add(tmp_path, coverage="full")
    before = everything(tmp_path)
    with pytest.raises(CorpusError, match=r"measures@2025 already has its full text, page\.txt; add the other text as"):
        add(tmp_path, b"other", coverage="full")
    with pytest.raises(CorpusError, match=r"already has these bytes as page\.txt, of kind text, not report"):
        add(tmp_path)
    assert everything(tmp_path) == before


HAND_WRITTEN = """\
# 手写的说明
coverage = "excerpt"   # only reports so far
url = 'https://example.org/official'

[[source]]   # the first report
file = "raw/a.txt"
kind = "report"
sha256 = "{sha}"
  [[source.passage]]
  first = "每年安排"   # as the page has it
  last = "产业集群"
"""


@pytest.mark.parametrize("end", ["\n", ""])
def test_hand_edits_and_comments_stay(tmp_path: Path, end: str) -> None:
    folder = tmp_path / "measures" / "2025"
    put(folder / "raw" / "a.txt", b"a")
    put(folder.parent / "work.toml", 'title = "某市若干措施" # as issued\n'.encode())
    text = HAND_WRITTEN.format(sha=hashlib.sha256(b"a").hexdigest()).rstrip() + end
    put(folder / "version.toml", text.encode())
    add(tmp_path, b"text", "official.txt", coverage="full", status="official", title=None)
    after = (folder / "version.toml").read_text(encoding="utf-8")
    sha = hashlib.sha256(b"text").hexdigest()
    expected = text.rstrip().replace('coverage = "excerpt" ', 'coverage = "full" ')
    expected = expected.replace("official'\n", 'official\'\nstatus = "official"\n')
    assert after == f'{expected}\n\n[[source]]\nfile = "raw/official.txt"\nkind = "text"\nsha256 = "{sha}"\n'
    assert (folder.parent / "work.toml").read_text(encoding="utf-8").endswith("# as issued\n")
    assert len(find_version(tmp_path, "measures", "2025").sources) == 2


def test_sources_written_inline_and_windows_line_ends_stay(tmp_path: Path) -> None:
    folder = tmp_path / "measures" / "2025"
    put(folder / "raw" / "a.txt", b"a")
    put(folder.parent / "work.toml", 'title = "某市若干措施"\r\n'.encode())
    sha = hashlib.sha256(b"a").hexdigest()
    head = f'coverage = "excerpt"\r\nsource = [{{ file = "raw/a.txt", kind = "report", sha256 = "{sha}" }}'
    put(folder / "version.toml", (head + "]\r\n").encode())
    add(tmp_path, b"b", "b.txt")
    assert (folder / "version.toml").read_bytes().startswith(head.encode())
    assert (folder / "version.toml").read_bytes().count(b"\r\n") == 2
    assert [source.name for source in find_version(tmp_path, "measures", "2025").sources] == ["a.txt", "b.txt"]


def test_facts_that_contradict_the_version_are_refused(tmp_path: Path) -> None:
    add(tmp_path, status="official", date=date(2025, 2, 18))
    before = everything(tmp_path)
    with pytest.raises(CorpusError, match=r"version\.toml says status official, not draft"):
        add(tmp_path, b"other", status="draft")
    with pytest.raises(CorpusError, match=r"version\.toml says date 2025-02-18, not 2024-01-01"):
        add(tmp_path, b"other", date=date(2024, 1, 1))
    with pytest.raises(CorpusError, match=r"work\.toml, line 1: the work's title is 某市若干措施, not 另一件"):
        add(tmp_path, b"other", title="另一件")
    assert everything(tmp_path) == before


FETCHED = datetime(2025, 2, 18, 9, 30, tzinfo=UTC)
FACTS = VersionFacts("measures", "2025", "full", title="某市若干措施")
PAGE = Capture(
    b"<p>text</p>",
    "notice.html",
    "notice",
    url="https://example.org/通知",
    final_url="https://example.org/%E9%80%9A%E7%9F%A5",
    fetched=FETCHED,
    media_type="text/html; charset=gbk",
    etag='W/"1"',
    last_modified="Tue, 18 Feb 2025 08:00:00 GMT",
    headers=(("Server", "x\x07"), ("Vary", "a"), ("vary", "b"), ("Set-Cookie", "secret=1")),
)
TEXT = Capture(b"text", "若干措施.docx", "text", label="附件：若干措施", url="https://example.org/1.docx")


def test_a_page_and_its_attachments_are_added_together(tmp_path: Path) -> None:
    form = Capture(b"form", "若干措施.docx", "attachment")
    result = add_captures(tmp_path, FACTS, (TEXT, PAGE, form, form), write=put)
    raw = tmp_path / "measures/2025/raw"
    beside = (raw / "notice.html", raw / "若干措施-2.docx")
    assert result == AddResult(True, raw / "若干措施.docx", "measures@2025", True, True, False, beside)
    text, page, other = find_version(tmp_path, "measures", "2025").sources
    assert [(source.kind, source.name) for source in (text, page, other)] == [
        ("text", "若干措施.docx"),
        ("notice", "notice.html"),
        ("attachment", "若干措施-2.docx"),
    ]
    assert (text.label, text.fetched) == ("附件：若干措施", None)
    assert (page.url, page.final_url, page.fetched) == (PAGE.url, PAGE.final_url, FETCHED)
    assert (page.media_type, page.etag, page.last_modified) == (PAGE.media_type, PAGE.etag, PAGE.last_modified)
    assert not add_captures(tmp_path, FACTS, (TEXT, PAGE, form), write=put).added


def test_what_the_server_said_stands_beside_the_capture_without_cookies(tmp_path: Path) -> None:
    add_captures(tmp_path, FACTS, (TEXT, PAGE), write=put)
    (path,) = (tmp_path / "measures/2025/headers").iterdir()
    assert path.name == "notice.html.toml"
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"headers": {"server": "x\x07", "vary": "a, b"}}


def test_an_attachment_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    def failing(path: Path, data: bytes) -> None:
        if path.name == "若干措施.docx":
            raise OutputError("the disk is full")
        put(path, data)

    with pytest.raises(OutputError):
        add_captures(tmp_path, FACTS, (PAGE, TEXT), write=failing)
    assert everything(tmp_path) == {}


def test_what_is_suspect_is_kept_where_no_version_lists_it(tmp_path: Path) -> None:
    path = keep_aside(tmp_path, FACTS, PAGE, "is a login page", write=put)
    assert path.parent == tmp_path / ".suspect" / "measures@2025"
    assert path.read_bytes() == PAGE.data
    told = tomllib.loads(path.with_name(f"{path.name}.toml").read_text(encoding="utf-8"))
    assert (told["reason"], told["url"], told["fetched"]) == ("is a login page", PAGE.url, FETCHED)
    assert "set-cookie" not in told["headers"]
    assert works(tmp_path) == ()
    assert keep_aside(tmp_path, FACTS, PAGE, "is a login page", write=put) == path


def test_what_cannot_be_extended_is_told_before_anything_is_fetched(tmp_path: Path) -> None:
    assert version_to_extend(tmp_path, FACTS) is None
    with pytest.raises(CorpusError, match="give its title with --title"):
        version_to_extend(tmp_path, VersionFacts("measures", "2025", "full"))
    add_captures(tmp_path, FACTS, (TEXT,), write=put)
    found = version_to_extend(tmp_path, VersionFacts("measures", "2025", "full"))
    assert found is not None
    assert found.name == "measures@2025"


def test_a_moment_without_a_zone_is_a_fault(tmp_path: Path) -> None:
    add_captures(tmp_path, FACTS, (PAGE,), write=put)
    record = tmp_path / "measures/2025/version.toml"
    record.write_text(record.read_text(encoding="utf-8").replace("09:30:00Z", "09:30:00"), encoding="utf-8")
    with pytest.raises(CorpusError, match=r'version\.toml, line \d+: "fetched" must be a moment without quotes'):
        works(tmp_path)


def test_a_new_work_needs_a_title(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r'no work "measures" yet; give its title with --title'):
        add(tmp_path, title=None)
    assert everything(tmp_path) == {}


def test_an_empty_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"page\.txt is empty: there is nothing to add"):
        add(tmp_path, b"")


@pytest.mark.parametrize("name", ["../x", "a/b", ".hidden", "", "a b", "a@b", "x" * 81, "a.", "a\\b", "a\n"])
def test_an_unsafe_id_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CorpusError, match="cannot name a work"):
        add(tmp_path, work=name)
    with pytest.raises(CorpusError, match="cannot name a version"):
        add(tmp_path, version=name)
    assert everything(tmp_path) == {}


def test_what_was_written_is_taken_back_where_the_last_file_fails(tmp_path: Path) -> None:
    def failing(path: Path, data: bytes) -> None:
        if path.name == "version.toml":
            raise OutputError("the disk is full")
        put(path, data)

    with pytest.raises(OutputError):
        add(tmp_path, write=failing)
    assert everything(tmp_path) == {}
    add(tmp_path)
    before = everything(tmp_path)
    with pytest.raises(OutputError):
        add(tmp_path, b"other", write=failing)
    assert everything(tmp_path) == before


def test_a_capture_left_by_a_crash_is_taken_up(tmp_path: Path) -> None:
    put(tmp_path / "measures" / "2025" / "raw" / "page.txt", b"page")
    assert add(tmp_path).path.name == "page.txt"
    assert len(works(tmp_path)) == 1


@given(st.text())
@settings(derandomize=True, deadline=None)
def test_any_name_becomes_a_file_inside_the_folder(name: str) -> None:
    safe = safe_file_name(name)
    assert file_inside(Path("raw"), safe) == Path("raw") / safe
    assert safe_file_name(safe) == safe
    assert len(safe) <= 80


@pytest.mark.parametrize("name", ["con", "NUL.txt", "com1.tar.gz", "LPT9", "Aux.", "com¹.html"])
def test_no_capture_is_named_like_a_device(name: str) -> None:
    assert safe_file_name(name).startswith("_")


@given(st.text(alphabet="ab武./\\-_@: \n", max_size=8))
@settings(derandomize=True, deadline=None)
def test_an_id_is_one_plain_folder_name(name: str) -> None:
    if is_id(name):
        assert Path(name).name == name
        assert not set(name) & set("/\\@: \n")
        assert not name.startswith(".")
