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

from importlib import import_module
from typing import TYPE_CHECKING

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

_HOMES = {
    "BrokenIndexError": "faults",
    "Clause": "entries",
    "Condition": "measures",
    "Entry": "entries",
    "FIELDS": "measures",
    "Facts": "entries",
    "Filters": "entries",
    "Group": "query",
    "Measured": "measures",
    "Memo": "memo",
    "OPERATIONS": "measures",
    "Query": "query",
    "Ranked": "scanning",
    "Search": "entries",
    "Standing": "scanning",
    "Store": "store",
    "UnusableIndexError": "faults",
    "Wording": "query",
    "dimension": "measures",
    "number": "measures",
    "parse_query": "query",
    "scan": "scanning",
    "scan_entries": "scanning",
}


def __getattr__(name: str) -> object:
    """Load a name's module at its first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"policydiff.index.{_HOMES[name]}"), name)
    globals()[name] = found  # the next one to ask finds it without a detour
    return found
