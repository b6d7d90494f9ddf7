"""Whether there is a terminal to draw on."""

from __future__ import annotations

import sys

from recall.errors import UsageError


def need_terminal(mend: str) -> None:
    """Refuse to draw on what is no terminal; ``mend`` says what else there is.

    Raises:
        UsageError: standard input or output is no terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the app needs a terminal to draw on", mend=mend)
