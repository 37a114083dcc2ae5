"""Works through time: the log, one version, one article."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.versions import FIRST, REPORT, SECOND, THIRD, put_three, put_version, put_work

from policydiff import pipeline
from policydiff.errors import CorpusError, UnknownVersionError
from policydiff.model import Note
from policydiff.model.answers import ArticleHistory, LoggedVersion
from policydiff.render.wording.corpus_words import corpus_words
from policydiff.render.wording.places import Side


class Notebook:
    """A memory in a dictionary."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}

    def memo(self, key: str) -> bytes | None:
        return self.pages.get(key)

    def remember(self, key: str, data: bytes) -> None:
        self.pages[key] = data


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return put_three(tmp_path / "corpus")


@pytest.fixture
def reported(tmp_path: Path) -> Path:
    """The same work, its second version known only by a report."""
    work = put_work(tmp_path / "reported")
    put_version(work, "2024-draft", FIRST, day="2024-06-01", status="draft")
    put_version(work, "2024-final", REPORT, day="2024-08-15", status="official", report=True)
    put_version(work, "2026-revised", THIRD, day="2026-02-10", status="revised")
    return tmp_path / "reported"


def steps(root: Path) -> dict[str, LoggedVersion]:
    (work,) = pipeline.log(root, "harbours").works
    return {version.id: version for version in work.versions}


def trail(history: ArticleHistory) -> dict[str, list[str]]:
    return {stop.version.id: [Side.of(stop.version).key(unit) for unit in stop.units] for stop in history.stops}


def fates(history: ArticleHistory) -> dict[str, list[str]]:
    return {stop.version.id: [c.relation for c in stop.step.changes] for stop in history.stops if stop.step is not None}


def test_the_log_counts_what_changed_at_each_step(root: Path) -> None:
    found = steps(root)
    assert list(found) == ["2024-draft", "2024-final", "2026-revised"]
    assert found["2024-draft"].step is None
    final, revised = found["2024-final"].step, found["2026-revised"].step
    assert final is not None
    assert revised is not None
    assert final.since == "2024-draft"
    articles = dict(final.articles)
    assert (articles["added"], articles["split"]) == (1, 1)
    assert "removed" not in articles
    assert dict(final.figures)["raised"] == 1
    assert (dict(revised.articles)["merge"], dict(revised.articles)["removed"]) == (1, 1)
    assert (dict(revised.figures)["lowered"], dict(revised.figures)["introduced"]) == (1, 1)


def test_what_a_report_leaves_out_is_never_removed(reported: Path) -> None:
    found = steps(reported)
    final, revised = found["2024-final"].step, found["2026-revised"].step
    assert final is not None
    assert revised is not None
    assert "removed" not in dict(final.articles)
    assert dict(final.articles)["not_reported"] >= 2
    assert (final.since, revised.since) == ("2024-draft", "2024-draft"), "a full text is compared with a full text"


def test_a_step_is_worked_out_once_and_again_when_a_file_changes(root: Path) -> None:
    memory, worked = Notebook(), list[str]()
    first = pipeline.log(root, memory=memory, on_step=worked.append)
    assert worked == ["harbours@2024-final", "harbours@2026-revised"]
    assert pipeline.log(root, memory=memory, on_step=worked.append) == first
    assert len(worked) == 2
    toml = root / "harbours" / "2026-revised" / "version.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(f"# looked at\n{text}", encoding="utf-8")
    assert pipeline.log(root, memory=memory, on_step=worked.append) == first
    assert worked[2:] == []
    toml.write_text(text.replace('"revised"', '"official"'), encoding="utf-8")
    assert pipeline.log(root, memory=memory, on_step=worked.append) != first
    assert worked[2:] == ["harbours@2026-revised"]


@pytest.mark.parametrize(
    "page", [b"", b"[]", b"{}", b"\xff", b'{"articles": [["added", "x"]], "figures": [], "substantive": 1}']
)
def test_a_memory_that_holds_anything_else_is_no_harm(root: Path, page: bytes) -> None:
    class Confused(Notebook):
        def memo(self, key: str) -> bytes | None:
            return page

    assert pipeline.log(root, memory=Confused()) == pipeline.log(root)


def test_a_broken_version_is_told_and_the_others_are_served(root: Path) -> None:
    (root / "harbours" / "2024-final" / "version.toml").write_text('status = "final"\n', encoding="utf-8")
    found = pipeline.log(root)
    assert [version.id for version in found.works[0].versions] == ["2024-draft", "2026-revised"]
    (fault,) = found.faults
    assert fault.name == "harbours@2024-final"
    assert "version.toml, line 1" in fault.sentence
    with pytest.raises(CorpusError, match="line 1"):
        pipeline.log(root, "harbours")


