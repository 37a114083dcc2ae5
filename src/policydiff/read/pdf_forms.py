"""How often the pages of a PDF draw the same things: drawings within drawings can double with every level.

A form is a drawing that pages and other forms draw by name.  pdfium reads it anew each time, and keeps what it read: of
twenty forms, each of which draws the next one twice, a page needs some gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["Drawings", "plain_names"]

_OBJECT = re.compile(rb"\b(\d{1,10})\s{1,8}\d{1,5}\s{1,8}obj\b")
_PAIR = re.compile(rb"(\d{1,10})\s{1,8}(\d{1,10})\s{1,8}")
_FIRST = re.compile(rb"/First\s{1,8}(\d{1,10})")
_REFERENCE = re.compile(rb"\b(\d{1,10})\s{1,8}\d{1,5}\s{1,8}R\b")
_DRAWS = re.compile(rb"\bDo\b")
_FORM = re.compile(rb"/Subtype\s{0,8}/Form\b")
_TREE = re.compile(rb"/Type\s{0,8}/(?:Pages?|Catalog|StructElem|Annot|Font|OCG)\b")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_LONGEST = 4096  # of an object's text; lists of a page's drawings have some hundred bytes
_HOPS = 2  # between a form and one that it draws: its resources, and their list of drawings


def plain_names(dictionary: bytes) -> bytes:
    """A dictionary whose names are not spelt by number: /Fl#61teDecode is /FlateDecode."""
    return _ESCAPE.sub(lambda code: bytes((int(code[1], 16),)), dictionary) if b"#" in dictionary else dictionary


@dataclass(slots=True)
class Drawings:
    """The forms of a file and what they draw, as far as it can be told without drawing it."""

    objects: dict[bytes, list[bytes]] = field(default_factory=dict)
    forms: dict[bytes, int] = field(default_factory=dict)
    pages: int = 0
    drawn: int = 0

    def begin(self, number: bytes, head: bytes) -> None:
        """A stream with its dictionary; its contents follow."""
        if _FORM.search(head):
            self.forms.setdefault(number, 0)
            self.objects.setdefault(number, []).append(head)
        self.pages, self.drawn = max(self.pages, self.drawn), 0

    def add(self, number: bytes, head: bytes, contents: bytes) -> None:
        """A piece of the stream that has begun: what a form or a page draws, or a bundle of objects."""
        if b"/ObjStm" in head:
            self._unbundle(head, contents)
            return
        draws = len(_DRAWS.findall(contents))
        if number in self.forms:
            self.forms[number] += draws
        else:
            self.drawn += draws

    def most(self, data: bytes) -> int:
        """At most how many forms one page makes pdfium read."""
        if self.forms:
            for found in _OBJECT.finditer(data):
                end = data.find(b"endobj", found.end(), found.end() + _LONGEST)
                body = data[found.end() : end if end >= 0 else found.end() + _LONGEST]
                if b"stream" not in body:
                    self.objects.setdefault(found[1], []).append(plain_names(body))
        reads = self._reads()
        return max(self.pages, self.drawn, 1) * max(reads.values(), default=1)

    def _unbundle(self, head: bytes, contents: bytes) -> None:
        first = _FIRST.search(head)
        if first is None:
            return
        start = int(first[1])
        places = [(found[1], start + int(found[2])) for found in _PAIR.finditer(contents[:start] + b" ")]
        ends = [place for _, place in places[1:]]
        for (number, place), end in zip(places, [*ends, len(contents)], strict=True):
            body = contents[place : min(max(end, place), place + _LONGEST)]
            self.objects.setdefault(number, []).append(plain_names(body))

    def _reads(self) -> dict[bytes, int]:
        """How many forms are read for one drawing of each; one that draws itself is not read again."""
        reads: dict[bytes, int] = {}
        inner = {number: self._drawn_by(number) if draws else () for number, draws in self.forms.items()}
        for root in self.forms:
            stack = [root]
            entered: set[bytes] = set()
            while stack:
                number = stack[-1]
                left = [form for form in inner[number] if form not in reads and form not in entered]
                entered.add(number)
                if left and number not in reads:
                    stack += left
                    continue
                stack.pop()
                deepest = max((reads.get(form, 0) for form in inner[number]), default=0)
                reads[number] = 1 + self.forms[number] * deepest
        return reads

    def _drawn_by(self, form: bytes) -> tuple[bytes, ...]:
        """The forms that a form's dictionary leads to by way of its resources."""
        found: dict[bytes, None] = {}
        seen, edge = {form}, [form]
        for _ in range(_HOPS + 1):
            numbers = dict.fromkeys(number for each in edge for number in self._references(each))
            edge = [number for number in numbers if number not in seen]
            seen.update(edge)
            found |= dict.fromkeys(number for number in edge if number in self.forms)
            edge = [number for number in edge if number not in self.forms]
        return tuple(found)

    def _references(self, number: bytes) -> Iterable[bytes]:
        for body in self.objects.get(number, ()):
            if not _TREE.search(body):
                yield from _REFERENCE.findall(body)
