"""Where texts are proposed to go, and why; the same text twice; a person who knows better."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.versions import FIRST, REPORT, SECOND, THIRD, TITLE, everything, file, put_version, put_work

from policydiff import pipeline
from policydiff.corpus import find_version, works
from policydiff.errors import CorpusError
from policydiff.pipeline import Addition, Wishes

OTHER = """海州市渔船安全管理办法

第一条　为了加强渔船安全管理，保护渔民的生命和财产，制定本办法。
第二条　渔船所有人应当按照规定配备救生衣、信号弹和通信设备，并保持其完好。
第三条　违反本办法第二条规定的，由渔业主管部门责令改正，处二千元以上一万元以下罚款。
"""


def add(root: Path, text: str, name: str = "page.txt", **wishes: object) -> Addition:
    path = file(root.parent / "incoming", name, text)
    return pipeline.add(root, str(path), Wishes(**wishes))  # type: ignore[arg-type]


def codes(done: Addition) -> list[str]:
    return [reason.code for reason in done.proposal.reasons]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


def test_a_work_and_its_versions_are_read_from_the_texts(root: Path) -> None:
    first = add(root, FIRST)
    assert first.proposal.facts.name == "haizhou-yugang-guiding@2024-draft"
    assert codes(first)[0] == "work_new"
    second = add(root, SECOND)
    assert second.proposal.facts.name == "haizhou-yugang-guiding@2024-final"
    assert codes(second)[:2] == ["work_by_title", "version_new"]
    third = add(root, THIRD)
    assert third.proposal.facts.name == "haizhou-yugang-guiding@2026-revised"
    (work,) = works(root)
    assert work.work.title == TITLE
    assert [(v.id, v.status, v.date, v.document_number) for v in work.versions] == [
        ("2024-draft", "draft", None, None),
        ("2024-final", "official", date(2024, 8, 15), "海政规〔2024〕8号"),
        ("2026-revised", "revised", date(2026, 2, 10), "海政规〔2026〕2号"),
    ]


def test_the_same_text_twice_changes_nothing_and_says_so(root: Path) -> None:
    add(root, SECOND)
    before = everything(root, without=".policydiff")
    again = add(root, SECOND, "another-name.txt")
    assert (codes(again), again.proposal.same) == (["same_bytes"], "haizhou-yugang-guiding@2024-final")
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in SECOND.split("\n")) + "</body></html>"
    elsewhere = add(root, page, "page.html")
    assert codes(elsewhere) == ["same_text"]
    assert elsewhere.result is not None
    assert not elsewhere.result.added
    assert everything(root, without=".policydiff") == before


def test_the_same_words_are_a_version_of_their_own_where_a_person_says_so(root: Path) -> None:
    add(root, SECOND)
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in SECOND.split("\n")) + "</body></html>"
    done = add(root, page, "page.html", version="2024-gazette")
    assert done.result is not None
    assert done.result.added
    assert done.proposal.facts.name == "haizhou-yugang-guiding@2024-gazette"


def test_a_report_goes_to_the_version_it_speaks_of(root: Path) -> None:
    add(root, FIRST)
    add(root, SECOND)
    done = add(root, REPORT, "report.txt")
    assert done.proposal.facts.name == "haizhou-yugang-guiding@2024-final"
    assert codes(done)[:3] == ["work_by_number", "version_by_number", "coverage_excerpt"]
    sources = find_version(root, "haizhou-yugang-guiding", "2024-final").sources
    assert [source.kind for source in sources] == ["text", "report"]


def test_the_text_completes_a_version_that_was_only_reported(root: Path) -> None:
    report = add(root, REPORT, "report.txt")
    assert report.proposal.facts.coverage == "excerpt"
    done = add(root, SECOND)
    assert done.proposal.facts.version == report.proposal.facts.version
    assert done.result is not None
    assert done.result.became_full


def test_another_instrument_is_a_work_of_its_own(root: Path) -> None:
    add(root, SECOND)
    assert codes(add(root, OTHER, "other.txt"))[0] == "work_new"
    elsewhere = SECOND.replace("海州市", "云泽市").replace("海政规", "云政规")
    assert codes(add(root, elsewhere, "elsewhere.txt"))[0] == "work_new"
    assert len(works(root)) == 3


def test_a_like_text_under_a_like_title_is_the_same_work(root: Path) -> None:
    add(root, SECOND)
    renamed = THIRD.replace("若干规定", "若干措施")
    done = add(root, renamed)
    assert codes(done)[:2] == ["work_by_text", "other_title"]
    assert done.proposal.facts.work == "haizhou-yugang-guiding"


def test_two_works_that_are_equally_likely_are_left_to_the_person(root: Path) -> None:
    for work in ("one", "two"):
        put_version(put_work(root, work), "2024-final", SECOND, day="2024-08-15", status="official")
    before = everything(root, without=".policydiff")
    with pytest.raises(CorpusError, match=r"may belong to one \(.*\) or two \(.*\): say to which with --work"):
        add(root, THIRD)
    assert everything(root, without=".policydiff") == before
    assert add(root, THIRD, work="two").proposal.facts.name == "two@2026-revised"


COMPARES = (
    f"渔港新政\n海州日报 2025年9月2日\n\n《{TITLE}》提出，对渔船给予补贴。\n"
    "“与征求意见稿相比，最终稿取消了培训补贴。”局长说。\n"
)


@pytest.mark.parametrize(
    "text",
    [COMPARES, f"渔港新政\n海州日报 2025-09-02\n\n《{TITLE}》提出，对渔船给予补贴。\n"],
    ids=["it compares with the draft", "it is later and names no draft"],
)
def test_a_report_that_tells_of_what_came_after_a_draft_is_not_filed_under_it(root: Path, text: str) -> None:
    put_version(put_work(root), "2024-draft", FIRST, day="2024-03-12", status="draft")
    done = add(root, text, "report.txt")
    assert done.proposal.facts.version != "2024-draft"
    assert done.proposal.facts.date is None, "the day of a report is not the day of what it tells"


def test_a_report_that_calls_it_a_draft_is_filed_under_the_draft(root: Path) -> None:
    put_version(put_work(root), "2024-draft", FIRST, day="2024-03-12", status="draft")
    text = (
        f"渔港政策征求意见\n海州日报 2024-03-15\n\n《{TITLE}》向社会公开征求意见。《{TITLE}》提出，对渔船给予补贴。\n"
    )
    assert add(root, text, "report.txt").proposal.facts.version == "2024-draft"


def test_a_report_that_a_second_version_gets_is_said_to_stand_with_the_first(root: Path) -> None:
    put_version(put_work(root, "one"), "2024-draft", FIRST, day="2024-03-12", status="draft")
    add(root, COMPARES, "report.txt", work="one", version="2024-draft", coverage="excerpt")
    done = add(root, COMPARES, "report.txt", work="one", version="final")
    assert done.proposal.facts.status == "official"
    (note,) = (reason for reason in done.proposal.reasons if reason.code == "held_elsewhere")
    assert dict(note.values)["version"] == "one@2024-draft"


def test_the_number_that_a_report_gives_tells_the_year(root: Path) -> None:
    text = (
        f"日前，海州市人民政府印发《{TITLE}》（海政规〔2025〕4号，以下简称《规定》）。《规定》提出，对渔船给予补贴。\n"
    )
    facts = add(root, text, "report.txt").proposal.facts
    assert (facts.version, facts.document_number) == ("2025-final", "海政规〔2025〕4号")


def test_a_report_that_fits_several_versions_is_left_to_the_person(root: Path) -> None:
    work = put_work(root)
    put_version(work, "2024-final", SECOND, day="2024-08-15", status="official")
    put_version(work, "2026-final", THIRD, day="2026-02-10", status="official")
    with pytest.raises(CorpusError, match="may speak of 2024-final, 2026-final: say of which with --version"):
        add(root, REPORT.replace("（海政规〔2024〕8号）", ""))


def test_a_text_that_bears_no_title_asks_for_one(root: Path) -> None:
    with pytest.raises(CorpusError, match="bears no title"):
        add(root, "天气晴朗，适宜出海。\n")
    assert not (root / "work").exists()


def test_what_a_person_says_goes(root: Path) -> None:
    day = date(2020, 1, 2)
    done = add(root, SECOND, work="港", version="v1", status="trial", date=day, coverage="full", title="海州渔港规定")
    version = find_version(root, "港", "v1")
    assert (version.work.title, version.status, version.date) == ("海州渔港规定", "trial", date(2020, 1, 2))
    assert [code for code in codes(done) if code != "number_read"] == []


def test_what_a_version_says_already_stays(root: Path) -> None:
    put_version(put_work(root), "2024-final", REPORT, day="2024-08-20", status="official", report=True)
    add(root, SECOND)
    version = find_version(root, "harbours", "2024-final")
    assert (version.date, version.coverage) == (date(2024, 8, 20), "full")


def test_a_rehearsal_writes_nothing(root: Path) -> None:
    path = file(root.parent, "page.txt", FIRST)
    done = pipeline.add(root, str(path), Wishes(), rehearse=True)
    assert (done.result, done.proposal.facts.version) == (None, "2024-draft")
    assert not root.exists()


def test_a_broken_work_keeps_out_what_may_be_its_own_and_nothing_else(root: Path) -> None:
    put_version(put_work(root, "broken"), "2024", OTHER)
    (root / "broken" / "work.toml").write_text("title = \n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"may belong to broken, which cannot be read .* say with --work"):
        add(root, SECOND)
    (root / "broken" / "work.toml").write_text('titel = "海州市渔船安全管理办法"\n', encoding="utf-8")
    with pytest.raises(CorpusError, match="may belong to broken"):
        add(root, OTHER + "第四条　本办法自发布之日起施行。\n")
    done = add(root, SECOND)
    assert codes(done)[:2] == ["fault_ignored", "work_new"]
    assert done.result is not None
    assert done.result.added
    other = add(root, OTHER + "第四条　本办法自发布之日起施行。\n", work="boats")
    assert other.proposal.facts.name == "boats@undated", other.proposal


def page(text: str, day: str) -> str:
    """A page that says above its text when it was put up."""
    title, *lines = text.split("\n")
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f'<html><head><meta charset="utf-8"></head><body><h1>{title}</h1><div>发布时间：{day} 来源：市渔业局</div>'
        f"<div>{body}</div></body></html>"
    )


def test_the_day_a_page_was_put_up_is_the_date_of_a_text_that_bears_none(root: Path) -> None:
    done = add(root, page(FIRST, "2024-05-20"), "page.html")
    assert "date_published" in codes(done)
    (work,) = works(root)
    assert [(v.date, v.sources[0].published) for v in work.versions] == [(date(2024, 5, 20), date(2024, 5, 20))]
    again = add(root, page(SECOND, "2024-08-20"), "final.html")
    assert "date_read" in codes(again), "a text knows its own date best"
    (work,) = works(root)
    assert [(v.date, v.sources[0].published) for v in work.versions][1:] == [(date(2024, 8, 15), date(2024, 8, 20))]


def test_a_draft_does_not_take_its_date_from_the_day_it_hopes_to_take_effect(root: Path) -> None:
    add(root, FIRST.replace("2024年7月1日", "2024年12月1日"))
    add(root, SECOND)
    (work,) = works(root)
    assert [(version.status, version.date) for version in work.versions][:1] == [("draft", None)]
    (report,) = pipeline.reported(root)
    assert report.old.status == "draft"


def test_what_a_person_says_otherwise_of_a_text_is_written_down(root: Path) -> None:
    add(root, FIRST)
    table = next(root.glob("*/*/version.toml"))
    table.write_text("# 核对过\n" + table.read_text(encoding="utf-8"), encoding="utf-8")
    wishes = Wishes(status="second_draft", date=date(2023, 5, 10), title="海州市渔港规定")
    path = str(root.parent / "incoming" / "page.txt")
    rehearsed = pipeline.add(root, path, wishes, rehearse=True)
    assert [(one.key, one.old, one.new) for one in rehearsed.proposal.corrections] == [
        ("title", TITLE, "海州市渔港规定"),
        ("status", "draft", "second_draft"),
        ("date", "", "2023-05-10"),
    ]
    before = everything(root, without=".policydiff")
    done = pipeline.add(root, path, wishes)
    assert everything(root, without=".policydiff") != before
    assert done.result is not None
    assert (done.result.added, done.result.corrected) == (False, rehearsed.proposal.corrections)
    (work,) = works(root)
    (version,) = work.versions
    assert (version.status, version.date) == ("second_draft", date(2023, 5, 10))
    assert (work.work.title, work.work.aliases) == ("海州市渔港规定", (TITLE,))
    assert "# 核对过" in table.read_text(encoding="utf-8")
    for known in (wishes, Wishes(title=TITLE)):
        done = pipeline.add(root, path, known)
        assert done.result is not None
        assert done.result.corrected == ()


def test_the_same_bytes_do_not_go_to_a_second_place(root: Path) -> None:
    add(root, FIRST)
    before = everything(root, without=".policydiff")
    for wishes in ({"version": "2023-draft"}, {"work": "other", "title": TITLE}, {"work": "other", "version": "2023"}):
        with pytest.raises(CorpusError, match=r"are in the corpus already, as the text of .*@2024-draft .* rename"):
            add(root, FIRST, **wishes)
    assert everything(root, without=".policydiff") == before
    with pytest.raises(CorpusError, match="of kind text; if that is wrong"):
        add(root, FIRST, coverage="excerpt")


def test_one_report_may_speak_of_two_instruments(root: Path) -> None:
    add(root, REPORT, work="harbours", version="2024", coverage="excerpt", title=TITLE)
    done = add(root, REPORT, work="boats", version="2024", coverage="excerpt", title="海州市渔船办法")
    assert done.result is not None
    assert done.result.added


def test_a_rehearsal_judges_several_texts_as_the_real_run_does(root: Path) -> None:
    texts = {"a.txt": FIRST, "b.txt": FIRST, "c.txt": SECOND, "d.txt": THIRD, "e.txt": REPORT, "f.txt": OTHER}
    paths = [str(file(root.parent / "incoming", name, text)) for name, text in texts.items()]

    def run(rehearse: bool) -> list[tuple[str, bool, list[str]]]:
        shelf = pipeline.Shelf(root)
        done = [pipeline.add(root, path, Wishes(), rehearse=rehearse, shelf=shelf).proposal for path in paths]
        return [(one.facts.name, one.same is not None, [note.code for note in one.reasons]) for one in done]

    rehearsed = run(True)
    assert not root.exists()
    assert rehearsed == run(False)
    assert len({name for name, _, _ in rehearsed}) == 4
    assert rehearsed[1][1]
    assert run(True) == run(False)
