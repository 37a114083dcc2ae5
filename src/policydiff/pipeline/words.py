"""A query that nothing answers as it was typed, cut into its words: 算力服务券申领 is 算力, 服务, 券, 申领."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from policydiff.errors import InputError
from policydiff.index import Group, Query
from policydiff.tokens import quiet_jieba, tokens

__all__ = ["check", "cut"]

_LARGEST = 10_000_000
"""Bytes of a dictionary: twice jieba's own."""


def cut(query: Query, dictionary: Path | None = None) -> Query | None:
    """The same query with every bare word cut into its words, all of which must be there.

    Phrases, words without which it must be and the two sides of an OR stay whole.  None where nothing can be cut.

    >>> from policydiff.index import parse_query
    >>> [one.text for one in cut(parse_query("人工智能补贴资金")).positive]
    ['人工智能', '补贴', '资金']
    """
    cutter = _with(dictionary) if dictionary is not None else tokens
    groups = [piece for group in query.groups for piece in _cut(group, cutter)]
    return None if tuple(groups) == query.groups else Query(tuple(dict.fromkeys(groups)))


def _cut(group: Group, cutter: Callable[[str], Sequence[str]]) -> list[Group]:
    one = group.wordings[0]
    if len(group.wordings) > 1 or one.quoted or one.negated:
        return [group]
    words = [word for word in cutter(one.text) if any(c.isalnum() for c in word)]
    return [Group((replace(one, text=word),)) for word in words if all(replace(one, text=word).forms)] or [group]


def check(dictionary: Path) -> None:
    """Raise InputError where a dictionary cannot be read, needed or not."""
    _lines(dictionary)


def _lines(dictionary: Path) -> list[str]:
    try:
        if dictionary.stat().st_size > _LARGEST:
            raise InputError(f"{dictionary} is too large for a dictionary: at most {_LARGEST // 1_000_000} MB are read")
        return dictionary.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{dictionary} is no UTF-8; save it as UTF-8, one word a line") from error
    except OSError as error:
        raise InputError(f"cannot read the dictionary {dictionary}: {error.strerror}") from error


def _with(dictionary: Path) -> Callable[[str], Sequence[str]]:
    """A cutter that knows the words of a file, in the form of jieba's user dictionaries: 算力服务券 10 n."""
    lines = _lines(dictionary)
    cutter = quiet_jieba().Tokenizer()
    for word in (line.split()[0] for line in lines if line.strip()):
        cutter.add_word(word)
    return lambda text: tuple(cutter.lcut(text))
