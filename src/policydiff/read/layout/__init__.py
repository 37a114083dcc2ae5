"""From glyphs on pages to a text in reading order: what the readers of laid-out formats (PDF, OFD) share."""

from policydiff.read.layout.assembling import lay_out
from policydiff.read.layout.glyphs import Glyph, Sheet
from policydiff.read.layout.options import LayoutOptions

__all__ = ["Glyph", "LayoutOptions", "Sheet", "lay_out"]
