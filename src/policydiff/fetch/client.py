"""Fetching pages politely: one request at a time, with pauses, within a site's own rules, and never more than asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from policydiff.errors import InputError
from policydiff.fetch.addresses import checked_url, shown
from policydiff.fetch.exchange import BUSY, Deadline, Errand, PassingError, Reply, ask, new_transport
from policydiff.fetch.options import FetchOptions
from policydiff.fetch.page import Known, Page, Progress, Stage, silent
from policydiff.fetch.robots import ROBOT, Rules, read_rules
from policydiff.fetch.unpacking import ACCEPTED

if TYPE_CHECKING:
    from httpx2 import URL, HTTPTransport

__all__ = ["Client"]

_DEFAULTS = FetchOptions()
_MOVED = frozenset((301, 302, 303, 307, 308))
_HEADERS = {
    "Accept": "text/html, application/xhtml+xml, application/pdf, */*;q=0.8",
    "Accept-Language": "zh-CN, zh;q=0.9, en;q=0.5",
    "Accept-Encoding": ACCEPTED,
    "Connection": "close",
}


class Client:
    """Fetches pages one after another; remembers each site's rules, and when it was last asked.

    A resource to be closed: `with Client() as client: page = client.get("https://…")`.  `agent` is how it introduces
    itself to servers.
    """

    def __init__(
        self,
        options: FetchOptions = _DEFAULTS,
        on_progress: Callable[[Progress], None] = silent,
        agent: str = ROBOT,
    ) -> None:
        self._options = options
        self._headers = {"User-Agent": agent, **_HEADERS}
        self._tell = on_progress
        self._transport: HTTPTransport | None = None
        self._rules: dict[str, Rules | InputError] = {}
        self._asked: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        if self._transport is not None:
            self._transport.close()
            self._transport = None

    def get(self, address: str, known: Known | None = None) -> Page:
        """Fetch a page, following redirects; `known` asks the server whether a capture is still the newest.

        Any answer is a page, also 404: what it is worth is for `suspicion` to say.  Raises InputError where there is
        no answer, where the site's robots.txt forbids the page, and where a bound is met.
        """
        url = checked_url(address, self._options)
        try:
            return self._follow(address, url, known)
        finally:
            self._tell(Progress(str(url), "done"))

    def _follow(self, address: str, url: URL, known: Known | None) -> Page:
        """The page at the end of the redirects."""
        deadline = Deadline.of(url, self._options)
        seen = {str(url)}
        while True:
            self._obey(url, deadline)
            reply = self._persist(url, _conditions(url, known), deadline)
            if reply.status not in _MOVED or not reply.header("location"):
                return _page(address, url, reply, known)
            url = self._next(url, reply, seen)

    def _next(self, url: URL, reply: Reply, seen: set[str]) -> URL:
        """Where a redirect leads."""
        start = shown(url)
        # a header's bytes are read as Latin-1; what portals put there is UTF-8, as it stands in their addresses
        location = reply.header("location")
        try:
            location = location.encode("latin-1").decode("utf-8")
        except UnicodeError:
            raise InputError(f"{start} redirects to an address that cannot be read: open it in a browser") from None
        try:
            following = checked_url(location, self._options, base=url)
        except InputError as error:
            raise InputError(f"{start} redirects to another address, but {error}") from error
        if str(following) in seen:
            raise InputError(f"{start} redirects in a circle: open the page in a browser and give its final address")
        if len(seen) > self._options.max_redirects:
            raise InputError(
                f"{start} is the end of {self._options.max_redirects} redirects and sends us on again: "
                "open the page in a browser and give its final address"
            )
        seen.add(str(following))
        return following

    def _persist(self, url: URL, conditions: dict[str, str], deadline: Deadline, stage: Stage = "receiving") -> Reply:
        """Ask until there is an answer, as often as the options allow, with growing pauses."""
        options = self._options
        for attempt in range(1, options.attempts + 1):
            last = attempt == options.attempts
            pause = options.backoff * 2 ** (attempt - 1)
            try:
                reply = self._ask(url, conditions, deadline, stage)
            except PassingError:
                if last:
                    raise
            else:
                wanted = _retry_after(reply) if reply.status in BUSY else 0.0
                if reply.status not in BUSY:
                    return reply
                if last or wanted > options.max_retry_after:
                    raise InputError(_busy(url, reply, wanted))
                pause = max(pause, wanted)
            self._pause(url, pause, deadline)
        raise InputError(f"{shown(url)} was not asked for: the limit on attempts is {options.attempts}")

    def _ask(self, url: URL, conditions: dict[str, str], deadline: Deadline, stage: Stage) -> Reply:
        """Ask once, no sooner than the host's pause is over."""
        rules = self._rules.get(_site(url))
        wanted = min(rules.delay, self._options.max_crawl_delay) if isinstance(rules, Rules) else 0.0
        last = self._asked.get(url.host)
        if last is not None:
            self._pause(url, last + max(wanted, self._options.delay) - time.monotonic(), deadline)
        if self._transport is None:
            self._transport = new_transport()
        where = str(url)
        self._tell(Progress(where, "robots" if stage == "robots" else "asking"))

        def received(count: int, expected: int | None) -> None:
            if stage != "robots":
                self._tell(Progress(where, stage, count, expected))

        errand = Errand(url, self._headers | conditions, self._options, deadline, received, whole=stage != "robots")
        try:
            return ask(self._transport, errand)
        finally:
            self._asked[url.host] = time.monotonic()

    def _pause(self, url: URL, seconds: float, deadline: Deadline) -> None:
        if seconds <= 0:
            return
        if seconds >= deadline.left():
            raise deadline.fault()
        self._tell(Progress(str(url), "waiting"))
        time.sleep(seconds)

    def _obey(self, url: URL, deadline: Deadline) -> None:
        """Raise where the site's robots.txt forbids the page, or cannot be read and may forbid it."""
        site = _site(url)
        if site not in self._rules:
            try:
                self._rules[site] = self._read_robots(url, deadline)
            except InputError as error:
                self._rules[site] = error
        rules = self._rules[site]
        if isinstance(rules, InputError):
            raise rules
        if not rules.allow(str(url)):
            raise InputError(
                f"{shown(url)}: the site's robots.txt asks programs not to fetch this page: "
                "save it in a browser and add the file"
            )

    def _read_robots(self, url: URL, deadline: Deadline) -> Rules:
        """A site's rules: none where it has no robots.txt (4xx, redirects in a circle); a fault where it may have."""
        robots = url.copy_with(raw_path=b"/robots.txt")
        seen = {str(robots)}
        reply = self._persist(robots, {}, deadline, "robots")
        while reply.status in _MOVED and reply.header("location"):
            try:
                robots = self._next(robots, reply, seen)
            except InputError:
                return Rules()
            reply = self._persist(robots, {}, deadline, "robots")
        if 200 <= reply.status < 300:
            return read_rules(reply.body)
        if 300 <= reply.status < 500:
            return Rules()
        raise InputError(
            f"{shown(robots)} answers {reply.status}, so that nobody can know what the site allows: "
            "try again later, or save the page in a browser and add the file"
        )


