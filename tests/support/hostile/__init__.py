"""Hostile inputs: made by code whenever they are needed, and shipped nowhere.

Each is a name, what the file is called, and how its bytes are made.  `CASES` holds them all.
"""

from __future__ import annotations

from support.hostile.archives import ARCHIVES
from support.hostile.case import Case
from support.hostile.disguised import DISGUISED, OFFICE
from support.hostile.pages import PAGES
from support.hostile.pdfs import PDFS
from support.hostile.texts import TEXTS

__all__ = ["CASES", "OFFICE", "Case"]

CASES: tuple[Case, ...] = (*TEXTS, *PAGES, *ARCHIVES, *PDFS, *DISGUISED, *OFFICE)
"""Every hostile input."""
