"""A comparison as tables for spreadsheets: `sheets` makes the rows, `workbook` and `csv_text` the files."""

from policydiff.render.tabular.csv_text import comparison_csv
from policydiff.render.tabular.workbook import comparison_xlsx

__all__ = ["comparison_csv", "comparison_xlsx"]
