"""One article through all versions of its work: forwards and backwards from where it is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from os import PathLike
from pathlib import Path

from policydiff import corpus as corpus_stage
from policydiff.corpus import VersionRecord, WorkRecord
from policydiff.errors import UnknownVersionError
from policydiff.fold import fold
from policydiff.model import Change, Comparison, Note, Unit, Version
from policydiff.model.answers import ArticleHistory, Stop
from policydiff.pipeline.addressing import units_at
from policydiff.pipeline.answers import compare
from policydiff.pipeline.opening import DEFAULTS, InputOptions
from policydiff.pipeline.ordering import open_places
from policydiff.pipeline.versions import version_of
from policydiff.render.wording.places import Side

__all__ = ["history", "traced"]

_Units = tuple[str, ...]


def history(
    corpus: str | PathLike[str], work: str, address: str, *, version: str | None = None, inputs: InputOptions = DEFAULTS
) -> ArticleHistory:
    """Follow an article through the versions of a work: through renumbering, splits and merges.

    `address` is as it stands in `version`; where none is named, in the latest version that has it.  Raises
    UnknownVersionError where no version has the article.
    """
    return _traced(Path(corpus), work, address, version, inputs)[0]


def traced(
    root: Path, work: str, address: str, *, version: str | None = None, inputs: InputOptions = DEFAULTS
) -> tuple[ArticleHistory, tuple[Note, ...]]:
    """The same, and where an article that is gone at its end stands again later, or a new one stood before.

    What was deleted in one full text and stands in a later one, in the same words or as alike as articles have to be
    to be linked, has come back: the history ends where the article is gone, and a note names the other half.
    """
    found, tracing = _traced(root, work, address, version, inputs)
    return found, tuple(tracing.returned(found.stops))


def _traced(
    root: Path, work: str, address: str, version: str | None, inputs: InputOptions
) -> tuple[ArticleHistory, _Tracing]:
    record = corpus_stage.find_work(root, work)
    named_id = corpus_stage.find_version(root, work, version).id if version is not None else None
    versions = tuple(version_of(one, inputs) for one in _comparable(record, named_id))
    at, units = _named(versions, address, named_id, work)
    tracing = _Tracing(versions)
    return ArticleHistory(record.work, address, versions[at], units, tracing.stops(at, units)), tracing


def _comparable(record: WorkRecord, named: str | None) -> tuple[VersionRecord, ...]:
    """The versions whose order is known; of a version whose place is open, that one alone."""
    placed = corpus_stage.placed(record.versions)
    if named is None:
        if (why := open_places(record.work.id, record.versions)) is not None and not placed:
            raise why
        return placed
    return placed if named in {one.id for one in placed} else tuple(one for one in record.versions if one.id == named)


def _named(versions: Sequence[Version], address: str, version_id: str | None, work: str) -> tuple[int, _Units]:
    """Where the way starts: a version, and the article there that holds what is addressed."""
    able = [at for at, one in enumerate(versions) if version_id in (None, one.id)]
    for at in reversed(able):
        found = units_at(versions[at], address)
        if found:
            return at, _distinct(article for unit in found for article in _articles(versions[at], unit))
    where = f"{work}@{version_id}" if version_id is not None else work
    reported = all(versions[at].coverage == "excerpt" for at in able)
    why = "; it is known only through reports, which have no articles" if reported else ""
    raise UnknownVersionError(f'{where} has no article "{address}"{why}; "policydiff outline" shows what there is')


def _articles(version: Version, unit: Unit) -> Iterator[str]:
    """The articles of a chapter; the one that a paragraph or an item stands in; else the unit itself."""
    inside = [part.id for part in unit.walk() if part.kind == "article"]
    if inside:
        yield from inside
        return
    for document in version.documents:
        for article in document.articles():
            if any(part.id == unit.id for part in article.walk()):
                yield article.id
                return
    yield unit.id


@dataclass(frozen=True, slots=True)
class _Tracing:
    """The versions of a work, the oldest first, and those comparisons that were made."""

    versions: tuple[Version, ...]
    made: dict[tuple[int, int], Comparison] = field(default_factory=dict)

    def stops(self, at: int, units: _Units) -> tuple[Stop, ...]:
        """Every version that has the article; with the full text before, and the one behind, that do not."""
        trail = {at: units} | self._back(at, units) | self._on(at, units)
        found, base = [], None
        for place in sorted(trail):
            if base is None:
                found.append(Stop(self.versions[place], trail[place]))
            else:
                found.append(self._stop(trail, base, place, later=place > at))
            if place == at or self.versions[place].coverage == "full":
                base = place
        return tuple(found)

    def _on(self, base: int, units: _Units) -> dict[int, _Units]:
        """What became of units in the later versions, to the first full text that has none of them."""
        trail: dict[int, _Units] = {}
        for later in range(base + 1, len(self.versions)):
            touched = _touching(self._compare(base, later), old=units)
            trail[later] = _distinct(unit for change in touched for unit in change.new)
            if self.versions[later].coverage == "full":
                if not trail[later]:
                    break
                base, units = later, trail[later]
        return trail

    def _back(self, base: int, units: _Units) -> dict[int, _Units]:
        """What units came from in the earlier versions, to the first full text that has none of them."""
        trail: dict[int, _Units] = {}
        for earlier in range(base - 1, -1, -1):
            touched = _touching(self._compare(earlier, base), new=units)
            trail[earlier] = _distinct(unit for change in touched for unit in change.old)
            if self.versions[earlier].coverage == "full":
                if not trail[earlier]:
                    break
                base, units = earlier, trail[earlier]
            elif not trail[earlier]:
                del trail[earlier]
        return trail

    def _stop(self, trail: dict[int, _Units], base: int, place: int, *, later: bool) -> Stop:
        comparison = self._compare(base, place)
        changes = _touching(comparison, old=trail[base]) if later else _touching(comparison, new=trail[place])
        step = replace(comparison, changes=changes, replacements=(), notes=())
        return Stop(self.versions[place], trail[place], step)

    def returned(self, stops: Sequence[Stop]) -> Iterator[Note]:
        """The other half of an article that went away, behind its last stop and before its first one."""
        places = {version.id: at for at, version in enumerate(self.versions)}
        full = [at for at, version in enumerate(self.versions) if version.coverage == "full"]
        gone, first = stops[-1], stops[0]
        if len(stops) > 1 and not gone.units and gone.version.coverage == "full":
            before = next((stop for stop in reversed(stops) if stop.units and stop.version.coverage == "full"), None)
            for later in full if before is not None else ():
                if before is not None and later > places[gone.version.id]:
                    new = self._come(places[before.version.id], later, before.units)
                    if new:
                        yield self._half("came_back", before, gone, Stop(self.versions[later], new))
                        break
        there = next((stop for stop in stops if stop.units and stop.version.coverage == "full"), None)
        if there is not None and not first.units and first.version.coverage == "full":
            for earlier in reversed(full):
                if earlier < places[first.version.id]:
                    old = self._left(earlier, places[there.version.id], there.units)
                    if old:
                        yield self._half("was_there_before", Stop(self.versions[earlier], old), first, there)
                        break

    def _come(self, old: int, new: int, units: _Units) -> _Units:
        """The units of a later text that some units became, if nothing of the full text just before became them."""
        touched = _touching(self._compare(old, new), old=units)
        before = next(at for at in range(new - 1, -1, -1) if self.versions[at].coverage == "full")
        added = {unit for change in self._compare(before, new).changes if not change.old for unit in change.new}
        return _distinct(unit for change in touched for unit in change.new if unit in added)

    def _left(self, old: int, new: int, units: _Units) -> _Units:
        """The units of an earlier text that became some units, if they became nothing in the next full text."""
        touched = _touching(self._compare(old, new), new=units)
        behind = next(at for at in range(old + 1, len(self.versions)) if self.versions[at].coverage == "full")
        removed = {unit for change in self._compare(old, behind).changes if not change.new for unit in change.old}
        return _distinct(unit for change in touched for unit in change.old if unit in removed)

    def _half(self, code: str, before: Stop, gone: Stop, again: Stop) -> Note:
        mine, yours = Side.of(before.version), Side.of(again.version)
        words = [[_words(side, unit) for unit in stop.units] for side, stop in ((mine, before), (yours, again))]
        return Note(
            code,
            (
                ("before", before.version.name),
                ("old", "; ".join(mine.key(unit) for unit in before.units)),
                ("gone", gone.version.name),
                ("again", again.version.name),
                ("new", "; ".join(yours.key(unit) for unit in again.units)),
                ("alike", "same" if words[0] == words[1] else ""),
            ),
        )

    def _compare(self, old: int, new: int) -> Comparison:
        if (old, new) not in self.made:
            self.made[old, new] = compare(self.versions[old], self.versions[new])
        return self.made[old, new]


def _words(side: Side, unit: str) -> str:
    """The words of an article without its number, which another place brings with it."""
    found = side.unit(unit)
    return re.sub(r"\s", "", fold(side.text(unit).strip().removeprefix(found.label if found else "")))


def _touching(comparison: Comparison, *, old: _Units = (), new: _Units = ()) -> tuple[Change, ...]:
    """The changes that units of either side take part in."""
    wanted = set(old), set(new)
    return tuple(c for c in comparison.changes if wanted[0] & set(c.old) or wanted[1] & set(c.new))


def _distinct(units: Iterable[str]) -> _Units:
    return tuple(dict.fromkeys(units))
