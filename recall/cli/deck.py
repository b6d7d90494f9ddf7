"""``recall deck``: the commands for authors. They work on files and never open a store."""

from __future__ import annotations

import click

from recall.cli.lazy import Entry, LazyGroup

ENTRIES = {
    "new": Entry("recall.cli.deck_new", "Write a deck to begin with: a card of each kind."),
    "check": Entry("recall.cli.deck_check", "Print every problem of deck files, with its place."),
    "preview": Entry("recall.cli.deck_preview", "See each card as learners will, with every save."),
    "fmt": Entry("recall.cli.deck_fmt", "Write the ids that are missing; change nothing else."),
    "diff": Entry("recall.cli.deck_diff", "Say what a new version of a deck means for learners."),
    "import": Entry("recall.cli.deck_import", "Make a deck out of a table, Markdown or Anki."),
    "export": Entry("recall.cli.deck_export", "Write a deck for Excel, Quizlet, Anki or Moodle."),
    "stats": Entry("recall.cli.deck_stats", "Count questions, minutes a day, and sources."),
    "handout": Entry("recall.cli.deck_handout", "Write a deck as one HTML file, to print."),
    "schema": Entry("recall.cli.deck_schema", "Print the deck format as a schema for editors."),
}


@click.group("deck", cls=LazyGroup, entries=ENTRIES)
def command() -> None:
    """For authors: work on deck files. Nothing here touches anybody's progress."""
