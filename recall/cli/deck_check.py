"""``recall deck check``: every problem of deck files, with its place and mend."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click

from recall.cli.bar import Bar
from recall.cli.say import say, show_problem
from recall.decks.deck_bytes import Refused, holds_paths, read_file
from recall.decks.problems import Problem
from recall.decks.read import Reading, read_bytes
from recall.errors import RecallError
from recall.session.words import counted

_READING = 0.4
"""The part of the time that reading takes; the rules take the rest."""


@click.command("check")
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per problem and line.")
@click.option("--strict", is_flag=True, help="Exit with 1 where there are warnings too.")
@click.option(
    "--release", is_flag=True, help="Want an id and a source on every card too, and be strict."
)
@click.option("--rules", is_flag=True, help="List the rules on cards instead: what, why, mend.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    as_json: bool,
    strict: bool,
    release: bool,
    rules: bool,
) -> int:
    """Print every problem of deck files, with line and column.

    PATH is a deck, a file of learning paths, or a folder of them (*.yaml). What cannot be read is
    an error; a sound card that makes a poor question is a warning, which 'lint-ok' silences at the
    card, and so is what a path names and no deck has. Exits with 1 where there are errors; warnings
    alone leave 0.
    """
    if rules:
        _list_rules(as_json)
        return 0
    if not paths:
        raise click.UsageError("name a deck, or a folder of decks.", ctx)
    errors = warnings = 0
    files = list(deck_files(paths))
    with Bar("Checking") as bar:
        for number, path in enumerate(files):
            problems = problems_of(path, release, _share_of(bar.told, number, len(files)), paths)
            bar.clear()
            for problem in problems:
                errors += problem.is_error
                warnings += not problem.is_error
                _show(problem, as_json)
    if not as_json:
        say(_verdict(files, errors, warnings), err=bool(errors or warnings))
    return 1 if errors or (warnings and (strict or release)) else 0


def problems_of(
    path: Path,
    release: bool = False,
    told: Callable[[float], None] | None = None,
    beside: Sequence[Path] = (),
) -> tuple[Problem, ...]:
    """All problems of one file: of its form, and where that is sound of the cards of a deck, or of
    what learning paths name and no deck has, those beside the file and at ``beside`` included.
    """
    from recall.decks.lint.run import lint

    name = str(path)
    try:
        data = read_file(path, name)
    except Refused as fault:
        return (fault.problem,)
    reading: Reading = read_bytes(data, name, _within(told, 0.0, _READING))
    if reading.is_paths:
        from recall.cli.at_hand import library_at_hand
        from recall.decks.path_names import checked_paths

        return checked_paths(path, library_at_hand((*beside, path.parent)), name).problems
    return lint(reading, data, release=release, told=_within(told, _READING, 1.0))


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


def _share_of(told: Callable[[float], None], number: int, files: int) -> Callable[[float], None]:
    return lambda part: told((number + part) / files)


def _within(
    told: Callable[[float], None] | None, start: float, end: float
) -> Callable[[float], None] | None:
    if told is None:
        return None
    return lambda part: told(start + (end - start) * part)


def _show(problem: Problem, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(problem.as_json(), ensure_ascii=False))
    else:
        show_problem(problem)


def _list_rules(as_json: bool) -> None:
    from recall.decks.lint import listing

    if as_json:
        for rule in listing.as_json():
            click.echo(json.dumps(rule, ensure_ascii=False))
    else:
        say(listing.as_text())


def _verdict(files: Sequence[Path], errors: int, warnings: int) -> str:
    of_paths = sum(_holds_paths(file) for file in files)
    kinds = ((len(files) - of_paths, "deck"), (of_paths, "path file"))
    checked = " and ".join(counted(n, word) for n, word in kinds if n)
    if not errors and not warnings:
        return f"{checked} checked, no problems."
    found = [counted(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return f"{checked} checked: {', '.join(found)}."


def _holds_paths(file: Path) -> bool:
    try:
        return holds_paths(read_file(file, str(file)))
    except Refused:
        return False
