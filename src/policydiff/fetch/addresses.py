"""Addresses of pages, and of the machines behind them: which may be asked at all."""

from __future__ import annotations

import ipaddress
import re
import socket
from typing import TYPE_CHECKING

from policydiff.errors import InputError
from policydiff.fetch.options import FetchOptions
from policydiff.patterns import lazy

if TYPE_CHECKING:
    from httpx2 import URL

__all__ = ["checked_url", "is_url", "resolved", "shown"]

_SHOWN = 200
_USER = lazy(r"(?<=//)[^/?#@]*@")
_HOST = lazy(r"[\w.:-]{1,253}", re.ASCII)  # as it goes over the line; colons only in an IPv6 address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SEVERAL = 4  # addresses of one host that are tried
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_url(argument: str) -> bool:
    """Whether an argument names a page rather than a file.

    >>> is_url("https://example.org/1.html"), is_url("1.html"), is_url("wuhan-ai@2024-draft")
    (True, False, False)
    """
    return "://" in argument


def shown(url: object) -> str:
    """An address as an error tells it: on one line, not too long, without a password.

    >>> shown("http://me:secret@example.org/1\\n2")
    'http://example.org/1?2'
    """
    text = _USER.sub("", str(url))
    text = "".join(char if char.isprintable() else "?" for char in text[: _SHOWN + 1])
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def checked_url(address: str, options: FetchOptions, *, base: URL | None = None) -> URL:
    """The URL of a page that may be asked for; of a link or a redirect, beside the page at `base`.

    Chinese host names and paths are taken as a browser takes them; what stands behind a `#` is left out.
    Raises InputError.
    """
    import httpx2  # noqa: PLC0415 - most commands fetch nothing

    if len(address) > options.max_url_length:
        raise InputError(f"{shown(address)} is longer than an address can be ({options.max_url_length} characters)")
    try:
        url = base.join(address.strip()) if base is not None else httpx2.URL(address.strip())
        url = url.copy_with(fragment=None)
        host = url.host
    except (httpx2.InvalidURL, ValueError) as error:
        raise InputError(f"{shown(address)} is not a valid address: check it for slips of the pen") from error
    if url.scheme not in ("http", "https"):
        raise InputError(f"{shown(url)} is neither http nor https: policydiff fetches no other addresses")
    if not host:
        raise InputError(f"{shown(address)} names no host: check the address")
    if not _HOST.fullmatch(url.raw_host.decode("ascii")) or (url.port or 1) not in range(1, 65_536):
        raise InputError(f"{shown(address)} is not a valid address: check it for slips of the pen")
    if url.userinfo:
        raise InputError(f"{shown(url)} carries a user name or a password, which policydiff never sends: leave it out")
    return url


def resolved(url: URL, options: FetchOptions) -> tuple[str, ...]:
    """The internet addresses of a URL's host; raises InputError where there are none, or where one is private.

    The caller connects to these and to no others, so that a name cannot lead elsewhere once it was checked.
    """
    host, port = url.host, url.port or {"http": 80, "https": 443}[url.scheme]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"the host {shown(host)} is not known: check the address and the connection") from error
    addresses = tuple(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    for address in addresses:
        if not options.allow_private and not _is_public(ipaddress.ip_address(address)):
            raise InputError(
                f"the host {shown(host)} leads to {address}, inside this machine or the local network: "
                "allow that with --allow-private if you mean it"
            )
    return addresses[:_SEVERAL]


def _is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, also where it wraps an older one."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(inner)
    return address.is_global and not address.is_multicast
