"""The main text of pages of many makes: every line of the document stays, the page around it goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from policydiff.clean import clean, explain
from policydiff.read import read_bytes

MEASURES = (
    "青石市人民政府令第12号",
    "青石市共享单车管理办法",
    "（2022年3月1日市人民政府第5次常务会议通过）",
    "第一章 总则",
    "第一条 为了规范共享单车管理，根据有关法律、法规，结合本市实际，制定本办法。",
    "第二条 运营企业应当具备下列条件：",
    "（一）有固定的经营场所",
    "（二）有相应的管理人员。",
    "第二章 罚则",
    "第三条 违反本办法的，处一千元以上五千元以下罚款。",
    "第四条 本办法自2022年5月1日起施行。",
)
NOTICE = (
    "青石市商务局关于申报外贸奖励资金的通知",
    "青商发〔2023〕7号",
    "各区商务主管部门：",
    "现就外贸奖励资金申报有关事项通知如下，请认真组织。",
    "一、申报条件",
    "上年度进出口额超过1000万元的企业。",
    "二、申报时间",
    "2023年5月1日至5月31日",
    "附件：1.申报表",
    "2.承诺书",
    "青石市商务局",
    "2023年4月20日",
    "（此件公开发布）",
    "附件1",
    "外贸奖励资金申报表",
    "企业名称\t进出口额（万元）",
    "某某公司\t1200",
)
SHORT = ("关于废止《青石市摩托车管理规定》的决定", "经研究，决定废止该规定。", "青石市人民政府", "2021年9月3日")
DOCUMENTS = {"measures": MEASURES, "notice": NOTICE, "short": SHORT}


def title(lines: Sequence[str]) -> str:
    """The line that is the title: the first that names its kind."""
    return next(line for line in lines if line.endswith(("办法", "通知", "决定")))


def paragraphs(lines: Sequence[str], tag: str = "p") -> str:
    """The lines as elements; rows with tabs as one table."""
    marked, rows = [], []
    for line in lines:
        if "\t" in line:
            rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split("\t")) + "</tr>")
        else:
            marked.append(f"<{tag}>　　{line}</{tag}>")
    return "".join(marked) + (f"<table border=1>{''.join(rows)}</table>" if rows else "")


def page(name: str, body: str) -> str:
    return f"<!DOCTYPE html><html><head><title>{name}</title></head><body>{body}</body></html>"


def links(*words: str) -> str:
    return "".join(f"<li><a href='#'>{word}</a></li>" for word in words)


def portal(lines: Sequence[str]) -> str:
    return page(
        title(lines) + "_青石市人民政府门户网站",
        f"""<div>欢迎访问青石市人民政府网站</div><ul>{links("网站首页", "政务动态", "办事指南", "互动栏目")}</ul>
        <div>当前位置：<a>网站首页</a> &gt; <a>政务动态</a></div>
        <ul><li onclick=a()>关于召开座谈会的通知 03-01</li></ul>
        <div class=text>{paragraphs(lines)}</div><div>【<a>打印本页</a>】【<a>关闭窗口</a>】</div>
        <div>相关文件</div><div><a>关于促进消费的若干措施</a> <span>2023-03-11</span></div>
        <div>主办：青石市人民政府办公室</div><div>某ICP备00000000号</div>""",
    )


def soup(lines: Sequence[str]) -> str:
    half = len(lines) // 2
    return page(
        title(lines) + " - 政策服务平台",
        f"""<div><div><a>政策匹配</a><a>政策日历</a></div><div>您好，请登录</div></div><div><div>政策原文</div><div>申报指南</div></div>
        <div><div>{paragraphs(lines[:half], "div")}</div></div><div class=ad><a>广告</a></div>
        <div><div>{paragraphs(lines[half:], "div")}</div></div>
        <div><div>猜你想看</div><div><a>关于组织专项检查的通知</a></div><div>市应急局</div></div>
        <div>在线客服</div><div>意见反馈</div>""",
    )


def news(lines: Sequence[str]) -> str:
    return page(
        title(lines) + "-青石新闻网",
        f"""<header><h1>青石新闻网</h1><nav>{links("时政", "经济", "文体")}</nav></header>
        <article><h2>{title(lines)}</h2>
        <div>2023-04-20 10:00 来源：青石日报 作者：张三</div>
        {paragraphs([line for line in lines if line != title(lines)])}
        <p>（责任编辑：李四）</p></article><aside><h3>热点排行</h3><p>春耕时节农事忙，田间地头一派热闹景象，处处是人。</p></aside>
        <div><h3>网友评论</h3><div><b>用户甲</b><section>希望这个好政策能够尽快落实到位，让企业得实惠。</section></div></div>
        <footer>凡本网注明来源的作品，未经授权不得转载，违者将被追究责任。</footer>""",
    )


def account(lines: Sequence[str]) -> str:
    name = title(lines)
    return page(
        name,
        f"""<div><h1>{name}</h1><div><span>原创</span> <a>青石发布</a> <em>2023年4月20日 18:00</em></div>
        <div style="visibility:hidden">
        <section><p>点击上方“蓝字”关注我们</p></section>
        {paragraphs([line for line in lines if line != name])}
        <p>编辑 | 小青</p><p>往期推荐</p><p><a>一图读懂报告</a></p><p>点个“在看”，转给更多人</p></div></div>
        <div>阅读 1.2万</div><div>预览时标签不可点</div><div>微信扫一扫<br>关注该公众号</div><div>青石发布</div>
        <div>，轻点两下取消赞</div>""",
    )


def forum(lines: Sequence[str]) -> str:
    name = title(lines)
    rest = [line for line in lines if line != name]
    return page(
        name + " - 青石论坛",
        f"""<div><a>论坛</a> › <a>本地</a> › <a>政策</a></div>
        <table><tr><td>查看: 231|回复: 2</td><td><h1>[政策] {name}</h1></td></tr></table>
        <table><tr><td><div><a>老青年</a></div><div>帖子 204</div><div>超级版主</div></td><td><div>楼主</div>
        <div>发表于 2023-4-20 09:21:00 | <a>只看该作者</a></div><div><div>{paragraphs(rest)}</div></div>
        <div>本帖最后由 老青年 于 2023-4-20 09:30 编辑</div><div>签名：知足常乐</div></td></tr></table>
        <table><tr><td><div><a>路人甲</a></div></td><td><div>沙发</div><div>发表于 2023-4-20 10:02:11</div>
        <div>谢谢楼主分享，正需要这个文件，先收藏了慢慢看。</div></td></tr></table><div>您需要登录后才可以回帖</div>""",
    )


def flat(lines: Sequence[str]) -> str:
    return page(
        "通知公告",
        f"<a>返回首页</a> | <a>联系我们</a><br><br>{'<br>'.join(line for line in lines if chr(9) not in line)}"
        + paragraphs([line for line in lines if chr(9) in line])
        + "<br><a>【返回】</a> <a>【顶部】</a> <a>【关闭】</a><br>版权所有 青石县人民政府 未经许可不得复制",
    )


LAYOUTS: tuple[Callable[[Sequence[str]], str], ...] = (portal, soup, news, account, forum, flat)
CHROME = """
    欢迎访问 网站首页 政务动态 座谈会 打印本页 促进消费 主办： ICP 政策匹配 请登录 政策原文 广告 猜你想看
    专项检查 市应急局 在线客服 青石新闻网
    时政 来源： 责任编辑 热点排行 春耕 网友评论 用户甲 好政策 未经授权 原创 蓝字 往期推荐 一图读懂
    在看 1.2万 标签不可点 微信 取消赞
    查看: 政策] 老青年 超级版主 楼主 签名 路人甲 沙发 回帖 返回首页 联系我们 顶部 版权所有
