"""The exit codes that commands share."""

__all__ = ["TROUBLE"]

TROUBLE = 2
"""Something was wrong, and has been told in one sentence; click uses the same."""
