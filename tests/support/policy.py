"""An invented policy as a structure, and as many more of any size as a measurement needs.

One structure feeds every builder of test files, so that what a reader should find is known to the letter.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["POLICY", "Article", "Chapter", "Policy", "generated", "numeral"]

_DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A number below a thousand as articles are numbered: 十, 十一, 一百零二.

    >>> [numeral(n) for n in (3, 10, 14, 20, 102, 110)]
    ['三', '十', '十四', '二十', '一百零二', '一百一十']
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if not hundreds:
        return (("" if tens == 1 else _DIGITS[tens]) + "十" if tens else "") + (
            _DIGITS[ones] if ones or not tens else ""
        )
    text = _DIGITS[hundreds] + "百"
    if tens:
        text += _DIGITS[tens] + "十"
    elif ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


@dataclass(frozen=True, slots=True)
class Article:
    """An article: paragraphs, the items under the last of them, and a table behind these."""

    number: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()

    def lines(self) -> tuple[str, ...]:
        """Its lines as a reader sees them; the cells of a row are parted by tabs."""
        first, *others = self.paragraphs
        items = (f"（{numeral(at)}）{item}" for at, item in enumerate(self.items, 1))
        return (f"{self.number} {first}", *others, *items, *("\t".join(row) for row in self.table))

    @property
    def text(self) -> str:
        """What segmentation should give for it."""
        return "\n".join(self.lines())


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter and its articles."""

    number: str
    heading: str
    articles: tuple[Article, ...]

    @property
    def line(self) -> str:
        """Its heading line."""
        return f"{self.number} {self.heading}"


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy document."""

    title: str
    number: str
    preamble: str
    chapters: tuple[Chapter, ...]
    issuer: str
    date: str

    def articles(self) -> tuple[Article, ...]:
        """Every article in order."""
        return tuple(article for chapter in self.chapters for article in chapter.articles)

    def article_texts(self) -> tuple[str, ...]:
        """The text of every article in order."""
        return tuple(article.text for article in self.articles())

    def lines(self) -> tuple[str, ...]:
        """Every line of the document, from the title to the date."""
        body: list[str] = []
        for chapter in self.chapters:
            body.append(chapter.line)
            for article in chapter.articles:
                body += article.lines()
        return (self.title, self.number, self.preamble, *body, self.issuer, self.date)


def _article(number: int, *paragraphs: str, items: tuple[str, ...] = (), table: tuple[str, ...] = ()) -> Article:
    rows = tuple(tuple(row.split("|")) for row in table)
    return Article(f"第{numeral(number)}条", paragraphs, items, rows)


POLICY = Policy(
    title="云泽市促进低空物流发展若干规定",
    number="云政规〔2024〕17号",
    preamble="为了培育低空物流产业，规范无人驾驶航空器配送活动，根据有关法律、法规，结合本市实际，制定本规定。",
    chapters=(
        Chapter(
            "第一章",
            "总则",
            (
                _article(
                    1,
                    "本市行政区域内从事低空物流经营、服务以及相关监督管理活动，适用本规定。",
                    "法律、行政法规对低空飞行活动另有规定的，从其规定。",
                ),
                _article(2, "低空物流发展应当坚持安全第一、统筹规划、市场主导、有序开放的原则。"),
                _article(
                    3,
                    "市交通运输主管部门负责低空物流发展的组织协调工作，履行下列职责：",
                    items=(
                        "编制低空物流发展规划，报市人民政府批准后组织实施；",
                        "会同市发展改革、财政等部门拟订扶持措施；",
                        "法律、法规规定的其他职责。",
                    ),
                ),
                _article(4, "区人民政府应当将起降场地、充电设施等低空物流基础设施纳入本级国土空间规划。"),
            ),
        ),
        Chapter(
            "第二章",
            "扶持与保障",
            (
                _article(
                    5,
                    "对在本市新开通并常态化运营的低空物流航线，按照下列标准给予一次性补助：",
                    table=(
                        "航线类别|年飞行架次|补助标准",
                        "市内航线|不少于2000架次|20万元",
                        "跨市航线|不少于1500架次|45万元",
                    ),
                ),
                _article(
                    6,
                    "企业购买国产无人驾驶航空器用于配送的，按照不超过购置价款15%的比例给予补助，同一企业每年最高300万元。",
                    "前款规定的补助与其他同类补助不重复享受。",
                ),
                _article(
                    7,
                    "对建设公共起降场地的企业，按照下列方式给予支持：",
                    items=(
                        "单个场地投资额500万元以上的，给予投资额10%的补助；",
                        "场地向社会开放使用的，每年另给予最高30万元的运营补助。",
                    ),
                ),
                _article(
                    8,
                    "从事低空物流经营的企业应当投保责任保险，并自开业之日起30日内向市交通运输主管部门备案。",
                    "未按照前款规定备案的，由市交通运输主管部门责令限期改正；逾期不改正的，处1万元以上5万元以下的罚款。",
                ),
                _article(
                    9, "市交通运输主管部门应当自收到申请之日起15个工作日内作出决定；不予补助的，应当书面说明理由。"
                ),
                _article(10, "本规定自2025年1月1日起施行，有效期五年。"),
            ),
        ),
    ),
    issuer="云泽市人民政府",
    date="2024年11月28日",
)

_WHO = (
    "市科技主管部门",
    "区人民政府",
    "市数据主管部门",
    "市财政部门",
    "市市场监管部门",
    "产业园区管理机构",
    "行业协会",
)
_WHOM = ("专精特新企业", "新型研发机构", "制造业企业", "养老服务机构", "高校毕业生", "个体工商户", "公共服务平台")
_WHAT = (
    "建设检验检测平台",
    "购买算力服务",
    "开展职业技能培训",
    "改造老旧厂房",
    "申请发明专利",
    "举办行业展会",
    "参与标准制定",
)
_HOW = ("给予一次性奖励", "给予贷款贴息", "减免场地租金", "按照实际投入给予补助", "优先安排用地指标", "提供上门服务")
_WHEN = ("每年第一季度", "自受理之日起20个工作日内", "在预算年度内", "自本办法施行之日起六个月内", "按照年度计划")


def generated(articles: int, seed: int = 0) -> Policy:
    """A policy of policy-like sentences with as many articles as wanted; the same arguments give the same policy."""
    chapters = []
    for first in range(1, articles + 1, 12):
        number = numeral(first // 12 + 1)
        told = tuple(_invented(at, seed) for at in range(first, min(first + 12, articles + 1)))
        chapters.append(Chapter(f"第{number}章", f"{_pick(_WHAT, seed, first)[2:]}支持", told))
    return Policy(
        title=f"云泽市支持{_pick(_WHOM, seed, 3)}{_pick(_WHAT, seed, 5)}办法",
        number=f"云政规〔2024〕{seed % 90 + 1}号",
        preamble=f"为了支持{_pick(_WHOM, seed, 3)}{_pick(_WHAT, seed, 5)}，根据有关法律、法规，制定本办法。",
        chapters=tuple(chapters),
        issuer="云泽市人民政府",
        date=f"2024年{seed % 12 + 1}月18日",
    )


def _pick(words: tuple[str, ...], seed: int, at: int) -> str:
    return words[(seed * 7 + at * 5 + at * at) % len(words)]


def _invented(at: int, seed: int) -> Article:
    who, whom, what = _pick(_WHO, seed, at), _pick(_WHOM, seed, at + 1), _pick(_WHAT, seed, at + 2)
    how, when = _pick(_HOW, seed, at + 3), _pick(_WHEN, seed, at + 4)
    sum_, share = (seed * 13 + at * 17) % 90 * 10 + 20, (seed + at * 3) % 9 * 5 + 10
    number = f"第{numeral(at)}条"
    first = f"{who}应当支持{whom}{what}，{when}{how}，所需资金列入本级预算，单个项目最高{sum_}万元。"
    if at % 5 == 0:
        rows = tuple(
            (f"{whom[:2]}第{numeral(row)}档", f"投入{row * sum_}万元以上", f"{share + row}%") for row in (1, 2, 3)
        )
        return Article(
            number, (f"{whom}{what}的，{who}按照下列标准{when}{how}：",), (), (("档次", "条件", "比例"), *rows)
        )
    if at % 3 == 0:
        items = tuple(
            f"{_pick(_WHOM, seed, at + row)}{_pick(_WHAT, seed, at + row + 2)}的，{_pick(_HOW, seed, at + row)}"
            + ("；" if row < 3 else "。")
            for row in (1, 2, 3)
        )
        return Article(number, (f"{who}对符合下列条件之一的单位{when}予以支持：",), items)
    if at % 4 == 0:
        second = f"前款规定的支持比例不超过{share}%，同一单位在第{numeral(at)}条规定的支持期内不重复享受。"
        return Article(number, (first, second))
    return Article(number, (first,))
