"""What has to be said of a corpus, of a search in it and of an article's way through it, in words."""

from __future__ import annotations

from dataclasses import replace

from policydiff.model import Note
from policydiff.model.answers import Checkup
from policydiff.render.escape import one_line
from policydiff.render.wording.labels import Lang, pick, word
from policydiff.render.wording.places import place_words

__all__ = ["corpus_words", "is_of_corpus", "worded"]

_WORDS: dict[str, tuple[str, str]] = {
    "order_inferred": (
        "{work}：{versions} 没有日期，与其他版本的先后据版本状态推断；在 version.toml 中写上 date 即可确定",
        (
            "{work}: {versions} bears no date, and its place among the versions is inferred from the status; "
            "date in version.toml would settle it"
        ),
    ),
    "order_open": (
        "{work}：{versions} 没有日期，状态也定不出先后，不列它与其他版本之间的变化；请在 version.toml 中写上 date",
        (
            "{work}: {versions} bears no date, and the status does not tell its place either, so nothing is told of "
            "what changed with it; write date into version.toml"
        ),
    ),
    "date_published": ("日期：{date}（据网页的发布日期）", "date: {date} (date from the page)"),
    "corrected": (
        "{file} 中 {key} 由 {old} 改为 {new}",
        "{key} in {file} was {old} and is now {new}",
    ),
    "would_correct": (
        "{file} 中 {key} 将由 {old} 改为 {new}",
        "{key} in {file} is {old} and would become {new}",
    ),
    "not_in_force_yet": (
        "{version} 自{date}起施行，在所问的{day}尚未施行",
        "{version} takes effect on {date}: on {day}, the day asked for, it did not apply yet",
    ),
    "no_longer_in_force": (
        "{version} 有效期至{date}，在所问的{day}已经失效",
        "{version} expired on {date}: on {day}, the day asked for, it did not apply any more",
    ),
    "came_back": (
        "{gone} 中删去的{old}，在 {again} 中又有：{new}{alike}",
        "{old}, gone in {gone}, is back in {again}: {new}{alike}",
    ),
    "was_there_before": (
        "{again} 的{new}此前已有：见 {before} 的{old}，{gone} 中删去{alike}",
        "{new} of {again} was there before: {old} of {before}, gone in {gone}{alike}",
    ),
    "no_versions_at_all": (
        "语料库还没有任何版本：用 policydiff add 收入文本",
        "the corpus has no versions yet: add a text with policydiff add",
    ),
    "no_such_status": (
        "没有状态为“{status}”的版本；现有：{known}",
        "no version has the status {status}; there are {known}",
    ),
    "no_such_issuer": (
        "没有制定机关名称含“{issuer}”的版本；现有：{known}",
        "no version has an issuer with “{issuer}” in its name; there are {known}",
    ),
    "no_version_left": (
        "没有符合这些条件的版本：放宽 --work、--status、--issuer、--from、--to 或 --as-of",
        "no version meets these conditions: widen --work, --status, --issuer, --from, --to or --as-of",
    ),
    "words_nowhere": (
        "在所查的版本中，这些词一处也没有：{words}",
        "these words stand nowhere in the versions searched: {words}",
    ),
    "in_other_clauses": (
        "没有条款同时含有所有的词，但有{count}条的不同款项合起来含有：{places}",
        "no clause holds all the words, but {count} articles hold all of the words, in different clauses: {places}",
    ),
    "nothing_together": (
        "这些词各有出处，但没有一条同时含有：减少词语，或在两词之间写 OR",
        "each word stands somewhere, and no article holds all of them: leave some out, or write OR between two",
    ),
    "filtered_out": (
        "不加条件时有{count}处：放宽 --chapter、--term 等条件",
        "without these filters there are {count}: widen --chapter, --term and the others",
    ),
    "index_not_kept": (
        "{corpus} 的索引无法保存（{reason}）：本次检索重新读取所有版本",
        "the index of {corpus} cannot be kept: {reason}; this search reads every version anew",
    ),
    "index_elsewhere": (
        "{reason}：不去动它，{corpus} 的索引改存于用户缓存目录",
        "{reason}: it is left alone, and the index of {corpus} goes into the user's cache",
    ),
    "reports_joined": (
        "{count}个文件作为同一文本《{title}》的报道一并比较：{documents}",
        "{count} files are taken together, as reports of one text, 《{title}》: {documents}",
    ),
    "same_report": (
        "{document} 与 {other} 逐字节相同，只计一次",
        "{document} has the same bytes as {other}, and counts once",
    ),
    "past_the_end": (
        "共{pages}页：没有第{page}页",
        "pages: {pages}; there is no page {page}",
    ),
}
_NONE = ("无", "nothing")
_LISTS = ("documents", "known", "places", "words")
"""Parameters that hold several values, apart by a semicolon."""


def is_of_corpus(note: Note) -> bool:
    """Whether `corpus_words` has words for a note."""
    return note.code in _WORDS


def corpus_words(note: Note, lang: Lang) -> str:
    """A note of a corpus as one sentence.

    >>> corpus_words(Note("past_the_end", (("pages", "1"), ("page", "9"))), "en")
    'pages: 1; there is no page 9'
    """
    values = {name: _shown(name, one_line(value), note.code, lang) for name, value in note.values}
    return pick(_WORDS[note.code], lang).format(**values)


def worded(found: Checkup, lang: Lang) -> Checkup:
    """What a look at a corpus found, with the notes that have their words here put into them."""

    def told(note: Note) -> Note:
        return Note("unreadable", (("reason", corpus_words(note, lang)),)) if is_of_corpus(note) else note

    return replace(found, faults=tuple(map(told, found.faults)), remarks=tuple(map(told, found.remarks)))


def _shown(name: str, value: str, code: str, lang: Lang) -> str:
    if code in ("came_back", "was_there_before") and name in ("old", "new"):
        return pick(("、", ", "), lang).join(place_words(place, lang) for place in value.split("; "))
    if name == "alike":
        told = {"same": ("（文字相同）", " (the same words)"), "": ("（文字相近）", " (in like words)")}
        return pick(told[value], lang)
    if name in ("old", "new") and not value:
        return pick(_NONE, lang)
    if name == "title":
        return value.strip("《》")
    if code == "no_such_status":
        return pick(("、", ", "), lang).join(word("status", one, lang) for one in value.split("; ") if one)
    return pick(("、", ", "), lang).join(value.split("; ")) if name in _LISTS else value
