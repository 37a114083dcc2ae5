"""Why a text was added where it was, in words."""

from __future__ import annotations

from collections.abc import Iterable

from policydiff.model import Note
from policydiff.render.escape import one_line
from policydiff.render.wording.labels import Lang, pick, word

__all__ = ["proposal_words"]

_WORDS: dict[str, tuple[str, str]] = {
    "same_bytes": ("与 {version} 的捕获文件逐字节相同", "the same bytes as a capture of {version}"),
    "same_text": ("与 {version} 的正文逐字相同", "the same words as the text of {version}"),
    "work_by_number": ("作品 {work}：发文字号同为 {number}", "work {work}: the same document number, {number}"),
    "work_by_title": ("作品 {work}：名称同为《{title}》", "work {work}: the same title, 《{title}》"),
    "work_by_text": (
        "作品 {work}：名称相近（《{title}》），正文约有{percent}%相同；如非同一文件，请用 --work 指定",
        "work {work}: a like title (《{title}》) and about {percent}% of the text; is it another? say so with --work",
    ),
    "work_by_like_title": (
        "作品 {work}：名称相近（《{title}》）；如非同一文件，请用 --work 指定",
        "work {work}: a like title (《{title}》); is it another? say so with --work",
    ),
    "work_new": (
        "新作品《{title}》：没有发文字号或名称相同、正文相近的作品",
        "a new work, 《{title}》: none has this number or title, or a like text",
    ),
    "other_title": (
        "本文名称为《{title}》；如属同一文件，请加入 {work}/work.toml 的 aliases",
        "this text is called 《{title}》: if that is its name too, add it to aliases in {work}/work.toml",
    ),
    "version_by_number": (
        "版本 {version}：发文字号同为 {number}",
        "version {version}: the same document number, {number}",
    ),
    "version_completed": (
        "版本 {version}：此前仅据报道，现补入全文",
        "version {version}: known only through reports so far, and this is its text",
    ),
    "version_reported": ("版本 {version}：报道的是这一版本", "version {version}: it is the one reported on"),
    "held_elsewhere": (
        "{version} 也收有本文（{path}），未作改动；如非其报道，请删去该文件及 version.toml 中的条目",
        "{version} holds this text too ({path}): remove it there, with its entry in version.toml, if it is misplaced",
    ),
    "version_new": ("新版本 {version}", "a new version, {version}"),
    "coverage_full": ("全文：本文自有条文", "full text: it has provisions of its own"),
    "coverage_excerpt": (
        "节录：本文没有自己的条文，是对文件的报道",
        "excerpt: it has no provisions of its own and reports on the instrument",
    ),
    "status_read": ("状态：{status}（据本文）", "status: {status} (read from the text)"),
    "date_read": ("日期：{date}（据本文）", "date: {date} (read from the text)"),
    "number_read": ("发文字号：{number}（据本文）", "document number: {number} (read from the text)"),
    "fault_ignored": ("未能考虑 {name}：{reason}", "{name} could not be considered: {reason}"),
}


def proposal_words(reasons: Iterable[Note], lang: Lang) -> tuple[str, ...]:
    """What was decided about a text and why, a phrase each.

    >>> proposal_words([Note("status_read", (("status", "draft"),))], "en")
    ('status: Draft for comment (read from the text)',)
    """
    return tuple(_phrase(reason, lang) for reason in reasons)


def _phrase(reason: Note, lang: Lang) -> str:
    values = {name: one_line(value).strip("《》") for name, value in reason.values}
    if "status" in values:
        values["status"] = word("status", values["status"], lang)
    return pick(_WORDS[reason.code], lang).format(**values)
