"""`policydiff fetch` as a real process, against a server on this machine."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.web_server import Answer, Site, site

from policydiff.cli import progress
from policydiff.cli.adding import _NOTES
from policydiff.fetch import Progress

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

PAGE = (
    "<html><head><title>某市渔港办法</title></head><p>第一条　对新建渔港，给予最高300万元补助，由渔业部门负责。</p>"
    "<p>第二条　渔港经营者应当依法登记，接受主管部门的监督检查，不得拒绝、阻碍。</p></body></html>"
)
WORK = ("--work", "harbours", "--version", "2025", "--title", "某市渔港办法", "--delay", "0", "--allow-private")


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as running:
        running.pages["/1.html"] = Answer(PAGE, headers=(("ETag", '"1"'),))
        yield running


def test_a_page_is_captured_and_found_again(run: Run, web: Site, tmp_path: Path) -> None:
    done = run("fetch", f"{web.url}/1.html", *WORK, "--coverage", "full", "--status", "official")
    assert done.returncode == 0, done.stderr.decode()
    path = Path("corpus", "harbours", "2025", "raw", "1.html")
    assert done.stdout.decode() == f"已收入 harbours@2025：{path}（新作品，新版本）\n"
    assert done.stderr.decode() == f"policydiff: fetching {web.url}/1.html\n"
    assert (tmp_path / path).read_text(encoding="utf-8") == PAGE
    assert "最高300万元" in run("terms", "harbours@2025").stdout.decode()
    again = run("fetch", f"{web.url}/1.html", *WORK, "--coverage", "full", "--lang", "en")
    assert (again.returncode, again.stdout.decode()) == (0, f"Unchanged: {web.url}/1.html is {path}\n")


def test_a_page_that_changed_and_one_that_is_none_are_trouble(run: Run, web: Site, tmp_path: Path) -> None:
    run("fetch", f"{web.url}/1.html", *WORK, "--coverage", "full")
    web.pages["/1.html"] = Answer(PAGE.replace("300", "500"))
    changed = run("fetch", f"{web.url}/1.html", *WORK, "--coverage", "full")
    assert (changed.returncode, changed.stdout) == (2, b"")
    assert "has changed since it was captured as" in changed.stderr.decode()
    web.pages["/2.html"] = Answer("<title>404</title><p>页面不存在</p>")
    missing = run("fetch", f"{web.url}/2.html", *WORK, "--version", "2026", "--coverage", "full", "--lang", "en")
    assert (missing.returncode, missing.stdout) == (2, b"")
    said = missing.stderr.decode().splitlines()[-1]
    assert "says that there is no such page" in said
    assert "what was served is kept in" in said
    assert (tmp_path / "corpus" / ".suspect" / "harbours@2026").is_dir()
    assert not (tmp_path / "corpus" / "harbours" / "2026").exists()


def test_the_text_that_is_attached_is_told(run: Run, web: Site) -> None:
    web.pages["/2.html"] = Answer(
        "<title>关于印发办法的通知</title><div><p>现将《某市渔港办法》印发给你们，请结合实际认真贯彻执行，问题请及时反映。</p>"
        '<p><a href="/1.html">附件：某市渔港办法</a></p></div>'
    )
    done = run("fetch", f"{web.url}/2.html", *WORK, "--coverage", "full")
    assert done.returncode == 0, done.stderr.decode()
    assert "正文取自附件 1.html；网页本身没有条文" in done.stderr.decode()
    assert done.stdout.decode().splitlines()[1] == f"  + {Path('corpus', 'harbours', '2025', 'raw', '2.html')}"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("1.html", *WORK, "--coverage", "full"), 'keep files with "policydiff add"'),
        (("https://a.example/1", "https://a.example/2", *WORK, "--coverage", "full"), "one full text"),
        (("http://127.0.0.1:9/1", *WORK[:-1], "--coverage", "full"), "allow that with --allow-private"),
        (("ftp://a.example/1", *WORK, "--coverage", "full"), "neither http nor https"),
        (("http://127.0.0.1:9/1", *WORK, "--coverage", "full", "--max-size", "0"), "--max-size"),
        (("https://a.example/1", "--work", "w", "--version", "v", "--coverage", "full"), "give its title with --title"),
    ],
)
def test_what_a_person_gets_wrong(run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("fetch", *arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    told = done.stderr.decode()
    assert said in told
    assert "Traceback" not in told
    assert list(tmp_path.iterdir()) == []


def test_a_url_may_be_added_too_and_says_where_it_went(run: Run, web: Site) -> None:
    web.pages["/1.html"] = Answer(PAGE)
    done = run("add", f"{web.url}/1.html", "--allow-private", "--lang", "en")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().startswith("Added to ")
    assert "a new work, " in done.stdout.decode()
    again = run("add", f"{web.url}/1.html", "--allow-private", "--lang", "en")
    assert again.stdout.decode().startswith("Unchanged: ")


def test_the_largest_page_can_be_chosen(run: Run, web: Site) -> None:
    web.pages["/1.html"] = Answer(PAGE + "<!--" + "x" * 3000 + "-->")
    done = run("fetch", f"{web.url}/1.html", *WORK, "--coverage", "full", "--max-size", "0.003")
    assert done.returncode == 2
    assert "is larger than 0.003 MB: raise the limit with --max-size" in done.stderr.decode()


def test_search_reads_a_page(run: Run, web: Site) -> None:
    done = run("search", "新建渔港", f"{web.url}/1.html", "--allow-private")
    assert done.returncode == 0, done.stderr.decode()
    assert "最高300万元" in done.stdout.decode()


def test_every_note_is_told_in_both_languages() -> None:
    for words in _NOTES.values():
        assert set(words) == {"zh", "en"}
        assert len({text.count("{") for text in words.values()}) == 1


def test_a_bar_moves_on_a_terminal_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "_on_a_terminal", lambda: True)
    shown = progress.Shown()
    url = "https://a.example/[1].html"
    for stage, received in (("robots", 0), ("waiting", 0), ("asking", 0), ("receiving", 500_000), ("done", 0)):
        shown(Progress(url, stage, received, 1_000_000))  # type: ignore[arg-type]
    shown(Progress(url, "done"))
    assert capsys.readouterr().out == ""
