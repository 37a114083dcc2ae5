"""The limits of fetching, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FetchOptions"]


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """Bounds on what one page may cost, and on what we may cost the server that sends it."""

    allow_private: bool = False
    """Whether addresses of this machine and of the local network may be asked.  A page from the web must not lead the
    program there; a portal inside an office network is where one wants it to go."""

    deadline: float = 120.0
    """Seconds for one page, with all its redirects, retries and pauses.  A law of 3 MB over a slow line takes 30; a
    server that sends a byte now and then would take for ever."""

    connect_timeout: float = 15.0
    """Seconds to reach a server.  Far ones answer within one or two, or not at all."""

    read_timeout: float = 30.0
    """Seconds of silence.  Portals that put a page together on demand take up to ten."""

    max_wire_bytes: int = 20_000_000
    """The most bytes that may come over the line for one page."""

    max_bytes: int = 20_000_000
    """The largest page once it is unpacked, the same as the largest file that is read: prose packs to a fifth, and
    what packs to a thousandth is made to fill a machine's memory."""

    max_redirects: int = 5
    """How often a server may send us on.  From http to https, to the right host name, to the moved page: three."""

    delay: float = 1.0
    """Seconds between two requests to one host."""

    max_crawl_delay: float = 30.0
    """The longest pause that a robots.txt can ask for with Crawl-delay.  A few ask for hours, to keep crawlers of
    whole sites away; who fetches one page and its three attachments is none."""

    attempts: int = 3
    """How often a page is asked for where the server is busy or the line breaks."""

    backoff: float = 1.0
    """Seconds before the second attempt; each further pause is twice as long."""

    max_retry_after: float = 60.0
    """The longest pause that a server can ask for with Retry-After; where it asks for more, nobody waits."""

    max_robots_bytes: int = 512_000
    """How much of a robots.txt is read; what stands behind that does not count (RFC 9309 asks for 500 KiB)."""

    max_attachments: int = 20
    """How many attachments of one page are captured.  The longest notices carry a dozen forms."""

    max_url_length: int = 2000
    """The longest address.  Servers and browsers agree on no more."""
