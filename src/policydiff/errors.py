"""What can go wrong, as one tree.

    PolicydiffError                 every fault a person can act on
    ├── InputError                  a file or an argument that cannot be read
    │   ├── UnknownFormatError      its kind is not one the program reads
    │   └── CharsetError            its bytes are text in no charset we know
    ├── CorpusError                 a corpus folder that is missing or malformed
    │   └── UnknownVersionError     a work or a version that the corpus does not have
    └── OutputError                 a result that cannot be written

Each carries one sentence for the person: what, where, what to do next.  The command line prints it and ends with
exit code 2.  Any other exception is a bug and shows its traceback.
"""

from __future__ import annotations


class PolicydiffError(Exception):
    """The root: a fault with one clear sentence for the person at the keyboard."""


class InputError(PolicydiffError):
    """A file or an argument cannot be read."""


class UnknownFormatError(InputError):
    """The input is of a kind the program does not read."""


class CharsetError(InputError):
    """The input's bytes are text in no charset the program knows."""


class CorpusError(PolicydiffError):
    """A corpus folder is missing or malformed."""


class UnknownVersionError(CorpusError):
    """A work or version is named that the corpus does not have."""


class OutputError(PolicydiffError):
    """A result cannot be written."""
