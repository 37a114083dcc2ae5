"""What holds for any two versions: nothing is lost, nothing is made up, and swapping the sides mirrors the findings.

Documents are built from articles of headings, sentences, sums and items; the second version is the first one with
articles deleted, moved, split, added and sums edited.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st
from support.texts import compared, report, version

from policydiff.align import align
from policydiff.model import OpKind, Unit, Version
from policydiff.numerals import to_han
from policydiff.terms import extract

THOROUGH = settings(derandomize=True, deadline=None, max_examples=120)
QUICK = settings(derandomize=True, deadline=None, max_examples=50)
TITLE = "海州市支持海洋产业发展若干措施"
HEADINGS = (
    "支持远洋捕捞",
    "发展海洋牧场",
    "培育海钓运动",
    "建设智慧港口",
    "强化金融支撑",
    "保护红树林",
    "引育涉海人才",
)
SENTENCES = (
    "对新建远洋渔船，按照船价的{rate}%给予最高{sum}万元补助。",
    "每年遴选{count}个示范牧场，每个牧场给予{sum}万元奖励。",
    "举办国际海钓赛事，按照活动费用的{rate}%给予不超过{sum}万元资助。",
    "码头自动化改造项目，单个项目补助{sum}万元。",
    "设立总额不低于{sum}万元的海洋产业基金，引导银行开发渔船抵押贷款。",
    "划定红树林修复区，任何人不得围填和砍伐。",
    "引进的船舶设计人才，一次性给予{sum}万元安家费，服务期不少于{count}年。",
    "渔业主管部门应当在{count}个工作日内办结登记。",
    "鼓励科研院所与企业共建育种基地；支持共享大型仪器。",
    "无人集卡和岸桥远控系统可以优先采购，但应当通过安全评估。",
)


@dataclass(frozen=True)
class Article:
    """A heading and sentences with their figures, not yet numbered."""

    heading: str
    sentences: tuple[str, ...]
    items: tuple[str, ...] = ()


sentence = st.builds(
    lambda pattern, rate, amount, count: pattern.format(rate=rate, sum=amount, count=count),
    st.sampled_from(SENTENCES),
    st.sampled_from((5, 20, 30, 50)),
    st.sampled_from((10, 50, 80, 300, 500, 1000)),
    st.integers(2, 9),
)
items = st.one_of(st.just(()), st.just(("申请书；", "承诺书。")), st.just(("船检证书；", "捕捞许可；", "航次记录。")))
article = st.builds(Article, st.sampled_from(HEADINGS), st.lists(sentence, min_size=1, max_size=3).map(tuple), items)
articles = st.lists(article, max_size=6).map(tuple)


@st.composite
def edits(draw: st.DrawFn, before: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles of the second version: some of the first one's, changed."""
    after: list[Article] = []
    for one in before:
        what = draw(st.sampled_from(("keep", "keep", "keep", "delete", "figure", "sentence", "split", "heading")))
        if what == "delete":
            continue
        if what == "figure":
            after.append(
                replace(one, sentences=tuple(s.replace("0万元", "5万元").replace("2", "7") for s in one.sentences))
            )
        elif what == "sentence":
            after.append(replace(one, sentences=(*one.sentences, draw(sentence))))
        elif what == "heading":
            after.append(replace(one, heading=draw(st.sampled_from(HEADINGS))))
        elif what == "split" and len(one.sentences) > 1:
            after += [Article(one.heading, one.sentences[:1]), Article("其他事项", one.sentences[1:], one.items)]
        else:
            after.append(one)
    after += draw(st.lists(article, max_size=1))
    return tuple(draw(st.permutations(after))) if draw(st.booleans()) else tuple(after)


def text(parts: tuple[Article, ...], *, law: bool) -> str:
    rows = [TITLE, "为推动海洋经济高质量发展，结合海州实际，制定本措施。"]
    for number, part in enumerate(parts, 1):
        head = f"第{to_han(number)}条 【{part.heading}】" if law else f"{to_han(number)}、{part.heading}。"
        rows.append(head + "".join(part.sentences))
        rows += [f"（{to_han(index)}）{item}" for index, item in enumerate(part.items, 1)]
    rows.append("本措施自2025年5月1日起施行，有效期三年。")
    return "".join(f"{row}\n" for row in rows)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Version, Version]:
    before, law = draw(articles), draw(st.booleans())
    after = draw(edits(before))
    return version(text(before, law=law), names=["a"]), version(text(after, law=law), names=["b"])


