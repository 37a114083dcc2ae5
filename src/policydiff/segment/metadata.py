"""What a text says of itself: title, number, issuer, status, dates, and the instruments it cites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from policydiff.fold import HAN
from policydiff.model import Citation, Fact, FactKey, Metadata, Span, Status
from policydiff.patterns import lazy
from policydiff.segment.dates import DATE, expiry, read_date, read_dates, validity
from policydiff.segment.kinds import INSTRUMENT
from policydiff.segment.lines import Line
from policydiff.segment.signatures import signature
from policydiff.segment.titles import looks_like_title, title_words

__all__ = ["STATUS_LINE", "read_metadata"]

_STATUS_WORDS: tuple[tuple[str, Status], ...] = (
    ("[二三四]次审议稿", "second_draft"),
    ("[二三四]审稿", "second_draft"),
    ("(?:[二三四]次|[二三四]轮|再次|再度)(?:公开)?征求意见", "second_draft"),
    ("征求意见稿?(?:第[二三四]稿|[二三四]|[（(][二三四][）)])", "second_draft"),
    ("征求意见", "draft"),
    ("草案", "draft"),
    ("草稿", "draft"),
    ("讨论稿", "draft"),
    ("送审稿", "submission"),
    ("报批稿", "submission"),
    ("试行", "trial"),
    ("暂行", "interim"),
    ("修订", "revised"),
    ("修正", "revised"),
    ("正式稿", "official"),
    ("正式版", "official"),
    ("正式文本", "official"),
)
_STATUS = "|".join(word for word, _ in _STATUS_WORDS)
_INNER = r"[^（()）【】［］〔〕\[\]]"
STATUS_LINE = lazy(
    rf"^(?:[（(【\[［〔]{_INNER}{{0,12}}(?:{_STATUS}){_INNER}{{0,12}}[）)】\]］〕]|[^。，,；;：:《》]{{0,6}}(?:{_STATUS})稿?)$"
)
"""（征求意见稿） on a line of its own under the title, with or without its brackets."""
_IN_BRACKETS = lazy(
    rf"(?<!\s)(?:\s*(?>[（(【\[［〔]{_INNER}{{0,40}}(?:{_STATUS})(?:{_INNER}|[（(][二三四][）)]){{0,40}}[）)】\]］〕])){{1,9}}$"
)
_YEAR = r"[〔\[［（(【]\s?\d{4}\s?[〕\]］）)】]"
_NUMBER = rf"{HAN}{{1,10}}\s?{_YEAR}\s?(?:第\s?)?\d+\s?号"
_NTH = r"第?\s?(?:\d+|[一二三四五六七八九十百零〇]+)\s?号"
_ORDER = rf"(?:{HAN}{{2,30}}(?:令|公告|通告)|\d{{4}}\s?年)\s?(?:{_NTH}|[（(]{_NTH}[）)])"
_REGULATION = rf"第\s?\d+/\d{{4}}\s?号{HAN}{{2,12}}"  # 第18/2024号行政法规
_SIGNER = (
    r"(?:[ \t　]*签发人?[ \t　]*[:：].{0,40})?"  # 某政发〔2024〕9号　　签发人：李某, on what goes up to a superior
)
_OWN_NUMBER = lazy(
    rf"^[（(]?(?:(?:发文字号|发文号|文\s*号)[:：]?\s*)?(?P<number>{_NUMBER}|{_ORDER}|{_REGULATION}|第\s?\d+\s?号)[）)]?"
    rf"(?:{_SIGNER}|[，, 　]{{1,2}}{DATE}(?:印发|发布|公布)?[）)])$"
)
_ISSUED_ON = lazy(r"^(?:成文日期|印发日期|发布日期|公布日期|发文日期)[:：]?\s*")
_PASSED = lazy(rf"^[（(](?>.*?{DATE}).*(?:通过|公布|发布|批准|印发)")
_BY_ORDER = lazy(rf"{DATE}(?P<number>{HAN}{{2,30}}(?:令|公告){_NTH})")
_IN_FORCE = lazy(rf"自{DATE}起")
_DATE_ALONE = lazy(rf"^[（(]?(?:{DATE}|\d{{4}}([-./])\d{{1,2}}\1\d{{1,2}})[）)]?$")
_ISSUER = lazy(
    rf"^(?P<issuer>{HAN}{{2,20}}?(?:[ 　、]{HAN}{{2,20}}?){{0,4}}?)(?:关于)?(?:公开)?(?:印发|公布|发布|征求|转发)"
)
_ISSUER_ONLY = lazy(rf"{HAN}{{2,20}}(?:[ 　、，,;；]{HAN}{{2,20}}){{0,9}}")
_BROUGHT = lazy(
    r"(?:印发|公布|发布|转发|实施|下发|征求)《?(?:(?<=《)(?P<title>[^《》]{4,80})》|(?P<plain>[^《》]{4,80}?))"
    r"(?:[（(][^（()）]{2,12}[）)])?的?(?:意见的?)?(?:通知|公告|通告|函|决定)$"
)
_CITED = lazy(rf"《(?P<title>[^《》]{{2,80}})》(?:[（(](?P<number>{_NUMBER})(?:[，,；;][^（()）]{{0,40}})?[）)])?")
_NAMES_ITS_KIND = lazy(rf"(?:{INSTRUMENT})(?:[（(].{{0,80}}[）)])?$")
_QUOTED = lazy("《[^《》]*》")
_SHORT = lazy(r"称(?:为|作)?[:：]?\s*《(?P<short>[^《》]{2,30})》\s*[）)]")
_EFFECTIVE = lazy(rf"自(?P<date>{DATE})(?:零时)?起(?:正式)?(?:施行|执行|实施|生效|试行)")
_COMMENTS = lazy(
    rf"(?:截止|截至)(?:时间|日期)?(?:为|到|是)?[:：]?(?P<date>{DATE})|"
    rf"(?:于|在)(?P<before>{DATE})(?:前|之前|以前)[^。]{{0,60}}?(?:反馈|提出|意见)"
)


def read_metadata(  # noqa: PLR0913 - the places in a text where it speaks of itself
    text: str,
    lines: Sequence[Line],
    title: range,
    body: range,
    first: int,
    fallback: str | None,
    *,
    facts: Sequence[Fact] = (),
) -> Metadata:
    """Read a text's account of itself.

    `title` and `body` are the ranges of lines of the title (with a status under it) and of the instrument's own text,
    `first` is the first numbered line, `fallback` a title known from elsewhere.  `facts` are what the page says of the
    text; they count only where the text itself is silent.
    """
    told = _told(facts, reported=not body)
    head = [line.words for line in lines[:first]]
    words = "".join(_title_line(title_words(line.words)) for line in lines[title.start : title.stop])
    words = words or fallback or told.get("title", "")
    name, status = _title_and_status(words)
    passed = [_IN_FORCE.sub("", line) for line in head if _PASSED.match(line)]
    number = _number(head, passed) or told.get("document_number")
    issuer, signed = signature(lines)
    inside = text[lines[body.start].span.start : lines[body.stop - 1].span.end] if body else text
    starts = _EFFECTIVE.search(inside)
    effective = read_date(starts["date"]) if starts else None
    until = _COMMENTS.search(text[: lines[body.start].span.start] if body else text)
    return Metadata(
        title=name or None,
        document_number=number,
        issuer=issuer or _announcer(head) or told.get("issuer"),
        status=status or ("official" if name and (number or passed) else None),
        issued=max(read_dates("".join(passed)), default=None)
        or read_date(_first(_ISSUED_ON, head))
        or signed
        or read_date(told.get("issued", ""))
        or read_date(_first(_DATE_ALONE, head[title.stop :] if body or fallback else ())),
        effective=effective,
        comments_until=read_date(until["date"] or until["before"]) if until else None,
        validity=validity(inside) if body else None,
        cited=_citations(text, name),
        expires=expiry(inside, effective) if body else None,
    )


def _number(head: Sequence[str], passed: Sequence[str]) -> str | None:
    """The text's number, on a line of its own or in the note below the title （某市人民政府令第12号公布）."""
    own = (match["number"] for line in head if (match := _OWN_NUMBER.match(line)))
    ordered = (match["number"] for line in passed if (match := _BY_ORDER.search(line)))
    return next(chain(own, ordered), None)


