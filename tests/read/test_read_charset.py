"""Charsets: marks, labels true and false, bytes without any of them, and bytes that were lost on the way."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.errors import CharsetError
from policydiff.read import ReadOptions, read_bytes
from policydiff.read.charset import Decoded, decode
from policydiff.read.familiar import common_share

TEXT = "为了加快产业发展，对符合条件的企业给予资金支持。"
LONG = "第一条　为了规范资金使用，根据有关规定，制定本办法。\n第二条　市财政部门负责资金的管理和监督。\n" * 20
TRADITIONAL = "為了加快產業發展，對符合條件的企業給予資金支持。"


def decoded(data: bytes, media_type: str | None = None) -> Decoded:
    return decode(data, "措施.txt", media_type, ReadOptions())


@pytest.mark.parametrize(
    ("mark", "charset"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"\x84\x31\x95\x33", "gb18030"),
    ],
)
def test_a_mark_decides(mark: bytes, charset: str) -> None:
    assert decoded(mark + TEXT.encode(charset), "text/plain; charset=big5") == Decoded(TEXT, charset, "mark")


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (TEXT, "utf-16-le"),
        (TEXT, "utf-16-be"),
        (TEXT, "utf-32-le"),
        (TEXT, "utf-32-be"),
        ("一、支持算力。\r\n二、支持数据。", "utf-16-le"),
        ("<html><body><p>第一条 总则</p></body></html>", "utf-16-be"),
        ("abc", "utf-16-le"),
        (LONG, "utf-16-le"),
        (LONG, "gb18030"),
        (TEXT[:8], "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL[:8], "big5"),
        (TEXT, "hz"),
    ],
)
def test_without_mark_and_label_the_charset_is_detected(text: str, charset: str) -> None:
    found = decoded(text.encode(charset))
    assert (found.text, found.evidence, found.replaced) == (text, "detected", 0)
    assert found.charset == {"big5": "big5hkscs"}.get(charset, charset)


def test_a_surrogate_pair_at_the_end_of_what_is_looked_at_is_no_harm() -> None:
    text = "一、" + "𠮷" * 20_000
    assert decoded(("第一条\n" * 9_000 + text).encode("utf-16-be")).charset == "utf-16-be"


def test_utf_8_counts_before_any_label() -> None:
    assert decoded(TEXT.encode(), "text/html; charset=gbk") == Decoded(TEXT, "utf-8", "utf-8")


def test_words_in_gbk_that_are_valid_utf_8_are_gbk() -> None:
    assert "只要".encode("gbk").decode("utf-8") != "只要"
    assert decoded("只要".encode("gbk")).text == "只要"
    assert decoded("只要".encode("gbk"), "text/html; charset=gb2312").evidence == "declared"
    assert decoded("naïve café".encode()).text == "naïve café"


@pytest.mark.parametrize("label", ["gb2312", "GBK", "gb18030", "csgb2312", "x-gbk", "windows-936"])
def test_a_label_means_the_larger_set_and_the_sender_is_asked_first(label: str) -> None:
    rare = "㐂喆，镕"
    assert decoded(rare.encode("gb18030"), f"text/html; charset={label}") == Decoded(rare, "gb18030", "declared")
    page = f'<meta charset="big5"><p>{rare}'.encode("gb18030")
    assert decoded(page, f'text/html; charset="{label}"').text.endswith(rare)


@pytest.mark.parametrize(
    "head", ["<meta charset=big5>", "<meta http-equiv=Content-Type content='text/html; charset=Big5'>"]
)
def test_a_page_names_its_charset(head: str) -> None:
    found = decoded(f"<html><head>{head}</head>裏恒銹".encode("big5hkscs"))
    assert (found.charset, found.evidence) == ("big5hkscs", "declared")


@pytest.mark.parametrize(
    ("text", "charset", "label"),
    [
        (TEXT, "gb18030", "utf-8"),
        (TEXT, "gb18030", "big5"),
        (TEXT, "gb18030", "iso-8859-1"),
        (TEXT, "gb18030", "no-such-charset"),
        (TRADITIONAL, "big5hkscs", "gb2312"),
        (TRADITIONAL, "big5hkscs", "utf-8"),
        (LONG, "utf-16-le", "gb2312"),
    ],
)
def test_a_label_that_makes_nonsense_of_the_text_yields(text: str, charset: str, label: str) -> None:
    assert decoded(text.encode(charset), f"text/html; charset={label}") == Decoded(text, charset, "detected")


def test_a_true_label_holds_for_names_that_no_prose_has() -> None:
    names = "龚翀、邝曌、璩珺、阚骜、鄢弢、酆喆、逄钊、亓鑫、仉淼"
    assert decoded(names.encode("gb18030"), "text/plain; charset=gb2312").text == names


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "utf-16-le"])
def test_what_was_cut_off_in_the_middle_of_a_character_is_read_and_counted(charset: str) -> None:
    source = read_bytes(LONG.strip().encode(charset)[:-1], "a.txt")
    assert (source.encoding, source.replaced) == (charset, 1)
    assert source.text == LONG.strip()[:-1] + "\ufffd"


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "big5hkscs"])
def test_a_few_lost_bytes_are_counted_and_many_are_too_many(charset: str) -> None:
    text = TRADITIONAL * 40 if charset == "big5hkscs" else LONG
    data = bytearray(text.encode(charset))
    for at in range(300, len(data), 500):
        data[at] = 0xFF
    found = decoded(bytes(data))
    assert found.charset == charset
    assert 0 < found.replaced < 20
    assert found.replaced == found.text.count("\ufffd")
    with pytest.raises(CharsetError, match="not text in UTF-8, GB18030 or Big5"):
        decoded(bytes(b if at % 7 else 0xFF for at, b in enumerate(data)))


def test_how_much_may_be_lost_is_an_option() -> None:
    data = bytearray(LONG.encode("gb18030"))
    data[100:106] = b"\xff" * 6
    assert decode(bytes(data), "a", None, ReadOptions()).replaced == 6
    with pytest.raises(CharsetError):
        decode(bytes(data), "a", None, ReadOptions(max_replaced_share=0.001))


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xff\x80 abc",
        "déjà vu, résumé".encode("latin-1"),
        codecs.BOM_UTF8 + b"\xd5\xfe",
        "これはペンです".encode("sjis"),
    ],
)
def test_bytes_in_no_charset_are_told(data: bytes) -> None:
    with pytest.raises(CharsetError) as error:
        decoded(data)
    assert "措施.txt" in str(error.value)
    assert "save it" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_stray_nul_makes_no_utf_16() -> None:
    assert decoded((TEXT * 10 + "\0" + TEXT).encode()).charset == "utf-8"
    assert decoded((TEXT * 10 + "\0" + TEXT).encode("gb18030")).charset == "gb18030"


def test_evidence_of_a_page_reaches_its_source() -> None:
    page = f'<html><head><meta charset="gb2312"></head><body>{TEXT}</body></html>'.encode("gb18030")
    source = read_bytes(page, "a.html")
    assert (source.encoding, source.evidence, source.replaced, source.text) == ("gb18030", "declared", 0, TEXT)


def test_text_lost_before_the_capture_is_counted() -> None:
    assert read_bytes("最高\ufffd\ufffd万元".encode(), "a.txt").replaced == 2


@pytest.mark.parametrize("unit", [b"\xff", b"\xa3", b"~{", b"\x00", b"<meta ", b"\x81\x30", b"\xe6"])
def test_a_megabyte_of_one_sign_ends_soon(unit: bytes) -> None:
    data = unit * (1_000_000 // len(unit))
    try:
        assert decoded(data).text
    except CharsetError as error:
        assert "措施.txt" in str(error)  # noqa: PT017 - either end is good, what matters is that there is one


@given(st.text(alphabet=st.sampled_from(sorted(set(LONG + TEXT))), min_size=16, max_size=60))
@settings(deadline=None, derandomize=True, max_examples=60)
def test_prose_survives_its_charset(text: str) -> None:
    if common_share(text) >= 0.3:
        assert decoded(text.encode("gb18030")).text == text


@given(st.binary(max_size=200))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_any_bytes_are_a_text_or_told(data: bytes) -> None:
    try:
        found = decoded(data)
    except CharsetError:
        return
    assert found.replaced == found.text.count("\ufffd")
