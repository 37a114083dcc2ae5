"""One page from a server that means well, or ill: it comes in whole, or one sentence says why not."""

from __future__ import annotations

import gzip
import itertools
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from support.web_server import Answer, Site, raw_server, site

from policydiff.errors import InputError
from policydiff.fetch import Client, FetchOptions, Known, Page, Progress, addresses

QUICK = FetchOptions(
    allow_private=True, deadline=5, connect_timeout=2, read_timeout=1, delay=0, backoff=0.01, max_wire_bytes=100_000,
    max_bytes=200_000,
)  # fmt: skip
TEXT = "第一条　为了规范渔港管理，制定本办法。"


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as running:
        yield running


def get(url: str, options: FetchOptions = QUICK, known: Known | None = None) -> Page:
    with Client(options) as client:
        return client.get(url, known)


def test_a_page_comes_as_it_was_served(web: Site) -> None:
    data = f"<p>{TEXT}</p>".encode("gb18030")
    web.pages["/1.html"] = Answer(data, headers=(("ETag", '"a1"'),), media_type="text/html; charset=GBK")
    before = datetime.now(UTC).replace(microsecond=0)
    page = get(f"{web.url}/1.html#top")
    assert (page.status, page.data, page.media_type) == (200, data, "text/html; charset=GBK")
    assert (page.url, page.final_url) == (f"{web.url}/1.html#top", f"{web.url}/1.html")
    assert page.header("etag") == '"a1"'
    assert before <= page.fetched <= datetime.now(UTC)
    assert page.fetched.microsecond == 0


def test_the_program_says_who_it_is_and_sends_nothing_else(web: Site) -> None:
    web.pages["/1.html"] = Answer(TEXT, headers=(("Set-Cookie", "session=1; Path=/"),))
    with Client(QUICK, agent="policydiff/9.9") as client:
        client.get(f"{web.url}/1.html")
        client.get(f"{web.url}/1.html")
    for _, headers in web.asked:
        assert headers["user-agent"] == "policydiff/9.9"
        assert headers["host"] == web.url.removeprefix("http://")
        assert not {"cookie", "authorization", "referer", "if-none-match"} & set(headers)


def test_chinese_addresses_are_taken_as_a_browser_takes_them(web: Site) -> None:
    web.pages["/%E6%94%BF%E7%AD%96/1.html?q=%E7%AE%97"] = Answer(TEXT)
    assert get(f"  {web.url}/政策/1.html?q=算\n").data.decode() == TEXT


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "raw", "identity"])
def test_packed_pages_are_unpacked(web: Site, coding: str) -> None:
    data = (TEXT * 500).encode()
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(data),
        "x-gzip": gzip.compress(data),
        "deflate": zlib.compress(data),
        "raw": raw.compress(data) + raw.flush(),
        "identity": data,
    }[coding]
    sent = {"raw": "deflate"}.get(coding, coding)
    web.pages["/1.html"] = Answer(packed, headers=(("Content-Encoding", sent),))
    assert get(f"{web.url}/1.html").data == data


@pytest.mark.parametrize(
    ("coding", "body", "said"),
    [
        ("gzip", gzip.compress(TEXT.encode())[:-12], "cut short"),
        ("gzip", b"\x1f\x8b broken", "damaged"),
        ("gzip", TEXT.encode(), "damaged"),
        ("gzip", gzip.compress(b"a") + gzip.compress(b"b"), "in several parts"),
        ("br", b"\x0b\x02\x80", "packed as 'br', which nobody asked for"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"a")), "packed as 'gzip, gzip'"),
    ],
    ids=["cut", "broken", "not packed", "two parts", "another packing", "packed twice"],  # gzip writes the time
)
def test_what_cannot_be_unpacked_is_told(web: Site, coding: str, body: bytes, said: str) -> None:
    web.pages["/1.html"] = Answer(body, headers=(("Content-Encoding", coding),))
    with pytest.raises(InputError, match=said):
        get(f"{web.url}/1.html")


def test_a_bomb_is_stopped_before_it_unpacks(web: Site) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    assert len(bomb) < QUICK.max_wire_bytes
    web.pages["/1.html"] = Answer(bomb, headers=(("Content-Encoding", "gzip"),))
    begun = time.process_time()
    with pytest.raises(InputError, match=r"larger than 0\.2 MB: raise the limit with --max-size"):
        get(f"{web.url}/1.html")
    assert time.process_time() - begun < 0.5


