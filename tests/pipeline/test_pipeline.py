"""The stages together: versions by name, file and standard input, and the comparison the corpus was made for."""

from __future__ import annotations

import io
import shutil
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from policydiff import pipeline
from policydiff.corpus import signature
from policydiff.errors import CorpusError, InputError, UnknownVersionError
from policydiff.model import Change, Comparison, Coverage, Note, TermChange, Version
from policydiff.pipeline import Wishes

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
NEWS, PRESS = "final-news-2025-02-19.txt", "press-conference-2025-03-10.txt"
MADE_UP_FINAL = """武汉市促进人工智能产业发展若干政策措施

为推动人工智能赋能全市经济社会发展，打造国内一流的人工智能产业高地，制定本措施。

一、支持关键技术突破。组织实施市级科技重大专项，围绕人工智能关键核心技术开展攻关，给予单个项目最高2000万元资金支持。（责任单位：市科技创新局）

二、强化普惠算力供给。根据算力使用情况每年设立总额不低于1000万元的算力服务券，支持中小企业购买算力服务，对企业使用算力服务费用给予50%最高20万元补助。（责任单位：市经信局）

三、增强模型创新能力。每年遴选一批性能先进的垂直行业模型，对牵头研发单位按照研发和算力成本给予最高1000万元补助。（责任单位：市经信局）

四、支持公共服务平台建设。对人工智能公共服务平台，按照建设投入费用给予30%最高500万元资金支持。对人工智能领域中试平台，根据设备投入和对外开放频次，给予最高1000万元支持。（责任单位：市经信局）

五、促进数据开放共享。推动公共数据资源向人工智能企业开放，每年遴选一批高质量数据集和语料库，给予最高200万元奖励。（责任单位：市数据局）

六、推动应用场景开放创新。每年遴选一批人工智能示范应用场景项目，按项目总投入资金30%比例给予最高150万元资金支持。（责任单位：市经信局）

七、支持产业集聚发展。全市遴选2-3个人工智能核心产业园区，根据园区建设每年给予最高800万元资金奖励，连续奖励3年。（责任单位：市经信局）

八、支持高端人才引育。支持高校院所、龙头骨干企业合作开展人工智能领域人才联合培养，符合条件的高层次人才纳入人才计划。（责任单位：市人才局）

九、加强金融赋能。统筹基金资源，设立面向人工智能领域的产业基金，对在沪深北交易所上市的人工智能企业分阶段给予最高800万元奖励。（责任单位：市财政局）

十、营造良好氛围。支持举办人工智能领域国际性展会、创新创业大赛等重大活动，按活动费用给予50%最高100万元资金支持。（责任单位：市经信局）

本措施自2025年2月18日起执行，有效期五年。
"""
PLAIN = """海州市支持海洋产业发展若干措施（征求意见稿）

一、支持远洋捕捞。对新建远洋渔船，给予最高300万元补助。

二、发展海洋牧场。每年遴选3个示范牧场。

海州市海洋局

2025年3月1日
"""
TOLD = """海州出台新政

日前，《海州市支持海洋产业发展若干措施》（以下简称《措施》）印发。《措施》提出，对新建远洋渔船，给予最高500万元补助。
市海洋局负责人介绍，去年补助6000万元。
"""
Row = tuple[str, str, str, str, str, str]


def label(version: Version, unit_id: str) -> str:
    unit = version.index()[unit_id][1]
    return unit.label.rstrip("、") or unit.kind


def place(comparison: Comparison, change: Change) -> str:
    """The old article's number, or the new one's behind a plus."""
    return label(comparison.old, change.old[0]) if change.old else f"+{label(comparison.new, change.new[0])}"


def row(change: TermChange) -> tuple[str, str, str, str, str]:
    quotes = (" + ".join(term.quote for term in side) for side in (change.old, change.new))
    old, new = quotes
    percent = "" if change.percent is None else f"{float(change.percent):+.1f}%"
    return old, new, change.direction, percent, change.certainty


def rows(comparison: Comparison) -> list[Row]:
    return [(place(comparison, change), *row(term)) for change in comparison.changes for term in change.terms]


@pytest.fixture(scope="module")
def wuhan() -> Comparison:
    return next(pipeline.reported(CORPUS, "wuhan-ai"))


