"""``recall deck stats``: what decks hold, how long they take, and which sources they rest on."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from recall.cli.deck_reading import decks_at
from recall.cli.say import say
from recall.errors import RecallError, UsageError


@click.command("stats")
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
)
@click.option("--until", metavar="YYYY-MM-DD", help="The day on which learners should be through.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(paths: tuple[Path, ...], until: str | None, as_json: bool) -> None:
    """Count what decks hold: questions by kind and module, minutes a day, sources.

    PATH is a deck, or a folder of decks. The minutes are those of a learner who begins today, of
    the starting pace, and include repeating what comes due; drafts and optional cards are left out
    of them.
    """
    from recall.cli.stats_words import as_json as plain
    from recall.cli.stats_words import rendered
    from recall.clock import date_of, study_day, system_clock
    from recall.decks.stats import stats

    today = date_of(study_day(system_clock()))
    last = _day(until, today) if until else None
    counted = [stats(deck) for deck in decks_at(paths)]
    if not counted:
        raise RecallError("there is no deck, only learning paths", where=str(paths[0]))
    days = (last - today).days + 1 if last else None
    if as_json:
        figures: dict[str, Any] = plain(counted, days, last)
        click.echo(json.dumps(figures, ensure_ascii=False))
    else:
        say(rendered(counted, days, last))


def _day(text: str, today: date) -> date:
    """A day from today on.

    Raises:
        UsageError: no day, one in the past, or one too far away.
    """
    try:
        day = datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise UsageError(f"{text} is no day like 2026-12-18", where="--until") from None
    if not 0 <= (day - today).days < 3650:
        raise UsageError(
            f"{text} is {'past' if day < today else 'too far away'}",
            where="--until",
            mend="name a day within the next ten years",
        )
    return day