@st.composite
def reports(draw: st.DrawFn) -> Version:
    """A report of such measures: some of the sentences, told."""
    told = draw(st.lists(sentence, max_size=4))
    heads = draw(st.lists(st.sampled_from(HEADINGS), max_size=3, unique=True))
    rows = [f"《{TITLE}》提出，{words}" for words in told]
    rows += [f"《{TITLE}》还提出，{'、'.join(heads)}。"] if heads else []
    rows.append("市海洋局负责人介绍，去年补助6000万元。")
    return report("".join(f"{row}\n" for row in rows), title=TITLE, names=["r"])


def provisions(side: Version) -> list[Unit]:
    """What is aligned of a full text: its provisions, or all its sentences and lines where none is numbered."""
    units = list(side.documents[0].walk())
    return [unit for unit in units if unit.kind in {"article", "preamble", "closing"}] or units


def clauses(unit: Unit) -> list[str]:
    """What stands in a row of the side-by-side table: every leaf but a number that no heading follows."""
    bare = {child.id for one in unit.walk() for child in one.children if child.kind == "heading" and not one.heading}
    return [leaf.id for leaf in unit.leaves() if leaf.id not in bare]


@THOROUGH
@given(pairs())
def test_every_provision_has_a_link_or_one_one_sided_record(sides: tuple[Version, Version]) -> None:
    old, new = sides
    found = align(old, new)
    for side, linked, alone in (
        (old, [link.old for link in found.links], found.old_only),
        (new, [link.new for link in found.links], found.new_only),
    ):
        assert len(set(alone)) == len(alone)
        assert set(linked) | set(alone) == {unit.id for unit in provisions(side)}
        assert not set(linked) & set(alone)
    assert len({(link.old, link.new) for link in found.links}) == len(found.links)
    assert all(0 < link.score <= 1 and link.reasons for link in found.links)


@THOROUGH
@given(pairs())
def test_every_provision_stands_in_one_change(sides: tuple[Version, Version]) -> None:
    found = compared(*sides)
    for side, ids in (
        (found.old, [unit for change in found.changes for unit in change.old]),
        (found.new, [unit for change in found.changes for unit in change.new]),
    ):
        assert sorted(ids) == sorted(unit.id for unit in provisions(side))
    places = [found.old.index()[change.old[0]][1].span.start for change in found.changes if change.old]
    assert places == sorted(places)


@THOROUGH
@given(pairs())
def test_operations_turn_every_old_sentence_into_the_new_one(sides: tuple[Version, Version]) -> None:
    found = compared(*sides)
    old, new = found.old.documents[0], found.new.documents[0]
    before, after = found.old.index(), found.new.index()
    for change in found.changes:
        seen_old, seen_new = [], []
        for row in change.clauses:
            seen_old += [row.old] if row.old else []
            seen_new += [row.new] if row.new else []
            source = old.text_of(before[row.old][1]) if row.old else ""
            target = new.text_of(after[row.new][1]) if row.new else ""
            if row.old and row.new and source[len(source.rstrip()) :] != target[len(target.rstrip()) :]:
                source, target = source.rstrip(), target.rstrip()  # white space at the end is layout
            assert "".join(op.old.of(old.text) for op in row.ops) == source
            replayed = [op.old.of(old.text) if op.kind == "equal" else op.new.of(new.text) for op in row.ops]
            assert "".join(replayed) == target
        assert sorted(seen_old) == sorted(leaf for unit in change.old for leaf in clauses(before[unit][1]))
        assert sorted(seen_new) == sorted(leaf for unit in change.new for leaf in clauses(after[unit][1]))


@THOROUGH
@given(pairs())
def test_every_figure_stands_in_one_change(sides: tuple[Version, Version]) -> None:
    found = compared(*sides)
    changes = [term for change in found.changes for term in change.terms]
    for side, told in (
        (found.old, [term.span for change in changes for term in change.old]),
        (found.new, [term.span for change in changes for term in change.new]),
    ):
        index = side.index()
        own = [t.span for t in extract(side.documents[0]) if index[t.unit_id][1].kind != "title"]
        assert sorted(told) == sorted(own)


