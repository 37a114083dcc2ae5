"""Wordings replaced throughout a text: found, told once, and folded out of the rows."""
