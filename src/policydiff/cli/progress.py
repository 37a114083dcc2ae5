"""How a fetch comes along, on standard error: a moving bar on a terminal, one plain line a request elsewhere."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from policydiff.cli.console import note

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from policydiff.fetch import Progress

__all__ = ["Shown"]

_SAID = {"robots": "robots.txt", "waiting": "…", "asking": "…", "receiving": ""}


class Shown:
    """Shows how a fetch comes along; the bar is gone when the page is there, and nothing of it stays."""

    def __init__(self) -> None:
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __call__(self, progress: Progress) -> None:
        """Show where a fetch stands."""
        if progress.stage == "done":
            self._stop()
        elif not _on_a_terminal():
            if progress.stage == "asking":
                note(f"policydiff: fetching {progress.url}")
        else:
            bar, task = self._started()
            described = f"{progress.url} {_SAID[progress.stage]}".rstrip()
            bar.update(task, description=described, completed=progress.received, total=progress.expected)

    def _started(self) -> tuple[Bar, TaskID]:
        if self._bar is None or self._task is None:
            from rich.console import Console  # noqa: PLC0415 - only where a person looks
            from rich.progress import BarColumn, DownloadColumn, TextColumn  # noqa: PLC0415
            from rich.progress import Progress as Bar  # noqa: PLC0415

            text = TextColumn("{task.description}", markup=False)
            self._bar = Bar(text, BarColumn(), DownloadColumn(), console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("", total=None)
        return self._bar, self._task

    def _stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = self._task = None


def _on_a_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
