"""Where a sentence lays something down under an instrument: 根据《措施》第三条第二款，对…给予….

What was done under it is none of its words: 根据《措施》，三家企业共获得600万元奖励.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from policydiff.patterns import lazy
from policydiff.segment.attribution.wording import ASIDE, CONTENT, PART
from policydiff.segment.continuation import entitles, goes_on, other_voice

__all__ = ["is_norm", "under"]

_UNDER = lazy(
    rf"(?:根据|按照?|依据|依照)(?:该|新|上述)?《(?P<title>[^《》]{{2,80}})》{ASIDE}{PART}(?:的)?(?:有关|相关)?(?:规定|要求)?[，,]"
)
_UNDER_ALONE = lazy(rf"(?:{CONTENT})")
_PUNISHES = lazy(r"处(?!理|置|于|分)|责令|没收|罚款|吊销|予以警告|并处")
_LAYS_DOWN = lazy(r"[^。；;]{1,60}(?:可以|应当|不得|必须|禁止|有权|免收|免征)")
_FEW = 20  # a sentence that names more grounds than this is none of a report
_NEAR = 120  # characters behind 根据《措施》， in which a norm shows


def under(words: str) -> Iterator[re.Match[str]]:
    """Where a sentence gives a norm under an instrument, 根据《措施》，对…给予…, and does not tell what was done."""
    for match in islice(_UNDER.finditer(words), _FEW):
        opens = not match.start() or words[match.start() - 1] in "，,：:“”"
        if _UNDER_ALONE.match(words, match.end()) or (opens and is_norm(words, match)):
            yield match


def is_norm(words: str, ground: re.Match[str]) -> bool:
    """Whether what stands under an instrument named at the beginning of a clause is a rule.

    A penalty behind another ground within a sentence, 擅自占道的，依照《某法》，处…, is still that sentence's own.
    """
    norm = words[ground.end() : ground.end() + _NEAR]
    if _PUNISHES.match(norm):
        return "《" not in words[: ground.start()]
    return goes_on(norm) or entitles(norm) or (_LAYS_DOWN.match(norm) is not None and not other_voice(norm))
