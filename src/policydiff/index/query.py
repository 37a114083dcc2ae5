"""What a person types into a search: words, all of which must stand in the clause, and quoted phrases."""

from __future__ import annotations

import re

__all__ = ["words"]

# an opening quotation mark that is never closed opens a phrase to the end: a person still typing gets an answer
_WORD = re.compile(r"""["＂“”„]([^"＂“”„]*)(?:["＂“”„]|$)|([^\s"＂“”„]+)""")


def words(query: str) -> tuple[str, ...]:
    """The words and phrases of a query, each once, in the order they were typed.

    White space separates words; between quotation marks, ASCII or Chinese, it is part of a phrase.

    >>> words('算力 "服务 补贴券" 50万元')
    ('算力', '服务 补贴券', '50万元')
    >>> words('“人工智能” 算力 算力'), words(' "" ')
    (('人工智能', '算力'), ())
    """
    found = (quoted or bare for quoted, bare in _WORD.findall(query))
    return tuple(dict.fromkeys(word for word in found if word.strip()))
