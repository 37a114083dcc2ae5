"""Links, rows and forms within and around a text: what is the document's own stays, what the site sets between goes."""

from __future__ import annotations

import pytest

from policydiff.clean import clean
from policydiff.clean.controls import is_button_row, is_control, is_furniture
from policydiff.clean.fields import is_furniture as is_publication
from policydiff.clean.page import Page
from policydiff.clean.records import bookkeeping_fields
from policydiff.read import read_bytes

TITLE = "白石市老旧电梯更新办法"
ARTICLES = (
    ("第 1 條", "為規範老舊電梯更新，保障安全，制定本辦法。"),
    ("第 2 條", "使用滿十五年之電梯，得申請補助。"),
    ("第 2-1 條", "申請期間為公告之日起三個月內。"),
    ("第 3 條", "補助金額每台以新臺幣六十萬元為上限。"),
)
BODY = (
    "第一条 为了规范老旧电梯更新，保障乘用安全，根据有关规定，制定本办法。",
    "第二条 使用满十五年的电梯，可以申请更新补助。",
    "第三条 每台补助不超过十万元，由市财政承担。",
    "第四条 本办法自2023年6月1日起施行。",
)


def cleaned(body: str, title: str = TITLE) -> list[str]:
    html = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"
    source = read_bytes(html.encode(), "https://www.example.gov.cn/a.html", "text/html; charset=utf-8")
    return clean(source, simplify=False).text.split("\n")


def linked(words: str) -> str:
    return f"<a href='#'>{words}</a>"


def paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def test_article_numbers_that_are_links_stay() -> None:
    rows = "".join(
        f"<div class=r><div class=n>{linked(number)}</div><div class=t><div>{text}</div></div></div>"
        for number, text in ARTICLES
    )
    record = "<table><tr><th>公布日期：</th><td>民國 111 年 3 月 5 日</td></tr></table>"
    lines = cleaned(f"<div>{linked('回首頁')} {linked('網站導覽')}</div><h2>{TITLE}</h2>{record}<div>{rows}</div>")
    squeezed = [line.replace(" ", "") for line in lines]
    assert squeezed == [
        TITLE,
        "公布日期：",
        "民國111年3月5日",
        *[part.replace(" ", "") for article in ARTICLES for part in article],
    ]


def test_a_column_of_jumps_to_the_articles_is_a_menu() -> None:
    jumps = "".join(f"<div>{linked(f'第 {n} 條')}</div>" for n in range(1, 5))
    lines = cleaned(f"<div>{jumps}</div><h1>{TITLE}</h1><div>{paragraphs(BODY)}</div>")
    assert lines == [TITLE, *BODY]


COMPANIES = ("白石华光电梯有限公司", "白石远山机械有限公司", "白石海川科技有限公司", "白石长风设备有限公司")


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_list_of_links_that_the_text_announces_stays(count: int) -> None:
    listed = COMPANIES[:count]
    above, below = "经审核，认定以下企业为更新承办单位：", "以上企业自公布之日起承办，期限三年。"
    lines = cleaned(
        f"<div>{linked('首页')}{linked('公告')}</div><h1>{TITLE}</h1><p>{above}</p>"
        f"<ul>{''.join(f'<li>{linked(name)}</li>' for name in listed)}</ul><p>{below}</p><p>白石市住建局</p>"
    )
    assert lines == [TITLE, above, *listed, below, "白石市住建局"]


def test_a_list_may_end_the_text_above_its_signature() -> None:
    listed = "".join(f"<li>{linked(name)}</li>" for name in COMPANIES)
    signature = ("白石市住建局", "2023年5月1日")
    lines = cleaned(f"<h1>{TITLE}</h1>{paragraphs(BODY)}<p>名单如下：</p><ul>{listed}</ul>{paragraphs(signature)}")
    assert lines == [TITLE, *BODY, "名单如下：", *COMPANIES, *signature]


def test_a_lone_dash_in_a_text_file_is_the_text_s() -> None:
    text = "奖励标准\n—\n第一条 为了规范老旧电梯更新，制定本办法。\n—"
    assert clean(read_bytes(text.encode(), "a.txt")).text == text


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("相关链接：", ("电梯更新工作推进会召开", "电梯安全知识问答", "住建局走访社区")),
        ("您可能想看的更多内容，点击查看：", ("电梯更新工作推进会召开", "电梯安全知识问答", "住建局走访社区")),
        (
            "以下是本周热门推荐：",
            ("电梯更新工作推进会召开 2023-05-02", "电梯安全知识 2023-05-01", "住建局走访 2023-04-30"),
        ),
    ],
)
def test_a_list_of_other_pages_within_the_text_goes(heading: str, items: tuple[str, ...]) -> None:
    other = f"<div><h4>{heading}</h4><ul>{''.join(f'<li>{linked(item)}</li>' for item in items)}</ul></div>"
    lines = cleaned(f"<h1>{TITLE}</h1>{paragraphs(BODY[:2])}{other}{paragraphs(BODY[2:])}")
    assert [line for line in lines if line in items] == []
    assert set(BODY) <= set(lines)