def test_a_page_that_says_it_is_too_large_is_not_read(web: Site) -> None:
    web.pages["/1.html"] = lambda path, headers: b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nbegin"
    with pytest.raises(InputError, match=r"larger than 0\.1 MB"):
        get(f"{web.url}/1.html")


def flows(first: bytes, again: bytes, pause: float = 0.0) -> Callable[[socket.socket], None]:
    """A server that has no robots.txt, and on any other request sends one thing after the other for ever."""

    def serve(connection: socket.socket) -> None:
        head = connection.recv(4096)
        if b"/robots.txt" in head:
            connection.sendall(Answer(status=404).sent())
            return
        connection.sendall(first)
        while True:
            connection.sendall(again)
            time.sleep(pause)

    return serve


ENDLESS = [
    (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a" * 8192, "larger than 0.1 MB"),
    (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"400\r\n" + b"a" * 1024 + b"\r\n",
        "larger than 0.1 MB",
    ),
    (b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"a" * 1000 + b"\r\n", "broken or cut short"),
    (b"HTTP/1.1 200 OK\r\nX-Long: ", b"a" * 8192, "broken or cut short"),
]


@pytest.mark.parametrize(("first", "again", "said"), ENDLESS, ids=["body", "chunks", "headers", "header"])
def test_what_never_ends_is_cut_off(first: bytes, again: bytes, said: str) -> None:
    with raw_server(flows(first, again)) as url, pytest.raises(InputError, match=said):
        get(f"{url}/1.html")


DRIPS = [
    (b"HTTP/1.1 200 OK\r\n\r\n", b"a"),
    (b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n", b"a"),
    (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    (b"HTTP/1.1 200 OK\r\nX-Drip: ", b"a"),
    (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
]


@pytest.mark.parametrize(("first", "again"), DRIPS, ids=["body", "length", "chunks", "header", "continue"])
def test_a_slow_drip_meets_the_deadline(first: bytes, again: bytes) -> None:
    options = FetchOptions(allow_private=True, deadline=0.3, delay=0, read_timeout=5)
    with raw_server(flows(first, again, 0.02)) as url:
        begun = time.monotonic()
        with pytest.raises(InputError, match=r"did not come in whole within 0\.3 seconds: try again later"):
            get(f"{url}/1.html", options)
        assert time.monotonic() - begun < 1.5


def test_silence_is_told() -> None:
    options = FetchOptions(allow_private=True, deadline=5, delay=0, read_timeout=0.05, backoff=0.01, attempts=2)
    release = threading.Event()

    def serve(connection: socket.socket) -> None:
        connection.recv(4096)
        release.wait(5)

    with raw_server(serve) as url:
        with pytest.raises(InputError, match="the server fell silent: try again later"):
            get(f"{url}/1.html", options)
        release.set()


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        b"SSH-2.0-OpenSSH\r\n",
        b"\x00\xff\xfe",
        b"HTTP/1.1 2x0 OK\r\n\r\n",
        b"",
    ],
)
def test_a_broken_answer_is_told(web: Site, answer: bytes) -> None:
    web.pages["/1.html"] = lambda path, headers: answer
    with pytest.raises(InputError, match="broken or cut short: try again later"):
        get(f"{web.url}/1.html")
    assert web.paths() == ["/1.html"] * 3


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(InputError, match="cannot be reached: check the address and the connection"):
        get(f"http://127.0.0.1:{port}/1.html")


def moved(to: str, status: int = 302) -> Answer:
    return Answer("moved", status, (("Location", to),))


def test_redirects_are_followed_and_the_last_address_is_told(web: Site) -> None:
    web.pages |= {"/1": moved("/2", 301), "/2": moved("../政策?id=3"), "/%E6%94%BF%E7%AD%96?id=3": Answer(TEXT)}
    page = get(f"{web.url}/1")
    assert (page.url, page.final_url) == (f"{web.url}/1", f"{web.url}/%E6%94%BF%E7%AD%96?id=3")


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("/1", "redirects in a circle"),
        ("/2", "redirects in a circle"),
        ("/n0", "is the end of 5 redirects and sends us on again"),
        ("file:///etc/passwd", "neither http nor https"),
        ("ftp://127.0.0.1/x", "neither http nor https"),
        ("javascript:alert(1)", "neither http nor https"),
        ("http://me:secret@127.0.0.1/", "a user name or a password"),
        ("http://[::bad/", "not a valid address"),
        (f"/{'a' * 3000}", "longer than an address can be"),
    ],
)
def test_redirects_that_lead_nowhere(web: Site, to: str, said: str) -> None:
    web.pages |= {"/1": moved(to), "/2": moved("/1")}
    web.pages |= {f"/n{number}": moved(f"/n{number + 1}") for number in range(20)}
    with pytest.raises(InputError, match=said) as told:
        get(f"{web.url}/1")
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://example.org/1", "neither http nor https"),
        ("file:///etc/passwd", "neither http nor https"),
        ("http://", "names no host"),
        ("http://me:secret@example.org/", "a user name or a password, which policydiff never sends"),
        ("http://exa mple.org/", "not a valid address"),
        ("http://example.org:99999999/", "not a valid address"),
        ("http://example.org/" + "a" * 3000, "longer than an address can be"),
        ("http://no-such-host.invalid/", r"the host no-such-host\.invalid is not known: check the address"),
        ("http://" + "a" * 300 + ".example/", "not a valid address"),
        ("http://\x00/", "not a valid address"),
    ],
)
def test_addresses_that_are_none(url: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as told:
        get(url)
    assert "secret" not in str(told.value)
    assert len(str(told.value)) < 600


PRIVATE = [
    "127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0",
    "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "[fd00::1]", "224.0.0.1", "2130706433",
    "0x7f.1", "198.18.0.1", "[::]",
]  # fmt: skip


@pytest.mark.parametrize("host", PRIVATE)
def test_private_addresses_are_refused_before_anything_is_sent(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *a, **k: pytest.fail("a connection was made"))
    with pytest.raises(InputError, match=r"inside this machine or the local network: allow that with --allow-private"):
        get(f"http://{host}:9/1.html", FetchOptions(delay=0))


def test_a_redirect_into_the_local_network_is_refused(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host passes for a public one; where it sends us is looked at anew."""
    web.pages["/1"] = moved("http://127.0.0.2:9/secret")
    monkeypatch.setattr(addresses, "_is_public", lambda address: str(address) == "127.0.0.1")
    options = FetchOptions(delay=0, backoff=0.01)
    with pytest.raises(InputError, match=r"leads to 127\.0\.0\.2, inside this machine"):
        get(f"{web.url}/1", options)
    assert web.paths() == ["/1"]


def test_a_name_is_resolved_once_and_only_what_was_checked_is_asked(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads to a public address when checked and to a private one a moment later gains nothing."""
    port = int(web.url.rpartition(":")[2])
    answers = itertools.chain([("127.0.0.1", port)] * 2, itertools.repeat(("127.0.0.9", port)))
    real = socket.getaddrinfo

    def fickle(host: str, *rest: Any, **named: Any) -> Any:
        if host == "fickle.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", next(answers))]
        return real(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", fickle)
    web.pages["/1.html"] = Answer(TEXT)
    assert get(f"http://fickle.example:{port}/1.html").data.decode() == TEXT
    assert {headers["host"] for _, headers in web.asked} == {f"fickle.example:{port}"}


def test_the_second_address_of_a_host_is_tried(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(web.url.rpartition(":")[2])
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port)) for host in ("127.0.0.9", "127.0.0.1")]
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *a, **k: found if host == "two.example" else real(host, *a, **k)
    )
    web.pages["/1.html"] = Answer(TEXT)
    assert get(f"http://two.example:{port}/1.html").data.decode() == TEXT


