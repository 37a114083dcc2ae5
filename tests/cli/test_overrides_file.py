"""A file of overrides on the command line: what it does, and one sentence for each way to get it wrong."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from policydiff import pipeline
from policydiff.errors import InputError
from policydiff.model import Override

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

MERGED = """
[[link]]
old = "三、"
new = ["二、"]
note = "人才奖励并入平台条款"

[[link]]
old = "结尾条款"
new = "closing"

[[forbid]]
old = "第一条"
new = "一、"
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "links.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_places_are_named_as_data_name_them(tmp_path: Path) -> None:
    text = (
        '[[link]]\nold = ["第5条", "第5-1条", "第五条"]\nnew = "附件1第二条"\nnote = " 甲\t说\\n明 "\n'
        '[[forbid]]\nnew = "引言"\n[[forbid]]\nold = ["结尾条款2", "r1s4"]\nnew = "3."\n'
    )
    assert pipeline.read_overrides(written(tmp_path, b"\xef\xbb\xbf" + text.encode())) == (
        Override(True, ("第五条", "第五条之一"), ("附件1 第二条",), "甲 说 明"),
        Override(False, (), ("preamble",)),
        Override(False, ("closing2", "r1s4"), ("3.",)),
    )


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_s_example_says_what_it_shows(tmp_path: Path, readme: str) -> None:
    told = (Path(__file__).resolve().parents[2] / readme).read_text(encoding="utf-8")
    example = told.split("```toml\n")[1].split("```")[0]
    assert pipeline.read_overrides(written(tmp_path, example)) == (
        Override(True, ("第五条",), ("第七条", "第八条"), "起草说明第三部分"),
        Override(False, ("第六条",), ("第九条",)),
        Override(False, ("第十条",)),
    )


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    assert pipeline.read_overrides(written(tmp_path, "# 尚无\n")) == ()


