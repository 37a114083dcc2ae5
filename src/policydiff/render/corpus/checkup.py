"""What is wrong with a corpus and how to mend it: on the terminal, as Markdown, as data."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Note
from policydiff.model.answers import Checkup
from policydiff.render.data import dumped, note_data
from policydiff.render.escape import inline, one_line
from policydiff.render.wording.labels import Lang, pick
from policydiff.render.terminal import Line, line, printed, rule

__all__ = ["checkup_json", "checkup_markdown", "checkup_text"]

_WORDS: dict[str, tuple[str, str]] = {
    "unreadable": ("{reason}", "{reason}"),
    "unread": ("{name}：{reason}", "{name}: {reason}"),
    "capture": ("{name}：{reason}", "{name}: {reason}"),
    "no_text": (
        "{name} 标为全文，但没有 kind 为 text 的来源：改 coverage，或收入全文",
        "{name} is said to be full and has no source of kind text: change its coverage, or add the text",
    ),
    "no_report": (
        "{name} 只有附件或通知：收入全文或报道",
        "{name} has attachments or notices only: add its text or a report",
    ),
    "unmarked": (
        "{path} 中有文件，但没有 {marker}：重新收入这些文件，或删去该文件夹",
        "{path} holds files and no {marker}: add the files again, or remove the folder",
    ),
    "year_differs": (
        "{name} 的日期是 {date}，与标识中的年份不同：改正其一",
        "{name} bears the date {date}, of another year than its id: correct one of them",
    ),
    "same_day": (
        "{name} 与 {other} 日期（{date}）和状态都相同，先后无从得知：改正日期或状态",
        "{name} and {other} have the same date ({date}) and status, so their order is open: correct one of them",
    ),
    "undated": (
        "{name} 没有日期，先后据版本状态推断：在 version.toml 中写上 date",
        "{name} has no date, and its place is inferred from the status: write date into its version.toml",
    ),
    "no_versions": ("{name} 还没有版本", "{name} has no versions yet"),
    "same_bytes": (
        "{name} 与 {other} 有逐字节相同的捕获文件：如属重复，删去其一",
        "{name} and {other} have a capture of the same bytes: if it is a duplicate, remove one",
    ),
    "unlisted": (
        "{path} 未列入 {name} 的 version.toml：用 policydiff add 重新收入，或删去",
        "{path} is not listed in the version.toml of {name}: add it again, or remove it",
    ),
    "stray_header": ("{path} 没有对应的捕获文件：可以删去", "{path} belongs to no capture: it may be removed"),
    "early_capture": (
        "{name} 的 {path} 抓取于该版本日期（{date}）之前：检查日期",
        "{path} of {name} was fetched before the version's date ({date}): check the date",
    ),
    "leftover": (
        "{path} 是中断的运行留下的半个文件：policydiff doctor --mend 可清除",
        "{path} is half a file that an interrupted run left: policydiff doctor --mend removes it",
    ),
    "index": (
        "索引不能照原样使用（{reason}）：下次 search 会重建",
        "the index cannot be used as it is ({reason}): the next search makes it anew",
    ),
}
_FAULTS = ("需要修正", "To mend")
_REMARKS = ("值得一看", "Worth a look")
_MENDED = ("已清除", "Removed")


def checkup_text(found: Checkup, lang: Lang, *, color: bool, width: int) -> str:
    """What was found, a line each, and how to mend it."""
    return printed(_lines(found, lang), color=color, width=width)


def checkup_markdown(found: Checkup, lang: Lang) -> str:
    """The same as a page."""
    blocks = [inline(_summary(found, lang))]
    for title, notes in _parts(found):
        blocks.append(f"## {pick(title, lang)}")
        blocks.append("\n".join(f"- {inline(_told(note, lang))}" for note in notes))
    return "\n\n".join(blocks) + "\n"


def checkup_json(found: Checkup) -> str:
    """The same as data."""
    return dumped(
        {
            "sound": found.sound,
            "works": found.works,
            "versions": found.versions,
            "captures": found.captures,
            "faults": [note_data(note) for note in found.faults],
            "remarks": [note_data(note) for note in found.remarks],
            "mended": [note_data(note) for note in found.mended],
        }
    )


def _parts(found: Checkup) -> Iterator[tuple[tuple[str, str], tuple[Note, ...]]]:
    for title, notes in ((_MENDED, found.mended), (_FAULTS, found.faults), (_REMARKS, found.remarks)):
        if notes:
            yield title, notes


def _lines(found: Checkup, lang: Lang) -> Iterator[Line]:
    yield line(_summary(found, lang), "bold", hang=2)
    for title, notes in _parts(found):
        yield from rule(pick(title, lang))
        for note in notes:
            yield line(f"• {_told(note, lang, found.mended)}", indent=2, hang=2)


def _summary(found: Checkup, lang: Lang) -> str:
    if lang == "zh":
        size = f"作品{found.works}个、版本{found.versions}个、捕获文件{found.captures}个"
        return f"{size}：{f'需要修正{len(found.faults)}处' if found.faults else '没有需要修正的'}"
    size = f"{found.works} works, {found.versions} versions, {found.captures} captures"
    return f"{size}: {f'{len(found.faults)} to mend' if found.faults else 'nothing to mend'}"


def _told(note: Note, lang: Lang, mended: tuple[Note, ...] = ()) -> str:
    values = {name: one_line(value) for name, value in note.values}
    return values["path"] if note in mended else pick(_WORDS[note.code], lang).format(**values)
