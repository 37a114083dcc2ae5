"""What cannot be mended is told; honest texts leave no doubt."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest

from policydiff.clean import clean
from policydiff.clean.disorder import out_of_order
from policydiff.clean.doubts import doubts
from policydiff.clean.synonyms import exchanged
from policydiff.model import Doubt
from policydiff.numerals import to_han
from policydiff.read import read_file

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
CAPTURES = sorted(CORPUS.glob("*/*/raw/*.txt"))
SPUN = (
    "各区要经由过程立异机制，鞭策聪明交通财产生长，撑持企业扶植公共办事平台，增进手艺功效转化，完善相干尺度。"
    "对合适划定的单元，在次要范畴给予嘉奖。"
)
HONEST = (
    "林区各单位应当增进生态效益，尊重林木生长规律，按照划定的范围和统一的尺度采伐，传统手艺传承人可以申请办事指南。"
    "市人民政府推动产业发展，支持企业创新，建设公共服务平台，促进技术转化，规定相关标准。"
)


def told(text: str) -> dict[str, int]:
    return {doubt.code: doubt.count for doubt in doubts(text)}


@pytest.mark.parametrize("path", CAPTURES, ids=lambda path: path.stem)
def test_the_corpus_leaves_no_doubt(path: Path) -> None:
    assert len(CAPTURES) >= 5
    assert clean(read_file(path)).doubts == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("总投资****亿元。", "****亿元"),
        ("给予最高XX万元奖励。", "XX万元"),
        ("同比增长××%。", "××%"),
        ("补助□□万元。", "□□万元"),
        ("安排资金1**万元。", "1**万元"),
        ("达到**.**亿元", "**.**亿元"),
        ("总投资：****亿元", "****亿元"),
        ("增长3.××个百分点", "3.××个百分点"),
    ],
)
def test_a_blotted_figure_is_told(text: str, quote: str) -> None:
    found = [doubt for doubt in doubts(text) if doubt.code == "masked"]
    assert [doubt.spans[0].of(text) for doubt in found] == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "本办法自2025年×月×日起施行，有效期至20XX年XX月XX日。",
        "甲方：××有限公司，合同金额××万元，期限××年。",
        "申请金额：××万元",
        "补助金额____万元，大写________元整。",
        "金额（    ）万元",
        "联系人张*伟，电话138****0000，证号3201**********1234。",
        "**1000万元**以上的项目，**重点**支持。",
        "××省××市人民政府",
        "XX大学、XXX公司、××个人",
        "销售额×2%，3×5米，5×××型",
        "二○○八年投资二○○万元",
        "□是　□否　□ 5万元以下",
        "见https://example.org/a**万元",
    ],
)
def test_blanks_and_other_signs_hide_no_figure(text: str) -> None:
    assert told(text) == {}


def test_lost_characters_are_counted_by_the_place() -> None:
    text = "给予\ufffd\ufffd补贴，期限\ufffd年。"
    assert doubts(text) == (Doubt("replaced", 2, doubts(text)[0].spans),)
    assert [span.of(text) for span in doubts(text)[0].spans] == ["\ufffd\ufffd", "\ufffd"]


def articles(numbers: list[int], mark: str = "第{}条 ") -> str:
    return "某市规定\n" + "\n".join(f"{mark.format(to_han(n))}市人民政府统筹推进第{n * 7}项工作。" for n in numbers)


@pytest.mark.parametrize("mark", ["第{}条 ", "{}、", "第{}章 "])
def test_shuffled_provisions_are_told(mark: str) -> None:
    rng = random.Random(7)
    found = 0
    for _ in range(20):
        numbers = list(range(1, 13))
        rng.shuffle(numbers)
        found += bool(out_of_order(articles(numbers, mark)))
    assert found >= 18
    assert told(articles([7, 2, 5, 1, 6, 3, 8, 4], mark)).keys() == {"shuffled"}
    assert told(articles(list(range(12, 0, -1)), mark)).keys() == {"shuffled"}


@pytest.mark.parametrize(
    "numbers",
    [
        list(range(1, 40)),
        [3, 7, 12, 13, 20, 31, 44, 58],  # what a report quotes
        [1, 2, 3, 4, 1, 2, 3, 1, 2, 3, 4, 5, 1, 2],  # annexes
        [1, 2, 3, 3, 3, 4, 5, 6, 6, 7],  # 第三条之一
        [5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11],  # two columns
        [10, 14, 11, 15, 12, 16, 13, 17, 14, 18, 15, 19],
        [1, 2, 4, 3, 5, 6, 7, 8, 9],  # one slip
        [4, 2, 5, 3],
    ],
)
def test_other_numbering_is_no_disorder(numbers: list[int]) -> None:
    assert out_of_order(articles(numbers)) == ()


def test_references_and_quotations_are_no_provisions() -> None:
    text = "\n".join(f"第{to_han(n)}条规定的情形，按照前款处理。" for n in (9, 4, 7, 2, 8, 3, 6))
    quoted = "\n".join(f"“第{to_han(n)}条 修改后的条文。" for n in (9, 4, 7, 2, 8, 3, 6))
    assert out_of_order(text) == out_of_order(quoted) == ()


def test_shuffled_items_are_told_and_honest_ones_are_not() -> None:
    honest = "".join(f"一是抓建设{n}；二是抓管理{n}；三是抓服务{n}。" for n in range(5))
    assert out_of_order(honest) == ()
    assert out_of_order("".join(f"三是抓建设{n}；二是抓管理{n}；一是抓服务{n}。" for n in range(5)))


def test_spun_text_is_told() -> None:
    found = exchanged(SPUN)
    assert [span.of(SPUN) for span in found][:3] == ["经由过程", "立异", "鞭策"]
    assert told(SPUN) == {"spun": len(found)}


def test_odd_words_among_the_regular_ones_are_honest() -> None:
    assert exchanged(HONEST) == ()
    assert exchanged("本市鞭策各级干部，经由过程评价增进实效。") == ()


@pytest.mark.parametrize(
    "text",
    [
        "设立异地分支、增进口岸、举办事业单位、城乡规划定位、学生长期住宿、金融会议、创造就业、输出产品、突出格局、支撑持续增长",
        "植物生长、办事处、尺度、范畴、手艺、增进、开辟、焦点",  # weak ones alone
    ],
)
def test_halves_of_other_words_are_no_tells(text: str) -> None:
    assert exchanged(text) == ()


def test_a_spun_capture_is_found_and_its_original_is_not() -> None:
    words = {"通过": "经由过程", "推动": "鞭策", "支持": "撑持", "创新": "立异", "服务": "办事", "技术": "手艺"}
    words |= {"领域": "范畴", "标准": "尺度", "建设": "扶植", "规定": "划定", "促进": "增进", "发展": "生长"}
    for path in CAPTURES:
        text = clean(read_file(path)).text
        assert exchanged(text) == ()
        assert exchanged(re.sub("|".join(words), lambda match: words[match[0]], text))


HOSTILE = [
    "*",
    "×",
    "**万",
    "：**万元",
    "1,",
    "第一条\n",
    "\n一、",
    "\n（二）",
    "一是",
    "办事",
    "\ufffd",
    "第",
    "x_",
    "××公司",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_long_text_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.process_time()
        doubts(text)
        return time.process_time() - begin

    assert seconds(200_000) <= 40 * max(seconds(20_000), 0.02)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("单船最高补助12 5万元。", "12 5"),
        ("单船最高补助5O0万元。", "5O0"),
        ("单船最高补助l00万元。", "l00"),
        ("每吨补助6O元。", "6O"),
        ("按2O%给予补助。", "2O"),
        ("单船最高补助00万元。", "00"),
        ("不超过200 300万元。", "200 300"),
    ],
)
def test_a_figure_that_is_broken_is_told(text: str, quote: str) -> None:
    found = [doubt for doubt in doubts(text) if doubt.code == "broken"]
    assert [doubt.spans[0].of(text) for doubt in found] == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "某某渔业公司 2023 100 万元 养殖",
        "张三 90 李四 85",
        "O2O平台3个，CO2减排5吨，PM2.5下降10%。",
        "按1,000万元、0.05%、１，０００元计。",
        "第1 500户",
        "联系电话：010 12345678，共3人。",
    ],
)
def test_numbers_side_by_side_are_not_broken(text: str) -> None:
    assert "broken" not in told(text)


def test_numbers_that_a_program_could_not_write_are_told() -> None:
    assert told("?一? 渔港应当登记。\n?二? 渔船应当年检。\n?三? 自发布之日起施行。") == {"unnumbered": 3}
    assert told("谁来登记？\n一?\n渔港经营者。") == {}


@pytest.mark.parametrize(
    "line",
    [
        "（剩余75%未读，登录后查看全文）",
        "……余下内容未显示",
        "开通会员查看全文",
        "请登录后查看完整内容",
        "试读结束",
        "展开剩余80%",
    ],
)
def test_a_text_that_breaks_off_is_told(line: str) -> None:
    assert told(f"某市渔港办法\n第一条 渔港应当登记。\n{line}") == {"unfinished": 1}


@pytest.mark.parametrize(
    "line",
    [
        "第二条 申请人登录市渔业局网站办理登记。",
        "剩余资金未拨付的，由市财政局收回。",
        "点击阅读原文",
        "第二条 受理后应当显示全文检索结果。",
        "会员单位注册后可查阅完整档案的，由协会登记。",
    ],
)
def test_a_text_that_is_whole_is_not_said_to_break_off(line: str) -> None:
    assert told(f"某市渔港办法\n第一条 渔港应当登记。\n{line}") == {}
