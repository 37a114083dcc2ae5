"""A penalty that a report tells in the words of the offence belongs to the article that punishes it."""

from __future__ import annotations

from support.texts import articles, report

from policydiff.align import align

TITLE = "海角市游艇码头管理条例"
BAN = "禁止在游艇码头的消防通道、登船栈桥堆放油桶或者晾晒渔网。"
FINE = "违反本条例第一条规定的，由港口管理机构责令改正，处三百元以上六百元以下罚款。"
OTHER_BAN = "禁止夜间在锚地鸣笛、燃放烟花。"
OTHER_FINE = "违反本条例第三条规定的，由港口管理机构责令改正，处一百元以上二百元以下罚款。"
TOLD = "在消防通道、登船栈桥堆放油桶的，由港口管理机构责令改正，处三百元以上九百元以下罚款。"


def restated(sentence: str, *bodies: str) -> list[str]:
    old = articles(*bodies, title=TITLE)
    new = report(f"{TITLE}公布\n《{TITLE}》规定，{sentence}\n", title=TITLE)
    units = old.index()
    return [
        units[link.old][1].label for link in align(old, new).links if "restates" in {one.code for one in link.reasons}
    ]


def test_the_article_that_cites_the_ban_is_restated() -> None:
    assert restated(TOLD, BAN, FINE, OTHER_BAN, OTHER_FINE) == ["第二条"]


def test_of_two_articles_of_penalties_the_one_that_cites_this_ban() -> None:
    told = "夜间在锚地鸣笛、燃放烟花的，由港口管理机构责令改正，处一百元以上五百元以下罚款。"
    assert restated(told, BAN, FINE, OTHER_BAN, OTHER_FINE) == ["第四条"]


def test_the_ban_itself_is_restated_by_what_does_not_punish() -> None:
    assert restated("不得在游艇码头的消防通道、登船栈桥堆放油桶。", BAN, FINE, OTHER_BAN, OTHER_FINE) == ["第一条"]
