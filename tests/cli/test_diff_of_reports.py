"""`policydiff diff DRAFT REPORT REPORT …`: one call for a draft and what the press says of the final text."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from support.press_reports import FILES, TITLE, write_files

from policydiff import pipeline
from policydiff.cli.console import Look
from policydiff.cli.forms import FORMS, Layout, rendered
from policydiff.model import Comparison
from policydiff.render import Lang

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
CALL = ("diff", "draft.txt", *FILES)


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    write_files(tmp_path)


def test_one_line_says_how_the_files_were_taken(run: Run) -> None:
    done = run(*CALL)
    assert done.returncode == 1
    assert done.stderr.decode() == (
        f"policydiff: 3个文件作为同一文本《{TITLE}》的报道一并比较：page.html、news.txt、bulletin.docx\n"
    )
    done = run(*CALL, "--lang", "en")
    assert done.stderr.decode() == (
        f"policydiff: 3 files are taken together, as reports of one text, 《{TITLE}》: "
        "page.html, news.txt, bulletin.docx\n"
    )


def test_the_terminal_names_the_files_and_the_conflict(run: Run) -> None:
    text = run(*CALL).stdout.decode()
    assert f"《{TITLE}》：征求意见稿与3篇报道对照" in text
    assert "报道1（page.html）、报道2（news.txt）、报道3（bulletin.docx）" in text
    assert "矛盾：报道2（news.txt）" in text
    assert "与报道1·句6的“8万元”不一致" in text
    assert " + " not in text.partition("━━")[0]


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    draft, reports = write_files(tmp_path_factory.mktemp("press"))
    old = pipeline.load(str(draft), corpus=draft.parent)
    return pipeline.compare(old, pipeline.load_reports([*map(str, reports)], old=old).version)


@pytest.mark.parametrize("form", [form for form in FORMS if form != "redline"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_form_names_the_files(comparison: Comparison, form: str, lang: Lang) -> None:
    made = rendered(comparison, form, lang, Look(color=False, width=100), Layout())
    if isinstance(made, bytes) and made.startswith(b"PK"):
        with ZipFile(io.BytesIO(made)) as package:
            said = "".join(package.read(part).decode("utf-8", "replace") for part in package.namelist())
    else:
        said = made.decode("utf-8-sig") if isinstance(made, bytes) else made
    assert [name for name in FILES if name not in said] == []
    assert "30%" in said
    assert {"zh": "矛盾", "en": "conflicting"}[lang] in said or (form, lang) == ("json", "zh")


def test_the_table_of_figures_tells_who_says_each(comparison: Comparison) -> None:
    made = rendered(comparison, "csv", "en", Look(color=False, width=100), Layout())
    assert isinstance(made, str)
    rows = list(csv.reader(io.StringIO(made.removeprefix("\ufeff"))))
    nets = [row for row in rows if any("8万元" in cell for cell in row) and "conflicting" in " ".join(row)]
    assert nets
    assert any("page.html" in cell for cell in nets[0])


def test_no_redline_of_reports(run: Run) -> None:
    done = run(*CALL, "--format", "redline", "-o", "a.docx")
    assert done.returncode == 2
    assert "a redline needs both texts in full, and" in done.stderr.decode()


def test_a_whole_text_among_reports_is_one_clear_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "final.txt").write_bytes((tmp_path / "draft.txt").read_bytes() + "附言。".encode())
    done = run("diff", "draft.txt", "news.txt", "final.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        "policydiff: final.txt has provisions of its own: it is a whole text, not one of several reports; compare it "
        "alone, as in: policydiff diff OLD final.txt (or say --coverage excerpt if it is a report all the same)\n"
    )
    assert run("diff", "draft.txt", "news.txt", "final.txt", "--coverage", "excerpt").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("draft.txt", "news.txt", "robots@2025-final"), "robots@2025-final is a version of the corpus"),
        (("draft.txt", "news.txt", "page.html", "--coverage", "full"), "--coverage full is for one whole text NEW"),
        (("draft.txt", "-", "-"), '"-" is standard input, which can be read only once'),
        (("-", "-"), '"-" is standard input, which can be read only once'),
        (("draft.txt", "news.txt", "gone.html"), "gone.html does not exist"),
        (("draft.txt",), "Missing argument 'NEW'"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run("diff", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_one_of_the_reports_may_come_by_standard_input(run: Run, tmp_path: Path) -> None:
    done = run("diff", "draft.txt", "page.html", "-", stdin=(tmp_path / "news.txt").read_bytes())
    assert done.returncode == 1
    assert "报道2（standard input）" in done.stdout.decode()


def test_a_version_of_the_corpus_against_reports_of_the_next(run: Run, corpus: Path, tmp_path: Path) -> None:
    title = "某市促进机器人产业发展若干措施"
    for number, sum_of in enumerate(("80", "90")):
        words = f"《{title}》提出，对企业牵头的研发项目，给予最高{sum_of}万元补助。"
        (tmp_path / f"{number}.txt").write_text(f"近日，《{title}》印发。{words}\n", encoding="utf-8")
    done = run("diff", "robots@2024-draft", "0.txt", "1.txt", "--format", "json")
    assert done.returncode == 1
    data = json.loads(done.stdout)
    (change,) = (one for one in data["changes"] if one["relation"] == "reported")
    told = {term["new"][0]["quote"]: (term["certainty"], term["witnesses"]) for term in change["terms"]}
    assert {quote: certainty for quote, (certainty, _) in told.items()} == {
        "最高80万元": "conflicting",
        "最高90万元": "conflicting",
    }
    assert [document["origin"] for document in data["new"]["documents"]] == ["0.txt", "1.txt"]


def test_a_result_never_takes_the_place_of_a_report(run: Run, tmp_path: Path) -> None:
    before = (tmp_path / "news.txt").read_bytes()
    assert run(*CALL, "--format", "text", "-o", "news.txt").returncode == 2
    assert (tmp_path / "news.txt").read_bytes() == before
