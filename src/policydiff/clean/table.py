"""The rules, in the order in which they run."""

from __future__ import annotations

from policydiff.clean.attachments import ATTACHMENTS
from policydiff.clean.characters import FONT_BULLETS, INVISIBLE, PICTOGRAPHS
from policydiff.clean.columns import INDENTED_PARAGRAPHS
from policydiff.clean.credits import CAPTIONS, CREDITS
from policydiff.clean.foot import FOOT_LINES, LINKED_TEXTS, PORTAL_FOOT
from policydiff.clean.head import PORTAL_HEAD, PUBLICATION
from policydiff.clean.layout import LAID_OUT_LINES, PAGE_FURNITURE, PAGE_NUMBERS
from policydiff.clean.links import LINK_LISTS
from policydiff.clean.maintext import MAIN_TEXT
from policydiff.clean.markup import ENTITIES, TAGS
from policydiff.clean.masks import FILTER_MASKS
from policydiff.clean.mojibake import MOJIBAKE, WRONG_CHARSET
from policydiff.clean.pinyin import PINYIN
from policydiff.clean.radicals import RADICALS
from policydiff.clean.rule import Rule
from policydiff.clean.running import RUNNING_HEADS
from policydiff.clean.script import SCRIPT
from policydiff.clean.sections import COMMENTS, RELATED
from policydiff.clean.topics import TOPICS
from policydiff.clean.whitespace import BLANK_LINES, GAPS
from policydiff.clean.wrapping import BROKEN_LINES

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    WRONG_CHARSET,  # before all others, which look for Chinese words and marks
    MOJIBAKE,  # the readings that a page sets behind characters tell lost bytes, and so must still be there
    PAGE_FURNITURE,  # before all that takes lines out, so that a paragraph that runs over a page comes out whole
    LAID_OUT_LINES,
    RUNNING_HEADS,  # before page numbers, beside which they stand
    PAGE_NUMBERS,
    ENTITIES,
    TAGS,  # behind entities, which may have been tags
    RADICALS,  # behind entities, which may have been radicals
    INVISIBLE,
    PICTOGRAPHS,  # behind what is invisible, which joins and shades them
    FONT_BULLETS,
    PINYIN,  # behind what mends characters, before what reads words
    FILTER_MASKS,
    RELATED,
    COMMENTS,
    MAIN_TEXT,
    LINK_LISTS,  # behind main text, which tells by its links what a label leads to
    PORTAL_HEAD,
    PUBLICATION,
    CREDITS,
    CAPTIONS,
    FOOT_LINES,
    LINKED_TEXTS,
    PORTAL_FOOT,
    ATTACHMENTS,
    INDENTED_PARAGRAPHS,  # before the indents go
    BLANK_LINES,
    TOPICS,
    BROKEN_LINES,  # before gaps, so that those see whole sentences
    GAPS,
    SCRIPT,  # last, so that every other step shows what the page itself says
)
"""Every cleaning rule; what takes lines out comes before what mends the lines that stay."""
