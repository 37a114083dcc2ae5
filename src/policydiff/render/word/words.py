"""What the Word files themselves say, in Chinese and English."""

from __future__ import annotations

from typing import Final

from policydiff.render.phrases import SHARED

__all__ = ["PHRASES"]

PHRASES: Final[dict[str, tuple[str, str]]] = {
    **SHARED,
    "clauses": ("新旧条文对照表", "Clauses side by side"),
    "notes": ("说明与来源", "Notes and sources"),
    "types": ("修订类型", "Kind of change"),
    "bold": ("黑体加粗", "Bold"),
    "underline": ("下划线", "Underlined"),
    "marks": (
        "注：{added}为新增文字，删除线为删除文字；“同左”指文字未变，“新增”“删除”指整条或整句。",
        (
            "Note: {added} is added text, struck through is deleted text; 同左 (same as left) means unchanged, "
            "新增 (added) and 删除 (deleted) stand for whole clauses."
        ),
    ),
    "marks_excerpt": (
        (
            "注：{added}为报道这一句有而另一版本原句没有的文字，删除线为原句有而报道没有写到的文字，"
            "不等于正式文本已作增删；“同左”指文字相同，“报道未提及”只说明报道没有写到。"
        ),
        (
            "Note: {added} is what only the report's sentence has, struck through what it leaves out, which does not "
            "show that the text itself was changed there; 同左 (same as left) means the same words, 报道未提及 (not "
            "reported) only that the reports are silent."
        ),
    ),
    "same": ("同左", "同左 (same)"),
    "added": ("新增", "新增 (added)"),
    "removed": ("删除", "删除 (deleted)"),
    "not_reported": ("报道未提及", "报道未提及 (not reported)"),
    "mentioned": ("（仅提及）", "（仅提及 mentioned）"),
    "moved": ("〔移位〕", "〔moved〕"),
    "elsewhere": ("（{place}）", "({place})"),
    "reported_elsewhere": ("（另见报道）", "(also reported)"),
    "quoted_above": ("（见上）", " (see above)"),
    "disclaimer": (
        "本表由程序根据上列来源自动生成，仅供参考，不构成法律意见；一切以官方发布的文本为准。",
        (
            "This table was made by a program from the sources named above. It is not legal advice; only the "
            "officially published text is authoritative."
        ),
    ),
    "redline": ("修订标记：{old} → {new}", "Tracked changes: {old} → {new}"),
}  # fmt: skip
