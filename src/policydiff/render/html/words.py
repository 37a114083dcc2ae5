"""What the page itself says, in Chinese and English."""

from __future__ import annotations

from typing import Final

from policydiff.render.wording.phrases import SHARED

__all__ = ["PHRASES"]

PHRASES: Final[dict[str, tuple[str, str]]] = {
    **SHARED,
    # places of the page
    "skip": ("跳到正文", "Skip to the content"),
    "contents": ("本页目录", "On this page"),
    "summary": ("要点", "Key points"),
    "changes": ("修改清单", "List of changes"),
    "texts": ("新旧条文对照", "The texts side by side"),
    "sources": ("来源与局限", "Sources and limits"),
    "limits": ("说明与局限", "Notes and limits"),
    "item": ("项目", "Item"),
    "outside": ("章外内容", "Outside the chapters"),
    "replaced": ("全文统一替换的用语（{n}个）", "Words replaced throughout ({n})"),
    "weights": ("{parts}。", "What the changes weigh: {parts}."),
    "weights_reported": ("据报道，{parts}。", "What the changes weigh, as reported: {parts}."),
    "old": ("旧", "Old"),
    "new": ("新", "New"),
    "no_changes": ("没有可以对照的条文。", "There are no provisions to compare."),
    # the picture
    "picture": ("数值变化图", "The figures drawn"),
    "picture_note": (
        "空心为旧，实心为新；“不低于”一类的下限以箭头向右，区间自低值画到高值。所画数值均见下表。",
        (
            "Hollow is old, solid is new; a floor (no less than) points to the right, a range runs from its low to its "
            "high value. Every value drawn stands in the table below."
        ),
    ),
    "linear": ("线性刻度，满格为{top}。", "Linear scale; the full width is {top}."),
    "log": (
        "对数刻度（大小悬殊，每格为{step}倍），自{bottom}至{top}；点的位置而非长短表示大小。",
        (
            "Logarithmic scale (the values are far apart; each line is {step} times the one before), from {bottom} "
            "to {top}; the place of the mark gives the value."
        ),
    ),
    "own_scale": ("其他计量", "Other measures"),
    "own_scale_note": ("各行的单位或用途不同，各用自己的刻度。", "Each row has its own unit or use and its own scale."),
    "larger": ("{name}（数值较大的）", "{name} (the larger ones)"),
    "other_unit": ("单位不同，不能折算，未画", "another unit that cannot be converted: not drawn"),
    "not_told_apart": (
        "数值相同而口径有变的，不画：{listed}。",
        "The same value, but another measure, so not drawn: {listed}.",
    ),
    "not_drawn": ("未画出的：{listed}。均见下表。", "Not drawn: {listed}. All of them stand in the table."),
    "and_more": ("等{n}项", "and {n} more"),
    # filters and the list
    "filters": ("筛选", "Filter"),
    "only_substantive": ("只看实质变化", "Substantive only"),
    "only_figures": ("只看数值有变", "Figures only"),
    "by_kind": ("类型", "Kind"),
    "by_signal": ("涉及", "Touches"),
    "by_unit": ("责任单位", "Responsible unit"),
    "all": ("全部", "all"),
    "unchanged": ("未变", "unchanged"),
    "search": ("搜索条文", "Search the text"),
    "reset": ("清除筛选", "Clear"),
    "keys": ("快捷键 n / p：下一处、上一处修改", "Keys n / p: next, previous change"),
    "next": ("下一处", "Next"),
    "previous": ("上一处", "Previous"),
    "open_all": ("全部展开", "Unfold all"),
    "shown": ("显示 {shown} / {total} 条", "{shown} of {total} provisions shown"),
    "figure_count": ("数值{n}项", "{n} figures"),
    "figure_one": ("数值1项", "1 figure"),
    # the texts
    "run_same": ("{places}：{n}条未变", "{places}: {n} unchanged"),
    "run_same_one": ("{places}：未变", "{places}: unchanged"),
    "run_not_reported": ("{places}：{n}条报道未提及", "{places}: {n} not reported"),
    "run_not_reported_one": ("{places}：报道未提及", "{places}: not reported"),
    "run_not_amended": ("{places}：{n}条决定未涉及", "{places}: {n} not amended"),
    "run_not_amended_one": ("{places}：决定未涉及", "{places}: not amended"),
    "to": ("{first}至{last}", "{first} to {last}"),
    "fold_same": ("未变：{words}…（{n}字）", "Unchanged: {words}… ({n} characters)"),
    "fold_not_reported": ("{words}…（{n}字）", "{words}… ({n} characters)"),
    "told_in": ("{first}等{n}句", "{first} and {more} more"),
    "touches": ("涉及{things}", "touches {things}"),
    "moved": ("移位", "moved"),
    "moved_from": ("新版本{new}：移自旧版本{old}", "{new} of the new version: moved from {old} of the old one"),
    "joined_new": ("新版本{new}：来自旧版本{old}，对照见彼处", "{new} of the new version: from {old}, see there"),
    "joined_old": ("旧版本{old}：与{first}一并对照", "{old} of the old version: shown together with {first}"),
    "permalink": (" 本条链接：{place}", " link to {place}"),
    "original": ("原文", "source"),
    "original_of": ("：在来源网页中查看", ": see it on the page it came from"),
    # sources
    "caption_sources": ("两个版本及其来源", "Both versions and where they come from"),
    "print": ("打印", "Print"),
}  # fmt: skip
