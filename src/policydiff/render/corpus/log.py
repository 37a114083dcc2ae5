"""A log of works and versions: on the terminal, as Markdown, as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.model.answers import LoggedStep, LoggedVersion, LoggedWork
from policydiff.render.data import Data, dumped
from policydiff.render.escape import cell, inline, one_line
from policydiff.render.wording.labels import Lang, head, outcome_word, pick, word
from policydiff.render.markdown_table import table
from policydiff.render.terminal import Line, line, printed

__all__ = ["log_json", "log_markdown", "log_text"]

_ORDER = (
    *("added", "removed", "edited", "split", "merge", "regrouped", "moved", "renumbered", "retitled", "same"),
    *("reported", "mentioned", "not_reported"),
)
_ONLY = {"same": ("未变", "same"), "moved": ("仅移动", "only moved"), "renumbered": ("仅重编号", "only renumbered")}
_RESHAPED = frozenset({"split", "merge", "regrouped"})
_EMPTY = ("没有作品：用 policydiff add 收入一个文本", "No works: add a text with policydiff add")
_NONE_YET = ("还没有版本", "no versions yet")


def log_text(works: Sequence[LoggedWork], lang: Lang, *, color: bool, width: int) -> str:
    """Every work with its versions, the oldest first, each with what changed when it came."""
    return printed(_lines(works, lang), color=color, width=width)


def log_markdown(works: Sequence[LoggedWork], lang: Lang) -> str:
    """A table for each work."""
    blocks = []
    for entry in works:
        blocks.append(f"## {inline(entry.work.title)}\n\n`{entry.work.id}`")
        heads = [head(code, lang) for code in ("version", "date", "status", "coverage", "number", "change")]
        rows = [
            [
                cell(version.id),
                version.date or "—",
                word("status", version.status, lang) if version.status else "—",
                word("coverage", version.coverage, lang),
                cell(version.document_number or "—"),
                cell(_told(version, lang)) or "—",
            ]
            for version in entry.versions
        ]
        blocks.append(table(heads, rows) if rows else pick(_NONE_YET, lang))
    return "\n\n".join(blocks or [pick(_EMPTY, lang)]) + "\n"


def log_json(works: Sequence[LoggedWork]) -> str:
    """The log as data."""
    return dumped({"works": [_work_data(entry) for entry in works]})


def _lines(works: Sequence[LoggedWork], lang: Lang) -> Iterator[Line]:
    if not works:
        yield line(pick(_EMPTY, lang))
    for number, entry in enumerate(works):
        if number:
            yield line()
        yield Line(((entry.work.id, "bold"), (f"  {one_line(entry.work.title)}", "")), hang=2)
        if not entry.versions:
            yield line(pick(_NONE_YET, lang), "dim", indent=2)
        for version in entry.versions:
            yield Line(((version.id, "bold"), (f"  {' · '.join(_facts(version, lang))}", "")), indent=2, hang=2)
            if told := _told(version, lang):
                yield line(told, indent=4, hang=2)


def _facts(version: LoggedVersion, lang: Lang) -> Iterator[str]:
    yield version.date or pick(("无日期", "no date"), lang)
    if version.status:
        yield word("status", version.status, lang)
    yield word("coverage", version.coverage, lang)
    if version.coverage == "excerpt" or version.reports:
        yield pick((f"报道{version.reports}篇", f"{version.reports} report{'s' * (version.reports != 1)}"), lang)
    if version.document_number:
        yield one_line(version.document_number)


def _told(version: LoggedVersion, lang: Lang) -> str:
    """What changed with a version: 较 2024-draft：新增3条、修改5条；数值：提高2项."""
    if version.trouble is not None:
        return pick((f"未能比较：{version.trouble}", f"could not be compared: {version.trouble}"), lang)
    return _step(version.step, lang) if version.step is not None else ""


def _step(step: LoggedStep, lang: Lang) -> str:
    since = pick((f"较 {step.since}：", f"since {step.since}: "), lang)
    articles = _articles(step, lang)
    figures = [_figure(code, count, lang) for code, count in step.figures]
    comma = pick(("、", ", "), lang)
    parts = [comma.join(articles) or pick(("没有可比较的条文", "no articles to compare"), lang)]
    if step.substantive:
        parts[0] += _substantive(step, lang)
    if figures:
        parts.append(pick(("数值：", "figures: "), lang) + comma.join(figures))
    return since + pick(("；", "; "), lang).join(parts)


def _substantive(step: LoggedStep, lang: Lang) -> str:
    """（实质变化5条，含新增、删除）: a count that is larger than that of the edited articles says why."""
    counts = dict(step.articles)
    also = [outcome_word(code, lang) for code in ("added", "removed") if counts.get(code)]
    if not also:
        return pick((f"（实质变化{step.substantive}条）", f" ({step.substantive} of substance)"), lang)
    listed = pick(("、", " and "), lang).join(also)
    return pick(
        (f"（实质变化{step.substantive}条，含{listed}）", f" ({step.substantive} of substance, with {listed})"), lang
    )


def _articles(step: LoggedStep, lang: Lang) -> list[str]:
    counts = dict(step.articles)
    known = [code for code in _ORDER if code in counts]
    return [_article(code, counts[code], lang) for code in (*known, *sorted(counts.keys() - set(_ORDER)))]


def _article(code: str, count: int, lang: Lang) -> str:
    name = pick(_ONLY[code], lang) if code in _ONLY else outcome_word(code, lang)
    return f"{name}{count}{'处' if code in _RESHAPED else '条'}" if lang == "zh" else f"{count} {name}"


def _figure(code: str, count: int, lang: Lang) -> str:
    name = word("direction", code, lang)
    return f"{name}{count}项" if lang == "zh" else f"{count} {name}"


def _work_data(entry: LoggedWork) -> Data:
    work = entry.work
    return {
        "work": work.id,
        "title": work.title,
        "issuer": work.issuer,
        "aliases": list(work.aliases),
        "versions": [_version_data(entry, version) for version in entry.versions],
    }


def _version_data(entry: LoggedWork, version: LoggedVersion) -> Data:
    step = version.step
    return {
        "name": f"{entry.work.id}@{version.id}",
        "version": version.id,
        "status": version.status,
        "date": version.date,
        "coverage": version.coverage,
        "document_number": version.document_number,
        "url": version.url,
        "texts": version.texts,
        "reports": version.reports,
        "step": None
        if step is None
        else {
            "since": f"{entry.work.id}@{step.since}",
            "articles": dict(step.articles),
            "figures": dict(step.figures),
            "substantive": step.substantive,
        },
        "trouble": version.trouble,
    }
