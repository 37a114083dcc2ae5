"""Noise put into a text comes out again to the letter, or what does not is marked; a clean text stays as it is."""

from __future__ import annotations

import itertools
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.docx_files import document, paragraph
from support.html_pages import LAYOUTS
from support.noise import INVERTIBLE, LOSSY, PAGES
from support.ofd_files import ofd_of
from support.pdf_files import Paragraph, pdf_of
from support.policy import POLICY, generated, numeral

from policydiff.clean import clean, explain
from policydiff.clean.mojibake import damaged_runs
from policydiff.model import CleanText, Source, Span, apply_edits
from policydiff.read import read_bytes, read_file
from policydiff.read.plain import line_blocks

QUICK = settings(derandomize=True, deadline=None, max_examples=12)
CORPUS = Path(__file__).parents[2] / "corpus"

# --- invented texts --------------------------------------------------------------------------------------------------

PLACES = st.sampled_from(("海州市", "云泽市", "临江区", "青岚县"))
AIMS = st.sampled_from(("渔业发展", "算力服务", "低空物流", "数据要素流通", "智能制造", "养老服务"))
WHOM = st.sampled_from(("符合条件的企业", "新型研发机构", "首次认定的平台", "在本市注册的企业", "高校、科研院所"))
WHAT = st.sampled_from(
    (
        "建设公共服务平台", "购买数据服务", "开展“5G+工业互联网”改造", "研发C++工具链", "参与制定国家标准（GB/T）",
        "举办行业展会", "取得发明专利", "引进A轮/B轮融资", "实施《质量强市行动计划》", "开通上海-南京航线",
    )
)  # fmt: skip
SUMS = st.sampled_from(
    (
        "最高50万元的奖励", "不超过投资额30%的补助", "每年10万元至20万元的补贴", "1,000元/人的补贴",
        "一次性奖励五十万元",
        "2.5个百分点的贴息", "500万元（含）以上的支持", "3年期、年利率4.35%的贷款",
    )
)  # fmt: skip
WHEN = st.sampled_from(
    (
        "自2025年1月1日起至2027年12月31日止", "自受理之日起20个工作日内", "每年第一季度", "到2027年底前",
        "于二〇二五年三月一日前",
    )
)  # fmt: skip
ENDS = st.sampled_from(
    ("。", "。", "，具体办法另行制定。", "，依照本办法第三条第二款的规定执行。", "，同一企业不重复享受。")
)
SENTENCE = st.builds(
    lambda whom, what, sums, when, end: f"对{whom}{what}的，{when}给予{sums}{end}", WHOM, WHAT, SUMS, WHEN, ENDS
)
ITEMS = st.builds(
    lambda items: "\n".join(f"（{numeral(at)}）{item}；" for at, item in enumerate(items, 1)),
    st.lists(st.builds("{}{}的".format, WHOM, WHAT), min_size=2, max_size=3),
)
ROWS = st.just("档次\t条件\t奖励标准\n一档\t投资额500万元以上\t50万元\n二档\t投资额100万元以上\t20万元")
BEHIND = st.one_of(st.just(""), st.just(""), SENTENCE, ITEMS, ROWS)


@st.composite
def laws(draw: st.DrawFn) -> str:
    """A short instrument with articles 第一条 or sections 一、, from its title to its date."""
    place, aim = draw(PLACES), draw(AIMS)
    form = draw(st.sampled_from(("第{}条 {}", "{}、{}", "第{}条　{}")))
    lines = [f"{place}促进{aim}若干规定", f"为了促进{aim}，根据有关法律、法规，结合本市实际，制定本规定。"]
    for at in range(1, draw(st.integers(7, 9))):
        lines.append(form.format(numeral(at), draw(SENTENCE)))
        lines += [behind] if (behind := draw(BEHIND)) else []
    return "\n".join([*lines, f"{place}人民政府", "2025年2月18日"])


@cache
def corpus() -> dict[str, str]:
    """The clean texts of the corpus's documents."""
    return {path.name: clean(read_file(path)).text for path in sorted(CORPUS.glob("*/*/raw/*"))}


def own_texts() -> list[str]:
    """Documents of the corpus and invented policies; without lines of blots, which look like bullets."""
    whole = [text for name, text in corpus().items() if name.startswith(("draft", "action"))]
    kept = ["\n".join(line for line in text.split("\n") if "■" not in line) for text in whole]
    return [*kept, "\n".join(POLICY.lines()), "\n".join(generated(20, 3).lines())]


