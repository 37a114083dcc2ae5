"""How often many wordings stand in many texts, found in one reading of each text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

__all__ = ["Finder"]

_NOWHERE: Mapping[str, int] = {}


class Finder:
    """Looks for wordings in one text after another; what it found in a text is kept for the next time."""

    def __init__(self, wordings: Collection[str]) -> None:
        """Sort the wordings by what they begin with: at most places of a text none of them can begin."""
        self._wordings = frozenset(wordings)
        self._singles = sorted(wording for wording in self._wordings if len(wording) == 1)
        lengths: dict[str, set[int]] = defaultdict(set)
        for wording in self._wordings:
            if len(wording) > 1:
                lengths[wording[:2]].add(len(wording))
        self._lengths = {head: sorted(found) for head, found in lengths.items()}
        first, second = (re.escape("".join(sorted({head[at] for head in lengths}))) for at in (0, 1))
        self._heads = re.compile(f"[{first}](?=[{second}])") if lengths else None
        self._found: dict[str, Mapping[str, int]] = {}

    def places(self, texts: Sequence[str]) -> dict[str, dict[int, int]]:
        """For each wording that stands anywhere, how often it stands in each text; counted as `str.count` counts.

        >>> Finder(["渔船", "渔业"]).places(["渔船和渔船。", "渔政"])
        {'渔船': {0: 2}}
        """
        found: dict[str, dict[int, int]] = defaultdict(dict)
        for number, text in enumerate(texts):
            for wording, times in self._within(text).items():
                found[wording][number] = times
        return dict(found)

    def _within(self, text: str) -> Mapping[str, int]:
        known = self._found.get(text)
        if known is None:
            known = self._found[text] = self._read(text) or _NOWHERE
        return known

    def _read(self, text: str) -> dict[str, int]:
        found = {wording: text.count(wording) for wording in self._singles if wording in text}
        ends: dict[str, int] = {}  # no two places of one wording overlap
        for match in self._heads.finditer(text) if self._heads else ():
            at = match.start()
            for length in self._lengths.get(text[at : at + 2], ()):
                wording = text[at : at + length]
                if wording in self._wordings and ends.get(wording, 0) <= at:
                    found[wording] = found.get(wording, 0) + 1
                    ends[wording] = at + length
        return found
