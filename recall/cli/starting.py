"""What the commands share that open a collection: the database option, settings, the app."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from recall.cli.terminal import need_terminal

if TYPE_CHECKING:
    from recall.collection.collection import Collection
    from recall.collection.home import Home

Command = TypeVar("Command", bound=Callable[..., Any])


def database_option(command: Command) -> Command:
    """``--database``, also accepted after the subcommand's name."""
    return click.option(
        "--database", metavar="FILE|URL", help="Use this SQLite file or postgresql:// URL."
    )(command)


def opener(
    ctx: click.Context, database: str | None, words: Sequence[str] = ()
) -> Callable[[], Collection]:
    """A function that opens the learner's collection; the paths among the words are its decks."""
    chosen = _named(ctx, database)

    def open_now() -> Collection:
        from recall.collection.open import open_collection
        from recall.collection.scope import is_path
        from recall.paths import settings_file
        from recall.settings import read_settings

        paths = [Path(word).expanduser() for word in words if is_path(word)]
        settings = read_settings(settings_file())
        return open_collection(settings=settings, database=chosen, paths=paths)

    return open_now


@contextmanager
def collection(
    ctx: click.Context, database: str | None, words: Sequence[str] = ()
) -> Iterator[Collection]:
    """The learner's collection, closed at the end.

    Whatever was written to it, the next start and the shell's prompt are to know.
    """
    from recall.collection.behind import leave_what_changed

    opened = opener(ctx, database, words)()
    try:
        yield opened
        leave_what_changed(opened)
    finally:
        opened.close()


def start_app(
    ctx: click.Context,
    database: str | None,
    *,
    start: str,
    words: Sequence[str] = (),
    minutes: int | None = None,
    cards: int | None = None,
    inline: bool = False,
    search: str = "",
    sort: str = "deck",
) -> int:
    """Run the full-screen app; returns its exit code.

    Raises:
        UsageError: standard input or output is no terminal.
    """
    need_terminal("without one, line by line: recall review --plain, recall browse --plain")
    from recall.paths import settings_file
    from recall.settings import read_settings
    from recall.tui.journey import LearnerJourney
    from recall.tui.run import run

    settings = read_settings(settings_file())

    def left_by_last_session() -> Home | None:
        from recall.collection.last_home import last_home

        return last_home(settings, database=_named(ctx, database))

    journey = LearnerJourney(
        opener(ctx, database, words),
        start=start,
        scope_words=words,
        minutes=minutes,
        cards=cards,
        last_home=left_by_last_session,
        search=search,
        sort=sort,
    )
    return run(journey, settings, inline=inline)


def _named(ctx: click.Context, database: str | None) -> str | None:
    """The database that was named, before or after the subcommand."""
    named = database or ctx.find_root().params.get("database")
    return None if named is None else str(named)
