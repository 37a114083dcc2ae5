"""What a text talks about is told by the instrument's own words, not by who prints them."""

from __future__ import annotations

from pathlib import Path

from policydiff import pipeline

TITLE = "海州市支持海洋产业发展若干措施"


def words(folder: Path, text: str) -> list[str]:
    file = folder / "page.txt"
    file.write_text(text, encoding="utf-8")
    return [one.word for one in pipeline.keywords(str(file), corpus=folder, limit=100).words]


def test_a_report_s_byline_and_lead_are_the_reporter_s(tmp_path: Path) -> None:
    found = words(
        tmp_path,
        f"渔港晚报讯（记者王小明 实习生李小红）记者9日从市渔业局获悉，我市出台《{TITLE}》（以下简称《措施》），"
        "支持养殖户新建网箱，给予冷库企业补助。\n"
        "“渔民盼了很久。”渔民老张说。\n"
        "《措施》提出，对购置渔船的企业，给予贷款贴息。\n",
    )
    assert {"网箱", "冷库", "渔船", "贷款"} <= set(found)
    assert not {"记者", "实习生", "晚报", "王小明", "渔民"} & set(found)


def test_a_sentence_that_opens_with_its_provision_keeps_it(tmp_path: Path) -> None:
    lead = f"近日，《{TITLE}》（以下简称《措施》）印发。"
    report = f"{lead}\n《措施》提出，对渔船给予补助；对冷库企业，按照《措施》给予贴息。\n"
    assert "冷库" in words(tmp_path, report)


def test_a_notice_s_words_are_not_the_instrument_s(tmp_path: Path) -> None:
    found = words(
        tmp_path,
        f"关于公开征求{TITLE}意见的通知\n\n各有关单位：\n\n为规范管理，现公开征求意见，请于5月1日前以书面形式加盖公章反馈，"
        "传真或者邮寄均可。\n\n"
        f"{TITLE}（征求意见稿）\n\n一、支持渔船。对购置渔船的企业，给予贷款贴息。\n\n二、支持网箱。对新建网箱的养殖户，给予奖励。\n",
    )
    assert {"渔船", "网箱", "贷款"} <= set(found)
    assert not {"公章", "传真", "书面形式"} & set(found)
