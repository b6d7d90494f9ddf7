"""``recall due``: what today's session holds."""

from __future__ import annotations

import json

import click

from recall.cli.scope_words import scope_words
from recall.cli.starting import collection, database_option
from recall.errors import UsageError
from recall.status import show


@click.command("due")
@click.argument("words", nargs=-1, metavar="[DECK|TAG|PATH]...", shell_complete=scope_words)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--short", is_flag=True, help="For a shell's prompt: at once, from what was last worked out."
)
@database_option
@click.pass_context
def command(
    ctx: click.Context, words: tuple[str, ...], as_json: bool, short: bool, database: str | None
) -> int:
    """Say what today's session holds, and how long it takes.

    --short prints what the last session left behind: questions to review + new ones, and minutes;
    nothing where today is done.
    """
    if short:
        if words or as_json or database or ctx.find_root().params.get("database"):
            raise UsageError("--short stands alone: it tells of all decks, in a few characters")
        return show()
    from recall.collection.behind import leave_behind
    from recall.collection.scope import parse_scope

    with collection(ctx, database, words) as opened:
        home = opened.home(parse_scope(words, opened.library))
        leave_behind(opened)
    if as_json:
        figures = {
            "date": home.today.isoformat(),
            "status": home.status,
            "review": home.review,
            "new": home.new,
            "minutes": home.minutes,
            "sentence": home.sentence,
        }
        click.echo(json.dumps(figures, ensure_ascii=False))
        return 0
    click.echo(home.sentence)
    for notice in home.notices:
        click.echo(notice, err=True)
    return 0
