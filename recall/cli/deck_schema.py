"""``recall deck schema``: the deck format for editors."""

from __future__ import annotations

from pathlib import Path

import click

from recall.cli.say import say


@click.command("schema")
@click.option(
    "--output", "-o", metavar="FILE", type=click.Path(path_type=Path), help="Write it to this file."
)
def command(output: Path | None) -> None:
    """Print the JSON Schema (draft-07) of deck files.

    An editor that knows it completes keys and underlines mistakes while you type. In VS Code the
    YAML extension reads its place from the first line of a deck:

    \b
    # yaml-language-server: $schema=./recall-deck.schema.json
    """
    from recall.decks.schema import schema_text

    if output is None:
        click.echo(schema_text(), nl=False)
        return
    from recall.decks.clean import clean
    from recall.files import replace_file

    replace_file(output, schema_text().encode())
    say(f"{clean(str(output))} was written.")