def test_busy_servers_are_asked_again(web: Site) -> None:
    answers = iter([Answer(status=429, headers=(("Retry-After", "0"),)), Answer(status=503), Answer(TEXT)])
    web.pages["/1.html"] = lambda path, headers: next(answers)
    assert get(f"{web.url}/1.html").data.decode() == TEXT
    assert web.paths() == ["/1.html"] * 3


@pytest.mark.parametrize(
    ("headers", "said", "times"),
    [
        ((), "answers 503, the server is busy or out of order: try again later", 3),
        ((("Retry-After", "3600"),), "try again in 3600 seconds", 1),
        ((("Retry-After", "9" * 40),), "try again in 999999999 seconds", 1),
        ((("Retry-After", "soon"),), "try again later", 3),
    ],
)
def test_a_server_that_stays_busy(web: Site, headers: tuple[tuple[str, str], ...], said: str, times: int) -> None:
    web.pages["/1.html"] = Answer(status=503, headers=headers)
    with pytest.raises(InputError, match=said):
        get(f"{web.url}/1.html")
    assert len(web.paths()) == times


def test_a_moment_to_come_back_at_is_understood(web: Site) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
    web.pages["/1.html"] = Answer(status=429, headers=(("Retry-After", later),))
    with pytest.raises(InputError, match=r"try again in 7\d\d\d seconds"):
        get(f"{web.url}/1.html")


