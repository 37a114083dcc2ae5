"""Clauses by keyword and by figure, found whatever the script, the width or the spelling of numbers.

query      what a person types, as a tree
figures    50万元, 五十万元 and 500,000元 read as one value
measures   figures that can be compared: 12个月 is 1年
keys       a text in the form in which two writings of one thing are equal
entries    versions as plain values, and a search with its filters
scanning   every clause looked at: what the rest is held against
ranking    the best first
marking    where the words stand in a clause
grams      where every pair of characters stands, as arrays
blocks     those arrays in the database; database, writing and snapshot: the rest of it
matching   the clauses that answer a query; finding: best first, page by page
store      the whole of it; memo: its table for what is slow to work out

Each module is loaded when one of its names is first asked for: the store needs numpy, and a memo nothing but SQLite.
"""

from typing import TYPE_CHECKING

from policydiff.later import later

if TYPE_CHECKING:
    from policydiff.index.entries import Clause, Entry, Facts, Filters, Search
    from policydiff.index.faults import BrokenIndexError, UnusableIndexError
    from policydiff.index.measures import FIELDS, OPERATIONS, Condition, Measured, dimension, number
    from policydiff.index.memo import Memo
    from policydiff.index.query import Group, Query, Wording, parse_query
    from policydiff.index.scanning import Ranked, Standing, scan, scan_entries
    from policydiff.index.store import Store

__all__ = [
    "FIELDS",
    "OPERATIONS",
    "BrokenIndexError",
    "Clause",
    "Condition",
    "Entry",
    "Facts",
    "Filters",
    "Group",
    "Measured",
    "Memo",
    "Query",
    "Ranked",
    "Search",
    "Standing",
    "Store",
    "UnusableIndexError",
    "Wording",
    "dimension",
    "number",
    "parse_query",
    "scan",
    "scan_entries",
]

__getattr__, __dir__ = later(
    __name__,
    {
        "faults": ("BrokenIndexError", "UnusableIndexError"),
        "entries": ("Clause", "Entry", "Facts", "Filters", "Search"),
        "measures": ("Condition", "FIELDS", "Measured", "OPERATIONS", "dimension", "number"),
        "query": ("Group", "Query", "Wording", "parse_query"),
        "memo": ("Memo",),
        "scanning": ("Ranked", "Standing", "scan", "scan_entries"),
        "store": ("Store",),
    },
)
