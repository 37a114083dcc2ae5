"""A policy as the pages that the web serves: layouts as different as portals, WeChat, forums and Word make them.

Sites, names and everything around the policy are invented; the markup is of the kinds that real pages have.
`LAYOUTS` maps a layout's name to a function from a policy to its page; `encoded` gives a page's bytes in a charset.
"""
# ruff: noqa: E501 - markup that is cut into lines where a formatter likes is no easier to read

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from support.policy import Policy

__all__ = ["CHARSETS", "LAYOUTS", "SIX", "encoded"]

CHARSETS = {"utf-8": "utf-8", "gb2312": "gb18030", "big5": "big5hkscs"}
"""The label that a page declares, and the charset its bytes are in."""

_INDENT = "　　"
_MENU = ("首页", "政务公开", "政务服务", "互动交流", "走进云泽", "数据开放")
_HEADLINES = (
    ("全市低空经济工作推进会召开", "2024-12-03"),
    ("一图读懂：我市出台低空物流新规", "2024-12-02"),
    ("云泽港三季度吞吐量稳步增长", "2024-11-30"),
    ("市领导调研重点项目建设情况", "2024-11-29"),
    ("关于公布行政规范性文件清理结果的公告", "2024-11-27"),
)


def encoded(page: str, label: str) -> bytes:
    """The page's bytes in the charset that a label stands for; it declares the label where it declares UTF-8."""
    page = re.sub(r"charset=(\"?)utf-8", rf"charset=\g<1>{label}", page, flags=re.IGNORECASE)
    if label == "big5":
        from opencc import OpenCC  # noqa: PLC0415 - its tables are slow to load

        page = OpenCC("s2t").convert(page)
    return page.encode(CHARSETS[label], errors="xmlcharrefreplace")


def _line(line: str) -> str:
    return escape(line, quote=False)


def _blocks(policy: Policy) -> list[tuple[str, str | tuple[tuple[str, ...], ...]]]:
    """The policy as (kind, words) in order: title, number, text, chapter, table, issuer, date."""
    found: list[tuple[str, str | tuple[tuple[str, ...], ...]]] = [
        ("title", policy.title),
        ("number", policy.number),
        ("text", policy.preamble),
    ]
    for chapter in policy.chapters:
        found.append(("chapter", chapter.line))
        for article in chapter.articles:
            lines = article.lines()[: len(article.lines()) - len(article.table)]
            found += [("text", line) for line in lines]
            if article.table:
                found.append(("table", article.table))
    return [*found, ("issuer", policy.issuer), ("date", policy.date)]


def _table(rows: tuple[tuple[str, ...], ...], cell: str = "{}") -> str:
    told = "".join("<tr>" + "".join(f"<td>{cell.format(_line(word))}</td>" for word in row) + "</tr>" for row in rows)
    return f'<table border="1" cellspacing="0">{told}</table>'


def _body(policy: Policy, forms: dict[str, str], *, cell: str = "{}", title: bool = True) -> str:
    """Every block in the form of its kind; a kind without one has the form of `text`."""
    parts = []
    for kind, words in _blocks(policy):
        if kind == "title" and not title:
            continue
        if isinstance(words, tuple):
            parts.append(_table(words, cell))
        else:
            parts.append(forms.get(kind, forms["text"]).format(_line(words)))
    return "\n".join(parts)


def _page(title: str, body: str, head: str = "") -> str:
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{_line(title)}</title>{head}</head>\n<body>{body}</body></html>"
    )


def _old_page(title: str, body: str) -> str:
    return (
        '<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=utf-8">'
        f"<TITLE>{_line(title)}</TITLE></HEAD>\n<BODY bgcolor=#ffffff>{body}</BODY></HTML>"
    )


def _links(words: tuple[str, ...], gap: str) -> str:
    return gap.join(f'<a href="#{at}">{word}</a>' for at, word in enumerate(words))


def _news(item: str) -> str:
    return "".join(
        item.format(title=f'<a href="/t{at}.html">{title}</a>', date=date)
        for at, (title, date) in enumerate(_HEADLINES)
    )


