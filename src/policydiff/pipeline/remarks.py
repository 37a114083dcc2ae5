"""What a person should know of an answer: why nothing was found, what to ask instead, and what did not apply yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.index import Facts, Filters, Group, Query, Search
from policydiff.model import Note

if TYPE_CHECKING:
    from policydiff.index import Store

__all__ = ["in_force", "remarks"]

_SHOWN = 3
_MANY = 50_000
"""So many clauses hold a word: that some article holds this word and the others tells nobody anything."""
_ARTICLE = re.compile(r"第[^条]{1,12}条(?:之[一二三四五六七八九十]{1,3})?|[一二三四五六七八九十百]{1,5}、")


def remarks(store: Store, search: Search, total: int) -> Iterator[Note]:
    """What to say of the answer to a search that found so many clauses."""
    if search.filters.as_of:
        for facts in search.filters.versions(store.facts()):
            yield from in_force(facts.name, facts.effective, facts.expires, search.filters.as_of)
    if not total:
        yield from _why_nothing(store, search)
    elif search.offset >= total and search.limit:
        pages = str(-(-total // search.limit))
        yield Note("past_the_end", (("pages", pages), ("page", str(search.offset // search.limit + 1))))


def in_force(version: str, effective: str, expires: str, day: str) -> Iterator[Note]:
    """A note where a version did not apply yet, or not any more, on a day; all as ISO dates."""
    told = (("version", version), ("day", day))
    if effective and day < effective:
        yield Note("not_in_force_yet", (*told, ("date", effective)))
    if expires and day > expires:
        yield Note("no_longer_in_force", (*told, ("date", expires)))


def _why_nothing(store: Store, search: Search) -> Iterator[Note]:
    known, filters = store.facts(), search.filters
    if not known:
        yield Note("no_versions_at_all")
    elif (unmet := _unmet(known, filters)) is not None:
        yield unmet
    else:
        inside = replace(filters, chapter="", terms=())
        if inside != filters and (more := store.find(replace(search, filters=inside, limit=1)).total):
            yield Note("filtered_out", (("count", str(more)),))
        else:
            yield from _about_words(store, search.query, inside)


def _unmet(known: tuple[Facts, ...], filters: Filters) -> Note | None:
    """The condition that no version meets."""
    statuses = sorted({one.status for one in known if one.status})
    if filters.status and filters.status not in statuses:
        return Note("no_such_status", (("status", filters.status), ("known", "; ".join(statuses))))
    if filters.issuer and not Filters(issuer=filters.issuer).versions(known):
        issuers = sorted({one.issuer for one in known if one.issuer})[:_SHOWN]
        return Note("no_such_issuer", (("issuer", filters.issuer), ("known", "; ".join(issuers))))
    return None if filters.versions(known) else Note("no_version_left")


def _about_words(store: Store, query: Query, filters: Filters) -> Iterator[Note]:
    """Which words stand nowhere; where each stands somewhere, the articles that hold all of them."""
    wanted = [group for group in query.groups if not any(one.negated for one in group.wordings)]
    searches = [Search(Query((group,)), filters, None) for group in wanted]
    counts = [store.find(replace(one, limit=1)).total for one in searches]
    nowhere = [_written(group) for group, count in zip(wanted, counts, strict=True) if not count]
    if nowhere:
        yield Note("words_nowhere", (("words", "; ".join(nowhere)),))
    elif len(wanted) > 1 and max(counts) <= _MANY:
        found = [dict.fromkeys(_articles(store, one)) for one in searches]
        together = [article for article in found[0] if all(article in other for other in found[1:])]
        if together:
            places = [f"{name} {place}" for name, place in together[:_SHOWN]]
            told = "; ".join([*places, *(["…"] if len(together) > _SHOWN else [])])
            yield Note("in_other_clauses", (("count", str(len(together))), ("places", told)))
        else:
            yield Note("nothing_together")


def _articles(store: Store, search: Search) -> Iterator[tuple[str, str]]:
    """The articles that hold what is searched for, as the version's name and the article's."""
    for name, place in store.located(store.find(search).page):
        article = _ARTICLE.match(place)
        yield name, article[0] if article else place


def _written(group: Group) -> str:
    return " OR ".join(one.text for one in group.wordings)
