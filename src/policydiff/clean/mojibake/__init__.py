"""Mojibake: text that a wrong decoding spoiled, repaired where its bytes or its words leave one reading.

`gbk` knows the bytes, and simulates the accident; `language` knows which Chinese is likely.  `stretches` finds where a
text may be read one byte late, `lattice` the readings of such a stretch, `shift` the one to believe; `recode` undoes
whole charsets.  Whatever is repaired, spoiling it again must give the page's text exactly.
"""

from policydiff.clean.mojibake.damage import damaged_runs
from policydiff.clean.mojibake.options import MojibakeOptions
from policydiff.clean.mojibake.rules import MOJIBAKE, WRONG_CHARSET

__all__ = ["MOJIBAKE", "WRONG_CHARSET", "MojibakeOptions", "damaged_runs"]
