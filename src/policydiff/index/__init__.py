"""Clauses by keyword, found whatever the script, the width or the spelling of numbers.

query      what a person types, cut into words and phrases
figures    50万元, 五十万元 and 500,000元 read as one value
keys       a text in the form in which two writings of one thing are equal
scan       every clause of some versions that holds a query's words
"""

from policydiff.index.scan import scan

__all__ = ["scan"]
