"""The rules, in the order in which they run."""

from __future__ import annotations

from policydiff.clean.attachments import ATTACHMENTS
from policydiff.clean.characters import INVISIBLE
from policydiff.clean.credits import CAPTIONS, CREDITS
from policydiff.clean.foot import FOOT_LINES, LINKED_TEXTS, PORTAL_FOOT, RELATED
from policydiff.clean.head import LINK_LISTS, PORTAL_HEAD, PUBLICATION
from policydiff.clean.markup import ENTITIES, TAGS
from policydiff.clean.rule import Rule
from policydiff.clean.script import SCRIPT
from policydiff.clean.whitespace import BLANK_LINES, GAPS
from policydiff.clean.wrapping import BROKEN_LINES

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    LINK_LISTS,  # first, for it needs the places of the links in the capture
    TAGS,
    ENTITIES,
    INVISIBLE,
    PORTAL_HEAD,
    PUBLICATION,
    CREDITS,
    CAPTIONS,
    RELATED,
    FOOT_LINES,
    LINKED_TEXTS,
    PORTAL_FOOT,
    ATTACHMENTS,
    BLANK_LINES,
    BROKEN_LINES,  # before gaps, so that those see whole sentences
    GAPS,
    SCRIPT,  # last, so that every other step shows what the page itself says
)
"""Every cleaning rule; what takes lines out comes before what mends the lines that stay."""
