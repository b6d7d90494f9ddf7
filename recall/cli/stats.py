"""``recall stats``: what Insight shows, as text or as one JSON object."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

from recall.cli.starting import collection, database_option

if TYPE_CHECKING:
    from recall.collection.insight import Insight


BAR_AFTER = 0.3
"""Seconds before a bar shows how far looking back is."""


class _Described(click.Command):
    """A command whose help ends with the fields of its JSON."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each field of ``--json`` means."""
        from recall.cli.stats_fields import FIELDS

        with formatter.section("Fields of --json ([] stands for each entry of a list)"):
            for path, meaning in FIELDS.items():
                formatter.write_text(path)
                with formatter.indentation():
                    formatter.write_text(meaning)


@click.command("stats", cls=_Described)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@database_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, database: str | None) -> None:
    """Say what you know, what comes, and what you do not get.

    Five questions, each with a sentence and a picture made of text: Am I getting anywhere? How
    much will there be? Do I keep at it? Is the app honest? What do I not get?
    """
    from recall.cli.bar import Bar
    from recall.collection.insight import gather

    with collection(ctx, database) as opened, Bar("Looking back", after=BAR_AFTER) as bar:
        insight = gather(opened, bar.told)
    if as_json:
        from recall.cli.stats_json import as_json as values

        click.echo(json.dumps(values(insight), ensure_ascii=False))
        return
    _print(insight)


def _print(insight: Insight) -> None:
    from recall.tui.draw.insight.sections import text_of
    from recall.tui.draw.room import Room
    from recall.tui.signs import speaks_utf8, to_ascii

    room = Room(shutil.get_terminal_size().columns, 1_000)
    ascii_only = not speaks_utf8(os.environ, sys.stdout.encoding)
    for line in text_of(insight, room.text):
        click.echo(to_ascii(line) if ascii_only else line)
