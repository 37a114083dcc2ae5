"""What the tables themselves say, in Chinese and English."""

from __future__ import annotations

from typing import Final

from policydiff.render.wording.phrases import SHARED

__all__ = ["HEADS", "PHRASES"]

HEADS: Final[dict[str, tuple[str, str]]] = {
    "figures": ("数值变化", "Figures"),
    "articles": ("条文", "Articles"),
    "clauses": ("逐句", "Clauses"),
    "sources": ("来源", "Sources"),
    "old_value": ("旧值 Old value", "Old value"),
    "old_low": ("旧区间下限 Old range low", "Old range low"),
    "old_high": ("旧区间上限 Old range high", "Old range high"),
    "new_value": ("新值 New value", "New value"),
    "new_low": ("新区间下限 New range low", "New range low"),
    "new_high": ("新区间上限 New range high", "New range high"),
    "unit": ("单位 Unit", "Unit"),
    "bound": ("界限 Bound", "Bound"),
    "delta": ("变化量 Delta", "Delta"),
    "percent": ("变化幅度（%） Percent", "Percent"),
    "points": ("百分点 Points", "Percentage points"),
    "facets": ("其他变化 Also changed", "Also changed"),
    "alternatives": ("另有可能 Alternatives", "Alternatives"),
    "source": ("出处 Place", "Place"),
    "page": ("原文网页 Page", "Page"),
    "text": ("全文", ": text"),
    "figure_count": ("数值变化项数 Figures changed", "Figures changed"),
    "state": ("状态 State", "State"),
    "elsewhere": ("另见 See also", "See also"),
    "state_same": ("同左", "same"),
    "state_edited": ("修改", "edited"),
    "state_differs": ("文字有出入", "wording differs"),
    "state_added": ("新增", "added"),
    "state_removed": ("删除", "removed"),
    "state_not_reported": ("报道未提及", "not reported"),
    "state_not_amended": ("决定未涉及", "not amended"),
    "state_amended": ("决定涉及", "spoken of by the decision"),
    "state_mentioned": ("仅提及", "mentioned"),
    "state_quoted": ("报道引述", "quoted"),
    "comparison": ("比较 Comparison", "Comparison"),
    "item": ("项目 Item", "Item"),
    "summary": ("摘要 Summary", "Summary"),
    "document": ("文件 Document", "Document"),
    "publisher": ("发布者 Publisher", "Publisher"),
    "published": ("发布日期 Published", "Published"),
    "sha256": ("指纹 SHA-256", "SHA-256"),
    "note": ("说明 Note", "Note"),
    "cut": ("截断 Cut", "Cut"),
}
PHRASES: Final[dict[str, tuple[str, str]]] = {
    **SHARED,
    "units": (
        "数值以基本单位计：金额为元，比例为小数（0.3＝30%），其余见“单位”栏；原文写法在各版本栏。区间以有变化的一端为旧值、新值，两端都变的以上限为准，两端另列。",
        (
            "Values are in base units: yuan for money, fractions for rates (0.3 = 30%), the named unit else; "
            "the versions' columns give the words of the text. A range has the end that moved as its value, the upper "
            "one where both did, and both ends beside it."
        ),
    ),
    "in_clauses": ("“逐句”表", "Sheet of clauses. "),
    "cut": (
        "{sheet}第{row}行第{column}列：原有{length}字，单元格最多容纳{limit}字，只保留开头。",
        "{sheet}, row {row}, column {column}: {length} characters, of which a cell holds {limit}; only its beginning.",
    ),
    "cut_here": ("……（以下截断，原有{length}字）", "… (cut here; {length} characters in all)"),
}  # fmt: skip