# article, old quotes, new quotes, direction, percent, certainty
WUHAN: list[Row] = [
    ("一", "不超过2000万元", "最高2000万元", "unchanged", "+0.0%", "stated"),
    ("一", "50万元至100万元", "", "not_reported", "", "stated"),
    ("二", "1:1", "", "not_reported", "", "stated"),
    ("二", "50%", "", "not_reported", "", "stated"),
    ("二", "不低于1000万元", "不低于1000万元", "unchanged", "+0.0%", "stated"),
    ("二", "", "50%", "introduced", "", "stated"),
    ("二", "", "最高20万元", "introduced", "", "stated"),
    ("二", "", "不超过三年", "introduced", "", "stated"),
    ("三", "超过千亿", "", "not_reported", "", "stated"),
    ("三", "超过百亿", "", "not_reported", "", "stated"),
    ("三", "30%", "", "not_reported", "", "stated"),
    ("三", "最高500万元 + 最高500万元", "最高1000万元", "merged", "", "inferred"),
    ("三", "50%", "", "not_reported", "", "stated"),
    ("三", "三年", "", "not_reported", "", "stated"),
    ("四", "最高200万元", "最高500万元", "raised", "+150.0%", "stated"),
    ("四", "最高1000万元", "最高1000万元", "unchanged", "+0.0%", "stated"),
    ("四", "", "30%", "introduced", "", "stated"),
    ("六", "50万元", "", "not_reported", "", "stated"),
    ("六", "100万元", "", "not_reported", "", "stated"),
    ("七", "30%", "30%", "unchanged", "+0.0%", "stated"),
    ("七", "最高100万元", "最高100万元", "unchanged", "+0.0%", "stated"),
    ("七", "100万元", "", "not_reported", "", "stated"),
    ("七", "", "最高给予200万元", "introduced", "", "conflicting"),
    ("八", "2-3个", "", "not_reported", "", "stated"),
    ("八", "最高1000万元", "", "not_reported", "", "stated"),
    ("八", "3年", "", "not_reported", "", "stated"),
    ("八", "500万元", "", "not_reported", "", "stated"),
    ("十", "最高800万元", "", "not_reported", "", "stated"),
    ("十", "80%以上", "", "not_reported", "", "stated"),
    ("十", "600万元", "", "not_reported", "", "stated"),
    ("十", "", "百亿", "introduced", "", "stated"),
    ("十一", "50%", "", "not_reported", "", "stated"),
    ("十一", "最高200万元", "", "not_reported", "", "stated"),
    ("closing", "三年", "", "not_reported", "", "stated"),
]


def test_every_figure_of_the_shipped_comparison(wuhan: Comparison) -> None:
    assert rows(wuhan) == WUHAN


def test_what_the_shipped_comparison_says_of_each_article(wuhan: Comparison) -> None:
    relations: dict[str, str] = {}
    for change in wuhan.changes:
        relations.setdefault(change.relation, "")
        relations[change.relation] += f" {place(wuhan, change)}"
    assert relations == {
        "reported": " 一 二 三 四 七",
        "mentioned": " preamble 五 八 九 十",
        "not_reported": " 六 十一 closing",
    }


def test_a_report_is_no_proof_that_anything_was_removed_or_added(wuhan: Comparison) -> None:
    assert not {"removed", "added", "unplaced"} & {change.relation for change in wuhan.changes}
    assert "dropped" not in {term.direction for change in wuhan.changes for term in change.terms}
    assert all(change.flags == () for change in wuhan.changes)


def test_the_shipped_comparison_names_its_witnesses(wuhan: Comparison) -> None:
    found = {
        (place(wuhan, change), row(term)[1]): tuple(witness.document for witness in term.witnesses)
        for change in wuhan.changes
        for term in change.terms
        if term.new
    }
    assert found == {
        ("一", "最高2000万元"): (NEWS, PRESS),
        ("二", "不低于1000万元"): (NEWS, PRESS),
        ("二", "50%"): (NEWS,),
        ("二", "最高20万元"): (NEWS,),
        ("二", "不超过三年"): (NEWS,),
        ("三", "最高1000万元"): (NEWS, PRESS),
        ("四", "最高500万元"): (NEWS,),
        ("四", "30%"): (NEWS,),
        ("四", "最高1000万元"): (NEWS, PRESS),
        ("七", "30%"): (NEWS,),
        ("七", "最高100万元"): (NEWS,),
        ("七", "最高给予200万元"): (PRESS,),
        ("十", "百亿"): (NEWS,),
    }
    units = wuhan.new.index()
    told = [w for change in wuhan.changes for term in change.terms for w in term.witnesses]
    assert all(units[w.unit_id][0].origin.name == w.document and units[w.unit_id][1].span == w.span for w in told)