def layout_table(policy: Policy) -> str:
    """A portal of 2003: tables for a frame, the whole text in one cell, `<br>` and full-width indents."""
    text = []
    for kind, words in _blocks(policy):
        if isinstance(words, tuple):
            text.append(_table(words))
        elif kind in ("title", "number", "chapter"):
            text.append(f"<center><b>{_line(words)}</b></center>")
        else:
            text.append(f"{_INDENT}{_line(words)}<br>\n<br>")
    menu = "".join(f"<td><a href=#>{word}</a></td>" for word in _MENU)
    news = _news("<tr><td>·{title}</td></tr>")
    return _old_page(
        f"{policy.title}-云泽市人民政府",
        f"<table width=960><tr>{menu}</tr></table><table width=960><tr><td>您现在的位置：<a href=#>首页</a> &gt;&gt; "
        f"<a href=#>政务公开</a> &gt;&gt; 正文</td></tr></table><table width=960><tr><td width=200 valign=top>"
        f"<table><tr><td>热点信息</td></tr>{news}</table></td><td><table><tr><td>发布时间：2024-12-02　来源：市政府办公室"
        f"　浏览次数：1386　字号：[<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>]</td></tr><tr><td class=content>"
        f"{''.join(text)}</td></tr><tr><td align=right>[<a href=#>打印本页</a>] [<a href=#>关闭窗口</a>]</td></tr></table>"
        "</td></tr></table><table width=960><tr><td align=center>版权所有：云泽市人民政府　主办：云泽市人民政府办公室<br>"
        "备案号：云ICP备00000000号　建议使用1024×768分辨率浏览</td></tr></table>",
    )


def content_system(policy: Policy) -> str:
    """A portal of today: header, navigation, sidebar, information list, share bar and footer around a div of text."""
    forms = {
        "text": '<p style="text-indent:2em">{}</p>',
        "number": '<p style="text-align:center">{}</p>',
        "chapter": '<p style="text-align:center"><strong>{}</strong></p>',
        "issuer": '<p style="text-align:right">{}</p>',
        "date": '<p style="text-align:right">{}</p>',
    }
    menu = "".join(f'<li><a href="#">{word}</a></li>' for word in _MENU)
    return _page(
        f"{policy.title}_云泽市人民政府门户网站",
        f'<div class="top"><a href="#">无障碍浏览</a><a href="#">长者专区</a><a href="#">登录</a><a href="#">注册</a></div>'
        f'<header><div class="logo">云泽市人民政府</div><form><input placeholder="请输入关键字"><button>搜索</button></form>'
        f'</header><nav><ul>{menu}</ul></nav><div class="crumb">当前位置：<a href="#">首页</a> / <a href="#">政务公开</a> /'
        f' <a href="#">规范性文件</a></div><div class="wrap"><div class="main"><h1>{_line(policy.title)}</h1>'
        '<div class="meta"><span>发布日期：2024-12-02 09:30</span><span>来源：市政府办公室</span><span>浏览量：<i>2041</i>'
        '</span><span class="share">分享到：<a href="#">微信</a><a href="#">微博</a></span></div><div class="TRS_Editor">'
        f'{_body(policy, forms, title=False)}</div><div class="tools"><a href="#">打印</a><a href="#">收藏</a>'
        '<p>扫一扫在手机打开当前页</p></div><div class="pages"><p>上一篇：<a href="#">关于印发冬季防火方案的通知</a></p><p>下一篇：'
        '<a href="#">没有了</a></p></div></div><aside><h3>相关解读</h3><ul>'
        f"{_news('<li>{title}<span>{date}</span></li>')}</ul></aside></div><footer><p>主办：云泽市人民政府办公室</p>"
        '<p>网站标识码：0000000000　云公网安备00000000000000号</p><p><a href="#">关于我们</a> | <a href="#">网站地图</a> | '
        '<a href="#">联系我们</a></p></footer>',
        '<style>.main{width:800px}</style><script>var hits="<p>脚本里的字</p>";</script>',
    )


def wechat(policy: Policy) -> str:
    """An article of a WeChat account: sections in sections, hidden until a script has run."""
    forms = {
        "text": '<section style="margin:0 8px;line-height:2em"><span style="font-size:16px">{}</span></section>',
        "title": '<section><strong><span style="color:#ab1942">{}</span></strong></section>',
        "chapter": '<section style="text-align:center"><section><strong>{}</strong></section></section>',
    }
    return _page(
        policy.title,
        f'<div id="js_article"><div id="img-content"><h1 class="rich_media_title" id="activity-name">{_line(policy.title)}'
        '</h1><div class="rich_media_meta_list"><span class="rich_media_meta">原创</span><a id="js_name">云泽发布</a>'
        '<em id="publish_time">2024-12-02 18:05</em><em>发表于云泽</em></div>'
        '<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">'
        "<section><p>点击上方<strong>蓝字</strong>关注我们</p></section>"
        f"{_body(policy, forms, cell='<section>{}</section>', title=False)}"
        "<section><p>来源：云泽市人民政府</p><p>编辑：云小泽　审核：云大泽</p></section></div>"
        '<div class="rich_media_tool"><a href="#">阅读原文</a><span>阅读 3012</span><span>在看 17</span></div></div>'
        '<div><p>预览时标签不可点</p><p>微信扫一扫<br>关注该公众号</p><a href="#">知道了</a><p>微信扫一扫<br>使用小程序</p>'
        '<a href="#">取消</a><a href="#">允许</a></div></div>',
    )