def test_align_shows_what_a_person_linked(run: Run, texts: tuple[Path, Path], tmp_path: Path) -> None:
    written(tmp_path, MERGED)
    done = run("align", "draft.txt", "final.txt", "--overrides", "links.toml", "--format", "json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    merged = [link for link in found["links"] if link["new"] == ["二、"]]
    assert [(link["old"], link["relation"], link["score"]) for link in merged] == [
        (["二、"], "merge", merged[0]["score"]),
        (["三、"], "merge", 1.0),
    ]
    assert merged[1]["why"] == {"pinned": 1.0}
    assert [note["code"] for note in found["notes"]] == ["override_linked", "override_linked", "override_missing"]
    assert found["removed"] == []
    assert done.stderr.decode() == "policydiff: 人工指定不再适用：旧版本中没有第一条。\n"


@pytest.mark.parametrize("form", ["text", "md"])
def test_every_form_tells_the_overrides_with_their_notes(
    run: Run, texts: tuple[Path, Path], tmp_path: Path, form: str
) -> None:
    written(tmp_path, MERGED)
    for command in ("diff", "align"):
        done = run(command, "draft.txt", "final.txt", "--overrides", "links.toml", "--format", form)
        assert done.returncode == (command == "diff")
        shown = "".join(done.stdout.decode().split())
        assert "人工指定：旧版本“三”延续为新版本“二”（人才奖励并入平台条款）。" in shown
        assert "人工指定不再适用：旧版本中没有第一条。" in shown
        english = run(command, "draft.txt", "final.txt", "--overrides", "links.toml", "--format", form, "--lang", "en")
        assert "there is no Art. 1 in the old version" in " ".join(english.stdout.decode().split())


def test_diff_compares_what_a_person_linked(run: Run, texts: tuple[Path, Path], tmp_path: Path) -> None:
    written(tmp_path, MERGED)
    found = json.loads(run("diff", "draft.txt", "final.txt", "--overrides", "links.toml", "--format", "json").stdout)
    relations = {(*change["old"], *change["new"]): change["relation"] for change in found["changes"]}
    assert relations["二、", "三、", "二、"] == "merge"


def test_a_report_takes_the_overrides_of_one_work(run: Run, corpus: Path, tmp_path: Path) -> None:
    written(tmp_path, '[[forbid]]\nold = "一、"\nnote = "报道所指另有其条"\n')
    done = run("report", "robots", "--overrides", "links.toml")
    assert done.returncode == 0, done.stderr.decode()
    assert "报道所指另有其条" in (tmp_path / "reports" / "robots.zh.md").read_text(encoding="utf-8")
    done = run("report", "--overrides", "links.toml")
    assert done.returncode == 2
    assert "name it" in done.stderr.decode()


def test_the_file_is_never_written_over(run: Run, texts: tuple[Path, Path], tmp_path: Path) -> None:
    path = written(tmp_path, MERGED)
    for command in ("diff", "align"):
        assert run(command, "draft.txt", "final.txt", "--overrides", "links.toml", "-o", "links.toml").returncode == 2
    assert path.read_text(encoding="utf-8") == MERGED


WRONG: list[tuple[str, str | bytes, str]] = [
    ("no TOML", '[[link]\nold = "第一条"\n', "line 1: not valid TOML"),
    ("another table", '[[pin]]\nold = "第一条"\n', 'line 1: "pin" is not a key of links.toml; it takes link, forbid'),
    ("another key", '[[link]]\nold = "第一条"\nto = "第二条"\n', 'line 3: "to" is not a key of [[link]]'),
    ("not a list of tables", 'link = "第一条"\n', 'line 1: "link" must be tables, each under its own [[link]]'),
    ("a single table", '[link]\nold = "第一条"\n', "must be tables, each under its own [[link]]"),
    ("no new", '[[link]]\nnote = "甲"\nold = "第一条"\n', 'line 1: a [[link]] has no "new"'),
    ("no old", '[[link]]\nnew = "第一条"\n', 'line 1: a [[link]] has no "old"'),
    ("nothing", '[[link]]\nold = "第一条"\nnew = "第一条"\n[[forbid]]\n', "line 4: a [[forbid]] has neither"),
    ("a number", "[[link]]\nold = 5\nnew = 7\n", 'line 2: "old" must be a list of texts'),
    ("an empty list", '[[link]]\nold = "第一条"\nnew = []\n', 'line 3: "new" is empty'),
    ("an empty text", '[[forbid]]\nold = " "\n', 'line 2: "old" must be a text'),
    ("mixed", '[[forbid]]\nold = ["第一条", 2]\n', 'line 2: "old" must be a list of texts'),
    ("no place", '[[forbid]]\nold = "关于渔港的规定"\n', 'line 2: "关于渔港的规定" names no place'),
    ("half a place", '[[forbid]]\nold = "第五条第"\n', "names no place"),
    ("control characters", '[[forbid]]\nold = "a\\n\\u001b[31mb"\n', '"a··[31mb" names no place'),
    ("a note that is none", '[[forbid]]\nold = "第一条"\nnote = 3\n', 'line 3: "note" must be a text'),
    (
        "contradiction",
        '[[link]]\nold = "第5条"\nnew = ["第六条", "第七条"]\n\n[[forbid]]\nold = "第五条"\nnew = "第七条"\n',
        "line 6: 第五条 → 第七条 is both linked and ruled out",
    ),
    ("too many places", f"[[forbid]]\nold = {['第一条'] * 33}\n", 'line 2: "old" names more than 32 places'),
    ("GBK", '[[forbid]]\nnote = "起草说明"\n'.encode("gb18030"), "line 2: the file is not UTF-8"),
    ("NUL", b'[[forbid]]\nold = "\x00"\n', "line 2: not valid TOML"),
    ("UTF-16", '[[forbid]]\nold = "第一条"\n'.encode("utf-16"), "the file is not UTF-8"),
    ("ten megabytes", b"#" * 10_000_000, "larger than 200 kB"),
    ("ten megabytes of entries", b"[[link]]\n" * 1_200_000, "larger than 200 kB"),
    ("deep lists", "a = " + "[" * 1900, "not valid TOML"),
    ("deep tables", "a = " + "{a=" * 600, "not valid TOML"),
    ("a dotted key", "a." * 90_000 + "a = 1\n", "line 1: the line is longer than 2000 characters"),
    ("many dotted keys", "".join(f"{'a.' * 900}k{i} = 1\n" for i in range(100)), '"a" is not a key of links.toml'),
    ("a key of control characters", '"\\u001b\\n" = 1\n', '"··" is not a key'),
    ("many tables", "[[link]]\n" * 20_000, 'line 1: a [[link]] has no "old"'),
    ("a huge number", "old = " + "9" * 1900 + "\n" + "new = 0x" + "f" * 1900, '"old" is not a key'),
    ("a huge place", '[[forbid]]\nold = "第' + "9" * 1900 + '条"\n', '…" names no place'),
    ("a huge number of a report", '[[forbid]]\nold = "r99999s1"\n', "names no place"),
]


@pytest.mark.parametrize(("text", "words"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_a_file_that_cannot_be_used(tmp_path: Path, text: str | bytes, words: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(InputError) as caught:
        pipeline.read_overrides(path)
    told = str(caught.value)
    assert words in told.replace(str(path), "links.toml")
    assert str(path) in told
    assert len(told.replace(str(path), "")) < 220
    assert told.isprintable()


@pytest.mark.parametrize("name", ["nowhere.toml", ".", "a\x00b", "/dev/zero"])
def test_what_is_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"^(cannot read|/dev/zero is larger)"):
        pipeline.read_overrides(tmp_path / name)


def test_a_fault_is_one_sentence_and_nothing_is_compared(run: Run, texts: tuple[Path, Path], tmp_path: Path) -> None:
    written(tmp_path, '[[forbid]]\nold = "某条"\n')
    for command in ("diff", "align"):
        done = run(command, "draft.txt", "final.txt", "--overrides", "links.toml")
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().startswith('policydiff: links.toml, line 2: "某条" names no place')
        assert done.stderr.count(b"\n") == 1
