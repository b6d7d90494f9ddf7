"""``recall kaizen``: the small things that the learner improves, and what came of them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recall.cli.starting import collection, database_option

if TYPE_CHECKING:
    from recall.kaizen.values import Things


@click.group("kaizen", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list, oldest first.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print a page of Markdown.")
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the page of Markdown to a file (- for standard output).",
)
@click.option("--force", is_flag=True, help="Overwrite a file that is no such page.")
@database_option
@click.pass_context
def command(
    ctx: click.Context,
    as_json: bool,
    as_markdown: bool,
    output: Path | None,
    force: bool,
    database: str | None,
) -> None:
    """List your small things, newest first, with what came of each.

    From your fourth session on, its end asks for the smallest improvement of the day, in one
    quiet line. "recall settings small_thing false" turns that off.

    With --json each has: id, day, text, state (open, done or let go), ended (the day or null),
    and plan, do, check and act (a line or null).
    """
    if ctx.invoked_subcommand is not None:
        return
    from recall.kaizen import report

    things = _read(ctx, database)
    if as_json:
        click.echo(json.dumps(report.as_json(things.all), ensure_ascii=False))
    if as_markdown or output is not None:
        from recall.cli.pages import write_page

        target = output or Path("-")
        page = report.as_markdown(things.all).encode()
        if write_page(
            target, page, made_by=report.MADE_BY, what="page of small things", force=force
        ):
            click.echo(f"{target}: written.", err=as_json)
    elif not as_json:
        for line in _lines(things):
            click.echo(line)


@command.command("add", short_help="Write a small thing down.")
@click.argument("text", nargs=-1, required=True)
@database_option
@click.pass_context
def add(ctx: click.Context, text: tuple[str, ...], database: str | None) -> None:
    """Write a small thing down: TEXT is what you will improve."""
    from recall.collection.small_things import SmallThings
    from recall.kaizen.words import KEPT

    with collection(ctx, database) as opened:
        SmallThings(opened).begin(" ".join(text))
    click.echo(KEPT)


@command.command("tell", short_help="Say what came of the newest open one.")
@database_option
@click.pass_context
def tell(ctx: click.Context, database: str | None) -> int:
    """Say what came of the newest open one: Plan, Do, Check, Act, a line each.

    An empty line skips. Exits with 1 where none is open.
    """
    from recall.collection.small_things import SmallThings
    from recall.plain.lines import Reader, Writer
    from recall.plain.small_thing import walk

    with collection(ctx, database) as opened:
        things = SmallThings(opened)
        open_ones = things.read().open
        if not open_ones:
            click.echo("No small thing is open. Begin one: recall kaizen add TEXT")
            return 1
        reader, writer = Reader(sys.stdin.buffer), Writer(sys.stdout)
        walk(open_ones[-1], things, reader.line, writer.say)
    return 0


@command.command("undo", short_help="Take back what was last written about them.")
@database_option
@click.pass_context
def undo(ctx: click.Context, database: str | None) -> int:
    """Take back what was last written about small things. Exits with 1 where there is nothing."""
    from recall.collection.small_things import SmallThings
    from recall.kaizen.words import TAKEN_BACK
    from recall.session.words import WORDS

    with collection(ctx, database) as opened:
        left = SmallThings(opened).undo()
    if left is None:
        click.echo(WORDS["nothing to undo"])
        return 1
    click.echo(TAKEN_BACK)
    for line in _lines(left):
        click.echo(line)
    return 0


def _read(ctx: click.Context, database: str | None) -> Things:
    from recall.collection.small_things import SmallThings

    with collection(ctx, database) as opened:
        return SmallThings(opened).read()


def _lines(things: Things) -> list[str]:
    from recall.clock import date_of
    from recall.kaizen.words import NOTHING_YET, notes_of, state_of

    if not things.all:
        return [NOTHING_YET]
    lines = []
    for each in reversed(things.all):
        lines.append(f"{date_of(each.day)}  {state_of(each):<6}  {each.text}")
        lines += [f"    {title + ':':<7}{said}" for title, said in notes_of(each)]
    return lines
