"""``recall review``: begin a session at once, in the app or line by line."""

from __future__ import annotations

import click

from recall.cli.scope_words import scope_words
from recall.cli.starting import collection, database_option, start_app
from recall.errors import UsageError


@click.command("review")
@click.argument("words", nargs=-1, metavar="[DECK|TAG|PATH]...", shell_complete=scope_words)
@click.option("--minutes", type=click.IntRange(1, 120), help="How long it may take.")
@click.option("-n", "--cards", type=click.IntRange(1, 9999), help="How many questions it may ask.")
@click.option(
    "--practice",
    is_flag=True,
    help="Reschedule nothing: practise what the words name or find, or what was hard today.",
)
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes and scripts.")
@click.option(
    "--inline", is_flag=True, help="Draw below the prompt instead of on the whole screen."
)
@database_option
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    minutes: int | None,
    cards: int | None,
    practice: bool,
    plain: bool,
    inline: bool,
    database: str | None,
) -> int:
    """Begin a session at once: of everything, or of the decks and tags named.

    A word with a separator, or one that ends in .yaml, is a path (a deck file or a folder of
    them); any other is a deck, or else a tag. deck:NAME and tag:NAME say which is meant.

    With --practice the words may be a search, too, as recall browse has it; answers are kept in the
    log as practice, and nothing is rescheduled.
    """
    if minutes is not None and cards is not None:
        raise UsageError("a session is measured in minutes or in cards, not in both")
    if practice and minutes is not None:
        raise UsageError("practice has no clock", mend="--cards says how many questions to ask")
    if plain:
        from recall.plain.session import run_plain

        with collection(ctx, database, words) as opened:
            return run_plain(opened, words, minutes=minutes, cards=cards, practice=practice)
    return start_app(
        ctx,
        database,
        start="practice" if practice else "review",
        words=words,
        minutes=minutes,
        cards=cards,
        inline=inline,
    )