def test_a_row_of_links_below_every_article_is_a_widget() -> None:
    rows = "".join(
        f"<div class=w><span>{line}</span><div>{linked(f'判例 {n} 件')}{linked('沿革')}</div></div>"
        for n, line in enumerate(BODY, start=3)
    )
    record = "<ul><li>制定机关：白石市人大</li><li>公布日期：2023.05.01</li><li>效力级别：地方性法规</li></ul>"
    lines = cleaned(f"<h2>{TITLE}</h2><div>{record}</div><div><div>{TITLE}</div>{rows}</div>")
    assert lines == ["制定机关：白石市人大", "公布日期：2023.05.01", TITLE, *BODY]


def test_a_title_that_the_text_links_again_and_again_stays() -> None:
    cited = linked("《白石市电梯安全条例》")
    lines = cleaned(f"<h1>{TITLE}</h1>{''.join(f'<p>{line}</p><p>{cited}</p>' for line in BODY)}<div>打印</div>")
    assert lines.count("《白石市电梯安全条例》") == len(BODY)


OPINIONS = (
    "<h3>我要提意见</h3><form><label>姓名：</label><input><label>手机号：</label><input>"
    "<label>意见内容：</label><textarea>请输入您的意见</textarea><label>验证码：</label><button>提交</button></form>"
)


def test_a_form_for_opinions_below_a_draft_goes() -> None:
    assert cleaned(f"<h1>{TITLE}</h1>{paragraphs(BODY)}<div>{OPINIONS}</div>") == [TITLE, *BODY]
    bare = OPINIONS.replace("form>", "div>")
    assert cleaned(f"<h1>{TITLE}</h1>{paragraphs(BODY)}<div>{bare}</div>") == [TITLE, *BODY]


def test_a_page_that_is_one_form_and_a_form_of_the_document_stay() -> None:
    assert cleaned(f"<form><h1>{TITLE}</h1>{paragraphs(BODY)}</form>") == [TITLE, *BODY]
    rows = "".join(f"<tr><td>{label}</td><td></td></tr>" for label in ("姓名", "电话"))
    table = f"<p>附件</p><p>电梯更新申请表</p><table border=1>{rows}</table>"
    lines = cleaned(f"<h1>{TITLE}</h1>{paragraphs(BODY)}<form>{table}</form>")
    assert lines[len(BODY) + 1 :] == ["附件", "电梯更新申请表", "姓名", "电话"]


def test_the_pager_and_the_buttons_below_a_text_go() -> None:
    pager = f"{linked('上一页')} {linked('1')} <b>2</b> {linked('下一页')} {linked('尾页')} 共2页"
    buttons = f"{linked('立即申报')}{linked('收藏')}"
    top = f"<p>{linked('[回頁首]')}</p>"
    text = f"<h1>{TITLE}</h1>{paragraphs(BODY)}"
    assert cleaned(f"<div>{text}{buttons}{top}</div><div>{pager}</div><div>※歡迎使用 請勿轉載</div>") == [TITLE, *BODY]


def test_a_title_on_two_lines_stays_whole() -> None:
    halves = ("白石市促进老旧电梯", "更新若干措施")
    centred = "".join(f"<p align=center><b>{half}</b></p>" for half in halves)
    notice = (
        "各区人民政府：",
        "现将《白石市促进老旧电梯更新若干措施》印发给你们，请认真执行。",
        "白石市人民政府",
        "2023年5月1日",
    )
    for name in (
        "政策文件",
        "白石市促进老旧电梯更新若干措施_白石市政府",
        "关于印发《白石市促进老旧电梯更新若干措施》的通知",
    ):
        lines = cleaned(f"<div>{linked('首页')}</div>{paragraphs(notice)}{centred}{paragraphs(BODY)}", name)
        assert [line for line in (*halves, *BODY) if line not in lines] == []


@pytest.mark.parametrize(
    ("line", "control"),
    [
        ("上一页 1 2 3 下一页 尾页 共3页", True),
        ("姓名：联系电话：验证码：提交", True),
        ("姓名：联系电话：", False),
        ("申请人姓名、联系电话", False),
        ("提交申请材料", False),
        ("立即申报", True),
        ("立即申报的项目优先支持", False),
        ("共3页材料", False),
    ],
)
def test_controls_are_whole_lines(line: str, control: bool) -> None:
    assert is_control(Page.of(line).lines[0].key) is control


def test_buttons_side_by_side_and_requests_of_the_site() -> None:
    assert is_button_row("立即申报收藏")
    assert not is_button_row("下载申请表")
    assert is_furniture("请勿转载")
    assert not is_furniture("禁止转载未经核实的信息")


def test_who_put_a_page_up_is_furniture_and_a_definition_is_not() -> None:
    assert is_publication("作者:科技局 时间:2024-07-01 点击:56")
    assert not is_publication("作者:科技局")
    assert not is_publication("作者:科技局 负责解释")


def test_only_rows_of_labels_have_fields() -> None:
    assert [portal for *_, portal in bookkeeping_fields("索 引 号:0000/1\t发文机关:某局")] == [True, False]
    assert bookkeeping_fields("1.索引号:0000/1") == ()
