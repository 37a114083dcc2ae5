"""Pages of the web through the whole pipeline: compared in memory, or captured into a corpus."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.versions import everything
from support.web_server import Answer, Site, site

from policydiff import __version__, pipeline
from policydiff.corpus import VersionFacts, find_version
from policydiff.errors import CorpusError, InputError
from policydiff.fetch import Client, FetchOptions, Known, Page
from policydiff.pipeline import FetchResult, InputOptions, Wishes

INPUTS = InputOptions(fetch=FetchOptions(allow_private=True, delay=0, backoff=0.01, deadline=5))
FACTS = VersionFacts("harbours", "2025", "full", title="海州市渔港管理办法")
ARTICLES = (
    "<p>第一条　为了规范渔港经营，保障渔业生产，根据有关法律、法规，结合本市实际，制定本办法。</p>"
    "<p>第二条　对新建渔港，给予最高300万元补助。渔港经营者应当依法登记，接受主管部门的监督检查。</p>"
    "<p>第三条　本办法自2025年5月1日起施行，有效期三年，由市渔业主管部门负责解释。</p>"
)
MEASURES = (
    f"<html><head><title>海州市渔港管理办法</title></head><body><h1>海州市渔港管理办法</h1>{ARTICLES}</body></html>"
)
NOTICE = (
    "<html><head><title>关于印发《海州市渔港管理办法》的通知</title></head><body><div>"
    "<h1>关于印发《海州市渔港管理办法》的通知</h1><p>海政规〔2025〕8号</p><p>各区人民政府，市有关部门：</p>"
    "<p>《海州市渔港管理办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。</p>"
    "<p>海州市人民政府</p><p>2025年4月2日</p>{links}</div></body></html>"
)


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as running:
        yield running


def fetch(root: Path, *urls: str, facts: VersionFacts = FACTS, attachments: bool = True) -> list[FetchResult]:
    return list(pipeline.fetch(root, urls, facts, attachments=attachments, inputs=INPUTS))


def kinds(root: Path, version: str = "2025") -> list[tuple[str, str]]:
    return [(source.kind, source.name) for source in find_version(root, "harbours", version).sources]


def docx(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    xml = "http://schemas.openxmlformats.org"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{xml}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.'
            'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{xml}/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
            f'Type="{xml}/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{xml}/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
        )
    return stream.getvalue()


MEASURES_TXT = "海州市渔港管理办法\n第一条　渔港应当登记。\n第二条　对新建渔港，给予最高300万元补助。\n"
FORM_TXT = "申报书\n一、基本情况。单位名称应当与登记一致。\n二、项目预算。最高20万元。\n"


def test_a_page_is_compared_without_being_kept(web: Site, tmp_path: Path) -> None:
    web.pages["/old.html"] = Answer(MEASURES.encode("gb18030"), media_type="text/html; charset=GBK")
    web.pages["/new.html"] = Answer(MEASURES.replace("300万元", "500万元"))
    old, new = (pipeline.load(f"{web.url}/{name}.html", corpus=tmp_path, inputs=INPUTS) for name in ("old", "new"))
    assert (old.name, old.url, old.coverage) == ("old.html", f"{web.url}/old.html", "full")
    (change,) = (term for change in pipeline.compare(old, new).changes for term in change.terms if term.delta)
    assert (change.direction, round(float(change.percent or 0))) == ("raised", 67)
    assert everything(tmp_path) == {}
    assert {headers["user-agent"] for _, headers in web.asked} == {f"policydiff/{__version__}"}


def test_the_charset_may_stand_in_the_header_alone(web: Site) -> None:
    web.pages["/1.html"] = Answer("<p>第一條　漁港應當登記。</p>".encode("big5"), media_type="text/html; charset=big5")
    cleaned = pipeline.read_clean(f"{web.url}/1.html", simplify=False, inputs=INPUTS)
    assert cleaned.text == "第一條　漁港應當登記。"


def test_what_is_no_document_is_an_input_error(web: Site, tmp_path: Path) -> None:
    web.pages["/1.html"] = Answer("<title>404</title><p>您访问的页面不存在</p>")
    for url, said in ((f"{web.url}/1.html", "there is no such page"), (f"{web.url}/2.html", "no such page|not exist")):
        with pytest.raises(InputError, match=said):
            pipeline.load(url, corpus=tmp_path, inputs=INPUTS)
    with pytest.raises(InputError, match="allow that with --allow-private"):
        pipeline.load(f"{web.url}/1.html", corpus=tmp_path)


def test_a_page_is_captured_with_all_that_is_known_of_it(web: Site, tmp_path: Path) -> None:
    data = MEASURES.encode("gb18030")
    headers = (("ETag", '"a1"'), ("Set-Cookie", "id=7"))
    web.pages["/1.html"] = Answer(data, headers=headers, media_type="text/html; charset=GBK")
    web.pages["/go"] = Answer(status=302, headers=(("Location", "/1.html"),))
    (result,) = fetch(tmp_path, f"{web.url}/go")
    assert (result.outcome, result.version_name, result.notes) == ("captured", "harbours@2025", ())
    (source,) = find_version(tmp_path, "harbours", "2025").sources
    assert (source.kind, source.name, source.path.read_bytes()) == ("text", "1.html", data)
    assert (source.url, source.final_url) == (f"{web.url}/go", f"{web.url}/1.html")
    assert (source.media_type, source.etag) == ("text/html; charset=GBK", '"a1"')
    assert source.fetched is not None
    assert b"id=7" not in b"".join(everything(tmp_path).values())
    version = pipeline.load("harbours@2025", corpus=tmp_path)
    assert [unit.label for unit in version.documents[0].articles()] == ["第一条", "第二条", "第三条"]
    assert version.documents[0].origin.url == f"{web.url}/1.html"


def test_a_capture_that_only_its_header_can_decode_is_read_again(web: Site, tmp_path: Path) -> None:
    web.pages["/1.txt"] = Answer(MEASURES_TXT.encode("utf-16-le"), media_type="text/plain; charset=utf-16le")
    (result,) = fetch(tmp_path, f"{web.url}/1.txt")
    if result.outcome == "captured":  # reading UTF-16 without a mark is the reading stage's to promise
        assert len(pipeline.load("harbours@2025", corpus=tmp_path).documents[0].articles()) == 2


@pytest.mark.parametrize("way", ["304", "bytes", "words"])
def test_a_page_that_did_not_change_changes_nothing(web: Site, tmp_path: Path, way: str) -> None:
    def page(path: str, headers: dict[str, str]) -> Answer:
        if way == "304" and headers.get("if-none-match") == '"a1"':
            return Answer(status=304)
        count = len(web.paths()) if way == "words" else 0
        return Answer(MEASURES.replace("</body>", f"<!-- {count} --></body>"), headers=(("ETag", '"a1"'),))

    web.pages["/1.html"] = page
    fetch(tmp_path, f"{web.url}/1.html")
    before = everything(tmp_path)
    (again,) = fetch(tmp_path, f"{web.url}/1.html")
    assert (again.outcome, again.kept) == ("unchanged", tmp_path / "harbours/2025/raw/1.html")
    assert everything(tmp_path) == before


def test_a_page_that_changed_wants_a_version_of_its_own(web: Site, tmp_path: Path) -> None:
    web.pages["/1.html"] = Answer(MEASURES)
    fetch(tmp_path, f"{web.url}/1.html")
    before = everything(tmp_path)
    web.pages["/1.html"] = Answer(MEASURES.replace("300万元", "500万元"))
    (again,) = fetch(tmp_path, f"{web.url}/1.html")
    assert again.outcome == "changed"
    assert "has changed since it was captured" in again.reason
    assert "as a version of its own with --version" in again.reason
    assert everything(tmp_path) == before
    (other,) = fetch(tmp_path, f"{web.url}/1.html", facts=dataclasses.replace(FACTS, version="2026"))
    assert other.outcome == "captured"


def test_nothing_is_asked_for_where_nothing_could_be_added(web: Site, tmp_path: Path) -> None:
    web.pages["/1.html"] = web.pages["/2.html"] = Answer(MEASURES)
    with pytest.raises(CorpusError, match="give its title with --title"):
        fetch(tmp_path, f"{web.url}/1.html", facts=dataclasses.replace(FACTS, title=None))
    assert web.asked == []
    fetch(tmp_path, f"{web.url}/1.html")
    with pytest.raises(CorpusError, match="already has its full text"):
        fetch(tmp_path, f"{web.url}/2.html")
    assert web.paths() == ["/1.html"]


def test_what_is_suspect_is_kept_aside(web: Site, tmp_path: Path) -> None:
    web.pages["/1.html"] = Answer("<script>document.cookie='a=b';location.reload()</script>")
    (result,) = fetch(tmp_path, f"{web.url}/1.html")
    assert result.outcome == "suspect"
    assert "a script that a browser must run" in result.reason
    assert result.kept is not None
    assert result.kept.parent == tmp_path / ".suspect" / "harbours@2025"
    assert {path.split("/")[0] for path in everything(tmp_path)} == {".suspect", ".policydiff"}


def test_several_reports_are_captured_and_one_that_fails_is_told(web: Site, tmp_path: Path) -> None:
    report = (
        "<p>日前，《海州市渔港管理办法》（以下简称《办法》）印发。《办法》提出，对新建渔港，给予最高300万元补助。</p>"
    )
    web.pages |= {"/1.html": Answer(report), "/3.html": Answer(report * 2)}
    facts = dataclasses.replace(FACTS, coverage="excerpt")
    urls = [f"{web.url}/{name}" for name in ("1.html", "2.html", "3.html")]
    outcomes = [result.outcome for result in fetch(tmp_path, *urls, "http://no-such-host.invalid/", facts=facts)]
    assert outcomes == ["captured", "suspect", "captured", "failed"]
    assert kinds(tmp_path) == [("report", "1.html"), ("report", "3.html")]


def test_attachments_are_captured_beside_the_text(web: Site, tmp_path: Path) -> None:
    links = '<p>附件：<a href="/a/1.txt" title="申报书.doc">申报书</a></p><a href="/a/gone.doc">附件2</a>'
    web.pages |= {
        "/1.html": Answer(MEASURES.replace("</body>", f"<div>{links}<a href='/a/3.xls'>附件3</a></div></body>")),
        "/a/1.txt": Answer(FORM_TXT, media_type="text/plain"),
        "/a/3.xls": Answer(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), media_type="application/vnd.ms-excel"),
    }
    (result,) = fetch(tmp_path, f"{web.url}/1.html")
    assert kinds(tmp_path) == [("text", "1.html"), ("attachment", "1.txt"), ("attachment", "3.xls")]
    assert [(note.code, note.subject) for note in result.notes] == [
        ("attachment_failed", "附件2"),
        ("attachment_unreadable", "3.xls"),
    ]
    form = find_version(tmp_path, "harbours", "2025").sources[1]
    assert (form.label, form.url) == ("申报书", f"{web.url}/a/1.txt")
    assert [document.origin.name for document in pipeline.load("harbours@2025", corpus=tmp_path).documents] == [
        "1.html"
    ]


def test_attachments_may_be_left_out(web: Site, tmp_path: Path) -> None:
    web.pages["/1.html"] = Answer(MEASURES.replace("</body>", "<a href='/a.doc'>附件</a></body>"))
    fetch(tmp_path, f"{web.url}/1.html", attachments=False)
    assert web.paths() == ["/1.html"]


def test_a_notice_gives_way_to_the_attachment_that_is_the_text(web: Site, tmp_path: Path) -> None:
    web.pages |= {
        "/tz.html": Answer(NOTICE.format(links='<p>附件：<a href="/a/bf.docx">海州市渔港管理办法</a></p>')),
        "/a/bf.docx": Answer(docx(*MEASURES_TXT.splitlines()), media_type="application/octet-stream"),
    }
    (result,) = fetch(tmp_path, f"{web.url}/tz.html")
    assert [(note.code, note.subject) for note in result.notes] == [("text_attached", "bf.docx")]
    assert kinds(tmp_path) == [("text", "bf.docx"), ("notice", "tz.html")]
    version = pipeline.load("harbours@2025", corpus=tmp_path)
    assert [unit.label for unit in version.documents[0].articles()] == ["第一条", "第二条"]
    assert version.document_number == "海政规〔2025〕8号", "what the notice says of the text"
    (again,) = fetch(tmp_path, f"{web.url}/tz.html")
    assert again.outcome == "unchanged"


def test_of_several_attachments_with_provisions_the_title_tells_which_is_the_text(web: Site, tmp_path: Path) -> None:
    links = '<p><a href="/a/1.txt?.doc">附件1：申报书</a><a href="/a/2.txt?.doc">附件2：海州市渔港管理办法</a></p>'
    web.pages |= {
        "/tz.html": Answer(NOTICE.format(links=links)),
        "/a/1.txt?.doc": Answer(FORM_TXT, media_type="text/plain"),
        "/a/2.txt?.doc": Answer(MEASURES_TXT, media_type="text/plain"),
    }
    fetch(tmp_path, f"{web.url}/tz.html")
    assert kinds(tmp_path) == [("text", "2.txt"), ("notice", "tz.html"), ("attachment", "1.txt")]
    other = tmp_path / "other"
    web.pages["/a/2.txt?.doc"] = Answer(FORM_TXT.replace("申报书", "推荐表"), media_type="text/plain")
    web.pages["/tz.html"] = Answer(NOTICE.format(links=links.replace("海州市渔港管理办法", "推荐表")))
    (result,) = fetch(other, f"{web.url}/tz.html")
    assert [note.code for note in result.notes] == ["several_texts"]
    assert kinds(other)[0] == ("text", "tz.html")


def test_a_page_with_very_many_attachments(web: Site, tmp_path: Path) -> None:
    links = "".join(f'<a href="/a/{number}.doc">附件{number}</a>' for number in range(30))
    web.pages["/1.html"] = Answer(MEASURES.replace("</body>", f"<div>{links}</div></body>"))
    inputs = InputOptions(fetch=dataclasses.replace(INPUTS.fetch, max_attachments=3))
    (result,) = pipeline.fetch(tmp_path, (f"{web.url}/1.html",), FACTS, inputs=inputs)
    assert next((note.code, note.subject) for note in result.notes) == ("attachments_left", "27")
    assert len(web.paths()) == 4


def test_a_page_is_placed_after_it_was_fetched_while_nobody_else_writes(web: Site, tmp_path: Path) -> None:
    """Another process adds the same text while this one waits for the server: it is not added a second time."""
    root, file = tmp_path / "corpus", tmp_path / "measures.html"
    file.write_text(MEASURES, encoding="utf-8")
    web.pages["/1.html"] = Answer(MEASURES)
    answer = Client.get

    def slow(self: Client, url: str, known: Known | None = None) -> Page:
        page = answer(self, url, known)
        pipeline.add(root, str(file), Wishes())
        return page

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Client, "get", slow)
        done = pipeline.add(root, f"{web.url}/1.html", Wishes(), inputs=INPUTS)
    assert done.proposal.same is not None
    assert done.result is not None
    assert not done.result.added
    assert len(list(root.glob("*/*/raw/*"))) == 1


def test_the_day_a_page_was_put_up_stands_with_its_capture(web: Site, tmp_path: Path) -> None:
    web.pages["/1.html"] = Answer(MEASURES.replace("</h1>", "</h1><div>发布时间：2025-04-03 来源：市渔业局</div>"))
    fetch(tmp_path, f"{web.url}/1.html")
    (source,) = find_version(tmp_path, "harbours", "2025").sources
    assert source.published == date(2025, 4, 3)
    done = pipeline.add(tmp_path / "other", f"{web.url}/1.html", Wishes(), inputs=INPUTS)
    assert done.proposal.facts.date == date(2025, 4, 3)
