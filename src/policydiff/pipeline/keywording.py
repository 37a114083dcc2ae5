"""What a version talks about: the words that tell its text from others.

jieba's own measure is used: how often a word stands in the text against how often in Chinese texts at large.  The text
is cut as everywhere else.  Of the words that stand there once, nouns, names, verbs used as nouns and fixed phrases
count; of those that are repeated, all but words of grammar and of drafting (应当, 给予).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from policydiff import corpus as corpus_stage
from policydiff.model import Document, Unit, Version
from policydiff.model.answers import Keyword, Keywords
from policydiff.pipeline.opening import DEFAULTS, InputOptions, names_work
from policydiff.pipeline.showing import show
from policydiff.pipeline.versions import load, load_step
from policydiff.tokens import quiet_jieba, tokens

__all__ = ["keywords"]

Extract = Callable[[str], list[tuple[str, float]]]

_TAGS = ("n", "vn", "an", "eng", "j", "l")
_GRAMMAR = frozenset("cdfmopqruyt")
"""Tags of conjunctions, adverbs, places, numerals, prepositions, measure words, pronouns, particles and times."""
_DRAFTING = frozenset(
    {
        "应当",
        "可以",
        "不得",
        "必须",
        "给予",
        "予以",
        "按照",
        "依照",
        "根据",
        "符合",
        "进行",
        "实施",
        "制定",
        "执行",
        "负责",
    }
    | {
        "适用",
        "施行",
        "印发",
        "发布",
        "规范",
        "组织",
        "开展",
        "加强",
        "推进",
        "推动",
        "促进",
        "鼓励",
        "支持",
        "提供",
        "建立",
    }
    | {
        "完善",
        "结合",
        "实际",
        "包括",
        "属于",
        "下列",
        "以下",
        "以上",
        "上述",
        "作出",
        "具有",
        "使用",
        "要求",
        "提出",
        "享受",
    }
)
"""Words that every instrument repeats, whatever it is about: modals, and the verbs that provisions are made with."""
_OF_ITSELF = frozenset(
    {
        "规定",
        "本法",
        "本条",
        "前款",
        "本款",
        "本办法",
        "本条例",
        "本规定",
        "事项",
        "情形",
        "法律",
        "法规",
        "依法",
        "单位",
    }
    | {"责任", "有关", "方面", "工作", "机制", "措施", "办法", "条例", "意见", "通知"}
)
"""What every instrument says of itself and of the law around it, whatever it is about; jieba tags it as nouns."""
_ASIDE = frozenset({"title", "responsibility", "signature", "statement", "text"})
"""What stands around an instrument's provisions: the notice that brings it, whom to ask, who signs."""
_LEAD = re.compile(r"^(?!对|凡|支持|鼓励|符合)[^《》。；]{0,120}+《[^《》]{2,80}+》(?:\s*+[（(][^（()）]{0,60}+[）)])?")
"""Who tells it, before the instrument speaks: 日报讯（记者某某）近日，我市印发《…》（以下简称《措施》），提出…."""
_LEAST = 2


def keywords(
    argument: str,
    *,
    against: str | None = None,
    limit: int = 20,
    corpus: Path,
    inputs: InputOptions = DEFAULTS,
) -> Keywords:
    """The words that a file, a page, a version, or a work's latest version talks about.

    With `against` also the words that only one of the two has; a work by itself is held against the version that it
    is compared with in the log.
    """
    version, other = _sides(argument, against, corpus, inputs)
    extract = _extractor()
    mine = _keywords(version, extract)
    if other is None:
        return Keywords(version, mine[:limit])
    yours = _keywords(other, extract)
    texts = _whole(version), _whole(other)
    return Keywords(
        version,
        mine[:limit],
        other,
        tuple(word for word in mine if word.word not in texts[1])[:limit],
        tuple(word for word in yours if word.word not in texts[0])[:limit],
    )


def _sides(argument: str, against: str | None, corpus: Path, inputs: InputOptions) -> tuple[Version, Version | None]:
    given = _version(against, corpus, inputs) if against is not None else None
    if given is None and _is_work(argument, corpus) and len(corpus_stage.find_work(corpus, argument).versions) > 1:
        before, latest = load_step(argument, corpus=corpus, inputs=inputs)
        return latest, before
    return _version(argument, corpus, inputs), given


def _version(argument: str, corpus: Path, inputs: InputOptions) -> Version:
    if _is_work(argument, corpus):
        return show(corpus, argument, inputs=inputs).version
    return load(argument, corpus=corpus, inputs=inputs)


def _is_work(argument: str, corpus: Path) -> bool:
    """Whether an argument is the id of a work, and no file of that name is at hand."""
    return "@" not in argument and names_work(argument) and (corpus / argument / "work.toml").is_file()


def _keywords(version: Version, extract: Extract) -> tuple[Keyword, ...]:
    text = _text(version)
    found = (Keyword(word, text.count(word), round(weight, 4)) for word, weight in extract(text))
    kept = [one for one in found if one.count]
    return tuple(sorted(kept, key=lambda one: (-one.weight, text.find(one.word))))


def _whole(version: Version) -> str:
    """Where a word must not stand to be missing from a version: its own words, and all that reports of it say."""
    return "\n".join(one.text for one in version.documents) if version.coverage == "excerpt" else _text(version)


def _text(version: Version) -> str:
    """A version's own words: of an excerpt what reports attribute to it, and no lists of responsible offices."""
    told = version.coverage == "excerpt"
    return "\n".join(
        _LEAD.sub("", document.text_of(unit)) if told else document.text_of(unit)
        for document in version.documents
        for unit in document.walk()
        if not unit.children and _counts(version, document, unit)
    )


def _counts(version: Version, document: Document, unit: Unit) -> bool:
    if version.coverage == "excerpt":
        return version.reported_in(unit)
    return unit.kind not in _ASIDE or not document.articles()


def _extractor() -> Extract:
    jieba = quiet_jieba("analyse", "posseg")  # nothing else needs its tags, which take a second to load
    known: Any = jieba.analyse.default_tfidf
    known.idf_loader.get_idf()
    rarity: dict[str, float] = known.idf_freq
    tags: dict[str, str] = jieba.posseg.dt.word_tag_tab

    def extract(text: str) -> list[tuple[str, float]]:
        often = Counter(word for word in tokens(text) if _can_be_one(word) and word.lower() not in known.stop_words)
        kept = {word: count for word, count in often.items() if _tells(tags.get(word, ""), count)}
        total = sum(kept.values())
        return [(word, rarity.get(word, known.median_idf) * count / total) for word, count in kept.items()]

    return extract


def _can_be_one(word: str) -> bool:
    return len(word) >= _LEAST and word.isalpha() and word not in _OF_ITSELF and word not in _DRAFTING


def _tells(tag: str, count: int) -> bool:
    """Whether a word of this tag says what a text is about.

    The dictionary gives a word one tag, and 容错 is an adjective there: a word that the text repeats counts whatever it
    is tagged as, unless it is one of grammar.
    """
    return tag.startswith(_TAGS) if count == 1 else tag[:1] not in _GRAMMAR