def test_the_other_readings_of_the_shipped_comparison(wuhan: Comparison) -> None:
    found = {
        (place(wuhan, change), *row(term)[:2]): [(other.side, other.term.quote) for other in term.alternatives]
        for change in wuhan.changes
        for term in change.terms
        if term.alternatives
    }
    assert found["三", "最高500万元 + 最高500万元", "最高1000万元"] == [("new", "最高20万元")]
    assert found["二", "", "最高20万元"] == [("old", "最高500万元")]
    assert found["七", "", "最高给予200万元"] == [("new", "最高100万元")], "what the other report says"


def test_what_the_shipped_comparison_notes(wuhan: Comparison) -> None:
    assert Note("new_excerpt", (("version", "wuhan-ai@2025-final"),)) in wuhan.notes
    assert Note("inferred_passage", (("document", PRESS),)) in wuhan.notes
    (count,) = (dict(note.values) for note in wuhan.notes if note.code == "article_count")
    assert (count["old"], count["new"]) == ("11", "10")
    (raised,) = (term for change in wuhan.changes for term in change.terms if term.direction == "raised")
    assert (raised.delta, raised.percent) == (Fraction(3_000_000), Fraction(150))
    (hedged,) = (term for change in wuhan.changes for term in change.terms if term.changed)
    assert (hedged.old[0].hedge, hedged.changed) == ("一般", ("hedge",))


@pytest.fixture
def with_full_text(tmp_path: Path) -> Path:
    """The corpus after somebody captured the official text: a made-up one."""
    corpus, capture = tmp_path / "corpus", tmp_path / "official.txt"
    shutil.copytree(CORPUS, corpus)
    capture.write_text(MADE_UP_FINAL, encoding="utf-8")
    result = pipeline.add(corpus, str(capture), Wishes("wuhan-ai", "2025-final", "full")).result
    assert result is not None
    assert (result.added, result.became_full, result.version_name) == (True, True, "wuhan-ai@2025-final")
    return corpus


MADE_UP: list[Row] = [
    ("一", "不超过2000万元", "最高2000万元", "unchanged", "+0.0%", "stated"),
    ("一", "50万元至100万元", "", "dropped", "", "stated"),
    ("二", "1:1", "", "dropped", "", "stated"),
    ("二", "50%", "", "dropped", "", "stated"),
    ("二", "不低于1000万元", "不低于1000万元", "unchanged", "+0.0%", "stated"),
    ("二", "", "50%", "introduced", "", "stated"),
    ("二", "", "最高20万元", "introduced", "", "stated"),
    ("三", "超过千亿", "", "dropped", "", "stated"),
    ("三", "超过百亿", "", "dropped", "", "stated"),
    ("三", "30%", "", "dropped", "", "stated"),
    ("三", "最高500万元 + 最高500万元", "最高1000万元", "merged", "", "inferred"),
    ("三", "50%", "", "dropped", "", "stated"),
    ("三", "三年", "", "dropped", "", "stated"),
    ("四", "最高200万元", "最高500万元", "raised", "+150.0%", "stated"),
    ("四", "最高1000万元", "最高1000万元", "unchanged", "+0.0%", "stated"),
    ("四", "", "30%", "introduced", "", "stated"),
    ("五", "", "最高200万元", "introduced", "", "stated"),
    ("六", "50万元", "", "dropped", "", "stated"),
    ("六", "100万元", "", "dropped", "", "stated"),
    ("七", "30%", "30%", "unchanged", "+0.0%", "stated"),
    ("七", "最高100万元", "最高150万元", "raised", "+50.0%", "stated"),
    ("七", "100万元", "", "dropped", "", "stated"),
    ("八", "2-3个", "2-3个", "unchanged", "+0.0%", "stated"),
    ("八", "最高1000万元", "最高800万元", "lowered", "-20.0%", "stated"),
    ("八", "3年", "3年", "unchanged", "+0.0%", "stated"),
    ("八", "500万元", "", "dropped", "", "stated"),
    ("十", "最高800万元", "最高800万元", "unchanged", "+0.0%", "stated"),
    ("十", "80%以上", "", "dropped", "", "stated"),
    ("十", "600万元", "", "dropped", "", "stated"),
    ("十一", "50%", "50%", "unchanged", "+0.0%", "stated"),
    ("十一", "最高200万元", "最高100万元", "lowered", "-50.0%", "stated"),
    ("closing", "三年", "五年", "raised", "+66.7%", "stated"),
]


