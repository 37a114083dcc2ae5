"""Clauses by keyword and by figure: in the corpus, or in given versions, best first and page by page."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.corpus import Fault
from policydiff.errors import CorpusError, UnknownVersionError
from policydiff.index import Entry, Filters, Query, Search, Wording, parse_query
from policydiff.model import Hit, Version
from policydiff.model.search import Findings, Found
from policydiff.pipeline.entering import entry_of
from policydiff.pipeline.indexing import SILENT, Listener, with_index
from policydiff.pipeline.opening import DEFAULTS, InputOptions
from policydiff.pipeline.program import program
from policydiff.pipeline.remarks import remarks
from policydiff.pipeline.words import check, cut
from policydiff.tokens import tokens

if TYPE_CHECKING:
    from policydiff.index import Store

__all__ = ["Question", "search", "search_corpus", "search_versions"]

_SAMPLE = 200
"""Related words are taken from so many of the best clauses."""
_RELATED = 10
_OFTENER = 3.0
"""A word is related if it stands in two of the clauses found, and three times as often there as in all clauses."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks: a query, filters, and which page of the answer.

    `dictionary` is a file of words that jieba would not know, for queries that have to be cut; `related` asks for
    words that stand in the clauses found far more often than elsewhere.
    """

    query: str = ""
    filters: Filters = field(default_factory=Filters)
    limit: int | None = None
    offset: int = 0
    dictionary: Path | None = None
    related: bool = False

    @property
    def search(self) -> Search:
        """The question as the index takes it."""
        return Search(parse_query(self.query), self.filters, self.limit, self.offset)

    @property
    def asks_nothing(self) -> bool:
        """Whether there are neither words to look for nor a filter."""
        return not parse_query(self.query) and self.filters == Filters()


def search(query: str, versions: Version | Iterable[Version]) -> tuple[Hit, ...]:
    """Every clause that holds all of a query's words, version by version in reading order.

    What the command makes of a query that no clause answers as it was typed, `search_versions` makes of it.
    """
    from policydiff.index import scan  # noqa: PLC0415 - most commands search nothing

    return scan(query, (versions,) if isinstance(versions, Version) else versions)


def search_corpus(
    question: Question, corpus: Path, *, inputs: InputOptions = DEFAULTS, listener: Listener = SILENT
) -> Findings:
    """The clauses of a corpus that answer a question, best first.

    The index beside the corpus is brought up to date first.  A version that cannot be read is told to the listener and
    left out; raises CorpusError where none can, or where all of a work that is asked for cannot.
    """
    faults: list[Fault] = []
    wanted = question.search
    if question.dictionary is not None:
        check(question.dictionary)

    def use(store: Store) -> Findings:
        works = sorted({name.partition("@")[0] for name in store.fingerprints()})
        for work in wanted.filters.works:
            if work not in works:
                raise _unknown(corpus, work, works, faults)
        if faults and not works:
            raise CorpusError(faults[0].sentence)
        for fault in faults:
            listener.on_fault(fault)
        return _answered(store, question, wanted, listener)

    return with_index(corpus, use, inputs=inputs, listener=replace(listener, on_fault=faults.append))


def search_versions(question: Question, versions: Iterable[Version], *, listener: Listener = SILENT) -> Findings:
    """The clauses of some versions that answer a question, best first; nothing is kept."""
    from policydiff.index import Store  # noqa: PLC0415 - it loads numpy

    wanted = question.search
    if question.dictionary is not None:
        check(question.dictionary)
    with Store(None, program()) as store:
        store.put(_distinct(entry_of(version) for version in versions))
        return _answered(store, question, wanted, listener)


def _distinct(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by name: two files may bear the same one, as `2024/办法.docx` and `2025/办法.docx` do."""
    seen: Counter[str] = Counter()
    found = []
    for entry in entries:
        seen[entry.facts.name] += 1
        if (number := seen[entry.facts.name]) > 1:
            name = f"{entry.facts.name} ({number})"
            work = name if entry.facts.work == entry.facts.name else entry.facts.work
            entry = replace(entry, facts=replace(entry.facts, name=name, work=work))  # noqa: PLW2901
        found.append(entry)
    return found


def _unknown(corpus: Path, work: str, works: Sequence[str], faults: Sequence[Fault]) -> CorpusError:
    """Why a work is not there: it cannot be read, or there is none."""
    for fault in faults:
        if fault.work == work:
            return CorpusError(fault.sentence)
    return UnknownVersionError(f'{corpus} has no work "{work}"; it has {", ".join(works) or "none yet"}')


def _answered(store: Store, question: Question, wanted: Search, listener: Listener) -> Findings:
    ranked = store.find(wanted)
    pieces: tuple[str, ...] = ()
    if not ranked.total and (again := cut(wanted.query, question.dictionary)) is not None:
        weaker = replace(wanted, query=again)
        if (found := store.find(weaker)).total:
            ranked, wanted = found, weaker
            pieces = tuple(one.text for one in again.positive)
    for remark in remarks(store, wanted, ranked.total):
        listener.on_remark(remark)
    works = ((*told, count) for told, count in zip(ranked.titles, ranked.counts, strict=True) if count)
    return Findings(
        question.query,
        ranked.total,
        wanted.offset,
        store.shown(ranked.page, wanted.query),
        tuple(sorted(works, key=lambda one: (-one[2], one[0]))),
        pieces,
        _related(store, wanted) if question.related and ranked.total else (),
    )


def _related(store: Store, wanted: Search) -> tuple[tuple[str, int], ...]:
    """Words that stand in the clauses found far more often than elsewhere, the most telling first (log-likelihood)."""
    found = store.shown(store.find(replace(wanted, limit=_SAMPLE, offset=0)).page, wanted.query)
    here = Counter(word for one in found for word in _words(one, wanted.query))
    often = sorted(word for word, count in here.items() if count > 1)
    everywhere = dict(zip(often, store.counts(Wording(word) for word in often), strict=True))
    clauses = store.size()

    def telling(word: str) -> float:
        ratio = here[word] / len(found) / (max(everywhere[word], 1) / clauses)
        return here[word] * math.log(ratio) if ratio >= _OFTENER else 0.0

    best = sorted((-telling(word), word) for word in often if telling(word) > 0)
    return tuple((word, here[word]) for _, word in best[:_RELATED])


def _words(one: Found, query: Query) -> set[str]:
    """The words of a clause but for those that are searched for: two Chinese characters or more."""
    asked = [wording.text for wording in query.positive]
    return {
        word
        for word in tokens(one.text)
        if len(word) > 1 and word.isalpha() and not any(word in text or text in word for text in asked)
    }
