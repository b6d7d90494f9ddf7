"""``recall deck fmt``: write the ids that are missing into deck files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recall.cli.deck_check import deck_files
from recall.cli.say import say, show_problem
from recall.decks.clean import clean
from recall.session.words import counted

if TYPE_CHECKING:
    from recall.decks.formatting import Formatted


@click.command("fmt")
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where ids are missing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per file and line.")
def command(paths: tuple[Path, ...], check: bool, as_json: bool) -> int:
    """Write the ids that are missing into deck files.

    PATH is a deck, or a folder of decks (*.yaml). Each card without an id gets one, made from its
    question; nothing else in the file changes. Who has learnt it already keeps the progress. A
    deck with errors is left alone (exit code 1).
    """
    bad = 0
    for path in deck_files(paths):
        done = _format(path, check)
        bad += done.reading.is_broken or (check and bool(done.given))
        if as_json:
            click.echo(json.dumps(_as_json(path, done, check), ensure_ascii=False))
        else:
            _show(path, done, check)
    return 1 if bad else 0


def _format(path: Path, check: bool) -> Formatted:
    from recall.decks.deck_bytes import Refused, read_file
    from recall.decks.formatting import Formatted, formatted
    from recall.decks.read import Reading
    from recall.files import replace_file

    try:
        data = read_file(path, str(path))
    except Refused as fault:
        return Formatted(b"", (), Reading(None, (fault.problem,), "", name=str(path)))
    done = formatted(data, str(path))
    if done.given and not check:
        replace_file(path, done.data, expected=data)
    return done


def _show(path: Path, done: Formatted, check: bool) -> None:
    name = clean(str(path))
    if done.reading.is_broken:
        for problem in done.reading.problems:
            show_problem(problem)
        say(f"{name} was left alone: mend it first.", err=True)
        return
    for given in done.given:
        say(f"{name}:{given.line if check else given.now}: {given.id}")
    if done.given:
        number = counted(len(done.given), "id")
        say(f"{name}: {number} missing." if check else f"{name}: {number} written.")
    else:
        held = "no deck" if done.reading.is_paths else "every card has an id"
        say(f"{name}: {held}.")


def _as_json(path: Path, done: Formatted, check: bool) -> dict[str, object]:
    return {
        "file": str(path),
        "changed": bool(done.given) and not check,
        "ids": [{"line": each.line if check else each.now, "id": each.id} for each in done.given],
        "problems": [each.as_json() for each in done.reading.problems if each.is_error],
    }
