"""What the Word files themselves say, in Chinese and English."""

from __future__ import annotations

from typing import Final

from policydiff.render.wording.phrases import SHARED

__all__ = ["PHRASES"]

PHRASES: Final[dict[str, tuple[str, str]]] = {
    **SHARED,
    "clauses": ("新旧条文对照表", "Clauses side by side"),
    "notes": ("说明与来源", "Notes and sources"),
    "types": ("修订类型", "Kind of change"),
    "bold": ("黑体加粗", "Bold"),
    "underline": ("下划线", "Underlined"),
    "added": ("新增", "新增 (added)"),
    "removed": ("删除", "删除 (deleted)"),
    "article_moved": ("〔移动〕", "〔moved〕"),
    "elsewhere": ("（{place}）", "({place})"),
    "redline": ("修订标记：{old} → {new}", "Tracked changes: {old} → {new}"),
}  # fmt: skip
