"""The title of an instrument: the lines it is set on, or the words that announce it where a page leaves it out."""

from __future__ import annotations

from collections.abc import Sequence

from policydiff.fold import HAN
from policydiff.patterns import lazy
from policydiff.segment.kinds import INSTRUMENT
from policydiff.segment.lines import Line
from policydiff.segment.names import Names
from policydiff.segment.signatures import DATE_LINE, signature

__all__ = ["announced_title", "looks_like_title", "own_title", "title_at", "title_words"]

_SELF = lazy(rf"(?:制定|提出|出台)本(?P<noun>{HAN}{{2,6}}?)[。，,]")
_TITLE = lazy(r"《([^《》]{4,80})》")
_STATUS_TAIL = r"(?:[（(【\[［〔](?:[^（()）【】]|[（(][二三四][）)]){2,30}[）)】\]］〕]){0,2}"
"""（试行）（征求意见稿） behind a title, as a regular expression."""
_TITLE_LINE = lazy(
    rf"^(?!第.{{1,6}}[条章节编])(?:[^。；;！？!?:：]{{4,80}}(?:{INSTRUMENT}){_STATUS_TAIL}"
    r"|[^。；;！？!?:：，,]{0,40}关于[^。；;！？!?:：]{2,60}的(?:报告|请示|复?函|通报|公示|议案|命令))$"
)
_KIND_ALONE = lazy(
    r"^(?!(?:目录|政策|标准|清单)$)(?:若干|有关|暂行|试行|实施|管理|具体|行动|工作|专项|发展|建设|扶持|奖励|补贴|总体|三年|的){0,4}"
    rf"(?:{INSTRUMENT}){_STATUS_TAIL}$"
)
_BEGUN = lazy(rf"^(?:关于|中华人民共和国|{HAN}{{1,10}}[省市县区州盟旗镇乡]|{HAN}{{2,20}}关于)")
_GOES_ON = lazy(
    "关于|促进|支持|推动|推进|加快|加强|鼓励|规范|进一步|深化|实施|扶持|培育|优化|提升|完善|落实|做好|印发|修改|管理|保护|建设"
)
_CLOSED = lazy(
    rf"[。；;：:，,！!？?）)】\]》]|(?:文件|公报|政府|办公[室厅]|委员会|[局厅部委院]|中心|解读)$|(?:{INSTRUMENT})$|(?<!\d)\d+\s?号"
)
_OWN_SUBJECT = lazy(
    rf"^(?:关于|中华人民共和国|国家|《|\d{{4}}\s?年|{HAN}{{2,6}}(?<!城)(?:省|市(?![场级民政域])|县(?!级)|自治[区州])|{HAN}{{2,16}}关于)"
)
_SHORTEST = 6  # characters that a title, or the first line of one, has
_LONGEST_LINE = 60
_LABELLED = lazy(r"^(?:法规|规章|文件|政策|公文)?(?:名称|标题)[ \t]*[:：][ \t　]*(?P<title>\S.{3,80})$")
_NUMBERED_LAW = lazy(rf"^第\s?\d+/\d{{4}}\s?号{HAN}{{2,12}}$")
_ABOUT = lazy(rf"^[^。；;！!？?:：，,]{{4,90}}(?:解读|解读材料|起草说明|编制说明|修订说明|政策问答){_STATUS_TAIL}$")
_NOTICE = lazy("(?:通知|公告|通告|通报|公示|决定|批复|函|意见|命令|报告|请示|议案)$")
_PUNCTUATED = lazy("[。；;：:！!？?]")
_SPACE = lazy(r"\s+")
_STATUS_AT_END = lazy(rf"{_STATUS_TAIL}$")
_HEAD = 6  # lines in which a notice has its title


def looks_like_title(text: str) -> bool:
    """Whether a line can be an instrument's title: short, without a full stop, ending in its kind.

    >>> looks_like_title("某市促进产业发展若干政策（征求意见稿）"), looks_like_title("为了促进发展，制定本办法。")
    (True, False)
    """
    return bool(_TITLE_LINE.match(text))


def title_words(words: str) -> str:
    """A line of a title without its label: 法规名称：某市养护条例."""
    labelled = _LABELLED.match(words)
    return labelled["title"].strip() if labelled else words


def title_at(lines: Sequence[Line], at: int, told: Sequence[str] = ()) -> range:
    """The lines of the title that ends in one line; empty where none does.

    A title is set on two or three lines where what stands above names it in full (印发《…》, the headline in `told`),
    or where the second line is a kind without a subject of its own under words that are not finished:
    海州市促进低空经济高质量⏎发展若干措施.  Under 第18/2024号行政法规 stands the name of that regulation.
    """
    words = title_words(lines[at].words)
    whole = looks_like_title(words)
    above = lines[at - 1].words if at else ""
    if not whole and not _KIND_ALONE.match(words):
        named = _NUMBERED_LAW.match(above) and len(words) <= _LONGEST_LINE and not _CLOSED.search(words[:-2])
        return range(at, at + 1) if named else range(0)
    if whole and _is_named(f"《{words}》", lines[:at], told):
        return range(at, at + 1)
    for start in (at - 1, at - 2):
        parts = [line.words for line in lines[max(start, 0) : at]]
        if start < 0 or any(not part or len(part) > _LONGEST_LINE or _PUNCTUATED.search(part) for part in parts):
            break
        if _is_named("".join((*parts, words)), lines[:start], told):
            return range(start, at + 1)
    if _is_begun(above) and not _OWN_SUBJECT.match(words):
        return range(at - 1, at + 1)
    return range(at, at + 1) if whole else range(0)


def own_title(lines: Sequence[Line]) -> str | None:
    """The title of a text without provisions: a notice that an office signs, or an explanation (政策解读)."""
    for at in range(min(_HEAD, len(lines))):
        words = lines[at].words
        if _ABOUT.match(words):
            return words
        found = title_at(lines, at) if _NOTICE.search(words) else range(0)
        if found and not DATE_LINE.match(words) and signature(lines[at:])[0]:
            return "".join(line.words for line in lines[found.start : found.stop])
    return None


def announced_title(text: str, known: Names) -> str | None:
    """The first cited title that is of the kind the text calls itself by: 现制定本行动方案 goes with 《…行动方案》.

    >>> announced_title("会上发布《某市人工智能行动方案》。为推进工作，现制定本行动方案。", Names(()))
    '某市人工智能行动方案'
    """
    noun = _SELF.search(text)
    if noun is None:
        return None
    return next((t for m in _TITLE.finditer(text) if (t := known.full(m[1])).endswith(noun["noun"])), None)


def _is_named(title: str, above: Sequence[Line], told: Sequence[str]) -> bool:
    """Whether the lines above, or the page's own headline, name a title in full."""
    bare = _SPACE.sub("", title)
    bare = bare if bare.startswith("《") else _STATUS_AT_END.sub("", bare)
    if len(bare) < _SHORTEST:
        return False
    return any(bare in _SPACE.sub("", words) for words in (*told, *(line.words for line in above)))


def _is_begun(words: str) -> bool:
    """Whether a line begins a title and leaves it open: 关于进一步支持软件产业."""
    return bool(
        _SHORTEST <= len(words) <= _LONGEST_LINE
        and _BEGUN.match(words)
        and _GOES_ON.search(words)
        and not _CLOSED.search(words)
    )