def test_a_capture_that_is_gone_spoils_its_own_steps_alone(root: Path) -> None:
    (root / "harbours" / "2026-revised" / "raw" / "page.txt").unlink()
    found = steps(root)
    assert found["2024-final"].step is not None
    assert "is not there" in (found["2026-revised"].trouble or "")


@pytest.mark.parametrize(
    ("name", "version", "dated"),
    [
        ("harbours", "2026-revised", False),
        ("harbours@2024-final", "2024-final", False),
        ("harbours@2024-08-14", "2024-draft", True),
        ("harbours@2024-08-15", "2024-final", True),
        ("harbours@2099-01-01", "2026-revised", True),
    ],
)
def test_a_version_is_shown_by_its_name_or_by_a_day(root: Path, name: str, version: str, dated: bool) -> None:
    shown = pipeline.show(root, name)
    assert (shown.version.id, shown.as_of is not None) == (version, dated)
    assert pipeline.load(name, corpus=root).id == version if "@" in name else True


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("harbours@2024-05-31", "no version as of 2024-05-31: its earliest is 2024-draft, of 2024-06-01"),
        ("harbours@2024-02-30", 'no version "2024-02-30"'),
        ("harbors", "did you mean harbours"),
        ("harbours@2024", "did you mean 2024-draft or 2024-final"),
    ],
)
def test_what_is_not_there_is_told(root: Path, name: str, told: str) -> None:
    with pytest.raises(UnknownVersionError, match=told):
        pipeline.show(root, name)


@pytest.mark.parametrize("address", ["第三条", "3", "三", "第3条"])
def test_one_article_is_shown(root: Path, address: str) -> None:
    shown = pipeline.show(root, "harbours@2024-final", article=address)
    document = shown.version.documents[0]
    assert [document.text_of(unit).strip() for unit in shown.units] == [
        "第三条　对新建渔港的经营者，给予最高500万元补助。"
    ]


def test_an_article_that_a_version_does_not_have(root: Path, reported: Path) -> None:
    with pytest.raises(UnknownVersionError, match='no article "第九条"'):
        pipeline.show(root, "harbours@2026-revised", article="第九条")
    with pytest.raises(UnknownVersionError, match="reports have no articles"):
        pipeline.show(reported, "harbours@2024-final", article="第三条")


def test_an_article_is_followed_through_renumbering(root: Path) -> None:
    expected = {"2024-draft": ["第二条"], "2024-final": ["第三条"], "2026-revised": ["第三条"]}
    for version, address in (
        ("2024-draft", "第二条"),
        ("2024-final", "第三条"),
        ("2026-revised", "第三条"),
        (None, "3"),
    ):
        found = pipeline.history(root, "harbours", address, version=version)
        assert trail(found) == expected
    steps = [stop.step for stop in found.stops if stop.step is not None]
    assert [term.direction for step in steps for c in step.changes for term in c.terms] == [
        "raised",
        "lowered",
        "introduced",
    ]


def test_an_article_is_followed_through_a_split_and_a_merge(root: Path) -> None:
    found = pipeline.history(root, "harbours", "第三条", version="2024-draft")
    assert trail(found) == {"2024-draft": ["第三条"], "2024-final": ["第四条", "第五条"], "2026-revised": ["第四条"]}
    assert fates(found) == {"2024-final": ["split"], "2026-revised": ["merge"]}
    back = pipeline.history(root, "harbours", "第四条")
    assert trail(back) == trail(found)
    one = pipeline.history(root, "harbours", "第五条", version="2024-final")
    assert trail(one)["2026-revised"] == ["第四条"]


def test_where_an_article_begins_and_ends(root: Path) -> None:
    new = pipeline.history(root, "harbours", "第二条")
    assert trail(new) == {"2024-draft": [], "2024-final": ["第二条"], "2026-revised": ["第二条"]}
    assert fates(new)["2024-final"] == ["added"]
    gone = pipeline.history(root, "harbours", "第六条")
    assert gone.named.id == "2024-final"
    assert trail(gone) == {"2024-draft": ["第四条"], "2024-final": ["第六条"], "2026-revised": []}
    assert fates(gone)["2026-revised"] == ["removed"]


def test_reports_stand_beside_the_way_and_never_end_it(reported: Path) -> None:
    found = pipeline.history(reported, "harbours", "第三条", version="2024-draft")
    assert trail(found) == {"2024-draft": ["第三条"], "2024-final": [], "2026-revised": ["第四条"]}
    assert fates(found) == {"2024-final": ["not_reported"], "2026-revised": ["same"]}
    told = pipeline.history(reported, "harbours", "第二条", version="2024-draft")
    assert fates(told)["2024-final"] == ["reported"]
    assert told.stops[2].step is not None
    assert told.stops[2].step.old.id == "2024-draft"


