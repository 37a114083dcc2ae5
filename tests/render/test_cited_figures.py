"""Where figures are cited and what they are for, told alike by every form."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
import pytest
from openpyxl import load_workbook
from support.reviewed import excerpt_comparison, full_comparison

from policydiff import render
from policydiff.model import Address, Comparison, Term, TermChange
from policydiff.render.comparison.cited import figure_place
from policydiff.render.comparison.facts import Facts, Figure
from policydiff.render.comparison.rows import figure_row
from policydiff.render.comparison.summary import sentences
from policydiff.render.html.families import Scale, families
from policydiff.render.wording.figure_changes import change_words
from policydiff.render.wording.measures import measured_by
from policydiff.render.wording.values import qualifiers

EDITED = 2  # the change of 第二条 → 第三条


def with_terms(*terms: TermChange) -> Comparison:
    """Two full texts in which 第二条 became 第三条, with these figures."""
    whole = full_comparison()
    edited = replace(whole.changes[EDITED], terms=terms)
    return replace(whole, changes=(*whole.changes[:EDITED], edited, *whole.changes[EDITED + 1 :]))


def sides() -> tuple[Term, Term]:
    """不低于50万元 of the old text and 不低于30万元 of the new one."""
    change = full_comparison().changes[EDITED].terms[0]
    return change.old[0], change.new[0]


def told(comparison: Comparison) -> dict[str, str]:
    """What each form shows of a comparison, as plain text."""
    book = load_workbook(BytesIO(render.comparison_xlsx(comparison, "zh")))
    words = docx.Document(BytesIO(render.comparison_docx(comparison, "zh")))
    rows = [[cell.text for cell in row.cells] for table in words.tables for row in table.rows]
    return {
        "md": render.comparison_markdown(comparison, "zh"),
        "html": re.sub(r"<[^>]+>", "", render.comparison_html(comparison, "zh")),
        "text": render.comparison_text(comparison, "zh", color=False, width=100),
        "csv": render.comparison_csv(comparison, "zh"),
        "xlsx": "\n".join(str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row),
        "docx": "\n".join(cell for row in rows for cell in row),
    }


def test_a_new_figure_is_cited_in_the_new_text_and_a_dropped_one_in_the_old() -> None:
    old, new = sides()
    cited = {}
    for name, before, after in (("introduced", (), (new,)), ("dropped", (old,), ()), ("lowered", (old,), (new,))):
        change = TermChange(before, after, name, "stated")  # type: ignore[arg-type]
        facts = Facts.of(with_terms(change))
        cited[name] = [figure_place(facts, figure, "zh", named=False) for figure in facts.figures()]
    assert cited == {"introduced": ["第三条"], "dropped": ["第二条"], "lowered": ["第二条→第三条"]}


@pytest.mark.parametrize(("heading", "titled"), [("", "第二条第（二）项"), ("渔港", "第二条 渔港·第（二）项")])
def test_a_figure_in_an_item_is_cited_by_the_item(heading: str, titled: str) -> None:
    old, _ = sides()
    inside = replace(old, address=Address.parse("第二条第（二）项"))
    whole = with_terms(TermChange((inside,), (), "dropped", "stated"))
    document, edited = whole.old.documents[0], whole.changes[EDITED].old
    units = tuple(replace(unit, heading=heading) if unit.id in edited else unit for unit in document.units)
    facts = Facts.of(replace(whole, old=replace(whole.old, documents=(replace(document, units=units),))))
    (figure,) = facts.figures()
    assert figure_place(facts, figure, "zh") == titled
    assert figure_place(facts, figure, "zh", named=False) == "第二条第（二）项"
    assert figure_place(facts, figure, "en", named=False) == "Art. 2 item (2)"


@pytest.mark.parametrize("form", ["md", "html", "text", "csv", "xlsx", "docx"])
def test_every_form_cites_a_changed_figure_in_both_texts(form: str) -> None:
    assert "第二条→第三条" in told(full_comparison())[form]


def test_a_figure_of_an_article_that_was_split_is_cited_where_it_went() -> None:
    whole = full_comparison()
    at = len(whole.changes) - 1
    old, new = sides()
    old, new = replace(old, unit_id="o4.2"), replace(new, unit_id="n5.2")
    split = replace(whole.changes[at], terms=(TermChange((old,), (new,), "lowered", "stated"),))
    facts = Facts.of(replace(whole, changes=(*whole.changes[:at], split)))
    places = [figure_place(facts, f, "zh", named=False) for f in facts.figures() if f.change.relation == "split"]
    assert places == ["第四条→第五条"]


def test_what_a_report_tells_is_cited_by_the_article_of_the_draft() -> None:
    facts = Facts.of(excerpt_comparison())
    assert {figure_place(facts, figure, "zh", named=False) for figure in facts.figures()} == {"一", "二", "三"}


@pytest.mark.parametrize("form", ["md", "html", "text", "csv", "xlsx", "docx"])
def test_a_threshold_says_that_it_is_one(form: str) -> None:
    new = replace(sides()[1], role="condition")
    comparison = with_terms(TermChange((), (new,), "introduced", "stated"))
    assert "不低于30万元（条件）" in told(comparison)[form]


def test_the_summary_tells_conditions_and_penalties_apart_from_grants() -> None:
    old, new = sides()
    comparison = with_terms(
        TermChange((), (replace(new, role="condition"),), "introduced", "stated"),
        TermChange((replace(old, role="penalty"),), (), "dropped", "stated"),
        TermChange((), (replace(new, role="benefit"),), "introduced", "stated"),
    )
    facts = Facts.of(comparison)
    assert sentences(facts, "zh")[-3:] == (
        "新设的有：第三条：不低于30万元。",
        "条件变化：第三条：不低于30万元（新设）。",
        "处罚变化：第二条：不低于50万元（取消）。",
    )
    assert "Conditions: Art. 3: 不低于30万元 (≥CNY 300,000) (introduced)." in sentences(facts, "en")


def test_a_figure_whose_qualifier_alone_changed_is_told_among_the_unchanged() -> None:
    old, new = sides()
    facts = Facts.of(with_terms(TermChange((old,), (new,), "unchanged", "stated", changed=("hedge",))))
    assert sentences(facts, "zh")[1] == "金额、比例、期限等数值1项：未变1项（其中1项限定词改变）。"
    assert "1 unchanged (1 with another qualifier)" in sentences(facts, "en")[1]


def test_an_age_goes_up_by_years_and_not_by_per_cent() -> None:
    old, new = (
        replace(t, kind="age", unit="岁", low=Fraction(n), high=None) for t, n in zip(sides(), (60, 65), strict=True)
    )
    change = TermChange((old,), (new,), "raised", "stated", Fraction(5), Fraction(25, 3))
    assert change_words(change, "zh") == "↑ 提高 5岁"
    figure, place = 0, "变化幅度（%） Percent"
    book = load_workbook(BytesIO(render.comparison_xlsx(with_terms(change), "zh")))
    heads, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert rows[figure][heads.index(place)] is None


def test_percentages_in_tables_have_two_decimals() -> None:
    old, new = sides()
    change = TermChange((old,), (new,), "lowered", "stated", Fraction(-1), Fraction(-100, 3))
    heads, *rows = load_workbook(BytesIO(render.comparison_xlsx(with_terms(change), "en"))).worksheets[0].values
    assert rows[0][heads.index("Percent")] == -33.33


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_both_texts_head_their_columns_alike_in_every_form(form: str) -> None:
    shown = re.sub(r"\s", "", told(full_comparison())[form])
    assert "修订前（old.txt）" in shown
    assert "修订后（修改后文本）" in shown


@pytest.mark.parametrize("form", ["md", "csv", "html"])
def test_the_weight_of_an_added_article_is_that_of_the_data(form: str) -> None:
    comparison = full_comparison()
    shown = told(comparison)[form]
    if form == "csv":
        shown = render.comparison_csv(comparison, "zh", table="articles")
    row = {
        "md": "| （新增） | 第二条 | 新增 | 实质变化 |",
        "csv": "（新增）,第二条,新增,实质变化",
        "html": "新增 实质变化",
    }
    assert row[form] in shown


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_notes_are_the_same_in_every_form(lang: render.Lang) -> None:
    comparison = excerpt_comparison()
    words = docx.Document(BytesIO(render.comparison_docx(comparison, lang)))
    book = load_workbook(BytesIO(render.comparison_xlsx(comparison, lang)))
    forms = [
        render.comparison_markdown(comparison, lang),
        re.sub(r"<[^>]+>", "", render.comparison_html(comparison, lang)).replace("&#x27;", "'"),
        "\n".join(paragraph.text for paragraph in words.paragraphs),
        "\n".join(str(cell) for row in book.worksheets[3].values for cell in row),
        re.sub(r"\n *", "" if lang == "zh" else " ", render.comparison_text(comparison, lang, color=False, width=90)),
    ]
    for shown in forms:
        assert ("另有可能时见注" if lang == "zh" else "other readings stand in the notes") in shown
        assert ("只说明报道没有写到" if lang == "zh" else "only that the reports are silent") in shown
        assert ("仅供参考" if lang == "zh" else "It is not legal advice") in shown


def figure(low: int, high: int, **fields: Any) -> Figure:
    """A cap that went from one sum to another."""
    old, new = (
        replace(t, bound="cap", low=None, high=Fraction(n), **fields) for t, n in zip(sides(), (low, high), strict=True)
    )
    return Figure(full_comparison().changes[EDITED], TermChange((old,), (new,), "raised", "stated"))


def test_sums_too_large_for_the_scale_of_the_others_have_one_of_their_own() -> None:
    small = [figure(10_000 * n, 20_000 * n) for n in (1, 2, 3, 5)]
    drawn = families([*small, figure(500_000_000, 800_000_000)], 12, 30)
    assert [(len(f.figures), f.larger, f.scale and f.scale.kind) for f in drawn.families] == [
        (4, False, "linear"),
        (1, True, "linear"),
    ]
    scale = drawn.families[1].scale
    assert scale is not None
    assert scale.at(Fraction(500_000_000)) < scale.at(Fraction(800_000_000))


def test_no_value_of_a_picture_stands_beyond_its_scale() -> None:
    for factor in (1, 7, 60, 400, 9_000, 10**7):
        sums = [figure(n, n * factor) for n in (3, 50, 900, 20_000, 10**9)]
        for family in families(sums, 12, 30).families:
            assert family.scale is not None
            tops = sorted({term.high for f in family.figures for term in f.term.old + f.term.new if term.high})
            assert tops[-1] <= family.scale.high
            places = [family.scale.at(top) for top in tops]
            assert all(before < after or after < 1 for before, after in pairwise(places))


def test_conditions_are_drawn_by_themselves() -> None:
    drawn = families(
        [figure(1, 2), figure(2, 3), figure(3, 4, role="condition"), figure(4, 5, role="condition")], 12, 30
    )
    assert [family.role for family in drawn.families] == [None, "condition"]


def test_a_picture_names_what_it_leaves_out() -> None:
    many = [figure(n, n + 1) for n in range(1, 15)]
    drawn = families(many, 12, 30)
    assert drawn.left == tuple(many[12:])
    page = render.comparison_html(with_terms(*(f.term for f in many)), "zh")
    assert "未画出的：第二条→第三条、金额：" in re.sub(r"<[^>]+>", "", page)


def test_a_bar_that_cannot_be_drawn_beside_the_other_says_why() -> None:
    old, new = (
        replace(t, kind="duration", bound="cap", low=None, high=Fraction(20), unit=unit)
        for t, unit in zip(sides(), ("日", "工作日"), strict=True)
    )
    page = render.comparison_html(with_terms(TermChange((old,), (new,), "not_comparable", "stated")), "zh")
    assert "单位不同，不能折算，未画" in page


def test_few_enough_are_drawn_in_all_and_pairs_before_what_is_new() -> None:
    pairs = [figure(n, n + 1, role="condition") for n in range(1, 4)]
    fresh = [replace(one, term=replace(one.term, old=(), direction="introduced")) for one in pairs[:1] * 6]
    new = [Figure(one.change, replace(one.term, delta=Fraction(n))) for n, one in enumerate(fresh)]
    new = [replace(one, term=replace(one.term, new=(replace(one.term.new[0], role=None),))) for one in new]
    drawn = families([*new, *pairs], 12, 5)
    assert [(family.role, len(family.figures)) for family in drawn.families] == [(None, 2), ("condition", 3)]
    assert len(drawn.left) == 4


def test_each_line_of_a_logarithmic_scale_is_as_much_more_as_the_page_says() -> None:
    for top, words in ((10**4, "每格为10倍"), (10**8, "每格为100倍"), (10**12, "每格为1000倍")):
        scale = Scale("log", Fraction(1), Fraction(top))
        assert {after / before for before, after in pairwise(scale.lines())} == {10**scale.each}
        sums = [figure(n, top // n) for n in (1, 2, 3)]
        page = render.comparison_html(with_terms(*(f.term for f in sums)), "zh")
        assert words in page
        assert f"each line is {10**scale.each:,} times" in render.comparison_html(
            with_terms(*(f.term for f in sums)), "en"
        )


def often(was: str, now: str) -> TermChange:
    """一次, 每半年 before and 每季度 after."""
    one = replace(
        sides()[0], quote="一次", kind="count", unit="次", bound="exact", low=Fraction(1), high=Fraction(1), per=None
    )
    return TermChange(
        (replace(one, recurrence=was),),
        (replace(one, recurrence=now),),
        "not_comparable",
        "stated",
        changed=("recurrence",),
    )


def test_how_often_stands_in_the_summary() -> None:
    facts = Facts.of(with_terms(often("每半年", "每季度")))
    assert any("每半年一次 → 每季度一次" in one for one in sentences(facts, "zh"))
    assert any("〔per half-year〕 → 一次 (1 time)〔per quarter〕" in one for one in sentences(facts, "en"))


def test_what_both_values_are_measured_by_stands_in_the_summary_once() -> None:
    raised = figure(1_000_000, 2_000_000, recurrence="每年", per="单个企业", basis=None, role=None).term
    old, new = (replace(t, quote=f"最高{n}00万元") for t, n in zip((*raised.old, *raised.new), (1, 2), strict=True))
    shown = sentences(Facts.of(with_terms(replace(raised, old=(old,), new=(new,)))), "zh")
    assert any("最高100万元 → 最高200万元〔每年；单个企业〕" in one for one in shown)
    shown = sentences(Facts.of(with_terms(replace(raised, old=(old,), new=(replace(new, per=None),)))), "zh")
    assert any("最高100万元〔每年；单个企业〕 → 最高200万元〔每年〕" in one for one in shown)


def test_two_bars_that_would_be_alike_are_words_instead() -> None:
    page = render.comparison_html(with_terms(often("每半年", "每季度")), "zh")
    assert "<svg" not in page
    told = "数值相同而口径有变的，不画：第二条→第三条、"
    assert told in page
    assert "一次，频次由“每半年”改为“每季度”。" in page
    pair = families([Figure(full_comparison().changes[EDITED], often("每半年", "每季度")), figure(1, 2)], 12, 30)
    assert (len(pair.families), len(pair.left), len(pair.alike)) == (1, 0, 1)


def test_a_heavy_change_is_counted_once_and_says_what_it_counts() -> None:
    page = re.sub(r"<[^>]+>", "", render.comparison_html(full_comparison(), "zh"))
    counted = re.search(r"实质变化(\d+)条（含新增(\d+)条", page)
    assert counted is not None
    facts = Facts.of(full_comparison())
    relations = facts.relations()
    assert int(counted[1]) == facts.substantive() == sum(relations[code] for code in ("edited", "added", "removed"))


def test_an_article_that_moved_and_was_edited_counts_as_moved() -> None:
    whole = full_comparison()
    flags = (*whole.changes[EDITED].flags, "moved")
    assert "moved" not in whole.changes[EDITED].flags
    moved = replace(whole.changes[EDITED], flags=flags)
    comparison = replace(whole, changes=(*whole.changes[:EDITED], moved, *whole.changes[EDITED + 1 :]))
    assert "；其中移动1条。" in sentences(Facts.of(comparison), "zh")[0]
    assert "; 1 of them moved." in sentences(Facts.of(comparison), "en")[0]
    assert "移动" not in sentences(Facts.of(whole), "zh")[0]
    assert "〔移动〕" in told(comparison)["docx"]
    assert "〔移动〕" not in told(whole)["docx"]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("每年", "per year"),
        ("一次性", "one-off"),
        ("单个项目", "per single project"),
        ("每条航线", "per route"),
        ("每户每月", "per household per month"),
        ("连续1年", "1 consecutive year"),
        ("三年累计", "cumulative over 3 years"),
        ("每引进一名奇人", "每引进一名奇人"),
        ("零三三年累计", "cumulative over 33 years"),
        ("每", "每"),
        ("", ""),
    ],
)
def test_measures_in_english(chinese: str, english: str) -> None:
    assert measured_by(chinese, "en") == english
    assert measured_by(chinese, "zh") == chinese


def test_a_month_is_not_told_twice() -> None:
    term = replace(sides()[0], recurrence="每月", per="每人每月")
    assert qualifiers(term, "zh") == "每人每月"
    assert qualifiers(term, "en") == "per person per month"


def test_no_chinese_is_left_in_the_english_units_of_a_sheet() -> None:
    old, new = (replace(t, kind="duration", unit="年", low=Fraction(3), high=Fraction(3)) for t in sides())
    comparison = with_terms(TermChange((old,), (new,), "unchanged", "stated"))
    heads, *rows = load_workbook(BytesIO(render.comparison_xlsx(comparison, "en"))).worksheets[0].values
    assert rows[0][heads.index("Unit")] == "years"


def test_other_readings_stand_under_the_sentence_in_word() -> None:
    words = docx.Document(BytesIO(render.comparison_docx(excerpt_comparison(), "zh")))
    cells = [[cell.text for cell in row.cells] for row in words.tables[0].rows]
    assert any("也可能对应" in row[-1] for row in cells)
    assert not any("也可能对应" in cell for row in cells for cell in row[:-1])


def test_a_row_shows_a_figure_with_its_headings() -> None:
    comparison = full_comparison()
    facts = Facts.of(comparison)
    assert [figure_row(facts, figure, "en").article for figure in facts.figures()] == ["Art. 2 → Art. 3"]
