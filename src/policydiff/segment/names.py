"""The instruments a text speaks of, and the names it gives them."""

from __future__ import annotations

from dataclasses import dataclass

from policydiff.fold import fold
from policydiff.patterns import lazy

__all__ = ["Names", "names"]

_SHORT = lazy(
    r"《(?P<title>[^《》]{2,80})》\s*[（(][^（()）]{0,20}称(?:为|作)?[:：]?\s*+"
    r"(?P<short>《[^《》]{1,30}》|[“\"‘][^”\"’]{1,30}[”\"’]|[^《》“”\"‘’（()）]{2,20})[^（()）]{0,10}[）)]"
)
_PUBLISHED = lazy(
    r"(?:发布|印发|出台|公布|颁布|下发|推出|制定|通过)(?:实施)?(?:了)?(?:关于)?《(?P<title>[^《》]{4,80})》|"
    r"《(?P<after>[^《》]{4,80})》(?:[（(][^（()）]{0,40}[）)])?(?:于|正式|日前|近日|已|已经|昨[日天]|今[日天]|本[周月]|\d{1,2}月\d{1,2}日|[，,]){0,4}"
    r"(?:发布|印发|出台|公布|颁布|下发|推出|施行|实施)"
)
_TITLE = lazy(r"《([^《》]{6,80})》")
_STATE = lazy(r"[（(][^（()）]{1,20}[）)]$")
_MANY = 64  # a text that names more titles lists them, and a short one means nothing
_GENERIC = 4  # 《措施》, 《实施细则》: a title that only says the kind
_QUOTES = '《》“”"‘’ '


@dataclass(frozen=True, slots=True)
class Names:
    """What a text calls its instruments.

    `short` maps a short title, folded, to the full one; `published` are those that the text tells of being issued,
    `titles` all that it names, and the one that its reader holds it to be about, each behind its folded form.
    """

    short: tuple[tuple[str, str], ...] = ()
    published: tuple[str, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()

    def full(self, title: str) -> str:
        """The full title that a short one stands for, or the title itself."""
        name = fold(title.strip(_QUOTES))
        known = dict(self.short).get(name) or (self.by_noun(name) if len(name) <= _GENERIC else None)
        return known or self._by_ending(name) or title

    def _by_ending(self, name: str) -> str | None:
        """The one title that a name is the end of: 《促进冷库建设若干措施》 for 《某市促进冷库建设若干措施》."""
        longer = [bare for bare, _ in self.titles if len(bare) > len(name) and bare.endswith(name)]
        ends = [a for a in longer if not any(a != b and b.endswith(a) for b in longer)]
        return dict(self.titles)[ends[0]] if len(ends) == 1 else None

    def by_noun(self, noun: str) -> str | None:
        """The one instrument that 该办法 or 政策 means: by its short title, its full one, or as the only one issued."""
        for found in (
            {full for short, full in self.short if short.endswith(noun)},
            {title for title in self.published if noun in title[-6:]},
            {*self.published, *(full for _, full in self.short)},
            {title for bare, title in self.titles if noun in bare[-6:]},
        ):
            if found:
                return found.pop() if len(found) == 1 else None
        return None


def names(text: str, about: str | None = None) -> Names:
    """Collect 《全称》（以下简称《简称》） and what is said to be issued; `about` is what a reader takes it for.

    >>> names("市政府印发《某市产业扶持办法》（以下简称“办法”）。").short
    (('办法', '某市产业扶持办法'),)
    """
    short = {fold(match["short"].strip(_QUOTES)): match["title"] for match in _SHORT.finditer(text)}
    known = dict(short)
    published = [match["title"] or match["after"] for match in _PUBLISHED.finditer(text)]
    full = dict.fromkeys(known.get(fold(title), title) for title in published)
    titles = {_STATE.sub("", fold(title)): title for title in (*reversed(_TITLE.findall(text)), about) if title}
    return Names(tuple(sorted(short.items())), tuple(full), tuple(titles.items()) if len(titles) <= _MANY else ())
