"""How the columns of the two versions are headed."""

from __future__ import annotations

from policydiff.model import Comparison
from policydiff.render.wording.labels import Lang, pick
from policydiff.render.wording.places import version_label

__all__ = ["column_heads"]


def column_heads(comparison: Comparison, lang: Lang) -> tuple[str, str]:
    """征求意见稿（2024-03-27） and 正式稿（2025-02-14）; 修订前 and 修订后 where a version has no status of its own."""
    versions = comparison.old, comparison.new
    labels = [version_label(version, lang) for version in versions]
    if None in (versions[0].status, versions[1].status):
        before, after = pick(("修订前", "Before"), lang), pick(("修订后", "After"), lang)
        return _with(before, labels[0], lang), _with(after, labels[1], lang)
    if labels[0] == labels[1]:
        labels = [_with(label, version.name, lang) for label, version in zip(labels, versions, strict=True)]
    return labels[0], labels[1]


def _with(name: str, detail: str, lang: Lang) -> str:
    """What stands in brackets has none of its own: 修订前：征求意见稿（2024-09-12）."""
    if "（" in detail or "(" in detail:
        return f"{name}{pick(('：', ': '), lang)}{detail}"
    return f"{name}（{detail}）" if lang == "zh" else f"{name} ({detail})"
