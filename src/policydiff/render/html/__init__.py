"""A comparison as one page of HTML that a person opens, reads, filters, prints and forwards."""

from policydiff.render.html.page import comparison_html

__all__ = ["comparison_html"]
