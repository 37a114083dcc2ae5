"""OFD: the text that comes out is the text that went in."""

from __future__ import annotations

import pytest
from support.ofd_files import NAMESPACE, Written, ofd_of, pages_of, parts_of, zipped
from support.pdf_files import Look, Paragraph, paragraphs_of, pdf_of
from support.policy import POLICY, Policy, generated

from policydiff.clean import clean
from policydiff.errors import InputError
from policydiff.read import ReadOptions, read_bytes


@pytest.mark.parametrize("policy", [POLICY, generated(30, 0), generated(30, 1)], ids=["short", "long", "other"])
def test_every_line_comes_out_as_it_went_in(policy: Policy) -> None:
    source = read_bytes(ofd_of(paragraphs_of(policy), title=policy.title, header="云泽市人民政府公报"), "政策.ofd")
    assert source.title == policy.title
    assert source.facts[0].value == policy.title
    assert clean(source).text.split("\n") == list(policy.lines())


def test_ofd_and_pdf_of_one_policy_are_one_text() -> None:
    paragraphs = paragraphs_of(generated(20, 4))
    texts = {clean(read_bytes(data, "政策")).text for data in (ofd_of(paragraphs), pdf_of(paragraphs, Look(size=12)))}
    assert len(texts) == 1


def test_pages_are_numbered_and_templates_are_laid_below() -> None:
    pages = [[Written("第一条 总则。", 28, 60)], [Written("第二条 附则。", 28, 60)]]
    source = read_bytes(zipped(parts_of(pages, template=[Written("云泽市文件", 90, 20, 4)])), "政策.ofd")
    assert [(block.locator, block.kind, block.span.of(source.text)) for block in source.blocks] == [
        ("p. 1", "page-header", "云泽市文件"),
        ("p. 1", "line", "第一条 总则。"),
        ("p. 1", "page-number", "— 1 —"),
        ("p. 2", "page-header", "云泽市文件"),
        ("p. 2", "line", "第二条 附则。"),
        ("p. 2", "page-number", "— 2 —"),
    ]


def test_a_matrix_scales_and_turns() -> None:
    page = [
        Written("第一条 总则。", 28, 60, 2.8, matrix="2 0 0 2 0 0"),
        Written("第二条 附则。", 28, 80),
        Written("内部资料", 100, 150, matrix="0.7 -0.7 0.7 0.7 0 0"),
    ]
    source = read_bytes(zipped(parts_of([page])), "政策.ofd")
    assert [block.kind for block in source.blocks] == ["line", "line", "page-header", "page-number"]
    assert clean(source).text == "第一条 总则。\n第二条 附则。"


def test_steps_repeat_and_other_namespaces_are_read() -> None:
    code = '<TextCode X="0" Y="5" DeltaX="g 3 5 10 g 99 5">第一条总则。</TextCode>'
    text = f'<PageBlock><TextObject Size="5" Boundary="30 50 100 8">{code}</TextObject></PageBlock>'
    parts = parts_of([[]])
    parts["Doc_0/Pages/Page_0/Content.xml"] = f"<Page><Content><Layer>{text}</Layer></Content></Page>"
    parts = {name: part.replace("ofd:", "").replace(f'xmlns:ofd="{NAMESPACE}"', "") for name, part in parts.items()}
    assert read_bytes(zipped(parts), "政策.ofd").text == "第一条总\u3000则。"


def test_several_documents_count_on() -> None:
    first, second = (
        parts_of([[Written(f"第{at}条 规定。", 28, 60)]], folder=f"Doc_{n}") for n, at in enumerate("一二")
    )
    both = {**first, **second}
    body = second["OFD.xml"].split("<ofd:DocBody>")[1].split("</ofd:OFD>")[0]
    both["OFD.xml"] = first["OFD.xml"].replace("</ofd:OFD>", f"<ofd:DocBody>{body}</ofd:OFD>")
    source = read_bytes(zipped(both), "政策.ofd")
    assert [block.locator for block in source.blocks if block.kind == "line"] == ["p. 1", "p. 2"]


