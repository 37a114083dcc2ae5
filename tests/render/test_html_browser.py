"""The page in a browser: no accessibility violation, everything by keyboard, nothing asked of the network.

Needs Chromium, Playwright's Python package and, for the accessibility rules, the axe-core that comes with
axe-playwright-python; each test is skipped where what it needs is not there.  `make browser` installs both packages.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from support.reviewed import excerpt_comparison, full_comparison

from policydiff import pipeline, render

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = (
    Path(found.origin).with_name("axe.min.js")
    if (found := find_spec("axe_playwright_python")) and found.origin
    else None
)
WIDTHS = (375, 1024, 1600)
VIOLATIONS = "async () => (await axe.run()).violations.map((v) => [v.id, v.nodes.map((n) => n.html)])"
SETTLED = 300
"""Milliseconds after which a filter has done its work: it waits for 100 while a person types."""
LONG = "渔业局应当在二十日内作出决定；" + "、".join(
    f"对{name}的检查应当做好记录" for name in ("渔船", "渔具", "码头", "冷库") * 4
)
LAW = f"""海州市渔港办法
第一条 不得采砂。
第二条 不得倾倒。
第三条 在航道内停泊的，处五十元罚款。{LONG}。
第四条 渔港应当配备消防设备。
第五条 逾期不报的，处一百元罚款。
"""
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright here")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module", params=[(s, lang) for s in ("excerpt", "full") for lang in ("zh", "en")], ids="-".join)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    sample, lang = request.param
    comparison = {"excerpt": excerpt_comparison, "full": full_comparison}[sample]()
    path: Path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(render.comparison_html(comparison, lang), encoding="utf-8")
    return path.as_uri()


def opened(browser: Any, address: str, width: int, scheme: str = "light", **more: Any) -> tuple[Any, list[str]]:
    """The page, and the list that all it complains of or asks for is noted in."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", **more
    )
    page, heard = context.new_page(), []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url) if request.url != address else None)
    page.goto(address)
    return page, heard


@pytest.mark.skipif(AXE is None, reason="no axe-core here")
def test_no_accessibility_rule_is_broken(browser: Any, address: str) -> None:
    assert AXE is not None
    page, _ = opened(browser, address, WIDTHS[0], bypass_csp=True)
    page.add_style_tag(content=".entry { content-visibility: visible !important }")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    found = {}
    for width, scheme in zip(WIDTHS, ("light", "dark", "light"), strict=True):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found[width, scheme] = page.evaluate(VIOLATIONS)
    page.context.close()
    assert found == {each: [] for each in found}


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_quiet_and_no_wider_than_the_window(browser: Any, address: str, width: int) -> None:
    page, heard = opened(browser, address, width)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert heard == []
    assert wide <= width


def test_everything_can_be_done_by_keyboard(browser: Any, address: str) -> None:
    page, heard = opened(browser, address, 1024)
    focused = "document.activeElement.closest('.entry')?.id ?? document.activeElement.id"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "main"
    changed = page.evaluate("[...document.querySelectorAll('.entry:not([data-quiet])')].map((entry) => entry.id)")
    seen = []
    for _ in changed:
        page.keyboard.press("n")
        seen.append(page.evaluate(focused))
    assert seen == changed
    page.keyboard.press("p")
    assert page.evaluate(focused) == changed[-2]
    page.focus("#f-text")
    page.keyboard.type("nopq")
    page.wait_for_timeout(SETTLED)
    assert page.locator(".entry:not([hidden])").count() == 0
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.wait_for_timeout(SETTLED)
    assert page.locator(".entry[hidden]").count() == 0
    page.context.close()
    assert heard == []


def test_filters_leave_what_they_name(browser: Any, address: str) -> None:
    page, _ = opened(browser, address, 1600)
    page.check("#f-substantive")
    page.wait_for_timeout(SETTLED)
    left = page.evaluate("[...document.querySelectorAll('.entry:not([hidden])')].map((e) => e.dataset.substance)")
    page.context.close()
    assert left
    assert set(left) == {"substantive"}


def test_it_reads_without_its_script(browser: Any, address: str) -> None:
    page, _ = opened(browser, address, 1024, java_script_enabled=False)
    assert not page.is_visible("#filters")
    assert page.is_visible(".entry:not([data-quiet])")
    assert page.is_visible(".changes")
    page.context.close()


FOLDED = "[...document.querySelectorAll('main details')].map((fold) => [fold.className, fold.open])"


def test_on_paper_changed_articles_stand_whole_and_unchanged_ones_by_their_headings(
    browser: Any, tmp_path: Path
) -> None:
    names = []
    for name, text in (("old.txt", LAW), ("new.txt", LAW.replace("五十元", "八十元"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
        names.append(str(tmp_path / name))
    comparison = pipeline.compare(*(pipeline.load(name, corpus=tmp_path) for name in names))
    (tmp_path / "page.html").write_text(render.comparison_html(comparison, "zh"), encoding="utf-8")
    page, heard = opened(browser, (tmp_path / "page.html").as_uri(), 1024)
    before = page.evaluate(FOLDED)
    assert {name for name, _ in before} >= {"run", "fold", "more"}
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    seen = page.inner_text("main")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    after = page.evaluate(FOLDED)
    page.context.close()
    assert LONG in seen
    assert "第一条" in seen
    assert "第二条" in seen
    assert "不得采砂" not in seen
    assert seen.count("一百元") == 1, "a figure that did not change has one line, without its sentence"
    assert after == before
    assert heard == []
