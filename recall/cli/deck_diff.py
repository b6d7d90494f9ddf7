"""``recall deck diff``: what a new version of a deck means for those who learn with the old one."""

from __future__ import annotations

import json
from pathlib import Path

import click

from recall.cli.deck_reading import decks_at, decks_of
from recall.cli.say import say
from recall.decks.difference import difference
from recall.decks.model import Deck
from recall.errors import RecallError, UsageError


@click.command("diff")
@click.argument(
    "paths", nargs=-1, required=True, metavar="[OLD] NEW", type=click.Path(path_type=Path)
)
@click.option("--against", metavar="REV", help="Compare with NEW as it is in a revision of git.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--database", metavar="FILE|URL", help="With NEW alone: whose progress to look into.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    against: str | None,
    as_json: bool,
    database: str | None,
) -> int:
    """Say what a new version of a deck means for learners.

    \b
    recall deck diff OLD NEW              two files, or two folders of decks
    recall deck diff --against REV NEW    a version in git: HEAD, v1.2.0, main
    recall deck diff NEW                  what you yourself last had of it

    Added, retired, reworded, moved, renamed, starting again; and histories that learners would
    lose, with the mend. Exits with 1 where a history would be lost. Nothing is changed.
    """
    from recall.cli.diff_words import as_json as plain
    from recall.cli.diff_words import rendered

    before, new = _both(ctx, paths, against, database)
    found = difference(before, new)
    if as_json:
        click.echo(json.dumps(plain(found), ensure_ascii=False))
    else:
        say(rendered(found))
    return 1 if found.lost else 0


def _both(
    ctx: click.Context, paths: tuple[Path, ...], against: str | None, database: str | None
) -> tuple[list[Deck], list[Deck]]:
    """The decks before and now.

    Raises:
        UsageError: too many paths.
        RecallError: a file that cannot be read, or has errors.
    """
    if len(paths) > (2 if against is None else 1):
        raise UsageError("too many files", mend="recall deck diff OLD NEW, two files or folders")
    new = decks_at(paths[-1:])
    if not new:
        raise RecallError("there is no deck, only learning paths", where=str(paths[-1]))
    if len(paths) == 2:
        return decks_at(paths[:1]), new
    if against is not None:
        from recall.cli.git import readings_at

        return decks_of(readings_at(against, paths[0])), new
    from recall.cli.deck_diff_own import last_had

    return last_had(ctx, database, new, paths[0]), new
