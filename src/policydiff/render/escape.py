"""Text of unknown origin made harmless: what steers a terminal or a Markdown reader is shown, never obeyed.

The characters of a document stay as they were written.  Only what has no shape of its own (control characters,
bidirectional overrides, zero-width marks, lone surrogates) is replaced by a visible name, so that a reader can see that
it stood there.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from urllib.parse import quote

__all__ = ["cell", "cell_piece", "inline", "link", "mark", "one_line", "visible"]

_SHAPELESS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&$]|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
_BLOCK_START = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))")
_SHIM = "<!-- -->"
"""An empty comment: punctuation to the Markdown reader, nothing to the human one."""


def visible(text: str) -> str:
    r"""Replace what has no shape by its name; line breaks of every kind become a plain newline.

    >>> visible("奖励\u202e50万元\x1b[31m\r\n第二行")
    '奖励⟦U+202E⟧50万元␛[31m\n第二行'
    """
    if text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    return "".join(char if char == "\n" or char.isprintable() else _named(char) for char in text)


def one_line(text: str) -> str:
    r"""The visible text on one line, each run of white space as one blank; none where Chinese text only broke its line.

    >>> one_line("给予\n奖励  ok\tfine")
    '给予奖励 ok fine'
    """
    lines = [words for line in visible(text).split("\n") if (words := " ".join(line.split()))]
    joined = lines[:1]
    for before, after in pairwise(lines):
        gap = "" if ord(before[-1]) > 0x2E7F and ord(after[0]) > 0x2E7F else " "
        joined.append(gap + after)
    return "".join(joined)


def inline(text: str) -> str:
    r"""Text as one line of Markdown that shows as written, at the start of a block too.

    >>> inline("1. 按 *30%* 给予<开发区|下同>")
    '1\\. 按 \\*30%\\* 给予\\<开发区\\|下同\\>'
    """
    return _block_safe(_escaped(one_line(text)))


def cell(text: str) -> str:
    """Text as the content of a table cell: one line of source, its own line breaks kept as `<br>`."""
    lines = [line.strip() for line in visible(text).strip().split("\n")]
    return "<br>".join(_escaped(line) for line in lines if line)


def mark(text: str, sign: str, before: str, after: str) -> str:
    r"""Text between a pair of `**` or `~~` that is sure to be read as one, for a table cell.

    White space stays outside the pair.  A pair that opens before punctuation or closes after it is read as plain
    characters where a letter or a Chinese character stands next to it; an empty comment keeps them apart.

    >>> mark("“文旅”", "**", "对", "等")
    '<!-- -->**“文旅”**<!-- -->'
    >>> mark("文旅", "**", "对", "等")
    '**文旅**'
    """
    whole = visible(text)
    core = whole.strip()
    start = len(whole) - len(whole.lstrip())
    lead, tail = whole[:start], whole[start + len(core) :]
    if not core:
        return cell_piece(lead + tail)
    outer_before = lead[-1:] or before
    outer_after = tail[:1] or after
    opening = _SHIM if _punctuation(core[0]) and not _yields(outer_before) else ""
    closing = _SHIM if _punctuation(core[-1]) and not _yields(outer_after) else ""
    return f"{cell_piece(lead)}{opening}{sign}{cell_piece(core)}{sign}{closing}{cell_piece(tail)}"


def cell_piece(text: str) -> str:
    """A stretch of a cell's text: like `cell`, with the white space at its ends kept."""
    lines = visible(text).split("\n")
    trimmed = [lines[0], *(line.lstrip() for line in lines[1:])]
    trimmed = [*(line.rstrip() for line in trimmed[:-1]), trimmed[-1]]
    return "<br>".join(_escaped(line) for at, line in enumerate(trimmed) if line or at in {0, len(trimmed) - 1})


def link(text: str, url: str | None) -> str:
    """A Markdown link where the address is one of the web, else the text alone."""
    shown = inline(text)
    if url is None or not url.startswith(("http://", "https://")):
        return shown
    address = quote(url, safe=_URL_SAFE, errors="replace")  # a lone surrogate has no bytes
    return f"[{shown}]({address})"


_URL_SAFE = ":/?#@!$&'*+,;=%~"


def _named(char: str) -> str:
    code = ord(char)
    if char == "\t" or unicodedata.category(char) == "Zs":
        return " " if char == "\t" else char
    if unicodedata.category(char) not in _SHAPELESS:
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟦U+{code:04X}⟧"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)


def _block_safe(text: str) -> str:
    return _BLOCK_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _yields(char: str) -> bool:
    """Whether a neighbour lets a pair open or close next to punctuation, for readers old and new."""
    return not char or char.isspace() or unicodedata.category(char)[0] == "P" or char in "$+<=>^`|~"
