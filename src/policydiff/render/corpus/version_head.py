"""What heads the text of a version: which one it is, and how far its source goes."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Version
from policydiff.render.escape import one_line
from policydiff.render.wording.labels import Lang, head, word
from policydiff.render.wording.places import version_label
from policydiff.render.wording.statuses import status_words

__all__ = ["head_fields", "version_line"]


def version_line(version: Version, lang: Lang) -> str:
    """A version on one line: wuhan-ai@2024-draft · 征求意见稿（2024-03-27） · 全文."""
    label = version_label(version, lang)
    dated = version.date.isoformat() if version.date and version.status is None else ""
    shown = "" if label == version.name else label
    return " · ".join(filter(None, (version.name, shown, dated, word("coverage", version.coverage, lang))))


def head_fields(version: Version, lang: Lang) -> Iterator[tuple[str, str]]:
    """What is known of a version, a name and a value each; a source with who published it and when."""
    said = next((document.metadata for document in version.documents if not document.origin.report), None)
    fields = {
        "title": version.work.title,
        "status": status_words(version, lang) or None,
        "date": version.date.isoformat() if version.date else None,
        "number": version.document_number,
        "issuer": version.work.issuer or (said.issuer if said else None),
        "effective": said.effective.isoformat() if said and said.effective else None,
        "expires": said.expires.isoformat() if said and said.expires else None,
        "coverage": _reach(version, lang),
        "url": version.url,
    }
    for code, value in fields.items():
        if value:
            yield head(code, lang), one_line(value)
    for document in version.documents:
        origin = document.origin
        parts = (origin.name, origin.publisher, origin.published.isoformat() if origin.published else "", origin.url)
        yield head("sources", lang), one_line(" · ".join(part for part in parts if part))


def _reach(version: Version, lang: Lang) -> str:
    """How far the source goes, and what follows from it."""
    if version.coverage == "full":
        return word("coverage", "full", lang)
    count = len(version.documents)
    if lang == "zh":
        return f"仅据{count}篇报道：以下只是报道转述的内容，未提及的不等于没有规定"
    told = f"known only through {count} report{'s' * (count != 1)}"
    return f"{told}: what follows is what they tell; what they leave out may still be in the text"
