"""What holds for any alignment: overrides are kept, mirrored by swapping the sides, and the same in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from support import texts

from policydiff.align import align
from policydiff.model import Alignment, Override, Version
from policydiff.numerals import to_han
from policydiff.render.wording.places import Side

THOROUGH = settings(derandomize=True, deadline=None, max_examples=80)
SENTENCES = (
    "灯塔由航标处巡检，巡检记录保存{n}年。",
    "引航员应当在船舶抵港前{n}小时登轮。",
    "未经许可擅自移动浮标的，由海事机构责令恢复，处{n}千元罚款。",
    "未经许可擅自占用锚地的，由海事机构责令驶离，处{n}万元罚款。",
    "航道水深每{n}个月测量一次，测量结果向社会公布。",
    "拖轮公司应当保持{n}艘以上拖轮处于备航状态。",
    "鼓励港口企业使用岸电，每度电补贴{n}角。",
)

sentence = st.builds(lambda words, n: words.format(n=n), st.sampled_from(SENTENCES), st.integers(2, 9))
law = st.lists(st.lists(sentence, min_size=1, max_size=3).map("".join), min_size=1, max_size=7)


def version(articles: list[str], name: str = "a") -> Version:
    rows = ["海州港航管理条例", "为规范港航管理，制定本条例。"]
    rows += [f"第{to_han(number)}条　{words}" for number, words in enumerate(articles, 1)]
    text = "".join(f"{row}\n" for row in [*rows, "本条例自2025年7月1日起施行。"])
    return texts.version(text, names=[name])


places = st.one_of(
    st.integers(1, 9).map(lambda n: f"第{to_han(n)}条"), st.sampled_from(("preamble", "closing", "第一条第一款"))
)
some = st.lists(places, min_size=1, max_size=2, unique=True).map(tuple)
nothing = st.just(())
entries = st.one_of(
    st.builds(Override, st.just(True), some, some, st.sampled_from(("", "甲"))),
    st.builds(Override, st.just(False), some, st.one_of(some, nothing)),
    st.builds(Override, st.just(False), nothing, some),
)
overrides = st.lists(entries, max_size=4).map(tuple)


def mirrored(given: tuple[Override, ...]) -> tuple[Override, ...]:
    return tuple(Override(one.linked, one.new, one.old, one.note) for one in given)


def edges(found: Alignment) -> Counter[tuple[str, str, float, tuple[object, ...]]]:
    return Counter((link.old, link.new, link.score, link.reasons) for link in found.links)


@THOROUGH
@given(law, law, overrides)
def test_swapping_the_sides_mirrors_links_and_overrides(
    one: list[str], two: list[str], given: tuple[Override, ...]
) -> None:
    old, new = version(one), version(two, "b")
    there, back = align(old, new, overrides=given), align(new, old, overrides=mirrored(given))
    assert edges(there) == Counter({(b, a, score, why): n for (a, b, score, why), n in edges(back).items()})
    assert (there.old_only, there.new_only) == (back.new_only, back.old_only)


@THOROUGH
@given(law, law, overrides)
def test_overrides_have_the_last_word(one: list[str], two: list[str], given: tuple[Override, ...]) -> None:
    """By a naive reading of the file: a pinned pair stands, one ruled out does not, all others are as they were."""
    old, new = version(one), version(two, "b")
    plain, found = align(old, new), align(old, new, overrides=given)
    keys = Side.of(old), Side.of(new)
    provisions = [
        {
            keys[at].key(unit.id): unit.id
            for unit in side.documents[0].walk()
            if unit.kind in {"article", "preamble", "closing"}
        }
        for at, side in enumerate((old, new))
    ]
    linked = {(link.old, link.new) for link in found.links}
    wanted = {(link.old, link.new) for link in plain.links}
    for a, old_id in provisions[0].items():
        for b, new_id in provisions[1].items():
            told = [word for word in given if (not word.old or a in word.old) and (not word.new or b in word.new)]
            if any(word.linked for word in told):
                assert (old_id, new_id) in linked
            elif told:
                assert (old_id, new_id) not in linked
            else:
                assert ((old_id, new_id) in linked) == ((old_id, new_id) in wanted)
    assert {old_id for old_id, _ in linked} | set(found.old_only) == set(provisions[0].values())
    assert {new_id for _, new_id in linked} | set(found.new_only) == set(provisions[1].values())
    assert not {old_id for old_id, _ in linked} & set(found.old_only)
    assert not {new_id for _, new_id in linked} & set(found.new_only)


@THOROUGH
@given(law, law, overrides)
def test_every_override_is_answered(one: list[str], two: list[str], given: tuple[Override, ...]) -> None:
    """Each entry has a note that it applies, or one for each of its places that does not."""
    found = align(version(one), version(two, "b"), overrides=given)
    for word in given:
        for at, (side, names, count) in enumerate((("old", word.old, len(one)), ("new", word.new, len(two)))):
            for name in names:
                there = name in {"preamble", "closing"} or name in {f"第{to_han(n)}条" for n in range(1, count + 1)}
                notes = [
                    note for note in found.notes if ("side", side) in note.values and ("place", name) in note.values
                ]
                assert bool(notes) != there, (at, name)
    assert len([note for note in found.notes if "place" not in dict(note.values)]) <= len(given)


PROGRAM = """
import sys
from pathlib import Path
from policydiff import pipeline, render
from policydiff.model import Override
old, new = (pipeline.load(name, corpus=Path('corpus')) for name in sys.argv[1:])
given = (Override(True, ('第二条', '第三条'), ('第一条', '第四条'), '甲'), Override(False, ('第五条',)))
sys.stdout.write(render.comparison_json(pipeline.compare(old, new, overrides=given)))
sys.stdout.write(render.alignment_json(old, new, pipeline.align(old, new)))
"""


def test_every_process_gives_the_same_bytes(tmp_path: Path) -> None:
    """Python deals its hashes anew in every process, and so the order of its sets."""
    for name, step in (("old.txt", 3), ("new.txt", 4)):
        articles = [
            "".join(
                SENTENCES[(number * step + at) % 7].format(n=(number * 5 + at) % 8 + 2) for at in range(number % 3 + 1)
            )
            for number in range(1, 31)
        ]
        rows = ["海州港航管理条例", *(f"第{to_han(number)}条　{words}" for number, words in enumerate(articles, 1))]
        (tmp_path / name).write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    outputs = []
    for seed in ("0", "1", "77"):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, "old.txt", "new.txt"],
            cwd=tmp_path,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        outputs.append(done.stdout)
    assert b"override_linked" in outputs[0]
    assert outputs[0] == outputs[1] == outputs[2]
