"""Score the terms of a whole version against a hand-made list: each listed term, and nothing else."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

Term = dict[str, Any]

EXACT = ("quote", "kind", "bound", "unit")
VALUES = ("low", "high")
OPEN_ENDS = ("low_open", "high_open")
# words that a label may cut shorter or longer than the program does: 研发成本 and 模型研发成本 are one basis
CONTAINED = ("per", "basis", "subject", "recurrence", "hedge")


def scored(name: str, wanted: list[Term], got: list[Term]) -> dict[str, float]:
    """Recall over the listed terms and precision over those found; what is missed or false is printed."""
    left = list(got)
    hits = 0
    # the most exactly described first, so that a loosely described twin does not take its match
    for want in sorted(wanted, key=lambda term: -len(term)):
        found = next((term for term in left if right(want, term)), None)
        if found is None:
            print(f"  {name}: MISSED {_shown(want)}; nearest {[_shown(t) for t in _near(want, left)]}")
        else:
            hits += 1
            left.remove(found)
    for extra in left:
        print(f"  {name}: FALSE {_shown(extra)}")
    return {"recall": hits / len(wanted) if wanted else 1.0, "precision": hits / len(got) if got else 0.0}


def right(want: Term, got: Term) -> bool:
    """Whether a found term is the listed one; what the label leaves out is not compared."""
    return (
        all(want.get(key) == got.get(key) for key in EXACT)
        and all(_equal(want.get(key), got.get(key)) for key in VALUES)
        and all(bool(want.get(key)) == bool(got.get(key)) for key in OPEN_ENDS)
        and all(_contained(want[key], got.get(key)) for key in CONTAINED if want.get(key))
        and ("role" not in want or want["role"] == got.get("role"))
        and bool(want.get("approximate")) == bool(got.get("approximate"))
        and ("address" not in want or _address(want["address"]) == _address(got.get("address")))
    )


def same_page(source: str | None, page: str) -> bool:
    """Whether a term's source is a page: by the page's file name, or by the day that the name bears.

    >>> same_page("raw/news-2025-02-19.txt", "pages/news-2025-02-19.txt")
    True
    >>> same_page("2025-03-10", "news-2025-02-19.txt")
    False
    """
    stem = PurePosixPath(page).stem
    day = re.search(r"\d{4}-\d{2}-\d{2}", stem)
    return source is not None and (stem in source or (day is not None and day[0] in source))


def _equal(want: float | None, got: float | None) -> bool:
    if want is None or got is None:
        return want is got
    return math.isclose(float(want), float(got), rel_tol=1e-9)


def _contained(want: str, got: str | None) -> bool:
    return bool(got) and (want in str(got) or str(got) in want)


def _address(address: str | None) -> str | None:
    return address.strip("、") if address else None


def _near(want: Term, got: Iterable[Term]) -> list[Term]:
    return [term for term in got if term["quote"] in want["quote"] or want["quote"] in term["quote"]][:2]


def _shown(term: Term) -> dict[str, Any]:
    """What a term says, without its offsets and its surroundings."""
    left_out = {"start", "end", "context", "instrument", "certainty"}
    return {key: value for key, value in term.items() if value not in (None, False) and key not in left_out}
