"""Whole pages of the kinds that portals, news sites and accounts serve: what is left is the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.clean import clean
from policydiff.model import Source
from policydiff.read import read_bytes, read_file

CORPUS = Path(__file__).resolve().parents[2] / "corpus"

PORTAL = """<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>关于印发若干措施的通知_某市人民政府</title><style>p{color:red}</style><script>var a = "<p>脚本</p>";</script>
</head><body>
<div><a>繁体版</a> | <a>无障碍阅读</a> | <span>今天是2025年3月1日 星期六</span></div>
<ul><li><a>首页</a></li><li><a>新闻动态</a></li><li><a>政务公开</a></li><li><a>办事服务</a></li></ul>
<div>您当前的位置：<a>首页</a>&nbsp;&gt;&nbsp;<a>政务公开</a>&nbsp;&gt;&nbsp;<a>政策文件</a></div>
<table><tr><td>发文字号：</td><td>某政办〔2025〕7号</td><td>发布日期：</td><td>2025-02-28</td></tr></table>
<table><tbody><tr><td><h1>某市关于印发算力发展若干措施的通知</h1>
<p>发布时间：2025-02-28 10:20&nbsp;&nbsp;来源：市政府办公室&nbsp;&nbsp;
浏览次数：<span>123</span>&nbsp;
字体：【<a>大</a> <a>中</a> <a>小</a>】</p>
<p>　　各区人民政府，市直有关单位：</p>
<p>　　《某市算力发展若干措施》已经市人民政府同意，现印发给你们，请认真贯彻落实。</p>
<p>　　附件：<a>某市算力发展若干措施</a></p><p align="right">某市人民政府办公室</p><p>2025 年 2 月 27 日</p>
<p>　　第一条　 为了加快算力发展，根据国家有关规定，制定本措施。</p>
<p>　　第二条　对新建成的智算中心，按照投资额的 20 ％给予最高<font color=red>500</font> 万元补助。<br>
　　同一企业不重复享受。</p>
<table border=1><tr><th>项 目</th><th>标准</th></tr><tr><td>算力券</td><td>每年最高50万元</td></tr></table>
</td></tr></table><p><a>某市算力发展若干措施.doc</a></p><div><a>【打印本页】</a> <a>【关闭窗口】</a></div>
<div>相关解读：</div><ul><li><a>一图读懂</a></li><li><a>专家解读</a></li></ul>
<p><a>网站地图</a> | <a>联系我们</a></p><p>主办单位：某市人民政府办公室</p>
<p>某ICP备00000000号-1　网站标识码：0000000000</p>
</body></html>"""
PORTAL_TEXT = """发文字号：
某政办〔2025〕7号
某市关于印发算力发展若干措施的通知
各区人民政府，市直有关单位：
《某市算力发展若干措施》已经市人民政府同意，现印发给你们，请认真贯彻落实。
附件：某市算力发展若干措施
某市人民政府办公室
2025年2月27日
第一条　为了加快算力发展，根据国家有关规定，制定本措施。
第二条　对新建成的智算中心，按照投资额的20％给予最高500万元补助。
同一企业不重复享受。
项目\t标准
算力券\t每年最高50万元"""

ACCOUNT = """<html><body><h1>某市发布“算力8条”</h1>
<div><span>原创</span> <a>某部门</a> <a>某市发布</a> <em>2025年02月28日 18:30</em> <em>某省</em></div>
<div style="visibility: hidden"><section><p>点击上方<strong>蓝字</strong>关注我们</p></section>
<p><span>2月28日，</span></p><p>某市印发《某市算力发展若干措施》</p><p>（以下简称《措施》），</p><p>最高补助500万元。</p>
<p>《措施》提出，对新建成的智算中心，给予最高500&nbsp;万元补助。</p><p>图源：某某日报</p>
<p>来源 | 某部门</p><p>编辑 | 王小明</p><p>END</p></div>
<div>预览时标签不可点</div><div>微信扫一扫<br>关注该公众号</div><div>轻触阅读原文</div><div>某市发布</div>
<div>视频 小程序 赞 ，轻点两下取消赞</div></body></html>"""
ACCOUNT_TEXT = """某市发布“算力8条”
2月28日，某市印发《某市算力发展若干措施》（以下简称《措施》），最高补助500万元。
《措施》提出，对新建成的智算中心，给予最高500万元补助。"""

NEWS = """<html><body><div><a>某网</a> &gt; <a>新闻</a> &gt; <a>时政</a> &gt; 正文</div>
<h1>某市出台算力新政，最高补助500万元</h1>
<div><span>2025-02-28 18:30:12</span><span>来源：<a>某报</a></span>
<span>作者：王小明</span><span>责任编辑：李大同</span></div>
<div>分享到：<a>微信</a><a>微博</a></div>
<p>　　本报讯（记者 王小明 通讯员 李大同）2月28日，某市印发《某市算力发展若干措施》。</p>
<p>算力中心正在运行（图源：某报）</p><p>　　《措施》提出，给予最高500万元补助，补助期限不超过三年。</p>
<p>【责任编辑：李大同】</p>
<p>上一篇：<a>某地出台新政</a></p>
<h3>推荐阅读</h3><ul><li><a>某地开放一批场景</a></li></ul>
<div>版权声明：凡注明来源的作品，版权均属于某网，未经授权不得转载。</div>
<div>Copyright © 某网 版权所有</div></body></html>"""
NEWS_TEXT = """某市出台算力新政，最高补助500万元
本报讯（记者 王小明 通讯员 李大同）2月28日，某市印发《某市算力发展若干措施》。
《措施》提出，给予最高500万元补助，补助期限不超过三年。"""


@pytest.mark.parametrize(
    ("html", "charset", "text"),
    [(PORTAL, "gb18030", PORTAL_TEXT), (ACCOUNT, "utf-8", ACCOUNT_TEXT), (NEWS, "utf-8", NEWS_TEXT)],
    ids=["portal", "account", "news"],
)
def test_a_page_leaves_its_document(html: str, charset: str, text: str) -> None:
    source = read_bytes(html.encode(charset), "https://www.example.gov.cn/a.html", "text/html")
    assert source.encoding == charset
    assert clean(source).text == text


def captured(path: str) -> Source:
    return read_file(CORPUS / path)


def test_a_portal_page_leaves_the_notice_and_the_policy() -> None:
    lines = clean(captured("wuhan-ai/2024-draft/raw/draft-2024-03-27.txt")).text.split("\n")
    assert lines[0].endswith("意见的通知")
    assert lines[1] == "各相关单位:"
    assert lines[5] == "附件:武汉促进人工智能产业发展若干政策(征求意见稿)"
    assert lines[6:8] == ["武汉市经济和信息化局", "2024年3月27日"]
    assert lines[8:11] == ["附件", "武汉促进人工智能产业发展若干政策", "(征求意见稿)"]
    assert lines[-1].startswith("本政策自2024年")
    assert lines[-1].endswith("有效期三年。")
    assert len(lines) == 24
    assert any("各区人民政府<开发区管委会,下同>" in line for line in lines)


def test_a_forum_archive_leaves_headline_and_report() -> None:
    lines = clean(captured("wuhan-ai/2025-final/raw/final-news-2025-02-19.txt")).text.split("\n")
    assert lines[0] == "武汉出台“人工智能10条”"
    assert lines[1].startswith("2月18日,武汉市人民政府网站发布《")
    assert lines[1].endswith("给予单个项目最高2000万元资金支持。")
    assert lines[-1].endswith("给予30%最高100万元资金支持。")
    assert len(lines) == 12


def test_a_news_page_leaves_headlines_and_paragraphs() -> None:
    text = clean(captured("wuhan-ai/2025-final/raw/press-conference-2025-03-10.txt")).text
    lines = text.split("\n")
    assert lines[0].endswith("单个项目最高给予2000万元资金支持")
    assert lines[1].startswith("当前,")
    assert "重点推动AI+机器人、汽车等五大应用落地" in lines
    assert lines[-1].endswith("综合金融服务方案。")
    assert "自执行”能力" in text
    assert "来源于" not in text


def test_a_plain_plan_is_left_as_it_is() -> None:
    source = captured("wuhan-ai-action-plan/2025/raw/action-plan-2025-03-10.txt")
    assert clean(source).text == source.text.strip()


def test_traditional_script_becomes_simplified_unless_switched_off() -> None:
    source = captured("nantong-ai-action-plan/2024-report/raw/nantong-traditional-noisy.txt")
    simplified, kept = clean(source), clean(source, simplify=False)
    assert simplified.steps[-1].rule == "script"
    assert "单个" not in kept.text
    assert "单个" in simplified.text
    assert len(kept.text) == len(simplified.text)
    assert all(len(edit.replacement) == len(edit.span) for edit in simplified.steps[-1].edits)


def test_a_sentence_hard_wrapped_by_an_editor_is_one_line() -> None:
    wrapped = (
        "支持企业牵头建设智能算力中心，对新建成并投入使用的项\n"
        "目，按照实际投资额给予最高500万元补助；对服务本市中\n"
        "小企业成效突出的，另外给予一次性奖励，奖励总额不超过\n"
        "100万元，所需资金由市、区两级财政按照比例共同负担，\n"
        "具体办法由市经信局会同市财政局另行制定。"
    )
    assert clean(read_bytes(wrapped.encode(), "a.txt")).text == wrapped.replace("\n", "")
