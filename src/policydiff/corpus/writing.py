"""The texts of a corpus's TOML files.

tomlkit is imported where a file is written: it is needed by nothing else, and it keeps what a person wrote there,
comments and all.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date, datetime
from pathlib import Path

from policydiff.corpus.records import Capture, Correction, VersionFacts

__all__ = ["headers_toml", "new_work_toml", "suspect_toml", "with_sources", "with_value"]

_PRIVATE = frozenset(("set-cookie", "set-cookie2", "authorization", "proxy-authenticate", "www-authenticate"))
"""Headers that are meant for one visitor, and tell nothing of the document."""


def new_work_toml(facts: VersionFacts) -> str:
    """The text of a new work.toml."""
    import tomlkit  # noqa: PLC0415

    return tomlkit.dumps({"title": facts.title, "aliases": []})


def with_sources(text: str, facts: VersionFacts, added: tuple[tuple[Path, Capture], ...]) -> str:
    """A version.toml's text with more sources; everything else stays as a person wrote it."""
    import tomlkit  # noqa: PLC0415

    document = tomlkit.parse(text)
    told = (("status", facts.status), ("date", facts.date), ("document_number", facts.document_number))
    for key, value in told:
        if value is not None and key not in document:
            document[key] = value
    if facts.coverage == "full" or "coverage" not in document:
        document["coverage"] = facts.coverage
    entries = [_entry(path, capture) for path, capture in added]
    if isinstance(document.get("source"), tomlkit.items.Array):  # written inline: source = [{ … }]
        for entry in entries:
            inline = tomlkit.inline_table()
            inline.update(entry)
            document["source"].append(inline)
        result = tomlkit.dumps(document)
    else:
        # as text, for a table that tomlkit appends runs into the line before it
        head = tomlkit.dumps(document).rstrip()
        result = "\n\n".join([head, *(tomlkit.dumps({"source": [entry]}).rstrip() for entry in entries)]) + "\n"
    return re.sub("\r?\n", "\r\n", result) if "\r\n" in text else result


def with_value(text: str, correction: Correction) -> str:
    """A table's text with another value under one key."""
    import tomlkit  # noqa: PLC0415

    document = tomlkit.parse(text)
    value = date.fromisoformat(correction.new) if correction.key == "date" else correction.new
    if correction.key == "title" and correction.old:
        kept = [name for name in document.get("aliases", []) if name != correction.new]
        document["aliases"] = [*kept, *([correction.old] if correction.old not in kept else [])]
    if correction.key in document:
        document[correction.key] = value
        return tomlkit.dumps(document)
    # at the top: behind a [[source]] it would be that table's
    end = "\r\n" if "\r\n" in text else "\n"
    return tomlkit.dumps({correction.key: value}).rstrip() + end + tomlkit.dumps(document)


def headers_toml(capture: Capture) -> str:
    """What the server said of a capture, for a person: every header but those meant for one visitor."""
    import tomlkit  # noqa: PLC0415

    headers: dict[str, str] = {}
    for name, value in capture.headers:
        key = name.lower()
        if key not in _PRIVATE:
            headers[key] = f"{headers[key]}, {value}" if key in headers else value
    return tomlkit.dumps({"headers": headers})


def suspect_toml(capture: Capture, reason: str) -> str:
    """Why something was kept aside, and where it came from."""
    import tomlkit  # noqa: PLC0415

    return f"{tomlkit.dumps({'reason': reason, **_provenance(capture)})}\n{headers_toml(capture)}"


def _entry(path: Path, capture: Capture) -> dict[str, str | date | datetime]:
    """The [[source]] of a capture."""
    told = {"file": f"raw/{path.name}", "kind": capture.kind}
    told |= {key: value for key in ("label", "publisher") if (value := getattr(capture, key))}
    published = {"published": capture.published} if capture.published is not None else {}
    return {**told, **published, **_provenance(capture)}


def _provenance(capture: Capture) -> dict[str, str | datetime]:
    """Where a capture comes from; what is not known is left out."""
    told = {
        "url": capture.url,
        "final_url": capture.final_url if capture.final_url != capture.url else None,
        "fetched": capture.fetched,
        "media_type": capture.media_type,
        "etag": capture.etag,
        "last_modified": capture.last_modified,
        "sha256": hashlib.sha256(capture.data).hexdigest(),
    }
    return {key: value for key, value in told.items() if value}
