"""``recall path``: learning paths, and where the learner is on one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from recall.cli.starting import collection, database_option
from recall.decks.clean import clean

if TYPE_CHECKING:
    from recall.decks.problems import Problem

LONGEST_DAYS = 3650
MOST_TOLD = 5
"""So many problems are told at once; the rest is left to ``recall deck check``."""


@click.group("path", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@database_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, database: str | None) -> None:
    """List the learning paths and say where you are on yours.

    While a path is on, new questions come from it, in its order.
    """
    if ctx.invoked_subcommand is not None:
        return
    with collection(ctx, database) as opened:
        here = opened.path_line()
        known = opened.paths()
        problems = opened.path_problems()
    if as_json:
        current = None
        if here:
            current = {"id": here.id, "step": here.step, "met": here.met, "total": here.total}
            current["until"] = here.until.isoformat() if here.until else None
        listed = [{"id": each.id, "title": each.title} for each in known]
        wrong = [each.as_json() for each in problems]
        everything = {"current": current, "paths": listed, "problems": wrong}
        click.echo(json.dumps(everything, ensure_ascii=False))
        return
    from recall.session.sentences import where_on_path

    width = max((len(each.id) for each in known), default=0)
    for each in known:
        click.echo(f"{each.id:<{width}}  {each.title}. {each.description}".rstrip())
    if here:
        until = here.until
        click.echo("\n" + where_on_path(here.title, here.met, here.total, here.step, until))
    elif known:
        click.echo("\nNo path is on. Start one: recall path start NAME")
    else:
        click.echo("There are no learning paths here.")
    _tell(problems)


@command.command("start", short_help="Start a path; another one that is on ends.")
@click.argument("name")
@click.option("--until", metavar="YYYY-MM-DD", help="The day on which you want to know it.")
@database_option
@click.pass_context
def start(ctx: click.Context, name: str, until: str | None, database: str | None) -> None:
    """Start the path NAME; another one that is on ends."""
    from recall.cli.time_words import pace
    from recall.clock import date_of
    from recall.session.sentences import where_on_path

    day = _day(until) if until else None
    with collection(ctx, database) as opened:
        here = opened.start_path(name, day)
        problems = opened.path_problems()
        today = date_of(opened.today)
    click.echo(where_on_path(here.title, here.met, here.total, here.step, here.until))
    if day and here.total > here.met:
        click.echo(pace(here.total - here.met, min((day - today).days + 1, LONGEST_DAYS)))
    _tell(problems)


@command.command("stop", short_help="End the path that is on; progress stays.")
@database_option
@click.pass_context
def stop(ctx: click.Context, database: str | None) -> None:
    """End the path that is on; what you have learnt stays."""
    with collection(ctx, database) as opened:
        ended = opened.stop_path()
    click.echo(f"{ended} is off. Your progress is kept." if ended else "No path was on.")


def _tell(problems: Sequence[Problem]) -> None:
    """Say on standard error what is wrong with the files of learning paths."""
    files = dict.fromkeys(problem.file for problem in problems)
    for problem in problems[:MOST_TOLD]:
        click.echo(f"{problem.short()}.", err=True)
    for file in files:
        click.echo(f"All of it: recall deck check {clean(file)}", err=True)


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise click.BadParameter(
            f"{text} is no day like 2026-12-18", param_hint="--until"
        ) from None
