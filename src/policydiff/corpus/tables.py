"""TOML files with faults that name the line: `version.toml, line 4: "coverage" must be …`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from policydiff.errors import CorpusError

__all__ = ["Table", "parse_table", "read_table", "read_text"]

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]#]+)\]")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*(?:=|\.)""")
_LONGEST_KEY = 40
_TYPES = {str: "a text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a TOML file; `place` is where it stands: empty for the file itself, `source[1].passage[0]`."""

    path: Path
    text: str
    values: dict[str, Any]
    place: str = ""

    def fault(self, key: str, problem: str) -> CorpusError:
        """The error for a key: file, line and what is expected instead."""
        return CorpusError(f"{self.path}, line {_line(self.text, self.place, key)}: {problem}")

    def allow(self, *keys: str) -> None:
        """Raise where the table has a key that is none of these."""
        for key in self.values:
            if key not in keys:
                raise self.fault(key, f'"{_shown(key)}" is not a key of {self._name}; it takes {", ".join(keys)}')

    def text_of(self, key: str) -> str:
        """A text that must be there and not be empty."""
        value = self.text_or_none(key)
        if value is None:
            raise self.fault(key, f'{self._name} has no "{key}"; add {key} = "…"')
        return value

    def text_or_none(self, key: str) -> str | None:
        """A text that may be missing, but not be empty."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.fault(key, f'"{key}" must be a text in quotes, not {_kind(value)}')
        return value

    def day_or_none(self, key: str) -> date | None:
        """A date that may be missing."""
        value = self.values.get(key)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        raise self.fault(key, f'"{key}" must be a date without quotes, such as 2025-02-18, not {_kind(value)}')

    def moment_or_none(self, key: str) -> datetime | None:
        """A moment with its time zone that may be missing."""
        value = self.values.get(key)
        if value is None or (isinstance(value, datetime) and value.tzinfo is not None):
            return value
        raise self.fault(key, f'"{key}" must be a moment without quotes, such as 2025-02-18T09:30:00Z')

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """One of several words, which must be there."""
        value = self.choice_or_none(key, choices)
        if value is None:
            raise self.fault(key, f'{self._name} has no "{key}"; add {key} = {_or(choices)}')
        return value

    def choice_or_none(self, key: str, choices: tuple[str, ...]) -> str | None:
        """One of several words, if it is there."""
        value = self.values.get(key)
        if value is None or (isinstance(value, str) and value in choices):
            return value
        shown = f'"{value}"' if isinstance(value, str) else _kind(value)
        raise self.fault(key, f'"{key}" must be {_or(choices)}, not {shown}')

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; none where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.fault(key, f'"{key}" must be a list of texts in quotes, such as ["…", "…"]')
        return tuple(value)

    def tables(self, key: str) -> tuple[Table, ...]:
        """The tables under `[[key]]`, in order."""
        value = self.values.get(key, [])
        inner = f"{self.place}.{key}".lstrip(".")
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            header = re.sub(r"\[\d+\]", "", inner)
            raise self.fault(key, f'"{key}" must be tables, each under its own [[{header}]]')
        return tuple(Table(self.path, self.text, item, f"{inner}[{index}]") for index, item in enumerate(value))

    @property
    def _name(self) -> str:
        header = re.sub(r"\[\d+\]", "", self.place)
        return f"[[{header}]]" if header else self.path.name


def read_text(path: Path) -> str:
    """A TOML file's text; editors on Windows may have led it with a byte order mark."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise CorpusError(f"{path}, line {line}: the file is not UTF-8; save it as UTF-8") from error
    except OSError as error:
        raise CorpusError(f"cannot read {path}: {error.strerror}") from error


def read_table(path: Path) -> Table:
    """Parse a TOML file; raises CorpusError with the line where it is malformed."""
    return parse_table(path, read_text(path))


def parse_table(path: Path, text: str) -> Table:
    """Parse the text of a TOML file."""
    try:
        return Table(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        problem = re.sub(r"(?<!\s)\s*\(at [^()]*\)$", "", str(error))
        raise CorpusError(f"{path}, line {line}: not valid TOML: {problem}") from error
    except RecursionError as error:
        raise CorpusError(f"{path}: not valid TOML: its values are nested too deep") from error
    except ValueError as error:  # Python reads no number of thousands of digits
        raise CorpusError(f"{path}: not valid TOML: a number in it has too many digits") from error


def _shown(key: str) -> str:
    """A key as one printable line: in quotes, TOML takes any characters for one."""
    line = "".join(char if char.isprintable() else "·" for char in key)
    return line if len(line) <= _LONGEST_KEY else f"{line[:_LONGEST_KEY]}…"


def _kind(value: object) -> str:
    if isinstance(value, str):
        return "a text in quotes" if value.strip() else "an empty one"
    return _TYPES.get(type(value), "a date or time")


def _or(choices: tuple[str, ...]) -> str:
    quoted = [f'"{choice}"' for choice in choices]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _keys(text: str) -> Iterator[tuple[int, str, str]]:
    """Line, place and key of every key; a table's own header has the empty key."""
    place, counts = "", dict[str, int]()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            place = ""
            for name in header[2].split("."):
                outer, here = place, f"{place}.{name.strip()}".lstrip(".")
                place = f"{here}[{counts.get(here, 0)}]"
            if header[1] == "[[":
                here = f"{outer}.{header[2].rpartition('.')[2].strip()}".lstrip(".")
                counts[here] = counts.get(here, -1) + 1
                place = f"{here}[{counts[here]}]"
            yield number, place, ""
        elif key := _KEY.match(line):
            yield number, place, key[1]


def _line(text: str, place: str, key: str) -> int:
    """The line of a key; of its table where the key is missing; of the list where the tables are written inline."""
    lines = {(where, name): number for number, where, name in reversed(tuple(_keys(text)))}
    while place:
        outer, _, name = place.rpartition(".")
        for candidate in ((place, key), (place, ""), (outer, name.partition("[")[0])):
            if candidate in lines:
                return lines[candidate]
        place = outer
    return lines.get(("", key), lines.get((f"{key}[0]", ""), 1))
