"""All that speaks for and against each pair of articles, measured for all pairs of two texts at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from policydiff.align.citations import Cited, agreement
from policydiff.align.clauses import clause_evidence
from policydiff.align.grams import Ints, take_apart
from policydiff.align.likeness import likeness
from policydiff.align.options import MEASURES, AlignOptions
from policydiff.align.order import in_order, steady
from policydiff.align.products import Floats

__all__ = ["Evidence", "measure"]

_MILLIONTHS = 1_000_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was measured: a row for each pair of articles worth a look, a column for each of `MEASURES`.

    `related` is the share of the shorter text's articles that have a partner beyond doubt, one more counted as having
    one, so that a text of three or four articles is not judged by it.
    """

    old: Ints
    new: Ints
    measures: Floats
    related: float


def measure(
    texts: tuple[Sequence[str], Sequence[str]],
    numbers: tuple[Sequence[int], Sequence[int]],
    cites: tuple[Cited, Cited],
    options: AlignOptions,
) -> Evidence:
    """Hold each article of one text against each of the other.

    `numbers` are the articles' own, rising (see `order`), and `cites` tells which ones each of them names.
    """
    old, new, weights = take_apart(*texts)
    pairs = likeness(old, new, weights, options)
    leading = (pairs.cosine >= options.partner_floor) & (pairs.lead > 0)
    partners = np.full(old.articles, -1), np.full(new.articles, -1)
    partners[0][pairs.old[leading]] = pairs.new[leading]
    partners[1][pairs.new[leading]] = pairs.old[leading]
    own, gain = clause_evidence(old, new, weights, pairs, partners, options)
    sure = np.flatnonzero(leading & (pairs.cosine >= options.anchor_floor))
    weight = np.rint(pairs.cosine[sure] * _MILLIONTHS).astype(np.int64)
    kept = sure[steady(pairs.old[sure].tolist(), pairs.new[sure].tolist(), weight.tolist())]
    counted = np.array(numbers[0], np.int64), np.array(numbers[1], np.int64)
    ordered = in_order((pairs.old, pairs.new), counted, (pairs.old[kept], pairs.new[kept]))
    columns = {
        "likeness": np.sqrt(pairs.cosine),
        "lead": pairs.lead,
        "over_kin": pairs.over_kin,
        "own_clauses": np.sqrt(own),
        "gain": gain,
        "in_order": ordered,
        "citations": agreement(pairs, cites, partners, options),
        "missing": np.full(len(ordered), 1 - _present(counted[0]) * _present(counted[1])),
    }
    table = np.stack([columns[name].astype(np.float64) for name in MEASURES], 1)
    return Evidence(pairs.old, pairs.new, table, (len(sure) + 1) / (min(old.articles, new.articles) + 1))


def _present(numbers: Ints) -> float:
    """What share of a text's articles is there, told by its numbers: of 第一条, 第三条, 第四条 three in four."""
    whole = np.unique(numbers // 1000)
    whole = whole[whole > 0]
    return len(whole) / int(whole[-1]) if len(whole) else 1.0
