"""A web server on this machine for tests: pages by path, or any bytes at all over a socket."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

__all__ = ["Answer", "Site", "raw_server", "site"]

_HEAD_LIMIT = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path answers with; a body without a type is a page in UTF-8."""

    body: str | bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = "text/html; charset=utf-8"

    def sent(self) -> bytes:
        """The whole response."""
        body = self.body.encode() if isinstance(self.body, str) else self.body
        lines = [f"HTTP/1.1 {self.status} Told", f"Content-Length: {len(body)}", "Connection: close"]
        lines += [f"Content-Type: {self.media_type}"] if self.media_type else []
        lines += [f"{name}: {value}" for name, value in self.headers]
        return "\r\n".join([*lines, "", ""]).encode("utf-8") + body


Handler = Callable[[str, dict[str, str]], Answer | bytes]


@dataclass(slots=True)
class Site:
    """A running site: its address, what its paths answer, and what it was asked."""

    url: str
    pages: dict[str, Answer | Handler] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def answer(self, path: str, headers: dict[str, str]) -> bytes:
        """The bytes of the response to a request."""
        self.asked.append((path, headers))
        page = self.pages.get(path, Answer("<p>没有这一页</p>", 404))
        told = page if isinstance(page, Answer) else page(path, headers)
        return told if isinstance(told, bytes) else told.sent()

    def paths(self) -> list[str]:
        """What was asked for, in order, but for robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def site() -> Iterator[Site]:
    """A site whose pages are added by path: `running.pages["/1.html"] = Answer("…")`."""
    holder: list[Site] = []

    def serve(connection: socket.socket) -> None:
        head = _head(connection)
        if head:
            path, headers = _parsed(head)
            connection.sendall(holder[0].answer(path, headers))

    with raw_server(serve) as url:
        holder.append(Site(url))
        yield holder[0]


@contextmanager
def raw_server(serve: Callable[[socket.socket], None]) -> Iterator[str]:
    """The address of a server that hands each connection to `serve`, one thread each."""
    listener = socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []

    def run(connection: socket.socket) -> None:
        with connection:
            try:
                serve(connection)
            except OSError:  # the client has seen enough
                return

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=run, args=(connection,), daemon=True)
            threads.append(thread)
            thread.start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(timeout=5)
        for thread in threads:
            thread.join(timeout=5)


def _head(connection: socket.socket) -> bytes:
    head = b""
    while b"\r\n\r\n" not in head and len(head) < _HEAD_LIMIT:
        chunk = connection.recv(4096)
        if not chunk:
            return b""
        head += chunk
    return head


def _parsed(head: bytes) -> tuple[str, dict[str, str]]:
    first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return first.split(" ")[1], {name.lower(): value.strip() for name, _, value in pairs}
