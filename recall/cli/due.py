"""``recall due``: what today's session holds."""

from __future__ import annotations

import json

import click

from recall.cli.starting import collection, database_option


@click.command("due")
@click.argument("words", nargs=-1, metavar="[DECK|TAG|PATH]...")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@database_option
@click.pass_context
def command(
    ctx: click.Context, words: tuple[str, ...], as_json: bool, database: str | None
) -> None:
    """Say what today's session holds, and how long it takes."""
    from recall.collection.scope import parse_scope

    with collection(ctx, database, words) as opened:
        home = opened.home(parse_scope(words, opened.library))
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
        return
    click.echo(home.sentence)
    for notice in home.notices:
        click.echo(notice, err=True)
