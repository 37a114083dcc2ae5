"""From an argument to the source it names: a file, standard input, a page on the web."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from policydiff import __version__
from policydiff import fetch as fetch_stage
from policydiff.errors import InputError
from policydiff.fetch import FetchOptions, Page, Progress, silent
from policydiff.model import Origin, Source
from policydiff.read import file_bytes, read_bytes
from policydiff.read.options import ReadOptions

__all__ = [
    "DEFAULTS",
    "InputOptions",
    "Opened",
    "is_path",
    "names_work",
    "open_argument",
    "open_file",
    "read_page",
]

_SUFFIX = re.compile(r"\.[A-Za-z]\w{0,7}$")


@dataclass(frozen=True, slots=True)
class InputOptions:
    """How arguments are opened: the limits of reading and of fetching, and who is told how a fetch comes along."""

    read: ReadOptions = field(default_factory=ReadOptions)
    fetch: FetchOptions = field(default_factory=FetchOptions)
    on_progress: Callable[[Progress], None] = silent

    def client(self) -> fetch_stage.Client:
        """A client for the web, to be closed."""
        return fetch_stage.Client(self.fetch, self.on_progress, agent=f"policydiff/{__version__}")


DEFAULTS = InputOptions()


@dataclass(frozen=True, slots=True)
class Opened:
    """A source, and what it is called."""

    source: Source
    origin: Origin


def is_path(argument: str) -> bool:
    """An existing file, or a name with a slash or a suffix, is a path; else it is `work@version`."""
    return _exists(argument) or "@" not in argument or bool(re.search(r"[/\\]", argument) or _SUFFIX.search(argument))


def names_work(argument: str) -> bool:
    """Whether an argument can only name a work or a version of the corpus: no file, no page, not standard input."""
    if argument == "-" or fetch_stage.is_url(argument) or _exists(argument):
        return False
    return not re.search(r"[/\\]", argument) and not _SUFFIX.search(argument)


def _exists(argument: str) -> bool:
    try:
        return Path(argument).exists()
    except (OSError, ValueError):  # no file can have such a name, too long or with a null character
        return False


def open_argument(argument: str, inputs: InputOptions) -> Opened:
    """The source that a file's name, a URL or `-` stands for; raises InputError where it holds no document."""
    if argument == "-" or not fetch_stage.is_url(argument):
        source, _ = open_file(argument, inputs)
        return Opened(source, Origin(name=Path(source.uri).name or source.uri))
    with inputs.client() as client:
        page = client.get(argument)
    read = read_page(page, inputs)
    doubt = fetch_stage.suspicion(page, read)
    if doubt is not None:
        raise InputError(doubt.sentence)
    if isinstance(read, InputError):
        raise read
    return Opened(read, Origin(name=fetch_stage.file_name(page, read.media_type), url=page.final_url))


def open_file(argument: str, inputs: InputOptions) -> tuple[Source, bytes]:
    """What a file or standard input (`-`) holds, with its bytes; raises InputError where that is no document.

    What a server sent instead of a text (an error page, a login) is none in a file either.
    """
    if argument == "-":
        name, data = "standard input", sys.stdin.buffer.read(inputs.read.max_bytes + 1)
    else:
        path = Path(argument)
        name, data = str(path), file_bytes(path, options=inputs.read)
    read: Source | InputError
    try:
        read = read_bytes(data, name, options=inputs.read)
    except InputError as error:
        read = error
    doubt = fetch_stage.suspicion_of_file(name, data, read)
    if doubt is not None:
        raise InputError(doubt.sentence)
    if isinstance(read, InputError):
        raise read
    return read, data


def read_page(page: Page, inputs: InputOptions) -> Source | InputError:
    """What a page holds, or why it cannot be read."""
    try:
        return read_bytes(page.data, page.final_url, page.media_type, options=inputs.read)
    except InputError as error:
        return error