WAYS = ("/Doc_0/Document.xml", "./Doc_0/../Doc_0/Document.xml", "../../Doc_0/Document.xml", "Doc_0\\Document.xml")


@pytest.mark.parametrize("where", WAYS)
def test_paths_stay_inside_the_archive(where: str) -> None:
    parts = parts_of([[Written("第一条 总则。", 28, 60)]])
    parts["OFD.xml"] = parts["OFD.xml"].replace("Doc_0/Document.xml", where)
    assert read_bytes(zipped(parts), "政策.ofd").text.startswith("第一条 总则。")


def broken(name: str, old: str, new: str) -> bytes:
    parts = parts_of([[Written("第一条 总则。", 28, 60)]], template=[Written("页眉", 28, 20)])
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new)
    return zipped(parts)


PAGE = "Doc_0/Pages/Page_0/Content.xml"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (broken("OFD.xml", "Doc_0/Document.xml", "/etc/passwd"), "part etc/passwd is missing"),
        (broken("OFD.xml", "Doc_0/Document.xml", "../../../etc/passwd"), "part etc/passwd is missing"),
        (broken("OFD.xml", "Doc_0/Document.xml", "OFD.xml"), "no text"),
        (broken("OFD.xml", "ofd:DocBody>", "ofd:Nothing>"), "names no document"),
        (broken("Doc_0/Document.xml", "Pages/Page_0", "Pages/Page_9"), "none of its pages"),
        (broken(PAGE, "</ofd:Page>", ""), "no valid XML"),
        (broken(PAGE, '<?xml version="1.0" encoding="UTF-8"?>', '<!DOCTYPE a [<!ENTITY b "c">]>'), "not safe"),
        (zipped({"OFD.xml": "<OFD/>", "Doc_0/Encryptions.xml": "<a/>"}), "is encrypted"),
        (zipped({"OFD.xml": b"\x00\x01"}), "no valid XML"),
        (zipped(parts_of([])), "no text"),
    ],
)
def test_bad_files_get_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_bytes(data, "坏.ofd")
    assert str(caught.value).startswith("坏.ofd ")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("g 6", "g 99999999999"),
        ('DeltaX="', 'DeltaX="g g g -1 nan '),
        ('Size="5.6"', 'Size="nan"'),
        ('Size="5.6"', 'Size="1e300"'),
        ('Boundary="', 'Boundary="1e300 '),
        ("<ofd:TextObject", '<ofd:TextObject CTM="0 0 0 0 0 0"'),
        ('X="0"', 'X="inf"'),
        ('TemplateID="5"', 'TemplateID="10"'),
    ],
)
def test_strange_figures_end_in_text(old: str, new: str) -> None:
    parts = parts_of([[Written("第一条 总则。", 28, 60)]], template=[Written("页眉", 28, 20)])
    parts[PAGE] = parts[PAGE].replace(old, new)
    try:
        assert read_bytes(zipped(parts), "怪.ofd").text
    except InputError as error:
        assert "no text" in str(error)  # noqa: PT017 - nothing of it stands on the paper


def test_a_template_that_names_itself_is_read_once() -> None:
    parts = parts_of([[Written("第一条 总则。", 28, 60)]], template=[Written("页眉", 28, 20)])
    name = "Doc_0/Tpls/Tpl_0/Content.xml"
    parts[name] = parts[name].replace("<ofd:Content>", '<ofd:Template TemplateID="5"/><ofd:Content>')
    assert read_bytes(zipped(parts), "政策.ofd").text.count("页眉") == 1


def test_limits_are_kept() -> None:
    data = zipped(parts_of(pages_of([Paragraph("第一条 支持企业发展。")] * 60)))
    with pytest.raises(InputError, match="more than 1 pages"):
        read_bytes(data, "长.ofd", options=ReadOptions(max_pages=1))
    with pytest.raises(InputError, match="more than 50 characters"):
        read_bytes(data, "长.ofd", options=ReadOptions(max_glyphs=50))
