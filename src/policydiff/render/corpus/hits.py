"""What a search found, as text, as a table and as Markdown: the words searched for stand out."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Span
from policydiff.model.search import Findings, Found
from policydiff.render.columns import Column, fitted, table_lines
from policydiff.render.escape import cell, cell_piece, inline, mark, one_line
from policydiff.render.wording.labels import Lang, head, pick, word
from policydiff.render.markdown_table import table
from policydiff.render.wording.places import place_words
from policydiff.render.terminal import Line, line, printed

__all__ = ["hits_markdown", "hits_table", "hits_text"]

_LONGEST = 400
"""A longer clause is shown around the words that were found in it."""
_AROUND = 60
_WORKS = 10
_LEAST = {"version": 20, "article": 14, "clause": 36}
"""How narrow the columns of the table become: what was searched for is read in the last one."""


def hits_text(found: Findings, lang: Lang, *, color: bool, width: int) -> str:
    """The clauses found, each under its version and place, with the words searched for in « ».

    A title is said where the first clause of its work stands; the versions' names tell the works apart below.
    """
    blocks: list[Line] = [line(_summary(found, lang), "bold"), *map(line, _remarks(found, lang))]
    titled: set[tuple[str, str]] = set()
    for hit in found.hits:
        known = bool(hit.work) and (hit.work, hit.title) in titled
        titled.add((hit.work, hit.title))
        blocks.append(line())
        blocks.append(line(f"{_version(hit, lang, titled=not known)}  {_place(hit, lang)}", "bold", hang=2))
        blocks.append(Line(tuple(_styled(hit)), indent=2))
    blocks += map(line, _behind(found, lang))
    return printed(blocks, color=color, width=width)


def hits_table(found: Findings, lang: Lang, *, color: bool, width: int) -> str:
    """The clauses found, a row each."""
    blocks: list[Line] = [line(_summary(found, lang), "bold"), *map(line, _remarks(found, lang))]
    if found.hits:
        rows = [(_version(hit, lang), _place(hit, lang), "".join(t for t, _ in _styled(hit))) for hit in found.hits]
        named = zip(_LEAST.items(), zip(*rows, strict=True), strict=True)
        made = [Column(head(code, lang), cells, least=least) for (code, least), cells in named]
        blocks += [line(), *table_lines(fitted(made, max(width, 20)))]
    blocks += map(line, _behind(found, lang))
    return printed(blocks, color=color, width=width)


def hits_markdown(found: Findings, lang: Lang) -> str:
    """The clauses found, the words searched for in bold."""
    rows = [[cell(_version(hit, lang)), cell(_place(hit, lang)), "".join(_marked(hit))] for hit in found.hits]
    parts = [f"# {inline(_summary(found, lang))}", *map(inline, _remarks(found, lang))]
    parts.append(table([head(code, lang) for code in ("version", "article", "clause")], rows))
    parts += [inline(text) for text in _behind(found, lang) if text]
    return "\n\n".join(parts) + "\n"


def _summary(found: Findings, lang: Lang) -> str:
    asked = pick((f"“{found.query}”：", f"“{found.query}”: "), lang) if found.query.strip() else ""
    return asked + pick((f"{found.total}处", f"{found.total} found"), lang)


def _remarks(found: Findings, lang: Lang) -> Iterator[str]:
    """What must be known before the clauses are read: that the query was cut, and what part of them this is."""
    if found.cut:
        words = pick(("、", ", "), lang).join(f"“{one}”" for one in found.cut)
        yield pick(
            (f"没有条款含有所查的全文；以下条款分别含有{words}", f"No clause holds it as typed; these hold {words}"),
            lang,
        )
    if len(found.hits) < found.total:
        first, last = found.offset + 1, found.offset + len(found.hits)
        if found.hits:
            yield pick((f"第{first}至{last}处", f"{first} to {last} of {found.total}"), lang)
        else:
            yield pick((f"第{first}处起没有更多", f"nothing from {first} on"), lang)


def _behind(found: Findings, lang: Lang) -> Iterator[str]:
    """What stands below the clauses: how many there are of each work, and words that go with them."""
    if len(found.works) > 1:
        shown = [f"{_work(work, title)} {count}" for work, title, count in found.works[:_WORKS]]
        if len(found.works) > _WORKS:
            rest = len(found.works) - _WORKS
            shown.append(pick((f"另有{rest}部", f"{rest} more"), lang))
        yield ""
        yield pick(("各文件：", "By work: "), lang) + pick(("；", "; "), lang).join(shown)
    if found.related:
        yield ""
        words = pick(("、", ", "), lang).join(f"{one} {count}" for one, count in found.related)
        yield pick(("相关词（在最相关条款中的处数）：", "Related words (clauses among the best): "), lang) + words


def _version(hit: Found, lang: Lang, *, titled: bool = True) -> str:
    """《江城低空措施》征求意见稿（2024-09-02） · jiangcheng-drones@2024-draft."""
    known = word("status", hit.status, lang) if hit.status else ""
    date = hit.date if known or hit.date not in hit.name else ""
    details = known + (pick((f"（{date}）", f" ({date})"), lang) if date else "")
    title = f"《{hit.title.strip('《》')}》" if hit.title and titled else ""
    gap = pick(("", " "), lang) if title and known else ""
    return " · ".join(part for part in (f"{title}{gap}{details}".strip(), hit.name) if part)


def _work(work: str, title: str) -> str:
    return " ".join(dict.fromkeys(part for part in (f"《{title.strip('《》')}》" if title else "", work) if part))


def _place(hit: Found, lang: Lang) -> str:
    """Where a clause stands, with its chapter and heading: 第二章 扶持政策 · 第六条 算力补贴."""
    enumerated = hit.place.endswith("、") and lang == "zh" and hit.heading
    own = f"{place_words(hit.place, lang)}{'、' if enumerated else ' '}{hit.heading}".strip()
    return " · ".join(part for part in (hit.chapter, own) if part)


def _window(hit: Found) -> tuple[Span, bool, bool]:
    """What is shown of a clause, and whether something is left out before and behind it."""
    begin = len(hit.text) - len(hit.text.lstrip())
    end = len(hit.text.rstrip())
    if end - begin <= _LONGEST:
        return Span(begin, max(begin, end)), False, False
    first = hit.spans[0].start if hit.spans else begin
    start = max(begin, min(first - _AROUND, end - _LONGEST))
    return Span(start, min(end, start + _LONGEST)), start > begin, start + _LONGEST < end


def _pieces(hit: Found) -> Iterator[tuple[Span, bool]]:
    """The stretches of what is shown, each with whether it was searched for."""
    window, _, _ = _window(hit)
    at = window.start
    for span in hit.spans:
        if at <= span.start and span.end <= window.end and len(span):
            yield Span(at, span.start), False
            yield span, True
            at = span.end
    yield Span(at, window.end), False


def _styled(hit: Found) -> Iterator[tuple[str, str]]:
    _, before, behind = _window(hit)
    if before:
        yield "…", "dim"
    for span, found in _pieces(hit):
        text = one_line(span.of(hit.text))
        yield (f"«{text}»", "bold reverse") if found else (text, "")
    if behind:
        yield "…", "dim"


def _marked(hit: Found) -> Iterator[str]:
    window, before, behind = _window(hit)
    if before:
        yield "…"
    for span, found in _pieces(hit):
        text = span.of(hit.text)
        if found:
            left = hit.text[max(span.start - 1, window.start) : span.start]
            yield mark(text, "**", left, hit.text[span.end : span.end + 1])
        else:
            yield cell_piece(text)
    if behind:
        yield "…"
