"""What holds for any text: leaves join to it, addresses and numerals read what they write, offsets lead back."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from support.texts import clean_text

from policydiff.fold import fold
from policydiff.model import Address, Edit, Level, Origin, Place, Span, Step, apply_edits
from policydiff.numerals import figure, from_han, to_han
from policydiff.segment import segment

QUICK = settings(derandomize=True, deadline=None, max_examples=150)
LINES = (
    "海州市渔船管理办法",
    "海州市渔船管理条例（草案）",
    "（征求意见稿）",
    "海海发〔2025〕12号",
    "（2020年5月1日通过　2024年6月1日修订）",
    "目　录",
    "第一编 总则",
    "第一章　总则",
    "第二章 保护",
    "第一节 登记",
    "第一条 为了保护渔船，制定本办法。",
    "第二条　【登记】渔船应当登记：",
    "第二条之一 依照第三条、第四条办理。",
    "第三条规定的渔船除外。",
    "一、支持远洋捕捞",
    "一、支持远洋捕捞。给予最高50万元补助。（责任单位：市海洋局）",
    "二、",
    "十百、",
    "（一）甲类渔船；",
    "（二） 乙类渔船。",
    "1.登记",
    "1.5万元",
    "（1）备案",
    "①名称",
    "为推动海洋经济高质量发展，制定本办法。",
    "本办法自2025年X月X日起施行，有效期三年。",
    "海州市人民政府",
    "2025年3月1日",
    "附件：1.名录",
    "《海州市渔船管理办法》（以下简称《办法》）提出，给予补助。还提出，支持登记；给予奖励",
    "“《办法》明确，应当登记。我们会落实。”负责人说。",
    "据悉，有渔船20艘",
    "",
    "　　",
)
line = st.one_of(st.sampled_from(LINES), st.text(max_size=12))


@settings(QUICK, max_examples=400)
@given(st.lists(line, max_size=14).map("\n".join), st.sampled_from(["", "\n"]))
def test_leaves_are_ordered_and_disjoint_and_join_to_the_text(text: str, end: str) -> None:
    document = segment(clean_text(text + end), origin=Origin("test"))
    leaves = [unit for unit in document.walk() if not unit.children]
    at = 0
    for leaf in leaves:
        assert leaf.span.start == at
        assert len(leaf.span) > 0
        at = leaf.span.end
    assert at == len(text + end)
    assert "".join(map(document.text_of, leaves)) == text + end


@settings(QUICK, max_examples=200)
@given(st.lists(line, max_size=14).map("\n".join))
def test_units_nest_and_bear_ids_of_their_own(text: str) -> None:
    document = segment(clean_text(text), origin=Origin("test"), id_prefix="d1.")
    units = list(document.walk())
    assert [unit.id for unit in units] == [f"d1.{number}" for number in range(1, len(units) + 1)]
    for unit in units:
        assert all(child.span in unit.span for child in unit.children)
        assert unit.address is None or Address.parse(str(unit.address)) == unit.address
        assert unit.label in document.text_of(unit)
        assert unit.heading in document.text_of(unit)


@settings(QUICK, max_examples=100)
@given(st.lists(line, max_size=10).map("\n".join), st.tuples(st.integers(0, 200), st.integers(0, 200)))
def test_a_passage_changes_who_speaks_never_the_text(text: str, ends: tuple[int, int]) -> None:
    start, end = sorted(min(at, len(text)) for at in ends)
    pointed = segment(clean_text(text), origin=Origin("test"), instrument="某办法", passages=(Span(start, end),))
    assert "".join(pointed.text_of(unit) for unit in pointed.walk() if not unit.children) == text


LAW = (Level.PART, Level.CHAPTER, Level.SECTION, Level.ARTICLE, Level.PARAGRAPH, Level.ITEM, Level.SUBITEM)
PLAN = (Level.HAN, Level.HAN_BRACKETED, Level.ARABIC, Level.ARABIC_BRACKETED)
branch = st.lists(st.integers(1, 20), max_size=2).map(tuple)
law_places = st.lists(st.builds(Place, st.sampled_from(LAW), st.integers(1, 9999), branch), max_size=4)
plan_places = st.lists(
    st.one_of(
        st.builds(Place, st.sampled_from(PLAN), st.integers(1, 999)),
        st.builds(Place, st.just(Level.CIRCLED), st.integers(1, 20)),
    ),
    max_size=3,
)
# 一、 never stands right behind a branch: inside an article it is a 项, and prints as one
address = st.tuples(law_places, plan_places).filter(
    lambda parts: bool(parts[0] or parts[1]) and not (parts[0] and parts[1] and parts[0][-1].branch)
)


@QUICK
@given(address.map(lambda parts: Address((*parts[0], *parts[1]))))
def test_an_address_reads_what_it_prints(address: Address) -> None:
    assert Address.parse(str(address)) == address


@QUICK
@given(st.lists(st.tuples(st.integers(1, 999), branch), min_size=2, max_size=6, unique=True))
def test_articles_are_ordered_by_number_then_branch(numbers: list[tuple[int, tuple[int, ...]]]) -> None:
    articles = [Address((Place(Level.ARTICLE, number, inner),)) for number, inner in numbers]
    assert sorted(articles) == [Address((Place(Level.ARTICLE, n, b),)) for n, b in sorted(numbers)]


@settings(QUICK, max_examples=400)
@given(st.one_of(st.integers(0, 130), st.integers(0, 10**8 - 1)))
def test_chinese_numerals_read_what_they_write(number: int) -> None:
    assert from_han(to_han(number)) == number


@QUICK
@given(st.integers(0, 10**6), st.integers(0, 99), st.sampled_from(["", "百", "千", "万", "百万", "千万", "亿"]))
def test_figures_are_read_exactly(whole: int, hundredths: int, magnitude: str) -> None:
    factor = {"": 1, "百": 100, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}[magnitude]
    value = (whole + Fraction(hundredths, 100)) * factor
    assert figure(f"{whole}.{hundredths:02}{magnitude}") == figure(f"{whole:,}.{hundredths:02}{magnitude}") == value


@QUICK
@given(st.text())
def test_folding_keeps_length_and_changes_nothing_more_the_second_time(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@st.composite
def steps(draw: st.DrawFn, *, insert: bool = False) -> tuple[str, tuple[Step, ...], str]:
    """A source text, random steps over it, and the clean text."""
    source = text = draw(st.text("甲乙丙 a\n", min_size=1, max_size=20))
    found = []
    for _ in range(draw(st.integers(0, 3))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=not insert)))
        spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b or insert]
        same = st.text("丁戊", max_size=3)
        edits = tuple(Edit(span, draw(st.one_of(same, st.just("己" * len(span))))) for span in spans)
        found.append(Step("rule", edits))
        text = apply_edits(text, edits)
    return source, tuple(found), text


def provenance(source: str, history: tuple[Step, ...]) -> list[Span]:
    """The naive oracle: for each character of the clean text the stretch of the source it came from."""
    origins = [Span(at, at + 1) for at in range(len(source))]
    for step in history:
        after: list[Span] = []
        at = 0
        for edit in step.edits:
            replaced = origins[edit.span.start : edit.span.end]
            whole = Span(replaced[0].start, replaced[-1].end)
            kept = len(edit.replacement) == len(edit.span)
            after += origins[at : edit.span.start]
            after += replaced if kept else [whole] * len(edit.replacement)
            at = edit.span.end
        origins = after + origins[at:]
    return origins


@settings(QUICK, max_examples=500)
@given(steps(), st.data())
def test_a_stretch_of_the_clean_text_leads_back_to_where_it_came_from(
    edited: tuple[str, tuple[Step, ...], str], data: st.DataObject
) -> None:
    source, history, text = edited
    clean, origins = clean_text(text, steps=history, source=source), provenance(source, history)
    assert len(origins) == len(text)
    for at, origin in enumerate(origins):
        assert clean.to_source(Span(at, at + 1)) == origin
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        assert clean.to_source(Span(start, end)) == Span(origins[start].start, origins[end - 1].end)


@settings(QUICK, max_examples=300)
@given(steps(insert=True), st.data())
def test_every_span_leads_inside_the_source_and_wider_ones_lead_wider(
    edited: tuple[str, tuple[Step, ...], str], data: st.DataObject
) -> None:
    source, history, text = edited
    clean = clean_text(text, steps=history, source=source)
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    outer, inner = clean.to_source(Span(ends[0], ends[3])), clean.to_source(Span(ends[1], ends[2]))
    assert outer.end <= len(source)
    assert inner.end <= len(source)
    if ends[1] < ends[2]:
        assert inner in outer


@QUICK
@given(steps())
def test_replaying_the_steps_gives_the_clean_text(edited: tuple[str, tuple[Step, ...], str]) -> None:
    source, history, text = edited
    for step in history:
        source = apply_edits(source, step.edits)
    assert source == text