def _first(shape: re.Pattern[str], lines: Sequence[str]) -> str:
    return next((line for line in lines if shape.match(line)), "")


def _told(facts: Sequence[Fact], *, reported: bool) -> dict[FactKey, str]:
    """What a page says of its text, as far as it can be right.

    The headline of a notice (某市人民政府关于印发《若干措施》的通知) names the instrument it brings.  Where no
    instrument is found in the text, it may be a report of one: its headline is no title, and the page's office no
    issuer unless the page gives the text's number, which reports have none of.
    """
    told = {fact.key: fact.value.strip() for fact in reversed(facts)}
    number = _OWN_NUMBER.match(told.pop("document_number", ""))
    found: dict[FactKey, str] = {"document_number": number["number"]} if number else {}
    if reported and not number:
        return {}
    named = told.get("title", "")
    brought = _BROUGHT.search(named)
    named = (brought["title"] or brought["plain"]) if brought else named
    if not reported and looks_like_title(named):
        found["title"] = named
    issuer = told.get("issuer", "")
    if _ISSUER_ONLY.fullmatch(issuer):
        found["issuer"] = issuer
    if "issued" in told:
        found["issued"] = told["issued"]
    return found


def _title_line(words: str) -> str:
    """A line of the title; a status under it in the brackets it should wear."""
    return f"（{words}）" if STATUS_LINE.match(words) and words[0] not in "（(【[［〔" else words


def _title_and_status(words: str) -> tuple[str, Status | None]:
    """Part a title from the status in brackets behind it: 办法（试行）（征求意见稿） is a draft of 办法."""
    own = _QUOTED.sub("", words)  # 《…（征求意见稿）》起草说明 is itself no draft
    status: Status | None = next((code for word, code in _STATUS_WORDS if re.search(word, own)), None)
    return _IN_BRACKETS.sub("", words).strip(), status


def _announcer(head: Sequence[str]) -> str | None:
    """Who issues a text by the notice above it: 某市人民政府关于印发…的通知."""
    for above, line in zip(("", *head), head, strict=False):
        if line.endswith(("通知", "公告", "通告")):
            match = _ISSUER.match(line) or _ISSUER.match(above)  # a title on two lines
            if match:
                return match["issuer"]
    return None


def _citations(text: str, own: str) -> tuple[Citation, ...]:
    """Every other instrument named in 《》, once each, in reading order."""
    found: dict[str, Citation] = {}
    short = {match["short"] for match in _SHORT.finditer(text)}
    for match in _CITED.finditer(text):
        title = match["title"]
        if title not in short and _title_and_status(title)[0] != own and _NAMES_ITS_KIND.search(title):
            known = found.get(title)
            if known is None or (known.number is None and match["number"]):
                found[title] = Citation(title, match["number"], Span(match.start(), match.end()))
    return tuple(found.values())
