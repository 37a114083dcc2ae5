"""Notes on a comparison in words: how far the sources go, and what they leave open."""

from __future__ import annotations

from policydiff.model import Note
from policydiff.render.wording.chapters import CHAPTERS, chapter_words
from policydiff.render.wording.corpus_words import corpus_words, is_of_corpus
from policydiff.render.wording.labels import Lang, pick, word
from policydiff.render.wording.places import place_words

__all__ = ["note_words"]

_NOTES: dict[str, tuple[str, str]] = {
    "old_excerpt": (
        "旧版本没有全文，仅据报道掌握：报道没有提到的，一律记为“报道未提及”，不作新增论。",
        (
            "The old version is known only through reports: what they do not mention is marked “not reported”, "
            "and is never counted as added."
        ),
    ),
    "new_excerpt": (
        "新版本没有全文，仅据报道掌握：报道没有提到的，一律记为“报道未提及”，不作删除论；报道的文字也可能不是原文。",
        (
            "The new version is known only through reports: what they do not mention is marked “not reported”, "
            "and is never counted as removed; a report may also paraphrase."
        ),
    ),
    "article_count": (
        "据报道新版本有{new}{unit}（“{quote}”），旧版本为{old}条：差在哪里，没有来源说明，本报告不作推测。",
        (
            "The new version is reported to have {new} parts (“{quote}”), against {old} articles in the old one. "
            "No source says which ones make the difference, and this report does not guess."
        ),
    ),
    "inferred_passage": (
        "{document}中的有关段落没有点明所说的是本文件；仅以它为依据的数值标为“推断”，与其他报道不一致的标为“矛盾”。",
        (
            "The passage used from {document} does not itself name the instrument; a figure that rests on it alone is "
            "marked “inferred”, or “conflicting” where another report says otherwise."
        ),
    ),
    "former_differs": (
        "{document}称原为{told}，而旧文本为{old}：变化按旧文本计算。",
        (
            "{document} says that it was {told} before, where the old text has {old}: "
            "the change is told against the old text."
        ),
    ),
    "amending_decision": (
        "{side}是修改决定，只写明所修改的条款：决定没有涉及的，记为“决定未涉及”，不作新增、删除论，也不比较施行日期。",
        (
            "{side} is a decision to amend, and holds only what it changes: what it does not speak of is marked “not "
            "amended”, and is never counted as added or removed, nor are the dates of effect compared. For the whole "
            "picture compare the full texts before and after."
        ),
    ),
    "repealed": (
        "{side}是废止《{title}》的决定或通知：该文件自其所定之日起整体废止。下列各条没有逐条对应，不表示仍然有效。",
        (
            "{side} repeals 《{title}》 as a whole, from the day it names. That it does not speak of the articles one "
            "by one does not mean that they stay in force."
        ),
    ),
    "effective": (
        "施行日期：{old} → {new}。",
        "Takes effect: {old} → {new}.",
    ),
    "expiry": (
        "有效期一方写年限、一方写截止日，按日期比较：{old} → {new}。",
        "One side gives a period of validity and the other its last day. By their days: {old} → {new}.",
    ),
    "same_expiry": (
        "有效期一方写年限、一方写截止日，届满日相同：{new}。",
        "One side gives a period of validity and the other its last day: both end on {new}.",
    ),
    "nothing_attributed": (
        "{side}的网页里没有一句话可以确认说的是所比较的文件：凡“报道未提及”，都只是因为没有可用的依据。",
        (
            "No sentence of {side} can be attributed to the instrument compared: “not reported” here means only that "
            "there was nothing to go by."
        ),
    ),
    "report_silent": (
        "{document}没有一句话可以确认说的是所比较的文件{other}，没有从中取用任何内容。",
        "No sentence of {document} can be attributed to the instrument compared{other}: nothing was taken from it.",
    ),
    "little_in_common": (
        "旧版本{total}条中只有{linked}条能在新版本中找到对应：请确认这是同一文件的两个版本。",
        (
            "Only {linked} of the old version's {total} articles have a counterpart in the new one: "
            "make sure that these are two versions of one instrument."
        ),
    ),
    "other_instrument": (
        "请核对：旧版本是《{old}》，而新版本说的是《{new}》，两者名称不同，可能不是同一文件。",
        (
            "Check the files: the old version is 《{old}》 and the new one speaks of 《{new}》, "
            "which is another name and may be another instrument."
        ),
    ),
    "wrong_order": (
        "请核对先后：所给的新版本早于旧版本，或是旧版本的征求意见稿；如次序颠倒，请对调后重新比较。",
        (
            "Check the order: what was given as the new version is older than the old one, or is its draft; "
            "if they are the wrong way round, swap them."
        ),
    ),
    "same_file": (
        "新旧两个版本是同一份文件（{document}，逐字节相同）：没有可比较的内容。",
        "Both versions are the same file ({document}, byte for byte): there is nothing to compare.",
    ),
    "engine": (
        "本机没有首选的分词引擎，改用“{engine}”；结果一般相同，速度较慢。",
        (
            "The preferred word segmenter is not installed here; “{engine}” was used instead: "
            "as a rule the same results, more slowly."
        ),
    ),
    "no_articles": (
        "{side}没有可识别的条文编号，按段落比较。",
        "No numbered articles were recognised in {side}; it is compared paragraph by paragraph.",
    ),
    "unattributed": (
        "报道中有{count}句带数值的话与所比文本的条文相近，但没有写明是谁的规定，其数值未取用（如“{quote}”）。",
        (
            "Sentences of the reports that read like provisions of the text but do not say whose they are, so that "
            "their figures were left out: {count}, such as “{quote}”."
        ),
    ),
    "unplaced": (
        "报道中有{count}句属于本文件，但无法归入任何一条，未列入条文对照（如“{quote}”）。",
        (
            "Sentences of the reports that belong to this instrument but to none of its articles, "
            "left out of the side-by-side table: {count}, such as “{quote}”."
        ),
    ),
    "doubt_damaged": (
        "{document}有{count}处乱码无法复原（如“{quote}”）：这些地方的文字不可采信。",
        "{document} is garbled beyond repair (places: {count}, such as “{quote}”): do not rely on what stands there.",
    ),
    "doubt_replaced": (
        "{document}有{count}处文字在保存之前就已丢失（如“{quote}”）：请另找一份完整的文本核对。",
        (
            "{document} lost characters before it was saved (places: {count}, such as “{quote}”): "
            "check it against a whole copy."
        ),
    ),
    "doubt_masked": (
        "{document}有{count}处数字被遮盖（如“{quote}”）：遮盖的数值无从比较，请另找一份完整的文本。",
        (
            "{document} has figures blotted out (places: {count}, such as “{quote}”): "
            "they cannot be compared; look for a whole copy."
        ),
    ),
    "doubt_broken": (
        "{document}有{count}处数字断开或混有字母（如“{quote}”）：无从确定是多少，没有采用，请核对原件。",
        (
            "{document} has figures whose digits stand apart or are letters (places: {count}, such as “{quote}”): "
            "nobody can tell what they were, and none was taken; check the original."
        ),
    ),
    "doubt_unnumbered": (
        "{document}有{count}处自动编号没有写出（如“{quote}”）：条文编号不可采信，请由原程序另存为.docx或PDF。",
        (
            "{document} lost its automatic numbers (places: {count}, such as “{quote}”): do not rely on the numbers "
            "of its articles; save it as .docx or PDF from the program that it was written in."
        ),
    ),
    "doubt_unfinished": (
        "{document}写明还有内容没有显示（{count}处，如“{quote}”），全文未完：没有显示的条文不能当作已删除，请另找全文。",
        (
            "{document} says that the rest of its text is not shown (places: {count}, such as “{quote}”): "
            "what is missing there is not deleted; look for the whole text."
        ),
    ),
    "doubt_shuffled": (
        "{document}的条文次序混乱，有{count}处编号与上文不衔接（如“{quote}”）：疑被打乱重排，不可当作原文。",
        (
            "{document} has its provisions out of order (numbers that do not follow from the one before: {count}, "
            "such as “{quote}”): it was probably shuffled, and must not be taken for the original."
        ),
    ),
    "doubt_spun": (
        "{document}有{count}处用词疑被程序替换（如“{quote}”）：公文一般不这样用词，文意可能已变，不可当作原文。",
        (
            "{document} has words that a program seems to have put in place of others (places: {count}, such as "
            "“{quote}”): "
            "the meaning may have changed, and it must not be taken for the original."
        ),
    ),
    "override_linked": (
        "人工指定：旧版本{old_places}延续为新版本{new_places}{why}。",
        "Linked by hand: {old_places} of the old version → {new_places} of the new one{why}.",
    ),
    "override_apart": (
        "人工指定：旧版本{old_places}与新版本{new_places}不对应{why}。",
        "Ruled out by hand: {old_places} of the old version → {new_places} of the new one{why}.",
    ),
    "override_ended": (
        "人工指定：旧版本{old_places}在新版本中没有对应{why}。",
        "By hand: {old_places} of the old version has no counterpart in the new one{why}.",
    ),
    "override_begun": (
        "人工指定：新版本{new_places}在旧版本中没有对应{why}。",
        "By hand: {new_places} of the new version has no counterpart in the old one{why}.",
    ),
    "override_missing": (
        "人工指定不再适用：{side}中没有{place}{why}。",
        "An entry made by hand no longer applies: there is no {place} in {side}{why}.",
    ),
    "override_ambiguous": (
        "人工指定不再适用：{side}中有不止一处{place}{why}。",
        "An entry made by hand no longer applies: {side} has more than one {place}{why}.",
    ),
    "override_inside": (
        "人工指定不适用：{side}的{place}不是单独对应的一条{why}。",
        "An entry made by hand does not apply: {place} of {side} is no provision that is linked by itself{why}.",
    ),
    "only": (
        "只列出性质为“{substance}”的条文：其他{count}条没有列出，也不计入数目。",
        "Shown are only changes of this kind: {substance}. Left out, and out of the counts: {count} provisions.",
    ),
    "folded": (
        "另有{count}条只有全文统一替换的文字，未逐条列出。",
        "Left out, since nothing changed in them but wordings replaced throughout: {count} articles.",
    ),
    "replacement_weighs": (
        "全文“{old}”统一改为“{new}”，可能改变{signals}。",
        "Throughout, “{old}” became “{new}”, which may change: {signals}.",
    ),
    "script_converted": (
        "{document}原为繁体字，比较前已逐字转换为简体；每处转换都有记录。",
        (
            "{document} is in traditional characters and was converted to simplified ones before comparing; "
            "every conversion is on record."
        ),
    ),
}


