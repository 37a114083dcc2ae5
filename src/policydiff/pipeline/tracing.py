"""One article through all versions of its work: forwards and backwards from where it is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from policydiff import corpus as corpus_stage
from policydiff.errors import UnknownVersionError
from policydiff.model import Change, Comparison, Unit, Version
from policydiff.pipeline.addressing import units_at
from policydiff.pipeline.answers import compare
from policydiff.pipeline.opening import DEFAULTS, InputOptions
from policydiff.pipeline.versions import version_of
from policydiff.render.history_entries import ArticleHistory, Stop

__all__ = ["history"]

_Units = tuple[str, ...]


def history(
    root: Path, work: str, address: str, *, version: str | None = None, inputs: InputOptions = DEFAULTS
) -> ArticleHistory:
    """Follow an article through the versions of a work: through renumbering, splits and merges.

    `address` is as it stands in `version`; where none is named, in the latest version that has it.  Raises
    UnknownVersionError where no version has the article.
    """
    record = corpus_stage.find_work(root, work)
    named_id = corpus_stage.find_version(root, work, version).id if version is not None else None
    versions = tuple(version_of(one, inputs) for one in record.versions)
    at, units = _named(versions, address, named_id, work)
    tracing = _Tracing(versions)
    stops = tracing.stops(at, units)
    return ArticleHistory(record.work, address, versions[at], units, stops)


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

    def _compare(self, old: int, new: int) -> Comparison:
        if (old, new) not in self.made:
            self.made[old, new] = compare(self.versions[old], self.versions[new])
        return self.made[old, new]


def _touching(comparison: Comparison, *, old: _Units = (), new: _Units = ()) -> tuple[Change, ...]:
    """The changes that units of either side take part in."""
    wanted = set(old), set(new)
    return tuple(c for c in comparison.changes if wanted[0] & set(c.old) or wanted[1] & set(c.new))


def _distinct(units: Iterable[str]) -> _Units:
    return tuple(dict.fromkeys(units))
