"""Changes inside an article: its words, its figures, slips of the pen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from support.mutations.drafting import FINES, VALUES, Drafter
from support.mutations.parts import Article, Figure, Paragraph, Part, Sentence, words
from support.mutations.patterns import RULES

__all__ = ["refigured", "reworded", "with_noise", "with_typos"]

SYNONYMS = (
    ("应当", "必须"),
    ("可以", "应当"),
    ("不得", "禁止"),
    ("有关部门", "相关职能部门"),
    ("经营者", "经营管理单位"),
    ("公布", "向社会公开"),
    ("制定", "编制"),
    ("提交", "报送"),
    ("书面", "书面或者电子"),
    ("负责", "具体负责"),
    ("不超过", "不得超过"),
    ("限期改正", "停止违法行为，限期改正"),
    ("约定", "明确"),
    ("逾期", "期满"),
    ("组织", "定期组织"),
    ("建立", "建立健全"),
    ("给予", "予以"),
)
CLAUSES = (
    "按照国家有关规定",
    "结合本地实际",
    "遵循公平、公开的原则",
    "征求利害关系人意见后",
    "在职责范围内",
    "通过政务服务平台",
    "经集体讨论决定",
    "会同所在地街道办事处",
)
SENTENCES = (
    "具体办法由市人民政府另行制定。",
    "国家另有规定的，从其规定。",
    "有关情况应当及时录入信用信息系统。",
    "任何单位和个人不得以任何理由阻碍、拖延。",
    "鼓励行业协会制定高于前述要求的团体标准。",
    "相关单位应当指定专人负责，并保持联系方式畅通。",
    "涉及国家秘密、商业秘密或者个人隐私的，依法不予公开。",
    "确有困难的，可以申请适当延长，延长次数以一次为限。",
)
_TYPOS = str.maketrans(
    "的应当位设管理部规定和在人用收保经公市单条记证期费情", "地因挡味没官里布归订合再入佣受堡径共示但务纪正其废请"
)
_NEAR = 4  # characters beside a figure that tell its bound: 最高不超过, 以上
_NARROW = str.maketrans("，；：、", ",;:,")

Change = Callable[[Article, Drafter], Article]


def reworded(article: Article, hand: Drafter, level: int) -> Article:
    """An article worded otherwise, its rule the same.

    Level 0 exchanges or adds some words, 1 also drops and adds clauses and sentences, 2 also puts other sentences in
    the place of some, but of no more than half the article.
    """
    changes: list[Change] = [_exchange, _qualify]
    if level >= 1:
        changes += [_shorten, _append]
    if level >= 2:
        changes += [_qualify, _shorten, _append]
    for _ in range(hand.chance.randint(1, 2) + level):
        article = hand.chance.choice(changes)(article, hand)
    return _rewrite(article, hand) if level >= 2 else article


def _sentences(article: Article) -> list[tuple[int, int]]:
    """The places of the sentences and items: paragraph, and number in it."""
    return [(at, number) for at, one in enumerate(article.paragraphs) for number in range(len(one.all()))]


def _with(article: Article, place: tuple[int, int], sentence: Sentence) -> Article:
    """An article with another sentence in some place."""
    at, number = place
    paragraph = article.paragraphs[at]
    told = [*paragraph.all()]
    told[number] = sentence
    cut = len(paragraph.sentences)
    changed = Paragraph(tuple(told[:cut]), tuple(told[cut:]))
    return replace(article, paragraphs=(*article.paragraphs[:at], changed, *article.paragraphs[at + 1 :]))


def _each(article: Article, change: Callable[[Part], Part]) -> Article:
    """An article with every part of every sentence put through a change."""

    def told(sentence: Sentence) -> Sentence:
        return tuple(change(part) for part in sentence)

    paragraphs = tuple(
        Paragraph(tuple(told(s) for s in one.sentences), tuple(told(s) for s in one.items))
        for one in article.paragraphs
    )
    return replace(article, paragraphs=paragraphs)


def _exchange(article: Article, hand: Drafter) -> Article:
    """应当 → 必须: one word for another, wherever the article has it."""
    held = "".join(words(s) for one in article.paragraphs for s in one.all())
    offered = [pair for pair in SYNONYMS if pair[0] in held]
    if not offered:
        return _qualify(article, hand)
    old, new = hand.chance.choice(offered)
    return _each(article, lambda part: part.replace(old, new) if isinstance(part, str) else part)


def _clauses(sentence: Sentence) -> list[Sentence]:
    """A sentence cut behind its commas."""
    found: list[list[Part]] = [[]]
    for part in sentence:
        if not isinstance(part, str):
            found[-1].append(part)
            continue
        first, *rest = part.split("，")
        found[-1].append(first)
        found += [[piece] for piece in rest]
    return [tuple(clause) for clause in found]


def _joined(clauses: list[Sentence]) -> Sentence:
    parts: list[Part] = []
    for at, clause in enumerate(clauses):
        parts += [*(["，"] if at else []), *clause]
    return tuple(part for part in parts if part)


def _qualify(article: Article, hand: Drafter) -> Article:
    """A clause that qualifies, put behind a comma."""
    place = hand.chance.choice(_sentences(article))
    clauses = _clauses(_at(article, place))
    if len(clauses) < 2:
        return article
    clauses.insert(hand.chance.randrange(1, len(clauses)), (hand.chance.choice(CLAUSES),))
    return _with(article, place, _joined(clauses))


def _shorten(article: Article, hand: Drafter) -> Article:
    """A clause from the middle of a sentence dropped."""
    long = [place for place in _sentences(article) if len(_clauses(_at(article, place))) >= 3]
    if not long:
        return article
    place = hand.chance.choice(long)
    clauses = _clauses(_at(article, place))
    del clauses[hand.chance.randrange(1, len(clauses) - 1)]
    return _with(article, place, _joined(clauses))


def _append(article: Article, hand: Drafter) -> Article:
    """A sentence of the usual sort added at the end of a paragraph that has no items."""
    places = [at for at, one in enumerate(article.paragraphs) if not one.items]
    if not places:
        return article
    at = hand.chance.choice(places)
    told = replace(
        article.paragraphs[at], sentences=(*article.paragraphs[at].sentences, (hand.chance.choice(SENTENCES),))
    )
    return replace(article, paragraphs=(*article.paragraphs[:at], told, *article.paragraphs[at + 1 :]))


def _rewrite(article: Article, hand: Drafter) -> Article:
    """Other sentences on the same matter in the place of up to half of the article."""
    places = _sentences(article)
    hand.chance.shuffle(places)
    left = article.length / 2
    for place in places[: max(1, len(places) // 2)]:
        left -= len(words(_at(article, place)))
        if left < 0 or len(places) == 1:
            break
        item = place[1] >= len(article.paragraphs[place[0]].sentences)
        pattern = "{wrong}；" if item else hand.chance.choice(RULES).split("|")[1].split("\n")[0].split("。")[0] + "。"
        if not item and words(_at(article, place)).endswith("："):
            continue
        article = _with(
            article, place, hand.sentence(pattern, article.about, {"operators": "经营者", "matter": article.about.name})
        )
    return article


def _at(article: Article, place: tuple[int, int]) -> Sentence:
    return article.paragraphs[place[0]].all()[place[1]]


def refigured(article: Article, hand: Drafter, share: float) -> Article:
    """An article with some of its figures changed, at least one where it has any; both sums of a range move one way."""
    figures = list(article.figures())
    if not figures:
        return article
    chosen = {figure.key for figure in figures if hand.chance.random() < share}
    chosen |= {hand.chance.choice(figures).key} if not chosen else set()
    values: dict[int, int] = {}
    ranges = {one.key: other for one, other in _ranges(article)}
    for figure in figures:
        if figure.key in ranges and (figure.key in chosen or ranges[figure.key].key in chosen):
            values |= _other_range(figure, ranges[figure.key], hand)
        elif figure.key in chosen and figure.key not in {other.key for other in ranges.values()}:
            values[figure.key] = hand.chance.choice([one for one in VALUES[figure.kind] if one != figure.value])

    def changed(part: Part) -> Part:
        return replace(part, value=values.get(part.key, part.value)) if isinstance(part, Figure) else part

    return _each(article, changed)


def _ranges(article: Article) -> list[tuple[Figure, Figure]]:
    """The ranges of an article: 一万元以上五万元以下."""
    found = []
    for paragraph in article.paragraphs:
        for sentence in paragraph.all():
            for one, between, other in zip(sentence, sentence[1:], sentence[2:], strict=False):
                if between == "以上" and isinstance(one, Figure) and isinstance(other, Figure):
                    found.append((one, other))
    return found


def _other_range(low: Figure, high: Figure, hand: Drafter) -> dict[int, int]:
    offered = [(a, b) for a, b in FINES if (a - low.value) * (b - high.value) > 0]
    a, b = hand.chance.choice(offered) if offered else (low.value * 2, high.value * 2)
    return {low.key: a, high.key: b}


def with_typos(article: Article, hand: Drafter, rate: float) -> Article:
    """An article with slips: a character taken for another, left out, or written twice.

    What stands next to a figure stays: 一万元以五万元以下 is no slip but another figure.
    """

    def slip(char: str) -> str:
        if hand.chance.random() >= rate or not char.isalpha():
            return char
        return hand.chance.choice((char.translate(_TYPOS), char.translate(_TYPOS), "", char * 2))

    def slipped(part: Part) -> Part:
        if not isinstance(part, str):
            return part
        return part[:_NEAR] + "".join(map(slip, part[_NEAR:-_NEAR])) + part[max(_NEAR, len(part) - _NEAR) :]

    return _each(article, slipped)


def with_noise(article: Article, hand: Drafter, rate: float) -> Article:
    """An article with narrow punctuation and with spaces between its characters, each at some rate."""

    def disturbed(char: str) -> str:
        if char in "，；：、":
            return char.translate(_NARROW) if hand.chance.random() < 5 * rate else char
        return char + " " if hand.chance.random() < rate else char

    return _each(article, lambda part: "".join(map(disturbed, part)) if isinstance(part, str) else part)
