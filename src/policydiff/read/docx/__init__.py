"""Word documents (.docx): every paragraph as Word shows it, with the numbers that stand in no paragraph.

`package` checks the file and hands it to python-docx, `styles` and `numbering` know what a paragraph inherits,
`story` walks the body (with `inline`, `fields` and `symbols` for what stands inside a paragraph), and `writing` turns
what it found into blocks.
"""

from __future__ import annotations

from policydiff.read.docx.document import read_docx

__all__ = ["read_docx"]
