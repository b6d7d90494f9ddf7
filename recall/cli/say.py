"""Words for the terminal: lines end between words, whatever the width; in files and pipes they stay
as they are, for scripts to read."""

from __future__ import annotations

import os
import re
import sys

import click

from recall.decks.problems import Problem, cells, wrapped

_LEAST = 20
"""A terminal that claims to be narrower is left to break lines itself."""
_DEEPEST = 0.6
"""So far into the width a table's last column may begin, and its lines still stand below it."""
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")


def columns(err: bool = False) -> int:
    """The width of the terminal that standard output (or error) is, 0 where it is none."""
    stream = sys.stderr if err else sys.stdout
    try:
        wide = os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (OSError, ValueError):
        return 0
    return wide if wide >= _LEAST else 0


def say(text: str = "", *, err: bool = False) -> None:
    """Print text for people to read."""
    wide = columns(err)
    lines = text.split("\n")
    click.echo("\n".join(each for line in lines for each in broken(line, wide)), err=err)


def show_problem(problem: Problem) -> None:
    """Print a problem with its place to standard error, and an empty line."""
    click.echo(f"{problem.render(columns(err=True))}\n", err=True)


def broken(line: str, wide: int) -> list[str]:
    """A line in lines of at most so many cells, those after the first below its text.

    In a table the text is what stands in the last column, if that leaves some width.
    """
    if not wide or cells(line) <= wide:
        return [line]
    own = len(line) - len(line.lstrip(" "))
    starts = (cells(line[: found.end()]) for found in _GAP.finditer(line))
    within = [start for start in starts if start <= wide * _DEEPEST]
    return wrapped(line, wide, within[-1] if within else own + 2 if own else 0)