def _site(url: URL) -> str:
    """What one robots.txt speaks for: scheme, host and port."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _conditions(url: URL, known: Known | None) -> dict[str, str]:
    """The headers that ask for a page only if it is another than the one we have."""
    if known is None or str(url) != known.url:
        return {}
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in asked.items() if value and value.isascii() and value.isprintable()}


def _page(address: str, url: URL, reply: Reply, known: Known | None) -> Page:
    """The page that an answer is."""
    unchanged = reply.status == 304
    if unchanged and not _conditions(url, known):
        raise InputError(f"{shown(url)} answers that nothing changed, though nothing was known: try again later")
    now = datetime.now(UTC).replace(microsecond=0)
    return Page(address, str(url), reply.status, reply.headers, reply.body, now, unchanged)


def _retry_after(reply: Reply) -> float:
    """The seconds that a busy server asks for: a number, or a moment."""
    wanted = reply.header("retry-after").strip()
    if wanted.isascii() and wanted.isdigit():
        return float(wanted[:9])
    try:
        moment = parsedate_to_datetime(wanted)
    except ValueError:
        return 0.0
    return max(0.0, (moment.astimezone(UTC) - datetime.now(UTC)).total_seconds())


def _busy(url: URL, reply: Reply, wanted: float) -> str:
    when = f"in {wanted:.0f} seconds" if wanted else "later"
    return f"{shown(url)} answers {reply.status}, the server is busy or out of order: try again {when}"