def articles() -> list[str]:
    """Paragraphs of the corpus's documents, three in a row."""
    lines = [line for text in own_texts()[:2] for line in text.split("\n") if len(line) > 30]
    return ["\n".join(lines[at : at + 3]) for at in range(0, len(lines) - 2, 3)]


TEXTS = st.one_of(laws(), laws(), st.sampled_from(own_texts()))


def captured(text: str) -> Source:
    """A capture of plain text; a page that begins with a tag would otherwise be read as one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source("文本", "text/plain", "utf-8", "", text, line_blocks(text))


# --- what comes back -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", INVERTIBLE)
@QUICK
@given(text=TEXTS, seed=st.integers(0, 41))
def test_noise_comes_out_to_the_letter(name: str, text: str, seed: int) -> None:
    noise = INVERTIBLE[name]
    page = noise.add(text, seed)
    cleaned = clean(captured(page))
    assert cleaned.text == text
    assert page != text or not cleaned.steps


@pytest.mark.parametrize("name", INVERTIBLE)
def test_noise_comes_out_of_every_document_of_the_corpus(name: str) -> None:
    for text, seed in itertools.product(own_texts(), range(3)):
        assert clean(captured(INVERTIBLE[name].add(text, seed))).text == text


@pytest.mark.parametrize(
    "name", ["asterisks", "indents", "line ends", "invisible", "radicals", "entities", "tags", "escaped tags", "Taiwan"]
)
def test_noise_comes_out_of_single_articles(name: str) -> None:
    for at, text in enumerate(articles()):
        assert clean(captured(INVERTIBLE[name].add(text, at))).text == text


SCRIPTS = frozenset(("traditional", "Taiwan", "Hong Kong"))
# of two noises of one kind the second would hide the first; what these would make together no page makes
ALIKE = (
    SCRIPTS,
    frozenset(("pinyin, glued", "pinyin, spaced", "pinyin of words")),
    frozenset(("hard wraps", "hard wraps, indented", "indents", "page numbers", "font bullets", "line ends")),
    frozenset(("tags", "escaped tags", "line ends")),
    frozenset(("spaces", "pinyin, glued", "pinyin, spaced", "pinyin of words", "asterisks", "hard wraps")),
    frozenset(("entities", "escaped tags")),
    frozenset(("tags", "escaped tags", "font bullets", "indents", "hard wraps", "hard wraps, indented")),
)
TOGETHER = [
    names
    for names in (*itertools.combinations(INVERTIBLE, 2), *itertools.combinations(INVERTIBLE, 3))
    if all(len(kind.intersection(names)) < 2 for kind in ALIKE)
]


@settings(QUICK, max_examples=150)
@given(text=laws(), names=st.sampled_from(TOGETHER), seed=st.integers(0, 41))
def test_noises_come_out_together(text: str, names: tuple[str, ...], seed: int) -> None:
    page = text
    for name in names:
        page = INVERTIBLE[name].add(page, seed)
    assert clean(captured(page)).text == text


@pytest.mark.parametrize("name", PAGES)
@QUICK
@given(text=laws())
def test_a_text_comes_out_of_a_web_page(name: str, text: str) -> None:
    assert clean(read_bytes(PAGES[name](text).encode(), "page.html")).text == text


@QUICK
@given(
    text=laws(), name=st.sampled_from(["invisible", "radicals", "asterisks", "pinyin, glued", "traditional", "Taiwan"])
)
def test_noise_comes_out_of_a_noisy_web_page(text: str, name: str) -> None:
    page = PAGES["portal"](INVERTIBLE[name].add(text, 1))
    assert clean(read_bytes(page.encode(), "page.html")).text == text


def test_a_text_comes_out_of_documents() -> None:
    text = "\n".join(line for line in "\n".join(POLICY.lines()).split("\n") if "\t" not in line)
    lines = text.split("\n")
    made = {
        "a.docx": document("".join(paragraph(text=line) for line in lines)),
        "a.pdf": pdf_of([Paragraph(line) for line in lines]),
        "a.ofd": ofd_of([Paragraph(line) for line in lines]),
    }
    for name, data in made.items():
        assert clean(read_bytes(data, name)).text == text, name


# --- what is lost is marked ------------------------------------------------------------------------------------------

# What these leave unseen, as a share of lines: one or two characters in brackets or between figures, which may be
# anything, and stretches one byte late that are made of everyday characters.
UNSEEN = {
    "GBK one byte late": 0.02,
    "UTF-8 as GBK, gaps": 0.15,
    "UTF-8 as Latin-1": 0.05,
    "UTF-8 as Latin-1, twice": 0.25,
}


def fates(truth: str, cleaned: CleanText) -> Counter[str]:
    """What became of every line: exact, inferred, damaged, or silently wrong.

    Bytes that were read as ends of lines may have cut a line in two.
    """
    found: Counter[str] = Counter()
    inferred = [told.span for told in explain(cleaned) if told.note == "inferred"]
    damaged = [*damaged_runs(cleaned.text), *(span for doubt in cleaned.doubts for span in doubt.spans)]
    left = Counter(truth.split("\n"))
    at = 0
    for shown in cleaned.text.split("\n"):
        end = at + len(shown)
        origin = cleaned.to_source(Span(at, end))
        if left[shown]:
            left[shown] -= 1
            found["exact"] += 1
        elif any(span.start <= origin.end and span.end >= origin.start for span in inferred):
            found["inferred"] += 1
        elif any(span.start < end and span.end > at for span in damaged) or "\ufffd" in shown:
            found["damaged"] += 1
        elif "****" in shown and cleaned.doubts:
            found["masked"] += 1
        else:
            found["unseen"] += 1
        at = end + 1
    found["unseen"] += max(0, left.total() - (found.total() - found["exact"]))  # lines that are gone altogether
    return found


@pytest.mark.parametrize("name", LOSSY)
def test_what_is_lost_is_marked(name: str) -> None:
    found: Counter[str] = Counter()
    for text, seed in itertools.product(own_texts()[1:], range(2)):
        found += fates(text, clean(captured(LOSSY[name].add(text, seed))))
    print(f"{name}: {dict(found)}")
    assert found.total() > 100
    assert found["unseen"] <= UNSEEN.get(name, 0.0) * found.total()


@pytest.mark.parametrize("name", LOSSY)
@settings(QUICK, max_examples=6)
@given(text=SENTENCE, seed=st.integers(0, 5))
def test_what_is_lost_in_a_sentence_is_marked(name: str, text: str, seed: int) -> None:
    found = fates(text, clean(captured(LOSSY[name].add(text, seed))))
    assert name in UNSEEN or not found["unseen"]


# --- what is clean stays ---------------------------------------------------------------------------------------------


@settings(QUICK, max_examples=60)
@given(text=laws())
def test_an_invented_text_stays(text: str) -> None:
    cleaned = clean(captured(text))
    assert cleaned.text == text
    assert cleaned.steps == ()
    assert cleaned.doubts == ()


def test_every_clean_document_stays() -> None:
    pages = [clean(read_bytes(layout(POLICY).encode(), "page.html")).text for layout in LAYOUTS.values()]
    for text in (*corpus().values(), *own_texts(), *articles(), *pages):
        again = clean(captured(text))
        assert again.steps == ()
        assert again.text == text


# --- offsets ---------------------------------------------------------------------------------------------------------


@settings(QUICK, max_examples=25)
@given(text=laws(), names=st.sampled_from(TOGETHER), seed=st.integers(0, 41))
def test_every_character_leads_back_to_where_it_came_from(text: str, names: tuple[str, ...], seed: int) -> None:
    page = text
    for name in names:
        page = INVERTIBLE[name].add(page, seed)
    cleaned = clean(captured(page))
    source = cleaned.source.text
    origins: list[int | None] = list(range(len(source)))
    replayed = source
    for step in cleaned.steps:
        after: list[int | None] = []
        at = 0
        for edit in step.edits:
            after += [*origins[at : edit.span.start], *[None] * len(edit.replacement)]
            at = edit.span.end
        origins = after + origins[at:]
        replayed = apply_edits(replayed, step.edits)
    assert replayed == cleaned.text
    for at, origin in enumerate(origins):
        span = cleaned.to_source(Span(at, at + 1))
        assert span.end <= len(source)
        if origin is not None:  # no edit touched it
            assert span == Span(origin, origin + 1)
            assert source[origin] == cleaned.text[at]
