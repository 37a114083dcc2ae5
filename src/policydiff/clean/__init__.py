"""From all the visible text of a capture to the document in it: a table of rules, and edits on record.

Every rule proposes edits, one function applies them, so each character of the clean text maps back to the capture and
each edit names its rule and its reason.
"""

from policydiff.clean.engine import CleanOptions, clean, explain
from policydiff.clean.published import published
from policydiff.clean.rule import Rule
from policydiff.clean.table import RULES

__all__ = ["RULES", "CleanOptions", "Rule", "clean", "explain", "published"]
