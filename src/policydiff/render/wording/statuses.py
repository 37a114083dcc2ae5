"""What kind of text a version is, in the words of its own title where its status says too much or too little.

渔港条例（修订草案） is a draft before a legislature, and nobody is asked to comment on it; 渔港条例（2023年修正） is
law, and no draft at all.
"""

from __future__ import annotations

from policydiff.model import Status, Version
from policydiff.patterns import lazy
from policydiff.render.wording.labels import Lang, pick, word

__all__ = ["status_words"]

_QUOTED = lazy(r"《[^《》]{0,80}》")
_COMMENTS = "征求意见"
_SAID: dict[Status, tuple[tuple[str, tuple[str, str]], ...]] = {
    "draft": (
        ("修订草案", ("修订草案", "Draft revision")),
        ("修正草案", ("修正草案", "Draft amendment")),
        ("修正案草案", ("修正案草案", "Draft amendment")),
        ("修正案（草案）", ("修正案草案", "Draft amendment")),
        ("草案", ("草案", "Draft")),
        ("草稿", ("草稿", "Draft")),
        ("讨论稿", ("讨论稿", "Draft for discussion")),
    ),
    "second_draft": tuple(
        (sign, (f"{number}次审议稿", f"Draft for {nth} reading"))
        for number, nth in (("二", "second"), ("三", "third"), ("四", "fourth"))
        for sign in (f"{number}次审议稿", f"{number}审稿")
    ),
    "revised": (
        ("修订稿", ("修订稿", "Revised draft")),
        ("修正", ("修正文本", "Text as amended")),
        ("修订", ("修订文本", "Text as revised")),
    ),
}


def status_words(version: Version, lang: Lang) -> str:
    """The status of a version in words; empty where it is unknown."""
    if version.status is None:
        return ""
    title = _QUOTED.sub("", _title(version))
    if _COMMENTS not in title:
        for sign, words in _SAID.get(version.status, ()):
            if sign in title:
                return pick(words, lang)
    return word("status", version.status, lang)


def _title(version: Version) -> str:
    """The title as the text has it, with what stands in brackets behind it."""
    found = (
        document.text_of(unit)
        for document in version.documents
        if not document.origin.report
        for unit in document.walk()
        if unit.kind == "title"
    )
    return next(found, "")
