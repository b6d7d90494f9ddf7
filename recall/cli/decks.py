"""``recall decks``: the decks at hand and what would be recalled of them today."""

from __future__ import annotations

import json

import click

from recall.cli.say import say
from recall.cli.starting import collection, database_option
from recall.cli.table import columns


@click.command("decks")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array.")
@database_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, database: str | None) -> None:
    """List the decks and what you would recall of them today."""
    from recall.session.sentences import recalled_of

    with collection(ctx, database) as opened:
        home = opened.home()
        places = {each.deck.id: each.path for each in opened.library.loaded}
    if as_json:
        rows = [
            {
                "deck": line.id,
                "title": line.title,
                "recalled": round(line.recalled, 1),
                "met": line.met,
                "questions": line.total,
                "path": str(places[line.id]) if line.id in places else None,
            }
            for line in home.decks
        ]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    table = [
        (line.id, line.title, recalled_of(round(line.recalled), line.met, line.total))
        for line in home.decks
    ]
    for row in columns(table):
        say(row)
    if not table:
        say(home.sentence)
    for notice in home.notices:
        say(notice, err=True)
