"""``recall undo``: take back the newest answer."""

from __future__ import annotations

import click

from recall.cli.starting import collection, database_option


@click.command("undo")
@database_option
@click.pass_context
def command(ctx: click.Context, database: str | None) -> int:
    """Take back the newest answer (or mark, or card put away).

    What was set for several cards at once is taken back for all of them. Again takes back the one
    before it. Nothing is lost: the log keeps both. Exits with 1 where there is nothing to undo.
    """
    from recall.collection.undoing import take_back
    from recall.session.words import WORDS

    with collection(ctx, database) as opened:
        said = take_back(opened)
        click.echo(said or WORDS["nothing to undo"])
    return 0 if said else 1
