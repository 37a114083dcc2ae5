"""Wordings replaced throughout a text: told once, not in every row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from policydiff.compare.options import CompareOptions
from policydiff.compare.sides import Side
from policydiff.model import ClauseChange

__all__ = ["replacements"]

_WORD = re.compile(r"[^\W\d_]{2,20}")
_NUMERALS = re.compile(r"[零〇一二三四五六七八九十百千万亿第条款项之]+")


def replacements(
    rows: Sequence[Sequence[ClauseChange]], old: Side, new: Side, options: CompareOptions
) -> tuple[tuple[str, str, int], ...]:
    """(old wording, new wording, number of groups) for each replacement found in enough groups, the commonest first."""
    seen: Counter[tuple[str, str]] = Counter()
    for clauses in rows:
        pairs = set()
        for row in clauses:
            if row.old is None or row.new is None:
                continue
            left, right = old.document(row.old).text, new.document(row.new).text
            pairs |= {(op.old.of(left), op.new.of(right)) for op in row.ops if op.kind == "replace"}
        seen.update(pair for pair in pairs if all(_is_wording(side) for side in pair))
    found = [(a, b, count) for (a, b), count in seen.items() if count >= options.replacement_articles]
    return tuple(sorted(found, key=lambda row: (-row[2], row[0], row[1])))


def _is_wording(text: str) -> bool:
    return bool(_WORD.fullmatch(text)) and not _NUMERALS.fullmatch(text)