def test_an_article_that_nobody_has(root: Path) -> None:
    with pytest.raises(UnknownVersionError, match='harbours has no article "第九十条"; "policydiff outline"'):
        pipeline.history(root, "harbours", "第九十条")
    with pytest.raises(UnknownVersionError, match="harbours@2024-draft has no article"):
        pipeline.history(root, "harbours", "第七条", version="2024-draft")


def test_one_argument_names_a_step(root: Path, tmp_path: Path) -> None:
    def step(argument: str) -> tuple[str, str]:
        old, new = pipeline.load_step(argument, corpus=root)
        return old.id, new.id

    assert step("harbours") == ("2024-final", "2026-revised")
    assert step("harbours@2024-draft") == ("2024-draft", "2024-final")
    assert step("harbours@2026-revised") == ("2024-final", "2026-revised")
    assert step("harbours@2025-01-01") == ("2024-final", "2026-revised")
    put_version(put_work(root, "alone"), "2024", SECOND)
    with pytest.raises(CorpusError, match="alone has 1 version"):
        pipeline.load_step("alone", corpus=root)


def test_keywords_of_one_version_beside_another(root: Path, reported: Path) -> None:
    found = pipeline.keywords("harbours@2024-final", against="harbours@2024-draft", corpus=root)
    assert "渔港" in [one.word for one in found.words]
    assert "应当" not in [one.word for one in found.words]
    assert found.only_here
    text = found.against.documents[0].text if found.against is not None else ""
    assert all(one.word not in text for one in found.only_here)
    assert found == pipeline.keywords("harbours@2024-final", against="harbours@2024-draft", corpus=root)


WITHDRAWN = """海州市促进渔港发展若干规定（修改二稿）

第一条　为了促进渔港发展，保障渔业生产，根据有关法律、法规，结合本市实际，制定本规定。
第二条　对新建渔港的经营者，给予最高300万元补助。
第三条　渔港经营者应当依法登记，并在每年三月底以前报送上一年度的经营情况。
第四条　本规定自2024年7月1日起施行。
"""


@pytest.mark.parametrize(("words", "alike"), [("不得在航道内停泊", "same"), ("不得在主航道内停泊", "")])
def test_what_was_taken_out_and_came_back_is_told_on_both_ends(tmp_path: Path, words: str, alike: str) -> None:
    root = tmp_path / "corpus"
    work = put_work(root)
    put_version(work, "2024-draft", FIRST, day="2024-06-01", status="draft")
    put_version(work, "2024-second-draft", WITHDRAWN, day="2024-07-01", status="second_draft")
    put_version(work, "2024-trial", SECOND.replace("不得在航道内停泊", words), day="2024-08-15", status="trial")
    forth, notes = pipeline.traced(root, "harbours", "四", version="2024-draft")
    assert forth == pipeline.history(root, "harbours", "四", version="2024-draft")
    assert [stop.version.id for stop in forth.stops] == ["2024-draft", "2024-second-draft"]
    told = (
        ("before", "harbours@2024-draft"),
        ("old", "第四条"),
        ("gone", "harbours@2024-second-draft"),
        ("again", "harbours@2024-trial"),
        ("new", "第六条"),
        ("alike", alike),
    )
    assert notes == (Note("came_back", told),)
    back, notes = pipeline.traced(root, "harbours", "六", version="2024-trial")
    assert [stop.version.id for stop in back.stops] == ["2024-second-draft", "2024-trial"]
    assert notes == (Note("was_there_before", told),)
    for lang in ("zh", "en"):
        assert "2024-trial" in corpus_words(notes[0], lang)


def test_what_stayed_or_went_for_good_has_not_come_back(root: Path) -> None:
    for address, version in (("一", "2024-draft"), ("二", "2024-draft"), ("二", "2024-final"), ("六", "2024-final")):
        assert pipeline.traced(root, "harbours", address, version=version)[1] == ()


def test_a_word_that_is_repeated_is_a_keyword_whatever_it_is_tagged_as(tmp_path: Path) -> None:
    """The dictionary takes 容错 for an adjective; 依规不作 is no word at all."""
    path = tmp_path / "容错办法.txt"
    path.write_text(
        "海州市改革容错办法\n第一条　为了建立容错机制，对依规履职的过失不作处理，制定本办法。\n"
        "第二条　容错免责应当坚持实事求是，依规不作负面评价。\n第三条　容错认定由市监察机关负责，应当三十日内办结。\n",
        encoding="utf-8",
    )
    found = [one.word for one in pipeline.keywords(str(path), corpus=tmp_path).words]
    assert found[0] == "容错"
    assert not {"依规不作", "应当", "三十日"} & set(found)