def test_what_the_server_knows_to_be_unchanged_is_not_sent(web: Site) -> None:
    def page(path: str, headers: dict[str, str]) -> Answer:
        same = headers.get("if-none-match") == '"a1"' and headers.get("if-modified-since")
        return Answer(status=304) if same else Answer(TEXT)

    web.pages["/1.html"] = page
    known = Known(f"{web.url}/1.html", '"a1"', "Tue, 18 Feb 2025 08:00:00 GMT")
    again = get(f"{web.url}/1.html", known=known)
    assert (again.unchanged, again.data) == (True, b"")
    assert not get(f"{web.url}/1.html").unchanged
    assert not get(f"{web.url}/1.html", known=Known(f"{web.url}/2.html", '"a1"', "x")).unchanged


def test_unchanged_is_no_answer_to_who_knows_nothing(web: Site) -> None:
    web.pages["/1.html"] = Answer(status=304)
    with pytest.raises(InputError, match="though nothing was known"):
        get(f"{web.url}/1.html")


def test_what_a_site_asks_programs_to_leave_alone_is_left_alone(web: Site) -> None:
    web.pages |= {
        "/robots.txt": Answer("User-agent: *\nDisallow: /inner/\n\nUser-agent: policydiff\nDisallow: /closed/\n"),
        "/inner/1": Answer(TEXT),
        "/open": moved("/closed/1"),
    }
    assert get(f"{web.url}/inner/1").data.decode() == TEXT
    for path in ("/closed/1", "/open"):
        with pytest.raises(InputError, match=r"/closed/1: the site's robots\.txt asks programs not to fetch this page"):
            get(f"{web.url}{path}")
    assert "/closed/1" not in web.paths()


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (410, True), (500, False), (503, False)])
def test_a_site_whose_rules_cannot_be_read(web: Site, status: int, allowed: bool) -> None:
    web.pages |= {"/robots.txt": Answer("Disallow: /", status), "/1.html": Answer(TEXT)}
    if allowed:
        assert get(f"{web.url}/1.html").data.decode() == TEXT
    else:
        with pytest.raises(InputError, match=r"/robots\.txt answers"):
            get(f"{web.url}/1.html")


def test_odd_rules(web: Site) -> None:
    web.pages["/1.html"] = Answer(TEXT)
    endless = "User-agent: *\nAllow: /1\n" + "Disallow: /*a*b*c$\n" * 40_000 + "Disallow: /\n"
    for rules in (
        moved("/robots.txt"),
        moved("/rules.txt"),
        Answer(b"\xff\xfe\x00 binary \x00"),
        Answer(endless),
        Answer("User-agent: *\nCrawl-delay: inf\n"),
        Answer("User-agent: *\nCrawl-delay: -3\n"),
        Answer("<html><p>首页</p></html>"),
    ):
        web.pages["/robots.txt"] = rules
        assert get(f"{web.url}/1.html").data.decode() == TEXT


def test_rules_are_read_once_a_site_and_pauses_are_kept(web: Site) -> None:
    web.pages |= {"/robots.txt": Answer("User-agent: *\nCrawl-delay: 9000\n"), "/1": Answer(TEXT), "/2": Answer(TEXT)}
    options = FetchOptions(allow_private=True, delay=0.02, max_crawl_delay=0.06)
    begun = time.monotonic()
    with Client(options) as client:
        client.get(f"{web.url}/1")
        client.get(f"{web.url}/2")
    assert time.monotonic() - begun >= 0.12
    assert [path for path, _ in web.asked] == ["/robots.txt", "/1", "/2"]


def test_a_pause_beyond_the_deadline_is_not_waited_for(web: Site) -> None:
    web.pages |= {"/robots.txt": Answer("User-agent: *\nCrawl-delay: 20\n"), "/1": Answer(TEXT)}
    with pytest.raises(InputError, match="did not come in whole within 1 seconds"):
        get(f"{web.url}/1", FetchOptions(allow_private=True, deadline=1, delay=0))


def test_progress_is_told_to_its_end(web: Site) -> None:
    web.pages["/1.html"] = Answer(TEXT * 10)
    told: list[Progress] = []
    with Client(QUICK, told.append) as client:
        client.get(f"{web.url}/1.html")
        with pytest.raises(InputError):
            client.get(f"{web.url}/\x00")
    assert [progress.stage for progress in told if progress.stage != "receiving"] == ["robots", "asking", "done"]
    size = len((TEXT * 10).encode())
    assert [(p.received, p.expected) for p in told if p.stage == "receiving"][-1] == (size, size)
