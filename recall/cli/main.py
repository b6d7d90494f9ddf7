"""The ``recall`` command: its table of subcommands, and how it ends.

Nothing but click and the tables is imported here, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from recall import __version__
from recall.cli.help_page import HelpPage
from recall.cli.lazy import Entry, LazyGroup
from recall.errors import RecallError

INTERRUPTED = 130
HELP_COLUMNS = 80
LEAST_HELP_COLUMNS = 30

# The class that every command's page is made with: a command of a command has no other way in.
click.Context.formatter_class = HelpPage

ENTRIES = {
    "review": Entry("recall.cli.review", "Begin a session at once."),
    "due": Entry("recall.cli.due", "Say what today's session holds."),
    "decks": Entry("recall.cli.decks", "List the decks and what you would recall of them."),
    "browse": Entry("recall.cli.browse", "Find cards, and see what you know of them."),
    "add": Entry("recall.cli.add", "Check a deck and copy it to your own."),
    "deck": Entry("recall.cli.deck", "For authors: work on deck files."),
    "path": Entry("recall.cli.path", "Learning paths: list them, start one, end it."),
    "settings": Entry("recall.cli.settings", "Print the settings, or change one."),
    "compass": Entry("recall.cli.compass", "Kaizen or breakthrough? Ask it of a problem."),
    "kaizen": Entry("recall.cli.kaizen", "Your small things, and what came of them."),
    "stats": Entry("recall.cli.stats", "Say what you know, what comes, what you do not get."),
    "log": Entry("recall.cli.log", "Print every answer ever given, oldest first."),
    "remind": Entry("recall.cli.remind", "Print a daily reminder for your machine's timer."),
    "undo": Entry("recall.cli.undo", "Take back the newest answer."),
    "completion": Entry("recall.cli.completion", "Print a script that completes words with Tab."),
}

EPILOG = """\
Exit codes: 0 all well; 1 something is wrong (a deck has errors, a file cannot be read, nothing
to undo); 2 the words of the command are off; 3 the database cannot be used; 130 interrupted.
"""


@click.group(
    cls=LazyGroup,
    entries=ENTRIES,
    invoke_without_command=True,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--database",
    metavar="FILE|URL",
    help="Use this SQLite file or postgresql:// URL (else RECALL_DATABASE_URL, else your file).",
)
@click.version_option(__version__, message="recall %(version)s")
@click.pass_context
def cli(ctx: click.Context, database: str | None) -> None:
    """Five honest minutes of active recall a day.

    Without a command: today, and Enter begins.
    """
    if ctx.invoked_subcommand is None:
        from recall.cli.starting import start_app

        ctx.exit(start_app(ctx, database, start="home"))


def run(argv: Sequence[str]) -> int:
    """Run the command line; returns its exit code. What a user can cause leaves no traceback."""
    _never_fail_on_letters()
    try:
        code = cli.main(
            list(argv), prog_name="recall", standalone_mode=False, terminal_width=_help_width()
        )
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (click.ClickException, RecallError, OSError) as fault:
        from recall.cli.faults import tell

        return tell(fault)


def _help_width() -> int:
    """Columns for help. Click would ask for them itself, but imports shutil and all its archives,
    a twentieth of the time that help takes, and knows none below 50."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        wide = int(columns)
    else:
        try:
            wide = os.get_terminal_size(1).columns or HELP_COLUMNS
        except OSError:
            wide = HELP_COLUMNS
    return min(max(wide, LEAST_HELP_COLUMNS), HELP_COLUMNS) - 2


def _never_fail_on_letters() -> None:
    """Let a terminal that lacks a letter show a stand-in for it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
