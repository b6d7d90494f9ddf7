"""``recall deck export``: a deck as a table, Markdown, for Anki, or for Moodle."""

from __future__ import annotations

import json
from pathlib import Path

import click

from recall.cli.say import say, show_problem
from recall.decks.clean import clean
from recall.errors import RecallError, UsageError

FORMATS = ("csv", "tsv", "quizlet", "markdown", "anki-text", "apkg", "gift")


@click.command("export")
@click.argument("deck", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="The file to write."
)
@click.option(
    "--to",
    "target",
    metavar="FORMAT",
    type=click.Choice(FORMATS),
    help="The format (else: -o's ending).",
)
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(deck: Path, output: Path | None, target: str | None, force: bool, as_json: bool) -> int:
    """Write DECK in another format.

    \b
    csv        .csv          for Excel and other spreadsheets
    tsv        .tsv          a table with tabs
    quizlet    .quizlet.txt  question, tab, answer
    markdown   .md           Q: and A: lines
    anki-text  .anki.txt     for Anki: importing it again updates
    apkg       .apkg         an Anki package (pip install 'recall[anki]')
    gift       .gift         for Moodle

    In tables, what a spreadsheet would take for a formula gets a quote before it. Every question
    keeps its name (deck, card and part), so that Anki knows it again. Drafts are left out.
    """
    from recall.decks.read import read_deck
    from recall.files import replace_file
    from recall.session.words import counted
    from recall.transfer.asked import nameless, prompts_of
    from recall.transfer.files import free_to_write
    from recall.transfer.formats import TARGETS, target_format, writer

    if target is None and output is None:
        raise UsageError("which format?", mend=f"say --to {'|'.join(FORMATS)}, or -o FILE")
    chosen = target or target_format(output or Path())
    reading = read_deck(deck)
    if reading.deck is None:
        for problem in reading.problems:
            show_problem(problem)
        raise RecallError("nothing was exported", where=str(deck), mend="mend the deck first")
    found = reading.deck
    path = output or Path(f"{found.id}{TARGETS[chosen].ending}")
    free_to_write(path, replace=force)
    number = sum(1 for _ in prompts_of(found))
    if not number:
        raise RecallError("the deck has no questions to export", where=str(deck))
    replace_file(path, writer(chosen)(found))
    if unnamed := nameless(found):
        what = f"{counted(unnamed, 'card')} without an id: reworded, it is a new one elsewhere."
        say(f"{what} To give them ids: recall deck fmt {clean(str(deck))}", err=True)
    if as_json:
        facts = {"deck": found.id, "format": chosen, "questions": number, "path": str(path)}
        click.echo(json.dumps(facts, ensure_ascii=False))
    else:
        questions = counted(number, "question")
        say(f"{clean(str(path))}: {questions} ({TARGETS[chosen].about}).")
    return 0