_WORDLESS = ("另有一项说明：{values}", "One more thing to know: {values}")


def note_words(note: Note, lang: Lang) -> str:
    """A note as a sentence; of one that has no wording yet a reader gets what it says, and never its code.

    >>> note_words(Note("novel", (("a", "1"),)), "en")
    'One more thing to know: 1'
    """
    if note.code in CHAPTERS:
        return chapter_words((note,), lang)
    if note.code not in _NOTES and is_of_corpus(note):
        return corpus_words(note, lang)
    values = {key: _value(key, value, lang) for key, value in note.values}
    try:
        return pick(_NOTES[note.code], lang).format_map(values)
    except (KeyError, IndexError):
        listed = pick(("，", ", "), lang).join(value for value in values.values() if value)
        return pick(_WORDLESS, lang).format(values=listed or "—")


def _value(key: str, value: str, lang: Lang) -> str:
    if key in {"side", "substance"}:
        return word(key, value, lang)
    if key == "signals":
        return pick(("、", ", "), lang).join(word("signal", one, lang) for one in value.split("; "))
    if key in {"old_places", "new_places", "place"}:
        return pick(("、", ", "), lang).join(_place(name, lang) for name in value.split("; "))
    if key == "why":
        return pick(("（{}）", " ({})"), lang).format(value) if value else ""
    if key == "other":
        return pick(("（它说的是《{}》）", " (it speaks of 《{}》)"), lang).format(value.strip("《》")) if value else ""
    return value.strip("、，,；; ") if key == "quote" else value


def _place(name: str, lang: Lang) -> str:
    """A place in a sentence; a bare 三 would not read as one."""
    words = place_words(name, lang)
    return f"“{words}”" if lang == "zh" and name.endswith("、") else words
