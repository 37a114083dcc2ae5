"""A file of overrides: what a person knows better about which provision became which.

[[link]]
old = "第五条"
new = ["第七条", "第八条"]
note = "起草说明第三部分"

[[forbid]]
old = "第六条"            # without "new": 第六条 was removed
"""

from __future__ import annotations

import re
from itertools import product
from os import PathLike
from pathlib import Path

from policydiff.corpus.tables import Table, parse_table
from policydiff.errors import CorpusError, InputError
from policydiff.model import Address, Override

__all__ = ["read_overrides"]

_MAX_BYTES = 200_000
"""The largest file of overrides.  An entry takes some sixty bytes: this is three thousand, more than anybody checks."""
_LONGEST_LINE = 2000
"""The longest line.  The parser's time grows with the square of a dotted key's parts, which share one line."""
_MOST_PLACES = 32
"""The most places on one side of an entry; no provision was ever split into so many."""
_LONGEST_PLACE = 60
_KEYS = ("old", "new", "note")
_NAMED = re.compile(r"(?:r\d{1,4})?-?(?:preamble|closing|text|statement|s)\d{0,6}")
_SPOKEN = {"引言": "preamble", "结尾条款": "closing"}

_Pair = tuple[str, str]


def read_overrides(file_name: str | PathLike[str]) -> tuple[Override, ...]:
    """The overrides that a TOML file holds, in order; raises InputError that names the line of what is wrong."""
    path = Path(file_name)
    text = _text(path)
    try:
        file = parse_table(path, text)
        file.allow("link", "forbid")
        found = [
            (table, _override(table, linked=key == "link")) for key in ("link", "forbid") for table in file.tables(key)
        ]
        _agree(found)
    except CorpusError as error:
        raise InputError(str(error)) from error
    return tuple(override for _, override in found)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no file can have this name"
        raise InputError(f"cannot read {path}: {reason}") from error
    if len(data) > _MAX_BYTES:
        raise InputError(f"{path} is larger than {_MAX_BYTES // 1000} kB, which no file of overrides is")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}, line {line}: the file is not UTF-8; save it as UTF-8") from error
    for at, written in enumerate(text.split("\n"), 1):
        if len(written) > _LONGEST_LINE:
            raise InputError(f"{path}, line {at}: the line is longer than {_LONGEST_LINE} characters; break it up")
    return text


def _override(table: Table, *, linked: bool) -> Override:
    table.allow(*_KEYS)
    old, new = _places(table, "old"), _places(table, "new")
    if linked and not (old and new):
        missing = "new" if old else "old"
        raise table.fault(missing, f'a [[link]] has no "{missing}"; add {missing} = "第…条"')
    if not old and not new:
        raise table.fault("old", 'a [[forbid]] has neither "old" nor "new"; add one of them, or both')
    note = table.text_or_none("note") or ""
    return Override(linked, old, new, _printable(" ".join(note.split())))


def _places(table: Table, key: str) -> tuple[str, ...]:
    """The places under a key, each once: a text or a list of texts."""
    given = table.values.get(key)
    if given is None:
        return ()
    written = (table.text_or_none(key) or "",) if isinstance(given, str) else table.texts(key)
    if not written:
        raise table.fault(key, f'"{key}" is empty; name a place such as "第五条"')
    if len(written) > _MOST_PLACES:
        raise table.fault(key, f'"{key}" names more than {_MOST_PLACES} places; make several entries of it')
    return tuple(dict.fromkeys(_place(table, key, words.strip()) for words in written))


def _place(table: Table, key: str, words: str) -> str:
    """A place as data name it: 第5条 is 第五条, 引言 is `preamble`."""
    for spoken, name in _SPOKEN.items():
        if words.startswith(spoken):
            words = name + words.removeprefix(spoken)
    if len(words) <= _LONGEST_PLACE:
        if _NAMED.fullmatch(words):
            return words
        try:
            return str(Address.parse(words))
        except ValueError:
            pass
    shown = words if len(words) <= _LONGEST_PLACE else f"{words[:_LONGEST_PLACE]}…"
    raise table.fault(key, f'"{_printable(shown)}" names no place; write 第五条, 三、, 附件1 第二条, 引言 or 结尾条款')


def _printable(words: str) -> str:
    return "".join(char if char.isprintable() else "·" for char in words)


def _agree(found: list[tuple[Table, Override]]) -> None:
    """Raise where one entry links the very pair that another rules out."""
    linked = {pair for _, override in found if override.linked for pair in _pairs(override)}
    for table, override in found:
        for old, new in _pairs(override):
            if not override.linked and (old, new) in linked:
                raise table.fault("old", f"{old} → {new} is both linked and ruled out; keep one of the two entries")


def _pairs(override: Override) -> set[_Pair]:
    return set(product(override.old, override.new))