@THOROUGH
@given(st.lists(article, min_size=1, max_size=6, unique_by=lambda one: one.sentences).map(tuple), st.booleans())
def test_a_version_compared_with_itself_has_not_changed(parts: tuple[Article, ...], law: bool) -> None:
    words = text(parts, law=law)
    found = compared(version(words), version(words))
    assert found.replacements == ()
    for change in found.changes:
        assert (change.flags, change.substance) == ((), "none")
        assert change.old == change.new
        assert all(op.kind == "equal" for row in change.clauses for op in row.ops)
        assert all(row.old == row.new and not row.moved and row.elsewhere is None for row in change.clauses)
        assert all(t.direction == "unchanged" and not t.changed and t.old == t.new for t in change.terms)


MIRRORED = {
    "raised": "lowered",
    "lowered": "raised",
    "introduced": "dropped",
    "dropped": "introduced",
    "split": "merged",
    "merged": "split",
    "added": "removed",
    "removed": "added",
    "merge": "split",
}
MIRRORED_RELATIONS = {**MIRRORED, "split": "merge"}


@THOROUGH
@given(pairs())
def test_swapping_the_sides_mirrors_links_and_relations(sides: tuple[Version, Version]) -> None:
    there, back = compared(*sides), compared(*sides[::-1])
    shown = Counter((change.old, change.new, change.relation) for change in there.changes)
    mirror = Counter(
        (change.new, change.old, MIRRORED_RELATIONS.get(change.relation, change.relation)) for change in back.changes
    )
    assert shown == mirror
    scores = Counter((link.old, link.new, link.score) for change in there.changes for link in change.links)
    assert scores == Counter((link.new, link.old, link.score) for change in back.changes for link in change.links)


@THOROUGH
@given(pairs())
def test_swapping_the_sides_mirrors_raised_and_lowered(sides: tuple[Version, Version]) -> None:
    there, back = compared(*sides), compared(*sides[::-1])
    shown = Counter((t.old, t.new, t.direction, t.delta, t.points) for c in there.changes for t in c.terms)
    mirror = Counter(
        (
            t.new,
            t.old,
            MIRRORED.get(t.direction, t.direction),
            t.delta and -t.delta if t.delta is not None else None,
            t.points and -t.points if t.points is not None else None,
        )
        for c in back.changes
        for t in c.terms
    )
    assert shown == mirror


MIRRORED_OPERATIONS: dict[OpKind, OpKind] = {"insert": "delete", "delete": "insert"}


@QUICK
@given(pairs())
def test_swapping_the_sides_mirrors_rows_operations_and_places(sides: tuple[Version, Version]) -> None:
    there, back = compared(*sides), compared(*sides[::-1])
    shown = {
        (row.old, row.new, row.moved, row.elsewhere, *((op.kind, op.old, op.new) for op in row.ops))
        for change in there.changes
        for row in change.clauses
    }
    mirror = {
        (
            row.new,
            row.old,
            row.moved,
            row.elsewhere,
            *((MIRRORED_OPERATIONS.get(op.kind, op.kind), op.new, op.old) for op in row.ops),
        )
        for change in back.changes
        for row in change.clauses
    }
    assert shown == mirror


@QUICK
@given(pairs())
def test_what_moved_elsewhere_is_told_on_both_sides(sides: tuple[Version, Version]) -> None:
    rows = [row for change in compared(*sides).changes for row in change.clauses]
    gone = {(row.old, row.elsewhere) for row in rows if row.elsewhere and row.new is None}
    come = {(row.elsewhere, row.new) for row in rows if row.elsewhere and row.old is None}
    assert gone == come
    assert not any(row.elsewhere for row in rows if row.old and row.new)
    assert len({place for _, place in gone}) == len(gone)


@THOROUGH
@given(articles, st.booleans(), reports())
def test_a_report_never_adds_or_removes(parts: tuple[Article, ...], law: bool, told: Version) -> None:
    full = version(text(parts, law=law))
    for old, new in ((full, told), (told, full)):
        found = compared(old, new)
        relations = {change.relation for change in found.changes}
        assert relations <= {"reported", "mentioned", "not_reported", "unplaced"}
        directions = [term.direction for change in found.changes for term in change.terms]
        assert ("dropped" if new is told else "introduced") not in directions
        ids = [unit for change in found.changes for unit in (change.old if old is full else change.new)]
        assert sorted(ids) == sorted(unit.id for unit in provisions(full))


@THOROUGH
@given(reports(), reports())
def test_two_reports_prove_no_silence(one: Version, other: Version) -> None:
    found = compared(one, other)
    assert not {"added", "removed"} & {change.relation for change in found.changes}
    assert not {"dropped", "introduced"} & {term.direction for change in found.changes for term in change.terms}
