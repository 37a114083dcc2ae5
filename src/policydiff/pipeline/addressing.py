"""The units of a version that a person means by an address."""

from __future__ import annotations

from policydiff.model import Address, Unit, Version

__all__ = ["units_at"]

_FORMS = ("{}", "{}、", "第{}条")


def units_at(version: Version, address: str) -> tuple[Unit, ...]:
    """The units that a person means by an address: 第五条, 四 for 四、, 5 for 第五条; of articles first."""
    for form in _FORMS:
        try:
            parsed = Address.parse(form.format(address.strip()))
        except ValueError:
            continue
        found = tuple(unit for document in version.documents for unit in document.at(parsed))
        if found:
            return found
    return ()
