"""Processes that a test starts at once and may kill at any moment: copies of this one."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import pytest

__all__ = ["Child", "needs_fork", "start"]

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")


@dataclass(frozen=True, slots=True)
class Child:
    """A running copy of this process, and what it says."""

    pid: int
    said: int

    def kill(self) -> list[str]:
        """End it without a warning; what it had said by then, whole lines only."""
        os.kill(self.pid, signal.SIGKILL)
        return self.wait()

    def wait(self) -> list[str]:
        """What it said in all."""
        with os.fdopen(self.said, "rb") as stream:
            text = stream.read()
        os.waitpid(self.pid, 0)
        return text.decode().split("\n")[:-1]


def start(work: Callable[[Callable[[str], None]], None]) -> Child:
    """Run `work` in a copy of this process; what it hands to its argument is said to this one, at once."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python warns where a library has started threads
        pid = os.fork()
    if pid:
        os.close(writing)
        return Child(pid, reading)
    try:
        os.close(reading)
        work(lambda line: (os.write(writing, f"{line}\n".encode()), None)[1])
    except BaseException:  # noqa: BLE001 - told to the parent, which fails on it
        os.write(writing, f"FAILED {traceback.format_exc(limit=-3)!r}\n".encode())
    finally:
        time.sleep(0)
        os._exit(0)
