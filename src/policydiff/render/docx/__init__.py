"""A comparison as Word files: `table` lays the texts side by side, `redline` tracks the changes in the text itself.

`package` makes the file, `elements` and `runs` its parts; `revisions` is the order in which a redline deletes and
inserts.
"""

from policydiff.render.docx.redline import comparison_redline
from policydiff.render.docx.table import comparison_docx

__all__ = ["comparison_docx", "comparison_redline"]
