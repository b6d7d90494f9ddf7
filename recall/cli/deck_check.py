"""``recall deck check``: every problem of deck files, with its place and mend."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from recall.decks.problems import Problem
from recall.decks.read import read_deck
from recall.errors import RecallError
from recall.session.words import counted


@click.command("check")
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per problem and line.")
def command(paths: tuple[Path, ...], as_json: bool) -> int:
    """Print every problem of deck files, with line and column.

    PATH is a deck, or a folder of decks (*.yaml). Exits with 1 where there are errors; warnings
    alone leave 0.
    """
    errors = warnings = files = 0
    for path in deck_files(paths):
        files += 1
        for problem in read_deck(path).problems:
            errors += problem.severity == "error"
            warnings += problem.severity != "error"
            _show(problem, as_json)
    if not as_json:
        click.echo(_verdict(files, errors, warnings), err=bool(errors))
    return 1 if errors else 0


def deck_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The deck files that paths name: a file itself, of a folder every ``*.yaml`` in it.

    Raises:
        RecallError: a path that does not exist, or a folder without decks.
    """
    for path in paths:
        if not path.is_dir():
            if not path.exists():
                raise RecallError("there is no such file or folder", where=str(path))
            yield path
            continue
        found = sorted(path.glob("*.yaml"))
        if not found:
            raise RecallError("there is no deck (*.yaml) in this folder", where=str(path))
        yield from found


def _show(problem: Problem, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(problem.as_json(), ensure_ascii=False))
    else:
        click.echo(problem.render(), file=sys.stderr)
        click.echo(file=sys.stderr)


def _verdict(files: int, errors: int, warnings: int) -> str:
    decks = counted(files, "deck")
    if not errors and not warnings:
        return f"{decks} checked, no problems."
    found = [counted(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return f"{decks} checked: {', '.join(found)}."
