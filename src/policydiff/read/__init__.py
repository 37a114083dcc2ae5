"""Bytes to a `Source`: all the visible text of a capture, as ordered blocks with features.

Reading drops nothing that a reader of the page would see; what is chrome and what is noise is for `clean` to say.
Line ends `\\r\\n` and `\\r` become `\\n` before anything else, so an offset into `Source.text` counts one character
for a line end whatever system wrote the file.
"""

from policydiff.read.options import ReadOptions
from policydiff.read.source import file_bytes, read_bytes, read_file

__all__ = ["ReadOptions", "file_bytes", "read_bytes", "read_file"]
