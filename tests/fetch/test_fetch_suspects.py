"""What servers send instead of a text is told from a text."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from policydiff.errors import InputError
from policydiff.fetch import Page, suspicion, suspicion_of_file
from policydiff.model import Block, Source, Span
from policydiff.read import read_bytes

MENU = "".join(f'<li><a href="/{n}">{word}</a></li>' for n, word in enumerate(["首页", "政务公开", "办事服务"] * 20))
FOOT = "<div>主办：某市人民政府办公室　网站标识码：0000000000</div>"
LOGIN_BOX = '<form>用户名<input name="u">密码<input type="password">验证码<input name="c"><a>登录</a></form>'
PROSE = "第一条　为了规范渔港经营，保障渔业生产，根据有关法律，制定本办法。渔港经营者应当依法登记，接受监督检查。"


def page(body: str | bytes, status: int = 200, media_type: str = "text/html; charset=utf-8") -> Page:
    data = body.encode() if isinstance(body, str) else body
    moment = datetime(2025, 2, 18, tzinfo=UTC)
    url = "https://example.org/1.html"
    return Page(url, url, status, (("Content-Type", media_type),), data, moment)


def code(body: str | bytes, status: int = 200, media_type: str = "text/html; charset=utf-8") -> str | None:
    found = page(body, status, media_type)
    read: Source | InputError
    try:
        read = read_bytes(found.data, found.final_url, found.media_type)
    except InputError as error:
        read = error
    doubt = suspicion(found, read)
    if doubt is None:
        return None
    assert "\n" not in doubt.sentence
    assert "example.org/1.html" in doubt.sentence
    return doubt.code


def portal(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body><ul>{MENU}</ul>{body}{FOOT}</body></html>"


NOT_FOUND = [
    portal("404", "<h1>404</h1>"),
    portal("页面不存在_某市人民政府", "<p>抱歉</p>"),
    portal(
        "某市人民政府",
        "<div>对不起，您访问的页面不存在或已被删除！</div><p>5秒后自动返回首页，如有疑问请联系管理员。</p>",
    ),
    portal("提示信息", "<p>该文章已被删除</p>"),
    "<html><title>Not Found</title><body>The requested page was not found</body></html>",
    portal("某市", "<p>您要查看的内容已下线，请检查您输入的网址是否正确，或者返回首页重新查找。</p>"),
    "<html><head><title>系统错误</title></head><body><p>服务器异常，请稍后再试。</p></body></html>",
    portal("404 页面", "<p>抱歉，找不到您要的页面</p><script>setTimeout(function(){location.href='/'},3000)</script>"),
]
DOWN = [
    portal("系统维护", "<p>网站正在升级维护，给您带来不便敬请谅解！预计恢复时间：2026年3月1日8时。</p>"),
    portal("某市渔业局", "<p>网站正在升级维护，请稍后再访问。</p>"),
    portal(
        "某市", "<p>尊敬的用户：本网站将于3月1日22时至次日8时进行升级改版，期间暂停访问，由此带来的不便，敬请谅解。</p>"
    ),
    portal("网站维护中", "<p>预计恢复时间：2026年3月1日</p>"),
    "<html><head><title>Site</title></head><body><p>This site is under maintenance.</p></body></html>",
]
LOGIN = [
    f"<html><head><title>统一身份认证平台</title></head><body>{LOGIN_BOX}</body></html>",
    "<html><body><h2>用户登录</h2><form>账号<input><INPUT class=x TYPE='password'></form></body></html>",
]
CHALLENGE = [
    "<html><script>document.cookie='jsl=abc';location.reload()</script></html>",
    "<script>eval(function(p,a,c,k,e,d){return p}('x',1,1,''))</script>",
    "<body><noscript>请开启JavaScript并刷新该页</noscript><script src=/a.js></script><div id=app></div></body>",
    "<html><body><p>请开启JavaScript并刷新该页.</p><script>go()</script></body></html>",
    "<html><head><title>Just a moment...</title></head><body><div>Checking your browser</div></body></html>",
    "<head><title>某市政策库</title></head><body><div id='app'>页面加载中…</div><script src='/app.js'></script></body>",
    "<html><body>正在跳转，请稍候<script>window.go()</script></body></html>",
]
BLOCKED = [
    "<html><head><title>访问验证</title></head><body><p>请完成安全验证后继续访问</p></body></html>",
    "<title>405</title><h1>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</h1><p>如果您是网站管理员，请登录控制台。</p>",
    "<html><body><h1>Access Denied</h1><p>You don't have permission.</p></body></html>",
    "<html><body><p>您的访问过于频繁，请输入验证码</p><input></body></html>",
    "<html><body><div>拖动滑块完成拼图</div></body></html>",
]
MOVED = [
    '<html><head><meta http-equiv="refresh" content="0;url=/zwgk/1.html"></head><body></body></html>',
    "<html><body><script>window.location.href='/zwgk/1.html';</script></body></html>",
    '<script>location.replace("https://example.org/new")</script>',
]
GOOD = [
    portal("某市渔港管理办法", f"{LOGIN_BOX}<p>{PROSE * 4}</p><script>document.cookie='a=1'</script>"),
    portal("关于印发办法的通知", LOGIN_BOX + "<p>现将《某市渔港管理办法》印发给你们，请结合实际认真贯彻执行。</p>"),
    portal("关于网络安全防护的通告", f"<p>{PROSE * 4}</p><p>访问被拒绝的，应当说明理由；页面不存在的，应当更正。</p>"),
    "某市渔港管理办法\n第一条　渔港应当登记。",
    f"<p>{PROSE}</p>",
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        *((body, "not_found") for body in NOT_FOUND),
        *((body, "login") for body in LOGIN),
        *((body, "challenge") for body in CHALLENGE),
        *((body, "blocked") for body in BLOCKED),
        *((body, "maintenance") for body in DOWN),
        *((body, "moved") for body in MOVED),
        *((body, None) for body in GOOD),
        ("", "empty"),
        (" \r\n\t", "empty"),
    ],
)
def test_what_a_page_says_of_itself(body: str, expected: str | None) -> None:
    assert code(body) == expected


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (404, "<p>x</p>", "not_found"),
        (410, f"<p>{PROSE * 5}</p>", "not_found"),
        (403, "<p>没有权限</p>", "status"),
        (405, BLOCKED[1], "blocked"),
        (412, CHALLENGE[0], "challenge"),
        (521, CHALLENGE[0], "challenge"),
        (203, f"<p>{PROSE * 5}</p>", None),
        (302, "<p>moved</p>", "status"),
    ],
)
def test_what_the_status_says(status: int, body: str, expected: str | None) -> None:
    assert code(body, status) == expected


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png"),
        (b"PK\x05\x06" + bytes(18), "application/zip"),
        (b'{"code":1,"msg":"x"}', "application/json"),
        (b'{"code":0,"data":{"title":"x"}}', "text/html"),
        (b'[{"a":1}]', ""),
    ],
)
def test_what_is_no_document_at_all(data: bytes, media_type: str) -> None:
    assert code(data, media_type=media_type) == "unreadable"


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "请" * 500_000 + "</p>",
        "<p>" + "访问" * 300_000 + "</p>",
        "<input " * 150_000,
        "<meta http-equiv=refresh content='" + " " * 900_000,
        "<script>" + "location=" * 100_000,
        "<p>的</p>" * 100_000,
    ],
)
def test_no_page_keeps_a_person_waiting(body: str) -> None:
    found = page(body)
    blocks = (Block(Span(0, len(body)), "p", "¶1"),) * 3
    begun = time.process_time()
    suspicion(found, InputError("no text"))
    suspicion(found, Source("1", "text/html", "utf-8", "", body, blocks, title=body))
    assert time.process_time() - begun < 1.0


def saved(body: str | bytes) -> str | None:
    """What a file that holds a page is suspected of."""
    data = body.encode() if isinstance(body, str) else body
    read: Source | InputError
    try:
        read = read_bytes(data, "下载/办法.html")
    except InputError as error:
        read = error
    doubt = suspicion_of_file("下载/办法.html", data, read)
    assert doubt is None or ("\n" not in doubt.sentence and doubt.sentence.startswith("下载/办法.html "))
    return doubt.code if doubt is not None else None


@pytest.mark.parametrize("body", [*NOT_FOUND, *DOWN, *LOGIN, *CHALLENGE, *BLOCKED, *MOVED, *GOOD])
def test_a_saved_page_is_judged_as_a_fetched_one(body: str) -> None:
    assert saved(body) == code(body)


@pytest.mark.parametrize(
    "text",
    [
        "第一条　对访问受限的网站给予整改指导。",
        "页面不存在的，应当在三日内恢复。\n第二条　网站防护经费补助5万元。",
        '<p>第一条　每港补助5万元，由区财政承担，当年兑现到位。</p><script>location.href="/m/1.html"</script>',
        "<p>某市渔港补助办法</p><p>第一条　每港补助5万元。</p>",
        "第一条　渔港系统维护费由区财政承担。",
        "<p>第一条　渔港监控系统升级改造，每港补助5万元。</p>",
        "第一条　因系统升级暂停服务的，应当提前三日公告。",
        "渔港平台正在升级改造，项目单位应当按月报告。\n第一条　每港补助5万元。",
    ],
)
def test_a_short_text_in_a_file_is_a_text(text: str) -> None:
    assert saved(text) is None


@pytest.mark.parametrize("text", ["网站正在升级维护，请稍后再访问。", "系统维护\n\n给您带来不便，敬请谅解。\n"])
def test_a_copied_line_that_a_site_is_down_is_no_text(text: str) -> None:
    assert saved(text) == "maintenance"


def test_a_file_of_data_is_no_text() -> None:
    assert saved('{"code": 0, "data": {"content": "第一条　补助5万元。"}}') == "unreadable"
