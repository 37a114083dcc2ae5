"""Every code of the model in Chinese and English words; the only place where they meet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

__all__ = ["Lang", "bracketed", "head", "outcome_word", "pick", "plain_head", "said", "word"]

Lang = Literal["zh", "en"]

_WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "direction": {
        "raised": ("提高", "raised"),
        "lowered": ("降低", "lowered"),
        "extended": ("延长", "extended"),
        "shortened": ("缩短", "shortened"),
        "introduced": ("新设", "introduced"),
        "dropped": ("取消", "dropped"),
        "unchanged": ("未变", "unchanged"),
        "split": ("拆分", "split"),
        "merged": ("合并", "merged"),
        "not_comparable": ("不可比", "not comparable"),
        "not_reported": ("报道未提及", "not reported"),
        "not_amended": ("决定未涉及", "not amended"),
    },
    "relation": {
        "same": ("同左", "same"),
        "split": ("拆分", "split"),
        "merge": ("合并", "merged"),
        "regrouped": ("重组", "regrouped"),
        "added": ("新增", "added"),
        "removed": ("删除", "removed"),
        "reported": ("有报道", "reported"),
        "mentioned": ("仅提及", "mentioned"),
        "not_reported": ("报道未提及", "not reported"),
        "amended": ("决定涉及", "spoken of by the decision"),
        "not_amended": ("决定未涉及", "not amended"),
        "unplaced": ("未能归条", "not placed"),
    },
    "link": {"same": ("对应", "matched")},
    "flag": {
        "moved": ("移动", "moved"),
        "renumbered": ("重编号", "renumbered"),
        "retitled": ("改题", "retitled"),
        "edited": ("修改", "edited"),
    },
    "substance": {
        "substantive": ("实质变化", "substantive"),
        "editorial": ("文字修改", "editorial"),
        "reference_shift": ("引用条号调整", "references renumbered"),
        "format_only": ("仅格式", "format only"),
        "none": ("—", "—"),
    },
    "signal": {
        "number": ("数值", "figures"),
        "modal": ("情态词", "modals"),
        "negation": ("否定、禁止", "negation"),
        "actor": ("主体", "who acts"),
        "date": ("日期", "dates"),
        "condition": ("条件", "conditions"),
        "penalty": ("法律责任", "liability"),
        "procedure": ("程序", "procedure"),
        "reference": ("援引对象", "what is referred to"),
        "scope": ("范围", "scope"),
        "added": ("增加内容", "words added"),
        "removed": ("删去内容", "words removed"),
    },
    "certainty": {
        "stated": ("明确", "stated"),
        "inferred": ("推断", "inferred"),
        "conflicting": ("矛盾", "conflicting"),
    },
    "kind": {
        "money": ("金额", "amount"),
        "rate": ("比例", "rate"),
        "multiple": ("倍数", "multiple"),
        "duration": ("期限", "period"),
        "count": ("数量", "count"),
        "quantity": ("计量", "quantity"),
        "age": ("年龄", "age"),
    },
    "bound": {
        "cap": ("上限", "cap"),
        "floor": ("下限", "floor"),
        "exact": ("定值", "exact value"),
        "range": ("区间", "range"),
    },
    "role": {
        "benefit": ("支持", "benefit"),
        "condition": ("条件", "condition"),
        "target": ("目标", "target"),
        "penalty": ("处罚", "penalty"),
        "validity": ("效力期限", "validity"),
        "former": ("原值", "former value"),
        "increment": ("增减幅度", "increment"),
    },
    "facet": {
        "bound": ("界限", "bound"),
        "hedge": ("限定词", "qualifier"),
        "basis": ("计算基数", "basis"),
        "per": ("单位对象", "per"),
        "recurrence": ("频次", "recurrence"),
    },
    "status": {
        "draft": ("征求意见稿", "Draft for comment"),
        "second_draft": ("二次征求意见稿", "Second draft"),
        "submission": ("送审稿", "Submission draft"),
        "trial": ("试行稿", "Trial text"),
        "interim": ("暂行稿", "Interim text"),
        "revised": ("修改后文本", "Text as amended"),
        "official": ("正式稿", "Official text"),
    },
    "coverage": {
        "full": ("全文", "full text"),
        "excerpt": ("仅据报道（节录）", "known only through reports (excerpts)"),
    },
    "unit": {
        "title": ("标题", "title"),
        "preamble": ("引言", "preamble"),
        "part": ("编", "part"),
        "chapter": ("章", "chapter"),
        "section": ("节", "section"),
        "article": ("条", "article"),
        "paragraph": ("段", "paragraph"),
        "item": ("项", "item"),
        "subitem": ("目", "subitem"),
        "heading": ("条标", "heading"),
        "sentence": ("句", "sentence"),
        "responsibility": ("责任单位", "responsible units"),
        "statement": ("句", "sentence"),
        "closing": ("结尾条款", "closing provision"),
        "annex": ("附件", "annex"),
        "signature": ("落款", "signature"),
        "text": ("正文", "text"),
    },
    "oddity": {
        "skipped": ("跳号", "skips a number"),
        "repeated": ("重号", "repeats a number"),
        "backwards": ("倒号", "runs backwards"),
    },
    "side": {"old": ("旧版本", "the old version"), "new": ("新版本", "the new version")},
}

_HEADS: dict[str, tuple[str, str]] = {
    "article": ("条款 Article", "Article"),
    "about": ("事项 Subject", "Subject"),
    "change": ("变化 Change", "Change"),
    "certainty": ("确定性 Certainty", "Certainty"),
    "sentence": ("依据原文 Source", "Source sentence"),
    "relation": ("关系 Relation", "Relation"),
    "substance": ("性质 Substance", "Substance"),
    "touched": ("涉及 Touches", "Touches"),
    "kind": ("类别 Kind", "Kind"),
    "role": ("作用 Role", "Role"),
    "instrument": ("文件 Instrument", "Instrument"),
    "version": ("版本 Version", "Version"),
    "clause": ("条文 Clause", "Clause"),
    "score": ("相似度 Score", "Score"),
    "old": ("旧 Old", "Old"),
    "new": ("新 New", "New"),
    "place": ("位置 Place", "Place"),
    "title": ("名称 Title", "Title"),
    "status": ("状态 Status", "Status"),
    "date": ("日期 Date", "Date"),
    "number": ("文号 Document number", "Document number"),
    "url": ("官方网址 Official URL", "Official URL"),
    "coverage": ("文本完整程度 Coverage", "Coverage"),
    "sources": ("来源 Sources", "Sources"),
    "id": ("标识 Id", "Id"),
    "issuer": ("制定机关 Issuer", "Issuer"),
    "issued": ("印发日期 Issued", "Issued"),
    "effective": ("施行日期 Effective", "Effective"),
    "comments_until": ("意见截止 Comments until", "Comments until"),
    "validity": ("有效期 Validity", "Validity"),
    "expires": ("失效日期 Expires", "Expires"),
    "cited": ("引用文件 Cited", "Cited"),
}


def pick(pair: tuple[str, str], lang: Lang) -> str:
    """The half of a Chinese and English pair that a language reads."""
    return pair[0] if lang == "zh" else pair[1]


def said(phrases: Mapping[str, tuple[str, str]], code: str, lang: Lang, **values: object) -> str:
    """A phrase of a rendering's own, its gaps filled."""
    phrase = pick(phrases[code], lang)
    return phrase.format(**values) if values else phrase