""".split()  # noqa: SIM905 - a list of fifty quoted words is no easier to read


def cleaned(html: str) -> str:
    return clean(read_bytes(html.encode(), "https://www.example.gov.cn/a.html", "text/html; charset=utf-8")).text


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_line_of_the_document_stays_and_no_word_of_the_page(
    layout: Callable[[Sequence[str]], str], document: Sequence[str]
) -> None:
    text = cleaned(layout(document))
    lines = text.split("\n")
    assert [line for line in document if line not in lines] == []
    assert [word for word in CHROME if word in text] == []
    assert sorted(lines) == sorted(document)


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_cleaning_a_cleaned_page_changes_nothing(
    layout: Callable[[Sequence[str]], str], document: Sequence[str]
) -> None:
    text = cleaned(layout(document))
    assert clean(read_bytes(text.encode(), "a.txt")).text == text


def test_a_page_without_a_text_stays_as_it_is() -> None:
    html = page("青石市人民政府", "<div>青石概况</div><div>青石风光</div><div>上一届政府</div>")
    assert cleaned(html) == "青石概况\n青石风光\n上一届政府"


def test_landmarks_that_would_leave_no_text_are_not_believed() -> None:
    html = page("某办法", f"<aside>{paragraphs(MEASURES)}</aside><p>首页</p>")
    assert set(MEASURES) <= set(cleaned(html).split("\n"))


def test_an_annex_below_the_controls_of_a_page_stays() -> None:
    annex = "<div><p>附件2</p><p>重点企业</p><p>青石某某纺织有限公司</p><p>青石某某陶瓷有限公司</p></div>"
    html = page(title(NOTICE), f"<div>{paragraphs(NOTICE[:12])}</div><div>打印 关闭</div>{annex}<div>打印 关闭</div>")
    assert cleaned(html).split("\n")[-4:] == ["附件2", "重点企业", "青石某某纺织有限公司", "青石某某陶瓷有限公司"]


def test_the_record_of_a_document_stays_without_the_bookkeeping_of_the_portal() -> None:
    record = (
        "<table><tr><td>索引号：</td><td>0000/2023-1</td><td>主题分类：</td><td>商务</td></tr>"
        "<tr><td>发文字号：</td><td>青商发〔2023〕7号</td><td>发布日期：</td><td>2023年4月21日</td></tr></table>"
    )
    text = cleaned(page(title(NOTICE), record + f"<div>{paragraphs(NOTICE)}</div>"))
    assert text.split("\n")[0] == "发文字号：\t青商发〔2023〕7号"
    assert "索引号" not in text
    assert "发布日期" not in text


@pytest.mark.parametrize(
    "line",
    [
        "责任单位：市商务局、各区人民政府",
        "咨询电话：0000-1234567",
        "监督电话：0000-7654321",
        "主办单位：市商务局",
        "下载企业版应用程序",
        "专栏1 重点工程",
        "第一阶梯 每立方米2.35元",
        "<b>相关政策</b>",
        "<a href='#'>《青石市外贸促进办法》</a>",
        "编辑出版单位的认定",
        "图1 空间布局示意图",
        "技术支持：由市大数据局负责",
        "（五）网络谣言举报处理",
        "版权归属",
        "增值电信业务经营许可证",
        "下一条规定的情形除外",
    ],
)
def test_a_short_line_within_the_text_stays(line: str) -> None:
    html = page(title(NOTICE), f"<div>{paragraphs([*NOTICE[:6], line, *NOTICE[6:12]])}</div><div>打印 关闭</div>")
    words = re.sub("<[^>]+>", "", line)
    assert words in cleaned(html).split("\n")


def test_links_to_annexes_stay_and_the_menu_goes() -> None:
    annexes = "".join(f"<p><a href='#'>{name}</a></p>" for name in ("申报表", "承诺书", "审计报告格式"))
    menu = links("商务动态", "商务要闻", "外资外贸")
    html = page(title(NOTICE), f"<ul>{menu}</ul><div>{paragraphs(NOTICE[:8])}<p>附件：</p>{annexes}</div>")
    assert cleaned(html).split("\n")[-4:] == ["附件：", "申报表", "承诺书", "审计报告格式"]


def test_each_line_taken_out_names_its_rule() -> None:
    source = read_bytes(portal(MEASURES).encode(), "a.html", "text/html; charset=utf-8")
    rules = {each.rule for each in explain(clean(source)) if not each.after}
    assert {"main-text", "related"} <= rules
