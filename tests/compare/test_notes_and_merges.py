"""What a reader is told besides the changes, and caps that join under one base."""

from __future__ import annotations

import sys

import pytest
from support import texts
from support.texts import revised, version

from policydiff.model import Comparison, Coverage
from policydiff.render.comparison.facts import Facts
from policydiff.render.comparison.summary import sentences

TITLE = "海州市支持海洋产业发展若干措施"
REST = "二、海洋牧场。每年遴选示范牧场。\n三、海钓运动。举办国际赛事。\n"
DRAFT = f"{TITLE}\n一、远洋捕捞。建造渔船。\n{REST}本措施自2025年1月1日起施行。\n"


def compared(old: str, new: str, coverage: Coverage = "full") -> Comparison:
    return texts.compared(version(old, title=TITLE), version(new, title=TITLE, coverage=coverage))


def notes(old: str, new: str, coverage: Coverage = "full") -> dict[str, dict[str, str]]:
    return {note.code: dict(note.values) for note in compared(old, new, coverage).notes}


@pytest.mark.parametrize(
    ("sentence", "count", "measure", "quote"),
    [
        ("从远洋捕捞、海洋牧场、海钓运动等5个方面给予支持。", "5", "个方面", "从远洋捕捞、海洋牧场、海钓运动等5个方面"),
        ("从远洋捕捞、海洋牧场等4个方面，提出二十条具体举措。", "20", "条", "提出二十条具体举措"),
        ("共8条，自公布之日起施行。", "8", "条", "共8条"),
        ("共五章十三条。", "13", "条", "共五章十三条"),
        ("共二编十二章一百二十条。", "120", "条", "共二编十二章一百二十条"),
        ("包括总则、渔港建设和附则五章，共十三条。", "13", "条", "共十三条"),
        ("由总则、附则等五章组成，共十三条。", "13", "条", "共十三条"),
        ("分为三个部分9条。", "9", "条", "分为三个部分9条"),
    ],
)
def test_a_report_counts_the_parts_of_its_instrument(sentence: str, count: str, measure: str, quote: str) -> None:
    told = notes(DRAFT, f"《{TITLE}》{sentence}\n", "excerpt")["article_count"]
    assert (told["old"], told["new"], told["unit"]) == ("3", count, measure)
    assert told["quote"].endswith(quote)


@pytest.mark.parametrize(
    "sentence",
    [
        "第三条规定，建造渔船。",
        "分为五章，其中第二章第八条支持渔港。",
        "从港口、航道等4个方面给予支持。",
        "支持远洋捕捞，建造渔船3艘。",
    ],
)
def test_other_numbers_count_no_parts(sentence: str) -> None:
    assert "article_count" not in notes(DRAFT, f"《{TITLE}》提出，{sentence}\n", "excerpt")


def test_another_day_of_taking_effect_is_noted() -> None:
    told = notes(DRAFT, DRAFT.replace("2025年1月1日", "2025年3月1日"))
    assert told["effective"] == {"old": "2025-01-01", "new": "2025-03-01"}
    assert "effective" not in notes(DRAFT, DRAFT)


def test_a_report_that_says_nothing_of_the_instrument_is_noted() -> None:
    assert notes(DRAFT, "今天天气很好，适合出海。\n", "excerpt")["nothing_attributed"] == {"side": "new"}


def test_two_texts_that_are_no_versions_of_one_are_noted() -> None:
    old = f"{TITLE}\n" + "".join(
        f"{n}、{words}。\n" for n, words in zip("一二三四五", ("造船", "捕鱼", "养蚝", "晒盐", "海钓"), strict=True)
    )
    new = "云岭市种茶办法\n一、采茶。\n二、制茶。\n三、斗茶。\n"
    assert notes(old, new)["little_in_common"] == {"linked": "0", "total": "5"}
    assert "little_in_common" not in notes(old, old)


OLD = (
    f"{TITLE}\n一、创新能力。对渔具研发单位按照研发成本的30%给予最高500万元补助，"
    f"并对使用本地检测服务费的50%给予三年最高500万元补助。\n{REST}"
)


@pytest.mark.parametrize("rate", ["", "的30%"])
def test_caps_that_join_under_one_base_are_merged_whether_or_not_it_keeps_a_rate(rate: str) -> None:
    new = f"{TITLE}\n一、创新能力。对渔具研发单位按照研发和检测成本{rate}给予最高1000万元补助。\n{REST}"
    found = [change for group in compared(OLD, new).changes for change in group.terms]
    caps = [change for change in found if any(term.kind == "money" for term in (*change.old, *change.new))]
    assert [(len(c.old), len(c.new), c.direction, c.certainty) for c in caps] == [(2, 1, "merged", "inferred")]
    assert not [change for change in found if change.direction == "raised"]


def test_the_engine_is_named_where_it_is_not_the_first_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "engine" not in notes(DRAFT, DRAFT)
    monkeypatch.setattr(sys.modules["policydiff.compare.notes"], "engine", lambda: "jieba")
    assert notes(DRAFT, DRAFT)["engine"] == {"engine": "jieba"}


def test_a_wording_replaced_throughout_that_is_no_name_says_what_it_may_change() -> None:
    bodies = tuple(f"{what}，应当报市渔业局核准。" for what in ("新建渔港的", "改建码头的", "拆除航标的", "疏浚航道的"))
    other = revised(bodies, tuple(text.replace("核准", "备案") for text in bodies))
    assert sentences(Facts.of(other), "zh")[-1].endswith("备案”（涉及4条，可能改变程序）。")
    assert any(
        one.endswith("(in 4 articles, which may change: procedure).") for one in sentences(Facts.of(other), "en")
    )
    named = revised(bodies, tuple(text.replace("渔业局", "港航局") for text in bodies))
    assert sentences(Facts.of(named), "zh")[-1].endswith("市港航局核准”（涉及4条）。")
