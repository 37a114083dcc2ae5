"""Figures as a reader expects them: periods grow longer, shares are quoted with their ratio, a share has its whole."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from support.texts import compared, revised, version

from policydiff.model import Comparison
from policydiff.render import comparison_html, comparison_json, comparison_markdown, comparison_redline, comparison_text
from policydiff.render.comparison.facts import Facts
from policydiff.render.html.families import families


def found() -> Comparison:
    return revised(
        [
            "渔港经营者应当在60日内报送材料。",
            "市渔业局应当在20个工作日内办结。",
            "补助资金由市、区两级财政按照6:4的比例分担。",
            "对建造浮码头的，最高补助30万元。",
        ],
        [
            "渔港经营者应当在90日内报送材料。",
            "市渔业局应当在15个工作日内办结。",
            "补助资金由市、区两级财政按照7:3的比例分担。",
            "对建造浮码头的，最高补助50万元。",
        ],
    )


def test_a_period_is_extended_or_shortened_and_a_sum_raised() -> None:
    page = comparison_markdown(found(), "zh")
    assert "延长的有：第一条" in page
    assert "缩短的有：第二条" in page
    assert "提高2项" in page
    assert "延长1项" in page
    assert "↑ 延长 30日" in page
    assert "↓ 缩短 5个工作日" in page
    assert "Extended: Art. 1" in comparison_markdown(found(), "en")


def test_the_codes_of_data_stay() -> None:
    data = comparison_json(found())
    assert '"raised"' in str(data)
    assert "extended" not in str(data)


def test_a_share_is_quoted_with_its_ratio() -> None:
    shown = comparison_text(found(), "zh", color=False, width=120)
    assert "6:4（40%） → 7:3（30%）" in shown
    assert "6:4（60%） → 7:3（70%）" in shown


def test_a_lone_share_is_drawn_against_its_whole_and_has_an_axis() -> None:
    lone = revised(["对改造渔船的，按投资额的20%补助。"], ["对改造渔船的，按投资额的15%补助。"])
    (family,) = families(Facts.of(lone).figures(), 12, 30).families
    _, scale = family.drawn(family.figures[0])
    assert family.scale is None
    assert scale.high == 1
    assert 'class="axis"' in comparison_html(lone, "zh")


def test_lines_put_in_above_the_title_are_no_titles() -> None:
    law = "海州市渔港办法\n第一条 为了保护渔港，制定本办法。\n第二条 本办法自2025年1月1日起施行。\n"
    above = "海政办规〔2025〕6号\n各区人民政府，市政府各部门：\n现将《海州市渔港办法》印发给你们，请认真执行。\n"
    document = _document(comparison_redline(compared(version(law), version(above + law)), "zh"))
    assert document.count('w:val="Title"') == 1


def _document(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as packed:
        return packed.read("word/document.xml").decode()
