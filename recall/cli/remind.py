"""``recall remind``: print a daily reminder for the program that keeps time on this machine."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recall.cli.starting import collection, database_option

if TYPE_CHECKING:
    from recall.remind.schedule import Schedule

FORMS = ("systemd", "launchd", "cron", "ics")
SILENT = ("done", "fresh", "none")
"""Days on which there is nothing to be reminded of."""


@click.command("remind")
@click.option("--at", default="08:30", metavar="HH:MM", show_default=True, help="The time of day.")
@click.option(
    "--days", default="daily", metavar="DAYS", help="daily, weekdays, weekends or mon,wed,fri."
)
@click.option(
    "--as", "form", type=click.Choice(FORMS), help="For what (else what this machine has)."
)
@click.option("--now", is_flag=True, help="Remind now: what the timers call.")
@database_option
@click.pass_context
def command(
    ctx: click.Context, at: str, days: str, form: str | None, now: bool, database: str | None
) -> None:
    """Print a daily reminder to put where it says; nothing is installed.

    A systemd timer, a launchd job, a line for cron, or a calendar file (ics). The timers show a
    notification on the desktop, or print a line where there is none; on a day that is done they
    are silent.
    """
    if now:
        with collection(ctx, database) as opened:
            home = opened.home()
        if home.status not in SILENT:
            _remind(home.sentence)
        return
    from recall.remind.schedule import schedule_of

    chosen = database or ctx.find_root().params.get("database")
    command = [*own_command(), "remind", "--now", *(("--database", chosen) if chosen else ())]
    text = _reminder(form or usual_form(sys.platform), schedule_of(at, days), command)
    # As bytes: a calendar file has line ends of its own.
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()


def usual_form(platform: str, systemd: Path = Path("/run/systemd/system")) -> str:
    """What keeps time on a machine."""
    if platform == "darwin":
        return "launchd"
    if platform == "win32":
        return "ics"
    return "systemd" if systemd.is_dir() else "cron"


def _reminder(form: str, schedule: Schedule, command: Sequence[str]) -> str:
    from recall.remind import calendar, timers

    if form == "ics":
        from datetime import UTC, datetime

        moment = datetime.now(UTC)
        local = moment.astimezone().replace(tzinfo=None)
        return calendar.ics(schedule, now=local, stamp=moment, owner=_owner())
    write = {"systemd": timers.systemd, "launchd": timers.launchd, "cron": timers.cron}
    return write[form](schedule, command)


def own_command() -> Sequence[str]:
    """How a timer, which knows no PATH, starts this very installation."""
    script = Path(sys.argv[0])
    if script.stem == "recall" and script.is_file():
        return [str(script.absolute())]
    return [sys.executable, "-m", "recall"]


def _owner() -> str:
    import getpass
    import socket

    try:
        return f"{getpass.getuser()}@{socket.gethostname()}"
    except (OSError, KeyError):
        return socket.gethostname()


def _remind(sentence: str) -> None:
    from recall.remind.notify import notify

    if not notify("recall", sentence):
        click.echo(sentence)
