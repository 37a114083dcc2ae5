"""HTML pages: all that a reader of the page sees, block by block, with the numbers that only a browser draws.

`page` parses the markup, `visible` knows what is not shown, `landmarks` which part of a page an element is, `tables`
what is data and what is layout, `lists` the numbers of list items; `blocks` puts the text together, `facts` reads what
the page says of its document, and `saved` opens a page that a browser saved with its pictures (MHTML).
"""

from __future__ import annotations

from policydiff.read.html.document import read_html

__all__ = ["read_html"]
