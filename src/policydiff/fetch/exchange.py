"""One request and its response, within every bound: time, bytes on the line, bytes unpacked.

The transport of httpx2 is used as it is, without the client around it: no cookies, no redirects, no proxies and no
credentials from the environment.  A request goes to an internet address that was checked, not to a name.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from policydiff.errors import InputError
from policydiff.fetch.addresses import resolved, shown
from policydiff.fetch.options import FetchOptions
from policydiff.fetch.unpacking import unpacked

if TYPE_CHECKING:
    from httpx2 import URL, HTTPTransport, Response

__all__ = ["BUSY", "Deadline", "Errand", "PassingError", "Reply", "ask", "new_transport"]

BUSY = frozenset((429, 500, 502, 503, 504))
"""Answers of a server that may do better in a moment; what they say is not read."""

Received = Callable[[int, int | None], None]


class PassingError(InputError):
    """A fault that may be gone in a moment: the line broke, the server was silent."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment by which a page must have come in whole."""

    url: str
    seconds: float
    moment: float

    @classmethod
    def of(cls, url: URL, options: FetchOptions) -> Deadline:
        """The deadline of a page that is asked for now."""
        return cls(shown(url), options.deadline, time.monotonic() + options.deadline)

    def left(self) -> float:
        """The seconds that are left; raises InputError where there are none."""
        left = self.moment - time.monotonic()
        if left <= 0:
            raise self.fault()
        return left

    def fault(self) -> InputError:
        """The error of a page that came too late."""
        return InputError(
            f"{self.url} did not come in whole within {self.seconds:g} seconds: "
            "try again later, or save it in a browser and add the file"
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """The response of one server; one that is busy or sends us on has no body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def header(self, name: str) -> str:
        """The first header of a name; empty where it is missing."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def new_transport() -> HTTPTransport:
    """The way out: certificates checked against those of the system, one connection a request."""
    import httpx2  # noqa: PLC0415 - most commands fetch nothing

    return httpx2.HTTPTransport(limits=httpx2.Limits(max_keepalive_connections=0))


@dataclass(frozen=True, slots=True)
class Errand:
    """What to ask for: a page, or the rules of a site, of which the head is enough (`whole` is false)."""

    url: URL
    headers: Mapping[str, str]
    options: FetchOptions
    deadline: Deadline
    received: Received
    whole: bool = True

    @property
    def max_wire_bytes(self) -> int:
        """The most bytes that may come over the line."""
        return self.options.max_wire_bytes if self.whole else self.options.max_robots_bytes

    @property
    def max_bytes(self) -> int:
        """The most bytes that it may unpack to."""
        return self.options.max_bytes if self.whole else self.options.max_robots_bytes


def ask(transport: HTTPTransport, errand: Errand) -> Reply:
    """Ask for a page once.  Raises PassingError where asking again may help, InputError where it will not."""
    import httpx2  # noqa: PLC0415 - most commands fetch nothing

    where = shown(errand.url)
    errand.deadline.left()
    fault: Exception | None = None
    for address in resolved(errand.url, errand.options):
        watch = _Watch(errand.deadline)
        try:
            with watch.kept():
                reply = _exchange(transport, errand, address, watch)
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
            fault = error
        except httpx2.TransportError as error:
            raise watch.told(_broken(where, error)) from error
        else:
            if not watch.over:  # what was cut off may look like a whole page without a length
                return reply
        if watch.over:
            raise errand.deadline.fault() from fault
    raise _unreachable(where, fault) from fault


def _exchange(transport: HTTPTransport, errand: Errand, address: str, watch: _Watch) -> Reply:
    import httpx2  # noqa: PLC0415

    url, options = errand.url, errand.options
    left = errand.deadline.left()
    read = min(options.read_timeout, left)
    timeouts = {"connect": min(options.connect_timeout, left), "read": read, "write": read, "pool": left}
    request = httpx2.Request(
        "GET",
        url.copy_with(host=address),
        headers={"Host": url.netloc.decode("ascii"), **errand.headers},
        extensions={"timeout": timeouts, "sni_hostname": url.raw_host.decode("ascii"), "trace": watch.trace},
    )
    response = transport.handle_request(request)
    try:
        told = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers.raw)
        reply = Reply(response.status_code, told)
        if 300 <= reply.status < 400 or reply.status in BUSY:
            return reply
        return replace(reply, body=_body(response, reply, errand))
    finally:
        response.close()


