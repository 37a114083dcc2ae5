"""What several renderings say in the same words, in Chinese and English."""

from __future__ import annotations

from typing import Final

from policydiff.render.wording.labels import Lang, pick

__all__ = ["SHARED", "marks_line"]

SHARED: Final[dict[str, tuple[str, str]]] = {
    "figures": ("变化的数值", "The figures that changed"),
    "kept": ("未变的数值", "Figures that did not change"),
    "silent": ("报道未提及的数值", "Figures the reports do not mention"),
    "unamended": ("决定未涉及的数值", "Figures the decision does not speak of"),
    "no_figures": ("没有发现数值变化。", "No figure was found to have changed."),
    "quoted_above": ("（见上）", "(see above)"),
    "same": ("同左", "同左 (same)"),
    "added": ("（新增）", "（新增 added）"),
    "removed": ("（删除）", "（删除 deleted）"),
    "not_reported": ("报道未提及", "报道未提及 (not reported)"),
    "not_amended": ("决定未涉及", "决定未涉及 (not amended)"),
    "mentioned": ("（仅提及）", "（仅提及 mentioned）"),
    "reported_elsewhere": ("（另见报道）", "(also reported)"),
    "moved": ("〔移位〕", "〔moved〕"),
    "symbols": (
        "␀、⟦U+202E⟧一类的符号代表原文中无法显示的控制字符。",
        "Signs such as ␀ and ⟦U+202E⟧ stand for control characters that cannot be shown.",
    ),
    "registered": (
        "状态、日期、文号和官方网址由收录者登记（version.toml），其余均出自所列来源。",
        "Status, date, document number and official URL are entered by whoever keeps the corpus (version.toml).",
    ),
    "certainty": (
        (
            "“确定性”说的是来源：“明确”指报道明说这一数值属于本文件，“推断”指报道没有点名，"
            "或者对应关系出于推断，“矛盾”指来源不一致。新旧数值的对应由程序按所说事项判断，另有可能时见注。"
        ),
        (
            "Certainty speaks of the sources: stated means that a report says the figure is this instrument's, "
            "inferred that it does not name it or that the pairing is an inference, conflicting that sources disagree. "
            "Which old figure a new one answers to is judged by what both are about; other readings stand in the notes."
        ),
    ),
    "disclaimer": (
        "由程序根据所列来源自动生成，仅供参考，不构成法律意见；一切以官方发布的文本为准。",
        (
            "Made by a program from the sources named here. It is not legal advice; only the officially published text "
            "is authoritative."
        ),
    ),
}  # fmt: skip

_MARKS = (
    "注：{added}为新增文字，{deleted}为删除文字；“同左”指文字未变，“新增”“删除”指整条或整句。",
    (
        "Note: {added} is added text, {deleted} is deleted text; 同左 (same as left) means unchanged, "
        "新增 (added) and 删除 (deleted) stand for whole clauses."
    ),
)
_MARKS_EXCERPT = (
    (
        "注：{added}为报道这一句有而另一版本原句没有的文字，{deleted}为原句有而报道这一句没有写到的文字，"
        "不等于正式文本已作增删；“同左”指文字相同，“报道未提及”只说明报道没有写到。报道只引与各条有关的句子。"
    ),
    (
        "Note: {added} is what only the report's sentence has, {deleted} what it leaves out, which does not show that "
        "the text itself was changed there; 同左 (same as left) means the same words, 报道未提及 (not reported) only "
        "that the reports are silent. Of a report only the sentences that bear on an article are quoted."
    ),
)


def marks_line(lang: Lang, added: tuple[str, str], deleted: tuple[str, str], *, excerpt: bool) -> str:
    """What the marks in a table of clauses mean; `added` and `deleted` name how the form shows them."""
    line = pick(_MARKS_EXCERPT if excerpt else _MARKS, lang)
    return line.format(added=pick(added, lang), deleted=pick(deleted, lang))
