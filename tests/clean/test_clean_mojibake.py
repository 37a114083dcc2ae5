"""Spoiled text is given back as it was, or marked; healthy text is left alone, however odd it looks."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from policydiff.clean import clean
from policydiff.clean.mojibake import MOJIBAKE, WRONG_CHARSET, damaged_runs
from policydiff.clean.mojibake.gbk import View, corrupt
from policydiff.clean.page import Page
from policydiff.model import Edit, apply_edits
from policydiff.read import read_bytes

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def shifts(text: str) -> tuple[Edit, ...]:
    return MOJIBAKE.find(Page.of(text))


def recodings(text: str) -> tuple[Edit, ...]:
    return WRONG_CHARSET.find(Page.of(text))


def test_the_capture_comes_out_as_its_bytes_and_words_say() -> None:
    text = next((CORPUS / "nantong-ai-action-plan").rglob("*.txt")).read_text(encoding="utf-8")
    edits = shifts(text)
    assert [(edit.replacement, edit.note) for edit in edits] == [
        ("。《行動方案》明確", ""),
        ("。《行動方案》也是國內(", ""),  # the page itself says how the last character is read: nèi
        ("。《行動方案》圍繞", "inferred"),
    ]
    repaired = apply_edits(text, edits)
    assert "也是國內(nèi)各類" in repaired
    assert shifts(repaired) == ()
    assert damaged_runs(repaired) == ()
    assert recodings(text) == ()


@pytest.mark.parametrize("path", sorted(CORPUS.rglob("raw/*.txt")), ids=lambda path: path.stem)
def test_every_other_document_of_the_corpus_stays(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert recodings(text) == ()
    if "nantong" not in path.name:
        assert shifts(text) == ()
        assert damaged_runs(text) == ()


HEALTHY = (
    "这是谁的责任？！企业应当自查自纠。",
    "申报条件：学历?;工作年限?;是否在册。",
    "真的吗?!各部门应当立即核实。",
    "文件名为data_set_01，备份为data|bak，登录user@部门。",
    "支持企业参加A股上市；会同B轮投资方可优先申报：和C轮相同。",
    "联系人：王瑋麗、朱珉，責編：歐陽珺。",
    "成员包括：昝祎瑄、逄锦聚、仝煜，由会议推选产生。",
    "重点监测：镉、铊、锑、铍等重金属；可疑样品送检。",
    "培育鹌鹑、鸵鸟、鸸鹋等特色养殖；可给予补助。",
    "支持甪直镇、浒墅关镇、濮院镇开展试点。",
    "设立咖啡馆（Café）、啤酒馆（Bräu），品牌为“Crème Brûlée”。",
    "合作方包括Universität Zürich、São Paulo和Århus。",
    "面积按公式S=πr²计算；α-干扰素、β受体阻滞剂除外。",
    "网址：https://example.org/a?b=1;c=2，邮箱：***@example.org。",
    "Measures: who pays?; how much?! See annex_A|B.",
    "姓名中有𠮷、㛃、䶮等生僻字的，按照GB18030办理。",
    "記者從會上獲悉：和去年相比，產業規模擴大；化工、可再生能源增長較快。",
    "“三高四新”战略……（试行）——第１２条、第①项、Ⅱ级响应。",
    "注：ひらがな是日文平假名；カタカナ是片假名。",
    "温度为25℃±2℃，误差≤0.5‰；电阻为10Ω。",
    "何谓“小微企业”？可参照有关标准：合并计算；混合所有制企业除外！",
    "ÄÖÜäöüß为德语字母，ñ为西班牙语字母，ç为法语字母。",
    "拼音：nèi、wài、lǜ；音标：[ˈæpl]。",
)


@pytest.mark.parametrize("text", HEALTHY)
def test_healthy_text_stays(text: str) -> None:
    assert recodings(text) == ()
    assert shifts(text) == ()
    assert damaged_runs(text) == ()


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("推動全市產業發展。《若干措施》明確支持方向，", View()),
        ("推動全市產業發展。《若干措施》明確支持方向，", View(orphan="", ascii_marks=True)),
        ("推動全市產業發展。《若干措施》明確支持方向，", View(orphan="\ufffd")),
        ("合同暫停或者終止的，應當在三日內告知。", View(orphan="")),
        ("合同暫停或者終止的，應當在三日內告知。", View(ascii_marks=True)),
        ("推動全市產業規模化先進製造業發展。", View()),
    ],
    ids=str,
)
def test_what_was_read_one_byte_late_comes_back(text: str, view: View) -> None:
    page = corrupt(text, view)
    plain = text.translate({ord("，"): ","}) if view.ascii_marks else text
    assert page != plain
    assert apply_edits(page, shifts(page)) == plain


def test_a_figure_that_a_lost_byte_took_along_is_not_made_up() -> None:
    page = corrupt("推動全市產業發展。《行動方案》2024年印發", View(swallow=True))
    assert "2024" not in page
    assert "2024" not in apply_edits(page, shifts(page))
    assert damaged_runs(page)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("latin-1", "utf-8"), ("gbk", "utf-8"), ("latin-1", "gbk"), ("big5hkscs", "gbk"), ("gbk", "big5hkscs")],
)
def test_a_wrong_charset_is_undone(wrong: str, right: str) -> None:
    exact = 0
    for sentence in ("鼓励企业创新发展", "促進產業創新發展", "支持企業參與標準制定", "各区人民政府", "支持算力建设"):
        try:
            page = sentence.encode(right).decode(wrong)
        except UnicodeError:
            continue
        exact += apply_edits(page, recodings(page)) == sentence
        assert apply_edits(page, recodings(page)) == sentence or damaged_runs(page), (sentence, page)
    assert exact


def test_utf8_that_was_misread_twice_is_undone_twice() -> None:
    for wrong in ("latin-1", "gbk"):
        page = "鼓励企业创新发展".encode().decode(wrong).encode().decode(wrong)
        assert apply_edits(page, recodings(page)) == "鼓励企业创新发展"


def test_windows_quotes_in_misread_utf8_are_bytes_too() -> None:
    page = "落实“放管服”改革，支持企业".encode().decode("cp1252", "surrogateescape")
    page = "".join(chr(ord(char) - 0xDC00) if "\udc80" <= char <= "\udcff" else char for char in page)
    assert apply_edits(page, recodings(page)) == "落实“放管服”改革，支持企业"


def test_what_is_whole_is_repaired_and_the_rest_counts_as_damaged() -> None:
    page = "榧撳姳浼佷笟鍒涙柊鍙戝睍鎸?"
    repaired = apply_edits(page, recodings(page))
    assert repaired == "鼓励企业创新发展鎸?"
    assert [edit.note for edit in recodings(page)] == ["inferred"]
    assert [span.of(repaired) for span in damaged_runs(repaired)] == ["鎸?"]


@pytest.mark.parametrize("junk", ["锟斤拷锟斤拷", "烫烫烫烫", "屯屯屯屯屯"])
def test_what_replaced_lost_bytes_is_damage(junk: str) -> None:
    text = f"支持企业{junk}创新发展。"
    assert recodings(text) == shifts(text) == ()
    assert [span.of(text) for span in damaged_runs(text)] == [junk]


HOSTILE = {
    "letters": "a" * 300_000,
    "one rare character": "鞔" * 60_000,
    "false marks": "?！鞔" * 20_000,
    "one repair again and again": "规?；冗M" * 10_000,
    "marks": "；" * 200_000,
    "question marks": "?" * 500_000,
    "UTF-8 in Latin-1": "ä¸€" * 60_000,
    "accents": "é" * 500_000,
    "lines": "?!鞔\n" * 15_000,
    "rare lists": "；鞔袆" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_bounded_time(text: str) -> None:
    began = time.process_time()
    recodings(text)
    shifts(text)
    damaged_runs(text)
    assert time.process_time() - began < 15


def test_healthy_text_costs_little() -> None:
    text = "第三条　支持企业开展技术攻关，按照投资额的30%给予补助，最高50万元；符合条件的可优先推荐。\n" * 8000
    recodings(text[:100])
    began = time.process_time()
    recodings(text)
    shifts(text)
    assert time.process_time() - began < 1.5


@pytest.mark.parametrize("charset", ["gbk", "utf-8"])
@pytest.mark.parametrize("western", ["latin-1", "cp1252"])
def test_a_text_misread_throughout_is_mended_to_its_shortest_words(charset: str, western: str) -> None:
    text = (
        "海州市渔港补助办法\n海政规〔2025〕9号\n第一条 渔港经营者应当依法登记，接受监督检查。\n"
        "第二条 每港最高补助500万元。\n第三条 本办法自2025年5月1日起施行。"
    )
    raw = text.encode(charset)
    spoiled = "".join(bytes([byte]).decode(western, "ignore") or chr(byte) for byte in raw)
    found = clean(read_bytes(spoiled.encode(), "办法.txt"))
    assert found.text == text
    assert found.doubts == ()


def test_a_foreign_name_in_a_mended_text_stays() -> None:
    mended = "渔港经营者应当依法登记，接受监督检查。".encode("gbk").decode("latin-1")
    assert clean(read_bytes(f"{mended}\nBräu、Café、Zürich".encode(), "办法.txt")).text.endswith("Bräu、Café、Zürich")
