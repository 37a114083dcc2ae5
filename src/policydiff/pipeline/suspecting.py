"""What speaks against a comparison as a whole: another instrument, the wrong way round, one file twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from policydiff.model import Note, Status, Version
from policydiff.pipeline.resembling import DRAFTS, account, same_name

__all__ = ["suspicions"]

_GENERIC = 8  # 《若干措施》, 《实施细则（试行）》 name whatever a text has spoken of


def suspicions(old: Version, new: Version) -> Iterator[Note]:
    """Notes for whoever may have named the wrong texts; the comparison is made all the same."""
    if _content(old) == _content(new):
        yield Note("same_file", (("document", ", ".join(document.origin.name for document in new.documents)),))
        return
    if _of_others(old, new):
        yield Note("other_instrument", (("old", _names(old)[0]), ("new", _names(new)[0])))
    elif _came_before(new, old):
        yield Note("wrong_order")


def _content(version: Version) -> tuple[tuple[str, str], ...]:
    return tuple((document.clean.source.sha256, document.text) for document in version.documents)


def _of_others(old: Version, new: Version) -> bool:
    """Whether a report speaks of an instrument by another name; whole texts are compared by their words."""
    if "excerpt" not in (old.coverage, new.coverage) or (old.work.id and old.work.id == new.work.id):
        return False
    mine, yours = _names(old), _names(new)
    pairs = [(one, other) for one in mine for other in yours]
    if not pairs or any(min(len(one), len(other)) < _GENERIC for one, other in pairs):
        return False
    return not any(same_name(one, other) or one in other or other in one for one, other in pairs)


def _names(version: Version) -> list[str]:
    """What a version's instrument is called; of a file without a title the name of the file is none."""
    own = [document.metadata.title for document in version.documents if version.coverage == "full"]
    known = [version.work.title, *version.work.aliases] if _is_title(version) else []
    return [name for name in dict.fromkeys((*own, *known)) if name]


def _is_title(version: Version) -> bool:
    if version.coverage == "full":
        return bool(version.work.id)
    return any(version.work.says(unit.attribution) for document in version.documents for unit in document.walk())


def _came_before(one: Version, other: Version) -> bool:
    """Whether one version is a draft and the other what was issued, or later; or is older by their dates."""
    mine, yours = _day(one), _day(other)
    if mine is not None and yours is not None:
        return mine < yours
    return _status(one) in DRAFTS and _status(other) == "official"


def _day(version: Version) -> date | None:
    """The date of a version, or the day on which it took effect; a draft only hopes to."""
    if version.date is not None or version.coverage == "excerpt" or version.status in DRAFTS:
        return version.date
    return next((d.metadata.effective for d in version.documents if d.metadata.effective), None)


def _status(version: Version) -> Status | None:
    """The status of a version; a report tells that of its instrument."""
    if version.status is not None or version.coverage == "full":
        return version.status
    told = {account(document, "excerpt").status for document in version.documents}
    return told.pop() if len(told) == 1 else None
