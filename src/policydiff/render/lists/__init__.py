"""Figures, links and outlines of versions: on the terminal, as Markdown, as data."""