def forum(policy: Policy) -> str:
    """A post in a forum's archive: author lines before and replies behind it, line breaks for paragraphs."""
    lines = []
    for _, words in _blocks(policy):
        lines.append(_table(words) if isinstance(words, tuple) else f"{_line(words)}<br />")
    return _page(
        f"转帖：{policy.title} - 云泽论坛",
        '<div id="nav"><a href="#">云泽论坛</a> &raquo; <a href="#">政策法规</a> &raquo; 查看完整版本</div><div id="content">'
        '<p class="author"><strong>泽畔闲人</strong> 发表于 2024-12-2 20:14</p><h3>转帖：新规定来了</h3>\n'
        + "\n".join(lines)
        + '<p class="author"><strong>一叶扁舟</strong> 发表于 2024-12-2 20:31</p>感谢楼主分享，收藏了<br />'
        '<p class="author"><strong>江上清风</strong> 发表于 2024-12-2 21:02</p>顶一下<br /></div>'
        '<div class="page">页: <strong>[1]</strong></div><div id="footer">Powered by <a href="#">Forum Archiver</a></div>',
    )


def word(policy: Policy) -> str:
    """Word's own markup pasted into a page: runs cut into spans, lines wrapped in the markup, conditional comments."""

    def runs(words: str) -> str:
        cuts = re.findall(r".{1,23}", _line(words), re.DOTALL)
        spans = "</span><span lang=EN-US style='font-size:16.0pt;\nfont-family:\"仿宋\"'>".join(cuts)
        return f"<span style='font-size:16.0pt;mso-hansi-font-family:\n仿宋'>{spans}<o:p></o:p></span>"

    parts = []
    for kind, words in _blocks(policy):
        if isinstance(words, tuple):
            rows = "".join(
                "<tr>"
                + "".join(f"<td width=189 valign=top><p class=MsoNormal>{runs(cell)}</p></td>" for cell in row)
                + "</tr>"
                for row in words
            )
            parts.append(f"<table class=MsoTableGrid border=1>{rows}</table>")
        else:
            centred = " align=center" if kind in ("title", "number", "chapter") else ""
            parts.append(f"<p class=MsoNormal{centred} style='text-indent:32.0pt'>{runs(words)}</p>")
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">\n<head>\n'
        '<meta http-equiv=Content-Type content="text/html; charset=utf-8">\n<meta name=Generator content="Microsoft Word 11">\n'
        f"<title>{_line(policy.title)}</title>\n<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View>"
        "</w:WordDocument></xml><![endif]-->\n<style><!-- p.MsoNormal {margin:0cm} --></style></head>\n"
        "<body lang=ZH-CN style='text-justify-trim:punctuation'><div class=Section1 style='layout-grid:15.6pt'>\n"
        + "\n\n".join(parts)
        + "\n<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></div></body></html>"
    )


def siblings(policy: Policy) -> str:
    """A page builder's work: the text split over sibling containers, some ten blocks in each, with things between."""
    pieces = []
    for kind, words in _blocks(policy):
        if isinstance(words, tuple):
            pieces.append(_table(words))
        else:
            pieces.append(f'<div class="txt {kind}">{_line(words)}</div>')
    rows = [
        f'<div class="row"><div class="col-8"><div class="widget-text">{"".join(pieces[at : at + 10])}</div></div></div>'
        for at in range(0, len(pieces), 10)
    ]
    between = (
        '<div class="row"><div class="banner"><a href="#"><img alt=""></a><a href="#">政务服务一网通办</a></div></div>'
    )
    menu = "".join(f'<div class="item"><a href="#">{word}</a></div>' for word in _MENU)
    return _page(
        policy.title,
        f'<div class="menu">{menu}</div><div class="page">{between.join(rows)}</div><div class="foot"><div>友情链接</div>'
        f"<div>{_links(('市发展改革委', '市财政局', '市科技局', '市统计局'), '')}</div><div>云ICP备00000000号-1</div>"
        "<div>技术支持：云泽市大数据中心</div></div>",
    )


def information_table(policy: Policy) -> str:
    """A page of the disclosure catalogue: the table of index number, issuer and dates above the text."""
    rows = (
        ("索 引 号：", "00000000-2024-00017", "分　　类：", "综合政务 / 通知"),
        ("发布机构：", policy.issuer, "成文日期：", policy.date),
        ("标　　题：", policy.title, "发文字号：", policy.number),
        ("有 效 性：", "有效", "发布日期：", "2024年12月02日"),
    )
    forms = {"text": "<p>　　{}</p>", "chapter": "<p align=center>{}</p>", "number": "<p align=center>{}</p>"}
    return _page(
        "信息公开目录",
        f'<div class="head">{_links(_MENU, " | ")}</div><div class="xxgk">{_table(rows)}<h2>{_line(policy.title)}</h2>'
        f'<div class="zw">{_body(policy, forms, title=False)}</div></div><div class="download">附件下载：'
        '<a href="a.doc">政策原文.doc</a></div><div class="foot">承办单位：云泽市大数据中心　<a href="#">网站声明</a></div>',
    )


