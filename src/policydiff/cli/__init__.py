"""The command `policydiff`: arguments to the pipeline, its values to the renderers, results to exit codes.

Starting up imports click and nothing heavier; the pipeline and the renderers are imported inside the commands, so that
`policydiff --help` answers at once.
"""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Sequence

import click

from policydiff import __version__
from policydiff.cli import adding, checking, comparing, console, fetching, history, reading, searching
from policydiff.cli.codes import TROUBLE
from policydiff.errors import PolicydiffError

__all__ = ["main"]

INTERRUPTED = 130
_COLLECTED_AFTER = 100_000
"""New objects between two searches for garbage."""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 something changed (diff) or is to be mended (doctor), 2 trouble.",
)
@click.version_option(__version__, "--version", message="%(prog)s %(version)s")
def policydiff() -> None:
    """Compare Chinese policy documents: which articles, caps, rates and periods changed, with proof.

    An argument names a file, "-" for standard input, a page by its URL, or a version of the corpus such as
    wuhan-ai@2024-draft. Whatever has a slash or a suffix is a file.
    """


for _command in (
    *comparing.COMMANDS,
    *reading.COMMANDS,
    *searching.COMMANDS,
    *adding.COMMANDS,
    *fetching.COMMANDS,
    *history.COMMANDS,
    *checking.COMMANDS,
):
    policydiff.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and end the process with its exit code.

    What the stages make are trees of frozen values, which die all at once or not at all: looking for cycles among them
    every few hundred objects would take a tenth of the time of a long run.
    """
    gc.set_threshold(_COLLECTED_AFTER)
    console.prepare()
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    """The exit code of one run; every fault that a person can act on becomes one sentence here, and only here."""
    try:
        code = policydiff.main(arguments, prog_name="policydiff", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:  # `policydiff` alone asks for help
        console.emit(error.format_message())
        return 0
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "policydiff"
        console.note(f"policydiff: {' '.join(error.format_message().split())} See: {where} --help")
        return TROUBLE
    except (PolicydiffError, click.ClickException) as error:
        console.note(f"policydiff: {error.format_message() if isinstance(error, click.ClickException) else error}")
        return TROUBLE
    except (click.Abort, KeyboardInterrupt):
        console.note("policydiff: interrupted")
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - a bug shows its traceback; Python's own exit code 1 would say "changed"
        traceback.print_exc()
        return TROUBLE
    return code if isinstance(code, int) else 0