def bracketed(text: str, lang: Lang) -> str:
    """Words in the brackets of a language, with the blank that English sets before them; nothing for no words.

    >>> bracketed("+50%", "zh"), bracketed("+50%", "en")
    ('（+50%）', ' (+50%)')
    """
    return pick((f"（{text}）", f" ({text})"), lang) if text else ""


def word(group: str, code: str, lang: Lang) -> str:
    """The word for a code; a code that has none stands for itself.

    >>> word("direction", "raised", "zh"), word("direction", "raised", "en"), word("direction", "novel", "en")
    ('提高', 'raised', 'novel')
    """
    pair = _WORDS.get(group, {}).get(code)
    return pick(pair, lang) if pair else code


def outcome_word(code: str, lang: Lang) -> str:
    """The word for what befell an article: its relation, or the flag of one that stayed one."""
    return word("flag" if code in _WORDS["flag"] else "relation", code, lang)


def head(code: str, lang: Lang) -> str:
    """The head of a table column; the Chinese one carries the English, for tables travel further than their readers."""
    return pick(_HEADS[code], lang)


def plain_head(code: str, lang: Lang) -> str:
    """The head of a column where the page has one language: the English that Chinese heads carry is left off.

    >>> plain_head("substance", "zh"), plain_head("sentence", "en")
    ('性质', 'Source sentence')
    """
    return head(code, lang).split(" ", 1)[0] if lang == "zh" else head(code, lang)