def test_a_captured_full_text_turns_what_was_not_reported_into_what_was_removed(with_full_text: Path) -> None:
    found = next(pipeline.reported(with_full_text, "wuhan-ai"))
    assert (found.new.coverage, [document.origin.name for document in found.new.documents]) == (
        "full",
        ["official.txt"],
    )
    table = [
        (
            "+".join(label(found.old, unit) for unit in change.old),
            "+".join(label(found.new, unit) for unit in change.new),
            change.relation,
        )
        for change in found.changes
    ]
    assert table == [
        ("preamble", "preamble", "same"),
        ("一", "一", "same"),
        ("二", "二", "same"),
        ("三", "三", "same"),
        ("四", "四", "same"),
        ("五", "五", "same"),
        ("六", "", "removed"),
        ("七", "六", "same"),
        ("八", "七", "same"),
        ("九", "八", "same"),
        ("十", "九", "same"),
        ("十一", "十", "same"),
        ("closing", "closing", "same"),
    ]
    assert rows(found) == MADE_UP
    assert found.notes == ()
    assert [change.flags for change in found.changes][7:9] == [("renumbered", "edited")] * 2


def test_the_reports_stay_in_the_corpus_beside_the_full_text(with_full_text: Path) -> None:
    assert (with_full_text / "wuhan-ai" / "2025-final" / "raw" / NEWS).exists()
    assert (CORPUS / "wuhan-ai" / "2025-final" / "raw" / "official.txt").exists() is False


def test_a_version_of_the_corpus_knows_its_dates_and_numbers() -> None:
    draft = pipeline.load("wuhan-ai@2024-draft", corpus=CORPUS)
    assert (draft.name, draft.coverage, draft.status, draft.date) == (
        "wuhan-ai@2024-draft",
        "full",
        "draft",
        date(2024, 3, 27),
    )
    assert len(draft.documents[0].articles()) == 11
    final = pipeline.load("wuhan-ai@2025-final", corpus=CORPUS)
    assert (final.coverage, final.document_number) == ("excerpt", "武政规〔2025〕3号")
    assert [(document.origin.name, document.origin.report) for document in final.documents] == [
        (NEWS, True),
        (PRESS, True),
    ]
    assert len({unit.id for document in final.documents for unit in document.walk()}) == len(final.index())


def test_all_versions_load() -> None:
    names = list(signature(CORPUS))
    assert {"wuhan-ai@2024-draft", "wuhan-ai@2025-final"} <= set(names)
    assert [pipeline.load(name, corpus=CORPUS).name for name in names] == names


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "measures.txt"
    path.write_text(PLAIN, encoding="utf-8")
    return path


def test_a_file_is_a_version_of_its_own(plain: Path) -> None:
    found = pipeline.load(str(plain), corpus=CORPUS)
    assert (found.name, found.coverage, found.work.title) == ("measures.txt", "full", "海州市支持海洋产业发展若干措施")
    assert (found.status, found.date) == ("draft", date(2025, 3, 1))
    assert [term.quote for term in pipeline.terms(found)] == ["最高300万元", "3个"]


def test_standard_input_is_read_like_a_file(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAIN.encode())))
    told = pipeline.load("-", corpus=CORPUS)
    assert told.documents[0].text == pipeline.load(str(plain), corpus=CORPUS).documents[0].text


@pytest.mark.parametrize(("coverage", "expected"), [("auto", "excerpt"), ("excerpt", "excerpt"), ("full", "full")])
def test_a_report_is_known_by_its_attributions(tmp_path: Path, coverage: Coverage, expected: str) -> None:
    path = tmp_path / "news.txt"
    path.write_text(TOLD, encoding="utf-8")
    found = pipeline.load(str(path), corpus=CORPUS, coverage=coverage)
    assert found.coverage == expected
    if expected == "excerpt":
        assert found.work.title == "海州市支持海洋产业发展若干措施"
        assert [term.quote for term in pipeline.terms(found)] == ["最高500万元"]
        everything = [term.quote for term in pipeline.terms(found, everything=True)]
        assert everything == ["最高500万元", "6000万元"]


