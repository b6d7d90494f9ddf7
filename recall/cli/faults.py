"""What a command that failed says on standard error, and the exit code that it leaves."""

from __future__ import annotations

import os
import sys
from io import StringIO

import click

from recall.cli.say import say
from recall.decks.clean import clean
from recall.errors import RecallError


def tell(fault: click.ClickException | RecallError | OSError) -> int:
    """Say what is wrong, and how to mend it; returns the exit code."""
    if isinstance(fault, click.ClickException):
        _show(fault)
        return fault.exit_code
    if isinstance(fault, RecallError):
        _complain(str(fault), fault.mend)
        return fault.exit_code
    if isinstance(fault, BrokenPipeError):
        # Whoever read the output has gone (recall log | head); there is nobody to tell.
        _print_nowhere()
    else:
        _complain_of(fault)
    return 1


def _complain_of(fault: OSError) -> None:
    reason = (fault.strerror or str(fault)).lower()
    if fault.filename:
        _complain(f"{fault.filename}: {reason}")
    elif _output_fails():
        _complain(f"what was to be printed could not be written: {reason}")
        _print_nowhere()
    else:
        _complain(reason)


def _output_fails() -> bool:
    """Whether not even a line end can be printed: what is lost was output then, no other file."""
    try:
        sys.stdout.write("\n")
        sys.stdout.flush()
    except OSError:
        return True
    return False


def _print_nowhere() -> None:
    """Let go of what waits to be printed, which would be tried once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _show(fault: click.ClickException) -> None:
    """Write click's own words about a command to standard error."""
    words = StringIO()
    fault.show(words)
    say(words.getvalue().rstrip("\n"), err=True)


def _complain(what: str, mend: str = "") -> None:
    """Write what is wrong, and how to mend it, to standard error."""
    from recall.cli.say import say

    say(f"recall: {clean(what)}", err=True)
    if mend:
        say(f"        {clean(mend)}", err=True)