def _body(response: Response, reply: Reply, errand: Errand) -> bytes:
    """The body, unpacked; both what comes and what it unpacks to are counted as they come."""
    where = shown(errand.url)
    length = reply.header("content-length").strip()
    expected = int(length) if length.isascii() and length.isdigit() and len(length) < 19 else None
    if errand.whole and expected is not None and expected > errand.max_wire_bytes:
        raise InputError(_too_large(where, errand.max_wire_bytes))
    wire = _Wire(response.iter_raw(), errand, expected)
    body = bytearray()
    try:
        for piece in unpacked(wire, reply.header("content-encoding"), where):
            body += piece
            if len(body) > errand.max_bytes:
                raise _Full(errand.max_bytes)
    except _Full as full:
        if errand.whole:
            raise InputError(_too_large(where, full.limit)) from None
    return bytes(body[: errand.max_bytes])


class _Full(Exception):  # noqa: N818 - the end of a loop, caught where it was entered
    """Enough has come."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


@dataclass(frozen=True, slots=True)
class _Wire:
    """The bytes of a response as they come over the line, counted and timed."""

    chunks: Iterator[bytes]
    errand: Errand
    expected: int | None

    def __iter__(self) -> Iterator[bytes]:
        count = 0
        for chunk in self.chunks:
            count += len(chunk)
            if count > self.errand.max_wire_bytes:
                # of what is read in part, so much is still good
                yield chunk[: len(chunk) - (count - self.errand.max_wire_bytes)]
                raise _Full(self.errand.max_wire_bytes)
            self.errand.deadline.left()
            self.errand.received(count, self.expected)
            yield chunk


@dataclass(slots=True)
class _Watch:
    """Cuts a connection off at the deadline, whatever it is doing: a timeout for silence alone would let a server
    that sends one byte a second go on for ever."""

    deadline: Deadline
    over: bool = False
    line: socket.socket | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def trace(self, event: str, told: dict[str, Any]) -> None:
        """Called by the transport at each step; a connection is known here before anything is sent on it."""
        if event == "connection.connect_tcp.complete":
            with self.lock:
                self.line = told["return_value"].get_extra_info("socket").dup()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Watch over an exchange."""
        timer = threading.Timer(self.deadline.left(), self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            with self.lock:
                if self.line is not None:
                    self.line.close()
                    self.line = None

    def told(self, fault: InputError) -> InputError:
        """The fault of an exchange, which is the deadline's where that cut it off."""
        return self.deadline.fault() if self.over else fault

    def _cut(self) -> None:
        with self.lock:
            self.over = True
            if self.line is not None:
                try:
                    self.line.shutdown(socket.SHUT_RDWR)
                except OSError:  # the other side was quicker
                    return


def _broken(where: str, error: Exception) -> PassingError:
    import httpx2  # noqa: PLC0415

    if isinstance(error, httpx2.TimeoutException):
        return PassingError(f"{where}: the server fell silent: try again later")
    if isinstance(error, httpx2.ProtocolError):
        return PassingError(f"{where}: the server's answer is broken or cut short: try again later")
    return PassingError(f"{where}: the connection broke: try again later")


def _unreachable(where: str, error: Exception | None) -> InputError:
    why = str(error or "").lower()
    if "certificate" in why:
        return InputError(f"{where}: the server's certificate is not to be trusted: {_BROWSER}")
    if "ssl" in why or "tls" in why:
        return InputError(f"{where}: no encrypted connection could be agreed on: {_BROWSER}")
    return PassingError(f"{where}: the server cannot be reached: check the address and the connection")


_BROWSER = "look at the page in a browser, and add the file that you save there"


def _too_large(where: str, limit: int) -> str:
    return (
        f"{where} is larger than {limit / 1_000_000:g} MB: raise the limit with --max-size, or save the part you need"
    )