def test_a_draft_against_a_report_of_the_final_text(plain: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(TOLD, encoding="utf-8")
    found = pipeline.compare(pipeline.load(str(plain), corpus=CORPUS), pipeline.load(str(path), corpus=CORPUS))
    assert rows(found) == [
        ("一", "最高300万元", "最高500万元", "raised", "+66.7%", "stated"),
        ("二", "3个", "", "not_reported", "", "stated"),
    ]


def test_simplifying_is_a_step_that_can_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "traditional.txt"
    path.write_text("海州市海洋產業發展措施\n一、遠洋漁船應當登記。\n", encoding="utf-8")
    assert "远洋渔船应当登记" in pipeline.read_clean(str(path)).text
    assert "遠洋漁船應當登記" in pipeline.read_clean(str(path), simplify=False).text


@pytest.mark.parametrize(
    ("argument", "error", "named"),
    [
        ("wuhan-ai@1999", UnknownVersionError, "1999"),
        ("atlantis@2025", UnknownVersionError, "atlantis"),
        ("no-such-file.txt", InputError, "no-such-file.txt"),
        ("nowhere/at-all", InputError, "at-all"),
        ("wuhan-ai", InputError, "wuhan-ai"),
    ],
)
def test_what_cannot_be_loaded_is_named(argument: str, error: type[Exception], named: str) -> None:
    with pytest.raises(error, match=named):
        pipeline.load(argument, corpus=CORPUS)


def test_a_work_without_two_versions_has_nothing_to_compare() -> None:
    with pytest.raises(CorpusError, match="no two versions"):
        next(pipeline.reported(CORPUS, "wuhan-ai-action-plan"))
    with pytest.raises(CorpusError, match="atlantis"):
        next(pipeline.reported(CORPUS, "atlantis"))


def test_a_passage_that_the_page_does_not_hold_is_named(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(CORPUS, corpus)
    record = corpus / "wuhan-ai" / "2025-final" / "version.toml"
    record.write_text(record.read_text(encoding="utf-8").replace("产业集群", "海底世界"), encoding="utf-8")
    with pytest.raises(CorpusError, match="海底世界"):
        pipeline.load("wuhan-ai@2025-final", corpus=corpus)


def test_a_full_version_without_a_full_text_is_named(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(CORPUS, corpus)
    record = corpus / "wuhan-ai" / "2025-final" / "version.toml"
    record.write_text(record.read_text(encoding="utf-8").replace('"excerpt"', '"full"'), encoding="utf-8")
    with pytest.raises(CorpusError, match="kind text"):
        pipeline.load("wuhan-ai@2025-final", corpus=corpus)


def test_an_unreadable_capture_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    corpus, capture = tmp_path / "corpus", tmp_path / "empty.txt"
    capture.write_bytes(b"")
    with pytest.raises(InputError):
        pipeline.add(corpus, str(capture), Wishes("w", "v", "full", title="某市办法"))
    assert not corpus.exists()


def test_search_runs_over_versions(plain: Path) -> None:
    version = pipeline.load(str(plain), corpus=CORPUS)
    (hit,) = pipeline.search("远洋渔船", (version,))
    document = version.documents[hit.document_index]
    assert [span.of(document.text) for span in hit.spans] == ["远洋渔船"]


def test_a_page_in_traditional_characters_is_compared_in_simplified_ones_and_noted(tmp_path: Path) -> None:
    simplified, traditional = tmp_path / "a.txt", tmp_path / "b.txt"
    simplified.write_text(
        "海州市渔业发展办法\n一、对远洋渔船给予补贴。\n二、渔业协会应当公开账目。\n", encoding="utf-8"
    )
    traditional.write_text(
        "海州市漁業發展辦法\n一、對遠洋漁船給予補貼。\n二、漁業協會應當公開賬目。\n", encoding="utf-8"
    )
    old, new = (pipeline.load(str(path), corpus=tmp_path) for path in (simplified, traditional))
    found = pipeline.compare(old, new)
    assert {change.substance for change in found.changes} == {"none"}
    assert [dict(note.values) for note in found.notes if note.code == "script_converted"] == [{"document": "b.txt"}]
