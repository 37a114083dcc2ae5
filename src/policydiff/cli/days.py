"""A day as an argument of the command line."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import click

__all__ = ["DAY"]

_FORM = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class _Day(click.ParamType[date]):
    """A day, written as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day; what is none is refused with what to write instead."""
        if isinstance(value, date):
            return value
        parts = _FORM.fullmatch(str(value))
        if parts is None:
            self.fail(f"write the day as YYYY-MM-DD, such as 2025-02-18, not {value}.", param, ctx)
        try:
            return date(*map(int, parts.groups()))
        except ValueError:
            self.fail(f"there is no such day as {value}.", param, ctx)


DAY = _Day()