def news_app(policy: Policy) -> str:
    """A news client's page: the text, then the editor, a disclaimer, comments and more news."""
    forms = {"text": "<p>{}</p>", "title": "<p><strong>{}</strong></p>"}
    return _page(
        f"全文！{policy.title}",
        '<div class="bar"><a href="#">打开APP</a><a href="#">下载客户端</a></div><article><h1>全文来了！低空物流有了新规定</h1>'
        '<div class="info"><span>云泽观察</span><time>2024-12-03 07:40</time><span>订阅</span></div>'
        f'{_body(policy, forms)}<p>（责任编辑：云小泽）</p></article><div class="more"><p>展开全文</p></div><section><h2>相关推荐'
        f"</h2>{_news('<div>{title}</div>')}</section><section><h2>评论</h2><p>说说你的看法</p><p>暂无评论</p></section>"
        "<p>免责声明：本文由入驻作者上传，仅代表该作者观点，不代表本平台立场。</p>",
    )


def old_fonts(policy: Policy) -> str:
    """Markup of the nineties: fonts, paragraphs that are never closed, a frame of images."""
    forms = {
        "text": "<P><FONT size=3 face=宋体>&nbsp;&nbsp;&nbsp;&nbsp;{}</FONT>",
        "title": "<P align=center><FONT size=5>{}</FONT>",
    }
    return _old_page(
        policy.title,
        f"<CENTER><FONT color=#cc0000>云泽政务网</FONT><BR>{_links(_MENU, ' ')}</CENTER><HR>{_body(policy, forms)}<HR>"
        "<CENTER>[<A href=#>返回</A>]　您是第 19283 位访问者</CENTER>",
    )


def article_tag(policy: Policy) -> str:
    """A page by the standard: header, navigation, main, article, aside, footer."""
    forms = {"text": "<p>{}</p>", "title": "<h1>{}</h1>", "chapter": "<h2>{}</h2>"}
    menu = "".join(f"<li><a href='#'>{word}</a></li>" for word in _MENU)
    return _page(
        policy.title,
        f"<header><p>云泽市司法局</p><nav><ul>{menu}</ul></nav></header><main><article>{_body(policy, forms)}</article>"
        f"<aside><h2>最新文件</h2><ul>{_news('<li>{title} {date}</li>')}</ul></aside></main>"
        "<footer><p>地址：云泽市政务中心三号楼</p><p>版权所有 云泽市司法局</p></footer>",
    )


def preformatted(policy: Policy) -> str:
    """A text database: everything in one `<pre>`, a line a paragraph."""
    text = "\n".join(_line(line) for line in policy.lines())
    return _old_page(
        "法规数据库",
        f"<a href=#>返回检索结果</a> <a href=#>上一条</a> <a href=#>下一条</a><hr><pre>{text}</pre><hr>法规数据库 仅供参考",
    )


def lists(policy: Policy) -> str:
    """A mobile page: every block a list item or a small div, menus above and below in the same markup."""
    forms = {"text": "<li><div>{}</div></li>"}
    menu = "".join(f"<li><div><a href='#'>{word}</a></div></li>" for word in _MENU)
    return _page(
        policy.title,
        f"<div class='m'><ul>{menu}</ul><ul class='doc'>{_body(policy, forms)}</ul><ul>{_news('<li><div>{title}</div></li>')}"
        "</ul><ul><li><div><a href='#'>电脑版</a></div></li><li><div><a href='#'>回到顶部</a></div></li></ul></div>",
    )


def bare(policy: Policy) -> str:
    """A print view: the text and nothing else."""
    return _page(policy.title, _body(policy, {"text": "<div>{}</div>"}))


SIX: dict[str, Callable[[Policy], str]] = {
    "layout table": layout_table,
    "content system": content_system,
    "WeChat article": wechat,
    "forum archive": forum,
    "Word markup": word,
    "sibling containers": siblings,
}
LAYOUTS: dict[str, Callable[[Policy], str]] = {
    **SIX,
    "information table": information_table,
    "news client": news_app,
    "fonts of the nineties": old_fonts,
    "article tag": article_tag,
    "preformatted": preformatted,
    "mobile lists": lists,
    "print view": bare,
}
